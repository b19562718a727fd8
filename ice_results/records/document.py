"""Documents: the jobs that they are about, their problems, and everything that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from .. import records
from ..errors import InvalidOption
from ..findings import Problem
from ..text.values import described, on_one_line
from .base import extra
from .speech import Transcript


@attrs.frozen(kw_only=True)
class Job:
    """One job: what was asked, how far it came, and with which settings.

    `operation` is the API operation that answered; `state` is one of queued, running, succeeded,
    partial, failed, canceled, unknown beside `raw_state`, the service's own word. `trigger` is Auto
    where a workflow submitted the job, Manual where somebody did. `created` and `modified` are UTC
    instants as given (ISO 8601); `modified` is the last change that the service reports: ModifiedTime,
    CompleteTime or FinishTime. `input`, `output`, `parameters`, `usage` and `user_data` are decoded
    where they are JSON text, else kept as text:

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
    trigger: str | None = None
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


_JOBS_SHOWN = 2
"""The jobs that the short form of a document names; a list of jobs is counted."""


@attrs.frozen
class Link:
    """A result that is only a URL; `name` is the key that it was under."""

    name: str
    url: str
    language: str | None = None


@attrs.frozen(kw_only=True)
class Page:
    """The page of a list that an answer holds: `next_token` asks for the next one, `None` after the last.

    `total_count` counts all results, `max_results` is how many a page holds at most.
    """

    next_token: str | None = None
    total_count: int | None = None
    max_results: int | None = None


@attrs.frozen(kw_only=True, repr=False)
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
    page: Page | None = None
    problems: tuple[Problem, ...] = ()
    source: str | None = None
    extra: Mapping[str, Any] = extra()

    @property
    def job(self) -> Job | None:
        """The first of `jobs`, `None` for a payload that was saved on its own."""
        return self.jobs[0] if self.jobs else None

    def __repr__(self) -> str:
        """What it is and what it holds on one line; the records themselves may be hundreds of thousands."""
        name = " ".join(filter(None, ("Document", self.source)))
        held = ", ".join(f"{count} {what}".strip() for what, count in self._contents())
        return on_one_line(f"<{name}: {held or 'empty'}>")

    def _repr_html_(self) -> str:
        """A small table of the same, for notebooks."""
        from html import escape  # only notebooks ask for this

        rows = "".join(f"<tr><td>{escape(what)}</td><td>{escape(count)}</td></tr>" for what, count in self._contents())
        return f"<table><caption>{escape(self.source or 'Document')}</caption>{rows}</table>"

    def _contents(self) -> Iterator[tuple[str, str]]:
        """What there is, and how many of it."""
        for job in self.jobs[:_JOBS_SHOWN]:
            yield " ".join(filter(None, (job.operation, job.type, job.state))), ""
        if len(self.jobs) > _JOBS_SHOWN:
            yield "jobs", str(len(self.jobs))
        if self.title:
            yield f"title {described(self.title)}", ""
        for transcript in self.transcripts:
            kind = " ".join(filter(None, (transcript.kind, transcript.language)))
            yield f"segments of {kind}", str(len(transcript.segments))
        for name in ("tags", "frames", "chapters", "activities", "texts", "links", "problems"):
            if records := getattr(self, name):
                yield name, str(len(records))
        if self.notes:
            yield "notes", ""


def check_document(value: object) -> None:
    """Raises `InvalidOption` where what a caller gave is no document, such as a path or an answer."""
    if not isinstance(value, Document):
        raise InvalidOption("document", "a Document, as load and parse give it", described(value))


def as_documents(values: object) -> Iterator[Document]:
    """The documents that a caller gave, one or several, one by one; raises `InvalidOption` for anything else."""
    given: Any = [values] if isinstance(values, Document) else values
    # Text and answers that nobody parsed can be iterated over too: the message is to show them whole.
    is_series = isinstance(given, Iterable) and not isinstance(given, Mapping | str | bytes)
    for each in given if is_series else [given]:
        if not isinstance(each, Document):
            raise InvalidOption("documents", "a Document or several, as load and parse give them", described(each))
        yield each
