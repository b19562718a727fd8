"""Programs of users that are right: no type checker complains of a line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import assert_type

import ice_results as ice
from ice_results import Box, Document, Profile

document = ice.load("talk.json", strict=True)
assert_type(document, Document)
assert_type(ice.parse(b"{}"), Document)

assert_type(ice.convert(document, "srt"), str)
assert_type(ice.convert(document, "srt", profile="netflix", speakers="always", speaker_names={"1": "Anna"}), str)
assert_type(ice.convert(document, "srt", profile=Profile(name="mine", lines=1), region=Box(0, 600, 1280, 720)), str)
assert_type(ice.convert(document, "vtt", profile=Path("mine.toml"), words=True, bom=True), str)
assert_type(ice.convert(document, "tags.csv", excel=True, formula_guard=False), str)
assert_type(ice.convert(document, "chapters.xml", language="zh-Hant", fill_gaps=True), str)
assert_type(ice.convert(document, "markers.edl", fps=23.976, start_timecode="00:00:00:00", markers="tags"), str)
assert_type(ice.convert(document, "markers.fcpxml", frame_size="1920x1080", markers=["chapters", "tags"]), str)
assert_type(ice.convert(document, "coco.json", frame_size=(1920, 1080)), str)
assert_type(ice.convert(document, "labelstudio.json", frame_size="1920x1080", fps="30000/1001"), str)
assert_type(ice.convert(document, "records.json"), str)
assert_type(ice.convert(document, "tags.parquet"), bytes)
assert_type(ice.convert(document, "tags.xlsx"), bytes)
assert_type(ice.convert(document, "translation.srt", bilingual=True), str | bytes)

assert_type(Profile(name="mine", line_width=20, characters_per_second={"zh": 9}), Profile)
assert_type(ice.replace_text(document, dict.fromkeys(["colour"], "color")), Document)
assert_type(ice.replace_text(document, {re.compile("colou?r"): "hue"}), Document)
assert_type(ice.replace_text(document, {"colour": "color", re.compile("gr[ae]y"): "grey"}), Document)

changes: list[ice.Change] = []
assert_type(ice.convert(document, "srt", changes=changes, bom=True), str)
assert_type(ice.convert(document, "tags.xlsx", changes=changes), bytes)
ice.save(document, "talk.srt", changes=changes)

for writer in ice.formats():
    assert_type(ice.convert(document, writer.name), str | bytes)
    assert_type(writer.default, bool)

ice.save(document, "talk.srt", profile="bbc", crlf=True)
ice.save(document, Path("out") / "talk.tags.csv", excel=True)
speakers = [segment.speaker for track in document.transcripts for segment in track.segments]
assert_type(speakers, list[str | None])
