"""Labels of videos, images and texts as the exact tags that they become."""

from __future__ import annotations

import pytest

from ice_results.records import Box, Occurrence, Tag, TrackBox

from ..parsing import tagged


def test_a_person_of_a_video_has_a_box_at_an_instant() -> None:
    """A person's occurrence has seconds, a score, the shot type, and its box at the instant of `timestamp`."""
    occurrence = {
        "score": 0.91,
        "from": 4.02,
        "to": 9.64,
        "position": {"leftTop": [211, 97], "rightBottom": [388, 305]},
        "timestamp": 5.48,
        "scene": "closeUp",
    }
    person = {"name": "Ottilie Brandt", "category": "celebrity", "ratio": 0.31, "occurrences": [occurrence]}
    document = tagged(VideoLabel={"persons": [person]})
    assert document.tags == (
        Tag(
            kind="person",
            level1="celebrity",
            name="Ottilie Brandt",
            share=0.31,
            source="VideoLabel",
            occurrences=(
                Occurrence(
                    start_ms=4020,
                    end_ms=9640,
                    score=0.91,
                    boxes=(TrackBox(at_ms=5480, box=Box(211, 97, 388, 305)),),
                    scene="closeUp",
                ),
            ),
        ),
    )
    assert document.problems == ()


def test_a_score_of_minus_one_is_none() -> None:
    """Unknown faces have a score of −1, which means that there is none; 0 is a score."""
    occurrences = [{"score": -1.0, "from": 0, "to": 1}, {"score": 0.0, "from": 1, "to": 2}]
    document = tagged(VideoLabel={"persons": [{"name": "", "category": "unknown", "occurrences": occurrences}]})
    (tag,) = document.tags
    assert (tag.name, tag.level1) == (None, "unknown")
    assert [each.score for each in tag.occurrences] == [None, 0.0]


def test_object_tags_and_classes_of_a_video() -> None:
    """A tag's main name is above its sub-name, a class's first category above the second."""
    payload = {
        "tags": [
            {
                "mainTagName": "Vehicles",
                "subTagName": "Cargo bicycle",
                "ratio": 0.5,
                "occurrences": [{"score": 0.7, "from": 12, "to": 15.5}],
            }
        ],
        "classifications": [{"score": 0.8, "category1": "Crafts", "category2": "Bookbinding"}],
        "message": "fine",
        "success": True,
    }
    document = tagged(VideoLabel=payload)
    assert document.tags == (
        Tag(
            kind="object tag",
            level1="Vehicles",
            name="Cargo bicycle",
            share=0.5,
            source="VideoLabel",
            occurrences=(Occurrence(start_ms=12000, end_ms=15500, score=0.7),),
        ),
        Tag(kind="classification", level1="Crafts", name="Bookbinding", score=0.8, source="VideoLabel"),
    )
    assert document.extra == {"VideoLabel": {"message": "fine", "success": True}}


def test_the_mode_of_a_cpv_label_without_tags_is_kept() -> None:
    """Where there are no tags to say it of, the mode stays beside them; one that is no word is listed."""
    assert tagged(CPVLabel={"type": "hmi", "cates": []}).extra == {"CPVLabel": {"type": "hmi"}}
    document = tagged(CPVLabel={"type": 5, "cates": [{"labelLevel1": "Travel"}]})
    assert document.tags == (Tag(kind="category", level1="Travel", source="CPVLabel"),)
    assert document.extra == {"CPVLabel": {"type": 5}}
    assert [str(each) for each in document.problems] == ["Results.Result[0].Data → type: expected text, found 5"]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Fen,Marsh", ["Fen", "Marsh"]),
        ("沼泽，湿地、芦苇荡", ["沼泽", "湿地", "芦苇荡"]),
        ("芦苇(Phragmites, reed)，香蒲", ["芦苇(Phragmites, reed)", "香蒲"]),
        ("《风、雨》、「桥，影」", ["《风、雨》", "「桥，影」"]),
        ("Fen (north, Marsh", ["Fen (north", "Marsh"]),
        ("a) b, c", ["a) b", "c"]),
        ("，、,", [None]),
    ],
)
def test_a_comma_in_brackets_separates_nothing(value: str, names: list[str | None]) -> None:
    """Values are separated by Western and Chinese commas; one in brackets or quotation marks belongs to its value."""
    document = tagged(TextLabel={"tags": [{"name": "Region", "value": value}]})
    assert [tag.name for tag in document.tags] == names


def test_persons_and_tags_of_an_image_have_no_times() -> None:
    """A person of an image has its score itself, and its box and shot type in an occurrence without times."""
    payload = {
        "persons": [
            {
                "name": "Caspar",
                "category": "sensitive",
                "score": 0.6,
                "position": {"leftTop": [17, 29], "rightBottom": [151, 263]},
                "scene": "medium",
            }
        ],
        "tags": [{"mainTagName": "Garden", "subTagName": "Rain barrel", "score": 0.5}],
    }
    assert tagged(ImageLabel=payload).tags == (
        Tag(
            kind="person",
            level1="sensitive",
            name="Caspar",
            score=0.6,
            source="ImageLabel",
            occurrences=(Occurrence(boxes=(TrackBox(box=Box(17, 29, 151, 263)),), scene="medium"),),
        ),
        Tag(kind="object tag", level1="Garden", name="Rain barrel", score=0.5, source="ImageLabel"),
    )


def test_values_of_a_text_label_are_separated_by_commas() -> None:
    """Every value of a text label is a tag of its own under the label's name."""
    document = tagged(TextLabel={"tags": [{"name": "Region", "value": "Fen, Marsh,Heath"}, {"name": "Brand"}]})
    assert document.tags == (
        Tag(kind="text tag", level1="Region", name="Fen", source="TextLabel"),
        Tag(kind="text tag", level1="Region", name="Marsh", source="TextLabel"),
        Tag(kind="text tag", level1="Region", name="Heath", source="TextLabel"),
        Tag(kind="text tag", level1="Brand", source="TextLabel"),
    )


def test_the_four_lists_of_a_cpv_label() -> None:
    """Each list is a kind of tag; an empty label is no name, and the level above it is the tag's label."""
    times = [{"score": 0.9, "startTime": 0.021, "endTime": 29.021}]
    track = {"score": 0.4, "bbox": [31, 59, 173, 211], "timestamp": 7.9}
    payload = {
        "type": "auto",
        "cates": [
            {
                "labelLevel1": "Travel",
                "labelLevel2": "Rivers",
                "label": "",
                "appearanceProbability": 0.96,
                "detailInfo": times,
            }
        ],
        "entities": [
            {
                "labelLevel1": "Place",
                "labelLevel2": "Weir",
                "label": "Old Weir",
                "appearanceProbability": 0.07,
                "knowledgeInfo": '{"name": "Old Weir", "alias": ["The Step"]}',
                "detailInfo": [{"score": 0.3, "startTime": 6, "endTime": 8, "trackData": [track]}],
            }
        ],
        "hotwords": [{"labelLevel1": "Keyword", "labelLevel2": "", "label": "flood"}],
        "freeTags": [{"labelLevel1": "Keyword", "labelLevel2": "", "label": "eel"}],
    }
    document = tagged(CPVLabel=payload)
    assert document.tags == (
        Tag(
            kind="category",
            level1="Travel",
            level2="Rivers",
            name=None,
            share=0.96,
            source="CPVLabel",
            mode="auto",
            occurrences=(Occurrence(start_ms=21, end_ms=29021, score=0.9),),
        ),
        Tag(
            kind="entity",
            level1="Place",
            level2="Weir",
            name="Old Weir",
            share=0.07,
            source="CPVLabel",
            mode="auto",
            knowledge={"name": "Old Weir", "alias": ["The Step"]},
            occurrences=(
                Occurrence(
                    start_ms=6000,
                    end_ms=8000,
                    score=0.3,
                    boxes=(TrackBox(at_ms=7900, box=Box(31, 59, 173, 211), score=0.4),),
                ),
            ),
        ),
        Tag(kind="hotword", level1="Keyword", level2=None, name="flood", source="CPVLabel", mode="auto"),
        Tag(kind="free tag", level1="Keyword", level2=None, name="eel", source="CPVLabel", mode="auto"),
    )
    assert [tag.label for tag in document.tags] == ["Rivers", "Old Weir", "flood", "eel"]
    assert document.extra == {}
