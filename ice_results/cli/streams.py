"""Standard output and standard error: a message that nobody can read stops no work, a result that is lost does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import IO, Any, TypeVar

import click

T = TypeVar("T")

ALL_DONE, SOMETHING_FAILED = 0, 1


def tell(message: str) -> None:
    """One line on standard error, over the progress bar where there is one; dropped where it cannot be written."""
    # One line for one message, whatever the service wrote into it: control characters could rewrite the terminal.
    line = " ".join("".join(map(_printable, message)).split())
    try:
        click.echo(f"\r\x1b[2K{line}" if is_terminal(sys.stderr) else line, err=True)
    except OSError:
        _silence(sys.stderr)


def print_out(content: str | bytes, status: int = ALL_DONE) -> None:
    """A result on standard output, as it is.

    Ends the command where it cannot be written: with `status` and without a word where the next
    program reads no more, else with one line.
    """
    if not content:
        return
    if sys.stdout is None:
        tell("standard output: closed")
        raise click.exceptions.Exit(SOMETHING_FAILED)
    try:
        click.echo(content, nl=False)
    except BrokenPipeError:
        _silence(sys.stdout)
        raise click.exceptions.Exit(status) from None
    except OSError as error:
        _silence(sys.stdout)
        tell(f"standard output: {error.strerror or error}")
        raise click.exceptions.Exit(SOMETHING_FAILED) from None


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether somebody looks at a stream; a closed one is none."""
    return stream is not None and stream.isatty()


def with_progress(items: Iterable[T], length: int) -> Iterator[T]:
    """The items, of which there are so many, with a progress bar on a terminal."""
    if not is_terminal(sys.stderr) or length < 2:
        yield from items
        return
    with click.progressbar(items, length, file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _printable(sign: str) -> str:
    """A sign as a line can show it; a byte of a file name that is no text is shown as lost."""
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"
    return sign if sign.isprintable() else " "


def _silence(stream: Any) -> None:
    """Send what is left in a broken stream, and all that comes, to nowhere: Python writes it out when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
