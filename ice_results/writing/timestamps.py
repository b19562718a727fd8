"""Integer milliseconds as the time stamps of the formats."""

from __future__ import annotations

from collections.abc import Iterable

# Put together once: a format specification costs more than the rest of a stamp, and a file has thousands.
_SECONDS = tuple(f"{second:02}" for second in range(60))
_THOUSANDTHS = tuple(f"{fraction:03}" for fraction in range(1000))


class _Minutes(dict[int, str]):
    """`HH:MM:` for a number of minutes, put together once for all stamps of that minute."""

    def __missing__(self, minutes: int) -> str:
        hour, minute = divmod(minutes, 60)
        self[minutes] = text = f"{hour:02}:{minute:02}:"
        return text


def clock(ms: int, point: str) -> str:
    """`HH:MM:SS` and three decimals behind `point`; hours have two digits or more."""
    seconds, fraction = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{point}{fraction:03}"


def spans(starts_ms: Iterable[int], ends_ms: Iterable[int], point: str) -> list[str]:
    """`clock` of each start and each end with an arrow between them: put together from what minutes, seconds and
    milliseconds look like."""
    minutes, seconds, rest = _Minutes(), [second + point for second in _SECONDS], _THOUSANDTHS
    return [
        f"{minutes[start // 60_000]}{seconds[start // 1000 % 60]}{rest[start % 1000]} --> "
        f"{minutes[end // 60_000]}{seconds[end // 1000 % 60]}{rest[end % 1000]}"
        for start, end in zip(starts_ms, ends_ms, strict=True)
    ]


def short_clock(ms: int) -> str:
    """`M:SS` or `H:MM:SS`, rounded down to the second."""
    minutes, second = divmod(ms // 1000, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}" if hour else f"{minute}:{second:02}"
