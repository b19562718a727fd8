"""CSV tables: what stands in which cell, and that a spreadsheet runs none of it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Activity, Box, Document, Link, Occurrence, Tag, TextFrame, TextLine, TrackBox
from ice_results.writers.tables.csv import TAG_COLUMNS, covered_ms


def rows_of(document: Document, name: str, **options: bool) -> list[dict[str, str]]:
    """The rows of a table by column, as Python's own reader sees them."""
    content = ice_results.convert(document, name, **options)
    assert isinstance(content, str)
    return list(csv.DictReader(io.StringIO(content, newline="")))


SEEN = Tag(
    kind="person",
    level1="celebrity",
    name="陆青棠",
    share=0.25,
    source="VideoLabel",
    occurrences=(
        Occurrence(
            start_ms=1000,
            end_ms=2500,
            score=0.9,
            scene="closeUp",
            boxes=(TrackBox(at_ms=1200, box=Box(1, 2, 30, 40)), TrackBox(at_ms=1800, box=Box(5, 6, 7, 8))),
        ),
        Occurrence(start_ms=2000, end_ms=4000),
    ),
)


def test_a_tag_has_a_row_for_each_occurrence_and_box() -> None:
    """An occurrence with two boxes gives two rows, one without gives one; what is not said is empty."""
    first, second, third = rows_of(Document(tags=(SEEN,)), "tags.csv")
    assert list(first) == list(TAG_COLUMNS)
    assert list(first.values()) == [
        *("1000", "2500", "00:00:01.000", "00:00:02.500"),
        *("person", "celebrity", "", "陆青棠", "0.9", "0.25", "VideoLabel", "closeUp", "1200", "1", "2", "30", "40"),
    ]
    assert second["box_ms"] == "1800"
    assert [third[name] for name in ("start_ms", "score", "scene", "box_ms", "left")] == ["2000", "", "", "", ""]


def test_a_tag_without_occurrences_has_a_row() -> None:
    """A tag of an image or a text is one row without times, with its own score."""
    (row,) = rows_of(Document(tags=(Tag(kind="text tag", level1="Region", name="云岭", score=0.5),)), "tags.csv")
    assert (row["start_ms"], row["level1"], row["name"], row["score"]) == ("", "Region", "云岭", "0.5")


def test_a_tag_has_one_row_in_the_summary() -> None:
    """The summary counts occurrences, and time that they share only once."""
    (row,) = rows_of(Document(tags=(SEEN,)), "tags.summary.csv")
    assert [row[name] for name in ("name", "count", "first_ms", "last_ms", "total_ms")] == [
        *("陆青棠", "2", "1000", "4000", "3000")
    ]
    (row,) = rows_of(Document(tags=(Tag(kind="hotword", name="云"),)), "tags.summary.csv")
    assert [row[name] for name in ("count", "first_ms", "last_ms", "total_ms")] == ["0", "", "", ""]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_covered_time_is_the_number_of_covered_milliseconds(spans: list[tuple[int, int]]) -> None:
    """Counting every millisecond one by one gives the same total."""
    assert covered_ms(spans) == len({ms for start, end in spans for ms in range(start, end)})


def test_text_in_frames_activities_and_links_are_rows() -> None:
    """Each line of a frame, each node, each address is a row."""
    line = TextLine(text="出口", box=Box(0, 0, 10, 5), score=0.7, style="fixed")
    (row,) = rows_of(Document(frames=(TextFrame(at_ms=40, lines=(line,)),)), "ocr.csv")
    assert list(row.values()) == ["40", "00:00:00.040", "出口", "0.7", "fixed", "0", "0", "10", "5"]
    activity = Activity(node="n", activity="start", state="succeeded", raw_state="Succeed", result={"a": ["早"]})
    (row,) = rows_of(Document(activities=(activity,)), "activities.csv")
    assert (row["node"], row["state"], row["result"]) == ("n", "succeeded", '{"a":["早"]}')
    (row,) = rows_of(Document(links=(Link("chResultUrl", "https://media.example.com/a", "zh"),)), "links.csv")
    assert list(row.values()) == ["chResultUrl", "zh", "https://media.example.com/a"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    """Text that begins like a formula is guarded, unless that is turned off; numbers never are."""
    document = Document(tags=(Tag(kind="hotword", name=start, occurrences=(Occurrence(start_ms=-5, score=-0.5),)),))
    (row,) = rows_of(document, "tags.csv")
    assert (row["name"], row["start_ms"], row["score"]) == (f"'{start}", "-5", "-0.5")
    (row,) = rows_of(document, "tags.csv", formula_guard=False)
    assert row["name"] == start


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=5))
def test_any_text_reads_back_from_a_table(names: list[str]) -> None:
    """Commas, quotes, line ends and any other sign come back as they were."""
    document = Document(tags=tuple(Tag(kind="hotword", name=name) for name in names))
    assert [row["name"] for row in rows_of(document, "tags.csv", formula_guard=False)] == names


def test_lines_end_as_the_standard_says() -> None:
    """Records end with CRLF, a quote is doubled, and there is no byte order mark."""
    content = ice_results.convert(Document(links=(Link('a"b', "https://x.example.com"),)), "links.csv")
    assert content == 'name,language,url\r\n"a""b",,https://x.example.com\r\n'
