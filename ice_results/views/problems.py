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
    """A line each: file, severity, path, message; what shaping repaired is counted, a line for each rule of a track."""
    listed = list(findings)
    repaired = Counter(map(_repair, filter(_is_repair, listed)))
    lines: dict[object, str] = {}
    for number, finding in enumerate(listed):
        key = _repair(finding) if _is_repair(finding) else number
        lines.setdefault(key, one_line(_line(finding, repaired[_repair(finding)])))
    return "".join(f"{line}\n" for line in lines.values())


def _is_repair(finding: ReportedProblem) -> bool:
    return bool(finding.fixed)


def _repair(finding: ReportedProblem) -> tuple[str, int, str | None, str | None]:
    """What repairs are counted by."""
    return finding.file, finding.place, finding.track, finding.rule


def _line(finding: ReportedProblem, repaired: int) -> str:
    where = f"{finding.path}: " if finding.path else _cue(finding, repaired if finding.fixed else 1)
    found = f", found {finding.found}" if finding.found is not None else ""
    return f"{finding.file}: {finding.severity}: {where}{finding.message}{found}"


def _cue(finding: ReportedProblem, repaired: int) -> str:
    """The rule and the cue of a finding about captions, the first of several that shaping repaired."""
    if finding.rule is None:
        return ""
    cue = f"cue {finding.cue}" if finding.cue else "cue"
    if repaired > 1:
        return f"{finding.track}: {finding.rule}: {repaired} repaired, first: {cue}: "
    return f"{finding.track} {cue}: {finding.rule}: "


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
