"""The captions of a document that every caption format writes: each track shaped by the options."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from ...captions.cues import Cues
from ...captions.shape import Shaping, shape
from ...errors import MissingExtra
from ...findings import Change
from ...records import Document
from ...records.tracks import Track, speaker_names, tracks
from ..shared import once

if TYPE_CHECKING:
    from ...captions.ocr.tracks import OcrTrack
    from ..options import CaptionOptions


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
    missing = (*missing, *_without_effect(found, options))
    for track in found:
        segments, language = track.transcript.segments, language_named(track, options)
        speakers = shaping.speakers if len({each.speaker for each in segments}) > 1 else "never"
        cues = once(shape, segments, attrs.evolve(shaping, language=language, speakers=speakers))
        if len(cues.table):
            yield track.name, attrs.evolve(cues, changes=(*cues.changes, *missing))
            missing = ()
    translation = next((track for track in found if track.transcript.kind == "translation"), None)
    if options.bilingual and translation is not None and translation.name is not None:
        from ...captions.bilingual import bilingual

        pair = found[0], translation
        languages = tuple(language_named(track, options) for track in pair)
        sides = (track.transcript.segments for track in pair)
        yield "bilingual", once(bilingual, *sides, shaping, options.first == "translation", languages)
    for each in read:
        cues = once(shape, each.segments, attrs.evolve(shaping, speakers="never"))
        if len(cues.table):
            yield each.name, attrs.evolve(cues, changes=(*each.changes, *cues.changes))


def language_named(track: Track, options: CaptionOptions) -> str | None:
    """The language that a track is said to be in, by the options or by the service."""
    is_translation = track.transcript.kind == "translation"
    return (options.translation_language if is_translation else options.language) or track.transcript.language


def _without_effect(found: Sequence[Track], options: CaptionOptions) -> Iterator[Change]:
    """What was asked for that these tracks have nothing for."""
    if options.bilingual and not any(track.name and track.transcript.kind == "translation" for track in found):
        yield Change(None, "no bilingual track: the document has no translation")
    if getattr(options, "words", False) and not any(
        each.words for track in found for each in track.transcript.segments
    ):
        yield Change(None, "no words are marked: the document has none with times")
    if options.speaker_names:
        speakers = {each.speaker for track in found for each in track.transcript.segments}
        for name in sorted(options.speaker_names.keys() - speakers):
            yield Change(None, f"no speaker has the id {name}")


def _tracks_of_frames(document: Document, options: CaptionOptions) -> tuple[tuple[OcrTrack, ...], tuple[Change, ...]]:
    """The tracks of recognised text, or why there are none."""
    # Recognised text needs a library that may be missing: beside speech that is a change, alone it is an error.
    if not document.frames:
        return (), ()
    from ...captions.ocr.tracks import ocr_tracks

    try:
        return once(ocr_tracks, document.frames, options.region), ()
    except MissingExtra as error:
        if not tracks(document):
            raise
        return (), (Change(None, str(error)),)


def shaping_of(document: Document, options: CaptionOptions, voices: bool = False) -> Shaping:
    """How the tracks of a document are shaped by the options."""
    return Shaping(
        profile=options.profile,
        language=options.language,
        speaker_names={**speaker_names(document), **options.speaker_names},
        speakers="never" if voices else _policy(options),
        drop_trailing_punctuation=options.drop_trailing_punctuation,
    )


def _policy(options: CaptionOptions) -> str:
    """When names are put before the text; whoever gives names wants to read them."""
    return options.speakers or ("change" if options.speaker_names else "never")
