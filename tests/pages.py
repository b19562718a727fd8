"""The pages of the documentation played: what their examples do, in the order in which they are read.

A page is one session in one folder. What each kind of code block is for:

- with `title="name"`: a file of this name, written before what follows reads it;
- `python`: it runs, and what it prints is in the `text` block right below it;
- `console`: each line after `$ ` is run by bash, and what it prints is in the lines below it;
- `sh`: it is run by bash and must not fail, but for lines that install something, which CI runs;
- `json`: an answer that is recognised; `toml`: a profile; `xml`: well-formed;
  `sql`: a query with a result; `html`: its tracks are files that were written;
- without a language: text, such as a drawing.

A line `...` in an output is for any number of lines.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
from click.testing import CliRunner

import ice_results
from ice_results.captions.profiles import profile_from_toml
from ice_results.cli import main

from .conftest import ROOT
from .judges.installed import judge

PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
OTHER_PROGRAMS = ("ffmpeg", "mkvmerge")
"""Blocks that call one of these are run in `test_uses.py`, which has a video for them."""
_FENCE = re.compile(r'^( *)```(\w*)(?: title="([^"]+)")?[^\n]*\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)
_BETWEEN = re.compile(r" *```\s+```text\n")
_SIMPLE = re.compile(r"""ice-results ([^|<>&;$`*?~\\'"#]*)(?: #.*)?""")
"""A command that the shell only has to split."""
_INSTALLS = re.compile(r"^(?:python -m )?pip install .*\n", re.MULTILINE)


@attrs.frozen
class Fence:
    """A code block: what is in it, without its indentation, and where in the page that is."""

    language: str
    title: str | None
    text: str
    start: int
    end: int
    indent: str = ""


def fences(page: str) -> list[Fence]:
    """Every code block of a page."""
    return [
        Fence(match[2], match[3], re.sub(f"(?m)^{match[1]}", "", match[4]), match.start(4), match.end(4), match[1])
        for match in _FENCE.finditer(page)
    ]


def blocks(path: Path, language: str) -> list[str]:
    """The code blocks of one language in a page."""
    return [each.text for each in fences(path.read_text(encoding="utf-8")) if each.language == language]


def played(page: str, folder: Path, programs: Mapping[str, str] | None = None) -> str:
    """The page with what its examples print when they run in a folder, beside programs given as shell scripts."""
    session = Session(folder, environment(folder, programs or {}))
    found = fences(page)
    changes: list[tuple[Fence, str]] = []
    for fence, following in zip(found, [*found[1:], None]):
        below = following if following and _BETWEEN.fullmatch(page[fence.end : following.start]) else None
        changes += session.play(fence, below)
    for place, text in reversed(changes):
        page = page[: place.start] + re.sub("(?m)^(?=.)", place.indent, text) + page[place.end :]
    return page


def environment(folder: Path, programs: Mapping[str, str]) -> dict[str, str]:
    """The environment of a shell that finds this checkout's `ice-results`, and other programs before the real ones."""
    place = folder / ".programs"
    place.mkdir()
    own = {"python": f'exec "{sys.executable}" "$@"', "ice-results": 'exec python -m ice_results "$@"'}
    for name, script in {**own, **programs}.items():
        (place / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (place / name).chmod(0o755)
    return {**os.environ, "PATH": f"{place}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


@attrs.frozen
class Session:
    """What the blocks of one page share: the folder, the environment of their shells, the names of their Python."""

    folder: Path
    environment: Mapping[str, str]
    names: dict[str, Any] = attrs.field(factory=dict)

    def play(self, fence: Fence, below: Fence | None) -> Iterator[tuple[Fence, str]]:
        """Run a block; the block that shows its output, with what it printed."""
        if fence.title:
            (self.folder / fence.title).write_text(fence.text, encoding="utf-8")
        elif fence.language == "console":
            yield fence, "".join(self._answered(fence.text))
        elif fence.language == "python":
            printed = self._python(fence.text)
            assert below is not None or printed == "", f"no text block below shows what this prints: {fence.text}"
            if below is not None:
                yield below, with_gaps(below.text, printed)
        elif fence.language == "sh":
            self._sh(fence.text)
        elif fence.language not in ("", "text"):
            with chdir(self.folder):
                check_data(fence.language, fence.text)

    def _answered(self, text: str) -> Iterator[str]:
        """Each command of a session of the shell, and what it prints."""
        assert text.startswith("$ "), text
        for command, shown in re.findall(r"(?m)^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", text):
            yield f"$ {command}\n{with_gaps(shown, self._run(command)[1])}"

    def _python(self, text: str) -> str:
        """What Python prints."""
        with chdir(self.folder), redirect_stdout(io.StringIO()) as printed:
            exec(compile(text, "an example", "exec"), self.names)
        return printed.getvalue()

    def _sh(self, text: str) -> None:
        """Run commands that must not fail."""
        script = _INSTALLS.sub("", text)
        if any(re.search(rf"(?m)^{program} ", script) for program in OTHER_PROGRAMS):
            return
        lines = script.splitlines()
        for command in lines if all(map(_SIMPLE.fullmatch, lines)) else [f"set -e\n{script}"]:
            status, printed = self._run(command)
            assert status == 0, f"{command}\n{printed}"

    def _run(self, command: str) -> tuple[int, str]:
        """The exit status of a command and what it prints, its messages among it.

        What needs no shell runs in this process: starting Python takes longer than most conversions.
        """
        if simple := _SIMPLE.fullmatch(command):
            with chdir(self.folder):
                done = CliRunner().invoke(main, shlex.split(simple[1]), prog_name="ice-results")
            return done.exit_code, done.output
        shell = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder, env=self.environment, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return shell.returncode, shell.stdout


def with_gaps(shown: str, printed: str) -> str:
    """What was printed; where the page leaves lines out and shows the others as they are, what the page shows."""
    pattern = re.sub(r"(?m)^\\\.\\\.\\\.\n", "(?:.*\n)*?", re.escape(shown).replace("\\\n", "\n"))
    return shown if re.fullmatch(pattern, printed) else printed


def check_data(language: str, text: str) -> None:
    """Raise an error where a block is not the data that its language says."""
    if language == "json":
        ice_results.parse(text)
    elif language == "toml":
        profile_from_toml(text, "example.toml")
    elif language == "xml":
        ElementTree.fromstring(text)
    elif language == "sql":
        assert judge("duckdb").sql(text).fetchall()
    elif language == "html":
        tracks = re.findall(r'<track[^>]* src="([^"]+)"', text)
        assert tracks
        assert all(any(Path().rglob(track)) for track in tracks)
    else:
        raise AssertionError(f"a block in {language}: say in tests/pages.py what is done with it")
