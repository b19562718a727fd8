"""`records.json` is checked like any other input: what breaks a rule is left out and listed, the rest is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Document, NoMaterial
from ice_results.records.as_json import RECORDS_FORMAT, document_to_json
from ice_results.records.checking import VOCABULARIES

from ..answers import LINES, smart_job, text
from ..cli.command import files_in, run
from ..reading.mutations import JSON_VALUES

FIELDS = ("jobs", "transcripts", "tags", "notes", "links", "x")
LINE = {"start_ms": 0, "end_ms": 900, "text": "早。"}
TRACKS = [{"kind": "asr", "segments": [LINE]}, {"kind": "translation", "segments": [LINE]}]


def read(**fields: Any) -> Document:
    """A document from a file of ours with these fields."""
    return ice_results.parse(json.dumps({"format": RECORDS_FORMAT, **fields}))


def problems(**fields: Any) -> list[str]:
    """What is said of a file of ours."""
    return list(map(str, read(**fields).problems))


PWNED = {"format": RECORDS_FORMAT, "transcripts": [*TRACKS, {"kind": "x/../../pwned", "segments": [LINE]}]}


@pytest.mark.parametrize(
    "source",
    [
        PWNED,
        {"EventType": "x", "MessageBody": json.dumps(PWNED)},
        {**PWNED, "transcripts": [*TRACKS, {"kind": "a\0b", "segments": [LINE]}]},
    ],
    ids=["file", "callback", "NUL"],
)
def test_a_kind_of_track_leads_to_no_other_folder(here: Path, source: Any) -> None:
    """A kind that is none of ours is an error, and names no file; the other tracks are written."""
    (here / "evil.json").write_text(text(source))
    result = run("convert", "evil.json", "-o", "deep/out", "--to", "srt")
    first, second, *_, last = result.stderr.splitlines()
    kinds = ", ".join(sorted(VOCABULARIES["Transcript.kind"]))
    assert f"transcripts[2].kind: expected one of {kinds}, left out, found " in first
    assert second.endswith("transcripts[2]: without kind, left out")
    assert last == "1 input: 2 written, 0 left alone, 1 with errors"
    assert files_in(here / "deep") == ["out/evil.srt", "out/evil.translation.srt"]


def test_every_broken_rule_is_said_with_its_place() -> None:
    """Words, times, numbers, types, depth and unknown fields: each is one problem."""
    deep: Any = 1
    for _ in range(120):
        deep = [deep]
    assert problems(
        jobs=[{"id": "J-1", "state": "great"}],
        transcripts=[{"kind": "asr", "segments": [{**LINE, "start_ms": 2**53, "words": {}}, 3], "colour": 1}],
        tags=[{"kind": "person", "score": "high", "knowledge": deep}, {"name": "x"}],
        notes={"scenes": {"lecture": 0.5, "interview": "x"}},
        frames={},
        texts=["a", 1],
        title=5,
    ) == [
        "jobs[0].state: expected one of canceled, failed, partial, queued, running, succeeded, unknown, "
        'left out, found "great"',
        "transcripts[0].segments[0].start_ms: expected a whole number between -2^53 and 2^53, "
        "left out, found 9007199254740992",
        "transcripts[0].segments[0].words: expected a list, left out, found an empty object",
        "transcripts[0].segments[1]: expected an object, left out, found 3",
        "transcripts[0].colour: unknown field, left out, found 1",
        'tags[0].score: expected a finite number, left out, found "high"',
        "tags[0].knowledge: expected at most 100 levels, left out, found a list of 1",
        "tags[1]: without kind, left out",
        'notes.scenes.interview: expected a finite number, left out, found "x"',
        "frames: expected a list, left out, found an empty object",
        "texts[1]: expected text, left out, found 1",
        "title: expected text, left out, found 5",
    ]


def test_what_keeps_the_rules_stays() -> None:
    """Beside a broken field everything else is read, text with a NUL in it too."""
    document = read(transcripts=[{"kind": "asr", "segments": [{**LINE, "text": "a\0b", "end_ms": 1.5}]}])
    ((segment,),) = (track.segments for track in document.transcripts)
    assert (segment.start_ms, segment.end_ms, segment.text) == (0, None, "a\0b")


def test_a_number_that_is_none_is_left_out() -> None:
    """Infinity and NaN, which JSON cannot hold and Python reads, are no scores."""
    assert problems(tags=[{"kind": "person", "score": float("nan"), "share": 1e301}]) == [
        "tags[0].score: expected a finite number, left out, found nan",
        "tags[0].share: expected a finite number, left out, found 1e+301",
    ]


def test_the_words_of_ours_are_those_of_the_readers() -> None:
    """What reading gives is never refused when it comes back: a sound document has no problem more."""
    document = ice_results.parse(smart_job(LINES))
    assert ice_results.parse(document_to_json(document)) == document
    assert {track.kind for track in document.transcripts} <= VOCABULARIES["Transcript.kind"]


@given(
    st.dictionaries(st.sampled_from(["jobs", "transcripts", "tags", "notes", "links", "x"]), JSON_VALUES, max_size=3)
)
def test_whatever_a_file_of_ours_holds_it_is_a_document(fields: Any) -> None:
    """Any values at all give a document that every format can write or has nothing for."""
    document = ice_results.parse({"format": RECORDS_FORMAT, **fields})
    for name in ("srt", "tags.csv", "records.json"):
        try:
            ice_results.convert(document, name)
        except NoMaterial:
            continue
