"""Answers of the operations about media, and answers as an SDK, a callback or a raw file wraps them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .speech import lines, weight
from .wire import BUCKET, USER, as_text, hex_id, oss, request_id, url

BEEKEEPER = (
    "三月的云碓镇，油菜花从河边一直开到山脚。",
    "养蜂人冯守田把四十箱蜜蜂摆在田埂上。",
    "他说，蜜蜂认路不认人，箱子挪开半米，它们要找一上午。",
    "倒春寒的那几天，蜂箱里要垫上旧棉袄。",
    "花期只有二十来天，下一场大雨，就少了一半的蜜。",
    "等花谢了，他就带着蜜蜂坐夜车，去北边赶槐花。",
)

FERRYMAN = (
    "末班船九点四十开，可我从来没准点走过。",
    "总有人在台阶上喊，葛师傅，再等我一分钟。",
    "你说等不等？河又不会跑。",
)

UMBRELLA_MAKERS = (
    "一把油纸伞，要过七十二道半手。",
    "那半道是什么？是下雨天，自己撑出去走一圈。",
    "漏不漏，雨说了算。",
)

ISLAND_SCHOOL = (
    "There are eleven pupils in the school on Pellow Island, and one of them is a grown-up.",
    "Mr. Penhale mends nets in the morning and learns French in the afternoon.",
    "He says the lobsters have not noticed any difference yet.",
)

LIGHTHOUSE = (
    "The lamp at Gannet Point has been automatic for thirty years.",
    "Still, somebody has to climb the stairs and wipe the salt off the glass.",
    "That somebody is Ines Calloway, and she counts the steps every time.",
    "There are two hundred and twelve. On foggy days, she swears, there is one more.",
)

VIDEO_TAGS: dict[str, list[dict[str, Any]]] = {
    "Keyword": [
        {"Tag": "油菜花", "Times": ["0", "4200", "18640", "26980"]},
        {"Tag": "蜂箱", "Times": [as_text(["5120", "9360", "17200"])]},
    ],
    "Person": [
        {"Tag": "冯守田", "Times": ["4640", "10280"], "FaceUrl": url("faces/feng-shoutian.jpg")},
        {"Tag": "陆青棠", "Times": ["27400"]},
    ],
    "Location": [{"Tag": "云碓镇", "Times": ["820"]}],
    "Category": [{"Tag": "农业纪实"}],
    "Time": [{"Tag": "三月", "Times": ["380"]}],
}

CHAPTERS: list[dict[str, Any]] = [
    {
        "chapterId": 1,
        "chapterTitle": "花开之前",
        "startTime": 0,
        "endTime": 96400,
        "summary": "冯守田整修蜂箱，等第一块油菜田转黄。",
    },
    {
        "chapterId": 2,
        "chapterTitle": "二十天的花期",
        "startTime": 96400,
        "endTime": 318250,
        "summary": "天气好的日子一天摇两次蜜；一场倒春寒让一半的蜂群没有出门。",
    },
    {
        "chapterId": 3,
        "chapterTitle": "坐夜车的蜜蜂",
        "startTime": 318250,
        "endTime": 402880,
        "summary": "花谢以后连夜装车，四十箱蜜蜂往北去赶槐花。",
    },
]

OBSERVATORY_TAGS = {
    "tags": [
        {"name": "地域", "value": "云碓镇,麦田天文台"},
        {"name": "机构", "value": "云碓镇中学天文社"},
        {"name": "关键词", "value": "土星光环,穹顶,夜间开放,小学生讲解员"},
    ]
}


def media_answers() -> dict[str, Any]:
    """Every sample, by the name of its file."""
    return {
        "vod_asr": _ai_jobs(),
        "vod_video_tags": {"RequestId": request_id("vod_video_tags"), "VideoTagResult": VIDEO_TAGS},
        "media_analysis": _analysis(),
        "media_search": _search(),
        "media_info": _media_info(),
        "smarttag_process": _process(),
        "dump_sdk_snake": _dump(),
        "callback_smarttag": _callback(),
    }


def _ai_jobs() -> dict[str, Any]:
    """ListAIJob: one job that was found, and an id that was not."""
    timed = list(lines(BEEKEEPER, start_ms=380))
    rows = [
        {
            "StartTime": start,
            "EndTime": end,
            "Text": text,
            "ChannelId": 0,
            "SpeechRate": round(weight(text) * 60_000 / (end - start)),
        }
        for start, end, text in timed
    ]
    job = {
        "JobId": hex_id("vod_asr"),
        "MediaId": hex_id("vod video"),
        "Type": "AIASR",
        "Status": "success",
        "Code": "0",
        "Message": "OK",
        "CreationTime": "2025-03-09T06:48:10Z",
        "CompleteTime": "2025-03-09T06:48:52Z",
        "Data": as_text({"OrigASRData": {"AsrTextList": rows, "Duration": str(timed[-1][1] + 1180)}}),
    }
    missing = {"String": [hex_id("vod_asr of another account")]}
    return {"RequestId": request_id("vod_asr"), "AIJobList": {"AIJob": [job]}, "NonExistAIJobIds": missing}


def _analysis() -> dict[str, Any]:
    """GetMediaAiAnalysis: the chapters of a film."""
    return {
        "RequestId": request_id("media_analysis"),
        "MediaId": hex_id("bee film"),
        "ResultType": "Chapter",
        "Content": as_text(CHAPTERS),
    }


def _search() -> dict[str, Any]:
    """SearchMedia: one media, with what the index holds of it."""
    spoken = [
        {"From": start / 1000, "To": end / 1000, "Content": text, "Timestamp": start / 1000, "ClipId": f"asr-{number}"}
        for number, (start, end, text) in enumerate(lines(FERRYMAN, start_ms=12400), 1)
    ]
    written = [
        {"From": 9.0, "To": 12.0, "Timestamp": 9.0, "Content": "雁回渡口"},
        {"From": 9.0, "To": 13.0, "Timestamp": 10.0, "Content": "末班船 21:40"},
    ]
    labels = [
        _indexed("雁回渡口", "地标", {"From": 3.2, "To": 11.6, "Score": 0.83}),
        _indexed("渡船", "物品", {"From": 9.8, "To": 14.6, "Score": 0.91}, {"From": 20.0, "To": 23.4, "Score": -1}),
    ]
    media = {
        "MediaId": hex_id("night ferry"),
        "MediaBasicInfo": {"Title": "夜航船：第四集", "MediaType": "video", "Category": "纪录片"},
        "AiData": {"AsrInfo": spoken, "OcrInfo": written, "AiLabelInfo": labels},
    }
    return {
        "RequestId": request_id("media_search"),
        "Code": "200",
        "Success": "true",
        "Total": 1,
        "ScrollToken": hex_id("media_search")[:16],
        "MediaInfoList": [media],
    }


def _indexed(name: str, category: str, *occurrences: dict[str, Any]) -> dict[str, Any]:
    return {
        "LabelId": hex_id(f"label {name}")[:12],
        "LabelName": name,
        "LabelType": "CPVLabel",
        "Category": category,
        "Source": "vision",
        "Occurrences": list(occurrences),
    }


def _media_info() -> dict[str, Any]:
    """GetMediaInfo: one media, with the results of its smart tag job directly in `Results`."""
    media, file = hex_id("umbrella film"), oss("films/umbrella-makers.mp4")
    label = {
        "persons": [],
        "tags": [
            {"mainTagName": "物体", "subTagName": "油纸伞", "ratio": 0.74, "occurrences": [_seen(0.982, 0.0, 9.6)]},
            {"mainTagName": "动作", "subTagName": "刷桐油", "ratio": 0.31, "occurrences": [_seen(0.864, 2.4, 6.2)]},
        ],
        "classifications": [{"score": 0.907, "category1": "人文", "category2": "传统手艺"}],
    }
    job = {
        "AiJobId": hex_id("umbrella film tags"),
        "Status": "Success",
        "Results": [_result("VideoLabel", label), _result("ASR", {"details": _details(UMBRELLA_MAKERS)})],
    }
    basic = {
        "Title": "七十二道半",
        "MediaType": "video",
        "InputURL": file,
        "Status": "Normal",
        "CreateTime": "2025-04-02T03:11:20Z",
        "ModifiedTime": "2025-04-02T03:14:05Z",
    }
    about = {"FileName": "umbrella-makers.mp4", "Duration": "12.480000", "Width": "1920", "Height": "1080"}
    return {
        "RequestId": request_id("media_info"),
        "MediaInfo": {
            "MediaId": media,
            "MediaBasicInfo": basic,
            "FileInfoList": [{"FileBasicInfo": {**about, "FileUrl": file}}],
            "AiRoughData": {"SaveType": "Auto", "Status": "Success", "StandardSmartTagJob": job},
        },
    }


def _process() -> dict[str, Any]:
    """QuerySmarttagJob: the raw file of a job, whole in `Data`."""
    island = {
        "name": "佩洛岛",
        "nameEn": "Pellow Island",
        "description": "A tidal island with a school, a slipway and no bridge.",
        "longitude": -6.2841,
        "latitude": 49.9476,
    }
    raw = [
        {"name": "asr", "result": [_rows(*(_part(start, end, text=text) for start, end, text in _spoken_on_island()))]},
        {
            "name": "tag",
            "result": [
                _rows(
                    _tag(0.8, 6.4, 0.92, "Location", "Landmark", "Pellow Island", knowledgeInfo=island),
                    _tag(6.4, 12.0, 0.81, "Object", "Tool", "Fishing net", bbox=[412, 300, 1180, 846]),
                    _tag(6.4, 12.0, -1, "Person", "Unknown", "unknown_1", bbox=[702, 118, 884, 352]),
                )
            ],
        },
        {
            "name": "ocr",
            "result": [
                _rows(
                    _part(1.0, 3.0, text="PELLOW ISLAND SCHOOL", score=0.973, bbox=[640, 210, 1290, 290]),
                    _part(13.0, 14.0, text="Bonjour, M. Penhale !", score=0.938, bbox=[388, 402, 1104, 498]),
                )
            ],
        },
        {
            "name": "sbd",
            "result": [_rows(_part(0.0, 6.4, keyFrame=3.2), _part(6.4, 12.0, keyFrame=9.0), _part(12.0, 17.2))],
        },
    ]
    return _tagged("smarttag_process", _result("Process", raw))


def _spoken_on_island() -> Iterable[tuple[float, float, str]]:
    return ((start / 1000, end / 1000, text) for start, end, text in lines(ISLAND_SCHOOL, start_ms=640))


def _rows(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"data": list(rows)}}


def _part(start: float, end: float, **found: Any) -> dict[str, Any]:
    return {"startTime": start, "endTime": end, **found}


def _tag(start: float, end: float, score: float, level1: str, level2: str, name: str, **more: Any) -> dict[str, Any]:
    found = {"score": score, "labelLevel1": level1, "labelLevel2": level2, "label": name}
    return _part(start, end, **found, **more)


def _dump() -> dict[str, Any]:
    """The attributes of the SDK's answer to GetSmartHandleJob, as they are named in Python."""
    found = [{"content": row["content"], "from": row["from"], "to": row["to"]} for row in _details(LIGHTHOUSE)]
    source = {"input_file": oss("films/gannet-point.mp4"), "keyword": None, "extra_info": None}
    info = {
        "create_time": "2025-05-06T19:20:31Z",
        "description": None,
        "editing_config": None,
        "input_config": {**source, "job_parameters": as_text({"start_time": "00:00:00", "duration": "00:00:30"})},
        "job_type": "ASR",
        "modified_time": "2025-05-06T19:21:02Z",
        "output_config": None,
        "title": "The keeper of Gannet Point",
        "user_id": str(USER),
    }
    request = request_id("dump_sdk_snake")
    return {
        "headers": {
            "date": "Tue, 06 May 2025 19:22:40 GMT",
            "content-type": "application/json;charset=utf-8",
            "x-acs-request-id": request,
            "etag": None,
        },
        "status_code": 200,
        "body": {
            "error_code": None,
            "error_message": None,
            "job_id": hex_id("dump_sdk_snake"),
            "job_result": {"ai_result": as_text(found), "media_id": None, "media_url": None, "usage": None},
            "output": None,
            "request_id": request,
            "smart_job_info": info,
            "state": "Finished",
            "user_data": as_text({"reel": 7, "bucket": BUCKET}),
        },
    }


def _callback() -> dict[str, Any]:
    """The message that a smart tag job is complete, with the answer as JSON text in it."""
    return {
        "EventType": "SmarttagComplete",
        "UserId": USER,
        "EventTime": "2025-04-20T12:05:44Z",
        "MessageBody": as_text(_tagged("callback_smarttag", _result("TextLabel", OBSERVATORY_TAGS))),
    }


def _tagged(name: str, *results: dict[str, str]) -> dict[str, Any]:
    return {
        "JobStatus": "Success",
        "RequestId": request_id(name),
        "UserData": as_text({"catalogue": name.replace("_", "-"), "shelf": len(name)}),
        "Results": {"Result": list(results)},
        "Usages": {"Usage": [{"Type": result["Type"], "Quota": 1} for result in results]},
    }


def _result(kind: str, value: Any) -> dict[str, str]:
    return {"Type": kind, "Data": as_text(value)}


def _seen(score: float, start: float, end: float) -> dict[str, float]:
    return {"score": score, "from": start, "to": end}


def _details(texts: Iterable[str]) -> list[dict[str, Any]]:
    timed = lines(texts, start_ms=460)
    return [{"from": start / 1000, "to": end / 1000, "content": text} for start, end, text in timed]
