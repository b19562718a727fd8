"""Labels for Audacity as other programs read them: every marker, at its time, under its title."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Chapter, Document, Highlight, InvalidOption, Notes, UnknownName
from ice_results.findings import Change
from ice_results.writing.convert import write
from ice_results.writing.markers.model import markers_of

from ...judges.installed import judge
from ..titles import AWKWARD, TITLES

LINE = re.compile(
    r"(?P<start>[0-9]+\.[0-9]{6})\t(?P<end>[0-9]+\.[0-9]{6})\t(?P<title>[^\t\n\r]*[^\t\n\r\s][^\t\n\r]*)\n"
)

AWKWARD_HERE = {
    **AWKWARD,
    "": "Chapter",
    '"open': '"open',
    '"both"': '"both"',
    "\\\t1.000000\t2.000000": "\\ 1.000000 2.000000",
    "end\n\\\t100\t200": "end \\ 100 200",
    "1.000000\t2.000000\tforged": "1.000000 2.000000 forged",
    "=1+1": "=1+1",
    "NA": "NA",
    "\ufffe\uffff": "\ufffe\uffff",
    "half \ud800 pair": "half ? pair",
}
"""Titles as a service could give them, and on one line."""

QUOTED = re.compile(r'"|(NA|None|nan|null)$')
"""Titles that pandas, which reads for crowsetta, takes for quoted text or for nothing; Audacity knows neither."""


class FoundLabel(NamedTuple):
    """One label as a reader finds it."""

    start_ms: int
    end_ms: int
    title: str


def strictly_read(content: str) -> list[FoundLabel]:
    """The labels of a file in which every line keeps Audacity's form, in the order of their starts.

    Two times in seconds with six decimals, the end not before the start, and a title that is not empty,
    parted by tabs; no line begins with a backslash, which would be a range of frequencies.
    """
    lines = content.splitlines(keepends=True)
    matches = [match for match in map(LINE.fullmatch, lines) if match is not None]
    assert len(matches) == len(lines)
    found = [FoundLabel(_ms(each["start"]), _ms(each["end"]), each["title"]) for each in matches]
    assert found == sorted(found, key=lambda label: label.start_ms)
    assert [label for label in found if label.end_ms < label.start_ms] == []
    return found


def read_by_csv(content: str) -> list[FoundLabel]:
    """The labels as a reader of tables finds them that knows tabs and no quotes."""
    rows = csv.reader(io.StringIO(content, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
    return [FoundLabel(_ms(start), _ms(end), title) for start, end, title in rows]


def read_by_crowsetta(path: Path) -> list[FoundLabel]:
    """The labels as crowsetta finds them."""
    labels = judge("crowsetta.formats.seq").AudSeq.from_file(path)
    return [
        FoundLabel(round(start * 1000), round(end * 1000), str(title))
        for start, end, title in zip(labels.start_times, labels.end_times, labels.labels, strict=True)
    ]


def _ms(seconds: str) -> int:
    whole, decimals = seconds.split(".")
    assert decimals.endswith("000")
    return int(whole) * 1000 + int(decimals[:3])


def content_of(given: Document, **options: Any) -> str:
    """The text of the only file that is written."""
    content = ice_results.convert(given, "labels.txt", **options)
    assert isinstance(content, str)
    return content


def of_chapters(titles: list[str]) -> Document:
    """A document with a chapter of half a second under each title."""
    return Document(
        chapters=tuple(Chapter(start_ms=n * 1000, end_ms=n * 1000 + 500, title=t) for n, t in enumerate(titles))
    )


def test_labels_are_written_as_audacity_writes_them() -> None:
    """Start, end and title, parted by tabs; a label of one moment starts and ends there."""
    given = Document(
        chapters=(Chapter(start_ms=0, end_ms=61_005, title="开场\t介绍", summary="not here"),),
        notes=Notes(
            key_sentences=(Highlight(start_ms=1, end_ms=2_000, text="你好"),),
            actions=(Highlight(start_ms=360_000_010, text="\\"),),
        ),
    )
    (output,) = write(given, "labels.txt")
    assert output.content == (
        "0.000000\t61.005000\t开场 介绍\n0.001000\t2.000000\t你好\n360000.010000\t360000.010000\t\\\n"
    )
    assert (output.track, output.changes) == (None, ())


def test_awkward_titles_are_read_back() -> None:
    """Whatever they say, there are as many labels, with these titles on one line."""
    found = strictly_read(content_of(of_chapters([*AWKWARD_HERE])))
    assert [label.title for label in found] == [
        f"Chapter {number}" if given == "" else title for number, (given, title) in enumerate(AWKWARD_HERE.items(), 1)
    ]
    assert [(label.start_ms, label.end_ms) for label in found] == [
        (number * 1000, number * 1000 + 500) for number in range(len(AWKWARD_HERE))
    ]
    assert read_by_csv(content_of(of_chapters([*AWKWARD_HERE]))) == found


def test_labels_are_read_back_by_crowsetta(tmp_path: Path) -> None:
    """Count, times and titles are those of the document, whatever the titles say but for quotes."""
    titles = [title for title in AWKWARD_HERE if not QUOTED.match(title)]
    assert len(AWKWARD_HERE) - len(titles) == 3
    content = content_of(of_chapters(titles))
    path = tmp_path / "talk.labels.txt"
    path.write_bytes(content.encode())
    assert read_by_crowsetta(path) == strictly_read(content)
    assert len(strictly_read(content)) == len(titles)


def test_300_labels_are_read_back_by_crowsetta(tmp_path: Path) -> None:
    """Long lists keep every label, to the millisecond."""
    chapters = tuple(Chapter(start_ms=n * 61_001, end_ms=n * 61_001 + 59_999, title=f"章 {n}") for n in range(300))
    path = tmp_path / "talk.labels.txt"
    path.write_bytes(content_of(Document(chapters=chapters)).encode())
    assert read_by_crowsetta(path) == [(each.start_ms, each.end_ms, each.title) for each in chapters]


def test_changes_to_the_markers_are_reported() -> None:
    """No rate is needed, and what could not be a marker is listed."""
    given = Document(notes=Notes(actions=(Highlight(text="lost"), Highlight(start_ms=5_000, end_ms=1, text="kept"))))
    (output,) = write(given, "labels.txt")
    assert output.content == "5.000000\t5.000000\tkept\n"
    assert output.changes == (
        Change(None, "a marker without a start was left out: lost"),
        Change(5_000, "an end of 1 ms before the start was left out: kept"),
    )


def test_labels_know_no_frames() -> None:
    """Options of timelines are refused, and so is a kind that does not exist."""
    given = of_chapters(["a"])
    with pytest.raises(UnknownName):
        content_of(given, fps=25)
    with pytest.raises(InvalidOption):
        content_of(given, markers="chapters,scenes")


@given(
    starts=st.lists(st.integers(-1_000, 400_000_000), min_size=1, max_size=6),
    ends=st.lists(st.none() | st.integers(-1_000, 400_000_000), min_size=6, max_size=6),
    texts=st.lists(TITLES | st.text(max_size=12), min_size=6, max_size=6),
)
def test_whatever_is_marked_is_read_back(starts: list[int], ends: list[int | None], texts: list[str]) -> None:
    """As many labels as markers, with their times and titles."""
    actions = tuple(
        Highlight(start_ms=start, end_ms=end, text=text) for start, end, text in zip(starts, ends, texts, strict=False)
    )
    given = Document(notes=Notes(actions=actions))
    markers, _ = markers_of(given, ["actions"])
    content = content_of(given)
    found = strictly_read(content)
    assert read_by_csv(content) == found
    assert [(each.start_ms, each.end_ms) for each in found] == [
        (each.start_ms, each.start_ms if each.end_ms is None else each.end_ms) for each in markers
    ]
    assert [each.title for each in found] == [each.title.encode("utf-8", "replace").decode() for each in markers]


def test_times_that_no_program_can_keep_are_left_out() -> None:
    """A number of any size as a time costs its own marker or its end, which is reported, and nothing else."""
    actions = (Highlight(start_ms=5_000, end_ms=10**400, text="kept"), Highlight(start_ms=10**5000, text="lost"))
    (output,) = write(Document(notes=Notes(actions=actions)), "labels.txt")
    assert output.content == "5.000000\t5.000000\tkept\n"
    huge = f"{10**58}…"
    assert output.changes == (
        Change(None, f"an end of {huge} ms, more than programs count, was left out: kept"),
        Change(None, "a start of a number of thousands of digits ms, more than programs count, was left out: lost"),
        Change(None, "a marker without a start was left out: lost"),
    )
