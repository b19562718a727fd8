"""The problems of a source, where it cannot be read at all as one problem too."""

from __future__ import annotations

from ..documents import parse_all
from ..errors import IceResultsError
from ..report import Finding, findings_of
from .sources import Missing, Source


def problems_in(source: Source | Missing, kind: str | None = None) -> tuple[Finding, ...]:
    """Every problem of the documents of one source."""
    if isinstance(source, Missing):
        return (Finding(source.label, 1, "error", "", source.reason),)
    try:
        return findings_of(source.label, parse_all(source.read(), kind=kind, name=source.label))
    except OSError as error:
        return (Finding(source.label, 1, "error", "", error.strerror or str(error)),)
    except IceResultsError as error:
        return (Finding(source.label, 1, "error", "", str(error)),)
