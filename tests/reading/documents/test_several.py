"""JSON Lines and arrays: every answer of several is a document."""

from __future__ import annotations

import gzip
import json
from typing import Any

import attrs
import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document

from ..mutations import bare, quoted, text_of
from .wrapped import JOB, NOTICE, OTHER, callback, content, lines_of, sdk

WRAPPED = [JOB, callback(OTHER), sdk(text_of(NOTICE)), OTHER]
EXPECTED = [ice_results.parse(each) for each in WRAPPED]


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
    """In JSON Lines a line that is no JSON costs only itself, wherever it is, and is named by its number."""
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
        first, wrong, last = ice_results.parse_all(source)
        assert wrong == Document(problems=(Problem(path=place, message=message),))
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
