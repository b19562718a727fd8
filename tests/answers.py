"""Small answers of the service, for tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

LINES = [
    {"content": "大家好，欢迎来到云岭小学。", "from": 0.0, "to": 2.5},
    {"content": "Today we plant forty trees.", "from": 2.5, "to": 5.125},
]


def smart_job(payload: Any, job_type: str = "ASR", **more: Any) -> dict[str, Any]:
    """An answer of GetSmartHandleJob, its payload as JSON text."""
    return {
        "RequestId": "R-1",
        "JobId": "J-1",
        "State": "Finished",
        "SmartJobInfo": {"JobType": job_type},
        "JobResult": {"AiResult": payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)},
        **more,
    }


def smarttag_job(**payloads: Any) -> dict[str, Any]:
    """An answer of QuerySmarttagJob, a result for each type."""
    results = [
        {"Type": name, "Data": data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)}
        for name, data in payloads.items()
    ]
    return {"JobStatus": "Success", "RequestId": "R-2", "Results": {"Result": results}}


def text(value: Mapping[str, Any]) -> str:
    """A document as it is saved."""
    return json.dumps(value, ensure_ascii=False)
