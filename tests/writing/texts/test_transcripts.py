"""Transcripts, chunks and mind maps, read by programs that others wrote."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import (
    Chapter,
    Document,
    InvalidOption,
    MissingExtra,
    NoMaterial,
    Notes,
    Segment,
    SpeakerSummary,
    Topic,
    Transcript,
)
from ice_results.records.tracks import tracks
from ice_results.text.cleaning import joined
from tests.editing.documents import documents
from tests.judges.installed import judge

HOSTILE = st.text(st.sampled_from("a1.)#-+=*_`[](){}<>&|~$!\\\n\r\t \u2028\x85钟：：\"'"), max_size=12)


def speech(*said: tuple[str | None, int | None, str], **more: Any) -> Document:
    """A document with a track of sentences by speaker, start in seconds, and text; each lasts 0.9 s."""
    segments = tuple(
        Segment(
            speaker=speaker,
            start_ms=None if second is None else 1000 * second,
            end_ms=None if second is None else 1000 * second + 900,
            text=text,
            id=str(number),
        )
        for number, (speaker, second, text) in enumerate(said, 1)
    )
    return Document(transcripts=(Transcript(kind="asr", segments=segments),), **more)


TALK = speech(
    ("1", 0, "Good evening."),
    ("1", 1, "Welcome."),
    ("2", 2, "Thank you."),
    ("1", 60, "So, the tower."),
    (None, 62, "[applause]"),
    chapters=(Chapter(start_ms=0, end_ms=30_000, title="Hello"), Chapter(start_ms=30_000, title="The tower")),
    notes=Notes(speakers=(SpeakerSummary(speaker="1", name="Anna"),)),
    title="An evening",
)


def test_a_transcript_has_turns_with_speakers_and_clocks_below_chapters() -> None:
    """A speaker is named when the turn is another's; sentences of one turn are one paragraph."""
    assert ice_results.convert(TALK, "transcript.md", speaker_names={"2": "Ben"}) == (
        "# An evening\n\n"
        "## Hello\n\n"
        "**Anna** \\[0:00\\] Good evening. Welcome.\n\n"
        "**Ben** \\[0:02\\] Thank you.\n\n"
        "## The tower\n\n"
        "**Anna** \\[1:00\\] So, the tower.\n\n"
        "\\[1:02\\] \\[applause\\]\n"
    )


def test_a_long_turn_has_paragraphs() -> None:
    """After a pause of two seconds, or with the sentence that makes it long, a paragraph begins; the name is not said
    again."""
    pause = speech(("1", 0, "Before."), ("1", 5, "After."))
    assert ice_results.convert(pause, "transcript.md") == "**1** \\[0:00\\] Before.\n\n\\[0:05\\] After.\n"
    long = speech(*(("1", second, "x" * 99 + ".") for second in range(12)))
    paragraphs = ice_results.convert(long, "transcript.md").split("\n\n")
    assert [paragraph.count("x.") for paragraph in paragraphs] == [5, 5, 2]


def test_front_matter_is_yaml_that_nothing_breaks_out_of() -> None:
    """A title that looks like the end of the front matter stays a title."""
    document = speech(("1", 0, "Hi."), title='a" \n--- \nb: c', source="in/talk.json")
    head = ice_results.convert(document, "transcript.md", front_matter=True).split("\n\n")[0].split("\n")
    assert (head[0], head[-1]) == ("---", "---")
    facts = {name: json.loads(value) for name, _, value in (line.partition(": ") for line in head[1:-1])}
    assert facts == {"title": 'a" --- b: c', "source": "talk.json", "speakers": ["1"]}


def test_the_translation_is_below_or_beside() -> None:
    """Each turn has its translation, by the ids of sentences; where there is none, that is said."""
    english = Transcript(kind="translation", language="en", segments=(Segment(id="1", text="Hello."),))
    chinese = speech(("1", 0, "你好。"), ("2", 1, "嗯。")).transcripts
    document = Document(transcripts=(*chinese, english))
    assert ice_results.convert(document, "transcript.md", translation="below") == (
        "**1** \\[0:00\\] 你好。\n\n> Hello.\n\n**2** \\[0:01\\] 嗯。\n"
    )
    assert ice_results.convert(document, "transcript.md", translation="beside") == (
        "| | | |\n|---|---|---|\n| **1** \\[0:00\\] | 你好。 | Hello. |\n| **2** \\[0:01\\] | 嗯。 |  |\n"
    )
    from ice_results.writing.convert import write

    (output,) = write(TALK, "transcript.md", translation="below")
    assert [str(each) for each in output.changes] == ["no translation: the document has none"]


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_becomes_markup(title: str, speaker: str, text: str) -> None:
    """markdown-it finds the headings and bold names that were written, no link, code, image, list or HTML."""
    parser = judge("markdown_it").MarkdownIt("commonmark", {"html": True}).enable("table")
    document = speech(
        ("1", 0, f"a{text}"), title=title, notes=Notes(speakers=(SpeakerSummary(speaker="1", name=speaker),))
    )
    tokens = parser.parse(ice_results.convert(document, "transcript.md"))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert {token.type for token in tokens} <= {
        "heading_open",
        "heading_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
    }
    assert set(inline) <= {"text", "text_special", "strong_open", "strong_close"}
    assert inline.count("strong_open") == 1


def test_the_transcript_of_podcasting_has_seconds_and_speakers() -> None:
    """Every sentence is a segment as the specification has it; one without a start is listed."""
    from ice_results.writing.convert import write

    document = speech(("1", 1, "One."), (None, None, "Lost."), (None, 0, "Zero."))
    (output,) = write(document, "transcript.json")
    assert json.loads(output.content) == {
        "version": "1.0.0",
        "segments": [
            {"startTime": 0, "endTime": 0.9, "body": "Zero."},
            {"speaker": "1", "startTime": 1, "endTime": 1.9, "body": "One."},
        ],
    }
    assert [str(each) for each in output.changes] == ["sentences without a start were left out: 1"]


def test_a_translation_of_no_sentence_is_not_lost() -> None:
    """It is with the sentence before it that is shown, or with the first."""

    def translated(*said: tuple[int, str]) -> tuple[Segment, ...]:
        return tuple(Segment(start_ms=1000 * at, end_ms=1000 * at + 900, text=text, id=f"t{at}") for at, text in said)

    english = translated((0, "Noise."), (10, "Hello."), (30, "Unheard."), (50, "Bye."))
    document = speech(("1", 0, " "), ("1", 10, "你好。"), ("1", 50, "再见。"))
    document = Document(
        transcripts=(*document.transcripts, Transcript(kind="translation", language="en", segments=english))
    )
    assert ice_results.convert(document, "transcript.md", translation="below") == (
        "**1** \\[0:10\\] 你好。\n\n> Noise. Hello. Unheard.\n\n\\[0:50\\] 再见。\n\n> Bye.\n"
    )


def chunks_of(document: Document, **options: Any) -> list[dict[str, Any]]:
    """The lines of chunks.jsonl."""
    return [json.loads(line) for line in str(ice_results.convert(document, "chunks.jsonl", **options)).splitlines()]


def test_chunks_have_what_retrieval_wants() -> None:
    """A chunk never reaches across a chapter, and says who speaks, when and where it comes from."""
    assert chunks_of(TALK, chunk_size=100) == [
        {
            "text": "Good evening. Welcome. Thank you.",
            "start_ms": 0,
            "end_ms": 2900,
            "speakers": ["Anna", "2"],
            "chapter": "Hello",
            "title": "An evening",
            "source": None,
            "segments": ["1", "2", "3"],
        },
        {
            "text": "So, the tower. [applause]",
            "start_ms": 60_000,
            "end_ms": 62_900,
            "speakers": ["Anna"],
            "chapter": "The tower",
            "title": "An evening",
            "source": None,
            "segments": ["4", "5"],
        },
    ]


def test_chunks_may_overlap_and_keep_to_a_speaker() -> None:
    """The last sentences are said again as far as they fit; with one speaker each, never somebody else's."""
    assert [each["text"] for each in chunks_of(TALK, chunk_size=25, overlap=15)] == [
        "Good evening. Welcome.",
        "Welcome. Thank you.",
        "So, the tower. [applause]",
    ]
    assert [each["speakers"] for each in chunks_of(TALK, one_speaker=True)] == [["Anna"], ["2"], ["Anna"], []]


def test_a_repeated_sentence_leaves_room_for_the_space_behind_it() -> None:
    """What a chunk repeats, the space and the next sentence are together no longer than a chunk."""
    document = speech(*(("1", second, word * 10) for second, word in enumerate("abc")))
    found = chunks_of(document, chunk_size=20, overlap=10)
    assert [each["text"] for each in found] == ["a" * 10, "b" * 10, "c" * 10]
    assert [each["text"] for each in chunks_of(document, chunk_size=21, overlap=10)] == [
        f"{'a' * 10} {'b' * 10}",
        f"{'b' * 10} {'c' * 10}",
    ]


def test_large_chunks_are_not_joined_again_for_each_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is joined grows with the text, not with its square."""
    from ice_results.writing.texts import chunks

    seen: list[int] = []

    def counted(texts: Sequence[str]) -> str:
        seen.append(sum(map(len, texts)))
        return joined(texts)

    monkeypatch.setattr(chunks, "joined", counted)
    document = speech(*(("1", second, "So it goes") for second in range(500)))
    assert len(chunks_of(document, chunk_size=1_000_000, overlap=999_999)) == 1
    assert sum(seen) < 500 * 100


class Counted(str):
    """Text that counts how often its length is asked for."""

    asked = 0

    def __len__(self) -> int:
        Counted.asked += 1
        return super().__len__()


def test_a_speech_without_full_stops_is_measured_once() -> None:
    """A paragraph that cannot end is not measured again for each sentence."""
    segments = tuple(Segment(start_ms=1000 * n, end_ms=1000 * n + 900, text=Counted("and so on")) for n in range(300))
    document = Document(transcripts=(Transcript(kind="asr", segments=segments),))
    ice_results.convert(document, "transcript.md")
    assert 0 < Counted.asked < 300 * 10


def test_a_sentence_longer_than_a_chunk_is_cut_at_its_punctuation() -> None:
    """Its parts share its time out by length, and none is longer than a chunk."""
    text = "钟楼停在四点十七分，镇上的人都知道；修好它，用了三年零四个月。"
    found = chunks_of(speech(("1", 0, text)), chunk_size=20)
    assert [(each["text"], each["start_ms"], each["end_ms"]) for each in found] == [
        ("钟楼停在四点十七分，镇上的人都知道；", 0, 522),
        ("修好它，用了三年零四个月。", 522, 900),
    ]


@given(documents(), st.integers(20, 60), st.integers(0, 19), st.booleans())
def test_no_word_is_lost_in_chunks(document: Document, size: int, overlap: int, one_speaker: bool) -> None:
    """Without overlap the chunks of a track are its text; none is longer than asked, and each has a sentence."""
    options: dict[str, Any] = {"chunk_size": size, "one_speaker": one_speaker}
    for track in tracks(document):
        name = f"{track.name}.chunks.jsonl" if track.name else "chunks.jsonl"
        try:
            plain = str(ice_results.convert(document, name, **options))
            repeating = str(ice_results.convert(document, name, overlap=overlap, **options))
        except (NoMaterial, ice_results.UnknownName):
            assert not any(segment.text.strip() for segment in track.transcript.segments)
            continue
        lines = [json.loads(line) for line in plain.splitlines()]
        assert letters(each["text"] for each in lines) == letters(each.text for each in track.transcript.segments)
        for each in [*lines, *map(json.loads, repeating.splitlines())]:
            assert len(each["text"]) <= size
            assert each["segments"]


def letters(texts: Iterable[str]) -> list[str]:
    """Everything but white space."""
    return sorted("".join("".join(text.split()) for text in texts))


@pytest.mark.parametrize(
    ("name", "value"), [("chunk_size", 19), ("chunk_size", "100"), ("overlap", -1), ("overlap", True)]
)
def test_sizes_are_whole_numbers_in_range(name: str, value: Any) -> None:
    """The error says which."""
    with pytest.raises(InvalidOption, match=rf"^option {name}: expected a whole number of characters "):
        ice_results.convert(TALK, "chunks.jsonl", **{name: value})


@pytest.mark.parametrize(("options", "most"), [({"overlap": 1000}, 1000), ({"chunk_size": 50, "overlap": 80}, 50)])
def test_an_overlap_is_smaller_than_a_chunk(options: dict[str, Any], most: int) -> None:
    """A chunk that would be repeated whole leaves no room for anything new."""
    with pytest.raises(InvalidOption) as error:
        ice_results.convert(TALK, "chunks.jsonl", **options)
    expected = f"fewer characters than a chunk has, {most}"
    assert str(error.value) == f"option overlap: expected {expected}, found {options['overlap']}"


def test_a_mind_map_is_an_outline() -> None:
    """Topics are outlines inside each other, as deep as they may be, in their order."""
    topic = Topic(title="deepest")
    for depth in range(39):
        topic = Topic(title=f"at {depth}", topics=(topic,))
    notes = Notes(title="T<&", mind_map=(Topic(title="a\nb", topics=(Topic(title="c"), Topic())), topic))
    root = ElementTree.fromstring(ice_results.convert(Document(notes=notes), "mindmap.opml"))
    body = root.find("body")
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "T<&")
    assert body is not None
    assert [(each.get("text"), len(each)) for each in body] == [("a b", 2), ("at 38", 1)]
    assert len(list(body.iter("outline"))) == 43


def test_without_a_mind_map_there_is_none() -> None:
    """The reason says what is wanted."""
    with pytest.raises(NoMaterial, match=r"^nothing to write as mindmap.opml: the document has no mind map$"):
        ice_results.convert(TALK, "mindmap.opml")


def test_a_transcript_for_word_has_headings_and_bold_speakers() -> None:
    """python-docx reads the headings and runs that were meant, with nothing that XML cannot hold."""
    docx = judge("docx")
    document = speech(("1", 0, "Hi\x00<b>."), title="T\x01", chapters=(Chapter(start_ms=0, title="C"),))
    page = docx.Document(io.BytesIO(ice_results.convert(document, "transcript.docx", speaker_names={"1": "A\x02nna"})))
    assert [(each.style.name, each.text) for each in page.paragraphs] == [
        ("Title", "T"),
        ("Heading 1", "C"),
        ("Normal", "A nna [0:00] Hi <b>."),
    ]
    assert [run.text for run in page.paragraphs[2].runs if run.bold] == ["A nna "]


def test_a_word_document_is_always_the_same_bytes() -> None:
    """Its parts say no time, which would be that of writing."""
    judge("docx")
    document = ice_results.convert(TALK, "transcript.docx")
    with ZipFile(io.BytesIO(document)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "[Content_Types].xml" in package.namelist()


def test_word_needs_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(MissingExtra, match=r"^Word documents need python-docx: pip install 'ice-results\[docx\]'$"):
        ice_results.convert(TALK, "transcript.docx")


def test_plain_text_may_have_times() -> None:
    """A clock is before each sentence that has one."""
    document = speech(("1", 65, "One."), ("1", None, "Two."))
    assert ice_results.convert(document, "txt", times=True) == "1:\n[1:05] One.\nTwo.\n"
