"""Work on one document that several formats need, and that is done once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
_Call = tuple[Callable[..., Any], tuple[Any, ...], Any]
_calls: ContextVar[list[_Call] | None] = ContextVar("calls", default=None)


@contextmanager
def shared_work() -> Iterator[None]:
    """Inside the block `once` keeps what it gives; afterwards nothing of it stays in memory."""
    token = _calls.set([])
    try:
        yield
    finally:
        _calls.reset(token)


def once(function: Callable[..., T], *arguments: Any) -> T:
    """What a function gives for these arguments, by the work that was done for another format where it was."""
    calls = _calls.get()
    for done, given, result in calls or ():  # a few: each track by one or two settings
        if done is function and all(one is other or one == other for one, other in zip(given, arguments, strict=True)):
            known: T = result
            return known
    result = function(*arguments)
    if calls is not None:
        calls.append((function, arguments, result))
    return result
