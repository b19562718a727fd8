"""What people see: files of every sample in `expected/`, to the byte, each of them named in one table."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Mapping
from contextlib import chdir
from functools import cache
from itertools import chain
from typing import Any

import pytest

import ice_results

from .cli.command import run
from .conftest import ROOT

EXPECTED = ROOT / "tests" / "expected"
SAMPLES = {path.stem: path for path in (ROOT / "samples").glob("*.json*")}
MESSAGES = "messages.txt"
LINE_LENGTH = 110

CAPTIONS = "srt vtt ass lrc txt"
OCR_TRACKS = "ocr.bottom.srt ocr.top.srt ocr.static.srt ocr.scrolling.srt"
TRANSLATION = "translation.srt translation.vtt translation.ass translation.lrc translation.txt"
TAGS = "tags.csv tags.summary.csv tags.jsonl"
CHAPTERS = "chapters.vtt chapters.ffmeta chapters.xml chapters.ogm.txt chapters.json chapters.psc youtube.txt"
MARKERS = "labels.txt markers.edl markers.fcpxml markers.xml"

GOLDENS: Mapping[str, str] = {
    # Speech: every format of captions in both scripts, the other shapes of lines as records and SRT.
    "smart_asr_zh": f"records.json segments.csv {CAPTIONS}",
    "smart_asr_en": f"records.json segments.csv {CAPTIONS} messages.txt",
    "smart_asr_mixed": "records.json srt messages.txt",
    "smart_tts": "records.json srt",
    "smart_tts_milliseconds": "records.json srt",
    "smart_avatar": "records.json srt links.csv",
    "smart_avatar_mask": "records.json srt links.csv",
    "smarttag_asr": "records.json srt",
    "vod_asr": "records.json srt",
    "dump_sdk_snake": "records.json srt messages.txt",
    "file_transcription": "records.json srt asr.srt ass asr.ass",
    "file_transcription_task": "records.json links.csv messages.txt",
    "nls_transcription": "records.json srt",
    "nls_flash": "records.json srt",
    "funasr": "records.json srt asr.srt",
    "mps_asr": "records.json srt",
    # Texts and links.
    "tingwu_task": "records.json links.csv messages.txt",
    "tingwu_meeting": "links.csv messages.txt",
    "iproduction": "records.json links.csv messages.txt",
    "smart_text_generate": "records.json texts.txt",
    "smart_video_translation": "records.json links.csv messages.txt",
    "smarttag_subtitle": "records.json links.csv messages.txt",
    # Tags, and where they are seen.
    "smarttag_video_label": f"records.json {TAGS} boxes.csv tags.vtt labelstudio.json coco.json messages.txt",
    "smarttag_cpv_label": f"records.json {TAGS} tags.vtt labelstudio.json messages.txt",
    "smarttag_known": "records.json",
    "smarttag_image_label": "records.json tags.csv boxes.csv coco.json messages.txt",
    "smarttag_text_label": "records.json tags.csv",
    "callback_smarttag": "records.json tags.csv messages.txt",
    "vod_video_tags": "records.json tags.summary.csv tags.vtt messages.txt",
    "vod_audit_job": "records.json tags.csv tags.vtt messages.txt",
    "censor_job": "records.json tags.csv",
    # Text in frames, in all tracks that it makes.
    "smarttag_ocr": f"records.json ocr.csv ocr.srt {OCR_TRACKS} messages.txt",
    # Everything that was found in one medium.
    "smarttag_process": "records.json srt ocr.srt ocr.rest.srt ocr.csv tags.csv tags.vtt coco.json labelstudio.json"
    " messages.txt",
    "media_info": "records.json srt tags.csv tags.vtt messages.txt",
    "media_search": "records.json srt ocr.srt ocr.csv tags.csv",
    "media_by_label": "records.json srt ocr.srt tags.csv tags.vtt",
    "media_faces": "records.json tags.csv tags.vtt",
    "media_marks": "records.json chapters.vtt",
    "media_analysis": f"records.json {CHAPTERS} {MARKERS} messages.txt",
    # Language analysis: every kind of it in half a minute, and ten minutes of speech.
    "tingwu_results": "records.json srt chapters.vtt texts.txt links.csv messages.txt",
    "talk_short": f"records.json segments.csv bilingual.csv {CAPTIONS} {TRANSLATION} notes.md messages.txt"
    " transcript.md translation.transcript.md transcript.json translation.transcript.json chunks.jsonl"
    " translation.chunks.jsonl mindmap.opml",
    "talk": f"srt translation.srt notes.md {CHAPTERS} {MARKERS} messages.txt",
    # Workflows, jobs, and what has no results.
    "vod_workflow": "records.json activities.csv",
    "vod_workflow_escaped": "activities.csv",
    "workflow_task": "records.json tags.csv activities.csv messages.txt",
    "workflow_tasks": "records.json messages.txt",
    **dict.fromkeys(("vod_ai", "vod_snapshot", "vod_transcode", "smarttag_meta"), "records.json"),
    **dict.fromkeys(
        ("list_jobs", "smart_dynamic_chart", "smart_failed", "smart_prose", "smart_running", "smarttag_callback"),
        "records.json messages.txt",
    ),
    # Several answers in one file.
    "audits": "1.tags.csv 2.tags.csv 3.tags.csv 4.tags.csv",
    "file_jobs": " ".join(f"{number}.links.csv" for number in range(1, 11)) + " messages.txt",
    "batch": "1.srt 2.tags.csv messages.txt",
}
"""The files that each sample is converted to, by what follows its name: a format, a track before it, or a number.

A format that is new to the package changes no file of another; it needs a sample here that has material for it.
"""
FORMATS = tuple(writer.name for writer in ice_results.formats() if writer.extra is None)
"""Those whose bytes are ours alone: with an extra they are also those of a library, which may change them."""
OPTIONS = {"labelstudio.json": ("--frame-size", "1920x1080"), "coco.json": ("--frame-size", "1920x1080")}


def format_of(ending: str) -> str:
    """The format of a file: `translation.srt` is an `srt`."""
    return max((name for name in FORMATS if ending == name or ending.endswith(f".{name}")), key=len)


def formats_of(sample: str) -> list[str]:
    """The formats that a sample is converted to."""
    return list(dict.fromkeys(format_of(each) for each in GOLDENS[sample].split() if each != MESSAGES))


def file_name(sample: str, ending: str) -> str:
    """The name of a file: `talk.srt`, `batch-1.srt`."""
    if ending == MESSAGES:
        return ending
    return f"{sample}{'-' if ending[0].isdigit() else '.'}{ending}"


FILES = [(sample, file_name(sample, ending)) for sample, endings in GOLDENS.items() for ending in endings.split()]


Converted = Callable[[str], Mapping[str, bytes]]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """The files that a sample is converted to, by name, and the messages on the way as one file more."""

    @cache
    def files_of(sample: str) -> Mapping[str, bytes]:
        folder, formats = tmp_path_factory.mktemp(sample), formats_of(sample)
        options = chain(*dict.fromkeys(OPTIONS[name] for name in formats if name in OPTIONS))
        with chdir(ROOT / "samples"):
            result = run("convert", SAMPLES[sample].name, "-o", folder, "--to", ",".join(formats), *options)
        *lines, _ = result.stderr.splitlines(keepends=True)
        messages = "".join(line for line in lines if not line.startswith("written: "))
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
        return {**files, **({MESSAGES: messages.encode()} if messages else {})}

    return files_of


@pytest.mark.parametrize(("sample", "name"), FILES, ids=[f"{sample}/{name}" for sample, name in FILES])
def test_a_file_is_exactly_the_expected_one(
    sample: str, name: str, converted: Converted, renew: bool, request: pytest.FixtureRequest
) -> None:
    """A file of a sample, or the messages about it, is what it was, byte for byte."""
    path, actual = EXPECTED / sample / name, stored(name, converted(sample)[name])
    if renew:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(actual)
    expected = path.read_bytes() if path.exists() else b""
    if actual != expected:
        command = f"python -m pytest '{request.node.nodeid}' --renew"
        pytest.fail(f"{difference(name, expected, actual)}\nto take it over: {command}", pytrace=False)


def stored(name: str, content: bytes) -> bytes:
    """A file as `expected/` has it: JSON of a value in each line is laid out anew, to be read in a diff.

    Nothing of it is lost, because only JSON that is laid out exactly like that is changed.
    """
    if not name.endswith(".json"):
        return content
    value = json.loads(content)
    is_usual = content.decode() == f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
    return f"{in_few_lines(value)}\n".encode() if is_usual else content


def in_few_lines(value: Any, indent: str = "") -> str:
    """JSON whose objects and lists are on one line where they fit on it."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or len(indent) + len(line) <= LINE_LENGTH:
        return line
    inner = f"{indent}  "
    if isinstance(value, list):
        rows, (first, last) = [in_few_lines(item, inner) for item in value], "[]"
    else:
        rows = [f"{json.dumps(key, ensure_ascii=False)}: {in_few_lines(item, inner)}" for key, item in value.items()]
        first, last = "{}"
    return f"{first}\n" + ",\n".join(f"{inner}{row}" for row in rows) + f"\n{indent}{last}"


def difference(name: str, expected: bytes, actual: bytes) -> str:
    """The lines in which two files differ, their ends made visible where they are not those of Unix."""
    before, after = (each.decode().replace("\r", "␍").split("\n") for each in (expected, actual))
    return "\n".join(difflib.unified_diff(before, after, f"expected {name}", f"actual {name}", lineterm=""))


@pytest.mark.parametrize("sample", GOLDENS)
def test_a_sample_gives_all_files_of_the_table_and_no_other(sample: str, converted: Converted) -> None:
    """No track, and no message where there were none, comes of a sample without a line in the table."""
    assert sorted(converted(sample)) == sorted(name for each, name in FILES if each == sample)


def test_every_sample_and_expected_file_is_in_the_table(renew: bool) -> None:
    """No sample is forgotten, and no file is left that nothing is compared with; `--renew` removes such files."""
    found = {path for path in EXPECTED.rglob("*") if path.is_file()}
    stale = found - {EXPECTED / sample / name for sample, name in FILES}
    if renew:
        for path in stale:
            path.unlink()
        stale = set()
    assert stale == set()
    assert GOLDENS.keys() == SAMPLES.keys()


def test_every_text_format_has_an_expected_file() -> None:
    """A format whose bytes are ours alone is in the table for at least one sample that has material for it."""
    missing = set(FORMATS) - {name for sample in GOLDENS for name in formats_of(sample)}
    assert missing == set(), f"add to GOLDENS of {__name__}, then run pytest {__file__} --renew"


def test_a_difference_is_shown_line_by_line() -> None:
    """What a failure shows is the lines that differ, with those around them."""
    shown = difference("a.txt", b"one\ntwo\n", b"one\r\n2\n").split("\n")
    assert shown == ["--- expected a.txt", "+++ actual a.txt", "@@ -1,3 +1,3 @@", "-one", "-two", "+one␍", "+2", " "]


def test_json_is_laid_out_anew_without_a_loss() -> None:
    """What is stored is the same JSON; what is not laid out as we do it is stored as it is, to be seen."""
    long = "好" * 60
    value = {"a": [{"b": long, "c": []}, {"d": long}], "e": 1.0}
    usual = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    laid_out = stored("a.records.json", usual.encode()).decode()
    assert laid_out.splitlines()[1:4] == ['  "a": [', f'    {{"b": "{long}", "c": []}},', f'    {{"d": "{long}"}}']
    assert json.loads(laid_out) == value
    for other in (usual.rstrip(), json.dumps(value), usual.replace("1.0", "1.00")):
        assert stored("a.records.json", other.encode()) == other.encode()
