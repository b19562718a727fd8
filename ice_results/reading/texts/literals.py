"""What Python prints of dicts and lists: literals, read by the standard library and never run."""

from __future__ import annotations

import ast
import re
import warnings
from typing import Any

from .found import Found, note

MAX_LITERAL = 1 << 22
"""The longest text in characters that is read as what Python prints: reading takes more than a hundred times that."""

_OPENING = re.compile(r"\s*+(?:[\[({]\s*+){1,5}+'")
_NOTE = "read as what Python prints, not JSON"


def python_literals(text: str) -> list[Found]:
    """The dict or list that a text prints, or those on its lines; none in any other text."""
    if len(text) > MAX_LITERAL or not _OPENING.match(text):
        return []
    if (value := literal(text)) is not None:
        return [Found(value, notes=note(_NOTE))]
    return _on_lines(text)


def _on_lines(text: str) -> list[Found]:
    """A literal for each line; none where a line is something else."""
    found: list[Found] = []
    for number, line in enumerate(text.split("\n"), 1):
        value = literal(line)
        if value is not None:
            found.append(Found(value, f"line {number}", note(_NOTE)))
        elif line.strip():
            return []
    return found


def literal(text: str) -> Any:
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
