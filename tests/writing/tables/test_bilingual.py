"""Speech in several languages as a table, and all tables of a document as one workbook."""

from __future__ import annotations

import pytest

import ice_results as ice
from ice_results import Document, NoMaterial, Segment, Transcript

from ...judges.tables import binary, opened_by_openpyxl, rows_by_pandas, sheets_by_openpyxl
from .tagged import SEEN, rows_of

SAID = Transcript(
    kind="transcription",
    language="zh",
    segments=(
        Segment(start_ms=0, end_ms=1000, text="早上好。", id="1", speaker="Nan"),
        Segment(start_ms=1000, end_ms=2000, text="=我们走吧。", id="2"),
        Segment(start_ms=2000, end_ms=3000, text="嗯。", id="3"),
    ),
)
IN_ENGLISH = Transcript(
    kind="translation",
    language="en",
    segments=(
        Segment(start_ms=0, end_ms=1000, text="Good morning.", id="1"),
        Segment(start_ms=1000, end_ms=2000, text="Let us go.", id="2"),
    ),
)
IN_FRENCH = Transcript(kind="translation", language="fr", segments=(Segment(start_ms=0, text="Bonjour.", id="1"),))
DOCUMENT = Document(transcripts=(SAID, IN_ENGLISH, IN_FRENCH))


def test_every_sentence_is_a_row_and_every_language_a_column() -> None:
    """A sentence without a translation has an empty cell, and text that is a formula is guarded."""
    first, second, third = rows_of(DOCUMENT, "bilingual.csv")
    assert first == {
        "number": "1", "start_ms": "0", "end_ms": "1000", "start": "00:00:00.000", "end": "00:00:01.000",
        "speaker": "Nan", "zh": "早上好。", "en": "Good morning.", "fr": "Bonjour.",
    }  # fmt: skip
    assert [second[name] for name in ("speaker", "zh", "en", "fr")] == ["", "'=我们走吧。", "Let us go.", ""]
    assert [third[name] for name in ("number", "zh", "en")] == ["3", "嗯。", ""]


def test_languages_that_nobody_names_are_found_or_called_what_they_are() -> None:
    """The script tells Chinese; two translations of one language have the names of their tracks."""
    plain = Transcript(kind="transcription", segments=SAID.segments)
    again = Transcript(kind="translation", language="en", segments=IN_ENGLISH.segments)
    columns = list(rows_of(Document(transcripts=(plain, IN_ENGLISH, again)), "bilingual.csv")[0])
    assert columns[6:] == ["zh", "en", "translation.en"]


def test_the_sheet_has_the_same_rows() -> None:
    """openpyxl and pandas find in Excel what is in CSV, where formulas are no danger."""
    content = binary(DOCUMENT, "bilingual.xlsx")
    rows = sheets_by_openpyxl(content)["bilingual"]
    assert [(row["zh"], row["en"]) for row in rows] == [
        ("早上好。", "Good morning."),
        ("=我们走吧。", "Let us go."),
        ("嗯。", None),
    ]
    assert rows_by_pandas(content, "bilingual") == rows


@pytest.mark.parametrize("name", ["bilingual.csv", "bilingual.xlsx"])
def test_one_language_is_not_two(name: str) -> None:
    """Without a translation, or with nothing else, there is no such table."""
    for transcripts in ((SAID,), (IN_ENGLISH,)):
        with pytest.raises(NoMaterial, match=rf"^nothing to write as {name}: the document has no speech with a "):
            ice.convert(Document(transcripts=transcripts), name)


def test_a_workbook_has_a_sheet_for_each_table_with_rows() -> None:
    """The sheets are the tables in their order, with the rows that Python gives, and print on one page's width."""
    document = Document(transcripts=(SAID,), tags=(SEEN,), source="talk.json")
    content = binary(document, "tables.xlsx")
    filled = [name for name in ice.tables() if ice.rows(document, name)]
    sheets = sheets_by_openpyxl(content)
    assert list(sheets) == filled == ["documents", "segments", "tags", "tags.summary", "boxes", "speakers"]
    assert [row["text"] for row in sheets["segments"]] == [row["text"] for row in ice.rows(document, "segments")]
    for sheet in opened_by_openpyxl(content):
        assert (sheet.page_setup.fitToHeight, sheet.page_setup.orientation) == (0, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
