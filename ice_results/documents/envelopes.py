"""What is wrapped around a response: SDK dumps, web answers, callbacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..peel import at, peel
from ..wire import Keys


def unwrap(value: Mapping[str, Any], path: str) -> tuple[Any, str, dict[str, Any]] | None:
    """What is inside one envelope, its path, and the envelope's own keys; `None` where there is none."""
    for inner, beside in (("body", "statusCode"), ("data", "status"), ("MessageBody", "")):
        keys = Keys(value)
        if inner in keys and (not beside or beside in keys):
            key, content = keys.take_named(inner)
            peeled = peel(content, at(path, key))
            if isinstance(peeled.value, Mapping):
                return peeled.value, peeled.path, keys.rest()
    return None
