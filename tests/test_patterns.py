"""No regular expression of the package takes more than linear time, whatever text it meets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from typing import Any

import attrs
import pytest

from ice_results.reading.texts import foreign

from .conftest import ROOT
from .steps import parts_of, steps_of_match, steps_of_search

PACKAGE = ROOT / "ice_results"
SHORT, LONG = 6, 60
MOST_GROWTH = 11
SPARE = 800
"""Steps that a pattern may take on any text; a square of the length is four times as much."""
MOST_PARTS = 6
MADE_AT_RUN_TIME = {
    "encodings.py": 1,  # a class of characters
    "texts.py": 1,  # the caller's own patterns
    "edits.py": 1,  # those of the command line
    "foreign.py": 1,  # the table below, over the first 2,000 characters
}
"""How many patterns of a module are not constants."""


@attrs.frozen
class Used:
    """A pattern of a module, and whether a text is searched for it; else it is matched at its beginning."""

    module: str
    pattern: str
    flags: int
    is_searched: bool

    def __str__(self) -> str:
        return f"{self.module}: {self.pattern!r}"


def calls_of_re(source: str) -> Iterator[tuple[ast.Call, bool]]:
    """The calls of `re` in a module that take a pattern, and whether texts are searched for it."""
    tree = ast.parse(source)
    names = {id(node.value): ast.unparse(node.targets[0]) for node in ast.walk(tree) if isinstance(node, ast.Assign)}
    for node in ast.walk(tree):
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and re.fullmatch(r"re\.\w+", called) and called != "re.escape":
            name = names.get(id(node), "")
            methods = set(re.findall(rf"\b{name}\.(\w+)\(", source)) if name else {called.removeprefix("re.")}
            yield node, not methods or not methods <= {"match", "fullmatch"}


def evaluated(node: ast.expr, names: dict[str, Any]) -> Any:
    """The value of an expression of constants of a module; raises `NameError` for anything else."""
    return eval(compile(ast.Expression(node), "pattern", "eval"), names)


def patterns() -> tuple[dict[Used, None], dict[str, int]]:
    """Every pattern of the package, and how many of each module are made at run time."""
    found: dict[Used, None] = {}
    others: dict[str, int] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for call, is_searched in calls_of_re(path.read_text(encoding="utf-8")):
            names = vars(import_module(name))
            flags = [each for each in call.args[1:] if "re." in ast.unparse(each)]
            try:
                pattern = evaluated(call.args[0], names)
                flag = int(evaluated(flags[0], names)) if flags else 0
                found[Used(path.name, pattern, flag, is_searched)] = None
            except NameError:
                others[path.name] = others.get(path.name, 0) + 1
    return found, others


PATTERNS, OTHERS = patterns()
TABLES = [Used("foreign.py", pattern, 0, False) for pattern, _, _ in (*foreign._LINES, *foreign._LATE_LINES)]


def hard_texts(used: Used, length: int) -> Iterator[str]:
    """Texts of what a pattern looks for, many times, in pairs and behind each other, with or without an end to it."""
    parts = parts_of(used.pattern, used.flags)[:MOST_PARTS]
    for first, second in product(parts, parts):
        half = length // 2
        for text in ((first + second) * half, first * half + second * half, first + second * length):
            yield text
            yield f"{text}\x01"


@pytest.mark.parametrize("used", [*PATTERNS, *TABLES], ids=str)
def test_ten_times_the_text_takes_ten_times_the_steps(used: Used) -> None:
    """Of every hard text, one ten times as long takes at most eleven times the steps."""
    steps = steps_of_search if used.is_searched else steps_of_match
    for short, long in zip(hard_texts(used, SHORT), hard_texts(used, LONG), strict=True):
        few, many = (steps(used.pattern, text, used.flags) for text in (short, long))
        assert many <= MOST_GROWTH * few + SPARE, long


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"(?:\s*x?)*'", " "), (r"[0-9]+\.?[0-9]*", "1"), (r"(?:\.(?:json|gz))+$", ".json"), (r"\d+年", "1")],
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str, text: str) -> None:
    """The rule above is one that can be broken: nested repetition, two in a row, and a new start at every place."""
    few, many = (max(f(pattern, text * n + "\x01") for f in (steps_of_search, steps_of_match)) for n in (8, 80))
    assert many > 2 * MOST_GROWTH * few


def test_every_pattern_is_seen() -> None:
    """Patterns are constants, but for those that are known."""
    assert len(PATTERNS) > 40
    assert OTHERS == MADE_AT_RUN_TIME
