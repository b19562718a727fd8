"""A transcript to read, as Markdown: turns with speakers and clocks, chapters as headings, a translation on request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from ...findings import Change
from ...records import Document
from ...records.tracks import Track, speaker_names, tracks
from ...text.cleaning import joined, one_line
from ...text.safe import markdown_text
from ..options import TranscriptOptions
from ..outputs import Output, stored
from ..timestamps import short_clock
from .translations import text_of
from .translations import translated as translated_by
from .turns import Section, Turn, sections_of


def write_transcript_md(document: Document, options: TranscriptOptions) -> Iterable[Output]:
    """A page for each track of speech; with a translation, one page with both.

    Each turn begins with its clock and, where it is somebody else's, the speaker. With `front_matter` the title, the
    source, the language and the speakers are before it as YAML, as static site generators read it.
    """
    names = {**speaker_names(document), **options.speaker_names}
    found = tracks(document)
    translation = next((each for each in found if each.name and each.transcript.kind == "translation"), None)
    wanted = options.translation != "none"
    missing = [Change(None, "no translation: the document has none")] if wanted and not translation else []
    for track in found[:1] if wanted and translation else found:
        sections = sections_of(document, track.transcript.segments, names)
        if any(section.turns for section in sections):
            translated = (
                translated_by(track.transcript.segments, translation.transcript.segments)
                if wanted and translation
                else {}
            )
            parts = [*_head(document, track, sections, options), *_body(sections, translated, options)]
            yield Output(stored("\n\n".join(parts) + "\n", options), track.name, tuple(missing))
            missing = []


def _head(document: Document, track: Track, sections: Sequence[Section], options: TranscriptOptions) -> Iterator[str]:
    title = one_line(document.title or "")
    if options.front_matter:
        speakers = dict.fromkeys(turn.speaker for section in sections for turn in section.turns if turn.speaker)
        source = (document.source or "").replace("\\", "/").rpartition("/")[2]
        facts = {"title": title, "source": source, "lang": track.transcript.language, "speakers": list(speakers)}
        # JSON is YAML too: a title in quotes cannot break out of it.
        lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items() if value)
        yield "\n".join(["---", *lines, "---"])
    if title:
        yield f"# {markdown_text(title)}"


def _body(sections: Iterable[Section], translated: dict[int, str], options: TranscriptOptions) -> Iterator[str]:
    for section in sections:
        if section.chapter:
            yield f"## {markdown_text(section.chapter.title)}"
        if options.translation == "beside" and translated and section.turns:
            yield "\n".join(["| | | |", "|---|---|---|", *(_row(turn, translated) for turn in section.turns)])
            continue
        for turn in section.turns:
            yield f"{_lead(turn)}{markdown_text(turn.text)}"
            if other := _translation_of(turn, translated):
                yield f"> {markdown_text(other)}"


def _row(turn: Turn, translated: dict[int, str]) -> str:
    return (
        f"| {_lead(turn).rstrip()} | {markdown_text(turn.text)} | {markdown_text(_translation_of(turn, translated))} |"
    )


def _lead(turn: Turn) -> str:
    """The speaker, unless the same one goes on, and the clock."""
    speaker = f"**{markdown_text(turn.speaker)}** " if turn.speaker and not turn.continues else ""
    return speaker if turn.start_ms is None else f"{speaker}\\[{short_clock(max(turn.start_ms, 0))}\\] "


def _translated(track: Track, translation: Track) -> dict[int, str]:
    return translated_by(track.transcript.segments, translation.transcript.segments)


def _translation_of(turn: Turn, translated: dict[int, str]) -> str:
    return joined([text for segment in turn.segments if (text := translated.get(id(segment)))])


def write_transcript_json(document: Document, options: object) -> Iterable[Output]:
    """The transcript format of Podcasting 2.0: a segment for each sentence, with start, end and speaker in seconds."""
    names = speaker_names(document)
    for track in tracks(document):
        segments = [
            {
                **({"speaker": one_line(names.get(each.speaker, each.speaker))} if each.speaker else {}),
                "startTime": max(each.start_ms, 0) / 1000,
                **(
                    {}
                    if each.end_ms is None or each.end_ms < max(each.start_ms, 0)
                    else {"endTime": each.end_ms / 1000}
                ),
                "body": text_of(each),
            }
            for each in sorted(
                (each for each in track.transcript.segments if each.start_ms is not None and text_of(each)),
                key=lambda each: each.start_ms or 0,
            )
            if each.start_ms is not None
        ]
        if segments:
            whole = {"version": "1.0.0", "segments": segments}
            lost = sum(1 for each in track.transcript.segments if each.start_ms is None and text_of(each))
            changes = (Change(None, f"sentences without a start were left out: {lost}"),) if lost else ()
            yield Output(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", track.name, changes)
