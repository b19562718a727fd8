"""Answers in envelopes."""

from __future__ import annotations

from typing import Any

import attrs

from ice_results.records import Document, Segment, Transcript

from ...answers import LINES, smart_job, smarttag_job
from ..mutations import text_of

LINES_READ = Transcript(
    kind="asr",
    source="ASR",
    segments=(
        Segment(start_ms=0, end_ms=2500, text="大家好，欢迎来到云岭小学。"),
        Segment(start_ms=2500, end_ms=5125, text="Today we plant forty trees."),
    ),
)
JOB = smart_job(LINES)
OTHER = smarttag_job(Meta={"title": "Low tide"})
NOTICE = {"Type": "smarttag", "JobId": "J-3", "State": "Fail"}


def sdk(body: Any) -> dict[str, Any]:
    """What `response.to_map()` of the official SDK gives."""
    return {"headers": {"etag": None}, "statusCode": 200, "body": body}


def callback(body: Any) -> dict[str, Any]:
    """What the service sends to a callback."""
    return {"EventType": "Complete", "UserId": 77, "EventTime": "2031-01-01T00:00:00Z", "MessageBody": body}


def content(document: Document) -> Document:
    """What was read, without the problems, whose paths begin with those of the envelopes."""
    return attrs.evolve(document, problems=())


def place_of(document: Document) -> str | None:
    """Where a document says that its answer was found, `None` where it says nothing."""
    notes = [each.message for each in document.problems if each.severity == "note" and " under `" in each.message]
    return notes[0].split("`")[1] if notes else None


def without_place(document: Document) -> Document:
    """The document without the note on where its answer was found."""
    found = place_of(document)
    others = [each for each in document.problems if found is None or f" under `{found}`" not in each.message]
    return attrs.evolve(document, problems=tuple(others))


def lines_of(values: list[Any], end: str = "\n") -> str:
    """JSON Lines."""
    return "".join(text_of(value) + end for value in values)
