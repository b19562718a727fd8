"""Options of captions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ... import records
from ...captions.labels import POLICIES
from ...captions.profiles import PROFILES, Profile
from ...records import NO_EXTRA
from .files import FileOptions
from .values import option, switch


def _is_names(value: Any) -> bool:
    return isinstance(value, Mapping) and all(isinstance(each, str) for pair in value.items() for each in pair)


def _is_profile(value: Any) -> bool:
    return isinstance(value, Profile) or value in PROFILES


def _is_box(value: Any) -> bool:
    return isinstance(value, records.Box)


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

    profile: str | Profile = option("standard", f"one of {', '.join(PROFILES)}, or a Profile", _is_profile)
    language: str | None = option(None, "a name or code of a language", lambda value: isinstance(value, str))
    speakers: str = option("change", f"one of {', '.join(POLICIES)}", POLICIES.__contains__)
    speaker_names: Mapping[str, str] = option(NO_EXTRA, "names by id", _is_names)
    drop_trailing_punctuation: bool = switch(False)
    bilingual: bool = switch(False)
    region: records.Box | None = option(None, "a Box in pixels", _is_box)
    first: str = option("original", "original or translation", ("original", "translation").__contains__)
