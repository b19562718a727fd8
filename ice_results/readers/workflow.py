"""The nodes of a workflow task (GetJobDetail, `WorkflowTaskDetail.ActivityResults`).

An object keyed by the free name of the node, each `{ActivityId, ActivityInstanceId, Status,
StartTime, EndTime, Result}`; `Result` is JSON text that holds JSON text again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..peel import at, peel
from ..records import Activity, Document, Problem
from ..wire import DECODED, IDENTIFIER, LABEL, Keys, Row, field, kept
from .states import normalise_state

_ACTIVITY = Row(
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
    activities: list[Activity] = []
    problems: list[Problem] = []
    unused: dict[str, Any] = {}
    for node, item in value.items() if isinstance(value, Mapping) else ():
        parsed = _ACTIVITY.read(item, at(path, str(node)))
        problems += parsed.problems
        if parsed.value is None:
            unused[str(node)] = item
        else:
            state = normalise_state(parsed.value.raw_state)
            activities.append(attrs.evolve(parsed.value, node=str(node), state=state))
    extra, lost = kept({node: item for node, item in unused.items() if item is not None}, path)
    return Document(
        activities=tuple(activities),
        problems=(*problems, *lost),
        extra={"ActivityResults": extra} if extra else {},
    )


def is_activities(value: Any) -> bool:
    """Whether this is an object of nodes."""
    if not isinstance(value, Mapping) or not value:
        return False
    first = peel(next(iter(value.values()))).value
    return isinstance(first, Mapping) and "ActivityId" in Keys(first)
