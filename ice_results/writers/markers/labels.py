"""Labels for Audacity."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import MarkerOptions
from ..outputs import Output


def write_labels(document: Document, options: MarkerOptions) -> Iterable[Output]:
    """To be written."""
    return ()
