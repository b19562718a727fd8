"""The same file through other people's eyes: what srt, pysubs2, webvtt-py and FFmpeg find in what we wrote."""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pysubs2
import srt
import webvtt

from .installed import tool

_TWINS = str.maketrans({"＜": "<", "＞": ">", "｛": "{", "｝": "}", "\u2060": None})
_TAG = re.compile(r"<[^>]*>?")
_OVERRIDE = re.compile(r"(?<!\\)\{[^}]*\}")


class Found(NamedTuple):
    """One cue as a reader shows it, and what in it the reader takes for markup."""

    start_ms: int
    end_ms: int
    text: str
    markup: tuple[str, ...] = ()


class FoundChapter(NamedTuple):
    """One chapter as a reader finds it."""

    start_ms: int
    end_ms: int
    title: str


def plain(text: str) -> str:
    """Text with full-width characters turned back and without the word joiners that make it harmless."""
    return text.translate(_TWINS)


def letters(text: str) -> str:
    """What is visible of a text: no white space, no control characters, full-width characters turned back."""
    return "".join(each for each in plain(text) if is_visible(each))


def is_visible(character: str) -> bool:
    """Whether a character is neither white space nor a control character."""
    return not character.isspace() and unicodedata.category(character) != "Cc"


def srt_by_srt(data: bytes) -> list[Found]:
    """SRT as the srt library reads it; what follows the end time on its line would be markup."""
    subtitles = list(srt.parse(_opened(data, "utf-8-sig")))
    assert [each.index for each in subtitles] == list(range(1, len(subtitles) + 1))
    return [
        Found(_ms(each.start), _ms(each.end), each.content, (each.proprietary,) if each.proprietary else ())
        for each in subtitles
    ]


def srt_by_pysubs2(data: bytes) -> list[Found]:
    """SRT as pysubs2 reads it: override blocks, known tags (turned into such blocks) and tags that it strips."""
    events = pysubs2.SSAFile.from_file(_opened(data), "srt")
    unstripped = pysubs2.SSAFile.from_file(_opened(data), "srt", keep_unknown_html_tags=True)
    return [
        Found(
            event.start,
            event.end,
            event.plaintext,
            (*event.OVERRIDE_SEQUENCE.findall(event.text), *([whole.text] if whole.text != event.text else [])),
        )
        for event, whole in zip(events, unstripped, strict=True)
    ]


def srt_by_webvtt(data: bytes) -> list[Found]:
    """SRT as webvtt-py reads it."""
    return [
        Found(
            caption.start_time.in_milliseconds(),
            caption.end_time.in_milliseconds(),
            caption.text,
            tuple(caption.CUE_TEXT_TAGS.findall(caption.raw_text)),
        )
        for caption in webvtt.from_buffer(io.BytesIO(data), format="srt").captions
    ]


def vtt_by_pysubs2(data: bytes) -> list[Found]:
    """WebVTT as pysubs2 reads it, which knows no character references: they are resolved here."""
    events = pysubs2.SSAFile.from_file(_opened(data), "vtt")
    tagged = pysubs2.SSAFile.from_file(_opened(data), "vtt", keep_html_tags=True)
    return [
        Found(
            event.start,
            event.end,
            html.unescape(event.text).replace("\\N", "\n"),
            tuple(_TAG.findall(whole.text)),
        )
        for event, whole in zip(events, tagged, strict=True)
    ]


def vtt_by_webvtt(data: bytes) -> list[Found]:
    """WebVTT as webvtt-py reads it at its strictest; ids, settings and blocks beside cues count as markup."""
    file = webvtt.from_buffer(io.BytesIO(data), strict=True)
    blocks = [*file.styles, *file.regions, *file.header_comments, *file.footer_comments, *file.metadata]
    assert (blocks, file.header_text) == ([], "")
    return [
        Found(
            caption.start_time.in_milliseconds(),
            caption.end_time.in_milliseconds(),
            html.unescape(caption.text),
            (
                *_TAG.findall(caption.raw_text),
                *filter(None, (caption.identifier, str(caption.settings))),
                *caption.comments,
            ),
        )
        for caption in file.captions
    ]


SRT_READERS: dict[str, Callable[[bytes], list[Found]]] = {
    "srt": srt_by_srt,
    "pysubs2": srt_by_pysubs2,
    "webvtt-py": srt_by_webvtt,
}
VTT_READERS: dict[str, Callable[[bytes], list[Found]]] = {"pysubs2": vtt_by_pysubs2, "webvtt-py": vtt_by_webvtt}


def times_by_ffmpeg(path: Path) -> list[tuple[int, int]]:
    """Start and end of each packet that FFmpeg finds in a caption file."""
    probed = _probe(path, "-show_packets")
    assert {stream["time_base"] for stream in probed["streams"]} == {"1/1000"}
    return [(packet["pts"], packet["pts"] + packet["duration"]) for packet in probed["packets"]]


def times_of_each_by_ffmpeg(paths: Sequence[Path]) -> list[list[tuple[int, int]]]:
    """Start and end of each packet that FFmpeg finds in caption files, all of them read by one process."""
    inputs = [word for path in paths for word in ("-i", str(path))]
    streams = [word for number in range(len(paths)) for word in ("-map", str(number))]
    printed = _run(
        tool("ffmpeg"), "-v", "error", "-copyts", *inputs, *streams, "-c", "copy", "-f", "framecrc", "-"
    ).splitlines()
    bases = {line.split(": ")[1] for line in printed if line.startswith("#tb ")}
    assert bases == {"1/1000"}
    found: list[list[tuple[int, int]]] = [[] for _ in paths]
    for line in printed:
        if not line.startswith("#"):
            stream, _, start, length, *_ = map(int, line.split(",")[:4])
            found[stream].append((start, start + length))
    return found


def texts_by_ffmpeg(path: Path) -> list[str]:
    """The text of each cue after FFmpeg has decoded it, as a line of ASS: `\\N` for a line end, `{…}` for markup."""
    decoded = _run(tool("ffmpeg"), "-v", "error", "-i", str(path), "-f", "ass", "-")
    lines = [line for line in decoded.split("\n") if line.startswith("Dialogue: ")]
    return [line.removesuffix("\r").split(",", 9)[9] for line in lines]


def overrides_in(text: str) -> list[str]:
    """The override blocks in a line of ASS."""
    return _OVERRIDE.findall(text)


def chapters_by_ffmpeg(path: Path) -> list[FoundChapter]:
    """The chapters that FFmpeg finds in a file of its metadata format."""
    chapters = _probe(path, "-f", "ffmetadata", "-show_chapters")["chapters"]
    assert {chapter["time_base"] for chapter in chapters} <= {"1/1000"}
    return [FoundChapter(each["start"], each["end"], each["tags"]["title"]) for each in chapters]


def chapters_by_webvtt(data: bytes) -> list[FoundChapter]:
    """The chapters that webvtt-py finds in a chapter track: plain text, no tags."""
    found = vtt_by_webvtt(data)
    assert [cue.markup for cue in found if cue.markup] == []
    return [FoundChapter(cue.start_ms, cue.end_ms, cue.text) for cue in found]


def times(cues: Iterable[Found]) -> list[tuple[int, int]]:
    """Start and end of each cue."""
    return [(cue.start_ms, cue.end_ms) for cue in cues]


def _opened(data: bytes, encoding: str = "utf-8") -> TextIO:
    """The bytes as `open(path)` gives them: every kind of line end becomes one."""
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding)


def _ms(time: timedelta) -> int:
    return time // timedelta(milliseconds=1)


def _probe(path: Path, *options: str) -> Any:
    return json.loads(
        _run(tool("ffprobe"), "-v", "error", *options, "-show_streams", "-print_format", "json", str(path))
    )


def _run(*command: str) -> str:
    """What a program prints; it must not complain about our file."""
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()
