"""The languages of tracks, and the tracks that names of files mean by them: `talk.zh.srt`, `talk.en.srt`."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import UnknownName
from ..text.detection import usual_language
from ..text.languages import closest_tag, language_tag
from .document import Document
from .tracks import Track, tracks


def language_of_track(track: Track) -> str:
    """The tag of a track's language: the one that the service named, else that of its text, else `und`."""
    named = track.transcript.language
    if named and (tag := closest_tag(named)):
        return tag
    return usual_language(None, (segment.text for segment in track.transcript.segments)).code


def names_by_language(document: Document) -> dict[str | None, str]:
    """What tracks are called by their languages, by their own names; the name joins where two are in one language."""
    names: dict[str | None, str] = {}
    for track in tracks(document):
        language = language_of_track(track)
        names[track.name] = f"{track.name}.{language}" if language in names.values() else language
    translation = next((each for each in tracks(document) if each.transcript.kind == "translation"), None)
    if translation and None in names and translation.name:
        names["bilingual"] = f"{names[None]}-{language_of_track(translation)}"
    return names


def track_in_name(found: Sequence[Track], stem: str) -> Track | None:
    """The track that a file is named after: by the track's own name, else by a language as the last part of the name.

    Raises `UnknownName` where that is a language which no track is in.
    """
    named = [track for track in found if track.name and f".{stem}".endswith(f".{track.name}")]
    if named:
        return max(named, key=lambda track: len(track.name or ""))
    last = stem.rpartition(".")[2] if "." in stem else ""
    tag = language_tag(last) if last.isascii() and 2 <= len(last.partition("-")[0]) <= 3 else None
    if tag is None or not found:
        return None
    languages = [language_of_track(track) for track in found]
    for is_meant in (lambda language: language == tag, lambda language: _primary(language) == _primary(tag)):
        if track := next((each for each, language in zip(found, languages, strict=True) if is_meant(language)), None):
            return track
    raise UnknownName("language of a track", last, tuple(dict.fromkeys(languages)))


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
