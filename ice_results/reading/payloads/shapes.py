"""What a payload looks like that was saved on its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..escaping import peel
from ..wire.keys import Keys, first_objects

SHAPES_OF_OTHERS = frozenset({"meta", "texts", "text_label", "custom_prompt"})
"""Kinds whose shape other tools have too: a payload on its own is read as one of them with a note, and at the top."""
SHAPES_OF_OURS = frozenset(
    {
        *("nlp", "transcription", "translation", "summary", "slides", "cpv_label", "avatar", "video_translation"),
        *("file_transcription", "nls", "funasr", "original_asr", "search_index", "censorship"),
    }
)
"""Kinds whose objects, unlike rows, nothing else looks like: they count wherever they stand."""
LISTS_OF_OURS = frozenset({"funasr"})
"""The same for lists."""


def has_rows(value: Any, *names: str) -> bool:
    """Whether this is a list in which one of the first objects has all these keys."""
    return any(all(name in keys for name in names) for keys in map(Keys, first_objects(value)))


def value_of(keys: Keys, name: str) -> Any:
    """The first value under a name that is not empty, without escaping; it counts as not taken."""
    return peel(keys.peek(name)).value


def has_keys(value: Any, *names: str, least: int = 2) -> bool:
    """Whether this is an object with so many of these keys at least."""
    opened = peel(value).value
    keys = Keys(opened if isinstance(opened, Mapping) else {})
    return sum(name in keys for name in names) >= least
