"""`-o FILE`: one format of one track in the file that the user names."""

from __future__ import annotations

from pathlib import Path

import pytest

import ice_results

from ..answers import LINES, smart_job, smarttag_job, text
from .command import SRT, files_in, run


@pytest.fixture
def two(here: Path) -> Path:
    """The working folder with `two.json`, which has a translation."""
    words = [{"id": 1, "sentenceId": 1, "start": 0, "end": 900, "text": "早上好。"}]
    sentences = [{"sentenceId": 1, "start": 0, "end": 900, "text": "Good morning. "}]
    nlp = {
        "transcription": {"paragraphs": [{"paragraphId": "p", "speakerId": "1", "words": words}]},
        "translation": {"paragraphs": [{"paragraphId": "p", "sentences": sentences}]},
    }
    (here / "two.json").write_text(text(smarttag_job(NLP=nlp)))
    return here


def test_the_format_is_that_of_the_suffix(here: Path) -> None:
    """The file is written where it is named, its folder too, and the last line counts it."""
    result = run("convert", "talk.json", "-o", "new/mine.srt")
    assert (result.exit_code, result.stderr) == (0, "1 input: 1 written, 0 left alone, 0 with errors\n")
    assert files_in(here) == ["new/mine.srt", "talk.json"]
    assert (here / "new/mine.srt").read_text() == SRT


def test_what_exists_is_left_alone(here: Path) -> None:
    """As in a folder, --overwrite replaces it."""
    (here / "mine.srt").write_text("mine")
    result = run("convert", "talk.json", "-o", "mine.srt")
    assert result.stderr.splitlines() == [
        "talk.json: mine.srt exists and was left alone (--overwrite replaces it)",
        "1 input: 0 written, 1 left alone, 0 with errors",
    ]
    assert run("convert", "talk.json", "-o", "mine.srt", "--overwrite").exit_code == 0
    assert (here / "mine.srt").read_text() == SRT


def test_a_file_takes_one_track(two: Path) -> None:
    """Where there are more, the error says how to choose one: by --to, or by the name of the file."""
    result = run("convert", "two.json", "-o", "mine.srt")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "two.json: srt: 2 tracks, and -o mine.srt is one file: add --to main.srt or --to translation.srt, "
        "or name a folder",
    )
    assert run("convert", "two.json", "-o", "mine.srt", "--to", "main.srt").exit_code == 0
    assert run("convert", "two.json", "-o", "second.srt", "--to", "translation.srt").exit_code == 0
    assert run("convert", "two.json", "-o", "two.translation.srt").exit_code == 0
    assert "早上好。" in (two / "mine.srt").read_text()
    assert "Good morning." in (two / "second.srt").read_text()
    assert (two / "two.translation.srt").read_text() == (two / "second.srt").read_text()


def test_a_folder_is_a_folder_whatever_its_name(here: Path) -> None:
    """One that exists, or that ends with a slash, takes files in any format."""
    (here / "talk.srt").mkdir()
    assert run("convert", "talk.json", "-o", "talk.srt", "-t", "vtt").exit_code == 0
    assert run("convert", "talk.json", "-o", "other.srt/", "-t", "vtt").exit_code == 0
    assert files_in(here) == ["other.srt/talk.vtt", "talk.json", "talk.srt/talk.vtt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["talk.json", "talk.json", "-o", "a.srt"], ""),
        (["talk.json", "gone.json", "-o", "a.srt"], "Error: -o a.srt takes one input, and --to srt if any"),
        (["talk.json", "-o", "a.srt", "-t", "srt,vtt"], "Error: -o a.srt takes one input, and --to srt if any"),
        (["talk.json", "-o", "a.srt", "-t", "vtt"], "Error: -o a.srt takes one input, and --to srt if any"),
    ],
)
def test_a_file_takes_one_input_and_its_own_format(here: Path, arguments: list[str], message: str) -> None:
    """Several inputs or another format are wrong usage; one input given twice is one."""
    result = run("convert", *arguments)
    assert result.exit_code == (2 if message else 0)
    assert not message or result.stderr.splitlines()[-1] == message


def test_a_track_may_be_asked_for_in_a_folder(two: Path) -> None:
    """Documents without it have nothing to write, which is no failure."""
    result = run("convert", "two.json", "talk.json", "-o", "out", "-t", "translation.srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == (
        "talk.json: nothing to write as translation.srt: the document has no track translation"
    )
    assert files_in(two / "out") == ["two.translation.srt"]
    assert run("convert", "two.json", "talk.json", "-o", "out", "-t", "main.srt").exit_code == 0
    assert files_in(two / "out") == ["talk.srt", "two.srt", "two.translation.srt"]


def test_the_main_track_has_a_name(two: Path) -> None:
    """`main` before a format is the main track, on standard output and in Python too."""
    printed = run("convert", "two.json", "-o", "-", "-t", "main.srt")
    assert (printed.stderr, "早上好。" in printed.stdout) == ("", True)
    document = ice_results.load("two.json")
    assert ice_results.convert(document, "main.srt") == ice_results.convert(document, "srt")


def test_a_file_of_several_documents_is_an_error(here: Path) -> None:
    """The message says what to name instead."""
    (here / "all.jsonl").write_text(f"{text(smart_job(LINES))}\n{text(smart_job(LINES))}\n")
    result = run("convert", "all.jsonl", "-o", "a.srt")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "all.jsonl: several documents, and -o a.srt takes one: name a folder",
    )
