"""Escaping around any JSON text, or around the whole document, changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results.records import Document

from .comparing import EVERY_DOCUMENT, NAMES, exactly, large_documents, unchanged, without_problems
from .mutations import DOCUMENTS, LEVELS, bare, closed, decoded, escaped, quoted, text_of


@large_documents
@given(name=st.sampled_from(NAMES), data=st.data())
def test_escaping_around_json_text_changes_nothing(name: str, data: st.DataObject) -> None:
    """Every JSON text may be escaped up to four times more, with quotes or without, each in its own way."""
    tree = DOCUMENTS[name]
    after = ice_results.parse(closed(tree, lambda text: escaped(text, data.draw(LEVELS))))
    assert without_arrows(after) == without_arrows(unchanged(name))


EVERY_ESCAPING = [levels for count in range(5) for levels in product([quoted, bare], repeat=count)]


@pytest.mark.parametrize(
    "levels", EVERY_ESCAPING, ids=lambda levels: " ".join(each.__name__ for each in levels) or "no"
)
@pytest.mark.parametrize("name", ["page GetSmartHandleJob", "page CPVLabel", "page GetJobDetail", "page NLP"])
def test_every_escaping_up_to_four_levels_changes_nothing(name: str, levels: tuple[Callable[[str], str], ...]) -> None:
    """Levels with quotes and without, in any order, around every JSON text or around the file, change nothing."""
    tree = DOCUMENTS[name]
    before = without_arrows(unchanged(name))
    assert without_arrows(ice_results.parse(closed(tree, lambda text: escaped(text, levels)))) == before
    assert without_arrows(ice_results.parse(escaped(text_of(closed(tree)), levels))) == before


@large_documents
@given(name=st.sampled_from(NAMES), levels=LEVELS)
def test_escaping_around_a_document_changes_nothing(name: str, levels: list[Callable[[str], str]]) -> None:
    """A whole file may be escaped up to four times more, with quotes or without."""
    text = text_of(closed(DOCUMENTS[name]))
    assert without_arrows(ice_results.parse(escaped(text, levels))) == without_arrows(ice_results.parse(text))


def without_arrows(document: Document) -> Any:
    """All of a document; in the paths of its problems no arrow, which is for a level that was decoded."""
    problems = [str(problem).replace(" →", "").replace("→ ", "") for problem in document.problems]
    return problems, exactly(without_problems(document))


@EVERY_DOCUMENT
def test_a_document_decoded_already_is_the_same(name: str) -> None:
    """A document without any JSON text, all of it decoded, is read like the one with its texts."""
    tree = DOCUMENTS[name]
    assert without_problems(ice_results.parse(decoded(tree))) == without_problems(unchanged(name))
