"""Commands that only look: what is in a result, and what can be written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from .parameters import encoding_option, kind_option
from .streams import ALL_DONE, SOMETHING_FAILED, is_terminal, print_out, tell


@click.command(short_help="Print INPUT with every escaped level decoded.")
@click.argument("source", metavar="INPUT")
@encoding_option
def unwrap(source: str, encoding: str | None) -> None:
    """Print INPUT with every escaped level decoded, as pretty JSON.

    \b
    ice-results unwrap talk.json
    ice-results unwrap - < talk.json
    """
    import orjson

    from ..reading.documents import values_in
    from ..reading.escaping import peel_deep

    def show(found: Any) -> None:
        for value in values_in(found.read(), encoding):
            opened = peel_deep(value.decoded())
            print_out(orjson.dumps(opened, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))

    sys.exit(_for_each([source], show))


@click.command(short_help="Show what is in INPUT.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@kind_option
@encoding_option
@click.option("--plain", is_flag=True, help="Print aligned text without colour, as in a pipe.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of what is printed; as JSON nothing is shortened.",
)
def show(inputs: tuple[str, ...], kind: str | None, encoding: str | None, plain: bool, shape: str) -> None:
    """Show what is in INPUT: jobs, tracks, tags with their shares, chapters, notes, problems.

    \b
    ice-results show talk.json
    ice-results show saved/ | less
    ice-results show saved/ --format json > what-is-there.json

    On a terminal it is in colour if rich is installed: pip install 'ice-results[terminal]'
    """
    from importlib.util import find_spec

    from ..reading.documents import parse_all
    from ..views.summary import summary, summary_as_json
    from ..views.terminal import as_plain_text, print_rich

    listed: list[Any] = []
    in_colour = not plain and is_terminal(sys.stdout) and find_spec("rich") is not None

    def describe(found: Any) -> None:
        for document in parse_all(found.read(), kind=kind, name=found.label, encoding=encoding):
            if shape == "json":
                listed.append(summary_as_json(found.label, document))
                continue
            print_out(f"{found.label}\n")
            sections = summary(document)
            print_rich(sections) if in_colour else print_out(f"{as_plain_text(sections)}\n")

    status = _for_each(inputs, describe)
    if shape == "json":
        from ..records.as_json import json_text

        print_out(f"{json_text(listed, indented=True)}\n", status)
    sys.exit(status)


@click.command(short_help="List the formats that can be written.")
def formats() -> None:
    """List the formats that can be written, with what each needs, the extra to install and its options."""
    from attrs import fields

    from ..writing.formats import WRITERS

    width = max(len(writer.name) for writer in WRITERS)
    needs = max(len(writer.needs) for writer in WRITERS)
    lines = []
    for writer in WRITERS:
        default = " *" if writer.default else ""
        lines.append(f"{writer.name:{width}}  {writer.needs:{needs}}  {writer.title}{default}")
        if writer.extra:
            lines.append(f"{'':{width}}    extra: pip install 'ice-results[{writer.extra}]'")
        if options := ", ".join(field.name for field in fields(writer.options)):
            lines.append(f"{'':{width}}    options: {options}")
    print_out("\n".join([*lines, "* written by default", ""]))


def _for_each(inputs: Iterable[str], action: Callable[[Any], None]) -> int:
    """Do something with every source, tell of those that cannot be read, and give the exit status."""
    from ..batch.results import reason_of
    from ..batch.sources import find_sources
    from ..errors import IceResultsError

    status = ALL_DONE
    for source in find_sources(inputs):
        try:
            action(source)
        except (OSError, IceResultsError) as error:
            tell(f"{source.label}: {reason_of(error)}")
            status = SOMETHING_FAILED
    return status
