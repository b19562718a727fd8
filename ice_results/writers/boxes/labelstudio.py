"""Label Studio."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import VideoBoxOptions
from ..outputs import Output


def write_labelstudio(document: Document, options: VideoBoxOptions) -> Iterable[Output]:
    """To be written."""
    return ()
