"""What options are made of, and the options that formats of several families share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from ...errors import InvalidOption
from ...text.languages import language_tag
from ...text.values import described, is_huge


def option(
    default: Any, expected: str, accepts: Callable[[Any], bool], convert: Callable[[Any], Any] | None = None
) -> Any:
    """An option: its default, what it takes in words, the test of a given value, and what makes it the value kept.

    A class with such a field raises `InvalidOption` for every other value, whoever makes it: the command
    line, `convert(...)`, or a caller that makes the options itself.
    """

    def checked(value: Any, field: attrs.Attribute[Any]) -> Any:
        left_out = value is None and default is None
        if not left_out and not accepts(value):
            raise InvalidOption(field.name, expected, described(value) if is_huge(value) else repr(value))
        return value if convert is None or left_out else convert(value)

    # A converter, not a validator: the test is of what was given, such as "1920x1080", not of what it becomes.
    return attrs.field(default=default, converter=attrs.Converter(checked, takes_field=True))


def switch(default: bool) -> Any:
    """An option that is on or off."""
    return option(default, "true or false", lambda value: isinstance(value, bool))


def language_option() -> Any:
    """A language by a code or name, which is kept as its tag."""
    return option(None, "a code or name of a language, such as zh-Hant or French", _is_language, language_tag)


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and language_tag(value) is not None


@attrs.frozen
class NoOptions:
    """For formats that are written in one way only."""


@attrs.frozen
class FileOptions:
    """How a text file is stored.

    `bom`: begin with a byte order mark, which some players on Windows need to show Chinese.
    `crlf`: end lines as Windows does.
    """

    bom: bool = switch(False)
    crlf: bool = switch(False)


@attrs.frozen
class TableOptions:
    """How a table is stored.

    `formula_guard`: put an apostrophe before text that a spreadsheet would run as a formula; turn it
    off for files that only programs read. `excel`: begin with a byte order mark, without which Excel
    shows Chinese as nonsense.
    """

    formula_guard: bool = switch(True)
    excel: bool = switch(False)
