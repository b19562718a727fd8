"""Saved documents from files, and outputs to files, never half written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from errno import ENOENT
from itertools import islice
from pathlib import Path
from typing import Any

from ..captions.tracks import tracks
from ..errors import UnrecognisedDocument
from ..reading.documents import parse_all
from ..records import Document
from ..writing.convert import convert
from ..writing.formats import split_format
from .sources import Missing, find_sources


def load(path: str | os.PathLike[str], *, kind: str | None = None, strict: bool = False) -> Document:
    """The document in a file; `source` is its path. Arguments and errors as for `parse`, and `OSError`."""
    documents = list(islice(load_all(path, kind=kind, strict=strict), 2))
    if len(documents) != 1:
        raise UnrecognisedDocument("a file of several documents", advice="read them with load_all")
    return documents[0]


def load_all(path: str | os.PathLike[str], *, kind: str | None = None, strict: bool = False) -> Iterator[Document]:
    """Every document in a file of several, one after the other: JSON Lines, a list, a zip or tar archive.

    Arguments and errors as for `load`.
    """
    for source in find_sources([os.fspath(path)]):
        if isinstance(source, Missing):
            raise FileNotFoundError(ENOENT, source.reason, source.label)
        yield from parse_all(source.read(), kind=kind, strict=strict, name=source.label)


def save(document: Document, path: str | os.PathLike[str], **options: Any) -> None:
    """Write a document to a file, in the format that its suffix names: `talk.srt`, `talk.tags.csv`.

    The track of a caption file may stand before the format, as in `talk.translation.srt`. The file
    is written whole or not at all. Arguments and errors as for `convert`.
    """
    target = Path(path)
    stem, name = split_format(target.name)
    named = (track.name for track in tracks(document) if track.name and f".{stem}".endswith(f".{track.name}"))
    track = max(named, key=len, default=None)
    write_atomically(target, convert(document, f"{track}.{name}" if track else name, **options))


class UnusableFolder(Exception):
    """The folder for all outputs cannot be made, or nothing can be written in it."""


def make_folder(folder: Path) -> None:
    """Make a folder for outputs where there is none; raises `UnusableFolder`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableFolder(f"{folder}: {error.strerror or error}") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UnusableFolder(f"{folder}: the folder is read-only")


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write beside the target and rename: nobody ever sees half a file."""
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:40]}.{os.urandom(6).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
