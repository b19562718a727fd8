"""The samples: built from their source, one for all that is read, nothing of them lost, read back by others."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import pytest

import ice_results
from ice_results.reading.documents import values_in
from ice_results.reading.documents.table import OPERATIONS
from ice_results.reading.escaping import peel_deep
from ice_results.reading.payloads import READERS
from ice_results.records.as_json import document_to_json
from ice_results.writing.convert import write

from .conftest import ROOT
from .judges.boxes import tags_by_w3c, tags_by_webvtt
from .judges.captions import (
    SRT_READERS,
    VTT_READERS,
    chapters_by_ffmpeg,
    chapters_by_webvtt,
    srt_by_webvtt,
    times,
    times_by_ffmpeg,
    times_of_each_by_ffmpeg,
    vtt_by_webvtt,
)
from .judges.installed import judge
from .judges.tables import binary, sheets_by_openpyxl

SAMPLES = sorted((ROOT / "samples").glob("*.json*"))


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    """Each sample in turn."""
    path: Path = request.param
    return path


def test_records_json_reads_back_as_an_equal_document(sample: Path) -> None:
    """`parse` of `records.json` gives the document again, with what is kept in `extra`."""
    for document in ice_results.load_all(sample):
        again = ice_results.parse(ice_results.convert(document, "records.json"))
        assert again == document
        assert document_to_json(again) == document_to_json(document)


def test_samples_are_what_their_source_gives(tmp_path: Path) -> None:
    """`samples/build.py` writes exactly the samples that are stored."""
    script = tmp_path / "samples"
    script.mkdir()
    for path in (ROOT / "samples").rglob("*.py"):
        target = script / path.relative_to(ROOT / "samples")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    subprocess.run([sys.executable, "build.py"], cwd=script, check=True)
    assert {path.name: path.read_bytes() for path in script.glob("*.json*")} == {
        path.name: path.read_bytes() for path in SAMPLES
    }


TABLES = {writer.name: writer.extra for writer in ice_results.formats() if writer.extra in ("excel", "parquet")}
TWINS = {name: re.sub(r"\.(parquet|xlsx)$", ".csv", name) for name in TABLES}
OF_BOTH = [name for name, twin in TWINS.items() if twin in {writer.name for writer in ice_results.formats()}]


@pytest.mark.parametrize("name", OF_BOTH)
def test_a_table_of_a_library_has_as_many_rows_as_in_csv(name: str) -> None:
    """A Parquet file or a sheet of a sample is read by others, with a row for each of its twin in CSV."""
    compared = 0
    for sample in SAMPLES:
        for document in ice_results.load_all(sample):
            with suppress(ice_results.NoMaterial):
                rows = csv.DictReader(io.StringIO(str(ice_results.convert(document, TWINS[name])), newline=""))
                assert rows_in(document, name) == len(list(rows)) > 0
                compared += 1
    assert compared > 0


def rows_in(document: ice_results.Document, name: str) -> int:
    """How many rows other people's readers find in a table of a document."""
    if TABLES[name] == "parquet":
        judge("pyarrow")
        return int(judge("pyarrow.parquet").read_table(io.BytesIO(binary(document, name))).num_rows)
    return len(next(iter(sheets_by_openpyxl(binary(document, name)).values())))


def test_there_is_a_sample_of_every_operation_and_payload() -> None:
    """Nothing is read that no sample shows."""
    documents = [document for path in SAMPLES for document in ice_results.load_all(path)]
    operations = {job.operation for document in documents for job in document.jobs}
    types = {job.type for document in documents for job in document.jobs}
    sources = {track.source for document in documents for track in document.transcripts}
    sources |= {tag.source for document in documents for tag in document.tags}
    named = {name for reader in READERS for name in reader.names}
    shown = types | sources | {"OCR", "Meta", "Subtitle"}
    assert {operation.name for operation in OPERATIONS} - operations == {"records.json", "smarttag message"}
    assert named <= shown | {"Chapter"}
    assert any(document.frames for document in documents)
    assert any(document.title for document in documents)
    assert any(link.name == "allResultUrl" for document in documents for link in document.links)
    assert any(document.activities for document in documents)


def test_both_forms_of_activity_results_give_the_same_activities() -> None:
    """Escaped as it should be or once too often: four activities, one failed, the task partial."""
    proper = ice_results.load(ROOT / "samples" / "vod_workflow.json")
    escaped = ice_results.load(ROOT / "samples" / "vod_workflow_escaped.json")
    assert proper.activities == escaped.activities
    assert [activity.state for activity in proper.activities].count("failed") == 1
    assert len(proper.activities) == 4
    tasks = [job for document in (proper, escaped) for job in document.jobs if job.type == "workflow"]
    assert [job.state for job in tasks] == ["partial", "partial"]
    assert attrs.evolve(tasks[0], extra={}) == attrs.evolve(tasks[1], extra={})


def leaves(value: Any) -> Iterator[Any]:
    """Every plain value below a value, with all text decoded that holds JSON."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif value not in (None, ""):
        yield value.strip() if isinstance(value, str) else value


def sizes(value: Any) -> Iterator[float]:
    """Width and height of every box below a value."""
    if isinstance(value, dict) and {"left", "top", "right", "bottom"} <= value.keys():
        yield value["right"] - value["left"]
        yield value["bottom"] - value["top"]
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from sizes(item)


def as_kept(value: Any) -> set[str]:
    """What a number of seconds, of percent, or an instant of the clock is in a record."""
    parts = str(value).split(":")
    try:
        seconds = sum(float(part) * 60**place for place, part in enumerate(reversed(parts)))
    except ValueError:
        return set()
    return {str(int(seconds * 1000 + 0.5)), f"{round(seconds / 100, 12):g}"}


def test_records_json_holds_every_value_of_the_input(sample: Path) -> None:
    """No value of a sample is missing in its `records.json`, but for what means none.

    Seconds are found as milliseconds, percent as shares, numbers in text as numbers, width and height of a box in
    its edges.
    What says that there is nothing is left out: a score of -1, and the times of an action that has none; a
    code for a style of text is a word.
    """
    values = [value for each in values_in(sample.read_bytes()) for value in leaves(peel_deep(each.decoded()))]
    written = [document_to_json(document) for document in ice_results.load_all(sample)]
    kept = [leaf for each in written for leaf in (*leaves(each), *sizes(each))]
    found = {str(leaf) for leaf in kept} | {f"{leaf:g}" for leaf in kept if isinstance(leaf, float)}
    text = "\n".join(map(str, kept))
    missing = [
        value
        for value in values
        if str(value) not in found
        and not as_kept(value) & found
        and not (isinstance(value, str) and all(part.strip() in text for part in re.split("[,;，、/]", value)))
    ]
    assert set(missing) <= {-1, -1.0, 0, 1, 2}


READ_BACK = ("srt", "vtt", "chapters.vtt", "chapters.ffmeta", "tags.vtt")


def files_of(sample: Path, folder: Path) -> Iterator[Path]:
    """The files of a sample in the formats that have several readers."""
    for number, document in enumerate(ice_results.load_all(sample)):
        for name in READ_BACK:
            with suppress(ice_results.NoMaterial):
                for output in write(document, name):
                    path = folder / f"{sample.stem}.{number}.{output.track}.{name}"
                    path.write_bytes(str(output.content).encode())
                    yield path


@pytest.mark.slow
def test_captions_and_chapters_of_a_sample_are_read_back_by_others(sample: Path, tmp_path: Path) -> None:
    """srt, pysubs2 and webvtt-py find in every caption file of a sample the same cues with the same times."""
    for path in list(files_of(sample, tmp_path)):
        content = path.read_bytes()
        if path.name.endswith(".chapters.vtt"):
            assert chapters_by_webvtt(content) == chapters_by_ffmpeg(path.with_suffix(".ffmeta"))
        elif is_caption_file(path):
            readers = SRT_READERS if path.suffix == ".srt" else VTT_READERS
            found = [times(read(content)) for read in readers.values()]
            assert found == [found[0]] * len(readers)
            assert len(found[0]) == content.decode().count(" --> ") > 0


def is_caption_file(path: Path) -> bool:
    """Whether a file shows captions, not chapters or tags."""
    return path.suffix in (".srt", ".vtt") and not path.name.endswith((".chapters.vtt", ".tags.vtt"))


def test_ffmpeg_finds_the_same_times_in_captions_of_all_samples(tmp_path: Path) -> None:
    """FFmpeg finds in every caption file of every sample what webvtt-py finds."""
    paths = [path for sample in SAMPLES for path in files_of(sample, tmp_path) if is_caption_file(path)]
    for path, found in zip(paths, times_of_each_by_ffmpeg(paths), strict=True):
        read = srt_by_webvtt if path.suffix == ".srt" else vtt_by_webvtt
        assert found == times(read(path.read_bytes())), path.name


def test_tags_of_a_sample_are_read_back_by_others(tmp_path: Path) -> None:
    """webvtt-py, FFmpeg and the parser of the W3C find the same tags at the same times."""
    found = [path for sample in SAMPLES for path in files_of(sample, tmp_path) if path.name.endswith(".tags.vtt")]
    assert found
    for path in found:
        tags = tags_by_webvtt(path.read_bytes())
        assert times_by_ffmpeg(path) == [(each.start_ms, each.end_ms) for each in tags]
        assert tags_by_w3c(path.read_bytes()) == tags
