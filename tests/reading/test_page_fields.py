"""No field of the reference pages is dropped: what it holds is in a record or in some `extra`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

import ice_results
from ice_results.records import Document
from ice_results.records.as_json import document_to_json

from .page_fields import TABLES, PageField, Table
from .pages import Tokens, Writer, built, escaped, full_values, response, tokens_of

FIELDS = [pytest.param(table, field, id=f"{table.name}: {field.path}") for table in TABLES for field in table.fields]
WHOLE_TABLES = [pytest.param(table, id=table.name) for table in TABLES]


def escaped_twice(value: Any) -> str:
    """JSON text inside JSON text."""
    return escaped(escaped(value))


def escaped_without_quotes(value: Any) -> str:
    """JSON text escaped once more, but without the quotes around it."""
    return escaped_twice(value)[1:-1]


def decoded_already(value: Any) -> Any:
    """No text at all: the value itself."""
    return value


def parsed(table: Table, values: Iterable[tuple[Tokens, Any]], write: Writer = escaped) -> Document:
    """The document of a response with these values, read from JSON text."""
    return ice_results.parse(json.dumps(response(table, built(values, write), write)))


def kept(document: Document) -> dict[str, Any]:
    """All that a document holds, extras included; problems only talk about values, they do not keep them."""
    return {key: value for key, value in document_to_json(document).items() if key != "problems"}


def leaves(value: Any) -> Counter[tuple[bool, Any]]:
    """How often each plain value occurs below a value; false is not taken for 0."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return sum(map(leaves, value), Counter())
    return Counter([(isinstance(value, bool), value)])


def is_found(field: PageField, found: Counter[tuple[bool, Any]]) -> bool:
    """Whether each of the field's values is there, as a document keeps them."""
    return all((isinstance(value, bool), value) in found for value in field.becomes)


def is_kept(field: PageField, found: Counter[tuple[bool, Any]]) -> bool:
    """Whether each of the field's values is there, as a document keeps them or as they came."""
    return is_found(field, found) or leaves(field.value).keys() <= found.keys()


def removals(table: Table) -> Iterable[Any]:
    """Every field, object and array of a table, the arrays also as empty ones."""
    seen: dict[Tokens, None] = {}
    for tokens, _ in full_values(table):
        seen.update(dict.fromkeys(tokens[:length] for length in range(1, len(tokens) + 1)))
    for tokens in seen:
        is_root_or_text = tokens == ("[]",) or tokens[-1] == "→"
        if not is_root_or_text and ".".join(tokens) not in table.marks:
            yield pytest.param(table, tokens, id=f"{table.name}: {' '.join(tokens)}")


@pytest.mark.parametrize("table", WHOLE_TABLES)
def test_the_values_of_a_table_are_distinct(table: Table) -> None:
    """A value that is found in a document can only have come from its own field."""
    values = [(isinstance(value, bool), value) for field in table.fields for value in field.becomes]
    assert [value for value, times in Counter(values).items() if times > 1] == []
    assert all(field.value != field.other for field in table.fields)


@pytest.mark.parametrize("table", WHOLE_TABLES)
def test_a_full_document_is_read_without_complaint(table: Table) -> None:
    """A response that has every documented field, and only those, gives no error and no warning."""
    problems = parsed(table, full_values(table)).problems
    assert [problem for problem in problems if problem.severity != "note"] == []


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_the_value_of_every_field_is_found(table: Table, field: PageField) -> None:
    """A documented value is in a record, in the unit of the records, or in some `extra`."""
    found = leaves(kept(parsed(table, full_values(table))))
    assert [value for value in field.becomes if (isinstance(value, bool), value) not in found] == []


@pytest.mark.slow
@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_a_change_of_any_field_changes_the_document(table: Table, field: PageField) -> None:
    """Two responses that differ in one field give documents that differ."""
    values = full_values(table)
    changed = [(tokens, field.other if tokens == tokens_of(field.path) else value) for tokens, value in values]
    assert kept(parsed(table, values)) != kept(parsed(table, changed))


@pytest.mark.slow
@pytest.mark.parametrize(("table", "gone"), [case for table in TABLES for case in removals(table)])
def test_without_one_field_every_other_stays(table: Table, gone: Tokens) -> None:
    """A response without one field, object or array, or with an empty array, loses nothing else."""
    left = [field for field in table.fields if tokens_of(field.path)[: len(gone)] != gone]
    values = [(tokens_of(field.path), field.value) for field in left]
    values += [(gone[:-1], [])] if gone[-1] == "[]" else []
    found = leaves(kept(parsed(table, values)))
    assert [field.path for field in left if not is_kept(field, found)] == []


@pytest.mark.parametrize("table", WHOLE_TABLES)
def test_keys_that_no_page_lists_are_kept(table: Table) -> None:
    """An unknown key is kept in every object of a response, and costs no documented field."""
    names = [f"unlisted {number}" for number in range(200)]
    rest = iter(names)
    payload = built(full_values(table), unlisted=rest)
    added = names[: len(names) - len(list(rest))]
    found = leaves(kept(ice_results.parse(json.dumps(response(table, payload)))))
    assert [field.path for field in table.fields if not is_found(field, found)] == []
    assert [name for name in added if (False, name) not in found] == []
    assert added or table.name == "TextGenerate"


@pytest.mark.parametrize("write", [escaped_twice, escaped_without_quotes, decoded_already])
@pytest.mark.parametrize("table", WHOLE_TABLES)
def test_every_form_of_json_text_is_read_alike(table: Table, write: Writer) -> None:
    """JSON text escaped once too often, or decoded already, gives the document of the documented form."""
    values = full_values(table)
    assert kept(parsed(table, values, write)) == kept(parsed(table, values))


@pytest.mark.parametrize("table", WHOLE_TABLES)
def test_records_json_gives_the_same_document(table: Table) -> None:
    """What `records.json` writes is read back as an equal document, extras and problems included."""
    payload = built(full_values(table), unlisted=(f"unlisted {number}" for number in range(200)))
    document = ice_results.parse(json.dumps(response(table, payload)))
    again = ice_results.parse(ice_results.convert(document, "records.json"))
    assert again == document
    assert document_to_json(again) == document_to_json(document)


@pytest.mark.slow
@pytest.mark.parametrize(("table", "wrong"), [case for table in TABLES for case in removals(table)])
def test_a_value_of_the_wrong_type_is_kept(table: Table, wrong: Tokens) -> None:
    """A list where a plain value is due, or a text where an object or an array is due, stays as it came."""
    left = [field for field in table.fields if tokens_of(field.path)[: len(wrong)] != wrong]
    is_plain = any(tokens_of(field.path) == wrong for field in table.fields)
    other = [{"a": "not what is due"}] if is_plain else "not what is due"
    values = [*((tokens_of(field.path), field.value) for field in left), (wrong, other)]
    found = leaves(kept(parsed(table, values)))
    assert (False, "not what is due") in found


@pytest.mark.parametrize("payload", [[{"a": "not what is due"}], {"a": "not what is due"}], ids=["list", "object"])
@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in TABLES if table.around])
def test_a_payload_of_another_shape_is_kept(table: Table, payload: Any) -> None:
    """A payload that has nothing of what its type promises stays in the document as it came."""
    document = ice_results.parse(json.dumps(response(table, payload)))
    assert (False, "not what is due") in leaves(kept(document))
