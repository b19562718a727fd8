"""Documents with tags, as tables have them."""

from __future__ import annotations

import csv
import io
from typing import Any

import ice_results
from ice_results import Box, Document, Occurrence, Tag, TrackBox

AWKWARD = (
    *("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"),
    *("a\nb", "a\r\nb", "a\rb", 'say "hi"', "a,b;c|d", " lead", "'quoted", "line\\n", "<b>&amp;</b>", "_x0041_"),
    *("nul\0end", "\x01\x1f\x7f\x85\u2028", "\ufffe\uffff", "\ufeffbom", "👩‍👩‍👧‍👦 🎉", "陆青棠"),
    *("NULL", "nan", "NA", "12", "1e5", "true", "2024-01-01", "https://x.example.com", "长" * 30_000),
)
"""Texts that some reader of tables might take for something else."""


def tagged(*names: str) -> Document:
    """A document with an occurrence of a tag of each name."""
    seen = (Occurrence(start_ms=40, score=0.5),)
    return Document(tags=tuple(Tag(kind="hotword", name=name, occurrences=seen) for name in names))


def rows_of(document: Document, name: str, **options: Any) -> list[dict[str, str]]:
    """The rows of a table by column, as Python's own reader sees them."""
    content = ice_results.convert(document, name, **options)
    assert isinstance(content, str)
    return list(csv.DictReader(io.StringIO(content, newline="")))


SEEN = Tag(
    kind="person",
    level1="celebrity",
    name="陆青棠",
    share=0.25,
    source="VideoLabel",
    occurrences=(
        Occurrence(
            start_ms=1000,
            end_ms=2500,
            score=0.9,
            scene="closeUp",
            boxes=(TrackBox(at_ms=1200, box=Box(1, 2, 30, 40)), TrackBox(at_ms=1800, box=Box(5, 6, 7, 8))),
        ),
        Occurrence(start_ms=2000, end_ms=4000),
    ),
)
