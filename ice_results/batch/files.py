"""Saved documents from files, and outputs to files, never half written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from errno import ENOENT
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from .. import lazy
from ..errors import IceResultsError, InvalidOption, SeveralDocuments
from ..findings import Change, Problem
from ..reading.documents import parse_all, parse_lines
from ..records import Document
from ..records.document import check_document
from ..records.tracks import tracks
from ..text.values import described
from ..writing.convert import convert
from ..writing.formats import WITH_TRACKS, split_format
from .folders import write_atomically
from .sources import Missing, Source, find_sources

if TYPE_CHECKING:
    from ..records import track_languages as languages
    from ..writing.options.keywords import AnyKeywords
else:
    (languages,) = lazy.modules(__package__, "..records.track_languages")


def load(
    path: str | os.PathLike[str], *, kind: str | None = None, strict: bool = False, encoding: str | None = None
) -> Document:
    """The document in a file; `source` is its path. Arguments and errors as for `parse`, and `OSError`."""
    documents = list(islice(load_all(path, kind=kind, strict=strict, encoding=encoding), 2))
    if len(documents) != 1:
        raise SeveralDocuments("a file of several documents", advice="read them with load_all")
    return documents[0]


def load_all(
    path: str | os.PathLike[str], *, kind: str | None = None, strict: bool = False, encoding: str | None = None
) -> Iterator[Document]:
    """Every document in a file of several, one after the other: JSON Lines, a list, a zip or tar archive.

    Arguments and errors as for `load`. One of several files that cannot be read is a document with that problem,
    and stops no other, unless `strict` is true.
    """
    sources = list(find_sources([os.fspath(_checked_path(path))]))
    is_strict = strict or len(sources) == 1
    for source in sources:
        try:
            if isinstance(source, Missing):
                raise FileNotFoundError(ENOENT, source.reason, source.label)
            yield from _documents_of(source, kind, strict, encoding)
        except (OSError, IceResultsError) as error:
            if is_strict:
                raise
            reason = error.strerror if isinstance(error, OSError) else str(error)
            yield Document(source=source.label, problems=(Problem(path="", message=str(reason)),))


def _documents_of(source: Source, kind: str | None, strict: bool, encoding: str | None) -> Iterator[Document]:
    if (found := source.lines(encoding)) is not None:
        return parse_lines(found, kind=kind, strict=strict, name=source.label)
    return parse_all(source.read(), kind=kind, strict=strict, name=source.label, encoding=encoding)


def save(
    document: Document,
    path: str | os.PathLike[str],
    *,
    changes: list[Change] | None = None,
    **options: Unpack[AnyKeywords],
) -> None:
    """Write a document to a file, in the format that its suffix names: `talk.srt`, `talk.tags.csv`.

    The track of a file of speech may be named before the format, as in `talk.translation.srt`, or its language, as in
    `talk.en.srt`. The file is written whole or not at all. Arguments and errors as for `convert`, and `UnknownName`
    for a language that no track is in.
    """
    check_document(document)
    target = Path(_checked_path(path))
    stem, name = split_format(target.name)
    track = languages.track_in_name(tracks(document), stem) if stem and name in WITH_TRACKS else None
    wanted = f"{track.name}.{name}" if track and track.name else name
    write_atomically(target, convert(document, wanted, changes=changes, **options))


def _checked_path(path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """The path that a caller gave; raises `InvalidOption` for what is none, such as an answer that is decoded."""
    if not isinstance(path, str | os.PathLike):
        raise InvalidOption("path", "the path of a file (parse reads what is in memory)", described(path))
    return path
