"""What a format is, and what writing in it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from ..findings import Change
from ..lazy import resolved
from ..records import Document

if TYPE_CHECKING:
    from .options import FileOptions

Options = TypeVar("Options")


@attrs.frozen
class Output:
    """The content of one file; `track` is between stem and suffix: `talk.translation.srt`."""

    content: str | bytes
    track: str | None = None
    changes: tuple[Change, ...] = ()


@attrs.frozen
class Writer(Generic[Options]):
    """One format: its name (which is its suffix), what it is, what it needs, and how it is written.

    `write` gives an output for each track, or none where the document has nothing that it needs.
    `options` is the class of its options. `default` formats are written where no format is asked for.
    `extra` is what to install for it: `pip install 'ice-results[extra]'`.
    """

    name: str
    title: str
    needs: str
    write: Callable[[Document, Options], Iterable[Output]]
    _options: type[Options]
    default: bool = False
    extra: str | None = None

    @property
    def options(self) -> type[Options]:
        """The class of its options, imported when it is first asked for."""
        options: type[Options] = resolved(self._options)
        return options


def stored(text: str, options: FileOptions) -> str:
    """The text with the byte order mark and the line ends that the options ask for."""
    text = text.replace("\n", "\r\n") if options.crlf else text
    return f"\ufeff{text}" if options.bom else text
