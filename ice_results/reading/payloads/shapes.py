"""What a payload looks like that was saved on its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..escaping import peel
from ..wire import Keys


def has_rows(value: Any, *names: str) -> bool:
    """Whether this is a list whose first object has all these keys."""
    rows = peel(value).value
    if not isinstance(rows, list | tuple):
        return False
    first = peel(next((item for item in rows if item is not None), None)).value
    return isinstance(first, Mapping) and all(name in Keys(first) for name in names)
