"""COCO."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import BoxOptions
from ..outputs import Output


def write_coco(document: Document, options: BoxOptions) -> Iterable[Output]:
    """To be written."""
    return ()
