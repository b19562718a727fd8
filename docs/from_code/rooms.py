"""The rooms of the package, each with the first sentence of its docstring."""

from __future__ import annotations

import ast
from pathlib import Path

from .markdown import first_sentence, table

_PACKAGE = Path(__file__).parents[2] / "ice_results"


def rooms() -> str:
    """A row for each folder of the package, and for each module that is in none."""
    modules = (path for path in _PACKAGE.glob("*.py") if not path.name.startswith("_"))
    places = sorted([*modules, *(path.parent for path in _PACKAGE.rglob("*/__init__.py"))])
    return table(["room", "what is in it"], ([f"`{_name(place)}`", _about(place)] for place in places))


def _name(place: Path) -> str:
    return f"{place.relative_to(_PACKAGE)}{'/' if place.is_dir() else ''}"


def _about(place: Path) -> str:
    file = place / "__init__.py" if place.is_dir() else place
    return first_sentence(ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))))
