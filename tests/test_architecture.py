"""The house: data flows one way, and the three wings do not know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT

PACKAGE = ROOT / "ice_results"
GROUND = {"_version", "errors", "findings", "lazy"}
BELOW_THE_WINGS = GROUND | {"collector", "text", "records"}
MAY_IMPORT = {
    **dict.fromkeys(GROUND, GROUND),
    "collector": GROUND,
    "text": GROUND,
    "records": GROUND | {"text"},
    "reading": BELOW_THE_WINGS,
    "captions": BELOW_THE_WINGS,
    "editing": BELOW_THE_WINGS,
    "writing": BELOW_THE_WINGS | {"captions"},
    "views": BELOW_THE_WINGS | {"captions", "writing"},
    "batch": BELOW_THE_WINGS | {"reading", "captions", "editing", "writing", "views"},
    "cli": BELOW_THE_WINGS | {"reading", "captions", "editing", "writing", "views", "batch"},
    "__init__": BELOW_THE_WINGS | {"reading", "captions", "editing", "writing", "batch"},
    "__main__": {"_version", "cli"},
}
"""The rooms that each room may import from, beside itself."""
EDGE = {"batch", "cli", "__init__", "__main__"}
"""Where files, networks and processes are."""
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_CHAIN = 12


def room_of(path: Path) -> str:
    """The room that a module is in: its first folder, or the module itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path, source: str) -> Iterator[str]:
    """The rooms that a module imports from, wherever the import is written."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            yield from [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import | ast.ImportFrom) and not getattr(node, "level", 0):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            assert not any(name.split(".")[0] == "ice_results" for name in names), f"{path}: absolute import"


def forbidden_rooms(path: Path, source: str) -> list[str]:
    """The rooms that a module imports from and may not."""
    room = room_of(path)
    return [found for found in imported_rooms(path, source) if found != room and found not in MAY_IMPORT[room]]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_where_it_may(path: Path) -> None:
    """Reading, captions and editing know nothing of each other, writing nothing of reading, nothing imports upward."""
    assert forbidden_rooms(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "line", "found"),
    [
        ("reading/escaping.py", "from ..captions.cues import Cue", ["captions"]),
        ("captions/layout/breaks.py", "from ...reading.wire import Keys", ["reading"]),
        ("captions/cues.py", "from ..editing import shift", ["editing"]),
        ("writing/captions/srt.py", "from ...reading.escaping import peel", ["reading"]),
        ("text/values.py", "def f():\n    from ..records import Box", ["records"]),
        ("findings.py", "from . import batch", ["batch"]),
    ],
)
def test_an_import_against_the_rules_is_found(module: str, line: str, found: list[str]) -> None:
    """The rule above is one that can be broken, at the top of a module and inside a function alike."""
    assert forbidden_rooms(PACKAGE / module, line) == found


def module_names() -> dict[str, Path]:
    """Every module by its dotted name below the package."""
    parts = {path: path.relative_to(PACKAGE).with_suffix("").parts for path in MODULES}
    return {".".join(each[:-1] if each[-1] == "__init__" else each): path for path, each in parts.items()}


def imported_modules(name: str, path: Path, known: dict[str, Path]) -> set[str]:
    """The modules that a module imports when it runs, wherever the import is written."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and id(node) not in skipped:
            start = [*filter(None, package[: len(package) - node.level + 1]), *filter(None, [node.module])]
            names = {each.name: ".".join([*start, each.name]) for each in node.names}
            found |= {full if full in known else ".".join(start) for full in names.values()}
    return (found & known.keys()) - {name}


def test_chains_of_imports_are_short() -> None:
    """A reader who follows imports down from the command line passes twelve modules at most."""
    known = module_names()
    graph = {name: imported_modules(name, path, known) for name, path in known.items()}
    chains: dict[str, tuple[str, ...]] = {}

    def chain(name: str) -> tuple[str, ...]:
        if name not in chains:
            chains[name] = (name,)  # what imports in a circle ends there
            chains[name] = (name, *max(map(chain, sorted(graph[name])), key=len, default=()))
        return chains[name]

    longest = max(map(chain, graph), key=len)
    assert len(longest) <= LONGEST_CHAIN, " > ".join(longest)


def test_only_the_edge_touches_files() -> None:
    """Everything from reading to writing is a pure function: no file, network or process.

    The pause of the garbage collector looks into the environment for the variable that turns it off, and a profile
    may be named by its path. The type of a path is no file.
    """
    forbidden = {"os", "pathlib", "subprocess", "socket", "shutil", "tempfile", "urllib", "http"}
    exceptions = {PACKAGE / "collector.py", PACKAGE / "captions" / "profiles.py"}
    for path in MODULES:
        if room_of(path) not in EDGE:
            nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
            names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
            imported = [node for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
            names |= {node.module or "" for node in imported if {each.name for each in node.names} != {"PathLike"}}
            allowed = {"os"} if path in exceptions else set()
            assert {name.split(".")[0] for name in names} & forbidden == allowed, path


def test_no_module_is_too_long() -> None:
    """A module that grows past 330 lines has two subjects."""
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 330} == {}
