"""Text as a part of the name of a file: it stays one part, on every system."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results.text.safe import safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("talk", "talk"),
        ("钟楼 2.1 (draft)", "钟楼 2.1 (draft)"),
        ("x/../../pwned", "x_.._.._pwned"),
        ("..", "_"),
        ("...", "_"),
        ("", "_"),
        (" . ", "_"),
        ("C:\\x", "C__x"),
        ("a\0b\nc", "a_b_c"),
        ("con", "_con"),
        ("NUL.srt", "_NUL.srt"),
        ('<a>:"b"|?*', "_a___b____"),
        ("\ud800", "_"),
        ("云" * 50, "云" * 40),
    ],
)
def test_what_could_lead_elsewhere_is_replaced(text: str, name: str) -> None:
    """Separators, drives, devices, dots alone, signs that no system takes; what is harmless stays as it is."""
    assert safe_name(text) == name


@given(st.text())
def test_a_name_is_one_part_of_a_path(text: str) -> None:
    """Whatever the text: one part on POSIX and on Windows, bounded and printable."""
    name = safe_name(text)
    assert PurePosixPath(name).parts == PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).drive
    assert 0 < len(name.encode()) <= 121
    assert name.isprintable()
    assert safe_name(name) == name or name.startswith("_")
