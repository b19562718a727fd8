"""A run over many inputs as people see it: what is said of each, briefly where thousands say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import attrs
import click

from ..batch.many import run_all
from ..batch.parts import convert_as_one
from ..batch.plan import Plan
from ..batch.results import Event, Result
from ..batch.sources import find_sources
from ..errors import UnusableFolder
from ..text.values import counted
from ..writing.formats import split_format
from .edits import part_of
from .signals import INTERRUPTED, TERMINATED, termination_as_interrupt
from .streams import ALL_DONE, SOMETHING_FAILED, print_out, tell, with_progress
from .values import checked

MOST_ALIKE = 5
"""Of so many inputs the lines of one topic are printed; -v prints those of all."""


@attrs.define
class _Messages:
    """What is said of inputs: every failure, and of what is alike the first few, then how many more there are."""

    verbose: bool
    quiet: bool
    _inputs: Counter[str] = attrs.field(factory=Counter)

    def of(self, result: Result) -> Iterator[Event]:
        """What to say of one input."""
        self._inputs.update({event.topic for event in result.events if event.topic})
        for event in result.events:
            if self.quiet and not event.failed:
                continue
            if self.verbose or event.topic is None or self._inputs[event.topic] <= MOST_ALIKE:
                yield event

    def rest(self) -> Iterator[str]:
        """A line for each topic of which not everything was said."""
        if not self.verbose and not self.quiet:
            for topic, inputs in self._inputs.items():
                if inputs > MOST_ALIKE:
                    yield f"and {counted(inputs - MOST_ALIKE, 'more input')} {topic} (-v lists them)"


@attrs.define
class _Counts:
    """How many inputs there were, and what came of them."""

    plan: Plan
    inputs: int = 0
    written: Counter[str] = attrs.field(factory=Counter)
    left_alone: int = 0
    failed: int = 0
    done_before: int = 0

    def add(self, result: Result) -> None:
        self.inputs += 1
        self.written.update(split_format(path.name)[1] for path in result.outputs)
        self.left_alone += 0 if result.done_before else len(result.skipped)
        self.failed += result.failed
        self.done_before += result.done_before

    def __str__(self) -> str:
        before = f", {self.done_before} done before" if self.done_before else ""
        verb = "to be written" if self.plan.dry_run else "written"
        counts = f"{self.written.total()} {verb}, {self.left_alone} left alone, {self.failed} with errors"
        return f"{counted(self.inputs, 'input')}: {counts}{before}"

    def by_format(self) -> str:
        """How many files of each format were written where."""
        formats = ", ".join(f"{name} {count}" for name, count in self.written.items())
        return f"{'would be ' if self.plan.dry_run else ''}written: {formats} in {self.plan.folder}"


def convert_all(inputs: Iterable[str], plan: Plan, jobs: int, log: str | None, quiet: bool) -> int:
    """Convert every input, say what there is to say, and give the exit status."""
    sources = list(find_sources(inputs, None if plan.file else plan.folder))
    if plan.file and (len(sources) != 1 or [split_format(name)[1] for name in plan.formats] != [_format_of(plan.file)]):
        raise click.UsageError(f"-o {plan.file} takes one input, and --to {_format_of(plan.file)} if any")
    try:
        results = checked(lambda: run_all(sources, plan, jobs=jobs, log=Path(log) if log else None))
    except OSError as error:
        tell(f"{log}: {error.strerror or error}")
        return SOMETHING_FAILED
    return _reported(results, len(sources), plan, quiet)


def convert_parts(inputs: Iterable[str], name: str, plan: Plan, quiet: bool) -> int:
    """Convert all inputs as one document of this name, and say and give the same of it."""
    parts = [part_of(each) for each in inputs]
    if len({offset is None for _, offset in parts}) != 1:
        raise click.UsageError("--as-one: give every input an @OFFSET, such as part2.json@00:10:00, or none")
    return _reported((convert_as_one(parts, name, plan) for _ in range(1)), 1, plan, quiet)


def _reported(results: Generator[Result, None, None], length: int, plan: Plan, quiet: bool) -> int:
    """Say what there is to say of all results, and give the exit status."""
    messages, counts = _Messages(plan.verbose, quiet), _Counts(plan)
    try:
        stopped = _told(results, length, messages, counts)
    except UnusableFolder as error:
        tell(str(error))
        return SOMETHING_FAILED
    for line in messages.rest():
        tell(line)
    if not quiet:
        if counts.written.total() > 1:
            tell(counts.by_format())
        tell(f"{counts}; stopped" if stopped else str(counts))
    return stopped or (SOMETHING_FAILED if counts.failed else ALL_DONE)


def _format_of(file: Path) -> str:
    return split_format(file.name)[1]


def _told(results: Generator[Result, None, None], length: int, messages: _Messages, counts: _Counts) -> int:
    """Say what there is to say of each result, up to the end or a signal, and give the status of that signal."""
    try:
        with termination_as_interrupt(), closing(results):
            for result in with_progress(results, length):
                for event in messages.of(result):
                    tell(str(event))
                if counts.plan.dry_run:
                    print_out("".join(f"{path}\n" for path in result.outputs))
                counts.add(result)
    except KeyboardInterrupt as interrupt:
        return TERMINATED if interrupt.args else INTERRUPTED
    return 0
