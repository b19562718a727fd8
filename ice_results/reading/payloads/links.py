"""URLs of files in an answer, wherever they are in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import Link
from ..escaping import at, peel
from ..wire import is_missing, mismatch
from ..wire.keys import normal
from .media import is_url


def take_links(value: Any, names: Iterable[str], path: str) -> tuple[tuple[Link, ...], Any, tuple[Problem, ...]]:
    """The URLs under these keys at any depth, what is left of the value without them, and problems.

    Under a key there may be one URL or a list of them. Text that is no URL, such as the path of a
    file, stays where it is; any other value does too, and is a problem.
    """
    search = _Search({normal(name): name for name in names})
    rest = search.rest_of(value, path)
    return tuple(search.links), rest, tuple(search.problems)


_DEEPEST = 12
"""How deep URLs are looked for: no answer has them deeper."""
_TAKEN = object()
"""In place of a value that was URLs alone."""


@attrs.frozen
class _Search:
    """What was found so far of the URLs under some keys."""

    names: Mapping[str, str]
    links: list[Link] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def rest_of(self, value: Any, path: str, room: int = _DEEPEST) -> Any:
        """The value without the URLs in it; a value that holds none is returned as it is."""
        peeled = peel(value, path)
        if not room:
            return value
        if isinstance(peeled.value, Mapping):
            rests = {str(key): self._without(key, item, peeled.path, room - 1) for key, item in peeled.value.items()}
            rest: Any = {key: each for key, each in rests.items() if each is not _TAKEN}
            return value if rest == peeled.value else rest
        if isinstance(peeled.value, list | tuple):
            rest = [self.rest_of(item, at(peeled.path, place), room - 1) for place, item in enumerate(peeled.value)]
            return value if rest == list(peeled.value) else rest
        return value

    def _without(self, key: Any, value: Any, path: str, room: int) -> Any:
        name, path = self.names.get(normal(str(key))), at(path, str(key))
        if name is None:
            return self.rest_of(value, path, room)
        peeled = peel(value, path)
        if not isinstance(peeled.value, list | tuple):
            return _TAKEN if self._is_link(name, peeled.value, peeled.path) else value
        rows = enumerate(peeled.value)
        return [item for place, item in rows if not self._is_link(name, item, at(peeled.path, place))] or _TAKEN

    def _is_link(self, name: str, value: Any, path: str) -> bool:
        if is_url(value):
            self.links.append(Link(name, value.strip()))
        elif not is_missing(value) and not isinstance(value, str):
            self.problems.extend(mismatch("a URL", value, path).problems)
        return is_url(value) or is_missing(value)
