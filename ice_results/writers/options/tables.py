"""Options of tables."""

from __future__ import annotations

import attrs

from .values import switch


@attrs.frozen
class TableOptions:
    """How a table is stored.

    `formula_guard`: put an apostrophe before text that a spreadsheet would run as a formula; turn it
    off for files that only programs read. `excel`: begin with a byte order mark, without which Excel
    shows Chinese as nonsense.
    """

    formula_guard: bool = switch(True)
    excel: bool = switch(False)
