"""Tasks of Tingwu: GetTaskInfo and its callbacks, and the task of tingwu-meeting in Model Studio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...records import Document, Job, Link
from ...records.merging import combine
from ..escaping import Peeled
from ..payloads.language import PARTS
from ..payloads.links import take_links
from ..payloads.media import is_url
from ..payloads.shapes import has_keys, value_of
from ..wire.keys import Keys, normal
from .jobs import job_from, with_job
from .results import read_payload

_OUTPUTS = ("OutputMp3Path", "OutputMp4Path", "OutputSpectrumPath", "OutputThumbnailPath", "PlaybackUrl")
_PATHS = (
    "transcriptionPath",
    "translationsPath",
    "autoChaptersPath",
    "summarizationPath",
    "meetingAssistancePath",
    "pptExtractionPath",
    "textPolishPath",
    "customPromptPath",
)
_RESULTS = {
    normal(name): name
    for name in (
        "Transcription",
        "Translation",
        "AutoChapters",
        "Summarization",
        "MeetingAssistance",
        "TextPolish",
        "PptExtraction",
        "CustomPrompt",
        "ContentExtraction",
        "IdentityRecognition",
        "ServiceInspection",
    )
}
"""The results of a task, however their names are spelt."""
_STATES = {"0": "succeeded", "1": "running", "2": "failed"}
"""The status of tingwu-meeting is a number."""


def is_tingwu_task(keys: Keys) -> bool:
    """Whether `Data` is the object of a task of Tingwu."""
    return has_keys(value_of(keys, "Data"), "TaskId", "TaskStatus", "TaskKey", *_OUTPUTS)


def read_tingwu_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetTaskInfo, and callbacks: a URL for each result; results that were put in their place are read.

    `Data {TaskId, TaskStatus, OutputMp3Path, Result {Transcription, AutoChapters, Summarization, …}}`.
    """
    keys = Keys(body)
    _, data = keys.open(path, "Data")
    links, rest, problems = take_links(data.value, _OUTPUTS, data.path)
    inner = Keys(rest)
    _, result = inner.open(data.path, "Result")
    job, doubts = job_from("GetTaskInfo", [(inner.unused(), data.path), (keys.unused(), path)])
    found = [_read_results(result), Document(links=links)] if result.value is not None else [Document(links=links)]
    return with_job(job, combine(found), (*problems, *doubts), path)


def _read_results(result: Peeled) -> Document:
    """The URLs among the results, and the results that are there themselves."""
    if not isinstance(result.value, Mapping):
        return read_payload("nlp", result.value, result.path)
    urls = [(str(key), url.strip()) for key, url in result.value.items() if is_url(url)]
    links = tuple(Link(_RESULTS.get(normal(key), key), url) for key, url in urls)
    others = {key: each for key, each in result.value.items() if not is_url(each) and each is not None}
    if any(normal(str(key)) in map(normal, PARTS) for key in others):
        return combine([Document(links=links), read_payload("nlp", others, result.path)])
    return Document(links=links, extra={"Result": others} if others else {})


def is_meeting_task(keys: Keys) -> bool:
    """Whether `output` has the URLs of a task of tingwu-meeting."""
    return has_keys(value_of(keys, "output"), *_PATHS)


def read_meeting_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetTask of tingwu-meeting (Model Studio): a URL for each result, `output {status, transcriptionPath, …}`."""
    keys = Keys(body)
    _, output = keys.open(path, "output")
    links, rest, problems = take_links(output.value, (*_PATHS, "playbackUrl"), output.path)
    job, doubts = job_from("tingwu-meeting", [(rest, output.path), (keys.unused(), path)])
    return with_job(_with_state(job), Document(links=links), (*problems, *doubts), path)


def _with_state(job: Job) -> Job:
    return attrs.evolve(job, state=_STATES.get(job.raw_state or "", job.state))
