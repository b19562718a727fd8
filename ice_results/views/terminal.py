"""Tables in the terminal: aligned plain text for a pipe, rich where there is a terminal and rich is there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from .summary import Section


def as_plain_text(sections: Iterable[Section]) -> str:
    """The tables with their columns aligned, wide characters counted as two."""
    return "\n".join("\n".join(_lines(section)) + "\n" for section in sections)


def _lines(section: Section) -> Iterable[str]:
    yield section.title
    rows = [section.columns, *section.rows]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _width(text: str) -> int:
    return sum(_width_of(sign) for sign in text)


def _width_of(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def print_rich(sections: Iterable[Section]) -> None:
    """The tables in colour, fitted to the terminal; raises `ImportError` without rich."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    for section in sections:
        table = Table(title=section.title, title_justify="left", title_style="bold", header_style="dim", box=None)
        for column in section.columns:
            table.add_column(column, overflow="fold")
        for row in section.rows:
            table.add_row(*map(Text, row))
        console.print(table)
        console.print()
