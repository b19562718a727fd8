"""Chapter lists in XML."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import ChapterOptions, MatroskaOptions
from ..outputs import Output


def write_matroska(document: Document, options: MatroskaOptions) -> Iterable[Output]:
    """To be written."""
    return ()


def write_podlove(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """To be written."""
    return ()
