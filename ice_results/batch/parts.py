"""Several inputs as one document: files about the same media, or parts of it that were processed on their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from .. import lazy
from ..errors import IceResultsError, SeveralDocuments
from ..records import Document
from .plan import Plan
from .results import Event, Result, reason_of
from .sources import Missing, Source, find_sources

# Most runs put nothing together, and the edits know every kind of record.
if TYPE_CHECKING:
    from ..editing import joining
    from . import run
else:
    joining, run = lazy.modules(__package__, "..editing.joining", ".run")

Part = tuple[str, int | None]
"""An input, and where in the whole it begins, in milliseconds; `None` where all are on the same clock."""


def convert_as_one(parts: Sequence[Part], name: str, plan: Plan) -> Result:
    """Put the documents of the parts together and convert the whole, whose files are called by the name.

    With offsets they are joined, without they are merged. Nothing is written where a part cannot be read. Raises
    `UnusableFolder`.
    """
    begun = perf_counter()
    whole = Source(Path(name), Path(), name)
    try:
        found = [_documents(given, offset, plan) for given, offset in parts]
        documents = [document for each in found for document in each]
        offsets = [offset for _, offset in parts if offset is not None]
        document = joining.join(documents, offsets) if offsets else joining.merge(documents)
    except (OSError, IceResultsError) as error:
        label = getattr(error, "filename", None) or name
        return Result(source=name, events=(Event(label, reason_of(error), failed=True),))
    return run.convert_document(whole, document, plan, run.Targets(plan.overwrite), begun)


def _documents(given: str, offset: int | None, plan: Plan) -> list[Document]:
    """The documents of an input, one only where it has an offset; raises `OSError` and what reading raises."""
    documents = [document for source in find_sources([given]) for document in _read(source, plan)]
    if offset is not None and len(documents) != 1:
        raise SeveralDocuments(f"{given} holds {len(documents)} documents", advice="give each part a file of its own")
    return documents


def _read(source: Source | Missing, plan: Plan) -> Iterator[Document]:
    if isinstance(source, Missing):
        raise FileNotFoundError(None, source.reason, source.label)
    try:
        yield from run.read_source(source, plan)
    except IceResultsError as error:
        raise OSError(None, str(error), source.label) from None
