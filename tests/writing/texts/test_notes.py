"""Notes in Markdown: every kind of note, and nothing in them that becomes markup."""

from __future__ import annotations

import pytest

import ice_results
from ice_results import (
    Chapter,
    Document,
    Highlight,
    NoMaterial,
    Notes,
    Question,
    Segment,
    SpeakerSummary,
    Topic,
    Transcript,
)


def test_every_kind_of_note_has_its_heading() -> None:
    """Title, summary, chapters, speakers, questions, keywords, key sentences, actions, mind map and scenes."""
    notes = Notes(
        title="A walk",
        summary="Two people walk.",
        speakers=(SpeakerSummary(speaker="1", name="Nan", summary="Talks of rain."), SpeakerSummary(speaker="2")),
        questions=(Question(question="Why?", answer="Because."),),
        keywords=("rain", "hills"),
        key_sentences=(Highlight(start_ms=61_000, text="It rained."),),
        actions=(Highlight(text="Buy boots."),),
        mind_map=(Topic(title="Walk", topics=(Topic(title="Rain"),)),),
        scenes={"lecture": 0.25},
    )
    chapters = (Chapter(start_ms=0, end_ms=9000, title="Start"),)
    expected = """\
# A walk

## Summary

Two people walk.

## Chapters

- 0:00 Start

## Speakers

- **Nan**: Talks of rain.
- **2**

## Questions

**Why?**
Because.

## Keywords

rain, hills

## Key sentences

- 1:01 It rained.

## Actions

- Buy boots.

## Mind map

- Walk
  - Rain

## Scenes

- lecture: 0.25
"""
    assert ice_results.convert(Document(notes=notes, chapters=chapters), "notes.md") == expected


def test_speakers_have_the_time_that_they_talk() -> None:
    """What the main track says of a speaker is beside the summary; who has no summary is there too."""
    segments = (
        Segment(start_ms=0, end_ms=61_000, speaker="1", text="Rain."),
        Segment(start_ms=60_000, end_ms=65_000, speaker="2", text="Yes."),
    )
    speakers = (SpeakerSummary(speaker="1", name="Nan", summary="Talks of rain."), SpeakerSummary(summary="A guest."))
    document = Document(transcripts=(Transcript(kind="asr", segments=segments),), notes=Notes(speakers=speakers))
    expected = "## Speakers\n\n- **Nan** (1:01): Talks of rain.\n- **2** (0:05)\n- A guest.\n"
    assert ice_results.convert(document, "notes.md") == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# no heading", r"\# no heading"),
        ("- no item", r"\- no item"),
        ("1. no item", r"1\. no item"),
        ("a *b* _c_ `d` [e](f) <g> h|i", r"a \*b\* \_c\_ \`d\` \[e\](f) \<g\> h\|i"),
        ("two\n\n# lines", "two # lines"),
        ("AT&T &amp; 50% ~off~", r"AT\&T \&amp; 50% \~off\~"),
        ("2025-03-01, 3-4, C#, a+b", "2025-03-01, 3-4, C#, a+b"),
    ],
)
def test_text_is_never_markup(text: str, written: str) -> None:
    """What would be a heading, a list, emphasis, a link or HTML is escaped; ordinary signs are left alone."""
    content = ice_results.convert(Document(notes=Notes(summary=text)), "notes.md")
    assert content == f"## Summary\n\n{written}\n"


def test_a_document_without_notes_has_no_notes_file() -> None:
    """A title and chapters alone are no notes."""
    document = Document(title="t", chapters=(Chapter(start_ms=0, title="c"),))
    with pytest.raises(NoMaterial, match=r"^nothing to write as notes.md: the document has no notes$"):
        ice_results.convert(document, "notes.md")
