"""`--as-one`: several inputs as one document."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ..answers import LINES, smart_job, smarttag_job, text
from .command import SRT, files_in, run

LATER = [{"content": "最后一句。", "from": 1.0, "to": 2.0}]


@pytest.fixture
def parts(here: Path) -> Path:
    """The working folder with a second part of the talk."""
    (here / "part2.json").write_text(text(smart_job(LATER)))
    return here


def test_parts_with_offsets_are_one_after_the_other(parts: Path) -> None:
    """Each begins where its offset says, and the files have the name that is given."""
    result = run("convert", "talk.json@0s", "part2.json@00:01:00", "--as-one", "whole", "-t", "srt")
    assert (result.exit_code, result.stderr) == (0, "1 input: 1 written, 0 left alone, 0 with errors\n")
    assert files_in(parts) == ["part2.json", "talk.json", "whole.srt"]
    written = (parts / "whole.srt").read_text()
    assert written.startswith(SRT)
    assert re.findall(r".* --> .*", written)[-1] == "00:01:01,000 --> 00:01:02,000"


def test_files_on_one_clock_are_merged(parts: Path) -> None:
    """Without offsets they are about the same media: its chapters and its speech in two files are one document."""
    chapters = {"autoChapters": [{"id": 1, "start": 0, "end": 5000, "headline": "开场", "summary": "问候"}]}
    (parts / "nlp.json").write_text(text(smarttag_job(NLP=chapters)))
    assert run("convert", "talk.json", "nlp.json", "--as-one", "whole", "-o", "out").exit_code == 0
    assert {"whole.srt", "whole.chapters.vtt"} <= set(files_in(parts / "out"))


def test_the_whole_may_be_one_file(parts: Path) -> None:
    """-o FILE and edits are for the whole."""
    result = run(
        "convert", "talk.json@0s", "part2.json@60s", "--as-one", "a", "-o", "b.srt", "--between", "01:00-01:30"
    )
    assert result.exit_code == 0
    assert (parts / "b.srt").read_text() == "1\n00:00:01,000 --> 00:00:02,000\n最后一句。\n"


def test_a_part_that_cannot_be_read_stops_the_whole(parts: Path) -> None:
    """Half of a recording is no recording: the part is named, and nothing is written."""
    (parts / "bad.json").write_text("{")
    result = run("convert", "talk.json@0s", "bad.json@60s", "--as-one", "a", "-t", "srt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0].startswith("bad.json: no valid JSON at line 1 column 2")
    (parts / "lines.jsonl").write_text(f"{text(smart_job(LINES))}\n" * 2)
    result = run("convert", "talk.json@0s", "lines.jsonl@60s", "--as-one", "a", "-t", "srt")
    assert result.stderr.splitlines()[0] == ("a: lines.jsonl holds 2 documents: give each part a file of its own")
    assert not list(parts.glob("*.srt"))


def test_a_file_with_the_sign_in_its_name_is_a_file(parts: Path) -> None:
    """What exists under the whole name has no offset."""
    (parts / "me@home.json").write_text((parts / "talk.json").read_text())
    assert run("convert", "me@home.json", "--as-one", "a", "-t", "srt").exit_code == 0
    assert json.loads((parts / "me@home.json").read_text())
    assert (parts / "a.srt").read_text() == SRT


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["talk.json@0s", "part2.json"], "--as-one: give every input an @OFFSET, such as part2.json@00:10:00, or none"),
        (["talk.json@soon"], "talk.json@soon: expected a time such as 1.5s, -250ms or 00:01:30, found 'soon'"),
        (["talk.json", "-o", "-"], "--jobs, --log and --as-one are for a folder of outputs, not for -o -"),
        (["talk.json", "--jobs", "2"], "--jobs and --log are for many documents, not for --as-one"),
        (
            ["talk.json", "--as-one", "a/b"],
            "Invalid value for '--as-one': expected a name without folders, found 'a/b'",
        ),
    ],
)
def test_wrong_usage_of_parts(parts: Path, arguments: list[str], message: str) -> None:
    """It is found before anything is read."""
    result = run("convert", "-t", "srt", "--as-one", "a", *arguments)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Error: {message}")
