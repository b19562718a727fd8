"""Speech in several languages: a row for each sentence, a column for each language."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Document, Transcript
from ...records.tracks import speaker_names, tracks
from ...text.scripts import language_of_text
from ..options import NoOptions, TableOptions
from ..outputs import Output
from ..texts.translations import text_of, translated, translations_of
from .columns import INT, TEXT, Column, Levels, Repeated, Table, itself, span
from .csv import write_csv
from .xlsx import write_book

_SAMPLED = 50
"""Sentences that show the script of a track."""


def write_bilingual_csv(document: Document, options: TableOptions) -> Iterator[Output]:
    """The table; nothing where there is no translation."""
    if table := _table(document):
        yield from write_csv(table, document, options)


def write_bilingual_xlsx(document: Document, options: NoOptions) -> Iterator[Output]:
    """The same as a sheet; raises `MissingExtra` where xlsxwriter is not installed."""
    if table := _table(document):
        yield write_book(document, {table.name: table})


def _table(document: Document) -> Table | None:
    """The table of a document, whose columns are its languages; `None` where there is one language only."""
    translations = translations_of(document)
    if not translations:
        return None
    main = tracks(document)[0].transcript
    segments = [segment for segment in main.segments if text_of(segment)]
    texts: dict[str, list[str | None]] = {_language(main) or "original": [text_of(segment) for segment in segments]}
    for track in translations:
        found = translated(main.segments, track.transcript.segments)
        language = _language(track.transcript) or "translation"
        # Two tracks of one language, or of none that is known, are told by the name that only one of them has.
        name = language if language not in texts else str(track.name)
        texts[name] = [found.get(id(segment)) or None for segment in segments]
    names = speaker_names(document)
    speakers = [names.get(each.speaker or "") or each.speaker for each in segments]
    levels: Levels = {
        "number": Repeated(range(1, len(segments) + 1)),
        "segment": Repeated(segments),
        "speaker": Repeated(speakers),
        **{f"in {name}": Repeated(each) for name, each in texts.items()},
    }
    columns = (
        Column("number", INT, "its place in the track, from 1", "number", itself),
        *span("segment"),
        Column("speaker", TEXT, "who speaks", "speaker", itself),
        *(Column(name, TEXT, f"the text in {name}", f"in {name}", itself) for name in texts),
    )
    return Table("bilingual", columns, lambda _: [levels])


def _language(transcript: Transcript) -> str | None:
    """The language that the service named, else one that has a script of its own."""
    if transcript.language:
        return transcript.language
    script = language_of_text("".join(each.text for each in transcript.segments[:_SAMPLED]))
    return script if script in ("zh", "ja", "ko") else None
