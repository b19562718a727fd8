"""Boxes in the two ways that the service writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import attrs

from ...records import Box
from ..escaping import peel
from .keys import Keys
from .scalars import NeedsSlowPath, Parsed, column_of_numbers, is_missing, mismatch, number, types_of
from .schemas import build


@attrs.frozen
class Corners:
    """A box as `{leftTop: [x, y], rightBottom: [x, y]}`."""

    def read(self, value: Any, path: str) -> Parsed[Box | None]:
        peeled = peel(value, path)
        if is_missing(peeled.value) or peeled.value == {}:
            return Parsed(None)
        if not isinstance(peeled.value, Mapping):
            return mismatch("a box {leftTop: [x, y], rightBottom: [x, y]}", value, path)
        keys = Keys(peeled.value)
        corners = [peel(keys.take(name)).value for name in ("leftTop", "rightBottom")]
        try:
            (left, top), (right, bottom) = corners
            box = Box(*map(number, (left, top, right, bottom)))
        except (TypeError, ValueError):
            return mismatch("a box {leftTop: [x, y], rightBottom: [x, y]}", value, path)
        return Parsed(box, (), keys.unused() or None)

    def column(self, values: list[Any]) -> Iterable[Box]:
        if types_of(values) != {dict} or set(map(len, values)) != {2}:
            raise NeedsSlowPath
        try:
            corners = [[*value["leftTop"], *value["rightBottom"]] for value in values]
        except (KeyError, TypeError):
            raise NeedsSlowPath from None
        return CornersInARow.column(CORNERS_IN_A_ROW, corners)


@attrs.frozen
class CornersInARow:
    """A box as `[x1, y1, x2, y2]`."""

    def read(self, value: Any, path: str) -> Parsed[Box | None]:
        peeled = peel(value, path)
        if is_missing(peeled.value) or peeled.value == []:
            return Parsed(None)
        try:
            left, top, right, bottom = map(number, peeled.value)
        except (TypeError, ValueError):
            return mismatch("a box [x1, y1, x2, y2]", value, path)
        return Parsed(Box(left, top, right, bottom))

    def column(self, values: list[Any]) -> Iterable[Box]:
        if types_of(values) != {list} or set(map(len, values)) != {4}:
            raise NeedsSlowPath
        flat = column_of_numbers(list(chain.from_iterable(values)))
        names = ("left", "top", "right", "bottom")
        return build(Box, len(values), {name: flat[place::4] for place, name in enumerate(names)})


CORNERS = Corners()
CORNERS_IN_A_ROW = CornersInARow()
