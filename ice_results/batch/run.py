"""The conversion of one source by a plan: whatever is wrong with it is in its result and stops no other source."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, MutableMapping, Sequence
from itertools import chain, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import attrs

from .. import lazy
from ..errors import IceResultsError, MissingExtra, NoMaterial, SeveralDocuments, UnusableFolder
from ..findings import Change, Problem
from ..reading.documents import parse_all, parse_lines
from ..records import Document
from ..records.tracks import tracks
from ..text.safe import safe_name
from ..writing.convert import write
from ..writing.formats import DEFAULT_FORMATS, MAIN, WITH_TRACKS, WRITERS, split_format
from ..writing.outputs import Output, Writer
from ..writing.shared import shared_work
from .folders import make_folder, write_atomically
from .plan import Plan
from .results import Event, Result, changes_of, problems_of, reason_of, unread
from .sources import Missing, Source

# Most files are named by their tracks, and telling a language takes the small words of many.
if TYPE_CHECKING:
    from ..records import track_languages as languages
    from .tasks import Task
else:
    (languages,) = lazy.modules(__package__, "..records.track_languages")


@attrs.define
class Targets:
    """Which files may be written: each from one source, and none that somebody else made, but to replace it.

    `made_from` names the source of each that is there already. `ours` are those of an earlier run, and files not older
    than `since_ns` are of this one, which a worker that died has left: both are replaced.
    """

    overwrite: bool = False
    made_from: MutableMapping[str, str] = attrs.field(factory=dict)
    ours: Collection[str] = ()
    since_ns: int | None = None

    def other_source_of(self, target: Path, label: str) -> str | None:
        """The other source that a file was made from already; else it is of this one from now on."""
        first = self.made_from.setdefault(str(target), label)
        return None if first == label else first

    def is_left_alone(self, target: Path) -> bool:
        """Whether a file exists that must not be replaced; raises `OSError`."""
        if self.overwrite or str(target) in self.ours or not target.exists():
            return False
        return self.since_ns is None or target.stat().st_mtime_ns < self.since_ns


def run_task(task: Task, plan: Plan) -> Iterator[tuple[int, Result]]:
    """The results of a task's sources, each with its place; raises `UnusableFolder`."""
    targets = Targets(plan.overwrite, dict(task.made_from), task.ours, task.since_ns)
    for place, source in task.sources:
        yield place, convert_source(source, plan, targets)


def read_source(source: Source | Missing, plan: Plan) -> Iterable[Document]:
    """The documents of a source, read as the plan says; raises `OSError` and what `parse_all` raises.

    All of them are read before any is written: with `strict` a problem in the last one stops the first. Those of a
    large file of JSON Lines come one by one, and are read twice for that.
    """
    found = source.lines(plan.encoding)
    if found is None:
        content = source.read()
        return list(parse_all(content, kind=plan.kind, strict=plan.strict, name=source.label, encoding=plan.encoding))
    if plan.strict:
        deque(parse_lines(found, kind=plan.kind, strict=True), maxlen=0)
        found = source.lines() or iter(())
    return parse_lines(found, kind=plan.kind, strict=plan.strict, name=source.label)


def convert_source(source: Source | Missing, plan: Plan, targets: Targets) -> Result:
    """Convert one source and say what came of it; raises `UnusableFolder`."""
    begun = perf_counter()
    if isinstance(source, Missing):
        return unread(source.label, FileNotFoundError(None, source.reason))
    work = _Work(source, plan, targets)
    error = None
    try:
        documents = iter(read_source(source, plan))
        several = [*islice(documents, 2)]
        if plan.file and len(several) != 1:
            number = "several" if several else "no"
            raise SeveralDocuments(f"{number} documents, and -o {plan.file} takes one", advice="name a folder")
        for place, document in enumerate(chain(several, documents), 1):
            work.convert(document, place if len(several) > 1 else None)
    except UnusableFolder:
        raise
    except (OSError, IceResultsError) as found:
        error = found
    return work.result(perf_counter() - begun, error)


def convert_document(source: Source, document: Document, plan: Plan, targets: Targets, begun: float) -> Result:
    """Convert a document that was made of others, as if it were that of a source; raises `UnusableFolder`."""
    work = _Work(source, plan, targets)
    work.convert(document, None)
    return work.result(perf_counter() - begun, None)


@attrs.define
class _Work:
    """The documents of one source on their way into files."""

    source: Source
    plan: Plan
    targets: Targets
    outputs: list[Path] = attrs.field(factory=list)
    skipped: list[Path] = attrs.field(factory=list)
    changes: list[Change] = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)
    events: list[Event] = attrs.field(factory=list)

    def result(self, seconds: float, error: OSError | IceResultsError | None) -> Result:
        """What came of all of them, up to an error in what could not be read."""
        if error is not None:
            self.events.append(Event(self.source.label, reason_of(error), failed=True))
        return Result(
            source=self.source.label,
            outputs=tuple(self.outputs),
            skipped=tuple(self.skipped),
            changes=tuple(self.changes),
            problems=tuple(self.problems),
            error=error,
            seconds=seconds,
            events=tuple(self.events),
        )

    def convert(self, document: Document, place: int | None) -> None:
        """Write one document; `place` is its own among several."""
        label = self.source.label if place is None else f"{self.source.label} (document {place})"
        stem = self.source.stem if place is None else f"{self.source.stem}-{place}"
        self.problems += document.problems
        try:
            edited = self.plan.edits.apply(document)
        except IceResultsError as error:
            self.events.append(Event(label, str(error), failed=True))
            return
        self.events += problems_of(label, edited)
        with shared_work():
            self._write(label, stem, edited)

    def _write(self, label: str, stem: str, document: Document) -> None:
        made = lacking = False
        without: list[NoMaterial] = []
        for named in self.plan.formats or DEFAULT_FORMATS:
            try:
                outputs, name = self._outputs(document, named)
            except NoMaterial as reason:
                without.append(reason)
                continue
            except IceResultsError as error:
                lacking = True
                # A default format that needs a library was not asked for: that it is missing is no failure.
                failed = bool(self.plan.formats) or not isinstance(error, MissingExtra)
                self.events.append(Event(label, f"{named}: {error}", failed, None if failed else "without a library"))
                continue
            for output in outputs:
                made = True
                track = self._track_name(document, output.track, name)
                suffix = f"{safe_name(track)}.{name}" if track else name
                self._save(self.plan.file or self.plan.folder / self.source.folder / f"{stem}.{suffix}", output)
        self.events += _left_out(label, [each for each in without if self.plan.formats or each.reason])
        if not (made or lacking or self.plan.formats or document.problems):
            advice = f"nothing to write in the default formats: try --to {_fitting(document)}"
            self.events.append(Event(label, advice, topic="without material for a format"))

    def _outputs(self, document: Document, named: str) -> tuple[Sequence[Output], str]:
        """What is to be written in a format, and its name without the track that may be named before it."""
        track, name = split_format(named)
        outputs = write(document, name, **self.plan.options.get(name, {}))
        if track is not None:
            outputs = tuple(output for output in outputs if output.track == (None if track == MAIN else track))
            if not outputs:
                raise NoMaterial(named, f"track {track}")
        elif self.plan.file:
            outputs = (_for_file(outputs, self.plan.file, name, document),)
        return outputs, name

    def _track_name(self, document: Document, track: str | None, name: str) -> str | None:
        """What is between the stem and the suffix of a file."""
        if self.plan.name_by == "language" and name in WITH_TRACKS:
            return languages.names_by_language(document).get(track, track)
        return track

    def _save(self, target: Path, output: Output) -> None:
        """Write one file, or say why not."""
        label = self.source.label
        # Kept for the whole run: two inputs of one name would silently replace each other's files.
        if first := self.targets.other_source_of(target, label):
            message = f"{target} was already written from {first}: give one of them another output folder"
            self.events.append(Event(label, message, failed=True))
            return
        try:
            if self.targets.is_left_alone(target):
                self.skipped.append(target)
                message = f"{target} exists and was left alone (--overwrite replaces it)"
                self.events.append(Event(label, message, topic="with files that exist"))
                return
            if not self.plan.dry_run:
                make_folder(self.plan.folder)
                write_atomically(target, output.content)
        except OSError as error:
            self.events.append(Event(label, f"{target}: {error.strerror or error}", failed=True))
            return
        self.outputs.append(target)
        self.changes += output.changes
        self.events += changes_of(f"{label}: {target.name}", output.changes, self.plan.verbose)


def _for_file(outputs: Sequence[Output], file: Path, name: str, document: Document) -> Output:
    """The track or language that the name of a file has before its suffix, or the only one that there is.

    Raises `SeveralDocuments` where there are more, `UnknownName` for a language that no track is in.
    """
    stem = file.name.lower().removesuffix(f".{name}")
    named = [each for each in outputs if each.track and f".{stem}".endswith(f".{each.track}")]
    if named:
        return max(named, key=lambda each: len(each.track or ""))
    meant = languages.track_in_name(tracks(document), stem) if name in WITH_TRACKS else None
    if meant and (found := next((each for each in outputs if each.track == meant.name), None)):
        return found
    if len(outputs) == 1:
        return outputs[0]
    choices = " or ".join(f"--to {each.track or MAIN}.{name}" for each in outputs)
    raise SeveralDocuments(
        f"{len(outputs)} tracks, and -o {file} is one file", advice=f"add {choices}, or name a folder"
    )


def _left_out(label: str, reasons: list[NoMaterial]) -> Iterator[Event]:
    """One line for the formats without material, and one for each that its own rules do not allow."""
    yield from (Event(label, str(each), failed=True) for each in reasons if each.reason)
    plain = [each for each in reasons if not each.reason]
    if plain:
        names = ", ".join(each.format for each in plain)
        needs = ", ".join(dict.fromkeys(each.needs for each in plain))
        yield Event(label, str(NoMaterial(names, needs)), topic="without material for a format")


def _fitting(document: Document) -> str:
    """The formats that have material in this document, but for those that an extra brings."""
    return ",".join(writer.name for writer in WRITERS if not writer.extra and _has_material(writer, document))


def _has_material(writer: Writer[Any], document: Document) -> bool:
    try:
        return any(writer.write(document, writer.options()))
    except IceResultsError:
        return False
