"""Archives and files that are broken, hostile or too large cost one line each; everything good in them is read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import pickle
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import ice_results
from ice_results import DecodeError
from ice_results.batch import archives, sources
from ice_results.batch.archives import Archive, opened
from ice_results.batch.sources import Missing, Source, find_sources
from ice_results.findings import Problem
from ice_results.reading import escaping

from ..answers import LINES, smart_job, text
from ..cli.command import files_in, run

ANSWER = text(smart_job(LINES)).encode()
FILES: Mapping[str, bytes] = {f"{name}.json": ANSWER for name in "abc"}


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """A zip archive without compression, so that its parts can be found."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tar_of(files: Mapping[str, bytes]) -> bytes:
    """A tar archive."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def lines_of(result: object) -> list[str]:
    """What a command said, line by line."""
    return str(getattr(result, "stderr", "")).splitlines()


# Broken


def test_a_corrupt_member_of_a_zip_costs_only_itself(here: Path) -> None:
    """The error is one line with the name of the member, the others are converted."""
    data = zip_of(FILES)
    place = data.index(ANSWER, data.index(ANSWER) + 1)
    (here / "saved.zip").write_bytes(data[:place] + b"[" + data[place + 1 :])
    result = run("convert", "saved.zip", "-o", "out", "--to", "srt")
    assert lines_of(result) == [
        "saved.zip:b.json: broken archive: Bad CRC-32 for file 'b.json'",
        "written: srt 2 in out",
        "3 inputs: 2 written, 0 left alone, 1 with errors",
    ]
    assert files_in(here / "out") == ["saved/a.srt", "saved/c.srt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_whose_data_is_broken_costs_only_itself(here: Path, method: int) -> None:
    """Whatever the library for the compression raises."""
    path = here / "saved.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("a.json", ANSWER)
        archive.writestr("b.json", ANSWER * 2)
        begin = archive.getinfo("a.json").header_offset + 30 + len("a.json")
    data = bytearray(path.read_bytes())
    data[begin + 6 : begin + 60] = bytes(54)
    path.write_bytes(data)
    first, *_, last = lines_of(run("convert", "saved.zip", "-o", "out", "--to", "srt"))
    assert first.startswith("saved.zip:a.json: broken archive: ")
    assert last == "2 inputs: 2 written, 0 left alone, 1 with errors"


@pytest.mark.parametrize(
    ("name", "pack"),
    [("tar.gz", gzip.compress), ("tar.bz2", bz2.compress), ("tar.xz", lzma.compress), ("tar", bytes)],
)
def test_an_archive_that_is_cut_off_is_one_line(here: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    """What is whole before the cut is converted, the rest is one error."""
    whole = tar_of({**FILES, "noise.bin": os.urandom(1 << 21), "z.json": ANSWER})
    data = pack(whole)
    path = here / f"saved.{name}"
    path.write_bytes(data[: len(data) - (1 << 19)])
    *_, error, _, count = lines_of(run("convert", path.name, "-o", "out", "--to", "srt"))
    assert error.startswith(f"saved.{name}: broken archive: ")
    if name == "tar.bz2":  # a block of bz2 is 900,000 bytes, or lost
        assert "with errors" in count
        return
    assert count == "4 inputs: 3 written, 0 left alone, 1 with errors"
    assert files_in(here / "out") == ["saved/a.srt", "saved/b.srt", "saved/c.srt"]


@pytest.mark.parametrize("place", [257, 512 * 2 + 257])
def test_a_broken_header_of_a_tar_is_one_line(here: Path, place: int) -> None:
    """The files before it are read; tarfile alone would take it for the end without a word."""
    data = bytearray(tar_of(FILES))
    data[place + 5 : place + 20] = b"x" * 15
    (here / "saved.tar").write_bytes(data)
    *_, error, count = lines_of(run("convert", "saved.tar", "-o", "out", "--to", "srt"))
    assert error.startswith("saved.tar: broken archive: ")
    assert count.endswith("1 with errors")
    assert files_in(here / "out") == ([] if place == 257 else ["saved/a.srt"])


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.json.xz", lzma.compress(ANSWER)[:-9], "broken xz data: "),
        ("a.json.xz", lzma.compress(ANSWER)[:30] + b"\0" * 40, "broken xz data: "),
        ("a.json.bz2", bz2.compress(ANSWER)[:-9], "broken bz2 data: "),
        ("a.json.gz", gzip.compress(ANSWER)[:-9], "broken gzip data: "),
        ("a.zip", zip_of(FILES)[:-30], "broken archive: the end of the zip file is missing"),
        ("a.zip", zip_of({}), "no .json or .jsonl file in this archive"),
    ],
)
def test_a_broken_file_stops_no_other(here: Path, name: str, data: bytes, message: str) -> None:
    """It is one line, and the file beside it is converted."""
    (here / "saved").mkdir()
    (here / "saved" / name).write_bytes(data)
    (here / "saved/z.json").write_bytes(ANSWER)
    first, last = lines_of(run("convert", "saved", "-o", "out", "--to", "srt"))
    assert first.startswith(f"saved/{name}: {message}")
    assert last == "2 inputs: 1 written, 0 left alone, 1 with errors"


def test_load_all_gives_what_is_good_in_a_broken_archive(tmp_path: Path) -> None:
    """A broken member is a document with that problem; with `strict` it is raised."""
    data = zip_of(FILES)
    path = tmp_path / "saved.zip"
    path.write_bytes(data.replace(ANSWER, ANSWER.replace(b"A", b"B", 1), 1))
    broken, *others = ice_results.load_all(path)
    reason = "broken archive: Bad CRC-32 for file 'a.json'"
    assert (broken.source, broken.problems) == (f"{path}:a.json", (Problem(path="", message=reason),))
    assert [len(each.transcripts) for each in others] == [1, 1]
    with pytest.raises(DecodeError, match="Bad CRC-32"):
        list(ice_results.load_all(path, strict=True))


# Hostile


def test_a_long_header_of_a_tar_is_not_read(tmp_path: Path) -> None:
    """A name of a thousand megabytes is no name: the archive is broken, and memory is not full."""
    info = tarfile.TarInfo("x")
    info.size, info.type = 1 << 24, tarfile.XHDTYPE
    path = tmp_path / "saved.tar.gz"
    path.write_bytes(gzip.compress(tar_of(FILES)[:-1024].rstrip(b"\0") + bytes(512) + info.tobuf() + bytes(1 << 24)))
    (missing,) = [each for each in find_sources([str(path)]) if isinstance(each, Missing)]
    assert missing.reason.startswith("broken archive: ")


def test_a_member_that_is_a_bomb_is_refused_before_it_is_taken_out(here: Path) -> None:
    """Its size and its ratio are in the directory of the archive."""
    with zipfile.ZipFile(here / "saved.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", bytes(1 << 25))
        archive.writestr("b.json", ANSWER)
        packed = archive.getinfo("a.json").compress_size
    first, last = lines_of(run("convert", "saved.zip", "-o", "out", "--to", "srt"))
    assert first == (
        f"saved.zip:a.json: {packed} compressed bytes hold more than 1000 times as much; "
        "decompress the file and look at what is in it"
    )
    assert last == "2 inputs: 1 written, 0 left alone, 1 with errors"


@pytest.mark.parametrize(("bound", "value"), [("MAX_MEMBERS", 2), ("MAX_EXPANSION", len(ANSWER) * 2)])
def test_an_archive_has_bounds(here: Path, monkeypatch: pytest.MonkeyPatch, bound: str, value: int) -> None:
    """Those up to the bound are read, the others are one line."""
    monkeypatch.setattr(sources, bound, value)
    (here / "saved.zip").write_bytes(zip_of(FILES))
    first, _, last = lines_of(run("convert", "saved.zip", "-o", "out", "--to", "srt"))
    assert first.startswith("saved.zip: more than ")
    assert first.endswith(" bytes in an archive: 1 file not read")
    assert last == "3 inputs: 2 written, 0 left alone, 1 with errors"


def test_the_expansion_of_a_tar_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compressed archive is taken out up to the bound, and what is whole there is read."""
    monkeypatch.setattr(archives, "MAX_EXPANSION", 1 << 20)
    path = tmp_path / "saved.tgz"
    path.write_bytes(gzip.compress(tar_of({**FILES, "big": os.urandom(1 << 21), "z.json": ANSWER})))
    *found, missing = find_sources([str(path)])
    assert [each.read() for each in found if isinstance(each, Source)] == [ANSWER] * 3
    assert isinstance(missing, Missing)
    assert missing.reason == "broken archive: an archive of more than 1048576 bytes; split it"


NAMES = ("../../up.json", "/root.json", "a/../../b.json", "C:\\c.json", "d\n.json", "CON.json", "e" * 300 + ".json")


@pytest.mark.parametrize("pack", [zip_of, tar_of], ids=["zip", "tar"])
def test_a_name_in_an_archive_leads_nowhere_else(here: Path, pack: Callable[[Mapping[str, bytes]], bytes]) -> None:
    """Whatever its files are called, what is made of them stays below the folder of the archive."""
    (here / "saved.zip").write_bytes(pack(dict.fromkeys(NAMES, ANSWER)))
    before = {path for path in here.rglob("*") if "out" not in path.parts}
    result = run("convert", "saved.zip", "-o", "deep/out", "--to", "srt")
    assert lines_of(result)[-1] == "7 inputs: 7 written, 0 left alone, 0 with errors"
    assert len(files_in(here / "deep/out/saved")) == 7
    assert {path for path in here.rglob("*") if "deep" not in path.parts} == before


# Size


def test_a_file_that_is_too_large_is_refused_before_it_is_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file of two gigabytes only the beginning is read, to see whether it has lines: its size is known."""
    with (here / "big.json").open("wb") as file:
        file.truncate(2 << 30)
    first, last = lines_of(run("convert", "big.json", "talk.json", "-o", "out", "--to", "srt"))
    assert first == "big.json: 2147483648 bytes is more than the 1073741824 that we read; split the file"
    assert last == "2 inputs: 1 written, 0 left alone, 1 with errors"


def test_a_pipe_that_does_not_end_is_refused(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input and pipes have no size: they are read up to the bound."""
    monkeypatch.setattr(escaping, "MAX_BYTES", 1 << 20)
    result = run("convert", "-", "-o", "out", "--to", "srt", data=b" " * (3 << 20))
    assert lines_of(result)[0] == "standard input: 2097152 bytes is more than the 1048576 that we read; split the file"
    reading, writing = os.pipe()
    os.write(writing, ANSWER)
    os.close(writing)
    assert Source(Path(f"/dev/fd/{reading}"), Path(), "x").read() == ANSWER
    os.close(reading)


# Opened and closed


def test_an_archive_is_opened_once_for_all_of_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading every file of an archive is no more work than reading the archive twice."""
    path = tmp_path / "saved.tgz"
    path.write_bytes(gzip.compress(tar_of({f"{number}.json": ANSWER for number in range(50)})))
    times: list[Path] = []

    def counted(path: Path) -> archives.Opened:
        times.append(path)
        return opened(path)

    monkeypatch.setattr(archives, "opened", counted)
    found = [each for each in find_sources([str(path)]) if isinstance(each, Source)]
    assert [each.read() for each in found] == [ANSWER] * 50
    assert len(times) == 1
    assert found[0].read() == ANSWER


def test_a_source_goes_to_another_process(tmp_path: Path) -> None:
    """What is pickled is opened again where it is read."""
    path = tmp_path / "saved.zip"
    path.write_bytes(zip_of(FILES))
    (first, *_) = find_sources([str(path)])
    assert isinstance(first, Source)
    assert first.read() == pickle.loads(pickle.dumps(first)).read() == ANSWER
    assert Archive(path, ["a.json"]).read("a.json") == ANSWER
