"""What options of the command line take: each kind of value is a type that click checks before anything is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

    _ParamType = click.ParamType[Any]  # generic for type checkers only, in the releases of click that we allow
else:
    _ParamType = click.ParamType


F = TypeVar("F", bound=Callable[..., Any])


class Text(_ParamType):
    """Text that says something; `parse` makes a value of it and raises one of our errors where it is none."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value of the text; anything wrong with it is wrong usage."""
        from ..errors import IceResultsError

        if not isinstance(value, str):
            return value  # click converts a default that is a value already
        if not value.replace(",", " ").strip():
            self.fail("a value is needed", param, ctx)
        try:
            return self.parse(value)
        except IceResultsError as error:
            self.fail(advised(error), param, ctx)

    def parse(self, text: str) -> Any:
        """The text itself."""
        return text


class FormatNames(Text):
    """Names of formats with commas between them, each with the name of a track before it or not."""

    name = "formats"

    def parse(self, text: str) -> tuple[str, ...]:
        """The names, by the suffixes that formats are known by; raises `UnknownName`."""
        from ..writing.formats import split_format

        asked = (name.strip() for name in text.split(","))
        return tuple(".".join(filter(None, split_format(name))) for name in asked if name)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The formats that begin like the last name of a list."""
        from ..writing.formats import WRITERS

        before, comma, last = incomplete.rpartition(",")
        return _items((writer.name for writer in WRITERS), last, before + comma)


class Kind(Text):
    """The kind of a payload that was saved on its own."""

    name = "kind"

    def parse(self, text: str) -> str:
        """The kind; raises `UnknownName`."""
        from ..reading.payloads import reader_of_kind

        return reader_of_kind(text).kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The kinds that begin so."""
        from ..reading.payloads import READERS

        return _items((reader.kind for reader in READERS), incomplete)


class ProfileName(Text):
    """A profile by its name, or the path of a TOML file."""

    name = "profile"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The profiles that begin so, and files."""
        from click.shell_completion import CompletionItem

        from ..captions.profiles import PROFILES

        return [*_items(PROFILES, incomplete), CompletionItem(incomplete, type="file")]


class Encoding(Text):
    """The encoding of files that are in none that is recognised."""

    name = "encoding"

    def parse(self, text: str) -> str:
        """The name that Python knows it by; raises `InvalidOption`."""
        from ..reading.encodings import checked_encoding

        return checked_encoding(text)


class SpeakerName(Text):
    """The id of a speaker and a name for it."""

    name = "speaker"

    def parse(self, text: str) -> tuple[str, str]:
        """Both."""
        speaker, _, name = text.partition("=")
        if not (speaker and name):
            raise click.BadParameter(f"expected ID=NAME, as in 1=Anna, found {text!r}")
        return speaker, name


class Region(Text):
    """A part of the picture."""

    name = "region"

    def parse(self, text: str) -> Any:
        """The box."""
        from ..records import Box

        try:
            left, top, right, bottom = map(float, text.split(","))
        except ValueError:
            raise click.BadParameter(f"expected left,top,right,bottom in pixels, found {text!r}") from None
        return Box(left, top, right, bottom)


class Jobs(Text):
    """How many processes work at once."""

    name = "jobs"

    def parse(self, text: str) -> int:
        """The number; that of the processors for `auto`."""
        import os

        if text.strip().lower() == "auto":
            return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        if not (text.isdecimal() and 1 <= int(text) <= MOST_JOBS):
            raise click.BadParameter(f"expected auto or a number from 1 to {MOST_JOBS}, found {text!r}")
        return int(text)


MOST_JOBS = 61
"""The most processes that a pool can have on Windows."""

JOBS = Jobs()
TEXT, FORMAT_NAMES, KIND, ENCODING = Text(), FormatNames(), Kind(), Encoding()
PROFILE = ProfileName()
SPEAKER_NAME, REGION = SpeakerName(), Region()


def _items(names: Iterable[str], incomplete: str, before: str = "") -> list[CompletionItem]:
    """What a shell may complete a word to."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(before + name) for name in names if name.startswith(incomplete)]


def with_options(command: F, options: Sequence[Callable[[F], F]]) -> F:
    """A command with options, in the order of its help."""
    for option in reversed(options):
        command = option(command)
    return command


kind_option = click.option(
    "--kind",
    type=KIND,
    metavar="KIND",
    help="Kind of a payload that was saved on its own, such as asr or nlp.",
)
encoding_option = click.option(
    "--encoding",
    type=ENCODING,
    metavar="NAME",
    help="Encoding of the input, such as big5; UTF-8, UTF-16, UTF-32 and GB18030 are detected.",
)


def advised(error: Exception) -> str:
    """What an error says, with what the name in it could mean first."""
    from difflib import get_close_matches

    from ..errors import UnknownName

    if isinstance(error, UnknownName) and (near := get_close_matches(error.name.lower(), error.known, 1)):
        return f"unknown {error.what} {error.name!r}, did you mean {near[0]}? Known: {', '.join(error.known)}"
    return str(error)
