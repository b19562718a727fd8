"""Chapters and subtitles put into a video by the programs that people use for it, and found there."""

from __future__ import annotations

import io
import json
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import srt

import ice_results
from ice_results import Chapter, Document, Segment, Transcript

from .judges.captions import vtt_by_webvtt
from .judges.chapters import Mark, chapters_in, run
from .judges.installed import tool

TO_MP4 = (
    "ffmpeg -i talk.mp4 -i talk.srt -i talk.chapters.ffmeta -map 0 -map 1 -map_chapters 2 "
    "-c copy -c:s mov_text talk.chapters.mp4"
)
TO_MKV = (
    "mkvmerge -o talk.mkv --chapters talk.chapters.xml --no-chapters talk.mp4 --language 0:zh talk.srt "
    "--language 0:zh talk.vtt"
)
DOCUMENT = Document(
    title="云岭小学",
    chapters=(
        Chapter(start_ms=100, end_ms=601, title="开场 = 介绍; #1 \\"),
        Chapter(start_ms=601, end_ms=1_203, title="讨论 & <问答>"),
        Chapter(start_ms=1_500, end_ms=2_000, title="尾声"),
    ),
    transcripts=(
        Transcript(
            kind="asr",
            segments=(
                Segment(start_ms=101, end_ms=933, text="各位同学，大家早上好。"),
                Segment(start_ms=1_107, end_ms=1_999, text="今天我们谈谈 R&D 与山里的钟。"),
            ),
        ),
    ),
)
TITLES = ["开场 = 介绍; #1 \\", "讨论 & <问答>", "尾声"]


class Shown(NamedTuple):
    """A subtitle of a video."""

    start_ms: int
    end_ms: int
    text: str


WRITTEN = [Shown(101, 933, "各位同学，大家早上好。"), Shown(1_107, 1_999, "今天我们谈谈 R&D 与山里的钟。")]


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of a moving picture with a tone, a title and chapters of its own."""
    folder = tmp_path_factory.mktemp("video")
    own = folder / "own.ffmeta"
    own.write_text(";FFMETADATA1\ntitle=Kept\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=Old\n")
    made = folder / "talk.mp4"
    picture = "testsrc2=size=64x64:rate=25:duration=2"
    inputs = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=duration=2", "-i", str(own)]
    run(tool("ffmpeg"), "-v", "error", *inputs, "-map_metadata", "2", "-c:v", "mpeg4", "-c:a", "aac", str(made))
    return made


@pytest.fixture
def folder(video: Path, tmp_path: Path) -> Path:
    """The video, and our files beside it."""
    (tmp_path / "talk.mp4").write_bytes(video.read_bytes())
    for name, filled in [("srt", None), ("vtt", None), ("chapters.ffmeta", True), ("chapters.xml", False)]:
        options: dict[str, Any] = {} if filled is None else {"fill_gaps": filled}
        content = ice_results.convert(DOCUMENT, name, **options)
        assert isinstance(content, str)
        (tmp_path / f"talk.{name}").write_bytes(content.encode())
    return tmp_path


def made_by(command: str, folder: Path, output: str) -> Path:
    """The file that a command makes; each name of a file of ours in it is the one in the folder."""
    program, *words = shlex.split(command)
    run(tool(program), *(str(folder / word) if word.startswith("talk.") else word for word in words))
    return folder / output


def subtitles(path: Path, number: int) -> list[Shown]:
    """The cues of a subtitle track as FFmpeg decodes them."""
    text = run(tool("ffmpeg"), "-v", "error", "-i", str(path), "-map", f"0:s:{number}", "-f", "srt", "-")
    return [
        Shown(round(each.start.total_seconds() * 1000), round(each.end.total_seconds() * 1000), each.content)
        for each in srt.parse(io.StringIO(text))
    ]


def codecs(path: Path) -> list[str]:
    """The codec of each stream that is no chapter list."""
    probed = json.loads(run(tool("ffprobe"), "-v", "error", "-show_streams", "-print_format", "json", str(path)))
    return [each["codec_name"] for each in probed["streams"] if each["codec_type"] != "data"]


def matroska_tracks(path: Path) -> list[tuple[str, str]]:
    """The codec and the language of each track as mkvmerge finds them."""
    found = json.loads(run(tool("mkvmerge"), "-J", str(path)))["tracks"]
    return [(each["codec"], each["properties"]["language_ietf"]) for each in found]


def extracted_vtt(path: Path, track: int) -> list[Shown]:
    """The cues of a WebVTT track as mkvextract gives them back, for FFmpeg before 6 has no decoder of it."""
    out = path.with_suffix(".back.vtt")
    run(tool("mkvextract"), "-q", str(path), "tracks", f"{track}:{out}")
    return [Shown(each.start_ms, each.end_ms, each.text) for each in vtt_by_webvtt(out.read_bytes())]


def title_of(path: Path) -> str:
    """The title of a video."""
    return run(
        tool("ffprobe"), "-v", "error", "-show_entries", "format_tags=title", "-of", "csv=p=0", str(path)
    ).strip()


def test_an_mp4_shows_our_chapters_and_subtitles(folder: Path) -> None:
    """FFmpeg takes both: every chapter to the millisecond, from 0 without a gap, in place of the old ones."""
    made = made_by(TO_MP4, folder, "talk.chapters.mp4")
    assert chapters_in(made) == [
        Mark(0, 100, "…"),
        Mark(100, 601, f"{TITLES[0]} "),
        Mark(601, 1_203, TITLES[1]),
        Mark(1_203, 1_500, "…"),
        Mark(1_500, 2_000, TITLES[2]),
    ]
    assert subtitles(made, 0) == WRITTEN
    assert codecs(made) == ["mpeg4", "aac", "mov_text"]
    assert title_of(made) == "Kept"


def test_an_mp4_without_filled_gaps_has_other_chapters(folder: Path) -> None:
    """What fill_gaps is for: MP4 draws the first chapter to 0 and each one to the next, and says nothing."""
    content = ice_results.convert(DOCUMENT, "chapters.ffmeta")
    assert isinstance(content, str)
    (folder / "talk.chapters.ffmeta").write_bytes(content.encode())
    assert chapters_in(made_by(TO_MP4, folder, "talk.chapters.mp4")) == [
        Mark(0, 601, f"{TITLES[0]} "),
        Mark(601, 1_500, TITLES[1]),
        Mark(1_500, 2_000, TITLES[2]),
    ]


def test_a_matroska_file_shows_our_chapters_and_subtitles(folder: Path) -> None:
    """mkvmerge takes all three: every chapter with its gaps, both subtitles with their language."""
    made = made_by(TO_MKV, folder, "talk.mkv")
    assert chapters_in(made) == [
        Mark(100, 601, TITLES[0]),
        Mark(601, 1_203, TITLES[1]),
        Mark(1_500, 2_000, TITLES[2]),
    ]
    assert subtitles(made, 0) == WRITTEN
    assert extracted_vtt(made, 3) == WRITTEN
    assert matroska_tracks(made)[2:] == [("SubRip/SRT", "zh"), ("WebVTT", "zh")]
