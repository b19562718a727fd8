"""The case of keys changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .comparing import EVERY_DOCUMENT, NAMES, large_documents, parsed, unchanged, without_problems
from .mutations import CASES, DOCUMENTS, normal, recased


@pytest.mark.parametrize("case", CASES)
@EVERY_DOCUMENT
def test_key_case_changes_nothing(name: str, case: str) -> None:
    """Keys in any case give an equal document; only the paths of problems show the keys as they are spelt."""
    tree = DOCUMENTS[name]
    before, after = unchanged(name), parsed(recased(tree, CASES[case]))
    assert without_problems(after) == without_problems(before)
    assert [normal(str(problem)) for problem in after.problems] == [normal(str(problem)) for problem in before.problems]


@large_documents
@given(name=st.sampled_from(NAMES), data=st.data())
def test_key_case_may_differ_from_key_to_key(name: str, data: st.DataObject) -> None:
    """Every key of a document may have a case of its own."""
    tree = DOCUMENTS[name]
    after = parsed(recased(tree, lambda key: data.draw(st.sampled_from(list(CASES.values())))(key)))
    assert without_problems(after) == without_problems(unchanged(name))
