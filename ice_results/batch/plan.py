"""What a run is to do with every source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import attrs

from .edits import Edits


@attrs.frozen
class Plan:
    """What is written where; no formats means the default ones that a document has material for.

    A format may have the name of a track before it: then that track only is written. `file` is the one file that is
    written, of a format with one track. Other files have the name of their track or of its language in theirs, as
    `name_by` says. With `dry_run` nothing is written.
    """

    folder: Path
    formats: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    kind: str | None = None
    strict: bool = False
    overwrite: bool = False
    name_by: Literal["track", "language"] = "track"
    dry_run: bool = False
    verbose: bool = False
    encoding: str | None = None
    file: Path | None = None
    edits: Edits = Edits()
