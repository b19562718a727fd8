"""What a maintainer runs: `nox` alone is the inner loop, `nox -l` lists the rest, `nox -R` skips installing.

Words after `--` go to pytest, or to the benchmark of speed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nox

PYTHONS = ("3.11", "3.12", "3.13")
OLDEST = PYTHONS[0]
PARSER = "webvtt-parser@2.2.0"
"""The W3C's parser of WebVTT, which is a package of npm."""

HOUSE = ("tests/test_architecture.py", "tests/test_goldens.py", "tests/test_startup.py")
"""The tests of the whole that are run after every change: who imports whom, every sample in every format, start-up."""

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["quick"]


@nox.session(python=OLDEST)
def quick(session: nox.Session) -> None:
    """Lint, types, and the fast tests of the rooms that changed since origin/main: half a minute."""
    session.install("--editable", ".[test]", "--group", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    selected = session.posargs or (*HOUSE, *sorted(tests_of(changed_files(session))))
    session.run("pytest", "-q", "-n", "2", "-m", "not hypothesis and not slow", *selected)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The suite as the extra `test` runs it: a test whose judge is not installed is skipped."""
    session.install("--editable", ".[test]")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session(python=OLDEST, venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """The same with the lowest versions that pyproject.toml allows."""
    session.install("--resolution", "lowest-direct", "--editable", ".[test,all]")
    session.run("uv", "pip", "list")
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session(python=OLDEST)
def judges(session: nox.Session) -> None:
    """The whole suite with every judge and its coverage; a judge that is missing is a failure."""
    packages = Path(session.cache_dir, "npm").absolute()
    session.install("--editable", ".[test]", *groups("judges", "coverage", "lint"))
    session.run_install("npm", "install", "--silent", "--prefix", str(packages), PARSER, external=True)
    required = {"ICE_RESULTS_REQUIRE_TOOLS": "1", "NODE_PATH": str(packages / "node_modules")}
    session.run("pytest", "-n", "2", "--cov", *session.posargs, env=required)


@nox.session(python=OLDEST)
def every(session: nox.Session) -> None:
    """What the suite tries in part: 100,000 generated documents, every sample in every two wrappings; an hour."""
    session.install("--editable", ".[test]")
    wrappings = ("tests/reading/documents/test_wrappings.py", "tests/reading/texts/test_other_text.py")
    session.run("pytest", "-n", "2", "--every", *wrappings)
    session.run("pytest", "-n", "2", "--hypothesis-profile=many", "tests/reading/documents/test_never_silent.py")


@nox.session(python=OLDEST)
def docs(session: nox.Session) -> None:
    """The documentation, in site/; a link that leads nowhere is a failure."""
    session.install("--editable", ".", *groups("docs"))
    session.run("mkdocs", "build", "--strict")


@nox.session(python=OLDEST)
def bench(session: nox.Session) -> None:
    """The benchmarks of line breaks, tables and speed; `-- --quick` for small sizes."""
    session.install("--editable", ".[parquet]", *groups("bench"))
    for name in ("line_breaks", "tables", "speed"):
        session.run("python", f"benchmarks/{name}.py", *session.posargs)


def groups(*names: str) -> list[str]:
    """The arguments of pip for groups of dependencies."""
    return [word for name in names for word in ("--group", name)]


def changed_files(session: nox.Session) -> list[str]:
    """What differs from the commit of origin/main that the work began at, files that are not yet in git too."""
    since = session.run("git", "diff", "--name-only", "--merge-base", "origin/main", external=True, silent=True)
    new = session.run("git", "ls-files", "--others", "--exclude-standard", external=True, silent=True)
    return f"{since}{new}".splitlines()


def tests_of(changed: Iterable[str]) -> set[str]:
    """The tests that changed, and the folders of tests that mirror the rooms in which something else did."""
    return {str(found) for name in changed if (found := mirrored(Path(name))) and found != Path("tests")}


def mirrored(path: Path) -> Path | None:
    """A test module itself; else the nearest folder of tests for a file of the package or of the tests."""
    if path.parts[0] not in ("ice_results", "tests"):
        return None
    if path.name.startswith("test_") and path.exists():
        return path
    folders = Path("tests", *path.parts[1:]).parents
    return next(folder for folder in folders if folder.is_dir())
