"""Large saved answers of the services, made up with a fixed seed, and the floor of reading each.

A generator takes its size and gives the bytes as they are saved, JSON as text inside JSON as deep as the
service has it. The floor of an answer is what cannot be left out: orjson decodes the document and every text in
it that `ice_results.parse` decodes as well, in its place, and does nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import orjson

SEED = 20250309
PLACES = ("云碓镇", "石榴巷", "岚岗茶山", "雁回渡口", "石磨村", "青砚陶瓷馆", "柳湾码头", "钟楼广场")
PEOPLE = ("陆青棠", "彭月娥", "葛水生", "闻禾", "乔砚田", "秦嫂", "祝鹤鸣", "卫小楼", "Maren Tolliver")
THINGS = ("油纸伞", "竹篓", "末班船", "老式座钟", "烤豆腐", "糖画", "二八自行车", "铁锅", "菖蒲", "二胡")
DEEDS = ("修好了", "带来了", "画下了", "等到了", "卖掉了", "找回了", "看见了", "学会了做")
ASIDES = ("大家都很高兴", "这还是头一回", "hotfix 已经发了", "谁也没有说话", "一共花了 15800 元", "雨刚刚停")
ENDS = ("。", "！", "？", "。", "")
SPOKEN = tuple(
    sentence.split("/")
    for sentence in (
        "今天/我们/在/云碓镇/修/好了/那座/老/钟楼，/大家/都/听见/了/钟声。",
        "真的/吗？",
        "他/说/下个月/还要/再/来/一次。",
        "其实/最/难的/不是/零件，/而是/图纸，/那/几页/图纸/早就/被/雨水/泡/坏了，/只能/一点/一点/画/出来。",
        "那/后来/呢？",
        "后来/有/一位/老师傅/从/省城/赶来，/看了/一上午，/只/留下/一句/话。",
        "We /fixed /the /crash /on /Friday，/然后/才/发/新版本。",
        "大家/都/笑了。",
    )
)
TRANSLATED = (
    "We repaired the old clock tower today, and everyone heard it ring.",
    "Really?",
    "He says he will come back next month.",
    "The drawings were the hard part, for the rain had ruined them long ago.",
)


def asr(segments: int = 100_000) -> bytes:
    """GetSmartHandleJob with the lines of a speech recognition, in seconds; every line fits in one of a caption."""
    return _asr(segments, _short_line)


def asr_long(segments: int = 10_000) -> bytes:
    """The same with sentences, of which more than half must be broken in two lines or more."""
    return _asr(segments, _sentence)


def cpv_label(entities: int = 1_500, occurrences: int = 15, boxes: int = 5) -> bytes:
    """QuerySmarttagJob with entities, where they were seen, and what is known about them as JSON text again."""
    chance = Random(SEED)
    rows = [
        {
            "labelLevel1": chance.choice(("地点", "人物", "物品", "影视")),
            "labelLevel2": chance.choice(("地标", "演员", "交通工具", "电影")),
            "label": f"{chance.choice(PLACES)}{chance.choice(THINGS)}",
            "appearanceProbability": round(chance.random(), 3),
            "detailInfo": list(_appearances(chance, occurrences, boxes)),
            "knowledgeInfo": _text(_knowledge(chance, number)),
        }
        for number in range(entities)
    ]
    return _smarttag("CPVLabel", {"type": "auto", "cates": [], "entities": rows, "hotwords": [], "freeTags": []})


def ocr(frames: int = 20_000, lines: int = 4) -> bytes:
    """QuerySmarttagJob with the text recognised in frames: a title that stays, and captions that change."""
    chance = Random(SEED)
    rows = [
        {"timestamp": float(number), "info": [_recognised(chance, number, place) for place in range(lines)]}
        for number in range(frames)
    ]
    return _smarttag("OCR", {"details": rows})


def nlp(words: int = 200_000) -> bytes:
    """QuerySmarttagJob with a transcript word by word, and the translation of every sentence."""
    chance, at, count = Random(SEED), 520, 0
    spoken: list[list[dict[str, Any]]] = []
    translated: list[dict[str, Any]] = []
    while count < words:
        sentence = {"sentenceId": len(spoken) + 1}
        spoken.append([])
        for text in chance.choice(SPOKEN)[: words - count]:
            count, end = count + 1, at + chance.randrange(120, 520)
            spoken[-1].append({"id": count, **sentence, "start": at, "end": end, "text": text})
            at = end + (chance.randrange(200, 900) if text.endswith(("，", "。", "？")) else 0)
        times = {"start": spoken[-1][0]["start"], "end": spoken[-1][-1]["end"]}
        translated.append({**sentence, **times, "text": chance.choice(TRANSLATED)})
    return _smarttag(
        "NLP",
        {
            "transcription": {"paragraphs": list(_paragraphs("words", spoken))},
            "translation": {"paragraphs": list(_paragraphs("sentences", [[each] for each in translated]))},
        },
    )


def activities(nodes: int = 2_000) -> bytes:
    """GetJobDetail with the nodes of a workflow: JSON as text, up to five levels deep."""
    chance = Random(SEED)
    rows = {f"节点_{number}": _node(chance, number) for number in range(nodes)}
    task = {
        "TaskId": "5b7f0a3c2b7e4f6c8d9a0b1c2d3e4f51",
        "Status": "Succeed",
        "TaskInput": _text({"Type": "Media", "Media": "30e5d70c1b2a", "Title": "油菜花田.mp4"}),
        "CreateTime": "2025-03-09T06:40:00Z",
        "FinishTime": "2025-03-09T06:47:22Z",
        "ActivityResults": _text(rows),
        "UserData": _text({"department": "纪录片组", "reel": 12}),
    }
    return orjson.dumps({"RequestId": "8B0C", "JobType": "workflow", "WorkflowTaskDetail": task})


def asr_floor(saved: bytes) -> object:
    """The answer and its lines."""
    answer = orjson.loads(saved)
    _open(answer["JobResult"], "AiResult")
    return answer


def smarttag_floor(saved: bytes) -> object:
    """The answer and the payload of its one result."""
    answer = orjson.loads(saved)
    _open(answer["Results"]["Result"][0], "Data")
    return answer


def cpv_label_floor(saved: bytes) -> object:
    """The answer, the payload, and the knowledge about every entity."""
    answer = orjson.loads(saved)
    for entity in _open(answer["Results"]["Result"][0], "Data")["entities"]:
        _open(entity, "knowledgeInfo")
    return answer


def activities_floor(saved: bytes) -> object:
    """The answer, the nodes, the result of each, and what is text again in that."""
    answer = orjson.loads(saved)
    task = answer["WorkflowTaskDetail"]
    _open(task, "TaskInput")
    _open(task, "UserData")
    for node in _open(task, "ActivityResults").values():
        result = _open(node, "Result")
        if "userTaskInput" in result:
            _open(result, "taskInput")
            _open(_open(result, "userTaskInput"), "UserData")
        elif "MessageBody" in result:
            _open(result["MessageBody"], "TriggerSource")
    return answer


def _open(holder: dict[str, Any], key: str) -> Any:
    """Decode the text under a key in its place."""
    holder[key] = orjson.loads(holder[key])
    return holder[key]


def _text(value: Any) -> str:
    """The value as the compact JSON text that the services put into one field."""
    return orjson.dumps(value).decode()


def _smarttag(kind: str, payload: Any) -> bytes:
    return orjson.dumps(
        {
            "JobStatus": "Success",
            "RequestId": "153F36AA-0738-5E2A-8502-5EE62EB6D1E2",
            "Results": {"Result": [{"Type": kind, "Data": _text(payload)}]},
            "Usages": {"Usage": [{"Type": kind, "Quota": 1}]},
        }
    )


def _asr(segments: int, line: Callable[[Random], str]) -> bytes:
    chance, start = Random(SEED), 0.0
    lines = []
    for _ in range(segments):
        end = round(start + chance.uniform(0.8, 4.0), 3)
        lines.append({"content": line(chance), "from": start, "to": end})
        start = end if chance.random() < 0.7 else round(end + chance.uniform(0.05, 2.0), 3)
    return orjson.dumps(
        {
            "RequestId": "7A0C2D51-93B4-5E0F-8A55-19B2C4D0E6F7",
            "JobId": "1d5f0a3c2b7e4f6c8d9a0b1c2d3e4f50",
            "State": "Finished",
            "SmartJobInfo": {"JobType": "ASR", "Title": "钟楼", "CreateTime": "2025-03-09T06:40:02Z"},
            "JobResult": {"AiResult": _text(lines)},
        }
    )


def _short_line(chance: Random) -> str:
    """A line of 6 to 16 characters."""
    begin = chance.choice((f"第{chance.randrange(2, 1000)}次，", "后来", ""))
    what = f"{chance.choice(DEEDS[:-1])}{chance.choice(THINGS[:-4])}"
    return f"{begin}{chance.choice(PEOPLE[:-1])}{what}{chance.choice(ENDS)}"


def _sentence(chance: Random) -> str:
    """A sentence of 10 to about 40 characters."""
    text = f"{chance.choice(PEOPLE)}在{chance.choice(PLACES)}{chance.choice(DEEDS)}{chance.choice(THINGS)}"
    if chance.random() < 0.4:
        text += f"，{chance.choice(ASIDES)}"
    if chance.random() < 0.1:
        text += f"，第 {chance.randrange(2, 400)} 次了，{chance.choice(ASIDES)}"
    return text + chance.choice(ENDS)


def _corners(chance: Random) -> tuple[int, int, int, int]:
    left, top = chance.randrange(1500), chance.randrange(800)
    return left, top, left + chance.randrange(40, 420), top + chance.randrange(20, 280)


def _appearances(chance: Random, occurrences: int, boxes: int) -> Iterator[dict[str, Any]]:
    """Where an entity is seen, one time after the other, and its boxes, a second apart."""
    start = chance.uniform(0, 60)
    for _ in range(occurrences):
        start = round(start + chance.uniform(1, 40), 2)
        track = [
            {"score": round(chance.random(), 3), "bbox": _corners(chance), "timestamp": round(start + place, 2)}
            for place in range(boxes)
        ]
        end = round(start + boxes + chance.random(), 2)
        yield {"score": round(chance.random(), 3), "startTime": start, "endTime": end, "trackData": track}


def _knowledge(chance: Random, number: int) -> dict[str, Any]:
    """What a graph says about a landmark, a person, a sequence or a thing."""
    person, place = chance.choice(PEOPLE), chance.choice(PLACES)
    return (
        {"name": place, "nameEn": f"Landing {number}", "longitude": 103.9174, "description": f"{place}的老渡口。"},
        {"name": person, "alias": [person[1:]], "gender": "女", "occupation": "演员", "birthPlace": place},
        {"name": "雾里灯", "genre": "剧情", "releaseYear": "2019", "actor": [person], "director": ["祝鹤鸣"]},
        {"brandName": "松烟", "finegrainName": chance.choice(THINGS)},
    )[number % 4]


def _recognised(chance: Random, number: int, place: int) -> dict[str, Any]:
    """A line of a frame: the first one stays as it is, the others change every three frames."""
    content = "山河纪录" if place == 0 else _sentence(Random(SEED + number // 3 * 16 + place))
    left, top, right, bottom = (1702, 48, 1866, 96) if place == 0 else _corners(chance)
    return {
        "score": round(chance.uniform(0.8, 1.0), 3),
        "position": {"leftTop": [left, top], "rightBottom": [right, bottom]},
        "content": content,
        "textType": 2 if place == 0 else 0,
    }


def _paragraphs(name: str, sentences: list[list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """What belongs to each sentence, in paragraphs of five sentences and of two speakers in turn."""
    for number, place in enumerate(range(0, len(sentences), 5)):
        speaker = {"speakerId": str(number % 2 + 1)} if name == "words" else {}
        items = [item for sentence in sentences[place : place + 5] for item in sentence]
        yield {"paragraphId": str(173_210_000_100 + 100 * number), **speaker, name: items}


def _node(chance: Random, number: int) -> dict[str, Any]:
    """A node that starts, takes a picture, or translates."""
    activity = ("start", "VodSnapshot", "VodDynamicImage", "VodTranslation")[number % 4]
    node = {
        "ActivityId": activity,
        "ActivityInstanceId": f"{chance.getrandbits(128):032x}",
        "Result": _text(_result(chance, activity)),
        "StartTime": "2025-03-09T06:40:01Z",
        "Status": "Failed" if activity == "VodTranslation" else "Succeed",
    }
    return node if activity == "start" else {**node, "EndTime": f"2025-03-09T06:{chance.randrange(41, 60)}:09Z"}


def _result(chance: Random, activity: str) -> dict[str, Any]:
    if activity == "VodTranslation":
        return {"Type": "VideoTranslationAll", "Success": False}
    media = {"Type": "Media", "Media": f"{chance.getrandbits(128):032x}"}
    if activity == "start":
        asked = {**media, "Title": f"{chance.choice(PLACES)}.mp4", "UserData": _text({"reel": chance.randrange(99)})}
        texts = {"taskInput": _text(media), "userTaskInput": _text(asked)}
        return {**media, "bizType": 6, **texts, "callerUid": 1402005500000017, "CUR_NODE_NAME": "开始"}
    source = {"ActivityInstanceId": f"{chance.getrandbits(128):032x}", "BizType": "ice-workflow"}
    message = {"Status": "success", "VideoId": media["Media"], "TriggerSource": _text(source)}
    return {"EventType": f"{activity}Complete", "UserId": 1402005500000017, "MessageBody": message}
