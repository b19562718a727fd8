"""Options and fixtures of the whole suite."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from .answers import LINES, smart_job, text

ROOT = Path(__file__).parent.parent

# Commands that tests run in other folders are those of this checkout, installed or not.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))

settings.register_profile("default", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, max_examples=50)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=2_000)
settings.register_profile("many", deadline=None, print_blob=True, max_examples=100_000)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--every` tries all that some tests choose from; `--renew` writes the expected outputs anew."""
    parser.addoption("--renew", action="store_true", help="write tests/expected anew from what the package does now")

    parser.addoption("--every", action="store_true", help="try every sample in every two wrappings, not some of them")


@pytest.fixture
def every(request: pytest.FixtureRequest) -> bool:
    """Whether all is tried that there is, which takes minutes."""
    return bool(request.config.getoption("--every"))


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written, not compared."""
    return bool(request.config.getoption("--renew"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good file, `talk.json`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.json").write_text(text(smart_job(LINES)))
    return tmp_path
