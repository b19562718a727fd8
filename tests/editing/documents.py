"""Documents whose every record has a time, as Hypothesis draws them."""

from __future__ import annotations

from hypothesis import strategies as st

from ice_results import (
    Box,
    Chapter,
    Document,
    Highlight,
    Job,
    Notes,
    Occurrence,
    Segment,
    Tag,
    TextFrame,
    TextLine,
    TrackBox,
    Transcript,
    Word,
)

LAST_MS = 20_000
TEXTS = st.sampled_from(["钟楼修好了", "the tower strikes", "我们走吧，", "once more.", "…", ""])
SPEAKERS = st.sampled_from([None, "1", "2"])


@st.composite
def spans(draw: st.DrawFn, first_ms: int = 0, last_ms: int = LAST_MS) -> tuple[int, int]:
    """A start and an end after it."""
    start = draw(st.integers(first_ms, last_ms - 1))
    return start, draw(st.integers(start + 1, last_ms))


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    """A sentence, with words that fill it or without."""
    (start, end), text, speaker = draw(spans()), draw(TEXTS), draw(SPEAKERS)
    spelt = draw(st.sampled_from(["", "chars"])) and [text[place : place + 2] for place in range(0, len(text), 2)]
    edges = [start + (end - start) * place // max(len(spelt), 1) for place in range(len(spelt) + 1)]
    words = tuple(Word(start_ms=a, end_ms=b, text=part) for a, b, part in zip(edges, edges[1:], spelt, strict=False))
    return Segment(
        start_ms=start, end_ms=end, text=text, speaker=speaker, words=words, id=draw(st.text("123", max_size=2))
    )


@st.composite
def tags(draw: st.DrawFn) -> Tag:
    """A tag with occurrences and their boxes."""
    occurrences = []
    for start, end in draw(st.lists(spans(), max_size=3)):
        at_ms = draw(st.integers(start, end - 1))
        score = draw(st.sampled_from([None, 0.2, 0.9]))
        box = TrackBox(at_ms=at_ms, box=Box(0, 0, 10, 10), score=score)
        occurrences.append(Occurrence(start_ms=start, end_ms=end, score=score, boxes=(box,)))
    return Tag(
        kind=draw(st.sampled_from(["person", "entity"])), name=draw(TEXTS) or None, occurrences=tuple(occurrences)
    )


def documents() -> st.SearchStrategy[Document]:
    """A document with some of everything that has a time."""
    chapters = spans().map(lambda span: Chapter(start_ms=span[0], end_ms=span[1], title="A"))
    highlights = spans().map(lambda span: Highlight(start_ms=span[0], end_ms=span[1], text="B"))
    frames = st.integers(0, LAST_MS - 1).map(lambda ms: TextFrame(at_ms=ms, lines=(TextLine(text="C", score=0.5),)))
    notes = st.builds(lambda found: Notes(summary="D", key_sentences=tuple(found)), st.lists(highlights, max_size=3))
    return st.builds(
        lambda said, translated, tags, chapters, frames, notes: Document(
            jobs=(Job(operation="QuerySmarttagJob"),),
            transcripts=(
                Transcript(kind="asr", language="zh", segments=tuple(said)),
                Transcript(kind="translation", language="en", segments=tuple(translated)),
            ),
            tags=tuple(tags),
            chapters=tuple(chapters),
            frames=tuple(frames),
            notes=notes,
        ),
        st.lists(segments(), max_size=5),
        st.lists(segments(), max_size=3),
        st.lists(tags(), max_size=3),
        st.lists(chapters, max_size=3),
        st.lists(frames, max_size=3),
        st.none() | notes,
    )
