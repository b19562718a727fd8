"""How much memory reading an answer takes at its peak, in a process of its own.

    python benchmarks/memory.py CASE read|floor FILE

prints the growth of the resident memory in KiB while the file's content is read. What counts is what the system
gave (`VmHWM` of Linux): `tracemalloc` does not see it, for orjson asks for a large buffer and touches little of it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.cases import BY_NAME, Case

FEW = 8


def peak_kib(case: Case, action: str, file: Path) -> int:
    """The growth at its peak, measured in a new process."""
    command = [sys.executable, __file__, case.name, action, str(file)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def resident_kib(name: str) -> int:
    """What the system says about this process: `VmRSS` now, `VmHWM` at the peak."""
    found = re.search(rf"^{name}:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1])


def main(name: str, action: str, file: str) -> None:
    """Measure in this process; a few items before make sure that everything is imported."""
    case = BY_NAME[name]
    read = case.floor if action == "floor" else case.ours[action]
    read(case.make(FEW))
    saved = Path(file).read_bytes()
    before = resident_kib("VmRSS")
    kept = read(saved)
    print(resident_kib("VmHWM") - before)
    del kept


if __name__ == "__main__":
    main(*sys.argv[1:])
