"""Captions of one document that several formats want are shaped once."""

from __future__ import annotations

from pathlib import Path

import pytest

import ice_results
from ice_results.captions.shape import shape
from ice_results.writing.convert import write
from ice_results.writing.shared import shared_work

from ...cli.command import run
from ...conftest import ROOT

SAMPLES = ROOT / "samples"
FORMATS = ("srt", "vtt", "ass", "lrc")


@pytest.fixture
def shapes(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The tracks that are shaped, as they are."""
    seen: list[object] = []

    def noted(segments: object, shaping: object) -> object:
        seen.append(segments)
        return shape(segments, shaping)  # type: ignore[arg-type]

    monkeypatch.setattr("ice_results.writing.captions.tracks.shape", noted)
    return seen


def test_a_run_shapes_a_track_once_for_all_formats(shapes: list[object], tmp_path: Path) -> None:
    """Four caption formats of a document with one speaker need its tracks shaped once."""
    run("convert", SAMPLES / "smart_asr_en.json", "-o", tmp_path, "--to", ",".join(FORMATS))
    assert len(shapes) == 1


def test_labels_are_settings_of_their_own(shapes: list[object], tmp_path: Path) -> None:
    """WebVTT has voices, other formats labels in the text: tracks of several speakers are shaped twice."""
    run("convert", SAMPLES / "talk.json", "-o", tmp_path, "--to", "srt,vtt,ass", "--speakers", "change")
    document = ice_results.load(SAMPLES / "talk.json")
    assert len(shapes) == 2 * len(document.transcripts)


@pytest.mark.parametrize("name", ["talk.json", "smarttag_ocr.json", "smart_asr_mixed.json"])
def test_shared_captions_are_those_of_each_format(name: str) -> None:
    """Whether captions are shared or not: the same files and the same changes."""
    document = ice_results.load(SAMPLES / name)
    alone = [write(document, each) for each in FORMATS]
    with shared_work():
        assert [write(document, each) for each in FORMATS] == alone


def test_nothing_is_kept_after_the_block(shapes: list[object]) -> None:
    """Documents do not stay in memory: outside a run every call shapes anew."""
    document = ice_results.load(SAMPLES / "smart_asr_en.json")
    with shared_work():
        write(document, "srt")
    write(document, "srt")
    write(document, "vtt")
    assert len(shapes) == 3
