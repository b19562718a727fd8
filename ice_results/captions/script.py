"""Scripts: which language a text is in, how wide it is, and where its lines may end."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

_KANA = (("\u3040", "\u30ff"), ("\uff66", "\uff9d"))
_HANGUL = (("\uac00", "\ud7a3"), ("\u1100", "\u11ff"), ("\u3130", "\u318f"))
_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
"""The first and last characters of each script's ranges, which as patterns would take milliseconds to compile."""
_SAMPLED = 4000
_CODES = {"zh": "zh", "cn": "zh", "yue": "zh", "chinese": "zh", "ja": "ja", "jp": "ja", "japanese": "ja"}
_CODES |= {"ko": "ko", "kr": "ko", "korean": "ko"}


def language_of(named: str | None, texts: Iterable[str]) -> str:
    """The group of a language: that of its name or code, else of the script that the texts are in."""
    if named:
        first = re.split(r"[-_ ]", named.strip().lower())[0]
        return _CODES.get(first, "latin")
    sample = ""
    for text in texts:
        sample += text
        if len(sample) >= _SAMPLED:
            break
    return language_of_text(sample)


def language_of_text(text: str) -> str:
    """The group of the language that a text is in, by its script."""
    if text.isascii():
        return "latin"
    signs = Counter(text)
    han, kana, hangul = (_count(signs, script) for script in (_HAN, _KANA, _HANGUL))
    letters = sum(map(str.isalpha, text))
    if (han + kana + hangul) * 4 < letters:
        return "latin"
    if hangul > han + kana:
        return "ko"
    return "ja" if kana * 10 > han else "zh"


def _count(signs: Mapping[str, int], script: Sequence[tuple[str, str]]) -> int:
    """How many of the counted characters are of a script."""
    return sum(count for sign, count in signs.items() if any(first <= sign <= last for first, last in script))


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
