"""Files inside zip and tar archives, recognised by their content.

The libraries for archives are imported where they are used: most conversions need none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import DecodeError
from ..reading.escaping import MAX_BYTES

_HEAD_BYTES = 265


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive, or a tar archive with any compression; raises `OSError`, `DecodeError`."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if head.startswith(b"PK\x03\x04"):
        return _is_whole_zip(path)
    packed = head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"))
    return (packed or head[257:262] == b"ustar") and _is_tar(path)


def _is_whole_zip(path: Path) -> bool:
    import zipfile

    if not zipfile.is_zipfile(path):
        raise DecodeError("", "broken archive: the end of the zip file is missing")
    return True


def _is_tar(path: Path) -> bool:
    import lzma
    import tarfile
    import zlib

    try:
        return tarfile.is_tarfile(path)
    except (EOFError, OSError, zlib.error, lzma.LZMAError):
        return False


def members_of(path: Path) -> Iterator[str]:
    """The names of the files in an archive, in order; raises `DecodeError` where it is broken."""
    import tarfile
    import zipfile

    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                names = [info.filename for info in packed.infolist() if not info.is_dir()]
        else:
            with tarfile.open(path) as tape:
                names = [info.name for info in tape if info.isfile()]
    except (zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
        raise DecodeError("", f"broken archive: {error}") from None
    yield from sorted(dict.fromkeys(names))


def read_member(path: Path, name: str) -> bytes:
    """One file of an archive; raises `DecodeError` where it is broken, encrypted or larger than we read."""
    import tarfile
    import zipfile

    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed, packed.open(name) as file:
                data = file.read(MAX_BYTES + 1)
        else:
            with tarfile.open(path) as tape:
                member = tape.extractfile(name)
                data = member.read(MAX_BYTES + 1) if member else b""
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, RuntimeError, KeyError, NotImplementedError) as error:
        raise DecodeError("", f"broken archive: {error}") from None
    if len(data) > MAX_BYTES:
        raise DecodeError("", f"more than the {MAX_BYTES} bytes that we read", "split the file")
    return data
