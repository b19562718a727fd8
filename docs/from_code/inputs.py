"""What is read, from the tables of answers and of payloads, with the service that each one comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from ice_results.reading.documents.table import NOTICES, OPERATIONS, PARTS
from ice_results.reading.payloads import READERS

from .markdown import table

Known = TypeVar("Known")

_ICE, _VOD, _MPS, _TINGWU = "ICE", "VOD", "MPS", "Tingwu"
_MODEL_STUDIO, _NLS = "Model Studio", "NLS"

_ANSWERS = {
    "records.json": ("–", "a document that this package wrote, read back without loss"),
    "ListSmartJobs": (_ICE, "a page of smart jobs: states and settings, never results"),
    "ListAIJob": (_VOD, "AI jobs with their results"),
    "GetJobDetail": (_VOD, "a transcoding, snapshot or AI job, or a workflow task with its nodes"),
    "GetAIVideoTagResult": (_VOD, "keywords, persons, places, categories and times of a video"),
    "SearchMedia": (_ICE, "media that were found, with the speech, text and labels of their index"),
    "GetMediaInfo": (_ICE, "one media asset with the results of its smart tag job"),
    "SearchMediaByAILabel": (_ICE, "media with a label, with the speech, text and labels of their index"),
    "SearchMediaClipByFace": (_ICE, "clips of a media asset in which a person was found"),
    "GetMediaMarks": (_ICE, "the marks of a media asset; ListMediaMarks has the same"),
    "GetWorkflowTask": (_ICE, "a workflow task with its nodes, and what AI nodes found"),
    "ListWorkflowTasks": (_ICE, "a page of workflow tasks, without the results of their nodes"),
    "QueryAsrJobList": (_MPS, "speech recognition jobs with their lines"),
    "GetAIMediaAuditJob": (_VOD, "a moderation job with its findings"),
    "GetMediaAuditResult": (_VOD, "the findings of moderation in each part of a media asset"),
    "GetMediaAuditResultDetail": (_VOD, "the findings of moderation in each frame"),
    "GetMediaAuditResultTimeline": (_VOD, "the instants at which moderation found something"),
    "GetMediaAuditAudioResultDetail": (_VOD, "the words to which moderation objected"),
    "QueryMediaCensorJobDetail": (f"{_ICE}, {_MPS}", "a moderation job with its findings"),
    "QueryIProductionJob": (f"{_ICE}, {_MPS}", "a job of one of the algorithms, and the URLs of what it made"),
    "GetSnapshotUrls": (_ICE, "the URLs of snapshots"),
    "GetSnapshotJob": (_ICE, "a snapshot job with the place of its files"),
    "GetDynamicImageJob": (_ICE, "a job for a moving image, and its URL"),
    "GetTranscodeJob": (_ICE, "a transcoding job, and the URLs of its files"),
    "GetTranscodeTask": (_VOD, "a transcoding task, and the URLs of its files"),
    "ListSnapshots": (_VOD, "the URLs of the snapshots of a video"),
    "ListTranscodeJobs": (_ICE, "a page of transcoding jobs, and the URLs of their files"),
    "ListSnapshotJobs": (_ICE, "a page of snapshot jobs with the places of their files"),
    "ListDynamicImageJobs": (_ICE, "a page of jobs for moving images"),
    "ListDynamicImage": (_VOD, "the URLs of the moving images of a video"),
    "ListTranscodeTask": (_VOD, "transcoding tasks"),
    "QuerySnapshotJobList": (_MPS, "snapshot jobs"),
    "GetTaskInfo": (_TINGWU, "a task: the URL of each result, or the results themselves"),
    "tingwu-meeting": (_MODEL_STUDIO, "a task of tingwu-meeting: the URL of each result"),
    "DashScope task": (_MODEL_STUDIO, "a transcription task: the URL of the result of each file, or the result itself"),
    "GetTaskResult": (_NLS, "a task of file transcription with its sentences"),
    "FlashRecognizer": (_NLS, "flash recognition: the sentences of one file"),
    "QuerySmarttagJob": (f"{_ICE}, {_MPS}", "a smart tag job and each of its results"),
    "smarttag message": (_MPS, "the message that a smart tag job changed its state: no results"),
    "GetSmartHandleJob": (_ICE, "one smart job and its result"),
    "JobResult of GetSmartHandleJob": (_ICE, "the result of a smart job, without the job"),
    "WorkflowTaskDetail of GetJobDetail": (_VOD, "a workflow task, also in the callback WorkflowTaskComplete"),
    "media of SearchMedia": (_ICE, "one of the media of SearchMedia or GetMediaInfo"),
    "GetMediaAiAnalysis": (_VOD, "the analyses of a media asset, such as its chapters"),
    "message about a job": (_VOD, "a callback with the data of a job, such as AIVideoTagComplete"),
    "result of QuerySmarttagJob": (_ICE, "one `{Type, Data}`"),
    "Results of QuerySmarttagJob": (_ICE, "`Results`, or the list of `{Type, Data}` in it"),
    "results by type": (_ICE, "payloads under the names of their types: `{ASR, OCR, …}`"),
    "detail of GetJobDetail": (_VOD, "one of its four details"),
}
"""The service and the content of each answer, or part of one, by its name in the code."""

_SMART_TAG = f"{_ICE}, {_MPS}: QuerySmarttagJob"
_SMART_JOB = f"{_ICE}: GetSmartHandleJob"
_LANGUAGE = f"{_SMART_TAG}; {_TINGWU}"
_PAYLOADS = {
    "asr": f"{_SMART_JOB}; {_SMART_TAG}",
    "tts": _SMART_JOB,
    "avatar": _SMART_JOB,
    "texts": _SMART_JOB,
    "video_translation": _SMART_JOB,
    "nlp": f"{_SMART_TAG}; {_TINGWU}, several results merged into one file",
    "transcription": f"{_LANGUAGE}, the file `Transcription`",
    "translation": f"{_LANGUAGE}, the file `Translation`",
    "chapters": f"{_LANGUAGE}, the file `AutoChapters`",
    "summary": f"{_LANGUAGE}, the file `Summarization`",
    "meeting": f"{_LANGUAGE}, the file `MeetingAssistance`",
    "text_polish": f"{_TINGWU}, the file `TextPolish`",
    "slides": f"{_TINGWU}, the file `PptExtraction`",
    "custom_prompt": f"{_TINGWU}, the file `CustomPrompt`",
    "ocr": _SMART_TAG,
    "video_label": _SMART_TAG,
    "image_label": _SMART_TAG,
    "text_label": _SMART_TAG,
    "cpv_label": _SMART_TAG,
    "meta": _SMART_TAG,
    "subtitle": _SMART_TAG,
    "file_transcription": f"{_MODEL_STUDIO}: the file of a transcription task (Paraformer, Fun-ASR, Qwen-ASR)",
    "nls": f"{_NLS}: GetTaskResult, FlashRecognizer",
    "funasr": "FunASR, in Python or its server",
    "original_asr": f"{_VOD}: ListAIJob; {_MPS}: QueryAsrJobList",
    "video_tag": f"{_VOD}: GetAIVideoTagResult, callback AIVideoTagComplete",
    "moderation": f"{_VOD}: GetAIMediaAuditJob, GetMediaAuditResult and its details",
    "censorship": f"{_ICE}, {_MPS}: QueryMediaCensorJobDetail",
    "media_chapters": f"{_VOD}: GetMediaAiAnalysis",
    "search_index": f"{_ICE}: SearchMedia, SearchMediaByAILabel",
    "face_clips": f"{_ICE}: SearchMediaClipByFace",
    "media_marks": f"{_ICE}: GetMediaMarks, ListMediaMarks",
    "process": _SMART_TAG,
    "activities": f"{_VOD}: GetJobDetail; {_ICE}: GetWorkflowTask",
}
"""Where each payload comes from, by its kind."""


def _known(names: Mapping[str, Known], name: str) -> Known:
    if name not in names:
        raise KeyError(f"say in docs/from_code/inputs.py which service {name} comes from")
    return names[name]


def answers() -> str:
    """A row for each answer and each part of one that is recognised, in the order in which they are tried."""
    names = dict.fromkeys(operation.name for operation in (*OPERATIONS, *PARTS, *NOTICES))
    return table(["answer", "service", "what is in it"], ([f"`{name}`", *_known(_ANSWERS, name)] for name in names))


def kinds() -> str:
    """A row for each kind of payload."""
    rows = (
        [f"`{reader.kind}`", ", ".join(reader.names) or "–", reader.title, _known(_PAYLOADS, reader.kind)]
        for reader in READERS
    )
    return table(["kind", "the service's name", "what it is", "service and operation"], rows)
