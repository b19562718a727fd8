"""The chapters of a document as every format takes them: in order, each with an end and a title."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence

import attrs

from ...errors import NoMaterial
from ...findings import Change
from ...records import Chapter, Document
from ...records.spans import countable, from_zero, is_countable
from ...records.tracks import tracks
from ...text.cleaning import one_line
from ..options import ChapterOptions

GAP_TITLE = "…"
# QuickTime's text track has one byte for the length of a title.
_MP4_TITLE_BYTES = 255
_OPEN_END_MS = 1000
_JOINER = "\u200d"


@attrs.frozen
class Marked:
    """A chapter as formats need it: end after start, none reaching into the next, a title on one line.

    `fills_gap`: it was put between others. `open_end`: nothing says where it ends, `end_ms` is a second
    after its start.
    """

    start_ms: int
    end_ms: int
    title: str
    summary: str = ""
    fills_gap: bool = False
    open_end: bool = False


def marked_chapters(document: Document, fill_gaps: bool = False) -> tuple[tuple[Marked, ...], tuple[Change, ...]]:
    """The chapters in the order of time, and what was changed for it.

    A missing end is the next start; the last one is the end of the speech, or a second later than
    the start where there is no speech. With `fill_gaps` they are as MP4 wants them.
    """
    changes: list[Change] = []
    chapters: list[Chapter] = []
    known = [_countable(chapter, changes) for chapter in document.chapters]
    # Sorting is stable: of two chapters at one time, the first that the service gave stays.
    for chapter in sorted(known, key=lambda each: each.start_ms or 0):
        title = one_line(chapter.title or "")
        if chapter.start_ms is None:
            changes.append(Change(None, f"a chapter without a start was left out: {title}"))
        elif chapters and max(chapter.start_ms, 0) == chapters[-1].start_ms:
            changes.append(Change(chapters[-1].start_ms, f"a second chapter at this time was left out: {title}"))
        else:
            start = from_zero(chapter.start_ms, "a start", title, changes)
            chapters.append(attrs.evolve(chapter, start_ms=start))
    starts = [chapter.start_ms or 0 for chapter in chapters]
    marked = [
        _marked(number, chapter, following, document, changes)
        for number, (chapter, following) in enumerate(zip(chapters, [*starts[1:], None], strict=False), 1)
    ]
    if fill_gaps and marked:
        marked = [_short_titled(each, changes) for each in _without_gaps(marked, _speech_end(document), changes)]
    return tuple(marked), tuple(changes)


def _countable(chapter: Chapter, changes: list[Change]) -> Chapter:
    """The chapter without the times that no program can keep."""
    title = one_line(chapter.title or "")
    start = countable(chapter.start_ms, "a start", title, changes)
    end = countable(chapter.end_ms, "an end", title, changes)
    if (start, end) == (chapter.start_ms, chapter.end_ms):
        return chapter
    return attrs.evolve(chapter, start_ms=start, end_ms=end)


def unwritten_ends(chapters: Sequence[Marked], step_ms: int = 1) -> Iterator[Change]:
    """What a format loses that has starts only, in steps of a length: a chapter lasts until the next one."""
    for each, following in itertools.pairwise(chapters):
        if each.end_ms // step_ms < following.start_ms // step_ms:
            yield Change(each.start_ms, f"the end at {each.end_ms} ms was left out: a chapter lasts until the next one")


def chapters_for(
    name: str,
    document: Document,
    options: ChapterOptions,
) -> tuple[tuple[Marked, ...], tuple[Change, ...]]:
    """The chapters as the options want them; raises `NoMaterial` with the reason where none of them is left."""
    chapters, changes = marked_chapters(document, options.fill_gaps)
    if changes and not chapters:
        raise NoMaterial(name, "chapters", first_of(changes))
    return chapters, changes


def first_of(changes: tuple[Change, ...]) -> str:
    """The first of some changes in words, and how many more there are."""
    others = f" (and {len(changes) - 1} more)" if len(changes) > 1 else ""
    return f"{changes[0].message}{others}"


def _without_gaps(marked: Sequence[Marked], end: int, changes: list[Change]) -> Iterator[Marked]:
    """The chapters with others in between, from 0 to the end of the speech."""
    reached = 0
    for each in [*marked, None]:
        start = max(end, reached) if each is None else each.start_ms
        if start > reached:
            changes.append(Change(reached, f"a chapter {GAP_TITLE} fills the gap until {start} ms"))
            yield Marked(reached, start, GAP_TITLE, fills_gap=True)
        if each is not None:
            yield each
            reached = each.end_ms


def _short_titled(marked: Marked, changes: list[Change]) -> Marked:
    """The chapter with as much of its title as MP4 holds."""
    title = _cut(marked.title)
    if title == marked.title:
        return marked
    changes.append(Change(marked.start_ms, f"a title of more than {_MP4_TITLE_BYTES} bytes was cut: {marked.title}"))
    return attrs.evolve(marked, title=title)


def _cut(title: str) -> str:
    """The beginning of a title that MP4 holds, cut where one visible sign ends and the next begins."""
    ends = itertools.accumulate(len(sign.encode("utf-8", "replace")) for sign in title)
    longest = sum(1 for end in ends if end <= _MP4_TITLE_BYTES)
    if longest == len(title):
        return title
    whole = next((at for at in range(longest, 0, -1) if not _belong_together(title, at)), longest)
    return title[:whole].rstrip()


def _belong_together(text: str, at: int) -> bool:
    """Whether the characters before and after a place are one sign to the eye: an accent, a family, a flag."""
    before, after = text[at - 1], text[at]
    if before == _JOINER or after == _JOINER or unicodedata.category(after).startswith("M"):
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    flags = itertools.takewhile(_is_half_a_flag, reversed(text[:at]))
    return _is_half_a_flag(after) and sum(1 for _ in flags) % 2 == 1


def _is_half_a_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _marked(number: int, chapter: Chapter, following: int | None, document: Document, changes: list[Change]) -> Marked:
    start, given = chapter.start_ms or 0, chapter.end_ms
    end, open_end = given, False
    if end is None or end <= start:
        # The length of the media is in no answer; the end of the speech is the nearest to it.
        last = following if following is not None else _speech_end(document)
        open_end = last <= start
        end = start + _OPEN_END_MS if open_end else last
        changes.append(Change(start, f"a chapter with {'no end' if given is None else 'no length'} ends at {end} ms"))
    elif following is not None and end > following:
        end = following
        changes.append(Change(start, f"a chapter that reached into the next one ends at {end} ms"))
    return Marked(start, end, _title(chapter, number), one_line(chapter.summary or ""), open_end=open_end)


def _title(chapter: Chapter, number: int) -> str:
    return one_line(chapter.title or "") or f"Chapter {number}"


def _speech_end(document: Document) -> int:
    ends = (segment.end_ms or 0 for track in tracks(document) for segment in track.transcript.segments)
    return max(filter(is_countable, ends), default=0)
