"""Workflow tasks of ICE: GetWorkflowTask and ListWorkflowTasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Document
from ...records.merging import combine
from ..payloads.shapes import has_keys, has_rows, value_of
from ..wire import Keys, kept
from .operations import list_of_jobs, read_detail, with_extra

_OF_A_TASK = ("TaskId", "TaskInput", "ActivityResults", "Workflow", "UserData")


def is_workflow_task(keys: Keys) -> bool:
    """Whether `WorkflowTask` is the object of a task."""
    return has_keys(value_of(keys, "WorkflowTask"), *_OF_A_TASK)


def read_workflow_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetWorkflowTask: the task, its nodes, and what AI nodes found."""
    keys = Keys(body)
    _, task = keys.open(path, "WorkflowTask")
    document = read_detail("workflow", task.value, task.path, "GetWorkflowTask")
    extra, lost = kept(keys.unused(), path)
    return with_extra(combine([document, Document(problems=lost)]), extra)


def is_task_list(keys: Keys) -> bool:
    """Whether `TaskList` is a list of tasks with their workflows."""
    rows = value_of(keys, "TaskList")
    return any(has_rows(rows, "TaskId", name) for name in ("Workflow", "TaskInput"))


def read_task_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListWorkflowTasks: tasks without the results of their nodes."""
    return list_of_jobs("ListWorkflowTasks", "TaskList", body, path)
