"""Small answers, parsed."""

from __future__ import annotations

from typing import Any

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document

from ..answers import smart_job, smarttag_job, text


def smart(payload: Any, job_type: str = "ASR", **more: Any) -> Document:
    """The document of an answer of GetSmartHandleJob."""
    return ice_results.parse(text(smart_job(payload, job_type, **more)))


def tagged(**payloads: Any) -> Document:
    """The document of an answer of QuerySmarttagJob."""
    return ice_results.parse(text(smarttag_job(**payloads)))


def complaints(document: Document) -> list[Problem]:
    """The problems that are more than notes."""
    return [problem for problem in document.problems if problem.severity != "note"]
