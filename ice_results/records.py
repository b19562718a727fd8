"""The normalised records: what `parse` returns and every writer takes.

Rules that hold for all of them: frozen, tuples inside; `None` means that the service did not say;
times of media are integer milliseconds (`start_ms`, `end_ms`, `at_ms`), `end_ms` is `None` for an
instant; scores and shares are floats in 0..1 as given; `extra` holds the keys of the wire object
that have no field here, and values of the wrong type, as they came. It takes no part in equality.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs


class _NoExtra(Mapping[str, Any]):
    """The empty mapping that every record without unknown keys shares: immutable, unlike a dict."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "NO_EXTRA"


NO_EXTRA: Mapping[str, Any] = _NoExtra()


def _extra() -> Any:
    return attrs.field(default=NO_EXTRA, eq=False, repr=False)


@attrs.frozen
class Box:
    """A rectangle in pixels as given, the origin at the top left.

    QuerySmarttagJob: `position {leftTop, rightBottom}` and `bbox [x1, y1, x2, y2]`.
    """

    left: float
    top: float
    right: float
    bottom: float


@attrs.frozen(kw_only=True)
class Problem:
    """One thing in the data that could not be used (error), is odd (warning), or is not there yet (note).

    `path` leads through the escaped levels: an arrow stands where text was decoded, as in
    `JobResult.AiResult → [3].from`. `found` is the value, shortened.
    """

    path: str
    message: str
    found: str | None = None
    severity: str = "error"

    def __str__(self) -> str:
        found = f", found {self.found}" if self.found is not None else ""
        where = f"{self.path}: " if self.path else ""
        return f"{where}{self.message}{found}"


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
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Word:
    """One word of a segment; `text` carries its own spaces and punctuation."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Segment:
    """One sentence or stretch of speech, `text` as given ("" where there is none)."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    speaker: str | None = None
    words: tuple[Word, ...] = ()
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Transcript:
    """One track of speech; `kind` is asr, transcription, translation, tts or avatar.

    `source` names the payload that it was read from, in the service's own words.
    """

    kind: str
    language: str | None = None
    segments: tuple[Segment, ...] = ()
    source: str | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class TrackBox:
    """Where something stands in the picture at one instant."""

    at_ms: int | None = None
    box: Box | None = None
    score: float | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Occurrence:
    """One stretch of the media in which a tag applies; `scene` is the shot type of a person."""

    start_ms: int | None = None
    end_ms: int | None = None
    score: float | None = None
    boxes: tuple[TrackBox, ...] = ()
    scene: str | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Tag:
    """One label of the media.

    `kind` is person, object tag, classification, category, entity, hotword, free tag or text tag; of
    sister operations also label, keyword, location and time.
    `name` is the most specific label as given, `level1` and `level2` are what stands above it; where
    the service leaves the name empty it is `None`. `share` is the share of the media in which the
    tag appears (`ratio`, `appearanceProbability`). `knowledge` is the decoded knowledge graph entry.
    """

    kind: str
    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    share: float | None = None
    score: float | None = None
    occurrences: tuple[Occurrence, ...] = ()
    knowledge: Any = None
    source: str | None = None
    extra: Mapping[str, Any] = _extra()

    @property
    def label(self) -> str:
        """The name, or the nearest level above it that the service gave; "" where it gave none."""
        return self.name or self.level2 or self.level1 or ""


@attrs.frozen(kw_only=True)
class TextLine:
    """One recognised line of text in a frame; `style` is normal, scrolling or fixed."""

    text: str = ""
    box: Box | None = None
    score: float | None = None
    style: str | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class TextFrame:
    """The text that was recognised in the frame at `at_ms`."""

    at_ms: int | None = None
    lines: tuple[TextLine, ...] = ()
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Chapter:
    """One chapter; `title` is the service's headline."""

    start_ms: int | None = None
    end_ms: int | None = None
    title: str | None = None
    summary: str | None = None
    id: str | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class SpeakerSummary:
    """What one speaker said, in short."""

    speaker: str | None = None
    name: str | None = None
    summary: str | None = None
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Question:
    """A question of the talk with its answer, and the ids of the sentences that both come from."""

    question: str | None = None
    answer: str | None = None
    question_sentence_ids: tuple[str, ...] = ()
    answer_sentence_ids: tuple[str, ...] = ()
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Topic:
    """A node of the mind map, with its sub-topics."""

    title: str | None = None
    topics: tuple[Topic, ...] = ()
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Highlight:
    """A key sentence or an action item, with its place in the media where the service gave one."""

    id: str | None = None
    sentence_id: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    extra: Mapping[str, Any] = _extra()


@attrs.frozen(kw_only=True)
class Notes:
    """Summary and meeting notes (QuerySmarttagJob, NLP: `summarization` and `meetingAssistance`)."""

    title: str | None = None
    summary: str | None = None
    speakers: tuple[SpeakerSummary, ...] = ()
    questions: tuple[Question, ...] = ()
    mind_map: tuple[Topic, ...] = ()
    keywords: tuple[str, ...] = ()
    key_sentences: tuple[Highlight, ...] = ()
    actions: tuple[Highlight, ...] = ()
    scenes: Mapping[str, float] = attrs.field(default=NO_EXTRA)
    extra: Mapping[str, Any] = _extra()


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
    extra: Mapping[str, Any] = _extra()


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
    tags: tuple[Tag, ...] = ()
    frames: tuple[TextFrame, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    notes: Notes | None = None
    activities: tuple[Activity, ...] = ()
    texts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    title: str | None = None
    problems: tuple[Problem, ...] = ()
    source: str | None = None
    extra: Mapping[str, Any] = _extra()

    @property
    def job(self) -> Job | None:
        """The first of `jobs`, `None` for a payload that was saved on its own."""
        return self.jobs[0] if self.jobs else None
