"""What is found in a text: a value, where it was among others, and how it was found."""

from __future__ import annotations

from typing import Any

import attrs

from ...errors import DecodeError
from ...findings import Problem
from ..escaping import decode, peel


@attrs.frozen
class Found:
    """One value, or the text of a line that is not decoded yet, or the error of one that is broken.

    `place` says where it was among several. `notes` say how it was found where it was not the whole text.
    `is_loose` is true for a value between other text, which may have nothing to do with an answer.
    """

    value: Any
    place: str | None = None
    notes: tuple[Problem, ...] = ()
    is_loose: bool = False
    error: DecodeError | None = None

    def decoded(self) -> Any:
        """The value, a line that is still text decoded; raises `DecodeError`."""
        if self.error is not None:
            raise self.error
        if self.place is None or not isinstance(self.value, str | bytes):
            return self.value
        inside = peel(self.value).value
        return inside if isinstance(inside, dict | list) else decode(self.value)


def note(message: str) -> tuple[Problem, ...]:
    """A note on how something was found."""
    return (Problem(path="", message=message, severity="note"),)
