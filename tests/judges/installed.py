"""The programs, libraries and packages of npm that read our files back, all of them optional.

A test whose judge is not installed is skipped and says what to install; with ICE_RESULTS_REQUIRE_TOOLS=1 it fails,
so that CI cannot pass without any of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib import import_module
from typing import Any, NoReturn

import pytest

REQUIRE_TOOLS = "ICE_RESULTS_REQUIRE_TOOLS"


def tool(name: str) -> str:
    """The path of a program; without it the test is skipped, or fails where the tools are required."""
    return shutil.which(name) or missing(f"{name} is not installed: what we write cannot be read back with it")


def judge(name: str, group: str = "judges") -> Any:
    """A library of a dependency group, imported where it is used; without it as `tool` without its program."""
    library = name.split(".")[0]
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != library:
            raise
        missing(f"{library} needs the dependency group {group}: pip install --group {group}")


def missing(reason: str) -> NoReturn:
    """The test is skipped for want of something, or fails where the tools are required."""
    if os.environ.get(REQUIRE_TOOLS) == "1":
        pytest.fail(f"{reason} ({REQUIRE_TOOLS}=1 asks for it)", pytrace=False)
    pytest.skip(reason, allow_module_level=True)


def by_node(script: str, package: str, data: bytes) -> Any:
    """The JSON that a script prints with a package of npm, which NODE_PATH leads to."""
    if subprocess.run([tool("node"), "-e", f"require({package!r})"], capture_output=True, check=False).returncode:
        missing(f"the npm package {package} is not in a folder that NODE_PATH names")
    return json.loads(subprocess.run([tool("node"), "-e", script], input=data, capture_output=True, check=True).stdout)
