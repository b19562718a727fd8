"""An answer in other text is that answer, with a note on where it was; what is none is refused in exact words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import DecodeError, Document, MissingExtra
from ice_results.findings import Problem
from ice_results.reading.texts import literals, relaxed, values_of
from ice_results.records.as_json import document_to_json

from ...answers import LINES, smart_job, smarttag_job
from ...conftest import ROOT
from .wrappings import FORMS_OF_JSON, HEADERS, WRAPPINGS, pretty

SAMPLES = sorted((ROOT / "samples").glob("*.json"))
ANSWER = json.dumps(smart_job(LINES), ensure_ascii=False)
OTHER = json.dumps(smarttag_job(Meta={"title": "Low tide"}))
EVERY_WRAPPING = pytest.mark.parametrize("name", WRAPPINGS)


def note(message: str) -> Problem:
    """A note on how something was found."""
    return Problem(path="", message=message, severity="note")


def messages(document: Document) -> list[str]:
    """The problems of a document, as people read them."""
    return list(map(str, document.problems))


def refusal(text: str | bytes) -> str:
    """What is said of a text that is refused."""
    with pytest.raises(DecodeError) as caught:
        ice_results.parse(text)
    return str(caught.value)


# Wrapped


@EVERY_WRAPPING
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_in_other_text_is_the_sample_with_a_note(sample: Path, name: str) -> None:
    """Everything is read alike, with one note before the others that says where it was."""
    wrap, message = WRAPPINGS[name]
    expected = ice_results.parse(sample.read_text(encoding="utf-8"))
    wrapped = wrap(sample.read_text(encoding="utf-8").strip())
    for source in (wrapped, wrapped.encode(), wrapped.encode("utf-16")):
        found = ice_results.parse(source)
        assert found.problems[0] == note(message)
        found = attrs.evolve(found, problems=found.problems[1:])
        assert found == expected
        assert document_to_json(found) == document_to_json(expected)


NOT_FOUND = {("quoted in a log", "comments")}
"""In escaped text, a comment that begins with brackets looks like JSON that is broken: it is refused."""


@pytest.mark.parametrize("outer", [name for name in WRAPPINGS if name not in FORMS_OF_JSON])
@EVERY_WRAPPING
def test_a_sample_in_text_in_other_text_is_the_sample(name: str, outer: str, every: bool) -> None:
    """What is wrapped twice is read as it is alone; a few of the samples are tried, and all by `pytest --every`."""
    first = (list(WRAPPINGS).index(name) + list(WRAPPINGS).index(outer)) % len(WRAPPINGS)
    for sample in SAMPLES if every else SAMPLES[first :: len(WRAPPINGS)]:
        text = sample.read_text(encoding="utf-8").strip()
        wrapped = WRAPPINGS[outer][0](WRAPPINGS[name][0](text))
        if (outer, name) in NOT_FOUND:
            assert refusal(wrapped)
        else:
            found = ice_results.parse(wrapped)
            assert found.problems
            assert attrs.evolve(found, problems=()) == attrs.evolve(ice_results.parse(text), problems=()), sample


# Several


def documents_in(text: str) -> list[Document]:
    """The documents in a text, without their notes."""
    return [attrs.evolve(each, problems=()) for each in ice_results.parse_all(text)]


@pytest.mark.parametrize(
    "between", ["", " ", "\n", ",\n", "\n\n", ";", "\x1e"], ids=["none", "blank", "line", "comma", "lines", ";", "RS"]
)
@pytest.mark.parametrize("shape", [str, pretty], ids=["compact", "pretty"])
def test_values_in_a_row_are_a_document_each(shape: Any, between: str) -> None:
    """With or without line ends and commas between them, on one line each or on many."""
    expected = [ice_results.parse(ANSWER), ice_results.parse(OTHER), ice_results.parse(ANSWER)]
    text = between.join(map(shape, [ANSWER, OTHER, ANSWER]))
    assert documents_in(text) == [attrs.evolve(each, problems=()) for each in expected]


def test_values_in_a_row_say_where_they_were() -> None:
    """The note of each names its number and its place."""
    first, second = ice_results.parse_all(f"{ANSWER}{pretty(OTHER)}")
    column = len(ANSWER) + 1
    assert messages(first) == ["JSON value 1 of 2 in a row, at line 1 column 1"]
    assert messages(second) == [f"JSON value 2 of 2 in a row, at line 1 column {column}"]


def test_a_log_is_a_document_for_each_answer_in_it() -> None:
    """A torn answer costs only its line, and lines without an answer cost nothing."""
    lines = ["start", f"10:00 {ANSWER}", 'at {x} ["a"]', f"10:01 {ANSWER[:40]}", f"10:02 {OTHER}", "end"]
    first, torn, last = ice_results.parse_all("\n".join(lines))
    assert first.transcripts == ice_results.parse(ANSWER).transcripts
    assert last.title == "Low tide"
    assert messages(torn) == [
        "JSON found between other text, at line 4 column 7",
        "line 4: no valid JSON at line 4 column 47: invalid control character",
    ]


def test_other_json_beside_an_answer_is_passed_over_with_a_note() -> None:
    """The request of a command line is no answer, and no document of its own."""
    text = f'$ aliyun ice GetSmartHandleJob --body \'{{"Region": "cn"}}\'\n{pretty(ANSWER)}\n$ '
    assert messages(ice_results.parse(text)) == [
        "JSON found between other text, at line 2 column 1",
        "other JSON that is no answer of the service was passed over: line 1",
    ]


def test_json_between_text_that_is_no_answer_is_refused() -> None:
    """Where nothing is an answer, each value is said to be none."""
    first, second = ice_results.parse_all('a {"colour": "red"}\nb {"colour": "blue"}')
    assert [each.problems[1].path for each in (first, second)] == ["line 1", "line 2"]
    assert first.problems[1].message.startswith("not recognised: an object with the keys colour")


def test_json_lines_of_rows_are_one_document() -> None:
    """Lines that are rows of a payload are the rows of one list, and a torn one is a problem."""
    rows = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES)
    document = ice_results.parse(f'{rows}\n{{"content": "cut o', kind="asr")
    assert document.transcripts == ice_results.parse(LINES, kind="asr").transcripts
    assert messages(document)[:2] == [
        "2 objects were read as the rows of one list",
        "line 3: no valid JSON at line 1 column 19: unexpected end of data",
    ]


# Broken


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEADERS + ANSWER[:-9], "the JSON at line 5 column 1 is broken at line 5 column {end}: unterminated string"),
        (f"body: {ANSWER[:26]}", "the JSON at line 1 column 7 is broken at line 1 column 28: unterminated string"),
        (pretty(ANSWER).replace('",\n', '"\n', 1), "no valid JSON at line 3 column 3: unexpected character, "),
        (f"[{ANSWER}, {OTHER}", "no valid JSON at line 1 column {all}: unexpected end of data"),
        ("{" + '"a": {"content": "x", "from": 1, "to": 2} "b": 1}', "no valid JSON at line 1 column 44: unexpected "),
    ],
    ids=["HTTP body cut off", "log line cut off", "comma missing", "list cut off", "one line"],
)
def test_broken_json_is_refused_with_its_place(text: str, message: str) -> None:
    """Nothing inside a broken value counts as a value of its own."""
    cut = ANSWER[:-9].rindex('"AiResult": ') + len('"AiResult": ') + 1
    assert refusal(text).startswith(message.format(end=cut, all=len(text) + 1))


# What is no answer


FOREIGN = {
    "SRT": (
        "1\n00:00:01,000 --> 00:00:02,000\nHello\n",
        "an SRT file, not JSON; these are subtitles already: give the answer that the service gave, saved as JSON",
    ),
    "WebVTT": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n",
        "a WebVTT file, not JSON; these are subtitles already: give the answer that the service gave, saved as JSON",
    ),
    "ASS": (
        "[Script Info]\nTitle: x\n",
        "an ASS file, not JSON; these are subtitles already: give the answer that the service gave, saved as JSON",
    ),
    "LRC": (
        "[ti:x]\n[00:01.00]Hello\n",
        "an LRC file, not JSON; these are subtitles already: give the answer that the service gave, saved as JSON",
    ),
    "HTML": ("<!DOCTYPE html>\n<html><body>{}", "an HTML page, not JSON; save what the API answers"),
    "URL": ("https://example.com/a.json?b=c\n", "a URL, not JSON; download what it points to, and give that file"),
    "playlist": (
        "#EXTM3U\n#EXT-X-VERSION:3\n",
        "a playlist of a stream, not JSON; give the answer that the service gave about it, saved as JSON",
    ),
    "Java map": (
        '{RequestId=R-1, JobResult={AiResult=[{"content":"x","from":0,"to":1}]}}',
        "what Java prints of an object, not JSON; save new Gson().toJson(response.getBody())",
    ),
    "Java record": (
        "GetSmartHandleJobResponse(headers={a=b}, body=Body(requestId=R-1))",
        "what Java prints of an object, not JSON; save new Gson().toJson(response.getBody())",
    ),
    "Java object": (
        "com.example.sdk.Response@1b6d3586\n",
        "what Java prints of an object, not JSON; save new Gson().toJson(response.getBody())",
    ),
    "Python object": (
        "<sdk.models.Response object at 0x7f00>",
        'this is what Python prints, not JSON: "<sdk.models.Response object at 0x7f00>"; '
        "save json.dumps(response.body.to_map()) instead of str(response)",
    ),
    "CSV with JSON": (
        'id,result,state\n1,"{""JobId"": ""x""}",done\n',
        "a CSV table with JSON in its column result; save that column as JSON Lines, one answer a line",
    ),
    "CSV": (
        "kind,name,start_ms\nperson,Anna,1000\n",
        "a CSV table, not JSON; give the answer that the service gave about it, saved as JSON",
    ),
    "XML": (
        "<r><a>1</a></r>",
        "an XML document without JSON in it; ask the service for JSON, with Format=JSON",
    ),
    "XML with a DTD": (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "&b;">]><r>&a;</r>',
        "an XML document with a DTD, which is not read; give the JSON in it",
    ),
    "prose": ("The job is done; see the console.", 'no JSON in this text: "The job is done; see the console."'),
    "nothing": (" \n\t", "the file is empty"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_text_that_is_no_answer_is_refused_with_what_it_is(name: str) -> None:
    """The message says what the file is, and what to do."""
    text, message = FOREIGN[name]
    assert refusal(text) == refusal(text.encode()) == message


BINARY = {
    "an MP4 or QuickTime file": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00",
    "a Matroska or WebM file": b"\x1a\x45\xdf\xa3\x9f",
    "a WAV file": b"RIFF\x24\x00\x00\x00WAVEfmt ",
    "an AVI file": b"RIFF\x24\x00\x00\x00AVI LIST",
    "an MP3 file": b"ID3\x04\x00",
    "an MPEG transport stream": (b"\x47" + bytes(187)) * 2,
    "a PNG picture": b"\x89PNG\r\n\x1a\n\x00",
    "a JPEG picture": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "a PDF file": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a zip archive, or a document of Word or Excel": b"PK\x03\x04\x14\x00",
    "a Parquet file": b"PAR1\x15\x04",
    "an SQLite database": b"SQLite format 3\x00\x10\x00",
}


@pytest.mark.parametrize("what", BINARY)
def test_a_binary_file_is_refused_by_its_first_bytes(what: str) -> None:
    """Video, audio, pictures, documents: each is named, however it would read as text."""
    assert refusal(BINARY[what]).startswith(f"{what}, not JSON; ")


# JSON5


def test_keys_without_quotes_are_read_with_the_extra() -> None:
    """JSON5 is read by a library, with a note."""
    pytest.importorskip("json5")
    text = ANSWER.replace('"RequestId"', "RequestId").replace('"JobId": "J-1"', "JobId: 'J-1'")
    document = ice_results.parse(text)
    assert document.transcripts == ice_results.parse(ANSWER).transcripts
    assert messages(document) == ["read as JSON5: keys without quotes"]


def test_keys_without_quotes_without_the_extra_name_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "json5", None)
    with pytest.raises(MissingExtra) as caught:
        ice_results.parse("{JobId: 'J-1'}")
    assert str(caught.value) == "keys without quotes need json5: pip install 'ice-results[json5]'"


def test_json5_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is slow: longer text is refused before it begins."""
    monkeypatch.setattr(relaxed, "MAX_JSON5", 10)
    message = "keys without quotes, in 14 characters, more than the 10 that we read; save it as JSON"
    assert refusal("{JobId: 'J-1'}") == message


# Bounds


def test_what_python_prints_is_bounded_and_never_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only literals are read, and no more of them than memory allows."""
    assert refusal("{'a': print('x')}").startswith("this is what Python prints, not JSON: ")
    assert refusal("{'a': {1, 2}}").startswith("this is what Python prints, not JSON: ")
    assert refusal("{'a': b'x'}").startswith("this is what Python prints, not JSON: ")
    monkeypatch.setattr(literals, "MAX_LITERAL", 10)
    assert refusal(repr({"JobId": None})).startswith("this is what Python prints, not JSON: ")


MANY = 200_000
HOSTILE: Sequence[str] = (
    " " * MANY + "x",
    "[" * MANY,
    "{" * MANY,
    '{"' * (MANY // 2),
    '[{"' * (MANY // 3),
    '{"a":' * (MANY // 5),
    '{"a":[' * (MANY // 6) + "\n" + '{"a":1}',
    '{"a":1,\n' * (MANY // 8),
    '["' * (MANY // 2),
    '["a\n' * (MANY // 4),
    '["a\t\n' * (MANY // 5),
    '"{\\"' * (MANY // 4),
    "{'" * (MANY // 2),
    "('" * (MANY // 2),
    "/*" * (MANY // 2),
    "{" + "//\n" * (MANY // 3),
    '{"' + '\\"' * (MANY // 2),
    "{a:" * (MANY // 3),
    "<a>" * (MANY // 3),
    "<" * MANY,
    "`" * MANY,
    "```\n" * (MANY // 4) + '{"a": 1}',
    "HTTP/1.1\n" * (MANY // 9) + '{"a": 1}',
    "a(" * (MANY // 2),
    "A" * MANY,
    "A" * MANY + "==",
    ",\n" * (MANY // 2),
    '"a",' * (MANY // 4),
    "1\n" * (MANY // 2),
    '{"a": 1} ' * (MANY // 9),
    'x {"a": 1} ' * (MANY // 11),
    "\\" * MANY,
    '\\"' * (MANY // 2),
    "-" * MANY,
    "\x1b" * MANY,
    "\ufeff" * (MANY // 3),
)
"""Many characters of what could make one of the forms look at everything again and again."""


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
def test_many_hostile_characters_are_read_or_refused(text: str) -> None:
    """Whatever a text begins and never ends, it is done with in one go."""
    assert outcome(text)
    assert outcome(text[: MANY // 10].encode())


@given(st.text("{}[]\"',:\\ \n\t/*<>a1=()`-", max_size=40))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    """However brackets, quotes and comments are mixed: values, or one of our errors."""
    assert outcome(text)


def outcome(source: str | bytes) -> object:
    """The values in a text, or why there are none."""
    try:
        return list(values_of(source))
    except (DecodeError, MissingExtra) as error:
        return str(error)
