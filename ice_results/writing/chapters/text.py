"""Chapter lists in plain text: WebVTT chapters, FFmpeg metadata, OGM lines, the lines that YouTube reads."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from ...errors import NoMaterial
from ...findings import Change
from ...records import Document
from ...text.safe import vtt_text
from ..options import ChapterOptions
from ..outputs import Output
from ..timestamps import clock, short_clock
from .model import Marked, chapters_for, unwritten_ends

# YouTube shows no chapters at all where one of its rules is broken, and does not say which.
_YOUTUBE_SHORTEST_MS = 10_000
_YOUTUBE_FEWEST = 3
_YOUTUBE_LONGEST_BYTES = 5000
_SECOND_MS = 1000
_NO_BRACKETS = str.maketrans({"<": "‹", ">": "›"})
_WORD = re.compile(r"\w")


def write_chapters_vtt(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """A WebVTT chapter track: one line of plain text in each cue."""
    chapters, changes = chapters_for("chapters.vtt", document, options)
    if chapters:
        cues = (
            f"\n{clock(each.start_ms, '.')} --> {clock(each.end_ms, '.')}\n{vtt_text([each.title])}\n"
            for each in chapters
        )
        yield Output("WEBVTT\n" + "".join(cues), None, changes)


def write_chapters_ffmeta(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """FFmpeg metadata, for `ffmpeg -i talk.mp4 -i talk.chapters.ffmeta -map 0 -map_chapters 1 -c copy`."""
    chapters, changes = chapters_for("chapters.ffmeta", document, options)
    if chapters:
        blocks = (
            f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={each.start_ms}\nEND={each.end_ms}\ntitle={_ffmeta_value(each.title)}\n"
            for each in chapters
        )
        yield Output(";FFMETADATA1\n" + "".join(blocks), None, changes)


def _ffmeta_value(text: str) -> str:
    """Escaped; a backslash at the end would swallow the next chapter even so, hence the space."""
    escaped = re.sub(r"([=;#\\\n])", r"\\\1", text)
    return f"{escaped} " if escaped.endswith("\\") else escaped


def write_ogm(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """Two lines for each chapter, its start and its name; always with a byte order mark.

    Without the mark MKVToolNix takes the text to be in the encoding of the system, and where that is
    not UTF-8 the Chinese of it is lost.
    """
    chapters, changes = chapters_for("chapters.ogm.txt", document, options)
    if chapters:
        lines = (
            f"CHAPTER{number:02}={clock(each.start_ms, '.')}\nCHAPTER{number:02}NAME={each.title}\n"
            for number, each in enumerate(chapters, 1)
        )
        # mkvmerge takes a file without a byte order mark for the locale's charset, and loses Chinese titles under C.
        yield Output("\ufeff" + "".join(lines), None, (*changes, *unwritten_ends(chapters)))


def write_youtube(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """Lines for a video's description: from 0:00, at least three, each of ten seconds or more.

    A title without a letter or digit gets its number before it: readers would skip it, and take the
    next line for it.
    """
    chapters, changes = chapters_for("youtube.txt", document, options)
    if not chapters:
        return
    starts = [each.start_ms // _SECOND_MS * _SECOND_MS for each in chapters]
    said = list(changes)
    if starts[0] != 0:
        said.append(Change(starts[0], "YouTube wants the first chapter at 0:00: it was moved there"))
        starts[0] = 0
    _check_for_youtube(chapters, starts)
    said += unwritten_ends(chapters, _SECOND_MS)
    lines = "".join(
        f"{short_clock(start)} {_youtube_title(number, each, said)}\n"
        for number, (start, each) in enumerate(zip(starts, chapters, strict=True), 1)
    )
    yield Output(lines, None, (*said, *_too_long(lines)))


def _check_for_youtube(chapters: Sequence[Marked], starts: Sequence[int]) -> None:
    """Raises `NoMaterial` for a list that YouTube would not take, with the rule and the place."""
    last = () if chapters[-1].open_end else (chapters[-1].end_ms,)
    for start, end in itertools.pairwise([*starts, *last]):
        if end - start < _YOUTUBE_SHORTEST_MS:
            reason = f"YouTube wants chapters of at least 10 seconds, the one at {short_clock(start)} is shorter"
            raise NoMaterial("youtube.txt", "chapters", reason)
    if len(chapters) < _YOUTUBE_FEWEST:
        raise NoMaterial("youtube.txt", "chapters", f"YouTube wants at least 3 chapters, there are {len(chapters)}")


def _youtube_title(number: int, chapter: Marked, changes: list[Change]) -> str:
    title = chapter.title.translate(_NO_BRACKETS)
    if _WORD.search(title):
        return title
    changes.append(Change(chapter.start_ms, f"a title without a letter or digit got its number: {chapter.title}"))
    return f"Chapter {number}: {title}"


def _too_long(lines: str) -> Iterator[Change]:
    """A word about lines that are more than the whole description may be."""
    length = len(lines.encode("utf-8", "replace"))
    if length > _YOUTUBE_LONGEST_BYTES:
        limit = f"a description on YouTube holds {_YOUTUBE_LONGEST_BYTES}"
        yield Change(None, f"these lines have {length} bytes, {limit}")
