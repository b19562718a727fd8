"""The problems of a source, where it cannot be read at all as one problem too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..captions.quality import CaptionIssue, caption_issues
from ..errors import IceResultsError
from ..reading.documents import parse_all
from ..records import Document
from ..records.tracks import tracks
from ..views.problems import ReportedProblem, reported
from ..writing.captions.tracks import shaping_of
from ..writing.convert import options_for
from ..writing.formats import writer_named
from .sources import Missing, Source


def problems_in(
    source: Source | Missing,
    kind: str | None = None,
    captions: Mapping[str, Any] | None = None,
    encoding: str | None = None,
) -> tuple[ReportedProblem, ...]:
    """Every problem of the documents of one source; with options for `captions`, of their cues too."""
    if isinstance(source, Missing):
        return (ReportedProblem(file=source.label, severity="error", message=source.reason),)
    try:
        documents = list(parse_all(source.read(), kind=kind, name=source.label, encoding=encoding))
    except OSError as error:
        return (ReportedProblem(file=source.label, severity="error", message=error.strerror or str(error)),)
    except IceResultsError as error:
        return (ReportedProblem(file=source.label, severity="error", message=str(error)),)
    found = reported(source.label, documents)
    if captions is None:
        return found
    numbered = enumerate(documents, 1)
    return (*found, *(each for place, one in numbered for each in _of_captions(source.label, place, one, captions)))


def _of_captions(file: str, place: int, document: Document, options: Mapping[str, Any]) -> Iterator[ReportedProblem]:
    """What breaks a rule in the cues of every track of speech."""
    shaping = shaping_of(document, options_for(writer_named("srt"), options))
    for track in tracks(document):
        for each in caption_issues(track.transcript.segments, shaping):
            yield _finding(file, place, track.name or "main", each)


def _finding(file: str, place: int, track: str, each: CaptionIssue) -> ReportedProblem:
    """A broken rule of captions: a note where shaping repaired it, else a warning."""
    return ReportedProblem(
        file=file,
        place=place,
        severity="note" if each.fixed else "warning",
        message=each.message,
        rule=each.rule,
        track=track,
        cue=each.cue,
        at_ms=each.at_ms,
        value=each.value,
        limit=each.limit,
        fixed=each.fixed,
    )
