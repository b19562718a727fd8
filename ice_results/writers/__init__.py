"""One module for each family of formats, and the table of them: a new format is one row here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..captions.cues import Change
from ..collector import paused_collector
from ..errors import InvalidOption, NoMaterial, UnknownName
from ..later import Later, later
from ..peel import is_huge, shown
from ..records import Document
from .outputs import Output, Writer

_ass, _lrc, _notes, _records, _srt, _txt, _vtt = later(
    __name__, ".ass", ".lrc", ".notes", ".records", ".srt", ".txt", ".vtt"
)
_boxes_vtt, _coco, _labelstudio = later(__name__, ".boxes.vtt", ".boxes.coco", ".boxes.labelstudio")
_chapters, _chapters_xml, _podcasting = later(__name__, ".chapters.text", ".chapters.xml", ".chapters.podcasting")
_edl, _fcpxml, _labels = later(__name__, ".markers.edl", ".markers.fcpxml", ".markers.labels")
_otio, _xmeml = later(__name__, ".markers.otio", ".markers.xmeml")
_tables, _jsonl, _parquet, _xlsx = later(__name__, ".tables.csv", ".tables.jsonl", ".tables.parquet", ".tables.xlsx")
_options = Later(".options", __name__)
BoxOptions, PictureOptions, VideoBoxOptions = _options.BoxOptions, _options.PictureOptions, _options.VideoBoxOptions
CaptionOptions, FileOptions, WordOptions = _options.CaptionOptions, _options.FileOptions, _options.WordOptions
ChapterOptions, MatroskaOptions, TableOptions = _options.ChapterOptions, _options.MatroskaOptions, _options.TableOptions
MarkerOptions, TimelineOptions = _options.MarkerOptions, _options.TimelineOptions

_HALF_A_PAIR = "half of a surrogate pair became ?, which a file can hold"
_MARKED = "chapters or notes (tags with --markers tags)"

WRITERS: tuple[Writer, ...] = (
    Writer("srt", "SubRip subtitles", "transcripts or frames", _srt.write_srt, CaptionOptions, everyday=True),
    Writer("vtt", "WebVTT subtitles, with voices", "transcripts or frames", _vtt.write_vtt, WordOptions, everyday=True),
    Writer(
        "ass", "Advanced SubStation Alpha, karaoke with words", "transcripts or frames", _ass.write_ass, WordOptions
    ),
    Writer("lrc", "LRC lyrics, enhanced with words", "transcripts or frames", _lrc.write_lrc, WordOptions),
    Writer("txt", "the plain text of the speech", "transcripts", _txt.write_txt, FileOptions),
    Writer("texts.txt", "generated texts", "texts", _txt.write_texts, FileOptions),
    Writer("tags.csv", "tags, a row for each occurrence", "tags", _tables.write_tags, TableOptions, everyday=True),
    Writer("tags.summary.csv", "tags, a row for each", "tags", _tables.write_tags_summary, TableOptions),
    Writer("tags.jsonl", "tags with all that is known of them, a line for each", "tags", _jsonl.write_tags_jsonl),
    Writer("tags.xlsx", "tags for Excel, and a sheet of the summary", "tags", _xlsx.write_tags_xlsx, extra="excel"),
    Writer("tags.parquet", "tags for pandas, DuckDB, Spark", "tags", _parquet.write_tags, extra="parquet"),
    Writer("tags.summary.parquet", "tags, a row for each", "tags", _parquet.write_tags_summary, extra="parquet"),
    Writer("tags.vtt", "tags with their boxes, for players", "tags", _boxes_vtt.write_tags_vtt, FileOptions),
    Writer("labelstudio.json", "boxes for Label Studio", "tags", _labelstudio.write_labelstudio, VideoBoxOptions),
    Writer("coco.json", "boxes in COCO's form", "tags", _coco.write_coco, BoxOptions),
    Writer("chapters.vtt", "WebVTT chapters", "chapters", _chapters.write_chapters_vtt, ChapterOptions, everyday=True),
    Writer(
        "chapters.ffmeta",
        "chapters for FFmpeg",
        "chapters",
        _chapters.write_chapters_ffmeta,
        ChapterOptions,
        everyday=True,
    ),
    Writer("chapters.xml", "chapters for Matroska", "chapters", _chapters_xml.write_matroska, MatroskaOptions),
    Writer("chapters.ogm.txt", "chapters in OGM lines", "chapters", _chapters.write_ogm, ChapterOptions),
    Writer("chapters.json", "chapters of Podcasting 2.0", "chapters", _podcasting.write_podcasting, ChapterOptions),
    Writer("chapters.psc", "Podlove Simple Chapters", "chapters", _chapters_xml.write_podlove, ChapterOptions),
    Writer("youtube.txt", "chapters for a YouTube description", "chapters", _chapters.write_youtube, ChapterOptions),
    Writer("labels.txt", "labels for Audacity", _MARKED, _labels.write_labels, MarkerOptions),
    Writer("markers.edl", "markers for DaVinci Resolve", _MARKED, _edl.write_edl, TimelineOptions),
    Writer("markers.otio", "markers in OpenTimelineIO", _MARKED, _otio.write_otio, TimelineOptions, extra="otio"),
    Writer("markers.fcpxml", "markers for Final Cut Pro", _MARKED, _fcpxml.write_fcpxml, PictureOptions),
    Writer("markers.xml", "markers for Premiere, Final Cut 7", _MARKED, _xmeml.write_xmeml, TimelineOptions),
    Writer("notes.md", "summary and meeting notes in Markdown", "notes", _notes.write_notes, everyday=True),
    Writer("ocr.csv", "recognised text, a row for each line", "frames", _tables.write_ocr, TableOptions),
    Writer("activities.csv", "workflow nodes", "activities", _tables.write_activities, TableOptions, everyday=True),
    Writer("links.csv", "results that are addresses", "links", _tables.write_links, TableOptions),
    Writer("segments.csv", "speech, a row for each segment", "transcripts", _tables.write_segments, TableOptions),
    Writer(
        "segments.parquet", "speech, a row for each segment", "transcripts", _parquet.write_segments, extra="parquet"
    ),
    Writer("words.parquet", "speech, a row for each word", "words", _parquet.write_words, extra="parquet"),
    Writer("ocr.parquet", "recognised text, a row for each line", "frames", _parquet.write_ocr, extra="parquet"),
    Writer("chapters.parquet", "chapters, a row for each", "chapters", _parquet.write_chapters, extra="parquet"),
    Writer("highlights.parquet", "key sentences and actions", "notes", _parquet.write_highlights, extra="parquet"),
    Writer("activities.parquet", "workflow nodes", "activities", _parquet.write_activities, extra="parquet"),
    Writer("links.parquet", "results that are addresses", "links", _parquet.write_links, extra="parquet"),
    Writer("jobs.parquet", "jobs with their settings", "jobs", _parquet.write_jobs, extra="parquet"),
    Writer("records.json", "the whole document, normalised", "any document", _records.write_records),
)

_BY_NAME: Mapping[str, Writer] = {writer.name: writer for writer in WRITERS}
EVERYDAY = tuple(writer.name for writer in WRITERS if writer.everyday)


def writer_named(name: str) -> Writer:
    """The writer of a format; raises `UnknownName`."""
    writer = _BY_NAME.get(name.lower().lstrip("."))
    if writer is None:
        raise UnknownName("format", name, tuple(_BY_NAME))
    return writer


def split_format(name: str) -> tuple[str | None, str]:
    """The track and the format in a name such as `srt`, `translation.srt` or `talk.tags.csv`'s ending."""
    lowered = name.lower()
    fitting = [known for known in _BY_NAME if lowered == known or lowered.endswith(f".{known}")]
    if not fitting:
        raise UnknownName("format", name, tuple(_BY_NAME))
    longest = max(fitting, key=len)
    return name[: -len(longest)].rstrip(".") or None, longest


def options_for(writer: Writer, given: Mapping[str, Any]) -> Any:
    """The writer's options; raises `UnknownName` for one that it does not have, `InvalidOption` for a wrong value."""
    known = {field.name: field for field in attrs.fields(writer.options)}
    for name, value in given.items():
        if name not in known:
            raise UnknownName(f"option of {writer.name}", name, tuple(known))
        left_out = value is None and known[name].default is None
        if not left_out and not known[name].metadata["accepts"](value):
            raise InvalidOption(name, known[name].metadata["expected"], shown(value) if is_huge(value) else repr(value))
    return writer.options(**given)


def write(document: Document, name: str, **options: Any) -> tuple[Output, ...]:
    """Every track of a document in one format; raises `NoMaterial` where it holds nothing for it."""
    writer = writer_named(name)
    with paused_collector():
        outputs = tuple(_outputs(document, writer, options))
    if not outputs:
        raise NoMaterial(writer.name, writer.needs)
    return outputs


def _outputs(document: Document, writer: Writer, options: Mapping[str, Any]) -> Iterator[Output]:
    """The outputs one by one: no track is made that nobody asks for."""
    return map(_writable, writer.write(document, options_for(writer, options)))


def _writable(output: Output) -> Output:
    """The output without halves of surrogate pairs, which only a decoded object can bring and no file can hold."""
    if isinstance(output.content, bytes):
        return output
    try:
        output.content.encode()
    except UnicodeEncodeError:
        whole = output.content.encode("utf-8", "replace").decode()
        return attrs.evolve(output, content=whole, changes=(*output.changes, Change(None, _HALF_A_PAIR)))
    return output


def convert(document: Document, format: str, *, pause_gc: bool = True, **options: Any) -> str | bytes:  # noqa: A002
    """A document as the content of one file: text, or bytes where the format is binary.

    `format` is the name of a format (`ice_results.formats()` lists them), with the name of a track
    before it where that is not the main one: `"srt"`, `"translation.srt"`, `"tags.csv"`. The options
    are those of the format. The garbage collector pauses meanwhile, unless `pause_gc` is false or the
    environment has `ICE_RESULTS_PAUSE_GC=0`.

    Raises `UnknownName` for a format, track or option that does not exist, and `NoMaterial` where the
    document holds nothing for the format.
    """
    track, name = split_format(format)
    others: list[str | None] = []
    with paused_collector(pause_gc):
        for output in _outputs(document, writer_named(name), options):
            if output.track == track:
                return output.content
            others.append(output.track)
    if not others:
        raise NoMaterial(name, writer_named(name).needs)
    named = tuple(filter(None, others))
    if track is None:
        raise NoMaterial(name, "transcripts", f"the main track shows nothing; there is {', '.join(named)}")
    raise UnknownName(f"track of {name}", track, named)


def formats() -> tuple[Writer, ...]:
    """Every format that can be written: its name, what it is, what it needs, its options."""
    return WRITERS
