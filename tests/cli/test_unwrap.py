"""`unwrap`."""

from __future__ import annotations

import json
from pathlib import Path

from .command import run


def test_unwrap_decodes_every_level(here: Path) -> None:
    """`unwrap` prints all escaped levels as one pretty JSON value."""
    inner = json.dumps({"Result": json.dumps({"deep": [1, {"text": "末级"}]})})
    (here / "deep.json").write_text(json.dumps({"ActivityResults": inner}, ensure_ascii=False))
    result = run("unwrap", "deep.json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"ActivityResults": {"Result": {"deep": [1, {"text": "末级"}]}}}
    assert '\n      "deep": [' in result.stdout
    assert "末级" in result.stdout


def test_unwrap_says_what_it_cannot_read(here: Path) -> None:
    """A file that is no JSON is one line and status 1."""
    (here / "empty.json").write_text("")
    result = run("unwrap", "empty.json")
    assert (result.exit_code, result.stderr) == (1, "empty.json: the file is empty\n")
    result = run("unwrap", "gone.json")
    assert (result.exit_code, result.stderr) == (1, "gone.json: no such file or folder\n")
