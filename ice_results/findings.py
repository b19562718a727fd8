"""What there is to say about data: a problem of what was read, a change of what is written."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Problem:
    """One thing in the data that could not be used (error), is doubtful (warning), or is not there yet (note).

    `path` leads through the escaped levels: an arrow stands where text was decoded, as in
    `JobResult.AiResult → [3].from`. `found` is the value, shortened.
    """

    path: str
    message: str
    found: str | None = None
    severity: str = "error"

    def __str__(self) -> str:
        found = f", found {self.found}" if self.found is not None else ""
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.message}{found}"


@attrs.frozen
class Change:
    """Something that is written other than the service gave it; `at_ms` says where, if that is known."""

    at_ms: int | None
    message: str

    def __str__(self) -> str:
        return self.message if self.at_ms is None else f"at {self.at_ms} ms: {self.message}"
