"""Independent readers that are missing skip a test, or fail it where they are required."""

from __future__ import annotations

import pytest

from .judges.captions import (
    REQUIRE_TOOLS,
    tool,
)


def test_a_missing_tool_skips_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a program the tests that need it are skipped, and say why."""
    monkeypatch.delenv(REQUIRE_TOOLS, raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-program is not installed"):
        tool("no-such-program")


def test_a_missing_tool_fails_a_test_where_tools_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the tools must be there, nothing is skipped in silence."""
    monkeypatch.setenv(REQUIRE_TOOLS, "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not installed"):
        tool("no-such-program")
