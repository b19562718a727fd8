"""What was once read wrongly, in silence, or ended a run: each is read right, or refused with this message."""

from __future__ import annotations

import gzip
import json
import lzma
import zipfile
from pathlib import Path
from typing import Any

import pytest

import ice_results
from ice_results.batch import sources

from .answers import LINES, smart_job, smarttag_job, text
from .cli.command import files_in, run
from .counting import steps_in

JOB = smart_job(LINES)
SPOKEN = [line["content"] for line in LINES]
OPERATIONS = "GetSmartHandleJob, ListSmartJobs, QuerySmarttagJob or GetJobDetail"
SAVE = f"save the whole response of {OPERATIONS}, or one payload of it"
NLS = {"Result": {"Sentences": [{"BeginTime": 0, "EndTime": 900, "Text": "Low tide.", "ChannelId": 0}]}}
MARKED = {"format": "ice_results.records/1", "transcripts": [{"kind": "x/../../pwned", "segments": [{"text": "a"}]}]}
KINDS = "asr, avatar, polished, transcription, translation, tts"


def said(document: ice_results.Document) -> list[str]:
    """The problems and notes of a document, as people read them."""
    return [f"{each.severity}: {each}" for each in document.problems]


def spoken(document: ice_results.Document) -> list[str]:
    """The text of every segment."""
    return [segment.text for track in document.transcripts for segment in track.segments]


def refusal(source: Any, **options: Any) -> str:
    """What is said of a source that is refused."""
    with pytest.raises((ice_results.DecodeError, ice_results.UnrecognisedDocument)) as caught:
        ice_results.parse(source, **options)
    return str(caught.value)


# Encodings


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_a_file_of_chinese_windows_is_its_text(encoding: str) -> None:
    """A file in the default encoding of Chinese Windows is read, and a note says how."""
    lines = [{"content": "今天我们在学校里种了四十棵树，大家都来了。", "from": 0, "to": 2}]
    document = ice_results.parse(text(smart_job(lines)).encode(encoding))
    assert spoken(document) == [lines[0]["content"]]
    assert said(document) == ["note: read as GB18030: the file is not UTF-8"]


def test_one_damaged_byte_is_an_error_with_its_position() -> None:
    """UTF-8 with a damaged byte is refused with and without `strict`; no letter is ever replaced."""
    data = text(JOB).encode().replace("云".encode(), b"\xe4\xff\x91", 1)
    message = f"damaged UTF-8 text: byte {data.index(255) - 1} is 0xe4; save or fetch the file again"
    assert refusal(data) == refusal(data, strict=True) == message


def test_the_command_line_fails_where_a_byte_is_damaged(here: Path) -> None:
    """`check` says so, and its exit status too."""
    data = text(JOB).encode().replace("云".encode(), b"\xe4\xff\x91", 1)
    (here / "torn.json").write_bytes(data)
    result = run("check", "torn.json")
    message = f"damaged UTF-8 text: byte {data.index(255) - 1} is 0xe4; save or fetch the file again"
    assert (result.exit_code, f"torn.json: error: {message}" in result.stdout) == (1, True)


# Recognition


@pytest.mark.parametrize("key", ["Result", "result"])
def test_the_key_result_alone_is_no_answer(key: str) -> None:
    """Whatever has a key `Result` was read as an empty document."""
    assert refusal({key: {"a": 1}}) == f"not recognised: an object with the keys {key}; {SAVE}"


def test_an_answer_in_the_result_of_another_is_read() -> None:
    """A whole answer below `result` is found, and a note says where."""
    document = ice_results.parse({"success": True, "result": JOB})
    assert spoken(document) == SPOKEN
    assert said(document) == ["note: GetSmartHandleJob under `result`"]


def test_sentences_of_nls_are_read() -> None:
    """`{"Result": {"Sentences": […]}}` has speech in it."""
    document = ice_results.parse(NLS)
    assert (spoken(document), said(document)) == (["Low tide."], [])


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ({"VideoId": "V", "Status": "Normal"}, "an object with the keys VideoId, Status"),
        ({"JobId": "J", "Status": "ok"}, "an object with the keys JobId, Status"),
        (
            {"RequestId": "R", "JobId": "J", "State": "Finished", "Result": {"Url": "u"}},
            "an object with the keys RequestId, JobId, State, Result: the answer of an operation that is not read",
        ),
        (
            {"RequestId": "R", "TaskId": "T", "Result": "{}"},
            "an object with the keys RequestId, TaskId, Result: the answer of an operation that is not read",
        ),
    ],
)
def test_an_answer_of_another_operation_is_not_taken_for_ours(answer: Any, found: str) -> None:
    """`Status` or `Result` beside an id is neither GetJobDetail nor GetSmartHandleJob."""
    assert refusal(answer) == f"not recognised: {found}"


# Names that lead elsewhere


@pytest.mark.parametrize("source", [MARKED, {"EventType": "E", "MessageBody": MARKED}], ids=["file", "callback"])
def test_a_kind_in_records_json_leads_nowhere(here: Path, source: Any) -> None:
    """A kind with `..` in it wrote outside of the output folder."""
    (here / "evil.json").write_text(text(source))
    result = run("convert", "evil.json", "-o", "deep/out", "--to", "srt")
    assert f'expected one of {KINDS}, left out, found "x/../../pwned"' in result.stderr
    assert "Traceback" not in result.stderr
    assert [name for name in files_in(here) if "pwned" in name] == []


def test_a_zero_byte_in_a_kind_ends_no_run(here: Path) -> None:
    """A NUL in it ended the batch with a traceback."""
    evil = {**MARKED, "transcripts": [{"kind": "a\0b", "segments": [{"text": "a"}]}]}
    (here / "evil.json").write_text(text(evil))
    result = run("convert", "evil.json", "talk.json", "-o", "out", "--to", "srt")
    assert f'expected one of {KINDS}, left out, found "a\\u0000b"' in result.stderr
    assert (files_in(here / "out"), "Traceback" in result.stderr) == (["talk.srt"], False)


# What ended a run


def test_a_corrupt_member_of_an_archive_is_one_line(here: Path) -> None:
    """The other members of a zip, and the other files, are converted."""
    with zipfile.ZipFile(here / "saved.zip", "w") as archive:
        archive.writestr("bad.json", text(JOB))
        archive.writestr("good.json", text(JOB))
    data = (here / "saved.zip").read_bytes()
    (here / "saved.zip").write_bytes(data.replace(b"Today we", b"Today he", 1))
    result = run("convert", "saved.zip", "talk.json", "-o", "out", "--to", "srt")
    assert "saved.zip:bad.json: broken archive: Bad CRC-32 for file 'bad.json'" in result.stderr
    assert sorted(name for name in files_in(here / "out") if "bad" in name) == []
    assert len(files_in(here / "out")) == 2


def test_a_corrupt_xz_file_is_one_line(here: Path) -> None:
    """It ended the batch with a traceback."""
    (here / "a.json.xz").write_bytes(lzma.compress(text(JOB).encode())[:-9])
    result = run("convert", "a.json.xz", "talk.json", "-o", "out", "--to", "srt")
    message = "broken xz data: Compressed file ended before the end-of-stream marker was reached"
    assert f"a.json.xz: {message}" in result.stderr
    assert files_in(here / "out") == ["talk.srt"]


def test_a_file_that_is_too_large_is_refused_by_its_size(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is larger than memory ended the batch; the size is known before anything is read."""
    monkeypatch.setattr("ice_results.reading.escaping.MAX_BYTES", 100)
    (here / "large.json").write_text(text(JOB))
    size = (here / "large.json").stat().st_size
    (source,) = sources.find_sources([str(here / "large.json")])
    assert isinstance(source, sources.Source)
    with pytest.raises(ice_results.DecodeError) as caught:
        source.read()
    assert str(caught.value) == f"{size} bytes is more than the 100 that we read; split the file"


# What took more than linear time


def test_forty_thousand_blanks_take_no_time() -> None:
    """Blanks before one letter took six seconds: ten times as many take ten times the steps at most."""
    assert refusal(" " * 40_000 + "x") == 'no JSON in this text: "x"'
    few, many = " " * 4_000 + "x", " " * 40_000 + "x"
    assert steps_in(lambda: refusal(many)) <= 11 * steps_in(lambda: refusal(few))


# Ambiguity


@pytest.mark.parametrize(
    "lines",
    [
        LINES,
        [{"text": "a", "begin_time": 0, "end_time": 2500}, {"text": "b", "begin_time": 2500, "end_time": 5125}],
    ],
    ids=["seconds", "milliseconds"],
)
def test_a_bare_list_of_lines_is_read_with_a_note(lines: Any) -> None:
    """Both readings give the same segments; the units come from the names of the keys."""
    document = ice_results.parse(lines)
    assert [(each.start_ms, each.end_ms) for each in document.transcripts[0].segments] == [(0, 2500), (2500, 5125)]
    assert [track.kind for track in document.transcripts] == ["asr"]
    assert said(document) == ["note: fits asr and tts, read as asr: say --kind tts if it is that"]


def test_a_kind_does_not_break_the_other_files_of_a_folder(here: Path) -> None:
    """Where the shape is another one, the kind is said to be ignored, and the file is read as what it is."""
    (here / "saved").mkdir()
    (here / "saved/lines.json").write_text(json.dumps(LINES))
    (here / "saved/tags.json").write_text(text(smarttag_job(Meta={"title": "Low tide"})))
    result = run("check", "--kind", "asr", "saved")
    assert "kind asr was ignored: this is meta" in result.stdout
    assert (result.exit_code, "error" in result.stdout.replace("0 errors", "")) == (0, False)


# Wrappings


@pytest.mark.parametrize(
    ("wrapped", "note"),
    [
        ({"code": 200, "message": "ok", "data": JOB}, "GetSmartHandleJob under `data`"),
        (f"HTTP/1.1 200 OK\r\nA: b\r\n\r\n{text(JOB)}", "JSON found after 2 lines of HTTP headers"),
        (f"10:00 INFO answer={text(JOB)}", "JSON found between other text, at line 1 column 19"),
        ({"content": f"10:00 INFO answer={text(JOB)}"}, "GetSmartHandleJob under `content`"),
        (repr(JOB), "read as what Python prints, not JSON"),
        (f"INSERT INTO jobs VALUES (7,'{text(JOB)}');", "JSON found between other text, at line 1 column 28"),
        (gzip.compress(f"{{// saved\n{text(JOB)[1:]}".encode()), "comments were passed over"),
    ],
)
def test_a_wrapped_answer_is_not_answered_with_advice_to_save_it(wrapped: Any, note: str) -> None:
    """What was refused with "save the whole response" is read, and the note says where it was."""
    document = ice_results.parse(wrapped)
    assert spoken(document) == SPOKEN
    assert said(document) == [f"note: {note}"]
