"""The options of the formats: a frozen record for each family, every value checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from ..captions.labels import POLICIES
from ..captions.profiles import PROFILES, Profile
from ..records import NO_EXTRA, Box
from .timecode import EXPECTED_RATE, EXPECTED_TIMECODE, is_frame_rate, is_timecode, timeline_of

MARKER_KINDS = ("chapters", "key-sentences", "actions", "tags")

_LANGUAGE_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SIZE = re.compile(r"([1-9][0-9]{0,5})x([1-9][0-9]{0,5})")
_LARGEST_SIDE = 999_999


@attrs.frozen
class NoOptions:
    """For formats that are written in one way only."""


def _option(
    default: Any, expected: str, accepts: Callable[[Any], bool], converter: Callable[[Any], Any] | None = None
) -> Any:
    """An option with its default, what it takes in words, the test of it, and what makes text a value."""
    return attrs.field(default=default, converter=converter, metadata={"expected": expected, "accepts": accepts})


def _switch(default: bool) -> Any:
    return _option(default, "true or false", lambda value: isinstance(value, bool))


def _is_names(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(each, str) for pair in value.items() for each in pair)


def _is_profile(value: Any) -> bool:
    return isinstance(value, Profile) or value in PROFILES


def _is_language_code(value: Any) -> bool:
    return isinstance(value, str) and _LANGUAGE_CODE.fullmatch(value) is not None


def _names(value: str | Sequence[str]) -> tuple[str, ...]:
    given = value.split(",") if isinstance(value, str) else value
    return tuple(dict.fromkeys(name.strip() for name in given))


def _are_marker_kinds(value: Any) -> bool:
    if not isinstance(value, str) and not (
        isinstance(value, Sequence) and all(isinstance(each, str) for each in value)
    ):
        return False
    return bool(value) and set(_names(value)) <= set(MARKER_KINDS)


def _size(value: str | Sequence[int] | None) -> tuple[int, int] | None:
    if value is None:
        return None
    width, height = map(int, value.split("x")) if isinstance(value, str) else value
    return width, height


def _is_size(value: Any) -> bool:
    if isinstance(value, str):
        return _SIZE.fullmatch(value) is not None
    return (
        isinstance(value, tuple | list)
        and len(value) == 2
        and all(type(side) is int and 0 < side <= _LARGEST_SIDE for side in value)
    )


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
    off for files that only programs read. `excel`: begin with a byte order mark, without which Excel
    shows Chinese as nonsense.
    """

    formula_guard: bool = _switch(True)
    excel: bool = _switch(False)


@attrs.frozen
class ChapterOptions:
    """What becomes a chapter.

    `fill_gaps`: as MP4 wants it: chapters from 0 to the end without a gap, with chapters of the title
    `…` where there is none, and titles of at most 255 bytes.
    """

    fill_gaps: bool = _switch(False)


@attrs.frozen
class MatroskaOptions(ChapterOptions):
    """Chapters that say which language their titles are in.

    `language`: a code such as `zh-Hant` or `en`, where the titles do not tell it by their script.
    """

    language: str | None = _option(None, "a code of a language, such as zh-Hant", _is_language_code)


@attrs.frozen
class MarkerOptions:
    """What becomes a marker.

    `markers`: the kinds that are wanted, of chapters, key-sentences, actions and tags: all but the
    tags where nothing is said.
    """

    markers: tuple[str, ...] = _option(
        MARKER_KINDS[:-1], f"some of {', '.join(MARKER_KINDS)}", _are_marker_kinds, _names
    )


@attrs.frozen
class TimelineOptions(MarkerOptions):
    """Markers on a timeline, which counts in frames.

    `fps`: frames a second of the timeline, such as 25, 23.976 or 30000/1001; 25 where nothing is said.
    `start_timecode`: what the timeline's first frame is called; a `;` before the frames says drop-frame.
    Where nothing is said it is one hour, drop-frame at 29.97 and 59.94.
    """

    fps: str | float | None = _option(None, EXPECTED_RATE, is_frame_rate)
    start_timecode: str | None = _option(None, EXPECTED_TIMECODE, is_timecode)

    def __attrs_post_init__(self) -> None:
        """Raises `InvalidOption` for a timecode that there is not at this rate."""
        timeline_of(self.fps, self.start_timecode)


@attrs.frozen
class PictureOptions(TimelineOptions):
    """Markers on a timeline whose picture has a size.

    `frame_size`: its width and height in pixels, as in 1920x1080, which is taken where nothing is said.
    """

    frame_size: tuple[int, int] | None = _option(None, "width and height, as in 1920x1080", _is_size, _size)


@attrs.frozen
class BoxOptions:
    """How large the picture is that boxes stand in.

    `frame_size`: its width and height in pixels, as in 1920x1080.
    """

    frame_size: tuple[int, int] | None = _option(None, "width and height, as in 1920x1080", _is_size, _size)


@attrs.frozen
class VideoBoxOptions(BoxOptions):
    """How large the picture is that boxes stand in, and how many of them make a second.

    `fps`: frames a second of the video, such as 25, 23.976 or 30000/1001; 25 where nothing is said.
    """

    fps: str | float | None = _option(None, EXPECTED_RATE, is_frame_rate)
