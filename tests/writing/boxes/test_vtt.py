"""Tags in WebVTT: every occurrence, at its time, read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given

from ice_results import Document, NoMaterial, TrackBox
from ice_results.findings import Change

from ...judges.boxes import FoundTag, tags_by_w3c, tags_by_webvtt
from ...judges.captions import times_by_ffmpeg
from .seen import DOCUMENTS, NAMES, ODD_TIMES, PERSON, PLACE, at, changes, content_or_reason, named, tags, written


def test_a_cue_says_what_the_service_said() -> None:
    """One line of JSON for each occurrence, in the order of time, without what is not known."""
    assert written(Document(tags=(PERSON, PLACE)), "tags.vtt") == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:01.000\n"
        '{"kind":"object tag","level1":"场景","level2":"茶园","score":0.75}\n\n'
        "00:00:01.000 --> 00:00:02.500\n"
        '{"kind":"person","level1":"celebrity","name":"陆青棠","score":0.9,"share":0.25,"scene":"closeUp","boxes":['
        '{"at_ms":1200,"left":20,"top":10,"right":60,"bottom":35,"score":0.5},'
        '{"at_ms":1800,"left":40,"top":20,"right":80,"bottom":45}]}\n'
    )
    assert changes(Document(tags=(PERSON, PLACE)), "tags.vtt") == []


def test_nothing_in_a_cue_is_markup() -> None:
    """`&`, `<` and `>` are written by their numbers, and so is what some reader takes for the end of a line."""
    content = written(tags(at(0, 1), name="a --> <b>&amp;\u2028\x85\x7f\n\\"), "tags.vtt")
    assert content.splitlines()[3:] == [
        '{"kind":"object tag","name":"a --\\u003e \\u003cb\\u003e\\u0026amp;\\u2028\\u0085\\u007f\\n\\\\"}'
    ]


def test_awkward_names_are_read_back_from_webvtt(tmp_path: Path) -> None:
    """Three readers find every cue at its time, and the names are to the letter those of the document."""
    content = written(named(NAMES), "tags.vtt").encode()
    path = tmp_path / "talk.tags.vtt"
    path.write_bytes(content)
    box = {"left": 1, "top": 2, "right": 3, "bottom": 4}
    expected = [
        FoundTag(
            start,
            start + 1000,
            {
                "kind": "object tag",
                "level1": name,
                "name": name,
                "boxes": [{"at_ms": start + 500, **box}],
            },
        )
        for start, name in zip(range(0, 1000 * len(NAMES), 1000), NAMES, strict=True)
    ]
    assert tags_by_webvtt(content) == expected
    assert tags_by_w3c(content) == expected
    assert times_by_ffmpeg(path) == [(each.start_ms, each.end_ms) for each in expected]


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    """No file can hold it, and the cue around it stays."""
    ((_, _, said),) = tags_by_webvtt(written(tags(at(0, 1), name="a\ud800<"), "tags.vtt").encode())
    assert said["name"] == "a?<"


def test_an_instant_is_shown_for_a_second() -> None:
    """A player asks only a few times a second which cues are on, so an instant is made longer, and that is listed."""
    content = written(ODD_TIMES, "tags.vtt").encode()
    found = tags_by_w3c(content)
    assert found == tags_by_webvtt(content)
    assert [(each.start_ms, each.end_ms) for each in found] == [
        (0, 1000),
        (0, 700),
        (300, 1300),
        (900, 1900),
        (950, 1950),
    ]
    assert [each for each in changes(ODD_TIMES, "tags.vtt") if "instant" in each.message] == [
        Change(start, f"an instant is shown until {start + 1000} ms: 灯") for start in (0, 300, 900, 950)
    ]


def test_the_file_is_stored_as_asked() -> None:
    """With a byte order mark and the line ends of Windows it reads back the same."""
    given = named(NAMES)
    content = written(given, "tags.vtt", bom=True, crlf=True)
    assert content.startswith("\ufeffWEBVTT\r\n\r\n")
    assert content.count("\n") == content.count("\r\n")
    assert tags_by_webvtt(content.encode()) == tags_by_webvtt(written(given, "tags.vtt").encode())
    assert tags_by_w3c(content.encode()) == tags_by_w3c(written(given, "tags.vtt").encode())


@given(given_document=DOCUMENTS)
def test_whatever_is_seen_is_read_back_from_webvtt(given_document: Document) -> None:
    """As many cues as occurrences with a start, none of them empty, with their names and all numbers of their boxes."""
    content = content_or_reason(given_document, "tags.vtt")
    seen = [(tag.name, each) for tag in given_document.tags for each in tag.occurrences if each.start_ms is not None]
    if isinstance(content, NoMaterial):
        assert seen == []
        return
    found = tags_by_webvtt(content.encode())
    assert all(0 <= each.start_ms < each.end_ms for each in found)
    assert [each.start_ms for each in found] == sorted(each.start_ms for each in found)
    assert sorted(map(repr, ((each.said.get("name"), each.said.get("boxes", [])) for each in found))) == sorted(
        repr((name, [said for box in each.boxes if (said := _said(box))])) for name, each in seen
    )


def _said(boxed: TrackBox) -> dict[str, Any]:
    """What a cue says of a box."""
    box = boxed.box
    sides = {} if box is None else {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
    said = {"at_ms": boxed.at_ms, **sides, "score": boxed.score}
    return {key: value for key, value in said.items() if value is not None}
