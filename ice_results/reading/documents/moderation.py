"""Answers about the moderation of media: those of VOD, and QueryMediaCensorJobDetail of MPS and ICE."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...records import Document
from ..payloads.censorship import is_censorship
from ..payloads.moderation import is_moderation
from ..payloads.shapes import has_keys, value_of
from ..wire import Keys
from .jobs import job_from, with_job
from .paging import take_page
from .results import read_payload

_OF_A_JOB = ("JobId", "MediaId", "Status", "Data")
_PARTS_OF_CENSORSHIP = (
    "VensorCensorResult",
    "AudioCensorResult",
    "CoverImageCensorResults",
    "TitleCensorResult",
    "DescCensorResult",
    "BarrageCensorResult",
)


def has_findings(name: str, keys: Keys) -> bool:
    """Whether there are findings under this name."""
    return is_moderation(value_of(keys, name))


def read_findings(operation: str, name: str, body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """Findings that belong to a media asset, not to a job: those of GetMediaAuditResult and its three details."""
    keys = Keys(body)
    _, found = keys.open(path, name)
    inner = Keys(found.value)
    page, wrong, doubts = take_page(inner, found.path)
    job, problems = job_from(operation, [(keys.unused(), path)])
    document = read_payload("moderation", {**inner.unused(), **wrong}, found.path)
    return with_job(job, attrs.evolve(document, page=page), (*problems, *doubts), path)


def is_audit_job(keys: Keys) -> bool:
    """Whether `MediaAuditJob` is a job with what it found."""
    return has_keys(value_of(keys, "MediaAuditJob"), *_OF_A_JOB)


def read_audit_job(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetAIMediaAuditJob: the job, and the findings in its `Data`."""
    return _read_job("GetAIMediaAuditJob", "MediaAuditJob", body, path)


def is_censor_job(keys: Keys) -> bool:
    """Whether `MediaCensorJobDetail` is a job with its state or with what it found."""
    detail = value_of(keys, "MediaCensorJobDetail")
    return is_censorship(detail) or has_keys(detail, "JobId", "State", "Suggestion")


def read_censor_job(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """QueryMediaCensorJobDetail: the job, its findings, and the token of the next page of frames."""
    return _read_job("QueryMediaCensorJobDetail", "MediaCensorJobDetail", body, path)


def _read_job(operation: str, name: str, body: Mapping[str, Any], path: str) -> Document:
    """A job with its findings, in `Data` or beside its state."""
    keys = Keys(body)
    _, found = keys.open(path, name)
    inner = Keys(found.value)
    _, data = inner.open(found.path, "Data")
    findings = {key: each for key, each in ((key, inner.take(key)) for key in _PARTS_OF_CENSORSHIP) if each is not None}
    job, problems = job_from(operation, [(inner.unused(), found.path), (keys.unused(), path)])
    if data.value is not None:
        return with_job(job, read_payload("moderation", data.value, data.path), problems, path)
    return with_job(job, read_payload("censorship", findings, found.path), problems, path)
