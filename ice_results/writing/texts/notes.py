"""Title, summary, questions, keywords, key sentences and action items as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...records import Document, Highlight, Notes, Question, SpeakerSummary, Topic
from ...text.cleaning import one_line
from ..chapters.model import marked_chapters
from ..outputs import Output
from ..timestamps import short_clock

_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~$])|^([#+\-=]+)(?=\s|$)|^(\d+)([.)])(?=\s)")


def write_notes(document: Document, options: object) -> Iterable[Output]:
    """One page, a heading for each kind of note that is there."""
    notes = document.notes or Notes()
    title = notes.title or document.title
    sections = [section for section in _sections(document, notes) if section]
    if sections:
        heading = [f"# {_plain(title)}"] if title else []
        yield Output("\n\n".join([*heading, *sections]) + "\n")


def _sections(document: Document, notes: Notes) -> Iterator[str]:
    yield _section("Summary", [_plain(notes.summary)] if notes.summary else [])
    chapters = marked_chapters(document)[0] if document.notes else ()
    yield _section("Chapters", (f"- {short_clock(each.start_ms)} {_plain(each.title)}" for each in chapters))
    yield _section("Speakers", map(_speaker, notes.speakers))
    yield _section("Questions", map(_question, notes.questions), "\n\n")
    yield _section("Keywords", [", ".join(map(_plain, notes.keywords))] if notes.keywords else [])
    yield _section("Key sentences", map(_highlight, notes.key_sentences))
    yield _section("Actions", map(_highlight, notes.actions))
    yield _section("Mind map", (line for topic in notes.mind_map for line in _topic(topic, 0)))
    yield _section("Scenes", (f"- {_plain(name)}: {score:g}" for name, score in notes.scenes.items()))


def _section(heading: str, items: Iterable[str], between: str = "\n") -> str:
    body = between.join(item for item in items if item)
    return f"## {heading}\n\n{body}" if body else ""


def _speaker(each: SpeakerSummary) -> str:
    name = each.name or each.speaker
    return f"- {f'**{_plain(name)}**: ' if name else ''}{_plain(each.summary or '')}".rstrip()


def _question(each: Question) -> str:
    return f"**{_plain(each.question or '')}**\n{_plain(each.answer or '')}".strip()


def _highlight(each: Highlight) -> str:
    stamp = "" if each.start_ms is None else f"{short_clock(max(each.start_ms, 0))} "
    return f"- {stamp}{_plain(each.text)}".rstrip()


def _topic(topic: Topic, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {_plain(topic.title or '')}".rstrip()
    for below in topic.topics:
        yield from _topic(below, depth + 1)


def _plain(text: str) -> str:
    """Text on one line, with nothing in it that Markdown or HTML would take for markup."""
    return _MARKDOWN.sub(_escaped, one_line(text))


def _escaped(match: re.Match[str]) -> str:
    sign, start, number, point = match.groups()
    if sign:
        return f"\\{sign}"
    return f"\\{start}" if start else f"{number}\\{point}"
