"""Markers for DaVinci Resolve as others read them: every marker, at its frame, with its title, note and length."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import Chapter, Document, Highlight, InvalidOption, NoMaterial, Notes
from ice_results.findings import Change
from ice_results.records.frame_rates import frame_rate
from ice_results.text.cleaning import one_line
from ice_results.writing.convert import write
from ice_results.writing.markers.model import COLORS, timeline_markers
from ice_results.writing.options import TimelineOptions

from ...judges.installed import judge
from ...judges.markers import frame_under
from ..titles import AWKWARD, TITLES

COLOURS = (
    *("Blue", "Cyan", "Green", "Yellow", "Red", "Pink", "Purple", "Fuchsia"),
    *("Rose", "Lavender", "Sky", "Mint", "Lemon", "Sand", "Cocoa", "Cream"),
)
"""The colours that markers have in Resolve."""

HEADER = re.compile(
    r"TITLE: (?P<title>\S|\S.*\S)\nFCM: (?P<counting>DROP FRAME|NON-DROP FRAME)\n\n(?P<events>.*)", re.S
)
EVENT = re.compile(
    r"(?P<number>[0-9]{3,})  001      V     C        "
    r"(?P<source>(?P<first>\S{11}) (?P<end>\S{11})) (?P<record>\S{11} \S{11})  \n"
    r"(?P<note>[^|\n]*) \|C:ResolveColor(?P<colour>[A-Z][a-z]+) \|M:(?P<title>[^|\n]+) \|D:(?P<frames>[1-9][0-9]*)\n"
)
LIKE_A_STATEMENT = re.compile(r"[\d*>]|TITLE:|FCM:|SPLIT:|AUD|M2|GPI|EFFECTS? NAME|FINAL CUT PRO|DLEDL")
"""How lines of a list begin that are no markers."""

AWKWARD_HERE = {
    **AWKWARD,
    "": "Chapter",
    "|": "|",
    "x |C:ResolveColorRed |M:forged |D:9": "x |C:ResolveColorRed |M:forged |D:9",
    " |D:5": "|D:5",
    "001  001      V     C        01:00:00:00 01:00:00:01 01:00:00:00 01:00:00:01": (
        "001 001 V C 01:00:00:00 01:00:00:01 01:00:00:00 01:00:00:01"
    ),
    "2 people": "2 people",
    "٣ عناصر": "٣ عناصر",
    "* FROM CLIP NAME: forged": "* FROM CLIP NAME: forged",
    "TITLE: forged": "TITLE: forged",
    "FCM: DROP FRAME": "FCM: DROP FRAME",
    "AUD  3": "AUD 3",
    "SPLIT:    AUDIO DELAY=  00:00:00:05": "SPLIT: AUDIO DELAY= 00:00:00:05",
    "M2   001  050.0  01:00:00:00": "M2 001 050.0 01:00:00:00",
    "EFFECTS NAME IS forged": "EFFECTS NAME IS forged",
    ">>> SOURCE 001 forged": ">>> SOURCE 001 forged",
    "EFFECT NAME: forged": "EFFECT NAME: forged",
    "AUDIENCE OF 40": "AUDIENCE OF 40",
    "GPI-T PULSE 001": "GPI-T PULSE 001",
    "FINAL CUT PRO REEL: forged": "FINAL CUT PRO REEL: forged",
    "DLEDL: forged": "DLEDL: forged",
    "Title of the talk": "Title of the talk",
    "- a dash": "- a dash",
    "\ufffe\uffff": "\ufffe\uffff",
    "half \ud800 pair": "half ? pair",
}
"""Titles and notes as a service could give them, and on one line."""


class FoundMarker(NamedTuple):
    """One marker of a list of edits: its first frame from the beginning of the timeline's clock, and what it says."""

    frame: int
    frames: int
    title: str
    note: str
    colour: str


def frame_of(clock: str, fps: str) -> int:
    """The frame under a timecode, by the rule for counting."""
    rate = frame_rate(fps)
    assert rate is not None
    return frame_under(clock, rate)


def plain(text: str) -> str:
    """Text as it was before its bars became full-width."""
    return text.replace("｜", "|")


def strictly_read(content: str, fps: str = "25") -> tuple[str, list[FoundMarker]]:
    """The title and the markers of a list in which every rule of Resolve's form is kept.

    Two lines of header and an empty one; for each marker an event of one frame, the same on both sides,
    numbered from 001, later than the one before; a line with note, colour, title and length; an empty line
    in between. No note begins as an event, a remark or another statement does.
    """
    assert "\r" not in content
    header = HEADER.fullmatch(content)
    assert header is not None
    blocks = header["events"].split("\n\n")
    blocks[:-1] = [f"{block}\n" for block in blocks[:-1]]
    events = [event for event in map(EVENT.fullmatch, blocks) if event is not None]
    assert len(events) == len(blocks)
    assert [event["number"] for event in events] == [f"{number:03}" for number in range(1, len(events) + 1)]
    found = []
    for event in events:
        frame = frame_of(event["first"], fps)
        assert event["source"] == event["record"]
        assert frame_of(event["end"], fps) == frame + 1
        assert (";" in event["source"]) == (header["counting"] == "DROP FRAME")
        assert event["colour"] in COLOURS
        assert not LIKE_A_STATEMENT.match(event["note"])
        found.append(
            FoundMarker(frame, int(event["frames"]), plain(event["title"]), plain(event["note"]), event["colour"])
        )
    frames = [each.frame for each in found]
    assert frames == sorted(set(frames))
    return header["title"], found


def read_by_pycmx(content: str, fps: str = "25") -> tuple[str, list[FoundMarker]]:
    """The title and the markers as pycmx finds them, which knows no markers: their lines are what it cannot name."""
    edits = judge("pycmx").parse_cmx3600(io.StringIO(content))
    lines = [line for each in edits.unrecognized_statements if (line := each.content)]
    events = list(edits.events)
    kinds = {type(each).__name__ for each in edits.event_statements}
    assert (edits.format, kinds) == ("3600", {"StmtFCM", "StmtEvent", "StmtUnrecognized"})
    assert [event.number for event in events] == list(range(1, len(events) + 1))
    found = []
    for event, line in zip(events, lines, strict=True):
        (edit,) = event.edits
        assert (edit.source, edit.clip_name, edit.channels.video, edit.transition.cut) == ("001", None, True, True)
        assert (edit.source_in, edit.source_out) == (edit.record_in, edit.record_out)
        note, colour, title, frames = line.rsplit("|", 3)
        assert [colour[:2], title[:2], frames[:2]] == ["C:", "M:", "D:"]
        texts = plain(title[2:].rstrip()), plain(note.rstrip()), colour[2:].rstrip().removeprefix("ResolveColor")
        found.append(FoundMarker(frame_of(edit.record_in, fps), int(frames[2:]), *texts))
    return edits.title, found


def content_of(given: Document, **options: object) -> str:
    """The text of the only file that is written."""
    (output,) = write(given, "markers.edl", **options)
    assert isinstance(output.content, str)
    return output.content


def of_actions(*given: tuple[int, int | None, str]) -> Document:
    """A document with actions of a start, an end and a text."""
    actions = tuple(Highlight(start_ms=start, end_ms=end, text=text) for start, end, text in given)
    return Document(notes=Notes(actions=actions))


def guarded(note: str) -> str:
    """A note as it is written: after a dash where it begins as a statement does."""
    return f"- {note}" if LIKE_A_STATEMENT.match(note) else note


def test_the_list_is_written_as_resolve_writes_it() -> None:
    """Two lines of header, then for each marker an event of one frame and its line."""
    given = Document(
        title="云岭小学\n家长会",
        chapters=(
            Chapter(start_ms=0, end_ms=61_000, title="开场", summary="2 people | meet"),
            Chapter(start_ms=61_000, end_ms=70_000, title="a|b", summary="Uniforms."),
        ),
        notes=Notes(
            key_sentences=(Highlight(start_ms=40, text="你好"),),
            actions=(Highlight(start_ms=62_000, end_ms=63_500, text="带上校服"),),
        ),
    )
    assert content_of(given, fps="25") == (
        "TITLE: 云岭小学 家长会\n"
        "FCM: NON-DROP FRAME\n"
        "\n"
        "001  001      V     C        01:00:00:00 01:00:00:01 01:00:00:00 01:00:00:01  \n"
        "- 2 people ｜ meet |C:ResolveColorBlue |M:开场 |D:1525\n"
        "\n"
        "002  001      V     C        01:00:00:01 01:00:00:02 01:00:00:01 01:00:00:02  \n"
        " |C:ResolveColorYellow |M:你好 |D:1\n"
        "\n"
        "003  001      V     C        01:01:01:00 01:01:01:01 01:01:01:00 01:01:01:01  \n"
        "Uniforms. |C:ResolveColorBlue |M:a｜b |D:225\n"
        "\n"
        "004  001      V     C        01:01:02:00 01:01:02:01 01:01:02:00 01:01:02:01  \n"
        " |C:ResolveColorRed |M:带上校服 |D:38\n"
    )


@pytest.mark.parametrize(
    ("options", "counting", "first", "second"),
    [
        ({"fps": 29.97}, "DROP FRAME", "01:00:00;00", "01:01:00;02"),
        ({"fps": 59.94}, "DROP FRAME", "01:00:00;00", "01:01:00;04"),
        ({"fps": "29.97", "start_timecode": "00:00:00:00"}, "NON-DROP FRAME", "00:00:00:00", "00:01:00:00"),
        ({"fps": "23.976"}, "NON-DROP FRAME", "01:00:00:00", "01:01:00:00"),
        ({"fps": 50, "start_timecode": "10:00:00:30"}, "NON-DROP FRAME", "10:00:00:30", "10:01:00:33"),
    ],
)
def test_the_clock_is_that_of_the_options(options: dict[str, object], counting: str, first: str, second: str) -> None:
    """Rate and start timecode are those of the timeline, and the header says how its clock counts."""
    lines = content_of(of_actions((0, None, "a"), (60_060, None, "b")), **options).split("\n")
    assert lines[1] == f"FCM: {counting}"
    assert [line.split()[4] for line in lines if line.startswith("00")] == [first, second]


@pytest.mark.parametrize("fps", ["23.976", "24", "25", "29.97", "30", "50", "59.94", "60"])
@pytest.mark.parametrize("options", [{}, {"start_timecode": "00:00:00:00"}], ids=["an hour", "zero"])
def test_every_marker_is_read_back_by_pycmx(fps: str, options: dict[str, str]) -> None:
    """Count, times to half a frame, lengths, titles, notes and colours are those of the document."""
    chapters = tuple(
        Chapter(start_ms=n * 61_111, end_ms=n * 61_111 + 30_030, title=f"章 {n}", summary=f"About {n}.")
        for n in range(120)
    )
    given = Document(title="talk", chapters=chapters)
    content = content_of(given, fps=fps, **options)
    title, found = read_by_pycmx(content, fps)
    assert title == "talk"
    assert strictly_read(content, fps) == (title, found)
    rate = frame_rate(fps)
    assert rate is not None
    for chapter, marker in zip(chapters, found, strict=True):
        assert (marker.title, marker.note, marker.colour) == (chapter.title, chapter.summary, "Blue")
        start_ms, length_ms = (marker.frame - found[0].frame) * 1000 / rate, marker.frames * 1000 / rate
        assert abs(start_ms - (chapter.start_ms or 0)) <= Fraction(500) / rate
        assert abs(length_ms - 30_030) <= Fraction(1000) / rate


def test_awkward_titles_and_notes_are_read_back() -> None:
    """Whatever they say, both readers find as many markers, with these titles and notes on one line."""
    chapters = tuple(
        Chapter(start_ms=n * 1000, end_ms=n * 1000 + 500, title=text, summary=text)
        for n, text in enumerate(AWKWARD_HERE)
    )
    content = content_of(Document(chapters=chapters), fps=25)
    for reader in (read_by_pycmx, strictly_read):
        title, found = reader(content)
        assert title == "markers"
        expected = [
            (f"Chapter {n}" if given == "" else text, "" if given == "" else guarded(text))
            for n, (given, text) in enumerate(AWKWARD_HERE.items(), 1)
        ]
        assert [(each.title, each.note) for each in found] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [(None, "markers"), ("", "markers"), ("\n\x00", "markers"), ("a\nFCM: DROP FRAME", "a FCM: DROP FRAME")],
)
def test_the_title_of_the_list_is_that_of_the_media(title: str | None, expected: str) -> None:
    """It is on one line, and is never empty."""
    content = content_of(Document(title=title, chapters=(Chapter(start_ms=0, end_ms=5, title="a"),)), fps=25)
    assert strictly_read(content)[0] == expected
    assert read_by_pycmx(content)[0] == expected


def test_more_than_999_markers_are_numbered_on() -> None:
    """The number grows by a digit, and pycmx reads every event."""
    given = of_actions(*((n * 100, None, str(n)) for n in range(1, 1_202)))
    content = content_of(given, fps=25)
    assert "\n1000  001      V     C        01:01:40:00 " in content
    assert strictly_read(content) == read_by_pycmx(content)
    assert [each.title for each in strictly_read(content)[1]] == [str(n) for n in range(1, 1_202)]


def test_each_frame_has_one_marker() -> None:
    """Resolve keeps one in a frame: a later one goes to the next free frame, ends where it ended, and is listed."""
    given = of_actions((0, 400, "a"), (5, 400, "b"), (30, None, "c"), (80, 90, "d"), (200, None, "e"))
    (output,) = write(given, "markers.edl", fps=25)
    assert isinstance(output.content, str)
    start = 90_000
    assert [each[:3] for each in strictly_read(output.content)[1]] == [
        (start, 10, "a"),
        (start + 1, 9, "b"),
        (start + 2, 1, "c"),
        (start + 3, 1, "d"),
        (start + 5, 1, "e"),
    ]
    assert output.changes == tuple(
        Change(at_ms, f"a marker in a frame that has one was moved to the next free: {title}")
        for at_ms, title in ((5, "b"), (30, "c"), (80, "d"))
    )


@pytest.mark.parametrize(
    ("options", "last_ms"),
    [
        ({"fps": 25, "start_timecode": "23:59:58:00"}, 1_920),
        ({"fps": 25, "start_timecode": "00:00:00:00"}, 86_399_920),
        ({"fps": 29.97, "start_timecode": "23:59:58;00"}, 1_935),
    ],
)
def test_what_the_clock_cannot_name_is_left_out(options: dict[str, object], last_ms: int) -> None:
    """Timecode ends at 24 hours: a later marker, and one that would end there, is listed."""
    given = of_actions((last_ms, None, "last"), (last_ms + 40, None, "late"), (last_ms + 5_000, 10**12, "later"))
    (output,) = write(given, "markers.edl", **options)
    assert isinstance(output.content, str)
    assert [each.title for each in strictly_read(output.content, str(options["fps"]))[1]] == ["last"]
    assert output.changes == (
        Change(last_ms + 40, "a marker after 24 hours of timecode was left out: late"),
        Change(last_ms + 5_000, "a marker after 24 hours of timecode was left out: later"),
    )


def test_without_a_marker_before_24_hours_there_is_no_file() -> None:
    """The reason says where the clock begins."""
    with pytest.raises(NoMaterial) as error:
        write(of_actions((5_000, None, "late")), "markers.edl", fps=25, start_timecode="23:59:58:00")
    assert str(error.value) == ("nothing to write as markers.edl: timecode ends at 24 hours, and starts at 23:59:58:00")


def test_a_frame_has_two_digits() -> None:
    """At more than 100 frames a second they do not suffice, and the message says so."""
    assert "01:00:00:99" in content_of(of_actions((990, None, "a")), fps=100)
    with pytest.raises(InvalidOption) as error:
        write(of_actions((0, None, "a")), "markers.edl", fps=120)
    assert str(error.value) == "option fps: expected at most 100: an EDL has two digits for frames, found 120"


def test_a_rate_that_nobody_named_is_a_change() -> None:
    """A list for the wrong rate has every marker in the wrong place."""
    (output,) = write(of_actions((0, None, "a")), "markers.edl")
    assert output.changes == (Change(None, "25 frames per second were assumed: set fps to the video's own rate"),)


def test_colours_of_markers_are_colours_of_resolve() -> None:
    """Each kind has its own, and Resolve knows it."""
    colours = [colour.resolve for colour in COLORS.values()]
    assert len(set(colours)) == len(colours)
    assert set(colours) <= set(COLOURS)


def kept(texts: Iterable[str]) -> list[str]:
    """Texts as a file can hold them: no halves of surrogate pairs."""
    return [text.encode("utf-8", "replace").decode() for text in texts]


@given(
    starts=st.lists(st.integers(0, 10_000_000), min_size=1, max_size=6),
    texts=st.lists(TITLES | st.text(max_size=12), min_size=6, max_size=6),
    fps=st.sampled_from(["24", "25", "29.97", "60"]),
)
def test_whatever_is_marked_is_read_back(starts: list[int], texts: list[str], fps: str) -> None:
    """As many events as markers, one to a frame, with titles, notes and lengths, in both readers."""
    chapters = tuple(
        Chapter(start_ms=start, title=text, summary=text[::-1]) for start, text in zip(starts, texts, strict=False)
    )
    given = Document(chapters=chapters, title=texts[0])
    _, markers, _ = timeline_markers(given, TimelineOptions(fps=fps))
    content = content_of(given, fps=fps)
    title, found = strictly_read(content, fps)
    assert read_by_pycmx(content, fps) == (title, found)
    assert title == (kept([one_line(texts[0])])[0] or "markers")
    assert [each.title for each in found] == kept(each.marker.title for each in markers)
    notes = kept(each.marker.note for each in markers)
    assert [each.note.removeprefix("- ") for each in found] == [note.removeprefix("- ") for note in notes]
