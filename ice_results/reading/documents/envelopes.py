"""What is wrapped around a response: SDK dumps, web answers, callbacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..wire import Keys

_SUBJECTS = ("JobId", "TaskId", "MediaId", "VideoId")


def open_envelope(value: Mapping[str, Any], path: str) -> tuple[Any, str, dict[str, Any]] | None:
    """What is inside one envelope, its path, and the envelope's own keys; `None` where there is none.

    `{headers, statusCode, body}`, `{status, data}` with a number as status, `{EventType, MessageBody}`.
    """
    keys = Keys(value)
    if "MessageBody" in keys:
        inner = "MessageBody"
    elif "body" in keys and "statusCode" in keys:
        inner = "body"
    elif "data" in keys and _is_number(Keys(value).take("status")) and not any(name in keys for name in _SUBJECTS):
        inner = "data"
    else:
        return None
    _, content = keys.open(path, inner)
    return (content.value, content.path, keys.unused()) if isinstance(content.value, Mapping) else None


def _is_number(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or (isinstance(value, str) and value.isdigit())
