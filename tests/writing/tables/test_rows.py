"""Tables in Python: the same rows as dictionaries and as Arrow, whatever documents hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results as ice
from ice_results import (
    Document,
    InvalidOption,
    Job,
    Landmark,
    MissingExtra,
    Notes,
    Person,
    Problem,
    Question,
    Segment,
    SpeakerSummary,
    Tag,
    Topic,
    Transcript,
    UnknownName,
)
from tests.conftest import ROOT
from tests.editing.documents import documents
from tests.judges.installed import judge

SPOKEN = Transcript(
    kind="asr",
    segments=(
        Segment(start_ms=0, end_ms=1000, speaker="2", text="a"),
        Segment(start_ms=500, end_ms=2000, speaker="1", text="b"),
        Segment(start_ms=800, end_ms=1500, speaker="2", text="c"),
        Segment(text="d"),
    ),
)
NOTED = Document(
    jobs=(Job(id="j1"),),
    transcripts=(SPOKEN,),
    notes=Notes(
        speakers=(SpeakerSummary(speaker="1", name="Anna", summary="s"), SpeakerSummary(speaker="9", summary="t")),
        questions=(Question(question="?", answer="!", question_sentence_ids=("1", "2")),),
        keywords=("k", "l"),
        mind_map=(Topic(title="a", topics=(Topic(title="b", topics=(Topic(title="c"),)), Topic(title="d"))), Topic()),
        scenes={"lecture": 0.5},
    ),
    problems=(Problem(path="p", message="m", found="f", severity="warning"),),
    source="talk.json",
)
OF_NOTED: dict[str, list[tuple[Any, ...]]] = {
    "keywords": [(1, "k"), (2, "l")],
    "questions": [(1, "?", "!", '["1","2"]', "[]")],
    "speakers": [
        ("2", None, 2, 1500, None),
        ("1", "Anna", 1, 1500, "s"),
        ("9", None, 0, None, "t"),
    ],
    "topics": [(1, None, 0, "a"), (2, 1, 1, "b"), (3, 2, 2, "c"), (4, 1, 1, "d"), (5, None, 0, None)],
    "scenes": [("lecture", 0.5)],
    "problems": [("warning", "p", "m", "f")],
}


def test_every_summary_of_a_speaker_has_its_place() -> None:
    """Summaries of one speaker are one below the other, as joined parts have them; those of nobody have rows."""
    summaries = (
        SpeakerSummary(name="Anna", summary="a"),
        SpeakerSummary(speaker="1", summary="first"),
        SpeakerSummary(name="Ben", summary="b"),
        SpeakerSummary(speaker="1", name="Cleo", summary="second"),
    )
    found = ice.rows(Document(notes=Notes(speakers=summaries)), "speakers")
    assert [(row["speaker"], row["name"], row["summary"]) for row in found] == [
        ("1", "Cleo", "first\nsecond"),
        (None, "Anna", "a"),
        (None, "Ben", "b"),
    ]


@pytest.mark.parametrize("table", OF_NOTED)
def test_rows_of_notes_and_problems(table: str) -> None:
    """Every row begins with the job and the file; what one speaker says at once counts once."""
    found = [tuple(row.values()) for row in ice.rows(NOTED, table)]
    assert found == [("j1", "talk.json", *row) for row in OF_NOTED[table]]


@pytest.mark.parametrize("table", ice.tables())
def test_keys_are_stable(table: str) -> None:
    """Rows of any document have the same keys in the same order; an empty document has a row of `documents` only."""
    found = {
        tuple(row) for path in sorted((ROOT / "samples").glob("*.json")) for row in ice.rows(ice.load(path), table)
    }
    assert len(found) == 1
    assert ice.rows([], table) == []
    assert len(ice.rows(Document(), table)) == (table == "documents")
    (keys,) = found
    assert keys[:2] == ("job_id", "file")
    assert tuple(judge("pyarrow") and ice.arrow([], table).column_names) == keys


@given(documents())
def test_arrow_has_the_same_rows(document: Document) -> None:
    """Dictionaries and Arrow say the same of every table, for one document and for several."""
    judge("pyarrow")
    for table in ice.tables():
        assert ice.arrow(document, table).to_pylist() == ice.rows(document, table)
    assert ice.rows([document, document], "segments") == 2 * ice.rows(document, "segments")


@given(st.lists(documents(), max_size=3))
def test_segments_and_words_are_all_there(given: list[Document]) -> None:
    """A row for each segment and for each word of all documents."""
    segments = [segment for each in given for track in each.transcripts for segment in track.segments]
    assert len(ice.rows(given, "segments")) == len(segments)
    assert len(ice.rows(given, "words")) == sum(len(segment.words) for segment in segments)


def test_whole_numbers_stay_whole_in_pandas() -> None:
    """A missing time beside others makes no float of them, with the types that pandas has for this."""
    pandas = judge("pandas")
    frame = pandas.DataFrame(ice.rows(NOTED, "segments")).convert_dtypes()
    assert str(frame["start_ms"].dtype) == "Int64"
    assert frame["start_ms"].dropna().tolist() == [0, 500, 800]


def test_duckdb_reads_arrow() -> None:
    """An Arrow table goes to another program as it is."""
    duckdb = judge("duckdb")
    segments = ice.arrow(NOTED, "segments")  # read by DuckDB under this name
    assert len(segments) == 4
    assert duckdb.sql("SELECT sum(end_ms - start_ms) FROM segments").fetchall() == [(3200,)]


def test_a_table_that_does_not_exist_is_named() -> None:
    """The error lists those that there are."""
    with pytest.raises(UnknownName, match=r"^unknown table 'tag'; known: documents, jobs, segments, words, tags, "):
        ice.rows(Document(), "tag")


@pytest.mark.parametrize("wrong", ["talk.json", [{"JobId": "1"}]])
def test_what_is_no_document_is_an_error(wrong: Any) -> None:
    """A path or an answer in the place of a document is an error that says what to give."""
    with pytest.raises(InvalidOption, match=r"^option documents: expected a Document or several, as load and parse "):
        ice.rows(wrong, "tags")


def test_arrow_needs_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"^Parquet files need pyarrow: pip install 'ice-results\[parquet\]'$"):
        ice.arrow(Document(), "tags")


def test_a_fact_of_a_graph_is_a_row() -> None:
    """Each field that says something, each item of a list, what is kept beside them, and values of no graph."""
    tags = (
        Tag(kind="person", name="Nan", knowledge=Person(name="Nan", titles=("Dr", "Dame"), extra={"age": 41})),
        Tag(kind="place", name="Fen", knowledge=Landmark(latitude=52.5)),
        Tag(kind="entity", name="Reed", knowledge={"family": "Poaceae", "uses": ["thatch"], "old": None}),
        Tag(kind="entity", name="Rush", knowledge="a plant"),
        Tag(kind="entity", name="Sedge"),
    )
    found = [tuple(row.values())[2:] for row in ice.rows(Document(tags=tags), "knowledge")]
    assert found == [
        ("person", "Nan", "person", "name", "Nan"),
        ("person", "Nan", "person", "titles", "Dr"),
        ("person", "Nan", "person", "titles", "Dame"),
        ("person", "Nan", "person", "age", "41"),
        ("place", "Fen", "landmark", "latitude", "52.5"),
        ("entity", "Reed", "other", "family", "Poaceae"),
        ("entity", "Reed", "other", "uses", "thatch"),
        ("entity", "Rush", "other", "value", "a plant"),
    ]
