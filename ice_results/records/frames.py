"""Text in frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .base import extra
from .box import Box


@attrs.frozen(kw_only=True)
class TextLine:
    """One recognised line of text in a frame; `style` is normal, scrolling or fixed."""

    text: str = ""
    box: Box | None = None
    score: float | None = None
    style: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class TextFrame:
    """The text that was recognised in the frame at `at_ms`."""

    at_ms: int | None = None
    lines: tuple[TextLine, ...] = ()
    extra: Mapping[str, Any] = extra()
