"""Text to values through any escaping, and the limits and errors of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import DecodeError
from ice_results.reading import escaping as peeling
from ice_results.reading.escaping import ENCODING_ADVICE, MAX_DEPTH, at, decode, decoded, peel, peel_deep
from ice_results.text.values import described

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
containers = st.lists(json_values, min_size=1, max_size=4) | st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5), json_values, min_size=1, max_size=4
)


def escaped(text: str) -> str:
    """The text escaped once more and not quoted, as in the response sample of GetJobDetail."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


@given(containers, st.lists(st.booleans(), max_size=4))
def test_any_number_of_levels_comes_off(value: object, quoted: list[bool]) -> None:
    """However often a value was escaped, with quotes around it or without, the value is inside."""
    text = json.dumps(value, ensure_ascii=False)
    for with_quotes in quoted:
        text = json.dumps(text, ensure_ascii=False) if with_quotes else escaped(text)
    if '"' in json.dumps(value) or all(quoted):
        assert peel(text).value == value


@pytest.mark.parametrize("text", ["null", " null\n", "", "  \t", '"null"'])
def test_the_text_null_and_blank_text_are_nothing(text: str) -> None:
    """The text `null`, also in quotes, and blank text hold no value."""
    assert peel(text).value is None


@pytest.mark.parametrize("text", ["0012", "1e5", "true", "oss://bucket/file", '"in quotes"', "[draft] title", "{x}"])
def test_text_that_holds_no_object_or_list_stays_as_it_is(text: str) -> None:
    """An id, a number, a word or a title in quotes is not turned into something else."""
    assert peel(text).value == text


def test_white_space_and_marks_around_json_do_not_matter() -> None:
    """A byte order mark and white space around the text, as in real files, are passed over."""
    assert peel('\ufeff {"title":"x"}\t\n').value == {"title": "x"}
    assert decode('\ufeff{"a":1}\r\n') == {"a": 1}
    assert decode(b'\xef\xbb\xbf{"a":1}\n') == {"a": 1}


def test_what_strict_json_forbids_and_dumps_contain_is_read() -> None:
    """NaN and control characters inside strings are read, half a surrogate pair becomes U+FFFD."""
    value = decode('{"score": NaN, "text": "a\tb", "emoji": "\\ud83d"}')
    assert value["score"] != value["score"]
    assert (value["text"], value["emoji"]) == ("a\tb", "�")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b'["\xc4\xe3"]', f"no valid UTF-8 text: byte 2 is 0xc4; {ENCODING_ADVICE}"),
        (b'{"a": 1}\0\0', "damaged text: character 8 is zero; save or fetch the file again"),
        (
            b"{'JobId': 'J-1', 'State': None}",
            "this is what Python prints, not JSON: \"{'JobId': 'J-1', 'State': None}\"; "
            "save json.dumps(response.body.to_map()) instead of str(response)",
        ),
    ],
    ids=["empty", "blank", "gbk", "zeros", "python"],
)
def test_what_is_no_json_is_said(text: bytes, message: str) -> None:
    """The error says what is wrong with the file, and what to do."""
    with pytest.raises(DecodeError) as caught:
        decode(text)
    assert str(caught.value) == message


def test_broken_json_is_said_with_its_place() -> None:
    """The error names line and column."""
    with pytest.raises(DecodeError, match=r"^no valid JSON at line 2 column 9: "):
        decode('{\n  "a": [}')


def test_depth_has_a_bound() -> None:
    """Text nested thousands of levels deep is an error, not a crash."""
    with pytest.raises(DecodeError):
        decode("[" * 100_000 + "]" * 100_000)
    with pytest.raises(DecodeError, match=f"nested deeper than {MAX_DEPTH} levels"):
        peel_deep(json.loads("[" * 150 + "1" + "]" * 150))


def test_levels_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that is escaped more often than we follow stays text, with the reason."""
    text = json.dumps(json.dumps(json.dumps([1])))
    assert peel(text).value == [1]
    monkeypatch.setattr(peeling, "MAX_LEVELS", 2)
    assert peel(text) == peeling.Peeled(text, "", "escaped more than 2 times")


def test_size_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text over the limit is refused before it is decoded."""
    monkeypatch.setattr(peeling, "MAX_BYTES", 10)
    message = "13 bytes is more than the 10 that we read; split the file"
    with pytest.raises(DecodeError) as caught:
        decode('{"a": "long"}')
    assert str(caught.value) == message
    assert peel('{"a": "long"}').reason == "over 10 bytes"


def test_deep_text_is_opened_everywhere_but_in_titles() -> None:
    """`peel_deep` opens objects and lists in text at any depth, and leaves `[1]` and words alone."""
    inner = json.dumps({"Trigger": json.dumps({"Biz": "ice"}), "Title": "[1]", "Note": '"so"', "Empty": "{}"})
    assert peel_deep({"Result": inner}) == {
        "Result": {"Trigger": {"Biz": "ice"}, "Title": "[1]", "Note": '"so"', "Empty": {}}
    }


def test_paths_say_where_text_was_decoded() -> None:
    """A path has an arrow for a decoded text, brackets for places and for keys with unusual characters."""
    path = decoded(at(at("", "JobResult"), "AiResult"))
    assert at(at(path, 3), "from") == "JobResult.AiResult → [3].from"
    assert at(at(decoded("Results.Result[0].Data"), "entities"), 2) == "Results.Result[0].Data → entities[2]"
    assert at("ActivityResults →", "节点 1") == 'ActivityResults → ["节点 1"]'
    assert decoded(path) == path
    assert at("", 0) == "[0]"


def test_values_are_shown_short() -> None:
    """A message shows a value on one line and shortened, objects by their keys."""
    assert described("a\nb") == '"a\\nb"'
    assert described("x" * 100) == '"' + "x" * 58 + "…"
    assert described({"a": 1, "b": 2}) == "an object with the keys a, b"
    assert (described({}), described([]), described([1, 2])) == ("an empty object", "an empty list", "a list of 2")
    assert (described(None), described(True), described(1.5)) == ("null", "true", "1.5")
