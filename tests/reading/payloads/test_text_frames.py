"""Recognised text as the exact frames that it becomes."""

from __future__ import annotations

from ice_results.records import Box, TextFrame, TextLine

from ..parsing import tagged


def test_recognised_text_has_a_box_and_a_style() -> None:
    """A frame has an instant and lines; the codes of `textType` are words, one that is new stays as text."""
    info = [
        {
            "content": "PLATFORM 4",
            "score": 0.96,
            "textType": 0,
            "position": {"leftTop": [43, 601], "rightBottom": [557, 663]},
        },
        {"content": "late by an hour", "score": -1, "textType": "1"},
        {"content": "CHANNEL", "textType": 2},
        {"content": "?", "textType": 7},
        {"content": "plain"},
    ]
    document = tagged(OCR={"details": [{"timestamp": 7.36, "info": info}]})
    assert document.frames == (
        TextFrame(
            at_ms=7360,
            lines=(
                TextLine(text="PLATFORM 4", box=Box(43, 601, 557, 663), score=0.96, style="normal"),
                TextLine(text="late by an hour", style="scrolling"),
                TextLine(text="CHANNEL", style="fixed"),
                TextLine(text="?", style="7"),
                TextLine(text="plain"),
            ),
        ),
    )
    assert document.problems == ()
