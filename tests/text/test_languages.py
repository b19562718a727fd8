"""Languages by their codes and names, as langcodes and MKVToolNix know them."""

from __future__ import annotations

import itertools
import string
import subprocess
import sys
from collections.abc import Iterator

import langcodes
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ice_results.text import languages
from ice_results.text.languages import (
    caption_group,
    closest_tag,
    english_name,
    iso639_2b,
    language_of,
    language_tag,
    language_with,
)

from ..conftest import ROOT

TAGS = list(languages._rows())
ROWS = {tag: found for tag in TAGS if (found := language_with(tag))}

OTHER_CODES = {
    "cnr": "CLDR counts Montenegrin as Serbian of Montenegro",
    "hbs": "CLDR makes it Serbian in Latin script, IANA keeps it",
    "kr": "written for Korean, like the code of the country",
    "prs": "CLDR counts Dari as Persian of Afghanistan",
    "sh": "CLDR makes it Serbian in Latin script, IANA keeps it",
    "tgl": "CLDR counts Tagalog as Filipino",
    "tl": "CLDR counts Tagalog as Filipino",
}
"""Codes that langcodes, which follows CLDR, understands otherwise, and why."""

OTHER_NAMES = {
    "Dari": "a language of its own, as its code is",
    "Ga": "the code of Irish",
    "Kirmanjki": "the whole of Zaza, as ISO 639-2 has it",
    "Ladino": "Judaeo-Spanish, as ISO 639-2 has it",
    "Low Saxon": "not that of the Netherlands alone",
    "Maa": "the code of a language of Mexico",
    "Moldavian": "no country is added",
    "Moldovan": "no country is added",
    "Montenegrin": "a language of its own, as its code is",
}
"""Names that langcodes understands otherwise, and why."""

NEWER = """
ajs bpc cls cnq cxh dsk dsz dyl dyr egm eud gov hnm ikh imt isv izm lfb lgo lgs lqr lsc lsw luh lvl nww nzr oak oie
olb osd phj pze pzh rib rnb rrm rsk rsn rsw scz sjc tok tvg tvi ugh uly uon vjk vsn wdt wtb wyn xdq xhm ycr ykh ynb
zcd zem zhk zlu
"""
"""Languages that the registry has had since the year of the one in langcodes, 2021."""
NEWER_SUBTAGS = "berf chis cq gara gukh hntl kawi krai nagm onao seal sidt sunu tayo todr tols tutg"
OF_COUNTRIES = ("cn", "jp")
NOT_REPLACED = ("an", "cs", "nt", "qu", "su", "yu")
"""Former countries and codes that became several, of which CLDR chooses one."""


def judged(code: str) -> str:
    """The tag that langcodes makes of a tag."""
    return langcodes.Language.get(code).to_tag()


def letters(*lengths: int) -> Iterator[str]:
    """Every word of so many small letters."""
    for length in lengths:
        yield from map("".join, itertools.product(string.ascii_lowercase, repeat=length))


def named(name: str) -> str | None:
    """The tag that langcodes finds by a name."""
    try:
        return langcodes.find(name).to_tag()
    except LookupError:
        return None


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("zho", "zh"),
        ("chi", "zh"),
        ("cmn", "cmn"),
        ("中文", "zh"),
        ("汉语", "zh"),
        ("普通话", "zh"),
        ("Chinese", "zh"),
        ("CHINESE ", "zh"),
        ("zh_CN", "zh-CN"),
        ("zh-hANT-tw", "zh-Hant-TW"),
        ("简体中文", "zh-Hans"),
        ("Traditional Chinese", "zh-Hant"),
        ("zh-yue-HK", "yue-HK"),
        ("粤语", "yue"),
        ("cn", "zh"),
        ("cn-Hans", "zh-Hans"),
        ("jp", "ja"),
        ("jp_JP", "ja-JP"),
        ("kr", "ko"),
        ("KR-kr", "ko-KR"),
        ("kau", "kr"),
        ("kr-NG", "kr-NG"),
        ("ｊａ", "ja"),
        ("日本語", "ja"),
        ("jpn", "ja"),
        ("한국어", "ko"),
        ("Deutsch", "de"),
        ("ger", "de"),
        ("deu", "de"),
        ("pt-BR", "pt-BR"),
        ("Brazilian Portuguese", "pt-BR"),
        ("es-419", "es-419"),
        ("norwegian_bokmål", "nb"),
        ("O'zbek", "uz"),
        ("iw", "he"),
        ("scc", "sr"),
        ("en-UK", "en-GB"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("de-1901", "de-1901"),
        ("ja-Latn-hepburn-heploc", "ja-Latn-hepburn-alalc97"),
        ("zh-min-nan", "nan"),
        ("i-klingon", "tlh"),
        ("en-x-Sdh", "en-x-sdh"),
        ("th-TH-u-nu-thai", "th-TH-u-nu-thai"),
        ("abc", "abc"),
    ],
)
def test_a_language_is_found_by_what_people_write(name: str, tag: str) -> None:
    """Codes, tags and names give the tag, in any case and with any joint between the parts."""
    assert language_tag(name) == tag
    assert closest_tag(name) == tag


@pytest.mark.parametrize(
    ("name", "closest"),
    [
        ("", None),
        ("-", None),
        ("xx", None),
        ("Klingonese", None),
        ("auto", None),
        ("no speech", None),
        ("x-private", None),
        ("zh-mandarin", "zh"),
        ("zh-TW-Hant", "zh-TW"),
        ("zh-Abcd-TW", "zh-TW"),
        ("en-QZX", "en"),
        ("en-u", "en"),
        ("Chinese (Taipei)", "zh"),
        ("Chinese/English", None),
    ],
)
def test_what_is_in_no_registry_is_no_language(name: str, closest: str | None) -> None:
    """A tag with one unknown part is none; what is closest to it has the parts that exist."""
    assert language_tag(name) is None
    assert closest_tag(name) == closest


def test_the_languages_of_iso_639_1_are_all_there() -> None:
    """The table begins with them, each under its code of two letters."""
    two = [tag for tag in TAGS if len(tag) == 2]
    assert two == TAGS[: len(two)]
    assert {*two} == {code for code in letters(2) if langcodes.tag_is_valid(code) and judged(code) == code} - {"bh"} | {
        "sh",
        "tl",
    }
    assert all(ROWS[tag].iso639_1 == tag for tag in two)
    assert ROWS["yue"].iso639_1 is None


def test_every_code_is_understood_as_langcodes_does() -> None:
    """Codes of ISO 639-1, 639-2/B, 639-2/T and 639-3 give the tag of langcodes; the differences have reasons."""
    codes = {code for row in ROWS.values() for code in (row.tag, row.iso639_3, row.iso639_2t, row.iso639_2b) if code}
    assert len(codes) > 700
    assert {code for code in codes if language_tag(code) != judged(code)} == OTHER_CODES.keys()


def test_every_name_is_understood_as_langcodes_does() -> None:
    """Names in English, of the language itself and in Chinese give the tag of langcodes, but for those with reasons."""
    names = {name for row in languages._rows().values() for name in row.split("|")[1:] if name}
    known = {name: tag for name in names if (tag := named(name))}
    assert len(known) > 0.95 * len(names) > 1200
    assert {name for name, tag in known.items() if language_tag(name) != tag} == OTHER_NAMES.keys()


def test_english_names_and_codes_are_those_of_langcodes() -> None:
    """A row says what its language is called, and its codes; parts of a language have the codes of the whole."""
    for row in ROWS.values():
        judge = langcodes.Language.get(row.tag, normalize=False)
        assert row.iso639_3 == judge.to_alpha3()
        assert judge.display_name().replace("’", "'").partition(" (")[0] == row.english_name
        if row.iso639_2t == row.iso639_3:
            assert row.iso639_2b == judge.to_alpha3(variant="B")
        elif row.iso639_2t not in (None, "sgn"):
            whole = language_tag(row.iso639_2t)
            assert whole != row.tag
            assert ROWS[str(whole)].iso639_2b == row.iso639_2b


def test_what_is_a_language_is_what_the_registry_says() -> None:
    """Of all words of two and three letters, those that langcodes knows, newer ones, and Edo, which is a name."""
    ours = {code for code in letters(2, 3) if language_tag(code)}
    assert ours == {code for code in letters(2, 3) if langcodes.tag_is_valid(code)} | {
        *OF_COUNTRIES,
        *NEWER.split(),
        "edo",
    }


def test_what_is_a_region_is_what_the_registry_says() -> None:
    """Countries of two letters and areas of three digits; CLDR has numbers of countries too, and more old codes."""
    tags = [f"en-{part}" for part in [*letters(2), *map("{:03}".format, range(1000))]]
    ours = {tag: language_tag(tag) for tag in tags}
    kept = {tag for tag in tags if ours[tag] == f"en-{tag[3:].upper()}"}
    by_judge = {tag for tag in tags if langcodes.tag_is_valid(tag) and judged(tag) == f"en-{tag[3:].upper()}"}
    assert kept == by_judge | {f"en-{part}" for part in ("cq", *NOT_REPLACED)}
    others = {tag for tag in tags if ours[tag]} - kept
    assert others == {f"en-{part}" for part in ("bu", "dd", "fx", "tp", "uk", "yd", "zr")}
    assert all(ours[tag] == judged(tag) for tag in others)


codes = st.sampled_from(TAGS) | st.text(string.ascii_letters, min_size=2, max_size=3)
scripts = st.sampled_from(["", "Hans", "Hant", "Latn", "Cyrl", "Arab"]) | st.text(
    string.ascii_letters, min_size=4, max_size=4
)
regions = st.sampled_from(["", "CN", "TW", "US", "BR", "419", "001"]) | st.text(
    string.ascii_letters, min_size=2, max_size=2
)
variants = st.sampled_from(["", "1901", "1996", "pinyin", "valencia"]) | st.from_regex(
    "[a-z]{5,8}|[0-9][a-z]{3}", fullmatch=True
)


@given(
    codes, scripts, regions, variants, st.sampled_from("-_"), st.sampled_from([str, str.upper, str.lower, str.title])
)
@example("zh", "Hant", "TW", "", "_", str.upper)
def test_any_well_formed_tag_is_understood_as_langcodes_does(
    code: str, script: str, region: str, variant: str, joint: str, case: type[str]
) -> None:
    """Language, script, region and variant, registered or not: the same tags are valid, and written the same way."""
    assume(
        {code.lower(), script.lower(), region.lower()}.isdisjoint(
            [*NEWER.split(), *NEWER_SUBTAGS.split(), *NOT_REPLACED]
        )
    )
    assume(not language_tag(code) or language_tag(code) == judged(code))
    tag = case(joint.join(filter(None, [code, script, region, variant])))
    assert language_tag(tag) == (judged(tag) if langcodes.tag_is_valid(tag) else None)


@given(st.text() | st.sampled_from(TAGS) | st.from_regex(r"[a-z]{2,3}([-_ ][a-zA-Z0-9]{1,8}){0,4}", fullmatch=True))
def test_a_tag_is_understood_as_itself(name: str) -> None:
    """A tag that comes of any text gives itself again, but for Kanuri, whose code is read as that of Korea."""
    for tag in filter(None, [language_tag(name), closest_tag(name)]):
        assume(tag != "kr" and not tag.startswith("kr-KR"))
        assert language_tag(tag) == closest_tag(tag) == tag
        assert tag.replace("-", "").isalnum()


@given(st.text(), st.lists(st.text()))
def test_a_name_of_a_service_is_never_refused(name: str, texts: list[str]) -> None:
    """Any name has a group of captions, that of the texts where it says nothing."""
    group = language_of(name, texts)
    assert group in ("latin", "zh", "ja", "ko")
    if closest_tag(name) is None:
        assert group == language_of(None, texts)


@pytest.mark.parametrize(
    ("tag", "group"),
    [
        ("zh", "zh"),
        ("yue-Hant-HK", "zh"),
        ("wuu", "zh"),
        ("zh-Latn", "latin"),
        ("ja", "ja"),
        ("ryu", "ja"),
        ("ja-Latn-hepburn", "latin"),
        ("vi-Hani", "zh"),
        ("ko-KR", "ko"),
        ("en", "latin"),
        ("ru", "latin"),
        ("abc", "latin"),
        ("und", None),
        ("mul", None),
    ],
)
def test_captions_are_laid_out_by_the_script_of_a_language(tag: str, group: str | None) -> None:
    """Chinese languages, Japanese and Korean have groups of their own, unless the tag names another script."""
    assert caption_group(tag) == group


@pytest.mark.parametrize(
    ("named", "text", "group"),
    [
        ("auto", "今天晴", "zh"),
        ("und", "はれ", "ja"),
        ("汉语", "Hello", "zh"),
        ("Chinese (Taipei)", "x", "zh"),
        ("en", "今", "latin"),
    ],
)
def test_a_name_that_says_no_language_leaves_it_to_the_text(named: str, text: str, group: str) -> None:
    """The name decides where it is one; `auto` and `und` say nothing."""
    assert language_of(named, [text]) == group


def test_names_and_codes_of_a_tag() -> None:
    """The other functions take tags with or without script and region, and say plainly where there is nothing."""
    assert [iso639_2b(tag) for tag in ("zh-Hant", "de", "yue", "ase", "ami", "abc")] == [
        "chi",
        "ger",
        "chi",
        "sgn",
        "und",
        "und",
    ]
    assert [english_name(tag) for tag in ("pt-BR", "kr", "abc")] == ["Portuguese", "Kanuri", None]
    assert language_with("yue-HK") == ("yue", "yue", "zho", "chi", "zh", "Cantonese", "粵語")
    assert language_with("ami") == ("ami", "ami", None, None, "latin", "Amis", "Amis")
    assert language_with("abc") is None


def test_the_tables_are_read_when_they_are_needed() -> None:
    """Importing the module imports none of its tables, and no text without a name of its language needs them."""
    code = (
        "import sys; from ice_results.text.languages import language_of; language_of(None, ['今天晴']);"
        "print([name for name in sys.modules if 'registry' in name])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT) == "[]\n"


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ("zh", "zh"),
        ("zh-Hans-CN", "zh"),
        ("zh_TW", "zh"),
        ("cn", "zh"),
        ("yue", "zh"),
        ("Chinese", "zh"),
        ("ja-JP", "ja"),
        ("Japanese", "ja"),
        ("ko", "ko"),
        ("Korean", "ko"),
        ("en", "latin"),
        ("fr-FR", "latin"),
    ],
)
def test_a_name_of_a_language_decides(named: str, language: str) -> None:
    """Names and codes are understood, and the text is not asked then."""
    assert language_of(named, ["これはテストです 안녕하세요"]) == language
