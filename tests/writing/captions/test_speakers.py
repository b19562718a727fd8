"""Names of speakers: in WebVTT as voices, before the text only where somebody asks for them."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results as ice
from ice_results import Document, Notes, Segment, SpeakerSummary, Transcript

TALK = Document(
    transcripts=(
        Transcript(
            kind="asr",
            segments=(
                Segment(start_ms=0, end_ms=2000, speaker="1", text="It rains."),
                Segment(start_ms=2000, end_ms=4000, speaker="2", text="It does."),
            ),
        ),
    ),
    notes=Notes(speakers=(SpeakerSummary(speaker="1", name="Nan"),)),
)


@pytest.mark.parametrize("name", ["srt", "ass", "lrc"])
@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({}, []),
        ({"speakers": None}, []),
        ({"speakers": "change"}, ["Nan: It rains.", "2: It does."]),
        ({"speaker_names": {"2": "Ben"}}, ["Nan: It rains.", "Ben: It does."]),
        ({"speaker_names": {"2": "Ben"}, "speakers": "never"}, []),
    ],
)
def test_names_are_before_the_text_where_they_are_asked_for(
    name: str, options: dict[str, Any], shown: list[str]
) -> None:
    """With `speakers`, or by giving a name; the service's own names alone are not shown."""
    written = str(ice.convert(TALK, name, **options))
    for text in shown or ["It rains.", "It does."]:
        assert text in written
    assert (": It" in written) == bool(shown)


def test_voices_are_there_unless_they_are_not_wanted() -> None:
    """WebVTT says who speaks in its own way, and `never` leaves it out."""
    assert "<v Nan>It rains." in ice.convert(TALK, "vtt")
    assert "<v" not in ice.convert(TALK, "vtt", speakers="never")
