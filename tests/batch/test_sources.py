"""Inputs: folders, globs, archives, lines; what cannot be read stops no other."""

from __future__ import annotations

import errno
import gzip
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from ..answers import LINES, smart_job, text
from ..cli.command import SRT, files_in, run


def test_folders_are_mirrored_and_converted_only_once(here: Path) -> None:
    """Files of a folder keep their place below -o; outputs of an earlier run are no inputs."""
    (here / "saved/deep").mkdir(parents=True)
    (here / "saved/deep/a.json").write_text(text(smart_job(LINES)))
    (here / "saved/b.jsonl").write_text(f"{text(smart_job(LINES))}\n{text(smart_job(LINES))}\n")
    (here / "saved/c.json.gz").write_bytes(gzip.compress(text(smart_job(LINES)).encode()))
    (here / "saved/readme.txt").write_text("no data")
    for _ in range(2):
        result = run("convert", "saved", "-o", "saved/out", "--to", "srt,records.json", "--overwrite")
        assert result.exit_code == 0
        assert result.stderr.splitlines() == [
            "written: srt 4, records.json 4 in saved/out",
            "3 inputs: 8 written, 0 left alone, 0 with errors",
        ]
    assert [name for name in files_in(here / "saved/out") if name.endswith("srt")] == [
        "b-1.srt",
        "b-2.srt",
        "c.srt",
        "deep/a.srt",
    ]


def test_a_records_file_beside_its_source_is_not_converted_again(here: Path) -> None:
    """In a folder, `talk.records.json` beside `talk.json` is an output."""
    assert run("convert", "talk.json", "-o", ".", "--to", "records.json").exit_code == 0
    result = run("convert", ".", "-o", "out", "--to", "srt")
    assert result.stderr == "1 input: 1 written, 0 left alone, 0 with errors\n"


def test_what_was_written_beside_its_source_is_not_read_again(here: Path) -> None:
    """With the input folder as output folder, files of our formats beside what they were made from are outputs."""
    (here / "b.jsonl").write_text(f"{text(smart_job(LINES))}\n{text(smart_job(LINES))}\n")
    for _ in range(2):
        result = run("convert", ".", "-t", "srt,chunks.jsonl,transcript.json,records.json", "--overwrite")
        assert result.stderr.splitlines()[-1] == "2 inputs: 12 written, 0 left alone, 0 with errors"
    (here / "talk.json").unlink()
    assert run("convert", ".", "-t", "txt").stderr.splitlines()[-1].startswith("4 inputs: ")


def test_inputs_below_the_output_folder_are_read(here: Path) -> None:
    """The current folder is where outputs go by default, and the inputs in it are inputs."""
    (here / "saved").mkdir()
    (here / "saved/a.json").write_text(text(smart_job(LINES)))
    assert run("convert", "saved", "-t", "srt").exit_code == 0
    assert (here / "a.srt").read_text() == SRT


@pytest.mark.parametrize("url", ["https://example.com/a.json", "oss://bucket/a.json"])
def test_a_url_is_not_fetched(here: Path, url: str) -> None:
    """It is named as what it is, with what to do."""
    result = run("show", url)
    assert (result.exit_code, result.stderr) == (1, f"{url}: a URL: download it first, as nothing is fetched\n")


def test_globs_are_expanded(here: Path) -> None:
    """A pattern that the shell did not expand is expanded."""
    assert run("convert", "*.json", "-o", "out", "--to", "srt").exit_code == 0
    assert files_in(here / "out") == ["talk.srt"]


def test_inputs_that_are_not_there_are_said(here: Path) -> None:
    """A missing file, an empty folder and a pattern without a match are a line each, status 1."""
    (here / "nothing").mkdir()
    result = run("convert", "gone.json", "nothing", "x*.json", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "gone.json: no such file or folder",
        "nothing: no .json or .jsonl file in this folder",
        "x*.json: matches no file",
        "3 inputs: 0 written, 0 left alone, 3 with errors",
    ]


def unreadable(monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """Let nobody list this folder, as a mode of 000 does for all but the superuser."""
    scan = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == Path(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)


def test_a_folder_that_cannot_be_read_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder below the input that nobody may list is a line and status 1; the rest is converted."""
    for folder in ("sub/a", "sub/b", "sub/c"):
        (here / folder).mkdir(parents=True)
        (here / folder / "talk.json").write_text(text(smart_job(LINES)))
    unreadable(monkeypatch, "sub/b")
    result = run("convert", "sub", "-o", "out", "--to", "srt")
    assert (result.exit_code, result.stderr.splitlines()) == (
        1,
        [
            f"{Path('sub/b')}: Permission denied",
            "written: srt 2 in out",
            "3 inputs: 2 written, 0 left alone, 1 with errors",
        ],
    )
    assert files_in(here / "out") == ["a/talk.srt", "c/talk.srt"]
    assert run("check", "sub").stdout == f"{Path('sub/b')}: error: Permission denied\n"


def test_an_input_that_cannot_be_read_is_not_called_empty(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that nobody may list is said to be so, not to hold no file."""
    (here / "sub").mkdir()
    unreadable(monkeypatch, "sub")
    result = run("show", "sub")
    assert (result.exit_code, result.stderr) == (1, "sub: Permission denied\n")


def test_files_that_nobody_may_look_at_are_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that may be listed but not entered, each file is a line, not left out in silence."""

    def refused(path: Path, *arguments: object, **named: object) -> object:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    (here / "sub").mkdir()
    (here / "sub/talk.json").write_text(text(smart_job(LINES)))
    locked, look, read = Path("sub/talk.json"), Path.stat, Path.open
    monkeypatch.setattr(Path, "stat", lambda path, **named: (refused if path == locked else look)(path, **named))
    monkeypatch.setattr(Path, "open", lambda path, *mode: (refused if path == locked else read)(path, *mode))
    result = run("convert", "sub", "-o", "out")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, f"{Path('sub/talk.json')}: Permission denied")
    result = run("convert", "sub/talk.json", "-o", "out")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, f"{Path('sub/talk.json')}: Permission denied")


def test_archives_are_converted_like_folders(here: Path) -> None:
    """The members of a zip or tar archive keep their place below its name, and stay below it."""
    with zipfile.ZipFile(here / "saved.zip", "w") as packed:
        packed.writestr("deep/a.json", text(smart_job(LINES)))
        packed.writestr("../../escape.json", text(smart_job(LINES)))
        packed.writestr("notes.txt", "no data")
    with tarfile.open(here / "more.tar.gz", "w:gz") as tape:
        tape.add("talk.json")
    result = run("convert", "saved.zip", "more.tar.gz", "-o", "out", "--to", "srt")
    assert (result.exit_code, result.stderr) == (
        0,
        "written: srt 3 in out\n3 inputs: 3 written, 0 left alone, 0 with errors\n",
    )
    assert files_in(here / "out") == ["more/talk.srt", "saved/deep/a.srt", "saved/escape.srt"]
    again = run("convert", ".", "-o", "again", "--to", "srt").stderr
    assert again.splitlines()[-1] == "4 inputs: 4 written, 0 left alone, 0 with errors"


def test_a_broken_or_empty_archive_is_said(here: Path) -> None:
    """An archive that cannot be opened, or holds no results, is one line."""
    with zipfile.ZipFile(here / "empty.zip", "w") as packed:
        packed.writestr("notes.txt", "no data")
    (here / "broken.zip").write_bytes((here / "empty.zip").read_bytes()[:40])
    result = run("convert", "empty.zip", "broken.zip", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == "empty.zip: no .json or .jsonl file in this archive"
    assert result.stderr.splitlines()[1].startswith("broken.zip: ")


def test_a_broken_line_does_not_stop_the_others(here: Path) -> None:
    """In a file of several documents, one that cannot be read is said with its line."""
    (here / "all.jsonl").write_text(f"{text(smart_job(LINES))}\n{{broken\n{text(smart_job(LINES))}\n")
    result = run("convert", "all.jsonl", "-o", "out", "--to", "srt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith(
        "all.jsonl (document 2): line 2: no valid JSON at line 1 column 2: "
    )
    assert files_in(here / "out") == ["all-1.srt", "all-3.srt"]


def test_broken_gzip_does_not_stop_the_others(here: Path) -> None:
    """A file that only begins like gzip is one line; the others are converted."""
    (here / "bad.json").write_bytes(b"\x1f\x8b\x08broken")
    (here / "huge.json").write_text("[" + "9" * 5000 + "]")
    (here / f"{'s' * 246}.json").write_text(text(smart_job(LINES)))
    (here / "out").mkdir()
    result = run("convert", ".", "-o", "out", "--to", "srt,records.json")
    assert result.exit_code == 1
    assert "bad.json: broken gzip data: " in result.stderr
    assert "huge.json: no valid JSON at line 1 column 2" in result.stderr
    assert "File name too long" in result.stderr
    assert (here / "out/talk.srt").read_text() == SRT
