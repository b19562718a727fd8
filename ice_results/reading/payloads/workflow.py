"""The nodes of a workflow task (GetJobDetail, `WorkflowTaskDetail.ActivityResults`).

An object keyed by the free name of the node, each `{ActivityId, ActivityInstanceId, Status,
StartTime, EndTime, Result}`; `Result` is JSON text that holds JSON text again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...records import Activity, Document
from ..escaping import peel
from ..wire import DECODED, IDENTIFIER, LABEL, Keys, Schema, field, kept, read_rows, rebuilt
from .states import normalise_state

_ACTIVITY = Schema(
    Activity,
    activity=field(LABEL, "ActivityId"),
    instance_id=field(IDENTIFIER, "ActivityInstanceId"),
    raw_state=field(IDENTIFIER, "Status"),
    started=field(IDENTIFIER, "StartTime"),
    ended=field(IDENTIFIER, "EndTime"),
    result=field(DECODED, "Result"),
)


def read_activities(value: Any, path: str) -> Document:
    """One activity for each node, in the order of the object."""
    nodes = value if isinstance(value, Mapping) else {}
    names = list(map(str, nodes))
    parsed = read_rows(_ACTIVITY, list(nodes.values()), names, path)
    unused = {name: node for name, node, read in zip(names, nodes.values(), parsed.value, strict=True) if read is None}
    extra, lost = kept({name: node for name, node in unused.items() if node is not None}, path)
    return Document(
        activities=_named(names, parsed.value),
        problems=(*parsed.problems, *lost),
        extra={"ActivityResults": extra} if extra else {},
    )


def _named(names: Iterable[str], activities: Iterable[Activity | None]) -> tuple[Activity, ...]:
    """The activities that could be read, with the names of their nodes and with our word for their state."""
    read = [(name, activity) for name, activity in zip(names, activities, strict=True) if activity is not None]
    states = [normalise_state(activity.raw_state) for _, activity in read]
    columns = {"node": [name for name, _ in read], "state": states}
    return tuple(rebuilt(Activity, [activity for _, activity in read], columns))


def is_activities(value: Any) -> bool:
    """Whether this is an object of nodes."""
    if not isinstance(value, Mapping) or not value:
        return False
    first = peel(next(iter(value.values()))).value
    return isinstance(first, Mapping) and "ActivityId" in Keys(first)
