"""Lists for Hypothesis that are drawn as one value: a draw for each item takes longer than what is tested with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


def lists_of(values: Sequence[T], least: int = 0, most: int | None = None) -> st.SearchStrategy[list[T]]:
    """Lists of any of these values, 256 at most; they shrink to the first value, and to fewer."""
    assert 0 < len(values) <= 256
    return st.binary(min_size=least, max_size=most).map(lambda drawn: [values[byte % len(values)] for byte in drawn])
