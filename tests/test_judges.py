"""Independent readers that are missing skip a test, or fail it where they are required."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .judges.installed import REQUIRE_TOOLS, judge, tool


@pytest.mark.parametrize("find", [tool, judge])
def test_a_missing_judge_skips_a_test(find: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a program or a library the tests that need it are skipped, and say why."""
    monkeypatch.delenv(REQUIRE_TOOLS, raising=False)
    with pytest.raises(pytest.skip.Exception, match="no_such_judge is not installed"):
        find("no_such_judge")


@pytest.mark.parametrize("find", [tool, judge])
def test_a_missing_judge_fails_a_test_where_all_are_required(
    find: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where every judge must be there, nothing is skipped in silence."""
    monkeypatch.setenv(REQUIRE_TOOLS, "1")
    with pytest.raises(pytest.fail.Exception, match="no_such_judge is not installed"):
        find("no_such_judge")
