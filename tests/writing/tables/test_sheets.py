"""Excel files: text stays text, numbers are numbers, and what a sheet has no room for is said or goes on."""

from __future__ import annotations

import sys
from typing import Any

import pytest

import ice_results
from ice_results import Document, MissingExtra, Occurrence, Tag
from ice_results.findings import Change
from ice_results.writing.convert import write
from ice_results.writing.tables import xlsx

from ...judges.tables import binary, opened_by_openpyxl, rows_by_pandas, sheets_by_openpyxl, texts_by_rule
from .tagged import AWKWARD, SEEN, rows_of, tagged

EXCEL = "tags.xlsx"


def test_both_tables_are_sheets() -> None:
    """The rows of tags.csv and of tags.summary.csv, with numbers as numbers, as openpyxl finds them."""
    document = Document(tags=(SEEN, Tag(kind="text tag", name="云岭", score=0.5)))
    content = binary(document, EXCEL)
    sheets = sheets_by_openpyxl(content)
    assert list(sheets) == ["tags", "summary"]
    for name, table in (("tags", "tags.csv"), ("summary", "tags.summary.csv")):
        shown = [{key: "" if cell is None else str(cell) for key, cell in row.items()} for row in sheets[name]]
        assert shown == rows_of(document, table)
    first = sheets["tags"][0]
    assert [first[name] for name in ("start_ms", "start", "score", "boxes")] == [1000, "00:00:01.000", 0.9, 2]


@pytest.mark.parametrize("sheet", ["tags", "summary"])
def test_pandas_finds_the_same_rows(sheet: str) -> None:
    """The rows of each sheet are in pandas what they are in openpyxl."""
    content = binary(Document(tags=(SEEN, Tag(kind="text tag", name="云岭", score=0.5))), EXCEL)
    assert rows_by_pandas(content, sheet) == sheets_by_openpyxl(content)[sheet]


def test_text_stays_text() -> None:
    """No text becomes a formula, a URL or a number, and each comes back as it was by the rule of the format."""
    content = binary(tagged(*AWKWARD, ""), EXCEL)
    cells = [cell for row in opened_by_openpyxl(content)["tags"].iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.column_letter == "H" and cell.value is not None} == {"s"}
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    assert texts_by_rule(content) >= set(AWKWARD)


def width_of(sheet: Any, name: str) -> float:
    """The width of the column below a header; the file keeps equal ones beside each other as one."""
    (place,) = (cell.column for cell in sheet[1] if cell.value == name)
    (width,) = (each.width for each in sheet.column_dimensions.values() if each.min <= place <= each.max)
    return float(width)


def test_the_header_stays_in_view_with_filters() -> None:
    """The first row is frozen and has filters; columns are as wide as what they show, ideographs twice."""
    narrow, wide = (opened_by_openpyxl(binary(tagged(name), EXCEL))["tags"] for name in ("陆青棠", "长" * 20))
    assert (narrow.freeze_panes, narrow.auto_filter.ref) == ("A2", "A1:M2")
    widest = opened_by_openpyxl(binary(tagged("长" * 999), EXCEL))["tags"]
    assert [round(width_of(sheet, "name")) for sheet in (narrow, wide, widest)] == [10, 44, 61]


def test_what_a_cell_cannot_hold_is_a_change() -> None:
    """A text is cut at 32,767 characters, what is no number for Excel is text, and all of it is said."""
    seen = (Occurrence(start_ms=2**53 + 1, score=float("nan")),)
    document = Document(tags=(Tag(kind="half \ud83d", name="长" * 40_000, share=float("inf"), occurrences=seen),))
    (output,) = write(document, EXCEL)
    assert isinstance(output.content, bytes)
    (row,) = sheets_by_openpyxl(output.content)["tags"]
    assert [row[name] for name in ("start_ms", "score", "share", "boxes", "kind")] == [
        *("9007199254740993", "nan", "inf", 0, "half ?")
    ]
    assert row["name"] == "长" * 32_767
    assert [str(change) for change in output.changes if "sheet tags," in change.message] == [
        "sheet tags, row 2, start_ms: 9007199254740993 is no number that Excel holds, and was written as text",
        "sheet tags, row 2, kind: half a surrogate pair became ?",
        "sheet tags, row 2, name: 40000 characters were cut to 32767",
        "sheet tags, row 2, score: nan is no number that Excel holds, and was written as text",
        "sheet tags, row 2, share: inf is no number that Excel holds, and was written as text",
    ]
    assert Change(None, "sheet summary, row 2, name: 40000 characters were cut to 32767") in output.changes


def test_characters_beyond_the_first_plane_count_twice() -> None:
    """Excel counts UTF-16: 20,000 emoji are 40,000 characters to it, and none is cut in half."""
    (output,) = write(tagged("🎉" * 20_000), EXCEL)
    assert isinstance(output.content, bytes)
    (row,) = sheets_by_openpyxl(output.content)["tags"]
    assert row["name"] == "🎉" * 16_383
    assert str(output.changes[0]) == "sheet tags, row 2, name: 40000 characters were cut to 32766"


def test_rows_beyond_a_sheet_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet holds 1,048,576 rows, the header too; what follows is in `tags 2`, with a header of its own."""
    assert xlsx.SHEET_ROWS == 1_048_576
    monkeypatch.setattr(xlsx, "SHEET_ROWS", 4)
    sheets = sheets_by_openpyxl(binary(tagged(*"一二三四五六七"), EXCEL))
    assert {name: [row["name"] for row in rows] for name, rows in sheets.items()} == {
        "tags": ["一", "二", "三"], "tags 2": ["四", "五", "六"], "tags 3": ["七"],
        "summary": ["一", "二", "三"], "summary 2": ["四", "五", "六"], "summary 3": ["七"],
    }  # fmt: skip


def test_the_same_input_gives_the_same_bytes() -> None:
    """The file has no time of its making."""
    assert binary(Document(tags=(SEEN,)), EXCEL) == binary(Document(tags=(SEEN,)), EXCEL)
    assert opened_by_openpyxl(binary(Document(tags=(SEEN,)), EXCEL)).properties.created.year == 2000


def test_without_xlsxwriter_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is in the message."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra) as error:
        ice_results.convert(Document(tags=(SEEN,)), EXCEL)
    assert str(error.value) == "Excel files need xlsxwriter: pip install 'ice-results[excel]'"
