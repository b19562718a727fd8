"""`convert`: file names, messages and exit statuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from ice_results.captions.ocr.keys import levenshtein

from ..answers import LINES, smart_job, smarttag_job, text
from .command import RUNNING, SRT, files_in, run


def test_convert_names_its_files_after_the_input_and_the_format(here: Path) -> None:
    """`talk.json` gives `talk.srt` and `talk.vtt`: the default formats that it has material for."""
    result = run("convert", "talk.json", "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "written: srt 1, vtt 1 in out\n1 input: 2 written, 0 left alone, 0 with errors\n"
    assert files_in(here / "out") == ["talk.srt", "talk.vtt"]
    assert (here / "out/talk.srt").read_text() == SRT


def test_formats_are_repeated_or_separated_by_commas(here: Path) -> None:
    """`--to srt,txt --to vtt` writes three files."""
    assert run("convert", "talk.json", "-o", "out", "--to", "srt,txt", "--to", "vtt").exit_code == 0
    assert files_in(here / "out") == ["talk.srt", "talk.txt", "talk.vtt"]


def test_a_second_track_has_its_name_in_the_file_name(here: Path) -> None:
    """The main track is `talk.srt`, others are named: `talk.asr.srt`, `talk.translation.srt`."""
    words = [{"id": 1, "sentenceId": 1, "start": 0, "end": 900, "text": "早上好。"}]
    sentences = [{"sentenceId": 1, "start": 0, "end": 900, "text": "Good morning. "}]
    nlp = {
        "transcription": {"paragraphs": [{"paragraphId": "p", "speakerId": "1", "words": words}]},
        "translation": {"paragraphs": [{"paragraphId": "p", "sentences": sentences}]},
    }
    (here / "tags.json").write_text(text(smarttag_job(ASR={"details": LINES}, NLP=nlp)))
    assert run("convert", "tags.json", "-o", "out", "--to", "srt").exit_code == 0
    assert files_in(here / "out") == ["tags.asr.srt", "tags.srt", "tags.translation.srt"]
    assert (here / "out/tags.srt").read_text() == "1\n00:00:00,000 --> 00:00:00,900\n早上好。\n"


def test_a_broken_file_gets_one_line_and_the_others_are_converted(here: Path) -> None:
    """A file that is no JSON is said in one line with where and what; status 1, the rest is done."""
    (here / "broken.json").write_text('{"JobId": ')
    result = run("convert", "broken.json", "talk.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 1
    assert result.stderr.startswith("broken.json: no valid JSON at line 1 column 11: ")
    assert result.stderr.endswith("\n2 inputs: 1 written, 0 left alone, 1 with errors\n")
    assert result.stderr.count("\n") == 2
    assert files_in(here / "out") == ["talk.srt"]


@pytest.mark.parametrize(
    ("document", "line"),
    [
        (RUNNING, "the job is still running (Executing): no result yet"),
        ({"JobId": "J", "State": "Created"}, "the job is still queued (Created): no result yet"),
        (
            {"JobId": "J", "State": "Failed", "ErrorCode": "InvalidParameter", "ErrorMessage": "no audio"},
            "the job failed: InvalidParameter: no audio",
        ),
        (
            smarttag_job(Subtitle={"details": {"chResultUrl": "https://media.example.com/zh.txt"}}),
            "the result holds only URLs, which are not fetched: chResultUrl (zh)",
        ),
        ({"Type": "smarttag", "JobId": "J", "State": "Success"}, "a status message holds no results: query the job"),
        ({"SmartJobList": [RUNNING]}, "a list of jobs holds no results: query each job"),
    ],
    ids=["running", "queued", "failed", "links", "message", "list"],
)
def test_what_has_no_result_is_said_and_is_no_error(here: Path, document: dict[str, object], line: str) -> None:
    """A job that runs, failed, or gave only URLs is reported as such in one line; the status stays 0."""
    (here / "job.json").write_text(text(document))
    result = run("convert", "job.json", "-o", "out")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == f"job.json: {line}"
    assert len(result.stderr.splitlines()) == 2
    assert not (here / "out").exists()


def test_material_that_no_default_format_takes_is_named(here: Path) -> None:
    """Where nothing is written because no format was asked for, the line says what to ask for."""
    (here / "texts.json").write_text(text(smart_job(["One.", "Two."], "TextGenerate")))
    result = run("convert", "texts.json", "-o", "out")
    assert result.stderr.splitlines()[0] == (
        "texts.json: nothing to write in the default formats: try --to texts.txt,records.json"
    )


def test_an_empty_result_is_no_crash(here: Path) -> None:
    """A result without lines is converted to nothing, which is said."""
    (here / "empty.json").write_text(text(smart_job([])))
    result = run("convert", "empty.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "empty.json: the job succeeded (Finished), and its result is empty"
    assert (
        result.stderr.splitlines()[1]
        == "empty.json: nothing to write as srt: the document has no transcripts or frames"
    )


def test_a_problem_in_the_data_is_a_line_with_its_path_and_status_1(here: Path) -> None:
    """What could not be used is said with its path through the escaped levels."""
    lines = [*LINES, {"content": "late", "from": "soon", "to": 9.0}]
    (here / "wrong.json").write_text(text(smart_job(lines)))
    result = run("convert", "wrong.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == [
        'wrong.json: JobResult.AiResult → [2].from: expected seconds as a number, found "soon"',
        "wrong.json: wrong.srt: a segment without a start was left out: late",
    ]
    assert (here / "out/wrong.srt").read_text() == SRT


def test_records_json_converts_like_its_source(here: Path) -> None:
    """`talk.records.json` gives the same `talk.srt`."""
    run("convert", "talk.json", "-o", "mid", "--to", "records.json")
    assert run("convert", "mid/talk.records.json", "-o", "out", "--to", "srt").exit_code == 0
    assert (here / "out/talk.srt").read_text() == SRT


def test_bom_and_crlf(here: Path) -> None:
    """Captions begin with a byte order mark and end lines with CRLF where that is asked for."""
    assert run("convert", "talk.json", "-o", "out", "--to", "srt", "--bom", "--crlf").exit_code == 0
    assert (here / "out/talk.srt").read_bytes() == b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode()


def test_a_bare_payload_that_fits_several_kinds_is_read_as_the_first(here: Path) -> None:
    """Lines of speech without their type are converted, and a note says how to choose the other kind."""
    (here / "lines.json").write_text(json.dumps(LINES))
    result = run("convert", "lines.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "lines.json: fits asr and tts, read as asr: say --kind tts if it is that"
    other = run("convert", "lines.json", "-o", "other", "--to", "srt", "--kind", "tts")
    assert (other.exit_code, len(other.stderr.splitlines())) == (0, 1)


def test_strict_takes_no_document_with_problems(here: Path) -> None:
    """With --strict a document with a problem is not converted at all."""
    (here / "wrong.json").write_text(text(smart_job([*LINES, {"content": "late", "from": "soon"}])))
    result = run("convert", "wrong.json", "-o", "out", "--strict")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        'wrong.json: JobResult.AiResult → [2].from: expected seconds as a number, found "soon"'
    )
    assert not (here / "out").exists()


def test_what_needs_a_library_that_is_missing_says_which(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, tracks of recognised text are left out with its name; asked for, that is status 1."""
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    levenshtein.cache_clear()
    frame = {"timestamp": 1.0, "info": [{"content": "出口"}]}
    (here / "sequence.json").write_text(text(smarttag_job(OCR={"details": [frame]})))
    need = "caption tracks from recognised text need rapidfuzz: pip install 'ice-results[ocr]'"
    result = run("convert", "sequence.json", "-o", "out", "--to", "srt")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (1, f"sequence.json: srt: {need}")
    assert run("convert", "sequence.json", "-o", "out").exit_code == 0
    (here / "both.json").write_text(text(smarttag_job(OCR={"details": [frame]}, ASR={"details": LINES})))
    result = run("convert", "both.json", "-o", "out", "--to", "srt")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (0, f"both.json: both.srt: {need}")
    levenshtein.cache_clear()


def test_a_format_that_lacks_a_library_has_material(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only a library is missing, it is not said that no default format has material."""
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    levenshtein.cache_clear()
    frame = {"timestamp": 1.0, "info": [{"content": "出口"}]}
    (here / "sequence.json").write_text(text(smarttag_job(OCR={"details": [frame]})))
    need = "caption tracks from recognised text need rapidfuzz: pip install 'ice-results[ocr]'"
    assert run("convert", "sequence.json", "-o", "out").stderr.splitlines() == [
        f"sequence.json: srt: {need}",
        f"sequence.json: vtt: {need}",
        "1 input: 0 written, 0 left alone, 0 with errors",
    ]
    levenshtein.cache_clear()
