"""Frame rates and timecodes: exact rates, known drop-frame clocks, and rules that hold for every frame of a day."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import InvalidOption
from ice_results.records.frame_rates import FRAME_RATES, frame_rate, is_frame_rate
from ice_results.writing.timecode import Timeline, is_timecode, timeline_of

from ..judges.installed import judge
from ..judges.markers import frame_under

NTSC = {"23.976": 24, "29.97": 30, "47.952": 48, "59.94": 60, "119.88": 120}
"""The rates that are 1000/1001 of a whole number."""

DROPPED = {"29.97": 2, "59.94": 4}
"""How many numbers drop-frame skips at the start of a minute."""

COUNTED = (*FRAME_RATES, "1", "12", "15", "90", "100", "1000")
TIMELINES = st.one_of(
    st.builds(timeline_of, st.sampled_from(COUNTED), st.sampled_from(["00:00:00:00", "01:00:00:00", "23:59:58:00"])),
    st.builds(timeline_of, st.sampled_from(["29.97", "59.94"]), st.sampled_from(["00:00:00;00", "09:59:59;29", None])),
)


def brute_force(timebase: int, skipped: int) -> Iterator[tuple[int, int, int, int]]:
    """Every number of a day's clock in turn, without those that drop-frame skips."""
    for clock in itertools.product(range(24), range(60), range(60), range(timebase)):
        _, minute, second, frame = clock
        if second or frame >= skipped or minute % 10 == 0:
            yield clock


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        (25, Fraction(25)),
        ("25", Fraction(25)),
        (25.0, Fraction(25)),
        ("25.0", Fraction(25)),
        (" 25 ", Fraction(25)),
        (15.0, Fraction(15)),
        ("25/1", Fraction(25)),
        (29.97, Fraction(30000, 1001)),
        ("29.97", Fraction(30000, 1001)),
        ("30000/1001", Fraction(30000, 1001)),
        (30000 / 1001, Fraction(30000, 1001)),
        (23.98, Fraction(24000, 1001)),
        (23.976, Fraction(24000, 1001)),
        ("23.976023976023978", Fraction(24000, 1001)),
        (59.94, Fraction(60000, 1001)),
        ("24.00", Fraction(24)),
        ("25/2", Fraction(25, 2)),
        ("030/01", Fraction(30)),
        (1, Fraction(1)),
        (1000, Fraction(1000)),
    ],
)
def test_a_rate_is_exact_however_it_is_written(value: Any, rate: Fraction) -> None:
    """Numbers, text and fractions mean the rate that the picture really has: 29.97 is 30000/1001."""
    assert frame_rate(value) == rate
    assert is_frame_rate(value)


@pytest.mark.parametrize(
    "value",
    [
        *(
            True,
            False,
            None,
            math.nan,
            math.inf,
            -math.inf,
            -25,
            0,
            0.0,
            -25.0,
            0.5,
            29.9,
            12.5,
            1001,
            1e300,
            1e-300,
            10**300,
        ),
        pytest.param(10**5000, id="5001 digits"),
        *("", " ", "nan", "inf", "1e2", "25/0", "25/00", "0/25", "/", "25/", "/25", "25/-1", "-25", "+25"),
        *("25fps", "2５", "٢٥", "25,0", "25\n25", "1_0", "1.", ".5", "9" * 5000, "1/3", b"25", [25], (25,), 25j),
    ],
)
def test_what_means_no_rate_is_refused(value: Any) -> None:
    """Nothing is guessed from a number that no timeline has, and nothing breaks on it."""
    assert frame_rate(value) is None
    assert not is_frame_rate(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("01:00:00:00", True),
        ("23:59:59;29", True),
        ("00:00:00:119", True),
        ("24:00:00:00", False),
        ("01:60:00:00", False),
        ("01:00:60:00", False),
        ("1:00:00:00", False),
        ("01:00:00:0", False),
        ("01:00:00.00", False),
        ("01;00;00;00", False),
        ("01:00:00:00\n", False),
        ("", False),
        (3600, False),
        (None, False),
    ],
)
def test_the_form_of_a_timecode(value: Any, expected: bool) -> None:
    """Two digits each, two or three for the frames, a colon or semicolon before these, less than 24 hours."""
    assert is_timecode(value) is expected


@pytest.mark.parametrize(
    ("fps", "frame", "clock"),
    [
        ("29.97", 0, "00:00:00;00"),
        ("29.97", 1799, "00:00:59;29"),
        ("29.97", 1800, "00:01:00;02"),
        ("29.97", 3597, "00:01:59;29"),
        ("29.97", 3598, "00:02:00;02"),
        ("29.97", 17981, "00:09:59;29"),
        ("29.97", 17982, "00:10:00;00"),
        ("29.97", 19782, "00:11:00;02"),
        ("29.97", 107892, "01:00:00;00"),
        ("29.97", 2589407, "23:59:59;29"),
        ("59.94", 3599, "00:00:59;59"),
        ("59.94", 3600, "00:01:00;04"),
        ("59.94", 35963, "00:09:59;59"),
        ("59.94", 35964, "00:10:00;00"),
        ("59.94", 215784, "01:00:00;00"),
        ("59.94", 5178815, "23:59:59;59"),
    ],
)
def test_drop_frame_clocks_that_are_known(fps: str, frame: int, clock: str) -> None:
    """The clock skips numbers in every minute but the tenth ones, and an hour is an hour."""
    assert timeline_of(fps, "00:00:00;00").clock(frame) == clock
    assert timeline_of(fps, clock).start_frame == frame


@pytest.mark.slow
@pytest.mark.parametrize("fps", ["29.97", "59.94"])
def test_drop_frame_counts_as_one_does_by_hand(fps: str) -> None:
    """Around every minute of 24 hours the clock shows what counting on, number by number, comes to."""
    timeline = timeline_of(fps, "00:00:00;00")
    timebase, total = NTSC[fps], 0
    for frame, clock in enumerate(brute_force(timebase, DROPPED[fps])):
        total += 1
        if (clock[2] == 0 and clock[3] < 6) or (clock[2] == 59 and clock[3] == timebase - 1):
            text = "{:02}:{:02}:{:02};{:02}".format(*clock)
            assert timeline.clock(frame) == text
            assert timeline_of(fps, text).start_frame == frame
    assert total == timeline.frames_per_day


@pytest.mark.parametrize("fps", COUNTED)
def test_without_drop_frame_every_number_is_counted(fps: str) -> None:
    """A day of the clock has 24 hours of as many frames as the next whole number says."""
    timeline = timeline_of(fps, "00:00:00:00")
    timebase = NTSC.get(fps) or int(fps)
    assert (timeline.timebase, timeline.frames_per_day) == (timebase, 86_400 * timebase)
    last = f"{timebase - 1:02}" if timebase <= 100 else f"{timebase - 1:03}"
    assert timeline.clock(timeline.frames_per_day - 1) == f"23:59:59:{last}"
    assert timeline.clock(timebase * 60) == "00:01:00:" + "0" * len(last)


@given(
    fps=st.sampled_from(["23.976", "24", "25", "29.97", "30", "47.952", "48", "50", "59.94", "60"]),
    drop=st.booleans(),
    part=st.fractions(0, 1),
)
def test_clocks_are_those_of_opentimelineio(fps: str, drop: bool, part: Fraction) -> None:
    """OpenTimelineIO gives every frame the same timecode, for 23 hours: soon after that it begins anew."""
    drop = drop and fps in DROPPED
    timeline = timeline_of(fps, "00:00:00;00" if drop else "00:00:00:00")
    frame = int(part * 23 * 3600 * timeline.rate)
    rate = float(timeline.rate)
    assert frame_under(timeline.clock(frame), timeline.rate) == frame
    assert timeline.clock(frame) == judge("opentimelineio").opentime.RationalTime(frame, rate).to_timecode(rate, drop)


@given(timeline=TIMELINES, frames=st.lists(st.integers(0, 500_000), min_size=2, unique=True).map(sorted))
def test_the_clock_strictly_increases(timeline: Timeline, frames: list[int]) -> None:
    """Of two frames the later has the later timecode, also as text, and each has only one."""
    clocks = [timeline.clock(frame) for frame in frames if timeline.has_clock(frame)]
    assert clocks == sorted(set(clocks))


@given(timeline=TIMELINES, frame=st.integers(0, 500_000))
def test_a_clock_names_the_frame_that_it_is_of(timeline: Timeline, frame: int) -> None:
    """No dropped number is ever shown, and a timeline that starts at a frame's clock starts at the frame."""
    if timeline.has_clock(frame):
        clock = timeline.clock(frame)
        _, minute, second, shown = map(int, clock.replace(";", ":").split(":"))
        assert is_timecode(clock)
        assert shown < timeline.timebase
        if timeline.drop_frame and second == 0 and minute % 10:
            assert shown >= timeline.timebase // 15
        assert timeline_of(str(timeline.rate), clock).start_frame == timeline.start_frame + frame


@given(timeline=TIMELINES)
def test_the_clock_ends_after_24_hours(timeline: Timeline) -> None:
    """The last frame that has a timecode is the last one before midnight."""
    last = timeline.frames_per_day - timeline.start_frame - 1
    assert timeline.has_clock(last)
    assert not timeline.has_clock(last + 1)
    assert timeline.clock(last).startswith("23:59:59")


@given(timeline=TIMELINES, frame=st.integers(0, 10_000_000))
def test_the_time_of_a_frame_leads_back_to_it(timeline: Timeline, frame: int) -> None:
    """Rounding to milliseconds loses no frame, at any rate that we take."""
    assert timeline.frame_at(round(frame * 1000 / timeline.rate)) == frame


@given(timeline=TIMELINES, ms=st.integers(0, 400_000_000))
def test_a_frame_is_within_half_a_frame_of_its_time(timeline: Timeline, ms: int) -> None:
    """The nearest frame is taken, not the one before."""
    assert abs(timeline.frame_at(ms) - ms * timeline.rate / 1000) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("fps", "start_timecode", "expected"),
    [
        (None, None, Timeline(Fraction(25), 90_000, False)),
        ("24", None, Timeline(Fraction(24), 86_400, False)),
        ("23.976", None, Timeline(Fraction(24000, 1001), 86_400, False)),
        (29.97, None, Timeline(Fraction(30000, 1001), 107_892, True)),
        (29.97, "01:00:00:00", Timeline(Fraction(30000, 1001), 108_000, False)),
        ("59.94", None, Timeline(Fraction(60000, 1001), 215_784, True)),
        ("59.94", "00:00:00:00", Timeline(Fraction(60000, 1001), 0, False)),
        ("25", "10:00:00:12", Timeline(Fraction(25), 900_012, False)),
        ("120", "00:00:01:119", Timeline(Fraction(120), 239, False)),
    ],
)
def test_the_timeline_of_options(fps: str | float | None, start_timecode: str | None, expected: Timeline) -> None:
    """An hour and 25 frames a second where nothing is said, drop-frame where the semicolon or the rate says so."""
    assert timeline_of(fps, start_timecode) == expected


@pytest.mark.parametrize(
    ("fps", "start_timecode", "message"),
    [
        (
            "25",
            "01:00:00;00",
            "option start_timecode: expected : before the frames, except at 29.97 and 59.94, found '01:00:00;00'",
        ),
        ("25", "01:00:00:25", "option start_timecode: expected frames from 00 to 24 there, found '01:00:00:25'"),
        ("29.97", "01:01:00;01", "option start_timecode: expected frames from 02 to 29 there, found '01:01:00;01'"),
        ("59.94", "00:59:00;03", "option start_timecode: expected frames from 04 to 59 there, found '00:59:00;03'"),
        (
            "25",
            "1:00",
            "option start_timecode: expected HH:MM:SS:FF, or HH:MM:SS;FF for drop-frame, found '1:00'",
        ),
        (
            "25/2",
            None,
            "option fps: expected a rate that timecode counts: a whole number, or 1000/1001 of one, found '25/2'",
        ),
        (
            "fast",
            None,
            "option fps: expected 23.976, 24, 25, 29.97, 30, 47.952, 48, 50, 59.94, 60, 119.88, 120, a whole number "
            "or a fraction such as 30000/1001, found 'fast'",
        ),
    ],
)
def test_options_that_do_not_fit_together_say_why(fps: str, start_timecode: str | None, message: str) -> None:
    """A timecode that there is not at a rate, and a rate that no clock counts, are named with what is expected."""
    with pytest.raises(InvalidOption) as error:
        timeline_of(fps, start_timecode)
    assert str(error.value) == message
