"""Mind maps have a bound on their depth, so that whatever walks through one comes to its end."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import attrs
import pytest

import ice_results as ice
from ice_results import Document, InvalidOption, MissingExtra, NoMaterial, Notes, Topic
from ice_results.records.as_json import RECORDS_FORMAT
from ice_results.records.notes import MAX_TOPIC_LEVELS
from tests.judges.installed import judge


def chain(levels: int) -> Topic:
    """A topic with one below it, and so on."""
    topic = Topic(title="topic 1")
    for level in range(2, levels + 1):
        topic = Topic(title=f"topic {level}", topics=(topic,))
    return topic


def nested(levels: int, name: str) -> dict[str, Any]:
    """The same as plain values, with the topics of each under a name."""
    value: dict[str, Any] = {"title": "topic"}
    for _ in range(levels - 1):
        value = {"title": "topic", name: [value]}
    return value


def levels_of(document: Document) -> int:
    """How many levels of topics a document has."""
    level = document.notes.mind_map if document.notes else ()
    count = 0
    while level:
        level = tuple(below for each in level for below in each.topics)
        count += 1
    return count


DEEPEST = Document(notes=Notes(title="T", summary="S", mind_map=(chain(MAX_TOPIC_LEVELS),)))


def test_a_deeper_mind_map_cannot_be_made() -> None:
    """A topic too many is an error where it is put above the others, in Python too."""
    with pytest.raises(InvalidOption) as error:
        chain(MAX_TOPIC_LEVELS + 1)
    assert str(error.value) == "option topics: expected at most 40 levels of topics, found more"
    with pytest.raises(InvalidOption):
        attrs.evolve(Topic(), topics=(chain(MAX_TOPIC_LEVELS),))


@pytest.mark.parametrize("levels", [MAX_TOPIC_LEVELS + 1, 100, 300])
def test_a_deeper_mind_map_of_an_answer_is_cut_and_listed(levels: int) -> None:
    """The levels that are allowed are read, the first one below them is a problem with its place."""
    document = ice.parse(json.dumps({"paragraphSummary": "S", "mindMapSummary": [nested(levels, "topic")]}))
    (problem,) = document.problems
    assert levels_of(document) == MAX_TOPIC_LEVELS
    assert problem.path == "mindMapSummary[0]" + ".topic[0]" * (MAX_TOPIC_LEVELS - 1) + ".topic"
    assert problem.message == "more than 40 topics one below the other, left out"


@pytest.mark.parametrize("levels", [MAX_TOPIC_LEVELS + 1, 100, 300])
def test_a_deeper_mind_map_of_ours_is_cut_and_listed(levels: int) -> None:
    """The same for a records.json that somebody changed; what is beside it is read."""
    fields = {"title": "T", "notes": {"mind_map": [nested(levels, "topics"), {"title": "beside"}]}}
    document = ice.parse(json.dumps({"format": RECORDS_FORMAT, **fields}))
    (problem,) = document.problems
    assert document.notes is not None
    assert (document.title, document.notes.mind_map[1].title) == ("T", "beside")
    assert levels_of(document) == MAX_TOPIC_LEVELS
    assert problem.path == "notes.mind_map[0].topics" + "[0].topics" * (MAX_TOPIC_LEVELS - 1)
    assert problem.message == "expected at most 40 levels of topics, left out"


def test_the_deepest_mind_map_is_written_in_every_format() -> None:
    """No writer runs out of stack, records.json gives it back, and Markdown shows every level."""
    for writer in ice.formats():
        with suppress(NoMaterial, MissingExtra):
            ice.convert(DEEPEST, writer.name)
    assert ice.parse(ice.convert(DEEPEST, "records.json")) == DEEPEST
    tokens = judge("markdown_it").MarkdownIt("commonmark", {"maxNesting": 1000}).parse(ice.convert(DEEPEST, "notes.md"))
    assert sum(token.type == "bullet_list_open" for token in tokens) == MAX_TOPIC_LEVELS


def test_the_deepest_mind_map_is_edited() -> None:
    """Every edit takes it."""
    edited = ice.replace_text(ice.join([ice.merge([DEEPEST, DEEPEST]), DEEPEST]), {"topic": "idea"})
    edited = ice.above(ice.scale(ice.shift(ice.cut(edited, 0, 1000), 5), 25, 24), 0.5)
    assert levels_of(ice.rename_speakers(edited, {"1": "Anna"})) == MAX_TOPIC_LEVELS
    assert ice.rows(edited, "topics")[-1]["title"] == "idea 1"
