"""Where documents come from: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

_DATA = re.compile(r"\.(?:json|jsonl|ndjson)(?:\.gz)?$", re.IGNORECASE)
_STEM = re.compile(r"(?:\.records)?\.(?:json|jsonl|ndjson|txt)(?:\.gz)?$|\.gz$", re.IGNORECASE)


@attrs.frozen
class Source:
    """One file to read (`path` is `None` for standard input), and where below the output its results go."""

    path: Path | None
    folder: Path
    stem: str

    @property
    def label(self) -> str:
        """The name that messages begin with."""
        return str(self.path) if self.path else "standard input"

    def read(self) -> bytes:
        """The content; raises `OSError`."""
        return self.path.read_bytes() if self.path else sys.stdin.buffer.read()


@attrs.frozen
class Missing:
    """An input that stands for no file, and why."""

    label: str
    reason: str


def find_sources(inputs: Iterable[str], outside: Path | None = None) -> Iterator[Source | Missing]:
    """The files that the inputs stand for, each once, those of a folder in the order of their names.

    In a folder, files that end in .json, .jsonl or .ndjson, or one of these and .gz, are taken at any
    depth, but for those below `outside` and a `.records.json` beside the file that it was made from.
    """
    seen: set[Path] = set()
    for given in inputs:
        for source in _expand(given, outside):
            resolved = source.path.resolve() if isinstance(source, Source) and source.path else None
            if resolved is None or resolved not in seen:
                yield source
            if resolved is not None:
                seen.add(resolved)


def _expand(given: str, outside: Path | None) -> Iterable[Source | Missing]:
    path = Path(given)
    if given == "-":
        return [Source(None, Path(), "stdin")]
    if path.is_dir():
        return list(_in_folder(path, outside)) or [Missing(given, "no .json or .jsonl file in this folder")]
    if path.exists():
        return [_file(path, Path())]
    if glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))
        return [each for match in matches for each in _expand(match, outside)] or [Missing(given, "matches no file")]
    return [Missing(given, "no such file or folder")]


def _file(path: Path, folder: Path) -> Source:
    return Source(path, folder, _STEM.sub("", path.name) or path.name)


def _in_folder(folder: Path, outside: Path | None) -> Iterator[Source]:
    skipped = outside.resolve() if outside else None
    taken: dict[tuple[Path, str], Path] = {}
    for path in sorted(folder.rglob("*")):
        if not _DATA.search(path.name) or not path.is_file() or (skipped and path.resolve().is_relative_to(skipped)):
            continue
        source = _file(path, path.parent.relative_to(folder))
        if ".records." in path.name and (source.folder, source.stem) in taken:
            continue
        taken[source.folder, source.stem] = path
        yield source
