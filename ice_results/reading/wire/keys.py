"""The keys of an object of the wire, in whatever case they are spelt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

from ..escaping import Peeled, at, peel


@lru_cache(4096)
def normal(key: str) -> str:
    """A key without regard to case and separators: JobResult, jobResult and job_result are one."""
    return key.replace("_", "").replace("-", "").replace(" ", "").lower()


class Keys:
    """An object of the wire, its keys found in any case; what nobody takes is its rest."""

    def __init__(self, given: Mapping[Any, Any]) -> None:
        self._given = given
        self._spellings: dict[str, list[Any]] = {}
        for key in given:
            self._spellings.setdefault(normal(str(key)), []).append(key)

    def __contains__(self, name: str) -> bool:
        return normal(name) in self._spellings

    def take(self, *names: str) -> Any:
        """The value under the first of `names` that has one; empty ones count as missing."""
        return self.take_named(*names)[1]

    def take_named(self, *names: str) -> tuple[str, Any]:
        """The key as it is spelt here, beside the value."""
        taken, found = names[0], None
        for name in names:
            spellings = self._spellings.get(normal(name), ())
            for key in sorted(spellings, key=lambda key: key != name):
                value = self._given[key]
                if found is None and value not in (None, ""):
                    taken, found = str(key), value
                elif value not in (None, "") and value != found:
                    continue
                self._spellings[normal(name)].remove(key)
        return taken, found

    def peek(self, name: str) -> Any:
        """The value under a name, which is not taken; an empty one counts as missing."""
        spellings = sorted(self._spellings.get(normal(name), ()), key=lambda key: key != name)
        return next((value for key in spellings if (value := self._given[key]) not in (None, "")), None)

    def items(self) -> Iterable[tuple[Any, Any]]:
        """Every key with its value, taken or not."""
        return self._given.items()

    def open(self, path: str, *names: str) -> tuple[str, Peeled]:
        """The key as it is spelt here, and what is in the value without escaping, for an object at `path`."""
        key, value = self.take_named(*names)
        return key, peel(value, at(path, key))

    def unused(self) -> dict[str, Any]:
        """The keys that were not taken, as given."""
        left = set(chain.from_iterable(self._spellings.values()))
        return {str(key): value for key, value in self._given.items() if key in left}


_LOOKED_AT = 8
"""So many items of a list are looked at, so that one that is invalid does not hide what the others are."""


def first_objects(value: Any) -> list[Mapping[str, Any]]:
    """The objects among the first items of a list; none where this is no list."""
    rows = peel(value).value
    if not isinstance(rows, list | tuple):
        return []
    opened = (peel(item).value for item in rows[:_LOOKED_AT])
    return [item for item in opened if isinstance(item, Mapping)]
