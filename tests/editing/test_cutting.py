"""Parts of documents."""

from __future__ import annotations

import attrs
import pysubs2
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import ice_results as ice
from ice_results import Chapter, Document, Highlight, InvalidOption, Occurrence, Problem, Segment, Tag, Transcript, Word

from .documents import LAST_MS, documents, spans
from .test_times import times_of

WORDS = (
    Word(start_ms=1000, end_ms=1400, text="各位"),
    Word(start_ms=1400, end_ms=1900, text="听众，"),
    Word(start_ms=2100, end_ms=2600, text="下午"),
    Word(start_ms=2600, end_ms=3000, text="好。"),
)
SPOKEN = Segment(start_ms=1000, end_ms=3000, text="各位听众，下午好。", words=WORDS, id="7")


def speech(*segments: Segment) -> Document:
    """A document with one track."""
    return Document(transcripts=(Transcript(kind="asr", segments=segments),))


def cut_segments(document: Document, start: int, end: int, *, rebase: bool = True) -> tuple[Segment, ...]:
    """The segments of the only track of a cut, none where the track is gone."""
    return tuple(each for track in ice.cut(document, start, end, rebase=rebase).transcripts for each in track.segments)


@given(documents())
def test_the_cut_of_the_whole_is_the_whole(document: Document) -> None:
    """Nothing is lost or touched where the part is all there is."""
    assert ice.cut(document, 0, LAST_MS + 1) == document


@given(documents(), spans())
def test_a_cut_stays_inside_its_bounds(document: Document, span: tuple[int, int]) -> None:
    """Every time of a cut is within it, counted from its start or from that of the media."""
    start, end = span
    assert all(0 <= ms <= end - start for ms in times_of(attrs.asdict(ice.cut(document, start, end))))
    assert all(start <= ms <= end for ms in times_of(attrs.asdict(ice.cut(document, start, end, rebase=False))))


@given(documents(), spans())
def test_a_cut_of_a_cut_is_the_same_cut(document: Document, span: tuple[int, int]) -> None:
    """Cutting again at the same edges finds nothing more to cut."""
    once = ice.cut(document, *span, rebase=False)
    assert attrs.evolve(ice.cut(once, *span, rebase=False), problems=()) == attrs.evolve(once, problems=())


@given(documents(), st.integers(1, LAST_MS - 1))
def test_the_joined_parts_are_the_whole_where_no_item_is_cut(document: Document, edge: int) -> None:
    """Two parts one after the other are the document again, in the order of the parts."""
    assume(all(not low < edge < high for low, high in all_spans(document)))
    parts = [ice.cut(document, 0, edge), ice.cut(document, edge, LAST_MS + 1)]
    whole = ice.join(parts, [0, edge], same_speakers=True)
    assert sorted(times_of(attrs.asdict(whole))) == sorted(times_of(attrs.asdict(document)))
    texts = [sorted(each.text for track in one.transcripts for each in track.segments) for one in (whole, document)]
    assert texts[0] == texts[1]


def all_spans(document: Document) -> list[tuple[int, int]]:
    """The start and the end of everything that has both."""
    notes = document.notes
    records: list[Segment | Occurrence | Chapter | Highlight] = [
        *(each for track in document.transcripts for each in track.segments),
        *(each for tag in document.tags for each in tag.occurrences),
        *document.chapters,
        *(notes.key_sentences if notes else ()),
    ]
    return [(each.start_ms or 0, each.end_ms or 0) for each in records]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 2000, (1000, 1900, "各位听众，")),
        (2000, 9000, (2100, 3000, "下午好。")),
        (1450, 2400, (1450, 2400, "听众，下午")),
        (1000, 3000, (1000, 3000, "各位听众，下午好。")),
        (1901, 2099, None),
    ],
)
def test_sentences_are_cut_between_words(start: int, end: int, found: tuple[int, int, str] | None) -> None:
    """A word is in the part that has its middle; the text keeps its punctuation, the times those of the words."""
    segments = cut_segments(speech(SPOKEN), start, end, rebase=False)
    assert [(each.start_ms, each.end_ms, each.text) for each in segments] == ([found] if found else [])


def test_words_that_are_not_in_the_text_are_the_text() -> None:
    """Where the words are spelt otherwise than the sentence, the part is made of the words."""
    odd = attrs.evolve(SPOKEN, text="大家好")
    assert cut_segments(speech(odd), 0, 2000)[0].text == "各位听众，"


def test_sentences_without_word_times_are_kept_whole_and_counted() -> None:
    """Nobody knows which of the words are in the part: a note says how many sentences that concerns."""
    plain = attrs.evolve(SPOKEN, words=())
    document = ice.cut(speech(plain, attrs.evolve(plain, start_ms=2500, end_ms=4000)), 2000, 3000)
    assert [(each.start_ms, each.end_ms, each.text) for each in document.transcripts[0].segments] == [
        (0, 1000, "各位听众，下午好。"),
        (500, 1000, "各位听众，下午好。"),
    ]
    message = "2 sentences without word times at an edge of the cut: the whole text was kept"
    assert document.problems == (Problem(path="", message=message, severity="note"),)


def test_what_begins_at_the_end_is_not_in_the_part() -> None:
    """The start of a part is in it, its end is not; what has no time stays."""
    document = Document(
        chapters=(Chapter(start_ms=0, end_ms=5), Chapter(start_ms=5), Chapter(start_ms=9), Chapter(title="somewhere")),
        tags=(Tag(kind="text tag", name="a"), Tag(kind="person", occurrences=(Occurrence(start_ms=1, end_ms=4),))),
    )
    found = ice.cut(document, 5, 9)
    assert found.chapters == (Chapter(start_ms=0), Chapter(title="somewhere"))
    assert found.tags == (Tag(kind="text tag", name="a"),)


def test_the_subtitles_of_a_cut_lie_inside_it() -> None:
    """Another reader finds no cue of the part outside its length."""
    text = ice.convert(ice.cut(ice.load("samples/talk.json"), 60_000, 120_000), "srt")
    cues = pysubs2.SSAFile.from_string(text)
    assert len(cues) > 10
    assert min(cue.start for cue in cues) >= 0
    assert max(cue.end for cue in cues) <= 60_000


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 5)])
def test_a_part_has_a_length(start: int, end: int) -> None:
    """An end that is not after the start is an error."""
    with pytest.raises(InvalidOption, match=rf"^option end_ms: expected a time after start_ms, {start}, found {end}$"):
        ice.cut(Document(), start, end)
