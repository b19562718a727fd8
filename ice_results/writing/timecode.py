"""Frame rates and timecodes: milliseconds as frames, frames as HH:MM:SS:FF, drop-frame where it is asked for."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import attrs

from ..errors import InvalidOption
from ..findings import Change
from ..records.frame_rates import EXPECTED_RATE, FRAME_RATES, frame_rate

DEFAULT_RATE = FRAME_RATES["25"]
RATE_ASSUMED = Change(None, "25 frames per second were assumed: set fps to the video's own rate")
EXPECTED_TIMECODE = "HH:MM:SS:FF, or HH:MM:SS;FF for drop-frame"

_TIMECODE = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])([:;])([0-9]{2,3})")
# SMPTE 12M: two numbers (four at 59.94) are skipped in nine minutes of ten, 3.6 s of clock in an hour.
_DROPPED_PER_MINUTE = {FRAME_RATES["29.97"]: 2, FRAME_RATES["59.94"]: 4}


def is_timecode(value: Any) -> bool:
    """Whether a text has the form of a timecode."""
    return isinstance(value, str) and _TIMECODE.fullmatch(value) is not None


@attrs.frozen
class Timeline:
    """Frames a second, how many of them the clock counts, and the number of the first frame.

    `drop_frame`: the clock leaves out the first numbers of each minute but every tenth, so that it
    keeps up with real time at 29.97 and 59.94.
    """

    rate: Fraction
    start_frame: int
    drop_frame: bool

    @property
    def timebase(self) -> int:
        """The whole number of frames that the clock counts for a second: 30 at 29.97."""
        return _timebase(self.rate)

    @property
    def frames_per_day(self) -> int:
        """How many frames the clock can name."""
        return _count(24 * 60 * 60 * self.timebase, self.timebase, self._skipped)

    def frame_at(self, ms: int) -> int:
        """The frame nearest to an instant of the media, counted from its beginning."""
        return int(ms * self.rate / 1000 + Fraction(1, 2))

    def has_clock(self, frame: int) -> bool:
        """Whether a frame, counted from the beginning of the media, has a timecode: the clock ends at 24 hours."""
        return self.start_frame + frame < self.frames_per_day

    def clock(self, frame: int) -> str:
        """The timecode of a frame, counted from the beginning of the media."""
        number = _with_skipped(self.start_frame + frame, self.timebase, self._skipped)
        seconds, frames = divmod(number, self.timebase)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        between = ";" if self.drop_frame else ":"
        digits = max(2, len(str(self.timebase - 1)))
        return f"{hour:02}:{minute:02}:{second:02}{between}{frames:0{digits}}"

    @property
    def _skipped(self) -> int:
        return _DROPPED_PER_MINUTE[self.rate] if self.drop_frame else 0


def timeline_of(fps: str | float | None, start_timecode: str | None) -> Timeline:
    """The timeline that the options describe; raises `InvalidOption` where they do not fit together."""
    rate = _countable_rate(fps)
    if start_timecode is None:
        start_timecode = "01:00:00;00" if rate in _DROPPED_PER_MINUTE else "01:00:00:00"
    match = _TIMECODE.fullmatch(start_timecode)
    if match is None:
        raise InvalidOption("start_timecode", EXPECTED_TIMECODE, repr(start_timecode))
    *clock, between, frames = match.groups()
    drop = between == ";"
    if drop and rate not in _DROPPED_PER_MINUTE:
        raise InvalidOption("start_timecode", ": before the frames, except at 29.97 and 59.94", repr(start_timecode))
    hour, minute, second = map(int, clock)
    timebase, skipped = _timebase(rate), _DROPPED_PER_MINUTE[rate] if drop else 0
    first = skipped if second == 0 and minute % 10 else 0
    if not first <= int(frames) < timebase:
        raise InvalidOption("start_timecode", f"frames from {first:02} to {timebase - 1} there", repr(start_timecode))
    number = ((hour * 60 + minute) * 60 + second) * timebase + int(frames)
    return Timeline(rate, _count(number, timebase, skipped), drop)


def _countable_rate(fps: str | float | None) -> Fraction:
    """The rate, where a clock can count it: in whole frames a second, or slowed down by 1000/1001 as NTSC is."""
    rate = DEFAULT_RATE if fps is None else frame_rate(fps)
    if rate is None:
        raise InvalidOption("fps", EXPECTED_RATE, repr(fps))
    if rate not in (timebase := _timebase(rate), Fraction(timebase * 1000, 1001)):
        raise InvalidOption("fps", "a rate that timecode counts: a whole number, or 1000/1001 of one", repr(fps))
    return rate


def _timebase(rate: Fraction) -> int:
    # 29.97 counts 30 frames a second on its clock: drop-frame skips numbers, never frames.
    return int(rate + Fraction(1, 2))


def _count(number: int, timebase: int, skipped: int) -> int:
    """How many frames come before the one with a number on the clock, which skips some in nine minutes of ten."""
    minutes = number // (timebase * 60)
    return number - skipped * (minutes - minutes // 10)


def _with_skipped(frame: int, timebase: int, skipped: int) -> int:
    """The number that the clock shows for a frame: the skipped ones are counted too."""
    in_minute = timebase * 60 - skipped
    in_ten = timebase * 600 - skipped * 9
    tens, rest = divmod(frame, in_ten)
    minutes = 0 if rest < timebase * 60 else (rest - timebase * 60) // in_minute + 1
    return frame + skipped * (9 * tens + minutes)
