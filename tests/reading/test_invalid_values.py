"""An invalid value costs no more than the record that it is in, and can be written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results.records import Document
from ice_results.records.as_json import document_to_json

from .comparing import (
    EVERY_DOCUMENT,
    MARKS,
    PLACES,
    is_replaceable,
    large_documents,
    may_be_unrecognised,
    parsed,
    some_place,
    unchanged,
)
from .mutations import (
    ANY_VALUES,
    ARROW,
    DOCUMENTS,
    Place,
    at_place,
    innermost_item,
    is_kept_open,
    normal,
    removed,
    replaced,
    text_of,
)

ENVELOPES = ("MessageBody", "body")
"""Keys whose value has to be an object: the response is in it."""


def everything(document: Document) -> Mapping[str, Any]:
    """The document with all its extras."""
    return document_to_json(document)


def records_of(value: Any) -> Iterable[str]:
    """Every record below a value: each with what is below it, and each on its own, without its extra."""
    if isinstance(value, tuple):
        for item in value:
            yield from records_of(item)
    elif attrs.has(type(value)):
        fields = {each.name: getattr(value, each.name) for each in attrs.fields(type(value)) if each.eq}
        yield f"{type(value).__name__} {fields}"
        lists = {name: item for name, item in fields.items() if isinstance(item, tuple)}
        yield f"{type(value).__name__} alone {[each for each in fields.items() if each[0] not in lists]}"
        for item in lists.values():
            yield from records_of(item)
    elif value is not None:
        yield repr(value)


def records_in(document: Document) -> Counter[str]:
    """The records of a document, each at every level; the document itself is none."""
    fields = {each.name: getattr(document, each.name) for each in attrs.fields(Document)}
    items = [item for name, item in fields.items() if name not in ("problems", "extra", "source")]
    return Counter(record for item in items for record in records_of(item))


@cache
def records_of_unchanged(name: str) -> Counter[str]:
    """The records of a document as it is read without any change."""
    return records_in(unchanged(name))


@EVERY_DOCUMENT
def test_only_these_keys_make_a_document_recognisable(name: str) -> None:
    """Without one of its keys at the top a document is still read, but for the keys of the table above."""
    tree = DOCUMENTS[name]
    unrecognised = []
    for key in tree:
        try:
            parsed(removed(tree, (key,)))
        except ice_results.UnrecognisedDocument:
            unrecognised.append(key)
    assert sorted(unrecognised) == sorted(MARKS.get(name, ()))


def is_given(name: str, place: Place) -> bool:
    """Whether there is a value, not null and not blank."""
    value = at_place(DOCUMENTS[name], place)
    return value is not None and not (isinstance(value, str) and not value.strip())


def is_in_a_list(name: str, place: Place) -> bool:
    """Whether this is an element of a list, or in one."""
    return any(isinstance(step, int) for step in place)


@large_documents
@given(data=st.data(), value=ANY_VALUES)
def test_an_invalid_value_costs_only_what_it_is_in(data: st.DataObject, value: Any) -> None:
    """Any value in place of another raises nothing, and every record that does not need the value stays as it is.

    A record does not need a value if it is the same in the document without the value, and in the one without the
    element of a list that the value is in.
    """
    name, place = some_place(data, is_given)
    tree = DOCUMENTS[name]
    try:
        invalid = parsed(replaced(tree, place, value))
        without = parsed(removed(tree, place))
    except ice_results.UnrecognisedDocument:
        assert may_be_unrecognised(name, place)
        return
    others = records_of_unchanged(name) & records_in(without)
    if is_in_a_list(name, place):
        others &= records_in(parsed(removed(tree, innermost_item(place))))
    assert others - records_in(invalid) == Counter()


@large_documents
@given(data=st.data())
def test_an_invalid_item_leaves_all_other_items(data: st.DataObject) -> None:
    """Invalid values in one line, word, tag, chapter or result change no record of any other.

    The records of the others are those that are the same without this element of the innermost list.
    """
    name, place = some_place(data, is_in_a_list)
    tree, item = DOCUMENTS[name], innermost_item(place)
    others = records_of_unchanged(name) & records_in(parsed(removed(tree, item)))
    inside = [place for place in PLACES[name] if place[: len(item)] == item]
    wrong = data.draw(st.lists(st.sampled_from(inside), min_size=1, max_size=3, unique=True))
    for each in sorted(wrong, key=len, reverse=True):
        tree = replaced(tree, each, data.draw(ANY_VALUES))
    assert others - records_in(parsed(tree)) == Counter()


def is_below_the_evidence(name: str, place: Place) -> bool:
    """Whether this is none of the keys of the answer itself, and none by which what is in one of them is recognised."""
    answer = place[1:] if place[0] in ENVELOPES else place
    keys = [step for step in answer if isinstance(step, str) and step != ARROW]
    return len(keys) > (2 if set(keys[:1]) & set(MARKS.get(name, ())) else 1)


@large_documents
@given(data=st.data())
def test_however_much_is_invalid_the_answer_is_read(data: st.DataObject) -> None:
    """As long as what it is recognised by is there, nothing that is missing or invalid below them raises."""
    name, first = some_place(data, is_below_the_evidence)
    found = [place for place in PLACES[name] if is_below_the_evidence(name, place)]
    others = data.draw(st.lists(st.sampled_from(found), max_size=8))
    tree = DOCUMENTS[name]
    for place in sorted({first, *others}, key=lambda place: (len(place), str(place)), reverse=True):
        try:
            at_place(tree, place)
        except (IndexError, KeyError):
            continue
        tree = removed(tree, place) if data.draw(st.booleans()) else replaced(tree, place, data.draw(ANY_VALUES))
    everything(parsed(tree))


@pytest.mark.slow
@pytest.mark.parametrize("value", [True, 1.5, [1], {"unlisted": 1}], ids=text_of)
@EVERY_DOCUMENT
def test_a_type_that_is_no_word_raises_nothing(name: str, value: Any) -> None:
    """Wherever the service names what something is, a value that is no name is read like no name."""
    tree = DOCUMENTS[name]
    for place in PLACES[name]:
        if normal(str(place[-1])).endswith(("type", "status", "state")) and not is_kept_open(place):
            invalid = parsed(replaced(tree, place, value))
            if not may_be_unrecognised(name, place):
                assert records_in(parsed(removed(tree, place))) - records_in(invalid) == Counter()


def test_what_is_nested_too_deep_can_be_written_wherever_it_is() -> None:
    """A value that is nested deeper than anybody reads spoils no output, in whatever place it is kept."""
    deep = json.loads("[" * 300 + "]" * 300)
    wrong = []
    for name in ("page GetSmartHandleJob", "page ASR", "page NLP", "sample callback_smarttag", "sample media_info"):
        for place in PLACES[name]:
            if not may_be_unrecognised(name, place):
                try:
                    ice_results.convert(parsed(replaced(DOCUMENTS[name], place, deep)), "records.json")
                except TypeError:
                    wrong.append((name, place))
    assert wrong == []


@large_documents
@given(data=st.data(), value=ANY_VALUES)
def test_what_was_read_with_any_value_can_be_written(data: st.DataObject, value: Any) -> None:
    """A document with any value anywhere is written in every format that it has material for."""
    name, place = some_place(data, is_replaceable)
    document = parsed(replaced(DOCUMENTS[name], place, value))
    for writer in ice_results.formats():
        with suppress(ice_results.MissingExtra, ice_results.NoMaterial):
            ice_results.convert(document, writer.name)


@pytest.mark.parametrize("time", [10**19, 10**30, -(10**30), 1e300], ids=str)
def test_a_time_beyond_all_measure_can_be_written(time: float) -> None:
    """A time that no file could last for spoils no output."""
    for name, key in (("page ASR", "to"), ("page NLP", "end"), ("page OCR", "timestamp"), ("page VideoLabel", "from")):
        place = next(place for place in PLACES[name] if place[-1] == key)
        document = parsed(replaced(DOCUMENTS[name], place, time))
        for writer in ice_results.formats():
            with suppress(ice_results.MissingExtra, ice_results.NoMaterial):
                ice_results.convert(document, writer.name)
