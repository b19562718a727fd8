"""Options of text files."""

from __future__ import annotations

import attrs

from .values import switch


@attrs.frozen
class FileOptions:
    """How a text file is stored.

    `bom`: begin with a byte order mark, which some players on Windows need to show Chinese.
    `crlf`: end lines as Windows does.
    """

    bom: bool = switch(False)
    crlf: bool = switch(False)
