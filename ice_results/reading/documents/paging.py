"""The page of a list: where the next one begins, and how many results there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...findings import Problem
from ...records import Page
from ..escaping import at
from ..wire import IDENTIFIER, WHOLE, FieldType, Keys

_FIELDS: Mapping[str, tuple[FieldType[Any], tuple[str, ...]]] = {
    "next_token": (IDENTIFIER, ("NextToken", "NextPageToken", "ScrollToken")),
    "total_count": (WHOLE, ("TotalCount", "Total")),
    "max_results": (WHOLE, ("MaxResults", "PageSize")),
}


def take_page(keys: Keys, path: str) -> tuple[Page | None, dict[str, Any], tuple[Problem, ...]]:
    """The page that an answer is, values of it that are not understood, and problems; counts may be text."""
    said: dict[str, Any] = {}
    unused: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, (value_type, aliases) in _FIELDS.items():
        key, value = keys.take_named(*aliases)
        parsed = value_type.read(value, at(path, key))
        problems += parsed.problems
        said |= {name: parsed.value} if parsed.value is not None else {}
        unused |= {key: parsed.unused} if parsed.unused is not None else {}
    return Page(**said) if said else None, unused, tuple(problems)
