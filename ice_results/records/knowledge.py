"""What a knowledge graph says about an entity: films, music, people, landmarks and things.

The service documents the keys and no types ("Knowledge graph fields in smart tagging jobs"): what stands for
several names is a tuple of them, and everything that is not listed there stays in `extra`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .base import extra


@attrs.frozen(kw_only=True)
class Film:
    """A film, a series or a show.

    `category` is for example variety show (`chnl`), `rating` the one on Douban, `image` the poster;
    `episode_minutes` is the length of an episode, `episodes` the number of them.
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    category: str | None = None
    country: str | None = None
    language: str | None = None
    image: str | None = None
    rating: float | None = None
    genres: tuple[str, ...] = ()
    release_date: str | None = None
    release_year: int | None = None
    episode_minutes: float | None = None
    episodes: int | None = None
    directors: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Music:
    """A song with its artist and album; `release_time` is as given."""

    name: str | None = None
    artist: str | None = None
    artist_aliases: tuple[str, ...] = ()
    artist_area: str | None = None
    artist_type: str | None = None
    artist_description: str | None = None
    artist_introduction: str | None = None
    album: str | None = None
    album_type: str | None = None
    album_subtype: str | None = None
    album_size: int | None = None
    release_time: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Person:
    """A person; `ambiguity` tells people of one name apart.

    `citizenship` is the country, and `nationality`, by the Chinese page, the ethnic group.
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    description: str | None = None
    ambiguity: str | None = None
    url: str | None = None
    picture: str | None = None
    gender: str | None = None
    resume: str | None = None
    citizenship: str | None = None
    occupations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    classification: str | None = None
    nationality: str | None = None
    native_place: str | None = None
    birth_place: str | None = None
    birth_date: str | None = None
    appointments: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    achievements: tuple[str, ...] = ()
    productions: tuple[str, ...] = ()
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Landmark:
    """A place; `longitude` and `latitude` are in degrees."""

    name: str | None = None
    name_en: str | None = None
    description: str | None = None
    address: str | None = None
    address_en: str | None = None
    longitude: float | None = None
    latitude: float | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Thing:
    """An object that was recognised down to the product (`finegrainName`), and its brand."""

    name: str | None = None
    brand: str | None = None
    extra: Mapping[str, Any] = extra()


GRAPHS: Mapping[str, type] = {"film": Film, "music": Music, "person": Person, "landmark": Landmark, "thing": Thing}
"""The records by the words that records.json has for them."""

OPEN = "other"
"""The word of records.json for what is in no graph, where it could be taken for one that is."""


def graph_of(record: Any) -> str | None:
    """The word for a record of a graph, `None` for every other value."""
    return next((word for word, kind in GRAPHS.items() if type(record) is kind), None)
