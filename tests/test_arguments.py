"""What is given in the place of a document, a path or a name is an error of ours that says what to give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ice_results as ice
from ice_results import Change, Document, InvalidOption, Segment, Transcript

ON_A_DOCUMENT: dict[str, Callable[[Any], object]] = {
    "above": lambda given: ice.above(given, 0.5),
    "chinese": lambda given: ice.chinese(given, "s2t"),
    "convert": lambda given: ice.convert(given, "srt"),
    "cut": lambda given: ice.cut(given, 0, 1000),
    "rename_speakers": lambda given: ice.rename_speakers(given, {}),
    "replace_text": lambda given: ice.replace_text(given, {}),
    "save": lambda given: ice.save(given, "talk.srt"),
    "scale": lambda given: ice.scale(given, 25, 25),
    "shift": lambda given: ice.shift(given, 0),
}
ON_DOCUMENTS: dict[str, Callable[[Any], object]] = {
    "arrow": lambda given: ice.arrow(given, "tags"),
    "join": ice.join,
    "merge": ice.merge,
    "rows": lambda given: ice.rows(given, "tags"),
}
NO_DOCUMENTS = [
    ("talk.json", '"talk.json"'),
    ({"JobId": "1"}, "an object with the keys JobId"),
    (5, "5"),
    (None, "null"),
]


@pytest.mark.parametrize(("given", "found"), NO_DOCUMENTS)
@pytest.mark.parametrize("name", ON_A_DOCUMENT)
def test_what_is_no_document_is_named(name: str, given: object, found: str) -> None:
    """A path, an answer, a number or nothing in the place of a document says what is wanted and what was found."""
    with pytest.raises(InvalidOption) as error:
        ON_A_DOCUMENT[name](given)
    assert str(error.value) == f"option document: expected a Document, as load and parse give it, found {found}"


@pytest.mark.parametrize(("given", "found"), NO_DOCUMENTS)
@pytest.mark.parametrize("in_a_list", [False, True])
@pytest.mark.parametrize("name", ON_DOCUMENTS)
def test_what_are_no_documents_is_named(name: str, in_a_list: bool, given: object, found: str) -> None:
    """The same where several are taken, for the value as a whole and for one among documents."""
    expected = "a Document or several, as load and parse give them"
    with pytest.raises(InvalidOption) as error:
        ON_DOCUMENTS[name]([Document(), given] if in_a_list else given)
    assert str(error.value) == f"option documents: expected {expected}, found {found}"


@pytest.mark.parametrize("edit", [ice.join, ice.merge])
def test_one_document_is_not_several(edit: Callable[[Any], object]) -> None:
    """What puts documents together takes them in a list, so that a second argument is never taken for offsets."""
    with pytest.raises(InvalidOption) as error:
        edit(Document())
    expected = "documents in a list, such as [first, second]"
    assert str(error.value) == f"option documents: expected {expected}, found <Document: empty>"


WRONG: Any = 5
CALLS: dict[str, tuple[str, Callable[[], object]]] = {
    "format": ("the name of a format, such as srt", lambda: ice.convert(Document(), WRONG)),
    "table": ("the name of a table, such as tags", lambda: ice.rows(Document(), WRONG)),
    "offsets_ms": ("a list of offsets, one for each document", lambda: ice.join([Document()], WRONG)),
    "changes": (
        "a list that changes are appended to",
        lambda: ice.convert(Document(), "srt", changes=WRONG),
    ),
    "path": ("the path of a file (parse reads what is in memory)", lambda: ice.load(WRONG)),
}


@pytest.mark.parametrize("name", CALLS)
def test_what_is_no_name_and_no_path_is_named(name: str) -> None:
    """A number in the place of a name, of a list or of a path is an error of ours, not of Python."""
    expected, call = CALLS[name]
    with pytest.raises(InvalidOption) as error:
        call()
    assert str(error.value) == f"option {name}: expected {expected}, found 5"


def test_what_was_changed_is_appended_to_a_list(tmp_path: Path) -> None:
    """`convert` and `save` say what they wrote otherwise than the service gave it, of the track that is written."""
    segments = (Segment(start_ms=1000, end_ms=1000, text="早"), Segment(text="好"))
    document = Document(transcripts=(Transcript(kind="asr", segments=segments),))
    changes = [Change(None, "one before")]
    ice.convert(document, "srt", changes=changes)
    assert [str(each) for each in changes[1:]] == [
        "a segment without a start was left out: 好",
        "at 1000 ms: a segment with an end of 1000 ms ends at 2000 ms",
    ]
    saved: list[Change] = []
    ice.save(document, tmp_path / "a.srt", changes=saved)
    assert saved == changes[1:]
