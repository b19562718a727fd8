"""Answers about the moderation of media: those of VOD, and QueryMediaCensorJobDetail of MPS and ICE."""

from __future__ import annotations

from typing import Any

from .wire import as_text, hex_id, oss, request_id, url


def moderation_answers() -> dict[str, Any]:
    """Every sample, by the name of its file."""
    return {"vod_audit_job": _audit_job(), "censor_job": _censor_job()}


def audits() -> list[dict[str, Any]]:
    """The findings of one film in the three ways in which VOD details them, and as a whole."""
    frames = [_frame(3005, "qrcode", 99.21), _frame(4005, "normal", 98.4)]
    scenes = {"Ad": [{"Label": "qrcode", "Score": "99.21", "Timestamp": "3005"}], "Porn": []}
    words = [{"StartTime": 12, "EndTime": 15, "Label": "ad", "Text": "扫一扫，买蜂蜜"}]
    return [
        _answer("audit_result", "MediaAuditResult", _findings()),
        _answer("audit_detail", "MediaAuditResultDetail", {"List": frames, "Total": 2}),
        _answer("audit_timeline", "MediaAuditResultTimeline", scenes),
        _answer("audit_speech", "MediaAuditAudioResultDetail", {"List": words, "PageTotal": 1, "Total": 1}),
    ]


def _answer(name: str, key: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"RequestId": request_id(name), key: content}


def _frame(at: int, label: str, score: float) -> dict[str, Any]:
    """One frame: only the advertisement is anything."""
    quiet = {f"{name}{what}": value for name in ("Porn", "Logo") for what, value in _quiet()}
    picture = {"Timestamp": str(at), "Url": url(f"audit/{at}.jpg")}
    return {**picture, "AdLabel": label, "AdScore": str(score), **quiet}


def _quiet() -> tuple[tuple[str, str], ...]:
    return ("Label", "normal"), ("Score", "99.98")


def _findings() -> dict[str, Any]:
    worst = [
        {"Label": "qrcode", "Score": "99.21", "Timestamp": "3005", "Url": url("audit/3005.jpg")},
        {"Label": "qrcode", "Score": "91.04", "Timestamp": "4005", "Url": url("audit/4005.jpg")},
    ]
    ad = {"Label": "qrcode", "MaxScore": "99.21", "AverageScore": "95.13", "Suggestion": "block", "TopList": worst}
    ad["CounterList"] = [{"Label": "qrcode", "Count": 2}]
    logo = {"Label": "normal", "MaxScore": "99.98", "AverageScore": "99.5", "Suggestion": "pass"}
    title = {"Type": "title", "Content": "赶花人", "Label": "normal", "Scene": "antispam", "Score": "99.91"}
    cover = {"Label": "normal", "Scene": "porn", "Score": "100", "Suggestion": "pass"}
    return {
        "AbnormalModules": "video",
        "Label": "ad",
        "Suggestion": "block",
        "VideoResult": {"Label": "ad", "Suggestion": "block", "AdResult": ad, "LogoResult": logo},
        "TextResult": [{**title, "Suggestion": "pass"}],
        "AudioResult": [{"Label": "normal", "Scene": "antispam", "Score": "99.9", "Suggestion": "pass"}],
        "ImageResult": [{"Type": "cover", "Url": url("covers/bee.jpg"), "Label": "normal", "Result": [cover]}],
    }


def _audit_job() -> dict[str, Any]:
    """GetAIMediaAuditJob: a code to be scanned is in two frames of the film."""
    job = {
        "JobId": hex_id("vod_audit_job"),
        "MediaId": hex_id("bee film"),
        "Type": "AIMediaAudit",
        "Status": "success",
        "CreationTime": "2025-06-21T02:00:10Z",
        "CompleteTime": "2025-06-21T02:01:32Z",
        "Data": _findings(),
    }
    return {"RequestId": request_id("vod_audit_job"), "MediaAuditJob": job}


def _censor_job() -> dict[str, Any]:
    """QueryMediaCensorJobDetail: the same film, and a page of its frames."""
    found = {"Label": "qrcode", "Scene": "ad", "Rate": "99.21", "Suggestion": "block"}
    frames = [
        {"Timestamp": "00:00:03.005", "Object": "audit/00001.jpg", "CensorResults": {"CensorResult": [found]}},
        {"Timestamp": "00:01:04", "Object": "audit/00064.jpg", "CensorResults": {"CensorResult": []}},
    ]
    text = {"Label": "normal", "Scene": "antispam", "Rate": "99.91", "Suggestion": "pass"}
    cover = {"Label": "normal", "Scene": "porn", "Rate": "100", "Suggestion": "pass"}
    covers = [{"Bucket": "yundui-films", "Object": "covers/bee.jpg", "Results": {"Result": [cover]}}]
    words = [{"StartTime": 12, "EndTime": 15, "Label": "ad", "Text": "扫一扫，买蜂蜜"}]
    detail = {
        "JobId": hex_id("censor_job"),
        "State": "Success",
        "Suggestion": "block",
        "CreationTime": "2025-06-21T02:10:00Z",
        "FinishTime": "2025-06-21T02:11:19Z",
        "Input": {"Bucket": "yundui-films", "Location": "oss-cn-chengdu", "Object": "films/bee-film.mp4"},
        "TitleCensorResult": text,
        "BarrageCensorResult": {**text, "Rate": "99.4"},
        "CoverImageCensorResults": {"CoverImageCensorResult": covers},
        "AudioCensorResult": {
            "Label": "ad",
            "Suggestion": "review",
            "AudioDetailResultList": {"AudioDetailResult": words},
        },
        "VensorCensorResult": {
            "CensorResults": {"CensorResult": [{**found, "Rate": "99.5"}]},
            "VideoTimelines": {"VideoTimeline": frames},
            "NextPageToken": hex_id("censor_job")[:20],
        },
        "UserData": as_text({"source": oss("films/bee-film.mp4")}),
    }
    return {"RequestId": request_id("censor_job"), "MediaCensorJobDetail": detail}
