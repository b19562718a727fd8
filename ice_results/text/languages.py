"""Languages by whatever they are called: names, codes of ISO 639, tags of BCP 47.

    >>> language_tag("chi"), language_tag("ZH_hant_tw"), language_tag("日本語"), language_tag("Klingonese")
    ('zh', 'zh-Hant-TW', 'ja', None)

A tag is what `language_tag` gives: the shortest code, then script, region and variants, written as the IANA
registry writes them. The other functions take tags. The tables are read when they are first needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .scripts import language_of_text

_SAME = ("-", " "), ("_", " "), ("‘", "'"), ("’", "'"), ("ʻ", "'"), ("ʼ", "'")
"""Characters that are the same where languages are looked up."""
_MEANT = {"kr": "ko", "kr kr": "ko-KR"}
"""Codes of countries that are written for languages, where the code is that of a language too: Kanuri is `kau`."""
_OTHER_CODES = {"cn": "zh", "jp": "ja", "mol": "ro", "scc": "sr", "scr": "hr"}
"""Codes of countries that no language has, and codes that ISO 639-2 had in the years of DVDs."""
_OTHER_REGIONS = {"uk": "GB"}
_EXTENSIONS = r"(?:(?:^| )[0-9a-wyz](?: [0-9a-z]{2,8})+)*(?:(?:^| )x(?: [0-9a-z]{1,8})+)?"
_SAMPLED = 4000
"""As many characters as tell the script of a text."""
_USUAL_GROUP = "latin"
_GROUPS = {"Hans": "zh", "Hant": "zh", "Hani": "zh", "Jpan": "ja", "Hira": "ja", "Kana": "ja", "Hrkt": "ja"}
_GROUPS |= {"Kore": "ko", "Hang": "ko", "Latn": _USUAL_GROUP}
"""The group of captions by the script, where a tag names one."""


class Language(NamedTuple):
    """A language of the registries: its codes and names.

    `iso639_2t` and `iso639_2b` are those of the language that this one is a part of, where it has none itself
    (Cantonese has those of Chinese), and `None` where there is no such language either. `caption_group` is what
    profiles give limits for: zh, ja, ko or latin; `None` where the code says that there is no one language.
    """

    tag: str
    iso639_3: str
    iso639_2t: str | None
    iso639_2b: str | None
    caption_group: str | None
    english_name: str
    own_name: str

    @property
    def iso639_1(self) -> str | None:
        """The code of two letters."""
        return self.tag if len(self.tag) == 2 else None


@lru_cache(256)
def language_tag(name: str) -> str | None:
    """The BCP 47 tag of a language by a code or name in any case; `None` for what is in no registry.

    `zho`, `chi`, `Chinese` and `中文` are `zh`; `pt_br` and `Brazilian Portuguese` are `pt-BR`. Codes of countries
    that people write for their languages count as these: `cn`, `jp`, `kr`.
    """
    words = _folded(name).split()
    if not words:
        return None
    key = " ".join(words)
    whole = _MEANT.get(key) or (_whole_tags().get(key) if len(words) > 1 else None)
    return whole or _tag(words) or _names().get(key)


def closest_tag(name: str) -> str | None:
    """The tag of a language, or as much of it as the registries have: `zh` for `zh-mandarin` and `Chinese (Taipei)`."""
    found = language_tag(name)
    words = _folded(name).split()
    if found or not words:
        return found
    is_code = len(name.split()) == 1
    return (_tag(words, skip_unknown=True) if is_code else None) or _names().get(words[0])


def language_with(tag: str) -> Language | None:
    """The codes and names of a tag's language; `None` for a rare one, of which the tables have the code only."""
    row = _rows().get(tag.partition("-")[0])
    return None if row is None else _language(row)


def iso639_2b(tag: str) -> str:
    """The ISO 639-2/B code of a tag's language, as Matroska wants it: `chi` for `zh-Hant`; `und` where it has none."""
    language = language_with(tag)
    return (language and language.iso639_2b) or "und"


def english_name(tag: str) -> str | None:
    """The name of a tag's language in English, `None` where the tables have none."""
    language = language_with(tag)
    return language and language.english_name


def caption_group(tag: str) -> str | None:
    """The group that a tag's language is laid out with: zh, ja, ko, or latin for all others.

    A script in the tag decides: `zh-Latn` is latin. `None` where the tag says no language, such as `und`.
    """
    script = tag.split("-")[1:2]
    if script and script[0] in _GROUPS:
        return _GROUPS[script[0]]
    language = language_with(tag)
    return language.caption_group if language else _USUAL_GROUP


def language_of(named: str | None, texts: Iterable[str]) -> str:
    """The group of a language: that of its name or code, else of the script that the texts are in.

    The name is data that a service gave, so that any text is one; `language_tag` says which ones are known.
    """
    tag = closest_tag(named) if named else None
    group = caption_group(tag) if tag else None
    return group or language_of_text(_sample(texts))


def _sample(texts: Iterable[str]) -> str:
    """As much text as tells its script."""
    sample = ""
    for text in texts:
        sample += text
        if len(sample) >= _SAMPLED:
            break
    return sample


def _folded(text: str) -> str:
    """Text as languages are looked up: without differences of width, case, hyphens and apostrophes."""
    return _without_case(unicodedata.normalize("NFKC", text))


def _without_case(text: str) -> str:
    """Text of the tables, whose characters are those of NFKC, as languages are looked up."""
    text = text.casefold()
    for sign, same in _SAME:
        text = text.replace(sign, same)
    return text


def _language(row: str) -> Language:
    """A row of the tables: what is left out of its codes is as the one before."""
    head, english, own = (*row.split("|"), "")[:3]
    tag, listed, group = (*head.split(" "), _USUAL_GROUP)[:3]
    codes = listed.split("/")
    iso639_3, *two = (*codes, codes[-1], codes[-1])[:3]
    two_t, two_b = (None if code == "-" else code for code in two)
    return Language(tag, iso639_3, two_t, two_b, None if group == "-" else group, english, own or english)


def _tag(words: Sequence[str], skip_unknown: bool = False) -> str | None:
    """The tag of subtags in their order; `None` where one is in no registry, or without these."""
    primary, rest = _primary(words[0]), words[1:]
    if primary is None or not rest:
        return primary
    if f"{primary} {rest[0]}" in _extended():
        primary, rest = _primary(rest[0]) or rest[0], rest[1:]
    subtags, kinds, first = [primary], _kinds(), 0
    for place, word in enumerate(rest):
        if len(word) == 1 and re.fullmatch(_EXTENSIONS, " ".join(rest[place:])):
            return "-".join([*subtags, *rest[place:]])
        kind = next((kind for kind in range(first, len(kinds)) if word in kinds[kind]), None)
        if kind is not None:
            subtags.append(kinds[kind][word])
            first = min(kind + 1, len(kinds) - 1)  # one script and one region, any number of variants
        elif not skip_unknown:
            return None
    return "-".join(subtags)


def _primary(code: str) -> str | None:
    """The shortest code of a language by any of its codes."""
    found = _OTHER_CODES.get(code) or _codes().get(code) or _preferred().get(code)
    return found or (code if len(code) == 3 and code[2] in _rare().get(code[:2], "") else None)


@lru_cache(1)
def _rows() -> Mapping[str, str]:
    """The rows of the tables by tag, those of ISO 639-1 first."""
    from .registry import iso639_1, iso639_2, iso639_3

    lines = (iso639_1.ROWS + iso639_2.ROWS + iso639_3.ROWS).split("\n")
    return {line[: line.index(" ")]: line for line in lines if line}


@lru_cache(1)
def _codes() -> Mapping[str, str]:
    """Tags by every code of ISO 639 in the tables; a code that several languages share is that of the whole."""
    found: dict[str, str] = {}
    for tag, row in _rows().items():
        own, *listed = row.partition("|")[0].split(" ")[1].split("/")
        found[tag] = found[own] = tag
        if listed[:1] == [own]:
            found[listed[1]] = tag
    return found


@lru_cache(1)
def _names() -> Mapping[str, str]:
    """Tags by every name; a name that several languages share is the first one's."""
    from .registry import subtags

    found: dict[str, str] = {}
    rows = _rows()
    for tag, row in zip(rows, _without_case("\n".join(rows.values())).split("\n")):
        for name in row.split("|")[1:]:
            found.setdefault(name, tag)
    for row in subtags.COMPOUND_NAMES.strip().split("\n"):
        tag, *names = row.split("|")
        found |= dict.fromkeys(map(_without_case, names), tag)
    return found


@lru_cache(1)
def _whole_tags() -> Mapping[str, str]:
    """What old tags mean as a whole, not part by part."""
    from .registry import subtags

    return {_without_case(old): new for old, _, new in (each.partition("=") for each in subtags.WHOLE_TAGS.split())}


@lru_cache(1)
def _preferred() -> Mapping[str, str]:
    """What old subtags became."""
    from .registry import subtags

    return dict(each.split("=") for each in subtags.PREFERRED.split())


@lru_cache(1)
def _rare() -> Mapping[str, str]:
    """Every code of three letters in the registry: the last letters by the first two."""
    from .registry import subtags

    return {each[:2]: each[2:] for each in subtags.LANGUAGES.split()}


@lru_cache(1)
def _extended() -> Set[str]:
    """Languages behind those that they may be written behind, as in `zh yue`."""
    from .registry import subtags

    lists = (line.split() for line in subtags.EXTENDED.strip().split("\n"))
    return {f"{prefix} {code}" for prefix, *codes in lists for code in codes}


@lru_cache(1)
def _kinds() -> Sequence[Mapping[str, str]]:
    """Scripts, regions and variants, the order of a tag: each as it is written, by itself in small letters."""
    from .registry import subtags

    preferred = _preferred()
    kinds = [
        {each.lower(): preferred.get(each, each) for each in text.split()}
        for text in (subtags.SCRIPTS, subtags.REGIONS, subtags.VARIANTS)
    ]
    kinds[1] |= _OTHER_REGIONS
    return kinds
