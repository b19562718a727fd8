"""Tables in Markdown, and the places in a page that they go to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar or a line end inside a cell does not end the cell."""
    lines = [head, ["---"] * len(head), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def code(names: Iterable[str]) -> str:
    """Names as code with commas between them, a dash where there is none."""
    return ", ".join(f"`{name}`" for name in names) or "–"


def first_sentence(docstring: str | None) -> str:
    """The first sentence of a docstring, on one line, without the code that a colon leads to."""
    sentence = re.split(r"(?<=\.)\s|\n\n", (docstring or "").strip(), maxsplit=1)[0]
    return " ".join(sentence.split()).rstrip(":")


def spliced(page: str, name: str, content: str) -> str:
    """The page with the content between `<!-- name -->` and `<!-- /name -->`; raises `ValueError` without them."""
    opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    before, found, rest = page.partition(opening)
    _, closed, after = rest.partition(closing)
    if not (found and closed):
        raise ValueError(f"no place between {opening.strip()} and {closing}")
    return f"{before}{opening}{content.strip()}\n{closing}{after}"
