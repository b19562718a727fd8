"""Tasks on the workers of an executor: few at a time, in order, and a worker that dies stops nothing else."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from multiprocessing.synchronize import Event as Signal
from threading import Thread
from types import FrameType

from ..errors import WorkerDied
from .plan import Plan
from .results import Result, unread
from .run import run_task
from .tasks import Task

MOST_TASKS = 8
"""So many tasks are under way at a time, or two for each worker: their results are all that waits in memory."""

Results = list[tuple[int, Result]]
Made = Generator[tuple[int, Result], None, None]
"""Results with the places of their sources, as they come."""


def run_on(executor: Executor, tasks: Iterable[Task], plan: Plan) -> Made:
    """The results of all tasks from an executor of the caller, who also looks after its workers."""
    for task, future in _futures(tasks, lambda task: executor.submit(_work, task, plan), MOST_TASKS):
        try:
            yield from future.result()
        except BrokenExecutor as error:
            yield from ((place, unread(source.label, WorkerDied(str(error)))) for place, source in task.sources)


def run_in_processes(jobs: int, tasks: Iterable[Task], plan: Plan) -> Made:
    """The results of all tasks from `jobs` processes; the sources of one that dies are run again one by one."""
    begun_ns = time.time_ns()
    with _Processes(jobs) as processes:
        for task, future in _futures(tasks, lambda task: processes.submit(task, plan), max(MOST_TASKS, 2 * jobs)):
            try:
                yield from future.result()
            except BrokenExecutor:
                yield from _one_by_one(task, plan, begun_ns)


def _futures(
    tasks: Iterable[Task], submit: Callable[[Task], Future[Results]], most: int
) -> Iterator[tuple[Task, Future[Results]]]:
    """The tasks and what comes of them, in order, with so many under way."""
    rest = iter(tasks)
    waiting = deque((task, submit(task)) for task in islice(rest, most))
    while waiting:
        yield waiting.popleft()
        waiting.extend((task, submit(task)) for task in islice(rest, 1))


def _one_by_one(task: Task, plan: Plan, begun_ns: int) -> Iterator[tuple[int, Result]]:
    """Each source of a task in a process that may die with it, and is then named."""
    with _Processes(1) as process:
        for each in task.alone(begun_ns):
            try:
                yield from process.submit(each, plan).result()
            except BrokenExecutor:
                ((place, source),) = each.sources
                yield place, unread(source.label, WorkerDied("the process that converted it died"))


class _Processes:
    """Processes that are started anew when one of them has died, and that end between two files when told to."""

    def __init__(self, jobs: int) -> None:
        # A fork would copy the locks of other threads in whatever state they are: spawned processes have none.
        self._context = get_context("spawn")
        self._jobs = jobs
        self._stop = self._context.Event()
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, self._context, _begin_worker, (self._stop,))

    def submit(self, task: Task, plan: Plan) -> Future[Results]:
        """Hand over a task; to new processes where the old ones are broken."""
        try:
            return self._pool.submit(_work, task, plan)
        except BrokenExecutor:
            self._pool = self._new_pool()
            return self._pool.submit(_work, task, plan)

    def __enter__(self) -> _Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)


_stop: Signal | None = None
_is_working = False


class _Terminated(BaseException):
    """In a worker: it is to end, and what it is writing goes with it."""


def _begin_worker(stop: Signal) -> None:
    """In a worker: Ctrl-C is for the parent, which says when to stop, and who is gone needs no worker."""
    global _stop
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _terminate)
    Thread(target=_end_with_parent, daemon=True).start()


def _terminate(number: int, _: FrameType | None) -> None:
    """End at once, but not before a half-written file is removed: a pool ends all workers where one has died."""
    if _is_working:
        raise _Terminated
    os._exit(128 + number)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(task: Task, plan: Plan) -> Results:
    """In a worker: the results of a task, up to the file at which the run is stopped."""
    global _is_working
    results: Results = []
    _is_working = True
    try:
        for each in run_task(task, plan):
            results.append(each)
            if _stop is not None and _stop.is_set():
                break
    except _Terminated:
        os._exit(128 + signal.SIGTERM)
    finally:
        _is_working = False
    return results
