"""JSON Lines: a record on each line, for programs that read one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Document
from ...records.as_json import document_to_json, json_text
from ..options import NoOptions
from ..outputs import Output


def write_tags_jsonl(document: Document, options: NoOptions) -> Iterator[Output]:
    """A line for each tag with its occurrences and boxes, and with what only the service knows: `knowledge`, `extra`.

    What the service did not say is left out, as in records.json.
    """
    if document.tags:
        tags = document_to_json(Document(tags=document.tags))["tags"]
        yield Output("".join(f"{json_text(tag)}\n" for tag in tags))
