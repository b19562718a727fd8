"""Strict reading raises what is listed otherwise; reading changes nothing of what it is given."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results

from .comparing import (
    EVERY_DOCUMENT,
    MARKS,
    complaints,
    exactly,
    is_replaceable,
    large_documents,
    some_place,
)
from .mutations import ANY_VALUES, DOCUMENTS, closed, decoded, removed, replaced, text_of


@large_documents
@given(data=st.data(), value=ANY_VALUES)
def test_strict_raises_the_problems_that_are_listed_otherwise(data: st.DataObject, value: Any) -> None:
    """With `strict=True` the problems other than notes are raised, all of them."""
    name, place = some_place(data, is_replaceable)
    text = text_of(closed(replaced(DOCUMENTS[name], place, value)))
    document = ice_results.parse(text)
    if complaints(document):
        with pytest.raises(ice_results.ProblemsFound) as caught:
            ice_results.parse(text, strict=True)
        assert caught.value.problems == complaints(document)
    else:
        assert ice_results.parse(text, strict=True) == document


@EVERY_DOCUMENT
def test_strict_raises_nothing_where_there_is_nothing_wrong(name: str) -> None:
    """A proper document is the same in both modes, with its notes; only prose instead of a result is refused."""
    answer = closed(DOCUMENTS[name])
    if name == "sample smart_prose":
        with pytest.raises(
            ice_results.ProblemsFound, match=r"^JobResult\.AiResult: expected JSON, kept as text, found "
        ):
            ice_results.parse(answer, strict=True)
    else:
        assert ice_results.parse(answer, strict=True) == ice_results.parse(answer)


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("strict", [False, True])
def test_what_is_not_recognised_is_raised_strict_or_not(name: str, strict: bool) -> None:
    """A document without a key that it is recognised by is refused in both modes."""
    for key in MARKS[name]:
        answer = closed(removed(DOCUMENTS[name], (key,)))
        with pytest.raises(ice_results.UnrecognisedDocument) as caught:
            ice_results.parse(answer, strict=strict)
        assert str(caught.value).startswith("not recognised: ")


@large_documents
@given(data=st.data(), value=ANY_VALUES)
def test_what_is_parsed_is_never_changed(data: st.DataObject, value: Any) -> None:
    """A decoded answer is the same after it was read, with its texts or without any, invalid values included."""
    name, place = some_place(data, is_replaceable)
    tree = replaced(DOCUMENTS[name], place, value)
    for answer in (closed(tree), decoded(tree)):
        before = copy.deepcopy(answer)
        ice_results.parse(answer)
        assert exactly(answer) == exactly(before)
