"""The normalised records: what `parse` returns and every writer takes.

Rules that hold for all of them: frozen, tuples inside; `None` means that the service did not say;
times of media are integer milliseconds (`start_ms`, `end_ms`, `at_ms`), `end_ms` is `None` for an
instant; scores and shares are floats in 0..1 as given; `extra` holds the keys of the wire object
that have no field here, and values of the wrong type, as they came. It takes no part in equality.

A module of them is imported when one of its records is first asked for: speech needs no tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..later import names_of

if TYPE_CHECKING:
    from .activities import Activity
    from .base import NO_EXTRA
    from .box import Box
    from .document import Document, Job, Link, Problem
    from .frames import TextFrame, TextLine
    from .notes import Chapter, Highlight, Notes, Question, SpeakerSummary, Topic
    from .speech import Segment, Transcript, Word
    from .tags import Occurrence, Tag, TrackBox

__all__ = [
    "NO_EXTRA",
    "Activity",
    "Box",
    "Chapter",
    "Document",
    "Highlight",
    "Job",
    "Link",
    "Notes",
    "Occurrence",
    "Problem",
    "Question",
    "Segment",
    "SpeakerSummary",
    "Tag",
    "TextFrame",
    "TextLine",
    "Topic",
    "TrackBox",
    "Transcript",
    "Word",
]

if not TYPE_CHECKING:
    __getattr__ = names_of(
        __name__,
        {
            "activities": ("Activity",),
            "base": ("NO_EXTRA",),
            "box": ("Box",),
            "document": ("Document", "Job", "Link", "Problem"),
            "frames": ("TextFrame", "TextLine"),
            "notes": ("Chapter", "Highlight", "Notes", "Question", "SpeakerSummary", "Topic"),
            "speech": ("Segment", "Transcript", "Word"),
            "tags": ("Occurrence", "Tag", "TrackBox"),
        },
    )


def __dir__() -> list[str]:
    return sorted(__all__)
