"""Names of speakers before the text, for formats that have no voices."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..text.cleaning import one_line

POLICIES = ("change", "always", "never")


@attrs.frozen
class SpeakerLabel:
    """What is put before the first cue of a segment, and before every one."""

    first: str = ""
    every: str = ""


NO_LABEL = SpeakerLabel()


def labels_for(speakers: Sequence[str | None], policy: str, language: str) -> list[SpeakerLabel]:
    """The labels of the cues of a track by their speakers: none where all of it is spoken by one."""
    # One speaker needs no name: viewers would read the same word before every sentence.
    if policy == "never" or len({*filter(None, speakers)}) < 2:
        return [NO_LABEL] * len(speakers)
    if policy == "always":
        return [SpeakerLabel(every=_label(speaker, language)) for speaker in speakers]
    return [
        SpeakerLabel(first=_label(speaker, language)) if speaker != previous else NO_LABEL
        for speaker, previous in zip(speakers, [None, *speakers], strict=False)
    ]


def _label(speaker: str | None, language: str) -> str:
    name = one_line(speaker or "")
    if not name:
        return ""
    return f"{name}: " if language in ("latin", "ko") else f"{name}："
