"""How this package imports its own modules late: one run needs a few of them.

The tables of readers and writers name functions of every module, and importing all of them would take
longer than most conversions. So a table names them through stand-ins:

    if TYPE_CHECKING:
        from .captions import srt
    else:
        (srt,) = lazy.modules(__name__, ".captions.srt")

    Writer("srt", …, srt.write_srt, …)

A type checker sees the real module, so a misspelt function is an error before anything runs. At run time
`srt.write_srt` is a `Deferred` that imports the module when it is first called. Packages whose names live in
modules below them use the same look-up as their `__getattr__` (PEP 562), from `exports`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(256)
def _look_up(package: str, module: str, name: str) -> Any:
    return getattr(import_module(module, package), name)


class Deferred:
    """A function or class of a module that is imported when this is called or resolved.

    Two are equal where they name the same thing, so that a table that was pickled equals itself.
    """

    def __init__(self, package: str, module: str, name: str) -> None:
        self._address = package, module, name

    def __repr__(self) -> str:
        package, module, name = self._address
        return f"<{package}{module}.{name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deferred) and self._address == other._address

    def __hash__(self) -> int:
        return hash(self._address)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Call the function or class itself."""
        return _look_up(*self._address)(*arguments, **keywords)

    def resolve(self) -> Any:
        """The function or class itself."""
        return _look_up(*self._address)


def resolved(value: Any) -> Any:
    """What a `Deferred` names; anything else as it is."""
    return value.resolve() if isinstance(value, Deferred) else value


class _Module:
    """One of our modules, not imported yet: what is taken from it is `Deferred`."""

    def __init__(self, package: str, module: str) -> None:
        self._package, self._module = package, module

    def __getattr__(self, name: str) -> Deferred:
        if name.startswith("__"):
            raise AttributeError(name)
        return Deferred(self._package, self._module, name)


def modules(package: str, *names: str) -> Iterator[Any]:
    """Stand-ins for modules below a package, each named as in a relative import: `.captions.srt`."""
    # An import under TYPE_CHECKING beside it is what makes a misspelt name an error of the type checker.
    return (_Module(package, name) for name in names)


def exports(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package whose names are defined in modules below it.

    `homes` has the names that each module defines; a module is imported when the first of them is asked for.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def __getattr__(name: str) -> object:  # noqa: N807
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return _look_up(package, home_of[name], name)

    return __getattr__
