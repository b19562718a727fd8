"""Chapter list of Podcasting 2.0."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...records import Document
from ...text.cleaning import one_line
from ..options import ChapterOptions
from ..outputs import Output
from .model import Marked, chapters_for

_VERSION = "1.2.0"


def write_podcasting(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """JSON chapters 1.2: times in seconds, the title of the media where there is one."""
    chapters, changes = chapters_for("chapters.json", document, options)
    if chapters:
        title = one_line(document.title or "")
        whole = {
            "version": _VERSION,
            **({"title": title} if title else {}),
            "chapters": [_chapter(each) for each in chapters],
        }
        yield Output(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", None, changes)


def _chapter(chapter: Marked) -> dict[str, Any]:
    """A chapter; one that only fills a gap stays out of the table of contents."""
    times = {"startTime": chapter.start_ms / 1000, "endTime": chapter.end_ms / 1000}
    return {**times, "title": chapter.title, **({"toc": False} if chapter.fills_gap else {})}
