"""Documents later, earlier, slower and faster."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results as ice
from ice_results import Document, InvalidOption

from .documents import documents

TIMES = {"start_ms", "end_ms", "at_ms"}


def times_of(value: Any) -> list[int]:
    """Every time in a document, whatever record it is in."""
    if isinstance(value, dict):
        own = [item for key, item in value.items() if key in TIMES and item is not None]
        return own + [ms for item in value.values() for ms in times_of(item)]
    if isinstance(value, list | tuple):
        return [ms for item in value for ms in times_of(item)]
    return []


@given(documents(), st.integers(-(10**7), 10**7))
def test_a_shift_moves_every_time(document: Document, ms: int) -> None:
    """No record with a time is left where it was, and nothing else changes."""
    moved = ice.shift(document, ms)
    assert times_of(attrs.asdict(moved)) == [each + ms for each in times_of(attrs.asdict(document))]
    assert ice.shift(moved, -ms) == document


@given(documents(), st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_shifts_add_up(document: Document, first: int, second: int) -> None:
    """Two shifts after each other are the shift by their sum."""
    assert ice.shift(ice.shift(document, first), second) == ice.shift(document, first + second)


@given(documents())
def test_a_change_of_frame_rate_is_exact(document: Document) -> None:
    """25 to 23.976 takes each time by 25·1001/24000, rounded half up; to the same rate it changes nothing."""
    factor = Fraction(25 * 1001, 24000)
    scaled = ice.scale(document, 25, "23.976")
    assert times_of(attrs.asdict(scaled)) == [
        int(each * factor + Fraction(1, 2)) for each in times_of(attrs.asdict(document))
    ]
    assert ice.scale(document, 30, "30") == document


def test_there_and_back_is_within_a_millisecond() -> None:
    """Rounding twice moves no time by more than one millisecond."""
    document = ice.load("samples/talk.json")
    back = ice.scale(ice.scale(document, 25, 23.976), 23.976, 25)
    pairs = zip(times_of(attrs.asdict(back)), times_of(attrs.asdict(document)), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1


@pytest.mark.parametrize("ms", ["1500", 1.5, True, None])
def test_a_shift_is_whole_milliseconds(ms: Any) -> None:
    """Anything else is an error that says what is wanted."""
    with pytest.raises(InvalidOption, match=rf"^option ms: expected whole milliseconds, found {ms!r}$"):
        ice.shift(Document(), ms)


def test_a_rate_that_there_is_not_is_an_error() -> None:
    """The error names the rates."""
    with pytest.raises(InvalidOption) as error:
        ice.scale(Document(), 25, 0)
    assert str(error.value).startswith("option to_fps: expected 23.976, 24, 25, ")
