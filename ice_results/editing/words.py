"""Where the words of a sentence are in its text, and what becomes of their times when the text changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from ..records import Segment, Word


def positions_of(words: Sequence[Word], text: str) -> list[int] | None:
    """Where each word begins in a text, `None` where they are not all in it one after the other."""
    found: list[int] = []
    reached = 0
    for word in words:
        spelt = word.text.strip()
        start = text.find(spelt, reached)
        if start < 0:
            return None
        found.append(start)
        reached = start + len(spelt)
    return found


def with_text(segment: Segment, change: Callable[[str], str]) -> Segment:
    """The sentence with its text changed, and its words with it where their times can survive.

    They do where the words change to the same text one by one, or where the text keeps its length, so that each word
    is where it was. Else the words are dropped: times that no longer belong to any text would only mislead.
    """
    text = change(segment.text)
    if text == segment.text:
        return segment
    return attrs.evolve(segment, text=text, words=_changed_words(segment, text, change))


def _changed_words(segment: Segment, text: str, change: Callable[[str], str]) -> tuple[Word, ...]:
    spellings = [change(word.text) for word in segment.words]
    if "".join(spellings) == text and all(spellings):
        return _respelt(segment.words, spellings)
    positions = positions_of(segment.words, segment.text)
    if positions is None or len(text) != len(segment.text):
        return ()
    return _respelt(
        segment.words, [_in_place(word, text, at) for word, at in zip(segment.words, positions, strict=True)]
    )


def _in_place(word: Word, text: str, position: int) -> str:
    """What is now where a word was, with the white space that it had around it."""
    spelt = word.text.strip()
    before, _, after = word.text.partition(spelt) if spelt else (word.text, "", "")
    return before + text[position : position + len(spelt)] + after


def _respelt(words: Sequence[Word], spellings: Sequence[str]) -> tuple[Word, ...]:
    return tuple(attrs.evolve(word, text=text) for word, text in zip(words, spellings, strict=True))
