"""Two languages in one cue."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

import ice_results
from ice_results import Document, Segment, Transcript, Word
from ice_results.captions.bilingual import bilingual, pairs_of
from ice_results.captions.profiles import PROFILES
from ice_results.captions.shape import Shaping, shape
from ice_results.writing.captions.tracks import shaped_tracks
from ice_results.writing.options import CaptionOptions

from ..conftest import ROOT
from .spoken import SENTENCE

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


def test_each_side_is_laid_out_by_the_language_that_it_is_said_to_be_in() -> None:
    """The language of the speech is for the speech, that of the translation for the translation."""
    han = Segment(start_ms=0, end_ms=6000, text="東京特許許可局長今日急遽休暇許可", id="1")
    document = Document(
        transcripts=(Transcript(kind="asr", segments=(han,)), Transcript(kind="translation", segments=(han,)))
    )
    options = CaptionOptions(bilingual=True, language="ja", translation_language="zh-Hant")
    widths = {name: max(map(len, cues.table.lines[0])) for name, cues in shaped_tracks(document, options)}
    assert (widths[None] <= 13, widths["translation"], widths["bilingual"]) == (True, 16, 16)


def test_a_turn_to_another_script_is_laid_out_by_it() -> None:
    """Pairs of a talk that turns from English to Chinese have lines of 42 characters, then of 16."""
    english, chinese = "We wanted to take the last ferry, but it left the harbour early.", "我们想坐最后一班船" * 3
    sides = [
        [Segment(start_ms=at, end_ms=at + 6000, text=text, id=str(at)) for at, text in zip((0, 7000), texts)]
        for texts in ((english, chinese), (chinese, english))
    ]
    for cue in bilingual(sides[0], sides[1], Shaping(), languages=("en", "zh")).cues:
        assert all(len(line) <= (42 if line.isascii() else 16) for line in cue.lines)
