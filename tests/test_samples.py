"""What people see: every sample in every format, as exact bytes in `expected/` (renewed with --renew)."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import ice_results
from ice_results.batch.run import Plan, Run
from ice_results.batch.sources import find_sources
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
    times,
    times_by_ffmpeg,
)
from .judges.installed import judge

SAMPLES = sorted((ROOT / "samples").glob("*.json*"))
EXPECTED = ROOT / "tests" / "expected"
FORMATS = tuple(writer.name for writer in ice_results.formats() if writer.extra is None)
"""Those whose bytes are ours alone: with an extra they are also those of a library, which may change them."""
OF_LIBRARIES = {writer.name: writer.extra for writer in ice_results.formats() if writer.extra}


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    """Each sample in turn."""
    path: Path = request.param
    return path


def converted(sample: Path, folder: Path) -> dict[str, bytes]:
    """Every file that comes of a sample by name, and the messages as one file more."""
    size = {"frame_size": "1920x1080"}
    run = Run(Plan(folder, FORMATS, {"coco.json": size, "labelstudio.json": size}))
    events = [event for source in find_sources([str(sample)]) for event in run.convert(source)]
    lines = [str(event).replace(str(sample), sample.name) for event in events]
    files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    return {**files, "messages.txt": "".join(f"{line}\n" for line in lines).encode()}


def test_a_sample_gives_exactly_the_expected_files(
    sample: Path, tmp_path: Path, renew: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every format of a sample is what it was, byte for byte, and so are the messages."""
    monkeypatch.chdir(ROOT / "samples")
    actual = converted(Path(sample.name), tmp_path)
    folder = EXPECTED / sample.stem
    if renew:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, content in actual.items():
            (folder / name).write_bytes(content)
    assert actual == {path.name: path.read_bytes() for path in folder.iterdir()}


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


def test_a_sample_in_a_library_format_has_as_many_rows_as_in_csv(sample: Path) -> None:
    """Parquet tables and sheets of a sample are read by others, with a row for each of its twin in CSV."""
    pandas, _ = judge("pandas"), judge("pyarrow")
    for document in ice_results.load_all(sample):
        for name, extra in OF_LIBRARIES.items():
            twin = re.sub(r"\.(parquet|xlsx)$", ".csv", name)
            if twin in FORMATS and document_has(twin, document):
                rows = csv.DictReader(io.StringIO(str(ice_results.convert(document, twin)), newline=""))
                data = io.BytesIO(bytes(ice_results.convert(document, name)))  # type: ignore[arg-type]
                frame = pandas.read_parquet(data) if extra == "parquet" else pandas.read_excel(data)
                assert len(frame) == len(list(rows)) > 0


def document_has(name: str, document: ice_results.Document) -> bool:
    """Whether a document has something for a format."""
    try:
        return bool(write(document, name))
    except ice_results.NoMaterial:
        return False


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


def test_records_json_holds_every_value_of_the_input(sample: Path) -> None:
    """No value of a sample is missing in its `records.json`, but for what stands for none.

    Seconds are found as milliseconds, numbers in text as numbers. What says that there is nothing is
    left out: a score of -1, and the times of an action that has none; a code for a style of text is a word.
    """
    values = [value for each in values_in(sample.read_bytes()) for value in leaves(peel_deep(each.decoded()))]
    kept = [leaf for document in ice_results.load_all(sample) for leaf in leaves(document_to_json(document))]
    found = {str(leaf) for leaf in kept} | {f"{leaf:g}" for leaf in kept if isinstance(leaf, float)}
    text = "\n".join(map(str, kept))
    missing = [
        value
        for value in values
        if str(value) not in found
        and not (isinstance(value, int | float) and str(int(value * 1000 + 0.5)) in found)
        and not (isinstance(value, str) and (value in text or all(part.strip() in text for part in value.split(","))))
    ]
    assert set(missing) <= {-1, -1.0, 0, 1, 2}


def test_captions_and_chapters_of_a_sample_are_read_back_by_others(sample: Path, tmp_path: Path) -> None:
    """srt, pysubs2, webvtt-py and FFmpeg find in every caption file of a sample the same cues with the same times."""
    files = converted(sample, tmp_path)
    for name, content in files.items():
        if name.endswith(".chapters.vtt"):
            assert chapters_by_webvtt(content) == chapters_by_ffmpeg(tmp_path / name.replace(".vtt", ".ffmeta"))
        elif name.endswith(".tags.vtt"):
            tags = tags_by_webvtt(content)
            assert tags_by_w3c(content) == tags
            assert times_by_ffmpeg(tmp_path / name) == [(each.start_ms, each.end_ms) for each in tags]
        elif name.endswith((".srt", ".vtt")):
            readers = SRT_READERS if name.endswith(".srt") else VTT_READERS
            found = [times(read(content)) for read in readers.values()]
            by_line = content.decode().count(" --> ")
            assert [*found, times_by_ffmpeg(tmp_path / name)] == [found[0]] * (len(readers) + 1)
            assert len(found[0]) == by_line > 0
