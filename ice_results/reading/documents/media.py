"""Answers about media: ListAIJob, GetAIVideoTagResult, GetMediaInfo, GetMediaMarks, the searches of ICE."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import Document
from ...records.merging import combine, merged
from ..escaping import Peeled, at, peel
from ..payloads.shapes import has_rows, value_of
from ..wire import LABEL, Keys, Parsed, kept, leftover, mismatch
from .jobs import job_from, with_job
from .operations import objects_in, read_results, with_extra
from .paging import take_page
from .results import read_payload


def read_ai_jobs(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListAIJob: every job with what its `Data` holds."""
    return _read_jobs("ListAIJob", ("AIJobList", "AIJob", "Data"), body, path, kind)


def is_asr_job_list(keys: Keys) -> bool:
    """Whether `JobList.Job` has jobs of speech recognition, or `NonExistIds` is beside it, as in no other answer."""
    jobs = value_of(keys, "JobList")
    rows = value_of(Keys(jobs), "Job") if isinstance(jobs, Mapping) else None
    of_asr = has_rows(rows, "AsrResult") or has_rows(rows, "AsrConfig")
    return isinstance(jobs, Mapping) and (of_asr or "NonExistIds" in keys)


def read_asr_jobs(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """QueryAsrJobList of MPS: every job with the lines in its `AsrResult`."""
    return _read_jobs("QueryAsrJobList", ("JobList", "Job", "AsrResult"), body, path, kind, "original_asr")


def _read_jobs(
    operation: str,
    names: tuple[str, str, str],
    body: Mapping[str, Any],
    path: str,
    kind: str | None,
    said: str | None = None,
) -> Document:
    """Jobs with their payloads: `names` are those of the list, of a job in it, and of the payload in a job."""
    keys = Keys(body)
    _, jobs = keys.open(path, names[0])
    inner = Keys(jobs.value if isinstance(jobs.value, Mapping) else {names[1]: jobs.value})
    key, rows = inner.open(jobs.path, names[1])
    items, odd, problems = objects_in(rows)
    documents = [_read_job_and_payload(operation, names[2], item, place, kind, said) for item, place in items]
    extra, lost = kept(merged(keys.unused(), inner.unused(), {key: odd} if odd else {}), path)
    return with_extra(combine([*documents, Document(problems=(*problems, *lost))]), extra)


def read_tag_result(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetAIVideoTagResult, and the message that such a job is complete."""
    return _read_job_and_payload("GetAIVideoTagResult", "VideoTagResult", body, path, kind, "video_tag")


def read_message(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """A message about a job whose result is in `Data`."""
    return _read_job_and_payload(None, "Data", body, path, kind)


def _read_job_and_payload(
    operation: str | None, name: str, body: Mapping[str, Any], path: str, kind: str | None, said: str | None = None
) -> Document:
    keys = Keys(body)
    key, payload = keys.open(path, name)
    job, problems = job_from(operation, [(keys.unused(), path)])
    return with_job(job, read_payload(said or job.type, payload.value, payload.path, kind, key), problems, path)


def read_analysis(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetMediaAiAnalysis: the result of one type, in `Content`."""
    keys = Keys(body)
    content_key, content = keys.open(path, "Content")
    job, problems = job_from("GetMediaAiAnalysis", [(keys.unused(), path)])
    key, named = keys.take_named("ResultType")
    name = LABEL.read(named, at(path, key))
    problems = (*problems, *name.problems)
    document = read_payload(name.value, content.value, content.path, kind, content_key)
    return with_job(job, document, problems, path)


def read_analysis_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetMediaAiAnalysis: results of several types, in `AiAnalysisResultList.AiAnalysisResult` or another list."""
    keys = Keys(body)
    documents = []
    for name in [str(key) for key, value in body.items() if has_analysis_rows(value)]:
        _, results = keys.open(path, name)
        inner = Keys(results.value if isinstance(results.value, Mapping) else {})
        for key in [str(key) for key, value in inner.items() if is_result_rows(value)]:
            documents.append(read_results(key, inner.open(results.path, key)[1], kind))
        beside, lost = kept(inner.unused(), results.path)
        documents.append(Document(problems=lost, extra={name: beside} if beside else {}))
        if not isinstance(results.value, Mapping):
            documents.append(read_results(name, results, kind))
    job, problems = job_from("GetMediaAiAnalysis", [(keys.unused(), path)])
    return with_job(job, combine(documents), problems, path)


def has_analysis_rows(value: Any) -> bool:
    """Whether this is such a list, or an object that holds one."""
    value = peel(value).value
    return is_result_rows(value) or (isinstance(value, Mapping) and any(map(is_result_rows, value.values())))


def is_result_rows(value: Any) -> bool:
    """Whether this is a list of `{ResultType, Content}`."""
    return has_rows(value, "ResultType", "Content")


def read_media_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """SearchMedia: every media that was found."""
    return _read_media_list("SearchMedia", "MediaInfoList", body, path, kind)


def read_labelled_media(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """SearchMediaByAILabel: every media that was found."""
    return _read_media_list("SearchMediaByAILabel", "MediaList", body, path, kind)


def _read_media_list(operation: str, name: str, body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    keys = Keys(body)
    key, rows = keys.open(path, name)
    page, wrong, doubts = take_page(keys, path)
    items, odd, problems = objects_in(rows)
    documents = [_read_media(operation, item, place, kind) for item, place in items]
    extra, lost = kept({**keys.unused(), **wrong, **({key: odd} if odd else {})}, path)
    note = Problem(path=path, message="no media in this answer", severity="note")
    beside = Document(page=page, problems=(*problems, *doubts, *lost, *(() if items or problems else (note,))))
    return with_extra(combine([*documents, beside]), extra)


def read_marked_media(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetMediaMarks and ListMediaMarks: one media with its marks."""
    return _read_job_and_payload("GetMediaMarks", "MediaMarks", body, path, kind, "media_marks")


def read_face_search(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """SearchMediaClipByFace: the clips of one media in which a person was found."""
    keys = Keys(body)
    page, wrong, doubts = take_page(keys, path)
    document = _read_job_and_payload("SearchMediaClipByFace", "MediaClipList", keys.unused(), path, kind, "face_clips")
    document = attrs.evolve(document, page=page, problems=(*doubts, *document.problems))
    return with_extra(document, wrong) if wrong else document


def read_media_info(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetMediaInfo: one media with the results of its jobs."""
    keys = Keys(body)
    key, info = keys.open(path, "MediaInfo")
    inner = info.value if isinstance(info.value, Mapping) else {key: info.value}
    extra, lost = kept(keys.unused(), path)
    return with_extra(combine([_read_media("GetMediaInfo", inner, info.path, kind), Document(problems=lost)]), extra)


def read_media(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One media on its own."""
    return _read_media(None, body, path, kind)


def _read_media(operation: str | None, item: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One media: the results of its smart tag job, and what the search index holds of it."""
    keys = Keys(item)
    _, rough = keys.open(path, "AiRoughData")
    _, data = keys.open(path, "AiData")
    basic_key, basic = keys.take_named("MediaBasicInfo")
    tagged, tagging = _read_rough_data(rough, kind)
    parts = [(keys.unused(), path), (basic, at(path, basic_key)), *tagging]
    job, problems = job_from(operation, parts)
    indexed = read_payload("search_index", data.value, data.path)
    document = combine([tagged, indexed, Document(title=job.title)])
    return with_job(job, document, problems, path)


def _read_rough_data(rough: Peeled, kind: str | None) -> tuple[Document, list[tuple[Any, str]]]:
    """The results of the smart tag job of a media, and the objects that describe the job."""
    if not isinstance(rough.value, Mapping):
        odd = mismatch("an object", rough.value, rough.path) if rough.value is not None else Parsed(None)
        return Document(problems=odd.problems, extra=leftover("AiRoughData", odd)), []
    keys = Keys(rough.value)
    _, tags = keys.open(rough.path, "StandardSmartTagJob")
    inner = Keys(tags.value if isinstance(tags.value, Mapping) else {"Results": tags.value})
    key, results = inner.open(tags.path, "Results")
    return read_results(key, results, kind), [(inner.unused(), tags.path), (keys.unused(), rough.path)]
