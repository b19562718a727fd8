"""Cut media and cut subtitles agree: FFmpeg cuts a video with the whole subtitles where we cut the document."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pysubs2
import pytest

import ice_results as ice

from ..judges.installed import tool


def cues(text: str) -> list[tuple[int, int, str]]:
    """The cues of subtitles, as pysubs2 reads them."""
    return [(cue.start, cue.end, cue.text) for cue in pysubs2.SSAFile.from_string(text)]


@pytest.mark.slow
@pytest.mark.parametrize(("start_ms", "end_ms"), [(94_143, 185_960), (60_600, 128_000)])
def test_ffmpeg_finds_the_same_subtitles_in_a_cut_video(tmp_path: Path, start_ms: int, end_ms: int) -> None:
    """Where no sentence crosses an edge, the cues of the cut are those that are left in the video, at their times."""
    talk = ice.load("samples/talk.json")
    segments = [each for each in talk.transcripts[0].segments if each.start_ms is not None and each.end_ms is not None]
    # The edges are put into the silence between sentences; the video begins with a picture, one each tenth of a second.
    start = -100 * (-max(each.end_ms or 0 for each in segments if (each.end_ms or 0) <= start_ms) // 100)
    end = min(each.start_ms or 0 for each in segments if (each.start_ms or 0) >= end_ms)
    ice.save(talk, tmp_path / "talk.srt", profile="source")
    picture = ("-f", "lavfi", "-i", "color=size=16x16:rate=10:duration=600")
    ffmpeg = (tool("ffmpeg"), "-v", "error")
    whole, part = tmp_path / "whole.mkv", tmp_path / "part.mkv"
    subprocess.run([*ffmpeg, *picture, "-i", tmp_path / "talk.srt", "-c:s", "srt", whole], check=True)
    span = ("-ss", f"{start / 1000:.3f}", "-to", f"{end / 1000:.3f}")
    subprocess.run([*ffmpeg, "-i", whole, *span, "-c:s", "srt", part], check=True)
    read = subprocess.run([*ffmpeg, "-i", part, "-f", "srt", "-"], check=True, capture_output=True, text=True).stdout
    cut = ice.cut(talk, start, end)
    assert len(cues(read)) > 10
    assert cues(read) == cues(ice.convert(cut, "srt", profile="source"))
