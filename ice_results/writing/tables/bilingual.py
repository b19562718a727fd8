"""Speech in several languages: a row for each sentence, a column for each language."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Document
from ...records.track_languages import language_of_track
from ...records.tracks import Track, speaker_names, tracks
from ..options import NoOptions, TableOptions
from ..outputs import Output
from ..texts.translations import text_of, translated, translations_of
from .columns import INT, TEXT, Column, Levels, Repeated, Table, itself, span
from .csv import write_csv
from .xlsx import write_book


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
    track_of_speech = tracks(document)[0]
    main = track_of_speech.transcript
    segments = [segment for segment in main.segments if text_of(segment)]
    texts: dict[str, list[str | None]] = {
        _language(track_of_speech, "original"): [text_of(segment) for segment in segments]
    }
    for track in translations:
        found = translated(main.segments, track.transcript.segments)
        language = _language(track, "translation")
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


def _language(track: Track, otherwise: str) -> str:
    """The language of a track, where it is known."""
    language = language_of_track(track)
    return otherwise if language == "und" else language
