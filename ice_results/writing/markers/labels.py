"""Labels for Audacity."""

from __future__ import annotations

from collections.abc import Iterable

from ...records import Document
from ..options import MarkerOptions
from ..outputs import Output
from .model import Marker, markers_of, no_markers


def write_labels(document: Document, options: MarkerOptions) -> Iterable[Output]:
    """A label track: start and end in seconds, then the title; an instant ends where it starts.

    Audacity takes what follows the second tab as it is: no title needs an escape.
    """
    markers, changes = markers_of(document, options.markers)
    if not markers:
        raise no_markers("labels.txt", options, changes)
    yield Output("".join(map(_label, markers)), None, changes)


def _label(marker: Marker) -> str:
    end_ms = marker.start_ms if marker.end_ms is None else marker.end_ms
    return f"{_seconds(marker.start_ms)}\t{_seconds(end_ms)}\t{marker.title}\n"


def _seconds(ms: int) -> str:
    """Seconds with six decimals, as Audacity writes them."""
    return f"{ms // 1000}.{ms % 1000:03}000"
