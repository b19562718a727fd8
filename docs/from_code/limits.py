"""The bounds of the package, read from its constants."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from .markdown import first_sentence, table

_PACKAGE = Path(__file__).parents[2] / "ice_results"
_OTHERS: Mapping[str, str] = {
    "MISSING_END_MS": "milliseconds for which a cue without an end is shown, where there is room",
    "HARD_PAUSE_MS": "milliseconds of silence that no cue reaches across",
    "_LATEST_MS": "milliseconds: the last instant of an SRT file; later cues end there",
    "_MP4_TITLE_BYTES": "bytes of a chapter's title with `fill_gaps`, as MP4 counts them",
    "_YOUTUBE_FEWEST": "chapters: fewer are not shown by YouTube, and not written",
    "_YOUTUBE_SHORTEST_MS": "milliseconds: YouTube shows no shorter chapter",
    "_YOUTUBE_LONGEST_BYTES": "bytes of a YouTube description",
    "STREAMED_BYTES": "bytes: JSON Lines of more are read line by line, and have no bound",
    "MOST_FILES": "files that a process of --jobs is given at once",
    "LATEST_MS": "milliseconds: nothing on a timeline is written after this instant",
    "SHEET_ROWS": "rows of a sheet in Excel, its header too; more go on in another sheet",
    "CELL_CHARACTERS": "characters of a cell in Excel; longer text is cut and listed",
}
"""Bounds whose names do not begin with MAX, each with what it counts."""


def bounds() -> str:
    """A row for each bound: every constant MAX_… with the docstring below it, and those above."""
    found = {name: (module, below) for module, name, below in _constants()}
    if lost := _OTHERS.keys() - found:
        raise KeyError(f"say in docs/from_code/limits.py what became of {', '.join(sorted(lost))}")
    rows = [(name, docstring(name, below)) for name, (_, below) in found.items() if name.startswith("MAX_")]
    return table(
        ["limit", "of what", "in"],
        ([_shown(found[name][0], name), about, f"`{found[name][0]}`"] for name, about in [*rows, *_OTHERS.items()]),
    )


def _constants() -> Iterator[tuple[str, str, ast.stmt | None]]:
    """Every constant of the package: its module, its name, and the statement below it."""
    for path in sorted(_PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(_PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for node, below in zip(body, [*body[1:], None]):
            yield from ((module, name, below) for name in _names(node))


def _names(node: ast.stmt) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def docstring(name: str, node: ast.stmt | None) -> str:
    """The docstring below a constant; raises `AssertionError` where there is none."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        text = first_sentence(node.value.value).rstrip(".")
        return text[0].lower() + text[1:]
    raise AssertionError(f"{name} has no docstring below it that says what it bounds")


def _shown(module: str, name: str) -> str:
    """A number as people read it."""
    value = getattr(import_module(f"ice_results.{module}"), name)
    return f"{value >> 30} GiB" if value >= 1 << 30 and value % (1 << 30) == 0 else f"{value:,}"
