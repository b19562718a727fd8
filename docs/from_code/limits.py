"""The bounds of the package, read from its constants."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from .markdown import first_sentence, table

_PACKAGE = Path(__file__).parents[2] / "ice_results"
_OTHERS = (
    ("reading.payloads.notes", "_DEEPEST", "levels of topics in a mind map; those below are left out and listed"),
    ("captions.cues", "MISSING_END_MS", "milliseconds for which a cue without an end is shown, where there is room"),
    ("captions.limits", "HARD_PAUSE_MS", "milliseconds of silence that no cue reaches across"),
    ("writing.captions.srt", "_LATEST_MS", "milliseconds: the last instant of an SRT file; later cues end there"),
    ("writing.chapters.model", "_MP4_TITLE_BYTES", "bytes of a chapter's title with `fill_gaps`, as MP4 counts them"),
    ("writing.chapters.text", "_YOUTUBE_FEWEST", "chapters: fewer are not shown by YouTube, and not written"),
    ("writing.chapters.text", "_YOUTUBE_SHORTEST_MS", "milliseconds: YouTube shows no shorter chapter"),
    ("writing.chapters.text", "_YOUTUBE_LONGEST_BYTES", "bytes of a YouTube description"),
    ("writing.markers.edl", "_FASTEST", "frames a second in an EDL, which has two digits for them"),
    ("writing.timecode", "LATEST_MS", "milliseconds: no marker is written after this instant"),
    ("writing.tables.xlsx", "SHEET_ROWS", "rows of a sheet, its header too; more go on in another sheet"),
    ("writing.tables.xlsx", "CELL_CHARACTERS", "characters of a cell; longer text is cut and listed"),
)
"""Bounds that no name tells from other numbers: the module, the constant, and what it counts."""


def bounds() -> str:
    """A row for each bound of what is read, whose names begin with MAX, and of what is written."""
    rows = [*_largest(), *((module, name, about) for module, name, about in _OTHERS)]
    return table(["limit", "of what", "in"], (_row(*row) for row in rows))


def _largest() -> Iterator[tuple[str, str, str]]:
    """Every constant whose name begins with MAX_, with the docstring below it."""
    for path in sorted(_PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(_PACKAGE).with_suffix("").parts)
        body = ast.parse(path.read_text(encoding="utf-8")).body
        for node, following in zip(body, [*body[1:], None]):
            for name in _names(node):
                if name.startswith("MAX_"):
                    yield module, name, docstring(name, following)


def _names(node: ast.stmt) -> Iterator[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    yield from (target.id for target in targets if isinstance(target, ast.Name))


def docstring(name: str, node: ast.stmt | None) -> str:
    """The docstring below a constant; raises `AssertionError` where there is none."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        text = first_sentence(node.value.value).rstrip(".")
        return text[0].lower() + text[1:]
    raise AssertionError(f"{name} has no docstring below it that says what it bounds")


def _row(module: str, name: str, about: str) -> list[str]:
    value = getattr(import_module(f"ice_results.{module}"), name)
    shown = f"{value >> 30} GiB" if value >= 1 << 30 and value % (1 << 30) == 0 else f"{value:,}"
    return [shown, about, f"`{module}`"]
