"""The commands with their options, from the command line's own help."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

import click

from ice_results.cli import main

from .markdown import table


def commands() -> str:
    """A section for each command: its help, and a row for each option."""
    return "\n\n".join(_section(name, main.commands[name]) for name in sorted(main.commands))


def _section(name: str, command: click.Command) -> str:
    parts = [f"## {name}", *_paragraphs(cleandoc(command.help or "")), *_options(command)]
    return "\n\n".join(parts)


def _paragraphs(help_text: str) -> Iterator[str]:
    """The paragraphs of a help text; those that click leaves as they are become code."""
    for paragraph in help_text.split("\n\n"):
        yield f"```\n{paragraph[2:].strip()}\n```" if paragraph.startswith("\b") else " ".join(paragraph.split())


def _options(command: click.Command) -> Iterator[str]:
    rows = [_row(each) for each in command.params if isinstance(each, click.Option)]
    if rows:
        yield table(["option", "what it does"], rows)


def _row(option: click.Option) -> list[str]:
    value = "" if option.is_flag else f" {_value_name(option)}"
    return [f"`{', '.join(option.opts)}{value}`", option.help or ""]


def _value_name(option: click.Option) -> str:
    """What the value of an option is called, without bars, which not every reader of Markdown takes in a table."""
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    return "/".join(map(str, choices)) or (option.metavar or "TEXT").replace("|", "/")
