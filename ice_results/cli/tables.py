"""`tables`: many results as one data set of Parquet files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..batch.lake import Lake, fill
from ..batch.plan import Plan
from ..batch.sources import find_sources
from ..errors import MissingExtra, UnusableFolder
from ..text.values import counted
from .signals import INTERRUPTED, TERMINATED, termination_as_interrupt
from .streams import ALL_DONE, SOMETHING_FAILED, tell, with_progress
from .values import checked


def write_tables(inputs: Iterable[str], plan: Plan, names: tuple[str, ...]) -> int:
    """Fill a data set with the rows of all inputs, say what came of it, and give the exit status."""
    sources = list(find_sources(inputs, plan.folder))
    problems: Counter[str] = Counter()
    unread = 0
    try:
        with checked(lambda: Lake(plan.folder, names)) as lake, termination_as_interrupt():
            for result in with_progress(fill(lake, sources, plan), len(sources)):
                for event in result.events:
                    tell(str(event))
                unread += result.failed
                problems.update(each.severity for each in result.problems)
            lake.finish()
    except (MissingExtra, UnusableFolder) as error:
        tell(str(error))
        return SOMETHING_FAILED
    except KeyboardInterrupt as interrupt:
        tell("stopped: nothing was written")
        return TERMINATED if interrupt.args else INTERRUPTED
    if lake.rows:
        tell(f"rows: {', '.join(f'{name} {rows}' for name, rows in lake.rows.items())} in {plan.folder}")
    found = ", ".join(counted(problems[severity], severity) for severity in ("error", "warning", "note"))
    tell(f"{counted(len(sources), 'input')}: {unread} could not be read; {found}")
    return SOMETHING_FAILED if unread or problems["error"] else ALL_DONE
