"""Nothing is taken for something else: null, numbers as text, ids, times."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ice_results
from ice_results.records import Document

from ..comparing import (
    PLACES,
    complaints,
    exactly,
    is_replaceable,
    large_documents,
    may_be_unrecognised,
    parsed,
    some_place,
    without_problems,
)
from ..mutations import (
    DOCUMENTS,
    JSON_VALUES,
    NUMBERS,
    UNKNOWN_KEYS,
    JsonText,
    Place,
    at_place,
    closed,
    is_kept_open,
    keys_are_data,
    may_hold_more,
    normal,
    opened,
    removed,
    replaced,
    text_of,
)


def is_known_key(name: str, place: Place) -> bool:
    """Whether this is a key that the service names, of an object that is read key by key."""
    return isinstance(place[-1], str) and not keys_are_data(place[:-1])


def is_replaceable_key(name: str, place: Place) -> bool:
    """Whether this is such a key, and the document is recognised without it."""
    return is_known_key(name, place) and is_replaceable(name, place)


@large_documents
@given(data=st.data())
def test_null_says_as_little_as_no_key(data: st.DataObject) -> None:
    """A key with null gives the document without the key, problems included, wherever the keys are not data."""
    name, place = some_place(data, is_replaceable_key)
    tree = DOCUMENTS[name]
    null, without = parsed(replaced(tree, place, None)), parsed(removed(tree, place))
    assert without_problems(null) == without_problems(without)
    assert places_of_problems(null) == places_of_problems(without)


def places_of_problems(document: Document) -> list[tuple[str, str]]:
    """The problems without the values that they show."""
    return [(problem.path, problem.message) for problem in document.problems]


_PAYLOADS = frozenset({"airesult", "activityresults"})


def is_plain_field(name: str, place: Place) -> bool:
    """Whether this is such a key, and text or a number is due under it."""
    value = at_place(DOCUMENTS[name], place)
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    is_field = is_known_key(name, place) and not is_kept_open(place) and normal(str(place[-1])) not in _PAYLOADS
    return is_plain and is_field and not may_be_unrecognised(name, place)


NO_PLAIN_VALUES = st.one_of(
    st.booleans(),
    st.lists(JSON_VALUES, min_size=1, max_size=2),
    st.dictionaries(UNKNOWN_KEYS, JSON_VALUES, min_size=1, max_size=2),
)
"""What is no text and no number: never to be made into one."""


@large_documents
@given(data=st.data())
def test_what_is_no_plain_value_is_never_made_into_one(data: st.DataObject) -> None:
    """True, a list or an object where nothing but text or a number is due gives the document without that key."""
    name, place = some_place(data, is_plain_field)
    tree = DOCUMENTS[name]
    value = data.draw(st.booleans() if may_hold_more(tree, place) else NO_PLAIN_VALUES)
    invalid, without = parsed(replaced(tree, place, value)), parsed(removed(tree, place))
    assert without_problems(invalid) == without_problems(without)


NUMBER_KEYS = {
    *("from", "to", "start", "end", "timestamp", "begintime", "endtime", "starttime"),
    *("score", "ratio", "appearanceprobability"),
}


def is_number_field(name: str, place: Place) -> bool:
    """Whether this is a key under which a number is due, in a payload."""
    is_number = isinstance(at_place(DOCUMENTS[name], place), int | float)
    return is_number and is_plain_field(name, place) and normal(str(place[-1])) in NUMBER_KEYS


NO_NUMBERS = st.one_of(
    NO_PLAIN_VALUES,
    NO_PLAIN_VALUES.map(lambda value: JsonText(opened(value))).filter(lambda text: not isinstance(text.value, bool)),
    st.sampled_from(["true", "one", "1,5", "1_000", "0x10", "१", "1e400", "inf", "NaN", "Infinity", "12 s", "--1"]),
)


@large_documents
@given(data=st.data(), value=NO_NUMBERS)
def test_what_is_no_number_is_never_made_into_one(data: st.DataObject, value: Any) -> None:
    """Where a number is due, anything that is none is left out and listed as an error; nothing is guessed.

    Under a key that nobody reads, or that only replaces another, there may be an error or none.
    """
    name, place = some_place(data, is_number_field)
    tree = DOCUMENTS[name]
    invalid, without = parsed(replaced(tree, place, value)), parsed(removed(tree, place))
    assert without_problems(invalid) == without_problems(without)
    errors = [each for each in invalid.problems if each.severity == "error"]
    is_read = without_problems(without) != without_problems(parsed(replaced(tree, place, 7)))
    assert is_read <= len(errors) <= 1


@large_documents
@given(data=st.data(), number=NUMBERS.filter(lambda number: abs(number) < 2**53))
def test_a_number_as_text_is_that_number(data: st.DataObject, number: float) -> None:
    """A number written as text, with white space around it or not, is read as the number itself."""
    name, place = some_place(data, is_number_field)
    tree = DOCUMENTS[name]
    around = data.draw(st.sampled_from(["", " ", "\n", "\t"]))
    as_text = replaced(tree, place, f"{around}{text_of(number)}{around}")
    assert without_problems(parsed(as_text)) == without_problems(parsed(replaced(tree, place, number)))


@pytest.mark.parametrize("part", ["transcription", "translation", "autoChapters", "keySentences"])
@pytest.mark.parametrize("wrong", [1.9, "1.9", 0.5, -0.1])
def test_a_part_of_a_millisecond_is_no_time(part: str, wrong: object) -> None:
    """Where whole milliseconds are due a fraction is neither rounded nor cut: it is left out and listed."""
    tree = DOCUMENTS["page NLP"]
    place = next(each for each in PLACES["page NLP"] if part in each and each[-1] == "start")
    invalid = parsed(replaced(tree, place, wrong))
    assert without_problems(invalid) == without_problems(parsed(removed(tree, place)))
    assert [(each.message, each.found) for each in complaints(invalid)] == [
        ("expected whole milliseconds", text_of(wrong))
    ]


@pytest.mark.parametrize("number", [2**53 + 1, 2**63, 2**64 - 1])
def test_every_digit_of_an_id_is_kept(number: int) -> None:
    """An id that came as a number, however long, has the digits that it came with."""
    for name, place in (("page GetSmartHandleJob", ("JobId",)), ("page ListSmartJobs", ("SmartJobList", 0, "UserId"))):
        document = parsed(replaced(DOCUMENTS[name], place, number))
        assert str(number) in (document.jobs[0].id, document.jobs[0].user_id)


@pytest.mark.parametrize("number", [2**64 + 1, 123456789012345678901234])
def test_an_id_with_more_digits_than_a_number_holds_is_said(number: int) -> None:
    """Beyond 64 bits the digits of a number in JSON are lost: a problem, not another id; as an object it is exact."""
    tree = replaced(DOCUMENTS["page GetSmartHandleJob"], ("JobId",), number)
    document = parsed(tree)
    assert document.jobs[0].id is None
    assert [each.message for each in document.problems] == ["expected text or a whole number"]
    assert ice_results.parse({"JobId": number, "State": "Executing"}).jobs[0].id == str(number)


def test_a_topic_that_is_nested_too_deep_leaves_the_others() -> None:
    """In a mind map, what is nested deeper than anybody reads costs only the topic that it is in."""
    tree = DOCUMENTS["sample talk"]
    place = next(place for place in PLACES["sample talk"] if place[-3:] == ("mindMapSummary", 0, "title"))
    deep = parsed(replaced(tree, place, json.loads("[" * 150 + "]" * 150)))
    without = parsed(removed(tree, place))
    assert without.notes is not None
    assert deep.notes == without.notes


def test_a_wrong_time_does_not_hide_a_right_one() -> None:
    """Text in a frame whose `Timestamp` is no number has the instant of `From`, as where there is no `Timestamp`."""
    tree = DOCUMENTS["sample media_search"]
    place = ("MediaInfoList", 0, "AiData", "OcrInfo", 1, "Timestamp")
    assert parsed(replaced(tree, place, "soon")).frames == parsed(removed(tree, place)).frames


@large_documents
@given(data=st.data(), value=JSON_VALUES)
def test_decoded_values_are_read_like_their_text(data: st.DataObject, value: Any) -> None:
    """A document with any value in it is the same, extras too, given as text or as decoded objects."""
    name, place = some_place(data, is_replaceable)
    assume(all(abs(number) < 2**63 for number in integers_in(value)))
    tree = replaced(DOCUMENTS[name], place, value)
    assert exactly(ice_results.parse(closed(tree))) == exactly(parsed(tree))


def integers_in(value: Any) -> Iterator[int]:
    """Every integer below a value; those that fit in no 64 bits have a test of their own."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from integers_in(item)
    elif isinstance(value, int):
        yield value
