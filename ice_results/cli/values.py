"""What is asked for on the command line as the options of formats, checked before anything is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from .parameters import advised

T = TypeVar("T")

_FLAGS = {"formula_guard": "no-formula-guard", "speaker_names": "speaker"}


def checked(action: Callable[[], T]) -> T:
    """The result of an action whose errors are wrong usage."""
    from ..errors import InvalidOption, UnknownName

    try:
        return action()
    except InvalidOption as error:
        if _flag(error.name) not in _flags():
            raise click.UsageError(str(error)) from None
        raise click.BadParameter(
            f"expected {error.expected}, found {error.found}", param_hint=f"'{_flag(error.name)}'"
        ) from None
    except UnknownName as error:
        raise click.UsageError(advised(error)) from None


def _flag(option: str) -> str:
    """What an option of a format is called on the command line."""
    return f"--{_FLAGS.get(option, option.replace('_', '-'))}"


def _flags() -> set[str]:
    """The options of the command that runs."""
    return {name for each in click.get_current_context().command.params for name in each.opts}


def format_names(given: Iterable[tuple[str, ...]], with_track: bool = False) -> tuple[str, ...]:
    """The formats that are named, each once; `with_track`, one may have a track before it."""
    from ..writing.formats import writer_named

    names = tuple(dict.fromkeys(name for each in given for name in each))
    return names if with_track else tuple(writer_named(name).name for name in names)


def asked(flags: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, by the names that formats know them by."""
    given = {name: value for name, value in flags.items() if value}
    if given.pop("no_formula_guard", False):
        given["formula_guard"] = False
    if "speaker_names" in given:
        given["speaker_names"] = dict(given["speaker_names"])
    return given


def options_of(names: Iterable[str], given: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The options of each format that has them, without a track before it; one that no format takes is an error."""
    from ..errors import UnknownName
    from ..writing.convert import options_by_format

    try:
        return options_by_format(names, given)
    except UnknownName as error:
        if error.name not in given:
            raise
        message = f"{_flag(error.name)}: none of the formats that are written has this option"
        raise click.UsageError(message) from None
