"""Chapter lists through other people's eyes: what FFmpeg, MKVToolNix, the W3C, podcast readers and yt-dlp find."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from .captions import chapters_by_ffmpeg, chapters_by_webvtt, plain
from .installed import by_node, judge, missing, tool

_DTD = Path("/usr/share/doc/mkvtoolnix/examples/matroskachapters.dtd")
_PARSE_VTT = """
const { WebVTTParser } = require("webvtt-parser")
const entities = require("webvtt-parser/html-entities.json")
const flat = (node) => (node.type === "text" ? node.value : `[${node.type} ${node.children.map(flat).join("")}]`)
const read = (text) => {
  const { cues, errors } = new WebVTTParser(entities).parse(text, "chapters")
  return { errors, cues: cues.map((cue) => [cue.startTime, cue.endTime, cue.tree.children.map(flat).join("")]) }
}
console.log(JSON.stringify(read(require("fs").readFileSync(0, "utf8"))))
"""
_FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>c</title><item><title>e</title><guid>1</guid>
<enclosure url="http://example.org/a.mp3" length="1" type="audio/mpeg"/>
{chapters}</item></channel></rss>"""


class Mark(NamedTuple):
    """One chapter as a reader finds it; `end_ms` is `None` where the format or the reader knows no ends."""

    start_ms: int
    end_ms: int | None
    title: str


class Reader(NamedTuple):
    """A way to read a format back: what it is called, what the format cannot hold, and what reads it.

    `ends`: whether it finds ends. `step_ms`: the smallest time that it knows. `title`: what it makes of
    a title that the format allows.
    """

    format: str
    read: Callable[[Path], list[Mark]]
    ends: bool = True
    step_ms: int = 1
    title: Callable[[str], str] = str


def run(*command: str, text: str | None = None, **environment: str) -> str:
    """What a program prints; it must be content with what it was given."""
    done = subprocess.run(
        command, capture_output=True, check=False, input=(text or "").encode(), env={**os.environ, **environment}
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    assert b"Warning" not in done.stdout
    return done.stdout.decode("utf-8-sig")


def ffmeta_by_ffprobe(path: Path) -> list[Mark]:
    """FFmpeg metadata as ffprobe reads it."""
    return [Mark(*each) for each in chapters_by_ffmpeg(path)]


def ffmeta_by_pyav(path: Path) -> list[Mark]:
    """FFmpeg metadata as the newer FFmpeg inside PyAV reads it."""
    with judge("av").open(str(path), format="ffmetadata") as container:
        return [
            Mark(_ms(each["start"], each["time_base"]), _ms(each["end"], each["time_base"]), each["metadata"]["title"])
            for each in container.chapters()
        ]


def chapters_in(path: Path) -> list[Mark]:
    """The chapters that ffprobe finds in a video."""
    probed = json.loads(run(tool("ffprobe"), "-v", "error", "-show_chapters", "-print_format", "json", str(path)))
    return [
        Mark(
            _ms(each["start"], Fraction(each["time_base"])),
            _ms(each["end"], Fraction(each["time_base"])),
            each["tags"]["title"],
        )
        for each in probed["chapters"]
    ]


def _ms(ticks: int, time_base: Fraction | None) -> int:
    """Exact milliseconds: a time in between is not ours."""
    assert time_base is not None
    time = ticks * time_base * 1000
    assert time.denominator == 1
    return int(time)


def vtt_by_webvtt(path: Path) -> list[Mark]:
    """A WebVTT chapter track as webvtt-py reads it."""
    return [Mark(each.start_ms, each.end_ms, plain(each.title)) for each in chapters_by_webvtt(path.read_bytes())]


def vtt_by_w3c(path: Path) -> list[Mark]:
    """A WebVTT chapter track as the parser of the W3C reads and validates it."""
    found = by_node(_PARSE_VTT, "webvtt-parser", path.read_bytes())
    assert found["errors"] == []
    return [Mark(round(start * 1000), round(end * 1000), plain(title)) for start, end, title in found["cues"]]


def _empty_video(path: Path, *options: str, **environment: str) -> Path:
    """A Matroska file with one subtitle, and what the options put beside it."""
    subtitle, video = path.with_name("one.srt"), path.with_name("read.mkv")
    subtitle.write_text("1\n00:00:00,000 --> 00:00:01,000\nx\n")
    run(tool("mkvmerge"), "-q", "-o", str(video), *options, str(subtitle), **environment)
    return video


def _chapters_of(video: Path) -> str:
    return run(tool("mkvextract"), str(video), "chapters", "-")


def matroska_by_mkvmerge(path: Path) -> list[Mark]:
    """Matroska chapters that mkvmerge took into a file, as mkvextract finds them there."""
    return matroska_marks(_chapters_of(_empty_video(path, "--chapters", str(path))))


def matroska_by_mkvpropedit(path: Path) -> list[Mark]:
    """Matroska chapters that mkvpropedit put into a file that there was, as ffprobe finds them there."""
    video = _empty_video(path)
    run(tool("mkvpropedit"), str(video), "--chapters", str(path))
    return chapters_in(video)


def matroska_languages(path: Path) -> set[tuple[str | None, str | None]]:
    """The codes of ISO 639-2 and BCP 47 that MKVToolNix keeps of the titles; the second one rules."""
    root = ElementTree.fromstring(_chapters_of(_empty_video(path, "--chapters", str(path))))
    return {
        (each.findtext("ChapterLanguage"), each.findtext("ChapLanguageIETF")) for each in root.iter("ChapterDisplay")
    }


def matroska_marks(text: str) -> list[Mark]:
    """The chapters in XML that MKVToolNix wrote."""
    atoms = list(ElementTree.fromstring(text).iter("ChapterAtom"))
    return [
        Mark(
            _clock_ms(each.findtext("ChapterTimeStart", "")),
            _clock_ms(each.findtext("ChapterTimeEnd", "")),
            each.findtext("ChapterDisplay/ChapterString", ""),
        )
        for each in atoms
    ]


def _clock_ms(text: str) -> int:
    """`HH:MM:SS.mmm`, with zeroes behind it up to nanoseconds."""
    match = re.fullmatch(r"(\d+):([0-5]\d):([0-5]\d)\.(\d{3})(0{6})?", text)
    assert match is not None, text
    hour, minute, second, ms = map(int, match.groups()[:4])
    return ((hour * 60 + minute) * 60 + second) * 1000 + ms


def validate_matroska(path: Path) -> None:
    """xmllint finds the elements and their order as the document type of MKVToolNix wants them."""
    if not _DTD.is_file():
        missing(f"{_DTD.name} of mkvtoolnix is not installed")
    run(tool("xmllint"), "--noout", "--nonet", "--dtdvalid", str(_DTD), str(path))


def ogm_by_mkvmerge(path: Path) -> list[Mark]:
    """OGM chapters that mkvmerge took into a file under a locale that has no Chinese."""
    video = _empty_video(path, "--chapters", str(path), LC_ALL="C")
    lines = run(tool("mkvextract"), str(video), "chapters", "--simple", "-").splitlines()
    return [
        Mark(_clock_ms(start.split("=", 1)[1]), None, name.split("=", 1)[1])
        for start, name in zip(lines[::2], lines[1::2], strict=True)
    ]


def podlove_by_podcastparser(path: Path) -> list[Mark]:
    """Podlove Simple Chapters in the item of a feed, as podcastparser reads it: in whole seconds."""
    feed = _FEED.format(chapters=path.read_text(encoding="utf-8"))
    (episode,) = judge("podcastparser").parse("http://example.org/feed", io.BytesIO(feed.encode()))["episodes"]
    return [Mark(each["start"] * 1000, None, each["title"]) for each in episode["chapters"]]


def podlove_by_libxml(path: Path) -> list[Mark]:
    """Podlove Simple Chapters as libxml reads them, written anew by xmllint."""
    text = run(tool("xmllint"), "--nonet", "--c14n", str(path))
    root = ElementTree.fromstring(text)
    space = "{http://podlove.org/simple-chapters}"
    assert (root.tag, root.attrib) == (f"{space}chapters", {"version": "1.2"})
    assert {each.tag for each in root} == {f"{space}chapter"}
    return [Mark(_clock_ms(each.attrib["start"]), None, each.attrib["title"]) for each in root]


_KEYS: Mapping[str, tuple[type, ...]] = {
    "startTime": (int, float),
    "endTime": (int, float),
    "title": (str,),
    "img": (str,),
    "url": (str,),
    "toc": (bool,),
    "location": (dict,),
}
"""The keys of a chapter in the format's description, and the JSON types of their values."""


def podcasting_by_its_rules(path: Path) -> list[Mark]:
    """JSON chapters by the rules of Podcasting 2.0: the keys, their types, starts that ascend."""
    whole: dict[str, Any] = json.loads(path.read_bytes())
    assert whole.keys() <= {"version", "chapters", "author", "title", "podcastName", "description", "fileName"}
    assert all(isinstance(value, str) for key, value in whole.items() if key != "chapters")
    assert whole["version"] == "1.2.0"
    for chapter in whole["chapters"]:
        assert chapter.keys() <= _KEYS.keys()
        assert all(type(value) in _KEYS[key] for key, value in chapter.items())
    marks = [
        Mark(round(each["startTime"] * 1000), round(each["endTime"] * 1000), each["title"])
        for each in whole["chapters"]
    ]
    assert marks == sorted(marks, key=lambda mark: mark.start_ms)
    return marks


def youtube_by_ytdlp(path: Path) -> list[Mark]:
    """The lines as yt-dlp finds chapters in a video's description."""
    reader = judge("yt_dlp.extractor.youtube").YoutubeIE(judge("yt_dlp").YoutubeDL({"quiet": True}))
    found = reader._extract_chapters_from_description(path.read_text(encoding="utf-8"), 1_000_000)
    return [Mark(each["start_time"] * 1000, None, each["title"]) for each in found]


def _with_space(title: str) -> str:
    """FFmpeg swallows the next chapter after a backslash, so that a space is put between."""
    return f"{title} " if title.endswith("\\") else title


def _by_ffprobe(title: str) -> str:
    """ffprobe prints a replacement character for the two that are no characters."""
    return _with_space(title).translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"})


def _by_ytdlp(title: str) -> str:
    """YouTube takes no angle brackets; yt-dlp skips signs that are alone before the first word."""
    return re.sub(r"^(\W*\s)?(?=\S)", "", title.replace("<", "‹").replace(">", "›"))


READERS: Mapping[str, Reader] = {
    "ffprobe": Reader("chapters.ffmeta", ffmeta_by_ffprobe, title=_by_ffprobe),
    "PyAV": Reader("chapters.ffmeta", ffmeta_by_pyav, title=_with_space),
    "webvtt-py": Reader("chapters.vtt", vtt_by_webvtt, title=plain),
    "webvtt-parser": Reader("chapters.vtt", vtt_by_w3c, title=plain),
    "mkvmerge": Reader("chapters.xml", matroska_by_mkvmerge),
    "mkvpropedit": Reader("chapters.xml", matroska_by_mkvpropedit),
    "mkvmerge under C": Reader("chapters.ogm.txt", ogm_by_mkvmerge, ends=False),
    "podcastparser": Reader("chapters.psc", podlove_by_podcastparser, ends=False, step_ms=1000),
    "libxml": Reader("chapters.psc", podlove_by_libxml, ends=False),
    "Podcasting 2.0": Reader("chapters.json", podcasting_by_its_rules),
    "yt-dlp": Reader("youtube.txt", youtube_by_ytdlp, ends=False, step_ms=1000, title=_by_ytdlp),
}
"""Every way to read a chapter list back, by the name of what reads it."""


def as_found(reader: Reader, marks: Sequence[Mark]) -> list[Mark]:
    """The chapters as a reader must find them: all of them, at their times, under their titles."""
    return [
        Mark(
            mark.start_ms // reader.step_ms * reader.step_ms,
            mark.end_ms if reader.ends else None,
            reader.title(mark.title),
        )
        for mark in marks
    ]


def in_order(*titles: str, length: int = 10_001) -> list[Mark]:
    """Chapters of one length under these titles, from 0 on."""
    return [Mark(at * length, (at + 1) * length, title) for at, title in enumerate(titles)]
