"""What is asked for on the command line as the options of formats, checked before anything is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .parameters import advised

if TYPE_CHECKING:
    from pathlib import Path

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


def target_file(output: str) -> tuple[Path | None, str]:
    """The one file that -o names, such as `out/talk.srt`, and its format; none for a folder and standard output."""
    from pathlib import Path

    from ..errors import UnknownName
    from ..writing.formats import split_format

    path = Path(output)
    if output == "-" or output.endswith(("/", os.sep)) or path.is_dir():
        return None, ""
    try:
        stem, name = split_format(path.name)
    except UnknownName:
        return None, ""
    return (path, name) if stem else (None, "")


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
