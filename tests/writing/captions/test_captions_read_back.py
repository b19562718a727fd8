"""Whatever a result says, four independent readers find our cues in SRT and WebVTT, our times, and no markup."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ice_results
from ice_results import Document, NoMaterial, Notes, Segment, SpeakerSummary, Transcript
from ice_results.captions.cues import Cue
from ice_results.captions.plain import cues_of
from ice_results.findings import Change
from ice_results.writing.convert import write

from ...judges.captions import (
    REQUIRE_TOOLS,
    SRT_READERS,
    VTT_READERS,
    is_visible,
    letters,
    overrides_in,
    plain,
    texts_by_ffmpeg,
    times,
    times_by_ffmpeg,
    tool,
)

HOUR = 3_600_000
LAST_OF_SRT = 100 * HOUR - 1

FRAGMENTS = (
    "00:00:01,000 --> 00:00:02,000",
    "00:00:01.000 --> 00:00:02.000",
    "00:01.000 --> 00:02.000 line:0 align:start",
    "0:0:1,0-->0:0:2,0",
    "00：00：01，000 - > 00：00：02，000",
    "1.2.3 -- > 4.5.6",
    "00:00:01,000 00:00:02,000",
    "00:00:03.000",
    "\n7\n00:00:01,000 --> 00:00:02,000\n",
    "\n\n7\n00:00:01,000 --> 00:00:02,000\nforged\n\n",
    "\n\nWEBVTT\n\n00:00:01.000 --> 00:00:02.000\nforged\n\n",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\r\r",
    "\r\n\r\n",
    "\n \t\n",
    "\n\u3000\n",
    "\u2028\u2028",
    "\u2029\u2029",
    "\x85\x85",
    "\x0b\x0b",
    "\x0c\x0c",
    "\x1c\x1d\x1e",
    "-->",
    "--&gt;",
    "--",
    ">",
    "<",
    "<b>",
    "</b>",
    "< i >",
    "</v>",
    "<v Bob>",
    "<c.x>",
    '<font color="red">',
    "<!-- x -->",
    "<3",
    "<00:00:01.000>",
    "{\\an8}",
    "{y:i}",
    "{",
    "}",
    "{}",
    "\\",
    "\\N",
    "\\n",
    "\\h",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#60;",
    "\n42\n",
    "\n-1\n",
    "\n5.\n",
    "42",
    "٤٢",
    "1.2.3",
    "12:34:56",
    "10:30",
    "\nNOTE forged\n",
    "\nSTYLE\n::cue { color: red }\n",
    "\nREGION\nid:x\n",
    "WEBVTT",
    "NOTE",
    "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0",
    "\ufeff",
    "\x00",
    "\x07\x1b[31m",
    "\x7f\x9f",
    "\u200e\u200f\u202e",
    "\u200b",
    "\u2060",
    "＜｛＞",
    "🎬👩‍👩‍👧",
    "大家好，欢迎。",
    "Hello there.",
    " ",
    "\u00a0",
)
"""What a transcript would hold that wants to be something else than text."""

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

ORDINARY = (
    "大家好，欢迎来到云岭小学。",
    "Today we plant forty trees.",
    "a < b & c",
    "3 > 2",
    "I <3 you",
    "版本 1.2.3",
    "10:30",
    "at 10:30 - 11:45",
    "1:02.5",
    "2024",
    "https://example.com/watch?v=1&t=2#top",
    "“全部” — 50% (笑)",
    "Q&A; R&D",
    "x = [1, 2] * 3",
    "two\nlines",
    "第一行\n第二行",
    "مرحبا بالعالم",
    "שלום עולם",
    "👩‍👩‍👧 🎬",
    "#hash @name ♪ la la ♪",
)
"""What people say: no writer has a reason to touch it."""

NESTED = (
    "{ { }",
    "{{a}}",
    "{a {b} c}",
    "{\n{\\an8}",
    "< a < >",
    "< b <",
    "<<b>>",
    "< b < c >",
    "< / b <i>x",
    "<\nb>",
    "{\n}",
    "\\{b}",
    "a < b > c",
)
"""Brackets in brackets: taking away the inner ones must not leave markup behind."""


def document(*segments: Segment) -> Document:
    """A document with one track of speech."""
    return Document(transcripts=(Transcript(kind="asr", segments=segments),))


def said(*texts: str) -> Document:
    """A document in which one text is said in each second."""
    return document(*(Segment(start_ms=1000 * at, end_ms=1000 * at + 900, text=text) for at, text in enumerate(texts)))


def file_of(given: Document, name: str, **options: Any) -> bytes:
    """The bytes of the file that is written in a format."""
    content = ice_results.convert(
        given, name, profile="source", speakers="never" if name == "srt" else "change", **options
    )
    assert isinstance(content, str)
    return content.encode()


def lines_of(cues: tuple[Cue, ...]) -> list[str]:
    """What the cues show."""
    return [plain("\n".join(cue.lines)) for cue in cues]


def fitting(ms: int, room: int) -> int:
    """A time as SRT can hold it, which ends at 99:59:59,999."""
    return min(ms, LAST_OF_SRT - room)


@pytest.mark.parametrize("reader", SRT_READERS)
@settings(max_examples=200, deadline=None)
@given(segments=TRANSCRIPTS)
def test_srt_is_read_back_as_what_was_meant(reader: str, segments: tuple[Segment, ...]) -> None:
    """Each reader of SRT finds our cues with our times and lines, and no markup, whatever the text says."""
    cues = cues_of(segments).cues
    if not cues:
        with pytest.raises(NoMaterial):
            ice_results.convert(document(*segments), "srt", profile="source", speakers="never")
        return
    found = SRT_READERS[reader](file_of(document(*segments), "srt"))
    assert times(found) == [(fitting(cue.start_ms, 1), fitting(cue.end_ms, 0)) for cue in cues]
    assert [cue.markup for cue in found if cue.markup] == []
    assert [plain(cue.text) for cue in found] == lines_of(cues)


@pytest.mark.parametrize("reader", VTT_READERS)
@settings(max_examples=200, deadline=None)
@given(segments=TRANSCRIPTS)
def test_vtt_is_read_back_as_what_was_meant(reader: str, segments: tuple[Segment, ...]) -> None:
    """Each reader of WebVTT finds our cues with our times and lines, and no tag but the speaker's."""
    cues = cues_of(segments).cues
    if not cues:
        with pytest.raises(NoMaterial):
            ice_results.convert(document(*segments), "vtt", profile="source")
        return
    found = VTT_READERS[reader](file_of(document(*segments), "vtt"))
    assert times(found) == [(cue.start_ms, cue.end_ms) for cue in cues]
    assert [plain(cue.text).replace("\\N", "\n") for cue in found] == [
        text.replace("\\N", "\n") for text in lines_of(cues)
    ]
    assert [[voice_in(tag) for tag in cue.markup] for cue in found] == [
        [letters(cue.speaker)] if cue.speaker and any(map(is_visible, cue.speaker)) else [] for cue in cues
    ]


def voice_in(tag: str) -> str:
    """What is visible of the name in a voice tag, which holds no raw bracket, reference or line end."""
    name = re.fullmatch("<v ([^<>\n]+)>", tag)
    assert name, tag
    assert re.sub("&(amp|lt|gt);", "", name[1]).count("&") == 0
    return letters(name[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


@pytest.mark.parametrize("reader", VTT_READERS)
def test_a_time_in_a_name_and_one_in_the_text_make_no_timing_line(reader: str) -> None:
    """The voice tag stands on the first line of text: both together must not look like a timing line."""
    given = document(Segment(start_ms=0, end_ms=9, text="00:00:02.000", speaker="00:00:01.000"))
    (found,) = VTT_READERS[reader](file_of(given, "vtt"))
    assert (found.start_ms, found.end_ms, plain(found.text)) == (0, 9, "00:00:02.000")


@settings(max_examples=200, deadline=None)
@given(segments=TRANSCRIPTS)
def test_nothing_visible_is_lost(segments: tuple[Segment, ...]) -> None:
    """Every segment with a start and a visible character is a cue with all of its visible characters."""
    shown = [each for each in segments if each.start_ms is not None and any(map(is_visible, each.text))]
    shown.sort(key=lambda each: each.start_ms or 0)
    cues = cues_of(segments).cues
    assert [letters("".join(cue.lines)) for cue in cues] == [letters(each.text) for each in shown]
    assert [cue.speaker or None for cue in cues] == [each.speaker or None for each in shown]
    assert all(line and line == line.strip() for cue in cues for line in cue.lines)


@settings(max_examples=200, deadline=None)
@given(segments=TRANSCRIPTS)
def test_cues_are_in_order_and_none_is_empty(segments: tuple[Segment, ...]) -> None:
    """Starts never decrease or fall below zero, and every cue ends after it starts."""
    cues = cues_of(segments).cues
    assert [cue.start_ms for cue in cues] == sorted(cue.start_ms for cue in cues)
    assert all(0 <= cue.start_ms < cue.end_ms for cue in cues)


@pytest.mark.parametrize("name", ["srt", "vtt"])
@settings(max_examples=200, deadline=None)
@given(segments=TRANSCRIPTS)
def test_only_timing_lines_hold_an_arrow_and_only_line_feeds_end_lines(
    name: str, segments: tuple[Segment, ...]
) -> None:
    """There is one `-->` for each cue, and nothing else ends a line for readers with more line ends than one."""
    cues = cues_of(segments).cues
    if cues:
        text = file_of(document(*segments), name).decode()
        assert text.count("-->") == len(cues)
        assert text.splitlines() == text.removesuffix("\n").split("\n")


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


def hostile(count: int) -> Document:
    """Nested brackets and pairs of fragments, evenly taken from all pairs, in overlapping cues of hostile speakers."""
    pairs = list(itertools.product(FRAGMENTS, repeat=2))
    texts = ["".join(pair) for pair in pairs] + ["\n".join(pair) for pair in pairs]
    texts = [text for text in dict.fromkeys(texts) if any(map(is_visible, text)) and text not in NESTED]
    wanted = count - len(NESTED)
    chosen = [*NESTED, *(texts[place * len(texts) // wanted] for place in range(wanted))]
    return document(
        *(
            Segment(
                start_ms=777 * (at // 2 * 2),
                end_ms=777 * (at // 2 * 2) + 1 + at * 37 % 3001,
                text=text,
                speaker=FRAGMENTS[at % len(FRAGMENTS)],
            )
            for at, text in enumerate(chosen)
        )
    )


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_finds_500_hostile_cues_at_their_times(name: str, tmp_path: Path) -> None:
    """FFmpeg finds a packet for each cue, with its start and its length to the millisecond."""
    tool("ffprobe")
    given = hostile(500)
    path = tmp_path / f"talk.{name}"
    path.write_bytes(file_of(given, name))
    cues = cues_of(given.transcripts[0].segments).cues
    assert len(cues) == 500
    assert times_by_ffmpeg(path) == [(cue.start_ms, cue.end_ms) for cue in cues]


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_finds_no_markup_in_500_hostile_cues(name: str, tmp_path: Path) -> None:
    """What FFmpeg decodes holds no override, and of SRT exactly the text that we wrote."""
    tool("ffmpeg")
    given = hostile(500)
    path = tmp_path / f"talk.{name}"
    path.write_bytes(file_of(given, name))
    found = texts_by_ffmpeg(path)
    assert len(found) == 500
    assert [text for text in found if overrides_in(text)] == []
    if name == "srt":
        cues = cues_of(given.transcripts[0].segments).cues
        assert [plain(text).replace("\\{", "{") for text in found] == [
            text.replace("\\{", "{").replace("\n", "\\N") for text in lines_of(cues)
        ]


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_shows_ordinary_text_as_it_was_said(name: str, tmp_path: Path) -> None:
    """FFmpeg decodes both formats to the very text, without the speaker's name."""
    tool("ffmpeg")
    given = document(
        *(
            Segment(start_ms=1000 * at, end_ms=1000 * at + 900, text=text, speaker="张三")
            for at, text in enumerate(ORDINARY)
        )
    )
    path = tmp_path / f"talk.{name}"
    path.write_bytes(file_of(given, name))
    assert texts_by_ffmpeg(path) == [text.replace("\n", "\\N") for text in ORDINARY]


def test_ffmpeg_reads_the_latest_times(tmp_path: Path) -> None:
    """Beyond 100 hours WebVTT goes on, and SRT stays at its last milliseconds."""
    tool("ffprobe")
    given = document(
        Segment(start_ms=99 * HOUR, end_ms=101 * HOUR, text="over the end"),
        Segment(start_ms=120 * HOUR, end_ms=120 * HOUR + 5, text="after it"),
    )
    for name in ("srt", "vtt"):
        (tmp_path / f"talk.{name}").write_bytes(file_of(given, name))
    assert times_by_ffmpeg(tmp_path / "talk.srt") == [(99 * HOUR, LAST_OF_SRT), (LAST_OF_SRT - 1, LAST_OF_SRT)]
    assert times_by_ffmpeg(tmp_path / "talk.vtt") == [(99 * HOUR, 101 * HOUR), (120 * HOUR, 120 * HOUR + 5)]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_not_touched(text: str) -> None:
    """What needs no defence stands in SRT as it was said, in WebVTT with `&`, `<` and `>` as references only."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert (
        ice_results.convert(said(text), "srt", profile="source", speakers="never")
        == f"1\n00:00:00,000 --> 00:00:00,900\n{text}\n"
    )
    assert (
        ice_results.convert(said(text), "vtt", profile="source")
        == f"WEBVTT\n\n00:00:00.000 --> 00:00:00.900\n{escaped}\n"
    )


@settings(max_examples=200, deadline=None)
@given(
    text=st.text("abcXYZ你好，。！？ ,.!?;:'\"-()[]/&%#@*+=~_|$€éü♪🎬あ한", min_size=1).filter(
        lambda text: text.strip() != ""
    )
)
def test_text_of_letters_and_punctuation_is_not_touched(text: str) -> None:
    """Without digits, brackets that mean something and backslashes there is nothing to make harmless."""
    text = text.strip()
    assert (
        ice_results.convert(said(text), "srt", profile="source", speakers="never")
        == f"1\n00:00:00,000 --> 00:00:00,900\n{text}\n"
    )
    assert ice_results.convert(said(text), "vtt", profile="source") == (
        f"WEBVTT\n\n00:00:00.000 --> 00:00:00.900\n{text.replace('&', '&amp;')}\n"
    )


@pytest.mark.parametrize("crlf", [False, True])
@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_byte_order_mark_and_windows_line_ends_change_nothing_that_is_read(
    name: str, bom: bool, crlf: bool, tmp_path: Path
) -> None:
    """With either option the file is stored as asked, and every reader finds the same in it as without."""
    tool("ffprobe")
    given = hostile(60)
    usual, data = file_of(given, name), file_of(given, name, bom=bom, crlf=crlf)
    bare = data.removeprefix(b"\xef\xbb\xbf")
    assert (bare != data) == bom
    assert bare == (usual.replace(b"\n", b"\r\n") if crlf else usual)
    for read in (SRT_READERS if name == "srt" else VTT_READERS).values():
        assert len(read(data)) == 60
        assert read(data) == read(usual)
    path = tmp_path / f"talk.{name}"
    path.write_bytes(data)
    cues = cues_of(given.transcripts[0].segments).cues
    assert times_by_ffmpeg(path) == [(cue.start_ms, cue.end_ms) for cue in cues]


def test_times_of_every_size_are_written_exactly() -> None:
    """Milliseconds, minutes and hours roll over where they should, and hours have two digits or more."""
    ends = [1, 999, 1000, 59_999, 60_000, HOUR - 1, HOUR, 24 * HOUR, 99 * HOUR + 3_599_999, 100 * HOUR, 9999 * HOUR]
    given = document(*(Segment(start_ms=end - 1, end_ms=end, text="x") for end in ends))
    text = ice_results.convert(given, "vtt", profile="source")
    assert isinstance(text, str)
    assert [line.split(" --> ")[1] for line in text.split("\n") if "-->" in line] == [
        "00:00:00.001",
        "00:00:00.999",
        "00:00:01.000",
        "00:00:59.999",
        "00:01:00.000",
        "00:59:59.999",
        "01:00:00.000",
        "24:00:00.000",
        "99:59:59.999",
        "100:00:00.000",
        "9999:00:00.000",
    ]
    for read in VTT_READERS.values():
        assert [cue.end_ms for cue in read(text.encode())] == ends


def test_srt_says_which_cues_it_had_to_move() -> None:
    """A cue that SRT cannot hold is moved to its last moment, and the change is listed."""
    given = document(
        Segment(start_ms=LAST_OF_SRT - 5, end_ms=LAST_OF_SRT, text="fits"),
        Segment(start_ms=LAST_OF_SRT - 2, end_ms=LAST_OF_SRT + 1, text="ends too late"),
        Segment(start_ms=100 * HOUR, end_ms=100 * HOUR + 9, text="is too late"),
    )
    (output,) = write(given, "srt", profile="source")
    assert output.content == (
        "1\n99:59:59,994 --> 99:59:59,999\nfits\n\n"
        "2\n99:59:59,997 --> 99:59:59,999\nends too late\n\n"
        "3\n99:59:59,998 --> 99:59:59,999\nis too late\n"
    )
    assert output.changes == (
        Change(LAST_OF_SRT - 2, "SRT ends at 99:59:59,999: the cue was moved there"),
        Change(100 * HOUR, "SRT ends at 99:59:59,999: the cue was moved there"),
    )
    (unmoved,) = write(given, "vtt", profile="source")
    assert unmoved.changes == ()


Times = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("given", "expected", "changes"),
    [
        pytest.param([(1000, 2000), (1500, 2500)], [(1000, 2000), (1500, 2500)], [], id="an overlap stays"),
        pytest.param([(1000, 2000), (1000, 1500)], [(1000, 2000), (1000, 1500)], [], id="equal starts stay"),
        pytest.param(
            [(1000, None)],
            [(1000, 2000)],
            [Change(1000, "a segment with no end ends at 2000 ms")],
            id="no end",
        ),
        pytest.param(
            [(1000, None), (1400, 3000)],
            [(1000, 1400), (1400, 3000)],
            [Change(1000, "a segment with no end ends at 1400 ms")],
            id="no end and a near follower",
        ),
        pytest.param(
            [(1000, None), (1000, 3000)],
            [(1000, 2000), (1000, 3000)],
            [Change(1000, "a segment with no end ends at 2000 ms")],
            id="no end and a follower at once",
        ),
        pytest.param(
            [(1000, 1000)],
            [(1000, 2000)],
            [Change(1000, "a segment with an end of 1000 ms ends at 2000 ms")],
            id="no length",
        ),
        pytest.param(
            [(5000, 4000), (5001, 6000)],
            [(5000, 5001), (5001, 6000)],
            [Change(5000, "a segment with an end of 4000 ms ends at 5001 ms")],
            id="end before start",
        ),
        pytest.param(
            [(-500, 700)],
            [(0, 700)],
            [Change(0, "a start of -500 ms became 0")],
            id="negative start",
        ),
        pytest.param(
            [(-500, -100)],
            [(0, 1000)],
            [Change(0, "a start of -500 ms became 0"), Change(0, "a segment with an end of -100 ms ends at 1000 ms")],
            id="all before zero",
        ),
        pytest.param(
            [(-500, 0), (-200, 300), (100, 400)],
            [(0, 1000), (0, 300), (100, 400)],
            [
                Change(0, "a start of -500 ms became 0"),
                Change(0, "a segment with an end of 0 ms ends at 1000 ms"),
                Change(0, "a start of -200 ms became 0"),
            ],
            id="two before zero",
        ),
        pytest.param(
            [(3000, 4000), (1000, 2000), (3000, 3500)],
            [(1000, 2000), (3000, 4000), (3000, 3500)],
            [Change(None, "segments were put in the order of time")],
            id="out of order, equal starts as given",
        ),
        pytest.param(
            [(2000, None), (1000, None)],
            [(1000, 2000), (2000, 3000)],
            [
                Change(None, "segments were put in the order of time"),
                Change(1000, "a segment with no end ends at 2000 ms"),
                Change(2000, "a segment with no end ends at 3000 ms"),
            ],
            id="out of order without ends",
        ),
        pytest.param(
            [(None, 900), (1000, 2000)],
            [(1000, 2000)],
            [Change(None, "a segment without a start was left out: said")],
            id="no start",
        ),
        pytest.param(
            [(None, None)],
            [],
            [Change(None, "a segment without a start was left out: said")],
            id="no times at all",
        ),
    ],
)
def test_odd_times_become_times_that_every_format_holds(
    given: list[Times], expected: list[tuple[int, int]], changes: list[Change]
) -> None:
    """A time that cannot be shown is repaired in one way only, and each repair is listed."""
    shaped = cues_of([Segment(start_ms=start, end_ms=end, text="said") for start, end in given])
    assert [(cue.start_ms, cue.end_ms) for cue in shaped.cues] == expected
    assert list(shaped.changes) == changes


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028", "\x00\x1f\x7f\x85", "\u3000\t"])
def test_a_segment_without_text_is_left_out_and_listed(text: str) -> None:
    """There is no cue of white space and control characters alone."""
    shaped = cues_of([Segment(start_ms=10, end_ms=20, text=text), Segment(text=text)])
    assert shaped.cues == ()
    assert shaped.changes == (
        Change(10, "a segment without text was left out"),
        Change(None, "a segment without text was left out"),
    )
    assert [str(change) for change in shaped.changes] == [
        "at 10 ms: a segment without text was left out",
        "a segment without text was left out",
    ]


@pytest.mark.parametrize(
    "end", ["\n", "\r", "\r\n", "\n\n", "\r\r\n\n", "\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\x1d", "\x1e"]
)
def test_every_kind_of_line_end_ends_a_line_and_none_leaves_an_empty_one(end: str) -> None:
    """Whatever some reader takes for a line end is one to us, and empty lines go."""
    (cue,) = cues_of([Segment(start_ms=0, end_ms=1, text=f"{end} one{end}{end} two {end}\t{end}")]).cues
    assert cue.lines == ("one", "two")


def test_a_missing_tool_skips_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a program the tests that need it are skipped, and say why."""
    monkeypatch.delenv(REQUIRE_TOOLS, raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        tool("no-such-program")


def test_a_missing_tool_fails_a_test_where_tools_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the tools must be there, nothing is skipped in silence."""
    monkeypatch.setenv(REQUIRE_TOOLS, "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        tool("no-such-program")
