"""The chapters of a document as every format takes them: in order, each with an end and a title."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ...captions import Change, tracks
from ...captions.text import one_line
from ...records import Chapter, Document

GAP_TITLE = "…"
_MP4_TITLE_BYTES = 255


@attrs.frozen
class Marked:
    """A chapter as formats need it: end after start, none reaching into the next, a title on one line."""

    start_ms: int
    end_ms: int
    title: str
    summary: str = ""


def marked_chapters(document: Document, fill_gaps: bool = False) -> tuple[tuple[Marked, ...], tuple[Change, ...]]:
    """The chapters in the order of time, and what was changed for it.

    A missing end is the next start; the last one is the end of the speech, or a second later than
    the start where there is no speech. With `fill_gaps` they are as MP4 wants them.
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
    if fill_gaps and marked:
        marked = [_short_titled(each, changes) for each in _without_gaps(marked, _speech_end(document), changes)]
    return tuple(marked), tuple(changes)


def _without_gaps(marked: list[Marked], end: int, changes: list[Change]) -> Iterator[Marked]:
    """The chapters with others in between, from 0 to the end of the speech."""
    reached = 0
    for each in [*marked, None]:
        start = max(end, reached) if each is None else each.start_ms
        if start > reached:
            changes.append(Change(reached, f"a chapter {GAP_TITLE} fills the gap until {start} ms"))
            yield Marked(reached, start, GAP_TITLE)
        if each is not None:
            yield each
            reached = each.end_ms


def _short_titled(marked: Marked, changes: list[Change]) -> Marked:
    """The chapter with as much of its title as MP4 holds."""
    title = marked.title.encode("utf-8", "replace")[:_MP4_TITLE_BYTES].decode("utf-8", "ignore").rstrip()
    if title == marked.title:
        return marked
    changes.append(Change(marked.start_ms, f"a title of more than {_MP4_TITLE_BYTES} bytes was cut: {marked.title}"))
    return attrs.evolve(marked, title=title)


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
    return Marked(start, end, _title(chapter, number), one_line(chapter.summary or ""))


def _title(chapter: Chapter, number: int) -> str:
    return one_line(chapter.title or "") or f"Chapter {number}"


def _speech_end(document: Document) -> int:
    ends = (segment.end_ms or 0 for track in tracks(document) for segment in track.transcript.segments)
    return max(ends, default=0)
