"""Files inside zip and tar archives, recognised by their content.

The libraries for archives are imported where they are used: most conversions need none of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import SpooledTemporaryFile
from threading import Lock
from typing import IO, TYPE_CHECKING, Any, Protocol

from ..errors import DecodeError, IceResultsError
from ..reading.compression import Compression, check_ratio, compression_of, content_of
from ..reading.escaping import check_size

if TYPE_CHECKING:
    from tarfile import TarFile, TarInfo

MAX_MEMBERS = 100_000
"""The most files of an archive that are looked at."""

MAX_EXPANSION = 1 << 32
"""The most bytes that a compressed tar archive holds, and that the files of an archive have together."""

_BLOCK = 512
_LONGEST_HEADER = 1 << 20
_IN_MEMORY = 1 << 26


class Opened(Protocol):
    """An archive that is open: the sizes of its files by name, and the error of what is behind them."""

    sizes: dict[str, int]
    error: DecodeError | None

    def read(self, name: str) -> bytes:
        """One file."""

    def close(self) -> None:
        """Close the archive."""


class Archive:
    """An archive on disk, opened when the first of these files of it is read, and closed after the last."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        self.path = path
        self._names = frozenset(names)
        self._unread = set(self._names)
        self._opened: Opened | None = None
        self._lock = Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        return Archive, (self.path, self._names)

    def __del__(self) -> None:
        self._close()

    def read(self, name: str) -> bytes:
        """One file; raises `OSError`, and `DecodeError` where it is broken, encrypted or larger than we read."""
        with self._lock:
            try:
                self._opened = self._opened or opened(self.path)
                return self._opened.read(name)
            except Exception as error:
                raise _ours(error) from None
            finally:
                self._unread.discard(name)
                if not self._unread:
                    self._close()

    def _close(self) -> None:
        """Close the file; reading one more of its files opens it again."""
        if self._opened is not None:
            self._opened.close()
        self._opened, self._unread = None, set(self._names)


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive, or a tar archive with any compression; raises `OSError`."""
    with path.open("rb") as file:
        head = file.read(_BLOCK)
    if compression := compression_of(head):
        return _is_header(_beginning_of(path, compression))
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06")) or head[257:262] == b"ustar"


def opened(path: Path) -> Opened:
    """An archive, open; raises `OSError`, and `DecodeError` where nothing in it can be read."""
    with path.open("rb") as file:
        is_zip = file.read(2) == b"PK"
    try:
        return _Zip(path) if is_zip else _Tar(path)
    except Exception as error:
        raise _ours(error) from None


def _ours(error: Exception) -> Exception:
    """An error of a library as one of ours; what the system says stays as it is."""
    # Errors with a number are the system's: the archive may be sound and the disk not.
    if isinstance(error, IceResultsError | MemoryError) or getattr(error, "errno", None) is not None:
        return error
    return DecodeError("", f"broken archive: {error}")


def _beginning_of(path: Path, compression: Compression) -> bytes:
    """The first block of a compressed file, less where it is broken."""
    with path.open("rb") as file:
        try:
            return next(iter(content_of(file, path.stat().st_size, compression)), b"")[:_BLOCK]
        except IceResultsError:
            return b""


def _is_header(block: bytes) -> bool:
    import tarfile

    try:
        return bool(tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape"))
    except tarfile.HeaderError:
        return False


class _Zip:
    """A zip archive."""

    error: DecodeError | None = None

    def __init__(self, path: Path) -> None:
        import zipfile

        if not zipfile.is_zipfile(path):
            raise DecodeError("", "broken archive: the end of the zip file is missing")
        self._file = zipfile.ZipFile(path)
        self.sizes = {info.filename: info.file_size for info in self._file.infolist() if not info.is_dir()}

    def read(self, name: str) -> bytes:
        info = self._file.getinfo(name)
        check_size(info.file_size)
        check_ratio(info.compress_size, info.file_size)
        return self._file.read(info)

    def close(self) -> None:
        self._file.close()


class _Tar:
    """A tar archive; a compressed one is decompressed once, beyond 64 MiB into a temporary file."""

    def __init__(self, path: Path) -> None:
        self.error: DecodeError | None = None
        with path.open("rb") as file:
            compression = compression_of(file.read(_BLOCK))
        self._file: IO[bytes] = self._decompressed(path, compression) if compression else path.open("rb")
        self._members: dict[str, TarInfo] = {}
        try:
            self._list()
        except BaseException:
            self._file.close()
            raise
        self.sizes = {name: member.size for name, member in self._members.items()}

    def _decompressed(self, path: Path, compression: Compression) -> IO[bytes]:
        """All of the archive, or what is before the place where it is broken or becomes too large."""
        spool: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        with path.open("rb") as file:
            try:
                for chunk in content_of(file, path.stat().st_size, compression):
                    if spool.tell() + len(chunk) > MAX_EXPANSION:
                        raise DecodeError("", f"an archive of more than {MAX_EXPANSION} bytes", "split it")
                    spool.write(chunk)
            except IceResultsError as error:
                self.error = DecodeError("", f"broken archive: {error}")
        return spool

    def _list(self) -> None:
        """Look at every header; what is behind a broken one is lost, which tarfile alone says of the first only."""
        import tarfile

        length = self._file.seek(0, 2)
        self._file.seek(0)
        try:
            # `r:` forbids compression: that was taken off already, within its bounds.
            with tarfile.open(fileobj=_Headers(self._file), mode="r:") as tape:  # type: ignore[call-overload]
                self._take(tape, length)
        except (tarfile.TarError, EOFError, OSError, ValueError) as error:
            self.error = self.error or DecodeError("", f"broken archive: {error}")
        if self.error and not self._members:
            raise self.error

    def _take(self, tape: TarFile, length: int) -> None:
        for count, member in enumerate(tape):
            if count == MAX_MEMBERS:
                raise ValueError(f"more than {MAX_MEMBERS} files")
            # Links lead out of the archive, and a member that ends behind the file was cut off.
            if member.isreg() and member.offset_data + member.size <= length:
                self._members[member.name] = member
        self._file.seek(tape.offset)
        if self._file.read(_BLOCK).strip(b"\0") or tape.offset >= length:
            raise ValueError(f"no file header at byte {tape.offset}")

    def read(self, name: str) -> bytes:
        member = self._members[name]
        if member.issparse():
            raise ValueError("a sparse file")
        check_size(member.size)
        self._file.seek(member.offset_data)
        return self._file.read(member.size)

    def close(self) -> None:
        self._file.close()


class _Headers:
    """A file from which tarfile reads headers only, and none that is longer than any real one."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int) -> bytes:
        if size > _LONGEST_HEADER:
            raise ValueError(f"a header of {size} bytes")
        return self._file.read(size)
