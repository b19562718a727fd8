"""Entries of knowledge graphs, `knowledgeInfo` of tags ("Knowledge graph fields in smart tagging jobs").

The page lists the keys of five graphs with examples for some: `doubanRating` 9.4, `genre` drama/war. Which graph an
entry is in is not said; it is told by the keys that only one graph has, so `{"name": ..., "alias": ...}` alone is in
none and stays as it is. That several names are a list, and numbers may be text, are guesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import attrs

from ...records import Film, Landmark, Music, Person, Thing
from ..escaping import peel
from ..wire import DECODED, IDENTIFIER, LABEL, NUMBER, WHOLE, NeedsSlowPath, Parsed, Schema, field, mismatch
from ..wire.keys import normal
from ..wire.scalars import types_of


@attrs.frozen
class _Names:
    """Names as a list of texts, or as one text, which is split at `separator` where one is documented."""

    separator: str | None = None

    def read(self, value: Any, path: str) -> Parsed[tuple[str, ...] | None]:
        names = value if isinstance(value, list | tuple) else [value]
        if not types_of(names) <= {str}:
            return mismatch("text or a list of texts", value, path)
        return Parsed(self._split(names))

    def column(self, values: list[Any]) -> Iterable[tuple[str, ...]]:
        lists = [value if type(value) is list else [value] for value in values]
        if not types_of(chain.from_iterable(lists)) <= {str}:
            raise NeedsSlowPath
        return map(self._split, lists)

    def _split(self, names: Sequence[str]) -> tuple[str, ...]:
        if self.separator:
            names = [part.strip() for name in names for part in name.split(self.separator)]
        return tuple([name for name in names if name.strip()])


_NAMES, _GENRES = _Names(), _Names("/")

_GRAPHS: tuple[tuple[str, Schema[Any]], ...] = (
    (
        "chnl doubanRating releaseDate releaseYear epsLen epsNum director actor",
        Schema(
            Film,
            name=field(LABEL, "name"),
            aliases=field(_NAMES, "alias"),
            category=field(LABEL, "chnl"),
            country=field(LABEL, "country"),
            language=field(LABEL, "language"),
            image=field(LABEL, "image"),
            rating=field(NUMBER, "doubanRating"),
            genres=field(_GENRES, "genre"),
            release_date=field(LABEL, "releaseDate"),
            release_year=field(WHOLE, "releaseYear"),
            episode_minutes=field(NUMBER, "epsLen"),
            episodes=field(WHOLE, "epsNum"),
            directors=field(_NAMES, "director"),
            authors=field(_NAMES, "author"),
            actors=field(_NAMES, "actor"),
        ),
    ),
    (
        "songName artistName artistAlias artistArea artistType albumName albumType albumSubType albumSize releaseTime",
        Schema(
            Music,
            name=field(LABEL, "songName"),
            artist=field(LABEL, "artistName"),
            artist_aliases=field(_NAMES, "artistAlias"),
            artist_area=field(LABEL, "artistArea"),
            artist_type=field(LABEL, "artistType"),
            artist_description=field(LABEL, "briefDesc"),
            artist_introduction=field(LABEL, "introduction"),
            album=field(LABEL, "albumName"),
            album_type=field(LABEL, "albumType"),
            album_subtype=field(LABEL, "albumSubType"),
            album_size=field(WHOLE, "albumSize"),
            release_time=field(IDENTIFIER, "releaseTime"),
        ),
    ),
    (
        "gender citizenship occupation nationality nativePlace birthPlace birthDate graduateInstitution productions",
        Schema(
            Person,
            name=field(LABEL, "name"),
            aliases=field(_NAMES, "alias"),
            description=field(LABEL, "description"),
            ambiguity=field(LABEL, "ambiguityDes"),
            url=field(LABEL, "url"),
            picture=field(LABEL, "picture"),
            gender=field(LABEL, "gender"),
            resume=field(LABEL, "resume"),
            citizenship=field(LABEL, "citizenship"),
            occupations=field(_NAMES, "occupation"),
            titles=field(_NAMES, "title"),
            positions=field(_NAMES, "position"),
            classification=field(LABEL, "classification"),
            nationality=field(LABEL, "nationality"),
            native_place=field(LABEL, "nativePlace"),
            birth_place=field(LABEL, "birthPlace"),
            birth_date=field(LABEL, "birthDate"),
            appointments=field(_NAMES, "appointmentAndRemoval"),
            schools=field(_NAMES, "graduateInstitution"),
            achievements=field(_NAMES, "achievement"),
            productions=field(_NAMES, "productions"),
        ),
    ),
    (
        "nameEn addressEn longitude latitude",
        Schema(
            Landmark,
            name=field(LABEL, "name"),
            name_en=field(LABEL, "nameEn"),
            description=field(LABEL, "description"),
            address=field(LABEL, "address"),
            address_en=field(LABEL, "addressEn"),
            longitude=field(NUMBER, "longitude"),
            latitude=field(NUMBER, "latitude"),
        ),
    ),
    ("brandName finegrainName", Schema(Thing, name=field(LABEL, "finegrainName"), brand=field(LABEL, "brandName"))),
)
"""The graphs, each with the keys by which it is told: no other graph has them, and few other objects."""

_TOLD_BY = {normal(key): place for place, (keys, _) in enumerate(_GRAPHS) for key in keys.split()}


@attrs.frozen
class _Knowledge:
    """An entry of a graph as its record, or decoded where it is in none."""

    def read(self, value: Any, path: str) -> Parsed[Any]:
        decoded = DECODED.read(value, path)
        place = _place_of_graph(decoded.value)
        return decoded if place is None else _GRAPHS[place][1].read(decoded.value, peel(value, path).path)

    def column(self, values: list[Any]) -> Iterable[Any]:
        found = list(DECODED.column(values))
        graphs = list(map(_place_of_graph, found))
        for graph in {graph for graph in graphs if graph is not None}:
            places = [place for place, each in enumerate(graphs) if each == graph]
            records = _GRAPHS[graph][1].column([found[place] for place in places])
            for place, record in zip(places, records, strict=True):
                found[place] = record
        return found


def _place_of_graph(value: Any) -> int | None:
    """The graph that alone has keys of this object, `None` where there is no such graph."""
    if not isinstance(value, Mapping):
        return None
    graphs = {place for key, place in _told_by(tuple(value)) if value[key] not in (None, "")}
    return graphs.pop() if len(graphs) == 1 else None


@lru_cache(256)
def _told_by(keys: tuple[Any, ...]) -> list[tuple[Any, int]]:
    """The keys among these that one graph alone has, with the place of the graph; entries of a graph have the same."""
    return [(key, _TOLD_BY[normal(str(key))]) for key in keys if normal(str(key)) in _TOLD_BY]


KNOWLEDGE = _Knowledge()
