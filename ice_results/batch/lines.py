"""Large files of JSON Lines, read line by line: a file of any size takes the memory of its longest line."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from pathlib import Path

from ..reading.compression import MAGIC_BYTES, compression_of, content_of
from ..reading.documents import begins_json_lines
from ..reading.escaping import check_size

_LONGEST_FIRST_LINE = 1 << 24
"""A file whose first line is longer, in bytes, is read whole."""

_CHUNK_BYTES = 1 << 20


def lines_of(path: Path) -> Iterator[bytes] | None:
    """The lines of a file of JSON Lines, compressed or not; `None` for any other file.

    It is one where the first line is a whole answer. Raises `OSError` and `DecodeError`, for
    what breaks later while the lines are read.
    """
    chunks = _chunks(path)
    head = _up_to_a_line(chunks)
    first, end, _ = b"".join(head).partition(b"\n")
    if end and begins_json_lines(first):
        return _split(chain(head, chunks))
    chunks.close()
    return None


def _up_to_a_line(chunks: Iterator[bytes]) -> list[bytes]:
    """The chunks up to the end of the first line, or more than a first line may have."""
    head: list[bytes] = []
    for chunk in chunks:
        head.append(chunk)
        if b"\n" in chunk or sum(map(len, head)) > _LONGEST_FIRST_LINE:
            break
    return head


def _chunks(path: Path) -> Generator[bytes, None, None]:
    """The content of a file, what is compressed unpacked."""
    with path.open("rb") as file:
        if (compression := compression_of(file.read(MAGIC_BYTES))) is None:
            file.seek(0)
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk
            return
        file.seek(0)
        yield from content_of(file, path.stat().st_size, compression)


def _split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Lines of chunks; raises `DecodeError` for one that is longer than what we read."""
    rest: list[bytes] = []
    length = 0
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        rest.append(first)
        length += len(first)
        check_size(length)
        if others:
            yield b"".join(rest)
            yield from others[:-1]
            rest, length = [others[-1]], len(others[-1])
    yield b"".join(rest)
