"""What the README promises: its tables are the code's own, its example runs, its commands are those of CI."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import ice_results
from ice_results.captions.profiles import PROFILES, profile_from_toml
from ice_results.cli import main
from ice_results.reading.payloads import READERS
from ice_results.writing.boxes.labelstudio import write_labelstudio
from ice_results.writing.tables.records import ACTIVITIES, CHAPTERS, HIGHLIGHTS, JOBS, LINKS, OCR, SEGMENTS, WORDS
from ice_results.writing.tables.tags import SUMMARY, TAGS

from .conftest import ROOT

README = ROOT / "README.md"
TABLES = (TAGS, SUMMARY, SEGMENTS, WORDS, OCR, CHAPTERS, HIGHLIGHTS, ACTIVITIES, LINKS, JOBS)
TABLES_INTRODUCTION = """\
# Tables

Every table is written as Parquet, `talk.tags.parquet`; some as CSV too, and `tags.xlsx` has the first two as sheets.
A value that the service did not give is null, an empty cell in CSV and Excel.

The schema of Parquet never changes with the data: `int` is int64, `float` is float64, `text` is string, times are
whole milliseconds. Before the columns below stand `job_id`, the id of the document's first job, and `file`, the name
that it was read under: many files can be queried as one table.
"""


def inputs_table() -> str:
    """Every operation and kind, from the table of readers."""
    rows = [f"| `{reader.kind}` | {', '.join(reader.names) or '–'} | {reader.title} |" for reader in READERS]
    return "\n".join(["| kind | the service's name | what it is |", "|---|---|---|", *rows])


def outputs_table() -> str:
    """Every format, from the table of writers."""
    rows = [
        f"| `{writer.name}`{' *' if writer.default else ''} | {writer.title} | {writer.needs} | "
        f"{f'`{writer.extra}`' if writer.extra else '–'} | "
        f"{', '.join(f'`{option.name}`' for option in attrs.fields(writer.options)) or '–'} |"
        for writer in ice_results.formats()
    ]
    return "\n".join(["| format | what it is | needs | extra | options |", "|---|---|---|---|---|", *rows])


def profiles_table() -> str:
    """Every profile, from the table of profiles."""
    rows = []
    for profile in PROFILES.values():
        widths = profile.line_width or {}
        longest = "–" if profile.max_duration_ms is None else f"{profile.min_duration_ms} to {profile.max_duration_ms}"
        cells = [f"`{profile.name}`", *(f"{widths[each]:g}" if widths else "–" for each in ("latin", "zh"))]
        rows.append([*cells, str(profile.lines or "–"), longest, str(profile.min_gap_ms)])
    head = ["profile", "width", "width, Chinese", "lines", "milliseconds", "gap"]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])


def columns_of_tables() -> str:
    """Every table with its columns, from the tables of the code."""
    parts = []
    stored = {writer.name for writer in ice_results.formats()}
    for table in TABLES:
        suffixes = [name for name in ("parquet", "csv", "xlsx") if f"{table.name}.{name}" in stored]
        rows = [
            f"| `{column.name}` | {column.type} | {column.about} | {'CSV, Excel' if column.for_people else 'all'} |"
            for column in table.columns
            if not column.for_people or len(suffixes) > 1
        ]
        parts.append(
            "\n".join(
                [
                    f"## {table.name}\n\n{', '.join(f'`{table.name}.{suffix}`' for suffix in suffixes)}\n",
                    "| column | type | what it says | in |",
                    "|---|---|---|---|",
                    *rows,
                ]
            )
        )
    return "\n\n".join(parts)


def test_the_columns_of_tables_are_documented(renew: bool) -> None:
    """`docs/tables.md` names every column of every table, its type and what it says."""
    page = ROOT / "docs" / "tables.md"
    text = f"{TABLES_INTRODUCTION}\n{columns_of_tables()}\n"
    if renew:
        page.parent.mkdir(exist_ok=True)
        page.write_text(text)
    assert page.read_text() == text


def blocks(language: str) -> list[str]:
    """The code blocks of one language."""
    return re.findall(rf"```{language}\n(.*?)```", README.read_text(), re.DOTALL)


@pytest.mark.parametrize(
    ("name", "table"), [("inputs", inputs_table()), ("outputs", outputs_table()), ("profiles", profiles_table())]
)
def test_tables_come_from_the_code(name: str, table: str, renew: bool) -> None:
    """The tables of inputs and outputs are those of the package."""
    text = README.read_text()
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if renew:
        README.write_text(pattern.sub(lambda match: f"{match[1]}{table}\n{match[2]}", text))
    found = pattern.search(README.read_text())
    assert found is not None
    assert found.group() == f"<!-- {name} -->\n{table}\n<!-- /{name} -->"


def test_the_example_prints_what_the_readme_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Python example runs as it stands and prints what is shown below it."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert capsys.readouterr().out == blocks("text")[0]
    assert (tmp_path / "out" / "talk.notes.md").exists()


def test_ci_runs_exactly_the_two_commands() -> None:
    """What a newcomer types is what CI runs, word for word."""
    commands = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("python -m pip")]
    ci = (ROOT / ".ci" / "run").read_text()
    assert len(commands) == 2
    assert all(re.search(rf"^{re.escape(command)}(?: \||$)", ci, re.MULTILINE) for command in commands)


def test_every_command_of_the_readme_exists() -> None:
    """The commands and options that are shown are those that there are."""
    lines = [line for block in blocks("sh") for line in block.splitlines() if "ice-results " in line]
    assert len(lines) > 10
    for line in lines:
        words = line.split("#")[0].split("ice-results ")[1].split()
        command = main.commands[words[0]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words[1:] if word.startswith("-") and word != "-"} <= known


def test_the_measures_of_breaks_are_those_of_the_benchmark(renew: bool) -> None:
    """The numbers of the README are what the benchmark prints, and ours are the better ones (status 0)."""
    script = ROOT / "benchmarks" / "line_breaks.py"
    printed = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    pattern = re.compile(r"(<!-- measures -->\n```text\n).*?(```\n<!-- /measures -->)", re.DOTALL)
    if renew:
        README.write_text(pattern.sub(lambda match: f"{match[1]}{printed}{match[2]}", README.read_text()))
    found = pattern.search(README.read_text())
    assert found is not None
    assert found.group() == f"<!-- measures -->\n```text\n{printed}```\n<!-- /measures -->"


def test_the_profile_of_the_readme_is_one() -> None:
    """The TOML that is shown is a profile."""
    profile = profile_from_toml(blocks("toml")[0], "mine.toml")
    assert (profile.lines, profile.limits_for("zh").line_width, profile.min_gap_ms) == (1, 14, 83)


def test_the_labelling_configuration_is_that_of_the_writer() -> None:
    """The configuration for Label Studio stands in the README as where the format is written."""
    assert write_labelstudio.__doc__ is not None
    assert blocks("xml")[0] in re.sub("^ {8}", "", write_labelstudio.__doc__, flags=re.MULTILINE)
