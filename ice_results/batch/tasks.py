"""Sources in tasks for workers: small ones, and whatever could write the same file in one of them."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set

import attrs

from .sources import Missing, Source

MOST_FILES = 32
"""The most files of a task, but for those that could write the same output, which stay together."""

MOST_BYTES = 2_000_000
"""The most bytes of a task of several files."""

# The output of a source is its stem, the place of one of several documents (`-2`), a track and a format.
_PARTS = re.compile(r"[.-]")

Numbered = tuple[int, Source | Missing]
"""A source, and its place in the run."""


@attrs.frozen
class Task:
    """Sources that one worker converts one after the other, and what it has to know of the files that exist."""

    sources: tuple[Numbered, ...]
    made_from: Mapping[str, str] = attrs.field(factory=dict)
    ours: frozenset[str] = frozenset()
    since_ns: int | None = None

    def alone(self, since_ns: int) -> Iterator[Task]:
        """The same sources in a task each, which replace what a worker that died has left since then."""
        return (attrs.evolve(self, sources=(each,), since_ns=since_ns) for each in self.sources)


def tasks_of(
    sources: Sequence[Source | Missing], places: Iterable[int], roots: Sequence[Hashable]
) -> Iterator[tuple[Numbered, ...]]:
    """The sources at these places in tasks, in the order of the first of each; those of one root in one task."""
    task: list[Numbered] = []
    length = 0
    for group in _groups(sources, places, roots):
        size = sum(size_of(source) for _, source in group)
        if task and (len(task) + len(group) > MOST_FILES or length + size > MOST_BYTES):
            yield tuple(task)
            task, length = [], 0
        task += group
        length += size
    if task:
        yield tuple(task)


def roots_of(sources: Sequence[Source | Missing]) -> list[Hashable]:
    """For each source a value that it shares with those that could write the same file."""
    stems = {key for source in sources if (key := _key(source))}
    keys = map(_key, sources)
    return [_root(*key, stems) if key else place for place, key in enumerate(keys)]


def size_of(source: Source | Missing) -> int:
    """The bytes of a source, 0 where nobody knows them yet: a file of an archive, standard input."""
    if isinstance(source, Missing) or source.path is None or source.member is not None:
        return 0
    try:
        return os.stat(source.path).st_size
    except OSError:
        return 0


def _groups(
    sources: Sequence[Source | Missing], places: Iterable[int], roots: Sequence[Hashable]
) -> Iterable[list[Numbered]]:
    """The sources that could write the same file, together; all others alone."""
    groups: dict[Hashable, list[Numbered]] = {}
    for place in places:
        groups.setdefault(roots[place], []).append((place, sources[place]))
    return groups.values()


def _key(source: Source | Missing) -> tuple[str, str] | None:
    """The folder and the stem of a source's outputs, as a file system without case sees them."""
    if isinstance(source, Missing):
        return None
    return str(source.folder).casefold(), source.stem.casefold()


def _root(folder: str, stem: str, stems: Set[tuple[str, str]]) -> tuple[str, str]:
    """The shortest stem of a source whose outputs may be called like those of this one."""
    cuts = (stem[: match.start()] for match in _PARTS.finditer(stem))
    return folder, next((cut for cut in cuts if (folder, cut) in stems), stem)
