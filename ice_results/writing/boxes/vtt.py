"""A WebVTT metadata track: what is seen when, for the script of a web page to draw over the player."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...errors import NoMaterial
from ...findings import Change
from ...records import Document, Tag, TrackBox
from ...records.as_json import json_text
from ..options import FileOptions
from ..outputs import Output, stored
from ..timestamps import clock
from .model import TimedOccurrence, drawable, facts, in_order, number, tag_name, timed_occurrences

# A cue needs a length; players poll cues some times a second and would miss a shorter one.
_INSTANT_MS = 1000
_SPECIAL = re.compile("[&<>\x7f-\x9f\u2028\u2029\ufeff]")


def write_tags_vtt(document: Document, options: FileOptions) -> Iterable[Output]:
    """A cue for each occurrence of a tag, with one line of JSON: `kind`, `level1`, `level2`, `name`, `score`,
    `share`, `scene` and `boxes`, each a list of `{at_ms, left, top, right, bottom, score}` in pixels; what the
    service did not say is not there. For `<track kind="metadata">`, whose cues a script reads with
    `JSON.parse(cue.text)`.

    `&`, `<` and `>` are written as `\\u0026`, `\\u003c` and `\\u003e`, so that no reader finds markup or an
    arrow. An instant lasts a second: a player tells a page which cues are on only a few times a second, and
    passes over shorter ones. Text in frames is not in it.

    Raises `NoMaterial` where no tag has a time.
    """
    changes: list[Change] = []
    found = [_lasting(seen, changes) for seen in timed_occurrences(document, changes)]
    cues = [_cue(seen, changes) for seen in in_order(found)]
    if document.tags and not cues:
        raise NoMaterial("tags.vtt", "tags", "no tag of the document has a start")
    if cues:
        yield Output(stored("WEBVTT\n" + "".join(cues), options), None, tuple(changes))


def _lasting(seen: TimedOccurrence, changes: list[Change]) -> TimedOccurrence:
    """The occurrence with an end, as a cue must have one after its start."""
    if seen.end_ms is not None:
        return seen
    end = seen.start_ms + _INSTANT_MS
    changes.append(Change(seen.start_ms, f"an instant is shown until {end} ms: {tag_name(seen.tag)}"))
    return attrs.evolve(seen, end_ms=end)


def _cue(seen: TimedOccurrence, changes: list[Change]) -> str:
    boxes = [_box(each, seen.tag, changes) for each in seen.occurrence.boxes]
    said = {**facts(seen.tag, seen.occurrence, changes), "boxes": [each for each in boxes if each]}
    line = _one_line_json({key: value for key, value in said.items() if value != []})
    return f"\n{clock(seen.start_ms, '.')} --> {clock(seen.last_ms, '.')}\n{line}\n"


def _box(boxed: TrackBox, tag: Tag, changes: list[Change]) -> dict[str, Any]:
    """What is known of a box: nothing, in the worst case."""
    box = drawable(boxed, tag, changes)
    sides = {} if box is None else attrs.asdict(box)
    score = number(boxed.score, "score", tag, boxed.at_ms, changes)
    return {key: value for key, value in {"at_ms": boxed.at_ms, **sides, "score": score}.items() if value is not None}


def _one_line_json(value: Mapping[str, Any]) -> str:
    """JSON in which nothing ends a line and nothing is markup to a reader of WebVTT."""
    return _SPECIAL.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text(value))
