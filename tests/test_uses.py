"""The uses that the guide shows with other programs, each done with the program and looked at in what it makes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import ice_results
from ice_results.writing.chapters.model import marked_chapters

from .conftest import ROOT
from .judges.installed import tool
from .pages import OTHER_PROGRAMS, PAGES, blocks, environment

TALK = ROOT / "samples" / "talk.json"


def commands_with(program: str) -> list[str]:
    """The lines of the one block of all pages in which a program is called."""
    (block,) = [block for page in PAGES for block in blocks(page, "sh") if f"\n{program} " in block]
    return block.splitlines()


def run(command: str, folder: Path, shell: Mapping[str, str]) -> None:
    """A line of the guide as a shell runs it."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder, env=shell, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


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


MADE = {"ffmpeg": ("out/talk.mp4", "mov_text"), "mkvmerge": ("mkv/talk.mkv", "subrip")}
"""What the commands with each program make, and the codec of its subtitles."""


@pytest.mark.parametrize("program", OTHER_PROGRAMS)
def test_a_video_gets_chapters_and_subtitles(film: Path, program: str) -> None:
    """The commands for MP4 and Matroska give a video with every chapter and every subtitle of the talk."""
    tool(program)
    made, codec = MADE[program]
    shell = environment(film, {})
    for command in commands_with(program):
        run(command, film, shell)
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
