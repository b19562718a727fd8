"""Transcriptions of FunASR: a track for each file, times for each character."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document, Segment, Word

from .tracks import track

FUNASR_SENTENCE = {
    "text": "您好，Ada。",
    "start": 100,
    "end": 900,
    "timestamp": [[100, 300], [300, 500], [500, 900]],
    "spk": 0,
}
FUNASR_SEGMENT = Segment(
    start_ms=100,
    end_ms=900,
    text="您好，Ada。",
    speaker="0",
    words=(
        Word(start_ms=100, end_ms=300, text="您"),
        Word(start_ms=300, end_ms=500, text="好，"),
        Word(start_ms=500, end_ms=900, text="Ada。"),
    ),
)


def test_funasr_has_a_track_for_each_file_and_a_time_for_each_character() -> None:
    """Each file is a track of its sentences; the times belong to the characters and words of the text in order."""
    files = [
        {"key": name, "text": "您好，Ada。", "timestamp": [[100, 300]], "sentence_info": [FUNASR_SENTENCE]}
        for name in ("a", "b")
    ]
    document = ice_results.parse(files)
    assert document.transcripts == (track(FUNASR_SEGMENT, source="sentence_info"),) * 2
    assert document.transcripts[1].extra == {"key": "b", "text": "您好，Ada。", "timestamp": [[100, 300]]}
    assert document.problems == ()


@pytest.mark.parametrize("source", [{"sentence_info": [FUNASR_SENTENCE]}, [FUNASR_SENTENCE]])
def test_one_file_of_funasr_and_its_sentences_are_recognised(source: Any) -> None:
    """The object of one file, and its sentences alone, are read like the list of files."""
    assert ice_results.parse(source).transcripts == (track(FUNASR_SEGMENT, source="sentence_info"),)


def test_a_file_of_funasr_without_sentences_is_one_segment() -> None:
    """Without punctuation there are no sentences: the file is one segment from its first to its last word."""
    document = ice_results.parse([{"key": "a", "text": "mind the step", "timestamp": [[0, 9], [9, 20], [20, 31]]}])
    words = (
        Word(start_ms=0, end_ms=9, text="mind"),
        Word(start_ms=9, end_ms=20, text=" the"),
        Word(start_ms=20, end_ms=31, text=" step"),
    )
    assert document.transcripts == (
        track(Segment(start_ms=0, end_ms=31, text="mind the step", words=words), source="sentence_info"),
    )


def test_times_that_are_not_as_many_as_the_words_are_kept() -> None:
    """Where numbers are written as digits, there are more times than words: the segment has no words then."""
    sentence = {"text": "1988年。", "start": 0, "end": 500, "timestamp": [[0, 100]] * 5, "spk": 1}
    (segment,) = ice_results.parse([sentence]).transcripts[0].segments
    assert segment.words == ()
    assert segment.extra == {"timestamp": [[0, 100]] * 5}


def test_raw_text_says_what_the_words_are() -> None:
    """`raw_text` has the words with spaces between them, whatever their script."""
    sentence = {
        "text": "A-B 二十。",
        "raw_text": "a-b 二十",
        "spk": 0,
        "start": 0,
        "end": 9,
        "timestamp": [[0, 4], [4, 9]],
    }
    (segment,) = ice_results.parse([sentence]).transcripts[0].segments
    assert [word.text for word in segment.words] == ["A-B", " 二十。"]
    assert segment.extra == {"raw_text": "a-b 二十"}


def test_a_word_that_funasr_could_not_place_has_no_times() -> None:
    """A null among the times is a word without them."""
    (segment,) = (
        ice_results.parse([{**FUNASR_SENTENCE, "timestamp": [[100, 300], None, [500, 900]]}]).transcripts[0].segments
    )
    assert segment.words[1] == Word(text="好，")


def test_times_of_funasr_that_are_none_are_listed() -> None:
    """What is no list of pairs costs only the words, with a problem that says where."""
    document = ice_results.parse({"sentence_info": [{**FUNASR_SENTENCE, "timestamp": [[100, "soon"]]}]})
    (segment,) = document.transcripts[0].segments
    assert segment == Segment(start_ms=100, end_ms=900, text="您好，Ada。", speaker="0")
    assert segment.extra == {"timestamp": [[100, "soon"]]}
    assert [str(each) for each in document.problems] == [
        "[0].sentence_info[0].timestamp: expected a list of [start, end] in milliseconds, found a list of 1"
    ]


def test_sentences_of_voice_activity_have_their_text_in_another_key() -> None:
    """Sentences that were cut by pauses have `sentence` in place of `text`."""
    document = ice_results.parse([{"sentence": "您好", "start": 0, "end": 500, "spk": 3}])
    assert document.transcripts == (
        track(Segment(start_ms=0, end_ms=500, text="您好", speaker="3"), source="sentence_info"),
    )


def test_texts_without_a_start_are_a_problem() -> None:
    """Lines whose start stands under a key that is unknown are listed with that key, once for the track."""
    lines = [{"content": "Mind the step.", "startTime": 1, "endTime": 2}, {"content": "Which one?", "startTime": 3}]
    document = ice_results.parse(lines, kind="asr")
    assert document.problems == (
        Problem(
            path="",
            message="no start in 2 of 2 segments; keys that were not understood: startTime",
            severity="warning",
        ),
    )


def test_times_that_are_listed_already_are_listed_once() -> None:
    """A line whose times are wrong has a problem for each of them, and none for having no times."""
    document: Document = ice_results.parse([{"content": "Mind the step.", "from": "soon", "to": "later"}], kind="asr")
    assert [each.path for each in document.problems] == ["[0].from", "[0].to"]


def test_the_server_has_sentences_of_its_own() -> None:
    """`stamp_sents` has words with blanks between them, the punctuation behind, and the times of each word."""
    said = {"text_seg": "潮 水 low tide", "punc": "。", "start": 430, "end": 1130}
    spans = [[430, 600], [600, 700], [700, 900], [900, 1130]]
    message = {
        "mode": "offline",
        "text": "潮水low tide。",
        "stamp_sents": [{**said, "ts_list": spans}],
        "is_final": True,
    }
    document = ice_results.parse({**message, "timestamp": json.dumps(spans), "wav_name": "harbour"})
    (track,) = document.transcripts
    (segment,) = track.segments
    assert (segment.text, segment.start_ms, segment.end_ms) == ("潮水low tide。", 430, 1130)
    assert [(word.text, word.start_ms, word.end_ms) for word in segment.words] == [
        ("潮", 430, 600),
        ("水", 600, 700),
        ("low", 700, 900),
        (" tide。", 900, 1130),
    ]
    assert segment.extra == {}
    assert {"mode", "wav_name", "timestamp"} <= track.extra.keys()
    assert document.problems == ()


def test_punctuation_beside_a_text_is_kept() -> None:
    """Where a sentence has its text, what else there is of it stays beside it."""
    sentence = {"text": "Low tide.", "text_seg": "low tide", "punc": ".", "start": 0, "end": 900}
    (track,) = ice_results.parse([{"key": "harbour", "text": "Low tide.", "sentence_info": [sentence]}]).transcripts
    assert track.segments[0].text == "Low tide."
    assert track.segments[0].extra == {"text_seg": "low tide", "punc": "."}
