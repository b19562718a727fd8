"""The normalised document as JSON, which `parse` reads back without loss."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from ..records import Document
from ..records_json import document_to_json
from .outputs import Output


def write_records(document: Document, options: object) -> Iterable[Output]:
    """One object, indented, with what the service did not say left out."""
    yield Output(orjson.dumps(document_to_json(document), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
