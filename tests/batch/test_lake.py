"""A data set of many results: the rows of every document, in parts that are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import ice_results
from ice_results.batch import lake as lakes
from ice_results.batch.lake import Lake
from ice_results.batch.sources import find_sources
from ice_results.writing.tables.rows import TABLES

from ..answers import LINES, smart_job, text
from ..cli.command import files_in, run
from ..conftest import ROOT
from ..judges.installed import judge

SAMPLES = ROOT / "samples"


@pytest.fixture(autouse=True)
def arrow() -> None:
    """Data sets are written by pyarrow."""
    judge("pyarrow")


def read(table: str, folder: str = "lake") -> list[dict[str, Any]]:
    """The rows of a table of a data set, by DuckDB."""
    connection = judge("duckdb").connect()
    found = connection.sql(f"select * from '{folder}/{table}/*.parquet'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_every_table_has_the_rows_of_every_document(here: Path) -> None:
    """What DuckDB reads of a data set is what `rows` gives for each document, with its place in the file."""
    assert run("tables", SAMPLES, "-o", "lake").exit_code == 0
    documents: list[tuple[int, ice_results.Document]] = []
    for source in find_sources([str(SAMPLES)]):
        assert source.label
        documents += enumerate(ice_results.load_all(source.label), 1)
    for table in TABLES:
        expected = [
            {"job_id": row.pop("job_id"), "file": row.pop("file"), "document": place, **row}
            for place, document in documents
            for row in ice_results.rows(document, table)
        ]
        assert read(table) == expected, table


def test_a_source_that_cannot_be_read_has_a_row_too(here: Path) -> None:
    """Of a broken file the documents and the problems tell; the exit status does too."""
    Path("broken.json").write_text('{"JobId": ')
    result = run("tables", "broken.json", "talk.json", "-o", "lake", "--only", "documents,segments,problems,tags")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[1:] == [
        "rows: documents 2, segments 2, problems 1 in lake",
        "2 inputs: 1 could not be read; 0 errors, 0 warnings, 0 notes",
    ]
    broken, good = read("documents")
    assert (broken["file"], broken["segments"], good["segments"], good["error"]) == ("broken.json", 0, 2, None)
    assert broken["error"].startswith("no valid JSON at line 1 column 11: ")
    assert read("problems")[0]["message"] == broken["error"]
    assert files_in(Path("lake")) == [
        "documents/part-00000.parquet",
        "problems/part-00000.parquet",
        "segments/part-00000.parquet",
    ]


def test_large_parts_are_followed_by_others(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small groups and parts are: every row once, and several parts."""
    monkeypatch.setattr(lakes, "GROUP_ROWS", 10)
    monkeypatch.setattr(lakes, "PART_BYTES", 100)
    talks = [SAMPLES / "talk.json", SAMPLES / "talk_short.json"]
    run("tables", *talks, "-o", "lake", "--only", "segments,words")
    assert len(files_in(Path("lake/segments"))) > 2
    documents = [*map(ice_results.load, talks)]
    for table in ("segments", "words"):
        found = [{name: value for name, value in row.items() if name != "document"} for row in read(table)]
        assert found == ice_results.rows(documents, table)


def test_a_data_set_is_never_added_to(here: Path) -> None:
    """A second run into the same folder would have every row twice: it is wrong usage."""
    run("tables", "talk.json", "-o", "lake")
    result = run("tables", "talk.json", "-o", "lake")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: Invalid value for '--output': expected a folder that has no data set yet, found lake",
    )


def test_a_table_that_does_not_exist_is_wrong_usage(here: Path) -> None:
    """The message has the tables that there are."""
    result = run("tables", "talk.json", "-o", "lake", "--only", "words,sentences")
    assert result.exit_code == 2
    known = ", ".join(TABLES)
    assert result.stderr.splitlines()[-1] == (f"Error: unknown table 'sentences'; known: {known}")


def test_parts_appear_when_they_are_whole(here: Path) -> None:
    """Where a run ends before its end, nothing of it is left."""
    document = ice_results.load("talk.json")
    with Lake(Path("lake"), ("segments",)) as lake:
        lake.add(document, 1)
        lake._parts[0]._write_group()
        assert [name.endswith(".tmp") for name in files_in(Path("lake"))] == [True]
    assert files_in(Path("lake")) == []


def test_what_the_system_says_of_the_data_set_ends_the_run(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no fault of the file that is read: one line, and nothing of a part is left."""

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(lakes._Parts, "finish", full)
    result = run("tables", "talk.json", "-o", "lake")
    assert (result.exit_code, result.stderr) == (1, f"lake: {os.strerror(28)}\n")
    assert files_in(Path("lake")) == []


def test_without_pyarrow_the_extra_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is said in one line."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = run("tables", "talk.json", "-o", "lake")
    assert (result.exit_code, result.stderr) == (
        1,
        "Parquet files need pyarrow: pip install 'ice-results[parquet]'\n",
    )


def test_json_lines_keep_the_places_of_their_documents(here: Path) -> None:
    """Rows of several documents in one file are told apart by `document`."""
    Path("all.jsonl").write_text(f"{text(smart_job(LINES))}\n{text(smart_job(LINES[:1]))}\n")
    assert run("tables", "all.jsonl", "-o", "lake", "--only", "segments").exit_code == 0
    assert [row["document"] for row in read("segments")] == [1, 1, 2]
