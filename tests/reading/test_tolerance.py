"""Whatever is odd in a saved answer costs no more than what it stands in, and is never taken for something else."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import product
from types import ModuleType
from typing import Any
from unittest import mock

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st

import ice_results
from ice_results.findings import Problem
from ice_results.reading.documents import jobs
from ice_results.reading.escaping import at
from ice_results.reading.payloads import (
    knowledge,
    labels,
    language,
    notes,
    process,
    search,
    sentences,
    speech,
    text_frames,
    vod,
    workflow,
)
from ice_results.reading.wire import (
    DECODED,
    IDENTIFIER,
    LABEL,
    MILLISECONDS,
    SCORE,
    SECONDS,
    TEXT,
    FieldType,
    ListOf,
    Mapped,
    NeedsSlowPath,
    Schema,
)
from ice_results.reading.wire.boxes import CORNERS, CORNERS_IN_A_ROW
from ice_results.records import Document
from ice_results.records.as_json import document_to_json

from .mutations import (
    ARROW,
    CASES,
    DOCUMENTS,
    JSON_VALUES,
    LEVELS,
    NUMBERS,
    ODD_VALUES,
    UNKNOWN_KEYS,
    JsonText,
    Place,
    at_place,
    bare,
    changed,
    closed,
    decoded,
    escaped,
    innermost_item,
    is_kept_open,
    keys_are_data,
    normal,
    objects,
    opened,
    places,
    quoted,
    recased,
    removed,
    replaced,
    text_of,
)

NAMES = sorted(DOCUMENTS)
EVERY_DOCUMENT = pytest.mark.parametrize("name", NAMES)
PLACES: Mapping[str, tuple[Place, ...]] = {name: tuple(places(tree)) for name, tree in DOCUMENTS.items()}

thorough = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
few = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])

MARKS: Mapping[str, tuple[str, ...]] = {
    "sample callback_smarttag": ("MessageBody",),
    "sample dump_sdk_snake": ("body", "status_code"),
    "sample list_jobs": ("SmartJobList",),
    "sample media_analysis": ("Content", "ResultType"),
    "sample media_info": ("MediaInfo",),
    "sample media_search": ("MediaInfoList",),
    "sample vod_ai": ("AIJobDetail",),
    "sample vod_asr": ("AIJobList",),
    "sample vod_snapshot": ("SnapshotJobDetail",),
    "sample vod_transcode": ("TranscodeJobDetail",),
    "sample vod_video_tags": ("VideoTagResult",),
    "sample vod_workflow": ("WorkflowTaskDetail",),
    "page ListSmartJobs": ("SmartJobList",),
}
"""The keys at the top by which alone a document is recognised; every other one has a second key that does."""

ENVELOPES = ("MessageBody", "body")
"""Keys whose value has to be an object: the response is in it."""


def parsed(tree: Any) -> Document:
    """The document in an opened tree, read from JSON text."""
    return ice_results.parse(text_of(closed(tree)))


def without_problems(document: Document) -> Document:
    """What was read, no matter what was complained about."""
    return attrs.evolve(document, problems=())


def complaints(document: Document) -> tuple[Problem, ...]:
    """The problems that are more than notes."""
    return tuple(problem for problem in document.problems if problem.severity != "note")


def everything(document: Document) -> Mapping[str, Any]:
    """The document with all its extras."""
    return document_to_json(document)


def may_be_unrecognised(name: str, place: Place) -> bool:
    """Whether a change here can take the only key away by which a document is recognised."""
    return len(place) == 1 and place[0] in MARKS.get(name, ())


def records_of(value: Any) -> Iterable[str]:
    """Every record below a value: each with what is below it, and each on its own, without its extra."""
    if isinstance(value, tuple):
        for item in value:
            yield from records_of(item)
    elif attrs.has(type(value)):
        fields = {each.name: getattr(value, each.name) for each in attrs.fields(type(value)) if each.eq}
        yield f"{type(value).__name__} {fields}"
        lists = {name: item for name, item in fields.items() if isinstance(item, tuple)}
        yield f"{type(value).__name__} alone {[each for each in fields.items() if each[0] not in lists]}"
        for item in lists.values():
            yield from records_of(item)
    elif value is not None:
        yield repr(value)


def records_in(document: Document) -> Counter[str]:
    """The records of a document, each at every level; the document itself is none."""
    fields = {each.name: getattr(document, each.name) for each in attrs.fields(Document)}
    items = [item for name, item in fields.items() if name not in ("problems", "extra", "source")]
    return Counter(record for item in items for record in records_of(item))


def some_place(data: st.DataObject, fitting: Callable[[str, Place], bool]) -> tuple[str, Place]:
    """A document, and a place of it that fits."""
    name = data.draw(st.sampled_from([name for name in NAMES if any(fitting(name, place) for place in PLACES[name])]))
    return name, data.draw(st.sampled_from([place for place in PLACES[name] if fitting(name, place)]))


# Unknown keys


@thorough
@given(name=st.sampled_from(NAMES), data=st.data())
def test_unknown_keys_change_no_known_field(name: str, data: st.DataObject) -> None:
    """Keys that nobody knows, in any objects at any level and with any values, leave an equal document."""
    tree = DOCUMENTS[name]
    homes = [place for place in objects(tree) if not keys_are_data(place)]
    for home in data.draw(st.lists(st.sampled_from(homes), min_size=1, max_size=3)):
        more = data.draw(st.dictionaries(UNKNOWN_KEYS, JSON_VALUES, min_size=1, max_size=2))
        change = partial(with_keys, more=more, front=data.draw(st.booleans()))
        tree = changed(tree, home, change)
    assert parsed(tree) == parsed(DOCUMENTS[name])


def with_keys(value: Any, more: Mapping[str, Any], front: bool) -> Any:
    """An object with more keys, before its own or behind them."""
    if isinstance(value, JsonText):
        return JsonText(with_keys(value.value, more, front))
    return {**more, **value} if front else {**value, **more}


# Missing, null, and odd values


@EVERY_DOCUMENT
def test_only_these_keys_make_a_document_recognisable(name: str) -> None:
    """Without one of its keys at the top a document is still read, but for the keys of the table above."""
    tree = DOCUMENTS[name]
    unrecognised = []
    for key in tree:
        try:
            parsed(removed(tree, (key,)))
        except ice_results.UnrecognisedDocument:
            unrecognised.append(key)
    assert sorted(unrecognised) == sorted(MARKS.get(name, ()))


def is_given(name: str, place: Place) -> bool:
    """Whether there is a value, not null and not blank."""
    value = at_place(DOCUMENTS[name], place)
    return value is not None and not (isinstance(value, str) and not value.strip())


def is_in_a_list(name: str, place: Place) -> bool:
    """Whether this is an element of a list, or in one."""
    return any(isinstance(step, int) for step in place)


@thorough
@given(data=st.data(), value=ODD_VALUES)
def test_an_odd_value_costs_only_what_it_stands_in(data: st.DataObject, value: Any) -> None:
    """Any value in place of another raises nothing, and every record that does not need the value stays as it is.

    A record does not need a value if it is the same in the document without the value, and in the one without the
    element of a list that the value stands in.
    """
    name, place = some_place(data, is_given)
    tree = DOCUMENTS[name]
    try:
        odd = parsed(replaced(tree, place, value))
        without = parsed(removed(tree, place))
    except ice_results.UnrecognisedDocument:
        assert may_be_unrecognised(name, place)
        return
    others = records_in(parsed(tree)) & records_in(without)
    if is_in_a_list(name, place):
        others &= records_in(parsed(removed(tree, innermost_item(place))))
    assert others - records_in(odd) == Counter()


@thorough
@given(data=st.data())
def test_an_odd_item_leaves_all_other_items(data: st.DataObject) -> None:
    """Odd values in one line, word, tag, chapter or result change no record of any other.

    The records of the others are those that are the same without this element of the innermost list.
    """
    name, place = some_place(data, is_in_a_list)
    tree, item = DOCUMENTS[name], innermost_item(place)
    others = records_in(parsed(tree)) & records_in(parsed(removed(tree, item)))
    inside = [place for place in PLACES[name] if place[: len(item)] == item]
    wrong = data.draw(st.lists(st.sampled_from(inside), min_size=1, max_size=3, unique=True))
    for each in sorted(wrong, key=len, reverse=True):
        tree = replaced(tree, each, data.draw(ODD_VALUES))
    assert others - records_in(parsed(tree)) == Counter()


def is_below_the_top(name: str, place: Place) -> bool:
    """Whether this is not one of the keys of the answer itself."""
    answer = place[1:] if place[0] in ENVELOPES else place
    return len([step for step in answer if step != ARROW]) > 1


@thorough
@given(data=st.data())
def test_however_much_is_odd_the_answer_is_read(data: st.DataObject) -> None:
    """As long as the keys of the answer itself are there, nothing that is missing or odd below them raises."""
    name, first = some_place(data, is_below_the_top)
    found = [place for place in PLACES[name] if is_below_the_top(name, place)]
    others = data.draw(st.lists(st.sampled_from(found), max_size=8))
    tree = DOCUMENTS[name]
    for place in sorted({first, *others}, key=lambda place: (len(place), str(place)), reverse=True):
        try:
            at_place(tree, place)
        except (IndexError, KeyError):
            continue
        tree = removed(tree, place) if data.draw(st.booleans()) else replaced(tree, place, data.draw(ODD_VALUES))
    everything(parsed(tree))


@pytest.mark.parametrize("value", [True, 1.5, [1], {"odd": 1}], ids=text_of)
@EVERY_DOCUMENT
def test_a_type_that_is_no_word_raises_nothing(name: str, value: Any) -> None:
    """Wherever the service names what something is, a value that is no name is read like no name."""
    tree = DOCUMENTS[name]
    for place in PLACES[name]:
        if normal(str(place[-1])).endswith(("type", "status", "state")) and not is_kept_open(place):
            odd = parsed(replaced(tree, place, value))
            if not may_be_unrecognised(name, place):
                assert records_in(parsed(removed(tree, place))) - records_in(odd) == Counter()


def test_what_is_nested_too_deep_can_be_written_wherever_it_stands() -> None:
    """A value that is nested deeper than anybody reads spoils no output, in whatever place it is kept."""
    deep = json.loads("[" * 300 + "]" * 300)
    wrong = []
    for name in ("page GetSmartHandleJob", "page ASR", "page NLP", "sample callback_smarttag", "sample media_info"):
        for place in PLACES[name]:
            if not may_be_unrecognised(name, place):
                try:
                    ice_results.convert(parsed(replaced(DOCUMENTS[name], place, deep)), "records.json")
                except TypeError:
                    wrong.append((name, place))
    assert wrong == []


@thorough
@given(data=st.data(), value=ODD_VALUES)
def test_what_was_read_with_an_odd_value_can_be_written(data: st.DataObject, value: Any) -> None:
    """A document with any value anywhere is written in every format that it has material for."""
    name, place = some_place(data, lambda *at: not may_be_unrecognised(*at))
    document = parsed(replaced(DOCUMENTS[name], place, value))
    for writer in ice_results.formats():
        with suppress(ice_results.NoMaterial):
            ice_results.convert(document, writer.name)


@pytest.mark.parametrize("time", [10**19, 10**30, -(10**30), 1e300], ids=str)
def test_a_time_beyond_all_measure_can_be_written(time: float) -> None:
    """A time that no file could last for spoils no output."""
    for name, key in (("page ASR", "to"), ("page NLP", "end"), ("page OCR", "timestamp"), ("page VideoLabel", "from")):
        place = next(place for place in PLACES[name] if place[-1] == key)
        document = parsed(replaced(DOCUMENTS[name], place, time))
        for writer in ice_results.formats():
            with suppress(ice_results.NoMaterial):
                ice_results.convert(document, writer.name)


def is_known_key(name: str, place: Place) -> bool:
    """Whether this is a key that the service names, of an object that is read key by key."""
    return isinstance(place[-1], str) and not keys_are_data(place[:-1])


@thorough
@given(data=st.data())
def test_null_says_as_little_as_no_key(data: st.DataObject) -> None:
    """A key with null gives the document without the key, problems included, wherever the keys are not data."""
    name, place = some_place(data, lambda *at: is_known_key(*at) and not may_be_unrecognised(*at))
    tree = DOCUMENTS[name]
    null, without = parsed(replaced(tree, place, None)), parsed(removed(tree, place))
    assert without_problems(null) == without_problems(without)
    assert places_of_problems(null) == places_of_problems(without)


def places_of_problems(document: Document) -> list[tuple[str, str]]:
    """The problems without the values that they show."""
    return [(problem.path, problem.message) for problem in document.problems]


_PAYLOADS = frozenset({"airesult", "activityresults"})


def is_plain_field(name: str, place: Place) -> bool:
    """Whether this is such a key, and text or a number is due under it."""
    value = at_place(DOCUMENTS[name], place)
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    is_field = is_known_key(name, place) and not is_kept_open(place) and normal(str(place[-1])) not in _PAYLOADS
    return is_plain and is_field and not may_be_unrecognised(name, place)


NO_PLAIN_VALUES = st.one_of(
    st.booleans(),
    st.lists(JSON_VALUES, min_size=1, max_size=2),
    st.dictionaries(UNKNOWN_KEYS, JSON_VALUES, min_size=1, max_size=2),
)
"""What is no text and no number: never to be made into one."""


@thorough
@given(data=st.data(), value=NO_PLAIN_VALUES)
def test_what_is_no_plain_value_is_never_made_into_one(data: st.DataObject, value: Any) -> None:
    """True, a list or an object where text or a number is due gives the document without that key."""
    name, place = some_place(data, is_plain_field)
    tree = DOCUMENTS[name]
    odd, without = parsed(replaced(tree, place, value)), parsed(removed(tree, place))
    assert without_problems(odd) == without_problems(without)


NUMBER_KEYS = {
    *("from", "to", "start", "end", "timestamp", "begintime", "endtime", "starttime"),
    *("score", "ratio", "appearanceprobability"),
}


def is_number_field(name: str, place: Place) -> bool:
    """Whether this is a key under which a number is due, in a payload."""
    is_number = isinstance(at_place(DOCUMENTS[name], place), int | float)
    return is_number and is_plain_field(name, place) and normal(str(place[-1])) in NUMBER_KEYS


NO_NUMBERS = st.one_of(
    NO_PLAIN_VALUES,
    NO_PLAIN_VALUES.map(lambda value: JsonText(opened(value))).filter(lambda text: not isinstance(text.value, bool)),
    st.sampled_from(["true", "one", "1,5", "1_000", "0x10", "१", "1e400", "inf", "NaN", "Infinity", "12 s", "--1"]),
)


@thorough
@given(data=st.data(), value=NO_NUMBERS)
def test_what_is_no_number_is_never_made_into_one(data: st.DataObject, value: Any) -> None:
    """Where a number is due, anything that is none is left out and listed as an error; nothing is guessed.

    Under a key that nobody reads, or that only stands in for another, there may be an error or none.
    """
    name, place = some_place(data, is_number_field)
    tree = DOCUMENTS[name]
    odd, without = parsed(replaced(tree, place, value)), parsed(removed(tree, place))
    assert without_problems(odd) == without_problems(without)
    errors = [each for each in odd.problems if each.severity == "error"]
    is_read = without_problems(without) != without_problems(parsed(replaced(tree, place, 7)))
    assert is_read <= len(errors) <= 1


@thorough
@given(data=st.data(), number=NUMBERS.filter(lambda number: abs(number) < 2**53))
def test_a_number_as_text_is_that_number(data: st.DataObject, number: float) -> None:
    """A number written as text, with white space around it or not, is read as the number itself."""
    name, place = some_place(data, is_number_field)
    tree = DOCUMENTS[name]
    around = data.draw(st.sampled_from(["", " ", "\n", "\t"]))
    as_text = replaced(tree, place, f"{around}{text_of(number)}{around}")
    assert without_problems(parsed(as_text)) == without_problems(parsed(replaced(tree, place, number)))


@pytest.mark.parametrize("part", ["transcription", "translation", "autoChapters", "keySentences"])
@pytest.mark.parametrize("wrong", [1.9, "1.9", 0.5, -0.1])
def test_a_part_of_a_millisecond_is_no_time(part: str, wrong: object) -> None:
    """Where whole milliseconds are due a fraction is neither rounded nor cut: it is left out and listed."""
    tree = DOCUMENTS["page NLP"]
    place = next(each for each in PLACES["page NLP"] if part in each and each[-1] == "start")
    odd = parsed(replaced(tree, place, wrong))
    assert without_problems(odd) == without_problems(parsed(removed(tree, place)))
    assert [(each.message, each.found) for each in complaints(odd)] == [("expected whole milliseconds", text_of(wrong))]


@pytest.mark.parametrize("number", [2**53 + 1, 2**63, 2**64 - 1])
def test_every_digit_of_an_id_is_kept(number: int) -> None:
    """An id that came as a number, however long, has the digits that it came with."""
    for name, place in (("page GetSmartHandleJob", ("JobId",)), ("page ListSmartJobs", ("SmartJobList", 0, "UserId"))):
        document = parsed(replaced(DOCUMENTS[name], place, number))
        assert str(number) in (document.jobs[0].id, document.jobs[0].user_id)


@pytest.mark.parametrize("number", [2**64 + 1, 123456789012345678901234])
def test_an_id_with_more_digits_than_a_number_holds_is_said(number: int) -> None:
    """Beyond 64 bits the digits of a number in JSON are lost: a problem, not another id; as an object it is exact."""
    tree = replaced(DOCUMENTS["page GetSmartHandleJob"], ("JobId",), number)
    document = parsed(tree)
    assert document.jobs[0].id is None
    assert [each.message for each in document.problems] == ["expected text or a whole number"]
    assert ice_results.parse({"JobId": number, "State": "Executing"}).jobs[0].id == str(number)


def test_a_topic_that_is_nested_too_deep_leaves_the_others() -> None:
    """In a mind map, what is nested deeper than anybody reads costs only the topic that it stands in."""
    tree = DOCUMENTS["sample talk"]
    place = next(place for place in PLACES["sample talk"] if place[-3:] == ("mindMapSummary", 0, "title"))
    deep = parsed(replaced(tree, place, json.loads("[" * 150 + "]" * 150)))
    without = parsed(removed(tree, place))
    assert without.notes is not None
    assert deep.notes == without.notes


def test_a_wrong_time_does_not_hide_a_right_one() -> None:
    """Text in a frame whose `Timestamp` is no number has the instant of `From`, as where there is no `Timestamp`."""
    tree = DOCUMENTS["sample media_search"]
    place = ("MediaInfoList", 0, "AiData", "OcrInfo", 1, "Timestamp")
    assert parsed(replaced(tree, place, "soon")).frames == parsed(removed(tree, place)).frames


@thorough
@given(data=st.data(), value=JSON_VALUES)
def test_decoded_values_are_read_like_their_text(data: st.DataObject, value: Any) -> None:
    """A document with an odd value in it is the same, extras too, given as text or as decoded objects."""
    name, place = some_place(data, lambda *at: not may_be_unrecognised(*at))
    assume(all(abs(number) < 2**63 for number in integers_in(value)))
    tree = replaced(DOCUMENTS[name], place, value)
    assert exactly(ice_results.parse(closed(tree))) == exactly(parsed(tree))


def integers_in(value: Any) -> Iterator[int]:
    """Every integer below a value; those that fit in no 64 bits have a test of their own."""
    if isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from integers_in(item)
    elif isinstance(value, int):
        yield value


# Escaping


@thorough
@given(name=st.sampled_from(NAMES), data=st.data())
def test_escaping_around_json_text_changes_nothing(name: str, data: st.DataObject) -> None:
    """Every JSON text may be escaped up to four times more, with quotes or without, each in its own way."""
    tree = DOCUMENTS[name]
    after = ice_results.parse(closed(tree, lambda text: escaped(text, data.draw(LEVELS))))
    assert without_arrows(after) == without_arrows(parsed(tree))


EVERY_ESCAPING = [levels for count in range(5) for levels in product([quoted, bare], repeat=count)]


@pytest.mark.parametrize(
    "levels", EVERY_ESCAPING, ids=lambda levels: " ".join(each.__name__ for each in levels) or "no"
)
@pytest.mark.parametrize("name", ["page GetSmartHandleJob", "page CPVLabel", "page GetJobDetail", "page NLP"])
def test_every_escaping_up_to_four_levels_changes_nothing(name: str, levels: tuple[Callable[[str], str], ...]) -> None:
    """Levels with quotes and without, in any order, around every JSON text or around the file, change nothing."""
    tree = DOCUMENTS[name]
    before = without_arrows(parsed(tree))
    assert without_arrows(ice_results.parse(closed(tree, lambda text: escaped(text, levels)))) == before
    assert without_arrows(ice_results.parse(escaped(text_of(closed(tree)), levels))) == before


@thorough
@given(name=st.sampled_from(NAMES), levels=LEVELS)
def test_escaping_around_a_document_changes_nothing(name: str, levels: list[Callable[[str], str]]) -> None:
    """A whole file may be escaped up to four times more, with quotes or without."""
    text = text_of(closed(DOCUMENTS[name]))
    assert without_arrows(ice_results.parse(escaped(text, levels))) == without_arrows(ice_results.parse(text))


def without_arrows(document: Document) -> Any:
    """All of a document; in the paths of its problems no arrow, which stands for a level that was decoded."""
    problems = [str(problem).replace(" →", "").replace("→ ", "") for problem in document.problems]
    return problems, exactly(without_problems(document))


@EVERY_DOCUMENT
def test_a_document_decoded_already_is_the_same(name: str) -> None:
    """A document without any JSON text, all of it decoded, is read like the one with its texts."""
    tree = DOCUMENTS[name]
    assert without_problems(ice_results.parse(decoded(tree))) == without_problems(parsed(tree))


# Key case


@pytest.mark.parametrize("case", CASES)
@EVERY_DOCUMENT
def test_key_case_changes_nothing(name: str, case: str) -> None:
    """Keys in any case give an equal document; only the paths of problems show the keys as they are spelt."""
    tree = DOCUMENTS[name]
    before, after = parsed(tree), parsed(recased(tree, CASES[case]))
    assert without_problems(after) == without_problems(before)
    assert [normal(str(problem)) for problem in after.problems] == [normal(str(problem)) for problem in before.problems]


@thorough
@given(name=st.sampled_from(NAMES), data=st.data())
def test_key_case_may_differ_from_key_to_key(name: str, data: st.DataObject) -> None:
    """Every key of a document may have a case of its own."""
    tree = DOCUMENTS[name]
    after = parsed(recased(tree, lambda key: data.draw(st.sampled_from(list(CASES.values())))(key)))
    assert without_problems(after) == without_problems(parsed(tree))


# Strict, and nothing changed


@thorough
@given(data=st.data(), value=ODD_VALUES)
def test_strict_raises_the_problems_that_are_listed_otherwise(data: st.DataObject, value: Any) -> None:
    """With `strict=True` the problems other than notes are raised, all of them."""
    name, place = some_place(data, lambda *at: not may_be_unrecognised(*at))
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
    """A document without a key that it is recognised by is refused in both modes, with the keys that are left."""
    for key in MARKS[name]:
        answer = closed(removed(DOCUMENTS[name], (key,)))
        with pytest.raises(ice_results.UnrecognisedDocument) as caught:
            ice_results.parse(answer, strict=strict)
        assert caught.value.found.startswith(f"an object with the keys {next(iter(answer))}")
        assert caught.value.candidates == ()


@thorough
@given(data=st.data(), value=ODD_VALUES)
def test_what_is_parsed_is_never_changed(data: st.DataObject, value: Any) -> None:
    """A decoded answer is the same after it was read, with its texts or without any, odd values included."""
    name, place = some_place(data, lambda *at: not may_be_unrecognised(*at))
    tree = replaced(DOCUMENTS[name], place, value)
    for answer in (closed(tree), decoded(tree)):
        before = copy.deepcopy(answer)
        ice_results.parse(answer)
        assert exactly(answer) == exactly(before)


def exactly(value: Any) -> Any:
    """A value to compare by types too, with the extras of records: 1, 1.0 and true are three values."""
    if isinstance(value, Mapping):
        return {key: exactly(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value).__name__, [exactly(item) for item in value]
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return type(value).__name__, {each.name: exactly(getattr(value, each.name)) for each in fields}
    return type(value).__name__, value


# The fast reader and the careful one


MODULES: tuple[ModuleType, ...] = (
    jobs,
    knowledge,
    labels,
    language,
    notes,
    process,
    search,
    sentences,
    speech,
    text_frames,
    vod,
    workflow,
)


def schemas_in(value_type: Any) -> Iterable[Schema[Any]]:
    """Every row of a table, those of its fields included."""
    if isinstance(value_type, dict):
        for item in value_type.values():
            yield from schemas_in(item)
    elif isinstance(value_type, ListOf | Mapped):
        yield from schemas_in(value_type.schema)
    elif isinstance(value_type, Schema):
        yield value_type
        for below in {id(source.value_type): source.value_type for _, source in value_type._named.values()}.values():
            yield from schemas_in(below)


def _value_types() -> Mapping[str, FieldType[Any]]:
    """Every row of the readers with what is made of it, by its module and the keys that it reads."""
    found: dict[str, FieldType[Any]] = {}
    for module in MODULES:
        for name, item in vars(module).items():
            for row in schemas_in(item):
                found.setdefault(f"{module.__name__.rpartition('.')[2]} {' '.join(row._named)}"[:90], row)
            if isinstance(item, Mapped):
                found[f"{module.__name__.rpartition('.')[2]} {name}"] = item
    return found


SHAPES = _value_types()
EVERY_SHAPE = pytest.mark.parametrize(
    "value_type", [pytest.param(value_type, id=name) for name, value_type in SHAPES.items()]
)

_SECONDS = st.one_of(st.integers(0, 10**6), st.floats(0, 10**6))
_PIXELS = st.integers(-10, 5000)
_CORNER = st.lists(_PIXELS, min_size=2, max_size=2)
_DOCUMENTED: tuple[tuple[Any, st.SearchStrategy[Any]], ...] = (
    (SECONDS, _SECONDS),
    (MILLISECONDS, st.integers(0, 10**9)),
    (SCORE, st.one_of(st.floats(0, 1), st.sampled_from([-1, -1.0, 0, 1]))),
    (TEXT, st.one_of(st.text(max_size=8), st.sampled_from([" ", "null"]))),
    (LABEL, st.one_of(st.text(max_size=8), st.sampled_from(["", " ", "null"]))),
    (IDENTIFIER, st.one_of(st.integers(0, 10**12), st.text("ab0 -", max_size=5))),
    (CORNERS, st.fixed_dictionaries({"leftTop": _CORNER, "rightBottom": _CORNER})),
    (CORNERS_IN_A_ROW, st.lists(_PIXELS, min_size=4, max_size=4)),
    (
        DECODED,
        st.one_of(st.text(max_size=5), st.just('{"name": "[1]"}'), st.dictionaries(st.text(max_size=3), _PIXELS)),
    ),
    (text_frames._STYLES, st.integers(0, 3)),
)


def documented(value_type: Any, depth: int = 2) -> st.SearchStrategy[Any]:
    """Values of the type that a field is documented to have."""
    for known, values in _DOCUMENTED:
        if value_type is known:
            return values
    row = next(iter(schemas_in(value_type)), None)
    if row is None:
        return st.lists(st.text("ab ", max_size=4), max_size=2)
    return lists_of_rows(row, depth - 1, max_size=2) if depth else st.just([])


def lists_of_rows(row: Schema[Any], depth: int = 2, max_size: int = 5) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows as they are documented: the same keys in all of them, one for each field, in an order of their own."""
    fields: dict[str, list[tuple[str, Any]]] = {}
    for key, (name, source) in row._named.items():
        fields.setdefault(name, []).append((key, source.value_type))
    chosen = st.tuples(*(st.sampled_from(keys) for keys in fields.values()))
    some = chosen.flatmap(lambda keys: st.lists(st.sampled_from(keys), unique_by=lambda each: each[0], min_size=1))
    return some.flatmap(
        lambda keys: st.lists(
            st.fixed_dictionaries({key: documented(value_type, depth) for key, value_type in keys}),
            min_size=1,
            max_size=max_size,
        )
    )


def schema_of(value_type: Any) -> Schema[Any]:
    """The table behind a value_type."""
    return next(iter(schemas_in(value_type)))


def read_with_care(value_type: FieldType[Any], rows: list[Any]) -> Any:
    """What the slow path makes of rows, one by one, at every level."""
    with mock.patch.object(Schema, "column", side_effect=NeedsSlowPath):
        one_by_one = [value_type.read(row, at("rows", index)) for index, row in enumerate(rows)]
    records = tuple(each.value for each in one_by_one if each.value is not None)
    rest = [each.unused for each in one_by_one if each.value is None and each.unused is not None]
    return records, tuple(problem for each in one_by_one for problem in each.problems), rest or None


def read_at_once(value_type: FieldType[Any], rows: list[Any], block: int) -> Any:
    """What is made of the whole list."""
    with mock.patch("ice_results.reading.wire.schemas.BLOCK", block):
        read = ListOf(value_type).read(rows, "rows")
    return read.value, read.problems, read.unused


@EVERY_SHAPE
@few
@given(data=st.data())
def test_rows_as_documented_are_read_alike_at_once_and_one_by_one(
    value_type: FieldType[Any], data: st.DataObject
) -> None:
    """A list of documented rows gives, column by column, the records that the slow path gives."""
    rows = data.draw(lists_of_rows(schema_of(value_type)))
    assert exactly(read_at_once(value_type, rows, 2048)) == exactly(read_with_care(value_type, rows))


@EVERY_SHAPE
@few
@given(data=st.data())
def test_odd_rows_are_read_alike_at_once_and_one_by_one(value_type: FieldType[Any], data: st.DataObject) -> None:
    """With odd values, keys or rows among them, and in blocks of any size, both readers still agree."""
    rows: list[Any] = data.draw(lists_of_rows(schema_of(value_type)))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(list(places(rows))))
        rows = replaced(rows, place, closed(data.draw(ODD_VALUES)))
    if data.draw(st.booleans()):
        rows = [
            {**row, data.draw(UNKNOWN_KEYS): data.draw(JSON_VALUES)} if isinstance(row, dict) else row for row in rows
        ]
    block = data.draw(st.sampled_from([1, 2, 3, 2048]))
    note(f"{rows}, {block} at once")
    assert exactly(read_at_once(value_type, rows, block)) == exactly(read_with_care(value_type, rows))


@EVERY_SHAPE
def test_documented_rows_do_go_column_by_column(value_type: FieldType[Any]) -> None:
    """The fast reader takes a plain documented row of every table that has no field without a fast path."""
    row = schema_of(value_type)
    plain: dict[int, Any] = {id(SECONDS): 1.5, id(MILLISECONDS): 20, id(SCORE): 0.5, id(CORNERS_IN_A_ROW): [1, 2, 3, 4]}
    plain |= {id(CORNERS): {"leftTop": [1, 2], "rightBottom": [3, 4]}, id(text_frames._STYLES): 1}
    first = {name: key for key, (name, _) in reversed(row._named.items())}
    values = {key: plain.get(id(row._named[key][1].value_type), "text") for key in first.values()}
    fast = {key: each for key, each in values.items() if not is_list(row._named[key][1].value_type)}
    assert len(list(value_type.column([fast, fast]))) == 2


def is_list(value_type: Any) -> bool:
    """Whether a field holds rows, or lists that have no fast path."""
    return not any(value_type is known for known, _ in _DOCUMENTED)
