"""What is asked for on the command line, checked before anything is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..errors import InvalidOption, UnknownName

T = TypeVar("T")

_FLAGS = {"formula_guard": "no-formula-guard", "speaker_names": "speaker"}


def not_blank(ctx: click.Context, param: click.Parameter, value: T) -> T:
    """The value of an option, or its values; blanks and commas alone are wrong usage."""
    for text in value if isinstance(value, tuple) else (value,):
        if isinstance(text, str) and not text.replace(",", " ").strip():
            raise click.UsageError(f"{param.opts[-1]} wants a value", ctx)
    return value


def checked(action: Callable[[], T]) -> T:
    """The result of an action whose errors are wrong usage."""
    from ..errors import InvalidOption, UnknownName

    try:
        return action()
    except (InvalidOption, UnknownName) as error:
        raise click.UsageError(_advised(error)) from None


def _advised(error: InvalidOption | UnknownName) -> str:
    """What the error says, and what it could mean here."""
    from difflib import get_close_matches

    what, known = getattr(error, "what", ""), getattr(error, "known", ())
    if what == "format" and (near := get_close_matches(error.name, known, 1)):
        return f"{error}; did you mean {near[0]}?"
    return str(error)


def format_names(given: Iterable[str], with_track: bool = False) -> tuple[str, ...]:
    """The formats that are named, with commas or one by one; `with_track`, one may have a track before it."""
    from ..writing.formats import split_format, writer_named

    asked = [name.strip() for each in given for name in each.split(",") if name.strip()]
    if with_track:
        return tuple(dict.fromkeys(".".join(filter(None, split_format(name))) for name in asked))
    return tuple(dict.fromkeys(writer_named(name).name for name in asked))


def checked_kind(kind: str | None) -> str | None:
    """The kind, where one is given; one that does not exist is wrong usage."""
    from ..reading.payloads import reader_of_kind

    if kind is not None:
        checked(lambda: reader_of_kind(kind))
    return kind


def asked(flags: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, by the names that formats know them by."""
    given = {name: value for name, value in flags.items() if value}
    if given.pop("no_formula_guard", False):
        given["formula_guard"] = False
    if "speaker_names" in given:
        given["speaker_names"] = _speakers(given["speaker_names"])
    if "region" in given:
        given["region"] = _box(given["region"])
    return given


def _speakers(texts: Iterable[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in texts]
    if wrong := [pair[0] for pair in pairs if not (pair[0] and pair[2])]:
        raise click.UsageError(f"--speaker takes ID=NAME, as in --speaker 1=Anna, not {wrong[0]!r}")
    return {speaker: name for speaker, _, name in pairs}


def _box(text: str) -> Any:
    """A box from its edges: left, top, right, bottom."""
    from ..records import Box

    try:
        left, top, right, bottom = map(float, text.split(","))
    except ValueError:
        raise click.UsageError(f"--region takes left,top,right,bottom in pixels, not {text!r}") from None
    return Box(left, top, right, bottom)


def options_of(names: Iterable[str], given: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The options of each format that has them, without a track before it; one that no format takes is an error."""
    from attrs import fields

    from ..writing.convert import options_for
    from ..writing.formats import DEFAULT_FORMATS, split_format, writer_named

    chosen = {name: writer_named(name) for _, name in map(split_format, names or DEFAULT_FORMATS)}
    taken = {name: {field.name for field in fields(writer.options)} for name, writer in chosen.items()}
    for option in given:
        if not any(option in known for known in taken.values()):
            flag = _FLAGS.get(option, option.replace("_", "-"))
            raise click.UsageError(f"--{flag}: none of the formats that are written has this option")
    options = {name: {key: given[key] for key in known & given.keys()} for name, known in taken.items()}
    for name, writer in chosen.items():
        options_for(writer, options[name])
    return options
