"""What people said and wrote, changed: names of speakers, spellings, Chinese scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any, Literal, overload

import attrs

from ..errors import InvalidOption, MissingExtra
from ..records import Chapter, Document, Highlight, Notes, Question, SpeakerSummary, Topic, Transcript
from ..records.document import check_document
from ..records.tracks import EXPECTED_NAMES, are_names
from ..text.languages import language_of
from ..text.scripts import language_of_text
from .words import with_text

Change = Callable[[str], str]
_LANGUAGES = {"s2t": "zh-Hant", "t2s": "zh-Hans"}
_OTHER_USERS_OF_HAN = ("ja", "ko")
"""Languages with Chinese characters of their own forms, which a conversion would misspell: 国 is right in Japanese."""


def rename_speakers(document: Document, names: Mapping[str, str]) -> Document:
    """The document with speakers by other names; those that `names` does not have stay as they are.

    Raises `InvalidOption` where a name is no text or blank.
    """
    check_document(document)
    if not are_names(names):
        raise InvalidOption("names", EXPECTED_NAMES, repr(names))

    def renamed(transcript: Transcript) -> Transcript:
        segments = (
            attrs.evolve(each, speaker=names.get(each.speaker, each.speaker)) if each.speaker else each
            for each in transcript.segments
        )
        return attrs.evolve(transcript, segments=tuple(segments))

    def summary(each: SpeakerSummary) -> SpeakerSummary:
        name = names.get(each.speaker) if each.speaker else None
        return attrs.evolve(each, speaker=name, name=name) if name else each

    notes = document.notes
    if notes:
        notes = attrs.evolve(notes, speakers=tuple(map(summary, notes.speakers)))
    return attrs.evolve(document, transcripts=tuple(map(renamed, document.transcripts)), notes=notes)


# A key of a mapping is invariant: a `dict[str, str]` is no `Mapping[str | re.Pattern[str], str]`.
@overload
def replace_text(document: Document, replacements: Mapping[str | re.Pattern[str], str]) -> Document: ...
@overload
def replace_text(document: Document, replacements: Mapping[str, str] | Mapping[re.Pattern[str], str]) -> Document: ...
def replace_text(document: Document, replacements: Mapping[Any, str]) -> Document:
    """The document with texts replaced in speech, chapters and notes, one replacement after the other.

    A key is plain text, or a compiled regular expression whose replacement may name its groups. Words keep their
    times where lengths allow it. Names of tags and recognised text in frames stay as the service found them.
    Raises `InvalidOption` for an empty key, or a replacement that does not fit its expression.
    """
    check_document(document)
    if not isinstance(replacements, Mapping):
        raise InvalidOption("replacements", "texts to put there by those to find", repr(replacements))
    steps = [replacing(key, text) for key, text in replacements.items()]

    def change(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    changed = _with_notes(document, change)
    return attrs.evolve(changed, transcripts=tuple(_spoken(each, change) for each in document.transcripts))


def replacing(key: str | re.Pattern[str], text: str) -> Change:
    """What replaces one text by another; raises `InvalidOption` where they do not fit each other."""
    if isinstance(key, re.Pattern) and isinstance(key.pattern, str) and isinstance(text, str):
        try:
            re.compile(f"{key.pattern}|", key.flags).sub(text, "")
        except (re.error, IndexError) as error:
            raise InvalidOption("replacements", f"a replacement for {key.pattern!r}", f"{text!r} ({error})") from None
        return lambda given: key.sub(text, given)
    if not isinstance(key, str) or not key or not isinstance(text, str):
        raise InvalidOption("replacements", "texts to find and texts to put there", repr((key, text)))
    return lambda given: given.replace(key, text)


def chinese(document: Document, script: Literal["s2t", "t2s"]) -> Document:
    """The document with all Chinese text in the traditional (`s2t`) or the simplified script (`t2s`), by OpenCC.

    Whole phrases are converted: 头发 becomes 頭髮, 发现 becomes 發現. Tracks of Chinese speech say so in their
    language. Japanese and Korean stay as they are: tracks in these languages, and other texts with their letters.
    Raises `InvalidOption` for another conversion, `MissingExtra` where OpenCC is not installed.
    """
    check_document(document)
    if not isinstance(script, str) or script not in _LANGUAGES:
        raise InvalidOption("script", "s2t or t2s", repr(script))
    convert = _converter(script)

    def change(text: str) -> str:
        return convert(text) if language_of_text(text) not in _OTHER_USERS_OF_HAN else text

    spoken = _with_notes(document, change)
    return attrs.evolve(
        spoken,
        transcripts=tuple(_in_script(each, _LANGUAGES[script], convert) for each in document.transcripts),
        tags=tuple(attrs.evolve(each, **_changed(each, ("level1", "level2", "name"), change)) for each in spoken.tags),
        frames=tuple(
            attrs.evolve(frame, lines=tuple(attrs.evolve(line, text=change(line.text)) for line in frame.lines))
            for frame in spoken.frames
        ),
        texts=tuple(map(change, spoken.texts)),
    )


@lru_cache(2)
def _converter(script: str) -> Change:
    try:
        library: Any = import_module("opencc")
    except ModuleNotFoundError:
        raise MissingExtra("Chinese scripts", "opencc", "chinese") from None
    convert: Change = library.OpenCC(script).convert
    return convert


def _in_script(transcript: Transcript, language: str, convert: Change) -> Transcript:
    """The track in another Chinese script, as it is where it is in another language that has Chinese characters."""
    if language_of(transcript.language, (each.text for each in transcript.segments)) in _OTHER_USERS_OF_HAN:
        return transcript
    spoken = _spoken(transcript, convert)
    if not transcript.language or transcript.language.split("-")[0] not in ("zh", "cmn"):
        return spoken
    return attrs.evolve(spoken, language=language)


def _spoken(transcript: Transcript, change: Change) -> Transcript:
    return attrs.evolve(transcript, segments=tuple(with_text(segment, change) for segment in transcript.segments))


def _with_notes(document: Document, change: Change) -> Document:
    """The document with its chapters, notes and title changed."""
    return attrs.evolve(
        document,
        chapters=tuple(_chapter(each, change) for each in document.chapters),
        notes=_notes(document.notes, change) if document.notes else None,
        title=change(document.title) if document.title else document.title,
    )


def _changed(record: Any, names: tuple[str, ...], change: Change) -> dict[str, Any]:
    """The texts of a record that there are, changed."""
    return {name: change(text) for name in names if (text := getattr(record, name))}


def _chapter(chapter: Chapter, change: Change) -> Chapter:
    return attrs.evolve(chapter, **_changed(chapter, ("title", "summary"), change))


def _notes(notes: Notes, change: Change) -> Notes:
    def highlight(each: Highlight) -> Highlight:
        return attrs.evolve(each, text=change(each.text))

    def speaker(each: SpeakerSummary) -> SpeakerSummary:
        return attrs.evolve(each, **_changed(each, ("name", "summary"), change))

    def question(each: Question) -> Question:
        return attrs.evolve(each, **_changed(each, ("question", "answer"), change))

    def topic(each: Topic) -> Topic:
        return attrs.evolve(each, **_changed(each, ("title",), change), topics=tuple(map(topic, each.topics)))

    return attrs.evolve(
        notes,
        **_changed(notes, ("title", "summary"), change),
        speakers=tuple(map(speaker, notes.speakers)),
        questions=tuple(map(question, notes.questions)),
        mind_map=tuple(map(topic, notes.mind_map)),
        keywords=tuple(map(change, notes.keywords)),
        key_sentences=tuple(map(highlight, notes.key_sentences)),
        actions=tuple(map(highlight, notes.actions)),
    )
