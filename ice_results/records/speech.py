"""Speech: words, segments, transcripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .base import extra


@attrs.frozen(kw_only=True)
class Word:
    """One word of a segment; `text` carries its own spaces and punctuation."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Segment:
    """One sentence or stretch of speech, `text` as given ("" where there is none).

    Where the service groups sentences, `extra` has the `paragraphId`, a list where words of several paragraphs
    are in one sentence.
    """

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    speaker: str | None = None
    words: tuple[Word, ...] = ()
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Transcript:
    """One track of speech; `kind` is asr, transcription, translation, tts, avatar, or polished (written style).

    `language` is a tag of BCP 47, or what the service wrote where that names no language. `source` names the
    payload that it was read from, in the service's own words.
    """

    kind: str
    language: str | None = None
    segments: tuple[Segment, ...] = ()
    source: str | None = None
    extra: Mapping[str, Any] = extra()
