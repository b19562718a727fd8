"""Opened trees parsed, and what is compared of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document

from .mutations import DOCUMENTS, Place, closed, places, text_of

NAMES = sorted(DOCUMENTS)
EVERY_DOCUMENT = pytest.mark.parametrize("name", NAMES)
PLACES: Mapping[str, tuple[Place, ...]] = {name: tuple(places(tree)) for name, tree in DOCUMENTS.items()}
large_documents = settings(suppress_health_check=[HealthCheck.too_slow])
MARKS: Mapping[str, tuple[str, ...]] = {
    "sample callback_smarttag": ("MessageBody",),
    "sample censor_job": ("MediaCensorJobDetail",),
    "sample dump_sdk_snake": ("body",),
    "sample file_transcription": ("transcripts",),
    "sample file_transcription_task": ("output",),
    "sample list_jobs": ("SmartJobList",),
    "sample media_analysis": ("Content",),
    "sample media_by_label": ("MediaList",),
    "sample media_faces": ("MediaClipList",),
    "sample media_info": ("MediaInfo",),
    "sample media_marks": ("MediaMarks",),
    "sample media_search": ("MediaInfoList",),
    "sample mps_asr": ("JobList",),
    "sample tingwu_meeting": ("output",),
    "sample tingwu_task": ("Data",),
    "sample vod_audit_job": ("MediaAuditJob",),
    "sample vod_ai": ("AIJobDetail",),
    "sample vod_asr": ("AIJobList",),
    "sample vod_snapshot": ("SnapshotJobDetail",),
    "sample vod_transcode": ("TranscodeJobDetail",),
    "sample vod_video_tags": ("VideoTagResult",),
    "sample vod_workflow": ("WorkflowTaskDetail",),
    "sample workflow_task": ("WorkflowTask",),
    "sample workflow_tasks": ("TaskList",),
    "page ListSmartJobs": ("SmartJobList",),
}
"""The keys at the top by which alone a document is recognised; every other one has a second key that does."""
_TELLING = frozenset({("page CPVLabel", "nameEn")})
"""The key by which alone the graph of an entry is recognised."""


def parsed(tree: Any) -> Document:
    """The document in an opened tree, read from JSON text."""
    return ice_results.parse(text_of(closed(tree)))


@cache
def unchanged(name: str) -> Document:
    """The document of a name as it is read without any change."""
    return parsed(DOCUMENTS[name])


def without_problems(document: Document) -> Document:
    """What was read, no matter what was complained about."""
    return attrs.evolve(document, problems=())


def complaints(document: Document) -> tuple[Problem, ...]:
    """The problems that are more than notes."""
    return tuple(problem for problem in document.problems if problem.severity != "note")


def may_be_unrecognised(name: str, place: Place) -> bool:
    """Whether a change here can take the only key away by which a document, or an entry of a graph, is recognised."""
    return (name, place[-1]) in _TELLING or (len(place) == 1 and place[0] in MARKS.get(name, ()))


def is_replaceable(name: str, place: Place) -> bool:
    """Whether the document is recognised whatever is here."""
    return not may_be_unrecognised(name, place)


def some_place(data: st.DataObject, fitting: Callable[[str, Place], bool]) -> tuple[str, Place]:
    """A document, and a place of it that fits; the test is a function of a module, for its answers are kept."""
    found = _places_where(fitting)
    name = data.draw(st.sampled_from(sorted(found)))
    return name, data.draw(st.sampled_from(found[name]))


@cache
def _places_where(fitting: Callable[[str, Place], bool]) -> Mapping[str, tuple[Place, ...]]:
    found = {name: tuple(place for place in PLACES[name] if fitting(name, place)) for name in NAMES}
    return {name: fit for name, fit in found.items() if fit}


def exactly(value: Any) -> Any:
    """A value to compare by types too, with the extras of records: 1, 1.0 and true are three values."""
    if isinstance(value, Mapping):
        return {key: exactly(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value).__name__, [exactly(item) for item in value]
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return type(value).__name__, {each.name: exactly(getattr(value, each.name)) for each in fields}
    return type(value).__name__, value
