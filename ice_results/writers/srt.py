"""SubRip: numbered cues, `HH:MM:SS,mmm`, one blank line between them."""

from __future__ import annotations

from collections.abc import Iterable

from ..captions import Change, Cue
from ..records import Document
from .options import CaptionOptions
from .outputs import Output, shaped_tracks, stored
from .safe_text import srt_text
from .timestamps import clock

_LATEST_MS = 100 * 3_600_000 - 1


def write_srt(document: Document, options: CaptionOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options):
        late = tuple(
            Change(cue.start_ms, "SRT ends at 99:59:59,999: the cue was moved there")
            for cue in shaped.cues
            if cue.end_ms > _LATEST_MS
        )
        yield Output(stored(to_srt(shaped.cues), options), name, (*shaped.changes, *late))


def to_srt(cues: Iterable[Cue]) -> str:
    """The cues as the text of an SRT file."""
    return "\n".join(
        f"{number}\n{_clock(cue.start_ms, 1)} --> {_clock(cue.end_ms, 0)}\n{srt_text(cue.lines)}\n"
        for number, cue in enumerate(cues, 1)
    )


def _clock(ms: int, room: int) -> str:
    """A stamp no later than what fits, with `room` milliseconds to spare."""
    return clock(min(ms, _LATEST_MS - room), ",")
