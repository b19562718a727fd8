"""Options of chapters, markers, boxes and tables on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import ice_results
from ice_results import Chapter, Document, Highlight, InvalidOption, Notes, Occurrence, Tag
from ice_results.cli import main
from ice_results.writing.convert import options_for
from ice_results.writing.formats import writer_named
from ice_results.writing.options import BoxOptions, MarkerOptions, TimelineOptions

DOCUMENT = Document(
    chapters=(
        Chapter(start_ms=20_000, end_ms=40_000, title="开场"),
        Chapter(start_ms=60_000, end_ms=90_000, title="钟"),
    ),
    notes=Notes(
        key_sentences=(Highlight(start_ms=21_000, end_ms=22_000, text="钟停了"),),
        actions=(Highlight(start_ms=61_000, end_ms=62_000, text="修钟"),),
    ),
    tags=(Tag(kind="hotword", name="=钟", occurrences=(Occurrence(start_ms=30_000, end_ms=31_000),)),),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one document, `talk.json`."""
    monkeypatch.chdir(tmp_path)
    ice_results.save(DOCUMENT, "talk.json.records.json")
    (tmp_path / "talk.json.records.json").rename(tmp_path / "talk.json")
    return tmp_path


def run(*arguments: str) -> Result:
    """`convert` of the document in this process."""
    return CliRunner().invoke(main, ["convert", "talk.json", "-o", "out", *arguments])


def labels(here: Path, *arguments: str) -> list[str]:
    """The titles of the labels that are written."""
    assert run("--to", "labels.txt", "--overwrite", *arguments).exit_code == 0
    return [line.split("\t")[2] for line in (here / "out/talk.labels.txt").read_text().splitlines()]


def test_markers_says_what_becomes_a_marker(here: Path) -> None:
    """Chapters, key sentences and actions become markers, tags only where they are asked for."""
    assert labels(here) == ["开场", "钟停了", "钟", "修钟"]
    assert labels(here, "--markers", "tags") == ["=钟"]
    assert labels(here, "--markers", "tags, chapters") == ["开场", "=钟", "钟"]


def test_gaps_are_filled_where_asked(here: Path) -> None:
    """--fill-gaps writes chapters from 0 without a gap, and reports each that was put in."""
    result = run("--to", "chapters.ffmeta", "--fill-gaps", "-v")
    assert result.exit_code == 0
    assert (here / "out/talk.chapters.ffmeta").read_text().count("title=…") == 2
    assert "talk.chapters.ffmeta: at 0 ms: a chapter … fills the gap until 20000 ms" in result.stderr


def test_a_table_for_excel_begins_with_a_byte_order_mark(here: Path) -> None:
    """--excel marks CSV as UTF-8, and the formula guard stays."""
    assert run("--to", "tags.csv", "--excel").exit_code == 0
    assert (here / "out/talk.tags.csv").read_bytes().startswith(b"\xef\xbb\xbfstart_ms,")
    assert "'=钟" in (here / "out/talk.tags.csv").read_text()


def test_frames_are_counted_as_asked(here: Path) -> None:
    """--fps and --start-timecode say how the timeline counts; drop-frame is what 29.97 has by itself."""
    for arguments, first in [
        (["--fps", "25"], "01:00:20:00"),
        (["--fps", "29.97"], "01:00:19;29"),
        (["--fps", "30000/1001", "--start-timecode", "00:00:00:00"], "00:00:19:29"),
    ]:
        assert run("--to", "markers.edl", "--overwrite", *arguments).exit_code == 0
        assert first in (here / "out/talk.markers.edl").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--to", "markers.edl", "--fps", "26.5"],
            "Error: Invalid value for '--fps': expected 23.976, 24, 25, 29.97, 30, ",
        ),
        (
            ["--to", "markers.edl", "--start-timecode", "1:00"],
            "Error: Invalid value for '--start-timecode': expected HH:MM:SS:FF",
        ),
        (
            ["--to", "markers.edl", "--start-timecode", "01:00:00;00"],
            "Error: Invalid value for '--start-timecode': expected : before the frames, except at 29.97 and 59.94",
        ),
        (
            ["--to", "labels.txt", "--markers", "scenes"],
            "Error: Invalid value for '--markers': expected some of chapters, key-sent",
        ),
        (
            ["--to", "coco.json", "--frame-size", "1920"],
            "Error: Invalid value for '--frame-size': expected width and height, as in",
        ),
        (["--to", "srt", "--fps", "25"], "Error: --fps: none of the formats that are written has this option"),
    ],
)
def test_values_are_checked_before_anything_is_read(here: Path, arguments: list[str], message: str) -> None:
    """A rate, timecode, kind or size that there is not is wrong usage, and the message says what there is."""
    result = run(*arguments)
    assert (result.exit_code, (here / "out").exists()) == (2, False)
    assert result.stderr.splitlines()[-1].startswith(message)


def test_options_take_text_or_values() -> None:
    """In Python a size is a pair or a text, and markers are a sequence or a text with commas."""
    assert options_for(writer_named("coco.json"), {"frame_size": "1920x1080"}) == BoxOptions(frame_size=(1920, 1080))
    assert options_for(writer_named("coco.json"), {"frame_size": [64, 48]}) == BoxOptions(frame_size=(64, 48))
    for markers in ("tags, chapters", ["tags", "chapters"]):
        options = options_for(writer_named("labels.txt"), {"markers": markers})
        assert options == MarkerOptions(markers=("tags", "chapters"))


def test_none_is_what_nothing_said_is() -> None:
    """An option that may be left out takes `None` for that."""
    given = {"fps": None, "start_timecode": None}
    assert options_for(writer_named("markers.edl"), given) == TimelineOptions()
    with pytest.raises(InvalidOption, match=r"option markers: expected some of chapters, .*, found None"):
        options_for(writer_named("markers.edl"), {"markers": None})
