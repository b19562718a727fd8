"""Reading takes time that grows with what there is to read: ten times as much of anything costs ten times as much."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from typing import Any

import pytest

import ice_results
from ice_results.reading.payloads import READERS

from ..conftest import ROOT
from ..counting import calls_in, steps_in
from .documents.wrapped import JOB, OTHER
from .mutations import DOCUMENTS, JsonText, Place, at_place, changed, closed, opened, places, plain_at, short, text_of

FEW, MANY = 10, 100
MOST = 11
ONE_OBJECT = {"meta", "video_translation"}
"""Payloads that need no list."""
_WORDS_OF_THE_SERVICE = frozenset(
    ["Type", "type", "State", "Status", "JobStatus", "JobType", "ResultType", "ActivityId", "Times", "name"]
)
"""Keys whose values decide how something is read, so that they stay as they are."""


def distinct(item: Any, number: int, key: str = "") -> Any:
    """An item of which no two are equal: its texts end in a number."""
    if isinstance(item, JsonText):
        return JsonText(distinct(item.value, number, key))
    if isinstance(item, dict):
        return {name: distinct(value, number, name) for name, value in item.items()}
    if isinstance(item, list):
        return [distinct(value, number, key) for value in item]
    return f"{item} {number}" if isinstance(item, str) and key not in _WORDS_OF_THE_SERVICE else item


def grown(tree: Any, place: Place, size: int) -> Any:
    """The tree with so many items in the list at a place, made of those that it has."""
    items = plain_at(tree, place)
    many = [distinct(items[number % len(items)], number) for number in range(size)]
    is_text = isinstance(at_place(tree, place), JsonText)
    return changed(tree, place, lambda _: JsonText(many) if is_text else many)


def _lines() -> Iterator[tuple[str, Any]]:
    """The answers in samples that have one on each line."""
    for path in sorted((ROOT / "samples").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.stem} {number}", short(opened(json.loads(line)))


TREES: Mapping[str, Any] = {**DOCUMENTS, **dict(_lines())}
"""Every sample, every page, and every line of the samples with several answers."""


def lists_of(tree: Any) -> Iterator[Place]:
    """The way to every list with something in it, but for those of numbers, which are boxes."""
    for place in ((), *places(tree)):
        items = plain_at(tree, place)
        if isinstance(items, list) and items and not all(isinstance(item, int | float) for item in items):
            yield place


LISTS = [
    pytest.param(name, place, id=f"{name.removeprefix('sample ')} {' '.join(map(str, place))}")
    for name, tree in TREES.items()
    for place in lists_of(tree)
]


def read(source: str) -> None:
    """All documents of a text, if there is one in it."""
    with suppress(ice_results.UnrecognisedDocument):
        list(ice_results.parse_all(source))


def growth(few: str, many: str, counted: Callable[[Callable[[], object]], int]) -> float:
    """How many times as much it takes to read a text that is ten times as large, once all that is cached has been."""
    read(few)
    read(many)
    return counted(lambda: read(many)) / counted(lambda: read(few))


@pytest.mark.parametrize(("name", "place"), LISTS)
def test_every_list_of_every_sample_may_grow(name: str, place: Place) -> None:
    """Ten times as many items of any list in any payload take eleven times as many calls at most."""
    few, many = (text_of(closed(grown(TREES[name], place, size))) for size in (FEW, MANY))
    assert growth(few, many, calls_in) <= MOST


def test_every_payload_has_lists_that_grow() -> None:
    """There is no payload in none of these trees, and each has a list in it, but for those that are one object."""
    trees = [(tree, place) for tree in TREES.values() for place in ((), *places(tree))]
    values = [closed(plain_at(tree, place)) for tree, place in trees]
    objects = [value for value in values if isinstance(value, dict | list)]
    found = {reader.kind for reader in READERS if any(map(reader.detect, objects))}
    assert found == {reader.kind for reader in READERS}
    with_lists = [value for value in objects if any(True for _ in lists_of(opened(value)))]
    assert found - {reader.kind for reader in READERS if any(map(reader.detect, with_lists))} == ONE_OBJECT


NODES = {"ActivityResults": "sample workflow_task", "VideoTranslationAiResultMap": "sample smart_video_translation"}
"""Objects whose own keys are data, and where there is one."""


@pytest.mark.parametrize("key", NODES)
def test_objects_that_are_keyed_by_data_may_grow(key: str) -> None:
    """The same holds for nodes of a workflow and for languages."""
    tree = TREES[NODES[key]]
    place = next(place for place in places(tree) if place[-1] == key)
    few, many = (text_of(closed(many_keys(tree, place, size))) for size in (FEW, MANY))
    assert growth(few, many, calls_in) <= MOST


def many_keys(tree: Any, place: Place, size: int) -> Any:
    """The tree with so many values in the object at a place, made of those that it has."""
    values = list(plain_at(tree, place).values())
    many = {f"key {number}": distinct(values[number % len(values)], number) for number in range(size)}
    is_text = isinstance(at_place(tree, place), JsonText)
    return changed(tree, place, lambda _: JsonText(many) if is_text else many)


def results(kind: str, data: Callable[[int], Any], size: int) -> str:
    """An answer of QuerySmarttagJob with so many results of one type."""
    rows = [{"Type": kind, "Data": json.dumps(data(number))} for number in range(size)]
    return json.dumps({"JobStatus": "Success", "RequestId": "R", "Results": {"Result": rows}})


def notes(number: int) -> Any:
    """A summary, a chapter and a keyword, none of them like another."""
    return {
        "summarization": {"paragraphSummary": f"Summary {number}", "unlisted": number},
        "autoChapters": [{"start": 0, "end": 9, "headline": f"Chapter {number}"}],
        "meetingAssistance": {"keywords": [f"word {number}"], "keySentences": []},
        "unlisted": number,
    }


RESULTS: Mapping[str, Callable[[int], Any]] = {
    "Meta": lambda number: {"title": f"Title {number}", "unlisted": number},
    "NLP": notes,
    "Mood": lambda number: {"joy": number},
    "Subtitle": lambda number: {"details": {"chResultUrl": f"https://s.invalid/{number}.srt", "unlisted": number}},
}


@pytest.mark.parametrize("kind", RESULTS)
def test_many_results_of_one_type_are_combined_step_by_step(kind: str) -> None:
    """Three hundred results of one type, known or not, take eleven times the steps of thirty at most."""
    few, many = (results(kind, RESULTS[kind], size) for size in (30, 300))
    assert growth(few, many, steps_in) <= MOST


WRAPPINGS: Mapping[str, Callable[[list[Any]], Any]] = {
    "a list": lambda answers: answers,
    "by their ids": lambda answers: dict(zip(map(str, count()), answers)),
    "rows with text": lambda answers: {"rows": [{"id": 1, "answer": text_of(answer)} for answer in answers]},
    "rows without names": lambda answers: {"data": [[7, text_of(answer)] for answer in answers]},
    "among others": lambda answers: [each for answer in answers for each in (answer, {"a": {"b": [1, {}]}})],
    "one in many": lambda answers: {"first": answers[0], "others": [{"a": {"b": text_of({"c": 1})}} for _ in answers]},
    "none": lambda answers: [{"a": {"b": [text_of({"c": []})]}} for _ in answers],
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_the_search_for_answers_is_linear(wrapping: str) -> None:
    """Ten times as many answers, or values without any, take eleven times the steps at most."""
    few, many = (text_of(WRAPPINGS[wrapping]([JOB, OTHER] * size)) for size in (10, 100))
    assert growth(few, many, steps_in) <= MOST
