"""Words with their times, and two languages in one cue."""

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
from ice_results.captions.bilingual import bilingual, pairs_of
from ice_results.captions.cues import Cue
from ice_results.captions.profiles import PROFILES
from ice_results.captions.shape import Shaping, shape
from ice_results.captions.words import parts_of, word_starts
from ice_results.findings import Change
from ice_results.writing.convert import write

from ...conftest import ROOT
from ...judges.captions import texts_by_ffmpeg

WORDS = (("今天", 1000, 1400), ("晴，", 1400, 2000), ("出门", 2500, 3000), ("吧。", 3000, 3600))
SENTENCE = Segment(
    start_ms=1000,
    end_ms=3600,
    text="今天晴，出门吧。",
    id="1",
    words=tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in WORDS),
)


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


ENGLISH = Segment(start_ms=1000, end_ms=3600, text="Fine weather today, let us go out. ", id="1")


def test_two_languages_share_a_cue_on_lines_of_their_own() -> None:
    """A sentence and its translation are one cue; the option says which is above."""
    both = Document(
        transcripts=(
            Transcript(kind="transcription", segments=(SENTENCE,)),
            Transcript(kind="translation", segments=(ENGLISH,)),
        )
    )
    above, below = "今天晴，出门吧。", "Fine weather today, let us go out."
    stamp = "1\n00:00:01,000 --> 00:00:03,600\n"
    assert ice_results.convert(both, "bilingual.srt", bilingual=True) == f"{stamp}{above}\n{below}\n"
    assert (
        ice_results.convert(both, "bilingual.srt", bilingual=True, first="translation") == f"{stamp}{below}\n{above}\n"
    )
    with pytest.raises(ice_results.UnknownName, match=r"^unknown track of srt 'bilingual'; known: translation$"):
        ice_results.convert(both, "bilingual.srt")


def test_sentences_are_paired_by_id_then_by_time() -> None:
    """Ids decide; what has none is paired with what shares its time, several with several."""
    original = [
        Segment(start_ms=0, end_ms=1000, text="一", id="1"),
        Segment(start_ms=1000, end_ms=2000, text="二"),
        Segment(start_ms=2000, end_ms=3000, text="三"),
        Segment(start_ms=9000, end_ms=9500, text="四"),
    ]
    translation = [
        Segment(start_ms=500, end_ms=900, text="one", id="1"),
        Segment(start_ms=1000, end_ms=3000, text="two and three"),
        Segment(start_ms=6000, end_ms=6500, text="alone"),
    ]
    found = [
        ("".join(each.text for each in pair.original), "".join(each.text for each in pair.translation))
        for pair in pairs_of(original, translation)
    ]
    assert found == [("一", "one"), ("二三", "two and three"), ("", "alone"), ("四", "")]


def test_the_longer_side_decides_how_many_cues_there_are() -> None:
    """Where the translation needs several cues, the original is cut near their times; nothing is lost or repeated."""
    talk = ice_results.load(ROOT / "samples" / "talk.json")
    original, translation = (track.segments for track in talk.transcripts)
    cues = bilingual(original, translation, Shaping()).cues
    shown = "".join(line for cue in cues for line in cue.lines)
    both = "".join(segment.text for segment in (*original, *translation))
    assert sorted(re.sub(r"\s", "", shown)) == sorted(re.sub(r"\s", "", both))
    assert all(len(cue.lines) <= 4 for cue in cues)
    assert all(earlier.end_ms <= later.start_ms for earlier, later in pairwise(cues))


def test_every_profile_shapes_the_talk_without_losing_a_sign() -> None:
    """All characters but white space stay, in order, in every profile."""
    talk = ice_results.load(ROOT / "samples" / "talk.json")
    for transcript in talk.transcripts:
        text = re.sub(r"\s", "", "".join(segment.text for segment in transcript.segments))
        for profile in PROFILES.values():
            cues = shape(transcript.segments, Shaping(profile=profile)).cues
            assert re.sub(r"\s", "", "".join(line for cue in cues for line in cue.lines)) == text


def test_an_id_that_comes_back_later_joins_nothing() -> None:
    """Ids that start again are paired by time: nobody's line is shown with another's a minute away."""
    original = [
        Segment(start_ms=0, end_ms=2000, text="甲。", id="1", speaker="A"),
        Segment(start_ms=60000, end_ms=62000, text="乙。", id="1", speaker="B"),
    ]
    translation = [
        Segment(start_ms=0, end_ms=2000, text="First.", id="1"),
        Segment(start_ms=60000, end_ms=62000, text="Second.", id="1"),
    ]
    cues = bilingual(original, translation, Shaping()).cues
    assert [(cue.start_ms, cue.lines) for cue in cues] == [(0, ("甲。", "First.")), (60000, ("乙。", "Second."))]


def test_sentences_that_are_shifted_do_not_run_together() -> None:
    """Without ids every translation is with the sentence that it shares most time with."""
    original = [Segment(start_ms=n * 2000, end_ms=n * 2000 + 2000, text=f"第{n}句。") for n in range(10)]
    translation = [Segment(start_ms=n * 2000 + 900, end_ms=n * 2000 + 2900, text=f"No. {n}") for n in range(10)]
    pairs = pairs_of(original, translation)
    assert [(len(pair.original), len(pair.translation)) for pair in pairs] == [(1, 1)] * 10


def test_two_speakers_under_one_translation_stay_two_cues() -> None:
    """A translation of two speakers' words is with the first of them; the second keeps a cue of its own."""
    original = [
        Segment(start_ms=0, end_ms=2000, text="甲说。", speaker="A"),
        Segment(start_ms=2000, end_ms=4000, text="乙说。", speaker="B"),
    ]
    translation = [Segment(start_ms=0, end_ms=4000, text="A says and B says.")]
    cues = bilingual(original, translation, Shaping()).cues
    assert [(cue.speaker, cue.lines) for cue in cues] == [("A", ("甲说。", "A says and B says.")), ("B", ("乙说。",))]


def test_words_with_times_outside_their_sentence_do_not_move_its_cues() -> None:
    """Times of words that lie outside the sentence are not used: the time is shared out by width."""
    text = "Every other Tuesday, the library comes to Pellow Island by boat, and it used to be a ferry before the war."
    words = tuple(
        Word(text=f"{word} ", start_ms=n * 400, end_ms=n * 400 + 400) for n, word in enumerate(text.split(" "))
    )
    segment = Segment(start_ms=100_000, end_ms=109_000, text=text, words=words)
    cues = shape([segment], Shaping()).cues
    assert (cues[0].start_ms, cues[-1].end_ms) == (100_000, 109_000)
    assert all(cue.end_ms - cue.start_ms > 1000 for cue in cues)


def test_lyrics_of_two_languages_have_a_line_for_each() -> None:
    """In LRC the lines of a bilingual cue share its time, each on a line of its own."""
    both = Document(
        transcripts=(
            Transcript(kind="transcription", segments=(SENTENCE,)),
            Transcript(kind="translation", segments=(ENGLISH,)),
        )
    )
    assert ice_results.convert(both, "bilingual.lrc", bilingual=True) == (
        "[00:01.00]今天晴，出门吧。\n[00:01.00]Fine weather today, let us go out.\n[00:03.60]\n"
    )


def test_a_translation_has_the_speakers_of_its_sentences() -> None:
    """A translated sentence is said by who said the sentence of its id, where that is one speaker."""
    both = Document(
        transcripts=(
            Transcript(
                kind="transcription", segments=(Segment(start_ms=0, end_ms=900, text="早。", id="1", speaker="Nan"),)
            ),
            Transcript(kind="translation", segments=(Segment(start_ms=0, end_ms=900, text="Morning.", id="1"),)),
        )
    )
    assert ice_results.convert(both, "translation.vtt") == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:00.900\n<v Nan>Morning.\n"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"bilingual": True}, "no track of two languages: there is no translation beside the speech"),
        ({"words": True}, "no words are marked: the service gave none"),
        ({"speaker_names": {"9": "安娜"}}, "nobody speaks as 9"),
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
