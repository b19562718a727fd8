"""Nodes of workflows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .base import extra


@attrs.frozen(kw_only=True)
class Activity:
    """One node of a workflow task (GetJobDetail, `WorkflowTaskDetail.ActivityResults`).

    `node` is its name in the workflow, `activity` its type, `result` its decoded `Result`.
    """

    node: str | None = None
    activity: str | None = None
    instance_id: str | None = None
    state: str = "unknown"
    raw_state: str | None = None
    started: str | None = None
    ended: str | None = None
    result: Any = None
    extra: Mapping[str, Any] = extra()
