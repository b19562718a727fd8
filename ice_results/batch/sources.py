"""Where documents come from: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from errno import EBADF
from functools import lru_cache
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import IO, TYPE_CHECKING

import attrs

from .. import lazy
from ..errors import DecodeError
from ..reading.compression import MAGIC_BYTES, compression_of
from ..reading.escaping import check_size
from ..text.safe import safe_name
from ..text.values import counted
from ..writing.formats import WRITERS
from .archives import MAX_EXPANSION, MAX_MEMBERS, Archive, is_archive, opened

# Few files are so large that their lines are read one by one.
if TYPE_CHECKING:
    from . import lines
else:
    (lines,) = lazy.modules(__package__, ".lines")

_PACKED = r"(?:\.(?:gz|bz2|xz|zst|zz))"
_DATA = rf"(?i)\.(?:json|jsonl|ndjson){_PACKED}?$"
_ARCHIVE = r"(?i)\.(?:zip|tar|tgz|tar\.\w+)$"
_STEM = rf"(?i)(?:\.records)?\.(?:json|jsonl|ndjson|txt){_PACKED}?$|\.(?:zip|tar|tgz|tar\.\w+)$|{_PACKED}$"
_CHUNK_BYTES = 1 << 20
_LIKELY_RATIO = 16

LOG_FORMAT = "ice_results.log/1"
"""What each line of the log of a run begins with."""
_LOG_BEGINS = f'{{"format": "{LOG_FORMAT}"'.encode()

STREAMED_BYTES = 1 << 23
"""Smaller files are read whole: in whatever form they are, and in any encoding that is recognised."""


def _readable(name: str) -> str:
    """The name of a file, with U+FFFD for bytes that are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@attrs.frozen
class Source:
    """One file to read (`path` is `None` for standard input), and where below the output its results go.

    `member` is its name in `archive`, which is at `path`.
    """

    path: Path | None
    folder: Path
    stem: str
    member: str | None = None
    archive: Archive | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def label(self) -> str:
        """The name that messages begin with."""
        if self.path is None:
            return "standard input"
        return _readable(f"{self.path}:{self.member}" if self.member else str(self.path))

    def read(self) -> bytes:
        """The content; raises `OSError`, and `DecodeError` for a broken archive or more than we read."""
        if self.archive is not None and self.member is not None:
            return self.archive.read(self.member)
        if self.path is not None:
            return _content(self.path)
        if sys.stdin is None:
            raise OSError(EBADF, "standard input is closed")
        return _stream(sys.stdin.buffer)

    def lines(self, encoding: str | None = None) -> Iterator[bytes] | None:
        """The lines of a large file of JSON Lines; `None` for what is read whole. Raises as `read` does."""
        may_be_lines = encoding is None and self._may_be_large()
        return lines.lines_of(self.path) if may_be_lines and self.path is not None else None

    def _may_be_large(self) -> bool:
        """Whether this is a file that need not be read whole; a compressed one holds many times its size."""
        if self.path is None or self.member is not None:
            return False
        state = self.path.stat()
        if not S_ISREG(state.st_mode) or state.st_size * _LIKELY_RATIO <= STREAMED_BYTES:
            return False
        with self.path.open("rb") as file:
            return state.st_size > STREAMED_BYTES or compression_of(file.read(MAGIC_BYTES)) is not None


def _content(path: Path) -> bytes:
    """All of a file; its size is looked at before it is read."""
    with path.open("rb") as file:
        state = os.fstat(file.fileno())
        # A pipe or a device says that it has no bytes.
        if not S_ISREG(state.st_mode):
            return _stream(file)
        # Before reading: a file that is too large would fill the memory first.
        check_size(state.st_size)
        return file.read()


def _stream(file: IO[bytes]) -> bytes:
    """All that comes out of a pipe, whose size nobody knows."""
    content = bytearray()
    while chunk := file.read(_CHUNK_BYTES):
        content += chunk
        check_size(len(content))
    return bytes(content)


@attrs.frozen
class Missing:
    """An input that stands for no file or cannot be read, and why."""

    label: str = attrs.field(converter=_readable)
    reason: str

    def read(self) -> bytes:
        """Raises `FileNotFoundError`, which says why."""
        raise FileNotFoundError(None, self.reason)

    def lines(self, encoding: str | None = None) -> None:
        """There are none; `read` says why."""


def find_sources(inputs: Iterable[str], outside: Path | None = None) -> Iterator[Source | Missing]:
    """The files that the inputs stand for, each once, those of a folder in the order of their names.

    In a folder or an archive, files that end in .json, .jsonl or .ndjson, or one of these and .gz, are
    taken at any depth, in a folder archives too; but for what we wrote there: files below `outside` where that is
    inside the folder, those with the suffix of a format of ours beside the file that they were made from, and logs.
    """
    seen: set[tuple[str, str | None]] = set()
    places = _RealPaths(outside)
    for given in inputs:
        for source in _found(given, places):
            if isinstance(source, Missing) or source.path is None:
                yield source
            # Two names of one file, such as a link or a glob beside a folder, are one input.
            elif (key := (places.of(source.path), source.member)) not in seen:
                seen.add(key)
                yield source


class _RealPaths:
    """Where files are when every link is followed; each folder is looked up once, as a file takes twice as long."""

    def __init__(self, outside: Path | None) -> None:
        self._folders: dict[str, str] = {}
        self._outside = os.path.join(os.path.realpath(outside), "") if outside else None

    def of(self, path: Path) -> str:
        """The real path of a file."""
        if os.path.islink(path):
            return os.path.realpath(path)
        folder, name = os.path.split(path)
        real = self._folders.get(folder) or self._folders.setdefault(folder, os.path.realpath(folder))
        return os.path.join(real, name)

    def outside_in(self, folder: Path) -> str | None:
        """The folder that is not searched, where it is inside another one."""
        real = os.path.join(os.path.realpath(folder), "")
        return self._outside if self._outside and self._outside != real and self._outside.startswith(real) else None


def _found(given: str, places: _RealPaths) -> Iterable[Source | Missing]:
    """What an input stands for, where a folder above it may be searched at all."""
    try:
        return _expand(given, places)
    except OSError as error:
        return [Missing(given, error.strerror or str(error))]


def _expand(given: str, places: _RealPaths) -> Iterable[Source | Missing]:
    path = Path(given)
    if given == "-":
        return [Source(None, Path(), "stdin")]
    if re.match(r"(?i)(?:https?|oss|s3|ftp)://", given):
        return [Missing(given, "a URL: download it first, as nothing is fetched")]
    if path.is_dir():
        return list(_in_folder(path, places)) or [Missing(given, "no .json or .jsonl file in this folder")]
    if path.exists():
        return _opened(_file(path, Path()))
    if glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))
        return [each for match in matches for each in _expand(match, places)] or [Missing(given, "matches no file")]
    return [Missing(given, "no such file or folder")]


def _file(path: Path, folder: Path) -> Source:
    return Source(path, folder, re.sub(_STEM, "", path.name) or path.name)


def _in_folder(folder: Path, places: _RealPaths) -> Iterator[Source | Missing]:
    outside = places.outside_in(folder)
    listed = [each for each in _listed(folder) if outside is None or not places.of(each[0]).startswith(outside)]
    given = {(path.parent, _file(path, folder).stem) for path, _ in listed if not _made_from(path)}
    for path, reason in listed:
        if reason:
            yield Missing(str(path), reason)
        elif not any((path.parent, stem) in given for stem in _made_from(path)) and not _is_log(path):
            yield from _opened(_file(path, path.parent.relative_to(folder)))


def _is_log(path: Path) -> bool:
    """Whether this is the log of a run, which may lie beside what was converted."""
    if path.suffix.lower() != ".jsonl":
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_LOG_BEGINS)) == _LOG_BEGINS
    except OSError:
        return False  # reading it says why


def _made_from(path: Path) -> list[str]:
    """What the file may be called that this one was made from, if it was: `talk` for `talk.asr-1.chunks.jsonl`."""
    made = re.search(_formats_of_data(), path.name)
    if made is None:
        return []
    parts = path.name[: made.start()].split(".")
    stems = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
    return [*stems, *(re.sub(r"-\d+$", "", stem) for stem in stems)]


@lru_cache(1)
def _formats_of_data() -> str:
    """The suffixes of the formats that we write and that a folder is searched for."""
    names = "|".join(re.escape(writer.name) for writer in WRITERS if writer.name.endswith((".json", ".jsonl")))
    return rf"(?i)\.(?:{names})$"


def _listed(folder: Path) -> list[tuple[Path, str]]:
    """Every file of data or archive below a folder in order, and every folder that cannot be read with the reason."""
    broken: list[OSError] = []
    walk = [(place, name) for place, _, names in os.walk(folder, onerror=broken.append) for name in names]
    files = [Path(place, name) for place, name in walk if re.search(_DATA, name) or re.search(_ARCHIVE, name)]
    found = [(path, "") for path in files if _may_be_file(path)]
    return sorted([*found, *((Path(error.filename), error.strerror or str(error)) for error in broken)])


def _may_be_file(path: Path) -> bool:
    """Whether this is a file, or nobody may look: then reading it tells why."""
    try:
        return S_ISREG(path.stat().st_mode)
    except PermissionError:
        return True
    except OSError:
        return False


def _opened(source: Source) -> Iterable[Source | Missing]:
    """The files in an archive as if it were a folder of its name; any other file as it is."""
    assert source.path is not None
    try:
        if not is_archive(source.path):
            return [source]
        sizes, error = _sizes_in(source.path)
    except (OSError, DecodeError) as wrong:
        return [Missing(source.label, getattr(wrong, "strerror", None) or str(wrong))]
    names = sorted(name for name in sizes if re.search(_DATA, name))
    taken, rest = _within_bounds(names, sizes)
    archive = Archive(source.path, taken)
    found: list[Source | Missing] = [_member(source, name, archive) for name in taken]
    if reason := str(error or "") or rest:
        found.append(Missing(source.label, reason))
    return found or [Missing(source.label, "no .json or .jsonl file in this archive")]


def _sizes_in(path: Path) -> tuple[Mapping[str, int], DecodeError | None]:
    """The sizes of the files in an archive, and what is broken behind them."""
    archive = opened(path)
    archive.close()
    return archive.sizes, archive.error


def _within_bounds(names: list[str], sizes: Mapping[str, int]) -> tuple[list[str], str]:
    """The names up to the bounds of archives, and what is said of the others."""
    total = 0
    for place, name in enumerate(names):
        total += sizes[name]
        if place == MAX_MEMBERS or total > MAX_EXPANSION:
            bounds = f"{MAX_MEMBERS} files and {MAX_EXPANSION} bytes"
            unread = counted(len(names) - place, "file")
            return names[:place], f"more than {bounds} in an archive: {unread} not read"
    return names, ""


def _member(archive: Source, name: str, opened: Archive) -> Source:
    """A file of an archive; whatever its name says, its results stay below the folder of the archive."""
    *folders, last = (part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", "."))
    folder = archive.folder.joinpath(archive.stem, *map(safe_name, folders))
    return Source(archive.path, folder, safe_name(re.sub(_STEM, "", last) or last), name, opened)
