"""What a run is to do with every source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from .edits import Edits


@attrs.frozen
class Plan:
    """What is written where; no formats means the default ones that a document has material for."""

    folder: Path
    formats: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    kind: str | None = None
    strict: bool = False
    overwrite: bool = False
    verbose: bool = False
    encoding: str | None = None
    edits: Edits = Edits()
