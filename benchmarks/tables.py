"""How much longer our tables take, from records, than pandas takes from columns that are ready: a million occurrences.

    python benchmarks/tables.py           a million
    python benchmarks/tables.py --quick   a tenth

2,000 tags of 500 occurrences each, made in memory with a fixed seed; each occurrence has a start, an end, a score,
and one box with its instant, so a row each. pandas starts at a DataFrame that holds the same columns with the same
values, the clocks of CSV ready too, and writes the same table: CSV with the same line ends, Parquet with the same
codec through the same library. A second pair of lines is without boxes.

Both are measured in turns in one process; what counts is their ratio, with its spread. Exits with status 1 above a
limit.
"""

from __future__ import annotations

import argparse
import gc
import io
import random
import statistics
import sys
import time
from collections.abc import Callable

import pandas

import ice_results
from ice_results import Box, Document, Job, Occurrence, Tag, TrackBox
from ice_results.writing.tables.columns import FLOAT, INT, Value, filled
from ice_results.writing.tables.tags import TAGS

TAG_COUNT = 2000
OCCURRENCES = 500
ROUNDS = 5
LIMITS = {"tags.csv": 3.0, "tags.parquet": 2.0}
TYPES = {INT: "Int64", FLOAT: "float64"}


def made(tags: int, boxes: bool) -> Document:
    """A document of so many tags."""
    chance = random.Random(20240117)
    jobs = (Job(id="f3a1c0de5b7742d6a1b09e4c8d2f7a60"),)
    return Document(jobs=jobs, source="saved/talk.json", tags=tuple(made_tag(n, chance, boxes) for n in range(tags)))


def made_tag(number: int, chance: random.Random, boxes: bool) -> Tag:
    """A tag and its occurrences."""
    return Tag(
        kind="person" if number % 3 else "object tag",
        level1="人物",
        name=f"陆青棠{number}",
        share=round(chance.random(), 4),
        source="VideoLabel",
        occurrences=tuple(made_occurrence(number * 10_000 + place, chance, boxes) for place in range(OCCURRENCES)),
    )


def made_occurrence(number: int, chance: random.Random, boxes: bool) -> Occurrence:
    """An occurrence of a few seconds."""
    start = number * 7 % 7_200_000
    left, top = chance.randrange(1600), chance.randrange(900)
    box = TrackBox(at_ms=start + 40, box=Box(left + 0.5, top + 0.25, left + 120.5, top + 160.25))
    return Occurrence(
        start_ms=start,
        end_ms=start + chance.randrange(400, 9000),
        score=round(chance.random(), 4),
        scene="closeUp" if number % 2 else "fullBody",
        boxes=(box,) if boxes else (),
    )


def frame_of(document: Document, format: str) -> pandas.DataFrame:
    """The columns of the table, ready."""
    columns = [column for column in TAGS.columns if format == "tags.csv" or not column.for_people]
    values: list[list[Value]] = [[] for _ in columns]
    for part in filled(columns, TAGS, document):
        for column, more in zip(values, part, strict=True):
            column.extend(more.spread())
    ready = {
        column.name: pandas.Series(each, dtype=TYPES.get(column.type, "str"))
        for column, each in zip(columns, values, strict=True)
    }
    if format == "tags.parquet":
        document_columns = {"job_id": document.jobs[0].id, "file": document.source}
        rows = len(values[0])
        ready = {name: pandas.Series([value] * rows, dtype="str") for name, value in document_columns.items()} | ready
    return pandas.DataFrame(ready)


def by_pandas(frame: pandas.DataFrame, format: str) -> None:
    """What pandas does for the same file."""
    if format == "tags.csv":
        frame.to_csv(io.StringIO(), index=False, lineterminator="\r\n")
    else:
        frame.to_parquet(io.BytesIO(), index=False, compression="zstd")


def seconds_of(action: Callable[[], object]) -> float:
    """How long one call takes."""
    gc.collect()
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def ratios(document: Document, format: str) -> list[float]:
    """Ours over that of pandas, measured in turns."""
    frame = frame_of(document, format)
    ice_results.convert(document, format)  # what is imported and set up once
    by_pandas(frame, format)
    return sorted(
        seconds_of(lambda: ice_results.convert(document, format)) / seconds_of(lambda: by_pandas(frame, format))
        for _ in range(ROUNDS)
    )


def main() -> None:
    """Print the ratios with their spread."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quick", action="store_true", help="a tenth of the rows")
    tags = TAG_COUNT // (10 if arguments.parse_args().quick else 1)
    failed = False
    for boxes in (True, False):
        document = made(tags, boxes)
        for name, limit in LIMITS.items():
            found = ratios(document, name)
            middle = statistics.median(found)
            what = f"{tags * OCCURRENCES} occurrences {'with a box each' if boxes else 'without boxes'}"
            print(f"{name} / pandas, {what}: {middle:.2f} ({found[0]:.2f} to {found[-1]:.2f}), limit {limit}")
            failed |= middle > limit
    sys.exit(failed)


if __name__ == "__main__":
    main()
