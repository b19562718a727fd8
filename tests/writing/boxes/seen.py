"""Documents with tags that were seen somewhere."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ice_results import Box, Document, NoMaterial, Occurrence, Tag, TrackBox
from ice_results.findings import Change
from ice_results.writing.convert import write

from ..titles import AWKWARD

SIZE = (200, 100)
NAMES = [*AWKWARD, "=1+1", "\ufffe\uffff", '{"kind": 1}', "\\u003c", "</script>", " ", "\ufeff-->\u2028"]
"""Names as a service could give them; they come back as they are."""
PERSON = Tag(
    kind="person",
    level1="celebrity",
    name="陆青棠",
    share=0.25,
    score=0.4,
    source="VideoLabel",
    occurrences=(
        Occurrence(
            start_ms=1000,
            end_ms=2500,
            score=0.9,
            scene="closeUp",
            boxes=(
                TrackBox(at_ms=1200, box=Box(20, 10, 60, 35), score=0.5),
                TrackBox(at_ms=1800, box=Box(40, 20, 80, 45)),
            ),
        ),
    ),
)
PLACE = Tag(
    kind="object tag", level1="场景", level2="茶园", score=0.75, occurrences=(Occurrence(start_ms=0, end_ms=1000),)
)


def options_of(name: str) -> dict[str, Any]:
    """What a format has to be given."""
    if name == "tags.vtt":
        return {}
    return {"frame_size": SIZE, "fps": 25} if name == "labelstudio.json" else {"frame_size": SIZE}


def written(given: Document, name: str, **options: Any) -> str:
    """The content of the only file of a format."""
    (output,) = write(given, name, **{**options_of(name), **options})
    assert output.track is None
    assert isinstance(output.content, str)
    return output.content


def changes(given: Document, name: str, **options: Any) -> list[Change]:
    """What was changed in a file, but for what Label Studio's always says."""
    (output,) = write(given, name, **{**options_of(name), **options})
    said = [each for each in output.changes if not each.message.startswith(("data.video", "the length of the media"))]
    assert len(output.changes) - len(said) == 2 * (name == "labelstudio.json")
    return said


def tags(*occurrences: Occurrence, name: str | None = "灯") -> Document:
    """A document with one tag."""
    return Document(tags=(Tag(kind="object tag", name=name, occurrences=occurrences),))


def at(start: int | None, end: int | None = None, *boxes: TrackBox) -> Occurrence:
    """An occurrence."""
    return Occurrence(start_ms=start, end_ms=end, boxes=boxes)


def named(names: list[str]) -> Document:
    """A document with a tag under each name, a second each, with a box in its middle."""
    return Document(
        tags=tuple(
            Tag(
                kind="object tag",
                level1=name,
                name=name,
                occurrences=(
                    at(number * 1000, number * 1000 + 1000, TrackBox(at_ms=number * 1000 + 500, box=Box(1, 2, 3, 4))),
                ),
            )
            for number, name in enumerate(names)
        )
    )


ODD_TIMES = tags(at(None, 5), at(-5, 700), at(300, 100), at(900, 900), at(950, None), at(-9, -2))
NUMBERS = st.integers(-50, 250) | st.floats(-50, 250)
BOXES = st.builds(
    TrackBox,
    at_ms=st.none() | st.integers(-50, 9_000),
    box=st.none() | st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    score=st.none() | st.floats(0, 1),
)
OCCURRENCES = st.builds(
    Occurrence,
    start_ms=st.none() | st.integers(-50, 9_000),
    end_ms=st.none() | st.integers(-50, 9_000),
    score=st.none() | st.floats(0, 1),
    boxes=st.lists(BOXES, max_size=3).map(tuple),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.sampled_from(NAMES)
DOCUMENTS = st.lists(
    st.builds(
        Tag,
        kind=st.sampled_from(["person", "object tag"]),
        name=st.none() | TEXT,
        occurrences=st.lists(OCCURRENCES, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=4,
).map(lambda found: Document(tags=tuple(found)))


def content_or_reason(given: Document, name: str) -> str | NoMaterial:
    """The content of the file, or why there is none."""
    try:
        return written(given, name)
    except NoMaterial as reason:
        return reason
