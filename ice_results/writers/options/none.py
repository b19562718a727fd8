"""No options."""

from __future__ import annotations

import attrs


@attrs.frozen
class NoOptions:
    """For formats that are written in one way only."""
