"""Compressed answers are the answers, recognised by their content and bounded while they are taken out."""

from __future__ import annotations

import bz2
import gzip
import lzma
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import ice_results
from ice_results import DecodeError, MissingExtra
from ice_results.reading import compression, escaping
from ice_results.reading.compression import uncompressed
from ice_results.records.as_json import document_to_json

from ..conftest import ROOT

zstandard = pytest.importorskip("zstandard")

Pack = Callable[[bytes], bytes]

SAMPLES = sorted((ROOT / "samples").glob("*.json*"))
PACKS: Mapping[str, Pack] = {
    "gzip": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zlib": zlib.compress,
    "zstd": zstandard.ZstdCompressor(write_checksum=True).compress,
}
EVERY_PACK = pytest.mark.parametrize("name", PACKS)


@EVERY_PACK
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_compressed_sample_is_the_sample(sample: Path, name: str) -> None:
    """Whatever it is compressed with, from a file or as bytes: equal documents, no note more."""
    data = sample.read_bytes()
    found, expected = (list(ice_results.parse_all(each)) for each in (PACKS[name](data), data))
    assert found == expected
    assert list(map(document_to_json, found)) == list(map(document_to_json, expected))


@pytest.mark.parametrize("outer", PACKS)
@EVERY_PACK
def test_data_may_be_compressed_twice_and_not_more(name: str, outer: str) -> None:
    """A .json.gz that was compressed again is read, one more layer is refused."""
    twice = PACKS[outer](PACKS[name](b"[1]"))
    assert uncompressed(twice) == b"[1]"
    assert refusal(gzip.compress(twice)) == "compressed more than 2 times; decompress it first"


@EVERY_PACK
def test_several_streams_are_one_content(name: str) -> None:
    """Compressed files that were joined, as logs are, hold their contents one after the other."""
    assert uncompressed(PACKS[name](b'{"a"') + PACKS[name](b": 1}")) == b'{"a": 1}'
    assert uncompressed(PACKS[name](b"")) == b""


@EVERY_PACK
def test_data_that_is_cut_off_is_refused_wherever_it_is_cut(name: str) -> None:
    """Not one byte may be missing: what is there is no answer by itself."""
    packed = PACKS[name](bytes(range(256)))
    magic = max(6, len(packed) // 2)
    for end in range(magic, len(packed)):
        assert refusal(packed[:end]).startswith(f"broken {name} data: ")


@EVERY_PACK
def test_data_that_was_changed_is_refused(name: str) -> None:
    """A broken byte is an error of ours, whatever the library calls it."""
    packed = bytearray(PACKS[name](bytes(range(256)) * 8))
    packed[len(packed) // 2 : len(packed) // 2 + 8] = bytes(8)
    assert refusal(bytes(packed)).startswith(f"broken {name} data: ")


def refusal(data: bytes) -> str:
    """What is said of compressed data that is refused."""
    with pytest.raises(DecodeError) as caught:
        uncompressed(data)
    return str(caught.value)


@EVERY_PACK
def test_content_is_bounded_while_it_is_taken_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than we read is refused before all of it is in memory."""
    monkeypatch.setattr(escaping, "MAX_BYTES", 1 << 20)
    packed = PACKS[name](bytes(1 << 22))
    message = refusal(packed)
    assert message.endswith(" bytes is more than the 1048576 that we read; split the file")
    assert int(message.split()[0]) <= 1 << 22


@pytest.mark.parametrize("name", ["bz2", "xz", "zstd"])
def test_a_bomb_is_refused_by_its_ratio(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A little data that holds a thousand times as much is no answer; below 16 MiB nobody cares."""
    packed = PACKS[name](bytes(1 << 25))
    message = f"{len(packed)} compressed bytes hold more than 1000 times as much"
    assert refusal(packed) == f"{message}; decompress the file and look at what is in it"
    assert uncompressed(PACKS[name](bytes(1 << 23))) == bytes(1 << 23)


def test_zstd_without_its_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install, before anything is read."""
    monkeypatch.setitem(sys.modules, "compression", None)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(MissingExtra) as caught:
        ice_results.parse(PACKS["zstd"](b"{}"))
    assert str(caught.value) == "files compressed with zstd need zstandard: pip install 'ice-results[zstd]'"


def test_memory_that_is_too_small_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no memory holds ends no batch: it is one error of the file."""

    def full(_: object) -> bytes:
        raise MemoryError

    monkeypatch.setitem(compression._COMPRESSIONS, b"\x1f\x8b", ("gzip", full))
    with pytest.raises(DecodeError) as caught:
        ice_results.parse(gzip.compress(b"{}"))
    assert str(caught.value) == "more than the memory of this machine holds; split the file"
