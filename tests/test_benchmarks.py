"""The benchmark of speed: its answers are read without a problem, all sides do the same work, its table is right."""

from __future__ import annotations

import csv
import gc
import io
import re
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from benchmarks import saved_answers
from benchmarks.cases import BY_NAME, CASES, Case
from benchmarks.memory import peak_kib
from benchmarks.speed import (
    LINES,
    PAGE,
    START_UP,
    Line,
    Spread,
    Target,
    at_least,
    at_most,
    cells,
    in_turns,
    seconds_of,
    short,
    spread,
    start_cells,
    table,
    target_text,
    with_table,
    without_collector,
)
from ice_results import Document, convert, parse
from ice_results.reading.escaping import peel_deep

from .judges.installed import judge

SIZE = 30
TIMES = re.compile(r"\d\d:\d\d:\d\d,\d\d\d --> \d\d:\d\d:\d\d,\d\d\d")


def counts(document: Document) -> dict[str, int]:
    """How much of everything a document holds."""
    occurrences = [each for tag in document.tags for each in tag.occurrences]
    segments = [segment for transcript in document.transcripts for segment in transcript.segments]
    found = {
        "segments": len(segments),
        "words": sum(len(segment.words) for segment in segments),
        "tags": len(document.tags),
        "occurrences": len(occurrences),
        "boxes": sum(len(each.boxes) for each in occurrences),
        "frames": len(document.frames),
        "lines": sum(len(frame.lines) for frame in document.frames),
        "activities": len(document.activities),
    }
    return {name: number for name, number in found.items() if number}


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        (saved_answers.asr(30), {"segments": 30}),
        (saved_answers.asr_long(30), {"segments": 30}),
        (saved_answers.cpv_label(7, 3, 2), {"tags": 7, "occurrences": 21, "boxes": 42}),
        (saved_answers.ocr(9, 4), {"frames": 9, "lines": 36}),
        (saved_answers.activities(9), {"activities": 9}),
    ],
    ids=["asr", "asr_long", "cpv_label", "ocr", "activities"],
)
def test_an_answer_holds_what_was_asked_for(saved: bytes, expected: dict[str, int]) -> None:
    """Every made-up answer is read without a problem, and holds as much of everything as its size says."""
    document = parse(saved)
    assert document.problems == ()
    assert counts(document) == expected


def test_a_transcript_has_its_words_and_a_translation_of_every_sentence() -> None:
    """The words are as many as was asked for; both tracks have the same sentences at the same times."""
    transcript, translation = parse(saved_answers.nlp(200)).transcripts
    assert (transcript.kind, translation.kind) == ("transcription", "translation")
    assert sum(len(segment.words) for segment in transcript.segments) == 200
    times = [[(each.start_ms, each.end_ms) for each in track.segments] for track in (transcript, translation)]
    assert times[0] == times[1]
    assert len(times[0]) > 10


def test_short_lines_need_no_break_and_long_ones_do() -> None:
    """In the answer of short lines each is a cue of one line in the profile `standard`; of long ones most have two."""
    blocks = {
        make: str(convert(parse(make(200)), "srt")).strip().split("\n\n")
        for make in (saved_answers.asr, saved_answers.asr_long)
    }
    assert [len(block.split("\n")) for block in blocks[saved_answers.asr]] == [3] * 200
    assert sum(len(block.split("\n")) > 3 for block in blocks[saved_answers.asr_long]) > 100


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_same_size_gives_the_same_bytes(case: Case) -> None:
    """The seed is fixed, and a larger answer is longer."""
    assert case.make(SIZE) == case.make(SIZE)
    assert len(case.make(SIZE * 2)) > 1.5 * len(case.make(SIZE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_floor_decodes_every_level(case: Case) -> None:
    """Nothing is left in the floor's value that holds JSON as text: the floor does all the decoding that we do."""
    value = case.floor(case.make(SIZE))
    assert peel_deep(value) == value


@pytest.mark.parametrize(
    ("name", "other"),
    [(case.name, other) for case in CASES for other in case.others if "source" in case.ours],
)
def test_captions_of_others_have_the_same_times(name: str, other: str) -> None:
    """The script and the libraries write as many cues as we do in the profile `source`, at the same times."""
    case = BY_NAME[name]
    saved = case.make(SIZE)
    ours, theirs = (TIMES.findall(str(write(saved))) for write in (case.ours["source"], case.others[other]))
    assert theirs == ours
    assert ours


@pytest.mark.parametrize(
    ("name", "other", "heads"),
    [
        ("cpv_label", "script", 0),
        ("cpv_label", "pandas", 1),
        ("ocr", "script", 0),
        ("ocr", "pandas", 1),
        ("activities", "script", 0),
    ],
)
def test_tables_of_others_have_the_same_rows(name: str, other: str, heads: int) -> None:
    """The script writes the rows that we write, without a head, pandas with one."""
    if other == "pandas":
        judge(other)
    case = BY_NAME[name]
    saved = case.make(SIZE)
    ours, theirs = (rows_of(str(write(saved))) for write in (case.ours["csv"], case.others[other]))
    assert len(theirs) - heads == len(ours) - 1
    assert len(ours) > SIZE


def rows_of(text: str) -> list[list[str]]:
    """The rows of a table."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_peak_of_the_floor_is_more_than_the_text(tmp_path: Path) -> None:
    """A process of its own measures at least what the decoded lines must take."""
    case = BY_NAME["asr"]
    file = tmp_path / "saved.json"
    file.write_bytes(case.make(5000))
    assert peak_kib(case, "floor", file) > file.stat().st_size / 1024


def test_a_ratio_is_that_of_each_round() -> None:
    """The median, the least and the most are those of the ratios, not ratios of medians."""
    assert spread([2.0, 9.0, 12.0], [1.0, 3.0, 2.0]) == Spread(3.0, 2.0, 6.0)
    assert str(Spread(3.0, 2.0, 6.0)) == "3.00 (2.00 to 6.00)"


@pytest.mark.parametrize(("ratio", "text"), [(0.256, "0.26"), (9.5, "9.50"), (10.26, "10.3"), (185.2, "185")])
def test_a_ratio_has_three_digits(ratio: float, text: str) -> None:
    """No more digits than a ratio is worth."""
    assert short(ratio) == text


@pytest.mark.parametrize(
    ("found", "target", "sign"),
    [
        (Spread(3.0, 2.0, 9.0), Target(3), "✓"),
        (Spread(3.1, 3.0, 9.0), Target(3), "~"),
        (Spread(3.2, 3.1, 9.0), Target(3), "✗"),
        (Spread(4.0, 1.0, 5.0), Target(4, at_least=True), "✓"),
        (Spread(3.9, 1.0, 4.0), Target(4, at_least=True), "~"),
        (Spread(3.8, 1.0, 3.9), Target(4, at_least=True), "✗"),
    ],
)
def test_a_target_is_missed_where_the_whole_spread_is_past_it(found: Spread, target: Target, sign: str) -> None:
    """The median decides whether it is met, the spread whether it is missed."""
    assert found.judged(target) == sign


def test_the_target_names_the_cases_that_differ() -> None:
    """The most common limit stands alone, others after the names of their cases."""
    assert target_text({}) == "–"
    assert target_text(at_most(asr=3, nlp=3, ocr=4)) == "≤ 3, ocr ≤ 4"
    assert target_text(at_least(asr=1.5)) == "≥ 1.5"


def test_a_line_has_a_cell_for_each_case() -> None:
    """A case that lacks a side has a dash, one without a target no sign."""
    line = Line("read / floor", "read", "floor", at_most(asr=3, nlp=3))
    found = {
        "asr": {"read": [2.0, 4.0, 6.0], "floor": [1.0, 2.0, 2.0]},
        "ocr": {"read": [5.0], "floor": [1.0]},
        "activities": {"floor": [1.0]},
        "nlp": {"read": [70.0], "floor": [10.0]},
    }
    assert cells(line, found) == [
        "read / floor", "≤ 3", "2.00 (2.00 to 3.00) ✓", "5.00 (5.00 to 5.00)", "–", "7.00 (7.00 to 7.00) ✗",
    ]  # fmt: skip


def test_growth_past_its_target_is_seen_beside_that_of_decoding() -> None:
    """What grows faster than it should, but no faster than decoding alone, has a sign of its own."""
    line = Line("read, ten times as much", "ten times read", "once read", at_most(asr=11, nlp=11))
    found = {
        "asr": {"ten times read": [13.0], "once read": [1.0], "ten times floor": [13.5], "once floor": [1.0]},
        "nlp": {"ten times read": [13.0], "once read": [1.0], "ten times floor": [12.0], "once floor": [1.0]},
    }
    assert cells(line, found)[2:] == ["13.0 (13.0 to 13.0) ≈", "13.0 (13.0 to 13.0) ✗"]


def test_start_up_shows_a_ratio_and_judges_the_difference() -> None:
    """Ten milliseconds more than twenty are 1.5 times as many, and within 25 more."""
    found = {"bare": [0.02, 0.02, 0.02], "--version": [0.03, 0.03, 0.04]}
    assert start_cells("--version", Target(25), found) == ["`ice-results --version`", "1.50 (1.50 to 2.00) ✓"]
    assert start_cells("--version", Target(5), found)[1].endswith("✗")


def test_the_table_is_markdown() -> None:
    """Columns stand below each other, the first row is the head."""
    assert table([["", "target"], ["read / floor", "≤ 3"]]) == (
        "|              | target |\n| ------------ | ------ |\n| read / floor | ≤ 3    |"
    )


def test_the_table_stands_between_its_markers() -> None:
    """What was between the markers goes, what is around them stays; a page without markers is an error."""
    page = "# A\n<!-- speed -->\nold\n<!-- /speed -->\nB\n"
    assert with_table(page, r"| new \1 |") == "# A\n<!-- speed -->\n| new \\1 |\n<!-- /speed -->\nB\n"
    with pytest.raises(ValueError, match=r"docs/speed\.md has 0 places"):
        with_table("# A\n", "new")


def test_the_page_shows_every_line() -> None:
    """The table of docs/speed.md is one of this benchmark: its lines, its cases, and the machine."""
    shown = PAGE.read_text(encoding="utf-8").split("<!-- speed -->")[1].split("<!-- /speed -->")[0]
    titles = [line.split(" | ")[0].strip("| ") for line in shown.splitlines() if line.startswith("|")]
    starts = [f"`ice-results {command}`" for command in START_UP]
    assert [title for title in titles if title.strip("-")] == [*(line.title for line in LINES), "start-up", *starts]
    assert all(f"`{case.name}`, {case.size:,} {case.items}" in shown for case in CASES)
    assert "Python 3." in shown


def test_rounds_go_in_turns() -> None:
    """Each round measures everything once, so that what slows the machine slows all sides."""
    numbers = count(1.0)
    measure = partial(next, numbers)
    assert in_turns({"a": measure, "b": measure}, 2) == {"a": [1.0, 3.0], "b": [2.0, 4.0]}


def test_an_action_is_called_as_often_as_said() -> None:
    """Short actions are repeated within one measuring."""
    calls: list[bytes] = []
    assert seconds_of(calls.append, b"saved", 3) >= 0
    assert calls == [b"saved"] * 3


def test_the_collector_is_off_only_during_the_action() -> None:
    """What runs without the collector leaves it on, also when it fails."""
    seen = without_collector(lambda saved: gc.isenabled())(b"saved")
    with pytest.raises(ZeroDivisionError):
        without_collector(lambda saved: len(saved) / 0)(b"saved")
    assert (seen, gc.isenabled()) == (False, True)


def test_every_line_measures_something() -> None:
    """Each side of a line, and each case with a target, is one that is measured."""
    measured = {name for case in CASES for name in (*case.ours, *case.others)} | {"floor"}
    sides = {side for line in LINES for side in (line.above, line.below)}
    assert {re.sub("^(once|ten times|peak of) | without collector$", "", side) for side in sides} == measured
    assert {name for line in LINES for name in line.targets} <= set(BY_NAME)
    assert list(START_UP) == ["--version", "convert small.json --to srt"]
