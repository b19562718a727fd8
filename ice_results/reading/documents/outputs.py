"""Jobs whose results are files: transcoding, snapshots, moving images, and the algorithms of IProduction.

What they answer with are URLs. ICE: QueryIProductionJob, GetSnapshotUrls, GetSnapshotJob, GetDynamicImageJob,
GetTranscodeJob, and the lists of the last three; VOD: ListSnapshots, ListDynamicImage, GetTranscodeTask,
ListTranscodeTask; MPS: QueryIProductionJob, QuerySnapshotJobList.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...findings import Problem
from ...records import Document, Link
from ..escaping import at
from ..payloads.links import take_links
from ..payloads.media import is_url
from ..payloads.shapes import has_keys, has_rows, value_of
from ..wire import DECODED, Keys, kept
from .jobs import job_from, with_job
from .operations import objects_in
from .paging import take_page

_LINKS = ("OutputUrl", "OutputUrls", "OutputFiles", "OutputFileUrl", "FileURL")
_OF_AN_ALGORITHM = ("JobParams", "OutputUrls", "OutputFiles", "ScheduleConfig")
_OF_A_JOB = ("JobId", "ParentJobId", "TranscodeTaskId", "Status", "TaskStatus", "CreateTime", "CreationTime")


def is_job(name: str, keys: Keys) -> bool:
    """Whether the object of one job is under this name."""
    return has_keys(value_of(keys, name), *_OF_A_JOB)


def read_job(operation: str, name: str, body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """The one job that is under a name, with the URLs of its files."""
    links, rest, problems = take_links(body, (*_LINKS, "Url") if name == "MediaSnapshot" else _LINKS, path)
    keys = Keys(rest)
    _, detail = keys.open(path, name)
    files, left = _output_files(detail.value, detail.path)
    job, doubts = job_from(operation, [(left, detail.path), (keys.unused(), path)])
    return with_job(job, Document(links=(*links, *files)), (*problems, *doubts), path)


def _output_files(detail: Any, path: str) -> tuple[tuple[Link, ...], Any]:
    """The place of the files of a job, which may be a pattern such as `shot-{Count}.jpg`, and the job without it."""
    keys = Keys(detail if isinstance(detail, Mapping) else {})
    key, output = keys.open(path, "Output")
    if not isinstance(output.value, Mapping) or not is_url(Keys(output.value).take("Media")):
        return (), detail
    links, rest, _ = take_links(output.value, ("Media",), output.path)
    return links, {**keys.unused(), key: rest}


def is_iproduction_job(keys: Keys) -> bool:
    """Whether this is a job with the name of an algorithm or its parameters, and with what it gave or was given."""
    named = isinstance(value_of(keys, "FunctionName"), str)
    if sum(name in keys for name in _OF_AN_ALGORITHM) + named >= 2:
        return named or "JobParams" in keys
    return named and "JobId" in keys and "Output" in keys


def read_iproduction_job(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """QueryIProductionJob: a job with its algorithm as type, what it says of itself, and the URLs of what it made."""
    names = (*_LINKS, "Output") if isinstance(value_of(Keys(body), "Output"), str) else _LINKS
    links, rest, problems = take_links(body, names, path)
    files, left = _output_files(rest, path)
    keys = Keys(left)
    key, said = keys.take_named("Result")
    result = DECODED.read(said, at(path, key))
    job, doubts = job_from("QueryIProductionJob", [({**keys.unused(), **({key: result.value} if said else {})}, path)])
    return with_job(job, Document(links=(*links, *files)), (*problems, *result.problems, *doubts), path)


def is_snapshot_urls(keys: Keys) -> bool:
    """Whether this has the list of the URLs of snapshots."""
    return isinstance(value_of(keys, "SnapshotUrls"), list | tuple)


def read_snapshot_urls(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetSnapshotUrls: the URLs of snapshots, and of the WebVTT file that says when they were taken."""
    links, rest, problems = take_links(body, ("SnapshotUrls", "WebVTTUrl"), path)
    keys = Keys(rest)
    page, wrong, doubts = take_page(keys, path)
    job, others = job_from("GetSnapshotUrls", [({**keys.unused(), **wrong}, path)])
    return with_job(job, Document(links=links, page=page), (*problems, *doubts, *others), path)


def is_job_list(name: str, marks: tuple[str, ...], keys: Keys) -> bool:
    """Whether under this name there is a list of objects with these keys, or an object with such a list."""
    rows = value_of(keys, name)
    inner = list(rows.values()) if isinstance(rows, Mapping) else [rows]
    return any(has_rows(each, *marks) for each in inner)


def read_job_list(
    operation: str, name: str, inner: str | None, body: Mapping[str, Any], path: str, kind: str | None
) -> Document:
    """The jobs of a list with the URLs of their files; in answers of MPS the list is under a second name."""
    links, rest, problems = take_links(body, _LINKS, path)
    keys = Keys(rest)
    key, rows = keys.open(path, name)
    beside: dict[str, Any] = {}
    if inner is not None and isinstance(rows.value, Mapping):
        found = Keys(rows.value)
        key, rows = found.open(rows.path, inner)
        beside = found.unused()
    page, wrong, doubts = take_page(keys, path)
    items, odd, others = objects_in(rows)
    placed = [(*_output_files(item, place), place) for item, place in items]
    jobs = [job_from(operation, [(item, place)]) for _, item, place in placed]
    links = (*links, *(link for files, _, _ in placed for link in files))
    extra, lost = kept({**keys.unused(), **beside, **wrong, **({key: odd} if odd else {})}, path)
    found_in_jobs = [problem for _, each in jobs for problem in each]
    return Document(
        jobs=tuple(job for job, _ in jobs),
        links=links,
        page=page,
        problems=(*problems, *found_in_jobs, *others, *doubts, *lost, _note(bool(links), path)),
        extra=extra,
    )


def _note(has_links: bool, path: str) -> Problem:
    only = "a list of jobs holds no results: query each job"
    message = "the results of these jobs are only URLs, which are not fetched" if has_links else only
    return Problem(path=path, message=message, severity="note")
