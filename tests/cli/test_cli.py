"""The command line: file names, messages and exit statuses."""

from __future__ import annotations

import errno
import gzip
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import ice_results
from ice_results.captions.ocr.keys import levenshtein
from ice_results.cli import main
from ice_results.views import print_rich, summary

from ..answers import LINES, smart_job, smarttag_job, text
from ..conftest import ROOT

SRT = """\
1
00:00:00,000 --> 00:00:02,500
大家好，欢迎来到云岭小学。

2
00:00:02,500 --> 00:00:05,125
Today we plant forty trees.
"""
RUNNING = {"JobId": "J-2", "State": "Executing", "SmartJobInfo": {"JobType": "ASR"}}


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(each) for each in arguments], input=data)


def files_in(folder: Path) -> list[str]:
    """Every file below a folder, by its path in it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good file, `talk.json`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.json").write_text(text(smart_job(LINES)))
    return tmp_path


def test_convert_names_its_files_after_the_input_and_the_format(here: Path) -> None:
    """`talk.json` gives `talk.srt` and `talk.vtt`: the default formats that it has material for."""
    result = run("convert", "talk.json", "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 input: 2 written, 0 left alone, 0 with errors\n"
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
            "the result holds only addresses, which are not fetched: chResultUrl (zh)",
        ),
        ({"Type": "smarttag", "JobId": "J", "State": "Success"}, "a status message holds no results: query the job"),
        ({"SmartJobList": [RUNNING]}, "a list of jobs holds no results: query each job"),
    ],
    ids=["running", "queued", "failed", "links", "message", "list"],
)
def test_what_has_no_result_is_said_and_is_no_error(here: Path, document: dict[str, object], line: str) -> None:
    """A job that runs, failed, or gave only addresses is said so in one line; the status stays 0."""
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
        "texts.json: no default format has material here: try --to texts.txt,records.json"
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
    (here / "odd.json").write_text(text(smart_job(lines)))
    result = run("convert", "odd.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == [
        'odd.json: JobResult.AiResult → [2].from: expected seconds as a number, found "soon"',
        "odd.json: odd.srt: a segment without a start was left out: late",
    ]
    assert (here / "out/odd.srt").read_text() == SRT


def test_what_exists_is_left_alone_unless_overwrite(here: Path) -> None:
    """An output that exists is left alone, said and counted; --overwrite replaces it."""
    (here / "out").mkdir()
    (here / "out/talk.srt").write_text("mine")
    result = run("convert", "talk.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"talk.json: {Path('out/talk.srt')} exists and was left alone (--overwrite replaces it)",
        "1 input: 0 written, 1 left alone, 0 with errors",
    ]
    assert (here / "out/talk.srt").read_text() == "mine"
    assert run("convert", "talk.json", "-o", "out", "--to", "srt", "--overwrite").exit_code == 0
    assert (here / "out/talk.srt").read_text() == SRT


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
        assert result.stderr == "3 inputs: 8 written, 0 left alone, 0 with errors\n"
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


def test_records_json_converts_like_its_source(here: Path) -> None:
    """`talk.records.json` gives the same `talk.srt`."""
    run("convert", "talk.json", "-o", "mid", "--to", "records.json")
    assert run("convert", "mid/talk.records.json", "-o", "out", "--to", "srt").exit_code == 0
    assert (here / "out/talk.srt").read_text() == SRT


def test_two_inputs_for_one_output_are_not_mixed(here: Path) -> None:
    """The second of two files with one name is left out and said, not written over the first."""
    (here / "other").mkdir()
    (here / "other/talk.json").write_text(text(smart_job(LINES[:1])))
    result = run("convert", "talk.json", "other/talk.json", "-o", "out", "--to", "srt", "--overwrite")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        f"{Path('other/talk.json')}: {Path('out/talk.srt')} was already written from talk.json: "
        "give one of them another output folder"
    )
    assert (here / "out/talk.srt").read_text() == SRT


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


def test_standard_input_to_standard_output(here: Path) -> None:
    """`convert - -o - --to srt` stands in a pipe."""
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


def test_standard_output_tells_what_was_changed_and_left_out(translated: Path) -> None:
    """The changes of what is printed are told as those of a file are, and so are the tracks that are not printed."""
    first, second = (
        f"at {start} ms: a segment with an end of {start} ms ends at {end} ms"
        for start, end in [(900, 1900), (5000, 6000)]
    )
    further = "two.json: further tracks were not printed: translation"
    result = run("convert", "two.json", "-o", "-", "--to", "srt")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [f"two.json: srt: 2 changes (-v lists them), the first {first}", further]
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
        "sequence.json: nothing to write as srt: the main track shows nothing; there is --to ocr.srt\n",
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


def test_bom_and_crlf(here: Path) -> None:
    """Captions begin with a byte order mark and end lines with CRLF where that is asked for."""
    assert run("convert", "talk.json", "-o", "out", "--to", "srt", "--bom", "--crlf").exit_code == 0
    assert (here / "out/talk.srt").read_bytes() == b"\xef\xbb\xbf" + SRT.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "sub"], "Error: unknown format 'sub'; known: srt, vtt, ass, "),
        (["--kind", "speech"], "Error: unknown kind 'speech'; known: asr, tts, avatar, "),
        (["--to", "tags.csv", "--bom"], "Error: --bom: none of the formats that are written has this option"),
        (["--to", "srt", "--no-formula-guard"], "Error: --no-formula-guard: none of the formats that are written"),
        (["--colour"], "Error: No such option"),
        (["--to", ","], "Error: --to wants a value"),
        (["--to", "srt", "--to", ""], "Error: --to wants a value"),
        (["--kind", ""], "Error: --kind wants a value"),
        (["--language", " "], "Error: --language wants a value"),
        (["--to", "markers.edl", "--markers", ""], "Error: --markers wants a value"),
    ],
)
def test_wrong_usage_is_status_2_and_names_what_is_right(here: Path, arguments: list[str], message: str) -> None:
    """A format, kind or option that does not exist is an error before anything is read."""
    result = run("convert", "talk.json", "-o", "out", *arguments)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith(message)
    assert not (here / "out").exists()


def test_a_bare_payload_that_fits_several_kinds_needs_kind(here: Path) -> None:
    """The error names the kinds and the option; with it the file is converted."""
    (here / "lines.json").write_text(json.dumps(LINES))
    result = run("convert", "lines.json", "-o", "out", "--to", "srt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        'lines.json: a list of 2 fits several kinds (asr, tts): say which, with --kind asr or parse(..., kind="asr")'
    )
    assert run("convert", "lines.json", "-o", "out", "--to", "srt", "--kind", "tts").exit_code == 0


def test_strict_takes_no_document_with_problems(here: Path) -> None:
    """With --strict a document with a problem is not converted at all."""
    (here / "odd.json").write_text(text(smart_job([*LINES, {"content": "late", "from": "soon"}])))
    result = run("convert", "odd.json", "-o", "out", "--strict")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        'odd.json: JobResult.AiResult → [2].from: expected seconds as a number, found "soon"'
    )
    assert not (here / "out").exists()


def test_a_file_is_no_folder_for_outputs(here: Path) -> None:
    """-o with the name of a file is wrong usage, told before anything is read."""
    (here / "x.json").write_text("a file where the folder should be")
    result = run("convert", "talk.json", "gone.json", "-o", "x.json")
    assert (result.exit_code, result.stderr.splitlines()[2:]) == (
        2,
        ["", "Error: -o x.json is a file: name a folder"],
    )
    assert files_in(here) == ["talk.json", "x.json"]


def test_a_folder_that_cannot_be_made_is_one_line(here: Path) -> None:
    """Where there can be no folder, that is said once and not for every file."""
    result = run("convert", "talk.json", "-o", "talk.json/out", "--to", "srt,vtt")
    assert (result.exit_code, result.stderr) == (1, f"{Path('talk.json/out')}: {os.strerror(errno.ENOTDIR)}\n")


def test_a_folder_that_is_read_only_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that nothing can be written in is said once; what needs no writing is done."""
    run("convert", "talk.json", "-o", "out", "--to", "srt")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    result = run("convert", "talk.json", "-o", "out", "--to", "vtt,txt")
    assert (result.exit_code, result.stderr) == (1, "out: the folder is read-only\n")
    assert run("convert", "talk.json", "-o", "out", "--to", "srt").exit_code == 0
    assert files_in(here / "out") == ["talk.srt"]


def test_a_file_that_cannot_be_written_is_one_line(here: Path) -> None:
    """A target that is a folder fails, and the others are written."""
    (here / "out/talk.srt").mkdir(parents=True)
    result = run("convert", "talk.json", "-o", "out", "--to", "srt,vtt", "--overwrite")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"talk.json: {Path('out/talk.srt')}: ")
    assert result.stderr.endswith("\n1 input: 1 written, 0 left alone, 1 with errors\n")
    assert files_in(here / "out") == ["talk.vtt"]


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
        [f"{Path('sub/b')}: Permission denied", "3 inputs: 2 written, 0 left alone, 1 with errors"],
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


def test_a_format_that_fails_stops_no_other(here: Path) -> None:
    """What only writing shows, as more frames than an EDL can count, fails that format; the rest is written."""
    (here / "talk.json").write_bytes((ROOT / "samples/talk.json").read_bytes())
    result = run("convert", "talk.json", "-o", "out", "--to", "markers.edl,chapters.vtt", "--fps", "120")
    assert (result.exit_code, result.stderr.splitlines()) == (
        1,
        [
            "talk.json: markers.edl: option fps: expected at most 100: an EDL has two digits for frames, found '120'",
            "1 input: 1 written, 0 left alone, 1 with errors",
        ],
    )
    assert files_in(here / "out") == ["talk.chapters.vtt"]


def test_names_that_are_no_text_are_shown(here: Path) -> None:
    """A byte of a file name that is no UTF-8 is shown as U+FFFD, not left out."""
    name = os.fsdecode(b"na\xffme.json")
    assert run("convert", name, "-o", "out").stderr.splitlines()[0] == "na\ufffdme.json: no such file or folder"
    assert run("check", name).stdout == "na\ufffdme.json: error: no such file or folder\n"
    result = run("convert", "talk.json", "-o", f"talk.json/{name}", "--to", "srt")
    assert result.stderr.startswith(f"{Path('talk.json')}{os.sep}na\ufffdme.json: ")


def test_unwrap_decodes_every_level(here: Path) -> None:
    """`unwrap` prints all escaped levels as one pretty JSON value."""
    inner = json.dumps({"Result": json.dumps({"deep": [1, {"text": "末级"}]})})
    (here / "deep.json").write_text(json.dumps({"ActivityResults": inner}, ensure_ascii=False))
    result = run("unwrap", "deep.json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"ActivityResults": {"Result": {"deep": [1, {"text": "末级"}]}}}
    assert '\n      "deep": [' in result.stdout
    assert "末级" in result.stdout


def test_unwrap_says_what_it_cannot_read(here: Path) -> None:
    """A file that is no JSON is one line and status 1."""
    (here / "empty.json").write_text("")
    result = run("unwrap", "empty.json")
    assert (result.exit_code, result.stderr) == (1, "empty.json: the file is empty\n")
    result = run("unwrap", "gone.json")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")


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
    assert lines[-1] == "* written where no format is asked for"


def test_version_and_help() -> None:
    """--version tells the version, help shows examples that can be typed."""
    assert run("--version").stdout == f"ice-results, version {ice_results.__version__}\n"
    assert "ice-results convert saved/ -o out/" in run("--help").stdout
    assert "ice-results convert 'saved/**/*.json' -o out --to srt --bom" in run("convert", "--help").stdout
    for command, ends in {"convert": "standard input.", "check": "its captions.", "formats": "from what."}.items():
        (line,) = [line for line in run("--help").stdout.splitlines() if line.startswith(f"  {command} ")]
        assert line.endswith(ends)


def test_help_says_what_the_statuses_mean_and_which_formats_an_option_serves() -> None:
    """What gives status 1 is told as it is, and each option names all that take it."""
    words = " ".join(run("convert", "--help").stdout.split())
    assert (
        "Exit status: 0 nothing failed (a format for which a document has nothing is told and is no failure, nor is a "
        "file that was left alone), 1 something failed and the rest was done, 2 wrong usage."
    ) in words
    serves = {"bom": "Text files: ", "crlf": "Text files: ", "language CODE": "Captions, chapters.xml: "}
    for option, formats in {**serves, "frame-size WxH": "Boxes, markers.fcpxml: "}.items():
        assert f"--{option} {formats}" in words
    assert "ice-results convert talk.json -o out --to srt,vtt" in run("--help").stdout


def test_what_is_misspelt_is_advised(here: Path) -> None:
    """A format that is nearly there is suggested, and a profile may be a file of one's own."""
    result = run("convert", "talk.json", "-o", "out", "--to", "chapters.vt")
    assert result.stderr.endswith(", records.json; did you mean chapters.vtt?\n")
    assert run("convert", "talk.json", "-o", "out", "--to", "movie").stderr.endswith(", records.json\n")
    result = run("convert", "talk.json", "-o", "out", "--profile", "cinema")
    assert result.stderr.endswith(", subtitle-edit, or a TOML file (name.toml), found 'cinema'\n")


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


def test_check_lists_problems_with_totals(here: Path) -> None:
    """`check` gives a line for each problem, totals on standard error, and status 1 for errors."""
    (here / "odd.json").write_text(text(smart_job([{"content": "a", "from": "soon"}])))
    (here / "broken.json").write_text("{")
    (here / "run.json").write_text(text(RUNNING))
    result = run("check", "talk.json", "odd.json", "run.json", "gone.json")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        'odd.json: error: JobResult.AiResult → [0].from: expected seconds as a number, found "soon"',
        "run.json: note: the job is still running (Executing): no result yet",
        "gone.json: error: no such file or folder",
    ]
    assert result.stderr == "4 files: 2 errors, 0 warnings, 1 note\n"
    assert run("check", "broken.json").stdout.startswith("broken.json: error: no valid JSON at line 1 column 2")
    assert run("check", "talk.json", "run.json").exit_code == 0


def test_check_writes_json_and_csv(here: Path) -> None:
    """Problems as JSON with totals, or as CSV, for other programs."""
    (here / "odd.json").write_text(text(smart_job([{"content": "a", "from": "soon"}])))
    value = json.loads(run("check", "odd.json", "--format", "json").stdout)
    assert value == {
        "problems": [
            {
                "file": "odd.json",
                "place": 1,
                "severity": "error",
                "path": "JobResult.AiResult → [0].from",
                "message": "expected seconds as a number",
                "found": '"soon"',
                **dict.fromkeys(("rule", "track", "cue", "at_ms", "value", "limit", "fixed")),
            }
        ],
        "totals": {"error": 1, "warning": 0, "note": 0},
    }
    assert run("check", "odd.json", "--format", "csv").stdout.splitlines() == [
        "file,place,severity,path,message,found,rule,track,cue,at_ms,value,limit,fixed",
        'odd.json,1,error,JobResult.AiResult → [0].from,expected seconds as a number,"""soon""",,,,,,,',
    ]


def test_check_fails_on_warnings_where_asked(here: Path) -> None:
    """A warning is status 0, and 1 with --fail-on warning."""
    (here / "prose.json").write_text(text(smart_job("Nothing was said.")))
    assert run("check", "prose.json").exit_code == 0
    assert run("check", "prose.json", "--fail-on", "warning").exit_code == 1
    assert run("check", "prose.json", "--kind", "speech").exit_code == 2


def test_show_tells_what_is_in_a_file(here: Path) -> None:
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


def test_show_says_what_it_cannot_read(here: Path) -> None:
    """A file that cannot be read is one line and status 1, the others are shown."""
    result = run("show", "gone.json", "talk.json")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")
    assert result.stdout.startswith("talk.json\nJobs\n")


def test_archives_are_converted_like_folders(here: Path) -> None:
    """The members of a zip or tar archive keep their place below its name, and stay below it."""
    with zipfile.ZipFile(here / "saved.zip", "w") as packed:
        packed.writestr("deep/a.json", text(smart_job(LINES)))
        packed.writestr("../../escape.json", text(smart_job(LINES)))
        packed.writestr("notes.txt", "no data")
    with tarfile.open(here / "more.tar.gz", "w:gz") as tape:
        tape.add("talk.json")
    result = run("convert", "saved.zip", "more.tar.gz", "-o", "out", "--to", "srt")
    assert (result.exit_code, result.stderr) == (0, "3 inputs: 3 written, 0 left alone, 0 with errors\n")
    assert files_in(here / "out") == ["more/talk.srt", "saved/deep/a.srt", "saved/escape.srt"]
    assert result.stderr == run("convert", ".", "-o", "again", "--to", "srt").stderr.replace(
        "4 inputs: 4", "3 inputs: 3"
    )


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


def test_captions_by_profile_names_and_own_file(here: Path) -> None:
    """--profile takes a name or a TOML file; --speaker names, --speakers and --drop-trailing-punctuation shape."""
    assert run("convert", "talk.json", "-o", "out", "--to", "srt", "--drop-trailing-punctuation").exit_code == 0
    assert "欢迎来到云岭小学\n" in (here / "out/talk.srt").read_text()
    (here / "mine.toml").write_text("base = 'shorts'\nline_width = 8\n")
    assert run("convert", "talk.json", "-o", "own", "--to", "srt", "--profile", "mine.toml").exit_code == 0
    assert "大家好，欢迎\n" in (here / "own/talk.srt").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--profile", "cinema"], "Error: option profile: expected one of standard, source, netflix, "),
        (["--profile", "gone.toml"], "Error: gone.toml: No such file or directory"),
        (["--profile", "bad.toml"], "Error: unknown field of profile bad.toml 'line_widht'; known: base, line_width, "),
        (["--speaker", "1:Anna"], "Error: --speaker takes ID=NAME, as in --speaker 1=Anna, not '1:Anna'"),
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
        "zero.json: zero.srt: 3 changes (-v lists them), "
        "the first at 0 ms: a segment with an end of 0 ms ends at 1000 ms"
    )
    result = run("convert", "zero.json", "-o", "again", "--to", "srt", "-v")
    assert (
        result.stderr.splitlines()[2]
        == "zero.json: zero.srt: at 2000 ms: a segment with an end of 2000 ms ends at 3000 ms"
    )


def test_check_with_a_profile_lists_every_broken_rule(here: Path) -> None:
    """What shaping repaired is a note, what still breaks a rule a warning, each with cue, value and limit."""
    lines = [
        {"content": "这一句话要在很短的时间里读完。", "from": 0.0, "to": 0.2},
        {"content": "好。", "from": 0.3, "to": 3.0},
    ]
    (here / "fast.json").write_text(text(smart_job(lines)))
    result = run("check", "fast.json", "--profile", "standard", "--format", "json", "--fail-on", "warning")
    assert result.exit_code == 1
    found = [
        (each["rule"], each["cue"], each["limit"], each["fixed"]) for each in json.loads(result.stdout)["problems"]
    ]
    assert ("min-duration", 1, 500, False) in found
    assert ("reading-speed", 1, 9, False) in found
    line = run("check", "fast.json", "--profile", "standard").stdout.splitlines()[0]
    assert line.startswith("fast.json: warning: main cue 1: ")
    assert run("check", "fast.json", "--profile", "cinema").exit_code == 2


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
        "Error: --region takes left,top,right,bottom in pixels, not 'left'",
    )


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


def test_what_names_nothing_is_wrong_usage(here: Path) -> None:
    """An empty folder name or format is an error, not the usual formats in this folder."""
    assert run("convert", "talk.json", "-o", "").exit_code == 2
    assert run("convert", "talk.json", "-o", "out", "--to", "").exit_code == 2
