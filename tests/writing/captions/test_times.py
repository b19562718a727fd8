"""Times that no caption file holds become times that every one does, and are listed."""

from __future__ import annotations

import pytest

import ice_results
from ice_results import Segment
from ice_results.captions.plain import cues_of
from ice_results.findings import Change
from ice_results.writing.convert import write

from ...judges.captions import VTT_READERS
from .hostile import HOUR, LAST_OF_SRT, document


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
def test_unusual_times_become_times_that_every_format_holds(
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
