"""Large files of JSON Lines: read line by line, with the same results as a whole file."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ice_results
from ice_results.batch import sources
from ice_results.batch.sources import find_sources

from ..answers import LINES, smart_job, text
from ..cli.command import files_in, run
from ..conftest import ROOT

ANSWERS = [text(smart_job(LINES)), text(smart_job(LINES[:1])), (ROOT / "samples/smarttag_asr.json").read_text()]
ONE_LINE = [" ".join(answer.split("\n")) for answer in ANSWERS]


@pytest.fixture
def streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of any size are read line by line."""
    monkeypatch.setattr(sources, "STREAMED_BYTES", 0)


def write_lines(path: Path, count: int) -> Path:
    """A file of so many answers."""
    path.write_text("".join(f"{ONE_LINE[number % 3]}\n" for number in range(count)))
    return path


@settings(max_examples=25)
@given(
    rows=st.lists(st.sampled_from([*ONE_LINE, "", " ", '{"JobId": ', '{"a": 1}', "[]", "\r"]), max_size=6),
    last=st.sampled_from(["", "\n", "\r\n"]),
)
def test_line_by_line_gives_what_the_whole_file_gives(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], last: str
) -> None:
    """However lines are blank, torn or no answer: the same documents, problems and places."""
    path = tmp_path_factory.mktemp("lines") / "talks.jsonl"
    path.write_bytes("\n".join([ONE_LINE[0], ONE_LINE[1], *rows]).encode() + last.encode())
    whole = list(ice_results.load_all(path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "STREAMED_BYTES", 0)
        assert list(ice_results.load_all(path)) == whole


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.usefixtures("streamed")
def test_memory_does_not_grow_with_the_file(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    """Of a file of 10 MB only a few chunks of a megabyte are in memory at a time."""
    line = json.dumps({**smart_job(LINES), "UserData": " ".join(map(str, range(7000)))}).encode() + b"\n"
    path = tmp_path / "talks.jsonl"
    path.write_bytes(pack(line * (10_000_000 // len(line))))
    tracemalloc.start()
    count = sum(1 for _ in ice_results.load_all(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 10_000_000 // len(line)
    assert peak < 6_000_000


@pytest.mark.usefixtures("streamed")
def test_the_first_document_needs_no_more_than_its_line(here: Path) -> None:
    """What is broken behind it is seen when it is reached."""
    path = Path("talks.jsonl.gz")
    packed = gzip.compress(write_lines(Path("talks.jsonl"), 3000).read_bytes())
    path.write_bytes(packed[: len(packed) // 2])
    documents = ice_results.load_all(path)
    assert next(documents).transcripts
    with pytest.raises(ice_results.DecodeError, match=r"^broken gzip data: "):
        list(documents)


@pytest.mark.usefixtures("streamed")
def test_a_torn_last_line_is_one_problem(here: Path) -> None:
    """A torn last line is a problem at its line."""
    write_lines(Path("talks.jsonl"), 4)
    with Path("talks.jsonl").open("a") as file:
        file.write('{"JobId": ')
    result = run("convert", "talks.jsonl", "-o", "out", "--to", "txt")
    assert result.stderr.splitlines() == [
        "talks.jsonl (document 5): line 5: no valid JSON at line 1 column 11: unexpected end of data",
        "talks.jsonl (document 5): nothing to write as txt: the document has no transcripts",
        "written: txt 4 in out",
        "1 input: 4 written, 0 left alone, 1 with errors",
    ]
    assert files_in(Path("out")) == [f"talks-{place}.txt" for place in range(1, 5)]


@pytest.mark.usefixtures("streamed")
def test_strict_writes_nothing_where_one_line_is_wrong(here: Path) -> None:
    """With --strict a problem in the last line stops the first."""
    write_lines(Path("talks.jsonl"), 4)
    with Path("talks.jsonl").open("a") as file:
        file.write('{"JobId": ')
    assert run("convert", "talks.jsonl", "-o", "out", "--to", "txt", "--strict").exit_code == 1
    assert not Path("out").exists()
    write_lines(Path("talks.jsonl"), 4)
    assert run("convert", "talks.jsonl", "-o", "out", "--to", "txt", "--strict").exit_code == 0
    assert len(files_in(Path("out"))) == 4


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"{text(line)}\n" for line in LINES),
        f"[\n{ONE_LINE[0]},\n{ONE_LINE[1]}\n]",
        f"2026-05-01 {ONE_LINE[0]}\n2026-05-02 {ONE_LINE[1]}\n",
        "hello\nworld\n",
    ],
    ids=["rows", "a list", "a log", "no JSON"],
)
@pytest.mark.usefixtures("streamed")
def test_other_files_are_read_whole(tmp_path: Path, content: str) -> None:
    """Rows, a list, one answer, and text with JSON in it have no lines that are documents."""
    (tmp_path / "file.json").write_text(content)
    (source,) = find_sources([str(tmp_path / "file.json")])
    assert isinstance(source, sources.Source)
    assert source.lines() is None
