"""The problems of many files as text, JSON or CSV, with totals."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping

import attrs
import orjson

from ..findings import Problem
from ..records import Document
from ..text.cleaning import one_line

SEVERITIES = ("error", "warning", "note")


@attrs.frozen(kw_only=True)
class ReportedProblem:
    """A problem and the file that it is in; `place` counts the documents of a file from 1.

    A broken rule of captions has `rule`, `track`, `cue` (from 1) and `at_ms`, the value and its limit in
    the units of the rule, and whether shaping `fixed` it.
    """

    file: str
    place: int = 1
    severity: str
    path: str = ""
    message: str
    found: str | None = None
    rule: str | None = None
    track: str | None = None
    cue: int | None = None
    at_ms: int | None = None
    value: float | None = None
    limit: float | None = None
    fixed: bool | None = None


def reported(file: str, documents: Iterable[Document]) -> tuple[ReportedProblem, ...]:
    """The problems of every document in a file."""
    numbered = enumerate(documents, 1)
    return tuple(_finding(file, place, each) for place, document in numbered for each in document.problems)


def _finding(file: str, place: int, problem: Problem) -> ReportedProblem:
    return ReportedProblem(
        file=file,
        place=place,
        severity=problem.severity,
        path=problem.path,
        message=problem.message,
        found=problem.found,
    )


def totals(findings: Iterable[ReportedProblem]) -> Mapping[str, int]:
    """How many there are of each severity."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def problems_as_text(findings: Iterable[ReportedProblem]) -> str:
    """A line each: file, severity, path, message."""
    return "".join(f"{one_line(_line(finding))}\n" for finding in findings)


def _line(finding: ReportedProblem) -> str:
    where = f"{finding.path}: " if finding.path else _cue(finding)
    found = f", found {finding.found}" if finding.found is not None else ""
    return f"{finding.file}: {finding.severity}: {where}{finding.message}{found}"


def _cue(finding: ReportedProblem) -> str:
    """The rule and the cue of a finding about captions."""
    if finding.rule is None:
        return ""
    cue = f" {finding.cue}" if finding.cue else ""
    return f"{finding.track} cue{cue}: {finding.rule}: "


def problems_as_json(findings: Iterable[ReportedProblem]) -> str:
    """One object: `problems`, and `totals` by severity."""
    listed = list(findings)
    value = {"problems": [attrs.asdict(finding) for finding in listed], "totals": totals(listed)}
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def problems_as_csv(findings: Iterable[ReportedProblem]) -> str:
    """A row each, the fields of `ReportedProblem` as columns."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(field.name for field in attrs.fields(ReportedProblem))
    table.writerows(attrs.astuple(finding) for finding in findings)
    return text.getvalue()
