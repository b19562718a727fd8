"""What is measured on each large answer: ours, the floor, and what people write instead.

The ten-line scripts decode with the standard library, twice, and make a line for each row, without any check.
The others hand the same rows to a library that writes the format; a library is imported where it is used, for
who measures memory needs none.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

import attrs

from benchmarks import saved_answers
from ice_results import convert, parse

Action = Callable[[bytes], object]


@attrs.frozen(kw_only=True)
class Case:
    """A large answer: how it is made and how large, its floor, what we do with it, and what others do."""

    name: str
    make: Callable[[int], bytes]
    size: int
    items: str
    floor: Action
    ours: Mapping[str, Action]
    others: Mapping[str, Action]


def srt_of(profile: str) -> Action:
    """From the saved answer to SRT."""
    return lambda saved: convert(parse(saved), "srt", profile=profile)


def csv_of(name: str) -> Action:
    """From the saved answer to a table."""
    return lambda saved: convert(parse(saved), name)


def script_asr(saved: bytes) -> str:
    """The ten-line script for the lines of a speech recognition."""
    rows = asr_rows(saved)
    return srt_text((round(row["from"] * 1000), round(row["to"] * 1000), row["content"]) for row in rows)


def script_nlp(saved: bytes) -> str:
    """The ten-line script for a transcript: the words of each sentence."""
    sentences: dict[int, list[dict[str, Any]]] = {}
    for paragraph in smarttag_payload(saved)["transcription"]["paragraphs"]:
        for word in paragraph["words"]:
            sentences.setdefault(word["sentenceId"], []).append(word)
    return srt_text(
        (words[0]["start"], words[-1]["end"], "".join([word["text"] for word in words])) for words in sentences.values()
    )


def srt_text(cues: Iterable[tuple[int, int, str]]) -> str:
    """Cues as SRT, as they are."""
    return "\n".join(
        f"{number}\n{stamp(start)} --> {stamp(end)}\n{text}\n" for number, (start, end, text) in enumerate(cues, 1)
    )


def stamp(ms: int) -> str:
    """Milliseconds as `HH:MM:SS,mmm`."""
    seconds, fraction = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02},{fraction:03}"


def script_cpv_label(saved: bytes) -> str:
    """The ten-line script for entities: a row for each box."""
    return csv_text(row.values() for row in box_rows(saved))


def script_ocr(saved: bytes) -> str:
    """The ten-line script for frames: a row for each line."""
    return csv_text(row.values() for row in line_rows(saved))


def script_activities(saved: bytes) -> str:
    """The ten-line script for a workflow: a row for each node, its result as it is."""
    nodes = json.loads(json.loads(saved)["WorkflowTaskDetail"]["ActivityResults"])
    return csv_text([name, *node.values()] for name, node in nodes.items())


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def asr_rows(saved: bytes) -> list[dict[str, Any]]:
    """The lines of a speech recognition, as they come."""
    rows: list[dict[str, Any]] = json.loads(json.loads(saved)["JobResult"]["AiResult"])
    return rows


def smarttag_payload(saved: bytes) -> Any:
    """The payload of the one result of a smart tag job."""
    return json.loads(json.loads(saved)["Results"]["Result"][0]["Data"])


def box_rows(saved: bytes) -> Iterable[dict[str, object]]:
    """A row for each box of each entity."""
    for tag in smarttag_payload(saved)["entities"]:
        what = {key: tag[key] for key in ("labelLevel1", "labelLevel2", "label", "appearanceProbability")}
        for seen in tag["detailInfo"]:
            when = {key: seen[key] for key in ("startTime", "endTime", "score")}
            for box in seen["trackData"]:
                left, top, right, bottom = box["bbox"]
                at = {"box": box["timestamp"], "left": left, "top": top, "right": right, "bottom": bottom}
                yield {**when, **what, **at}


def line_rows(saved: bytes) -> Iterable[dict[str, object]]:
    """A row for each line of each frame."""
    for frame in smarttag_payload(saved)["details"]:
        for line in frame["info"]:
            (left, top), (right, bottom) = line["position"]["leftTop"], line["position"]["rightBottom"]
            box = {"left": left, "top": top, "right": right, "bottom": bottom}
            yield {"at": frame["timestamp"], "text": line["content"], "score": line["score"], **box}


def with_pysubs2(saved: bytes) -> str:
    """`json` and pysubs2."""
    import pysubs2

    subtitles = pysubs2.SSAFile()
    subtitles.events = [
        pysubs2.SSAEvent(start=round(row["from"] * 1000), end=round(row["to"] * 1000), text=row["content"])
        for row in asr_rows(saved)
    ]
    return subtitles.to_string("srt")


def with_srt(saved: bytes) -> str:
    """`json` and srt."""
    import srt

    return str(
        srt.compose(
            srt.Subtitle(number, timedelta(seconds=row["from"]), timedelta(seconds=row["to"]), row["content"])
            for number, row in enumerate(asr_rows(saved), 1)
        )
    )


def with_webvtt(saved: bytes) -> str:
    """`json` and webvtt-py."""
    import webvtt

    subtitles = webvtt.WebVTT()
    for row in asr_rows(saved):
        start, end = (stamp(round(row[key] * 1000)).replace(",", ".") for key in ("from", "to"))
        subtitles.captions.append(webvtt.Caption(start, end, row["content"]))
    text = io.StringIO()
    subtitles.write(text, format="srt")
    return text.getvalue()


def with_pandas(rows: Callable[[bytes], Iterable[dict[str, object]]]) -> Action:
    """`json` and pandas, from the same rows."""

    def write(saved: bytes) -> str:
        import pandas

        return str(pandas.DataFrame(list(rows(saved))).to_csv(index=False))

    return write


CASES = (
    Case(
        name="asr",
        make=saved_answers.asr,
        size=100_000,
        items="lines",
        floor=saved_answers.asr_floor,
        ours={"read": parse, "source": srt_of("source"), "standard": srt_of("standard")},
        others={"script": script_asr, "pysubs2": with_pysubs2, "srt": with_srt, "webvtt-py": with_webvtt},
    ),
    Case(
        name="asr_long",
        make=saved_answers.asr_long,
        size=10_000,
        items="lines",
        floor=saved_answers.asr_floor,
        ours={"read": parse, "source": srt_of("source"), "standard": srt_of("standard")},
        others={"script": script_asr, "pysubs2": with_pysubs2},
    ),
    Case(
        name="cpv_label",
        make=saved_answers.cpv_label,
        size=1_500,
        items="entities",
        floor=saved_answers.cpv_label_floor,
        ours={"read": parse, "csv": csv_of("boxes.csv")},
        others={"script": script_cpv_label, "pandas": with_pandas(box_rows)},
    ),
    Case(
        name="ocr",
        make=saved_answers.ocr,
        size=20_000,
        items="frames",
        floor=saved_answers.smarttag_floor,
        ours={"read": parse, "csv": csv_of("ocr.csv")},
        others={"script": script_ocr, "pandas": with_pandas(line_rows)},
    ),
    Case(
        name="nlp",
        make=saved_answers.nlp,
        size=200_000,
        items="words",
        floor=saved_answers.smarttag_floor,
        ours={"read": parse, "source": srt_of("source"), "standard": srt_of("standard")},
        others={"script": script_nlp},
    ),
    Case(
        name="activities",
        make=saved_answers.activities,
        size=2_000,
        items="nodes",
        floor=saved_answers.activities_floor,
        ours={"read": parse, "csv": csv_of("activities.csv")},
        others={"script": script_activities},
    ),
)
BY_NAME = {case.name: case for case in CASES}
