"""Line breaking: the cases of chinese_breaks.txt, and the rules that hold for all of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

import attrs
import pytest

from ice_results import Segment, Word
from ice_results.captions.profiles import Profile
from ice_results.captions.shape import Shaping, shape
from ice_results.text.widths import display_width

GOLDEN = Path(__file__).parent / "chinese_breaks.txt"
WIDTHS = range(2, 25)

CLOSING = "，。、；：！？…·”’）》〉」』】％℃,.;:!?)]}%"
OPENING = "“‘（《〈「『【￥([{"
SMALL_KANA = "ーっゃゅょッャュョ"
PARTICLES = {"zh": "的了吗"}
"""What begins no line of a language, as punctuation does not."""
KEPT_WHOLE = re.compile(
    r"https?://[!-~]+|[\w.]+@[\w.]+[a-z]|C\+\+|iPhone 15"
    r"|\d{4}年\d+月\d+日|\d{4}-\d\d-\d\d|\$?\d[\d,.:]*\d|\d+[%％℃]|……|——"
    r"|[A-Za-z][A-Za-z'_.0-9-]*[A-Za-z0-9]|[０-９]+",
    re.ASCII,
)


@attrs.frozen
class Case:
    """One case: `words` are the stretches between bars, a single one where the service gave no words."""

    number: int
    title: str
    language: str
    width: float
    words: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.words)

    @property
    def segment(self) -> Segment:
        """The text as the service gives it, spoken evenly."""
        edges = [0, *accumulate(len(word) * 100 for word in self.words)]
        words = (Word(text=text, start_ms=a, end_ms=b) for text, (a, b) in zip(self.words, pairwise(edges)))
        return Segment(start_ms=0, end_ms=edges[-1], text=self.text, words=tuple(words) if len(self.words) > 1 else ())

    def tied_words(self) -> list[str]:
        """The words of the service, each with the marks beside it that may not begin or end a line."""
        tied: list[str] = []
        for word in self.words if len(self.words) > 1 else ():
            begins_no_line = CLOSING + SMALL_KANA + PARTICLES.get(self.language, "")
            if tied and (word[0] in begins_no_line or tied[-1][-1] in OPENING):
                tied[-1] += word
            else:
                tied.append(word)
        parts = (part for word in tied for part in re.split("(?<=[，。：])(?=[“「《])", word))
        return [part.strip() for part in parts]

    def broken(self, width: float, most: int = 99) -> tuple[str, ...]:
        """The lines of the text at a width, in cues of so many lines; a word that is too wide has one of its own."""
        profile = Profile(name="any height", line_width=dict.fromkeys(("latin", "zh", "ja", "ko"), width), lines=most)
        cues = shape([self.segment], Shaping(profile=profile, language=self.language)).cues
        return tuple(line for cue in cues for line in cue.lines)


def cases_in(text: str) -> Iterator[Case]:
    """The cases of a golden file, each with the number of its first line."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("== "):
            head, words, arrow = lines[number : number + 3]
            assert arrow == ">", f"line {number + 3}: expected >"
            language, width = head.split(", ")
            ends = [place for place in range(number + 3, len(lines)) if not lines[place]] or [len(lines)]
            expected = tuple(lines[number + 3 : ends[0]])
            yield Case(number, line.removeprefix("== "), language, float(width), tuple(words.split("|")), expected)


CASES = tuple(cases_in(GOLDEN.read_text(encoding="utf-8")))
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"line {case.number}: {case.title}")


def test_there_are_cases() -> None:
    """The file is read: no fewer than forty cases, each with lines, and no two by one title."""
    assert len(CASES) >= 40
    assert all(case.lines and case.text for case in CASES)
    assert len({case.title for case in CASES}) == len(CASES)


@each_case
def test_lines_are_as_expected(case: Case) -> None:
    """A text is broken as a person would break it."""
    assert case.broken(case.width) == case.lines


@each_case
def test_expected_lines_keep_the_text(case: Case) -> None:
    """The file itself is sound: its lines hold the text and the width, but for one word that is wider."""
    assert re.sub(r"\s", "", "".join(case.lines)) == re.sub(r"\s", "", case.text)
    fitting = [line for line in case.lines if display_width(line, case.language) <= case.width]
    alone = [line for line in case.lines if KEPT_WHOLE.fullmatch(line) or line in case.words]
    assert set(case.lines) <= {*fitting, *alone}


@each_case
def test_no_text_is_lost_or_invented(case: Case) -> None:
    """The lines are stretches of the text in their order, with nothing between them but white space."""
    for width in WIDTHS:
        rest = case.text
        for line in case.broken(width):
            assert rest.lstrip().startswith(line), f"width {width}"
            rest = rest.lstrip()[len(line) :]
        assert not rest.strip()


@each_case
def test_no_line_begins_with_closing_punctuation(case: Case) -> None:
    """Marks that close, small kana and long-vowel signs stay with what is before them."""
    for width in WIDTHS:
        assert not [line for line in case.broken(width)[1:] if line[0] in CLOSING + SMALL_KANA], f"width {width}"


@each_case
def test_no_line_ends_with_opening_punctuation(case: Case) -> None:
    """Marks that open stay with what is behind them."""
    for width in WIDTHS:
        assert not [line for line in case.broken(width)[:-1] if line[-1] in OPENING], f"width {width}"


@each_case
def test_nothing_is_broken_that_is_one_word(case: Case) -> None:
    """Latin words, numbers, URLs, ellipses and dashes are whole at any width, dates and names where they fit."""
    for width in WIDTHS:
        lines = case.broken(width)
        for whole in KEPT_WHOLE.findall(case.text):
            may_be_broken = re.search("[年 ]", whole) and display_width(whole, case.language) > width
            assert may_be_broken or any(whole in line for line in lines), f"{whole} at width {width}"


@pytest.mark.slow
@pytest.mark.parametrize("most", [1, 2, 3])
@each_case
def test_words_of_the_service_are_whole_where_they_fit(case: Case, most: int) -> None:
    """No line ends inside a word of the service that fits a line with the marks that are tied to it."""
    for width in WIDTHS:
        lines = case.broken(width, most)
        for whole in case.tied_words():
            if display_width(whole, case.language) <= width:
                assert any(whole in line for line in lines), f"{whole} at width {width}"


@each_case
def test_no_sign_is_cut_in_two(case: Case) -> None:
    """No line begins with what hangs on the sign before it, or ends with a joiner; flags are pairs."""
    for width in WIDTHS:
        lines = case.broken(width)
        for earlier, later in pairwise(lines):
            assert unicodedata.category(later[0]) not in ("Mn", "Me", "Mc", "Cf", "Sk"), f"width {width}"
            assert not earlier.endswith("\u200d"), f"width {width}"
        flags = [len(re.findall("[\U0001f1e6-\U0001f1ff]", line)) for line in lines]
        assert not [count for count in flags if count % 2]


@each_case
def test_lines_hold_the_width(case: Case) -> None:
    """A line that is too wide holds something that has no place to break it at and is too wide itself."""
    stays = PARTICLES.get(case.language, "-")
    for width in WIDTHS:
        for line in case.broken(width):
            parts = re.split(rf"\s+|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])(?![{stays}])", line)
            widest = max(display_width(part, case.language) for part in parts)
            assert display_width(line, case.language) <= width or widest > width, f"width {width}: {line}"
