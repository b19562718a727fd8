"""The NLP result of the talk: transcript word by word, translation, chapters, summary, meeting notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

from . import talk
from .speech import Sentence, Word, read_script, set_times

_LONG_TURN = 4
_LATE = (5, 28, 66)
"""Paragraphs that come after the one that follows them in time; a sentence runs through the second pair."""


@dataclass
class _Paragraph:
    id: str
    speaker: str
    words: list[tuple[Sentence, Word]]


def nlp_result(script: str, length_ms: int) -> dict[str, Any]:
    """The decoded `Data` of the result for a script of the talk, or of a part of it."""
    sentences = read_script(script)
    set_times(sentences, length_ms)
    paragraphs = list(_paragraphs(sentences))
    return {
        "transcription": {"paragraphs": _transcription(paragraphs)},
        "translation": {"paragraphs": list(_translation(paragraphs))},
        "autoChapters": list(_chapters(sentences, length_ms)),
        "summarization": _summarization(sentences),
        "meetingAssistance": _meeting(sentences),
    }


def _paragraphs(sentences: list[Sentence]) -> Iterator[_Paragraph]:
    """A paragraph for every turn of a speaker; a long turn is cut in two, in the middle of a sentence."""
    numbers = count(1)
    for (_, speaker), turn in groupby(sentences, lambda sentence: (sentence.chapter, sentence.speaker)):
        said = list(turn)
        words = [(sentence, word) for sentence in said for word in sentence.words]
        cut = _middle(said) if len(said) >= _LONG_TURN else len(words)
        for part in filter(None, (words[:cut], words[cut:])):
            yield _Paragraph(str(173_210_000_000 + 100 * next(numbers)), speaker, part)


def _middle(said: list[Sentence]) -> int:
    """The number of words up to the middle of the middle sentence."""
    middle = len(said) // 2
    return sum(len(sentence.words) for sentence in said[:middle]) + len(said[middle].words) // 2


def _transcription(paragraphs: list[_Paragraph]) -> list[dict[str, Any]]:
    """The paragraphs with their words, a few of them after the one that follows them in time."""
    numbers = count(1)
    rows = [
        {
            "paragraphId": paragraph.id,
            "speakerId": paragraph.speaker,
            "words": [
                {"id": next(numbers), "sentenceId": said.id, "start": word.start, "end": word.end, "text": word.text}
                for said, word in paragraph.words
            ],
        }
        for paragraph in paragraphs
    ]
    for place in (place for place in _LATE if place + 1 < len(rows)):
        rows[place], rows[place + 1] = rows[place + 1], rows[place]
    return rows


def _translation(paragraphs: list[_Paragraph]) -> Iterator[dict[str, Any]]:
    """The translated sentences in the paragraph where they begin; a space follows all but the last of it."""
    for paragraph in paragraphs:
        begun = [said for said, word in paragraph.words if word is said.words[0]]
        texts = [f"{said.translation} " for said in begun[:-1]] + [said.translation for said in begun[-1:]]
        yield {
            "paragraphId": paragraph.id,
            "sentences": [
                {"sentenceId": said.id, "start": said.start, "end": said.end, "text": text}
                for said, text in zip(begun, texts, strict=True)
            ],
        }


def _chapters(sentences: list[Sentence], length_ms: int) -> Iterator[dict[str, Any]]:
    """The chapters, each up to the start of the next one."""
    starts = {said.chapter: said.start for said in reversed(sentences)}
    headlines = list(dict.fromkeys(said.chapter for said in sentences))
    bounds = [0, *(starts[headline] for headline in headlines[1:]), length_ms]
    for number, (headline, start, end) in enumerate(zip(headlines, bounds, bounds[1:]), 1):
        yield {
            "id": number,
            "start": start,
            "end": end,
            "headline": headline,
            "summary": talk.CHAPTER_SUMMARIES[headline],
        }


def _summarization(sentences: list[Sentence]) -> dict[str, Any]:
    return {
        "paragraphTitle": talk.TITLE.split("：")[-1],
        "paragraphSummary": talk.SUMMARY,
        "conversationalSummary": [
            {"speakerId": speaker, "speakerName": talk.SPEAKERS[speaker], "summary": summary}
            for speaker, summary in talk.SPEAKER_SUMMARIES.items()
        ],
        "questionsAnsweringSummary": [
            {
                "question": question,
                "sentenceIdsOfQuestion": _ids(asked, sentences),
                "answer": answer,
                "sentenceIdsOfAnswer": _ids(answered, sentences),
            }
            for question, asked, answer, answered in talk.QUESTIONS
            if _ids(asked, sentences)
        ],
        "mindMapSummary": _topics(talk.MIND_MAP),
    }


def _topics(topics: talk.Topics) -> list[dict[str, Any]]:
    return [{"title": title, "topic": _topics(below)} for title, below in topics.items()]


def _meeting(sentences: list[Sentence]) -> dict[str, Any]:
    quoted = [said for words in talk.KEY_SENTENCES for said in _sentences(words, sentences)]
    return {
        "keywords": list(talk.KEYWORDS),
        "keySentences": [_highlight(number, said, said.text) for number, said in enumerate(quoted, 1)],
        "actions": [
            _highlight(number, said, task, timed)
            for number, (words, task, timed) in enumerate(talk.ACTIONS, 1)
            for said in _sentences(words, sentences)
        ],
        "classifications": dict(talk.CLASSIFICATIONS),
    }


def _highlight(number: int, said: Sentence, text: str, timed: bool = True) -> dict[str, Any]:
    start, end = (said.start, said.end) if timed else (0, 0)
    return {"id": number, "sentenceId": said.id, "start": start, "end": end, "text": text}


def _ids(quotes: Iterable[str], sentences: list[Sentence]) -> list[int]:
    return [said.id for words in quotes for said in _sentences(words, sentences)]


def _sentences(words: str, sentences: list[Sentence]) -> list[Sentence]:
    """The one sentence with these words in it, or none where it is not in this part of the talk."""
    found = [said for said in sentences if words in said.text]
    assert len(found) <= 1, words
    return found
