"""Words of a sentence, as the speech services of Alibaba Cloud write them, and the text that they come from.

Times are milliseconds. Model Studio and Intelligent Speech Interaction put the punctuation beside the word
(`punctuation`, `punc`); the words of a file transcription have neither spaces nor punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add
from typing import Any

import attrs

from ...records import NO_EXTRA, Segment, Word
from ..wire import IDENTIFIER, MILLISECONDS, TEXT, ColumnValues, ListOf, Mapped, Schema, build, field


@attrs.frozen(kw_only=True)
class _WireWord:
    """A word on the wire: its punctuation stands beside it."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    punctuation: str = ""
    id: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


def _word(given: _WireWord) -> Word:
    text = given.text + given.punctuation
    return Word(start_ms=given.start_ms, end_ms=given.end_ms, text=text, id=given.id, extra=given.extra)


def _words_at_once(count: int, columns: ColumnValues) -> list[Word]:
    """The same for many: the fast path of `_word`."""
    if "text" in columns and "punctuation" in columns:
        columns = {**columns, "text": map(add, columns["text"], columns["punctuation"])}
    elif "punctuation" in columns:
        columns = {**columns, "text": columns["punctuation"]}
    return build(Word, count, columns)


WORDS = ListOf(
    Mapped(
        Schema(
            _WireWord,
            start_ms=field(MILLISECONDS, "begin_time", "start"),
            end_ms=field(MILLISECONDS, "end_time", "end"),
            text=field(TEXT, "text", "word"),
            punctuation=field(TEXT, "punctuation", "punc"),
            id=field(IDENTIFIER, "id"),
        ),
        _word,
        _words_at_once,
    )
)


def spelt_as_in(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with the spaces and the punctuation that stand around them in their sentence.

    Where the text does not hold all of them in order, with nothing but spaces and punctuation between,
    they stay as they are.
    """
    texts = [word.text for word in words]
    if not words or "".join(texts) == text:
        return tuple(words)
    pieces = pieces_of(text, texts)
    if pieces is None:
        return tuple(words)
    return tuple(attrs.evolve(word, text=piece) for word, piece in zip(words, pieces, strict=True))


def pieces_of(text: str, tokens: Iterable[str]) -> list[str] | None:
    """The text cut into one piece for each token, or `None` where these are not its words in order."""
    lowered, ends, edges = text.lower(), 0, []
    if len(lowered) != len(text):
        return None
    for token in tokens:
        begin = lowered.find(token.lower().strip(), ends)
        between = text[ends:begin]
        if begin < 0 or not token.strip() or any(map(str.isalnum, between)):
            return None
        edges.append(ends + _length_of_closing(between))
        ends = begin + len(token.strip())
    if any(map(str.isalnum, text[ends:])):
        return None
    return [text[begin:end] for begin, end in zip([0, *edges[1:]], [*edges[1:], len(text)], strict=True)]


def _length_of_closing(between: str) -> int:
    """How much of what stands between two words belongs to the first: up to a space or an opening mark."""
    opening = (place for place, sign in enumerate(between) if sign.isspace() or unicodedata.category(sign) in _OPENING)
    return next(opening, len(between))


_OPENING = ("Ps", "Pi")
_TAG = re.compile(r"<\|[^<>|]*\|>")
"""A tag of SenseVoice: the language, the emotion, or where speech, laughter or music begins and ends."""


def without_tags(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The segments without the tags of SenseVoice in their text; the text as given is kept where it had any."""
    for segment in segments:
        if "<|" not in segment.text or (text := _TAG.sub("", segment.text)) == segment.text:
            yield segment
        else:
            yield attrs.evolve(segment, text=text.strip(), extra={**segment.extra, "text": segment.text})
