"""The uses that the README shows, each done with the program that it names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import ice_results
from ice_results.writing.chapters.model import marked_chapters

from .conftest import ROOT
from .judges.installed import judge, tool
from .test_readme import blocks

TALK = ROOT / "samples" / "talk.json"


def commands_with(program: str) -> list[str]:
    """The lines of the block of the README in which a program is called."""
    (block,) = [block for block in blocks("sh") if f"\n{program} " in block]
    return block.splitlines()


def run(command: str, folder: Path) -> str:
    """A line of the README as a shell runs it, with this interpreter's own `ice-results`."""
    own = f'"{sys.executable}" -m ice_results'
    done = subprocess.run(
        ["bash", "-c", command.replace("ice-results", own, 1)],
        cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def probed(path: Path) -> Any:
    """What FFmpeg finds in a video: streams, chapters, and the packets of the subtitles."""
    what = ["-show_streams", "-show_chapters", "-show_packets", "-select_streams", "s"]
    command = [tool("ffprobe"), "-v", "error", *what, "-print_format", "json", str(path)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A folder with a video as long as the talk, its saved result, and nothing else."""
    (tmp_path / "talk.json").write_bytes(TALK.read_bytes())
    length = marked_chapters(ice_results.load(TALK))[0][-1].end_ms / 1000
    picture = f"color=size=32x32:rate=2:duration={length}"
    command = [tool("ffmpeg"), "-v", "error", "-f", "lavfi", "-i", picture, str(tmp_path / "talk.mp4")]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return tmp_path


@pytest.mark.parametrize(
    ("program", "made", "codec"), [("ffmpeg", "out/talk.mp4", "mov_text"), ("mkvmerge", "mkv/talk.mkv", "subrip")]
)
def test_a_video_gets_chapters_and_subtitles(film: Path, program: str, made: str, codec: str) -> None:
    """The commands for MP4 and Matroska give a video with every chapter and every subtitle of the talk."""
    tool(program)
    for command in commands_with(program):
        run(command, film)
    document = ice_results.load(TALK)
    found = probed(film / made)
    assert [stream["codec_name"] for stream in found["streams"]] == [codec]
    chapters, _ = marked_chapters(document, fill_gaps=program == "ffmpeg")
    assert [(round(float(each["start_time"]) * 1000), each["tags"]["title"]) for each in found["chapters"]] == [
        (each.start_ms, each.title) for each in chapters
    ]
    shown = [packet for packet in found["packets"] if int(packet["size"]) > 2]
    srt = ice_results.convert(document, "srt")
    assert isinstance(srt, str)
    assert len(shown) == srt.count(" --> ")


def test_duckdb_and_pandas_read_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The query and the lines for pandas run as they stand, on tags of a sample."""
    judge("pyarrow")
    judge("pandas")
    sample = ROOT / "samples" / "smarttag_video_label.json"
    document = ice_results.load(sample)
    monkeypatch.chdir(tmp_path)
    ice_results.save(document, "out/talk.tags.parquet")
    persons = {tag.name for tag in document.tags if tag.kind == "person" and tag.name}
    found = judge("duckdb").sql(blocks("sql")[0])
    assert {row[0] for row in found.fetchall()} >= persons
    exec(compile(blocks("python")[1], "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert all(name in printed for name in persons)
