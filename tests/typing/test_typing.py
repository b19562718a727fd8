"""A type checker sees through the lazy imports: formats, options and results are known before anything runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest

import ice_results
from ice_results.writing.formats import WRITERS
from ice_results.writing.options import keywords
from tests.conftest import ROOT
from tests.judges.installed import judge

PROJECT = Path(__file__).parent / "project"
FAMILIES = [name.removesuffix("Format") for name in vars(keywords) if name.endswith("Format")]
BINARY = {*get_args(keywords.BinaryFormat), *get_args(keywords.NamedSpeakerFormat)}
Checker = Callable[[Path], set[tuple[str, int]]]


def by_mypy(folder: Path) -> set[tuple[str, int]]:
    """The files and lines that mypy complains of in its strict mode."""
    judge("mypy", group="lint")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "--no-error-summary", str(folder)]
    printed = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout
    found = re.findall(r"^(.+?):(\d+): error:", printed, re.MULTILINE)
    return {(Path(name).name, int(line)) for name, line in found}


def by_pyright(folder: Path) -> set[tuple[str, int]]:
    """The files and lines that pyright complains of in its strict mode."""
    judge("pyright", group="lint")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(folder)]
    printed = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout
    found: list[dict[str, Any]] = json.loads(printed)["generalDiagnostics"]
    errors = [each for each in found if each["severity"] == "error"]
    return {(Path(each["file"]).name, each["range"]["start"]["line"] + 1) for each in errors}


@pytest.mark.slow
@pytest.mark.parametrize("checker", [by_mypy, by_pyright])
def test_a_program_is_wrong_where_it_says_so_and_nowhere_else(checker: Checker) -> None:
    """A misspelt option, format, function or attribute and a wrong type are errors; correct use is none."""
    lines = (PROJECT / "wrong.py").read_text(encoding="utf-8").splitlines()
    wrong = {("wrong.py", number) for number, line in enumerate(lines, 1) if "# wrong:" in line}
    assert len(wrong) > 10
    assert checker(PROJECT) == wrong


@pytest.mark.slow
@pytest.mark.parametrize("checker", [by_mypy, by_pyright])
def test_the_python_of_the_readme_is_right_to_type_checkers(checker: Checker, tmp_path: Path) -> None:
    """Whoever copies the example into a program of strict types has nothing to change."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert blocks
    for number, block in enumerate(blocks):
        (tmp_path / f"block{number}.py").write_text(block, encoding="utf-8")
    assert checker(tmp_path) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("row", "mistake"),
    [
        ("srt.write_srt,", "srt.write_srtt,"),
        ("coco.write_coco, options.BoxOptions", "coco.write_coco, options.TableOptions"),
        ("lrc.write_lrc, options.WordOptions", "lrc.write_lrc, options.WordsOptions"),
    ],
    ids=["a misspelt function", "the options of another function", "misspelt options"],
)
def test_a_wrong_row_of_the_table_is_an_error(row: str, mistake: str, tmp_path: Path) -> None:
    """What a row names lazily is checked as if it were imported."""
    judge("mypy", group="lint")
    source = (ROOT / "ice_results" / "writing" / "formats.py").read_text(encoding="utf-8")
    assert source.count(row) == 1
    shadow = tmp_path / "formats.py"
    shadow.write_text(source.replace(row, mistake), encoding="utf-8")
    original = str(ROOT / "ice_results" / "writing" / "formats.py")
    command = [sys.executable, "-m", "mypy", "--shadow-file", original, str(shadow), original]
    printed = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout
    line = source[: source.index(row)].count("\n") + 1
    assert re.findall(r"formats\.py:(\d+): error:", printed) == [str(line)]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_formats_of_a_family_take_its_options(family: str) -> None:
    """The names of formats in an overload are those of the table whose options have the same names."""
    names = set(get_args(getattr(keywords, f"{family}Format")))
    typed = getattr(keywords, f"{family}Keywords", keywords.NoKeywords).__annotations__
    assert names
    for writer in WRITERS:
        if writer.name in names:
            assert {field.name for field in attrs.fields(writer.options)} == set(typed), writer.name


def test_every_format_has_one_overload() -> None:
    """A new format is in the families of formats, and in one of them only."""
    named = [name for family in FAMILIES for name in get_args(getattr(keywords, f"{family}Format"))]
    assert sorted(named) == sorted(writer.name for writer in WRITERS)


def test_every_option_is_among_all_options() -> None:
    """A format that is not known before the program runs takes every option there is."""
    known = {field.name for writer in WRITERS for field in attrs.fields(writer.options)}
    assert set(keywords.AnyKeywords.__annotations__) == known


def content_of(name: str) -> str | bytes:
    """A format's content, of the first sample that has material for it."""
    options: dict[str, Any] = {"frame_size": "1920x1080"} if name in ("coco.json", "labelstudio.json") else {}
    for path in sorted((ROOT / "samples").glob("*.json")):
        try:
            return ice_results.convert(ice_results.load(path), name, **options)
        except ice_results.NoMaterial:
            continue
        except ice_results.MissingExtra as error:
            judge(error.library)
    raise AssertionError(f"no sample has material for {name}")


@pytest.mark.slow
@pytest.mark.parametrize("name", [writer.name for writer in WRITERS])
def test_a_format_gives_what_its_overload_says(name: str) -> None:
    """Bytes for binary formats, text for all others."""
    assert isinstance(content_of(name), bytes if name in BINARY else str)
