"""What writers give back, what the table of them holds, and the options that several of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from ..captions import Change
from ..records import Document


@attrs.frozen
class Output:
    """The content of one file; `track` stands between stem and suffix: `talk.translation.srt`."""

    content: str | bytes
    track: str | None = None
    changes: tuple[Change, ...] = ()


@attrs.frozen
class NoOptions:
    """For formats that are written in one way only."""


@attrs.frozen
class CaptionOptions:
    """How a caption file is stored.

    `bom`: begin with a byte order mark, which some players on Windows need to show Chinese.
    `crlf`: end lines as Windows does.
    """

    bom: bool = False
    crlf: bool = False


@attrs.frozen
class TableOptions:
    """How a table is stored.

    `formula_guard`: put an apostrophe before text that a spreadsheet would run as a formula; turn it
    off for files that only programs read.
    """

    formula_guard: bool = True


@attrs.frozen
class Writer:
    """One format: its name (which is its suffix), what it is, what it needs, and how it is written.

    `write` gives an output for each track, or none where the document has nothing that it needs.
    `everyday` formats are written where no format is asked for.
    """

    name: str
    title: str
    needs: str
    write: Callable[[Document, Any], Iterable[Output]]
    options: type = NoOptions
    everyday: bool = False


def stored(text: str, options: CaptionOptions) -> str:
    """The text with the byte order mark and the line ends that the options ask for."""
    text = text.replace("\n", "\r\n") if options.crlf else text
    return f"\ufeff{text}" if options.bom else text
