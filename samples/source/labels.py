"""What smart tag jobs found: tags of a text, a video and an image, categories and entities, text in frames."""

from __future__ import annotations

from typing import Any

from .wire import as_text, url


def _box(left: int, top: int, right: int, bottom: int) -> dict[str, list[int]]:
    return {"leftTop": [left, top], "rightBottom": [right, bottom]}


def _seen(score: float, start: float, end: float) -> dict[str, Any]:
    """An occurrence of a tag or a person, in seconds."""
    return {"score": score, "from": start, "to": end}


def _face(score: float, start: float, end: float, at: float, box: dict[str, list[int]], scene: str) -> dict[str, Any]:
    return {**_seen(score, start, end), "position": box, "timestamp": at, "scene": scene}


def _during(score: float, start: float, end: float) -> dict[str, Any]:
    """An occurrence of a category or an entity, in seconds."""
    return {"score": score, "startTime": start, "endTime": end}


def _tracked(score: float, start: float, end: float, *boxes: tuple[float, list[int]]) -> dict[str, Any]:
    track = [{"score": score, "bbox": box, "timestamp": at} for at, box in boxes]
    return {**_during(score, start, end), "trackData": track}


def _label(level1: str, level2: str, label: str, share: float, *occurrences: dict[str, Any]) -> dict[str, Any]:
    return {
        "labelLevel1": level1,
        "labelLevel2": level2,
        "label": label,
        "appearanceProbability": share,
        "detailInfo": list(occurrences),
    }


def _entity(label: dict[str, Any], **knowledge: Any) -> dict[str, Any]:
    return {**label, "knowledgeInfo": as_text(knowledge)}


def _line(text: str, score: float, box: dict[str, list[int]], style: int = 0) -> dict[str, Any]:
    """One line of a frame; styles are 0 normal, 1 scrolling, 2 fixed."""
    return {"score": score, "position": box, "content": text, "textType": style}


TEXT_LABEL = {
    "tags": [
        {"name": "地域", "value": "云碓镇,石磨村,岚岗茶山"},
        {"name": "机构", "value": "云碓镇博物馆,青砚陶瓷馆"},
        {"name": "品牌", "value": "半檐伞铺"},
        {"name": "关键词", "value": "油纸伞,非遗手艺,老街改造,返乡青年"},
    ]
}

VIDEO_LABEL = {
    "persons": [
        {
            "name": "陆青棠",
            "category": "celebrity",
            "ratio": 0.318,
            "occurrences": [
                _face(0.974, 12.4, 31.0, 14.2, _box(812, 196, 1034, 468), "closeUp"),
                _face(0.941, 58.6, 73.2, 60.0, _box(402, 232, 540, 402), "medium"),
            ],
        },
        {
            "name": "彭月娥",
            "category": "lib_langang_tea_masters",
            "ratio": 0.207,
            "occurrences": [_face(0.886, 33.8, 52.4, 36.6, _box(610, 244, 776, 446), "medium-closeUp")],
        },
        {
            "name": "unknown_2",
            "category": "unknown",
            "ratio": 0.064,
            "occurrences": [_face(-1.0, 75.0, 80.8, 76.4, _box(1388, 410, 1450, 486), "medium-long")],
        },
    ],
    "tags": [
        {
            "mainTagName": "场景",
            "subTagName": "茶园",
            "ratio": 0.612,
            "occurrences": [_seen(0.993, 0.0, 31.0), _seen(0.968, 52.4, 76.0)],
        },
        {"mainTagName": "物体", "subTagName": "竹篓", "ratio": 0.284, "occurrences": [_seen(0.902, 12.4, 38.0)]},
        {"mainTagName": "动作", "subTagName": "采摘", "ratio": 0.251, "occurrences": [_seen(0.871, 14.2, 35.6)]},
        {"mainTagName": "物体", "subTagName": "铁锅", "ratio": 0.093, "occurrences": [_seen(0.815, 41.2, 49.0)]},
    ],
    "classifications": [
        {"score": 0.934, "category1": "生活", "category2": "美食"},
        {"score": 0.641, "category1": "人文", "category2": "传统手艺"},
    ],
}

IMAGE_LABEL = {
    "persons": [
        {
            "name": "陆青棠",
            "category": "celebrity",
            "score": 0.962,
            "position": _box(534, 120, 716, 342),
            "scene": "medium-closeUp",
        }
    ],
    "tags": [
        {"mainTagName": "物体", "subTagName": "油纸伞", "score": 0.981},
        {"mainTagName": "物体", "subTagName": "石板路", "score": 0.927},
        {"mainTagName": "场景", "subTagName": "老街", "score": 0.894},
        {"mainTagName": "动作", "subTagName": "撑伞", "score": 0.76},
    ],
}

CPV_LABEL = {
    "type": "auto",
    "cates": [
        _label("旅游", "古镇", "", 0.92, _during(0.88, 0.04, 46.2), _during(0.79, 61.5, 88.04)),
        _label("美食", "小吃", "烤豆腐", 0.37, _during(0.71, 46.2, 61.5)),
    ],
    "entities": [
        _entity(
            _label(
                "地点",
                "地标",
                "雁回渡口",
                0.21,
                _tracked(0.83, 3.2, 11.6, (4.0, [318, 140, 1206, 690]), (8.0, [286, 132, 1240, 704])),
                _tracked(0.66, 70.4, 76.0, (72.0, [512, 208, 1010, 602])),
            ),
            name="雁回渡口",
            nameEn="Yanhui Ferry Landing",
            description="云碓镇东侧的老渡口，青石台阶一直伸到水面以下。",
            address="云碓镇雁回路尽头",
            longitude=103.9174,
            latitude=30.2268,
        ),
        _entity(
            _label("人物", "演员", "陆青棠", 0.18, _tracked(0.94, 12.4, 28.0, (14.2, [812, 196, 1034, 468]))),
            name="陆青棠",
            alias=["青棠"],
            gender="女",
            occupation="演员、纪录片主持人",
            birthPlace="云碓镇",
            productions=["雾里灯", "山里的手艺"],
        ),
        _entity(
            _label("影视", "电影", "雾里灯", 0.05, _during(0.58, 30.6, 35.0)),
            name="雾里灯",
            genre="剧情",
            country="中国",
            language="汉语",
            releaseYear="2019",
            director=["祝鹤鸣"],
            actor=["陆青棠", "卫小楼"],
            image=url("posters/lamp-in-the-fog.jpg"),
        ),
        _entity(
            _label("物品", "交通工具", "松烟牌自行车", 0.03, _tracked(0.62, 52.0, 55.4, (53.0, [96, 388, 420, 702]))),
            brandName="松烟",
            finegrainName="二八自行车",
        ),
    ],
    "hotwords": [_label("关键词", "", "周末去哪儿", 0.44, _during(1.0, 0.04, 88.04))],
    "freeTags": [
        _label("关键词", "", "石榴巷夜市", 0.39, _during(0.9, 44.8, 63.0)),
        _label("关键词", "", "糖画", 0.12, _during(0.77, 57.2, 61.5), _during(0.69, 80.0, 82.4)),
        _label("", "", "渡船汽笛", 0.08, _during(0.64, 9.8, 11.0)),
    ],
}

_CHANNEL = _line("山河纪录", 0.995, _box(1702, 48, 1866, 96), style=2)
_TICKER = _box(0, 1012, 1920, 1064)

OCR: list[dict[str, Any]] = [
    {"timestamp": 1.0, "info": [_CHANNEL]},
    {
        "timestamp": 3.0,
        "info": [
            _CHANNEL,
            _line("夜航船", 0.991, _box(720, 380, 1200, 560)),
            _line("第四集 渡口", 0.984, _box(828, 590, 1092, 642)),
        ],
    },
    {"timestamp": 5.0, "info": [_CHANNEL, _line("第四集 渡口", 0.979, _box(828, 590, 1092, 642))]},
    {
        "timestamp": 9.0,
        "info": [
            _CHANNEL,
            _line("雁回渡口", 0.962, _box(604, 214, 890, 300)),
            _line("末班船 21:40", 0.948, _box(612, 322, 880, 374)),
            _line("天气提示：今夜有雾，能见度不足 200 米", 0.917, _TICKER, style=1),
        ],
    },
    {
        "timestamp": 11.0,
        "info": [
            _CHANNEL,
            _line("末班船 21:40", 0.951, _box(608, 320, 878, 372)),
            _line("今夜有雾，能见度不足 200 米，请听从船员安排", 0.921, _TICKER, style=1),
        ],
    },
    {
        "timestamp": 18.0,
        "info": [
            _CHANNEL,
            _line("葛水生", 0.987, _box(148, 816, 330, 876)),
            _line("摆渡人，撑船三十七年", 0.973, _box(148, 890, 560, 938)),
        ],
    },
    {"timestamp": 20.0, "info": [_CHANNEL, _line("摆渡人，撑船三十七年", 0.969, _box(148, 890, 560, 938))]},
    {
        "timestamp": 26.0,
        "info": [
            _CHANNEL,
            _line("LIFE JACKETS", 0.902, _box(1130, 640, 1384, 692)),
            _line("救生衣", 0.934, _box(1168, 704, 1346, 760)),
        ],
    },
]


def _known(level2: str, name: str, share: float, start: float, end: float, /, **knowledge: Any) -> dict[str, Any]:
    return _entity(_label("影音", level2, name, share, _during(0.71, start, end)), **knowledge)


KNOWN = {
    "type": "hmi",
    "entities": [
        _known(
            "综艺",
            "盐田来信",
            0.31,
            12.0,
            26.4,
            name="盐田来信",
            alias=["盐田"],
            chnl="综艺",
            country="中国大陆",
            language="汉语普通话",
            doubanRating="8.1",
            genre="真人秀/旅行",
            releaseDate="2022-05-14",
            releaseYear=2022,
            epsLen="52",
            epsNum="12",
            director="闻人屿",
            author=["甘棣", "濮阳禾"],
            actor=["白鹭洲", "甘棣"],
        ),
        _known(
            "音乐",
            "潮水账本",
            0.22,
            30.2,
            58.0,
            songName="潮水账本",
            duration="03:41",
            artistName="白鹭洲",
            artistAlias="小洲",
            artistArea="华语",
            artistType="女歌手",
            albumName="晒盐的人",
            albumType="EP",
            albumSize=5,
            releaseTime="2021-09-30",
        ),
        _known("人物", "老晏", 0.12, 60.0, 71.5, name="老晏", alias=["晏师傅"], gender="男", occupation="盐工"),
    ],
}
"""Entities of the graphs for shows, music and people."""
