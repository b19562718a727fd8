"""Frame rates and timecodes: milliseconds as frames, frames as HH:MM:SS:FF, drop-frame where it is asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from ..errors import InvalidOption

FRAME_RATES: Mapping[str, Fraction] = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "47.952": Fraction(48000, 1001),
    "48": Fraction(48),
    "50": Fraction(50),
    "59.94": Fraction(60000, 1001),
    "60": Fraction(60),
    "119.88": Fraction(120000, 1001),
    "120": Fraction(120),
}
DEFAULT_RATE = FRAME_RATES["25"]
EXPECTED_RATE = f"{', '.join(FRAME_RATES)}, a whole number or a fraction such as 30000/1001"
EXPECTED_TIMECODE = "HH:MM:SS:FF, or HH:MM:SS;FF for drop-frame"

_NEAR = Fraction(1, 100)
_FASTEST = 1000
_FRACTION = re.compile(r"[0-9]{1,9}(/[0-9]{1,9})?")
_DECIMAL = re.compile(r"[0-9]{1,4}\.[0-9]{1,9}")
_TIMECODE = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])([:;])([0-9]{2,3})")
_DROPPED_PER_MINUTE = {FRAME_RATES["29.97"]: 2, FRAME_RATES["59.94"]: 4}


def frame_rate(value: Any) -> Fraction | None:
    """The exact rate that a number or text means, or `None`: 29.97 is 30000/1001."""
    text = str(value).strip()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if _DECIMAL.fullmatch(text):
        given = Fraction(text)
        near = min(FRAME_RATES.values(), key=lambda rate: abs(rate - given))
        return near if abs(near - given) < _NEAR else None
    if not _FRACTION.fullmatch(text) or text.endswith("/0"):
        return None
    rate = Fraction(text)
    return rate if 1 <= rate <= _FASTEST else None


def is_frame_rate(value: Any) -> bool:
    """Whether `frame_rate` knows what this means."""
    return frame_rate(value) is not None


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
        dropped = _DROPPED_PER_MINUTE[self.rate] * (24 * 60 - 24 * 6) if self.drop_frame else 0
        return 24 * 3600 * self.timebase - dropped

    def frame_at(self, ms: int) -> int:
        """The frame nearest to an instant of the media, counted from its beginning."""
        return int(ms * self.rate / 1000 + Fraction(1, 2))

    def clock(self, frame: int) -> str:
        """The timecode of a frame, counted from the beginning of the media."""
        number = self.start_frame + frame
        if self.drop_frame:
            number = _with_dropped(number, self.timebase, _DROPPED_PER_MINUTE[self.rate])
        seconds, frames = divmod(number, self.timebase)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        between = ";" if self.drop_frame else ":"
        return f"{hour:02}:{minute:02}:{second:02}{between}{frames:02}"


def timeline_of(fps: str | float | None, start_timecode: str | None) -> Timeline:
    """The timeline that the options describe; raises `InvalidOption` where they do not fit together."""
    rate = frame_rate(fps) or DEFAULT_RATE
    if start_timecode is None:
        start_timecode = "01:00:00;00" if rate in _DROPPED_PER_MINUTE else "01:00:00:00"
    match = _TIMECODE.fullmatch(start_timecode)
    if match is None:
        raise InvalidOption("start_timecode", EXPECTED_TIMECODE, repr(start_timecode))
    *clock, between, frames = match.groups()
    hour, minute, second = map(int, clock)
    drop = between == ";"
    if drop and rate not in _DROPPED_PER_MINUTE:
        raise InvalidOption("start_timecode", "a : before the frames but at 29.97 and 59.94", repr(start_timecode))
    timebase = _timebase(rate)
    number = ((hour * 60 + minute) * 60 + second) * timebase + int(frames)
    skipped = _DROPPED_PER_MINUTE[rate] if drop else 0
    if int(frames) >= timebase or (skipped > int(frames) and second == 0 and minute % 10):
        raise InvalidOption("start_timecode", f"a frame that there is at {timebase} a second", repr(start_timecode))
    minutes = hour * 60 + minute
    return Timeline(rate, number - skipped * (minutes - minutes // 10), drop)


def _timebase(rate: Fraction) -> int:
    return int(rate + Fraction(1, 2))


def _with_dropped(number: int, timebase: int, skipped: int) -> int:
    """The number that the clock shows for a frame: the skipped ones are counted too."""
    in_minute = timebase * 60 - skipped
    in_ten = timebase * 600 - skipped * 9
    tens, rest = divmod(number, in_ten)
    minutes = 0 if rest < timebase * 60 else (rest - timebase * 60) // in_minute + 1
    return number + skipped * (9 * tens + minutes)
