"""What Python prints of dicts and lists: literals, read by the standard library and never run."""

from __future__ import annotations

import ast
import re
import warnings
from typing import Any

from .found import Found, note

MAX_LITERAL = 1 << 22
"""The longest text in characters that is read as what Python prints: reading takes more than a hundred times that."""

_OPENING = re.compile(r"[\[({]\s*(?:[\[({]\s*)?'")
_NOTE = "read as what Python prints, not JSON"


def python_literals(text: str) -> list[Found]:
    """The dict or list that a text prints, those on its lines, or the one between other text; none in any other."""
    if len(text) > MAX_LITERAL or not (opening := _OPENING.search(text)):
        return []
    if not text.lstrip().startswith(("{", "[", "(")):
        return _between_text(text, opening.start())
    if '"' in text[: opening.end()]:
        return []
    if (value := _literal(text)) is not None:
        return [Found(value, notes=note(_NOTE))]
    return _on_lines(text)


def _on_lines(text: str) -> list[Found]:
    """A literal for each line; none where a line is something else."""
    found: list[Found] = []
    for number, line in enumerate(text.split("\n"), 1):
        value = _literal(line)
        if value is not None:
            found.append(Found(value, f"line {number}", note(_NOTE)))
        elif line.strip():
            return []
    return found


def _between_text(text: str, start: int) -> list[Found]:
    """The one literal between other text, from the first bracket of one to the last bracket there is."""
    end = max(text.rfind("}"), text.rfind("]")) + 1
    value = _literal(text[start:end])
    line = text.count("\n", 0, start) + 1
    return [] if value is None else [Found(value, notes=note(f"{_NOTE}, between other text from line {line} on"))]


def _literal(text: str) -> Any:
    """The dict or list that a text is in Python; `None` for anything else, and for what JSON could not hold."""
    stripped = text.strip()
    if not stripped.startswith(("{", "[", "(")):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warns of backslashes that it does not know in strings
            value = ast.literal_eval(stripped)
        return value if isinstance(value, dict | list | tuple) and _is_plain(value) else None
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def _is_plain(value: Any) -> bool:
    """Whether JSON could hold a value."""
    if isinstance(value, dict):
        return all(isinstance(key, str | int | float) for key in value) and all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)
