"""Edits as options of `convert`."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

import ice_results as ice
from ice_results.batch.edits import Edits
from tests.answers import smart_job, text

from .command import run

LINES = [
    {"content": "钟楼修好了。", "from": 1.0, "to": 3.0},
    {"content": "我们去看看。", "from": 61.0, "to": 63.0},
]


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sentences in `talk.json`, where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.json").write_text(text(smart_job(LINES)), encoding="utf-8")
    return tmp_path


def converted(*options: str) -> str:
    """The subtitles that the command prints."""
    result = run("convert", "talk.json", "-o", "-", "--to", "srt", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    return str(result.stdout)


@pytest.mark.parametrize(
    ("options", "times", "words"),
    [
        (["--shift", "1.5s"], ["00:00:02,500 --> 00:00:04,500", "00:01:02,500 --> 00:01:04,500"], "钟楼修好了。"),
        (["--shift=-250ms"], ["00:00:00,750 --> 00:00:02,750", "00:01:00,750 --> 00:01:02,750"], "钟楼修好了。"),
        (["--shift", "00:01:00"], ["00:01:01,000 --> 00:01:03,000", "00:02:01,000 --> 00:02:03,000"], "钟楼修好了。"),
        (["--between", "01:00-01:30"], ["00:00:01,000 --> 00:00:03,000"], "我们去看看。"),
        (["--between", "00:01:00-00:01:30", "--shift", "10s"], ["00:00:11,000 --> 00:00:13,000"], "我们去看看。"),
        (["--scale", "25:50"], ["00:00:00,500 --> 00:00:01,500", "00:00:30,500 --> 00:00:31,500"], "钟楼修好了。"),
    ],
)
def test_times_are_edited(talk: Path, options: list[str], times: list[str], words: str) -> None:
    """A part is taken by the media's own clock and moved afterwards, whatever the order of the options."""
    printed = converted(*options)
    assert re.findall(r"^.* --> .*$", printed, re.MULTILINE) == times
    assert words in printed


def test_texts_are_edited(talk: Path) -> None:
    """A file of replacements has a pair on each line, plain or as an expression."""
    (talk / "pairs.tsv").write_text("钟楼\t塔楼\n\n/看(.)/i\t\\1瞧\n", encoding="utf-8-sig")
    printed = converted("--replace", "pairs.tsv")
    assert "塔楼修好了。" in printed
    assert "我们去看瞧。" in printed


def test_scripts_are_edited(talk: Path) -> None:
    """OpenCC converts the text."""
    assert "鐘樓修好了。" in converted("--chinese", "s2t")


def test_a_part_without_anything_is_said_and_nothing_is_written(talk: Path) -> None:
    """The message names the part, and the status says that something failed."""
    result = run("convert", "talk.json", "-o", "out", "--between", "00:10:00-00:11:00")
    assert (result.exit_code, result.stderr) == (
        1,
        "talk.json: nothing is left: no item lies between 00:10:00.000 and 00:11:00.000\n"
        "1 input: 0 written, 0 left alone, 1 with errors\n",
    )
    assert not (talk / "out").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--shift", "1.5"], "'--shift': expected a time such as 1.5s, -250ms or 00:01:30, found '1.5'"),
        (["--shift", "00:01:75"], "'--shift': expected a time such as 1.5s, -250ms or 00:01:30, found '00:01:75'"),
        (["--between", "5-6"], "'--between': expected a start and a later end, as in 00:01:00-00:05:00, found '5-6'"),
        (
            ["--between", "00:05-00:05"],
            "'--between': expected a start and a later end, as in 00:01:00-00:05:00, found ",
        ),
        (["--scale", "25"], "'--scale': expected two frame rates, as in 25:23.976, each of 23.976, 24, 25, "),
        (["--above", "2"], "'--above': 2.0 is not in the range 0<=x<=1."),
        (["--replace", "none.tsv"], "'--replace': none.tsv: No such file or directory"),
        (
            ["--replace", "bad.tsv"],
            "'--replace': bad.tsv, line 2: expected what to find, a tab and what to put there, ",
        ),
        (["--replace", "worse.tsv"], "'--replace': worse.tsv, line 1: no regular expression: "),
        (
            ["--replace", "groups.tsv"],
            "'--replace': groups.tsv, line 2: expected a replacement for '(a)', found '\\\\2'",
        ),
        (["--chinese", "s2hk"], "'--chinese': 's2hk' is not one of 's2t', 't2s'."),
    ],
)
def test_a_wrong_edit_is_wrong_usage(talk: Path, options: list[str], message: str) -> None:
    """It is found before anything is read, and the message says what is right."""
    (talk / "bad.tsv").write_text("a\tb\nno tab\n", encoding="utf-8")
    (talk / "groups.tsv").write_text("a\tb\n/(a)/\t\\2\n", encoding="utf-8")
    (talk / "worse.tsv").write_text("/(/\tb\n", encoding="utf-8")
    result = run("convert", "talk.json", "-o", "out", *options)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(f"Error: Invalid value for {message}")


def test_edits_go_to_other_processes() -> None:
    """A plan with edits is one that a pool of workers can take."""
    edits = Edits(between=(0, 5), shift_ms=3, replacements={re.compile("a"): "b"}, minimum_score=0.5)
    assert pickle.loads(pickle.dumps(edits)) == edits


def test_no_edit_changes_nothing() -> None:
    """Without options a document stays the same object."""
    document = ice.Document(title="T")
    assert Edits().apply(document) is document
