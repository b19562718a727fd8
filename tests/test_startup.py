"""What a short run of the command costs: modules, classes and patterns are counted, nothing is timed."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

import ice_results
from ice_results import cli, records
from ice_results.lazy import Deferred
from ice_results.reading.payloads import READERS
from ice_results.writing import options
from ice_results.writing.formats import WRITERS

from .conftest import ROOT

FOR_A_CONVERSION = """
__main__ _version cli cli.streams cli.values errors later merging peel records_json
batch batch.archives batch.files batch.run batch.sources
captions captions.breaks captions.cues captions.labels captions.plain captions.profiles captions.script
captions.segmentation captions.setting captions.shape captions.text captions.timing captions.tracks
captions.two_lines captions.wrapping
collector
documents documents.envelopes documents.jobs documents.media documents.operations documents.parts documents.table
readers readers.plausible readers.shapes readers.speech readers.states
records records.base records.document records.speech
wire wire.rows wire.scalars
writers writers.options writers.options.captions writers.options.files writers.options.values writers.outputs
writers.safe_text writers.srt writers.timestamps
"""
MOST_CLASSES = 44
MOST_PATTERNS = 8

PROBE = """
import json, sys
from collections import Counter
import attr._make, re._compiler

classes, patterns = Counter(), []
build, compile = attr._make._ClassBuilder.__init__, re._compiler.compile

def counted_build(self, cls, *arguments, **named):
    classes[cls.__module__] += 1
    build(self, cls, *arguments, **named)

def counted_compile(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"].split(".")[0] in ("re", "functools"):
        frame = frame.f_back
    patterns.append((frame.f_globals["__name__"], str(pattern)))
    return compile(pattern, flags)

attr._make._ClassBuilder.__init__, re._compiler.compile = counted_build, counted_compile
from ice_results.__main__ import main
try:
    main()
finally:
    ours = "ice_results"
    print(json.dumps({
        "modules": [name.removeprefix(ours + ".") for name in sys.modules if name.startswith(ours + ".")],
        "classes": {name: count for name, count in classes.items() if name.startswith(ours)},
        "patterns": [pattern for name, pattern in patterns if name.startswith(ours)],
    }))
"""


class Counts(NamedTuple):
    """What one run of the command imported, built and compiled of ours."""

    modules: set[str]
    classes: dict[str, int]
    patterns: list[str]


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Counts:
    """The counts of a conversion of ten lines of speech to SRT."""
    folder = tmp_path_factory.mktemp("small")
    command = ["convert", "samples/smart_asr_en.json", "-o", str(folder), "--to", "srt"]
    printed = subprocess.check_output([sys.executable, "-c", PROBE, *command], text=True, cwd=ROOT)
    assert [path.name for path in folder.iterdir()] == ["smart_asr_en.srt"]
    found = json.loads(printed)
    return Counts(set(found["modules"]), found["classes"], found["patterns"])


def test_the_version_is_told_without_any_library() -> None:
    """`ice-results --version` imports two small modules of ours, and nothing that is not Python's own start."""
    code = "import sys; before = set(sys.modules); from ice_results.__main__ import main; main()"
    code += "; print(*sorted(set(sys.modules) - before))"
    printed = subprocess.check_output([sys.executable, "-S", "-c", code, "--version"], text=True, cwd=ROOT)
    said, imported = printed.splitlines()
    assert said == f"ice-results, version {ice_results.__version__}"
    assert imported.split() == ["ice_results", "ice_results.__main__", "ice_results._version"]


@pytest.mark.parametrize("argument", ["--version", "formats"])
def test_the_module_says_what_the_command_line_says(argument: str) -> None:
    """The quick answer is that of the command line itself, everything else comes from there."""
    printed = subprocess.check_output([sys.executable, "-m", "ice_results", argument], text=True, cwd=ROOT)
    assert printed == CliRunner().invoke(cli.main, [argument]).output


def test_the_command_begins_where_the_version_is_told() -> None:
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


def test_a_small_conversion_imports_only_what_it_needs(counts: Counts) -> None:
    """No other reader, writer, option or record, and nothing of pictures, reports or archives."""
    assert counts.modules == set(FOR_A_CONVERSION.split())


def test_a_small_conversion_builds_few_classes(counts: Counts) -> None:
    """An attrs class costs about half a millisecond each time the command starts."""
    assert 0 < sum(counts.classes.values()) <= MOST_CLASSES, counts.classes


def test_a_small_conversion_compiles_few_patterns(counts: Counts) -> None:
    """Patterns that plain text never meets are compiled when something is odd."""
    assert 0 < len(counts.patterns) <= MOST_PATTERNS, counts.patterns


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
