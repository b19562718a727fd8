"""Chapter lists as other programs read them: every chapter, at its time, under its title."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Chapter, Document, NoMaterial, Segment, Transcript
from ice_results.findings import Change
from ice_results.writing.chapters.model import marked_chapters
from ice_results.writing.convert import write

from ...judges.captions import FoundChapter, chapters_by_ffmpeg, chapters_by_webvtt, letters, plain
from ...judges.installed import tool
from ..titles import AWKWARD, TITLES, document, in_a_row

CHAPTERS = st.lists(
    st.builds(
        Chapter,
        start_ms=st.none() | st.integers(-2_000, 60_000) | st.integers(0, 120 * 3_600_000),
        end_ms=st.none() | st.integers(-2_000, 60_000) | st.integers(0, 120 * 3_600_000),
        title=st.none() | TITLES,
    ),
    max_size=6,
).map(tuple)


def written(given: Document, name: str) -> bytes:
    """The bytes of the file that is written in a format."""
    content = ice_results.convert(given, name)
    assert isinstance(content, str)
    return content.encode()


Reader = Callable[[Document], list[FoundChapter]]


@pytest.fixture(params=["chapters.vtt", "chapters.ffmeta"])
def read_back(request: pytest.FixtureRequest, tmp_path: Path) -> Reader:
    """What an independent program finds in the chapters that we write of a document, without our disguises."""
    if request.param == "chapters.ffmeta":
        tool("ffprobe")

    def read(given: Document) -> list[FoundChapter]:
        data = written(given, request.param)
        if request.param == "chapters.vtt":
            return [chapter._replace(title=plain(chapter.title)) for chapter in chapters_by_webvtt(data)]
        path = tmp_path / "talk.chapters.ffmeta"
        path.write_bytes(data)
        found = chapters_by_ffmpeg(path)
        assert [each.title for each in found if each.title != each.title.rstrip() and each.title[-2:] != "\\ "] == []
        return [chapter._replace(title=chapter.title.rstrip()) for chapter in found]

    return read


def test_awkward_titles_are_read_back(read_back: Reader) -> None:
    """A title is read back on one line as it was given, and hides or forges no other chapter."""
    assert read_back(in_a_row(list(AWKWARD))) == [
        FoundChapter(at * 10_001, (at + 1) * 10_001, title) for at, title in enumerate(AWKWARD.values())
    ]


def test_three_hundred_chapters_are_read_back(read_back: Reader) -> None:
    """There is no limit to the number of chapters."""
    titles = [f"第{number}章 = part; #{number} \\" for number in range(300)]
    assert read_back(in_a_row(titles, 1_234)) == [
        FoundChapter(at * 1_234, (at + 1) * 1_234, title) for at, title in enumerate(titles)
    ]


@pytest.mark.parametrize("title", ["a\\", "\\", "a\\\\\\"])
def test_ffmpeg_reads_a_title_that_ends_in_a_backslash_with_a_space_behind_it(title: str, tmp_path: Path) -> None:
    """FFmpeg would let a backslash at the end swallow the next chapter, so a space follows it, and only there."""
    tool("ffprobe")
    path = tmp_path / "talk.chapters.ffmeta"
    path.write_bytes(written(in_a_row([title, "next"]), "chapters.ffmeta"))
    assert [chapter.title for chapter in chapters_by_ffmpeg(path)] == [f"{title} ", "next"]


def test_chapters_without_a_title_are_numbered(read_back: Reader) -> None:
    """A title of nothing visible becomes "Chapter N", where N counts every chapter from 1."""
    given = document(
        (20_000, 30_000, "\n\x00 "),
        (0, 10_000, ""),
        (10_000, 20_000, "named"),
        (30_000, 40_000, None),
        (None, None, ""),
    )
    assert read_back(given) == [
        FoundChapter(0, 10_000, "Chapter 1"),
        FoundChapter(10_000, 20_000, "named"),
        FoundChapter(20_000, 30_000, "Chapter 3"),
        FoundChapter(30_000, 40_000, "Chapter 4"),
    ]


NO_END = "a chapter with no end ends at"
NO_LENGTH = "a chapter with no length ends at"
OVERLAP = "a chapter that reached into the next one ends at"


@pytest.mark.parametrize(
    ("given", "expected", "changes"),
    [
        pytest.param(
            document((0, 5_000, "a"), (5_000, 9_000, "b")),
            [(0, 5_000, "a"), (5_000, 9_000, "b")],
            [],
            id="as it should be",
        ),
        pytest.param(
            document((0, 4_000, "a"), (5_000, 9_000, "b")), [(0, 4_000, "a"), (5_000, 9_000, "b")], [], id="a gap stays"
        ),
        pytest.param(document((20_000, 30_000, "a")), [(20_000, 30_000, "a")], [], id="first at 20 s"),
        pytest.param(
            document((5_000, 9_000, "b"), (0, 5_000, "a")),
            [(0, 5_000, "a"), (5_000, 9_000, "b")],
            [],
            id="out of order",
        ),
        pytest.param(
            document((0, 7_000, "a"), (5_000, 9_000, "b")),
            [(0, 5_000, "a"), (5_000, 9_000, "b")],
            [Change(0, f"{OVERLAP} 5000 ms")],
            id="an overlap",
        ),
        pytest.param(
            document((0, 30_000, "all"), (5_000, 6_000, "b"), (7_000, 8_000, "c")),
            [(0, 5_000, "all"), (5_000, 6_000, "b"), (7_000, 8_000, "c")],
            [Change(0, f"{OVERLAP} 5000 ms")],
            id="one inside another",
        ),
        pytest.param(
            document((0, None, "a"), (5_000, None, "b")),
            [(0, 5_000, "a"), (5_000, 6_000, "b")],
            [Change(0, f"{NO_END} 5000 ms"), Change(5_000, f"{NO_END} 6000 ms")],
            id="no ends and no speech",
        ),
        pytest.param(
            document((0, None, "a"), (5_000, None, "b"), speech_end=61_234),
            [(0, 5_000, "a"), (5_000, 61_234, "b")],
            [Change(0, f"{NO_END} 5000 ms"), Change(5_000, f"{NO_END} 61234 ms")],
            id="no ends, the speech gives the last",
        ),
        pytest.param(
            document((5_000, None, "a"), speech_end=5_000),
            [(5_000, 6_000, "a")],
            [Change(5_000, f"{NO_END} 6000 ms")],
            id="no end and speech that is over",
        ),
        pytest.param(
            document((0, 0, "a"), (5_000, 4_000, "b")),
            [(0, 5_000, "a"), (5_000, 6_000, "b")],
            [Change(0, f"{NO_LENGTH} 5000 ms"), Change(5_000, f"{NO_LENGTH} 6000 ms")],
            id="no length, end before start",
        ),
        pytest.param(
            document((0, 5_000, "a"), (0, 3_000, "again"), (5_000, 9_000, "b")),
            [(0, 5_000, "a"), (5_000, 9_000, "b")],
            [Change(0, "a second chapter at this time was left out: again")],
            id="two at once",
        ),
        pytest.param(
            document((None, 5_000, "lost"), (0, 5_000, "a")),
            [(0, 5_000, "a")],
            [Change(None, "a chapter without a start was left out: lost")],
            id="no start",
        ),
        pytest.param(
            document((360_000_000, 360_000_001, "late")), [(360_000_000, 360_000_001, "late")], [], id="after 100 hours"
        ),
    ],
)
def test_unusual_times_become_chapters_that_follow_each_other(
    given: Document, expected: list[tuple[int, int, str]], changes: list[Change], read_back: Reader
) -> None:
    """Chapters come in order, end after they start and before the next begins, and each repair is listed."""
    assert read_back(given) == [FoundChapter(*each) for each in expected]
    assert [list(write(given, name)[0].changes) for name in ("chapters.vtt", "chapters.ffmeta")] == [changes, changes]


@given(chapters=CHAPTERS)
def test_webvtt_chapters_are_read_back_as_what_was_meant(chapters: tuple[Chapter, ...]) -> None:
    """Whatever titles and times are given, webvtt-py finds our chapters, one line of plain text in each."""
    given = Document(chapters=chapters)
    marked, _ = marked_chapters(given)
    if not marked:
        with pytest.raises(NoMaterial):
            ice_results.convert(given, "chapters.vtt")
        return
    data = written(given, "chapters.vtt")
    found = chapters_by_webvtt(data)
    assert [(each.start_ms, each.end_ms, plain(each.title)) for each in found] == [
        (each.start_ms, each.end_ms, plain(each.title)) for each in marked
    ]
    assert data.decode().count("-->") == len(marked)
    assert data.decode().splitlines() == data.decode().removesuffix("\n").split("\n")


@given(chapters=CHAPTERS)
def test_marked_chapters_follow_each_other_and_keep_their_titles(chapters: tuple[Chapter, ...]) -> None:
    """Every chapter ends after its start and not after the next one's, and shows what is visible of its title."""
    marked, _ = marked_chapters(Document(chapters=chapters))
    starts = [(each.start_ms, each) for each in chapters if each.start_ms is not None]
    in_time = sorted(starts, key=lambda start: start[0])
    first_at = {max(start, 0): each for start, each in reversed(in_time)}
    assert [each.start_ms for each in marked] == sorted(first_at)
    assert all(each.start_ms < each.end_ms for each in marked)
    assert all(each.end_ms <= following.start_ms for each, following in itertools.pairwise(marked))
    for number, each in enumerate(marked, 1):
        title = first_at[each.start_ms].title or ""
        visible = letters(title) or ("" if plain(title) != title else f"Chapter{number}")
        assert letters(each.title) == visible
        assert each.title == " ".join(each.title.split())


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        pytest.param("章" * 85, "章" * 85, id="just fits"),
        pytest.param("章" * 86, "章" * 85, id="between characters"),
        pytest.param("a" + "章" * 85, "a" + "章" * 84, id="inside a character"),
        pytest.param("a" * 254 + "e\u0301", "a" * 254, id="an accent"),
        pytest.param("a" * 253 + " 章", "a" * 253, id="a space at the end"),
        pytest.param("a" * 240 + "👩‍👩‍👧", "a" * 240, id="a family"),
        pytest.param("a" * 250 + "👍🏽", "a" * 250, id="a skin colour"),
        pytest.param("a" * 249 + "☂\ufe0f", "a" * 249 + "☂\ufe0f", id="a variant that fits"),
        pytest.param("a" * 250 + "☂\ufe0f", "a" * 250, id="a variant"),
        pytest.param("a" * 241 + "🇨🇳🇯🇵", "a" * 241 + "🇨🇳", id="the second of two flags"),
        pytest.param("a" * 248 + "🇨🇳🇯🇵", "a" * 248, id="the first of two flags"),
        pytest.param("e" + "\u0301" * 200, "e" + "\u0301" * 127, id="one sign that is too long"),
    ],
)
def test_a_title_for_mp4_is_cut_between_signs(title: str, kept: str) -> None:
    """The title keeps at most 255 bytes, and what is one sign to the eye is kept whole or left out."""
    (chapter,), _ = marked_chapters(document((0, 1_000, title)), fill_gaps=True)
    assert chapter.title == kept
    assert len(kept.encode()) <= 255


def test_half_a_pair_is_no_reason_to_cut() -> None:
    """A short title stays as it is, whatever it holds, and no cut is listed."""
    (chapter,), changes = marked_chapters(document((0, 1_000, "a\ud800b")), fill_gaps=True)
    assert (chapter.title, changes) == ("a\ud800b", ())


@given(chapters=CHAPTERS, speech_end=st.none() | st.integers(0, 120 * 3_600_000))
def test_filled_chapters_reach_from_zero_to_the_end(chapters: tuple[Chapter, ...], speech_end: int | None) -> None:
    """With fill_gaps each chapter begins where the one before ends, the first at 0, and titles fit MP4."""
    speech = (Segment(start_ms=0, end_ms=speech_end, text="said"),)
    given = Document(chapters=chapters, transcripts=(Transcript(kind="asr", segments=speech),))
    marked, _ = marked_chapters(given)
    filled, _ = marked_chapters(given, fill_gaps=True)
    assert [each.start_ms for each in filled if not each.fills_gap] == [each.start_ms for each in marked]
    if filled:
        assert filled[0].start_ms == 0
        assert filled[-1].end_ms == max(speech_end or 0, marked[-1].end_ms)
        assert all(each.end_ms == following.start_ms for each, following in itertools.pairwise(filled))
        assert all(0 < len(each.title.encode("utf-8", "replace")) <= 255 for each in filled)


def test_ffmpeg_metadata_is_written_key_by_key() -> None:
    """The file says its kind, then for each chapter the time base first, and escapes what FFmpeg asks for."""
    assert ice_results.convert(document((0, 1_500, "a=b;c#d\\e|f"), (1_500, 3_000, "end\\")), "chapters.ffmeta") == (
        ";FFMETADATA1\n"
        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1500\ntitle=a\\=b\\;c\\#d\\\\e|f\n"
        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=1500\nEND=3000\ntitle=end\\\\ \n"
    )


def test_webvtt_chapters_are_plain_text_with_references() -> None:
    """A chapter is one cue of one line, with `&`, `<` and `>` as references."""
    assert ice_results.convert(document((0, 1_500, "a < b & c > d\n<i>")), "chapters.vtt") == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\na &lt; b &amp; c &gt; d &lt;i&gt;\n"
    )


def test_a_good_list_is_written_for_youtube() -> None:
    """Each line is the start, cut to the second, and the title without angle brackets."""
    given = document(
        (1_812_999, 3_723_000, "讨论 & questions"),
        (400, 90_000, "Intro\n<b>"),
        (90_000, 1_812_000, "a -> b = c"),
        (3_723_000, 3_733_000, ""),
    )
    (output,) = write(given, "youtube.txt")
    assert output.content == "0:00 Intro ‹b›\n1:30 a -› b = c\n30:12 讨论 & questions\n1:02:03 Chapter 4\n"
    assert output.changes == ()


def test_the_first_chapter_for_youtube_is_moved_to_zero() -> None:
    """A first chapter that starts later is said to start at 0:00, and the change is listed."""
    given = document((20_700, 25_000, "a"), (25_000, 35_000, "b"), (35_000, 45_000, "c"))
    (output,) = write(given, "youtube.txt")
    assert output.content == "0:00 a\n0:25 b\n0:35 c\n"
    assert output.changes == (Change(20_000, "YouTube wants the first chapter at 0:00: it was moved there"),)


def test_lengths_for_youtube_are_counted_after_cutting_to_seconds() -> None:
    """YouTube sees whole seconds only: what is half a second too short but looks like ten seconds is taken."""
    given = document((0, 10_900, "a"), (10_900, 20_400, "b"), (20_400, 30_400, "c"))
    assert ice_results.convert(given, "youtube.txt") == "0:00 a\n0:10 b\n0:20 c\n"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        pytest.param(document(), "the document has no chapters", id="none"),
        pytest.param(
            document((None, 9, "lost")), "a chapter without a start was left out: lost", id="none with a start"
        ),
        pytest.param(document((0, 60_000, "a")), "YouTube wants at least 3 chapters, there are 1", id="one"),
        pytest.param(
            document((0, 10_000, "a"), (10_000, 20_000, "b")),
            "YouTube wants at least 3 chapters, there are 2",
            id="two",
        ),
        pytest.param(
            document((0, 9_999, "a"), (9_999, 30_000, "b"), (30_000, 60_000, "c")),
            "YouTube wants chapters of at least 10 seconds, the one at 0:00 is shorter",
            id="first too short",
        ),
        pytest.param(
            document((0, 65_000, "a"), (65_000, 74_000, "b"), (74_000, 90_000, "c")),
            "YouTube wants chapters of at least 10 seconds, the one at 1:05 is shorter",
            id="middle too short",
        ),
        pytest.param(
            document((0, 10_000, "a"), (10_000, 3_723_000, "b"), (3_723_000, 3_732_999, "c")),
            "YouTube wants chapters of at least 10 seconds, the one at 1:02:03 is shorter",
            id="last too short",
        ),
        pytest.param(
            document((0, 10_900, "a"), (10_900, 20_900, "b"), (20_900, 31_000, "c"), (29_999, 50_000, "d")),
            "YouTube wants chapters of at least 10 seconds, the one at 0:20 is shorter",
            id="shorter in whole seconds",
        ),
    ],
)
def test_a_list_that_youtube_would_not_take_is_not_written(given: Document, reason: str) -> None:
    """Where a rule cannot be met there is no file, and the message says which rule and where."""
    with pytest.raises(NoMaterial) as error:
        ice_results.convert(given, "youtube.txt")
    assert str(error.value) == f"nothing to write as youtube.txt: {reason}"
