"""What is no answer is refused in exact words."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results
from ice_results.reading import documents

from ..mutations import text_of

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
