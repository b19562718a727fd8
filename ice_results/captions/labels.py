"""Names of speakers before the text, for formats that have no voices."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from .cues import Cue
from .text import one_line

POLICIES = ("change", "always", "never")


@attrs.frozen
class Label:
    """What stands before the first cue of a segment, and before every one."""

    first: str = ""
    every: str = ""


NO_LABEL = Label()


def labels_for(cues: Sequence[Cue], policy: str, language: str) -> list[Label]:
    """The labels of the cues of a track: none where all of it is spoken by one."""
    speakers = {cue.speaker for cue in cues if cue.speaker}
    if policy == "never" or len(speakers) < 2:
        return [NO_LABEL] * len(cues)
    if policy == "always":
        return [Label(every=_label(cue.speaker, language)) for cue in cues]
    before = [None, *(cue.speaker for cue in cues)]
    return [
        Label(first=_label(cue.speaker, language)) if cue.speaker != previous else NO_LABEL
        for cue, previous in zip(cues, before, strict=False)
    ]


def _label(speaker: str | None, language: str) -> str:
    name = one_line(speaker or "")
    if not name:
        return ""
    return f"{name}: " if language in ("latin", "ko") else f"{name}："
