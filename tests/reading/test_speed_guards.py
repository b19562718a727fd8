"""Reading stays fast, which shows without a clock: calls, memory and rows on the slow path, for each item."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from typing import Any
from unittest import mock

import attrs
import orjson
import pytest

from benchmarks import saved_answers
from ice_results import parse
from ice_results.reading.wire import Schema

from ..counting import calls_in


@attrs.frozen
class Guard:
    """An answer that grows with its number of items, and the most that one item may cost."""

    answer: Callable[[int], bytes]
    items: int
    calls: float
    """Functions called, ours and those in C, to read one item more."""
    blocks: float
    """Blocks of memory that one item more keeps."""


GUARDS = (
    pytest.param(Guard(saved_answers.asr, 3000, calls=0.3, blocks=5), id="segments of ASR"),
    pytest.param(Guard(saved_answers.cpv_label, 60, calls=90, blocks=700), id="entities of CPVLabel"),
    pytest.param(Guard(saved_answers.ocr, 300, calls=1.5, blocks=34), id="frames of OCR"),
    pytest.param(Guard(saved_answers.nlp, 4000, calls=3.5, blocks=7), id="words of NLP"),
    # The result of each node is tried as an answer of its own, which takes most of the calls.
    pytest.param(Guard(saved_answers.activities, 80, calls=850, blocks=19), id="nodes of a workflow"),
)


def calls_of(saved: bytes) -> int:
    """How many functions are called to read an answer, once all that is cached has been."""
    parse(saved)
    return calls_in(lambda: parse(saved))


def blocks_of(saved: bytes) -> int:
    """How many blocks of memory the document keeps."""
    gc.collect()
    before = sys.getallocatedblocks()
    document = parse(saved)
    gc.collect()
    kept = sys.getallocatedblocks() - before
    del document
    return kept


@pytest.mark.slow
@pytest.mark.parametrize("guard", GUARDS)
def test_an_item_more_costs_few_calls(guard: Guard) -> None:
    """Twice as many items call only so many functions more: what is as documented is read by columns."""
    once, twice = guard.answer(guard.items), guard.answer(2 * guard.items)
    assert 0 <= (calls_of(twice) - calls_of(once)) / guard.items <= guard.calls


@pytest.mark.slow
@pytest.mark.parametrize("guard", GUARDS)
def test_an_item_more_keeps_little_memory(guard: Guard) -> None:
    """Twice as many items keep only so many blocks more: the records and their values, and nothing beside them."""
    once, twice = guard.answer(guard.items), guard.answer(2 * guard.items)
    assert 0 < (blocks_of(twice) - blocks_of(once)) / guard.items <= guard.blocks


def rows_on_the_slow_path(lines: list[Any]) -> int:
    """How many lines of a speech recognition take the slow path."""
    read = Schema.read
    with mock.patch.object(Schema, "read", autospec=True, side_effect=read) as watched:
        parse(orjson.dumps(lines), kind="asr")
    return len(watched.call_args_list)


def lines_of_speech(count: int) -> list[dict[str, Any]]:
    """Lines as they are documented."""
    return [{"content": "钟声响了", "from": float(number), "to": number + 0.5} for number in range(count)]


def test_documented_lines_take_the_fast_path() -> None:
    """Not one of the lines is read on its own, whatever their number."""
    assert rows_on_the_slow_path(lines_of_speech(5000)) == 0


@pytest.mark.parametrize("invalid", [{"content": ["a"], "from": 1.0, "to": 2.0}, "prose", 3], ids=str)
def test_an_invalid_line_takes_few_others_with_it(invalid: Any) -> None:
    """One invalid line among thousands sends no more than sixteen through the slow path."""
    lines: list[Any] = lines_of_speech(5000)
    lines[3000] = invalid
    assert 0 < rows_on_the_slow_path(lines) <= 16


@pytest.mark.parametrize(
    "more",
    [{"from": "1.5"}, {"from": None}, {"speaker": "1"}, {"content": None}, {"channel": 1}, {"channel": {"name": "a"}}],
    ids=str,
)
@pytest.mark.parametrize("every", [1, 2], ids=["every line", "every other line"])
def test_what_the_service_may_leave_out_or_add_takes_the_fast_path(more: dict[str, Any], every: int) -> None:
    """Numbers as text, null, keys that only some of the lines have, and unknown keys are read by columns too."""
    lines = [{**line, **more} if not place % every else line for place, line in enumerate(lines_of_speech(200))]
    assert rows_on_the_slow_path(lines) == 0
