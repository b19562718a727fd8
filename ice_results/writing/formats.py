"""The table of formats: a new format is one module and one row here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import lazy
from ..errors import InvalidOption, UnknownName
from ..text.values import described
from .outputs import Writer

if TYPE_CHECKING:
    from . import options, records
    from .boxes import coco, labelstudio
    from .boxes import vtt as boxes_vtt
    from .captions import ass, lrc, srt, vtt
    from .chapters import podcasting
    from .chapters import text as chapters
    from .chapters import xml as chapters_xml
    from .markers import edl, fcpxml, labels, otio, xmeml
    from .tables import bilingual, csv, jsonl, parquet, xlsx
    from .texts import chunks, docx, mindmap, notes, transcript, txt
else:
    options, records = lazy.modules(__package__, ".options", ".records")
    coco, labelstudio, boxes_vtt = lazy.modules(__package__, ".boxes.coco", ".boxes.labelstudio", ".boxes.vtt")
    ass, lrc, srt, vtt = lazy.modules(__package__, ".captions.ass", ".captions.lrc", ".captions.srt", ".captions.vtt")
    podcasting, chapters, chapters_xml = lazy.modules(
        __package__, ".chapters.podcasting", ".chapters.text", ".chapters.xml"
    )
    edl, fcpxml, labels = lazy.modules(__package__, ".markers.edl", ".markers.fcpxml", ".markers.labels")
    otio, xmeml = lazy.modules(__package__, ".markers.otio", ".markers.xmeml")
    csv, jsonl = lazy.modules(__package__, ".tables.csv", ".tables.jsonl")
    bilingual, parquet, xlsx = lazy.modules(__package__, ".tables.bilingual", ".tables.parquet", ".tables.xlsx")
    chunks, docx, mindmap = lazy.modules(__package__, ".texts.chunks", ".texts.docx", ".texts.mindmap")
    notes, transcript, txt = lazy.modules(__package__, ".texts.notes", ".texts.transcript", ".texts.txt")

_MARKED = "chapters or notes (tags with --markers tags)"

# Without an annotation the options of each row are inferred from its own function, so that a row whose
# options are not those that its function takes is an error of the type checker.
_ROWS = (
    Writer("srt", "SubRip subtitles", "transcripts or frames", srt.write_srt, options.CaptionOptions, default=True),
    Writer(
        "vtt",
        "WebVTT subtitles, with voices",
        "transcripts or frames",
        vtt.write_vtt,
        options.WordOptions,
        default=True,
    ),
    Writer(
        "ass",
        "Advanced SubStation Alpha, karaoke with words",
        "transcripts or frames",
        ass.write_ass,
        options.WordOptions,
    ),
    Writer("lrc", "LRC lyrics, enhanced with words", "transcripts or frames", lrc.write_lrc, options.WordOptions),
    Writer("txt", "the plain text of the speech", "transcripts", txt.write_txt, options.TextOptions),
    Writer(
        "transcript.md",
        "a transcript to read",
        "transcripts",
        transcript.write_transcript_md,
        options.TranscriptOptions,
    ),
    Writer(
        "transcript.docx",
        "a transcript for Word",
        "transcripts",
        docx.write_docx,
        options.NamedSpeakerOptions,
        extra="docx",
    ),
    Writer(
        "transcript.json",
        "a transcript of Podcasting 2.0",
        "transcripts",
        transcript.write_transcript_json,
        options.NoOptions,
    ),
    Writer(
        "chunks.jsonl",
        "speech in chunks with times, for retrieval",
        "transcripts",
        chunks.write_chunks,
        options.ChunkOptions,
    ),
    Writer(
        "mindmap.opml", "the mind map of a summary, for outliners", "mind map", mindmap.write_opml, options.NoOptions
    ),
    Writer("texts.txt", "generated texts", "texts", txt.write_texts, options.FileOptions),
    Writer("tags.csv", "tags, a row for each occurrence", "tags", csv.write_tags, options.TableOptions, default=True),
    Writer("tags.summary.csv", "tags, a row for each", "tags", csv.write_tags_summary, options.TableOptions),
    Writer(
        "tags.jsonl",
        "tags with all that is known of them, a line for each",
        "tags",
        jsonl.write_tags_jsonl,
        options.NoOptions,
    ),
    Writer(
        "tags.xlsx",
        "tags for Excel, and a sheet of the summary",
        "tags",
        xlsx.write_tags_xlsx,
        options.NoOptions,
        extra="excel",
    ),
    Writer(
        "tags.parquet", "tags for pandas, DuckDB, Spark", "tags", parquet.write_tags, options.NoOptions, extra="parquet"
    ),
    Writer(
        "tags.summary.parquet",
        "tags, a row for each",
        "tags",
        parquet.write_tags_summary,
        options.NoOptions,
        extra="parquet",
    ),
    Writer("boxes.csv", "boxes of tags, a row for each", "boxes of tags", csv.write_boxes, options.TableOptions),
    Writer(
        "boxes.parquet",
        "boxes of tags, a row for each",
        "boxes of tags",
        parquet.write_boxes,
        options.NoOptions,
        extra="parquet",
    ),
    Writer("tags.vtt", "tags with their boxes, for players", "tags", boxes_vtt.write_tags_vtt, options.FileOptions),
    Writer(
        "labelstudio.json",
        "boxes for Label Studio",
        "tags",
        labelstudio.write_labelstudio,
        options.VideoBoxOptions,
    ),
    Writer("coco.json", "boxes in COCO's form", "tags", coco.write_coco, options.BoxOptions),
    Writer(
        "chapters.vtt", "WebVTT chapters", "chapters", chapters.write_chapters_vtt, options.ChapterOptions, default=True
    ),
    Writer(
        "chapters.ffmeta",
        "chapters for FFmpeg",
        "chapters",
        chapters.write_chapters_ffmeta,
        options.ChapterOptions,
        default=True,
    ),
    Writer("chapters.xml", "chapters for Matroska", "chapters", chapters_xml.write_matroska, options.MatroskaOptions),
    Writer("chapters.ogm.txt", "chapters in OGM lines", "chapters", chapters.write_ogm, options.ChapterOptions),
    Writer(
        "chapters.json", "chapters of Podcasting 2.0", "chapters", podcasting.write_podcasting, options.ChapterOptions
    ),
    Writer("chapters.psc", "Podlove Simple Chapters", "chapters", chapters_xml.write_podlove, options.ChapterOptions),
    Writer(
        "youtube.txt", "chapters for a YouTube description", "chapters", chapters.write_youtube, options.ChapterOptions
    ),
    Writer("labels.txt", "labels for Audacity", _MARKED, labels.write_labels, options.MarkerOptions),
    Writer("markers.edl", "markers for DaVinci Resolve", _MARKED, edl.write_edl, options.TimelineOptions),
    Writer(
        "markers.otio", "markers in OpenTimelineIO", _MARKED, otio.write_otio, options.TimelineOptions, extra="otio"
    ),
    Writer("markers.fcpxml", "markers for Final Cut Pro", _MARKED, fcpxml.write_fcpxml, options.PictureOptions),
    Writer("markers.xml", "markers for Premiere, Final Cut 7", _MARKED, xmeml.write_xmeml, options.TimelineOptions),
    Writer(
        "notes.md", "summary and meeting notes in Markdown", "notes", notes.write_notes, options.NoOptions, default=True
    ),
    Writer("ocr.csv", "recognised text, a row for each line", "frames", csv.write_ocr, options.TableOptions),
    Writer("activities.csv", "workflow nodes", "activities", csv.write_activities, options.TableOptions, default=True),
    Writer("links.csv", "results that are only URLs", "links", csv.write_links, options.TableOptions),
    Writer(
        "bilingual.csv",
        "speech, a column for each language",
        "speech with a translation",
        bilingual.write_bilingual_csv,
        options.TableOptions,
    ),
    Writer(
        "bilingual.xlsx",
        "speech, a column for each language",
        "speech with a translation",
        bilingual.write_bilingual_xlsx,
        options.NoOptions,
        extra="excel",
    ),
    Writer(
        "tables.xlsx",
        "every table, a sheet for each",
        "any document",
        xlsx.write_tables_xlsx,
        options.NoOptions,
        extra="excel",
    ),
    Writer("segments.csv", "speech, a row for each segment", "transcripts", csv.write_segments, options.TableOptions),
    Writer(
        "segments.parquet",
        "speech, a row for each segment",
        "transcripts",
        parquet.write_segments,
        options.NoOptions,
        extra="parquet",
    ),
    Writer(
        "words.parquet", "speech, a row for each word", "words", parquet.write_words, options.NoOptions, extra="parquet"
    ),
    Writer(
        "ocr.parquet",
        "recognised text, a row for each line",
        "frames",
        parquet.write_ocr,
        options.NoOptions,
        extra="parquet",
    ),
    Writer(
        "chapters.parquet",
        "chapters, a row for each",
        "chapters",
        parquet.write_chapters,
        options.NoOptions,
        extra="parquet",
    ),
    Writer(
        "highlights.parquet",
        "key sentences and actions",
        "notes",
        parquet.write_highlights,
        options.NoOptions,
        extra="parquet",
    ),
    Writer(
        "activities.parquet",
        "workflow nodes",
        "activities",
        parquet.write_activities,
        options.NoOptions,
        extra="parquet",
    ),
    Writer(
        "links.parquet", "results that are only URLs", "links", parquet.write_links, options.NoOptions, extra="parquet"
    ),
    Writer("jobs.parquet", "jobs with their settings", "jobs", parquet.write_jobs, options.NoOptions, extra="parquet"),
    Writer("records.json", "the whole document, normalised", "any document", records.write_records, options.NoOptions),
)

WRITERS: tuple[Writer[Any], ...] = _ROWS
WITH_TRACKS = frozenset(
    ("srt", "vtt", "ass", "lrc", "txt", "transcript.md", "transcript.docx", "transcript.json", "chunks.jsonl")
)
"""The formats that have a file for each track of speech."""
MAIN = "main"
"""The main track where a track is named before a format, as in `main.srt`."""
_BY_NAME: Mapping[str, Writer[Any]] = {writer.name: writer for writer in WRITERS}
DEFAULT_FORMATS = tuple(writer.name for writer in WRITERS if writer.default)
"""The formats that are written where none is asked for."""


def formats() -> tuple[Writer[Any], ...]:
    """Every format that can be written: its name, what it is, what it needs, its options."""
    return WRITERS


def writer_named(name: str) -> Writer[Any]:
    """The writer of a format; raises `UnknownName`."""
    writer = _BY_NAME.get(name.lower().lstrip("."))
    if writer is None:
        raise UnknownName("format", name, tuple(_BY_NAME))
    return writer


def split_format(name: str) -> tuple[str | None, str]:
    """The track and the format in a name such as `srt`, `translation.srt` or `talk.tags.csv`'s ending.

    Raises `UnknownName` for a format that there is not, `InvalidOption` for what is no name.
    """
    if not isinstance(name, str):
        raise InvalidOption("format", "the name of a format, such as srt", described(name))
    lowered = name.lower()
    fitting = [known for known in _BY_NAME if lowered == known or lowered.endswith(f".{known}")]
    if not fitting:
        raise UnknownName("format", name, tuple(_BY_NAME))
    longest = max(fitting, key=len)
    return name[: -len(longest)].rstrip(".") or None, longest
