"""Frame rates, exactly: 29.97 frames a second are 30000/1001."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

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
EXPECTED_RATE = f"{', '.join(FRAME_RATES)}, a whole number or a fraction such as 30000/1001"

_DECIMAL = re.compile(r"[0-9]{1,4}\.[0-9]{1,20}")
_FRACTION = re.compile(r"[0-9]{1,9}(/0*[1-9][0-9]{0,8})?")
_FASTEST = 1000
_NEAR = Fraction(1, 100)


def frame_rate(value: Any) -> Fraction | None:
    """The exact rate that a number or text means, or `None`: 29.97 is 30000/1001."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, int):
        return Fraction(value) if 1 <= value <= _FASTEST else None
    text = str(value).strip()
    if _DECIMAL.fullmatch(text):
        return _exact_rate(Fraction(text))
    rate = Fraction(text) if _FRACTION.fullmatch(text) else Fraction(0)
    return rate if 1 <= rate <= _FASTEST else None


def _exact_rate(rounded: Fraction) -> Fraction | None:
    """The rate that is written with a point: a whole number, or the known one that it was rounded from."""
    if rounded.denominator == 1:
        return frame_rate(int(rounded))
    near = min(FRAME_RATES.values(), key=lambda rate: abs(rate - rounded))
    return near if abs(near - rounded) < _NEAR else None


def is_frame_rate(value: Any) -> bool:
    """Whether `frame_rate` knows what this means."""
    return frame_rate(value) is not None
