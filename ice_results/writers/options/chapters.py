"""Options of chapters."""

from __future__ import annotations

import re
from typing import Any

import attrs

from .values import option, switch

_LANGUAGE_CODE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def _is_language_code(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(_LANGUAGE_CODE, value) is not None


@attrs.frozen
class ChapterOptions:
    """What becomes a chapter.

    `fill_gaps`: as MP4 wants it: chapters from 0 to the end without a gap, with chapters of the title
    `…` where there is none, and titles of at most 255 bytes.
    """

    fill_gaps: bool = switch(False)


@attrs.frozen
class MatroskaOptions(ChapterOptions):
    """Chapters that say which language their titles are in.

    `language`: a code such as `zh-Hant` or `en`, where the titles do not tell it by their script.
    """

    language: str | None = option(None, "a code of a language, such as zh-Hant", _is_language_code)
