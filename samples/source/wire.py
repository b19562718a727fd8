"""How the services write a value: JSON as text inside JSON, made-up ids, URLs."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import Any

BUCKET = "yundui-films"
USER = 1402005500000017


def as_text(value: Any) -> str:
    """The value as the compact JSON text that the services put into one field."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def escaped_once_more(text: str) -> str:
    """The text as it arrives where it was escaped one level too often, without quotes around it."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def hex_id(name: str) -> str:
    """An id of 32 hexadecimal digits, always the same for the same name."""
    return hashlib.md5(name.encode()).hexdigest()


def request_id(name: str) -> str:
    """A request id, always the same for the same name."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name)).upper()


def oss(name: str) -> str:
    """The URL of a file that was given to a job."""
    return f"oss://{BUCKET}.oss-cn-chengdu.aliyuncs.com/{name}"


def url(name: str) -> str:
    """The URL of a file that a job made."""
    return f"https://media.yundui.example/{name}"
