"""Whatever is saved gives an error, a record, or something that is said about it: never an empty, silent document.

    pytest --hypothesis-profile=many tests/reading/documents/test_never_silent.py

tries 100,000 values; an ordinary run tries a few hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ice_results
from ice_results.errors import IceResultsError
from ice_results.reading.payloads import READERS
from ice_results.records import Document

from ..comparing import PLACES
from ..mutations import ANY_VALUES, ARROW, DOCUMENTS, JSON_VALUES, JsonText, at_place, closed, removed, replaced

_STATES = ("Created", "Finished", "Failed", "Success", "Fail", "Processing", "Succeed", "success", "smarttag", "ok")
_NAMES = tuple(name for reader in READERS for name in (reader.kind, *reader.names))
_COMMON = (
    "Result",
    "result",
    "Status",
    "data",
    "Data",
    "Type",
    "body",
    "code",
    "message",
    "value",
    "items",
    "segments",
)


def keys_in(tree: Any) -> Iterator[str]:
    """Every key of an opened tree."""
    if isinstance(tree, JsonText):
        tree = tree.value
    if isinstance(tree, dict):
        yield from tree
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from keys_in(item)


_KEYS = st.sampled_from(sorted({key for tree in DOCUMENTS.values() for key in keys_in(tree)} | {*_COMMON, *_NAMES}))
_PLAIN = st.one_of(st.sampled_from([*_STATES, *_NAMES]), st.integers(-1, 5000), st.none(), st.text(max_size=6))
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    _PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(_KEYS, inner, max_size=4),
        inner.map(JsonText),
    ),
    max_leaves=12,
)
"""JSON made of the keys and words of real answers, some of it as text."""


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A real answer, or a part of one, in which values are missing, replaced, or put under another key."""
    name = draw(st.sampled_from(sorted(DOCUMENTS)))
    tree = DOCUMENTS[name]
    if draw(st.booleans()):
        place = draw(st.sampled_from(PLACES[name]))
        tree = at_place(tree, place if place[-1] != ARROW else place[:-1])
    for _ in range(draw(st.integers(0, 3))):
        tree = _changed(draw, tree)
    around = draw(st.lists(_KEYS, max_size=2))
    for key in around:
        tree = {key: tree, **draw(st.dictionaries(_KEYS, _PLAIN, max_size=2))}
    return tree


def _changed(draw: st.DrawFn, tree: Any) -> Any:
    """The tree with one of its own keys or items missing or replaced."""
    if isinstance(tree, JsonText):
        return JsonText(_changed(draw, tree.value))
    steps = list(tree) if isinstance(tree, dict) else list(range(len(tree))) if isinstance(tree, list) else []
    if not steps:
        return tree
    step = draw(st.sampled_from(steps))
    if draw(st.booleans()) and isinstance(tree[step], dict | list | JsonText):
        return replaced(tree, (step,), _changed(draw, tree[step]))
    if draw(st.booleans()):
        return removed(tree, (step,))
    return replaced(tree, (step,), draw(st.one_of(_PLAIN, ANY_VALUES)))


def is_silent(document: Document) -> bool:
    """Whether a document neither holds a record nor says anything."""
    return not document.problems and attrs.evolve(document, source=None) == Document()


def outcome(source: Any, **options: Any) -> list[Document]:
    """The documents of a source; none where it is refused, in words."""
    try:
        documents = list(ice_results.parse_all(source, **options))
    except IceResultsError:
        return []
    assert documents, "neither a document nor an error"
    return documents


many = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@many
@given(st.one_of(ANYTHING, mutated(), JSON_VALUES))
def test_nothing_is_read_as_an_empty_document_in_silence(tree: Any) -> None:
    """For arbitrary JSON there is an error, or at least one record, problem or note in every document."""
    value = closed(tree)
    assert not any(map(is_silent, outcome(value)))


@given(ANYTHING, st.sampled_from([reader.kind for reader in READERS]))
def test_a_kind_makes_nothing_silent_either(tree: Any, kind: str) -> None:
    """The same holds with any kind that the caller names."""
    assert not any(map(is_silent, outcome(closed(tree), kind=kind)))


@pytest.mark.parametrize(
    "value",
    [
        {"Results": {"Result": []}, "JobStatus": "Success"},
        {"JobStatus": "Success", "Results": {"Mood": [1]}},
        {"JobStatus": "Success", "RequestId": "R", "Results": [{"Score": 1}]},
        {"MediaInfoList": []},
        {"AIJobList": {}},
        {"SmartJobList": []},
        {"TranscodeJobDetail": {}},
        {"VideoTagResult": {}},
        {"MediaInfo": {"MediaBasicInfo": {}}},
        {"ActivityResults": {}},
        {"MediaMarks": [], "MediaId": "m"},
        {"ASR": []},
        {"transcription": {"paragraphs": []}},
        {"format": "ice_results.records/1"},
    ],
    ids=str,
)
def test_what_is_empty_is_said_to_be(value: Any) -> None:
    """Answers in which there is nothing give a job, a note, or an error."""
    assert not any(map(is_silent, outcome(value)))
