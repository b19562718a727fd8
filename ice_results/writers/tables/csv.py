"""CSV tables: RFC 4180, CRLF, a missing value an empty cell, no formulas in text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from ...records import Box, Document, Occurrence, Tag
from ...records_json import json_text
from ..options import TableOptions
from ..outputs import Output
from ..timestamps import clock

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None
TAG_COLUMNS = [
    "start_ms",
    "end_ms",
    "start",
    "end",
    "kind",
    "level1",
    "level2",
    "name",
    "score",
    "share",
    "source",
    "scene",
    "box_ms",
    "left",
    "top",
    "right",
    "bottom",
]
SUMMARY_COLUMNS = [
    "kind",
    "level1",
    "level2",
    "name",
    "source",
    "share",
    "score",
    "count",
    "first_ms",
    "last_ms",
    "total_ms",
]
OCR_COLUMNS = ["at_ms", "at", "text", "score", "style", "left", "top", "right", "bottom"]
ACTIVITY_COLUMNS = ["node", "activity", "state", "raw_state", "started", "ended", "instance_id", "result"]
LINK_COLUMNS = ["name", "language", "url"]


def write_tags(document: Document, options: TableOptions) -> Iterable[Output]:
    """One row for each occurrence of a tag, and one for a tag without occurrences.

    An occurrence with several boxes gives a row for each, with the instant of the box in `box_ms`.
    """
    return _table(TAG_COLUMNS, (row for tag in document.tags for row in _tag_rows(tag)), options)


def _tag_rows(tag: Tag) -> Iterator[list[Cell]]:
    for occurrence in tag.occurrences or (Occurrence(),):
        what = [tag.kind, tag.level1, tag.level2, tag.name]
        score = tag.score if occurrence.score is None else occurrence.score
        row = [*_times(occurrence), *what, score, tag.share, tag.source, occurrence.scene]
        for boxed in occurrence.boxes or (None,):
            yield [*row, boxed.at_ms if boxed else None, *_box(boxed.box if boxed else None)]


def _times(occurrence: Occurrence) -> list[Cell]:
    return [occurrence.start_ms, occurrence.end_ms, _clock(occurrence.start_ms), _clock(occurrence.end_ms)]


def _clock(ms: int | None) -> str | None:
    if ms is None:
        return None
    return f"-{clock(-ms, '.')}" if ms < 0 else clock(ms, ".")


def _box(box: Box | None) -> list[Cell]:
    return [box.left, box.top, box.right, box.bottom] if box else [None] * 4


def write_tags_summary(document: Document, options: TableOptions) -> Iterable[Output]:
    """One row for each tag: how often, from when to when, and how long in all."""
    return _table(SUMMARY_COLUMNS, map(_summary_row, document.tags), options)


def _summary_row(tag: Tag) -> list[Cell]:
    starts = [each.start_ms for each in tag.occurrences if each.start_ms is not None]
    ends = [each.end_ms for each in tag.occurrences if each.end_ms is not None]
    spans = [
        (each.start_ms, each.end_ms)
        for each in tag.occurrences
        if each.start_ms is not None and each.end_ms is not None
    ]
    what = [tag.kind, tag.level1, tag.level2, tag.name, tag.source, tag.share, tag.score]
    last = max([*starts, *ends], default=None)
    return [*what, len(tag.occurrences), min(starts, default=None), last, covered_ms(spans) if spans else None]


def covered_ms(spans: Iterable[tuple[int, int]]) -> int:
    """How much time the spans cover together, what they share counted once."""
    total, reached = 0, None
    for start, end in sorted(spans):
        begin = start if reached is None else max(start, reached)
        total += max(end - begin, 0)
        reached = max(end, begin)
    return total


def write_ocr(document: Document, options: TableOptions) -> Iterable[Output]:
    """One row for each recognised line of text in each frame."""
    rows = (
        [frame.at_ms, _clock(frame.at_ms), line.text, line.score, line.style, *_box(line.box)]
        for frame in document.frames
        for line in frame.lines
    )
    return _table(OCR_COLUMNS, rows, options)


def write_activities(document: Document, options: TableOptions) -> Iterable[Output]:
    """One row for each node of the workflow; `result` as JSON."""
    rows: Iterable[list[Cell]] = (
        [
            each.node, each.activity, each.state, each.raw_state, each.started, each.ended, each.instance_id,
            None if each.result is None else _json(each.result),
        ]
        for each in document.activities
    )  # fmt: skip
    return _table(ACTIVITY_COLUMNS, rows, options)


def _json(value: object) -> str:
    return value if isinstance(value, str) else json_text(value)


def write_links(document: Document, options: TableOptions) -> Iterable[Output]:
    """One row for each address."""
    return _table(LINK_COLUMNS, ([each.name, each.language, each.url] for each in document.links), options)


def _table(columns: Sequence[str], rows: Iterable[list[Cell]], options: TableOptions) -> Iterator[Output]:
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(columns)
    guard = _guarded if options.formula_guard else _as_it_is
    header = text.tell()
    table.writerows(map(guard, row) for row in rows)
    if text.tell() > header:
        yield Output(text.getvalue())


def _guarded(cell: Cell) -> Cell:
    """Text that a spreadsheet would run gets an apostrophe in front; numbers never do."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _as_it_is(cell: Cell) -> Cell:
    return cell
