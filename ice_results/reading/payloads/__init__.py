"""One module for each family of payloads, and the table of them: a new payload is one row here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from ... import lazy
from ...errors import UnknownName
from ...records import Document
from ..wire.keys import first_objects, normal

if TYPE_CHECKING:
    from . import (
        censorship,
        dashscope,
        faces,
        funasr,
        knowledge,
        labels,
        language,
        marks,
        media,
        moderation,
        nls,
        notes,
        process,
        search,
        sentences,
        speech,
        text_frames,
        tingwu,
        vod,
        workflow,
    )
else:
    knowledge, labels, language, media = lazy.modules(__name__, ".knowledge", ".labels", ".language", ".media")
    notes, process, search, sentences = lazy.modules(__name__, ".notes", ".process", ".search", ".sentences")
    dashscope, funasr, nls = lazy.modules(__name__, ".dashscope", ".funasr", ".nls")
    faces, marks, tingwu = lazy.modules(__name__, ".faces", ".marks", ".tingwu")
    censorship, moderation = lazy.modules(__name__, ".censorship", ".moderation")
    speech, text_frames, vod, workflow = lazy.modules(__name__, ".speech", ".text_frames", ".vod", ".workflow")


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
        speech.is_asr,
        partial(speech.read_speech, "asr", "ASR"),
    ),
    Reader(
        "tts",
        "text-to-speech: lines with seconds or milliseconds",
        ("TextToSpeech",),
        speech.is_synthesis,
        partial(speech.read_speech, "tts", "TextToSpeech"),
    ),
    Reader("avatar", "avatar video: lines and a URL", ("AvatarVideo",), speech.is_avatar, speech.read_avatar),
    Reader("texts", "generated texts", ("TextGenerate",), media.is_texts, media.read_texts, takes_text=True),
    Reader(
        "video_translation",
        "translated videos: URLs by language",
        ("VideoTranslation",),
        media.is_translation_links,
        media.read_translation_links,
    ),
    Reader("nlp", "transcript, translation, chapters, summary, notes", ("NLP",), language.is_nlp, language.read_nlp),
    Reader(
        "transcription",
        "the transcript of an NLP result",
        (),
        sentences.is_transcription,
        sentences.read_transcription,
    ),
    Reader("translation", "the translation of an NLP result", (), sentences.is_translation, sentences.read_translation),
    Reader("chapters", "the chapters of an NLP result", (), language.is_chapters, language.read_chapters),
    Reader("summary", "the summaries of an NLP result", (), notes.is_summary, notes.read_summary),
    Reader("meeting", "the meeting notes of an NLP result", (), notes.is_meeting, notes.read_meeting),
    Reader("text_polish", "speech in written style", (), tingwu.is_text_polish, tingwu.read_text_polish),
    Reader("slides", "slides of a talk as chapters", (), tingwu.is_slides, tingwu.read_slides),
    Reader("custom_prompt", "answers to prompts", (), tingwu.is_custom_prompt, tingwu.read_custom_prompt),
    Reader("ocr", "recognised text in frames", ("OCR",), text_frames.is_ocr, text_frames.read_ocr),
    Reader(
        "video_label",
        "persons, tags, classes of a video",
        ("VideoLabel",),
        labels.is_video_label,
        labels.read_video_label,
    ),
    Reader(
        "image_label", "persons and tags of an image", ("ImageLabel",), labels.is_image_label, labels.read_image_label
    ),
    Reader("text_label", "tags of a text", ("TextLabel",), labels.is_text_label, labels.read_text_label),
    Reader(
        "cpv_label",
        "categories, entities with knowledge, hotwords, free tags",
        ("CPVLabel",),
        knowledge.is_cpv_label,
        knowledge.read_cpv_label,
    ),
    Reader("meta", "the title of the media", ("Meta",), media.is_meta, media.read_meta),
    Reader("subtitle", "URLs of subtitle files", ("Subtitle",), media.is_subtitle_links, media.read_subtitle_links),
    Reader(
        "file_transcription",
        "file transcription of Model Studio: a track for each channel",
        (),
        dashscope.is_file_transcription,
        dashscope.read_file_transcription,
    ),
    Reader("nls", "speech recognised by NLS: a track for each channel", (), nls.is_nls, nls.read_nls),
    Reader("funasr", "speech recognised by FunASR: a track for each file", (), funasr.is_funasr, funasr.read_funasr),
    Reader(
        "original_asr",
        "speech recognition of ListAIJob",
        ("AIASR",),
        vod.is_original_asr,
        vod.read_original_asr,
    ),
    Reader("video_tag", "tags of GetAIVideoTagResult", ("AIVideoTag",), vod.is_video_tags, vod.read_video_tags),
    Reader(
        "moderation",
        "findings of the moderation of VOD",
        ("AIMediaAudit",),
        moderation.is_moderation,
        moderation.read_moderation,
    ),
    Reader(
        "censorship",
        "findings of the moderation of MPS and ICE",
        (),
        censorship.is_censorship,
        censorship.read_censorship,
    ),
    Reader(
        "media_chapters",
        "chapters of GetMediaAiAnalysis",
        ("Chapter",),
        vod.is_media_chapters,
        vod.read_media_chapters,
    ),
    Reader("search_index", "speech, text and labels of SearchMedia", (), search.is_search, search.read_search),
    Reader(
        "face_clips",
        "clips in which SearchMediaClipByFace found a person",
        (),
        faces.is_face_clips,
        faces.read_face_clips,
    ),
    Reader("media_marks", "marks of a media asset", (), marks.is_marks, marks.read_marks),
    Reader(
        "process",
        "the raw file of a smart tag job",
        ("Process",),
        process.is_process,
        process.read_process,
        takes_text=True,
    ),
    Reader("activities", "the nodes of a workflow task", (), workflow.is_activities, workflow.read_activities),
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


_KEYS: Mapping[str, str] = {
    "asr": "details from begin_time",
    "tts": "from begin_time",
    "avatar": "subtitleClips",
    "video_translation": (
        "VideoTranslationAiResultMap DetextVideoURL SpeechTranslatedSubtitleURL SpeechBilingualSubtitleURL"
    ),
    "nlp": (
        "transcription translation autoChapters summarization meetingAssistance textPolish pptExtraction customPrompt"
    ),
    "transcription": "paragraphs",
    "translation": "paragraphs",
    "chapters": "headline",
    "summary": "paragraphSummary conversationalSummary questionsAnsweringSummary mindMapSummary",
    "meeting": "keySentences classifications actions",
    "text_polish": "FormalParagraphText",
    "slides": "KeyFrameList",
    "custom_prompt": "Result",
    "ocr": "details info",
    "video_label": "persons tags classifications",
    "image_label": "persons tags",
    "text_label": "tags",
    "cpv_label": "cates entities hotwords freeTags",
    "meta": "title",
    "subtitle": "details",
    "file_transcription": "transcripts",
    "nls": "Sentences BeginTime",
    "funasr": "sentence_info stamp_sents timestamp spk",
    "original_asr": "OrigASRData AsrTextList AsrResult StartTime",
    "video_tag": "Keyword Person Location Category Time",
    "media_chapters": "chapterTitle",
    "search_index": "AsrInfo OcrInfo AiLabelInfo",
    "face_clips": "OccurrencesInfos",
    "media_marks": "MarkStartTime",
    "process": "result",
    "moderation": "VideoResult TextResult AudioResult ImageResult AbnormalModules List porn terrorism ad live logo",
    "censorship": (
        "VensorCensorResult AudioCensorResult CoverImageCensorResults TitleCensorResult DescCensorResult "
        "BarrageCensorResult"
    ),
}
"""By kind, keys of which an object of that shape has one, or a row of such a list; other kinds may be anything."""


def _indexed() -> dict[str, set[int]]:
    """The places of the readers that a key may belong to; under "" those that any value may belong to."""
    index: dict[str, set[int]] = {}
    for place, reader in enumerate(READERS):
        for key in _KEYS.get(reader.kind, "").split() or ("",):
            index.setdefault(normal(key), set()).add(place)
    return index


_INDEX = _indexed()
_NONE: frozenset[int] = frozenset()


def readers_for(value: Any) -> tuple[Reader, ...]:
    """Every reader whose shape this value has."""
    objects = (value,) if isinstance(value, Mapping) else first_objects(value)
    places = set(_INDEX[""])
    for key in chain.from_iterable(objects):
        places |= _INDEX.get(normal(str(key)), _NONE)
    return tuple(reader for reader in map(READERS.__getitem__, sorted(places)) if reader.detect(value))
