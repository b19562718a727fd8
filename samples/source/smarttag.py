"""Answers of QuerySmarttagJob, and the message that such a job changed its state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from . import talk
from .labels import CPV_LABEL, IMAGE_LABEL, KNOWN, OCR, TEXT_LABEL, VIDEO_LABEL
from .nlp import nlp_result
from .speech import lines
from .wire import as_text, hex_id, request_id, url

NIGHT_MARKET = (
    "天一擦黑，石榴巷的灯就一盏一盏亮起来了。",
    "老板，来两份烤豆腐，一份多放辣，一份不要香菜。",
    "好嘞，十五块，坐里边，里边有风扇。",
    "这条巷子一共八十三个摊位，最老的那个摆了四十一年。",
    "我爸卖糖画，我卖咖啡，中间就隔着一盏路灯。",
    "收摊以后，大家会把剩下的食材凑成一锅，谁饿了谁吃。",
    "有人说这叫夜宵，我们管它叫散会。",
)


def smarttag_jobs() -> dict[str, Any]:
    """Every sample, by the name of its file."""
    return {
        "smarttag_text_label": _answer("smarttag_text_label", _result("TextLabel", TEXT_LABEL)),
        "smarttag_video_label": _answer("smarttag_video_label", _result("VideoLabel", VIDEO_LABEL)),
        "smarttag_image_label": _answer("smarttag_image_label", _result("ImageLabel", IMAGE_LABEL)),
        "smarttag_cpv_label": _answer("smarttag_cpv_label", _result("CPVLabel", CPV_LABEL)),
        "smarttag_known": _answer("smarttag_known", _result("CPVLabel", KNOWN)),
        "smarttag_asr": _answer("smarttag_asr", _result("ASR", {"details": _speech(NIGHT_MARKET)})),
        "smarttag_ocr": _answer("smarttag_ocr", _result("OCR", {"details": OCR})),
        "smarttag_meta": _answer("smarttag_meta", _result("Meta", {"title": "石榴巷：天黑以后"}, after="\t\n")),
        "smarttag_subtitle": _answer("smarttag_subtitle", _result("Subtitle", {"details": [_subtitles()]})),
        "smarttag_callback": _callback(),
        "talk": _talk("talk", talk.SCRIPT, talk.LENGTH_MS),
        "talk_short": _talk("talk_short", talk.SHORT_SCRIPT, talk.SHORT_LENGTH_MS),
    }


def _answer(name: str, *results: dict[str, str]) -> dict[str, Any]:
    return {
        "JobStatus": "Success",
        "RequestId": request_id(name),
        "UserData": as_text({"catalogue": name.replace("_", "-"), "shelf": len(name)}),
        "Results": {"Result": list(results)},
        "Usages": {"Usage": [{"Type": result["Type"], "Quota": 1} for result in results]},
    }


def _talk(name: str, script: str, length_ms: int) -> dict[str, Any]:
    return _answer(name, _result("Meta", {"title": talk.TITLE}), _result("NLP", nlp_result(script, length_ms)))


def _result(kind: str, value: Any, after: str = "") -> dict[str, str]:
    return {"Type": kind, "Data": as_text(value) + after}


def _speech(texts: Iterable[str]) -> list[dict[str, Any]]:
    timed = lines(texts, start_ms=740)
    return [{"from": start / 1000, "to": end / 1000, "content": text} for start, end, text in timed]


def _subtitles() -> dict[str, str]:
    names = {"allResultUrl": "all", "chResultUrl": "zh", "engResultUrl": "en"}
    return {key: url(f"subtitles/night-market-{name}.txt") for key, name in names.items()}


def _callback() -> dict[str, str]:
    """The body of a message in the queue."""
    data = as_text({"catalogue": "smarttag-ocr", "shelf": 12})
    return {"Type": "smarttag", "JobId": hex_id("smarttag_ocr"), "State": "Success", "UserData": data}
