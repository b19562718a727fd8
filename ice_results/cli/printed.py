"""One format of one document on standard output, for the next program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

from ..batch.plan import Plan
from ..batch.results import Event, changes_of, problems_of, reason_of
from ..batch.run import read_source
from ..batch.sources import Missing, Source, find_sources
from ..errors import IceResultsError, NoMaterial, SeveralDocuments, UnknownName
from ..records import Document
from ..writing.convert import write
from ..writing.formats import MAIN, split_format
from ..writing.outputs import Output
from .streams import ALL_DONE, SOMETHING_FAILED, print_out, tell


def print_converted(inputs: Iterable[str], plan: Plan, quiet: bool) -> int:
    """Print what the plan's one format makes of the one input, tell what there is to tell, and give the status."""
    sources = list(find_sources(inputs))
    if len(sources) != 1 or len(plan.formats) != 1:
        raise click.UsageError("-o - takes one input and one format with --to")
    source, (name,) = sources[0], plan.formats
    try:
        document = _only_document(source, plan)
        output, others = _chosen(document, name, plan.options)
    except (OSError, IceResultsError) as error:
        tell(f"{source.label}: {reason_of(error)}")
        return SOMETHING_FAILED
    events = [
        *problems_of(source.label, document),
        *changes_of(f"{source.label}: {name}", output.changes, plan.verbose),
    ]
    if others:
        events.append(Event(source.label, f"further tracks were not printed: {', '.join(others)}"))
    for event in events:
        if event.failed or not quiet:
            tell(str(event))
    # Messages before content: a reader such as `head` may close the pipe, which ends the command.
    status = SOMETHING_FAILED if any(event.failed for event in events) else ALL_DONE
    content = output.content
    print_out(content.encode() if isinstance(content, str) else content, status)
    return status


def _only_document(source: Source | Missing, plan: Plan) -> Document:
    """The document of an input that holds one."""
    documents = list(read_source(source, plan))
    if len(documents) != 1:
        raise SeveralDocuments(f"{len(documents)} documents, and -o - takes one", advice="name a folder")
    return plan.edits.apply(documents[0])


def _chosen(document: Document, named: str, options: Mapping[str, Mapping[str, Any]]) -> tuple[Output, tuple[str, ...]]:
    """The track that is asked for, and the names of the others where none is named."""
    track, name = split_format(named)
    outputs = {output.track: output for output in write(document, name, **options[name])}
    others = tuple(each for each in outputs if each)
    wanted = None if track == MAIN else track
    if wanted in outputs:
        return outputs[wanted], others if track is None else ()
    if track is None:
        there = ", ".join(f"--to {each}.{name}" for each in others)
        raise NoMaterial(name, "transcripts", f"the main track has no text to show; try {there}")
    raise UnknownName(f"track of {name}", track, others)
