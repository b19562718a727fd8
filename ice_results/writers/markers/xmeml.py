"""xmeml."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import TimelineOptions
from ..outputs import Output


def write_xmeml(document: Document, options: TimelineOptions) -> Iterable[Output]:
    """To be written."""
    return ()
