"""The formats by family, and their options, from the table of writers and the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import click

import ice_results
from ice_results.cli import main
from ice_results.errors import InvalidOption
from ice_results.lazy import resolved
from ice_results.writing.outputs import Writer

from .markdown import code, table

_FAMILIES = {
    "captions": ("Subtitles", "players, editing programs, lyrics and karaoke"),
    "texts": ("Text", "reading and searching: transcripts, passages, mind maps, notes, generated texts"),
    "chapters": ("Chapters", "video files, players, podcasts, YouTube"),
    "markers": ("Markers", "editing programs: Resolve, Premiere, Final Cut, Audacity"),
    "boxes": ("Boxes", "players, Label Studio, training data"),
    "tables": ("Tables", "Excel, pandas, DuckDB, Spark"),
    "records": ("Everything", "your own programs: all of a document, read back without loss"),
}
"""The heading and the use of each family; its name is the room in `ice_results/writing/` that writes it."""


def family_of(writer: Writer[Any]) -> str:
    """The room that writes a format; raises `KeyError` for one that has no line above yet."""
    write = resolved(writer.write)
    family = getattr(write, "func", write).__module__.split(".")[2]  # `func`: that of a partial
    if family not in _FAMILIES:
        raise KeyError(f"give the formats of ice_results/writing/{family} a line in docs/from_code/formats.py")
    return str(family)


def _by_family() -> dict[str, list[Writer[Any]]]:
    found: dict[str, list[Writer[Any]]] = {family: [] for family in _FAMILIES}
    for writer in ice_results.formats():
        found[family_of(writer)].append(writer)
    return {family: writers for family, writers in found.items() if writers}


def families() -> str:
    """One row for each family of formats."""
    rows = [[_FAMILIES[family][0], _names(family, each), _FAMILIES[family][1]] for family, each in _by_family().items()]
    return table(["family", "formats", "for"], rows)


def _names(family: str, writers: list[Writer[Any]]) -> str:
    """The formats of a family; of tables the names and the file types that they come in."""
    if family != "tables":
        return code(writer.name for writer in writers)
    names, types = zip(*(writer.name.rsplit(".", 1) for writer in writers), strict=True)
    return f"{code(dict.fromkeys(names))}, each as some of {code(dict.fromkeys(types))}"


def formats() -> str:
    """A section for each family, with a row for each format."""
    return "\n\n".join(_section(family, writers) for family, writers in _by_family().items())


def _section(family: str, writers: list[Writer[Any]]) -> str:
    rows = [
        [
            f"`{writer.name}`{' *' if writer.default else ''}",
            writer.title,
            writer.needs,
            f"`{writer.extra}`" if writer.extra else "–",
            code(field.name for field in attrs.fields(writer.options)),
        ]
        for writer in writers
    ]
    title, use = _FAMILIES[family]
    head = ["format", "what it is", "needs", "extra", "options"]
    return f"## {title}\n\nFor {use}.\n\n{table(head, rows)}"


def options() -> str:
    """A row for each option of any format, in the order of the command line."""
    by_name: dict[str, list[Writer[Any]]] = {}
    for writer in ice_results.formats():
        for field in attrs.fields(writer.options):
            by_name.setdefault(field.name, []).append(writer)
    flags = dict(_flags())
    ordered = sorted(by_name, key=list(flags).index)
    rows = [_option(name, by_name[name], flags[name]) for name in ordered]
    return table(["option", "what it does", "default", "formats"], rows)


def _flags() -> Iterator[tuple[str, click.Option]]:
    """Every option of `convert` by its name in Python."""
    for parameter in main.commands["convert"].params:
        if isinstance(parameter, click.Option) and parameter.name is not None:
            yield parameter.name.removeprefix("no_"), parameter


def _option(name: str, writers: list[Writer[Any]], flag: click.Option) -> list[str]:
    default = {field.name: field.default for field in attrs.fields(writers[0].options)}[name]
    about = _without_families(flag.help or "")
    if not flag.is_flag:
        about += f" Takes {_expected(name, writers[0])}."
    names = f"`{name}`<br>`{flag.opts[0]}`"
    return [names, about, _shown(default), code(each.name for each in writers)]


def _without_families(text: str) -> str:
    """The help of an option without the formats that it begins with, which have a column of their own."""
    about = text.partition(": ")[2] or text
    return about[0].upper() + about[1:]


def _expected(name: str, writer: Writer[Any]) -> str:
    """What an option takes, in the words of the error for something else."""
    try:
        writer.options(**{name: object()})
    except InvalidOption as error:
        return error.expected
    raise AssertionError(f"option {name} of {writer.name} takes anything")


def _shown(default: Any) -> str:
    if default is None or (isinstance(default, Mapping) and not default):
        return "–"
    return code(default if isinstance(default, tuple) else [str(default).lower() if default in (0, 1) else default])
