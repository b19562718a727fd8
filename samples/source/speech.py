"""From texts to timed words and lines: how long it takes to say something, and where the pauses are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .lexicon import WORDS

PAUSE_INSIDE_MS = 240
PAUSE_AFTER_MS = 430
PAUSE_AT_TURN_MS = 620
_LEAD_IN_MS = 520
_PACES = (1.0, 0.94, 1.05, 0.98, 1.08, 0.92, 1.03)
_LEXICON = frozenset(WORDS.split())
_LONGEST = max(map(len, _LEXICON))
_TOKEN = re.compile(r"[《“]*(?:[A-Za-z]+ ?|\d+(?:\.\d+)?%?|[\u4e00-\u9fff])")
_MARKS = re.compile(r"[，。？！：；、》”…]+")
_STOPS = re.compile(r"[，。？！：；、…,.?!:;]")


@dataclass
class Word:
    """A piece of a sentence, with the punctuation and the spaces that belong to it."""

    text: str
    start: int = 0
    end: int = 0


@dataclass
class Sentence:
    """What one speaker says in one go, and its translation."""

    id: int
    speaker: str
    chapter: str
    text: str
    translation: str
    words: list[Word] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The start of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """The end of the last word."""
        return self.words[-1].end


def read_script(script: str) -> list[Sentence]:
    """The sentences of a script: `## chapter`, `@speaker`, then Chinese and English line by line."""
    sentences: list[Sentence] = []
    chapter = speaker = ""
    lines = iter(filter(None, script.splitlines()))
    for line in lines:
        if line.startswith("## "):
            chapter = line[3:]
        elif line.startswith("@"):
            speaker = line[1:]
        else:
            sentences.append(Sentence(len(sentences) + 1, speaker, chapter, line, next(lines)))
    return sentences


def words_of(text: str) -> Iterator[Word]:
    """The words of a Chinese sentence; opening marks go with the word after, all others with the one before."""
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            raise ValueError(f"no word at {text[place:]!r}")
        end = max(token.end(), _end_of_word(text, token.end() - 1))
        marks = _MARKS.match(text, end)
        end = marks.end() if marks else end
        yield Word(text[place:end])
        place = end


def _end_of_word(text: str, place: int) -> int:
    """Where the longest known word ends that begins here."""
    sizes = range(min(_LONGEST, len(text) - place), 1, -1)
    return next((place + size for size in sizes if text[place : place + size] in _LEXICON), place)


def weight(text: str) -> float:
    """How long it takes to say this, in Chinese syllables."""
    chinese = len(re.findall(r"[\u4e00-\u9fff]", text))
    digits = len(re.findall(r"[\d.]", text))
    return chinese + digits + 3 * text.count("%") + 0.36 * len(re.findall(r"[A-Za-z]", text)) or 1.0


def set_times(sentences: list[Sentence], length_ms: int) -> None:
    """Cut every sentence into words and spread them over the length, with the pauses that people make."""
    for sentence in sentences:
        sentence.words = list(words_of(sentence.text))
    speech = sum(weight(sentence.text) * _pace(sentence.id) for sentence in sentences)
    pauses = sum(map(_pauses, sentences)) + sum(map(_pause_between, sentences, sentences[1:]))
    syllable_ms = (length_ms - 2 * _LEAD_IN_MS - pauses) / speech
    now = float(_LEAD_IN_MS)
    for sentence, following in zip(sentences, [*sentences[1:], sentences[-1]], strict=True):
        for word in sentence.words:
            word.start = round(now)
            now += weight(word.text) * _pace(sentence.id) * syllable_ms
            word.end = round(now)
            now += PAUSE_INSIDE_MS if word is not sentence.words[-1] and _STOPS.search(word.text) else 0
        now += _pause_between(sentence, following)


def lines(texts: Iterable[str], syllable_ms: int = 230, start_ms: int = 0) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of every line of a track, in milliseconds."""
    for number, text in enumerate(texts):
        marks = len(_STOPS.findall(text)) - 1
        end = start_ms + round(weight(text) * _pace(number) * syllable_ms) + max(marks, 0) * PAUSE_INSIDE_MS
        yield start_ms, end, text
        start_ms = end + PAUSE_AFTER_MS * (number % 3) // 2


def _pace(number: int) -> float:
    return _PACES[number % len(_PACES)]


def _pauses(sentence: Sentence) -> int:
    return PAUSE_INSIDE_MS * sum(1 for word in sentence.words[:-1] if _STOPS.search(word.text))


def _pause_between(sentence: Sentence, following: Sentence) -> int:
    pause = PAUSE_AFTER_MS if sentence.speaker == following.speaker else PAUSE_AT_TURN_MS
    return pause if sentence.chapter == following.chapter else 2 * pause
