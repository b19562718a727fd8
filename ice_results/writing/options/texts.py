"""Options of text to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...errors import InvalidOption
from ...records import NO_EXTRA
from ...records.tracks import EXPECTED_NAMES, are_names
from .base import FileOptions, option, switch

_LARGEST_CHUNK = 1_000_000


@attrs.frozen
class TextOptions(FileOptions):
    """How the plain text of speech is written.

    `times`: put the clock of each sentence before it.
    """

    times: bool = switch(False)


@attrs.frozen
class NamedSpeakerOptions:
    """Who speaks.

    `speaker_names`: names by id.
    """

    speaker_names: Mapping[str, str] = option(NO_EXTRA, EXPECTED_NAMES, are_names)


@attrs.frozen
class TranscriptOptions(FileOptions):
    """How a transcript is laid out.

    `speaker_names`: names by id. `front_matter`: begin with title, source, language and speakers as YAML.
    `translation`: whether the translation is `below` each turn, `beside` it in a table, or `none`.
    """

    speaker_names: Mapping[str, str] = option(NO_EXTRA, EXPECTED_NAMES, are_names)
    front_matter: bool = switch(False)
    translation: str = option("none", "none, below or beside", ("none", "below", "beside").__contains__)


def _is_count(least: int) -> Any:
    return lambda value: type(value) is int and least <= value <= _LARGEST_CHUNK


@attrs.frozen
class ChunkOptions:
    """How speech is cut into chunks.

    `chunk_size`: the most characters of a chunk. `overlap`: how many characters of whole sentences it repeats of the
    chunk before it. `one_speaker`: begin another chunk with each speaker.
    """

    chunk_size: int = option(1000, "a whole number of characters from 20 to 1000000", _is_count(20))
    overlap: int = option(0, "a whole number of characters up to 1000000", _is_count(0))
    one_speaker: bool = switch(False)

    def __attrs_post_init__(self) -> None:
        if self.overlap >= self.chunk_size:
            raise InvalidOption("overlap", f"fewer characters than a chunk has, {self.chunk_size}", str(self.overlap))
