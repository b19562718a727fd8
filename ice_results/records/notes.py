"""Chapters, summaries and meeting notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..errors import InvalidOption
from .base import NO_EXTRA, extra

MAX_TOPIC_LEVELS = 40
"""The most levels of topics in a mind map, far more than anybody draws; those below are left out and listed."""


@attrs.frozen(kw_only=True)
class Chapter:
    """One chapter; `title` is the service's headline."""

    start_ms: int | None = None
    end_ms: int | None = None
    title: str | None = None
    summary: str | None = None
    id: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class SpeakerSummary:
    """What one speaker said, in short."""

    speaker: str | None = None
    name: str | None = None
    summary: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Question:
    """A question of the talk with its answer, and the ids of the sentences that both come from."""

    question: str | None = None
    answer: str | None = None
    question_sentence_ids: tuple[str, ...] = ()
    answer_sentence_ids: tuple[str, ...] = ()
    extra: Mapping[str, Any] = extra()


def _are_shallow(topic: Topic, field: attrs.Attribute[Any], topics: tuple[Topic, ...]) -> None:
    """Raises `InvalidOption` where topics are too deep: nobody who walks through a mind map may run out of stack."""
    level: tuple[Topic, ...] = (topic,)
    for _ in range(MAX_TOPIC_LEVELS):
        level = tuple(below for each in level for below in each.topics)
        if not level:
            return
    raise InvalidOption(field.name, f"at most {MAX_TOPIC_LEVELS} levels of topics", "more")


@attrs.frozen(kw_only=True)
class Topic:
    """A node of the mind map, with its sub-topics, at most 40 levels of them; more raise `InvalidOption`."""

    title: str | None = None
    topics: tuple[Topic, ...] = attrs.field(default=(), validator=_are_shallow)
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Highlight:
    """A key sentence or an action item, with its place in the media where the service gave one."""

    id: str | None = None
    sentence_id: str | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    extra: Mapping[str, Any] = extra()


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
    extra: Mapping[str, Any] = extra()
