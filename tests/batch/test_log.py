"""The log of a run: what is done and unchanged is not done again, and nothing else is skipped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import ice_results
from ice_results.batch import run as runs

from ..answers import LINES, smart_job, text
from ..cli.command import files_in, run
from .test_many import digests

BROKEN = '{"JobId": '


@pytest.fixture
def saved(here: Path) -> Path:
    """A folder of ten answers and a broken one."""
    folder = Path("saved")
    folder.mkdir()
    for number in range(10):
        (folder / f"talk{number}.json").write_text(text(smart_job(LINES)))
    (folder / "wrong.json").write_text(BROKEN)
    return folder


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the sources that are converted, as they are."""
    seen: list[str] = []
    convert_source = runs.convert_source

    def noted(source: object, *arguments: object) -> ice_results.Result:
        result = convert_source(source, *arguments)  # type: ignore[arg-type]
        seen.append(Path(result.source).name)
        return result

    monkeypatch.setattr(runs, "convert_source", noted)
    return seen


def convert(*more: str) -> str:
    """What a run over the folder prints last."""
    return run("convert", "saved", "-o", "out", "--to", "srt", "--log", "run.jsonl", *more).stderr.splitlines()[-1]


def test_a_second_run_does_only_what_failed(saved: Path, converted: list[str]) -> None:
    """What is done is skipped; a source with errors is tried again."""
    assert convert() == "11 inputs: 10 written, 0 left alone, 1 with errors"
    converted.clear()
    assert convert() == "11 inputs: 0 written, 0 left alone, 1 with errors, 10 done before"
    assert converted == ["wrong.json"]
    (saved / "wrong.json").write_text(text(smart_job(LINES)))
    assert convert() == "11 inputs: 1 written, 0 left alone, 0 with errors, 10 done before"
    converted.clear()
    assert convert() == "11 inputs: 0 written, 0 left alone, 0 with errors, 11 done before"
    assert converted == []


def test_what_changed_is_done_again_and_its_own_outputs_are_replaced(saved: Path, converted: list[str]) -> None:
    """A source that is another one now, or whose output is gone, is converted again; what others made stays."""
    (Path("out")).mkdir()
    Path("out/talk3.srt").write_text("mine")
    convert()
    (saved / "talk1.json").write_text(text(smart_job(LINES[:1])))
    (saved / "talk3.json").write_text(text(smart_job(LINES[:1])))
    Path("out/talk2.srt").unlink()
    converted.clear()
    assert convert() == "11 inputs: 2 written, 1 left alone, 1 with errors, 7 done before"
    assert converted == ["talk1.json", "talk2.json", "talk3.json", "wrong.json"]
    assert Path("out/talk1.srt").read_text().count("-->") == 1
    assert Path("out/talk3.srt").read_text() == "mine"


def test_a_line_says_what_came_of_its_source(saved: Path) -> None:
    """Each line has the file, its state, the outputs, counts and the error."""
    convert()
    lines = [json.loads(line) for line in Path("run.jsonl").read_text().splitlines()]
    assert [line["source"] for line in lines] == [f"saved/{name}" for name in sorted(os.listdir(saved))]
    first, last = lines[0], lines[-1]
    state = (saved / "talk0.json").stat()
    assert (first["bytes"], first["mtime_ns"]) == (state.st_size, state.st_mtime_ns)
    assert (first["outputs"], first["skipped"], first["changes"], first["problems"]) == (["out/talk0.srt"], [], 0, {})
    assert (first["error"], first["failed"], first["version"]) == (None, False, ice_results.__version__)
    assert (last["outputs"], last["failed"]) == ([], True)
    assert last["error"].startswith("no valid JSON at line 1 column 11: ")


def test_a_log_beside_what_is_converted_is_no_input(saved: Path) -> None:
    """A log in the folder itself is skipped, by this run and by any other."""
    for _ in range(2):
        result = run("convert", "saved", "-o", "out", "--to", "srt", "--log", "saved/run.jsonl")
        assert result.stderr.splitlines()[-1].startswith("11 inputs: ")
    assert run("check", "saved").stderr.splitlines()[-1].startswith("11 files: ")


def test_names_that_are_no_text_are_known_again(here: Path) -> None:
    """A file whose name is no UTF-8 is done once, like any other."""
    name = os.fsdecode(b"na\xffme.json")
    Path(name).write_text(text(smart_job(LINES)))
    for counts in ("1 written, 0 left alone, 0 with errors", "0 written, 0 left alone, 0 with errors, 1 done before"):
        result = run("convert", name, "-o", "out", "--to", "srt", "--log", "run.log")
        assert result.stderr.splitlines()[-1] == f"1 input: {counts}"


def test_another_version_does_everything_again(saved: Path, converted: list[str]) -> None:
    """What another version of the package made may be different."""
    convert()
    log = Path("run.jsonl")
    log.write_text(log.read_text().replace(f'"version": "{ice_results.__version__}"', '"version": "0.0.1"'))
    converted.clear()
    assert convert() == "11 inputs: 10 written, 0 left alone, 1 with errors"


def test_a_torn_last_line_is_ignored(saved: Path) -> None:
    """A run that was killed while it wrote a line has not logged that source."""
    convert()
    log = Path("run.jsonl")
    whole = log.read_bytes()
    log.write_bytes(whole[: whole.index(b"\n", whole.index(b"talk8")) - 20])
    assert convert() == "11 inputs: 0 written, 2 left alone, 1 with errors, 8 done before"
    assert all(json.loads(line) for line in log.read_text().splitlines())


@pytest.mark.parametrize(
    ("content", "more", "message"),
    [
        (None, ("--strict",), "expected the log of a run with the same options and folder"),
        (None, ("--shift", "1s"), "expected the log of a run with the same options and folder"),
        ("hello\n", (), "expected a log of ice-results, or a new file"),
        ('{"a": 1}\n', (), "expected a log of ice-results, or a new file"),
    ],
)
def test_another_log_is_wrong_usage(saved: Path, content: str | None, more: tuple[str, ...], message: str) -> None:
    """The log of another plan, or a file that is no log, stops the run before anything is done."""
    convert()
    if content is not None:
        Path("run.jsonl").write_text(content)
    result = run("convert", "saved", "-o", "out", "--to", "srt", "--log", "run.jsonl", *more)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: Invalid value for '--log': {message}, found run.jsonl"


def test_a_log_that_cannot_be_written_is_one_line(saved: Path) -> None:
    """Where no log can be, nothing is converted."""
    result = run("convert", "saved", "-o", "out", "--log", "saved")
    assert (result.exit_code, result.stderr) == (1, "saved: Is a directory\n")
    assert not Path("out").exists()


def test_what_wants_the_output_of_a_finished_source_fails_again(here: Path) -> None:
    """A second source of one output stays an error, although its rival was done by an earlier run."""
    (here / "c").mkdir()
    (here / "c/other.json").write_text(text(smart_job(LINES)))
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "talk.json").write_text(text(smart_job(LINES)))
    for counts in ("2 written, 0 left alone, 1 with errors", "0 written, 0 left alone, 1 with errors, 2 done before"):
        result = run("convert", "a", "b", "c", "-o", "out", "--to", "srt", "--log", "run.jsonl")
        assert result.stderr.splitlines()[-1] == f"3 inputs: {counts}"
        assert "was already written from a/talk.json" in result.stderr


def test_python_skips_too(saved: Path) -> None:
    """`convert_many` with a log says of each source that is done that it was done before."""
    list(ice_results.convert_many(saved, "srt", "out", log="run.jsonl"))
    results = list(ice_results.convert_many(saved, "srt", "out", log="run.jsonl"))
    assert [result.done_before for result in results] == [*[True] * 10, False]
    assert results[0].skipped == (Path("out/talk0.srt"),)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_stopped_runs_go_on_and_end_with_the_same_bytes(saved: Path, number: signal.Signals) -> None:
    """However often a run is stopped at any moment, the last one ends with what a single run gives."""
    for each in range(150):
        (saved / f"more{each:03}.json").write_text(text(smart_job(LINES * 4)))
    convert_all = [sys.executable, "-m", "ice_results", "convert", "saved", "--to", "srt,vtt,txt"]
    subprocess.run([*convert_all, "-o", "whole"], stderr=subprocess.DEVNULL, check=False)
    log, random, stopped = Path("run.jsonl"), Random(number), 0
    for _ in range(2):
        process = subprocess.Popen(
            [*convert_all, "-o", "out", "--jobs", "2", "--log", "run.jsonl"], stderr=subprocess.PIPE
        )
        lines = len(log.read_bytes().splitlines()) if log.exists() else 0
        goal = lines + random.randrange(1, 20)
        while process.poll() is None and (not log.exists() or log.read_bytes().count(b"\n") < goal):
            time.sleep(0.005)
        is_stopped = process.poll() is None
        stopped += is_stopped
        process.send_signal(number)
        _, told = process.communicate()
        if is_stopped and number != signal.SIGKILL:
            assert process.returncode == 128 + number, told.decode()
            assert told.decode().splitlines()[-1].endswith("; stopped")
    assert subprocess.run([*convert_all, "-o", "out", "--jobs", "2", "--log", "run.jsonl"], check=False).returncode == 1
    assert stopped
    names = {name: digest for name, digest in digests(Path("out")).items() if not name.endswith(".tmp")}
    assert names == digests(Path("whole"))
    assert not any(name.endswith(".tmp") for name in files_in(Path("out"))) or number == signal.SIGKILL
    entries = [json.loads(line)["source"] for line in log.read_text().splitlines()]
    assert max(entries.count(name) for name in entries if "wrong" not in name) == 1
