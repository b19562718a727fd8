"""Whatever its encoding, packed or not, a document is the same."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest

import ice_results

from ..mutations import text_of
from .wrapped import JOB, LINES_READ, callback


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview], ids=["bytes", "bytearray", "memoryview"])
def test_every_encoding_of_a_file_gives_the_same_document(
    encoding: str, pack: Callable[[bytes], bytes], kind: Callable[[bytes], Any]
) -> None:
    """UTF-8, UTF-16 and UTF-32, with a mark or without, gzip around it or not, in any kind of bytes."""
    document = ice_results.parse(kind(pack(text_of(callback(JOB)).encode(encoding))))
    assert document.transcripts == (LINES_READ,)
    assert [str(each) for each in document.problems] == ["GetSmartHandleJob under `MessageBody`"]
