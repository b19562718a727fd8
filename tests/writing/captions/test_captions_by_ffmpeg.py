"""FFmpeg finds our cues at their times, and no markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from ice_results import Segment
from ice_results.captions.plain import cues_of

from ...judges.captions import overrides_in, plain, texts_by_ffmpeg, times_by_ffmpeg
from ...judges.installed import tool
from .hostile import HOUR, LAST_OF_SRT, ORDINARY, document, file_of, hostile, lines_of


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_finds_500_hostile_cues_at_their_times(name: str, tmp_path: Path) -> None:
    """FFmpeg finds a packet for each cue, with its start and its length to the millisecond."""
    tool("ffprobe")
    given = hostile(500)
    path = tmp_path / f"talk.{name}"
    path.write_bytes(file_of(given, name))
    cues = cues_of(given.transcripts[0].segments).cues
    assert len(cues) == 500
    assert times_by_ffmpeg(path) == [(cue.start_ms, cue.end_ms) for cue in cues]


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_finds_no_markup_in_500_hostile_cues(name: str, tmp_path: Path) -> None:
    """What FFmpeg decodes holds no override, and of SRT exactly the text that we wrote."""
    tool("ffmpeg")
    given = hostile(500)
    path = tmp_path / f"talk.{name}"
    path.write_bytes(file_of(given, name))
    found = texts_by_ffmpeg(path)
    assert len(found) == 500
    assert [text for text in found if overrides_in(text)] == []
    if name == "srt":
        cues = cues_of(given.transcripts[0].segments).cues
        assert [plain(text).replace("\\{", "{") for text in found] == [
            text.replace("\\{", "{").replace("\n", "\\N") for text in lines_of(cues)
        ]


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_ffmpeg_shows_ordinary_text_as_it_was_said(name: str, tmp_path: Path) -> None:
    """FFmpeg decodes both formats to the very text, without the speaker's name."""
    tool("ffmpeg")
    given = document(
        *(
            Segment(start_ms=1000 * at, end_ms=1000 * at + 900, text=text, speaker="张三")
            for at, text in enumerate(ORDINARY)
        )
    )
    path = tmp_path / f"talk.{name}"
    path.write_bytes(file_of(given, name))
    assert texts_by_ffmpeg(path) == [text.replace("\n", "\\N") for text in ORDINARY]


def test_ffmpeg_reads_the_latest_times(tmp_path: Path) -> None:
    """Beyond 100 hours WebVTT goes on, and SRT stays at its last milliseconds."""
    tool("ffprobe")
    given = document(
        Segment(start_ms=99 * HOUR, end_ms=101 * HOUR, text="over the end"),
        Segment(start_ms=120 * HOUR, end_ms=120 * HOUR + 5, text="after it"),
    )
    for name in ("srt", "vtt"):
        (tmp_path / f"talk.{name}").write_bytes(file_of(given, name))
    assert times_by_ffmpeg(tmp_path / "talk.srt") == [(99 * HOUR, LAST_OF_SRT), (LAST_OF_SRT - 1, LAST_OF_SRT)]
    assert times_by_ffmpeg(tmp_path / "talk.vtt") == [(99 * HOUR, 101 * HOUR), (120 * HOUR, 120 * HOUR + 5)]
