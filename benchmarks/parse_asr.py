"""How much longer reading, and shaping to SRT, take than decoding alone: 100,000 ASR segments.

    python benchmarks/parse_asr.py

Floor (two orjson calls) and work are measured in turns in one process; what counts is their ratio, with
its spread. Exits with status 1 above a limit.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

import orjson

from ice_results import convert, parse

SEGMENTS = 100_000
ROUNDS = 9
PARSE_LIMIT = 5.0
SHAPE_LIMIT = 25.0


def saved_asr(segments: int) -> bytes:
    """A response of GetSmartHandleJob as it is saved, with a fixed seed."""
    chance = random.Random(20240117)
    lines, start = [], 0.0
    for number in range(segments):
        end = round(start + chance.uniform(0.4, 4.0), 3)
        lines.append({"content": f"第{number}句，语音识别的一行文字", "from": start, "to": end})
        start = end
    payload = orjson.dumps(lines).decode()
    return orjson.dumps(
        {"JobId": "b", "State": "Finished", "JobResult": {"AiResult": payload}, "SmartJobInfo": {"JobType": "ASR"}}
    )


def decode_only(saved: bytes) -> object:
    """The floor: the document and its payload, and nothing else."""
    return orjson.loads(orjson.loads(saved)["JobResult"]["AiResult"])


def seconds_of(action: Callable[[bytes], object], saved: bytes) -> float:
    """How long one call takes."""
    begin = time.perf_counter()
    action(saved)
    return time.perf_counter() - begin


def shaped(saved: bytes) -> object:
    """The captions of the default profile."""
    return convert(parse(saved), "srt")


def ratios(action: Callable[[bytes], object], saved: bytes, rounds: int) -> list[float]:
    """The action over the floor, measured in turns."""
    return sorted(seconds_of(action, saved) / seconds_of(decode_only, saved) for _ in range(rounds))


def main() -> None:
    """Print the ratios with their spread."""
    saved = saved_asr(SEGMENTS)
    failed = False
    for name, action, limit, rounds in (
        ("parse", parse, PARSE_LIMIT, ROUNDS),
        ("parse and srt, profile standard", shaped, SHAPE_LIMIT, 3),
    ):
        found = ratios(action, saved, rounds)
        middle = statistics.median(found)
        print(f"{name} / two orjson calls, {SEGMENTS} ASR segments: {middle:.2f} ({found[0]:.2f} to {found[-1]:.2f})")
        failed |= middle > limit
    sys.exit(failed)


if __name__ == "__main__":
    main()
