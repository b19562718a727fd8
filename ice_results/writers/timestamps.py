"""Integer milliseconds as the time stamps of the formats."""

from __future__ import annotations


def clock(ms: int, point: str) -> str:
    """`HH:MM:SS` and three decimals behind `point`; hours have two digits or more."""
    seconds, fraction = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{point}{fraction:03}"


def short_clock(ms: int) -> str:
    """`M:SS` or `H:MM:SS`, rounded down to the second."""
    minutes, second = divmod(ms // 1000, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"
