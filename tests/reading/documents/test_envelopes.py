"""However an answer is wrapped, packed and encoded, it is the answer; what is none is refused in exact words."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.reading import documents
from ice_results.reading.payloads import READERS
from ice_results.records import Activity, Document, Job, Segment, Transcript
from ice_results.records.as_json import document_to_json

from ...answers import LINES, smart_job, smarttag_job
from ..mutations import CASES, DOCUMENTS, bare, closed, opened, quoted, recased, text_of

Wrap = Callable[[Any], dict[str, Any]]

LINES_READ = Transcript(
    kind="asr",
    source="ASR",
    segments=(
        Segment(start_ms=0, end_ms=2500, text="大家好，欢迎来到云岭小学。"),
        Segment(start_ms=2500, end_ms=5125, text="Today we plant forty trees."),
    ),
)
BODIES: Mapping[str, Any] = {
    name: closed(tree) for name, tree in DOCUMENTS.items() if "MessageBody" not in tree and "body" not in tree
}
"""Every bare answer of the samples and pages."""

JOB = smart_job(LINES)
OTHER = smarttag_job(Meta={"title": "Low tide"})
NOTICE = {"Type": "smarttag", "JobId": "J-3", "State": "Fail"}


def sdk(body: Any) -> dict[str, Any]:
    """What `response.to_map()` of the official SDK gives."""
    return {"headers": {"etag": None}, "statusCode": 200, "body": body}


def web(body: Any) -> dict[str, Any]:
    """What the web demo saves."""
    return {"status": 200, "data": body}


def callback(body: Any) -> dict[str, Any]:
    """What the service sends to a callback."""
    return {"EventType": "Complete", "UserId": 77, "EventTime": "2031-01-01T00:00:00Z", "MessageBody": body}


def as_text(wrap: Wrap, *levels: Callable[[str], str]) -> Wrap:
    """The same envelope with its content as JSON text, escaped once more for each level."""

    def wrapped(body: Any) -> dict[str, Any]:
        text = text_of(body)
        for level in levels:
            text = level(text)
        return wrap(text)

    return wrapped


ENVELOPES: Mapping[str, Wrap] = {
    "SDK": sdk,
    "SDK, body as text": as_text(sdk),
    "web": web,
    "web, data as text": as_text(web),
    "web, status as text": lambda body: {"status": "200", "data": body},
    "callback": callback,
    "callback, text": as_text(callback),
    "callback, text escaped twice": as_text(callback, quoted),
    "callback, text escaped without quotes": as_text(callback, bare),
    "callback, text ending in white space": lambda body: callback(f"{text_of(body)}\t\n"),
}
EVERY_ENVELOPE = pytest.mark.parametrize("wrap", [pytest.param(wrap, id=name) for name, wrap in ENVELOPES.items()])


def in_case(wrap: Wrap, case: str) -> Wrap:
    """The envelope with its own keys in another case."""

    def wrapped(body: Any) -> dict[str, Any]:
        return {CASES[case](key): value for key, value in wrap(body).items()}

    return wrapped


def content(document: Document) -> Document:
    """What was read, without the problems, whose paths begin with those of the envelopes."""
    return attrs.evolve(document, problems=())


def same_in(wrap: Wrap, body: Any) -> bool:
    """Whether an answer is read alike in an envelope, its problems further down, and all else about it kept."""
    alone, wrapped = ice_results.parse(body), ice_results.parse(wrap(body))
    problems = [(each.message, each.severity, each.found) for each in alone.problems]
    paths = zip(wrapped.problems, alone.problems, strict=True)
    return (
        content(wrapped) == content(alone)
        and [(each.message, each.severity, each.found) for each in wrapped.problems] == problems
        and all(ours.path.endswith(theirs.path) for ours, theirs in paths)
        and dict(wrapped.extra).items() >= dict(alone.extra).items()
    )


# Wrapping


@EVERY_ENVELOPE
@pytest.mark.parametrize("case", ["as it is", *CASES])
def test_an_answer_in_an_envelope_is_that_answer(wrap: Wrap, case: str) -> None:
    """Every answer is read alike in every envelope, whatever the case of the envelope's keys."""
    wrap = wrap if case == "as it is" else in_case(wrap, case)
    assert [name for name, body in BODIES.items() if not same_in(wrap, body)] == []


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("body", [JOB, OTHER, NOTICE], ids=["smart job", "tagging job", "notice"])
def test_envelopes_may_stand_in_each_other(body: Any, count: int) -> None:
    """Two or three envelopes around each other, in any order and each in any of its forms, change nothing."""
    names = product(ENVELOPES, repeat=count)
    assert [each for each in names if not same_in(partial(nested, each), body)] == []


def nested(names: tuple[str, ...], body: Any) -> Any:
    """An answer in these envelopes, the first one innermost."""
    for name in names:
        body = ENVELOPES[name](body)
    return body


@pytest.mark.parametrize("case", CASES)
def test_a_dump_of_attributes_is_the_answer(case: str) -> None:
    """An SDK object dumped with all its attributes, nulls kept and keys in any case, is the answer without them."""
    tree = opened(sdk({**JOB, "Output": None, "ErrorCode": None, "JobResult": {**JOB["JobResult"], "Usage": None}}))
    dump = ice_results.parse(closed(recased(tree, CASES[case])))
    assert content(dump) == content(ice_results.parse(JOB))
    assert dump.transcripts == (LINES_READ,)
    assert dump.problems == ()


def test_what_stands_in_an_envelope_is_kept() -> None:
    """The envelope's own keys are in `extra` of the document."""
    assert ice_results.parse(sdk(OTHER)).extra == {"headers": {"etag": None}, "statusCode": 200}
    assert ice_results.parse(web(OTHER)).extra == {"status": 200}
    assert ice_results.parse(callback(OTHER)).extra == {
        "EventType": "Complete",
        "UserId": 77,
        "EventTime": "2031-01-01T00:00:00Z",
    }


def test_what_stands_in_two_envelopes_under_one_key_is_kept() -> None:
    """A key that several envelopes have, or the envelope and the answer, is lost in none of them."""
    inner = {**web({"SmartJobList": [], "RequestId": "of the answer"}), "RequestId": "of the inner envelope"}
    document = ice_results.parse({**web(inner), "status": 201, "RequestId": "of the outer envelope"})
    kept = list(document.extra.values())
    assert [
        each for each in ("of the answer", "of the inner envelope", "of the outer envelope") if each not in kept
    ] == []
    assert {200, 201} <= {each for each in kept if isinstance(each, int)}


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"JobId": "J", "State": "Finished", "status": 200, "data": {"Results": []}}, id="status and data"),
        pytest.param({"JobId": "J", "State": "Finished", "body": {"Results": []}}, id="body without a status code"),
        pytest.param({"JobId": "J", "State": "Finished", "MessageBody": "over and out"}, id="message in words"),
        pytest.param({"JobId": "J", "State": "Finished", "statusCode": 200, "body": [1]}, id="body that is a list"),
    ],
)
def test_what_only_looks_like_an_envelope_is_none(answer: dict[str, Any]) -> None:
    """A job with keys like those of an envelope stays that job, and keeps them."""
    (job,) = ice_results.parse(answer).jobs
    assert (job.operation, job.id, job.state) == ("GetSmartHandleJob", "J", "succeeded")
    assert job.extra == {key: value for key, value in answer.items() if key not in ("JobId", "State")}


@pytest.mark.parametrize("wrap", [callback, as_text(callback), lambda body: body], ids=["object", "text", "alone"])
@pytest.mark.parametrize("case", CASES)
def test_the_message_that_a_workflow_is_complete_is_its_task(wrap: Callable[[Any], Any], case: str) -> None:
    """The callback of a workflow holds the task itself, its nodes as an object and not as text."""
    node = {"ActivityId": "start", "Status": "Succeed", "Result": {"Media": "m-1"}}
    tree = {"TaskId": "T", "Status": "Succeed", "ActivityResults": {"Begin": node}, "MediaId": "m-1"}
    document = ice_results.parse(wrap(closed(recased(tree, CASES[case]))))
    assert document.jobs == (
        Job(operation="GetJobDetail", id="T", type="workflow", state="succeeded", raw_state="Succeed", media_id="m-1"),
    )
    assert document.activities == (
        Activity(node="Begin", activity="start", state="succeeded", raw_state="Succeed", result={"Media": "m-1"}),
    )


@pytest.mark.parametrize("case", CASES)
def test_the_message_that_tags_are_complete_holds_them(case: str) -> None:
    """The callback of a tag job of the older service has the tags in `Data`, as text or as an object."""
    tags = {"Keyword": [{"Tag": "quay", "Times": ["3260", "4100"]}]}
    for data in (tags, text_of(tags)):
        tree = opened(callback({"MediaId": "m", "Status": "success", "Code": "Success", "Data": data}))
        document = ice_results.parse(closed(recased(tree, CASES[case])))
        assert [(tag.kind, tag.name, [each.start_ms for each in tag.occurrences]) for tag in document.tags] == [
            ("keyword", "quay", [3260, 4100])
        ]
        assert [(job.media_id, job.state) for job in document.jobs] == [("m", "succeeded")]
        assert document.problems == ()


@pytest.mark.parametrize("case", CASES)
def test_a_status_notice_of_a_tagging_job_is_recognised_by_its_type(case: str) -> None:
    """`Type` with the word smarttag makes a notice, also where keys come in two cases at once."""
    notice = {**recased(NOTICE, CASES[case]), "jobId": "J-3"}
    document = ice_results.parse(notice)
    assert document.jobs == (
        Job(operation="QuerySmarttagJob", id="J-3", type="smarttag", state="failed", raw_state="Fail"),
    )
    assert document.jobs[0].extra == {}
    assert "a status message holds no results: query the job" in [problem.message for problem in document.problems]


def test_a_page_of_jobs_has_its_counts_as_text() -> None:
    """ListSmartJobs: the jobs, the counts as they came, and a note that the results have to be queried."""
    page = {"SmartJobList": [{"JobId": "a"}, {"JobId": "b"}], "NextToken": "n", "MaxResults": "2", "TotalCount": "9"}
    document = ice_results.parse(page)
    assert [job.id for job in document.jobs] == ["a", "b"]
    assert document.extra == {"NextToken": "n", "MaxResults": "2", "TotalCount": "9"}
    assert [(each.severity, each.message) for each in document.problems] == [
        ("note", "a list of jobs holds no results: query each job")
    ]


# Several documents in one text


WRAPPED = [JOB, callback(OTHER), sdk(text_of(NOTICE)), OTHER]
EXPECTED = [ice_results.parse(each) for each in WRAPPED]


def lines_of(values: list[Any], end: str = "\n") -> str:
    """JSON Lines."""
    return "".join(text_of(value) + end for value in values)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(lines_of(WRAPPED), id="JSON Lines"),
        pytest.param(lines_of(WRAPPED).rstrip(), id="JSON Lines without the last line end"),
        pytest.param(lines_of(WRAPPED, "\r\n"), id="JSON Lines with CRLF"),
        pytest.param(lines_of(WRAPPED, "\n \n\n"), id="JSON Lines with blank lines"),
        pytest.param("\ufeff" + lines_of(WRAPPED), id="JSON Lines with a mark"),
        pytest.param(lines_of(WRAPPED).encode(), id="JSON Lines in bytes"),
        pytest.param(bytearray(lines_of(WRAPPED).encode("utf-8-sig")), id="JSON Lines in bytes with a mark"),
        pytest.param(lines_of(WRAPPED).encode("utf-16"), id="JSON Lines in UTF-16"),
        pytest.param(gzip.compress(lines_of(WRAPPED).encode()), id="JSON Lines in gzip"),
        pytest.param(lines_of([text_of(each) for each in WRAPPED]), id="JSON Lines, each escaped once more"),
        pytest.param(text_of(WRAPPED), id="array"),
        pytest.param(json.dumps(WRAPPED, indent=2), id="array on several lines"),
        pytest.param(WRAPPED, id="decoded list"),
        pytest.param(tuple(WRAPPED), id="decoded tuple"),
        pytest.param(quoted(text_of(WRAPPED)), id="array escaped once more"),
        pytest.param(bare(text_of(WRAPPED)), id="array escaped without quotes"),
        pytest.param([None, *WRAPPED, None], id="array with nulls"),
        pytest.param([text_of(each) for each in WRAPPED], id="array of escaped answers"),
        pytest.param(gzip.compress(text_of(WRAPPED).encode("utf-16")), id="array in UTF-16 in gzip"),
    ],
)
def test_every_answer_of_several_is_a_document(source: Any) -> None:
    """JSON Lines and arrays, in whatever form, give each of their answers as if it had come alone."""
    documents = list(ice_results.parse_all(source))
    assert list(map(content, documents)) == list(map(content, EXPECTED))
    assert [each.extra for each in documents] == [each.extra for each in EXPECTED]


def test_several_answers_are_more_than_parse_gives() -> None:
    """`parse` gives one document and refuses several, whichever way they are put together."""
    for source in (WRAPPED, lines_of(WRAPPED), text_of(WRAPPED).encode()):
        with pytest.raises(ice_results.UnrecognisedDocument) as caught:
            ice_results.parse(source)
        assert str(caught.value) == "a text of 4 documents: read them with parse_all"
    assert content(ice_results.parse([JOB])) == content(ice_results.parse(JOB))


@pytest.mark.parametrize("line", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"], ids=["LF", "CRLF", "blank lines between"])
@pytest.mark.parametrize("as_bytes", [False, True], ids=["text", "bytes"])
def test_a_broken_line_is_one_document_with_one_problem(line: int, end: str, as_bytes: bool) -> None:
    """In JSON Lines a line that is no JSON costs only itself, wherever it stands, and is named by its number."""
    lines = [text_of(each) for each in WRAPPED]
    lines.insert(line - 1, '{"JobId": "cut o')
    text = end.join(lines)
    documents = list(ice_results.parse_all(text.encode() if as_bytes else text))
    broken = documents.pop(line - 1)
    assert documents == EXPECTED
    (problem,) = broken.problems
    number = 2 * line - 1 if end == "\n\n" else line
    assert (problem.path, problem.severity) == (f"line {number}", "error")
    assert problem.message.startswith("no valid JSON at line 1 column ")
    assert attrs.evolve(broken, problems=()) == Document()


def test_a_line_or_item_that_is_not_recognised_is_one_document_with_one_problem() -> None:
    """What is readable and no answer costs only itself, in JSON Lines as in an array."""
    message = (
        "not recognised: an object with the keys colour; save the whole response of GetSmartHandleJob, "
        "ListSmartJobs, QuerySmarttagJob or GetJobDetail, or one payload of it"
    )
    values = [JOB, {"colour": "red"}, OTHER]
    for source, place in ((lines_of(values), "line 2"), (values, "[1]"), (text_of(values), "[1]")):
        first, odd, last = ice_results.parse_all(source)
        assert odd == Document(problems=(Problem(path=place, message=message),))
        assert (first, last) == (ice_results.parse(JOB), ice_results.parse(OTHER))


def test_strict_stops_at_a_broken_line_and_not_before() -> None:
    """With `strict=True` the documents before a broken line are given, then its error is raised."""
    documents = ice_results.parse_all(f"{text_of(JOB)}\n{{broken\n{text_of(OTHER)}", strict=True)
    assert next(documents) == ice_results.parse(JOB)
    with pytest.raises(ice_results.DecodeError, match=r"^no valid JSON at line 1 column \d+: "):
        next(documents)


def test_a_name_is_the_source_of_every_document() -> None:
    """`name` becomes the `source` of each document, of one that could not be read too."""
    for source in (JOB, WRAPPED, f"{text_of(JOB)}\n{{broken\n"):
        names = {each.source for each in ice_results.parse_all(source, name="talk.json")}
        assert names == {"talk.json"}


# Encodings and files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview], ids=["bytes", "bytearray", "memoryview"])
def test_every_encoding_of_a_file_gives_the_same_document(
    encoding: str, pack: Callable[[bytes], bytes], kind: Callable[[bytes], Any]
) -> None:
    """UTF-8, UTF-16 and UTF-32, with a mark or without, gzip around it or not, in any kind of bytes."""
    document = ice_results.parse(kind(pack(text_of(callback(JOB)).encode(encoding))))
    assert document.transcripts == (LINES_READ,)
    assert document.problems == ()


FILES: Mapping[str, bytes] = {
    "a.json": text_of(JOB).encode("utf-16"),
    "deep/b.jsonl": lines_of([callback(OTHER), NOTICE]).encode("utf-8-sig"),
    "deep/er/c.JSON.GZ": gzip.compress(text_of(sdk(text_of(OTHER))).encode()),
    "d.ndjson": text_of([NOTICE, JOB]).encode(),
    "readme.txt": b"no answer",
    "notes.json.bak": b"no answer either",
}
IN_ORDER = [
    ("a.json", [JOB]),
    ("d.ndjson", [NOTICE, JOB]),
    ("deep/b.jsonl", [callback(OTHER), NOTICE]),
    ("deep/er/c.JSON.GZ", [OTHER]),
]


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """A zip archive with folders of its own."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("deep")
        for name, data in files.items():
            archive.writestr(name, data)


def write_tar(mode: str) -> Callable[[Path, Mapping[str, bytes]], None]:
    """A tar archive with this compression."""

    def write(path: Path, files: Mapping[str, bytes]) -> None:
        with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
            folder = tarfile.TarInfo("deep")
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))

    return write


ARCHIVES = pytest.mark.parametrize(
    ("name", "write"),
    [
        pytest.param("saved.zip", write_zip, id="zip"),
        pytest.param("saved.tar", write_tar("w"), id="tar"),
        pytest.param("saved.tgz", write_tar("w:gz"), id="tar.gz"),
        pytest.param("saved.tar.bz2", write_tar("w:bz2"), id="tar.bz2"),
        pytest.param("saved.tar.xz", write_tar("w:xz"), id="tar.xz"),
        pytest.param("saved.json", write_zip, id="zip by another name"),
        pytest.param("saved", write_tar("w:gz"), id="tar.gz without a suffix"),
    ],
)


@ARCHIVES
def test_every_answer_of_an_archive_is_a_document(
    tmp_path: Path, name: str, write: Callable[[Path, Mapping[str, bytes]], None]
) -> None:
    """The JSON files of an archive, at any depth and each in its own form, in the order of their names."""
    path = tmp_path / name
    write(path, FILES)
    documents = list(ice_results.load_all(path))
    expected = [(f"{path}:{member}", ice_results.parse(value)) for member, values in IN_ORDER for value in values]
    assert [(each.source, each.transcripts, each.title, each.jobs) for each in documents] == [
        (source, each.transcripts, each.title, each.jobs) for source, each in expected
    ]


@ARCHIVES
def test_an_archive_of_one_answer_can_be_loaded(
    tmp_path: Path, name: str, write: Callable[[Path, Mapping[str, bytes]], None]
) -> None:
    """`load` takes an archive with a single answer, and refuses one with several or none."""
    path = tmp_path / name
    write(path, {"a.json": FILES["a.json"]})
    assert ice_results.load(path).transcripts == (LINES_READ,)
    write(path, FILES)
    with pytest.raises(ice_results.UnrecognisedDocument) as several:
        ice_results.load(path)
    assert str(several.value) == "a file of several documents: read them with load_all"
    write(path, {"readme.txt": b"no answer"})
    with pytest.raises(FileNotFoundError) as none:
        ice_results.load(path)
    assert (none.value.strerror, none.value.filename) == ("no .json or .jsonl file in this archive", str(path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", text_of(JOB).encode()),
        ("a.json.gz", gzip.compress(text_of(JOB).encode())),
        ("a.json", gzip.compress(text_of(JOB).encode())),
        ("a.gz", text_of(JOB).encode()),
        ("answer", text_of(JOB).encode("utf-16")),
        ("a.jsonl", lines_of([JOB]).encode()),
        ("a.json", b"\xef\xbb\xbf" + quoted(text_of(JOB)).encode()),
    ],
)
def test_the_content_of_a_file_counts_and_not_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    """A file is read by what is in it; its path is the `source` of the document."""
    path = tmp_path / name
    path.write_bytes(data)
    document = ice_results.load(path)
    assert (document.transcripts, document.source) == ((LINES_READ,), str(path))


# Bare payloads


def _row(**more: Any) -> dict[str, Any]:
    return {"id": 1, "start": 0, "end": 900, "text": "Close the gates.", **more}


TRANSCRIPTION = {"paragraphs": [{"paragraphId": "p", "words": [_row(sentenceId=1)]}]}
TRANSLATION = {
    "paragraphs": [{"paragraphId": "p", "sentences": [{"sentenceId": 1, "start": 0, "end": 9, "text": "x"}]}]
}
CHAPTERS = [{"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Pumps."}]
SUMMARY = {"paragraphSummary": "Locks are repaired.", "paragraphTitle": "Locks"}
MEETING = {"keywords": ["seal"], "keySentences": [_row()], "actions": []}
CORNERS = {"leftTop": [1, 2], "rightBottom": [3, 4]}
SEEN = {"score": 0.5, "from": 0, "to": 1}
LABELS = [{"labelLevel1": "A", "labelLevel2": "B", "label": "C", "detailInfo": [{"startTime": 0, "endTime": 1}]}]

BARE: tuple[tuple[str, Any], ...] = (
    ("asr", {"details": LINES}),
    ("tts", [{"text": "Good evening.", "begin_time": 0, "end_time": 846}]),
    ("avatar", {"outputVideoUrl": "https://v.invalid/a.mp4", "subtitleClips": text_of(LINES)}),
    ("texts", ["A quiet street.", "A loud one."]),
    ("video_translation", {"DetextVideoURL": "https://v.invalid/c.mp4"}),
    ("video_translation", {"VideoTranslationAiResultMap": {"fr": {"MediaURL": "https://v.invalid/fr.mp4"}}}),
    ("nlp", {"transcription": TRANSCRIPTION, "autoChapters": CHAPTERS}),
    ("nlp", {"transcription": {"transcription": TRANSCRIPTION}}),
    ("nlp", {"translation": text_of(TRANSLATION), "summarization": SUMMARY, "meetingAssistance": "null"}),
    ("nlp", {"TaskId": "t", "Transcription": TRANSCRIPTION}),
    ("nlp", {"TaskId": "t", "Translation": TRANSLATION}),
    ("nlp", {"TaskId": "t", "AutoChapters": CHAPTERS}),
    ("nlp", {"TaskId": "t", "Summarization": SUMMARY}),
    ("nlp", {"TaskId": "t", "MeetingAssistance": MEETING}),
    ("transcription", TRANSCRIPTION),
    ("translation", TRANSLATION),
    ("chapters", CHAPTERS),
    ("summary", SUMMARY),
    ("summary", {"mindMapSummary": [{"title": "Canal", "topic": []}]}),
    ("meeting", MEETING),
    ("ocr", {"details": [{"timestamp": 1, "info": [{"content": "EXIT", "position": CORNERS, "score": 0.5}]}]}),
    ("ocr", [{"timestamp": 1, "info": [{"content": "EXIT"}]}]),
    ("video_label", {"persons": [{"name": "Ottilie", "category": "celebrity", "ratio": 0.5, "occurrences": [SEEN]}]}),
    ("video_label", {"tags": [{"mainTagName": "A", "subTagName": "B", "occurrences": [SEEN]}]}),
    ("video_label", {"classifications": [{"score": 0.5, "category1": "A", "category2": "B"}]}),
    ("image_label", {"persons": [{"name": "Caspar", "score": 0.5, "position": CORNERS}], "tags": []}),
    ("image_label", {"tags": [{"mainTagName": "A", "subTagName": "B", "score": 0.5}]}),
    ("text_label", {"tags": [{"name": "Region", "value": "Fen,Marsh"}]}),
    *(("cpv_label", {name: LABELS}) for name in ("cates", "entities", "hotwords", "freeTags")),
    ("meta", {"title": "Low tide"}),
    ("subtitle", {"details": {"chResultUrl": "https://s.invalid/zh.txt"}}),
    ("subtitle", {"details": [{"allResultUrl": "https://s.invalid/all.txt"}]}),
    ("original_asr", {"OrigASRData": {"AsrTextList": [{"StartTime": 0, "EndTime": 9, "Text": "x"}]}}),
    ("original_asr", [{"StartTime": 0, "EndTime": 9, "Text": "x"}]),
    *(("video_tag", {name: [{"Tag": "quay", "Times": ["1"]}]}) for name in ("Keyword", "Person", "Time")),
    ("media_chapters", [{"chapterId": 1, "chapterTitle": "Pumps", "startTime": 0, "endTime": 9, "summary": "x"}]),
    ("search_index", {"AsrInfo": [{"From": 0, "To": 1, "Content": "x"}]}),
    ("search_index", {"OcrInfo": [{"From": 0, "To": 1, "Timestamp": 0, "Content": "x"}]}),
    ("process", [{"name": "asr", "result": [{"content": {"data": [{"startTime": 0, "endTime": 1, "text": "x"}]}}]}]),
    ("activities", {"Begin": {"ActivityId": "start", "Status": "Succeed", "Result": "{}"}}),
)
EVERY_PAYLOAD = pytest.mark.parametrize(
    ("kind", "payload"), [pytest.param(kind, value, id=f"{kind} {text_of(value)[:30]}") for kind, value in BARE]
)


def test_there_is_a_bare_payload_of_every_kind() -> None:
    """No kind of payload is left out below."""
    assert {kind for kind, _ in BARE} == {reader.kind for reader in READERS}


@EVERY_PAYLOAD
def test_a_payload_that_was_saved_on_its_own_is_recognised(kind: str, payload: Any) -> None:
    """What only one kind looks like is read as that, without a job, the same as where the kind is given."""
    document = ice_results.parse(payload)
    assert content(document) != Document()
    assert document.problems == ()
    assert document == ice_results.parse(payload, kind=kind)


@pytest.mark.parametrize("case", CASES)
@EVERY_PAYLOAD
def test_a_bare_payload_is_recognised_in_every_key_case(kind: str, payload: Any, case: str) -> None:
    """The case of its keys does not decide which kind a payload is."""
    document = ice_results.parse(closed(recased(opened(payload), CASES[case])))
    assert [type(each) for each in values_of(document)] == [
        type(each) for each in values_of(ice_results.parse(payload))
    ]
    assert document.problems == ()


def values_of(document: Document) -> list[Any]:
    """The records of a document, the title and the notes among them."""
    joined = [document.transcripts, document.tags, document.frames, document.chapters, document.activities]
    return [
        *(each for items in joined for each in items),
        *document.links,
        *document.texts,
        document.notes,
        document.title,
    ]


@EVERY_PAYLOAD
def test_a_bare_payload_is_the_same_escaped_and_encoded(kind: str, payload: Any) -> None:
    """As text, escaped once or twice more, with a mark, or in UTF-16: a payload is what it is."""
    text = text_of(payload)
    expected = content(ice_results.parse(payload))
    for source in (
        text,
        quoted(text),
        quoted(quoted(text)),
        bare(quoted(text)),
        "\ufeff" + text,
        text.encode("utf-16"),
    ):
        assert content(ice_results.parse(source)) == expected


@EVERY_PAYLOAD
def test_a_payload_in_an_answer_is_read_like_the_payload_alone(kind: str, payload: Any) -> None:
    """Under an unknown type, or none, what is in `Data` is told by its shape, as when it was saved on its own."""
    alone = ice_results.parse(payload)
    for result in ({"Type": "BrandNew", "Data": text_of(payload)}, {"Data": payload}):
        document = ice_results.parse({"JobStatus": "Success", "Results": {"Result": [result]}})
        assert values_of(document) == values_of(alone)


@pytest.mark.parametrize("given", ["asr", "ASR", "Asr"])
def test_a_kind_is_given_in_any_case(given: str) -> None:
    """A kind may be spelt as ours or as the service's word."""
    assert ice_results.parse(LINES, kind=given).transcripts == (LINES_READ,)


def test_a_kind_decides_between_two() -> None:
    """Lines in seconds are speech recognition or text-to-speech: the one that the caller says."""
    spoken = attrs.evolve(LINES_READ, kind="tts", source="TextToSpeech")
    for kind in ("tts", "TextToSpeech", "text_to_speech"):
        assert ice_results.parse(LINES, kind=kind) == Document(transcripts=(spoken,))
    assert [each.transcripts for each in ice_results.parse_all(text_of(LINES), kind="tts")] == [(spoken,)]


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        pytest.param(
            LINES,
            'a list of 2 fits several kinds (asr, tts): say which, with --kind asr or parse(..., kind="asr")',
            id="lines in seconds",
        ),
        pytest.param(
            text_of(LINES),
            'a list of 2 fits several kinds (asr, tts): say which, with --kind asr or parse(..., kind="asr")',
            id="lines in seconds as text",
        ),
        pytest.param(
            {"tags": [{"mainTagName": "Garden", "subTagName": "Rain barrel"}]},
            "an object with the keys tags fits several kinds (video_label, image_label): say which, "
            'with --kind video_label or parse(..., kind="video_label")',
            id="tags without times and scores",
        ),
    ],
)
def test_a_payload_of_two_kinds_is_refused_with_both(payload: Any, message: str) -> None:
    """Where two kinds fit, the error names both and says how to choose."""
    with pytest.raises(ice_results.UnrecognisedDocument) as caught:
        ice_results.parse(payload)
    assert str(caught.value) == message


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do() -> None:
    """An unknown kind is an error that names every kind."""
    with pytest.raises(ice_results.UnknownName) as caught:
        ice_results.parse(LINES, kind="speech")
    known = ", ".join(reader.kind for reader in READERS)
    assert str(caught.value) == f"unknown kind 'speech'; known: {known}"


OF_NO_KIND = [{"colour": 5, "shade": {"of": "blue"}}]
EVERY_KIND = pytest.mark.parametrize("kind", [reader.kind for reader in READERS])


@EVERY_KIND
def test_a_payload_that_is_not_of_the_kind_given_is_kept(kind: str) -> None:
    """A value that has nothing of the kind that the caller names stays in the document."""
    assert "blue" in text_of(document_to_json(ice_results.parse(OF_NO_KIND, kind=kind)))


@EVERY_KIND
def test_a_payload_that_is_not_of_the_kind_given_is_listed(kind: str) -> None:
    """A value that has nothing of the kind that the caller names is an error in the document, never silence."""
    assert "error" in [problem.severity for problem in ice_results.parse(OF_NO_KIND, kind=kind).problems]


# What is no answer


_SAVE = (
    "save the whole response of GetSmartHandleJob, ListSmartJobs, QuerySmarttagJob or GetJobDetail, "
    "or one payload of it"
)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({}, "an empty object"),
        ([], "an empty list"),
        (None, "null"),
        (True, "true"),
        (5, "5"),
        (1.5, "1.5"),
        ({"colour": "red", "shade": 1}, "an object with the keys colour, shade"),
        ([{"colour": "red"}], "a list of 1"),
        ([1, 2, 3], "a list of 3"),
        ({"RequestId": "R-1"}, "an object with the keys RequestId"),
        ({"status": 200, "data": {}}, "an empty object"),
        ({"statusCode": 200, "body": {"a": 1}}, "an object with the keys a"),
        ({"status": 200, "data": [1]}, "an object with the keys status, data"),
        ({"EventType": "x", "MessageBody": "in words"}, "an object with the keys EventType, MessageBody"),
        ({"EventType": "x", "MessageBody": None}, "an object with the keys EventType, MessageBody"),
    ],
)
def test_what_is_no_answer_is_refused_with_what_it_is(value: Any, found: str) -> None:
    """Readable JSON that is no answer is described, with what to save instead, as text and decoded alike."""
    for source in (value, text_of(value), text_of(value).encode("utf-16")):
        with pytest.raises(ice_results.UnrecognisedDocument) as caught:
            ice_results.parse(source)
        assert str(caught.value) == f"not recognised: {found}; {_SAVE}"


def test_rows_of_a_payload_are_not_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand rows with the same keys one is tried as an answer; an answer behind them is still found."""
    tried: list[Any] = []
    is_document = documents._is_document

    def counted(value: Any) -> bool:
        tried.append(value)
        return is_document(value)

    monkeypatch.setattr(documents, "_is_document", counted)
    rows = [{"content": "早。", "from": second, "to": second + 1} for second in range(1000)]
    assert len(ice_results.parse(rows, kind="asr").transcripts[0].segments) == 1000
    assert len(tried) == 1
    answer = {"JobId": "J", "State": "Executing"}
    assert [document.job is not None for document in ice_results.parse_all([*rows[:2], answer], kind="asr")][-1]
