"""The normalised records: what `parse` returns and every writer takes.

Rules that hold for all of them: frozen, tuples inside; `None` means that the service did not say;
times of media are integer milliseconds (`start_ms`, `end_ms`, `at_ms`), `end_ms` is `None` for an
instant; scores and shares are floats in 0..1 as given; `extra` holds the keys of the wire object
that have no field here, and values of the wrong type, as they came. It takes no part in equality.

A module of them is imported when one of its records is first asked for: speech needs no tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import lazy

if TYPE_CHECKING:
    from .base import NO_EXTRA
    from .document import Activity, Document, Job, Link, Page
    from .knowledge import Film, Landmark, Music, Person, Thing
    from .notes import Chapter, Highlight, Notes, Question, SpeakerSummary, Topic
    from .pictures import Box, Occurrence, Tag, TextFrame, TextLine, TrackBox
    from .speech import Segment, Transcript, Word

__all__ = [
    "NO_EXTRA",
    "Activity",
    "Box",
    "Chapter",
    "Document",
    "Film",
    "Highlight",
    "Job",
    "Landmark",
    "Link",
    "Music",
    "Notes",
    "Occurrence",
    "Page",
    "Person",
    "Question",
    "Segment",
    "SpeakerSummary",
    "Tag",
    "TextFrame",
    "TextLine",
    "Thing",
    "Topic",
    "TrackBox",
    "Transcript",
    "Word",
]

if not TYPE_CHECKING:
    __getattr__ = lazy.exports(
        __name__,
        {
            ".base": ("NO_EXTRA",),
            ".document": ("Activity", "Document", "Job", "Link", "Page"),
            ".knowledge": ("Film", "Landmark", "Music", "Person", "Thing"),
            ".notes": ("Chapter", "Highlight", "Notes", "Question", "SpeakerSummary", "Topic"),
            ".pictures": ("Box", "Occurrence", "Tag", "TextFrame", "TextLine", "TrackBox"),
            ".speech": ("Segment", "Transcript", "Word"),
        },
    )


def __dir__() -> list[str]:
    return sorted(__all__)
