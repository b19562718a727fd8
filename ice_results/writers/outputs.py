"""What writers give back, what the table of them holds, and the options that several of them share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from ..captions import (
    POLICIES,
    PROFILES,
    Change,
    Cues,
    OcrTrack,
    Profile,
    Shaping,
    bilingual,
    ocr_tracks,
    profile_named,
    shape,
    speaker_names,
    tracks,
)
from ..errors import MissingExtra
from ..records import NO_EXTRA, Box, Document


@attrs.frozen
class Output:
    """The content of one file; `track` stands between stem and suffix: `talk.translation.srt`."""

    content: str | bytes
    track: str | None = None
    changes: tuple[Change, ...] = ()


@attrs.frozen
class NoOptions:
    """For formats that are written in one way only."""


def _option(default: Any, expected: str, accepts: Callable[[Any], bool]) -> Any:
    """An option with its default, what it takes in words, and the test of it."""
    return attrs.field(default=default, metadata={"expected": expected, "accepts": accepts})


def _switch(default: bool) -> Any:
    return _option(default, "true or false", lambda value: isinstance(value, bool))


def _is_names(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(each, str) for pair in value.items() for each in pair)


def _is_profile(value: Any) -> bool:
    return isinstance(value, Profile) or value in PROFILES


@attrs.frozen
class FileOptions:
    """How a text file is stored.

    `bom`: begin with a byte order mark, which some players on Windows need to show Chinese.
    `crlf`: end lines as Windows does.
    """

    bom: bool = _switch(False)
    crlf: bool = _switch(False)


@attrs.frozen
class CaptionOptions(FileOptions):
    """How captions are made and stored.

    `profile`: the limits of cues and lines, one of ours by name or a `Profile`. `language`: a name or
    code, where the script of the text does not tell it. `speakers`: whether names stand before the text,
    on `change`, `always` or `never`; WebVTT has voices instead, but for `never`. `speaker_names`: names by id.
    `drop_trailing_punctuation`: leave out a `，` or `。` at the end of a line. `bilingual`: one track more,
    with the transcript and its translation in each cue; `first` says which stands above.
    `region`: where in the picture the text of the dialogue is, for tracks of recognised text.
    """

    profile: str | Profile = _option("standard", f"one of {', '.join(PROFILES)}, or a Profile", _is_profile)
    language: str | None = _option(None, "a name or code of a language", lambda value: isinstance(value, str))
    speakers: str = _option("change", f"one of {', '.join(POLICIES)}", POLICIES.__contains__)
    speaker_names: Mapping[str, str] = _option(NO_EXTRA, "names by id", _is_names)
    drop_trailing_punctuation: bool = _switch(False)
    bilingual: bool = _switch(False)
    region: Box | None = _option(None, "a Box in pixels", lambda value: isinstance(value, Box))
    first: str = _option("original", "original or translation", ("original", "translation").__contains__)


@attrs.frozen
class WordOptions(CaptionOptions):
    """Captions that can say when each word is spoken.

    `words`: mark the words by their times, where the service gave them.
    """

    words: bool = _switch(False)


@attrs.frozen
class TableOptions:
    """How a table is stored.

    `formula_guard`: put an apostrophe before text that a spreadsheet would run as a formula; turn it
    off for files that only programs read.
    """

    formula_guard: bool = _switch(True)


@attrs.frozen
class Writer:
    """One format: its name (which is its suffix), what it is, what it needs, and how it is written.

    `write` gives an output for each track, or none where the document has nothing that it needs.
    `everyday` formats are written where no format is asked for.
    """

    name: str
    title: str
    needs: str
    write: Callable[[Document, Any], Iterable[Output]]
    options: type = NoOptions
    everyday: bool = False


def stored(text: str, options: FileOptions) -> str:
    """The text with the byte order mark and the line ends that the options ask for."""
    text = text.replace("\n", "\r\n") if options.crlf else text
    return f"\ufeff{text}" if options.bom else text


def shaped_tracks(
    document: Document, options: CaptionOptions, voices: bool = False
) -> Iterator[tuple[str | None, Cues]]:
    """The cues of every track by the options, with the track's name; `voices` says that the format has them.

    Raises `MissingExtra` where there is nothing but text in frames, and the library for it is missing;
    beside speech it is a change of the first track.
    """
    shaping = shaping_of(document, options, voices)
    read, missing = _tracks_of_frames(document, options)
    found = tracks(document)
    for track in found:
        language = options.language or track.transcript.language
        cues = shape(track.transcript.segments, attrs.evolve(shaping, language=language))
        if len(cues.columns):
            yield track.name, attrs.evolve(cues, changes=(*cues.changes, *missing))
            missing = ()
    translation = next((track for track in found if track.transcript.kind == "translation"), None)
    if options.bilingual and translation is not None and translation.name is not None:
        segments = found[0].transcript.segments, translation.transcript.segments
        yield "bilingual", bilingual(*segments, shaping, options.first == "translation")
    for each in read:
        cues = shape(each.segments, attrs.evolve(shaping, speakers="never"))
        if len(cues.columns):
            yield each.name, attrs.evolve(cues, changes=(*each.changes, *cues.changes))


def _tracks_of_frames(document: Document, options: CaptionOptions) -> tuple[tuple[OcrTrack, ...], tuple[Change, ...]]:
    """The tracks of recognised text, or why there are none."""
    if not document.frames:
        return (), ()
    try:
        return ocr_tracks(document.frames, options.region), ()
    except MissingExtra as error:
        if not tracks(document):
            raise
        return (), (Change(None, str(error)),)


def shaping_of(document: Document, options: CaptionOptions, voices: bool = False) -> Shaping:
    """How the tracks of a document are shaped by the options."""
    return Shaping(
        profile=options.profile if isinstance(options.profile, Profile) else profile_named(options.profile),
        language=options.language,
        speaker_names={**speaker_names(document), **options.speaker_names},
        speakers="never" if voices else options.speakers,
        drop_trailing_punctuation=options.drop_trailing_punctuation,
    )
