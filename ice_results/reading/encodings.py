"""The text in the bytes of a file: UTF-8, UTF-16, UTF-32, plausible GB18030, or the encoding that the caller names.

Nothing is ever replaced: bytes that are no text in their encoding are an error with the position. Nearly every
sequence of bytes is valid GB18030, those of Big5, Shift-JIS, EUC-KR and damaged UTF-8 too. So a file counts as GB18030
only where simplified Chinese comes out: common characters, and among them enough of those that all Chinese repeats.
"""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from ..errors import DecodeError, InvalidOption
from ..findings import Problem
from .escaping import ENCODING_ADVICE

_DAMAGED_SHARE = 0.1
"""The most bytes beyond ASCII, of all of them, that damage leaves outside the sequences of UTF-8."""
_LONG_SHARE = 0.5
"""The share of bytes in sequences of three or four that only UTF-8 has; of GB18030 a few are such by chance."""
_UNCOMMON_SHARE = 0.1
"""The most characters beyond ASCII that may be outside the first table of GB2312."""
_FREQUENT_SHARE, _FEWEST_FREQUENT = 0.15, 3
"""How many ideographs must be frequent: of lists of names a third is, of speech two thirds, of wrong text a tenth."""
_LATE_SHARE, _FEWEST_LATE = 0.15, 3
"""How many ideographs must be of the second half of the table: in Chinese 0.4 are, of Korean text hardly any."""
_NEAR = 8
"""Two characters outside GB2312 that are as near to each other mean that a byte is missing before them."""

_FREQUENT = frozenset(
    "的一是有我在个这不以人年会大要可他就了们为到中物你生来也家因所成地些上国能主都学其区作分对方法出和或者但动多后病"
    "教部如提下公月之没得于自那行果前林日去然用很时理跟而及还定像本好问外么说立位想比事过天台政等题关里样同市野第面看任此"
    "目实名开什管议道入式做局建被再场最化民现接性进由相平南发种西起新乐子加务心特防十情期点长度案友通北重制文正高小二至传"
    "合明森先代美常园数较全只觉间话经回三影安边山直程解利工原已与放知候造又世才线力次意系共使口带设每当希该四确给清望认席"
    "师保件持社内品海表告始交反并打校己据办非军德量供更感客播球业应受习站府东从群少何请别委路两参流需太基检讲机科域几向活"
    "五首省身司今港院求水言集治考善境拉体着完丝界色手把英处另单便施型音形快风整城虫电总根史巴官它未空花女示难米她报队收门险"
    "金近王真必信命变商创步包展京置河马选预引员古字车概论取气伤权具"
)
"""Ideographs that any Chinese text has many of."""


Text = tuple[str | bytes, tuple[Problem, ...]]
"""What is in the bytes of a file, and what there is to say about it."""


def checked_encoding(name: str) -> str:
    """The name of an encoding as Python spells it; raises `InvalidOption` where it makes no text of bytes."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        found = None
    if found is None or not getattr(found, "_is_text_encoding", True):
        raise InvalidOption("encoding", "the name of an encoding, such as big5 or gb18030", repr(name))
    return found.name


def text_of(data: bytes, encoding: str | None = None) -> Text:
    """The text of a file by its byte order mark or its first bytes, or in the encoding that is named.

    What begins like UTF-8 stays bytes, which are not checked yet. Raises `DecodeError` with the position of the
    first byte that is no text, and `InvalidOption`.
    """
    if encoding is not None:
        return _as_named(data, checked_encoding(encoding))
    found = json.detect_encoding(data)
    if found == "utf-8":
        return data, ()
    return (data.removeprefix(codecs.BOM_UTF8) if found == "utf-8-sig" else _decoded(data, found)), ()


def checked_text(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of bytes that only begin like UTF-8: UTF-8 after all, UTF-16 without a mark, or plausible GB18030.

    Raises `DecodeError` with the position of the first byte that is no text.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _decoded(data, "utf-8"), ()
    # Before UTF-8: ASCII in UTF-16 is valid UTF-8 as well, full of zeros.
    if wide := _wide_encoding(data):
        return _decoded(data, wide), ()
    if (place := data.find(b"\x1b$")) >= 0:
        raise DecodeError("", f"not UTF-8: at byte {place} ISO-2022 begins", ENCODING_ADVICE)
    try:
        return data.decode(), ()
    except UnicodeDecodeError as error:
        return _as_gb18030(data, _byte(data, error))


def _as_named(data: bytes, encoding: str) -> Text:
    """The text in the encoding that the caller names; a warning where the file is UTF-8 as well."""
    text = _decoded(data, encoding)
    if encoding.startswith("utf-8") or data.isascii() or not _is_utf_8(data):
        return text, ()
    message = f"read as {_title(encoding)}, as asked, though the file is valid UTF-8"
    return text, (Problem(path="", message=message, severity="warning"),)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        reason = _byte(data, error)
    except UnicodeError as error:
        reason = str(error)
    raise DecodeError("", f"no valid {_title(encoding)} text: {reason}", ENCODING_ADVICE)


def _title(encoding: str) -> str:
    return encoding.replace("_", "-").upper()


def _byte(data: bytes, error: UnicodeDecodeError) -> str:
    """The position and the value of the byte that is no text."""
    return f"byte {error.start} is {data[error.start]:#04x}"


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(data: bytes, sampled: int = 4096) -> str | None:
    """UTF-16 without a mark, in which often every second byte is zero, and never the other one."""
    head = data[:sampled]
    first, second = head[::2].count(0), head[1::2].count(0)
    if min(first, second) or max(first, second) * 10 < len(head) or not head:
        return None
    return "utf-16-le" if second else "utf-16-be"


def _as_gb18030(data: bytes, wrong: str) -> tuple[str, tuple[Problem, ...]]:
    """Bytes that are not UTF-8 as GB18030, where that is plausible; raises `DecodeError`."""
    # Damaged UTF-8 is mostly valid GB18030, so it has to be ruled out first.
    if _is_damaged_utf_8(data):
        raise DecodeError("", f"damaged UTF-8 text: {wrong}", "save or fetch the file again")
    try:
        text = data.decode("gb18030").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        invalid = _byte(data, error)
        if implausible(data.decode("gb18030", "ignore")) is None:
            raise DecodeError("", f"damaged GB18030 text: {invalid}", "save or fetch the file again") from None
        raise DecodeError("", f"neither UTF-8 ({wrong}) nor GB18030 ({invalid})", ENCODING_ADVICE) from None
    if reason := implausible(text):
        raise DecodeError("", f"not UTF-8 ({wrong}), and GB18030 is implausible: {reason}", ENCODING_ADVICE)
    return text, (Problem(path="", message="read as GB18030: the file is not UTF-8", severity="note"),)


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of the bytes beyond ASCII are in sequences of UTF-8."""
    beyond = len(data.translate(None, bytes(range(128))))
    text = data.decode("utf-8", "ignore")
    if len(data) - len(text.encode()) < _DAMAGED_SHARE * beyond:
        return True
    long = sum(len(sign.encode()) * count for sign, count in Counter(text).items() if sign > "\u07ff")
    return long > _LONG_SHARE * beyond


def implausible(text: str) -> str | None:
    """Why a text that was decoded as GB18030 is no simplified Chinese; `None` where it is."""
    counts = {sign: count for sign, count in Counter(text).items() if sign > "\x7f"}
    if private := next((sign for sign in counts if "\ue000" <= sign <= "\uf8ff" or sign >= "\U000f0000"), None):
        return f"U+{ord(private):04X} is for private use"
    beyond = sum(counts.values())
    uncommon = beyond - _number_in(_common(), counts)
    if uncommon > _UNCOMMON_SHARE * beyond:
        return f"{uncommon} of {beyond} characters are uncommon"
    if torn := _torn_run(text, counts.keys() - _common() - _table(range(0xD8, 0xF8))):
        return f'a byte is missing near "{torn}"'
    return _without_frequent(counts)


def _without_frequent(counts: Mapping[str, int]) -> str | None:
    """Why these characters are no Chinese, though each of them is common."""
    early, late = _number_in(_early(), counts), _number_in(_late(), counts)
    frequent = _number_in(_FREQUENT, counts)
    if frequent < _FEWEST_FREQUENT + _FREQUENT_SHARE * (early + late):
        return f"only {frequent} of {early + late} ideographs are frequent in Chinese"
    if late < max(_FEWEST_LATE, _LATE_SHARE * (early + late)):
        return f"only {late} of {early + late} ideographs are of the second half of GB2312, as in Korean"
    return None


def _number_in(table: frozenset[str], counts: Mapping[str, int]) -> int:
    """How many characters are in a table."""
    return sum(count for sign, count in counts.items() if sign in table)


def _torn_run(text: str, strange: Iterable[str]) -> str | None:
    """Two characters near to each other that are in no table of GB2312: behind a missing byte all bytes are shifted."""
    if not strange:
        return None
    found = [match.start() for match in re.finditer(f"[{re.escape(''.join(strange))}]", text)]
    for place, following in pairwise(found):
        if following - place <= _NEAR and min(between := text[place : following + 1]) > "\x7f":
            return between
    return None


def _table(rows: Iterable[int]) -> frozenset[str]:
    """The characters of some rows of GB2312."""
    cells = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset("".join(cell.decode("gb2312", "ignore") for cell in cells))


@lru_cache(1)
def _early() -> frozenset[str]:
    """The first table of GB2312, which is in the order of the pronunciation, up to "qu".

    In EUC-KR all syllables of Korean have the places of these ideographs.
    """
    return _table(range(0xB0, 0xC9))


@lru_cache(1)
def _late() -> frozenset[str]:
    """The rest of the first table of GB2312."""
    return _table(range(0xC9, 0xD8))


@lru_cache(1)
def _common() -> frozenset[str]:
    """The first table of GB2312, its punctuation and its wide letters."""
    return _early() | _late() | _table((0xA1, 0xA3))
