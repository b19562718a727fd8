"""Outputs: what exists, what cannot be written, and what fails stops no other."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from ..answers import LINES, smart_job, text
from ..cli.command import SRT, files_in, run
from ..conftest import ROOT


def test_what_exists_is_left_alone_unless_overwrite(here: Path) -> None:
    """An output that exists is left alone, said and counted; --overwrite replaces it."""
    (here / "out").mkdir()
    (here / "out/talk.srt").write_text("mine")
    result = run("convert", "talk.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"talk.json: {Path('out/talk.srt')} exists and was left alone (--overwrite replaces it)",
        "1 input: 0 written, 1 left alone, 0 with errors",
    ]
    assert (here / "out/talk.srt").read_text() == "mine"
    assert run("convert", "talk.json", "-o", "out", "--to", "srt", "--overwrite").exit_code == 0
    assert (here / "out/talk.srt").read_text() == SRT


def test_two_inputs_for_one_output_are_not_mixed(here: Path) -> None:
    """The second of two files with one name is left out and said, not written over the first."""
    (here / "other").mkdir()
    (here / "other/talk.json").write_text(text(smart_job(LINES[:1])))
    result = run("convert", "talk.json", "other/talk.json", "-o", "out", "--to", "srt", "--overwrite")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        f"{Path('other/talk.json')}: {Path('out/talk.srt')} was already written from talk.json: "
        "give one of them another output folder"
    )
    assert (here / "out/talk.srt").read_text() == SRT


def test_a_file_is_no_folder_for_outputs(here: Path) -> None:
    """-o with the name of a file is wrong usage, reported before anything is read."""
    (here / "x.json").write_text("a file where the folder should be")
    result = run("convert", "talk.json", "gone.json", "-o", "x.json")
    assert (result.exit_code, result.stderr.splitlines()[2:]) == (
        2,
        ["", "Error: -o x.json is a file without the suffix of a format: name a folder"],
    )
    assert files_in(here) == ["talk.json", "x.json"]


def test_a_folder_that_cannot_be_made_is_one_line(here: Path) -> None:
    """Where there can be no folder, that is said once and not for every file."""
    result = run("convert", "talk.json", "-o", "talk.json/out", "--to", "srt,vtt")
    assert (result.exit_code, result.stderr) == (1, f"{Path('talk.json/out')}: {os.strerror(errno.ENOTDIR)}\n")


def test_a_folder_that_is_read_only_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that nothing can be written in is said once; what needs no writing is done."""
    run("convert", "talk.json", "-o", "out", "--to", "srt")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    result = run("convert", "talk.json", "-o", "out", "--to", "vtt,txt")
    assert (result.exit_code, result.stderr) == (1, "out: the folder is read-only\n")
    assert run("convert", "talk.json", "-o", "out", "--to", "srt").exit_code == 0
    assert files_in(here / "out") == ["talk.srt"]


def test_a_file_that_cannot_be_written_is_one_line(here: Path) -> None:
    """A target that is a folder fails, and the others are written."""
    (here / "out/talk.srt").mkdir(parents=True)
    result = run("convert", "talk.json", "-o", "out", "--to", "srt,vtt", "--overwrite")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"talk.json: {Path('out/talk.srt')}: ")
    assert result.stderr.endswith("\n1 input: 1 written, 0 left alone, 1 with errors\n")
    assert files_in(here / "out") == ["talk.vtt"]


def test_a_format_that_fails_stops_no_other(here: Path) -> None:
    """What only writing shows, as more frames than an EDL can count, fails that format; the rest is written."""
    (here / "talk.json").write_bytes((ROOT / "samples/talk.json").read_bytes())
    result = run("convert", "talk.json", "-o", "out", "--to", "markers.edl,chapters.vtt", "--fps", "120")
    assert (result.exit_code, result.stderr.splitlines()) == (
        1,
        [
            "talk.json: markers.edl: option fps: expected at most 100: an EDL has two digits for frames, found '120'",
            "1 input: 1 written, 0 left alone, 1 with errors",
        ],
    )
    assert files_in(here / "out") == ["talk.chapters.vtt"]


def test_names_that_are_no_text_are_shown(here: Path) -> None:
    """A byte of a file name that is no UTF-8 is shown as U+FFFD, not left out."""
    name = os.fsdecode(b"na\xffme.json")
    assert run("convert", name, "-o", "out").stderr.splitlines()[0] == "na\ufffdme.json: no such file or folder"
    assert run("check", name).stdout == "na\ufffdme.json: error: no such file or folder\n"
    result = run("convert", "talk.json", "-o", f"talk.json/{name}", "--to", "srt")
    assert result.stderr.startswith(f"{Path('talk.json')}{os.sep}na\ufffdme.json: ")
