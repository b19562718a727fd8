"""The language of titles, in the two codes that Matroska wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from ...records import Document
from ...records.tracks import main_track
from ...text.scripts import language_of, language_of_text

BIBLIOGRAPHIC: Mapping[str, str] = {
    "ar": "ara",
    "cs": "cze",
    "da": "dan",
    "de": "ger",
    "el": "gre",
    "en": "eng",
    "es": "spa",
    "fa": "per",
    "fi": "fin",
    "fil": "fil",
    "fr": "fre",
    "he": "heb",
    "hi": "hin",
    "hu": "hun",
    "id": "ind",
    "it": "ita",
    "ja": "jpn",
    "ko": "kor",
    "ms": "may",
    "nl": "dut",
    "no": "nor",
    "pl": "pol",
    "pt": "por",
    "ru": "rus",
    "sv": "swe",
    "th": "tha",
    "tr": "tur",
    "uk": "ukr",
    "vi": "vie",
    "yue": "chi",
    "zh": "chi",
}
"""ISO 639-2/B by the shortest code of a language; Cantonese has none there but that of Chinese."""

_SHORT_CODES = {long: short for short, long in BIBLIOGRAPHIC.items() if short != "yue"}
_OTHER_NAMES = {"cn": "zh", "jp": "ja", "kr": "ko"}
_CODE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{4})?([-_][A-Za-z]{2})?")
"""A language, a script, a region."""
_SCRIPT = "Arab|Armn|Beng|Cyrl|Deva|Geor|Grek|Hang|Hans|Hant|Hebr|Jpan|Kore|Latn|Thai"
_REGION = (
    "A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|"
    "F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|"
    "M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|O[M]|P[AEFGHKLMNRSTWY]|Q[A]|R[EOSUW]|"
    "S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|Y[ET]|Z[AMW]"
)
_REGISTERED = re.compile(f"{_SCRIPT}|{_REGION}")
"""ISO 15924 and ISO 3166-1, as far as speech has them: MKVToolNix refuses a whole list for one word like `UK`."""


@attrs.frozen
class TitleLanguage:
    """A language by its code of ISO 639-2/B and its tag of BCP 47; `und` where it is not known."""

    bibliographic: str
    tag: str


def title_language(document: Document, titles: Iterable[str], code: str | None) -> TitleLanguage:
    """The language by its code, else by the script of the titles and what the speech is said to be in.

    The script tells Chinese, Japanese and Korean; the speech tells more where its language is written
    in that script too.
    """
    if code is not None:
        return _language(code)
    script = language_of_text("".join(titles))
    main = main_track(document)
    said = main.language.strip() if main is not None and main.language else ""
    if _CODE.fullmatch(said):
        spoken = _registered(_language(said))
        if spoken.bibliographic != "und" and language_of(spoken.tag, ()) == script:
            return spoken
    return _language("und" if script == "latin" else script)


def _language(code: str) -> TitleLanguage:
    """The two codes of one that is written in any way: `ZH_hant`, `chi`, `cn`."""
    first, *others = code.replace("_", "-").split("-")
    primary = first.lower()
    primary = _OTHER_NAMES.get(primary) or _SHORT_CODES.get(primary, primary)
    return TitleLanguage(BIBLIOGRAPHIC.get(primary, "und"), "-".join([primary, *map(_subtag, others)]))


def _registered(language: TitleLanguage) -> TitleLanguage:
    """The language without a script and a region that do not exist."""
    primary, *others = language.tag.split("-")
    return attrs.evolve(language, tag="-".join([primary, *(each for each in others if _REGISTERED.fullmatch(each))]))


def _subtag(text: str) -> str:
    """A part of a tag as it is usually written: `Hant`, `TW`."""
    if len(text) == 4 and text.isalpha():
        return text.title()
    return text.upper() if len(text) == 2 else text.lower()
