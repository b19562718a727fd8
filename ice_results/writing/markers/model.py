"""The markers of a document as every format takes them: chapters, key sentences, actions, tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from ...errors import NoMaterial
from ...findings import Change
from ...records import Document, Highlight, Tag
from ...records.spans import sound_span
from ...text.cleaning import one_line
from ..chapters.model import first_of, marked_chapters
from ..options import MarkerOptions, TimelineOptions
from ..timecode import RATE_ASSUMED, Timeline, timeline_of


@attrs.frozen
class Marker:
    """A place or a stretch of the media with a title on one line; `kind` is one of `MARKER_KINDS`.

    `end_ms` is `None` for an instant. `note` is what else is known: a summary, the kind of a tag.
    """

    start_ms: int
    end_ms: int | None
    kind: str
    title: str
    note: str = ""


@attrs.frozen
class TimedMarker:
    """A marker in frames from the beginning of the media; an instant is one frame long."""

    marker: Marker
    frame: int
    duration_frames: int


@attrs.frozen
class Color:
    """The colour of a kind of marker, by the names and numbers of the programs that have colours.

    `premiere` is the colour as Premiere stores it: alpha, blue, green, red.
    """

    resolve: str
    otio: str
    premiere: int


COLORS: Mapping[str, Color] = {
    "chapters": Color("Blue", "BLUE", 0xFF_FC_8D_42),
    "key-sentences": Color("Yellow", "YELLOW", 0xFF_2B_A1_D0),
    "actions": Color("Red", "RED", 0xFF_36_2C_D2),
    "tags": Color("Green", "GREEN", 0xFF_37_86_71),
}


def markers_of(document: Document, kinds: Iterable[str]) -> tuple[tuple[Marker, ...], tuple[Change, ...]]:
    """The markers of some kinds in the order of time, and what was changed or left out for it."""
    changes: list[Change] = []
    markers = [marker for kind in kinds for marker in _SOURCES[kind](document, changes)]
    return tuple(sorted(markers, key=lambda marker: marker.start_ms)), tuple(changes)


def no_markers(
    name: str,
    options: MarkerOptions,
    changes: tuple[Change, ...],
) -> NoMaterial:
    """Why there is nothing to write: the document has nothing of the kinds, or what it has was left out."""
    others = "" if "tags" in options.markers else " (tags with --markers tags)"
    return NoMaterial(name, f"{', '.join(options.markers)}{others}", first_of(changes) if changes else "")


def timeline_markers(
    document: Document, options: TimelineOptions
) -> tuple[Timeline, tuple[TimedMarker, ...], tuple[Change, ...]]:
    """The timeline that the options describe, the markers on it in the order of time, and every change.

    Raises `InvalidOption` where the frame rate and the start timecode do not fit together.
    """
    timeline = timeline_of(options.fps, options.start_timecode)
    markers, changes = markers_of(document, options.markers)
    assumed = () if options.fps is not None or not markers else (RATE_ASSUMED,)
    return timeline, tuple(_timed(marker, timeline) for marker in markers), (*assumed, *changes)


def _timed(marker: Marker, timeline: Timeline) -> TimedMarker:
    frame = timeline.frame_at(marker.start_ms)
    end = frame if marker.end_ms is None else timeline.frame_at(marker.end_ms)
    return TimedMarker(marker, frame, max(end - frame, 1))


def _chapters(document: Document, changes: list[Change]) -> Iterator[Marker]:
    chapters, changed = marked_chapters(document)
    changes += changed
    for each in chapters:
        yield Marker(each.start_ms, each.end_ms, "chapters", each.title, each.summary)


def _key_sentences(document: Document, changes: list[Change]) -> Iterator[Marker]:
    found = document.notes.key_sentences if document.notes else ()
    yield from _highlights(found, "key-sentences", "Key sentence", changes)


def _actions(document: Document, changes: list[Change]) -> Iterator[Marker]:
    found = document.notes.actions if document.notes else ()
    yield from _highlights(found, "actions", "Action", changes)


def _highlights(found: Iterable[Highlight], kind: str, name: str, changes: list[Change]) -> Iterator[Marker]:
    for number, each in enumerate(found, 1):
        title = one_line(each.text) or f"{name} {number}"
        yield from _marker(each.start_ms, each.end_ms, kind, title, "", changes)


def _tags(document: Document, changes: list[Change]) -> Iterator[Marker]:
    for tag in document.tags:
        title = one_line(tag.label) or one_line(tag.kind) or "Tag"
        if not tag.occurrences:
            changes.append(Change(None, f"a marker without a start was left out: {title}"))
        for each in tag.occurrences:
            yield from _marker(each.start_ms, each.end_ms, "tags", title, _levels(tag), changes)


def _levels(tag: Tag) -> str:
    """The kind of a tag and the levels above its name."""
    above = [each for each in (tag.level1, tag.level2) if each and each != tag.label]
    return one_line(" / ".join([tag.kind, *above]))


def _marker(
    start_ms: int | None, end_ms: int | None, kind: str, title: str, note: str, changes: list[Change]
) -> Iterator[Marker]:
    """A marker on the timeline of the media, or a word why there is none."""
    start, end = sound_span(start_ms, end_ms, title, changes)
    if start is None:
        changes.append(Change(None, f"a marker without a start was left out: {title}"))
        return
    yield Marker(start, end, kind, title, note)


_SOURCES: Mapping[str, Callable[[Document, list[Change]], Iterator[Marker]]] = {
    "chapters": _chapters,
    "key-sentences": _key_sentences,
    "actions": _actions,
    "tags": _tags,
}
