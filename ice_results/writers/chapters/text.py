"""Chapter lists in plain text: WebVTT chapters, FFmpeg metadata, OGM lines, the lines that YouTube reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...captions import Change
from ...errors import NoMaterial
from ...records import Document
from ..options import ChapterOptions
from ..outputs import Output
from ..safe_text import vtt_text
from ..timestamps import clock, short_clock
from .marked import marked_chapters

_YOUTUBE_SHORTEST_MS = 10_000
_YOUTUBE_FEWEST = 3


def write_chapters_vtt(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """A WebVTT chapter track: one line of plain text in each cue."""
    chapters, changes = marked_chapters(document, options.fill_gaps)
    if chapters:
        cues = (
            f"\n{clock(each.start_ms, '.')} --> {clock(each.end_ms, '.')}\n{vtt_text([each.title])}\n"
            for each in chapters
        )
        yield Output("WEBVTT\n" + "".join(cues), None, changes)


def write_chapters_ffmeta(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """FFmpeg metadata, for `ffmpeg -i video -i talk.chapters.ffmeta -map_metadata 1`."""
    chapters, changes = marked_chapters(document, options.fill_gaps)
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


def write_youtube(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """Lines for a video's description: from 0:00, at least three, each of ten seconds or more."""
    chapters, changes = marked_chapters(document, options.fill_gaps)
    if not chapters:
        return
    starts = [each.start_ms // 1000 * 1000 for each in chapters]
    if starts[0] != 0:
        changes = (*changes, Change(starts[0], "YouTube wants the first chapter at 0:00: it was moved there"))
        starts[0] = 0
    for start, following in zip(starts, [*starts[1:], None], strict=False):
        if following is not None and following - start < _YOUTUBE_SHORTEST_MS:
            raise NoMaterial("youtube.txt", "chapters", _youtube_short(start))
    if chapters[-1].end_ms - starts[-1] < _YOUTUBE_SHORTEST_MS:
        raise NoMaterial("youtube.txt", "chapters", _youtube_short(starts[-1]))
    if len(chapters) < _YOUTUBE_FEWEST:
        raise NoMaterial("youtube.txt", "chapters", f"YouTube wants at least 3 chapters, there are {len(chapters)}")
    lines = (
        f"{short_clock(start)} {each.title.translate(_NO_BRACKETS)}\n"
        for start, each in zip(starts, chapters, strict=True)
    )
    yield Output("".join(lines), None, changes)


_NO_BRACKETS = str.maketrans({"<": "‹", ">": "›"})


def _youtube_short(start: int) -> str:
    return f"YouTube wants chapters of at least 10 seconds, the one at {short_clock(start)} is shorter"


def write_ogm(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """To be written."""
    return ()
