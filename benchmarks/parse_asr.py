"""How much longer reading takes than decoding alone: 100,000 ASR segments, parse over two orjson calls.

    python benchmarks/parse_asr.py

Floor and parse are measured in turns in one process; what counts is their ratio, with its spread.
Exits with status 1 above the limit.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

import orjson

from ice_results import parse

SEGMENTS = 100_000
ROUNDS = 9
LIMIT = 5.0


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


def main() -> None:
    """Print the ratio with its spread."""
    saved = saved_asr(SEGMENTS)
    ratios = [seconds_of(parse, saved) / seconds_of(decode_only, saved) for _ in range(ROUNDS)]
    middle = statistics.median(ratios)
    print(f"parse / two orjson calls, {SEGMENTS} ASR segments: {middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f})")
    sys.exit(middle > LIMIT)


if __name__ == "__main__":
    main()
