"""What the README promises: it is a short door, and its two commands are those of CI."""

from __future__ import annotations

import re

from .conftest import ROOT
from .pages import blocks

README = ROOT / "README.md"


def test_the_readme_is_short() -> None:
    """A newcomer reads all of it: 150 lines at most, with one picture and both languages."""
    text = README.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    assert len(re.findall(r"!\[", text)) == 1
    assert all(blocks(README, language) for language in ("console", "python", "text"))


def test_ci_runs_exactly_the_two_commands() -> None:
    """What a newcomer types is what CI runs, word for word."""
    commands = [line for block in blocks(README, "sh") for line in block.splitlines()]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert len(commands) == 2
    assert all(re.search(rf"^{re.escape(command)}(?: \||$)", ci, re.MULTILINE) for command in commands)
