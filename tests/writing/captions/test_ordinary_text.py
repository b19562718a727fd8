"""Ordinary text is not touched, whatever ends its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Segment
from ice_results.captions.plain import cues_of

from ...judges.captions import SRT_READERS, VTT_READERS, times_by_ffmpeg
from ...judges.installed import tool
from .hostile import ORDINARY, file_of, hostile, said


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_not_touched(text: str) -> None:
    """What needs no defence is in SRT as it was said, in WebVTT with `&`, `<` and `>` as references only."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert (
        ice_results.convert(said(text), "srt", profile="source", speakers="never")
        == f"1\n00:00:00,000 --> 00:00:00,900\n{text}\n"
    )
    assert (
        ice_results.convert(said(text), "vtt", profile="source")
        == f"WEBVTT\n\n00:00:00.000 --> 00:00:00.900\n{escaped}\n"
    )


@given(
    text=st.text("abcXYZ你好，。！？ ,.!?;:'\"-()[]/&%#@*+=~_|$€éü♪🎬あ한", min_size=1).filter(
        lambda text: text.strip() != ""
    )
)
def test_text_of_letters_and_punctuation_is_not_touched(text: str) -> None:
    """Without digits, brackets that mean something and backslashes there is nothing to make harmless."""
    text = text.strip()
    assert (
        ice_results.convert(said(text), "srt", profile="source", speakers="never")
        == f"1\n00:00:00,000 --> 00:00:00,900\n{text}\n"
    )
    assert ice_results.convert(said(text), "vtt", profile="source") == (
        f"WEBVTT\n\n00:00:00.000 --> 00:00:00.900\n{text.replace('&', '&amp;')}\n"
    )


@pytest.mark.parametrize("crlf", [False, True])
@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_byte_order_mark_and_windows_line_ends_change_nothing_that_is_read(
    name: str, bom: bool, crlf: bool, tmp_path: Path
) -> None:
    """With either option the file is stored as asked, and every reader finds the same in it as without."""
    tool("ffprobe")
    given = hostile(60)
    usual, data = file_of(given, name), file_of(given, name, bom=bom, crlf=crlf)
    bare = data.removeprefix(b"\xef\xbb\xbf")
    assert (bare != data) == bom
    assert bare == (usual.replace(b"\n", b"\r\n") if crlf else usual)
    for read in (SRT_READERS if name == "srt" else VTT_READERS).values():
        assert len(read(data)) == 60
        assert read(data) == read(usual)
    path = tmp_path / f"talk.{name}"
    path.write_bytes(data)
    cues = cues_of(given.transcripts[0].segments).cues
    assert times_by_ffmpeg(path) == [(cue.start_ms, cue.end_ms) for cue in cues]


@pytest.mark.parametrize(
    "end", ["\n", "\r", "\r\n", "\n\n", "\r\r\n\n", "\u2028", "\u2029", "\x85", "\v", "\f", "\x1c", "\x1d", "\x1e"]
)
def test_every_kind_of_line_end_ends_a_line_and_none_leaves_an_empty_one(end: str) -> None:
    """Whatever some reader takes for a line end is one to us, and empty lines go."""
    (cue,) = cues_of([Segment(start_ms=0, end_ms=1, text=f"{end} one{end}{end} two {end}\t{end}")]).cues
    assert cue.lines == ("one", "two")
