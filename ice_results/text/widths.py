"""How wide text is on screen."""

from __future__ import annotations

import unicodedata
from itertools import accumulate


class _HalfWidths(dict[str, int]):
    """The width of each character in halves, looked up once: 0 for marks that stand on others."""

    def __missing__(self, sign: str) -> int:
        width = 2 if unicodedata.east_asian_width(sign) in "WFA" else 1
        self[sign] = width = 0 if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc") else width
        return width


_half_widths = _HalfWidths().__getitem__


def display_width(text: str, language: str) -> float:
    """The width of a line: 1 for a wide and 0.5 for a narrow character in Chinese, Japanese and Korean,
    1 for each character elsewhere; marks that stand on others count nothing."""
    if text.isascii():
        return float(len(text)) if language == "latin" else len(text) / 2
    if language == "latin":
        return float(len(text) - list(map(_half_widths, text)).count(0))
    return sum(map(_half_widths, text)) / 2


def widths_reached(text: str, language: str) -> list[float]:
    """The width of what is before each character of a line, and last that of the whole line."""
    if language == "latin":
        return list(accumulate((float(width > 0) for width in map(_half_widths, text)), initial=0.0))
    return [halves / 2 for halves in accumulate(map(_half_widths, text), initial=0)]


def is_within(line: str, limit: float, language: str) -> bool:
    """Whether a line is no wider than a limit: by the number of its characters where that tells it already."""
    if len(line) <= limit:
        return True
    if language != "latin" and len(line) - len(line.encode("ascii", "ignore")) / 2 <= limit:
        return True
    return display_width(line, language) <= limit
