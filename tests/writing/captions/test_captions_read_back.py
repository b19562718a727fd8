"""Whatever a result says, independent readers find our cues in SRT and WebVTT, our times, and no markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Document, NoMaterial, Notes, Segment, SpeakerSummary
from ice_results.captions.plain import cues_of

from ...judges.captions import SRT_READERS, VTT_READERS, is_visible, letters, plain, times
from .hostile import FRAGMENTS, HOUR, LAST_OF_SRT, NESTED, document, file_of, lines_of, said

DENSE = ("{}\\ a\n", "<>/!? b\n", "019:.,-> \n\r", "0٠:：.，,->&;\t\n", "<>{}&#\\/:-Nnh v.\n\r\u2028")
"""The few characters that each kind of markup, and a time, is made of."""
TEXTS = st.lists(
    st.sampled_from(FRAGMENTS)
    | st.sampled_from(DENSE).flatmap(lambda few: st.text(few, max_size=14))
    | st.text(max_size=8),
    max_size=6,
).map("".join)
TIMES = (
    st.none()
    | st.sampled_from([-1, 0, 1, 999, 1000, 59_999, 60_000, HOUR - 1, LAST_OF_SRT - 1, LAST_OF_SRT, LAST_OF_SRT + 1])
    | st.integers(-2_000, 6_000)
    | st.integers(-10 * HOUR, 120 * HOUR)
)
SEGMENTS = st.builds(Segment, start_ms=TIMES, end_ms=TIMES, text=TEXTS, speaker=st.none() | TEXTS)
TRANSCRIPTS = st.lists(SEGMENTS, max_size=6).map(tuple)


def fitting(ms: int, room: int) -> int:
    """A time as SRT can hold it, which ends at 99:59:59,999."""
    return min(ms, LAST_OF_SRT - room)


@given(segments=TRANSCRIPTS)
def test_srt_is_read_back_as_what_was_meant(segments: tuple[Segment, ...]) -> None:
    """Each reader of SRT finds our cues with our times and lines, and no markup, whatever the text says."""
    cues = cues_of(segments).cues
    if not cues:
        with pytest.raises(NoMaterial):
            ice_results.convert(document(*segments), "srt", profile="source", speakers="never")
        return
    content = file_of(document(*segments), "srt")
    for reader, read in SRT_READERS.items():
        found = read(content)
        assert times(found) == [(fitting(cue.start_ms, 1), fitting(cue.end_ms, 0)) for cue in cues], reader
        assert [cue.markup for cue in found if cue.markup] == [], reader
        assert [plain(cue.text) for cue in found] == lines_of(cues), reader


@given(segments=TRANSCRIPTS)
def test_vtt_is_read_back_as_what_was_meant(segments: tuple[Segment, ...]) -> None:
    """Each reader of WebVTT finds our cues with our times and lines, and no tag but the speaker's."""
    cues = cues_of(segments).cues
    if not cues:
        with pytest.raises(NoMaterial):
            ice_results.convert(document(*segments), "vtt", profile="source")
        return
    content = file_of(document(*segments), "vtt")
    texts = [text.replace("\\N", "\n") for text in lines_of(cues)]
    voices = [[letters(cue.speaker)] if cue.speaker and any(map(is_visible, cue.speaker)) else [] for cue in cues]
    for reader, read in VTT_READERS.items():
        found = read(content)
        assert times(found) == [(cue.start_ms, cue.end_ms) for cue in cues], reader
        assert [plain(cue.text).replace("\\N", "\n") for cue in found] == texts, reader
        assert [[voice_in(tag) for tag in cue.markup] for cue in found] == voices, reader


def voice_in(tag: str) -> str:
    """What is visible of the name in a voice tag, which holds no raw bracket, reference or line end."""
    name = re.fullmatch("<v ([^<>\n]+)>", tag)
    assert name, tag
    assert re.sub("&(amp|lt|gt);", "", name[1]).count("&") == 0
    return letters(name[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


@pytest.mark.parametrize("reader", VTT_READERS)
def test_a_time_in_a_name_and_one_in_the_text_make_no_timing_line(reader: str) -> None:
    """The voice tag is on the first line of text: both together must not look like a timing line."""
    given = document(Segment(start_ms=0, end_ms=9, text="00:00:02.000", speaker="00:00:01.000"))
    (found,) = VTT_READERS[reader](file_of(given, "vtt"))
    assert (found.start_ms, found.end_ms, plain(found.text)) == (0, 9, "00:00:02.000")


@given(segments=TRANSCRIPTS)
def test_nothing_visible_is_lost(segments: tuple[Segment, ...]) -> None:
    """Every segment with a start and a visible character is a cue with all of its visible characters."""
    shown = [each for each in segments if each.start_ms is not None and any(map(is_visible, each.text))]
    shown.sort(key=lambda each: each.start_ms or 0)
    cues = cues_of(segments).cues
    assert [letters("".join(cue.lines)) for cue in cues] == [letters(each.text) for each in shown]
    assert [cue.speaker or None for cue in cues] == [each.speaker or None for each in shown]
    assert all(line and line == line.strip() for cue in cues for line in cue.lines)


@given(segments=TRANSCRIPTS)
def test_cues_are_in_order_and_none_is_empty(segments: tuple[Segment, ...]) -> None:
    """Starts never decrease or fall below zero, and every cue ends after it starts."""
    cues = cues_of(segments).cues
    assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)
    assert all(0 <= cue.start_ms < cue.end_ms for cue in cues)


@given(segments=TRANSCRIPTS)
def test_only_timing_lines_hold_an_arrow_and_only_line_feeds_end_lines(segments: tuple[Segment, ...]) -> None:
    """There is one `-->` for each cue, and nothing else ends a line for readers with more line ends than one."""
    cues = cues_of(segments).cues
    for name in ("srt", "vtt") if cues else ():
        text = file_of(document(*segments), name).decode()
        assert text.count("-->") == len(cues), name
        assert text.splitlines() == text.removesuffix("\n").split("\n"), name


@pytest.mark.parametrize("text", NESTED)
@pytest.mark.parametrize("reader", SRT_READERS)
def test_brackets_in_brackets_are_no_markup_in_srt(reader: str, text: str) -> None:
    """No reader of SRT finds a tag or an override in nested or broken brackets."""
    (found,) = SRT_READERS[reader](file_of(said(text), "srt"))
    assert found.markup == ()
    assert plain(found.text) == text


@pytest.mark.parametrize("reader", VTT_READERS)
def test_speakers_with_hostile_names_stay_names(reader: str) -> None:
    """A name is one voice tag, wherever it comes from: the segment or the notes."""
    names = [
        "<b>",
        "A & B",
        "a>b",
        "x\n\ny",
        "00:00:01.000 --> 00:00:02.000",
        "</v>",
        "v.loud",
        "--",
        "Bob --",
        "张三",
        "1",
    ]
    segments = [
        Segment(start_ms=1000 * at, end_ms=1000 * at + 500, text="hello", speaker=name) for at, name in enumerate(names)
    ]
    noted = Notes(speakers=(SpeakerSummary(speaker="1", name="<i>Anna</i>"),))
    given = Document(transcripts=document(*segments).transcripts, notes=noted)
    found = VTT_READERS[reader](file_of(given, "vtt"))
    assert [cue.text for cue in found] == ["hello"] * len(names)
    assert [[voice_in(tag) for tag in cue.markup] for cue in found] == [
        [letters(name)] for name in [*names[:-1], "<i>Anna</i>"]
    ]
