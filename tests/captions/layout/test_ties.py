"""What is never parted where it fits a line, whatever a model says, and what phrases of Chinese begin and end with."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import Segment
from ice_results.captions.layout.chinese import OPENERS
from ice_results.captions.layout.costs import CLAUSE, OPENING, costs_in, end_cost
from ice_results.captions.layout.places import places
from ice_results.captions.limits import Limits
from ice_results.captions.profiles import PROFILES, Profile
from ice_results.captions.shape import Shaping, shape
from ice_results.text.shorthand import MONTHS, UNITS, WORDS_TOO

from ..transcripts import EXAMPLES, SPLITTING

SMALL = [
    "the",
    "old",
    "keeper",
    "of",
    "a",
    "tower",
    "had",
    "seen",
    "and",
    "went",
    "to",
    "an",
    "island",
    "where",
    "they,",
    "very",
    "slowly,",
    "wait",
    "near",
]
FILLERS = st.lists(st.sampled_from(SMALL), min_size=1, max_size=14)
NAMES = st.sampled_from(
    ["Maren", "Tolliver", "Pellow", "Python", "Claude", "Ostrava", "Qiao", "Brex", "Zürich", "Élodie", "Ngô"]
)
NUMBERS = st.one_of(st.integers(0, 9999).map(str), st.decimals(0, 99, places=2).map(str))
DAYS, YEARS = st.integers(1, 31), st.integers(1900, 2099)
MONTH_NAMES = st.sampled_from(sorted(MONTHS - {"may", "mar"}))


def joined(*parts: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    """Words with a space between them."""
    return st.tuples(*parts).map(lambda each: " ".join(map(str, each)))


HELD = {
    "a name and its number": joined(NAMES, NUMBERS),
    "a product and its version": joined(st.sampled_from(["GPT", "iPhone", "Claude", "Windows"]), NUMBERS),
    "first and last name": joined(NAMES, NAMES),
    "capitals in a row": joined(NAMES, NAMES, NAMES),
    "a title and a name": joined(st.sampled_from(["Prof.", "Dr.", "Mr.", "Mme.", "Sra.", "Ing."]), NAMES),
    "initials": joined(st.sampled_from("ABCJ").map("{}.".format), NAMES),
    "two letters that are short for words": st.sampled_from(["z. B.", "d. h.", "u. a."]),
    "a number and its unit": joined(NUMBERS, st.sampled_from(sorted(UNITS))),
    "a date, the day first": joined(DAYS, MONTH_NAMES, YEARS),
    "a date with a comma": joined(MONTH_NAMES.map(str.capitalize), DAYS.map("{},".format), YEARS),
    "a date in Spanish": joined(DAYS, st.sampled_from(["de marzo de", "de octubre de"]), YEARS),
    "a URL": st.text("abc/-._~%?=&", max_size=24).map(lambda path: f"https://example.com/{path}x"),
}


def lines_of(text: str, language: str, profile: str = "standard") -> list[str]:
    """The lines of all cues of a text, spoken slowly."""
    segment = Segment(start_ms=0, end_ms=400 * len(text), text=text)
    cues = shape([segment], Shaping(profile=PROFILES[profile], language=language)).cues
    return [line for cue in cues for line in cue.lines]


@pytest.mark.parametrize("kind", HELD)
@EXAMPLES
@given(st.data(), FILLERS, FILLERS, st.sampled_from(["en", "de", "fr", "sw"]))
def test_what_belongs_together_is_on_one_line(
    kind: str, data: st.DataObject, before: list[str], after: list[str], language: str
) -> None:
    """Wherever it is in a sentence, in a language with a model and without."""
    held = data.draw(HELD[kind])
    lines = lines_of(" ".join([*before, held, *after]), language)
    assert any(held in line for line in lines), lines


WORDS = [
    "我们",
    "昨天",
    "一起",
    "看见",
    "守钟人",
    "在",
    "镇上",
    "修好",
    "那座",
    "老",
    "钟楼",
    "以后",
    "又",
    "下雨",
    "，",
    "非常",
    "高兴",
]
CHINESE = st.lists(
    st.sampled_from(
        [
            "我们",
            "昨天",
            "一起",
            "看见",
            "守钟人",
            "在",
            "镇上",
            "修好",
            "那座",
            "老",
            "钟楼",
            "以后",
            "又",
            "下雨",
            "，",
            "非常",
            "高兴",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)
HAN = st.text("春夏秋冬山水风月钟楼灯火渡口", min_size=1, max_size=12)
HELD_IN_CHINESE = {
    "a title": HAN.map("《{}》".format),
    "a quotation": HAN.map("“{}”".format),
    "a quotation in corner brackets": HAN.map("「{}」".format),
    "straight quotation marks": HAN.map('"{}"'.format),
    "what is in brackets": HAN.map("（{}）".format),
    "a number and what it counts": st.tuples(
        st.one_of(st.integers(1, 9999).map(str), st.sampled_from(["三", "三十三", "几十", "两百"])),
        st.sampled_from(["个", "条", "年", "月", "块"]),
    ).map("".join),
    "a date": st.tuples(YEARS, st.integers(1, 12), DAYS).map(lambda date: "{}年{}月{}日".format(*date)),
    "a name of two Latin words": joined(st.sampled_from(["Night", "Lumen"]), st.sampled_from(["Mode", "Harbor"])),
    "a name and its number": joined(st.sampled_from(["Python", "Claude"]), NUMBERS),
    "full-width letters": st.text("ＡＢＣｘｙｚ０１２", min_size=1, max_size=14),
    "a URL": st.text("abc/-._", max_size=10).map(lambda path: f"https://{path}x"),
}


@pytest.mark.parametrize("kind", HELD_IN_CHINESE)
@EXAMPLES
@given(st.data(), CHINESE, CHINESE)
def test_what_belongs_together_in_chinese_is_whole(kind: str, data: st.DataObject, before: str, after: str) -> None:
    """Titles, quotations, numbers, dates and names are whole where a line of 16 holds them."""
    held = data.draw(HELD_IN_CHINESE[kind])
    lines = lines_of(before + held + after, "zh")
    assert any(held in line for line in lines), lines


@given(st.text("我们的了吗看见嗎钟楼，。？“”《》 ", min_size=1, max_size=60), st.sampled_from(SPLITTING))
def test_no_line_of_chinese_begins_with_a_particle(text: str, profile: Profile) -> None:
    """的, 了 and 吗 end a phrase: they stay with it at any width, also across a space."""
    lines = lines_of(text, "zh", profile.name)
    begins = [line for line in lines[1:] if line[0] in "的了吗嗎"]
    assert not begins, lines


@given(CHINESE, st.sampled_from(OPENERS), CHINESE)
def test_openers_of_chinese_begin_a_line_rather_than_end_one(before: str, opener: str, after: str) -> None:
    """A break before 然后 or 所以 costs hardly anything, one behind it as much as a bad break."""
    cost, text = costs_in("zh"), before + opener + after
    begin, end = len(before), len(before) + len(opener)
    if end_cost(text, begin) is None:
        assert cost(text, begin, (begin, end)) in (OPENING, OPENING + 0.5)
    assert cost(text, end, (begin, end)) >= 1


@given(HAN, HAN)
def test_a_space_between_chinese_characters_is_a_clause(before: str, after: str) -> None:
    """People type it for a comma."""
    assert end_cost(f"{before} {after}", len(before) + 1) == CLAUSE


@given(st.lists(HAN, min_size=3, max_size=9))
def test_straight_quotation_marks_open_and_close_in_turns(parts: list[str]) -> None:
    """No place is behind a mark that opens or before one that closes."""
    text = '"'.join(parts)
    found = set(places(text, "zh"))
    marks = [index for index, sign in enumerate(text) if sign == '"']
    assert not found & {index + 1 for index in marks[::2]}
    assert not found & set(marks[1::2])


@given(st.sampled_from(["Dr", "Prof", "z.B", "U.S", "e.g", "bzw", "г", "Mme", "No", "J", "dipl"]), NAMES)
def test_an_abbreviation_ends_no_sentence(short: str, name: str) -> None:
    """Its full stop is none of a sentence, whatever follows."""
    text = f"near {short}. {name}"
    assert end_cost(text, len(text) - len(name)) is None


@given(st.sampled_from(sorted(WORDS_TOO)), st.sampled_from(["The", "it's", "She", "and"]))
def test_a_word_that_looks_like_an_abbreviation_ends_a_sentence(word: str, following: str) -> None:
    """`It told me.` ends one, though `Me` is short for a title in French."""
    text = f"near {word}. {following}"
    assert end_cost(text, len(text) - len(following)) == 0


THAI = ["คน", "เฝ้า", "หอคอย", "ไม่", "เคย", "เห็น", "พายุ", "แบบ", "นี้", "มา", "ก่อน", "ที่", "ๆ", "ฯ", "น้ำ", "12", "abc"]


@given(
    st.lists(
        st.sampled_from(
            ["คน", "เฝ้า", "หอคอย", "ไม่", "เคย", "เห็น", "พายุ", "แบบ", "นี้", "มา", "ก่อน", "ที่", "ๆ", "ฯ", "น้ำ", "12", "abc"]
        ),
        max_size=60,
    ),
    st.sampled_from(["", " "]),
)
def test_lines_of_thai_keep_the_width(words: list[str], space: str) -> None:
    """Thai has no spaces between its words: its lines are broken all the same, never before what hangs on a letter."""
    limits: Limits = PROFILES["standard"].limits_for("latin", "th")
    lines = lines_of(space.join(words) or "คน", "th")
    assert all(map(limits.fits_line, lines)), lines
    assert not [line for line in beginnings(lines) if line[0] in "ะาำๅๆฯ่้๊๋ิีึืุู็์"]


def beginnings(lines: list[str]) -> Iterable[str]:
    """The lines but the first, which a text may begin with anything."""
    return lines[1:]
