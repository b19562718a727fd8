"""Every chapter format, read back by the programs that people use: the same chapters, times and titles."""

from __future__ import annotations

import itertools
import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import ice_results
from ice_results import Chapter, Document, NoMaterial
from ice_results.findings import Change
from ice_results.records.spans import LATEST_MS
from ice_results.text.values import described
from ice_results.writing.chapters.model import marked_chapters
from ice_results.writing.convert import write

from ...judges.chapters import READERS, Mark, Reader, as_found, in_order, matroska_by_mkvmerge, validate_matroska
from ..titles import AWKWARD, TITLES, document, in_a_row

FORMATS = sorted({reader.format for reader in READERS.values()})
XML = ("chapters.xml", "chapters.psc")
NOT_XML = {
    "a\ufffeb\uffffc": ("a\ufffeb\uffffc", "abc"),
    "half \ud83d a pair": ("half ? a pair", "half a pair"),
    "\udc00": ("?", "Chapter 3"),
    "\uffff \ufffe": ("\uffff \ufffe", "Chapter 4"),
    "\U0001ffff\U0010fffe": ("\U0001ffff\U0010fffe", "\U0001ffff\U0010fffe"),
}
"""Titles with what XML has no way to write, as other formats hold them and as XML does."""
in_readers = pytest.mark.parametrize("reader", [pytest.param(each, id=name) for name, each in READERS.items()])


def seen(reader: Reader, marks: Sequence[Mark]) -> list[Mark]:
    """The chapters as a reader must find them: all of them, at their times, under their titles."""
    if reader.format == "youtube.txt":
        marks = [
            mark if re.search(r"\w", mark.title) else mark._replace(title=f"Chapter {number}: {mark.title}")
            for number, mark in enumerate(marks, 1)
        ]
    return as_found(reader, marks)


def found_by(reader: Reader, given: Document, folder: Path, **options: Any) -> list[Mark]:
    """What a reader finds in the file that is written for a document."""
    path = folder / f"talk.{reader.format}"
    content = ice_results.convert(given, reader.format, **options)
    assert isinstance(content, str)
    path.write_bytes(content.encode())
    if reader.format == "chapters.xml":
        validate_matroska(path)
    return reader.read(path)


@in_readers
def test_awkward_titles_are_read_back(reader: Reader, tmp_path: Path) -> None:
    """A title is found on one line as it was given, and hides or forges no other chapter."""
    assert found_by(reader, in_a_row(list(AWKWARD)), tmp_path) == seen(reader, in_order(*AWKWARD.values()))


@in_readers
def test_what_xml_cannot_hold_is_left_out_there_only(reader: Reader, tmp_path: Path) -> None:
    """XML loses the few characters that it cannot write, and a title that is nothing else becomes a number."""
    titles = [held[reader.format in XML] for held in NOT_XML.values()]
    assert found_by(reader, in_a_row(list(NOT_XML)), tmp_path) == seen(reader, in_order(*titles))


@in_readers
def test_titles_of_nothing_are_numbered(reader: Reader, tmp_path: Path) -> None:
    """No format has a chapter with an empty title."""
    given = in_a_row(["", "\n\t", "named", "\x00"])
    assert found_by(reader, given, tmp_path) == seen(reader, in_order("Chapter 1", "Chapter 2", "named", "Chapter 4"))


@in_readers
def test_three_hundred_chapters_are_read_back(reader: Reader, tmp_path: Path) -> None:
    """There is no limit to the number of chapters, of those with two digits either."""
    titles = [f"第{number}章 = part; #{number}" for number in range(1, 301)]
    assert found_by(reader, in_a_row(titles, 10_234), tmp_path) == seen(reader, in_order(*titles, length=10_234))


UNORDERED = document(
    (70_000, None, "without end"),
    (20_000, 31_500, "the first at 20 s"),
    (40_000, 65_000, "overlapping"),
    (55_000, 55_000, "of no length"),
    (20_000, 25_000, "a second one there"),
    (None, 5_000, "without start"),
    speech_end=100_000,
)
IN_ORDER = [
    Mark(20_000, 31_500, "the first at 20 s"),
    Mark(40_000, 55_000, "overlapping"),
    Mark(55_000, 70_000, "of no length"),
    Mark(70_000, 100_000, "without end"),
]


@in_readers
def test_unusual_times_become_chapters_in_order(reader: Reader, tmp_path: Path) -> None:
    """Chapters out of order, overlapping, without end or length are found one after the other."""
    expected = seen(reader, IN_ORDER)
    if reader.format == "youtube.txt":
        expected[0] = expected[0]._replace(start_ms=0)
    assert found_by(reader, UNORDERED, tmp_path) == expected


@in_readers
def test_gaps_are_filled_in_every_format(reader: Reader, tmp_path: Path) -> None:
    """With fill_gaps there are chapters from 0 to the end of the speech, those of ours under the title `…`."""
    given = document((20_000, 35_000, "a"), (50_000, 60_000, "b"), (60_000, 70_000, "c"), speech_end=90_000)
    assert found_by(reader, given, tmp_path, fill_gaps=True) == seen(
        reader,
        [
            Mark(0, 20_000, "…"),
            Mark(20_000, 35_000, "a"),
            Mark(35_000, 50_000, "…"),
            Mark(50_000, 60_000, "b"),
            Mark(60_000, 70_000, "c"),
            Mark(70_000, 90_000, "…"),
        ],
    )


NUMBERED = (
    Change(0, "a title without a letter or digit got its number: …"),
    Change(20_000, "a title without a letter or digit got its number: …"),
)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_filled_and_cut_is_said(name: str) -> None:
    """Each chapter that was put in and each title that was cut is listed, in every format alike."""
    given = document((10_000, 20_000, "章" * 100), (40_000, 50_000, "b"), speech_end=50_000)
    (output,) = write(given, name, fill_gaps=True)
    assert output.changes == (
        Change(0, "a chapter … fills the gap until 10000 ms"),
        Change(10_000, f"a title of more than 255 bytes was cut: {'章' * 100}"),
        Change(20_000, "a chapter … fills the gap until 40000 ms"),
        *(NUMBERED if name == "youtube.txt" else ()),
    )


@pytest.mark.parametrize("name", ["chapters.ogm.txt", "chapters.psc", "youtube.txt"])
def test_an_end_that_a_format_cannot_hold_is_said(name: str) -> None:
    """Where a format has starts only, an end before the next start is listed as left out."""
    (output,) = write(UNORDERED, name)
    (full,) = write(UNORDERED, "chapters.json")
    assert output.changes[len(full.changes) :][-1:] == (
        Change(20_000, "the end at 31500 ms was left out: a chapter lasts until the next one"),
    )
    (output,) = write(in_a_row(["a", "b", "c"]), name)
    assert output.changes == ()


MANY = st.lists(
    st.tuples(
        st.integers(10_000, 4_000_000),
        st.integers(1, 5_000_000),
        TITLES | st.text(max_size=30),
    ),
    min_size=3,
    max_size=40,
)


@in_readers
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(lengths=MANY)
@example([(200_000_000, 1, title) for title in ["first", "after 55 hours", "after 111 hours"]])
@example([(10_000, 10_000, title) for title in ["=", "\\", "0:15 x", "CHAPTER02=00:00:01.000", "‹", "\u200b"]])
def test_any_list_is_read_back(reader: Reader, lengths: list[tuple[int, int, str]]) -> None:
    """Whatever the titles and times are, each reader finds every chapter that the format was asked to hold."""
    starts = list(itertools.accumulate((step for step, _, _ in lengths), initial=0))
    titles = [title.encode("utf-8", "replace").decode() for _, _, title in lengths]
    if reader.format in XML:
        titles = ["".join(each for each in title if each not in "\ufffe\uffff") for title in titles]
    chapters = [
        Chapter(start_ms=start, end_ms=start + length, title=title)
        for start, (_, length, _), title in zip(starts, lengths, titles, strict=False)
    ]
    chapters[-1] = Chapter(start_ms=chapters[-1].start_ms, end_ms=starts[-1], title=titles[-1])
    given = Document(chapters=tuple(reversed(chapters)))
    marked, _ = marked_chapters(given)
    expected = seen(reader, [Mark(each.start_ms, each.end_ms, each.title) for each in marked])
    with tempfile.TemporaryDirectory() as folder:
        assert found_by(reader, given, Path(folder)) == expected
    assert len(expected) == len(lengths)


def test_ogm_chapters_are_two_lines_each() -> None:
    """A byte order mark, then a start and a name for each chapter, with two digits or more."""
    content = ice_results.convert(in_a_row(["开场", "a = b\\"] + ["x"] * 98), "chapters.ogm.txt")
    assert isinstance(content, str)
    lines = content.splitlines()
    assert lines[:4] == [
        "\ufeffCHAPTER01=00:00:00.000",
        "CHAPTER01NAME=开场",
        "CHAPTER02=00:00:10.001",
        "CHAPTER02NAME=a = b\\",
    ]
    assert lines[-4:] == [
        "CHAPTER99=00:16:20.098",
        "CHAPTER99NAME=x",
        "CHAPTER100=00:16:30.099",
        "CHAPTER100NAME=x",
    ]


def test_podcasting_chapters_are_written_key_by_key() -> None:
    """The version, the title of the media, then times in seconds; what fills a gap is not in the contents."""
    given = Document(title="云岭\n小学", chapters=(Chapter(start_ms=1_500, end_ms=3_001, title="开场 \\ <b>"),))
    content = ice_results.convert(given, "chapters.json", fill_gaps=True)
    assert json.loads(content) == {
        "version": "1.2.0",
        "title": "云岭 小学",
        "chapters": [
            {"startTime": 0.0, "endTime": 1.5, "title": "…", "toc": False},
            {"startTime": 1.5, "endTime": 3.001, "title": "开场 \\ <b>"},
        ],
    }
    assert isinstance(content, str)
    assert "开场" in content
    assert '"title": "云岭' not in str(ice_results.convert(document((0, 1, "a")), "chapters.json"))


def test_podlove_chapters_are_written_without_a_declaration() -> None:
    """The list can be put into the item of a feed as it is."""
    given = document((0, 1_500, '"开场" & <b>'), (3_661_001, 3_700_000, "b"))
    assert ice_results.convert(given, "chapters.psc") == (
        '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n'
        '  <psc:chapter start="00:00:00.000" title="&quot;开场&quot; &amp; &lt;b&gt;" />\n'
        '  <psc:chapter start="01:01:01.001" title="b" />\n'
        "</psc:chapters>\n"
    )


def test_lines_that_are_too_many_for_a_description_are_said() -> None:
    """YouTube takes 5000 bytes: longer lists are written, and the change says how long they are."""
    (output,) = write(in_a_row(["章" * 100] * 16), "youtube.txt")
    assert output.changes == ()
    (output,) = write(in_a_row(["章" * 100] * 17), "youtube.txt")
    assert isinstance(output.content, str)
    length = len(output.content.encode())
    assert output.changes == (Change(None, f"these lines have {length} bytes, a description on YouTube holds 5000"),)
    assert length > 5000


def test_a_last_chapter_without_an_end_is_not_too_short_for_youtube() -> None:
    """Where nothing says how long the last chapter is, nothing says that it is shorter than ten seconds."""
    given = document((0, 10_000, "a"), (10_000, 20_000, "b"), (20_000, None, "c"))
    assert ice_results.convert(given, "youtube.txt") == "0:00 a\n0:10 b\n0:20 c\n"
    with pytest.raises(NoMaterial, match="the one at 0:20 is shorter"):
        ice_results.convert(document(*_as_given(given), speech_end=25_000), "youtube.txt")


def _as_given(given: Document) -> list[tuple[int | None, int | None, str | None]]:
    return [(each.start_ms, each.end_ms, each.title) for each in given.chapters]


@pytest.mark.parametrize("name", FORMATS)
def test_without_chapters_there_is_no_file(name: str) -> None:
    """A document without chapters, or with none that starts, says so in every format."""
    for nothing, reason in (
        (document(), "the document has no chapters"),
        (document((None, 9, "lost")), "a chapter without a start was left out: lost"),
        (document((None, 9, "a"), (None, 9, "b")), "a chapter without a start was left out: a (and 1 more)"),
    ):
        with pytest.raises(NoMaterial) as error:
            ice_results.convert(nothing, name)
        assert str(error.value) == f"nothing to write as {name}: {reason}"


@pytest.mark.slow
@pytest.mark.parametrize("far_ms", [LATEST_MS + 1, 2**53, 10**400, 10**5000, -(10**5000)], ids=described)
@in_readers
def test_times_that_no_program_can_keep_are_left_out(reader: Reader, far_ms: int, tmp_path: Path) -> None:
    """A chapter far beyond what programs count to, or its end, does not cost the others theirs."""
    given = document((0, 20_000, "a"), (20_000, 40_000, "b"), (40_000, far_ms, "c"), (far_ms, None, "lost"))
    (output,) = write(given, reader.format)
    assert [change for change in output.changes if "more than programs count" in change.message] == [
        Change(None, f"an end of {described(far_ms)} ms, more than programs count, was left out: c"),
        Change(None, f"a start of {described(far_ms)} ms, more than programs count, was left out: lost"),
    ]
    assert isinstance(output.content, str)
    path = tmp_path / f"talk.{reader.format}"
    path.write_bytes(output.content.encode())
    assert [mark.title for mark in reader.read(path)] == ["a", "b", "c"]


def test_the_latest_times_that_programs_keep_are_written(tmp_path: Path) -> None:
    """What is within 285 years MKVToolNix still reads, the second of a last chapter without an end too."""
    path = tmp_path / "talk.chapters.xml"
    given = document((0, 20_000, "a"), (LATEST_MS, None, "b"))
    path.write_text(str(ice_results.convert(given, "chapters.xml")), encoding="utf-8")
    assert matroska_by_mkvmerge(path) == [Mark(0, 20_000, "a"), Mark(LATEST_MS, LATEST_MS + 1000, "b")]


@pytest.mark.parametrize("name", XML)
def test_characters_that_xml_cannot_hold_are_reported(name: str) -> None:
    """A title that loses some says so, and no other one does."""
    (output,) = write(in_a_row(["a\ufffeb", "c", "\ud800"]), name)
    assert [change.message for change in output.changes if "XML" in change.message] == [
        "characters that XML cannot hold were left out of a title: ab",
        "characters that XML cannot hold were left out of a title: Chapter 3",
    ]
