"""Captions stay fast: work is counted, not timed."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from functools import partial

import pytest

from ice_results import Document, Segment, Transcript, Word, convert

from ..counting import calls_in


def spoken(count: int, words: bool) -> Document:
    """Fragments of a sentence, one after the other, as long and as wide as usual."""
    segments = [
        Segment(
            start_ms=2000 * row,
            end_ms=2000 * row + 1900,
            text=f"第{row:05}句，语音识别的文字",
            words=tuple(
                Word(text=text, start_ms=2000 * row + 300 * place, end_ms=2000 * row + 300 * place + 300)
                for place, text in enumerate([f"第{row:05}句，", "语音", "识别", "的", "文字"])
            )
            if words
            else (),
        )
        for row in range(count)
    ]
    return Document(transcripts=(Transcript(kind="asr", segments=tuple(segments)),))


def peak_in(action: Callable[[], object]) -> int:
    """The most memory in bytes that an action holds at a time."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def per_segment(measure: Callable[[Callable[[], object]], int], name: str, profile: str, words: bool = False) -> float:
    """What a segment more takes, in the format of the name."""
    least, more = (partial(convert, spoken(count, words), name, profile=profile) for count in (600, 1200))
    least()
    more()
    return (measure(more) - measure(least)) / 600


@pytest.mark.parametrize(
    ("name", "profile", "most"),
    [
        ("srt", "source", 0.5),
        ("vtt", "source", 0.5),
        ("srt", "standard", 4),
        ("vtt", "standard", 4),
        ("srt", "netflix", 300),
    ],
)
def test_a_segment_takes_few_calls(name: str, profile: str, most: float) -> None:
    """What stays as it is costs no call of its own; only what is joined or cut does."""
    assert per_segment(calls_in, name, profile) < most


@pytest.mark.parametrize(("profile", "most"), [("source", 0.5), ("standard", 80), ("netflix", 400)])
def test_a_segment_with_words_takes_few_calls(profile: str, most: float) -> None:
    """Words are looked for in the text, once for each cue; their places are not where a line is wide enough."""
    assert per_segment(calls_in, "srt", profile, words=True) < most


@pytest.mark.parametrize(("profile", "most"), [("source", 600), ("standard", 600), ("netflix", 800)])
def test_a_segment_takes_little_memory(profile: str, most: float) -> None:
    """Columns hold what there is already: beside them there is the text that is written."""
    assert per_segment(peak_in, "srt", profile) < most
