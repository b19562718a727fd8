"""Scripts: which language a text is in, how wide it is, and where its lines may end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_KANA = re.compile("[\u3040-\u30ff\uff66-\uff9d]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
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
    han, kana, hangul = (len(script.findall(text)) for script in (_HAN, _KANA, _HANGUL))
    letters = sum(map(str.isalpha, text))
    if (han + kana + hangul) * 4 < letters:
        return "latin"
    if hangul > han + kana:
        return "ko"
    return "ja" if kana * 10 > han else "zh"


@lru_cache(8192)
def _half_widths(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WFA" else 1


def display_width(text: str, language: str) -> float:
    """The width of a line: 1 for a wide and 0.5 for a narrow character in Chinese, Japanese and Korean,
    1 for each character elsewhere; marks that stand on others count nothing."""
    if language == "latin":
        return float(len(text)) if text.isascii() else float(sum(_half_widths(sign) > 0 for sign in text))
    if text.isascii():
        return len(text) / 2
    return sum(map(_half_widths, text)) / 2
