"""Wherever an answer was put, it is found there, and a note says where."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import pytest

import ice_results
from ice_results.reading.documents.wrapping import MAX_SEARCHED, MAX_SEARCHED_DEPTH
from ice_results.reading.escaping import at, decoded, whole
from ice_results.records import Document

from ...answers import LINES, smart_job, smarttag_job
from ..mutations import ARROW, DOCUMENTS, Place, bare, closed, quoted, text_of
from ..texts import wrappings as texts
from .wrapped import JOB, LINES_READ, NOTICE, OTHER, content, place_of, without_place


@attrs.frozen
class Wrapping:
    """What is put around an answer, and the way to the answer in it."""

    wrap: Callable[[Any], Any]
    place: Place


def in_base64(value: Any) -> str:
    """A value as JSON text in base64."""
    return b64encode(text_of(value).encode()).decode()


def in_base64_on_lines(value: Any) -> str:
    """The same with a line break every 76 characters, as e-mail has it, of indented JSON behind a blank line."""
    packed = b64encode(f"\n{json.dumps(value, indent=2)}".encode()).decode()
    return "\n".join(packed[start : start + 76] for start in range(0, len(packed), 76))


WRAPPINGS: Mapping[str, Wrapping] = {
    "web answer": Wrapping(lambda answer: {"code": 0, "message": "ok", "data": answer}, ("data",)),
    "web answer with text": Wrapping(lambda answer: {"code": 0, "data": text_of(answer)}, ("data", ARROW)),
    "success and result": Wrapping(lambda answer: {"success": True, "result": answer}, ("result",)),
    "response in data": Wrapping(lambda answer: {"data": {"response": answer}, "ok": 1}, ("data", "response")),
    "SDK": Wrapping(lambda answer: {"headers": {"etag": "e"}, "statusCode": 200, "body": answer}, ("body",)),
    "SDK in snake case": Wrapping(lambda answer: {"status_code": 200, "headers": {}, "body": answer}, ("body",)),
    "callback": Wrapping(lambda answer: {"EventType": "E", "MessageBody": answer}, ("MessageBody",)),
    "callback, escaped twice": Wrapping(
        lambda answer: {"EventType": "E", "MessageBody": quoted(text_of(answer))}, ("MessageBody", ARROW)
    ),
    "topic over HTTP": Wrapping(
        lambda answer: {"TopicName": "t", "PublishTime": 1, "Message": text_of(answer), "MessageId": "A1"},
        ("Message", ARROW),
    ),
    "queue in base64": Wrapping(
        lambda answer: {"MessageId": "A1", "MessageBody": in_base64(answer), "DequeueCount": 1}, ("MessageBody", ARROW)
    ),
    "function in base64": Wrapping(
        lambda answer: {"version": "v1", "rawPath": "/", "isBase64Encoded": True, "body": in_base64_on_lines(answer)},
        ("body", ARROW),
    ),
    "function": Wrapping(
        lambda answer: {"version": "v1", "headers": {"Host": "h"}, "isBase64Encoded": False, "body": text_of(answer)},
        ("body", ARROW),
    ),
    "event of a bus": Wrapping(
        lambda answer: {"specversion": "1.0", "type": "t", "data": {"requestId": "r", "messageBody": text_of(answer)}},
        ("data", "messageBody", ARROW),
    ),
    "line of a log": Wrapping(
        lambda answer: {"__time__": 1, "__topic__": "", "content": bare(quoted(text_of(answer)))}, ("content", ARROW)
    ),
    "records of a queue": Wrapping(
        lambda answer: {"Records": [{"messageId": "m", "body": text_of(answer), "attributes": {"n": "1"}}]},
        ("Records", 0, "body", ARROW),
    ),
    "rows of a database": Wrapping(
        lambda answer: [{"id": 7, "created": "2031-01-01", "answer": text_of(answer)}], (0, "answer", ARROW)
    ),
    "export with columns": Wrapping(
        lambda answer: {"columns": ["id", "answer"], "data": [[7, text_of(answer)]]}, ("data", 0, 1, ARROW)
    ),
    "by its id": Wrapping(lambda answer: {"5c9dff75 1ba": answer}, ("5c9dff75 1ba",)),
    "page of items": Wrapping(lambda answer: {"total": 1, "items": [answer]}, ("items", 0)),
    "list in a list": Wrapping(lambda answer: [[answer]], (0, 0)),
    "content in base64 by a sibling": Wrapping(
        lambda answer: {"encoding": "base64", "content": in_base64_on_lines(answer)}, ("content", ARROW)
    ),
}
EVERY_WRAPPING = pytest.mark.parametrize("outer", WRAPPINGS)
SAMPLES: Mapping[str, Any] = {name: closed(tree) for name, tree in DOCUMENTS.items() if name.startswith("sample ")}
READ: Mapping[str, Document] = {name: ice_results.parse(answer) for name, answer in SAMPLES.items()}


def shown(place: Place) -> str:
    """A place as messages have it."""
    path = ""
    for step in place:
        path = decoded(path) if step == ARROW else at(path, step)
    return whole(path)


def same(found: Document, alone: Document) -> bool:
    """Whether an answer was read as it is alone, its problems further down."""
    problems = [(each.message, each.severity, each.found) for each in without_place(alone).problems]
    pairs = zip(without_place(found).problems, without_place(alone).problems)
    return (
        content(found) == content(alone)
        and [(each.message, each.severity, each.found) for each in without_place(found).problems] == problems
        and all(ours.path.endswith(theirs.path) for ours, theirs in pairs)
    )


@EVERY_WRAPPING
def test_a_wrapped_answer_is_that_answer(outer: str) -> None:
    """Every sample is read in every wrapping, as an object and as text, as it is alone; the note names the place."""
    wrapping = WRAPPINGS[outer]
    for name, answer in SAMPLES.items():
        for source in (wrapping.wrap(answer), text_of(wrapping.wrap(answer))):
            (found,) = ice_results.parse_all(source)
            assert same(found, READ[name]), name
            inside = place_of(READ[name])
            assert (
                place_of(found) == shown(wrapping.place) + (f".{inside}" if inside else "") or ARROW in wrapping.place
            )


SHARE = 14
"""Of so many samples one is tried in two wrappings, each of them in others: in any one wrapping all of them are."""


def some_of(samples: Mapping[str, Any], every: bool, *place: int) -> Mapping[str, Any]:
    """All samples, or a part of them that differs from place to place."""
    share = SHARE if not every else 1
    return {name: each for number, (name, each) in enumerate(samples.items()) if (number + sum(place)) % share == 0}


@EVERY_WRAPPING
def test_an_answer_wrapped_twice_is_that_answer(outer: str, every: bool) -> None:
    """Every sample in every wrapping in every other one is read as it is alone, and the note leads through both.

    Each pair is tried with some of the samples, and with all of them by `pytest --every`.
    """
    for number, (inner, wrapping) in enumerate(WRAPPINGS.items()):
        place = (*WRAPPINGS[outer].place, *wrapping.place)
        for name, answer in some_of(SAMPLES, every, number, list(WRAPPINGS).index(outer)).items():
            (found,) = ice_results.parse_all(WRAPPINGS[outer].wrap(wrapping.wrap(answer)))
            assert same(found, READ[name]), (inner, name)
            if place_of(READ[name]) is None:
                assert place_of(found) == shown(place), (inner, name)


@EVERY_WRAPPING
def test_a_wrapped_answer_in_other_text_is_that_answer(outer: str, every: bool) -> None:
    """Every sample in every wrapping, and that in every other text, is read as it is alone; both notes say where."""
    for number, (inner, (wrap, message)) in enumerate(texts.WRAPPINGS.items()):
        for name, answer in some_of(SAMPLES, every, number, list(WRAPPINGS).index(outer)).items():
            (found,) = ice_results.parse_all(wrap(text_of(WRAPPINGS[outer].wrap(answer))))
            assert found.problems[0].message == message, (inner, name)
            found = attrs.evolve(found, problems=found.problems[1:])
            assert same(found, READ[name]), (inner, name)
            assert READ[name].problems or place_of(found) == shown(WRAPPINGS[outer].place), (inner, name)


@pytest.mark.parametrize("outer", [name for name, each in WRAPPINGS.items() if ARROW not in each.place])
def test_an_answer_in_other_text_in_a_wrapping_is_that_answer(outer: str, every: bool) -> None:
    """Every sample in every text, and that in every wrapping, is read as it is alone, and the note names the place."""
    for number, (inner, (wrap, _)) in enumerate(texts.WRAPPINGS.items()):
        for name, answer in some_of(SAMPLES, every, number, list(WRAPPINGS).index(outer)).items():
            (found,) = ice_results.parse_all(WRAPPINGS[outer].wrap(wrap(text_of(answer))))
            assert same(found, READ[name]), (inner, name)
            assert str(place_of(found)).startswith(shown(WRAPPINGS[outer].place)), (inner, name)


class Response:
    """A response as the SDKs of the service have it."""

    def __init__(self, answer: Any) -> None:
        self._answer = answer

    def to_map(self) -> dict[str, Any]:
        """The response as an object."""
        return {"headers": {}, "statusCode": 200, "body": self._answer}


@pytest.mark.parametrize(
    ("source", "place"),
    [
        pytest.param(Response(JOB), "body", id="alone"),
        pytest.param([Response(JOB)], "[0].body", id="in a list"),
        pytest.param({"first": Response(JOB)}, "first.body", id="in an object"),
        pytest.param(Response({"data": Response(JOB)}), "body.data.body", id="in another one"),
    ],
)
def test_an_object_of_an_sdk_is_its_answer(source: Any, place: str) -> None:
    """Whatever has a method `to_map` is read as what that gives, wherever it stands."""
    document = ice_results.parse(source)
    assert document.transcripts == (LINES_READ,)
    assert place_of(document) == place


# Several answers


@pytest.mark.parametrize(
    ("source", "places"),
    [
        pytest.param({"one": JOB, "two": OTHER, "three": NOTICE}, ["one", "two", "three"], id="by their ids"),
        pytest.param({"data": [JOB, OTHER, NOTICE]}, ["data[0]", "data[1]", "data[2]"], id="in a list"),
        pytest.param(
            {"Records": [{"body": text_of(each), "id": place} for place, each in enumerate((JOB, OTHER, NOTICE))]},
            ["Records[0].body", "Records[1].body", "Records[2].body"],
            id="records of a queue",
        ),
        pytest.param(
            [[1, text_of(JOB)], [2, text_of(OTHER)], [3, text_of(NOTICE)]], ["[0][1]", "[1][1]", "[2][1]"], id="rows"
        ),
        pytest.param(
            {"job": JOB, "more": {"b": [OTHER], "c": text_of(NOTICE)}}, ["job", "more.b[0]", "more.c"], id="anywhere"
        ),
    ],
)
def test_every_answer_is_taken_in_order(source: Any, places: list[str]) -> None:
    """Several answers in one wrapping are several documents, in the order in which they stand."""
    documents = list(ice_results.parse_all(source))
    assert list(map(content, documents)) == [content(ice_results.parse(each)) for each in (JOB, OTHER, NOTICE)]
    assert list(map(place_of, documents)) == places
    with pytest.raises(ice_results.UnrecognisedDocument) as caught:
        ice_results.parse(source)
    assert str(caught.value) == "a text of 3 documents: read them with parse_all"


def test_payloads_by_type_are_one_document() -> None:
    """Results under the names of their types are those of one job; what is of no known type is kept and listed."""
    frames = {"details": [{"timestamp": 1, "info": [{"content": "EXIT"}]}]}
    source = {"ASR": text_of(LINES), "OCR": frames, "Meta": {"title": "Fen"}, "Mood": {"joy": 1}, "took": 3}
    document = ice_results.parse(source)
    assert document.transcripts == (LINES_READ,)
    assert ([len(frame.lines) for frame in document.frames], document.title) == ([1], "Fen")
    assert document.extra == {"Mood": {"joy": 1}, "took": 3}
    assert [f"{each.severity}: {each}" for each in document.problems] == [
        "warning: Mood: unknown type Mood, kept as it is, found an object with the keys joy"
    ]


def test_what_stands_around_several_answers_is_kept_with_the_first() -> None:
    """The keys around all answers are in `extra` of the first document, those of one row in that of its own."""
    rows = [{"id": place, "answer": answer} for place, answer in enumerate((JOB, OTHER))]
    first, second = ice_results.parse_all({"total": 2, "rows": rows})
    assert (first.extra, second.extra) == ({"total": 2, "id": 0}, {"id": 1})


def test_what_is_not_read_beside_an_answer_is_named() -> None:
    """Objects and lists beside an answer are kept, and the note names them, but for what is about the transport."""
    document = ice_results.parse({"headers": {"a": 1}, "answer": JOB, "request": {"JobId": "J"}, "empty": []})
    assert [str(each) for each in document.problems] == [
        "GetSmartHandleJob under `answer`; beside it, not read: request"
    ]
    assert document.extra == {"headers": {"a": 1}, "request": {"JobId": "J"}, "empty": []}


def test_an_item_without_an_answer_is_a_document_with_a_problem() -> None:
    """In a list of answers each item that is none is a document of its own, with the place and what was seen."""
    first, other, last = ice_results.parse_all({"data": [JOB, {"colour": "red"}, OTHER]})
    assert (content(first), content(last)) == (content(ice_results.parse(JOB)), content(ice_results.parse(OTHER)))
    (problem,) = other.problems
    assert (problem.path, problem.severity) == ("data[1]", "error")
    assert problem.message.startswith("not recognised: an object with the keys colour; save ")


# Payloads on their own


@pytest.mark.parametrize("key", ["result", "Data", "ai_result", "asr_result", "OUTPUT", "responseBody", "asr", "ASR"])
def test_a_payload_counts_under_a_key_of_results(key: str) -> None:
    """Under a key that results are kept under, a payload on its own is read."""
    document = ice_results.parse({"took": 3, key: LINES})
    assert [each.text for each in document.transcripts[0].segments] == [line["content"] for line in LINES]


@pytest.mark.parametrize("key", ["segments", "lines", "cues", "sentences", "items", "captions", "metadata"])
def test_rows_under_other_keys_belong_to_other_tools(key: str) -> None:
    """Rows that look like ours under any other key are not taken for a result."""
    with pytest.raises(ice_results.UnrecognisedDocument):
        ice_results.parse({"took": 3, key: LINES})


# Bounds


def wrapped(levels: int) -> Any:
    """An answer with so many objects around it."""
    value: Any = JOB
    for _ in range(levels):
        value = {"in": value}
    return value


def test_the_depth_of_the_search_has_a_bound() -> None:
    """An answer is found as deep as is said, and below that the error says that nothing was looked at."""
    assert ice_results.parse(wrapped(MAX_SEARCHED_DEPTH)).transcripts == (LINES_READ,)
    with pytest.raises(ice_results.UnrecognisedDocument) as caught:
        ice_results.parse(wrapped(MAX_SEARCHED_DEPTH + 1))
    found = f"an object with the keys in; nothing deeper than {MAX_SEARCHED_DEPTH} levels was looked at"
    assert str(caught.value).startswith(f"not recognised: {found}; save the whole response of ")


def test_a_search_in_vain_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many values without an answer the search ends, and says so; each answer that is found begins it anew."""
    monkeypatch.setattr("ice_results.reading.documents.wrapping.MAX_SEARCHED", 400)
    others: list[Any] = [{f"a{place}": {}} for place in range(10)]
    assert MAX_SEARCHED > 400
    assert len(list(ice_results.parse_all([*others, JOB, *others, JOB, *others]))) == 32
    with pytest.raises(ice_results.UnrecognisedDocument) as caught:
        ice_results.parse([{f"a{place}": {}} for place in range(100)])
    assert "nothing was looked at after 400 values without an answer" in str(caught.value)


def test_what_was_not_looked_at_beside_an_answer_is_a_warning() -> None:
    """Where an answer was found and something else is too deep to be searched, a warning says so."""
    document = ice_results.parse({"answer": JOB, "deep": wrapped(MAX_SEARCHED_DEPTH)})
    assert [f"{each.severity}: {each}" for each in document.problems][1:] == [
        f"warning: nothing deeper than {MAX_SEARCHED_DEPTH} levels was looked at"
    ]


def objects_in(value: Any) -> Iterator[Any]:
    """Every object in a value."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects_in(item)


def test_nothing_inside_an_answer_is_searched() -> None:
    """An answer that holds another one, in what its caller gave it, is one document."""
    document = ice_results.parse(smart_job(LINES, UserData=text_of(smarttag_job(Meta={"title": "Fen"}))))
    assert document.title is None
    assert [job.operation for job in document.jobs] == ["GetSmartHandleJob"]
