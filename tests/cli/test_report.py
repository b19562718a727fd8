"""What a run says of itself: how much, in which encoding, and what a dry run does."""

from __future__ import annotations

from pathlib import Path

from ..answers import LINES, smart_job, text
from .command import RUNNING, files_in, run


def test_what_was_written_is_counted_by_format(here: Path) -> None:
    """Where there is more than one file, a line says how many of each format are where."""
    (here / "saved").mkdir()
    for name in ("a", "b", "c"):
        (here / f"saved/{name}.json").write_text(text(smart_job(LINES)))
    result = run("convert", "saved", "-o", "out", "-t", "srt,txt")
    assert result.stderr.splitlines() == [
        "written: srt 3, txt 3 in out",
        "3 inputs: 6 written, 0 left alone, 0 with errors",
    ]


def test_a_quiet_run_says_errors_only(here: Path) -> None:
    """`-q` leaves out notices and the summary, of files and of what is printed; the status stays."""
    (here / "running.json").write_text(text(RUNNING))
    result = run("convert", "talk.json", "running.json", "-o", "out", "-t", "srt", "-q")
    assert (result.exit_code, result.stderr) == (0, "")
    result = run("convert", "gone.json", "talk.json", "-o", "out", "-t", "vtt", "-q")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")
    (here / "zero.json").write_text(text(smart_job([{"content": "早", "from": 1, "to": 1}])))
    result = run("convert", "zero.json", "-o", "-", "-t", "srt", "-q")
    assert (result.stdout.splitlines()[1], result.stderr) == ("00:00:01,000 --> 00:00:02,000", "")


def test_a_dry_run_names_the_files_and_writes_none(here: Path) -> None:
    """What would be written is on standard output, a name on each line; what exists would be left alone."""
    (here / "out").mkdir()
    (here / "out/talk.vtt").write_text("mine")
    result = run("convert", "talk.json", "-o", "out", "-t", "srt,vtt,txt", "--dry-run")
    assert (result.exit_code, result.stdout.splitlines()) == (0, [str(Path("out/talk.srt")), str(Path("out/talk.txt"))])
    assert result.stderr.splitlines() == [
        f"talk.json: {Path('out/talk.vtt')} exists and was left alone (--overwrite replaces it)",
        "would be written: srt 1, txt 1 in out",
        "1 input: 2 to be written, 1 left alone, 0 with errors",
    ]
    assert run("convert", "talk.json", "-o", "mine.srt", "--dry-run").stdout == "mine.srt\n"
    assert files_in(here) == ["out/talk.vtt", "talk.json"]


def test_a_dry_run_has_no_log(here: Path) -> None:
    """A log says what was done, and nothing is."""
    result = run("convert", "talk.json", "-o", "out", "--dry-run", "--log", "run.jsonl")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: --log is for a run that writes, not for --dry-run",
    )
    assert files_in(here) == ["talk.json"]
