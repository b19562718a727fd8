"""A pause of Python's garbage collector while hundreds of thousands of records are made.

The collector looks for objects that hold each other, again and again while many new ones are made;
decoded JSON and frozen records never do. A pause frees nothing later than it would be: what is no
longer used still goes at once.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident

# Reading a large answer takes up to twice as long with the collector running: it looks at each new record again and
# again and finds nothing. Who must not have it paused, such as a program with cycles of its own, sets this.
_VARIABLE = "ICE_RESULTS_PAUSE_GC"


class _Pauses:
    """The pauses of the moment, each as the thread that it is in, and whether the collector ran before."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._threads: list[int] = []
        self._was_enabled = False

    def begin(self) -> None:
        with self._lock:
            if not self._threads:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._threads.append(get_ident())

    def end(self) -> None:
        with self._lock:
            self._threads.remove(get_ident())
            self._end_the_last()

    def after_fork(self) -> None:
        """End the pauses of threads that a new process does not have, and open a lock that one of them held."""
        self._lock = Lock()
        if self._threads:
            self._threads = [thread for thread in self._threads if thread == get_ident()]
            self._end_the_last()

    def _end_the_last(self) -> None:
        if not self._threads and self._was_enabled:
            gc.enable()


_PAUSES = _Pauses()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_PAUSES.after_fork)


@contextmanager
def paused_collector() -> Iterator[None]:
    """No garbage collection inside the block, in whatever thread; afterwards it is as it was before.

    Pauses nest, and may overlap in several threads: the last one that ends switches the collector on
    again, if it was on. With `ICE_RESULTS_PAUSE_GC=0` in the environment nothing happens.
    """
    if os.environ.get(_VARIABLE) == "0":
        yield
        return
    _PAUSES.begin()
    try:
        yield
    finally:
        _PAUSES.end()
