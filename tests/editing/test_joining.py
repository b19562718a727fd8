"""Documents one after the other, and documents about the same media."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results as ice
from ice_results import (
    Chapter,
    Document,
    Highlight,
    InvalidOption,
    Job,
    Notes,
    Occurrence,
    Problem,
    Question,
    Segment,
    SpeakerSummary,
    Tag,
    Transcript,
)
from ice_results.records.merging import merged

from .documents import documents


def part(*texts: str, kind: str = "asr", language: str | None = None, speaker: str | None = None) -> Document:
    """A document in which something is said in each second."""
    segments = (
        Segment(start_ms=1000 * at, end_ms=1000 * at + 900, text=text, speaker=speaker, id=str(at))
        for at, text in enumerate(texts)
    )
    return Document(transcripts=(Transcript(kind=kind, language=language, segments=tuple(segments)),))


def said(document: Document) -> list[tuple[int | None, str, str | None, str | None]]:
    """Start, text, speaker and id of every segment."""
    return [(s.start_ms, s.text, s.speaker, s.id) for track in document.transcripts for s in track.segments]


def test_parts_follow_each_other_and_a_note_says_where() -> None:
    """Without offsets a part begins where the last item before it ends; speakers and ids of parts are kept apart."""
    whole = ice.join([part("a", "b", speaker="1"), part("c", speaker="1"), part("d", speaker="2")])
    assert said(whole) == [
        (0, "a", "1", "0"),
        (1000, "b", "1", "1"),
        (1900, "c", "2-1", "0#2"),
        (2800, "d", "3-2", "0#3"),
    ]
    assert whole.problems == (
        Problem(path="", message="part 2 begins at 1900 ms, where the last item of part 1 ends", severity="note"),
        Problem(path="", message="part 3 begins at 2800 ms, where the last item of part 2 ends", severity="note"),
    )


def test_offsets_say_where_parts_begin() -> None:
    """Given offsets are taken as they are, and no note is needed; speakers may be the same in all parts."""
    whole = ice.join([part("a", speaker="1"), part("b", speaker="1")], [500, 60_000], same_speakers=True)
    assert said(whole) == [(500, "a", "1", "0"), (60_000, "b", "1", "0#2")]
    assert whole.problems == ()


def test_the_main_track_continues_the_main_track() -> None:
    """Parts that were processed in different ways have one main track; translations continue each other."""
    first = ice.merge([part("a"), part("A", kind="translation", language="en")])
    second = ice.merge([part("b", kind="transcription"), part("B", kind="translation", language="en")])
    whole = ice.join([first, second], [0, 5000])
    assert [(each.kind, [s.text for s in each.segments]) for each in whole.transcripts] == [
        ("asr", ["a", "b"]),
        ("translation", ["A", "B"]),
    ]


def test_sentences_keep_their_ids_in_notes() -> None:
    """An id that is taken gets a new name wherever it is used."""
    notes = Notes(
        questions=(Question(question="?", question_sentence_ids=("0",), answer_sentence_ids=("1", "9")),),
        key_sentences=(Highlight(sentence_id="0", start_ms=0, text="k"),),
        speakers=(SpeakerSummary(speaker="1", summary="s"),),
    )
    second = ice.merge([part("c", "d", speaker="1"), Document(notes=notes)])
    joined = ice.join([part("a", "b"), second], [0, 2000]).notes
    assert joined is not None
    assert joined.questions[0].question_sentence_ids == ("0#2",)
    assert joined.questions[0].answer_sentence_ids == ("1#2", "9")
    assert (joined.key_sentences[0].sentence_id, joined.key_sentences[0].start_ms) == ("0#2", 2000)
    assert joined.speakers[0].speaker == "2-1"


def test_a_tag_of_several_parts_is_one_tag() -> None:
    """Its occurrences are those of all parts; a share of one part is none of the whole, and is kept beside it."""
    first = Document(
        tags=(Tag(kind="person", name="闻禾", share=0.5, occurrences=(Occurrence(start_ms=0, end_ms=9),)),)
    )
    second = Document(
        tags=(Tag(kind="person", name="闻禾", share=0.2, occurrences=(Occurrence(start_ms=0, end_ms=9),)),)
    )
    (tag,) = ice.join([first, second], [0, 100]).tags
    assert (tag.share, [each.start_ms for each in tag.occurrences]) == (None, [0, 100])
    assert tag.extra == {"share": 0.5, "share#2": 0.2}


@given(documents())
def test_one_part_is_the_whole(document: Document) -> None:
    """Joining a document with nothing changes no record but tags of one name, which become one."""
    assert ice.join([document]).transcripts == tuple(each for each in document.transcripts)
    assert ice.join([document]).chapters == document.chapters


@given(documents())
def test_a_document_merged_with_itself_is_itself(document: Document) -> None:
    """What two files say in the same words is kept once."""
    once = ice.merge([document])
    assert ice.merge([document, document]) == once
    assert once.transcripts == tuple(dict.fromkeys(document.transcripts))


def test_files_of_one_job_become_one_document() -> None:
    """One file for each kind of result: the jobs are one, what only one of them says is kept."""
    first = Document(jobs=(Job(id="j1", state="succeeded", media_id="m"),), chapters=(Chapter(start_ms=0),))
    second = Document(jobs=(Job(id="j1", state="succeeded", type="ASR", media_id="n"), Job(id="j2")), title="T")
    merged = ice.merge([first, second, part("a")])
    assert merged.jobs == (Job(id="j1", state="succeeded", type="ASR", media_id="m"), Job(id="j2"))
    assert merged.jobs[0].extra == {"media_id": "n"}
    assert (merged.title, len(merged.chapters), len(merged.transcripts)) == ("T", 1, 1)


def test_what_differs_only_in_what_is_kept_beside_it_is_kept_twice() -> None:
    """Nothing is dropped in silence: unknown keys are part of what two records say."""
    tags = tuple(Tag(kind="entity", name="a", extra=extra) for extra in ({"x": 1}, {"x": 2}, {"x": 1}))
    assert [tag.extra for tag in ice.merge([Document(tags=tags)]).tags] == [{"x": 1}, {"x": 2}]


@pytest.mark.parametrize("edit", [ice.join, ice.merge])
def test_nothing_cannot_be_put_together(edit: object) -> None:
    """At least one document is wanted."""
    with pytest.raises(InvalidOption, match=r"^option documents: expected at least one document, found none$"):
        edit([])  # type: ignore[operator]


def test_there_is_an_offset_for_each_document() -> None:
    """The error says how many there are."""
    with pytest.raises(InvalidOption, match=r"^option offsets_ms: expected 2 offsets, one for each document, found 1$"):
        ice.join([part("a"), part("b")], [0])


@given(st.lists(documents(), min_size=1, max_size=3))
def test_no_sentence_is_lost(parts: list[Document]) -> None:
    """A joined document has every segment of its parts."""
    count = sum(len(track.segments) for each in parts for track in each.transcripts)
    assert sum(len(track.segments) for track in ice.join(parts).transcripts) == count


def test_a_tag_of_many_parts_is_put_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its occurrences are not copied again for each part more: a live stream has thousands of parts."""
    from ice_results.editing import joining

    merges: list[int] = []

    def counted(*parts: Mapping[str, Any]) -> dict[str, Any]:
        merges.append(len(parts))
        return merged(*parts)

    monkeypatch.setattr(joining, "merged", counted)
    one = Document(tags=(Tag(kind="person", name="闻禾", occurrences=(Occurrence(start_ms=0, end_ms=9),)),))
    (tag,) = ice.join([one] * 40).tags
    assert (len(tag.occurrences), merges) == (40, [40])
