"""The option that several formats have of pictures: their size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .values import option

_SIZE = r"([1-9][0-9]{0,5})x([1-9][0-9]{0,5})"
_LARGEST_SIDE = 999_999


def size_option() -> Any:
    """Width and height of the picture."""
    return option(None, "width and height, as in 1920x1080", _is_size, _size)


def _size(value: str | Sequence[int] | None) -> tuple[int, int] | None:
    if value is None:
        return None
    width, height = map(int, value.split("x")) if isinstance(value, str) else value
    return width, height


def _is_size(value: Any) -> bool:
    if isinstance(value, str):
        return re.fullmatch(_SIZE, value) is not None
    return (
        isinstance(value, tuple | list)
        and len(value) == 2
        and all(type(side) is int and 0 < side <= _LARGEST_SIDE for side in value)
    )
