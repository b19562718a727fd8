"""Workflow tasks of ICE: GetWorkflowTask and ListWorkflowTasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Document
from ...records.merging import combine
from ..wire import Keys, kept
from .operations import list_of_jobs, read_detail, with_extra


def read_workflow_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetWorkflowTask: the task, its nodes, and what AI nodes found."""
    keys = Keys(body)
    _, task = keys.open(path, "WorkflowTask")
    document = read_detail("workflow", task.value, task.path, "GetWorkflowTask")
    extra, lost = kept(keys.unused(), path)
    return with_extra(combine([document, Document(problems=lost)]), extra)


def read_task_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListWorkflowTasks: tasks without the results of their nodes."""
    return list_of_jobs("ListWorkflowTasks", "TaskList", body, path)
