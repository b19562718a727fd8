"""SubRip: numbered cues, `HH:MM:SS,mmm`, one blank line between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from ...captions.cues import CueTable
from ...findings import Change
from ...records import Document
from ...text.safe import srt_texts
from ..options import CaptionOptions
from ..outputs import Output, stored
from ..timestamps import spans
from .tracks import shaped_tracks

# SRT has two digits for hours: readers drop later cues or wrap them round to the beginning.
_LATEST_MS = 100 * 3_600_000 - 1


def write_srt(document: Document, options: CaptionOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options):
        changes = (*shaped.changes, *_too_late(shaped.table))
        yield Output(stored(to_srt(shaped.table), options), name, changes)


def _too_late(cues: CueTable) -> Iterator[Change]:
    """A change for each cue that ends after what can be written."""
    if max(cues.ends_ms, default=0) > _LATEST_MS:
        for start, end in zip(cues.starts_ms, cues.ends_ms, strict=True):
            if end > _LATEST_MS:
                yield Change(start, "SRT ends at 99:59:59,999: the cue was moved there")


def to_srt(cues: CueTable) -> str:
    """The cues as the text of an SRT file."""
    times = spans(_no_later(cues.starts_ms, _LATEST_MS - 1), _no_later(cues.ends_ms, _LATEST_MS), ",")
    rows = zip(count(1), times, srt_texts(cues.lines))
    return "\n".join([f"{number}\n{time}\n{text}\n" for number, time, text in rows])


def _no_later(times_ms: Sequence[int], latest_ms: int) -> Sequence[int]:
    return times_ms if max(times_ms, default=0) <= latest_ms else [min(ms, latest_ms) for ms in times_ms]
