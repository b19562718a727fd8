"""What is never parted where it fits a line: names, numbers and their units, dates, quotations, words that are known.

Between words of an alphabet a place is tied by the words at its sides; in Chinese, Japanese and Thai stretches are
tied whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...text.kinsoku import SPACES
from ...text.shorthand import LEADING_ABBREVIATIONS, MONTHS, OTHER_ABBREVIATIONS, UNITS, WORDS_TOO

_OF = frozenset(("de", "del"))
_LONE_PRONOUN = re.compile("I(?:['’].*)?")
_OPENING, _CLOSING = "([{“‘„‚«‹\"'¿¡", ")]}”’»›\"'"
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_NUMBER = re.compile(r"[+\-−~≈<>]?[$£€¥]?\d[\d.,:/]*(?:[-–]\d[\d.,:/]*)?")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:\.|st|nd|rd|th|er|º)?")
_YEAR = re.compile(r"[12]\d{3}")
_COUNTED = (
    "个個名位只隻条條张張件本部台辆輛架艘座栋棟间間家所处處块塊片根支枝把双雙对對副套份封颗顆粒滴杯瓶碗盘盤盒箱包袋袋"
    "次回趟遍场場届屆期轮輪步级級层層楼樓号號日天年月周週岁歲代世纪点點分秒时時刻种種类類样樣项項篇首句段章页頁行幅"
    "元块毛角分美欧歐镑鎊円圆圓米公厘毫千克斤吨噸升里尺寸亩畝平度倍成人口亿億万萬百折股票克"
)
_NUMERAL = r"\d零〇一二三四五六七八九十百千万萬亿億两兩几幾半数數"
_ASIAN = (
    r"(?<!\d)(?:\d+年(?:\d+月)?(?:\d+[日号號])?|\d+月\d+[日号號]?|\d+[点點时時]\d+分)",  # dates and times
    r"(?:https?://|www\.)[!-~]+",
    rf"(?:第|(?<![{_NUMERAL}.,]))[{_NUMERAL}][{_NUMERAL}多余餘.,]*[{_COUNTED}]",
    r"《[^《》]*》",
    r"〈[^〈〉]*〉",
    r"「[^「」]*」",
    r"『[^『』]*』",
    r"【[^【】]*】",
    r"（[^（）]*）",
    r"“[^“”]*”",
    r"‘[^‘’]*’",
    r'"[^"]*"',
)
_ASIAN_TIES = tuple(map(re.compile, _ASIAN))


class _Traits(NamedTuple):
    """What a written word is to its neighbours."""

    bare: str
    opens: bool
    closed: bool
    abbreviates: bool
    leads: bool
    capital: bool
    named: bool
    number: bool


@lru_cache(16384)
def _traits(word: str, following: str = "") -> _Traits:
    """Of a word with its punctuation: what it is without, and whether punctuation stands at its ends; `following` is
    the character behind it."""
    bare = word.strip(_OPENING + _CLOSING + ",;:!?…—–")
    abbreviates = bare.endswith(".") and is_abbreviation(bare, following)
    core = bare if _NUMBER.fullmatch(bare) else bare.rstrip(".")
    tail = word[word.rfind(bare) + len(bare) :] if bare else word
    closed = bool(tail) or (bare.endswith(".") and not abbreviates and not core[:1].isdigit())
    capital = core[:1].isupper() and not _LONE_PRONOUN.fullmatch(core)
    return _Traits(
        core,
        word[:1] != bare[:1],
        closed,
        abbreviates,
        abbreviates and (core.lower() in LEADING_ABBREVIATIONS or len(core) == 1),
        capital,
        capital or (any(map(str.isupper, core)) and not _LONE_PRONOUN.fullmatch(core)),
        bool(_NUMBER.fullmatch(core)),
    )


def is_abbreviation(word: str, following: str) -> bool:
    """Whether a word with a full stop at its end is short for another, by the character that follows: what is ends no
    sentence, but for one such as `etc.` before a capital."""
    core = word.rstrip(".")
    low = core.lower()
    if low in WORDS_TOO and not (core[:1].isupper() or following.isdigit()):
        return False
    if _DOTTED.fullmatch(low) or low in LEADING_ABBREVIATIONS or (len(core) == 1 and core.isalpha() and core != "I"):
        return True
    return low in OTHER_ABBREVIATIONS and not following.isupper()


def is_tied(text: str, index: int) -> bool:
    """Whether the words at the sides of a space belong together whatever a model says."""
    before, after = text[max(index - 64, 0) : index].split()[-3:], text[index : index + 64].split(None, 2)[:2]
    if not before or not after:
        return False
    left, right = _traits(before[-1], after[0][0]), _traits(after[0])
    if right.opens:
        return False
    if left.closed:
        return before[-1].endswith(",") and _in_date(before, after)
    if left.leads:
        return bool(right.bare)
    return (
        (left.number and right.bare in UNITS)
        or (left.named and (right.number or (left.capital and right.capital)))
        or _in_date(before, after)
    )


def _in_date(before: list[str], after: list[str]) -> bool:
    """Whether a place is inside a date: `3 March | 2024`, `March | 3, 2024`, `3 de | marzo`."""
    words = [_traits(word).bare.lower() for word in (*before, *after)]
    middle = len(before)
    left, right = words[middle - 1], words[middle]
    if right in MONTHS:
        return bool(_DAY.fullmatch(left)) or (left in _OF and middle > 1 and bool(_DAY.fullmatch(words[middle - 2])))
    if left in MONTHS:
        return bool(_DAY.fullmatch(right) or _YEAR.fullmatch(right)) or (right in _OF and _ends_date(words, middle + 1))
    if right in _OF:
        return bool(_DAY.fullmatch(left)) and words[middle + 1 : middle + 2] != [] and words[middle + 1] in MONTHS
    behind_month = middle > 1 and words[middle - 2] in MONTHS
    return behind_month and bool(_YEAR.fullmatch(right)) and (left in _OF or bool(_DAY.fullmatch(left)))


def _ends_date(words: list[str], place: int) -> bool:
    return place < len(words) and bool(_YEAR.fullmatch(words[place]))


def tied_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where stretches of Chinese, Japanese or Thai text begin and end that belong together."""
    for pattern in _ASIAN_TIES:
        for match in pattern.finditer(text):
            yield match.start(), match.end()


def joins_narrow(text: str, index: int) -> bool:
    """Whether a space stands between Latin words or numbers, which make one name in Chinese, Japanese and Thai."""
    before, after = text[:index].rstrip(SPACES)[-1:], text[index]
    return (before.isascii() and before.isalnum()) and (after.isascii() and after.isalnum())
