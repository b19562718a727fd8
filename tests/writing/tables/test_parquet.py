"""Parquet tables: the schema that never changes, the same rows in every reader, and the same bytes each time."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ice_results
from ice_results import (
    Activity,
    Box,
    Chapter,
    Document,
    Highlight,
    Job,
    Link,
    MissingExtra,
    NoMaterial,
    Notes,
    Occurrence,
    Segment,
    Tag,
    TextFrame,
    TextLine,
    TrackBox,
    Transcript,
    Word,
)
from ice_results.findings import Change
from ice_results.writing.convert import write
from ice_results.writing.tables.columns import PART_ROWS

from ...judges.installed import judge
from ...judges.tables import PARQUET_READERS, binary, csv_by_csv, parquet_by_arrow, saved, types_by_duckdb
from .tagged import AWKWARD, SEEN, tagged


@pytest.fixture(autouse=True)
def _arrow() -> None:
    """Every table here is written with pyarrow."""
    judge("pyarrow")


TEXT = "VARCHAR"
WHO = {"job_id": TEXT, "file": TEXT}
SPAN = {"start_ms": "BIGINT", "end_ms": "BIGINT"}
BOX = dict.fromkeys(("left", "top", "right", "bottom"), "DOUBLE")
TAG = dict.fromkeys(("kind", "level1", "level2", "name"), TEXT)
TRACK = dict.fromkeys(("track", "kind", "language"), TEXT)
JOB = (
    "operation id type state raw_state title description created modified error_code error_message user_id "
    "media_id media_url input output parameters usage user_data"
)
SCHEMAS = {
    "tags": {
        **WHO, **SPAN, **TAG, "score": "DOUBLE", "share": "DOUBLE", "source": TEXT, "scene": TEXT,
        "boxes": "BIGINT",
    },
    "boxes": {**WHO, "at_ms": "BIGINT", **TAG, "score": "DOUBLE", **BOX, "source": TEXT, **SPAN},
    "tags.summary": {
        **WHO, **TAG, "source": TEXT, "share": "DOUBLE", "score": "DOUBLE", "count": "BIGINT",
        "first_ms": "BIGINT", "last_ms": "BIGINT", "total_ms": "BIGINT",
    },
    "segments": {
        **WHO, **TRACK, "number": "BIGINT", **SPAN, "speaker": TEXT, "speaker_name": TEXT, "text": TEXT, "id": TEXT,
    },
    "words": {**WHO, **TRACK, "segment": "BIGINT", "segment_id": TEXT, **SPAN, "text": TEXT, "id": TEXT},
    "ocr": {**WHO, "at_ms": "BIGINT", "text": TEXT, "score": "DOUBLE", "style": TEXT, **BOX},
    "chapters": {**WHO, "number": "BIGINT", **SPAN, "title": TEXT, "summary": TEXT, "id": TEXT},
    "highlights": {**WHO, "kind": TEXT, **SPAN, "text": TEXT, "id": TEXT, "sentence_id": TEXT},
    "activities": {
        **WHO,
        **dict.fromkeys(("node", "activity", "state", "raw_state", "started", "ended", "instance_id", "result"), TEXT),
    },
    "links": {**WHO, "name": TEXT, "language": TEXT, "url": TEXT},
    "jobs": {**WHO, **dict.fromkeys(JOB.split(), TEXT)},
}  # fmt: skip
"""What is written down: the columns of every table and their types, in DuckDB's words."""

BARE = Document(
    jobs=(Job(),),
    transcripts=(Transcript(kind="asr", segments=(Segment(words=(Word(),)),)),),
    tags=(Tag(kind="hotword", occurrences=(Occurrence(boxes=(TrackBox(),)),)),),
    frames=(TextFrame(lines=(TextLine(),)),),
    chapters=(Chapter(),),
    notes=Notes(actions=(Highlight(),)),
    activities=(Activity(),),
    links=(Link("", ""),),
)
"""A record of every kind that says as little as it can."""

FULL = Document(
    source="saved/talk.json",
    jobs=(Job(id="j1", operation="GetSmartHandleJob", input={"早": [1]}, user_data="text"), Job(id="j2")),
    transcripts=(
        Transcript(
            kind="asr",
            language="zh",
            segments=(
                Segment(start_ms=1, end_ms=2, text="早上好", id="s", words=(Word(start_ms=1, end_ms=2, text="早"),)),
                Segment(text="嗯", words=(Word(text="嗯", id="w"), Word(text="。"))),
            ),
        ),
    ),
    tags=(SEEN, Tag(kind="text tag", name="云岭", score=0.5)),
    frames=(TextFrame(at_ms=40, lines=(TextLine(text="出口", box=Box(0, 1, 2.5, 3), score=1), TextLine(text="入口"))),),
    chapters=(Chapter(start_ms=0, title="开场", summary="问候", id="c"), Chapter(start_ms=9, end_ms=12)),
    notes=Notes(key_sentences=(Highlight(text="要点", start_ms=3),), actions=(Highlight(text="去办", id="a"),)),
    activities=(Activity(node="n", activity="start", state="succeeded", raw_state="Succeed", result={"a": ["早"]}),),
    links=(Link("url", "https://media.example.com/a", "zh"),),
)
ROWS: dict[str, list[tuple[Any, ...]]] = {
    "segments": [
        ("main", "asr", "zh", 1, 1, 2, None, None, "早上好", "s"),
        ("main", "asr", "zh", 2, None, None, None, None, "嗯", None),
    ],
    "words": [
        ("main", "asr", "zh", 1, "s", 1, 2, "早", None),
        ("main", "asr", "zh", 2, None, None, None, "嗯", "w"),
        ("main", "asr", "zh", 2, None, None, None, "。", None),
    ],
    "ocr": [(40, "出口", 1.0, None, 0.0, 1.0, 2.5, 3.0), (40, "入口", None, None, None, None, None, None)],
    "chapters": [(1, 0, None, "开场", "问候", "c"), (2, 9, 12, None, None, None)],
    "highlights": [("key sentence", 3, None, "要点", None, None), ("action", None, None, "去办", "a", None)],
    "links": [("url", "zh", "https://media.example.com/a")],
    "jobs": [
        ("GetSmartHandleJob", "j1", None, "unknown", *[None] * 10, '{"早":[1]}', None, None, None, "text"),
        (None, "j2", None, "unknown", *[None] * 15),
    ],
    "tags": [
        (1000, 2500, "person", "celebrity", None, "陆青棠", 0.9, 0.25, "VideoLabel", "closeUp", 2),
        (2000, 4000, "person", "celebrity", None, "陆青棠", None, 0.25, "VideoLabel", None, 0),
        (None, None, "text tag", None, None, "云岭", 0.5, *[None] * 3, 0),
    ],
    "boxes": [
        (1200, "person", "celebrity", None, "陆青棠", None, 1, 2, 30, 40, "VideoLabel", 1000, 2500),
        (1800, "person", "celebrity", None, "陆青棠", None, 5, 6, 7, 8, "VideoLabel", 1000, 2500),
    ],
    "tags.summary": [
        ("person", "celebrity", None, "陆青棠", "VideoLabel", 0.25, None, 2, 1000, 4000, 3000),
        ("text tag", None, None, "云岭", None, None, 0.5, 0, None, None, None),
    ],
    "activities": [("n", "start", "succeeded", "Succeed", None, None, None, '{"a":["早"]}')],
}


@pytest.mark.parametrize("document", [BARE, FULL], ids=["bare", "full"])
@pytest.mark.parametrize("table", SCHEMAS)
def test_the_schema_is_fixed(table: str, document: Document, tmp_path: Path) -> None:
    """Columns and types are the same whether the service said everything or nothing."""
    assert types_by_duckdb(saved(document, f"{table}.parquet", tmp_path)) == SCHEMAS[table]


@pytest.mark.parametrize("reader", PARQUET_READERS)
@pytest.mark.parametrize("table", SCHEMAS)
def test_rows_are_the_same_in_every_reader(table: str, reader: str, tmp_path: Path) -> None:
    """pyarrow, pandas and DuckDB find each record with its values, and whose it is."""
    rows = PARQUET_READERS[reader](saved(FULL, f"{table}.parquet", tmp_path))
    assert [tuple(row.values()) for row in rows] == [("j1", "saved/talk.json", *row) for row in ROWS[table]]


def test_a_document_without_records_gives_no_table() -> None:
    """No rows, no file: the reason names what is missing."""
    for table in SCHEMAS:
        with pytest.raises(NoMaterial):
            ice_results.convert(Document(title="空"), f"{table}.parquet")


@pytest.mark.parametrize("reader", PARQUET_READERS)
def test_awkward_texts_are_the_same_in_every_reader(reader: str, tmp_path: Path) -> None:
    """Every text comes back as it was: empty, with NUL, like a formula, or of 30,000 characters."""
    found = PARQUET_READERS[reader](saved(tagged(*AWKWARD, ""), "tags.parquet", tmp_path))
    assert [row["name"] for row in found] == [*AWKWARD, ""]


def test_what_a_column_cannot_hold_is_a_change(tmp_path: Path) -> None:
    """Half a surrogate pair and numbers beyond 64 bits are said, and the rest is there."""
    beyond = Occurrence(
        start_ms=2**63, end_ms=-(2**63), score=2**53 + 1, boxes=(TrackBox(box=Box(-(10**400), 1, 0.1, float("inf"))),)
    )
    document = Document(tags=(Tag(kind="half \ud83d", name="云", occurrences=(beyond,)),))
    (output,) = write(document, "tags.parquet")
    (row,) = parquet_by_arrow(saved(document, "tags.parquet", tmp_path))
    assert [row[name] for name in ("start_ms", "end_ms", "kind", "name", "score")] == [
        None, -(2**63), "half ?", "云", 2.0**53,
    ]  # fmt: skip
    assert output.changes == (
        Change(None, "start_ms: a number beyond 64 bits was left out"),
        Change(None, "kind: half a surrogate pair became ?"),
    )
    (box,) = parquet_by_arrow(saved(document, "boxes.parquet", tmp_path))
    assert [box[name] for name in ("left", "top", "right", "bottom")] == [None, 1.0, 0.1, float("inf")]
    (output,) = write(document, "boxes.parquet")
    assert Change(None, "left: a number beyond 64 bits was left out") in output.changes


@given(
    st.lists(
        st.tuples(
            st.none() | st.integers(-(2**62), 2**62),
            st.none() | st.floats(allow_nan=False),
            st.none() | st.text(st.characters(exclude_categories=["Cs"])),
        ),
        min_size=1,
        max_size=20,
    )
)
@settings(max_examples=40)
def test_any_occurrences_read_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[object, ...]]) -> None:
    """Times, scores and texts come back exactly, with nothing where nothing was."""
    occurrences = tuple(Occurrence(start_ms=start, score=score, scene=scene) for start, score, scene in rows)  # type: ignore[arg-type]
    document = Document(tags=(Tag(kind="a", occurrences=occurrences), Tag(kind="b")))
    found = parquet_by_arrow(saved(document, "tags.parquet", tmp_path_factory.mktemp("any")))
    assert [(row["start_ms"], row["score"], row["scene"]) for row in found] == [*rows, (None, None, None)]


def test_csv_and_parquet_say_the_same(tmp_path: Path) -> None:
    """Each row in CSV is the row in Parquet, beside clocks and the document, over several parts too."""
    many = tuple(
        Occurrence(start_ms=place, boxes=(TrackBox(at_ms=place, box=Box(place, 0, 1, 1)),) * (place % 3))
        for place in range(PART_ROWS)
    )
    document = Document(tags=(SEEN, Tag(kind="a", name="一", occurrences=many), Tag(kind="b"), SEEN))
    columns = {"tags": ("start_ms", "kind", "name", "source", "scene", "boxes"), "boxes": ("at_ms", "name", "end_ms")}
    for table, names in columns.items():
        in_csv = csv_by_csv(saved(document, f"{table}.csv", tmp_path))
        in_parquet = parquet_by_arrow(saved(document, f"{table}.parquet", tmp_path))
        assert len(in_csv) == len(in_parquet) > PART_ROWS - 5
        for name in names:
            shown = ["" if row[name] is None else str(row[name]) for row in in_parquet]
            assert shown == [row[name] for row in in_csv]


def test_the_same_input_gives_the_same_bytes() -> None:
    """Neither time nor chance is in the file."""
    for table in SCHEMAS:
        assert binary(FULL, f"{table}.parquet") == binary(FULL, f"{table}.parquet")


def test_duckdb_asks_many_files_at_once(tmp_path: Path) -> None:
    """A query over a folder counts and sums, and distinguishes the documents."""
    for name in ("one", "two"):
        document = Document(source=f"{name}.json", jobs=(Job(id=name),), tags=(SEEN,))
        (tmp_path / f"{name}.tags.parquet").write_bytes(binary(document, "tags.parquet"))
    query = """
        SELECT name, count(*), sum(end_ms - start_ms), count(DISTINCT file), min(job_id)
        FROM read_parquet(?) WHERE kind = 'person' GROUP BY name
    """
    found = judge("duckdb").execute(query, [str(tmp_path / "*.tags.parquet")]).fetchall()
    assert found == [("陆青棠", 4, 7_000, 2, "one")]


def test_without_pyarrow_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is in the message."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra) as error:
        ice_results.convert(FULL, "tags.parquet")
    assert str(error.value) == "Parquet files need pyarrow: pip install 'ice-results[parquet]'"


def test_a_name_of_a_file_that_is_no_text_is_kept_as_far_as_it_can_be(tmp_path: Path) -> None:
    """Half a surrogate pair, as Python has it in names of files in another encoding, costs no table."""
    given = attrs.evolve(tagged("灯"), source="talk-\udcff.json", jobs=(Job(id="job\ud800"),))
    (output,) = write(given, "tags.parquet")
    assert output.changes == (
        Change(None, "job_id: half a surrogate pair became ?"),
        Change(None, "file: half a surrogate pair became ?"),
    )
    rows = parquet_by_arrow(saved(given, "tags.parquet", tmp_path))
    assert {(row["job_id"], row["file"]) for row in rows} == {("job?", "talk-?.json")}
