"""What the page on captions says in numbers: the profiles, and the breaks beside those of greedy filling."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from ice_results.captions.profiles import PROFILES, Profile

from .markdown import table

_ROOT = Path(__file__).parents[2]


def profiles() -> str:
    """A row for each profile: its limits."""
    head = ["profile", "width", "lines", "characters a second", "milliseconds", "gap"]
    return table(head, map(_row, PROFILES.values()))


def _row(profile: Profile) -> list[str]:
    longest = profile.max_duration_ms
    return [
        f"`{profile.name}`",
        _by_language(profile.line_width),
        str(profile.lines or "–"),
        _by_language(profile.characters_per_second),
        "–" if longest is None else f"{profile.min_duration_ms} to {longest}",
        str(profile.min_gap_ms),
    ]


def _by_language(values: Mapping[str, float] | None) -> str:
    """The value of each language, those of one value together."""
    groups: dict[float, list[str]] = {}
    for language, value in (values or {}).items():
        groups.setdefault(value, []).append(language)
    return "; ".join(f"{', '.join(languages)} {value:g}" for value, languages in groups.items()) or "–"


def measures() -> str:
    """What `python benchmarks/line_breaks.py` prints."""
    command = [sys.executable, "benchmarks/line_breaks.py"]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=_ROOT, env=environment)
    return f"```\n{done.stdout}```"
