"""Speakers by other names, other spellings, other scripts, and what scores too low."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results as ice
from ice_results import (
    Box,
    Chapter,
    Document,
    InvalidOption,
    MissingExtra,
    Notes,
    Occurrence,
    Segment,
    SpeakerSummary,
    Tag,
    TextFrame,
    TextLine,
    TrackBox,
    Transcript,
    Word,
)

from .documents import documents


def speech(text: str, *words: str, **more: Any) -> Document:
    """A document of one sentence with words of 100 ms."""
    timed = tuple(Word(start_ms=100 * at, end_ms=100 * at + 100, text=word) for at, word in enumerate(words))
    return Document(transcripts=(Transcript(kind="asr", segments=(Segment(text=text, words=timed),), **more),))


def sentence(document: Document) -> Segment:
    """The only sentence."""
    return document.transcripts[0].segments[0]


def test_speakers_get_their_names() -> None:
    """Everyone who is named has the name wherever the speaker is told by an id; others stay."""
    segments = tuple(Segment(text="a", speaker=each) for each in ("1", "2", None))
    notes = Notes(speakers=(SpeakerSummary(speaker="1", name="Speaker 1", summary="s"), SpeakerSummary(speaker="2")))
    document = Document(transcripts=(Transcript(kind="asr", segments=segments),), notes=notes)
    found = ice.rename_speakers(document, {"1": "闻禾", "9": "nobody"})
    assert [each.speaker for each in found.transcripts[0].segments] == ["闻禾", "2", None]
    assert found.notes == Notes(
        speakers=(SpeakerSummary(speaker="闻禾", name="闻禾", summary="s"), SpeakerSummary(speaker="2"))
    )


def test_words_keep_their_times_where_they_change_one_by_one() -> None:
    """A replacement inside one word changes that word, whatever its length."""
    found = sentence(ice.replace_text(speech("colour it red", "colour ", "it ", "red"), {"colour": "color"}))
    assert (found.text, [(w.text, w.start_ms) for w in found.words]) == (
        "color it red",
        [("color ", 0), ("it ", 100), ("red", 200)],
    )


def test_words_keep_their_times_where_the_text_keeps_its_length() -> None:
    """A replacement across words leaves each word where it was."""
    found = sentence(ice.replace_text(speech("云堆镇的钟", "云", "堆镇", "的钟"), {"云堆": "云碓"}))
    assert (found.text, [w.text for w in found.words]) == ("云碓镇的钟", ["云", "碓镇", "的钟"])


def test_words_without_a_place_are_dropped() -> None:
    """Where nobody knows which word is which any more, there are no words rather than wrong ones."""
    found = sentence(ice.replace_text(speech("in the end", "in ", "the ", "end"), {"the end": "short"}))
    assert (found.text, found.words) == ("in short", ())


def test_expressions_may_name_their_groups() -> None:
    """A compiled pattern replaces by its groups, in speech, chapters and notes; names of tags stay."""
    document = Document(
        transcripts=speech("chapter 12").transcripts,
        chapters=(Chapter(title="chapter 3"),),
        notes=Notes(summary="see chapter 4", keywords=("chapter 5",)),
        tags=(Tag(kind="hotword", name="chapter 6"),),
        title="chapter 7",
    )
    found = ice.replace_text(document, {re.compile(r"chapter (\d+)"): r"part \1"})
    assert (sentence(found).text, found.chapters[0].title, found.title) == ("part 12", "part 3", "part 7")
    assert found.notes == Notes(summary="see part 4", keywords=("part 5",))
    assert found.tags == document.tags


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("", "a", "expected texts to find and texts to put there, found ('', 'a')"),
        ("a", 1, "expected texts to find and texts to put there, found ('a', 1)"),
        (
            re.compile("(a)"),
            r"\2",
            r"expected a replacement for '(a)', found '\\2' (invalid group reference 2 at position 1)",
        ),
    ],
)
def test_a_replacement_that_makes_no_sense_is_an_error(key: Any, text: Any, message: str) -> None:
    """It is found before any text is changed."""
    with pytest.raises(InvalidOption) as error:
        ice.replace_text(Document(), {key: text})
    assert str(error.value) == f"option replacements: {message}"


@given(documents(), st.sampled_from(["钟", "the", "x"]))
def test_a_text_replaced_by_itself_changes_nothing(document: Document, text: str) -> None:
    """Nothing is touched that is not replaced."""
    assert ice.replace_text(document, {text: text}) == document


def test_scripts_are_converted_by_phrases() -> None:
    """One character of the simplified script is two of the traditional: the phrase decides; words keep their times."""
    document = speech("头发发现了", "头发", "发现", "了", language="zh-Hans")
    found = ice.chinese(document, "s2t")
    assert (sentence(found).text, [word.text for word in sentence(found).words]) == (
        "頭髮發現了",
        ["頭髮", "發現", "了"],
    )
    assert found.transcripts[0].language == "zh-Hant"
    assert ice.chinese(found, "t2s") == document


def test_everything_chinese_is_converted() -> None:
    """Titles, chapters, names of tags and recognised text too; a track in another language says so still."""
    document = Document(
        title="钟楼",
        chapters=(Chapter(title="开头"),),
        tags=(Tag(kind="entity", level1="地点", name="云碓镇"),),
        frames=(TextFrame(lines=(TextLine(text="欢迎"),)),),
        texts=("谢谢",),
        transcripts=speech("hello", language="en").transcripts,
    )
    found = ice.chinese(document, "s2t")
    assert (found.title, found.chapters[0].title, found.tags[0].name, found.texts) == (
        "鐘樓",
        "開頭",
        "雲碓鎮",
        ("謝謝",),
    )
    assert (found.tags[0].level1, found.frames[0].lines[0].text) == ("地點", "歡迎")
    assert found.transcripts[0].language == "en"


def test_japanese_and_korean_keep_their_characters() -> None:
    """国 and 学 are right in Japanese: its tracks stay as they are, and so do titles and names with kana."""
    tracks = (
        *speech("東京都知事、国会で辞任。", language="ja").transcripts,
        *speech("学生は国立図書館にいます。").transcripts,
        *speech("国会의 학생입니다.", language="ko").transcripts,
    )
    document = Document(
        title="国会の学生", transcripts=(*tracks, *speech("我们喜欢の国会", language="zh").transcripts), texts=("谢谢",)
    )
    found = ice.chinese(document, "s2t")
    assert (found.title, found.transcripts[:3], found.texts) == ("国会の学生", tracks, ("謝謝",))
    assert found.transcripts[3].segments[0].text == "我們喜歡の國會"


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    from ice_results.editing import texts

    texts._converter.cache_clear()
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(MissingExtra, match=r"^Chinese scripts need opencc: pip install 'ice-results\[chinese\]'$"):
        ice.chinese(Document(), "s2t")


def test_another_conversion_is_an_error() -> None:
    """The error names those that there are."""
    with pytest.raises(InvalidOption, match=r"^option script: expected s2t or t2s, found 's2hk'$"):
        ice.chinese(Document(), "s2hk")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edit", "given", "message"),
    [
        (
            ice.rename_speakers,
            [("1", "A")],
            "option names: expected names by id, none of them blank, found [('1', 'A')]",
        ),
        (ice.rename_speakers, {"1": " "}, "option names: expected names by id, none of them blank, found {'1': ' '}"),
        (
            ice.replace_text,
            ["a"],
            "option replacements: expected texts to put there by those to find, found ['a']",
        ),
        (
            ice.replace_text,
            {re.compile("a"): b"b"},
            "option replacements: expected texts to find and texts to put there, found (re.compile('a'), b'b')",
        ),
        (
            ice.replace_text,
            {re.compile(b"a"): "b"},
            "option replacements: expected texts to find and texts to put there, found (re.compile(b'a'), 'b')",
        ),
        (ice.chinese, [], "option script: expected s2t or t2s, found []"),
    ],
)
def test_what_is_of_another_kind_is_an_error(
    edit: Callable[[Document, Any], Document], given: Any, message: str
) -> None:
    """The error names the argument, what it takes and what was given."""
    with pytest.raises(InvalidOption) as caught:
        edit(Document(), given)
    assert str(caught.value) == message


def test_what_scores_too_low_is_left_out() -> None:
    """Tags, occurrences, boxes and lines go by their own scores; what has none stays."""
    boxes = tuple(TrackBox(at_ms=1, box=Box(0, 0, 1, 1), score=score) for score in (0.1, None, 0.8))
    occurrences = tuple(Occurrence(start_ms=at, score=score, boxes=boxes) for at, score in enumerate((0.2, None, 0.9)))
    document = Document(
        tags=(
            Tag(kind="a", score=0.1),
            Tag(kind="b", score=0.9, occurrences=occurrences),
            Tag(kind="c"),
            Tag(kind="d", occurrences=occurrences[:1]),
        ),
        frames=(TextFrame(at_ms=0, lines=(TextLine(text="x", score=0.4), TextLine(text="y", score=0.5))),),
    )
    found = ice.above(document, 0.5)
    assert [tag.kind for tag in found.tags] == ["b", "c"]
    assert [each.start_ms for each in found.tags[0].occurrences] == [1, 2]
    assert [boxed.score for boxed in found.tags[0].occurrences[0].boxes] == [None, 0.8]
    assert [line.text for line in found.frames[0].lines] == ["y"]


@given(documents(), st.floats(0, 1), st.floats(0, 1))
def test_two_thresholds_are_the_higher_one(document: Document, first: float, second: float) -> None:
    """The order of thresholds does not matter."""
    assert ice.above(ice.above(document, first), second) == ice.above(document, max(first, second))


@pytest.mark.parametrize("score", [-0.1, 1.5, "0.5", True])
def test_a_threshold_is_from_0_to_1(score: Any) -> None:
    """Anything else is an error."""
    with pytest.raises(InvalidOption, match=r"^option score: expected a number from 0 to 1, found "):
        ice.above(Document(), score)
