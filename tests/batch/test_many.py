"""Many sources: results in order, whatever does the work, and whatever is wrong with one of them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results.batch import executors
from ice_results.batch.edits import Edits
from ice_results.batch.many import run_all
from ice_results.batch.plan import Plan
from ice_results.batch.sources import Source, find_sources
from ice_results.batch.tasks import MOST_FILES, roots_of, tasks_of
from ice_results.errors import InvalidOption, UnknownName

from ..answers import LINES, smart_job, text
from ..cli.command import files_in, run

STEMS = st.lists(st.sampled_from(["a", "b", "A", "2", "srt", "asr"]), min_size=1, max_size=4)


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder and the digest of its content."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files_in(folder)}


@pytest.fixture
def saved(here: Path) -> Path:
    """A folder of a hundred answers, among them broken ones and some that want the same output."""
    folder = Path("saved")
    folder.mkdir()
    for number in range(90):
        lines = [{**line, "content": f"{line['content']} {number}"} for line in LINES]
        (folder / f"talk-{number:02}.json").write_text(text(smart_job(lines)))
    for number in range(5):
        (folder / f"broken{number}.json").write_text('{"JobId": ')
        (folder / f"same{number}.json").write_text(text(smart_job(LINES)))
        (folder / f"same{number}.txt.json").write_text(text(smart_job(LINES[:1])))
    return folder


def test_results_come_in_order_and_name_every_source(saved: Path) -> None:
    """There is a result for each source, in the order of the names, with the files that were written."""
    results = list(ice_results.convert_many(saved, ["srt", "txt"], "out"))
    assert [Path(result.source).name for result in results] == sorted(os.listdir(saved))
    assert [result.source for result in results if result.failed] == [f"saved/broken{n}.json" for n in range(5)]
    assert {path.name for result in results for path in result.outputs} == set(files_in(Path("out")))
    broken = results[0]
    assert isinstance(broken.error, ice_results.DecodeError)
    assert (broken.outputs, broken.skipped, broken.problems, broken.changes) == ((), (), (), ())


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: ThreadPoolExecutor(3), id="threads"),
        pytest.param(lambda: ProcessPoolExecutor(2, get_context("fork")), id="forked processes"),
        pytest.param(lambda: ProcessPoolExecutor(2, get_context("spawn")), id="spawned processes"),
    ],
)
@pytest.mark.slow
def test_every_executor_gives_the_same_results_and_files(saved: Path, make: Callable[[], Executor]) -> None:
    """Whoever does the work: the same results in the same order, and the same bytes."""
    expected = list(ice_results.convert_many(saved, ["srt", "txt"], "here", speakers="never"))
    with make() as executor:
        found = list(ice_results.convert_many(saved, ["srt", "txt"], "there", executor=executor, speakers="never"))

    def told(result: ice_results.Result) -> tuple[object, ...]:
        outputs = [path.relative_to(path.parts[0]) for path in result.outputs]
        return result.source, outputs, result.changes, result.problems, str(result.error), len(result.events)

    assert list(map(told, found)) == list(map(told, expected))
    assert digests(Path("there")) == digests(Path("here"))


@pytest.mark.slow
def test_jobs_give_the_same_messages_and_files(saved: Path) -> None:
    """--jobs 3 prints what --jobs 1 prints, and writes the same bytes."""
    one, three = (run("convert", saved, "-o", f"out{n}", "--to", "srt,txt", "--jobs", n) for n in ("1", "3"))
    assert (three.exit_code, three.stderr.replace("out3", "out1")) == (one.exit_code, one.stderr)
    assert digests(Path("out3")) == digests(Path("out1"))


def outputs_of(source: Source, place: int, track: str, format: str) -> set[tuple[str, str]]:
    """Names that outputs of a source may have, as a file system without case sees them."""
    stems = (source.stem, f"{source.stem}-{place}")
    names = [f"{stem}.{middle}{format}" for stem in stems for middle in ("", f"{track}.")]
    return {(str(source.folder).casefold(), name.casefold()) for name in names}


@given(st.lists(st.tuples(STEMS, st.sampled_from("-.")), min_size=1, max_size=20))
def test_sources_that_could_write_the_same_file_are_in_one_task(stems: list[tuple[list[str], str]]) -> None:
    """Of any two sources whose outputs may have one name, both are in one task; every source is in one."""
    sources = [Source(Path("x.json"), Path(), sign.join(parts)) for parts, sign in stems]
    tasks = [*tasks_of(sources, range(len(sources)), roots_of(sources))]
    assert sorted(place for task in tasks for place, _ in task) == list(range(len(sources)))
    task_of: dict[tuple[str, str], int] = {}
    for number, task in enumerate(tasks):
        for _, source in task:
            assert isinstance(source, Source)
            for name in outputs_of(source, 2, "asr", "srt"):
                assert task_of.setdefault(name, number) == number


def test_tasks_are_small(tmp_path: Path) -> None:
    """A task has 32 files at most, and 2 MB unless one file is larger."""
    for number in range(100):
        (tmp_path / f"talk{number:03}.json").write_bytes(b" " * (1_500_000 if number > 90 else 1))
    sources = [*find_sources([str(tmp_path)])]
    sizes = [len(task) for task in tasks_of(sources, range(100), roots_of(sources))]
    assert sizes == [MOST_FILES, MOST_FILES, 28, *[1] * 8]


@attrs.frozen(kw_only=True)
class DeadlyEdits(Edits):
    """Edits that end the process that makes them, for the one document whose text says so."""

    def apply(self, document: ice_results.Document) -> ice_results.Document:
        """The document as it is, or the end."""
        if any("deadly" in each.text for one in document.transcripts for each in one.segments):
            os._exit(9)
        return document


@pytest.mark.slow
def test_a_worker_that_dies_is_named_and_stops_nothing(saved: Path) -> None:
    """The one file that kills its process is an error by its name; all others are converted."""
    (saved / "talk-50.json").write_text(text(smart_job([{**LINES[0], "content": "deadly"}])))
    sources = list(find_sources([str(saved)]))
    plan = Plan(Path("out"), ("srt",), edits=DeadlyEdits())
    results = list(run_all(sources, plan, jobs=2))
    died = [result for result in results if isinstance(result.error, ice_results.WorkerDied)]
    assert [str(event) for result in died for event in result.events] == [
        f"{Path('saved/talk-50.json')}: the process that converted it died"
    ]
    assert [result.source for result in results] == [source.label for source in sources]
    assert len(files_in(Path("out"))) == 99
    assert not any(result.skipped for result in results)


def test_a_broken_executor_of_the_caller_is_an_error_of_its_sources(saved: Path) -> None:
    """Where the caller's workers die, every source that they had is named."""
    (saved / "talk-50.json").write_text(text(smart_job([{**LINES[0], "content": "deadly"}])))
    sources = list(find_sources([str(saved / "talk-50.json")]))
    with ProcessPoolExecutor(1, get_context("fork")) as executor:
        (result,) = run_all(sources, Plan(Path("out"), ("srt",), edits=DeadlyEdits()), executor=executor)
    assert isinstance(result.error, ice_results.WorkerDied)


def test_few_tasks_are_under_way(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many sources there are, no more than eight tasks wait for their results to be taken."""
    submitted = 0

    class Counting(ThreadPoolExecutor):
        def submit(self, *arguments: object, **more: object) -> object:  # type: ignore[override]
            nonlocal submitted
            submitted += 1
            return super().submit(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("ice_results.batch.tasks.MOST_FILES", 2)
    with Counting(2) as executor:
        results: Iterator[ice_results.Result] = ice_results.convert_many(saved, "srt", "out", executor=executor)
        next(results)
        assert submitted == executors.MOST_TASKS


def test_nothing_is_written_before_results_are_asked_for(saved: Path) -> None:
    """Wrong arguments are errors at once; the work begins with the first result."""
    with pytest.raises(UnknownName):
        ice_results.convert_many(saved, "srrt", "out")
    with pytest.raises(UnknownName, match=r"^unknown option of txt 'words'; known: bom, crlf, times$"):
        ice_results.convert_many(saved, "txt", "out", words=True)
    with pytest.raises(InvalidOption):
        ice_results.convert_many(saved, "srt", "out", speakers="often")  # type: ignore[arg-type]
    ice_results.convert_many(saved, "srt", "out")
    assert not Path("out").exists()


def test_of_thousands_the_first_few_are_enough(here: Path) -> None:
    """What is alike is said of five inputs and counted for the others; -v says it of all; errors are all named."""
    for number in range(12):
        (here / f"lines{number:02}.json").write_text(f"[{text(LINES[0])}]")
        (here / f"wrong{number:02}.json").write_text("[")
    brief = run("convert", *sorted(here.glob("*.json")), "-o", "out", "--to", "txt")
    lines = brief.stderr.splitlines()
    assert sum("read as asr" in line for line in lines) == 5
    assert sum("no valid JSON" in line for line in lines) == 12
    assert [lines[-3], lines[-1]] == [
        "and 7 more inputs with notes (-v lists them)",
        "25 inputs: 13 written, 0 left alone, 12 with errors",
    ]
    verbose = run("convert", *sorted(here.glob("*.json")), "-o", "other", "--to", "txt", "-v")
    assert sum("read as asr" in line for line in verbose.stderr.splitlines()) == 12


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--jobs", "0"), "Invalid value for '-j' / '--jobs': expected auto or a number from 1 to 61, found '0'"),
        (("--jobs", "many"), "Invalid value for '-j' / '--jobs': expected auto or a number from 1 to 61, found 'many'"),
    ],
)
def test_what_is_no_number_of_jobs_is_wrong_usage(here: Path, arguments: tuple[str, ...], message: str) -> None:
    """--jobs takes a number or auto."""
    result = run("convert", "talk.json", "-o", "out", *arguments)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Error: {message}")


def test_jobs_and_a_log_are_for_folders(here: Path) -> None:
    """With -o - there is one input and nothing to resume."""
    result = run("convert", "talk.json", "-o", "-", "--to", "srt", "--log", "run.jsonl")
    assert result.exit_code == 2
    assert (
        result.stderr.splitlines()[-1] == "Error: --jobs, --log and --as-one are for a folder of outputs, not for -o -"
    )
