"""The house: imports run one way, floor by floor."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

PACKAGE = ROOT / "ice_results"
FLOORS = (
    {"errors", "later", "records", "_version"},
    {"collector", "merging", "peel", "wire", "records_json"},
    {"readers"},
    {"documents"},
    {"captions"},
    {"writers", "report"},
    {"batch"},
    {"cli"},
    {"__init__", "__main__"},
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    """The room that a module stands in: its first folder, or itself."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[str]:
    """The rooms that a module imports from, wherever the import stands."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            yield from [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import | ast.ImportFrom) and not getattr(node, "level", 0):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            assert not any(name.split(".")[0] == "ice_results" for name in names), f"{path}: absolute import"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_from_its_own_floor_or_below(path: Path) -> None:
    """Nothing imports upward, not even inside a function."""
    floor = FLOOR_OF[room_of(path)]
    assert [room for room in imported_rooms(path) if FLOOR_OF[room] > floor] == []


def test_only_the_edge_touches_files() -> None:
    """Below batch and the command line everything is a pure function: no file, network or process.

    The pause of the garbage collector alone looks into the environment, for the variable that turns it off.
    """
    forbidden = {"os", "pathlib", "subprocess", "socket", "shutil", "tempfile", "urllib", "http"}
    for path in MODULES:
        if FLOOR_OF[room_of(path)] < FLOOR_OF["batch"]:
            nodes = list(ast.walk(ast.parse(path.read_text())))
            names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
            names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
            allowed = {"os"} if room_of(path) == "collector" else set()
            assert {name.split(".")[0] for name in names} & forbidden == allowed, path


def test_no_module_is_too_long() -> None:
    """A module that grows past 400 lines becomes a folder."""
    assert [path.name for path in MODULES if len(path.read_text().splitlines()) > 400] == []
