"""Answers of the sister operations about media: ListAIJob, GetAIVideoTagResult, GetMediaInfo, SearchMedia."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..peel import at, peel
from ..records import Document, combine
from ..wire import Keys, kept
from .jobs import job_from, read_payload, with_job
from .operations import read_result, results_in, with_extra


def read_ai_jobs(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListAIJob: every job with what its `Data` holds."""
    keys = Keys(body)
    key, jobs = keys.take_named("AIJobList")
    peeled = peel(jobs, at(path, key))
    inner = Keys(peeled.value if isinstance(peeled.value, Mapping) else {"AIJob": peeled.value})
    key, rows = inner.take_named("AIJob")
    peeled = peel(rows, at(peeled.path, key))
    items = peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]
    documents = [
        _read_ai_job(item, at(peeled.path, place), kind)
        for place, item in enumerate(items)
        if isinstance(item, Mapping)
    ]
    odd = [item for item in items if item is not None and not isinstance(item, Mapping)]
    rest = {**keys.rest(), **inner.rest(), **({"AIJob": odd} if odd else {})}
    extra, lost = kept(rest, path)
    return with_extra(combine([*documents, Document(problems=lost)]), extra)


def _read_ai_job(item: Mapping[str, Any], path: str, kind: str | None) -> Document:
    return _read_job_and_payload("ListAIJob", "Data", item, path, kind)


def read_tag_result(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetAIVideoTagResult, and the message that such a job is complete."""
    return _read_job_and_payload("GetAIVideoTagResult", "VideoTagResult", body, path, kind or "video_tag")


def read_message(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """A message about a job whose result is in `Data`."""
    return _read_job_and_payload(None, "Data", body, path, kind)


def _read_job_and_payload(
    operation: str | None, name: str, body: Mapping[str, Any], path: str, kind: str | None
) -> Document:
    keys = Keys(body)
    key, payload = keys.take_named(name)
    job, problems = job_from(operation, [(keys.rest(), path)])
    return with_job(job, read_payload(kind or job.type, payload, at(path, key)), problems)


def read_media_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """SearchMedia: every media that was found."""
    keys = Keys(body)
    key, rows = keys.take_named("MediaInfoList")
    peeled = peel(rows, at(path, key))
    items = peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]
    documents = [
        _read_media("SearchMedia", item, at(peeled.path, place), kind)
        for place, item in enumerate(items)
        if isinstance(item, Mapping)
    ]
    extra, lost = kept(keys.rest(), path)
    return with_extra(combine([*documents, Document(problems=lost)]), extra)


def read_media_info(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetMediaInfo: one media with the results of its jobs."""
    keys = Keys(body)
    key, info = keys.take_named("MediaInfo")
    peeled = peel(info, at(path, key))
    inner = peeled.value if isinstance(peeled.value, Mapping) else {key: info}
    extra, lost = kept(keys.rest(), path)
    return with_extra(combine([_read_media("GetMediaInfo", inner, peeled.path, kind), Document(problems=lost)]), extra)


def read_media(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One media on its own."""
    return _read_media(None, body, path, kind)


def _read_media(operation: str | None, item: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One media: the results of its smart tag job, and what the search index holds of it."""
    keys = Keys(item)
    rough_key, rough = keys.take_named("AiRoughData")
    data_key, data = keys.take_named("AiData")
    job, problems = job_from(operation, [(keys.rest(), path)])
    documents = _read_rough_data(rough, at(path, rough_key), kind)
    indexed = read_payload("search_index", data, at(path, data_key))
    return with_job(job, combine([*documents, indexed]), problems)


def _read_rough_data(value: Any, path: str, kind: str | None) -> list[Document]:
    peeled = peel(value, path)
    if not isinstance(peeled.value, Mapping):
        return []
    keys = Keys(peeled.value)
    key, tags = keys.take_named("StandardSmartTagJob")
    inside = peel(tags, at(peeled.path, key))
    inner = Keys(inside.value if isinstance(inside.value, Mapping) else {"Results": inside.value})
    key, results = inner.take_named("Results")
    documents = [read_result(result, place, kind) for result, place in results_in(results, at(inside.path, key))]
    extra, lost = kept({**keys.rest(), **inner.rest()}, path)
    return [*documents, Document(problems=lost, extra={"AiRoughData": extra} if extra else {})]
