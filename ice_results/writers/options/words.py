"""Options of captions with the times of words."""

from __future__ import annotations

import attrs

from .captions import CaptionOptions
from .values import switch


@attrs.frozen
class WordOptions(CaptionOptions):
    """Captions that can say when each word is spoken.

    `words`: mark the words by their times, where the service gave them.
    """

    words: bool = switch(False)
