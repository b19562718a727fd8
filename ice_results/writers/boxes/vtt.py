"""tags vtt."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import FileOptions
from ..outputs import Output


def write_tags_vtt(document: Document, options: FileOptions) -> Iterable[Output]:
    """To be written."""
    return ()
