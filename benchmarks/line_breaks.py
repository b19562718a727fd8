"""Breaks of ours against greedy filling, on the Chinese and the English track of samples/talk.json.

    python benchmarks/line_breaks.py

Greedy filling is what common tools do: word by word until a line is full, line by line until a cue is, with
the same width, number of lines and longest duration as the profile `standard`. Both get the same words: those
of the service in Chinese, those between spaces in English with the time shared out by width.

- breaks at punctuation or phrase end: the share of the breaks between the lines of a cue, and between the cues
  of a sentence, that stand behind punctuation, or before a conjunction or preposition in English, or behind a
  phrase of BudouX in Chinese. A sentence's own end is no break.
- orphans: lines of one short word: one word of five letters or fewer in English, two ideographs or fewer in
  Chinese, punctuation not counted, in a sentence that has more words than that.
- imbalance: the mean of |w1 - w2| / max over the cues of two lines.
- too fast: cues over the reading speed of the profile.
- cues: how many there are; fewer for the same text flicker less.

Exits with status 1 where ours is worse; three cues in a hundred more are what good places may cost, and so are lines
that are less even.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import fmean

import attrs
import budoux

import ice_results
from ice_results import Segment
from ice_results.captions.cues import Cue
from ice_results.captions.limits import Limits
from ice_results.captions.profiles import PROFILES
from ice_results.captions.shape import Shaping, shape
from ice_results.records.tracks import tracks
from ice_results.text.languages import caption_group

TALK = Path(__file__).parent.parent / "samples" / "talk.json"
PROFILE = PROFILES["standard"]
UNSPACED = ("zh", "ja", "th")
CLOSED = re.compile(r"[，。！？；：、…—,.!?;:][”’」』》）\"')\]]*$")
_OPENING = """
and or but nor so because although while when where which who that if unless until since as than
in on at by for from with without of to into onto over under about after before between through during
"""
OPENING = frozenset(_OPENING.split())
PUNCTUATION = re.compile(r"[^\w]")


@attrs.frozen
class Said:
    """A word with its spaces, and when it is said."""

    text: str
    start_ms: float
    end_ms: float


def limits_in(language: str) -> Limits:
    """The limits of the profile in a language by its code."""
    return PROFILE.limits_for(caption_group(language) or "latin", language)


def words_of(segment: Segment, language: str) -> list[Said]:
    """The words of the service; where it gives none, those between spaces, or the characters of languages that are
    written without, timed by their width."""
    if segment.words:
        return [Said(word.text, word.start_ms or 0, word.end_ms or 0) for word in segment.words]
    texts = re.findall(r"\S\s*" if language in UNSPACED else r"\S+\s*", segment.text)
    start, end = segment.start_ms or 0, segment.end_ms or 0
    edges = list(accumulate(map(limits_in(language).width, texts), initial=0.0))
    times = [start + (end - start) * edge / edges[-1] for edge in edges]
    return [Said(text, *pair) for text, pair in zip(texts, pairwise(times), strict=True)]


def greedy(segment: Segment, language: str) -> Iterator[Cue]:
    """Cues by greedy filling: a word goes where there is room, and begins the next line where there is none."""
    limits, most = limits_in(language), PROFILE.lines or 1
    lines: list[str] = []
    begin = end = 0.0
    for word in words_of(segment, language):
        too_long = bool(lines) and word.end_ms - begin > (PROFILE.max_duration_ms or 0)
        if lines and not too_long and limits.fits_line((lines[-1] + word.text).rstrip()):
            lines[-1] += word.text
        elif lines and not too_long and len(lines) < most:
            lines.append(word.text)
        else:
            if lines:
                yield cue_of(lines, begin, end)
            lines, begin = [word.text], word.start_ms
        end = word.end_ms
    yield cue_of(lines, begin, end)


def cue_of(lines: Iterable[str], begin: float, end: float) -> Cue:
    """A cue of lines without outer spaces."""
    return Cue(start_ms=round(begin), end_ms=round(end), lines=tuple(line.strip() for line in lines))


def ours(segment: Segment, language: str) -> Iterable[Cue]:
    """Cues by the profile."""
    return shape([segment], Shaping(profile=PROFILE, language=language)).cues


@attrs.frozen
class Measures:
    """What the table shows, in its order."""

    line_breaks: float
    cue_breaks: float
    orphans: float
    imbalance: float
    too_fast: float
    cues: float


MORE_CUES = 1.03
"""How many cues ours may take for each of greedy filling: better places for the breaks cost a few."""


def is_more(mine: float, theirs: float) -> bool:
    """Whether a number that should be small is larger."""
    return mine > theirs


NAMES: tuple[tuple[str, Callable[[float, float], bool]], ...] = (
    ("line breaks at punctuation or phrase end, %", lambda mine, theirs: mine < theirs),
    ("cue breaks at punctuation or phrase end, %", lambda mine, theirs: mine < theirs),
    ("orphans", is_more),
    ("imbalance of two lines, %", lambda mine, theirs: False),
    ("cues over reading speed", is_more),
    ("cues", lambda mine, theirs: mine > round(MORE_CUES * theirs)),
)
"""The measures, and whether ours is worse: even lines are shown only, because where a phrase ends weighs more."""


def good_places(text: str, language: str) -> set[int]:
    """How many letters stand before each phrase of a sentence."""
    if language == "zh":
        phrases: Sequence[str] = budoux.load_default_simplified_chinese_parser().parse(text)
    else:
        words = re.findall(r"\S+\s*", text)
        phrases = [("\n" if word.strip().lower() in OPENING else "") + word for word in words]
        phrases = "".join(phrases).split("\n")
    return set(accumulate(map(letters, phrases)))


def letters(text: str) -> int:
    """How many signs a text has that are no white space."""
    return len(re.sub(r"\s", "", text))


def breaks_of(segment: Segment, cues: Iterable[Cue], language: str) -> Iterator[tuple[bool, bool]]:
    """Every break of a sentence: whether it is one between cues, and whether it is at a good place."""
    places, reached = good_places(segment.text, language), 0
    lines = [(line, number) for number, cue in enumerate(cues) for line in cue.lines]
    for (line, cue), (_, following) in pairwise(lines):
        reached += letters(line)
        yield cue != following, bool(CLOSED.search(line)) or reached in places


def is_orphan(line: str, sentence: str, language: str) -> bool:
    """Whether a line is one short word of a sentence that has more."""
    bare, whole = PUNCTUATION.sub("", line), PUNCTUATION.sub("", sentence)
    return " " not in line.strip() and len(bare) <= (2 if language == "zh" else 5) and len(bare) < len(whole)


def imbalance(cue: Cue, language: str) -> float:
    """How uneven two lines are: 0 for even ones."""
    widths = list(map(limits_in(language).width, cue.lines))
    return (max(widths) - min(widths)) / max(widths)


def is_too_fast(cue: Cue, language: str) -> bool:
    """Whether a cue is over the reading speed."""
    limits = limits_in(language)
    return sum(map(limits.width, cue.lines)) * 1000 > limits.characters_per_second * (cue.end_ms - cue.start_ms)


def measured(segments: Iterable[Segment], language: str, method: Callable[[Segment, str], Iterable[Cue]]) -> Measures:
    """All measures of one method on one track."""
    done = [(segment, tuple(method(segment, language))) for segment in segments]
    cues = [cue for _, each in done for cue in each]
    found = [each for segment, parts in done for each in breaks_of(segment, parts, language)]
    return Measures(
        line_breaks=100 * fmean([good for between, good in found if not between] or [1.0]),
        cue_breaks=100 * fmean([good for between, good in found if between] or [1.0]),
        orphans=sum(is_orphan(line, s.text, language) for s, parts in done for cue in parts for line in cue.lines),
        imbalance=100 * fmean([imbalance(cue, language) for cue in cues if len(cue.lines) == 2] or [0.0]),
        too_fast=sum(is_too_fast(cue, language) for cue in cues),
        cues=len(cues),
    )


def main() -> None:
    """Print both tracks; exit with 1 where a measure of ours is worse."""
    worse = False
    for track, language in zip(tracks(ice_results.load(TALK)), ("zh", "en"), strict=True):
        segments = track.transcript.segments
        columns = [attrs.astuple(measured(segments, language, method)) for method in (ours, greedy)]
        print(f"{'Chinese' if language == 'zh' else 'English'}, {len(segments)} sentences{'ours':>34}{'greedy':>9}")
        for (name, is_worse), mine, theirs in zip(NAMES, *columns, strict=True):
            lost = is_worse(mine, theirs)
            worse |= lost
            print(f"  {name:<48}{mine:8.1f}{theirs:9.1f}{'  worse' if lost else ''}")
    sys.exit(worse)


if __name__ == "__main__":
    main()
