"""Speech that FunASR recognised on the user's own machine.

A list of `{key, text, timestamp[[start, end]], sentence_info[] {text, start, end, spk, timestamp}}`, one for each
file, in milliseconds (FunASR, `AutoModel.generate`). `timestamp` has a pair for each word; the words stand in the
text, and in `raw_text` without punctuation. Sentences that come from voice activity have their text in `sentence`.

The server has `{mode, wav_name, text, is_final, timestamp, stamp_sents[] {text_seg, punc, start, end, ts_list}}`
(FunASR, "WebSocket communication protocol"): `timestamp` is JSON text, and `text_seg` has blanks between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from ...records import NO_EXTRA, Document, Segment, Transcript, Word
from ..escaping import peel
from ..wire import (
    IDENTIFIER,
    LABEL,
    MILLISECONDS,
    TEXT,
    Keys,
    ListOf,
    Mapped,
    NeedsSlowPath,
    Parsed,
    Schema,
    field,
    is_missing,
    leftover,
    mismatch,
)
from ..wire.keys import first_objects
from .plausible import with_plausible_times
from .shapes import has_rows, value_of
from .spoken import pieces_of, without_tags

_Span = tuple[int | None, int | None]
"""Start and end of a word; FunASR leaves out those of a word that it could not place."""


@attrs.frozen
class _Spans:
    """A list of `[start, end]` in milliseconds."""

    def read(self, value: Any, path: str) -> Parsed[tuple[_Span, ...] | None]:
        peeled = peel(value, path)
        if is_missing(peeled.value):
            return Parsed(None)
        try:
            return Parsed(tuple(map(_span, peeled.value)))
        except (TypeError, ValueError, OverflowError):
            return mismatch("a list of [start, end] in milliseconds", value, path)

    def column(self, values: list[Any]) -> Iterable[tuple[_Span, ...]]:
        try:
            return [tuple(map(_span, () if spans is None else spans)) for spans in values]
        except (TypeError, ValueError, OverflowError):
            raise NeedsSlowPath from None


def _span(pair: Any) -> _Span:
    if pair is None:
        return None, None
    if not isinstance(pair, list | tuple):
        raise TypeError
    start, end = pair
    return MILLISECONDS.convert(start), MILLISECONDS.convert(end)


@attrs.frozen(kw_only=True)
class _Said:
    """A sentence with the times of its words."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    raw_text: str | None = None
    segmented: str | None = None
    punctuation: str = ""
    speaker: str | None = None
    spans: tuple[_Span, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


@attrs.frozen(kw_only=True)
class _File:
    """What was said in one file: the whole text, and its sentences where punctuation or voice activity cut it."""

    text: str = ""
    spans: tuple[_Span, ...] = ()
    sentences: tuple[Segment, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


def _segment(said: _Said) -> Segment:
    """A sentence with its words, where the text holds as many as there are times."""
    if said.segmented is not None and not said.text:
        said = attrs.evolve(said, text=_joined(said.segmented) + said.punctuation, raw_text=said.segmented)
    words = _words(said.text, said.raw_text, said.spans)
    beside = _beside(said)
    kept = {**said.extra, **beside, **({} if words else _as_given(said.spans))}
    start, end = said.start_ms, said.end_ms
    return Segment(
        start_ms=start, end_ms=end, text=said.text, speaker=said.speaker, words=words, extra=kept or NO_EXTRA
    )


def _beside(said: _Said) -> dict[str, Any]:
    """What a sentence has beside its text; the words and the punctuation of the server are in the text."""
    known = {"raw_text": said.raw_text, "text_seg": said.segmented, "punc": said.punctuation or None}
    if said.segmented is not None and said.raw_text == said.segmented:
        known = {}
    return {key: value for key, value in known.items() if value is not None}


def _joined(segmented: str) -> str:
    """The words of a sentence without the blanks beside characters of Chinese or Japanese."""
    return _BLANK.sub("", segmented.strip())


def _words(text: str, raw_text: str | None, spans: Sequence[_Span]) -> tuple[Word, ...]:
    tokens = next((found for found in _tokens(text, raw_text) if len(found) == len(spans)), [])
    pieces = pieces_of(text, tokens) if tokens else None
    return tuple(
        Word(start_ms=start, end_ms=end, text=piece) for (start, end), piece in zip(spans, pieces or (), strict=False)
    )


def _tokens(text: str, raw_text: str | None) -> Iterable[list[str]]:
    """What the words of a text may be: those of the text without punctuation, else characters and words."""
    return (raw_text or "").split(), _TOKEN.findall(text)


_CHARACTER = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(f"[{_CHARACTER}]|[^\\W_{_CHARACTER}]+(?:['’][^\\W_{_CHARACTER}]+)*")
"""A character of Chinese or Japanese, or a word of another script: FunASR times both alike."""
_BLANK = re.compile(f"(?<=[{_CHARACTER}])[ ]|[ ](?=[{_CHARACTER}])")


def _as_given(spans: Iterable[_Span]) -> dict[str, Any]:
    pairs = [None if pair == (None, None) else list(pair) for pair in spans]
    return {"timestamp": pairs} if pairs else {}


_SPANS, _TEXT = field(_Spans(), "timestamp"), field(TEXT, "text", "sentence")
_SENTENCES = ListOf(
    Mapped(
        Schema(
            _Said,
            start_ms=field(MILLISECONDS, "start"),
            end_ms=field(MILLISECONDS, "end"),
            text=_TEXT,
            raw_text=field(LABEL, "raw_text"),
            segmented=field(LABEL, "text_seg"),
            punctuation=field(TEXT, "punc"),
            speaker=field(IDENTIFIER, "spk"),
            spans=field(_Spans(), "timestamp", "ts_list"),
        ),
        _segment,
    )
)
_FILES = ListOf(Schema(_File, text=_TEXT, spans=_SPANS, sentences=field(_SENTENCES, "sentence_info", "stamp_sents")))


def read_funasr(value: Any, path: str) -> Document:
    """A track of speech for each file; a file without sentences is one segment."""
    parsed: Parsed[Any]
    if has_rows(value, "start", "end") and not has_rows(value, "sentence_info"):
        parsed = _SENTENCES.read(value, path)
        tracks = [_transcript(parsed.value, NO_EXTRA)] if parsed.value else []
    else:
        parsed = _FILES.read(value, path)
        tracks = [_of_file(each) for each in parsed.value or () if each.sentences or each.text]
    extra = leftover("sentence_info", parsed)
    return with_plausible_times(Document(transcripts=tuple(tracks), problems=parsed.problems, extra=extra), path)


def _of_file(file: _File) -> Transcript:
    if file.sentences:
        return _transcript(file.sentences, {**file.extra, "text": file.text, **_as_given(file.spans)})
    starts = [start for start, _ in file.spans if start is not None]
    ends = [end for _, end in file.spans if end is not None]
    words = _words(file.text, None, file.spans)
    start, end = min(starts, default=None), max(ends, default=None)
    segment = Segment(start_ms=start, end_ms=end, text=file.text, words=words)
    return _transcript((segment,), file.extra if words else {**file.extra, **_as_given(file.spans)})


def _transcript(segments: Iterable[Segment], extra: Mapping[str, Any]) -> Transcript:
    return Transcript(kind="asr", segments=tuple(without_tags(segments)), source="sentence_info", extra=extra)


def is_funasr(value: Any) -> bool:
    """Whether this has `sentence_info` or `stamp_sents`, or texts and sentences with a list of times of their words."""
    if isinstance(value, Mapping):
        keys = Keys(value)
        return has_rows(keys.peek("sentence_info"), "start", "end") or has_rows(keys.peek("stamp_sents"), "text_seg")
    return has_rows(value, "sentence_info") or has_rows(value, "stamp_sents") or _has_spans(value) or _is_spoken(value)


def _is_spoken(value: Any) -> bool:
    """Whether this is a list of sentences with the number of their speaker."""
    return any(has_rows(value, name, "start", "end", "spk") for name in ("text", "sentence"))


def _has_spans(value: Any) -> bool:
    """Whether this is a list in which an object has text, and in `timestamp` a list of pairs."""
    spans = [value_of(keys, "timestamp") for keys in map(Keys, first_objects(value)) if "text" in keys]
    return any(isinstance(each, list | tuple) and each and all(map(_is_span, each)) for each in spans)


def _is_span(value: Any) -> bool:
    return value is None or isinstance(value, list | tuple)
