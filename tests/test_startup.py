"""What a short run of the command imports, and that what is imported late exists."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import ice_results
from ice_results import cli, records
from ice_results.lazy import Deferred
from ice_results.reading.payloads import READERS
from ice_results.writing import options
from ice_results.writing.formats import WRITERS

from .conftest import ROOT

NOT_FOR_SPEECH_TO_SRT = (
    *("reading.documents.media", "reading.payloads.vod", "reading.payloads.labels", "reading.payloads.language"),
    *("captions.ocr", "captions.quality", "captions.bilingual", "records.notes", "records.pictures"),
    *("writing.tables", "writing.boxes", "writing.chapters", "writing.markers", "writing.texts", "writing.xml"),
    *("views", "batch.problems", "cli.printed", "text.registry"),
)
"""Modules and rooms of ours that have no part in a conversion of speech to SRT."""
LIBRARIES = (
    *("budoux", "cattrs", "opentimelineio", "pyarrow", "rapidfuzz", "rich", "xlsxwriter"),
    *("csv", "gzip", "http", "multiprocessing", "socket", "subprocess", "tarfile", "xml", "zipfile"),
)
"""Libraries, installed or Python's own, that have none either."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Every module that is there after ten lines of speech were converted to SRT."""
    folder = tmp_path_factory.mktemp("small")
    code = "import atexit, sys; atexit.register(lambda: print(*sys.modules))"
    code += "; from ice_results.__main__ import main; main()"
    command = ["convert", "samples/smart_asr_en.json", "-o", str(folder), "--to", "srt"]
    printed = subprocess.check_output([sys.executable, "-c", code, *command], text=True, cwd=ROOT)
    assert [path.name for path in folder.iterdir()] == ["smart_asr_en.srt"]
    return frozenset(printed.split())


def test_the_version_is_printed_without_any_library() -> None:
    """`ice-results --version` imports two small modules of ours, and nothing that is not Python's own start."""
    code = "import sys; before = set(sys.modules); from ice_results.__main__ import main; main()"
    code += "; print(*sorted(set(sys.modules) - before))"
    printed = subprocess.check_output([sys.executable, "-S", "-c", code, "--version"], text=True, cwd=ROOT)
    said, imported = printed.splitlines()
    assert said == f"ice-results, version {ice_results.__version__}"
    assert imported.split() == ["ice_results", "ice_results.__main__", "ice_results._version"]


@pytest.mark.parametrize("argument", ["--version", "formats"])
def test_the_module_says_what_the_command_line_says(argument: str) -> None:
    """The fast answer is that of the command line itself, everything else comes from there."""
    printed = subprocess.check_output([sys.executable, "-m", "ice_results", argument], text=True, cwd=ROOT)
    assert printed == CliRunner().invoke(cli.main, [argument]).output


def test_the_command_begins_where_the_version_is_printed() -> None:
    """The installed command is the function that answers `--version` before anything is imported."""
    project = tomllib.loads(Path(ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"ice-results": "ice_results.__main__:main"}


def test_importing_the_package_imports_nothing_else() -> None:
    """`import ice_results` alone is free, and the command line brings click only."""
    assert libraries_after("import ice_results") == "[]\n"
    assert libraries_after("import ice_results.cli") == "['click']\n"


def libraries_after(statement: str) -> str:
    """Which of the libraries are there after a statement in a new interpreter."""
    names = "('attr', 'cattrs', 'click', 'orjson', 'rich')"
    code = f"import sys; {statement}; print([name for name in {names} if name in sys.modules])"
    return subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)


@pytest.mark.parametrize("name", [*(f"ice_results.{each}" for each in NOT_FOR_SPEECH_TO_SRT), *LIBRARIES])
def test_a_small_conversion_imports_nothing_that_it_does_not_need(imported: frozenset[str], name: str) -> None:
    """Other readers and writers, pictures, reports, archives and libraries are imported where they are used."""
    assert "ice_results.writing.captions.srt" in imported
    assert [each for each in imported if each == name or each.startswith(f"{name}.")] == []


@pytest.mark.parametrize("name", NOT_FOR_SPEECH_TO_SRT)
def test_what_is_not_to_be_imported_exists(name: str) -> None:
    """The test above would pass for a module under a name that it no longer has."""
    assert find_spec(f"ice_results.{name}") is not None


def named_in_tables() -> Iterator[Deferred]:
    """All that rows of the tables name without importing it."""
    values: list[Any] = [value for reader in READERS for value in (reader.detect, reader.read)]
    values += [value for writer in WRITERS for value in (writer.write, writer._options)]
    for value in values:
        value = value.func if isinstance(value, partial) else value
        if isinstance(value, Deferred):
            yield value


def test_what_the_tables_name_exists() -> None:
    """A name in a row that no module has would be noticed only when that format is written."""
    named = list(named_in_tables())
    assert len(named) > len(READERS) + 2 * len(WRITERS)
    assert all(callable(each.resolve()) for each in named)


def test_what_the_tables_name_is_equal_to_its_copy() -> None:
    """A format that went to another process is the same format, as with functions themselves."""
    for writer in WRITERS:
        assert pickle.loads(pickle.dumps(writer)) == copy.deepcopy(writer) == writer
        assert hash(copy.deepcopy(writer)) == hash(writer)
    assert WRITERS[0].write != WRITERS[1].write
    assert len({each.write for each in WRITERS}) == len(WRITERS)


def test_the_records_are_listed_before_they_are_used() -> None:
    """`dir` and completion show the names of the package, though none of its modules is imported yet."""
    code = "from ice_results import records; print(*dir(records))"
    printed = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)
    assert printed.split() == sorted(records.__all__)


@pytest.mark.parametrize("package", [records, options], ids=lambda package: package.__name__)
def test_every_record_and_option_has_its_home(package: Any) -> None:
    """What a package says that it has is in one of its modules, and nothing else is."""
    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = package.Nothing
