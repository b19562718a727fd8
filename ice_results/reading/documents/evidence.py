"""What an answer is recognised by: keys that stand together, and the shapes of what stands under them.

A key that many services use, such as `Result`, `Status` or `Data`, is never evidence alone: it takes a second
key, or a shape below it that only one answer has. Texts are looked into only where a shape cannot do without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

import attrs

from ..escaping import peel
from ..payloads import READERS, reader_named, readers_for
from ..payloads.shapes import SHAPES_OF_OTHERS, has_keys, has_rows
from ..wire.keys import Keys, normal

Shape = Callable[[Any], bool]
"""Whether a value, which is never null or blank, looks like what stands under a key."""

_ROWS_LOOKED_AT = 20
_ESCAPES = 4096
"""Characters in which text that is escaped many times over has its first brace or bracket."""
_TYPES = frozenset(name for reader in READERS for name in reader.names)


@attrs.frozen
class Together:
    """Keys that are all there, each with its shape."""

    shapes: tuple[tuple[str, Shape], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The first of the keys: the one that fewest other objects have."""
        return (self.shapes[0][0],)

    def is_in(self, keys: Keys) -> bool:
        """Whether an object has all of them; shapes are looked at where all the keys are there."""
        if not all(name in keys for name, _ in self.shapes):
            return False
        return all((value := keys.peek(name)) is not None and shape(value) for name, shape in self.shapes)


def has(*names: str, **shapes: Shape) -> Together:
    """Keys that are there with any value, and keys with a shape; the key that fewest other objects have comes first."""
    return Together((*((name, anything) for name in names), *shapes.items()))


@attrs.frozen
class Alone:
    """Keys that are there together, and beside them no object or list but under the keys that the answer has."""

    together: Together
    known: frozenset[str]

    @property
    def names(self) -> tuple[str, ...]:
        """The first of the keys."""
        return self.together.names

    def is_in(self, keys: Keys) -> bool:
        """Whether an object has all of them, and no result of another operation."""
        return self.together.is_in(keys) and not any(
            container(value) and value and normal(str(key)) not in self.known for key, value in keys.items()
        )


def alone(known: Iterable[str], *names: str, **shapes: Shape) -> Alone:
    """Keys as for `has`, where everything else that is no plain value stands under one of the `known` keys."""
    return Alone(has(*names, **shapes), frozenset(map(normal, known)))


@attrs.frozen
class PayloadsByType:
    """Payloads under the names of their types, as in `{"ASR": …, "OCR": …}`; `Meta` is too common a word for it."""

    names: tuple[str, ...] = tuple(name for reader in READERS for name in reader.names if name != "Meta")

    def is_in(self, keys: Keys) -> bool:
        """Whether there is a payload under the name of its type."""
        return any((value := keys.peek(name)) is not None and is_payload_of(name, value) for name in self.names)


@attrs.frozen
class Judged:
    """Keys of which one is there, and a function that says whether they hold what only this answer has."""

    names: tuple[str, ...]
    judge: Callable[[Keys], bool]

    def is_in(self, keys: Keys) -> bool:
        """Whether the function says so, which is asked, and imported, where one of the keys is there."""
        return any(name in keys for name in self.names) and self.judge(keys)


def judged(judge: Callable[[Keys], bool], *names: str) -> Judged:
    """What a function says of an object that has one of the keys."""
    return Judged(names, judge)


Evidence = Together | Alone | PayloadsByType | Judged
"""What is enough to recognise an object by; it has one of `names` wherever it is recognised."""


def is_payload_of(name: str, value: Any) -> bool:
    """Whether a value has the shape of the type of this name."""
    reader = reader_named(name)
    return reader is not None and reader.detect(peel(value).value)


def anything(value: Any) -> bool:
    """Any value."""
    return True


def text(value: Any) -> bool:
    """Text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def identifier(value: Any) -> bool:
    """An id: text, or a whole number."""
    return text(value) or (isinstance(value, int) and not isinstance(value, bool))


def container(value: Any) -> bool:
    """An object or a list, or text that begins like one."""
    if isinstance(value, str):
        return value[:_ESCAPES].lstrip('"\\ \t\r\n\ufeff').startswith(("{", "["))
    return isinstance(value, Mapping | list | tuple)


def a_list(value: Any) -> bool:
    """A list, or the text of one."""
    return isinstance(peel(value).value, list | tuple)


def rows_with(*names: str) -> Shape:
    """A list whose objects have all these keys."""
    return lambda value: has_rows(value, *names)


def payload_of(kind: str) -> Shape:
    """What has the shape of a payload of this kind."""
    return lambda value: is_payload_of(kind, value)


def payload(value: Any) -> bool:
    """What has the shape of a payload that no other tool has."""
    return container(value) and any(each.kind not in SHAPES_OF_OTHERS for each in readers_for(peel(value).value))


def any_payload(value: Any) -> bool:
    """What has the shape of a payload."""
    return container(value) and bool(readers_for(peel(value).value))


def type_name(value: Any) -> bool:
    """The service's word for a type of results, in its own spelling."""
    return isinstance(value, str) and value.strip() in _TYPES


def words(*known: str) -> Shape:
    """One of these words."""
    return lambda value: isinstance(value, str) and value.strip() in known


def object_with_all(*names: str) -> Shape:
    """An object that has all of these keys."""
    return lambda value: has_keys(value, *names, least=len(names))


def object_with(*names: str) -> Shape:
    """An object that has one of these keys."""
    return lambda value: has_keys(value, *names, least=1)


def result_rows(value: Any) -> bool:
    """A list of `{Type, Data}`, directly or under `Result`, with a type that is known or the shape of a payload."""
    rows = peel(value).value
    if isinstance(rows, Mapping):
        rows = peel(Keys(rows).peek("Result") or rows).value
    rows = [rows] if isinstance(rows, Mapping) else rows
    return isinstance(rows, list | tuple) and any(map(_is_result, islice(rows, _ROWS_LOOKED_AT)))


def _is_result(row: Any) -> bool:
    """Whether this is a type with its data, and no job that has both."""
    row = peel(row).value
    keys = Keys(row) if isinstance(row, Mapping) else Keys({})
    said, data = keys.peek("Type"), keys.peek("Data")
    if data is None or not isinstance(said, str) or any(name in keys for name in ("JobId", "MediaId", "VideoId")):
        return False
    return payload(data) or (reader_named(said) is not None and container(data))
