"""The content of compressed data, recognised by its first bytes and bounded while it is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import BufferedIOBase, BytesIO
from typing import Any, BinaryIO

from ..errors import DecodeError, MissingExtra
from .escaping import check_size

MAX_RATIO = 1000
"""How many times as large as the compressed data its content may be, past the first 16 MiB."""

MAX_LAYERS = 2
"""How often data may be compressed: a .json.gz that was compressed again."""

MAGIC_BYTES = 6
"""So many bytes tell how a file is compressed."""

_UNJUDGED_BYTES = 1 << 24
_CHUNK_BYTES = 1 << 20
_SLICE_BYTES = 1 << 10
"""How much of the data is decompressed at once where the content cannot be asked for in chunks."""

Compression = tuple[str, Callable[[BinaryIO], Iterable[bytes]]]
"""The name of a way to compress, and what gives the content of a file in chunks."""


def uncompressed(data: bytes) -> bytes:
    """The content of data that is compressed once or twice, anything else as it is.

    gzip, bz2, xz, zlib, and zstd with the extra `zstd`. Raises `DecodeError` for broken data, for more than
    `MAX_BYTES` and for more than `MAX_RATIO` times the data, `MissingExtra` where the extra is missing.
    """
    for _ in range(MAX_LAYERS):
        found = compression_of(data[:MAGIC_BYTES])
        if found is None:
            return data
        content = bytearray()
        for chunk in content_of(BytesIO(data), len(data), found):
            content += chunk
            check_size(len(content))
        data = bytes(content)
    if compression_of(data[:MAGIC_BYTES]):
        raise DecodeError("", f"compressed more than {MAX_LAYERS} times", "decompress it first")
    return data


def compression_of(head: bytes) -> Compression | None:
    """How a file is compressed that begins like this, `None` where it is not."""
    return next((found for magic, found in _COMPRESSIONS.items() if head.startswith(magic)), None)


def content_of(file: BinaryIO, size: int, compression: Compression) -> Iterator[bytes]:
    """The content of a compressed file of `size` bytes in chunks, those before it breaks too.

    Raises `DecodeError` where it is broken, or has more than `MAX_RATIO` times as much in it.
    """
    name, chunks_of = compression
    length = 0
    try:
        for chunk in chunks_of(file):
            length += len(chunk)
            check_ratio(size, length)
            yield chunk
    except (DecodeError, MissingExtra, MemoryError):
        raise
    except Exception as error:  # every library has errors of its own, and more of them than it documents
        raise DecodeError("", f"broken {name} data: {error}") from None


def check_ratio(compressed: int, length: int) -> None:
    """Raise `DecodeError` where content is too large for the data that it comes from."""
    if length > max(_UNJUDGED_BYTES, compressed * MAX_RATIO):
        reason = f"{compressed} compressed bytes hold more than {MAX_RATIO} times as much"
        raise DecodeError("", reason, "decompress the file and look at what is in it")


def _of_gzip(file: BinaryIO) -> Iterator[bytes]:
    import gzip

    return _chunks_of(gzip.GzipFile(fileobj=file))


def _of_bz2(file: BinaryIO) -> Iterator[bytes]:
    import bz2

    return _chunks_of(bz2.BZ2File(file))


def _of_xz(file: BinaryIO) -> Iterator[bytes]:
    import lzma

    return _chunks_of(lzma.LZMAFile(file))


def _chunks_of(file: BufferedIOBase) -> Iterator[bytes]:
    """Each chunk as soon as it is there: what comes before broken data is not lost with it."""
    with file:
        while chunk := file.read1(_CHUNK_BYTES):
            yield chunk


def _of_zlib(file: BinaryIO) -> Iterator[bytes]:
    import zlib

    return _of_streams(file, zlib.decompressobj)


def _of_zstd(file: BinaryIO) -> Iterator[bytes]:
    try:
        return _of_streams(file, import_module("compression.zstd").ZstdDecompressor)  # Python 3.14
    except ImportError:
        pass
    try:
        import zstandard
    except ImportError:
        raise MissingExtra("files compressed with zstd", "zstandard", "zstd") from None
    return _of_streams(file, zstandard.ZstdDecompressor().decompressobj)


def _of_streams(file: BinaryIO, decompressor: Callable[[], Any]) -> Iterator[bytes]:
    """The content of one stream after the other, taken out of small slices of the data."""
    stream = decompressor()
    while rest := file.read(_SLICE_BYTES):
        while rest:
            if stream.eof:
                # A file may hold several streams, one after the other.
                stream = decompressor()
            yield stream.decompress(rest)
            rest = stream.unused_data if stream.eof else b""
    if not stream.eof:
        raise EOFError("the end is missing")


_COMPRESSIONS: dict[bytes, Compression] = {
    b"\x1f\x8b": ("gzip", _of_gzip),
    b"BZh": ("bz2", _of_bz2),
    b"\xfd7zXZ\0": ("xz", _of_xz),
    b"\x28\xb5\x2f\xfd": ("zstd", _of_zstd),
    **dict.fromkeys((b"x\x01", b"x\x5e", b"x\x9c", b"x\xda"), ("zlib", _of_zlib)),
}
