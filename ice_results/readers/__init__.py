"""One module for each family of payloads, and the table of them: a new payload is one row here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import attrs

from ..errors import UnknownName
from ..later import later
from ..records import Document
from ..wire.scalars import normal

_knowledge, _labels, _language, _media = later(__name__, ".knowledge", ".labels", ".language", ".media")
_notes, _process, _search, _sentences = later(__name__, ".notes", ".process", ".search", ".sentences")
_speech, _text_frames, _vod, _workflow = later(__name__, ".speech", ".text_frames", ".vod", ".workflow")


@attrs.frozen
class Reader:
    """One kind of payload: what the service calls it, how it is recognised, and how it is read.

    `names` are the words of JobType or of a result's Type. `detect` tells whether a value that was
    saved on its own has this shape, `read` takes the decoded value and its path.
    `takes_text` says that the payload may be plain text.
    """

    kind: str
    title: str
    names: tuple[str, ...]
    detect: Callable[[Any], bool]
    read: Callable[[Any, str], Document]
    takes_text: bool = False


READERS: tuple[Reader, ...] = (
    Reader(
        "asr",
        "speech recognition: lines with seconds",
        ("ASR",),
        _speech.is_asr,
        partial(_speech.read_speech, "asr", "ASR"),
    ),
    Reader(
        "tts",
        "text-to-speech: lines with seconds or milliseconds",
        ("TextToSpeech",),
        lambda value: _speech.is_lines(value) or _speech.is_millisecond_lines(value),
        partial(_speech.read_speech, "tts", "TextToSpeech"),
    ),
    Reader("avatar", "avatar video: lines and an address", ("AvatarVideo",), _speech.is_avatar, _speech.read_avatar),
    Reader("texts", "generated texts", ("TextGenerate",), _media.is_texts, _media.read_texts, takes_text=True),
    Reader(
        "video_translation",
        "translated videos: addresses by language",
        ("VideoTranslation",),
        _media.is_translation_links,
        _media.read_translation_links,
    ),
    Reader("nlp", "transcript, translation, chapters, summary, notes", ("NLP",), _language.is_nlp, _language.read_nlp),
    Reader(
        "transcription",
        "the transcript of an NLP result",
        (),
        _sentences.is_transcription,
        _sentences.read_transcription,
    ),
    Reader(
        "translation", "the translation of an NLP result", (), _sentences.is_translation, _sentences.read_translation
    ),
    Reader("chapters", "the chapters of an NLP result", (), _language.is_chapters, _language.read_chapters),
    Reader("summary", "the summaries of an NLP result", (), _notes.is_summary, _notes.read_summary),
    Reader("meeting", "the meeting notes of an NLP result", (), _notes.is_meeting, _notes.read_meeting),
    Reader("ocr", "recognised text in frames", ("OCR",), _text_frames.is_ocr, _text_frames.read_ocr),
    Reader(
        "video_label",
        "persons, tags, classes of a video",
        ("VideoLabel",),
        _labels.is_video_label,
        _labels.read_video_label,
    ),
    Reader(
        "image_label", "persons and tags of an image", ("ImageLabel",), _labels.is_image_label, _labels.read_image_label
    ),
    Reader("text_label", "tags of a text", ("TextLabel",), _labels.is_text_label, _labels.read_text_label),
    Reader(
        "cpv_label",
        "categories, entities with knowledge, hotwords, free tags",
        ("CPVLabel",),
        _knowledge.is_cpv_label,
        _knowledge.read_cpv_label,
    ),
    Reader("meta", "the title of the media", ("Meta",), _media.is_meta, _media.read_meta),
    Reader(
        "subtitle", "addresses of subtitle files", ("Subtitle",), _media.is_subtitle_links, _media.read_subtitle_links
    ),
    Reader(
        "original_asr",
        "speech recognition of ListAIJob",
        ("AIASR",),
        _vod.is_original_asr,
        _vod.read_original_asr,
    ),
    Reader("video_tag", "tags of GetAIVideoTagResult", ("AIVideoTag",), _vod.is_video_tags, _vod.read_video_tags),
    Reader(
        "media_chapters",
        "chapters of GetMediaAiAnalysis",
        ("Chapter",),
        _vod.is_media_chapters,
        _vod.read_media_chapters,
    ),
    Reader("search_index", "speech, text and labels of SearchMedia", (), _search.is_search, _search.read_search),
    Reader(
        "process",
        "the raw file of a smart tag job",
        ("Process",),
        _process.is_process,
        _process.read_process,
        takes_text=True,
    ),
    Reader("activities", "the nodes of a workflow task", (), _workflow.is_activities, _workflow.read_activities),
)

_BY_NAME = {normal(name): reader for reader in READERS for name in (reader.kind, *reader.names)}


def reader_named(name: str) -> Reader | None:
    """The reader for a kind, a JobType or a result's Type."""
    return _BY_NAME.get(normal(name))


def reader_of_kind(kind: str) -> Reader:
    """The reader for a kind that a caller asks for; raises `UnknownName`."""
    reader = reader_named(kind)
    if reader is None:
        raise UnknownName("kind", kind, tuple(reader.kind for reader in READERS))
    return reader


def readers_for(value: Any) -> tuple[Reader, ...]:
    """Every reader whose shape this value has."""
    return tuple(reader for reader in READERS if reader.detect(value))
