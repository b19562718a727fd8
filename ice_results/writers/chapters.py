"""Chapter lists: WebVTT chapters, FFmpeg metadata, the lines that YouTube reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from ..captions import Change, tracks
from ..captions.text import one_line
from ..errors import NoMaterial
from ..records import Chapter, Document
from .outputs import Output
from .safe_text import vtt_text
from .timestamps import clock, short_clock

_YOUTUBE_SHORTEST_MS = 10_000
_YOUTUBE_FEWEST = 3


@attrs.frozen
class Marked:
    """A chapter as formats need it: end after start, none reaching into the next, a title on one line."""

    start_ms: int
    end_ms: int
    title: str


def marked_chapters(document: Document) -> tuple[tuple[Marked, ...], tuple[Change, ...]]:
    """The chapters in the order of time, and what was changed for it.

    A missing end is the next start; the last one is the end of the speech, or a second later than
    the start where there is no speech.
    """
    changes: list[Change] = []
    chapters: list[Chapter] = []
    for chapter in sorted(document.chapters, key=lambda each: each.start_ms or 0):
        start = None if chapter.start_ms is None else max(chapter.start_ms, 0)
        if start is None:
            changes.append(Change(None, f"a chapter without a start was left out: {one_line(chapter.title or '')}"))
        elif chapters and start == chapters[-1].start_ms:
            changes.append(
                Change(start, f"a second chapter at this time was left out: {one_line(chapter.title or '')}")
            )
        else:
            if start != chapter.start_ms:
                changes.append(Change(0, f"a start of {chapter.start_ms} ms became 0"))
            chapters.append(attrs.evolve(chapter, start_ms=start))
    starts = [chapter.start_ms or 0 for chapter in chapters]
    marked = [
        _marked(number, chapter, following, document, changes)
        for number, (chapter, following) in enumerate(zip(chapters, [*starts[1:], None], strict=False), 1)
    ]
    return tuple(marked), tuple(changes)


def _marked(number: int, chapter: Chapter, following: int | None, document: Document, changes: list[Change]) -> Marked:
    start, given = chapter.start_ms or 0, chapter.end_ms
    end = given
    if end is None or end <= start:
        last = following if following is not None else _speech_end(document)
        end = last if last > start else start + 1000
        changes.append(Change(start, f"a chapter with {'no end' if given is None else 'no length'} ends at {end} ms"))
    elif following is not None and end > following:
        end = following
        changes.append(Change(start, f"a chapter that reached into the next one ends at {end} ms"))
    return Marked(start, end, _title(chapter, number))


def _title(chapter: Chapter, number: int) -> str:
    return one_line(chapter.title or "") or f"Chapter {number}"


def _speech_end(document: Document) -> int:
    ends = (segment.end_ms or 0 for track in tracks(document) for segment in track.transcript.segments)
    return max(ends, default=0)


def write_chapters_vtt(document: Document, options: object) -> Iterable[Output]:
    """A WebVTT chapter track: one line of plain text in each cue."""
    chapters, changes = marked_chapters(document)
    if chapters:
        cues = (
            f"\n{clock(each.start_ms, '.')} --> {clock(each.end_ms, '.')}\n{vtt_text([each.title])}\n"
            for each in chapters
        )
        yield Output("WEBVTT\n" + "".join(cues), None, changes)


def write_chapters_ffmeta(document: Document, options: object) -> Iterable[Output]:
    """FFmpeg metadata, for `ffmpeg -i video -i talk.chapters.ffmeta -map_metadata 1`."""
    chapters, changes = marked_chapters(document)
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


def write_youtube(document: Document, options: object) -> Iterable[Output]:
    """Lines for a video's description: from 0:00, at least three, each of ten seconds or more."""
    chapters, changes = marked_chapters(document)
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
