"""The markers that every format takes: which there are, in what order, with what title, and on which frames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import Chapter, Document, Highlight, InvalidOption, NoMaterial, Notes, Occurrence, Tag
from ice_results.findings import Change
from ice_results.writing.convert import write
from ice_results.writing.markers.model import COLORS, Marker, TimedMarker, markers_of, timeline_markers
from ice_results.writing.options import MARKER_KINDS, TimelineOptions
from ice_results.writing.timecode import Timeline, timeline_of

ASSUMED = Change(None, "25 frames per second were assumed: set fps to the video's own rate")
FORMATS = ("labels.txt", "markers.edl")

TALK = Document(
    title="云岭小学家长会",
    chapters=(
        Chapter(start_ms=20_000, end_ms=65_000, title="开场\n与介绍", summary="Two people\tmeet."),
        Chapter(start_ms=65_000, end_ms=90_000, title=None),
    ),
    notes=Notes(
        key_sentences=(Highlight(start_ms=21_500, end_ms=24_000, text="孩子们都很努力。"), Highlight(start_ms=70_000)),
        actions=(Highlight(start_ms=66_000, end_ms=66_000, text="带上校服"),),
    ),
    tags=(
        Tag(
            kind="person",
            level1="teacher",
            level2="music",
            name="林小雨",
            occurrences=(Occurrence(start_ms=2_000, end_ms=3_000), Occurrence(start_ms=80_000)),
        ),
        Tag(kind="category", level1="school", occurrences=(Occurrence(start_ms=0, end_ms=90_000),)),
    ),
)


def of_actions(*given: tuple[int | None, int | None, str]) -> Document:
    """A document with actions of a start, an end and a text."""
    actions = tuple(Highlight(start_ms=start, end_ms=end, text=text) for start, end, text in given)
    return Document(notes=Notes(actions=actions))


def test_every_kind_becomes_markers_in_the_order_of_time() -> None:
    """Titles are on one line, an instant has no end, and the note says what else is known."""
    markers, changes = markers_of(TALK, MARKER_KINDS)
    assert changes == ()
    assert markers == (
        Marker(0, 90_000, "tags", "school", "category"),
        Marker(2_000, 3_000, "tags", "林小雨", "person / teacher / music"),
        Marker(20_000, 65_000, "chapters", "开场 与介绍", "Two people meet."),
        Marker(21_500, 24_000, "key-sentences", "孩子们都很努力。"),
        Marker(65_000, 90_000, "chapters", "Chapter 2"),
        Marker(66_000, None, "actions", "带上校服"),
        Marker(70_000, None, "key-sentences", "Key sentence 2"),
        Marker(80_000, None, "tags", "林小雨", "person / teacher / music"),
    )


@pytest.mark.parametrize("kind", MARKER_KINDS)
def test_only_the_kinds_that_are_wanted_become_markers(kind: str) -> None:
    """One kind alone can be asked for, and each has a colour."""
    markers, _ = markers_of(TALK, (kind,))
    assert {marker.kind for marker in markers} == {kind}
    assert kind in COLORS


def test_at_one_time_the_kinds_keep_the_order_in_which_they_are_asked_for() -> None:
    """Markers of one start are not shuffled."""
    given = Document(
        chapters=(Chapter(start_ms=5, end_ms=9, title="c"),),
        notes=Notes(key_sentences=(Highlight(start_ms=5, text="k"),), actions=(Highlight(start_ms=5, text="a"),)),
    )
    assert [marker.title for marker in markers_of(given, ("actions", "chapters", "key-sentences"))[0]] == [*"ack"]


@pytest.mark.parametrize(
    ("given", "markers", "changes"),
    [
        pytest.param(
            of_actions((None, 5, "lost\nword"), (1, 5, "kept")),
            [Marker(1, 5, "actions", "kept")],
            [Change(None, "a marker without a start was left out: lost word")],
            id="no start",
        ),
        pytest.param(
            of_actions((-3_000, 5, "early")),
            [Marker(0, 5, "actions", "early")],
            [Change(0, "a start of -3000 ms became 0: early")],
            id="before the beginning",
        ),
        pytest.param(
            of_actions((-3_000, 0, "early")),
            [Marker(0, None, "actions", "early")],
            [Change(0, "a start of -3000 ms became 0: early")],
            id="until the beginning",
        ),
        pytest.param(
            of_actions((5_000, 4_000, "back")),
            [Marker(5_000, None, "actions", "back")],
            [Change(5_000, "an end of 4000 ms before the start was left out: back")],
            id="end before start",
        ),
        pytest.param(
            of_actions((1, None, " \x00\n")), [Marker(1, None, "actions", "Action 1")], [], id="nothing to read"
        ),
        pytest.param(
            Document(tags=(Tag(kind="person", name="Ann"),)),
            [],
            [Change(None, "a marker without a start was left out: Ann")],
            id="a tag without occurrences",
        ),
        pytest.param(
            Document(tags=(Tag(kind="free\ttag", occurrences=(Occurrence(start_ms=1),)),)),
            [Marker(1, None, "tags", "free tag", "free tag")],
            [],
            id="a tag without a name",
        ),
        pytest.param(
            Document(tags=(Tag(kind="", occurrences=(Occurrence(start_ms=1),)),)),
            [Marker(1, None, "tags", "Tag")],
            [],
            id="a tag without anything",
        ),
        pytest.param(
            Document(chapters=(Chapter(start_ms=7, title="open"),)),
            [Marker(7, 1_007, "chapters", "open")],
            [Change(7, "a chapter with no end ends at 1007 ms")],
            id="a chapter without an end",
        ),
    ],
)
def test_unusual_times_and_titles_become_markers_or_a_word_why_not(
    given: Document, markers: list[Marker], changes: list[Change]
) -> None:
    """What cannot be a marker is listed, and so is every repair."""
    assert markers_of(given, MARKER_KINDS) == (tuple(markers), tuple(changes))


def test_markers_are_on_the_nearest_frames() -> None:
    """Start and end are rounded to frames, each on its own; an instant is one frame long."""
    given = of_actions((0, 39, "a"), (59, 61, "b"), (61, 1_059, "c"), (100, None, "d"))
    timeline, markers, changes = timeline_markers(given, TimelineOptions(fps=25))
    assert timeline == timeline_of(25, None)
    assert changes == ()
    assert [(each.frame, each.duration_frames) for each in markers] == [(0, 1), (1, 1), (2, 24), (3, 1)]


def test_a_rate_that_nobody_named_is_said() -> None:
    """25 frames a second are taken, and that is the first change, before those of the markers."""
    given = of_actions((-1, None, "a"))
    early = Change(0, "a start of -1 ms became 0: a")
    marker = Marker(0, None, "actions", "a")
    timeline = Timeline(timeline_of(25, None).rate, 90_000, False)
    assert timeline_markers(given, TimelineOptions()) == (timeline, (TimedMarker(marker, 0, 1),), (ASSUMED, early))
    assert timeline_markers(given, TimelineOptions(fps="25"))[2] == (early,)


def test_options_that_do_not_fit_together_are_refused() -> None:
    """There is no drop-frame timecode at 25 frames a second."""
    with pytest.raises(InvalidOption):
        write(TALK, "markers.edl", fps=25, start_timecode="01:00:00;00")


@pytest.mark.parametrize("name", FORMATS)
def test_tags_become_markers_where_they_are_asked_for(name: str) -> None:
    """They are many: without a word they stay out."""
    (without,), (with_tags,) = write(TALK, name), write(TALK, name, markers="chapters,tags")
    assert "林小雨" not in str(without.content)
    assert str(with_tags.content).count("林小雨") == 2
    assert "带上校服" not in str(with_tags.content)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("given", "options", "reason"),
    [
        (Document(), {}, "the document has no chapters, key-sentences, actions (tags with --markers tags)"),
        (
            Document(tags=TALK.tags),
            {},
            "the document has no chapters, key-sentences, actions (tags with --markers tags)",
        ),
        (of_actions((0, 5, "修钟")), {"markers": "tags"}, "the document has no tags"),
        (of_actions((None, 5, "lost")), {}, "a marker without a start was left out: lost"),
    ],
)
def test_without_a_marker_there_is_no_file(name: str, given: Document, options: dict[str, str], reason: str) -> None:
    """A document without markers of the kinds that are wanted, or with none that starts, says so."""
    with pytest.raises(NoMaterial) as error:
        write(given, name, **options)
    assert str(error.value) == f"nothing to write as {name}: {reason}"


@given(
    starts=st.lists(st.none() | st.integers(-5_000, 400_000_000), max_size=8),
    ends=st.lists(st.none() | st.integers(-5_000, 400_000_000), min_size=8, max_size=8),
    fps=st.sampled_from(["23.976", "24", "25", "29.97", "30", "50", "59.94", "60"]),
)
def test_every_start_is_a_marker_within_half_a_frame_or_a_change(
    starts: list[int | None], ends: list[int | None], fps: str
) -> None:
    """Nothing vanishes and nothing is invented: as many markers and words as things were given."""
    given = of_actions(*((start, end, str(n)) for n, (start, end) in enumerate(zip(starts, ends, strict=False))))
    timeline, markers, changes = timeline_markers(given, TimelineOptions(fps=fps))
    lost = [change for change in changes if "left out" in change.message and change.at_ms is None]
    assert len(markers) + len(lost) == len(starts)
    assert sorted(max(start, 0) for start in starts if start is not None) == [each.marker.start_ms for each in markers]
    for each in markers:
        start, end = each.marker.start_ms, each.marker.end_ms
        assert abs(each.frame * 1000 / timeline.rate - start) <= 500 / timeline.rate
        assert each.duration_frames >= 1
        if end is not None:
            assert end > start
            assert abs((each.frame + each.duration_frames) * 1000 / timeline.rate - end) <= 1000 / timeline.rate
