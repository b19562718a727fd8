"""The normalised document as JSON, which `parse` reads back without loss."""

from __future__ import annotations

from collections.abc import Iterable

from ..records import Document
from ..records.as_json import document_to_json, json_text
from .outputs import Output


def write_records(document: Document, options: object) -> Iterable[Output]:
    """One object, indented, with what the service did not say left out."""
    yield Output(f"{json_text(document_to_json(document), indented=True)}\n")
