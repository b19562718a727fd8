"""Results of language analysis as the exact transcripts, chapters and notes that they become."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ice_results.records import Chapter, Highlight, Notes, Question, Segment, SpeakerSummary, Topic, Transcript, Word

from ..parsing import tagged


def test_a_sentence_is_the_words_of_one_id_in_time_order() -> None:
    """Words of one sentence may be in several paragraphs and in any order; sentences come in time order."""
    paragraphs = [
        {
            "paragraphId": "p2",
            "speakerId": "2",
            "words": [{"id": 4, "sentenceId": 8, "start": 3000, "end": 3400, "text": "Agreed."}],
        },
        {
            "paragraphId": "p3",
            "speakerId": "1",
            "words": [{"id": 3, "sentenceId": 7, "start": 1900, "end": 2500, "text": " gates."}],
        },
        {
            "paragraphId": "p1",
            "speakerId": "1",
            "words": [
                {"id": 2, "sentenceId": 7, "start": 1400, "end": 1900, "text": " the"},
                {"id": 1, "sentenceId": 7, "start": 1000, "end": 1400, "text": "Close"},
            ],
        },
    ]
    document = tagged(NLP={"transcription": {"paragraphs": paragraphs}})
    (transcript,) = document.transcripts
    assert transcript == Transcript(
        kind="transcription",
        source="NLP",
        segments=(
            Segment(
                start_ms=1000,
                end_ms=2500,
                text="Close the gates.",
                id="7",
                speaker="1",
                words=(
                    Word(start_ms=1000, end_ms=1400, text="Close", id="1"),
                    Word(start_ms=1400, end_ms=1900, text=" the", id="2"),
                    Word(start_ms=1900, end_ms=2500, text=" gates.", id="3"),
                ),
            ),
            Segment(
                start_ms=3000,
                end_ms=3400,
                text="Agreed.",
                id="8",
                speaker="2",
                words=(Word(start_ms=3000, end_ms=3400, text="Agreed.", id="4"),),
            ),
        ),
    )
    assert [segment.extra for segment in transcript.segments] == [
        {"paragraphId": ["p3", "p1"]},
        {"paragraphId": "p2"},
    ]
    assert document.problems == ()


def test_ids_are_texts_or_numbers_and_one_key_is_sometimes_misspelt() -> None:
    """`sentenceId` may be spelt `sentenctId`; ids and speakers are text in the records, however they came."""
    words = [
        {"id": "1", "sentenctId": "5", "start": 0, "end": 400, "text": "Half"},
        {"id": 2, "sentenceId": 5, "start": 400, "end": 900, "text": " way"},
    ]
    document = tagged(NLP={"transcription": {"paragraphs": [{"paragraphId": 12, "speakerId": 3, "words": words}]}})
    (segment,) = document.transcripts[0].segments
    assert (segment.text, segment.id, segment.speaker) == ("Half way", "5", "3")
    assert segment.extra == {"paragraphId": "12"}


def test_a_lone_space_among_words_is_kept() -> None:
    """The words carry the spaces: a word that is only a space stays, also beside a word with unknown keys."""
    words = [
        {"id": 1, "sentenceId": 1, "start": 0, "end": 10, "text": "up"},
        {"id": 2, "sentenceId": 1, "start": 10, "end": 20, "text": " "},
        {"id": 3, "sentenceId": 1, "start": 20, "end": 30, "text": "stream", "volume": 3},
    ]
    document = tagged(NLP={"transcription": {"paragraphs": [{"paragraphId": "p", "words": words}]}})
    assert document.transcripts[0].segments[0].text == "up stream"


def test_a_translation_has_sentences() -> None:
    """Translated sentences have milliseconds and their text as given, a space at its end included."""
    sentences = [
        {"sentenceId": 8, "start": 3000, "end": 3400, "text": "D'accord."},
        {"sentenceId": 7, "start": 1000, "end": 2500, "text": "Fermez les portes. "},
    ]
    document = tagged(NLP={"translation": {"paragraphs": [{"paragraphId": "p1", "sentences": sentences}]}})
    (transcript,) = document.transcripts
    assert transcript == Transcript(
        kind="translation",
        source="NLP",
        segments=(
            Segment(start_ms=1000, end_ms=2500, text="Fermez les portes. ", id="7"),
            Segment(start_ms=3000, end_ms=3400, text="D'accord.", id="8"),
        ),
    )
    assert [segment.extra for segment in transcript.segments] == [{"paragraphId": "p1"}] * 2


def test_chapters_have_milliseconds_a_title_and_a_summary() -> None:
    """A chapter's headline is its title."""
    chapter = {"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Two days of pumping."}
    assert tagged(NLP={"autoChapters": [chapter]}).chapters == (
        Chapter(start_ms=0, end_ms=61000, title="Draining", summary="Two days of pumping.", id="1"),
    )


def test_summaries_and_meeting_notes_are_one_record() -> None:
    """Both parts make one record of notes; an action from 0 to 0 has no time."""
    summarization = {
        "paragraphTitle": "Winter works",
        "paragraphSummary": "Locks are repaired in winter.",
        "conversationalSummary": [{"speakerId": 1, "speakerName": "Wilhelmina", "summary": "She plans."}],
        "questionsAnsweringSummary": [
            {
                "question": "When is the lock dry?",
                "sentenceIdsOfQuestion": [3, "4"],
                "answer": "In the second week.",
                "sentenceIdsOfAnswer": [5],
            }
        ],
        "mindMapSummary": [
            {"title": "Canal", "topic": [{"title": "Repairs", "topic": [{"title": "Seals", "topic": []}]}]}
        ],
    }
    meeting = {
        "keywords": ["stop log", "seal"],
        "keySentences": [{"id": 1, "sentenceId": 3, "start": 7000, "end": 7800, "text": "Seals come first."}],
        "actions": [{"id": 2, "sentenceId": 4, "start": 0, "end": 0, "text": "Order two seals."}],
        "classifications": {"interview": 0.1, "lecture": 0.2, "meeting": 0.7},
    }
    document = tagged(NLP={"summarization": summarization, "meetingAssistance": meeting})
    assert document.notes == Notes(
        title="Winter works",
        summary="Locks are repaired in winter.",
        speakers=(SpeakerSummary(speaker="1", name="Wilhelmina", summary="She plans."),),
        questions=(
            Question(
                question="When is the lock dry?",
                answer="In the second week.",
                question_sentence_ids=("3", "4"),
                answer_sentence_ids=("5",),
            ),
        ),
        mind_map=(Topic(title="Canal", topics=(Topic(title="Repairs", topics=(Topic(title="Seals"),)),)),),
        keywords=("stop log", "seal"),
        key_sentences=(Highlight(id="1", sentence_id="3", start_ms=7000, end_ms=7800, text="Seals come first."),),
        actions=(Highlight(id="2", sentence_id="4", text="Order two seals."),),
        scenes={"interview": 0.1, "lecture": 0.2, "meeting": 0.7},
    )
    assert document.problems == ()


def test_keywords_may_be_objects() -> None:
    """A keyword that is an object gives its text; the object is kept beside it."""
    keyword = {"word": "seal", "weight": 3}
    notes = tagged(NLP={"meetingAssistance": {"keywords": ["stop log", keyword]}}).notes
    assert notes is not None
    assert notes.keywords == ("stop log", "seal")
    assert notes.extra == {"keywords": [keyword]}


WORDS = [{"id": 1, "sentenceId": 1, "start": 0, "end": 900, "text": "Close the gates."}]
TRANSCRIPTION = {"paragraphs": [{"paragraphId": "p1", "speakerId": "1", "words": WORDS}]}
CHAPTERS = [{"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Two days of pumping."}]
PASCAL = {
    "TaskId": "t-1",
    "Transcription": {
        "AudioInfo": {"Size": 12},
        "Paragraphs": [
            {
                "ParagraphId": "p1",
                "SpeakerId": "1",
                "Words": [{"Id": 1, "SentenceId": 1, "Start": 0, "End": 900, "Text": "Close the gates."}],
            }
        ],
    },
    "AutoChapters": [{"Id": 1, "Start": 0, "End": 61000, "Headline": "Draining", "Summary": "Two days of pumping."}],
}


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(
            {"transcription": {"transcription": TRANSCRIPTION}, "autoChapters": {"autoChapters": CHAPTERS}},
            id="double wrapped",
        ),
        pytest.param(
            {
                "transcription": {"TaskId": "t-1", "transcription": TRANSCRIPTION},
                "autoChapters": {"TaskId": "t-1", "autoChapters": CHAPTERS},
            },
            id="double wrapped with a TaskId",
        ),
        pytest.param(
            {"transcription": json.dumps(TRANSCRIPTION), "autoChapters": json.dumps(CHAPTERS)}, id="parts as JSON text"
        ),
        pytest.param(
            {"transcription": TRANSCRIPTION, "autoChapters": CHAPTERS, "summarization": None, "translation": "null"},
            id="empty parts",
        ),
        pytest.param(PASCAL, id="other case"),
    ],
)
def test_every_wrapping_of_the_language_parts_is_read_alike(payload: dict[str, Any]) -> None:
    """Double wrapped parts, parts as JSON text, empty parts and keys of another case make no difference."""
    document = tagged(NLP=payload)
    plain = tagged(NLP={"transcription": TRANSCRIPTION, "autoChapters": CHAPTERS})
    assert [segment.text for segment in plain.transcripts[0].segments] == ["Close the gates."]
    assert (document.transcripts, document.chapters, document.notes) == (plain.transcripts, plain.chapters, None)
    assert document.problems == ()
