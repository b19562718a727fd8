"""Functions and classes of our own modules by name, imported when they are first used: one run needs a few of them.

A row such as `Writer("markers.edl", …, _edl.write_edl)` with `_edl = Later(".markers.edl", __name__)` imports
the module when the function is first called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(256)
def _found(module: str, package: str, name: str) -> Any:
    return getattr(import_module(module, package), name)


class Named:
    """A function or class of a module that is imported when this is first called or asked for.

    Two are equal where they are the same name of the same module: a copy is equal to what it is a copy of.
    """

    def __init__(self, module: str, package: str, name: str) -> None:
        self._place = module, package, name

    def __repr__(self) -> str:
        module, package, name = self._place
        return f"<{package}{module}.{name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self._place == other._place

    def __hash__(self) -> int:
        return hash(self._place)

    def found(self) -> Any:
        """The function or class itself."""
        return _found(*self._place)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call it."""
        return _found(*self._place)(*arguments, **named)


class Later:
    """One of our modules, not imported yet: what is taken from it is `Named`."""

    def __init__(self, module: str, package: str) -> None:
        self._module, self._package = module, package

    def __getattr__(self, name: str) -> Named:
        if name.startswith("__"):
            raise AttributeError(name)
        return Named(self._module, self._package, name)


def later(package: str, *modules: str) -> Iterator[Later]:
    """Several modules below a package."""
    return (Later(module, package) for module in modules)


def names_of(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package whose names stand in modules below it: each is imported with the first of its own.

    `homes` has the names of each module.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def __getattr__(name: str) -> object:  # noqa: N807
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return _found(f".{home_of[name]}", package, name)

    return __getattr__
