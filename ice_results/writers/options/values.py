"""What options are made of: a field with what it takes in words, and the test of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs


def option(
    default: Any, expected: str, accepts: Callable[[Any], bool], converter: Callable[[Any], Any] | None = None
) -> Any:
    """An option with its default, what it takes in words, the test of it, and what makes text a value."""
    return attrs.field(default=default, converter=converter, metadata={"expected": expected, "accepts": accepts})


def switch(default: bool) -> Any:
    """An option that is on or off."""
    return option(default, "true or false", lambda value: isinstance(value, bool))
