"""Words with their times in captions."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Document, Segment, Transcript, Word
from ice_results.captions.cues import Cue
from ice_results.captions.words import parts_of, word_starts
from ice_results.findings import Change
from ice_results.writing.convert import write

from ...captions.spoken import SENTENCE
from ...conftest import ROOT
from ...judges.captions import texts_by_ffmpeg


def document(*segments: Segment, kind: str = "transcription") -> Document:
    """A document with one track."""
    return Document(transcripts=(Transcript(kind=kind, segments=segments),))


def test_webvtt_has_a_stamp_before_each_word_but_the_first() -> None:
    """With `words` a word that starts inside its cue has its time before it."""
    assert ice_results.convert(document(SENTENCE), "vtt", words=True) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.600\n今天<00:00:01.400>晴，<00:00:02.500>出门<00:00:03.000>吧。\n"
    )


def test_ass_has_karaoke_whose_parts_sum_to_the_cue() -> None:
    """With `words` every part has its length in centiseconds."""
    content = ice_results.convert(document(SENTENCE), "ass", words=True)
    assert isinstance(content, str)
    assert content.endswith(
        "Dialogue: 0,0:00:01.00,0:00:03.60,Default,,0,0,0,,{\\k40}今天{\\k110}晴，{\\k50}出门{\\k60}吧。\n"
    )


def test_lrc_has_a_line_for_each_cue_and_stamps_for_words() -> None:
    """A line has the start of its cue; enhanced, each word has its own; the last line is cleared at its end."""
    assert ice_results.convert(document(SENTENCE), "lrc") == "[00:01.00]今天晴，出门吧。\n[00:03.60]\n"
    assert ice_results.convert(document(SENTENCE), "lrc", words=True) == (
        "[00:01.00]<00:01.00>今天<00:01.40>晴，<00:02.50>出门<00:03.00>吧。\n[00:03.60]\n"
    )


times_of_words = st.lists(st.tuples(st.integers(-500, 6000), st.integers(-500, 6000)), max_size=12)


@given(st.integers(0, 2000), st.integers(1, 4000), times_of_words)
def test_stamps_increase_and_lie_inside_the_cue(start: int, length: int, times: list[tuple[int, int]]) -> None:
    """Whatever times the words have, stamps increase strictly, strictly inside the cue."""
    words = tuple(Word(text=f"w{number} ", start_ms=first, end_ms=last) for number, (first, last) in enumerate(times))
    text = "".join(word.text for word in words) or "none"
    cue = Cue(start_ms=start, end_ms=start + length, lines=(text.strip(),), words=words)
    stamps = [ms for starts in word_starts(cue) for _, ms in starts]
    assert all(earlier < later for earlier, later in pairwise([start, *stamps, start + length]))
    assert "".join(part for line, starts in zip(cue.lines, word_starts(cue)) for _, part in parts_of(line, starts)) == (
        "".join(cue.lines)
    )


@given(st.integers(0, 2000), st.integers(1, 4000), times_of_words)
def test_karaoke_sums_are_exact(start: int, length: int, times: list[tuple[int, int]]) -> None:
    """The lengths of the parts of a line sum to the length of the line as it is written."""
    words = tuple(Word(text=f"w{number} ", start_ms=first, end_ms=last) for number, (first, last) in enumerate(times))
    segment = Segment(
        start_ms=start, end_ms=start + length, text="".join(each.text for each in words) or "-", words=words
    )
    content = ice_results.convert(document(segment), "ass", words=True, profile="source")
    assert isinstance(content, str)
    (event,) = pysubs2.SSAFile.from_string(content).events
    parts = [int(part) for part in re.findall(r"\{\\k(\d+)\}", event.text)]
    assert not parts or sum(parts) * 10 == event.end - event.start


hostile = st.lists(
    st.sampled_from(
        ["{", "}", "\\", "N", "\\N", "{\\an8}", "[00:01.00]", "<00:01.00>", "早", "a", ",", "\n", "{\\k5}", "[ti:x]"]
    ),
    min_size=1,
    max_size=8,
).map("".join)


@given(st.lists(hostile, min_size=1, max_size=4))
def test_no_text_forges_a_line_or_a_tag_in_ass(texts: list[str]) -> None:
    """Every text is one event whose only overrides are our own, and whose visible text is the cue's."""
    segments = [Segment(start_ms=n * 2000, end_ms=n * 2000 + 1000, text=f"x{text}") for n, text in enumerate(texts)]
    content = ice_results.convert(document(*segments), "ass", profile="source")
    assert isinstance(content, str)
    read = pysubs2.SSAFile.from_string(content)
    assert [(event.start, event.end) for event in read] == [(each.start_ms, each.end_ms) for each in segments]
    assert not any("{" in event.text for event in read)


@given(st.lists(hostile, min_size=1, max_size=4))
def test_no_text_forges_a_line_in_lrc(texts: list[str]) -> None:
    """Every cue is one line with one stamp, and no text brings a stamp of its own."""
    segments = [Segment(start_ms=n * 2000, end_ms=n * 2000 + 1000, text=f"x{text}") for n, text in enumerate(texts)]
    content = ice_results.convert(document(*segments), "lrc", profile="source")
    assert isinstance(content, str)
    lines = [line for line in content.splitlines() if not re.fullmatch(r"\[\d+:\d\d\.\d\d\]", line)]
    assert len(lines) == len(texts)
    assert all(len(re.findall(r"[\[<]\s*\d+:\d", line)) == 1 for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["vtt", "ass", "lrc"])
def test_ffmpeg_reads_words_of_the_sample_talk(name: str, tmp_path: Path) -> None:
    """FFmpeg finds as many lines in the file with words as in the file without."""
    talk = ice_results.load(ROOT / "samples" / "talk.json")
    counts = []
    for words in (False, True):
        path = tmp_path / f"{words}.{name}"
        ice_results.save(talk, path, words=words)
        counts.append(len(texts_by_ffmpeg(path)))
    assert counts[0] == counts[1] > 100


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"bilingual": True}, "no bilingual track: the document has no translation"),
        ({"words": True}, "no words are marked: the document has none with times"),
        ({"speaker_names": {"9": "安娜"}}, "no speaker has the id 9"),
    ],
)
def test_an_option_that_finds_nothing_to_do_is_reported(options: dict[str, Any], message: str) -> None:
    """What was asked for and cannot be is one change of the first track."""
    said = Segment(start_ms=0, end_ms=900, text="今天晴。", speaker="1")
    (output,) = write(Document(transcripts=(Transcript(kind="asr", segments=(said,)),)), "vtt", **options)
    assert output.changes == (Change(None, message),)


def test_half_a_surrogate_pair_is_reported() -> None:
    """What no file can hold becomes a question mark, and a change."""
    said = Segment(start_ms=0, end_ms=900, text="晴\ud800")
    (output,) = write(Document(transcripts=(Transcript(kind="asr", segments=(said,)),)), "srt")
    assert str(output.content).splitlines()[2] == "晴?"
    assert output.changes == (Change(None, "half of a surrogate pair became ?, which a file can hold"),)
