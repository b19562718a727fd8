"""Tracks of recognised speech, and values with keys in another case."""

from __future__ import annotations

from typing import Any

from ice_results.records import Segment, Transcript, Word

SAID = (
    Word(start_ms=100, end_ms=400, text="Mind"),
    Word(start_ms=400, end_ms=600, text=" the"),
    Word(start_ms=600, end_ms=900, text=" step."),
)


def track(*segments: Segment, source: str, **more: Any) -> Transcript:
    """A track of recognised speech."""
    return Transcript(kind="asr", segments=segments, source=source, **more)


def changed(value: Any, case: str) -> Any:
    """A value with its keys in another case."""
    if isinstance(value, list):
        return [changed(item, case) for item in value]
    if not isinstance(value, dict):
        return value
    return {in_case(key, case): changed(item, case) for key, item in value.items()}


def in_case(key: str, case: str) -> str:
    """A key in Pascal, camel or snake case."""
    parts = [part for part in "".join(f"_{sign}" if sign.isupper() else sign for sign in key).split("_") if part]
    if case == "snake":
        return "_".join(parts).lower()
    pascal = "".join(part[0].upper() + part[1:].lower() for part in parts)
    return pascal if case == "pascal" else pascal[0].lower() + pascal[1:]
