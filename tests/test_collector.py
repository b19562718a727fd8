"""The pause of the garbage collector: it holds while a document is read, and never longer."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from threading import Barrier, Thread
from unittest import mock

import attrs
import pytest

import ice_results
from ice_results.collector import paused_collector
from ice_results.reading import documents
from ice_results.reading.documents import read_all
from ice_results.writing import convert
from ice_results.writing.formats import writer_named
from ice_results.writing.outputs import Output

from .conftest import ROOT

ANSWER = json.dumps({"JobId": "a", "State": "Executing"})
LINES = f"{ANSWER}\n{ANSWER}\n"

FORK = """
import gc, os
from threading import Event, Thread
from ice_results.collector import paused_collector

inside, done = Event(), Event()

def reads():
    with paused_collector():
        inside.set()
        done.wait(10)

thread = Thread(target=reads)
thread.start()
inside.wait(10)
child = os.fork()
if not child:
    print(gc.isenabled())
    with paused_collector():
        print(gc.isenabled())
    print(gc.isenabled(), flush=True)
    os._exit(0)
os.waitpid(child, 0)
done.set()
thread.join()
print(gc.isenabled())
"""
"""What the collector is like in a process forked while a thread reads: at first, in a pause, behind it; then here."""


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Every test begins with a collector that runs, and leaves it running."""
    gc.enable()
    yield
    gc.enable()


def states_while_reading(source: str) -> list[bool]:
    """Whether the collector runs at the time when each document of a text is read."""
    states = []

    def watched(value: object, kind: str | None, strict: bool) -> Iterator[ice_results.Document]:
        for document in read_all(value, kind, strict):
            states.append(gc.isenabled())
            yield document

    with mock.patch.object(documents, "read_all", watched):
        list(ice_results.parse_all(source))
    return states


def test_the_collector_is_off_inside_and_on_again_behind() -> None:
    """Inside the block nothing is collected; afterwards it is as before."""
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_pauses_nest() -> None:
    """A pause inside a pause ends with the outer one."""
    with paused_collector():
        with paused_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """Who has switched the collector off finds it off."""
    gc.disable()
    with paused_collector():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_an_error_ends_the_pause() -> None:
    """An error inside the block goes through, and the collector runs again."""
    with pytest.raises(KeyError), paused_collector():
        raise KeyError
    assert gc.isenabled()


def test_pauses_of_several_threads_overlap() -> None:
    """The collector runs again when the last of several threads has ended its pause, not earlier."""
    both_inside, one_left = Barrier(2, timeout=10), Barrier(2, timeout=10)
    seen = []

    def leaves_first() -> None:
        with paused_collector():
            both_inside.wait()
        seen.append(gc.isenabled())
        one_left.wait()

    def leaves_last() -> None:
        with paused_collector():
            both_inside.wait()
            one_left.wait()
            seen.append(gc.isenabled())

    threads = [Thread(target=leaves_first), Thread(target=leaves_last)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [False, False]
    assert gc.isenabled()


def test_a_new_process_takes_over_no_pause_of_another_thread() -> None:
    """A process forked while another thread reads has no such thread: the collector runs there, also after a pause."""
    printed = subprocess.check_output([sys.executable, "-W", "ignore", "-c", FORK], text=True, cwd=ROOT)
    assert printed.split() == ["True", "False", "True", "True"]


def test_reading_pauses_the_collector() -> None:
    """Each document of a text is read without collections."""
    assert states_while_reading(LINES) == [False, False]


@pytest.mark.parametrize("source", [ANSWER, LINES], ids=["one document", "two documents"])
def test_the_pause_can_be_turned_off(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable in the environment lets the collector run."""
    monkeypatch.setenv("ICE_RESULTS_PAUSE_GC", "0")
    assert set(states_while_reading(source)) == {True}
    monkeypatch.setenv("ICE_RESULTS_PAUSE_GC", "1")
    assert set(states_while_reading(source)) == {False}


def test_the_collector_runs_while_the_reader_of_documents_works() -> None:
    """Between two documents of a lazy reader, and after a reader that is left half way, nothing is paused."""
    documents_of = ice_results.parse_all(LINES)
    next(documents_of)
    assert gc.isenabled()
    next(documents_of)
    assert gc.isenabled()
    del documents_of
    assert gc.isenabled()


def test_a_text_that_is_no_json_leaves_the_collector_on() -> None:
    """An error while reading ends the pause too."""
    with pytest.raises(ice_results.DecodeError):
        ice_results.parse("{")
    assert gc.isenabled()


@pytest.mark.parametrize("pause", [True, False])
def test_writing_pauses_the_collector(pause: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """`convert` writes without collections, unless that is turned off."""
    seen: list[bool] = []

    def write(document: ice_results.Document, options: object) -> list[Output]:
        seen.append(gc.isenabled())
        return [Output("x")]

    writer = attrs.evolve(writer_named("srt"), write=write)
    monkeypatch.setattr(convert, "writer_named", lambda name: writer)
    monkeypatch.setenv("ICE_RESULTS_PAUSE_GC", str(int(pause)))
    assert ice_results.convert(ice_results.Document(), "srt") == "x"
    assert (seen, gc.isenabled()) == ([not pause], True)
