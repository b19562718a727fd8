"""Answers with every field of a reference page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .page_fields import Table

Tokens = tuple[str, ...]
Writer = Callable[[Any], Any]


def escaped(value: Any) -> str:
    """JSON text, as the pages describe it."""
    return json.dumps(value, ensure_ascii=False)


def tokens_of(path: str) -> Tokens:
    """The steps of a path: a key, `[]` for an element of an array, an arrow where JSON text begins."""
    return tuple(re.findall(r"\[\]|→|[^.\[\]→\s]+", path))


def built(values: Iterable[tuple[Tokens, Any]], write: Writer = escaped, unlisted: Iterable[str] = ()) -> Any:
    """The object in which each value is at its path; one of `unlisted` is added to every object in it."""
    root: dict[str, Any] = {}
    for tokens, value in values:
        branch = root
        for token in tokens[:-1]:
            branch = branch.setdefault(token, {})
        branch[tokens[-1]] = value
    return _rendered(root, write, iter(unlisted))


def _rendered(branch: Any, write: Writer, unlisted: Iterator[str]) -> Any:
    if not isinstance(branch, dict):
        return branch
    if "→" in branch:
        return write(_rendered(branch["→"], write, unlisted))
    if "[]" in branch:
        return [_rendered(branch["[]"], write, unlisted)]
    rendered = {key: _rendered(item, write, unlisted) for key, item in branch.items()}
    added = next(unlisted, None)
    return rendered if added is None else {**rendered, "UnlistedKey": added}


def response(table: Table, payload: Any, write: Writer = escaped) -> Any:
    """The whole response of a table: the payload itself, or around it the least that its operation answers."""
    if table.around is None:
        return payload
    if table.around == "QuerySmarttagJob":
        results = {"Result": [{"Type": table.name, "Data": write(payload)}]}
        return {"RequestId": "REQ-around", "JobStatus": "Success", "Results": results}
    return {"State": "Finished", "SmartJobInfo": {"JobType": table.name}, "JobResult": {"AiResult": write(payload)}}


def full_values(table: Table) -> list[tuple[Tokens, Any]]:
    """Every field of a table with its value."""
    return [(tokens_of(field.path), field.value) for field in table.fields]
