"""Documents: the jobs that they are about, what was found odd, and everything that they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .. import records
from ..findings import Problem
from .base import extra
from .speech import Transcript


@attrs.frozen(kw_only=True)
class Job:
    """One job: what was asked, how far it came, and with which settings.

    `operation` is the API operation that answered; `state` is one of queued, running, succeeded,
    partial, failed, canceled, unknown beside `raw_state`, the service's own word. `created` and
    `modified` are UTC instants as given (ISO 8601); `modified` is the last change that the service
    reports: ModifiedTime, CompleteTime or FinishTime. `input`, `output`, `parameters`, `usage` and
    `user_data` are decoded where they are JSON text, else kept as text:

    | field | GetSmartHandleJob, ListSmartJobs | QuerySmarttagJob | GetJobDetail |
    |---|---|---|---|
    | `input` | InputConfig | – | TaskInput |
    | `output` | OutputConfig | – | – |
    | `parameters` | EditingConfig | – | the configurations by name |
    | `usage` | Usage | Usages | – |
    """

    operation: str | None = None
    id: str | None = None
    type: str | None = None
    state: str = "unknown"
    raw_state: str | None = None
    title: str | None = None
    description: str | None = None
    created: str | None = None
    modified: str | None = None
    error_code: str | None = None
    error_message: str | None = None
    user_id: str | None = None
    user_data: Any = None
    media_id: str | None = None
    media_url: str | None = None
    input: Any = None
    output: Any = None
    parameters: Any = None
    usage: Any = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Activity:
    """One node of a workflow task (GetJobDetail, `WorkflowTaskDetail.ActivityResults`).

    `node` is its name in the workflow, `activity` its type, `result` its decoded `Result`.
    """

    node: str | None = None
    activity: str | None = None
    instance_id: str | None = None
    state: str = "unknown"
    raw_state: str | None = None
    started: str | None = None
    ended: str | None = None
    result: Any = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen
class Link:
    """A result that is only an address; `name` is the key that it stood under."""

    name: str
    url: str
    language: str | None = None


@attrs.frozen(kw_only=True)
class Document:
    """Everything that one saved response, callback or payload holds.

    `title` is that of the media (payload `Meta`), `source` names the file. `extra` keeps the keys of
    the response that belong to no job, and under a payload's name what it holds beside its records.
    """

    jobs: tuple[Job, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    tags: tuple[records.Tag, ...] = ()
    frames: tuple[records.TextFrame, ...] = ()
    chapters: tuple[records.Chapter, ...] = ()
    notes: records.Notes | None = None
    activities: tuple[Activity, ...] = ()
    texts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    title: str | None = None
    problems: tuple[Problem, ...] = ()
    source: str | None = None
    extra: Mapping[str, Any] = extra()

    @property
    def job(self) -> Job | None:
        """The first of `jobs`, `None` for a payload that was saved on its own."""
        return self.jobs[0] if self.jobs else None
