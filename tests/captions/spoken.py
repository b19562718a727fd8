"""Small transcripts."""

from __future__ import annotations

from ice_results import Segment, Word

WORDS = (("今天", 1000, 1400), ("晴，", 1400, 2000), ("出门", 2500, 3000), ("吧。", 3000, 3600))
SENTENCE = Segment(
    start_ms=1000,
    end_ms=3600,
    text="今天晴，出门吧。",
    id="1",
    words=tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in WORDS),
)
