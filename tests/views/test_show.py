"""`show`: what is in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ice_results
from ice_results.views.summary import summary
from ice_results.views.terminal import print_rich

from ..answers import LINES, smart_job, smarttag_job, text
from ..cli.command import run


def test_show_says_what_is_in_a_file(here: Path) -> None:
    """`show` prints jobs, tracks, tags by share and problems, aligned where characters are wide."""
    tags = {"cates": [{"label": "古镇", "appearanceProbability": 0.25}, {"label": "tea", "appearanceProbability": 0.5}]}
    (here / "tags.json").write_text(text(smarttag_job(CPVLabel=tags, ASR={"details": LINES}, Mood={"joy": 1})))
    result = run("show", "tags.json")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """\
tags.json
Jobs
  operation         type  state                id  title
  QuerySmarttagJob        succeeded (Success)

Tracks
  name  kind  language  segments  from          to            speakers
  main  asr             2         00:00:00.000  00:00:05.125

Tags
  kind      label  share  occurrences
  category  tea    50.0%  0
  category  古镇   25.0%  0

Problems
  severity  path                    message
  warning   Results.Result[2].Data  unknown type Mood, kept as it is, found an object with the keys joy

"""
    )


def test_show_says_who_speaks_how_long() -> None:
    """Each speaker of the main track is a row, with the name that the service gave."""
    (speakers,) = (each for each in summary(ice_results.load("samples/talk.json")) if each.title == "Speakers")
    assert speakers.columns == ("id", "name", "segments", "talk time")
    assert speakers.rows == (("1", "闻禾", "40", "00:01:50.441"), ("2", "乔砚田", "85", "00:06:58.989"))


def test_show_says_what_it_cannot_read(here: Path) -> None:
    """A file that cannot be read is one line and status 1, the others are shown."""
    result = run("show", "gone.json", "talk.json")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")
    assert result.stdout.startswith("talk.json\nJobs\n")


def test_show_in_colour_has_the_same_tables(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal rich prints what a pipe gets as plain text; brackets of the service are no markup."""
    document = ice_results.parse(
        smart_job([{**LINES[0], "speakerId": "[red]"}], SmartJobInfo={"JobType": "ASR", "Title": "[bold]x"})
    )
    print_rich(summary(document))
    shown = capsys.readouterr().out
    assert "Tracks" in shown
    assert "[bold]x" in shown
    assert "00:00:02.500" in shown


def test_show_lists_frames_notes_and_what_is_too_long(here: Path) -> None:
    """Frames and notes are counted, and of long lists the rest is a number."""
    chapters = [{"id": n, "start": n * 1000, "end": n * 1000 + 999, "headline": f"第{n}章"} for n in range(60)]
    tags = [{"label": f"t{n}", "appearanceProbability": n / 100} for n in range(30)]
    frames = [{"timestamp": 1.5, "info": [{"content": "a"}, {"content": "b"}]}]
    answer = smarttag_job(NLP={"autoChapters": chapters}, CPVLabel={"freeTags": tags}, OCR={"details": frames})
    (here / "long.json").write_text(text(answer))
    lines = run("show", "long.json").stdout.splitlines()
    assert "  and 10 more" in [line.rstrip() for line in lines]
    assert [line.split() for line in lines if line.startswith("  1       2")] == [["1", "2", *["00:00:01.500"] * 2]]


def test_show_as_json_is_for_programs(here: Path) -> None:
    """A list with an object for each document; nothing is shortened, and what cannot be read is status 1."""
    cates = [{"label": f"tag {number}", "appearanceProbability": 0.5} for number in range(30)]
    (here / "tags.json").write_text(text(smarttag_job(CPVLabel={"cates": cates})))
    result = run("show", "tags.json", "talk.json", "gone.json", "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")
    first, second = json.loads(result.stdout)
    assert [(first["file"], len(first["tags"])), second["file"]] == [("tags.json", 30), "talk.json"]
    assert second["tracks"] == [
        {
            "name": "main", "kind": "asr", "language": "", "segments": "2",
            "from": "00:00:00.000", "to": "00:00:05.125", "speakers": "",
        }
    ]  # fmt: skip
