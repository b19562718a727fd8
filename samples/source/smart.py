"""Answers of GetSmartHandleJob and ListSmartJobs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .speech import lines
from .wire import BUCKET, USER, as_text, hex_id, oss, request_id, url

TEA_MOUNTAIN = (
    "清晨五点，雾还没从岚岗茶山上退下去。",
    "采茶的人已经背着竹篓，踩着露水上了坡。",
    "春茶讲究一芽一叶，用指腹轻轻提起来，不能用指甲掐。",
    "彭阿姨采了四十年茶，一双手比秤还准。",
    "她说，好茶不怕等，怕的是人心急。",
    "上午十点以前，鲜叶必须送到山腰的作坊里摊开。",
    "摊青的时候，整间屋子都是青草和兰花的味道。",
    "炒锅烧到两百三十度，手离锅底只有一寸。",
    "你听，叶子下锅的第一声，像一阵急雨。",
    "杀青、揉捻、烘干，一斤干茶要用掉四斤多鲜叶。",
    "傍晚，茶装进锡罐，封口上写着采茶人的名字。",
    "这一杯里有山，有雾，也有一个早晨的安静。",
)

LIBRARY_BOAT = (
    "Every other Tuesday, the library comes to Pellow Island by boat.",
    "It used to be a ferry. Look under the poetry shelf and you can still see the life jackets.",
    "The librarian, Maren Tolliver, steers with one hand and stamps books with the other.",
    "The most borrowed title isn't a novel at all, she told me. It's a manual on repairing outboard motors.",
    "In winter, when the harbour freezes, the children pull the books ashore on a sledge.",
    "Nobody pays a fine here. If you bring a book back late, you bring a cake as well.",
    "Last year that came to thirty-one cakes and one very large trout.",
    "When I asked whether screens would put her out of work, she laughed and handed me a rope.",
    '"Hold this," she said. "A tablet has never helped me moor a boat."',
    "By four o'clock the tide had turned, and the library was on its way to the next island.",
)

TEAM_MEETING = (
    "大家好，我用五分钟过一下“松果笔记”上周的数据。",
    "新版本 2.4 上线以后，DAU 从 12000 涨到了 15800。",
    "增长主要来自 Night Mode，很多人是晚上 11 点以后才打开的。",
    "但是 crash rate 也从 0.2% 升到了 0.7%，这个必须尽快 fix。",
    "后端同事查过 log，问题出在图片 cache 没有及时清理。",
    "我建议这周三先发一个 hotfix，A/B test 顺延到下周一。",
    "另外，Lumen Harbor 想跟我们谈合作，API 文档我已经发到群里了。",
    "没有问题的话，会后请大家在 checklist 上签个字，thank you！",
)

AUDIO_GUIDE = (
    "欢迎来到青砚陶瓷馆。",
    "您现在看到的，是一只烧坏了的碗。",
    "三百多年前，它在窑里和邻居粘在了一起。",
    "匠人没有把它砸碎，而是留在窗台上，养了一株菖蒲。",
    "请按一号键，听听它后来的故事。",
)

TRAM = (
    "Good evening, and welcome aboard the Number 3 tram to Willowmere Pier.",
    "The next stop is Orchard Bridge.",
    "Change here for the night ferry and for line 7.",
    "Please mind the gap, and the geese, when leaving the tram.",
    "We wish you a quiet evening.",
)

UMBRELLAS = (
    "下雨天，是我们店里最热闹的日子。竹骨、棉纸、桐油，每把伞都要由老师傅亲手开合三百次，才肯上架。来老街转转，挑一把会讲故事的伞。",
    "给伞刻上名字，给雨天留个念想。伞柄刻字，伞面手绘，最快三天，就能带走一把只属于你的伞。",
    "天晴时它是摆设，下雨时它是屋檐。一把手工油纸伞，遮得住斜风细雨，也衬得起你走过的每一条巷子。",
)

OBSERVATORY = (
    "大家好，我是数字讲解员小穗。",
    "今天带您逛一逛麦田里的天文台。",
    "天黑以后，头顶的这扇穹顶会慢慢打开。",
    "运气好的话，您能亲眼看到土星的光环。",
)


def smart_jobs() -> dict[str, Any]:
    """Every sample of both operations, by the name of its file."""
    return {
        "smart_asr_zh": _asr("smart_asr_zh", "岚岗茶山：一个早晨", "films/langang-tea.mp4", TEA_MOUNTAIN),
        "smart_asr_en": _asr("smart_asr_en", "The library boat", "films/library-boat.mp4", LIBRARY_BOAT),
        "smart_asr_mixed": _asr("smart_asr_mixed", "周会录音", "audio/weekly-meeting.m4a", TEAM_MEETING),
        "smart_tts": _tts("smart_tts", "陶瓷馆语音导览", "".join(AUDIO_GUIDE), _seconds(AUDIO_GUIDE)),
        "smart_tts_milliseconds": _tts(
            "smart_tts_milliseconds", "Tram announcements", " ".join(TRAM), _milliseconds(TRAM)
        ),
        "smart_text_generate": _text_generate(),
        "smart_avatar": _avatar(),
        "smart_avatar_mask": _avatar_mask(),
        "smart_video_translation": _video_translation(),
        "smart_dynamic_chart": _dynamic_chart(),
        "smart_running": _running(),
        "smart_failed": _failed(),
        "smart_prose": _prose(),
        "list_jobs": _list_jobs(),
    }


def _job(name: str, job_type: str, title: str, state: str = "Finished", **info: Any) -> dict[str, Any]:
    """The answer without a result, in the order of keys that the service uses."""
    return {
        "RequestId": request_id(name),
        "JobId": hex_id(name),
        "State": state,
        "SmartJobInfo": {
            "Title": title,
            "JobType": job_type,
            "UserId": str(USER),
            "CreateTime": "2025-04-12T01:30:08Z",
            "ModifiedTime": "2025-04-12T01:31:45Z",
            **info,
        },
    }


def _seconds(texts: Iterable[str], start_ms: int = 0) -> list[dict[str, Any]]:
    timed = lines(texts, start_ms=start_ms)
    return [{"content": text, "from": start / 1000, "to": end / 1000} for start, end, text in timed]


def _milliseconds(texts: Iterable[str]) -> list[dict[str, Any]]:
    return [{"text": text, "begin_time": start, "end_time": end} for start, end, text in lines(texts)]


def _asr(name: str, title: str, file: str, texts: Iterable[str]) -> dict[str, Any]:
    parameters = {"start_time": "00:00:00", "duration": "00:05:00"}
    source = {"InputFile": oss(file), "JobParameters": as_text(parameters)}
    job = _job(name, "ASR", title, Description="", InputConfig=source)
    return {**job, "JobResult": {"AiResult": as_text(_seconds(texts, start_ms=380))}}


def _tts(name: str, title: str, text: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    voice = {"voice": "Xiaosui", "format": "WAV", "sample_rate": 24000, "volume": 60, "speech_rate": -50}
    job = _job(
        name,
        "TextToSpeech",
        title,
        InputConfig={"InputFile": text},
        EditingConfig=as_text(voice),
        OutputConfig={"Bucket": BUCKET, "Object": f"voices/{name}"},
    )
    return {**job, "JobResult": {"MediaId": hex_id(f"{name} media"), "AiResult": as_text(rows)}}


def _text_generate() -> dict[str, Any]:
    wanted = {"keywords": "油纸伞,老街,定制", "textLength": 80, "targetCount": len(UMBRELLAS)}
    config = {"Type": "MarketingCopy", "GenerateConfig": as_text(wanted)}
    job = _job("smart_text_generate", "TextGenerate", "油纸伞文案", EditingConfig=as_text(config))
    result = {"AiResult": as_text(UMBRELLAS), "Usage": as_text({"total_tokens": 412})}
    return {**job, "UserData": as_text({"shop": "半檐伞铺", "draft": 2}), "JobResult": result}


def _avatar() -> dict[str, Any]:
    clips = [{"from": row["from"], "to": row["to"], "content": row["content"]} for row in _seconds(OBSERVATORY)]
    spoken = {"outputVideoUrl": url("avatar/observatory.mp4"), "subtitleClips": as_text(clips)}
    job = _job(
        "smart_avatar",
        "AvatarVideo",
        "麦田天文台导览",
        InputConfig={"InputFile": "".join(OBSERVATORY)},
        EditingConfig=as_text({"AvatarId": "xiaosui", "Voice": "Xiaosui"}),
        OutputConfig={"Bucket": BUCKET, "Object": "avatar/observatory.mp4"},
    )
    return {**job, "JobResult": {"MediaId": hex_id("smart_avatar media"), "AiResult": as_text(spoken)}}


def _avatar_mask() -> dict[str, Any]:
    """The form with a mask of the avatar: its lines have other keys."""
    clips = [{"Text": row["content"], "Start": row["from"], "End": row["to"]} for row in _seconds(OBSERVATORY[:2])]
    spoken = {
        "MediaURL": url("avatar/observatory.mp4"),
        "MaskURL": url("avatar/observatory-mask.mp4"),
        "SubtitleClips": as_text(clips),
    }
    job = _job("smart_avatar_mask", "AvatarVideo", "麦田天文台导览", EditingConfig=as_text({"AvatarId": "xiaosui"}))
    return {**job, "JobResult": {"MediaId": hex_id("smart_avatar_mask media"), "AiResult": as_text(spoken)}}


def _video_translation() -> dict[str, Any]:
    result = {
        "DetextVideoURL": url("translation/langang-tea-clean.mp4"),
        "DetextVideoMediaId": hex_id("translation clean"),
        "VideoTranslationAiResultMap": {language: _translated(language) for language in ("en", "ja")},
    }
    source = {"InputFile": oss("films/langang-tea.mp4")}
    job = _job("smart_video_translation", "VideoTranslation", "岚岗茶山：英语、日语版", InputConfig=source)
    return {**job, "JobResult": {"AiResult": as_text(result)}}


def _translated(language: str) -> dict[str, str]:
    return {
        "MediaURL": url(f"translation/langang-tea-{language}.mp4"),
        "MediaId": hex_id(f"translation {language}"),
        "SpeechTranslatedSubtitleURL": url(f"translation/langang-tea-{language}.srt"),
        "SpeechBilingualSubtitleURL": url(f"translation/langang-tea-zh-{language}.srt"),
    }


def _dynamic_chart() -> dict[str, Any]:
    chart = {"ChartType": "Line", "Title": "云碓镇每月降雨量", "Unit": "毫米"}
    job = _job(
        "smart_dynamic_chart",
        "DynamicChart",
        "降雨量动态图",
        InputConfig={"InputFile": oss("tables/rainfall.csv")},
        EditingConfig=as_text(chart),
        OutputConfig={"Bucket": BUCKET, "Object": "charts/rainfall.mp4"},
    )
    return {**job, "JobResult": {"MediaId": hex_id("smart_dynamic_chart media")}}


def _running() -> dict[str, Any]:
    source = {"InputFile": oss("films/night-market.mp4")}
    job = _job("smart_running", "ASR", "夜市纪录片字幕", "Executing", InputConfig=source)
    return {**job, "Output": "{}"}


def _failed() -> dict[str, Any]:
    source = {"InputFile": oss("films/silent-reel.mov")}
    job = _job("smart_failed", "ASR", "默片修复样片", "Failed", InputConfig=source)
    return {
        **job,
        "ErrorCode": "InvalidFile.NoAudio",
        "ErrorMessage": "The input file has no audio stream that could be recognized.",
    }


def _prose() -> dict[str, Any]:
    source = {"InputFile": oss("films/puppet-theatre.mp4")}
    job = _job("smart_prose", "ASR", "木偶戏后台", InputConfig=source)
    result = {"MediaId": hex_id("smart_prose media"), "AiResult": "识别已经完成，结果请到媒资详情页查看。\n"}
    return {**job, "Output": "{}", "JobResult": result}


def _list_jobs() -> dict[str, Any]:
    return {
        "RequestId": request_id("list_jobs"),
        "SmartJobList": [
            {
                **_listed("smart_asr_zh", "岚岗茶山：一个早晨", "ASR", "Finished", "2025-04-12T01:30:08Z"),
                "InputConfig": {"InputFile": oss("films/langang-tea.mp4"), "Keyword": "茶山"},
                "UserData": as_text({"series": "山里的手艺", "episode": 3}),
            },
            {
                **_listed("list chart", "云碓镇客流动态图", "DynamicChart", "Executing", "2025-04-12T02:05:51Z"),
                "EditingConfig": as_text({"ChartType": "Bar", "Title": "云碓镇每周客流"}),
                "InputConfig": {"InputFile": oss("tables/visitors.csv")},
                "OutputConfig": {"Bucket": BUCKET, "Object": "charts/visitors.mp4"},
            },
            {
                **_listed("list speech", "山路广播", "TextToSpeech", "Failed", "2025-04-12T02:17:30Z"),
                "EditingConfig": as_text({"voice": "Xiaosui", "format": "WAV", "speech_rate": 0}),
                "InputConfig": {"InputFile": "前方连续弯道，请慢行，不要让路边的山羊受惊。"},
                "OutputConfig": {"Bucket": BUCKET, "Object": "voices/road"},
            },
        ],
        "NextToken": hex_id("list_jobs")[:12].upper(),
        "MaxResults": "3",
        "TotalCount": "27",
    }


def _listed(name: str, title: str, job_type: str, state: str, created: str) -> dict[str, Any]:
    return {
        "JobId": hex_id(name),
        "Title": title,
        "Description": "",
        "UserId": USER,
        "JobType": job_type,
        "JobState": state,
        "CreateTime": created,
        "ModifiedTime": f"{created[:-4]}59Z",
    }
