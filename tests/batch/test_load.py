"""Files and archives are loaded by their content."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import ice_results

from ..reading.documents.wrapped import JOB, LINES_READ, NOTICE, OTHER, callback, lines_of, sdk
from ..reading.mutations import quoted, text_of

FILES: Mapping[str, bytes] = {
    "a.json": text_of(JOB).encode("utf-16"),
    "deep/b.jsonl": lines_of([callback(OTHER), NOTICE]).encode("utf-8-sig"),
    "deep/er/c.JSON.GZ": gzip.compress(text_of(sdk(text_of(OTHER))).encode()),
    "d.ndjson": text_of([NOTICE, JOB]).encode(),
    "readme.txt": b"no answer",
    "notes.json.bak": b"no answer either",
}
IN_ORDER = [
    ("a.json", [JOB]),
    ("d.ndjson", [NOTICE, JOB]),
    ("deep/b.jsonl", [callback(OTHER), NOTICE]),
    ("deep/er/c.JSON.GZ", [OTHER]),
]


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """A zip archive with folders of its own."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("deep")
        for name, data in files.items():
            archive.writestr(name, data)


def write_tar(mode: str) -> Callable[[Path, Mapping[str, bytes]], None]:
    """A tar archive with this compression."""

    def write(path: Path, files: Mapping[str, bytes]) -> None:
        with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
            folder = tarfile.TarInfo("deep")
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))

    return write


ARCHIVES = pytest.mark.parametrize(
    ("name", "write"),
    [
        pytest.param("saved.zip", write_zip, id="zip"),
        pytest.param("saved.tar", write_tar("w"), id="tar"),
        pytest.param("saved.tgz", write_tar("w:gz"), id="tar.gz"),
        pytest.param("saved.tar.bz2", write_tar("w:bz2"), id="tar.bz2"),
        pytest.param("saved.tar.xz", write_tar("w:xz"), id="tar.xz"),
        pytest.param("saved.json", write_zip, id="zip by another name"),
        pytest.param("saved", write_tar("w:gz"), id="tar.gz without a suffix"),
    ],
)


@ARCHIVES
def test_every_answer_of_an_archive_is_a_document(
    tmp_path: Path, name: str, write: Callable[[Path, Mapping[str, bytes]], None]
) -> None:
    """The JSON files of an archive, at any depth and each in its own form, in the order of their names."""
    path = tmp_path / name
    write(path, FILES)
    documents = list(ice_results.load_all(path))
    expected = [(f"{path}:{member}", ice_results.parse(value)) for member, values in IN_ORDER for value in values]
    assert [(each.source, each.transcripts, each.title, each.jobs) for each in documents] == [
        (source, each.transcripts, each.title, each.jobs) for source, each in expected
    ]


@ARCHIVES
def test_an_archive_of_one_answer_can_be_loaded(
    tmp_path: Path, name: str, write: Callable[[Path, Mapping[str, bytes]], None]
) -> None:
    """`load` takes an archive with a single answer, and refuses one with several or none."""
    path = tmp_path / name
    write(path, {"a.json": FILES["a.json"]})
    assert ice_results.load(path).transcripts == (LINES_READ,)
    write(path, FILES)
    with pytest.raises(ice_results.UnrecognisedDocument) as several:
        ice_results.load(path)
    assert str(several.value) == "a file of several documents: read them with load_all"
    write(path, {"readme.txt": b"no answer"})
    with pytest.raises(FileNotFoundError) as none:
        ice_results.load(path)
    assert (none.value.strerror, none.value.filename) == ("no .json or .jsonl file in this archive", str(path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", text_of(JOB).encode()),
        ("a.json.gz", gzip.compress(text_of(JOB).encode(), mtime=0)),
        ("a.json", gzip.compress(text_of(JOB).encode(), mtime=0)),
        ("a.gz", text_of(JOB).encode()),
        ("answer", text_of(JOB).encode("utf-16")),
        ("a.jsonl", lines_of([JOB]).encode()),
        ("a.json", b"\xef\xbb\xbf" + quoted(text_of(JOB)).encode()),
    ],
)
def test_the_content_of_a_file_counts_and_not_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    """A file is read by what is in it; its path is the `source` of the document."""
    path = tmp_path / name
    path.write_bytes(data)
    document = ice_results.load(path)
    assert (document.transcripts, document.source) == ((LINES_READ,), str(path))
