"""Which reader a payload is read by: what the answer calls it, what its shape says, and what the caller asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from ...findings import Problem
from ..escaping import whole
from ..payloads import Reader, reader_named, readers_for
from ..payloads.shapes import SHAPES_OF_OTHERS


@attrs.frozen
class Choice:
    """The reader of a payload, if there is one, and what there is to say about it."""

    reader: Reader | None
    problems: tuple[Problem, ...] = ()


def choice_for(value: Any, path: str, said: str | None, kind: str | None) -> Choice:
    """The reader of a payload in an answer, which calls it `said` or says nothing; `kind` is what the caller asks for.

    The name that the answer gives counts, then the shape. Of several kinds that fit, the caller's counts,
    else the first: they differ in nothing but what the records are called.
    """
    named = reader_named(said) if said else None
    if named is not None and named.detect(value):
        return Choice(named, _ignored(kind, named, path))
    fitting = readers_for(value)
    if named is not None and not fitting:
        return Choice(named, _ignored(kind, named, path))
    reader = _preferred(fitting, kind)
    if reader is None:
        return Choice(None)
    return Choice(reader, (*_by_shape(reader, named, said, fitting, kind, path), *_ignored(kind, reader, path)))


def choice_alone(value: Any, path: str, kind: str | None) -> Choice:
    """The reader of a payload that was saved on its own, by its shape."""
    fitting = readers_for(value)
    reader = _preferred(fitting, kind)
    if reader is None:
        return Choice(None)
    found = _others(fitting, reader, kind)
    if not found and reader.kind in SHAPES_OF_OTHERS and not _is_asked(reader, kind):
        found = f"read as {reader.kind} ({reader.title}) by its shape alone"
    notes = (_note(found, path),) if found else ()
    return Choice(reader, (*notes, *_ignored(kind, reader, path)))


def _preferred(fitting: Sequence[Reader], kind: str | None) -> Reader | None:
    """The reader that the caller asks for, if its shape fits, else the first that fits."""
    return next((reader for reader in fitting if _is_asked(reader, kind)), fitting[0] if fitting else None)


def _is_asked(reader: Reader, kind: str | None) -> bool:
    return kind is not None and reader_named(kind) is reader


def _by_shape(
    reader: Reader, named: Reader | None, said: str | None, fitting: Sequence[Reader], kind: str | None, path: str
) -> Iterable[Problem]:
    """What there is to say where a payload is not read by the name that its answer gives."""
    if named is not None:
        message = f"called {named.kind}, but has the shape of {reader.kind}: read as that"
        yield Problem(path=whole(path), message=message, severity="warning")
    elif not _is_asked(reader, kind):
        reason = f"unknown type {said}" if said else "no type is given"
        others = _others(fitting, reader, kind)
        yield _note(f"{reason}, {others or f'read as {reader.kind} by its shape'}", path)


def _others(fitting: Sequence[Reader], reader: Reader, kind: str | None) -> str:
    """That other kinds fit as well, and how to ask for one of them."""
    others = [each.kind for each in fitting if each is not reader]
    if not others or _is_asked(reader, kind):
        return ""
    return f"fits {' and '.join([reader.kind, *others])}, read as {reader.kind}: say --kind {others[0]} if it is that"


def _ignored(kind: str | None, reader: Reader, path: str) -> tuple[Problem, ...]:
    """A note where the kind that the caller asks for is not what this is read as."""
    if kind is None or _is_asked(reader, kind):
        return ()
    return (_note(f"kind {kind} was ignored: this is {reader.kind}", path),)


def _note(message: str, path: str) -> Problem:
    return Problem(path=whole(path), message=message, severity="note")
