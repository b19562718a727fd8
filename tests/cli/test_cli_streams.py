"""Streams that are closed, full or that nobody reads: results are not lost in silence, work is not stopped."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from ..answers import LINES, smart_job, text

LOST = {">&-": "standard output: closed\n", ">/dev/full": "standard output: No space left on device\n"}
PRINTING = ["show talk.json", "formats", "unwrap talk.json", "check wrong.json", "convert talk.json -o - --to srt"]
UNREAD = (
    "import os, sys; read, write = os.pipe(); os.close(read); os.dup2(write, {}); os.execv(sys.argv[1], sys.argv[1:])"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good file, `talk.json`, and one with an error, `wrong.json`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.json").write_text(text(smart_job(LINES)))
    (tmp_path / "wrong.json").write_text(text(smart_job([{"content": "a", "from": "soon"}])))
    return tmp_path


def run(arguments: str, streams: str = "") -> tuple[int, str, str]:
    """Status, output and messages of the command, in a shell that redirects its streams."""
    line = f"exec {shlex.quote(sys.executable)} -m ice_results {arguments} {streams}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def run_unread(arguments: str, stream: int) -> tuple[int, str, str]:
    """The same where one of its streams is a pipe whose reader is gone."""
    command = [sys.executable, "-m", "ice_results", *shlex.split(arguments)]
    done = subprocess.run(
        [sys.executable, "-c", UNREAD.format(stream), *command], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("streams", LOST)
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_result_that_cannot_be_written_is_an_error(here: Path, arguments: str, streams: str) -> None:
    """Where standard output is closed or full, that is one line and status 1."""
    assert run(arguments, streams) == (1, "", LOST[streams])


@pytest.mark.slow
@pytest.mark.parametrize("arguments", PRINTING)
def test_a_result_that_nobody_reads_is_no_error(here: Path, arguments: str) -> None:
    """Where the next program has read enough, nothing is said; `check` still has its status."""
    assert run_unread(arguments, 1) == (1 if arguments.startswith("check") else 0, "", "")


@pytest.mark.slow
@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full"])
def test_messages_that_cannot_be_written_stop_nothing(here: Path, streams: str) -> None:
    """Where standard error is closed or full, the files are written and the status is as it would be."""
    assert run("convert gone.json talk.json -o out --to srt", streams) == (1, "", "")
    assert [path.name for path in (here / "out").iterdir()] == ["talk.srt"]
    assert run("convert talk.json -o again --to srt", streams) == (0, "", "")
    assert run("show talk.json", streams) == run("show talk.json")
    assert run("check wrong.json", f">&- {streams}") == (1, "", "")


def test_messages_that_nobody_reads_stop_nothing(here: Path) -> None:
    """`2>&1 | head -1` gets the first message, and the conversion goes on after that."""
    assert run_unread("convert gone.json talk.json -o out --to srt", 2) == (1, "", "")
    assert [path.name for path in (here / "out").iterdir()] == ["talk.srt"]


def test_nothing_to_print_is_nothing_lost(here: Path) -> None:
    """A check that finds nothing prints nothing, and fails on no stream."""
    assert run("check talk.json", ">&-") == (0, "", "1 file: 0 errors, 0 warnings, 0 notes\n")
