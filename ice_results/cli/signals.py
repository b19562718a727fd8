"""Requests to end: a run stops between two files and says what it did."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

INTERRUPTED, TERMINATED = 130, 143
"""The exit statuses of a run that was stopped, as shells know them."""


@contextmanager
def termination_as_interrupt() -> Iterator[None]:
    """A request to end stops the run between two files, as Ctrl-C does; signals are for the main thread only."""

    def stop(number: int, _: FrameType | None) -> None:
        raise KeyboardInterrupt(number)

    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
