"""Chapter list of Podcasting 2.0."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import ChapterOptions
from ..outputs import Output


def write_podcasting(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """To be written."""
    return ()
