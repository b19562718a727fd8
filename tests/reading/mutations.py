"""Saved answers as trees with the escaped levels opened, ways to change them anywhere, and values of any kind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from hypothesis import strategies as st

from ..answers import smart_job
from ..conftest import ROOT
from .page_fields import TABLES
from .pages import built, full_values, response

Place = tuple[str | int, ...]
"""The way to a value: keys, places in lists, and an arrow where JSON text begins."""

ARROW = "→"
_LONGEST_LIST = 3


class JsonText(NamedTuple):
    """What the service writes as JSON text, decoded."""

    value: Any


def opened(value: Any) -> Any:
    """A copy of a value with every JSON text in it decoded, to any depth."""
    if isinstance(value, dict):
        return {key: opened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [opened(item) for item in value]
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        try:
            return JsonText(opened(json.loads(value)))
        except json.JSONDecodeError:
            return value
    return value


def closed(tree: Any, write: Callable[[str], str] = str) -> Any:
    """The value that `opened` was given, its texts as `write` makes them of plain JSON text."""
    if isinstance(tree, JsonText):
        return write(text_of(closed(tree.value, write)))
    if isinstance(tree, dict):
        return {key: closed(item, write) for key, item in tree.items()}
    if isinstance(tree, list):
        return [closed(item, write) for item in tree]
    return tree


def decoded(tree: Any) -> Any:
    """The value without any JSON text: all of it decoded already."""
    if isinstance(tree, JsonText):
        return decoded(tree.value)
    if isinstance(tree, dict):
        return {key: decoded(item) for key, item in tree.items()}
    if isinstance(tree, list):
        return [decoded(item) for item in tree]
    return tree


def text_of(value: Any) -> str:
    """A value as it is saved."""
    return json.dumps(value, ensure_ascii=False)


def short(tree: Any) -> Any:
    """The tree with the first few elements of every list, but for lists of numbers such as boxes."""
    if isinstance(tree, JsonText):
        return JsonText(short(tree.value))
    if isinstance(tree, dict):
        return {key: short(item) for key, item in tree.items()}
    if isinstance(tree, list):
        is_box = all(isinstance(item, int | float) for item in tree)
        return tree if is_box else [short(item) for item in tree[:_LONGEST_LIST]]
    return tree


_WORDS = [
    {"text": "Anchor", "begin_time": "0", "end_time": "400", "punc": ",", "id": 1},
    {"text": " up", "begin_time": 400, "end_time": 900, "punc": "!"},
]
_LINES = [
    {"content": "Anchor, up!", "from": 0, "to": 0.9, "sentenceId": 1, "speakerId": "a", "words": _WORDS},
    {"content": "Sails down.", "from": 1.25, "to": "2.5", "speaker": 2},
    {"text": "Land in sight.", "begin_time": 3000, "end_time": 4200},
]
_SPOKEN = [
    {"id": 1, "sentenceId": 7, "start": 0, "end": 300, "text": "Close"},
    {"id": 2, "sentenceId": 7, "start": 300, "end": 700, "text": " the"},
]
_PARAGRAPHS = [
    {"paragraphId": "p1", "speakerId": "1", "words": _SPOKEN},
    {"paragraphId": "p2", "words": [{"id": 3, "sentenceId": 7, "start": 700, "end": 1300, "text": " gates."}]},
    {"paragraphId": "p3", "speakerId": 2, "words": [{"sentenctId": "8", "start": 2000, "end": 2900, "text": "Done."}]},
]
_SENTENCES = [
    {"sentenceId": 7, "start": 0, "end": 1300, "text": "Fermez les portes. "},
    {"sentenceId": 8, "start": 2000, "end": 2900, "text": "Fait. "},
]
_CHAPTERS = [
    {"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Two days of pumping."},
    {"id": 2, "start": 61000, "end": 90000, "headline": "Repairs", "summary": "New seals for the gates."},
]
_WRAPPED_NLP = {
    "transcription": JsonText({"TaskId": "t-1", "transcription": {"paragraphs": _PARAGRAPHS}}),
    "translation": {"AudioInfo": {"Language": "fr"}, "paragraphs": [{"paragraphId": "p1", "sentences": _SENTENCES}]},
    "autoChapters": {"autoChapters": JsonText(_CHAPTERS)},
    "meetingAssistance": {"keywords": ["stop log", {"word": "seal"}], "classifications": {"lecture": 0.25}},
}


def _variants() -> Mapping[str, Any]:
    """Shapes that people have saved and that no sample and no page shows."""
    job = opened(smart_job(""))
    results = [{"Type": "NLP", "Data": JsonText(_WRAPPED_NLP)}, {"Type": "Meta", "Data": JsonText({"title": "Locks"})}]
    return {
        "lines with words": {**job, "JobResult": {"AiResult": JsonText(_LINES)}},
        "lines in Output": {**job, "JobResult": {"MediaId": "m"}, "Output": JsonText(_LINES)},
        "wrapped language parts": {"JobStatus": "Success", "Results": results, "UserData": "shelf B"},
    }


def _documents() -> dict[str, Any]:
    samples = {
        f"sample {path.stem}": short(opened(json.loads(path.read_text(encoding="utf-8"))))
        for path in sorted((ROOT / "samples").glob("*.json"))
    }
    pages = {f"page {table.name}": opened(response(table, built(full_values(table)))) for table in TABLES}
    return {**samples, **pages, **_variants()}


DOCUMENTS: Mapping[str, Any] = _documents()
"""Every sample (its lists cut short), every page with all its fields, and a few variants: opened trees by name."""


def places(tree: Any, place: Place = ()) -> Iterator[Place]:
    """Every key of an object and every element of a list, to any depth, into JSON texts too."""
    if isinstance(tree, JsonText):
        yield from places(tree.value, (*place, ARROW))
    for step, item in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield (*place, step)
        yield from places(item, (*place, step))


def objects(tree: Any) -> Iterator[Place]:
    """The way to every object, the whole tree included."""
    yield from (place for place in ((), *places(tree)) if isinstance(plain_at(tree, place), dict))


def at_place(tree: Any, place: Place) -> Any:
    """The value there."""
    for step in place:
        tree = tree.value if step == ARROW and isinstance(tree, JsonText) else tree[step]
    return tree


def plain_at(tree: Any, place: Place) -> Any:
    """The value there, if it is JSON text what is in the text."""
    value = at_place(tree, place)
    return value.value if isinstance(value, JsonText) else value


def changed(tree: Any, place: Place, change: Callable[[Any], Any]) -> Any:
    """A copy of the tree in which the value at a place is what `change` makes of it."""
    if not place:
        return change(tree)
    step, *rest = place
    if isinstance(tree, JsonText):
        inside = tuple(rest) if step == ARROW else place
        return JsonText(changed(tree.value, inside, change))
    if isinstance(tree, list):
        return [changed(item, tuple(rest), change) if index == step else item for index, item in enumerate(tree)]
    return {key: changed(item, tuple(rest), change) if key == step else item for key, item in tree.items()}


def replaced(tree: Any, place: Place, value: Any) -> Any:
    """A copy of the tree with another value at a place."""
    return changed(tree, place, lambda _: value)


def removed(tree: Any, place: Place) -> Any:
    """A copy of the tree without this key or element."""
    *outer, last = place

    def without(holder: Any) -> Any:
        if isinstance(holder, JsonText):
            return JsonText(without(holder.value))
        if isinstance(holder, list):
            return [item for index, item in enumerate(holder) if index != last]
        return {key: item for key, item in holder.items() if key != last}

    return changed(tree, tuple(outer), without)


# Which keys are data


_KEPT_OPEN = {
    *("userdata", "usage", "usages", "editingconfig", "inputconfig", "outputconfig", "taskinput", "normalconfig"),
    *("spriteconfig", "templateconfig", "templateid", "definition", "workflow"),
    "jobparams",
}
"""Settings: their values are decoded and kept as they are, with everything below them."""

_KEYED_BY_DATA = frozenset({"activityresults", "videotranslationairesultmap"})
"""Objects whose own keys are names of nodes or languages."""


def normal(key: str) -> str:
    """A key without regard to case and separators."""
    return re.sub(r"[\s_-]", "", key).lower()


def _names(place: Place) -> list[str]:
    return [normal(step) for step in place if isinstance(step, str) and step != ARROW]


def is_kept_open(place: Place) -> bool:
    """Whether an object here is kept whole, so that every key in it is data."""
    names = _names(place)
    in_node = "activityresults" in names and "result" in names[names.index("activityresults") :]
    return in_node or not _KEPT_OPEN.isdisjoint(names)


def keys_are_data(place: Place) -> bool:
    """Whether the keys of the object here are data: names of nodes, languages or scenes, or kept settings."""
    names = _names(place)
    is_scenes = names[-2:] == ["meetingassistance", "classifications"]
    return is_kept_open(place) or is_scenes or (bool(names) and names[-1] in _KEYED_BY_DATA)


_SEVERAL_NAMES = frozenset({"alias", "artistalias", "genre", "director", "author", "actor", "occupation"})


def may_hold_more(tree: Any, place: Place) -> bool:
    """Whether a list or an object may be here: a URL may be several, or what it leads to; a name several names."""
    value = at_place(tree, place)
    is_url = isinstance(value, str) and value.startswith(("https://", "oss://"))
    names = _names(place)
    return is_url or (names[-1] in _SEVERAL_NAMES and "knowledgeinfo" in names)


def innermost_item(place: Place) -> Place:
    """The element of a list in which a place is, or the place itself outside of any list."""
    inside = list(takewhile(lambda step: not isinstance(step, int), reversed(place)))
    return place[: len(place) - len(inside)] or place


# Key case


def _words(key: str) -> list[str]:
    """The words of a key: `JobResult`, `job_result` and `AIJobDetail` are two, two and three."""
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9_\s-]+", key) or [key]


def pascal(key: str) -> str:
    """`JobResult`."""
    return "".join(word[:1].upper() + word[1:] for word in _words(key))


def camel(key: str) -> str:
    """`jobResult`."""
    whole = pascal(key)
    return whole[:1].lower() + whole[1:]


def snake(key: str) -> str:
    """`job_result`."""
    return "_".join(_words(key)).lower()


def upper(key: str) -> str:
    """`JOBRESULT`."""
    return "".join(_words(key)).upper()


CASES: Mapping[str, Callable[[str], str]] = {"Pascal": pascal, "camel": camel, "snake": snake, "UPPER": upper}


def recased(tree: Any, write: Callable[[str], str], place: Place = ()) -> Any:
    """The tree with every key written in another case, but for keys that are data."""
    if isinstance(tree, JsonText):
        return JsonText(recased(tree.value, write, (*place, ARROW)))
    if isinstance(tree, list):
        return [recased(item, write, (*place, index)) for index, item in enumerate(tree)]
    if not isinstance(tree, dict):
        return tree
    kept = set(tree) if keys_are_data(place) else _names_of_links(tree, place)
    return {key if key in kept else write(key): recased(item, write, (*place, key)) for key, item in tree.items()}


def _names_of_links(tree: Mapping[str, Any], place: Place) -> set[str]:
    """The keys of URLs in a translated video: any key may be one, and each is the name of its link."""
    is_translation = any("videotranslationairesultmap" in _names((*place, key)) for key in tree)
    return {key for key, item in tree.items() if is_translation and isinstance(item, str)}


# Escaping


def quoted(text: str) -> str:
    """One more level: the text as JSON text."""
    return json.dumps(text, ensure_ascii=False)


def bare(text: str) -> str:
    """One more level, without the quotes around it."""
    return quoted(text)[1:-1]


def escaped(text: str, levels: Iterable[Callable[[str], str]]) -> str:
    """The text with these levels around it, the first one innermost."""
    for level in levels:
        text = level(text)
    return text


LEVELS = st.lists(st.sampled_from([quoted, bare]), max_size=4)


# Values of any kind


def _deep(levels: int) -> Any:
    value: Any = "deep"
    for _ in range(levels):
        value = [value]
    return value


NUMBERS = st.one_of(
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0, -1, -1.0, 1.9, -0.5, 2**31, 2**53 + 1, 10**30, -(10**30), 1e308, -1e308, 5e-324]),
)
TEXTS = st.one_of(
    st.sampled_from(
        ["", " ", "\t\n", "null", "true", "1.9", "12", " 7 ", "-3", "1e400", "NaN", "[1,", '{"a":', '"', "\\"]
    ),
    st.text(max_size=12),
)
_KNOWN_NAMES = ("from", "to", "content", "start", "end", "text", "tags", "details", "words", "Data", "title", "score")
JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(_KNOWN_NAMES), st.text(max_size=5)), inner, max_size=3),
    ),
    max_leaves=6,
)
ANY_VALUES = st.one_of(
    JSON_VALUES,
    st.builds(lambda value: JsonText(opened(value)), JSON_VALUES),
    st.sampled_from([_deep(90), _deep(300), JsonText(_deep(150)), {"a": _deep(120)}]),
)
"""Whatever JSON can hold, also as JSON text, and deeper than any real answer."""

UNKNOWN_KEYS = st.one_of(
    st.sampled_from(["unlisted", "UnlistedKey", "unlisted_key", "x-unlisted", "", " ", "→", "a.b", "[0]", "未知", "_"]),
    st.text(max_size=6).map(lambda text: f"unlisted {text}"),
)
