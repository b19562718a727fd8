"""Values as people read them in messages."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# A message is one line of a terminal, and the value is half of it at most.
_SHOWN = 60
LONE_SURROGATE = "[\ud800-\udfff]"
"""Half of a surrogate pair: Python text may hold one, no file can."""


def is_huge(value: object) -> bool:
    """Whether this is a whole number of thousands of digits, more than Python writes."""
    return isinstance(value, int) and value.bit_length() > 10_000


def counted(number: int, noun: str) -> str:
    """A number with its noun: 1 line, 2 lines."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def described(value: object) -> str:
    """A value as people read it in a message: as JSON, on one line, shortened."""
    if isinstance(value, str):
        text = on_one_line(json.dumps(value[: _SHOWN * 2], ensure_ascii=False))
    elif isinstance(value, Mapping):
        keys = ", ".join(str(key) for key in list(value)[:6])
        text = f"an object with the keys {keys}" if value else "an empty object"
    elif isinstance(value, list | tuple):
        text = f"a list of {len(value)}" if value else "an empty list"
    elif value is None or isinstance(value, bool):
        text = json.dumps(value)
    else:
        text = "a number of thousands of digits" if is_huge(value) else str(value)
    text = re.sub(LONE_SURROGATE, "�", text)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def on_one_line(text: str) -> str:
    """Text with every line end and control as its escape; JSON leaves some of them as they are."""
    return text if text.isprintable() else "".join(map(_printable, text))


def _printable(sign: str) -> str:
    return sign if sign.isprintable() or "\ud800" <= sign <= "\udfff" else f"\\u{ord(sign):04x}"
