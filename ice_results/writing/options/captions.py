"""Options of captions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ... import records
from ...captions.labels import POLICIES
from ...captions.profiles import EXPECTED_PROFILE, Profile, is_profile, profile_of
from ...records import NO_EXTRA
from ...records.tracks import EXPECTED_NAMES, are_names
from .base import FileOptions, language_option, option, switch


def _is_box(value: Any) -> bool:
    return isinstance(value, records.Box)


@attrs.frozen
class CaptionOptions(FileOptions):
    """How captions are made and stored.

    `profile`: the limits of cues and lines: one of ours by name, a `Profile`, or the path of a TOML file.
    `language`: a code or name of the language of the speech, where its script and words do not tell it;
    `translation_language`: that of the translation. `speakers`: whether names are put before the text, on
    `change`, `always` or `never`; where nothing is said on change if there are `speaker_names`, which are names
    by id, else never. WebVTT has voices instead, except with `never`.
    `drop_trailing_punctuation`: leave out a `，` or `。` at the end of a line.
    `bilingual`: one track more, with the transcript and its translation in each cue; `first` says which is
    above. `region`: where in the picture the text of the dialogue is, for tracks of recognised text.
    """

    profile: Profile = option("standard", EXPECTED_PROFILE, is_profile, profile_of)
    language: str | None = language_option()
    translation_language: str | None = language_option()
    speakers: str | None = option(None, f"one of {', '.join(POLICIES)}", POLICIES.__contains__)
    speaker_names: Mapping[str, str] = option(NO_EXTRA, EXPECTED_NAMES, are_names)
    drop_trailing_punctuation: bool = switch(False)
    bilingual: bool = switch(False)
    region: records.Box | None = option(None, "a Box in pixels", _is_box)
    first: str = option("original", "original or translation", ("original", "translation").__contains__)


@attrs.frozen
class WordOptions(CaptionOptions):
    """Captions that can say when each word is spoken.

    `words`: mark the words by their times, where the service gave them.
    """

    words: bool = switch(False)
