"""Caption tracks from recognised text: golden cases, and rules that hold for whatever is recognised."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results.captions.ocr import keys
from ice_results.captions.ocr.tracks import OcrTrack, ocr_tracks
from ice_results.records import Box, TextFrame, TextLine
from ice_results.text.cleaning import one_line

from ...counting import calls_in
from ...strategies import lists_of

GOLDEN = Path(__file__).parent
CENTRED = {"t": 40, "T": 110, "m": 500, "B": 920, "b": 1000}
"""Places by letter: the pixels from the top at which a line is that is centred in a picture of 1920 × 1080."""

LINE = re.compile(r"(?P<text>.*?)(?: @(?P<place>\S+))?(?: !(?P<score>\S+))?(?: \*(?P<style>\w+))?")
TIMES = re.compile(r"(?P<first>-?\d+)(?:\.\.(?P<last>\d+)/(?P<step>\d+))?")


@attrs.frozen
class Case:
    """Frames, a region, and the tracks that they make, as written in a golden file."""

    title: str
    where: str
    frames: tuple[TextFrame, ...]
    region: Box | None
    expected: str


def cases() -> Iterator[Case]:
    """Every case of the golden files: a title, and frames and tracks between lines of a single dot."""
    for path in sorted(GOLDEN.glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        dots = [number for number, line in enumerate(lines) if line == "."]
        for first, middle, last in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
            given_lines = lines[first + 1 : middle]
            yield Case(
                title=lines[first - 1],
                where=f"{path.name}:{first}",
                frames=tuple(frame for line in given_lines for frame in frames_of(line)),
                region=next((region_of(line) for line in given_lines if line.startswith("region ")), None),
                expected="\n".join(lines[middle + 1 : last]),
            )


def region_of(line: str) -> Box:
    """`region left top right bottom`."""
    return Box(*map(float, line.split()[1:]))


def frames_of(line: str) -> Iterator[TextFrame]:
    """`first..last/step: line | line`, times in milliseconds."""
    if line.startswith("region "):
        return
    times, _, texts = line.partition(":")
    found = TIMES.fullmatch(times)
    assert found, line
    first, last, step = int(found["first"]), int(found["last"] or found["first"]), int(found["step"] or 1)
    lines = tuple(line_of(text.strip()) for text in texts.split(" | ") if text.strip())
    for at_ms in range(first, last + 1, step):
        yield TextFrame(at_ms=at_ms, lines=lines)


def line_of(text: str) -> TextLine:
    """`text @place !score *style`: the place is a letter, `left,top` in pixels, or not given."""
    found = LINE.fullmatch(text)
    assert found, text
    score = float(found["score"]) if found["score"] else None
    return TextLine(text=found["text"], box=box_of(found["text"], found["place"]), score=score, style=found["style"])


def box_of(text: str, place: str | None) -> Box | None:
    """A box 60 pixels high, 40 wide for each character."""
    if place is None:
        return None
    width = 40 * len(text)
    left, top = (960 - width / 2, CENTRED[place]) if place in CENTRED else map(float, place.split(","))
    return Box(left, top, left + width, top + 60)


def written(tracks: tuple[OcrTrack, ...]) -> str:
    """Tracks as a golden file has them."""
    lines = []
    for track in tracks:
        lines.append(track.name)
        lines += [f"  {each.start_ms} {each.end_ms} {each.text.replace(chr(10), ' / ')}" for each in track.segments]
        lines += [f"  - {each}" for each in track.changes]
    return "\n".join(lines)


CASES = list(cases())


def test_there_are_golden_cases() -> None:
    """A golden file that is not found must not pass for a test."""
    assert len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.title}")
def test_the_frames_of_a_golden_case_make_its_tracks(case: Case) -> None:
    """Every rule of the tracks has a case that shows it, with all that it changes."""
    assert written(ocr_tracks(case.frames, case.region)) == case.expected


SIGNS = "今天气很好不没三ab1２ ,。!\u0301é-"
TEXTS = st.one_of(
    st.text(SIGNS, max_size=9), st.text(max_size=5), st.sampled_from(["今天天气很好呀", "今天大气很好呀"])
)
EDGES = st.one_of(st.sampled_from([0.0, 40.0, 100.0, 140.0, 900.0, 960.0, 1000.0, 1060.0]), st.floats())
BOXES = st.none() | st.builds(Box, EDGES, EDGES, EDGES, EDGES)
SCORES = st.none() | st.floats()
LINES = st.builds(
    TextLine, text=TEXTS, box=BOXES, score=SCORES, style=st.sampled_from([None, "normal", "scrolling", "fixed"])
)
AT = st.none() | st.integers(-3, 30).map(lambda number: number * 400) | st.integers(0, 10**7)
ANY_FRAMES = st.lists(st.builds(TextFrame, at_ms=AT, lines=st.lists(LINES, max_size=4).map(tuple)), max_size=14)

READINGS = [
    "今天",
    "今天天气",
    "今天天气很好呀",
    "今天大气很好呀",
    "第1集今天开始",
    "第2集今天开始",
    "好",
    "HELLO there",
    "hello, there!",
]
PLACES = [Box(600, top, 1300, top + 60) for top in (40, 500, 600, 700, 920, 990)]
KINDS: list[tuple[float | None, str | None]] = [(0.2, None), (0.9, None), (None, None)]
LIKELY_LINES = [
    TextLine(text=text, box=place, score=score, style=style)
    for number, (text, place) in enumerate(product(READINGS, PLACES))
    for score, style in [*KINDS, (0.9, "fixed" if number % 2 else "scrolling")]
]
LIKELY_FRAMES = st.lists(lists_of(LIKELY_LINES, most=3), max_size=24).map(
    lambda frames: [TextFrame(at_ms=number * 200, lines=tuple(lines)) for number, lines in enumerate(frames)]
)
"""Frames as a video has them: few texts, that come and go at few places."""

FRAMES = ANY_FRAMES | LIKELY_FRAMES


@given(FRAMES, st.none() | BOXES)
def test_segments_of_a_track_are_sorted_and_never_overlap(frames: list[TextFrame], region: Box | None) -> None:
    """Within a track each segment ends after it starts and before the next one starts."""
    for track in ocr_tracks(frames, region):
        for each in track.segments:
            assert each.start_ms is not None
            assert each.end_ms is not None
            assert each.end_ms > each.start_ms
            assert each.text.strip()
        assert all((one.end_ms or 0) <= (other.start_ms or 0) for one, other in pairwise(track.segments))


@given(FRAMES, st.none() | BOXES)
def test_no_text_is_lost(frames: list[TextFrame], region: Box | None) -> None:
    """Whatever was read is in a segment, or in the list of changes, letter by letter."""
    tracks = ocr_tracks(frames, region)
    shown = [each.text for track in tracks for each in track.segments]
    shown += [each.message for track in tracks for each in track.changes]
    for line in (line for frame in frames for line in frame.lines):
        assert any(one_line(line.text) in each for each in shown), line


@given(FRAMES.flatmap(lambda frames: st.tuples(st.just(frames), st.permutations(frames))))
def test_the_order_in_which_frames_are_given_does_not_matter(both: tuple[list[TextFrame], list[TextFrame]]) -> None:
    """Frames are put in the order of their times, those of one time in an order of their own."""
    given_so, shuffled = both
    assert written(ocr_tracks(given_so)) == written(ocr_tracks(iter(shuffled)))


@given(FRAMES)
def test_the_same_frames_make_the_same_tracks(frames: list[TextFrame]) -> None:
    """Nothing depends on anything but the frames, and the frames stay as they are."""
    before = repr(frames)
    assert ocr_tracks(frames) == ocr_tracks(frames)
    assert repr(frames) == before


@given(FRAMES)
def test_tracks_have_names_of_their_own(frames: list[TextFrame]) -> None:
    """No two tracks share a name, and none is empty."""
    tracks = ocr_tracks(frames)
    assert len({track.name for track in tracks}) == len(tracks)
    assert all(track.segments or track.changes for track in tracks)


def test_no_frames_make_no_tracks() -> None:
    """An empty result is no error."""
    assert ocr_tracks([]) == ()
    assert ocr_tracks([TextFrame(at_ms=0), TextFrame(at_ms=None)]) == ()


def test_what_has_no_text_or_no_time_is_left_out_and_listed() -> None:
    """A line that nobody can see and a frame without a time make no cue, but a change on the first track."""
    unseen, lost = TextLine(text=" \u200b"), TextLine(text="早上好")
    only = ocr_tracks([TextFrame(at_ms=0, lines=(unseen,)), TextFrame(lines=(lost,))])
    assert written(only).splitlines() == [
        "ocr",
        "  - a line of a frame without a time was left out: 早上好",
        "  - at 0 ms: a line without text was left out: “\u200b”",
    ]
    with_others = ocr_tracks([*CASES[0].frames, TextFrame(lines=(lost,))])
    assert "a line of a frame without a time" in with_others[0].changes[0].message


def test_changes_are_in_the_order_of_time() -> None:
    """The list of changes can be read beside the video; what has no time comes first."""
    frames = [frame for case in CASES for frame in case.frames]
    for track in ocr_tracks(frames):
        times = [each.at_ms for each in track.changes if each.at_ms is not None]
        assert times == sorted(times)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ｈｅｌｌｏ，World", "hello world!"),
        ("今天，好", "今天 好。"),
        ("ﬁn", "FIN"),
        ("e\u0301", "É"),
        ("a\u200bb", "ab"),
    ],
)
def test_a_key_leaves_out_what_recognition_often_gets_wrong(one: str, other: str) -> None:
    """Width, case, composition, spaces and punctuation make no difference to a text."""
    assert keys.text_key(one) == keys.text_key(other)


def test_punctuation_alone_is_a_text_and_nothing_visible_is_none() -> None:
    """A caption of dots only is one; a line of spaces and invisible signs is not."""
    assert keys.text_key("？！") == "?!"
    assert keys.text_key(" \u200b\u3000") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("第3天", "第8天"), ("第三天", "第四天"), ("我去", "我不去"), ("沒有", "有"), ("can", "can't"), ("see", "sea")],
)
def test_numbers_negations_and_latin_words_make_a_difference(one: str, other: str) -> None:
    """What is one letter away may mean the opposite."""
    assert keys.differs_in_meaning(keys.text_key(one), keys.text_key(other))
    assert not keys.differs_in_meaning(keys.text_key(one), keys.text_key(one + "吧"))


def test_without_rapidfuzz_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the library learns what to install, whatever the frames hold."""

    def missing(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(keys, "import_module", missing)
    keys.levenshtein.cache_clear()
    with pytest.raises(ImportError, match=re.escape("pip install 'ice-results[ocr]'")):
        ocr_tracks([])
    keys.levenshtein.cache_clear()


def test_rapidfuzz_is_imported_where_it_is_used_only() -> None:
    """The modules can be imported without the extra."""
    folder = Path(import_module("ice_results.captions.ocr").__file__ or "").parent
    for path in folder.glob("*.py"):
        nodes = [
            node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        assert "rapidfuzz" not in "".join(map(ast.dump, nodes))


@pytest.mark.slow
def test_the_work_grows_with_the_frames_only() -> None:
    """Eight times as many frames take no more than some eight times the calls: no pass compares all with all."""
    short, long = (work_of(count) for count in (250, 2000))
    assert long < 10 * short


def work_of(count: int) -> int:
    """The calls that it takes to track frames of four lines each, one of them static, the others changing."""
    frames = [
        TextFrame(at_ms=number * 400, lines=tuple(changing_line(number, row) for row in range(4)))
        for number in range(count)
    ]
    assert len(ocr_tracks(frames)) == 3
    return calls_in(lambda: ocr_tracks(frames))


def changing_line(number: int, row: int) -> TextLine:
    """A line that is there for five frames, and is misread in one of them."""
    stretch = 0 if row == 0 else number // 5
    text = "".join(chr(0x4E00 + (stretch * 7919 + row * 101 + place * 31) % 5000) for place in range(10))
    text = text[:4] + "误" + text[5:] if number % 5 == 2 else text
    return TextLine(text=text, box=Box(100, 60 + row * 300, 900, 120 + row * 300), score=0.9)
