"""What a file is that is no answer at all: errors that say what it is and what to do."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO
from itertools import islice

from ...errors import DecodeError
from ..escaping import peel

_MEDIA = "give the answer that the service gave about it, saved as JSON"
_SUBTITLES = "these are subtitles already: give the answer that the service gave, saved as JSON"
_OFFICE = "save the JSON in it as a text file"

_MAGIC: tuple[tuple[int, bytes, str, str], ...] = (
    (4, b"ftyp", "an MP4 or QuickTime file", _MEDIA),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM file", _MEDIA),
    (0, b"FLV\x01", "a Flash video", _MEDIA),
    (0, b"\x00\x00\x01\xba", "an MPEG file", _MEDIA),
    (188, b"\x47", "an MPEG transport stream", _MEDIA),
    (8, b"AVI ", "an AVI file", _MEDIA),
    (8, b"WAVE", "a WAV file", _MEDIA),
    (8, b"WEBP", "a WebP picture", _MEDIA),
    (0, b"ID3", "an MP3 file", _MEDIA),
    (0, b"\xff\xfb", "an MP3 file", _MEDIA),
    (0, b"fLaC", "a FLAC file", _MEDIA),
    (0, b"OggS", "an Ogg file", _MEDIA),
    (0, b"#!AMR", "an AMR file", _MEDIA),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG picture", _MEDIA),
    (0, b"\xff\xd8\xff", "a JPEG picture", _MEDIA),
    (0, b"GIF8", "a GIF picture", _MEDIA),
    (0, b"%PDF-", "a PDF file", _OFFICE),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of Word or Excel", _OFFICE),
    (0, b"PK\x03\x04", "a zip archive, or a document of Word or Excel", "give its path, or the JSON in it"),
    (0, b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (257, b"ustar", "a tar archive", "give its path, or the JSON in it"),
    (0, b"PAR1", "a Parquet file", "save the column with the answers as JSON Lines"),
    (0, b"SQLite format 3\0", "an SQLite database", "save the column with the answers as JSON Lines"),
)
"""At which byte, which bytes, what such a file is, and what to do with it."""

_LINES: tuple[tuple[str, str, str], ...] = (
    (r"WEBVTT\b", "a WebVTT file", _SUBTITLES),
    (r"\d+[ \t]*\r?\n\d+:\d\d:\d\d[,.]\d+[ \t]*-->", "an SRT file", _SUBTITLES),
    (r"\[Script Info\]", "an ASS file", _SUBTITLES),
    (r"(?:\[[a-z]{2,6}:[^\]\n]*\]\s*)*\[\d+:\d\d[.:]\d", "an LRC file", _SUBTITLES),
    (r"#EXTM3U\b", "a playlist of a stream", _MEDIA),
    (
        r"(?i)<!doctype html\b|<html\b|<head\b|<body\b",
        "an HTML page",
        "save what the API answers",
    ),
    (r"(?:https?|ftp|oss|s3)://\S+\s*\Z", "a URL", "download what it points to, and give that file"),
    (r"[\w.$]+@[0-9a-f]{3,16}\s*\Z", "what Java prints of an object", "save new Gson().toJson(response.getBody())"),
    (
        r"class [A-Z]\w* \{|(?!.*=(?:None|True|False|b?['\"]))(?:[\[{]\s*[A-Za-z_]\w*=|[A-Z]\w*[({\[]\s*[a-z]\w*=)",
        "what Java prints of an object",
        "save new Gson().toJson(response.getBody())",
    ),
)
"""How a text begins, what it is, and what to do with it."""

_LATE_LINES: tuple[tuple[str, str, str], ...] = (
    (r"&?\{\w+:(?:map\[|0x|&?\{|[^\s\"'{}]+ \w+:)", "what Go prints of a struct", "save what json.Marshal makes of it"),
    (r'\{:?"?\w+"?\s*=>', "what Ruby prints of a hash", "save what to_json makes of it"),
    (r'[aO]:\d+:(?:"\w+":\d+:)?\{', "what PHP serializes", "save what json_encode makes of it"),
    (r"@\{\w+=", "what PowerShell prints of an object", "save what ConvertTo-Json -Depth 20 makes of it"),
    (
        r"\{\s*\w+: [\s\S]*?\[(?:Object|Array|Circular)\b",
        "what Node.js prints of an object, with the inner ones left out",
        "save what JSON.stringify makes of it",
    ),
    (
        r"(?:---[^\n]*\n)?[A-Za-z_][\w-]*:(?:[ \t][^\n]*)?\n(?:[ \t]*- |[ \t]*[A-Za-z_][\w-]*:\s)",
        "a YAML document",
        "save it as JSON",
    ),
)
"""The same of texts that may have JSON in them, and have none."""

_NAME = r"[^\W\d][\w .()/-]*\Z"
_SEEN = 2000
_TABLE_SEEN = 1 << 20


def refuse_binary(data: bytes) -> None:
    """Raise `DecodeError` where bytes are a file of another kind."""
    for place, magic, what, advice in _MAGIC:
        if data.startswith(magic, place) and (place != 188 or data.startswith(magic)):
            raise DecodeError("", f"{what}, not JSON", advice)


def refuse_text(text: str) -> None:
    """Raise `DecodeError` where a text is subtitles, a page, a URL, or what Java prints."""
    _refuse(text, _LINES)


def refuse_text_without_json(text: str) -> None:
    """Raise `DecodeError` where a text in which there is no JSON is YAML, or what another language prints."""
    _refuse(text, _LATE_LINES)


def _refuse(text: str, lines: Iterable[tuple[str, str, str]]) -> None:
    head = text.lstrip()[:_SEEN]
    for pattern, what, advice in lines:
        if re.match(pattern, head):
            raise DecodeError("", f"{what}, not JSON", advice)


def refuse_table(text: str, only_with_json: bool = False) -> None:
    """Raise `DecodeError` where a text is CSV, naming the column that holds JSON."""
    if text.lstrip().startswith(("{", "[")):
        return
    for delimiter in ",;\t":
        header, first = _rows_of(text, delimiter)
        columns = [name for name, cell in zip(header, first) if isinstance(peel(cell).value, dict | list)]
        if columns and '""' in text:
            reason = f"a CSV table with JSON in its column {columns[0]}"
            raise DecodeError("", reason, "save that column as JSON Lines, one answer a line")
        if len(header) > 1 and not only_with_json and all(re.match(_NAME, name) for name in header):
            raise DecodeError("", "a CSV table, not JSON", _MEDIA)


def _rows_of(text: str, delimiter: str) -> tuple[list[str], list[str]]:
    """The header of a table and its first row; nothing where they do not have the same number of cells."""
    try:
        rows = list(islice(csv.reader(StringIO(text[:_TABLE_SEEN]), delimiter=delimiter), 2))
    except csv.Error:
        return [], []
    return (rows[0], rows[1]) if len(rows) == 2 and len(rows[0]) == len(rows[1]) else ([], [])
