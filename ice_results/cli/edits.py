"""Options of the command line that edit documents before they are written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from .parameters import Text, with_options

F = TypeVar("F", bound=Callable[..., Any])

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?")
_LENGTH = re.compile(r"(\d{1,12}(?:\.\d{1,3})?)\s*(ms|s)")
_PATTERN = re.compile(r"/(.+)/(i?)")


def _clock_ms(text: str) -> int | None:
    """The milliseconds of `MM:SS` or `HH:MM:SS`, with decimals or without."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[3]) > 59:
        return None
    hours, minutes, seconds = int(match[1] or 0), int(match[2]), int(match[3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((match[4] or "0").ljust(3, "0"))


class Length(Text):
    """A length of time with its sign: `1.5s`, `-250ms`, `-00:00:01.500`."""

    name = "time"

    def parse(self, text: str) -> int:
        """The milliseconds."""
        sign = -1 if text.strip().startswith(("-", "−")) else 1
        bare = text.strip().lstrip("+-−").strip()
        match = _LENGTH.fullmatch(bare)
        ms = round(float(match[1]) * (1000 if match[2] == "s" else 1)) if match else _clock_ms(bare)
        if ms is None:
            raise click.BadParameter(f"expected a time such as 1.5s, -250ms or 00:01:30, found {text!r}")
        return sign * ms


class Name(Text):
    """The name of files, without a folder."""

    name = "name"

    def parse(self, text: str) -> str:
        """The name itself."""
        if os.path.basename(text) != text or text in (".", ".."):
            raise click.BadParameter(f"expected a name without folders, found {text!r}")
        return text


class Part(Text):
    """A part of the media: two clocks with a hyphen between them."""

    name = "part"

    def parse(self, text: str) -> tuple[int, int]:
        """Start and end in milliseconds."""
        start, _, end = text.replace("–", "-").partition("-")
        times = _clock_ms(start), _clock_ms(end)
        if times[0] is None or times[1] is None or times[1] <= times[0]:
            raise click.BadParameter(f"expected a start and a later end, as in 00:01:00-00:05:00, found {text!r}")
        return times[0], times[1]


class Rates(Text):
    """Two frame rates with a colon between them."""

    name = "rates"

    def parse(self, text: str) -> tuple[str, str]:
        """The rate that the times were made at, and the one that the media is played at."""
        from ..records.frame_rates import EXPECTED_RATE, is_frame_rate

        before, _, after = text.partition(":")
        if not (is_frame_rate(before) and is_frame_rate(after)):
            raise click.BadParameter(
                f"expected two frame rates, as in 25:23.976, each of {EXPECTED_RATE}; found {text!r}"
            )
        return before, after


class Replacements(Text):
    """A file of replacements: on each line what to find, a tab, and what to put there; `/…/` is an expression."""

    name = "file"

    def parse(self, text: str) -> dict[str | re.Pattern[str], str]:
        """The replacements in their order."""
        try:
            with open(text, encoding="utf-8-sig") as file:
                lines = file.read().splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise click.BadParameter(f"{text}: {getattr(error, 'strerror', None) or error}") from None
        found: dict[str | re.Pattern[str], str] = {}
        for number, line in enumerate(lines, 1):
            if line.strip():
                key, tab, replacement = line.partition("\t")
                if not (key and tab):
                    raise click.BadParameter(
                        f"{text}, line {number}: expected what to find, a tab and what to put there, found {line!r}"
                    )
                found[_checked_key(key, replacement, f"{text}, line {number}")] = replacement
        return found


def _checked_key(text: str, replacement: str, where: str) -> str | re.Pattern[str]:
    """What to find, whose groups the replacement may name; wrong ones are found before anything is read."""
    from ..editing.texts import replacing
    from ..errors import InvalidOption

    key = _key(text, where)
    try:
        replacing(key, replacement)
    except InvalidOption as error:
        raise click.BadParameter(f"{where}: expected {error.expected}, found {error.found}") from None
    return key


def _key(text: str, where: str) -> str | re.Pattern[str]:
    match = _PATTERN.fullmatch(text)
    if match is None:
        return text
    try:
        return re.compile(match[1], re.IGNORECASE if match[2] else 0)
    except re.error as error:
        raise click.BadParameter(f"{where}: no regular expression: {error}") from None


def part_of(text: str) -> tuple[str, int | None]:
    """An input, and the offset that may be behind it in milliseconds: `part2.json@00:10:00`."""
    given, at, offset = text.rpartition("@")
    if not (given and at) or os.path.exists(text):
        return text, None
    try:
        return given, Length().parse(offset)
    except click.BadParameter as error:
        raise click.UsageError(f"{text}: {error.message}") from None


def edit_options(command: F) -> F:
    """The options of `convert` that edit, in the order of its help."""
    return with_options(command, _OPTIONS)


_OPTIONS = (
    click.option(
        "--between", type=Part(), metavar="PART", help="Edit: keep only this part, such as 00:01:00-00:05:00."
    ),
    click.option(
        "--scale",
        type=Rates(),
        metavar="FROM:TO",
        help="Edit: adapt times to another frame rate, such as 25:23.976.",
    ),
    click.option(
        "--shift",
        "shift_ms",
        type=Length(),
        metavar="TIME",
        help="Edit: move all times, such as 1.5s (later) or -1.5s (earlier).",
    ),
    click.option(
        "--replace",
        "replacements",
        type=Replacements(),
        metavar="FILE",
        help="Edit: replace text; on each line what to find, a tab, what to put there.",
    ),
    click.option(
        "--above",
        "minimum_score",
        type=click.FloatRange(0, 1),
        metavar="SCORE",
        help="Edit: leave out tags and recognised text with a lower score.",
    ),
    click.option(
        "--chinese",
        "script",
        type=click.Choice(["s2t", "t2s"]),
        help="Edit: convert Chinese to traditional (s2t) or simplified (t2s) characters.",
    ),
)


def edits_of(flags: dict[str, Any]) -> Any:
    """The edits that are asked for, taken out of the flags."""
    from ..batch.edits import Edits

    names = ("between", "scale", "shift_ms", "replacements", "minimum_score", "script")
    given = {name: flags.pop(name) for name in names}
    return Edits(**{name: value for name, value in given.items() if value is not None})
