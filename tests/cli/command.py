"""The command in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from ice_results.cli import main

SRT = """\
1
00:00:00,000 --> 00:00:02,500
大家好，欢迎来到云岭小学。

2
00:00:02,500 --> 00:00:05,125
Today we plant forty trees.
"""
RUNNING = {"JobId": "J-2", "State": "Executing", "SmartJobInfo": {"JobType": "ASR"}}


def run(*arguments: str | Path, data: bytes | None = None) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(each) for each in arguments], input=data)


def files_in(folder: Path) -> list[str]:
    """Every file below a folder, by its path in it."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
