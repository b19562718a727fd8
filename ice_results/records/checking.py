"""Plain values that are to become records: what breaks the rules of a field is left out and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from ..findings import Problem
from ..text.values import described
from . import Document
from .knowledge import GRAPHS, OPEN
from .notes import MAX_TOPIC_LEVELS

MAX_NESTING = 100
"""The deepest nesting of an open value, such as what a record keeps in `extra`."""

LARGEST_TIME = 2**53
"""No time in milliseconds is as large: from here on not every whole number is a float."""

LARGEST_NUMBER = 1e300

VOCABULARIES: Mapping[str, frozenset[str]] = {
    "Transcript.kind": frozenset(["asr", "transcription", "translation", "tts", "avatar", "polished"]),
    "Job.state": frozenset(["queued", "running", "succeeded", "partial", "failed", "canceled", "unknown"]),
    "Activity.state": frozenset(["queued", "running", "succeeded", "partial", "failed", "canceled", "unknown"]),
    "Problem.severity": frozenset(["error", "warning", "note"]),
}
"""The fields that hold a word of ours, and the words."""

_LEFT_OUT: Any = object()


def is_time(value: Any) -> bool:
    """Whether this is a whole number that a time can be."""
    return type(value) is int and -LARGEST_TIME < value < LARGEST_TIME


def is_number(value: Any) -> bool:
    """Whether this is a finite number."""
    return type(value) in (int, float) and -LARGEST_NUMBER < value < LARGEST_NUMBER


def has_words_of_ours(document: Document) -> bool:
    """Whether every field of a document that holds a word of ours does."""
    found = (*document.transcripts, *document.jobs, *document.activities, *document.problems)
    return all(word in VOCABULARIES[name] for record in found for name, word in _words_of(record))


def _words_of(record: Any) -> Iterator[tuple[str, str]]:
    """The words of ours in a record, with the names of their fields."""
    for name in ("kind", "state", "severity"):
        if f"{type(record).__name__}.{name}" in VOCABULARIES:
            yield f"{type(record).__name__}.{name}", getattr(record, name)


def cleaned(value: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """A document as plain values without what breaks a rule, and a problem for each of these."""
    problems: list[Problem] = []
    fields = _record(value, Document, "", problems)
    return (fields if isinstance(fields, dict) else {}), problems


def _value(value: Any, kind: Any, path: str, problems: list[Problem]) -> Any:
    """A value of a type without what breaks a rule, or `_LEFT_OUT`."""
    options = [each for each in get_args(kind) if each is not NoneType]
    if value is None and NoneType in get_args(kind):
        return None
    if get_origin(kind) is tuple:
        return _list(value, options[0], path, problems)
    if get_origin(kind) is Mapping or kind is Any:
        return _open_value(value, kind, path, problems)
    if options:
        return _value(value, options[0], path, problems)
    return _record(value, kind, path, problems) if attrs.has(kind) else _scalar(value, kind, path, problems)


def _scalar(value: Any, kind: type, path: str, problems: list[Problem]) -> Any:
    expected, fits = _SCALARS[kind]
    return value if fits(value) else _refused(value, expected, path, problems)


def _is_text(value: Any) -> bool:
    return type(value) is str


_SCALARS: Mapping[type, tuple[str, Callable[[Any], bool]]] = {
    str: ("text", _is_text),
    int: ("a whole number between -2^53 and 2^53", is_time),
    float: ("a finite number", is_number),
}


def _list(value: Any, kind: Any, path: str, problems: list[Problem]) -> Any:
    if not isinstance(value, list | tuple):
        return _refused(value, "a list", path, problems)
    items = [_value(item, kind, f"{path}[{place}]", problems) for place, item in enumerate(value)]
    return [item for item in items if item is not _LEFT_OUT]


def _open_value(value: Any, kind: Any, path: str, problems: list[Problem]) -> Any:
    """A value that may hold anything, or numbers by name."""
    if kind is not Any and not isinstance(value, Mapping):
        return _refused(value, "an object", path, problems)
    if _is_deeper(value, MAX_NESTING):
        return _refused(value, f"at most {MAX_NESTING} levels", path, problems)
    if kind is Any or Any in get_args(kind):
        return value
    items = {key: _value(item, get_args(kind)[1], f"{path}.{key}", problems) for key, item in value.items()}
    return {key: item for key, item in items.items() if item is not _LEFT_OUT}


def _record(value: Any, record: type, path: str, problems: list[Problem]) -> Any:
    """A record without the fields that break a rule; none where that is one that it cannot be without."""
    if not isinstance(value, Mapping):
        return _refused(value, "an object", path, problems)
    kinds = _kinds_of(record)
    found: dict[str, Any] = {}
    for key, item in value.items():
        place = f"{path}.{key}" if path else str(key)
        if key not in kinds:
            problems.append(Problem(path=place, message="unknown field, left out", found=described(item)))
        elif (clean := _field(item, record, key, kinds[key], place, problems)) is not _LEFT_OUT:
            found[key] = clean
    lacking = [each.name for each in attrs.fields(record) if each.default is attrs.NOTHING and each.name not in found]
    if lacking:
        problems.append(Problem(path=path, message=f"without {', '.join(lacking)}, left out"))
    return _LEFT_OUT if lacking else found


def _field(value: Any, record: type, name: str, kind: Any, path: str, problems: list[Problem]) -> Any:
    words = VOCABULARIES.get(f"{record.__name__}.{name}")
    if words is not None and value not in words:
        return _refused(value, f"one of {', '.join(sorted(words))}", path, problems)
    if (record.__name__, name) == ("Notes", "mind_map"):
        value = _shallow(value, path, problems)
    if (record.__name__, name) == ("Tag", "knowledge"):
        return _knowledge(value, path, problems)
    return _value(value, kind, path, problems)


def _shallow(topics: Any, path: str, problems: list[Problem], levels: int = MAX_TOPIC_LEVELS) -> Any:
    """Topics without those that are deeper than a mind map may be; what is no topic is left to others."""
    if not isinstance(topics, list | tuple):
        return topics
    if topics and not levels:
        _refused(topics, f"at most {MAX_TOPIC_LEVELS} levels of topics", path, problems)
        return []
    return [
        {**topic, "topics": _shallow(topic["topics"], f"{path}[{place}].topics", problems, levels - 1)}
        if isinstance(topic, Mapping) and "topics" in topic
        else topic
        for place, topic in enumerate(topics)
    ]


def _knowledge(value: Any, path: str, problems: list[Problem]) -> Any:
    """What a tag's knowledge was written to: the fields of a record with the word for its graph, or an open value."""
    if not isinstance(value, Mapping) or "graph" not in value:
        return _open_value(value, Any, path, problems)
    graph, fields = value["graph"], {key: item for key, item in value.items() if key != "graph"}
    if graph == OPEN and fields.keys() == {"value"}:
        return _open_value(value, Any, path, problems)
    if not isinstance(graph, str) or graph not in GRAPHS:
        return _refused(value, f"a graph, one of {', '.join(sorted(GRAPHS))}", path, problems)
    clean = _record(fields, GRAPHS[graph], path, problems)
    return clean if clean is _LEFT_OUT else {"graph": graph, **clean}


@lru_cache(64)
def _kinds_of(record: type) -> Mapping[str, Any]:
    """The types of a record's fields."""
    hints = get_type_hints(record)
    return {each.name: hints[each.name] for each in attrs.fields(record)}


def _refused(value: Any, expected: str, path: str, problems: list[Problem]) -> Any:
    problems.append(Problem(path=path, message=f"expected {expected}, left out", found=described(value)))
    return _LEFT_OUT


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether a value is nested deeper than that."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, list | tuple):
        return False
    return not levels or any(_is_deeper(item, levels - 1) for item in value)
