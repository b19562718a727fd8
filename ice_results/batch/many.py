"""Many sources at once: one result after the other, in order, whatever is wrong with one of them."""

from __future__ import annotations

import os
from collections.abc import Generator, Hashable, Iterable, Iterator, Sequence, Set
from contextlib import closing, nullcontext
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from .. import lazy
from ..errors import InvalidOption
from ..writing.convert import options_by_format
from ..writing.formats import writer_named
from .plan import Plan
from .results import Result
from .sources import Missing, Source, find_sources
from .tasks import Task, roots_of, tasks_of

# A conversion of a few files needs neither processes nor a log, and what a log says is done needs no reader.
if TYPE_CHECKING:
    from concurrent.futures import Executor

    from ..writing.options.keywords import AnyKeywords
    from . import executors, run
    from . import log as logs
else:
    executors, run, logs = lazy.modules(__package__, ".executors", ".run", ".log")

PathLike = str | os.PathLike[str]


def convert_many(
    sources: PathLike | Iterable[PathLike],
    formats: Iterable[str],
    folder: PathLike,
    *,
    executor: Executor | None = None,
    log: PathLike | None = None,
    kind: str | None = None,
    strict: bool = False,
    encoding: str | None = None,
    overwrite: bool = False,
    **options: Unpack[AnyKeywords],
) -> Iterator[Result]:
    """Convert files, folders, archives and globs into a folder, and give the result of each source in order.

    Nothing is converted before the results are asked for, and no source stops another: one that cannot be read is a
    result with its `error`. Without `formats` the default ones are written. The work is done on the workers of an
    `executor` of the kind of `concurrent.futures`, in this thread without one. With a `log` a source that an earlier
    run converted, and that is as it was, is only reported. `options` are those of the formats, the other arguments
    are those of `parse_all`.

    Raises `UnknownName` and `InvalidOption` for wrong arguments at once, `OSError` for a log that cannot be
    written, and while results are asked for `UnusableFolder` where nothing can be written in the folder.
    """
    names = tuple(writer_named(name).name for name in ([formats] if isinstance(formats, str) else formats))
    given = [sources] if isinstance(sources, str | os.PathLike) else sources
    plan = Plan(
        Path(folder),
        names,
        options_by_format(names, options),
        kind=kind,
        strict=strict,
        overwrite=overwrite,
        encoding=encoding,
    )
    found = list(find_sources([os.fspath(each) for each in given], plan.folder))
    return run_all(found, plan, executor=executor, log=Path(log) if log is not None else None)


def run_all(
    sources: Sequence[Source | Missing],
    plan: Plan,
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    log: Path | None = None,
) -> Generator[Result, None, None]:
    """The results of all sources in order, from an executor, from `jobs` processes, or made here; errors at once."""
    if jobs < 1:
        raise InvalidOption("jobs", "a number from 1", repr(jobs))
    opened = logs.RunLog(log, plan) if log is not None else None
    return _results(sources, plan, executor, jobs, opened)


def _results(
    sources: Sequence[Source | Missing], plan: Plan, executor: Executor | None, jobs: int, log: logs.RunLog | None
) -> Generator[Result, None, None]:
    """The results in the order of the sources, each in the log as soon as it is made."""
    done = {place for place, source in enumerate(sources) if log and log.is_done(source)}
    tasks = _tasks(sources, done, log)
    made: dict[int, Result] = {}
    with log or nullcontext(), closing(_made(tasks, plan, executor, jobs)) as results:
        for place, source in enumerate(sources):
            if log and place in done:
                yield Result(source=source.label, skipped=tuple(map(Path, log.outputs_of(source))), done_before=True)
                continue
            while place not in made:
                at, result = next(results)
                if log:
                    log.add(sources[at], result)
                made[at] = result
            yield made.pop(place)


def _tasks(sources: Sequence[Source | Missing], done: Set[int], log: logs.RunLog | None) -> Iterator[Task]:
    """What is left to do, with the files that earlier runs made of these sources and of those they could meet."""
    roots = roots_of(sources)
    made: dict[Hashable, dict[str, str]] = {}
    for place in done:
        outputs = log.outputs_of(sources[place]) if log else ()
        made.setdefault(roots[place], {}).update(dict.fromkeys(outputs, sources[place].label))
    for numbered in tasks_of(sources, (place for place in range(len(sources)) if place not in done), roots):
        met = (made.get(root, {}) for root in {roots[place] for place, _ in numbered})
        ours = frozenset(path for _, source in numbered if log for path in log.outputs_of(source))
        yield Task(numbered, dict(chain.from_iterable(each.items() for each in met)), ours)


def _made(
    tasks: Iterator[Task], plan: Plan, executor: Executor | None, jobs: int
) -> Generator[tuple[int, Result], None, None]:
    if executor is not None:
        return executors.run_on(executor, tasks, plan)
    if jobs > 1:
        return executors.run_in_processes(jobs, tasks, plan)
    return (each for task in tasks for each in run.run_task(task, plan))
