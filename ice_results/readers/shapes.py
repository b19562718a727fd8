"""What a payload looks like that was saved on its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..wire import Keys


def has_rows(value: Any, *names: str) -> bool:
    """Whether this is a list whose first object has all these keys."""
    if not isinstance(value, list | tuple):
        return False
    first = next((item for item in value if item is not None), None)
    return isinstance(first, Mapping) and all(name in Keys(first) for name in names)
