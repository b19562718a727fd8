"""Every field that the reference pages list, with a value of the right type and another valid one.

A path is dotted; `[]` is an element of an array, and after an arrow begins what the service writes as
JSON text. A table named after an operation is a whole response; the others are what `Data` or `AiResult`
holds for a result or a job of that type. All values are invented, and distinct within their table.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class PageField(NamedTuple):
    """One field: what it holds, another valid value, and the values that a document keeps for the first."""

    path: str
    value: Any
    other: Any
    becomes: tuple[Any, ...]


class Table(NamedTuple):
    """The fields of one response or payload.

    `around` is the operation whose response the payload is in (`None` for a response of its own),
    `marks` the paths by which a document is recognised, and which therefore no response is without.
    """

    name: str
    fields: tuple[PageField, ...]
    around: str | None = None
    marks: tuple[str, ...] = ()


def given(path: str, value: Any, other: Any) -> PageField:
    """A value that is kept as it is."""
    return PageField(path, value, other, (value,))


def pair(path: str, value: list[int], other: list[int]) -> PageField:
    """A list of numbers, each of which is kept."""
    return PageField(path, value, other, tuple(value))


def seconds(path: str, value: float, other: float) -> PageField:
    """Seconds on the wire, whole milliseconds in a document."""
    return PageField(path, value, other, (round(value * 1000),))


def number_as_id(path: str, value: int, other: int) -> PageField:
    """A number that is an id: text in a document."""
    return PageField(path, value, other, (str(value),))


def count(path: str, value: str, other: str) -> PageField:
    """A count in text: a number in a document."""
    return PageField(path, value, other, (int(value),))


def comma_list(path: str, value: str, other: str) -> PageField:
    """Several values in one text, separated by commas."""
    return PageField(path, value, other, tuple(value.split(",")))


GET_SMART_HANDLE_JOB = Table(
    "GetSmartHandleJob",
    (
        given("RequestId", "REQ-smart-1", "REQ-smart-2"),
        given("JobId", "job-smart-1", "job-smart-2"),
        given("Output", "output of the job", "other output of the job"),
        given("JobResult.MediaId", "media-smart-1", "media-smart-2"),
        given("JobResult.AiResult → [].content", "Harbour lights at dusk.", "Harbour lights at dawn."),
        seconds("JobResult.AiResult → [].from", 1.25, 1.26),
        seconds("JobResult.AiResult → [].to", 3.875, 3.876),
        given("JobResult.Usage → total_tokens", 731, 732),
        given("JobResult.MediaUrl", "https://media.invalid/dusk.mp4", "https://media.invalid/dawn.mp4"),
        given("State", "Finished", "Failed"),
        given("UserData → shelf", "B-17", "B-18"),
        given("SmartJobInfo.Title", "Evening walk", "Morning walk"),
        given("SmartJobInfo.Description", "A walk along the quay", "A walk along the pier"),
        given("SmartJobInfo.UserId", "5500112233", "5500112234"),
        given("SmartJobInfo.InputConfig.InputFile", "oss://quay/evening.mp4", "oss://quay/morning.mp4"),
        given("SmartJobInfo.InputConfig.JobParameters → duration", "00:07:30", "00:07:31"),
        given("SmartJobInfo.InputConfig.JobParameters → start_time", "00:01:10", "00:01:11"),
        given("SmartJobInfo.InputConfig.JobParameters → request_params", "&words=on", "&words=off"),
        given("SmartJobInfo.OutputConfig.Bucket", "quay-output", "pier-output"),
        given("SmartJobInfo.OutputConfig.Object", "evening/lines.json", "morning/lines.json"),
        given("SmartJobInfo.EditingConfig → format", "WAV", "FLAC"),
        given("SmartJobInfo.EditingConfig → pitch_rate", -3, -4),
        given("SmartJobInfo.EditingConfig → sample_rate", 22050, 44100),
        given("SmartJobInfo.EditingConfig → speech_rate", 12, 13),
        given("SmartJobInfo.EditingConfig → voice", "Marlow", "Nerys"),
        given("SmartJobInfo.EditingConfig → volume", 61, 62),
        given("SmartJobInfo.EditingConfig → Type", "ProductCopy", "TravelCopy"),
        given("SmartJobInfo.EditingConfig → GenerateConfig → keywords", "lantern, quay", "lantern, pier"),
        given("SmartJobInfo.EditingConfig → GenerateConfig → textLength", 140, 141),
        given("SmartJobInfo.EditingConfig → GenerateConfig → targetCount", 4, 5),
        given("SmartJobInfo.CreateTime", "2031-02-03T04:05:06Z", "2031-02-03T04:05:07Z"),
        given("SmartJobInfo.ModifiedTime", "2031-02-03T05:06:07Z", "2031-02-03T05:06:08Z"),
        given("SmartJobInfo.JobType", "ASR", "TextToSpeech"),
        given("ErrorCode", "QuotaSpent", "InputGone"),
        given("ErrorMessage", "The quota of the day is spent.", "The input is gone."),
    ),
)

TEXT_TO_SPEECH = Table(
    "TextToSpeech",
    (
        given("[].content", "Lanterns are lit.", "Lanterns are out."),
        seconds("[].from", 0.5, 0.6),
        seconds("[].to", 1.75, 1.85),
    ),
    "GetSmartHandleJob",
)

TEXT_GENERATE = Table(
    "TextGenerate",
    (given("[]", "A quay, a lantern, an evening.", "A pier, a lantern, a morning."),),
    "GetSmartHandleJob",
)

LIST_SMART_JOBS = Table(
    "ListSmartJobs",
    (
        given("RequestId", "REQ-list-1", "REQ-list-2"),
        given("SmartJobList[].JobId", "job-list-1", "job-list-2"),
        given("SmartJobList[].Title", "Harvest", "Sowing"),
        given("SmartJobList[].Description", "Fields in autumn", "Fields in spring"),
        number_as_id("SmartJobList[].UserId", 6600112233, 6600112234),
        given("SmartJobList[].JobType", "DynamicChart", "ASR"),
        given("SmartJobList[].EditingConfig → AudioConfig.Voice", "Oriel", "Perrin"),
        given("SmartJobList[].EditingConfig → InputConfig", "inline table", "linked table"),
        given("SmartJobList[].UserData → farm", "north", "south"),
        given("SmartJobList[].JobState", "Executing", "Created"),
        given("SmartJobList[].CreateTime", "2032-03-04T05:06:07Z", "2032-03-04T05:06:08Z"),
        given("SmartJobList[].ModifiedTime", "2032-03-04T06:07:08Z", "2032-03-04T06:07:09Z"),
        given("SmartJobList[].InputConfig.InputFile", "oss://farm/autumn.mp4", "oss://farm/spring.mp4"),
        given("SmartJobList[].InputConfig.Keyword", "sheaves", "seeds"),
        given("SmartJobList[].OutputConfig.Bucket", "farm-output", "barn-output"),
        given("SmartJobList[].OutputConfig.Object", "autumn/chart.mp4", "spring/chart.mp4"),
        given("NextToken", "TOKEN-page-2", "TOKEN-page-3"),
        count("MaxResults", "25", "26"),
        count("TotalCount", "308", "309"),
    ),
    marks=("SmartJobList",),
)

QUERY_SMARTTAG_JOB = Table(
    "QuerySmarttagJob",
    (
        given("JobStatus", "Success", "Processing"),
        given("RequestId", "REQ-tags-1", "REQ-tags-2"),
        given("UserData → album", "summer", "winter"),
        given("Results.Result[].Type", "VideoLabel", "ImageLabel"),
        given("Results.Result[].Data → tags[].mainTagName", "Scenery", "Weather"),
        given("Results.Result[].Data → tags[].subTagName", "Heath", "Hail"),
        given("Usages.Usage[].Type", "minutes of video", "images"),
        given("Usages.Usage[].Quota", 47, 48),
    ),
)

SMARTTAG_MESSAGE = Table(
    "smarttag message",
    (
        given("Type", "smarttag", "SmartTag"),
        given("JobId", "job-message-1", "job-message-2"),
        given("State", "Processing", "Fail"),
        given("UserData → queue", "night", "day"),
    ),
)

VIDEO_LABEL = Table(
    "VideoLabel",
    (
        given("persons[].name", "Ottilie Brandt", "Ludo Brandt"),
        given("persons[].category", "celebrity", "politician"),
        given("persons[].ratio", 0.31, 0.32),
        given("persons[].occurrences[].score", 0.911, 0.912),
        seconds("persons[].occurrences[].from", 4.02, 4.03),
        seconds("persons[].occurrences[].to", 9.64, 9.65),
        pair("persons[].occurrences[].position.leftTop", [211, 97], [212, 98]),
        pair("persons[].occurrences[].position.rightBottom", [388, 305], [389, 306]),
        seconds("persons[].occurrences[].timestamp", 5.48, 5.49),
        given("persons[].occurrences[].scene", "medium-closeUp", "closeUp"),
        given("tags[].mainTagName", "Vehicles", "Tools"),
        given("tags[].subTagName", "Cargo bicycle", "Pruning saw"),
        given("tags[].ratio", 0.41, 0.42),
        given("tags[].occurrences[].score", 0.721, 0.722),
        seconds("tags[].occurrences[].from", 12.07, 12.08),
        seconds("tags[].occurrences[].to", 15.93, 15.94),
        given("classifications[].score", 0.831, 0.832),
        given("classifications[].category1", "Crafts", "Travel"),
        given("classifications[].category2", "Bookbinding", "Night trains"),
    ),
    "QuerySmarttagJob",
)

IMAGE_LABEL = Table(
    "ImageLabel",
    (
        given("persons[].name", "Caspar Lindqvist", "Edda Lindqvist"),
        given("persons[].category", "sensitive", "celebrity"),
        given("persons[].score", 0.641, 0.642),
        pair("persons[].position.leftTop", [17, 29], [18, 30]),
        pair("persons[].position.rightBottom", [151, 263], [152, 264]),
        given("persons[].scene", "medium-long", "medium"),
        given("tags[].mainTagName", "Garden", "Kitchen"),
        given("tags[].subTagName", "Rain barrel", "Copper kettle"),
        given("tags[].score", 0.551, 0.552),
    ),
    "QuerySmarttagJob",
)

TEXT_LABEL = Table(
    "TextLabel",
    (
        given("tags[].name", "Organisation", "Region"),
        comma_list("tags[].value", "Beekeepers' Guild,Lock-keepers' League", "Beekeepers' Guild,Ferry Board"),
    ),
    "QuerySmarttagJob",
)


def _cpv_list(name: str, label: str, base: int) -> tuple[PageField, ...]:
    """What each of the four lists has; `base` makes the numbers differ from list to list."""
    return (
        given(f"{name}[].labelLevel1", f"{label} one", f"{label} uno"),
        given(f"{name}[].labelLevel2", f"{label} two", f"{label} due"),
        given(f"{name}[].label", f"{label} itself", f"{label} proper"),
        given(f"{name}[].appearanceProbability", base / 1000, (base + 1) / 1000),
        given(f"{name}[].detailInfo[].score", (base + 10) / 1000, (base + 11) / 1000),
        seconds(f"{name}[].detailInfo[].startTime", (base + 20) / 8, (base + 21) / 8),
        seconds(f"{name}[].detailInfo[].endTime", (base + 30) / 8, (base + 31) / 8),
    )


CPV_LABEL = Table(
    "CPVLabel",
    (
        given("type", "auto", "hmi"),
        *_cpv_list("cates", "Rivers", 100),
        *_cpv_list("entities", "Weir", 200),
        given("entities[].knowledgeInfo → name", "Old Weir", "New Weir"),
        given("entities[].knowledgeInfo → nameEn", "The Old Weir", "The New Weir"),
        given("entities[].knowledgeInfo → description", "A weir below the mill.", "A weir above the mill."),
        given("entities[].detailInfo[].trackData[].score", 0.487, 0.488),
        pair("entities[].detailInfo[].trackData[].bbox", [31, 59, 173, 211], [32, 60, 174, 212]),
        seconds("entities[].detailInfo[].trackData[].timestamp", 28.016, 28.017),
        *_cpv_list("hotwords", "Flood", 300),
        *_cpv_list("freeTags", "Eel", 400),
    ),
    "QuerySmarttagJob",
)

ASR = Table(
    "ASR",
    (
        seconds("details[].from", 6.4, 6.5),
        seconds("details[].to", 8.9, 9.1),
        given("details[].content", "The ferry leaves at nine.", "The ferry leaves at ten."),
    ),
    "QuerySmarttagJob",
)

OCR = Table(
    "OCR",
    (
        seconds("details[].timestamp", 7.36, 7.37),
        given("details[].info[].score", 0.961, 0.962),
        pair("details[].info[].position.leftTop", [43, 601], [44, 602]),
        pair("details[].info[].position.rightBottom", [557, 663], [558, 664]),
        given("details[].info[].content", "PLATFORM FOUR", "PLATFORM FIVE"),
    ),
    "QuerySmarttagJob",
)

META = Table("Meta", (given("title", "Low tide, filmed twice", "High tide, filmed once"),), "QuerySmarttagJob")

SUBTITLE = Table(
    "Subtitle",
    (
        given("details[].allResultUrl", "https://lines.invalid/both.txt", "https://lines.invalid/all.txt"),
        given("details[].chResultUrl", "https://lines.invalid/zh.txt", "https://lines.invalid/ch.txt"),
        given("details[].engResultUrl", "https://lines.invalid/en.txt", "https://lines.invalid/eng.txt"),
    ),
    "QuerySmarttagJob",
)

NLP = Table(
    "NLP",
    (
        given("transcription.paragraphs[].paragraphId", "par-spoken-1", "par-spoken-2"),
        given("transcription.paragraphs[].speakerId", "speaker-3", "speaker-4"),
        number_as_id("transcription.paragraphs[].words[].id", 1010, 1011),
        number_as_id("transcription.paragraphs[].words[].sentenceId", 1020, 1021),
        given("transcription.paragraphs[].words[].start", 2040, 2041),
        given("transcription.paragraphs[].words[].end", 2570, 2571),
        given("transcription.paragraphs[].words[].text", "Sluices", "Towpaths"),
        given("summarization.paragraphSummary", "Locks are repaired in winter.", "Locks rest in winter."),
        given("summarization.conversationalSummary[].speakerId", "speaker-5", "speaker-6"),
        given("summarization.conversationalSummary[].speakerName", "Wilhelmina", "Barnaby"),
        given("summarization.conversationalSummary[].summary", "She plans the repairs.", "He pays for them."),
        given("summarization.questionsAnsweringSummary[].question", "When is the lock dry?", "Who drains it?"),
        PageField("summarization.questionsAnsweringSummary[].sentenceIdsOfQuestion", [3101], [3102], ("3101",)),
        given("summarization.questionsAnsweringSummary[].answer", "In the second week.", "The night shift."),
        PageField("summarization.questionsAnsweringSummary[].sentenceIdsOfAnswer", [3201], [3202], ("3201",)),
        given("summarization.mindMapSummary[].title", "Canal", "Aqueduct"),
        given("summarization.mindMapSummary[].topic[].title", "Repairs", "Traffic"),
        given("summarization.mindMapSummary[].topic[].topic[].title", "Gate seals", "Night boats"),
        given("translation.paragraphs[].paragraphId", "par-translated-1", "par-translated-2"),
        number_as_id("translation.paragraphs[].sentences[].sentenceId", 1030, 1031),
        given("translation.paragraphs[].sentences[].start", 4110, 4111),
        given("translation.paragraphs[].sentences[].end", 4790, 4791),
        given("translation.paragraphs[].sentences[].text", "Les écluses", "Les chemins"),
        number_as_id("autoChapters[].id", 1040, 1041),
        given("autoChapters[].start", 5130, 5131),
        given("autoChapters[].end", 6170, 6171),
        given("autoChapters[].headline", "Draining the lock", "Filling the lock"),
        given("autoChapters[].summary", "Two days of pumping.", "One night of filling."),
        PageField("meetingAssistance.keywords", ["stop log"], ["mitre gate"], ("stop log",)),
        number_as_id("meetingAssistance.keySentences[].id", 1050, 1051),
        number_as_id("meetingAssistance.keySentences[].sentenceId", 1060, 1061),
        given("meetingAssistance.keySentences[].start", 7190, 7191),
        given("meetingAssistance.keySentences[].end", 7810, 7811),
        given("meetingAssistance.keySentences[].text", "The seals come first.", "The seals come last."),
        number_as_id("meetingAssistance.actions[].id", 1070, 1071),
        number_as_id("meetingAssistance.actions[].sentenceId", 1080, 1081),
        given("meetingAssistance.actions[].start", 8230, 8231),
        given("meetingAssistance.actions[].end", 8860, 8861),
        given("meetingAssistance.actions[].text", "Order two seals.", "Order six bolts."),
        given("meetingAssistance.classifications.interview", 0.123, 0.124),
        given("meetingAssistance.classifications.lecture", 0.234, 0.235),
        given("meetingAssistance.classifications.meeting", 0.643, 0.644),
    ),
    "QuerySmarttagJob",
)

_NODES = "WorkflowTaskDetail.ActivityResults → "

GET_JOB_DETAIL = Table(
    "GetJobDetail",
    (
        given("RequestId", "REQ-vod-1", "REQ-vod-2"),
        given("JobType", "transcode", "workflow"),
        given("TranscodeJobDetail.JobId", "job-transcode-1", "job-transcode-2"),
        number_as_id("TranscodeJobDetail.UserId", 7700112233, 7700112234),
        given("TranscodeJobDetail.VideoId", "video-transcode-1", "video-transcode-2"),
        given("TranscodeJobDetail.Status", "TranscodeSuccess", "TranscodeFail"),
        given("TranscodeJobDetail.TemplateId", "template-1", "template-2"),
        given("TranscodeJobDetail.Definition", "SD", "FD"),
        given("TranscodeJobDetail.CreateTime", "2033-01-02T01:00:00Z", "2033-01-02T01:00:01Z"),
        given("TranscodeJobDetail.CompleteTime", "2033-01-02T02:00:00Z", "2033-01-02T02:00:01Z"),
        given("SnapshotJobDetail.JobId", "job-snapshot-1", "job-snapshot-2"),
        number_as_id("SnapshotJobDetail.UserId", 7700112243, 7700112244),
        given("SnapshotJobDetail.VideoId", "video-snapshot-1", "video-snapshot-2"),
        given("SnapshotJobDetail.Status", "Success", "Fail"),
        given("SnapshotJobDetail.Trigger", "Manual", "Auto"),
        given("SnapshotJobDetail.NormalConfig → inl", 21, 22),
        given("SnapshotJobDetail.NormalConfig → num", 23, 24),
        given("SnapshotJobDetail.NormalConfig → tm", 25, 26),
        given("SnapshotJobDetail.NormalConfig → wd", "483", "484"),
        given("SnapshotJobDetail.NormalConfig → ft", "key frames", "all frames"),
        given("SnapshotJobDetail.NormalConfig → hg", "271", "272"),
        given("SnapshotJobDetail.SpriteConfig → pad", "31", "32"),
        given("SnapshotJobDetail.SpriteConfig → lines", "33", "34"),
        given("SnapshotJobDetail.SpriteConfig → mgin", "35", "36"),
        given("SnapshotJobDetail.SpriteConfig → cols", "37", "38"),
        given("SnapshotJobDetail.SpriteConfig → ikcp", "true", "false"),
        given("SnapshotJobDetail.SpriteConfig → hg", "91", "92"),
        given("SnapshotJobDetail.CreateTime", "2033-01-03T01:00:00Z", "2033-01-03T01:00:01Z"),
        given("SnapshotJobDetail.CompleteTime", "2033-01-03T02:00:00Z", "2033-01-03T02:00:01Z"),
        given("AIJobDetail.JobId", "job-ai-1", "job-ai-2"),
        number_as_id("AIJobDetail.UserId", 7700112253, 7700112254),
        given("AIJobDetail.MediaId", "media-ai-1", "media-ai-2"),
        given("AIJobDetail.JobType", "AIVideoTag", "AIMediaDNA"),
        given("AIJobDetail.Status", "analyzing", "reserved"),
        given("AIJobDetail.Trigger", "Auto", "Manual"),
        PageField("AIJobDetail.TemplateConfig → AuditRange", ["sound", "caption"], ["sound"], ("sound", "caption")),
        given("AIJobDetail.TemplateConfig → AuditContent[]", "screenshots", "logos"),
        given("AIJobDetail.TemplateConfig → AuditItem[]", "ads", "minors"),
        given("AIJobDetail.TemplateConfig → AuditAutoBlock", "yes", "no"),
        given("AIJobDetail.CreateTime", "2033-01-04T01:00:00Z", "2033-01-04T01:00:01Z"),
        given("AIJobDetail.CompleteTime", "2033-01-04T02:00:00Z", "2033-01-04T02:00:01Z"),
        given("WorkflowTaskDetail.TaskId", "task-1", "task-2"),
        given("WorkflowTaskDetail.Status", "Succeed", "Canceled"),
        given("WorkflowTaskDetail.TaskInput → Type", "Media of the task", "File of the task"),
        given("WorkflowTaskDetail.TaskInput → Media", "media-task-1", "media-task-2"),
        given("WorkflowTaskDetail.TaskInput → Title", "orchard.mp4", "meadow.mp4"),
        given("WorkflowTaskDetail.TaskInput → StorageLocation", "orchard.oss.invalid", "meadow.oss.invalid"),
        given("WorkflowTaskDetail.CreateTime", "2033-01-05T01:00:00Z", "2033-01-05T01:00:01Z"),
        given("WorkflowTaskDetail.FinishTime", "2033-01-05T02:00:00Z", "2033-01-05T02:00:01Z"),
        given(_NODES + "Stills.ActivityId", "VodSnapshot", "VodTranslation"),
        given(_NODES + "Stills.ActivityInstanceId", "instance-stills-1", "instance-stills-2"),
        given(_NODES + "Stills.Status", "Processing", "Failed"),
        given(_NODES + "Stills.StartTime", "2033-01-05T01:10:00Z", "2033-01-05T01:10:01Z"),
        given(_NODES + "Stills.EndTime", "2033-01-05T01:20:00Z", "2033-01-05T01:20:01Z"),
        given(_NODES + "Stills.Result → RequestId", "REQ-stills-1", "REQ-stills-2"),
        given(_NODES + "Stills.Result → EventType", "StillsDone", "StillsGone"),
        given(_NODES + "Stills.Result → UserId", 7700112263, 7700112264),
        given(_NODES + "Stills.Result → MessageBody.Status", "success", "fail"),
        given(_NODES + "Stills.Result → MessageBody.VideoId", "video-stills-1", "video-stills-2"),
        given(_NODES + "Stills.Result → MessageBody.EventType", "StillsDoneInside", "StillsGoneInside"),
        given(_NODES + "Stills.Result → MessageBody.EventTime", "2033-01-05T01:20:30Z", "2033-01-05T01:20:31Z"),
        given(_NODES + "Stills.Result → MessageBody.TriggerSource → ActivityInstanceId", "instance-src-1", "src-2"),
        given(_NODES + "Stills.Result → MessageBody.TriggerSource → BizType", "orchard-flow", "meadow-flow"),
        given(_NODES + "Dubbing.ActivityId", "VideoTranslation", "VodDynamicImage"),
        given(_NODES + "Dubbing.Result → Type", "OneLanguage", "AllLanguages"),
        given(_NODES + "Dubbing.Result → Success", False, True),
        given(_NODES + "Begin.ActivityId", "start", "begin"),
        given(_NODES + "Begin.Result → bizType", 8, 9),
        given(_NODES + "Begin.Result → Type", "Media of the start", "File of the start"),
        given(_NODES + "Begin.Result → Media", "media-start-1", "media-start-2"),
        given(_NODES + "Begin.Result → Title", "start.mp4", "begin.mp4"),
        given(_NODES + "Begin.Result → StorageLocation", "start.oss.invalid", "begin.oss.invalid"),
        given(_NODES + "Begin.Result → callerUid", 7700112273, 7700112274),
        given(_NODES + "Begin.Result → CUR_NODE_NAME", "Begin here", "Begin there"),
        given(_NODES + "Begin.Result → taskInput → Type", "Media inside", "File inside"),
        given(_NODES + "Begin.Result → taskInput → Media", "media-inside-1", "media-inside-2"),
        given(_NODES + "Begin.Result → userTaskInput → Type", "Media of the user", "File of the user"),
        given(_NODES + "Begin.Result → userTaskInput → Media", "media-user-1", "media-user-2"),
        given(_NODES + "Begin.Result → userTaskInput → Title", "user.mp4", "guest.mp4"),
        given(_NODES + "Begin.Result → userTaskInput → StorageLocation", "user.oss.invalid", "guest.oss.invalid"),
        given(
            "WorkflowTaskDetail.UserData → MessageCallback.CallbackURL", "http://call.invalid", "http://ring.invalid"
        ),
        given("WorkflowTaskDetail.UserData → Extend.localId", "local-1", "local-2"),
        given("WorkflowTaskDetail.UserData → Extend.test", "trial", "rehearsal"),
        given("WorkflowTaskDetail.Workflow.WorkflowId", "flow-1", "flow-2"),
        given("WorkflowTaskDetail.Workflow.Name", "Orchard films", "Meadow films"),
        given("WorkflowTaskDetail.Workflow.Status", "Active", "Inactive"),
        given("WorkflowTaskDetail.Workflow.Type", "plain", "branched"),
        given("WorkflowTaskDetail.Workflow.CreateTime", "2033-01-01T01:00:00Z", "2033-01-01T01:00:01Z"),
        given("WorkflowTaskDetail.Workflow.ModifiedTime", "2033-01-01T02:00:00Z", "2033-01-01T02:00:01Z"),
        given("WorkflowTaskDetail.Workflow.AppId", "app-orchard", "app-meadow"),
    ),
)

TABLES: tuple[Table, ...] = (
    GET_SMART_HANDLE_JOB,
    TEXT_TO_SPEECH,
    TEXT_GENERATE,
    LIST_SMART_JOBS,
    QUERY_SMARTTAG_JOB,
    SMARTTAG_MESSAGE,
    VIDEO_LABEL,
    IMAGE_LABEL,
    TEXT_LABEL,
    CPV_LABEL,
    ASR,
    OCR,
    META,
    SUBTITLE,
    NLP,
    GET_JOB_DETAIL,
)
