"""Results on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..answers import LINES, smart_job, smarttag_job, text
from .command import SRT, files_in, run


def test_standard_input_to_standard_output(here: Path) -> None:
    """`convert - -o - --to srt` works in a pipe."""
    result = run("convert", "-", "-o", "-", "--to", "srt", data=(here / "talk.json").read_bytes())
    assert (result.exit_code, result.stdout, result.stderr) == (0, SRT, "")
    result = run("convert", "-", "-o", "out", "--to", "srt", data=(here / "talk.json").read_bytes())
    assert files_in(here / "out") == ["stdin.srt"]


def test_standard_output_takes_one_format(here: Path) -> None:
    """Two formats on standard output are wrong usage; an error there is status 1."""
    result = run("convert", "talk.json", "-o", "-", "--to", "srt,vtt")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        "Error: -o - takes one input and one format with --to",
    )
    result = run("convert", "gone.json", "-o", "-", "--to", "srt")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")
    result = run("convert", "talk.json", "-o", "-", "--to", "tags.csv")
    assert (result.exit_code, result.stderr) == (
        1,
        "talk.json: nothing to write as tags.csv: the document has no tags\n",
    )


@pytest.fixture
def translated(here: Path) -> Path:
    """The working folder with `two.json`, that has two tracks."""
    words = [{"id": 1, "sentenceId": 1, "start": 900, "end": 900, "text": "早上好。"}]
    words += [{"id": 2, "sentenceId": 2, "start": 5000, "end": 5000, "text": "开始吧。"}]
    sentences = [{"sentenceId": 1, "start": 0, "end": 900, "text": "Good morning. "}]
    nlp = {
        "transcription": {"paragraphs": [{"paragraphId": "p", "speakerId": "1", "words": words}]},
        "translation": {"paragraphs": [{"paragraphId": "p", "sentences": sentences}]},
    }
    (here / "two.json").write_text(text(smarttag_job(NLP=nlp)))
    return here


def test_standard_output_reports_what_was_changed_and_left_out(translated: Path) -> None:
    """Changes of what is printed are reported as those of a file are, and so are tracks that are not printed."""
    first, second = (
        f"at {start} ms: a segment with an end of {start} ms ends at {end} ms"
        for start, end in [(900, 1900), (5000, 6000)]
    )
    further = "two.json: further tracks were not printed: translation"
    result = run("convert", "two.json", "-o", "-", "--to", "srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [f"two.json: srt: 2 changes (-v lists them), first: {first}", further]
    result = run("convert", "two.json", "-o", "-", "--to", "srt", "-v")
    assert result.stderr.splitlines() == [f"two.json: srt: {first}", f"two.json: srt: {second}", further]


def test_standard_output_takes_a_track_before_the_format(translated: Path) -> None:
    """`--to translation.srt` prints that track; one that there is not is an error that names those there are."""
    result = run("convert", "two.json", "-o", "-", "--to", "translation.srt", "--bom")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "\ufeff1\n00:00:00,000 --> 00:00:00,900\nGood morning.\n"
    result = run("convert", "two.json", "-o", "-", "--to", "ocr.srt")
    assert (result.exit_code, result.stderr) == (
        1,
        "two.json: unknown track of srt 'ocr'; known: translation\n",
    )
    frame = {"timestamp": 1.0, "info": [{"content": "出口"}]}
    (translated / "sequence.json").write_text(text(smarttag_job(OCR={"details": [frame]})))
    result = run("convert", "sequence.json", "-o", "-", "--to", "srt")
    assert (result.exit_code, result.stderr) == (
        1,
        "sequence.json: nothing to write as srt: the main track has no text to show; try --to ocr.srt\n",
    )
    assert run("convert", "sequence.json", "-o", "-", "--to", "ocr.srt").stdout.endswith("\n出口\n")


def test_standard_output_takes_one_document(here: Path) -> None:
    """A file of several documents is not printed, and the message says what to do."""
    (here / "batch.jsonl").write_text(f"{text(smart_job(LINES))}\n" * 3)
    result = run("convert", "batch.jsonl", "-o", "-", "--to", "srt")
    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        "batch.jsonl: 3 documents, and -o - takes one: name a folder\n",
    )
