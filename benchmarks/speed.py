"""How long reading and writing take beside what cannot be left out, and beside what people write instead.

    python benchmarks/speed.py            # everything, a few minutes
    python benchmarks/speed.py --quick    # a tenth of the sizes, within a minute, and no target is judged
    python benchmarks/speed.py --docs     # everything, and the table into docs/speed.md

The floor is orjson decoding the document and every text in it that is decoded by us as well, and nothing else.
All that is measured on one answer runs in turns in one process; a ratio is that of two processor times of one
round, or of two peaks of resident memory in processes of their own. Shown are the median of the rounds and the
spread, from the least to the most. No absolute time is ever shown: it would say something about the machine.

The floor pays for the passes of Python's garbage collector, as a script does that calls orjson; where reading
pauses them it may even come out below the floor. The line "without collector" has it off on both sides: that is
what our own work takes.

A ratio with a target is followed by one of four signs:

    ✓  met: the median is within the target
    ~  missed by less than the spread: the median is past the target, at least one round is within
    ≈  missed, but decoding alone grows as much for ten times as much
    ✗  missed by more than the spread: every round is past the target

The command exits with status 1 when there is a ✗, and only then.

Start-up is that of the installed `ice-results` over `python -c pass`, all modules compiled before. Its target is a
difference: `--version` takes at most 25 ms more than bare Python, converting a small file at most 80 ms more.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.cases import CASES, Action, Case
from benchmarks.memory import FEW, peak_kib
from benchmarks.saved_answers import asr

PAGE = Path(__file__).parent.parent / "docs" / "speed.md"
ROUNDS = 5
MEMORY_ROUNDS = 3
GROWTH_ROUNDS = 3
START_ROUNDS = 21
SHORTEST_S = 0.03
"""What takes less is done several times in a row, so that the clock does not count."""


@attrs.frozen
class Target:
    """A limit of a ratio: at most, or at least."""

    limit: float
    at_least: bool = False

    def holds(self, value: float) -> bool:
        """Whether a value is within."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@attrs.frozen
class Line:
    """A line of the table: the ratio of two things that were measured, and the target for each case that has one."""

    title: str
    above: str
    below: str
    targets: Mapping[str, Target] = attrs.field(factory=dict)


def at_most(**limits: float) -> dict[str, Target]:
    """Upper limits by case."""
    return {name: Target(limit) for name, limit in limits.items()}


def at_least(**limits: float) -> dict[str, Target]:
    """Lower limits by case."""
    return {name: Target(limit, at_least=True) for name, limit in limits.items()}


def everywhere(limit: float) -> dict[str, Target]:
    """The same upper limit for every case."""
    return {case.name: Target(limit) for case in CASES}


GROWTH_OF_FLOOR = Line("decoding alone, ten times as much", "ten times floor", "once floor")
LINES = (
    Line("read / floor", "read", "floor", at_most(asr=3, cpv_label=3, ocr=4, nlp=3)),
    Line("read / floor, without collector", "read without collector", "floor without collector"),
    Line("to SRT `source` / floor", "source", "floor"),
    Line("to SRT `standard` / floor", "standard", "floor", at_most(asr=20, nlp=20)),
    Line("to CSV / floor", "csv", "floor"),
    Line("ten-line script / to SRT `source`", "script", "source", at_least(asr=1, nlp=1)),
    Line("json + pysubs2 / to SRT `source`", "pysubs2", "source", at_least(asr=4)),
    Line("json + srt / to SRT `source`", "srt", "source"),
    Line("json + webvtt-py / to SRT `source`", "webvtt-py", "source"),
    Line("ten-line script / to CSV", "script", "csv"),
    Line("json + pandas / to CSV", "pandas", "csv"),
    Line("read, peak memory / floor", "peak of read", "peak of floor", everywhere(1.6)),
    GROWTH_OF_FLOOR,
    Line("read, ten times as much", "ten times read", "once read", everywhere(11)),
    Line("to SRT `source`, ten times as much", "ten times source", "once source", everywhere(11)),
    Line("to CSV, ten times as much", "ten times csv", "once csv", everywhere(11)),
)
START_UP = {"--version": Target(25), "convert small.json --to srt": Target(80)}


@attrs.frozen
class Spread:
    """The median of some ratios, the least and the most."""

    middle: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{short(self.middle)} ({short(self.least)} to {short(self.most)})"

    def judged(self, target: Target) -> str:
        """The sign that says whether the target is met."""
        if target.holds(self.middle):
            return "✓"
        return "~" if target.holds(self.least) or target.holds(self.most) else "✗"


def short(ratio: float) -> str:
    """A ratio with no more digits than it is worth."""
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:.1f}" if ratio < 100 else f"{ratio:.0f}"


def spread(above: Iterable[float], below: Iterable[float]) -> Spread:
    """The ratios of two measurements, round by round."""
    ratios = [one / other for one, other in zip(above, below, strict=True)]
    return Spread(median(ratios), min(ratios), max(ratios))


def seconds_of(action: Action, saved: bytes, calls: int) -> float:
    """The processor time of one of several calls, which other processes disturb less than the time on the wall."""
    gc.collect()
    begin = process_time()
    for _ in range(calls):
        action(saved)
    return (process_time() - begin) / calls


def without_collector(action: Action) -> Action:
    """The same action while Python's garbage collector is off."""

    def run(saved: bytes) -> object:
        gc.disable()
        try:
            return action(saved)
        finally:
            gc.enable()

    return run


def in_turns(actions: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """What each action measures, one after the other, round by round."""
    found: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, measure in actions.items():
            found[name].append(measure())
    return found


def timed(action: Action, saved: bytes) -> Callable[[], float]:
    """A measuring of an action, with as many calls as the clock needs."""
    calls = max(1, round(SHORTEST_S / seconds_of(action, saved, 1)))
    return lambda: seconds_of(action, saved, calls)


def measured(case: Case, part: int) -> dict[str, list[float]]:
    """Everything about one case, each by its name."""
    saved = case.make(case.size // part)
    whole = {"floor": case.floor, **case.ours, **case.others}
    whole |= {f"{name} without collector": without_collector(whole[name]) for name in ("floor", "read")}
    for action in whole.values():
        action(case.make(FEW))  # imports what it needs
    times = in_turns({name: timed(action, saved) for name, action in whole.items()}, ROUNDS)
    return times | grown(case, saved, case.make(case.size // part * 10)) | peaks(case, saved)


def grown(case: Case, saved: bytes, tenfold: bytes) -> dict[str, list[float]]:
    """Times for an answer and for one ten times as large; decoding without the collector, which we pause too."""
    whole = {"floor": without_collector(case.floor), **case.ours}
    actions = {
        f"{times} {name}": timed(action, answer)
        for name, action in whole.items()
        if name != "standard"
        for times, answer in (("once", saved), ("ten times", tenfold))
    }
    return in_turns(actions, GROWTH_ROUNDS)


def peaks(case: Case, saved: bytes) -> dict[str, list[float]]:
    """The peak memory of reading and of the floor."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "saved.json"
        file.write_bytes(saved)
        actions = {f"peak of {name}": partial(peak_kib, case, name, file) for name in ("read", "floor")}
        return in_turns(actions, MEMORY_ROUNDS)


def start_up() -> dict[str, list[float]]:
    """Seconds of bare Python and of the command line."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "small.json").write_bytes(asr(10))
        program = Path(sysconfig.get_path("scripts")) / "ice-results"
        convert = [program, "convert", "small.json", "-o", "out", "--to", "srt", "--overwrite"]
        commands = {"bare": [sys.executable, "-c", "pass"]}
        commands |= dict(zip(START_UP, ([str(program), "--version"], list(map(str, convert))), strict=True))
        actions = {name: partial(ran, line, folder) for name, line in commands.items()}
        in_turns(actions, 1)  # compiles all modules, as installing does
        return in_turns(actions, START_ROUNDS)


def ran(command: Sequence[str], folder: str) -> float:
    """How long a command takes; compiled modules are kept in the folder, whatever the environment says."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
    begin = perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return perf_counter() - begin


def spread_of_each(line: Line, found: Mapping[str, Mapping[str, Sequence[float]]]) -> dict[str, Spread]:
    """The ratio of a line for each case that has both its sides."""
    sides = {name: (times.get(line.above), times.get(line.below)) for name, times in found.items()}
    return {name: spread(above, below) for name, (above, below) in sides.items() if above and below}


def cells(line: Line, found: Mapping[str, Mapping[str, Sequence[float]]]) -> list[str]:
    """A line of the table: its title, its target, and a cell for each case."""
    ratios = spread_of_each(line, found)
    signs = {name: f" {ratios[name].judged(target)}" for name, target in line.targets.items() if name in ratios}
    if line.above.startswith("ten times"):
        floors = spread_of_each(GROWTH_OF_FLOOR, found)
        signs |= {name: " ≈" for name in signs if signs[name] == " ✗" and ratios[name].middle <= floors[name].middle}
    values = [f"{ratios[name]}{signs.get(name, '')}" if name in ratios else "–" for name in found]
    return [line.title, target_text(line.targets), *values]


def target_text(targets: Mapping[str, Target]) -> str:
    """The target of a line; where the cases differ, the second one with the names of its cases."""
    names: dict[str, list[str]] = {}
    for name, target in targets.items():
        names.setdefault(str(target), []).append(name)
    (first, *_), *others = list(names.items()) or [("–", [])]
    return ", ".join([first, *(f"{', '.join(cases)} {limit}" for limit, cases in others)])


def start_cells(command: str, target: Target, found: Mapping[str, Sequence[float]]) -> list[str]:
    """A line about start-up: the ratio, and a sign for what it takes more."""
    more = [1000 * (one - other) for one, other in zip(found[command], found["bare"], strict=True)]
    ratio = spread(found[command], found["bare"])
    return [f"`ice-results {command}`", f"{ratio} {Spread(median(more), min(more), max(more)).judged(target)}"]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table in Markdown, the first one its head; columns stand below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in [lines[0], ["-" * width for width in widths], *lines[1:]])


def machine() -> str:
    """What it ran on."""
    names = re.findall(r"^model name\s*:\s*(.+)$", cpu_info(), re.MULTILINE)
    model = names[0] if names else platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, orjson {version('orjson')}"


def cpu_info() -> str:
    """What Linux says about the processor; nothing elsewhere."""
    file = Path("/proc/cpuinfo")
    return file.read_text() if file.exists() else ""


def report(part: int, judged: bool = True) -> str:
    """Measure everything, and what is shown of it; a target is one of the full sizes."""
    begun = start_up()
    found = {case.name: measured(case, part) for case in CASES}
    head = ["", "target", *(f"`{case.name}`, {case.size // part:,} {case.items}" for case in CASES)]
    ratios = [cells(line if judged else attrs.evolve(line, targets={}), found) for line in LINES]
    starts = [start_cells(command, target, begun) for command, target in START_UP.items()]
    return "\n\n".join(
        (
            f"{machine()}; median of {ROUNDS} rounds (least to most)",
            table([head, *ratios]),
            table([["start-up", "/ `python -c pass`"], *starts]),
        )
    )


def with_table(page: str, text: str) -> str:
    """The page with the text between its markers; raises `ValueError` where there are none."""
    changed, times = re.subn(
        r"(<!-- speed -->\n).*?(<!-- /speed -->)",
        lambda found: f"{found[1]}{text}\n{found[2]}",
        page,
        flags=re.DOTALL,
    )
    if times != 1:
        raise ValueError(f"docs/speed.md has {times} places between <!-- speed --> and <!-- /speed -->, expected one")
    return changed


def main() -> None:
    """Print the table; exit with 1 where a target is missed by more than its spread."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--quick", action="store_true", help="a tenth of the sizes")
    modes.add_argument("--docs", action="store_true", help="write the table into docs/speed.md as well")
    mode = parser.parse_args()
    text = report(10, judged=False) if mode.quick else report(1)
    print(text)
    if mode.docs:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    sys.exit("✗" in text and not mode.quick)


if __name__ == "__main__":
    main()
