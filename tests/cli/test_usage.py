"""Help, wrong usage, and what is misspelt."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ice_results

from ..answers import text
from ..conftest import ROOT
from .command import SRT, run


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "sub"], "Error: Invalid value for '-t' / '--to': unknown format 'sub'; known: srt, vtt, ass, "),
        (["--kind", "speech"], "Error: Invalid value for '--kind': unknown kind 'speech'; known: asr, tts, avatar, "),
        (["--to", "tags.csv", "--bom"], "Error: --bom: none of the formats that are written has this option"),
        (["--to", "srt", "--no-formula-guard"], "Error: --no-formula-guard: none of the formats that are written"),
        (["--colour"], "Error: No such option"),
        (["--to", ","], "Error: Invalid value for '-t' / '--to': a value is needed"),
        (["--to", "srt", "--to", ""], "Error: Invalid value for '-t' / '--to': a value is needed"),
        (["--kind", ""], "Error: Invalid value for '--kind': a value is needed"),
        (["--language", " "], "Error: Invalid value for '--language': a value is needed"),
        (
            ["--to", "srt", "--language", "Klingonese"],
            "Error: Invalid value for '--language': expected a code or name of a language, such as zh-Hant or French",
        ),
        (
            ["--to", "chunks.jsonl", "--chunk-size", "5"],
            "Error: Invalid value for '--chunk-size': expected a whole number of characters from 20 to 1000000, ",
        ),
        (
            ["--to", "chunks.jsonl", "--overlap", "1200"],
            "Error: Invalid value for '--overlap': expected fewer characters than a chunk has, 1000, found 1200",
        ),
        (["--to", "markers.edl", "--markers", ""], "Error: Invalid value for '--markers': a value is needed"),
    ],
)
def test_wrong_usage_is_status_2_and_names_what_is_right(here: Path, arguments: list[str], message: str) -> None:
    """A format, kind or option that does not exist is an error before anything is read."""
    result = run("convert", "talk.json", "-o", "out", *arguments)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(message)
    assert not (here / "out").exists()


def test_formats_lists_every_format_with_needs_and_options() -> None:
    """`formats` is the table of writers."""
    lines = run("formats").stdout.splitlines()
    named = [line for line in lines if not line.startswith(" ")]
    longest = max(len(writer.name) for writer in ice_results.formats())
    widest = max(len(writer.needs) for writer in ice_results.formats())
    assert named[0] == f"{'srt':{longest}}  {'transcripts or frames':{widest}}  SubRip subtitles *"
    assert lines[1].split(": ")[1].startswith("bom, crlf, profile, ")
    (sheet,) = [place for place, line in enumerate(lines) if line.startswith("tags.xlsx")]
    assert lines[sheet + 1].strip() == "extra: pip install 'ice-results[excel]'"
    assert [line.split()[0] for line in named[:-1]] == [writer.name for writer in ice_results.formats()]
    assert lines[-1] == "* written by default"


def test_version_and_help() -> None:
    """--version prints the version, help shows examples that can be typed."""
    assert run("--version").stdout == f"ice-results, version {ice_results.__version__}\n"
    assert "ice-results convert saved/ -o out/" in run("--help").stdout
    assert "ice-results convert 'saved/**/*.json' -o out --to srt --bom" in run("convert", "--help").stdout
    for command, ends in {"convert": "standard input.", "check": "its captions.", "formats": "be written."}.items():
        (line,) = [line for line in run("--help").stdout.splitlines() if line.startswith(f"  {command} ")]
        assert line.endswith(ends)


def test_help_says_what_the_statuses_mean_and_which_formats_an_option_serves() -> None:
    """What gives status 1 is stated as it is, and each option names all that take it."""
    words = " ".join(run("convert", "--help").stdout.split())
    assert (
        "Exit status: 0 if nothing failed (a format for which a document has no material is reported but is no "
        "failure, nor is an existing file that was left alone), 1 if something failed (the rest is converted), 2 for "
        "wrong usage, 130 if it was interrupted, 143 if it was terminated."
    ) in words
    serves = {"bom": "Text files: ", "crlf": "Text files: ", "language CODE": "Captions, chapters.xml: "}
    for option, formats in {**serves, "frame-size WxH": "Boxes, markers.fcpxml: "}.items():
        assert f"--{option} {formats}" in words
    assert "ice-results convert talk.json -o out --to srt,vtt" in run("--help").stdout


def test_what_is_misspelt_is_advised(here: Path) -> None:
    """A format that is nearly there is suggested, and a profile may be a file of one's own."""
    result = run("convert", "talk.json", "-o", "out", "--to", "chapters.vt")
    assert "unknown format 'chapters.vt', did you mean chapters.vtt? Known: srt, vtt, " in result.stderr
    assert run("convert", "talk.json", "-o", "out", "--to", "movie").stderr.endswith(", records.json\n")
    result = run("convert", "talk.json", "-o", "out", "--profile", "cinema")
    assert result.stderr.endswith(", subtitle-edit, a Profile, or the path of a TOML file, found 'cinema'\n")


@pytest.mark.parametrize(
    "arguments", [["convert", "--help"], ["show", ROOT / "samples/talk.json"], ["show", "早.json"]]
)
def test_what_an_encoding_does_not_have_is_a_question_mark(arguments: list[str | Path]) -> None:
    """Help, results and messages print in any encoding of the terminal, as in a pipe on Windows."""
    command = [sys.executable, "-m", "ice_results", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    process = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert "?" in (process.stdout + process.stderr).decode("cp1252")
    assert b"Traceback" not in process.stderr


def test_the_module_runs_as_a_command(here: Path) -> None:
    """`python -m ice_results` is the command line."""
    process = subprocess.run(
        [sys.executable, "-m", "ice_results", "convert", "-", "-o", "-", "--to", "srt"],
        input=(here / "talk.json").read_bytes(),
        capture_output=True,
        check=True,
    )
    assert (process.stdout.decode(), process.stderr) == (SRT, b"")


def test_messages_are_one_line_each(here: Path) -> None:
    """Text of the service never breaks a message into lines, and no control character reaches the terminal."""
    failed = {"JobId": "J", "State": "Failed", "ErrorMessage": "first\nsecond\x1b[31mred\r"}
    (here / "job.json").write_text(text(failed))
    result = run("convert", "job.json", "-o", "out")
    assert result.stderr.splitlines()[0] == "job.json: the job failed: first second [31mred"


def test_what_names_nothing_is_wrong_usage(here: Path) -> None:
    """An empty folder name or format is an error, not the usual formats in this folder."""
    assert run("convert", "talk.json", "-o", "").exit_code == 2
    assert run("convert", "talk.json", "-o", "out", "--to", "").exit_code == 2
