"""Independent readers that are missing skip a test, or fail it where they are required."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .judges.installed import REQUIRE_TOOLS, judge, tool

REASONS = {
    tool: "no_such_judge is not installed: what we write cannot be read back with it",
    judge: "no_such_judge needs the dependency group judges: pip install --group judges",
}


@pytest.mark.parametrize(("find", "reason"), REASONS.items())
def test_a_missing_judge_skips_a_test(find: Callable[[str], Any], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a program or a library the tests that need it are skipped, and say what to install."""
    monkeypatch.delenv(REQUIRE_TOOLS, raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"^{reason}$"):
        find("no_such_judge")


@pytest.mark.parametrize(("find", "reason"), REASONS.items())
def test_a_missing_judge_fails_a_test_where_all_are_required(
    find: Callable[[str], Any], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where every judge must be there, nothing is skipped in silence."""
    monkeypatch.setenv(REQUIRE_TOOLS, "1")
    with pytest.raises(pytest.fail.Exception, match=rf"^{reason} \(ICE_RESULTS_REQUIRE_TOOLS=1 asks for it\)$"):
        find("no_such_judge")


def test_a_library_that_lacks_another_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed and cannot be imported is broken, which is no reason to skip a test."""
    (tmp_path / "a_broken_library.py").write_text("import no_such_library")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        judge("a_broken_library")
