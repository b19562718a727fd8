"""Title, summary, questions, keywords, key sentences and action items as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...records import Document, Highlight, Notes, Question, Topic
from ...records.speakers import Speaker, speakers_of
from ...text.safe import markdown_text
from ..chapters.model import marked_chapters
from ..outputs import Output
from ..timestamps import short_clock


def write_notes(document: Document, options: object) -> Iterable[Output]:
    """One page, a heading for each kind of note that is there."""
    notes = document.notes or Notes()
    title = notes.title or document.title
    sections = [section for section in _sections(document, notes) if section]
    if sections:
        heading = [f"# {markdown_text(title)}"] if title else []
        yield Output("\n\n".join([*heading, *sections]) + "\n")


def _sections(document: Document, notes: Notes) -> Iterator[str]:
    yield _section("Summary", [markdown_text(notes.summary)] if notes.summary else [])
    chapters = marked_chapters(document)[0] if document.notes else ()
    yield _section("Chapters", (f"- {short_clock(each.start_ms)} {markdown_text(each.title)}" for each in chapters))
    yield _section("Speakers", map(_speaker, speakers_of(document)) if notes.speakers else [])
    yield _section("Questions", map(_question, notes.questions), "\n\n")
    yield _section("Keywords", [", ".join(map(markdown_text, notes.keywords))] if notes.keywords else [])
    yield _section("Key sentences", map(_highlight, notes.key_sentences))
    yield _section("Actions", map(_highlight, notes.actions))
    yield _section("Mind map", (line for topic in notes.mind_map for line in _topic(topic, 0)))
    yield _section("Scenes", (f"- {markdown_text(name)}: {score:g}" for name, score in notes.scenes.items()))


def _section(heading: str, items: Iterable[str], between: str = "\n") -> str:
    body = between.join(item for item in items if item)
    return f"## {heading}\n\n{body}" if body else ""


def _speaker(each: Speaker) -> str:
    """The name, how long they speak, and what they say in short."""
    name = f"**{markdown_text(each.name or each.speaker or '')}**" if each.name or each.speaker else ""
    talk = f" ({short_clock(each.talk_ms)})" if each.talk_ms else ""
    return "- " + ": ".join(filter(None, (f"{name}{talk}".strip(), markdown_text(each.summary or ""))))


def _question(each: Question) -> str:
    return f"**{markdown_text(each.question or '')}**\n{markdown_text(each.answer or '')}".strip()


def _highlight(each: Highlight) -> str:
    stamp = "" if each.start_ms is None else f"{short_clock(max(each.start_ms, 0))} "
    return f"- {stamp}{markdown_text(each.text)}".rstrip()


def _topic(topic: Topic, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}- {markdown_text(topic.title or '')}".rstrip()
    for below in topic.topics:
        yield from _topic(below, depth + 1)
