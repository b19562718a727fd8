"""The conversion of many sources: one bad file never stops the others, and every one is accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from ..errors import IceResultsError, MissingExtra, NoMaterial
from ..findings import Change
from ..reading.documents import parse_all
from ..records import Document
from ..text.safe import safe_name
from ..writing.convert import write
from ..writing.formats import DEFAULT_FORMATS, WRITERS
from ..writing.outputs import Output, Writer
from .edits import Edits
from .folders import make_folder, write_atomically
from .sources import Missing, Source

# A file may have thousands of changes: the first ones show what kind they are, -v lists the rest.
_SHOWN = 10


@attrs.frozen
class Event:
    """One line about one file, and whether it means that something was left out or failed."""

    label: str
    message: str
    failed: bool = False

    def __str__(self) -> str:
        return f"{self.label}: {self.message}"


@attrs.frozen
class Plan:
    """What is written where; no formats means those of every day that a document has material for."""

    folder: Path
    formats: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)
    kind: str | None = None
    strict: bool = False
    overwrite: bool = False
    verbose: bool = False
    encoding: str | None = None
    edits: Edits = Edits()


def read_source(source: Source, plan: Plan) -> Iterator[Document]:
    """The documents of a source, read as the plan says; raises `OSError` and what `parse_all` raises."""
    content = source.read()
    return parse_all(content, kind=plan.kind, strict=plan.strict, name=source.label, encoding=plan.encoding)


@attrs.define
class Run:
    """A run over sources, and the count of what came of it."""

    plan: Plan
    sources: int = 0
    written: int = 0
    left_alone: int = 0
    failed: int = 0
    _made_from: dict[Path, str] = attrs.field(factory=dict)
    _is_open: bool = False

    def convert(self, source: Source | Missing) -> Iterator[Event]:
        """Convert one source, telling what there is to tell about it; raises `UnusableFolder`."""
        self.sources += 1
        failed = False
        for event in self._events(source):
            failed |= event.failed
            yield event
        self.failed += failed

    def _events(self, source: Source | Missing) -> Iterator[Event]:
        if isinstance(source, Missing):
            yield Event(source.label, source.reason, failed=True)
            return
        try:
            # All of them before any is written: with --strict a problem in the last one is to stop the first.
            documents = list(read_source(source, self.plan))
        except OSError as error:
            yield Event(source.label, error.strerror or str(error), failed=True)
            return
        except IceResultsError as error:
            yield Event(source.label, str(error), failed=True)
            return
        for place, document in enumerate(documents, 1):
            several = len(documents) > 1
            label = f"{source.label} (document {place})" if several else source.label
            stem = f"{source.stem}-{place}" if several else source.stem
            try:
                edited = self.plan.edits.apply(document)
            except IceResultsError as error:
                yield Event(label, str(error), failed=True)
                continue
            yield from problems_of(label, edited)
            yield from self._write(source, label, stem, edited)

    def _write(self, source: Source, label: str, stem: str, document: Document) -> Iterator[Event]:
        made = lacking = False
        without: list[NoMaterial] = []
        for name in self.plan.formats or DEFAULT_FORMATS:
            try:
                outputs = write(document, name, **self.plan.options.get(name, {}))
            except NoMaterial as reason:
                without.append(reason)
                continue
            except IceResultsError as error:
                lacking = True
                # A default format that needs a library was not asked for: that it is missing is no failure.
                failed = bool(self.plan.formats) or not isinstance(error, MissingExtra)
                yield Event(label, f"{name}: {error}", failed)
                continue
            for output in outputs:
                made = True
                suffix = f"{safe_name(output.track)}.{name}" if output.track else name
                yield from self._save(source, f"{stem}.{suffix}", output)
        yield from _left_out(label, [each for each in without if self.plan.formats or each.reason])
        if not (made or lacking or self.plan.formats or document.problems):
            yield Event(label, f"nothing to write in the default formats: try --to {_fitting(document)}")

    def _save(self, source: Source, name: str, output: Output) -> Iterator[Event]:
        target = self.plan.folder / source.folder / name
        # Kept for the whole run: two inputs of one name would silently replace each other's files.
        first = self._made_from.setdefault(target, source.label)
        if first != source.label:
            message = f"{target} was already written from {first}: give one of them another output folder"
            yield Event(source.label, message, failed=True)
            return
        try:
            exists = target.exists() and not self.plan.overwrite
            if not exists:
                self._open_folder()
                write_atomically(target, output.content)
        except OSError as error:
            yield Event(source.label, f"{target}: {error.strerror or error}", failed=True)
            return
        if exists:
            self.left_alone += 1
            yield Event(source.label, f"{target} exists and was left alone (--overwrite replaces it)")
            return
        self.written += 1
        yield from changes_of(f"{source.label}: {name}", output.changes, self.plan.verbose)

    def _open_folder(self) -> None:
        if not self._is_open:
            make_folder(self.plan.folder)
            self._is_open = True


def _left_out(label: str, reasons: list[NoMaterial]) -> Iterator[Event]:
    """One line for the formats without material, and one for each that its own rules do not allow."""
    yield from (Event(label, str(each), failed=True) for each in reasons if each.reason)
    plain = [each for each in reasons if not each.reason]
    if plain:
        names = ", ".join(each.format for each in plain)
        needs = ", ".join(dict.fromkeys(each.needs for each in plain))
        yield Event(label, str(NoMaterial(names, needs)))


def _fitting(document: Document) -> str:
    """The formats that have material in this document, but for those that an extra brings."""
    return ",".join(writer.name for writer in WRITERS if not writer.extra and _has_material(writer, document))


def _has_material(writer: Writer[Any], document: Document) -> bool:
    try:
        return any(writer.write(document, writer.options()))
    except IceResultsError:
        return False


def changes_of(label: str, changes: Sequence[Change], verbose: bool) -> Iterator[Event]:
    """One line for the changes of a file, each in a line of its own where all are wanted."""
    if verbose or len(changes) == 1:
        yield from (Event(label, str(change)) for change in changes)
    elif changes:
        yield Event(label, f"{len(changes)} changes (-v lists them), first: {changes[0]}")


def problems_of(label: str, document: Document) -> Iterator[Event]:
    """A line for each problem, the first few of each severity."""
    for severity in ("error", "warning", "note"):
        lines = [str(problem) for problem in document.problems if problem.severity == severity]
        yield from _some(label, lines, failed=severity == "error")


def _some(label: str, lines: list[str], *, failed: bool) -> Iterable[Event]:
    shown = [Event(label, line, failed) for line in lines[:_SHOWN]]
    more = len(lines) - len(shown)
    return [*shown, Event(label, f"and {more} more like this", failed)] if more else shown
