"""What all records share: the keys that they keep beside their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs


class _NoExtra(Mapping[str, Any]):
    """The empty mapping that every record without unknown keys shares: immutable, unlike a dict."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "NO_EXTRA"


# One object for all records: a dict of its own for each would be half of their memory, and could be changed.
NO_EXTRA: Mapping[str, Any] = _NoExtra()


def extra() -> Any:
    """The field for what a record keeps beside its own fields; it takes no part in equality."""
    return attrs.field(default=NO_EXTRA, eq=False, repr=False)
