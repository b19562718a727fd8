"""Options of captions on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..answers import smart_job, smarttag_job, text
from .command import run


def test_captions_by_profile_names_and_own_file(here: Path) -> None:
    """--profile takes a name or a TOML file; --speaker names, --speakers and --drop-trailing-punctuation shape."""
    assert run("convert", "talk.json", "-o", "out", "--to", "srt", "--drop-trailing-punctuation").exit_code == 0
    assert "欢迎来到云岭小学\n" in (here / "out/talk.srt").read_text()
    (here / "mine.toml").write_text("base = 'shorts'\nline_width = 8\n")
    assert run("convert", "talk.json", "-o", "own", "--to", "srt", "--profile", "mine.toml").exit_code == 0
    assert "大家好，欢迎来到\n" in (here / "own/talk.srt").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--profile", "cinema"], "Error: Invalid value for '--profile': expected one of standard, source, netflix, "),
        (
            ["--profile", "gone.toml"],
            "Error: Invalid value for '--profile': expected a TOML file, found gone.toml: No such file or directory",
        ),
        (["--profile", "bad.toml"], "Error: unknown field of profile bad.toml 'line_widht', did you mean line_width? "),
        (
            ["--speaker", "1:Anna"],
            "Error: Invalid value for '--speaker': expected ID=NAME, as in 1=Anna, found '1:Anna'",
        ),
        (["--words", "--to", "srt"], "Error: --words: none of the formats that are written has this option"),
    ],
)
def test_caption_options_are_checked_before_anything_is_read(here: Path, arguments: list[str], message: str) -> None:
    """A profile, field or pair that is wrong is wrong usage, and the message names what is right."""
    (here / "bad.toml").write_text("line_widht = 8\n")
    result = run("convert", "talk.json", "-o", "out", *arguments)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(message)


def test_changes_are_one_line_and_all_with_v(here: Path) -> None:
    """What was changed for a file is one line of totals, and a line each with -v."""
    lines = [{"content": f"第{n}句", "from": n, "to": n} for n in range(3)]
    (here / "zero.json").write_text(text(smart_job(lines)))
    result = run("convert", "zero.json", "-o", "out", "--to", "srt")
    assert result.stderr.splitlines()[0] == (
        "zero.json: zero.srt: 3 changes (-v lists them), first: at 0 ms: a segment with an end of 0 ms ends at 1000 ms"
    )
    result = run("convert", "zero.json", "-o", "again", "--to", "srt", "-v")
    assert (
        result.stderr.splitlines()[2]
        == "zero.json: zero.srt: at 2000 ms: a segment with an end of 2000 ms ends at 3000 ms"
    )


def test_recognised_text_becomes_tracks_of_its_own(here: Path) -> None:
    """Frames with text give `talk.ocr.srt`; --region says where the dialogue is, in pixels."""
    frames = [
        {
            "timestamp": second,
            "info": [{"content": f"第{second // 4}行", "position": {"leftTop": [10, 900], "rightBottom": [300, 960]}}],
        }
        for second in range(12)
    ]
    (here / "sequence.json").write_text(text(smarttag_job(OCR={"details": frames})))
    assert run("convert", "sequence.json", "-o", "out", "--to", "srt", "--region", "0,800,1920,1080").exit_code == 0
    assert (here / "out/sequence.ocr.srt").read_text().startswith("1\n00:00:00,000 --> 00:00:04,000\n第0行\n")
    result = run("convert", "sequence.json", "-o", "out", "--to", "srt", "--region", "left")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: Invalid value for '--region': expected left,top,right,bottom in pixels, found 'left'",
    )
