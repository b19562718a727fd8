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
from threading import Lock

_VARIABLE = "ICE_RESULTS_PAUSE_GC"


class _Pauses:
    """How many pauses there are at the moment, in all threads, and whether the collector ran before."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._open = 0
        self._was_enabled = False

    def begin(self) -> None:
        with self._lock:
            if not self._open:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._open += 1

    def end(self) -> None:
        with self._lock:
            self._open -= 1
            if not self._open and self._was_enabled:
                gc.enable()


_PAUSES = _Pauses()


@contextmanager
def paused_collector(pause: bool = True) -> Iterator[None]:
    """No garbage collection inside the block, in whatever thread; afterwards it is as it was before.

    Pauses nest, and may overlap in several threads: the last one that ends switches the collector on
    again, if it was on. With `pause=False`, or `ICE_RESULTS_PAUSE_GC=0` in the environment, nothing happens.
    """
    if not pause or os.environ.get(_VARIABLE) == "0":
        yield
        return
    _PAUSES.begin()
    try:
        yield
    finally:
        _PAUSES.end()
