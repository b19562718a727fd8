"""Answers and results of Tingwu, and the speech recognition of MPS."""

from __future__ import annotations

from typing import Any

from .media_answers import FERRYMAN
from .speech import lines, weight
from .wire import hex_id, request_id, url

POLISHED = (
    (420, 9_800, [1, 2], "末班船在九点四十开，但葛师傅很少准点离岸，因为总有人在台阶上请他再等一分钟。"),
    (10_100, 14_600, [3], "他说，河又不会跑。"),
)
SLIDES = (
    (0, 96_000, "渡口的位置，以及三条航线。"),
    (96_000, 214_500, "末班船的时刻表，和它被改过的次数。"),
)


def tingwu_answers() -> dict[str, Any]:
    """Every sample, by the name of its file."""
    return {
        "tingwu_task": _task(),
        "tingwu_results": _results(),
        "tingwu_meeting": _meeting(),
        "mps_asr": _mps_asr(),
    }


def _signed(name: str) -> str:
    return url(f"tingwu/{name}?Expires=1752570000&Signature=invented")


def _task() -> dict[str, Any]:
    """GetTaskInfo: every result is a URL."""
    names = ("Transcription", "AutoChapters", "Summarization", "MeetingAssistance", "TextPolish", "CustomPrompt")
    data = {
        "TaskId": hex_id("tingwu_task"),
        "TaskKey": "night-ferry",
        "TaskStatus": "COMPLETED",
        "OutputMp3Path": _signed("night-ferry.mp3"),
        "OutputSpectrumPath": _signed("night-ferry-spectrum.json"),
        "Result": {name: _signed(f"night-ferry-{name.lower()}.json") for name in names},
    }
    return {"RequestId": request_id("tingwu_task"), "Code": "0", "Message": "success", "Data": data}


def _results() -> dict[str, Any]:
    """Three result files of a task, put together by somebody who fetched them."""
    polished = [
        {"FormalParagraphText": text, "ParagraphId": f"p{number}", "SentenceIds": ids, "Start": start, "End": end}
        for number, (start, end, ids, text) in enumerate(POLISHED, 1)
    ]
    slides = [
        {"Id": number, "Start": start, "End": end, "FileUrl": _signed(f"slide-{number}.jpg"), "Summary": summary}
        for number, (start, end, summary) in enumerate(SLIDES, 1)
    ]
    answers = [{"Name": "title", "Result": "夜航船：再等一分钟", "Truncated": False}]
    return {
        "TaskId": hex_id("tingwu_task"),
        "TextPolish": polished,
        "PptExtraction": {"KeyFrameList": slides, "PdfPath": _signed("slides.pdf"), "AvailableForSummary": True},
        "CustomPrompt": answers,
    }


def _meeting() -> dict[str, Any]:
    """The task of tingwu-meeting in Model Studio: the same results under other names."""
    names = ("transcriptionPath", "translationsPath", "autoChaptersPath", "summarizationPath", "playbackUrl")
    output = {name: _signed(f"meeting-{name}") for name in names}
    return {"output": {**output, "status": 0}, "usage": {}, "request_id": request_id("tingwu_meeting").lower()}


def _mps_asr() -> dict[str, Any]:
    """QueryAsrJobList of MPS: one job with its lines."""
    rows = [
        {
            "StartTime": start,
            "EndTime": str(end),
            "Text": text,
            "ChannelId": "0",
            "SpeechRate": str(round(weight(text) * 60_000 / (end - start))),
        }
        for start, end, text in lines(FERRYMAN, start_ms=640)
    ]
    job = {
        "JobId": hex_id("mps_asr"),
        "State": "Success",
        "CreationTime": "2025-06-22T05:00:00Z",
        "FinishTime": "2025-06-22T05:00:40Z",
        "Input": {"Bucket": "yundui-films", "Location": "oss-cn-chengdu", "Object": "films/night-ferry.mp4"},
        "AsrConfig": {"Scene": "common"},
        "AsrResult": {"Duration": str(rows[-1]["EndTime"]), "AsrTextList": {"AsrText": rows}},
    }
    return {"RequestId": request_id("mps_asr"), "JobList": {"Job": [job]}, "NonExistIds": {"String": []}}
