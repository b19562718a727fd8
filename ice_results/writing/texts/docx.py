"""A transcript as a Word document: headings, speakers in bold, a clock before each turn."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from importlib import import_module
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ...errors import MissingExtra
from ...records import Document
from ...records.tracks import speaker_names, tracks
from ...text.cleaning import one_line
from ..options import NamedSpeakerOptions
from ..outputs import Output
from ..timestamps import short_clock
from ..xml import xml_text
from .turns import Turn, sections_of

# The library's template says when it was made, and by whom: neither is true of this document.
_CREATED = datetime(2000, 1, 1)


def write_docx(document: Document, options: NamedSpeakerOptions) -> Iterable[Output]:
    """A document for each track of speech; raises `MissingExtra` where python-docx is not installed."""
    names = {**speaker_names(document), **options.speaker_names}
    for track in tracks(document):
        sections = sections_of(document, track.transcript.segments, names)
        if any(section.turns for section in sections):
            page = _library().Document()
            page.core_properties.created = page.core_properties.modified = _CREATED
            if title := xml_text(one_line(document.title or "")):
                page.core_properties.title = title[:255]  # the longest that Word's properties hold
                page.add_heading(title, level=0)
            for section in sections:
                if section.chapter:
                    page.add_heading(xml_text(section.chapter.title), level=1)
                for turn in section.turns:
                    _add_turn(page.add_paragraph(), turn)
            file = io.BytesIO()
            page.save(file)
            yield Output(_undated(file), track.name)


def _undated(package: io.BytesIO) -> bytes:
    """The package without the time at which it was made: one document is always the same bytes."""
    found = io.BytesIO()
    # ZipInfo without a time has the first one that zip knows, 1980.
    with ZipFile(package) as given, ZipFile(found, "w") as written:
        for name in given.namelist():
            written.writestr(ZipInfo(name), given.read(name), ZIP_DEFLATED)
    return found.getvalue()


def _library() -> Any:
    try:
        return import_module("docx")
    except ModuleNotFoundError:
        raise MissingExtra("Word documents", "python-docx", "docx") from None


def _add_turn(paragraph: Any, turn: Turn) -> None:
    if turn.speaker and not turn.continues:
        paragraph.add_run(f"{xml_text(turn.speaker)} ").bold = True
    if turn.start_ms is not None:
        paragraph.add_run(f"[{short_clock(max(turn.start_ms, 0))}] ").italic = True
    paragraph.add_run(xml_text(turn.text))
