"""The list of edits that DaVinci Resolve reads markers from (Import, Timeline Markers from EDL)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from ...errors import InvalidOption, NoMaterial
from ...findings import Change
from ...records import Document
from ...text.cleaning import one_line
from ..options import TimelineOptions
from ..outputs import Output
from ..timecode import Timeline
from .model import COLORS, TimedMarker, no_markers, timeline_markers

# A timecode has two digits for frames.
_FASTEST = 100
_STATEMENT = re.compile(r"[\d*>]|(TITLE|FCM|SPLIT):|AUD|M2|GPI|EFFECTS? NAME|FINAL CUT PRO|DLEDL")
# Resolve takes a bar for the next field of a note, and knows no escape.
_BAR = str.maketrans({"|": "｜"})


def write_edl(document: Document, options: TimelineOptions) -> Iterable[Output]:
    """An event of one frame for each marker, and a line with its note, colour, title and length.

    A `|` in a text becomes its full-width twin, because bars part the fields. A note that begins as a
    statement of the list does is written after `- `.

    Raises `InvalidOption` above 100 frames a second, and `NoMaterial` where no marker is before the
    end of the clock.
    """
    timeline, markers, changes = timeline_markers(document, options)
    if not markers:
        raise no_markers("markers.edl", options, changes)
    if timeline.timebase > _FASTEST:
        raise InvalidOption("fps", f"at most {_FASTEST}: an EDL has two digits for frames", repr(options.fps))
    moved: list[Change] = []
    placed = tuple(_placed(markers, timeline, moved))
    if not placed:
        raise NoMaterial("markers.edl", "markers", f"timecode ends at 24 hours, and starts at {timeline.clock(0)}")
    header = f"TITLE: {one_line(document.title or '') or 'markers'}\nFCM: {_counting(timeline)}\n\n"
    events = (_event(number, each, timeline) for number, each in enumerate(placed, 1))
    yield Output(header + "\n".join(events), None, (*changes, *moved))


def _placed(markers: Iterable[TimedMarker], timeline: Timeline, changes: list[Change]) -> Iterator[TimedMarker]:
    """The markers one to a frame, as Resolve keeps them, and before the end of the clock."""
    free = 0
    for each in markers:
        at_ms, title = each.marker.start_ms, each.marker.title
        # Resolve keeps one marker for each frame and drops the others without a word.
        late = max(free - each.frame, 0)
        if not timeline.has_clock(each.frame + late + 1):
            changes.append(Change(at_ms, f"a marker after 24 hours of timecode was left out: {title}"))
            continue
        if late:
            changes.append(Change(at_ms, f"a marker in a frame that has one was moved to the next free: {title}"))
        free = each.frame + late + 1
        yield attrs.evolve(each, frame=each.frame + late, duration_frames=max(each.duration_frames - late, 1))


def _counting(timeline: Timeline) -> str:
    return "DROP FRAME" if timeline.drop_frame else "NON-DROP FRAME"


def _event(number: int, timed: TimedMarker, timeline: Timeline) -> str:
    """The two lines of a marker, in the columns and with the spaces at the ends that Resolve writes."""
    stretch = f"{timeline.clock(timed.frame)} {timeline.clock(timed.frame + 1)}"
    marker = timed.marker
    fields = f"|C:ResolveColor{COLORS[marker.kind].resolve} |M:{_field(marker.title)} |D:{timed.duration_frames}"
    return f"{number:03}  001      V     C        {stretch} {stretch}  \n{_note(marker.note)} {fields}\n"


def _note(text: str) -> str:
    """The note, never to be taken for an event, a remark or another statement."""
    return _field(f"- {text}" if _STATEMENT.match(text) else text)


def _field(text: str) -> str:
    return text.translate(_BAR)
