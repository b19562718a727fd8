"""What a profile allows for one language: the numbers that layout, timing and the checker share."""

from __future__ import annotations

from math import inf

import attrs

from ..text.widths import display_width, is_within

HARD_PAUSE_MS = 3000
"""A silence that no cue reaches across."""

SAME_BREATH_MS = 500
"""Speech that goes on sooner than this may be the same sentence."""

ORPHAN_SHARE = 5
"""A fragment narrower than this part of a line is an orphan."""


@attrs.frozen(kw_only=True)
class Limits:
    """The limits of captions in one language, as `Profile.limits_for` gives them.

    `group` is what the profile has limits for (zh, ja, ko, latin), `language` the code of the language itself, `und`
    where it is not known: it says which words belong together.

    `line_width` and `characters_per_second` count as the language does: a wide character 1 and a narrow one
    0.5 in Chinese, Japanese and Korean, each character 1 elsewhere; infinity where the profile has no limit.
    `extend_ms` is how far past the speech a cue may last to be read in time, 0 where speed is only reported.
    `splits`, `merges` and `overlaps` say whether sentences that do not fit are split, fragments that belong
    together are joined, and cues may overlap.
    """

    group: str
    language: str = "und"
    line_width: float = inf
    lines: int | None = None
    characters_per_second: float = inf
    min_duration_ms: int = 1
    max_duration_ms: int | None = None
    min_gap_ms: int = 0
    chain_gap_ms: int = 0
    extend_ms: int = 0
    splits: bool = True
    merges: bool = False
    overlaps: bool = False

    @property
    def has_line_width(self) -> bool:
        """Whether lines have a limit at all."""
        return self.line_width < inf

    def width(self, text: str) -> float:
        """The width of a text on one line."""
        return display_width(text, self.group)

    def fits_line(self, line: str) -> bool:
        """Whether a text fits one line."""
        return is_within(line, self.line_width, self.group)

    def fits_lines(self, lines: tuple[str, ...]) -> bool:
        """Whether lines can stay as they are."""
        return (self.lines is None or len(lines) <= self.lines) and all(map(self.fits_line, lines))

    def is_too_long(self, duration_ms: int) -> bool:
        """Whether something is shown longer than a cue may be."""
        return self.max_duration_ms is not None and duration_ms > self.max_duration_ms

    def beside(self, label: str) -> Limits:
        """The limits of a first line that shares its width with a label: half of it is always left for the text."""
        if not label:
            return self
        return attrs.evolve(self, line_width=max(self.line_width - self.width(label), self.line_width / 2))
