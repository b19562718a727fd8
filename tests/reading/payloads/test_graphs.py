"""What knowledge graphs say about an entity, and how it is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import ice_results as ice
from ice_results.records.as_json import document_from_json, document_to_json

from ..comparing import exactly

SAMPLES = Path(__file__).parents[3] / "samples"

ENTRIES: Mapping[str, tuple[dict[str, Any], Any]] = {
    "show": (
        {
            "name": "Nine Weirs",
            "alias": ["The Weirs"],
            "chnl": "variety show",
            "country": "Brinland",
            "language": "Brin",
            "image": "https://pictures.example.com/weirs.jpg",
            "doubanRating": 8.25,
            "genre": "drama/war",
            "releaseDate": "2015-08-31",
            "releaseYear": 2015,
            "epsLen": 47.5,
            "epsNum": 24,
            "director": ["Ida Morrow"],
            "author": ["Tam Ketter", "Lio Vance"],
            "actor": ["Osk Brand"],
        },
        ice.Film(
            name="Nine Weirs",
            aliases=("The Weirs",),
            category="variety show",
            country="Brinland",
            language="Brin",
            image="https://pictures.example.com/weirs.jpg",
            rating=8.25,
            genres=("drama", "war"),
            release_date="2015-08-31",
            release_year=2015,
            episode_minutes=47.5,
            episodes=24,
            directors=("Ida Morrow",),
            authors=("Tam Ketter", "Lio Vance"),
            actors=("Osk Brand",),
        ),
    ),
    "song": (
        {
            "songName": "Salt Ledger",
            "artistName": "Wen Corrie",
            "artistAlias": ["W. C."],
            "artistArea": "other",
            "artistType": "band",
            "briefDesc": "Three fishers.",
            "introduction": "Won a herring.",
            "albumName": "Low Tide",
            "albumType": "EP",
            "albumSubType": "live",
            "albumSize": 5,
            "releaseTime": "2021-09-30",
        },
        ice.Music(
            name="Salt Ledger",
            artist="Wen Corrie",
            artist_aliases=("W. C.",),
            artist_area="other",
            artist_type="band",
            artist_description="Three fishers.",
            artist_introduction="Won a herring.",
            album="Low Tide",
            album_type="EP",
            album_subtype="live",
            album_size=5,
            release_time="2021-09-30",
        ),
    ),
    "person": (
        {
            "name": "Ida Morrow",
            "alias": ["I. M."],
            "description": "Builds weirs.",
            "ambiguityDes": "engineer",
            "url": "https://people.example.com/ida",
            "picture": "https://people.example.com/ida.jpg",
            "gender": "female",
            "resume": "Weirs since 1999.",
            "citizenship": "Brinland",
            "occupation": ["engineer"],
            "title": ["professor"],
            "position": ["warden"],
            "classification": "science",
            "nationality": "Brin",
            "nativePlace": "Old Weir",
            "birthPlace": "New Weir",
            "birthDate": "1971-02-03",
            "appointmentAndRemoval": ["warden from 2004"],
            "graduateInstitution": ["Weir College"],
            "achievement": ["nine weirs"],
            "productions": ["A book of weirs"],
        },
        ice.Person(
            name="Ida Morrow",
            aliases=("I. M.",),
            description="Builds weirs.",
            ambiguity="engineer",
            url="https://people.example.com/ida",
            picture="https://people.example.com/ida.jpg",
            gender="female",
            resume="Weirs since 1999.",
            citizenship="Brinland",
            occupations=("engineer",),
            titles=("professor",),
            positions=("warden",),
            classification="science",
            nationality="Brin",
            native_place="Old Weir",
            birth_place="New Weir",
            birth_date="1971-02-03",
            appointments=("warden from 2004",),
            schools=("Weir College",),
            achievements=("nine weirs",),
            productions=("A book of weirs",),
        ),
    ),
    "landmark": (
        {
            "name": "Altes Wehr",
            "nameEn": "Old Weir",
            "description": "A weir below the mill.",
            "address": "Mühlgasse 1",
            "addressEn": "1 Mill Lane",
            "longitude": -1,
            "latitude": 53.25,
        },
        ice.Landmark(
            name="Altes Wehr",
            name_en="Old Weir",
            description="A weir below the mill.",
            address="Mühlgasse 1",
            address_en="1 Mill Lane",
            longitude=-1.0,
            latitude=53.25,
        ),
    ),
    "thing": (
        {"brandName": "Korrel", "finegrainName": "Korrel red bicycle"},
        ice.Thing(name="Korrel red bicycle", brand="Korrel"),
    ),
}
EVERY_ENTRY = pytest.mark.parametrize(
    ("entry", "expected"), [pytest.param(*pair, id=name) for name, pair in ENTRIES.items()]
)


def known(*entries: Any) -> ice.Document:
    """A document whose tags have this knowledge."""
    rows = [{"labelLevel1": "Entity", "labelLevel2": "", "label": "x", "knowledgeInfo": entry} for entry in entries]
    return ice.parse({"type": "auto", "entities": rows}, kind="cpv_label")


def knowledge(*entries: Any) -> list[Any]:
    """What becomes of them, without problems."""
    document = known(*entries)
    assert document.problems == ()
    return [tag.knowledge for tag in document.tags]


@EVERY_ENTRY
def test_an_entry_of_a_graph_is_a_record(entry: dict[str, Any], expected: Any) -> None:
    """Every documented key has its field, in JSON text and without."""
    found = knowledge(json.dumps(entry), entry)
    assert found == [expected, expected]
    assert all(exactly(each.extra) == exactly(expected.extra) for each in found)


@EVERY_ENTRY
def test_numbers_may_be_text_and_keys_in_any_case(entry: dict[str, Any], expected: Any) -> None:
    """An entry says the same with numbers as text, names alone instead of in a list, and Pascal case."""
    as_text = {key: str(value) if isinstance(value, int | float) else value for key, value in entry.items()}
    alone = {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in entry.items()}
    pascal = {key[0].upper() + key[1:]: value for key, value in entry.items()}
    snake = {"".join(f"_{each.lower()}" if each.isupper() else each for each in key): entry[key] for key in entry}
    assert knowledge(as_text, alone, pascal, snake) == [expected] * 4


@EVERY_ENTRY
def test_unknown_keys_are_kept(entry: dict[str, Any], expected: Any) -> None:
    """What no page lists stays in `extra`, as it came."""
    found = knowledge({**entry, "newKey": [1, {"a": None}]})
    assert found == [expected]
    assert found[0].extra == {"newKey": [1, {"a": None}]}


@EVERY_ENTRY
def test_a_value_of_the_wrong_type_costs_its_own_field(entry: dict[str, Any], expected: Any) -> None:
    """It is listed with its path, kept in `extra`, and all the other fields stay."""
    (whole,) = document_to_json(known(entry))["tags"]
    for key in entry:
        document = known(json.dumps({**entry, key: {"wrong": True}}))
        (problem,) = document.problems
        assert problem.path == f"entities[0].knowledgeInfo → {key}"
        (tag,) = document_to_json(document)["tags"]
        assert tag["knowledge"].pop("extra") == {key: {"wrong": True}}
        lost = [name for name in whole["knowledge"] if name not in tag["knowledge"]]
        assert len(lost) == 1
        assert tag["knowledge"] == {name: value for name, value in whole["knowledge"].items() if name not in lost}


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param({"name": "Old Weir", "alias": ["The Step"]}, id="no key of a graph"),
        pytest.param({"name": "x", "gender": "female", "nameEn": "y"}, id="keys of two graphs"),
        pytest.param({"name": "x", "gender": None, "actor": ""}, id="keys of graphs without values"),
        pytest.param({"title": "x", "url": "https://x.example.com", "position": "y"}, id="keys that many objects have"),
        pytest.param([{"gender": "female"}], id="a list"),
        pytest.param("a weir", id="text"),
    ],
)
def test_what_is_in_no_graph_stays_as_it_is(entry: Any) -> None:
    """Where no graph alone has the keys, knowledge is the decoded value."""
    assert exactly(knowledge(entry)) == exactly([entry])


@pytest.mark.parametrize(
    "value",
    [
        *(pytest.param({**entry, "newKey": 1}, id=name) for name, (entry, _) in ENTRIES.items()),
        pytest.param({"name": "x"}, id="open"),
        pytest.param({"graph": "film", "name": "x"}, id="open, with the word of a graph"),
        pytest.param({"graph": "other", "value": {"graph": [1]}}, id="open, like what we write"),
        pytest.param("text", id="text"),
    ],
)
def test_records_json_keeps_knowledge_exactly(value: Any) -> None:
    """What was written to records.json is read as the same record, or the same open value."""
    document = known(value)
    again = document_from_json(json.loads(json.dumps(document_to_json(document))))
    assert exactly(again) == exactly(document)


def test_what_breaks_a_rule_in_records_json_is_left_out_and_listed() -> None:
    """A word for no graph, a field that a record does not have, and a value of another type."""
    written = document_to_json(known(*(entry for entry, _ in ENTRIES.values())))
    entries = [tag["knowledge"] for tag in written["tags"]]
    entries[0]["rating"] = "high"
    entries[1]["bogus"] = 1
    entries[2]["graph"] = "poem"
    entries[3] = written["tags"][3]["knowledge"] = {"graph": ["film"]}
    document = document_from_json(written)
    assert [(each.path, each.message) for each in document.problems] == [
        ("tags[0].knowledge.rating", "expected a finite number, left out"),
        ("tags[1].knowledge.bogus", "unknown field, left out"),
        ("tags[2].knowledge", "expected a graph, one of film, landmark, music, person, thing, left out"),
        ("tags[3].knowledge", "expected a graph, one of film, landmark, music, person, thing, left out"),
    ]
    kinds = [type(tag.knowledge).__name__ for tag in document.tags]
    assert kinds == ["Film", "Music", "NoneType", "NoneType", "Thing"]


def test_knowledge_of_older_records_json_is_read() -> None:
    """Before there were records for graphs, knowledge was the decoded value itself."""
    entry = {"name": "Old Weir", "nameEn": "Old Weir"}
    tag = {"kind": "entity", "knowledge": entry}
    document = document_from_json({"format": "ice_results.records/1", "tags": [tag]})
    assert document.tags == (ice.Tag(kind="entity", knowledge=entry),)


def test_sample_of_a_show_and_a_song() -> None:
    """A show, a song and a person, as people helped to find them."""
    document = ice.load(SAMPLES / "smarttag_known.json")
    show, song, person = (tag.knowledge for tag in document.tags)
    assert (show.name, show.rating, show.genres, show.episodes) == ("盐田来信", 8.1, ("真人秀", "旅行"), 12)
    assert (song.name, song.artist, song.album, song.album_size) == ("潮水账本", "白鹭洲", "晒盐的人", 5)
    assert song.extra == {"duration": "03:41"}
    assert person == ice.Person(name="老晏", aliases=("晏师傅",), gender="男", occupations=("盐工",))
    assert {tag.mode for tag in document.tags} == {"hmi"}
    assert document.problems == ()


def test_parts_whose_knowledge_differs_stay_apart_when_joined() -> None:
    """Two tags of one name are one tag only where all is the same that is known of them."""
    first, second = (known({"brandName": "Korrel", "finegrainName": "red", "code": code}) for code in (1, 2))
    assert len(ice.join([first, second], offsets_ms=[0, 1000]).tags) == 2
    assert len(ice.join([first, first], offsets_ms=[0, 1000]).tags) == 1
