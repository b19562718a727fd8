"""The options of the formats as keyword arguments, for type checkers: what `convert(document, "srt", …)` takes.

Each is the twin of an option class, with the types that a caller may give, such as "1920x1080" for a size.
A test compares every one with its class, and the formats below with the table of formats.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from typing import Literal, TypedDict

from ...captions.profiles import Profile
from ...records import Box


class NoKeywords(TypedDict, total=False):
    """For formats that are written in one way only."""


class FileKeywords(TypedDict, total=False):
    """`FileOptions`."""

    bom: bool
    crlf: bool


class TableKeywords(TypedDict, total=False):
    """`TableOptions`."""

    formula_guard: bool
    excel: bool


class CaptionKeywords(FileKeywords, total=False):
    """`CaptionOptions`."""

    profile: Profile | str | PathLike[str]
    language: str | None
    translation_language: str | None
    speakers: Literal["change", "always", "never"] | None
    speaker_names: Mapping[str, str]
    drop_trailing_punctuation: bool
    bilingual: bool
    region: Box | None
    first: Literal["original", "translation"]


class WordKeywords(CaptionKeywords, total=False):
    """`WordOptions`."""

    words: bool


class TextKeywords(FileKeywords, total=False):
    """`TextOptions`."""

    times: bool


class NamedSpeakerKeywords(TypedDict, total=False):
    """`NamedSpeakerOptions`."""

    speaker_names: Mapping[str, str]


class TranscriptKeywords(NamedSpeakerKeywords, FileKeywords, total=False):
    """`TranscriptOptions`."""

    front_matter: bool
    translation: Literal["none", "below", "beside"]


class ChunkKeywords(TypedDict, total=False):
    """`ChunkOptions`."""

    chunk_size: int
    overlap: int
    one_speaker: bool


class ChapterKeywords(TypedDict, total=False):
    """`ChapterOptions`."""

    fill_gaps: bool


class MatroskaKeywords(ChapterKeywords, total=False):
    """`MatroskaOptions`."""

    language: str | None


class MarkerKeywords(TypedDict, total=False):
    """`MarkerOptions`."""

    markers: str | Sequence[str]


class TimelineKeywords(MarkerKeywords, total=False):
    """`TimelineOptions`."""

    fps: str | float | None
    start_timecode: str | None


class PictureKeywords(TimelineKeywords, total=False):
    """`PictureOptions`."""

    frame_size: str | Sequence[int] | None


class BoxKeywords(TypedDict, total=False):
    """`BoxOptions`."""

    frame_size: str | Sequence[int] | None


class VideoBoxKeywords(BoxKeywords, total=False):
    """`VideoBoxOptions`."""

    fps: str | float | None


class AnyKeywords(
    WordKeywords,
    TextKeywords,
    TranscriptKeywords,
    ChunkKeywords,
    TableKeywords,
    ChapterKeywords,
    PictureKeywords,
    total=False,
):
    """Every option of every format, for a format whose name is not known before the program runs."""


CaptionFormat = Literal["srt"]
WordFormat = Literal["vtt", "ass", "lrc"]
FileFormat = Literal["texts.txt", "tags.vtt"]
TextFormat = Literal["txt"]
TranscriptFormat = Literal["transcript.md"]
NamedSpeakerFormat = Literal["transcript.docx"]
ChunkFormat = Literal["chunks.jsonl"]
TableFormat = Literal[
    "tags.csv",
    "tags.summary.csv",
    "boxes.csv",
    "bilingual.csv",
    "ocr.csv",
    "activities.csv",
    "links.csv",
    "segments.csv",
]
ChapterFormat = Literal[
    "chapters.vtt", "chapters.ffmeta", "chapters.ogm.txt", "chapters.json", "chapters.psc", "youtube.txt"
]
MatroskaFormat = Literal["chapters.xml"]
MarkerFormat = Literal["labels.txt"]
TimelineFormat = Literal["markers.edl", "markers.otio", "markers.xml"]
PictureFormat = Literal["markers.fcpxml"]
BoxFormat = Literal["coco.json"]
VideoBoxFormat = Literal["labelstudio.json"]
PlainFormat = Literal["tags.jsonl", "transcript.json", "mindmap.opml", "notes.md", "records.json"]
BinaryFormat = Literal[
    "tags.xlsx",
    "bilingual.xlsx",
    "tables.xlsx",
    "tags.parquet",
    "tags.summary.parquet",
    "boxes.parquet",
    "segments.parquet",
    "words.parquet",
    "ocr.parquet",
    "chapters.parquet",
    "highlights.parquet",
    "activities.parquet",
    "links.parquet",
    "jobs.parquet",
]
