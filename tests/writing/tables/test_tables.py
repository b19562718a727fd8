"""CSV tables and JSON Lines: what is in which cell, and that a spreadsheet runs none of it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import (
    Activity,
    Box,
    Document,
    Link,
    NoMaterial,
    Occurrence,
    Segment,
    SpeakerSummary,
    Tag,
    TextFrame,
    TextLine,
    TrackBox,
    Transcript,
)
from ice_results.records import Notes
from ice_results.records.spans import covered_ms
from ice_results.writing.tables.columns import PART_ROWS
from ice_results.writing.tables.tags import BOXES, TAGS

from ...judges.installed import judge
from ...judges.tables import CSV_READERS, saved
from .tagged import AWKWARD, SEEN, rows_of, tagged


def test_a_tag_has_a_row_for_each_occurrence() -> None:
    """However many boxes an occurrence has, it is one row that counts them; what is not said is empty."""
    first, second = rows_of(Document(tags=(SEEN,)), "tags.csv")
    assert list(first) == [column.name for column in TAGS.columns]
    assert list(first.values()) == [
        *("1000", "2500", "00:00:01.000", "00:00:02.500"),
        *("person", "celebrity", "", "陆青棠", "0.9", "0.25", "VideoLabel", "closeUp", "2"),
    ]
    assert [second[name] for name in ("start_ms", "score", "scene", "boxes")] == ["2000", "", "", "0"]


def test_a_box_has_a_row_of_its_own() -> None:
    """With its instant, its score, its edges, and the occurrence that it belongs to."""
    scored = TrackBox(at_ms=5000, box=Box(1, 2, 3, 4.5), score=0.25)
    tag = Tag(
        kind="object", name="竹篓", score=0.9, occurrences=(Occurrence(start_ms=5000, score=0.8, boxes=(scored,)),)
    )
    first, _, third = rows_of(Document(tags=(SEEN, Tag(kind="text tag"), tag)), "boxes.csv")
    assert list(first) == [column.name for column in BOXES.columns]
    assert list(first.values()) == [
        *("1200", "00:00:01.200", "person", "celebrity", "", "陆青棠", ""),
        *("1", "2", "30", "40", "VideoLabel", "1000", "2500"),
    ]
    assert list(third.values()) == [
        *("5000", "00:00:05.000", "object", "", "", "竹篓", "0.25", "1", "2", "3", "4.5", "", "5000", ""),
    ]


def test_without_a_box_there_is_no_table_of_boxes() -> None:
    """Tags alone are no material for it."""
    with pytest.raises(NoMaterial, match=r"^nothing to write as boxes.csv: the document has no boxes of tags$"):
        ice_results.convert(Document(tags=(Tag(kind="hotword"),)), "boxes.csv")


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
    """Each line of a frame, each node, each URL is a row."""
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


@pytest.mark.parametrize("reader", CSV_READERS)
def test_awkward_texts_are_the_same_in_every_reader(reader: str, tmp_path: Path) -> None:
    """csv, pandas and DuckDB find every text as it was where formulas are not guarded; half a pair becomes ?."""
    document = tagged(*AWKWARD, "half \ud83d")
    found = CSV_READERS[reader](saved(document, "tags.csv", tmp_path, formula_guard=False))
    assert [row["name"] for row in found] == [*AWKWARD, "half ?"]
    assert {(row["start_ms"], row["start"], row["score"], row["end_ms"]) for row in found} == {
        ("40", "00:00:00.040", "0.5", "")
    }


def test_duckdb_and_pandas_find_the_types(tmp_path: Path) -> None:
    """Times are whole numbers and scores floats to readers that guess, and a query counts the names."""
    path = saved(Document(tags=(SEEN,)), "tags.csv", tmp_path)
    types = "typeof(any_value(start_ms)), typeof(any_value(score))"
    query = f"SELECT name, count(*), {types} FROM read_csv(?) GROUP BY name"
    assert judge("duckdb").execute(query, [str(path)]).fetchall() == [("陆青棠", 2, "BIGINT", "DOUBLE")]
    frame = judge("pandas").read_csv(path)
    assert (str(frame["start_ms"].dtype), str(frame["score"].dtype)) == ("int64", "float64")


def test_excel_gets_a_byte_order_mark(tmp_path: Path) -> None:
    """With `excel` the file begins with the mark, and reads as without it."""
    plain = ice_results.convert(Document(tags=(SEEN,)), "tags.csv")
    marked = ice_results.convert(Document(tags=(SEEN,)), "tags.csv", excel=True)
    assert marked == f"\ufeff{plain!s}"
    path = saved(Document(tags=(SEEN,)), "tags.csv", tmp_path, excel=True)
    assert [reader(path)[0]["start_ms"] for reader in CSV_READERS.values()] == ["1000"] * len(CSV_READERS)


def test_tags_of_several_parts_are_one_table() -> None:
    """Rows are read in parts: none is lost, doubled or moved where one part ends."""
    many = tuple(Occurrence(start_ms=place) for place in range(PART_ROWS + 3))
    tags = (Tag(kind="a"), Tag(kind="b", occurrences=many), SEEN, Tag(kind="c"), Tag(kind="d", occurrences=many))
    rows = rows_of(Document(tags=tags), "tags.csv")
    expected = [("a", ""), *(("b", str(place)) for place in range(len(many)))]
    expected += [("person", "1000"), ("person", "2000"), ("c", "")]
    expected += [("d", str(place)) for place in range(len(many))]
    assert [(row["kind"], row["start_ms"]) for row in rows] == expected


def test_every_track_is_in_the_table_of_segments() -> None:
    """A row for each segment of each track; a translation has the speakers of what it translates."""
    said = Segment(start_ms=1000, end_ms=2000, text="早", id="1", speaker="7")
    translated = Segment(start_ms=1000, text="Morning", id="1")
    document = Document(
        transcripts=(
            Transcript(kind="translation", language="en", segments=(translated,)),
            Transcript(kind="transcription", language="zh", segments=(said,)),
        ),
        notes=Notes(speakers=(SpeakerSummary(speaker="7", name="闻禾"),)),
    )
    first, second = rows_of(document, "segments.csv")
    assert first == {
        "track": "main", "kind": "transcription", "language": "zh", "number": "1",
        "start_ms": "1000", "end_ms": "2000", "start": "00:00:01.000", "end": "00:00:02.000",
        "speaker": "7", "speaker_name": "闻禾", "text": "早", "id": "1",
    }  # fmt: skip
    assert [second[name] for name in ("track", "kind", "end", "speaker_name", "text")] == [
        *("translation", "translation", "", "闻禾", "Morning")
    ]


def test_json_lines_hold_tags_whole() -> None:
    """A line for each tag, with occurrences, boxes, knowledge and extra; what is not said is left out."""
    knowledge = {"知识": [1, {"url": "https://x.example.com"}]}
    tag = Tag(kind="entity", name="a\nb\u2028", knowledge=knowledge, extra={"myKey": None})
    content = ice_results.convert(Document(tags=(SEEN, tag)), "tags.jsonl")
    assert isinstance(content, str)
    first, second = map(json.loads, content.removesuffix("\n").split("\n"))
    assert second == {"kind": "entity", "name": "a\nb\u2028", "knowledge": knowledge, "extra": {"myKey": None}}
    assert first["occurrences"][0]["boxes"][1] == {
        "at_ms": 1800,
        "box": {"left": 5, "top": 6, "right": 7, "bottom": 8},
    }


def test_pandas_reads_json_lines() -> None:
    """A text with line ends of any kind stays in the line of its tag."""
    content = ice_results.convert(tagged("陆青棠", "a\nb\u2028"), "tags.jsonl")
    frame = judge("pandas").read_json(io.StringIO(content), lines=True)
    assert frame["name"].tolist() == ["陆青棠", "a\nb\u2028"]


def test_lines_end_as_the_standard_says() -> None:
    """Records end with CRLF, a quote is doubled, and there is no byte order mark."""
    content = ice_results.convert(Document(links=(Link('a"b', "https://x.example.com"),)), "links.csv")
    assert content == 'name,language,url\r\n"a""b",,https://x.example.com\r\n'
