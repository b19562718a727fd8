"""Recognised text as lines that a caption can show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .scripts import is_ideographic

_LINE_ENDS = "[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_CONTROLS_AND_LINE_ENDS = "[\x00-\x1f\x7f-\x9f\u2028\u2029]"
# Large enough that one look costs little for each text, small enough that one unusual text slows few others.
_BLOCK = 512
"""Texts that are looked at together: one unusual text sends no more than these through the slow path."""


def one_line(text: str) -> str:
    """Text on one line: white space and control characters collapse to single spaces."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def caption_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold anything, without control characters and outer white space.

    Whatever any reader takes for a line end ends a line here, so that none of them finds another.
    """
    lines = (_CONTROLS.sub(" ", line).strip() for line in re.split(_LINE_ENDS, text))
    return tuple(line for line in lines if line)


def lines_of_each(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """`caption_lines` of each text. Most texts are one clean line already, which is checked for many at once."""
    found: list[tuple[str, ...]] = []
    for first in range(0, len(texts), _BLOCK):
        block = texts[first : first + _BLOCK]
        found += zip(block) if _each_is_one_line(block) else map(caption_lines, block)
    return found


def _each_is_one_line(texts: Sequence[str]) -> bool:
    """Whether every text holds something, and nothing that `caption_lines` would change."""
    if not all(texts) or list(map(str.strip, texts)) != texts:
        return False
    text = "".join(texts)
    return text.isprintable() or not re.search(_CONTROLS_AND_LINE_ENDS, text)


def joined(lines: Sequence[str]) -> str:
    """Lines as one, with a space between them but where ideographs, or punctuation beside them, meet."""
    text = lines[0] if lines else ""
    for line in lines[1:]:
        text += line if _touch(text, line) else f" {line}"
    return text


def _touch(before: str, after: str) -> bool:
    """Whether two texts follow each other without a space."""
    edges = before[-1:] + after[:1]
    if any(map(is_ideographic, edges)):
        return True
    both = before[-4:] + after[:4]
    return any(sign in _SHARED_PUNCTUATION for sign in edges) and any(map(is_ideographic, both))


_SHARED_PUNCTUATION = frozenset("“”‘’—…·")
