"""Open values of the wire: kept whole, with all the JSON text in them decoded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...errors import DecodeError
from ...findings import Problem
from ..escaping import peel_deep
from .keys import normal
from .scalars import NeedsSlowPath, Parsed, is_missing


@attrs.frozen
class Decoded:
    """An open value, with all the JSON text in it decoded; text that is no JSON stays text.

    `names` are documented keys of the objects that were not text: an SDK's dump that spells them in
    another case, or adds them with null, says the same.
    """

    names: tuple[str, ...] = ()

    def read(self, value: Any, path: str) -> Parsed[Any]:
        if is_missing(value):
            return Parsed(None)
        try:
            return Parsed(peel_deep(self._respelt(value)))
        except DecodeError as error:
            return Parsed(None, (Problem(path=path, message=f"{error.reason}, left out"),))

    def column(self, values: list[Any]) -> Iterable[Any]:
        try:
            return [None if is_missing(value) else peel_deep(self._respelt(value)) for value in values]
        except DecodeError:
            raise NeedsSlowPath from None

    def _respelt(self, value: Any, depth: int = 4) -> Any:
        """The value with the documented spelling of its keys, a few levels deep."""
        if not self.names or not depth:
            return value
        if isinstance(value, list | tuple):
            return [self._respelt(item, depth - 1) for item in value]
        if not isinstance(value, Mapping):
            return value
        known = {normal(name): name for name in self.names}
        return {
            known.get(normal(str(key)), key): self._respelt(item, depth - 1)
            for key, item in value.items()
            if item is not None or normal(str(key)) not in known
        }


DECODED = Decoded()
