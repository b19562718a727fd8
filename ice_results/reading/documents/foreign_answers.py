"""Answers of other operations and results of other tools that people hold beside ours: named, not read."""

from __future__ import annotations

import attrs

from ..payloads.shapes import has_rows
from .evidence import Shape, Together, container, has, object_with, object_with_all, text


@attrs.frozen
class Foreign:
    """What messages call a value that is not read, and by what it is recognised (any of the `evidence`)."""

    name: str
    evidence: tuple[Together, ...]


def _rows(*names: str) -> Shape:
    return lambda value: has_rows(value, *names)


FOREIGN: tuple[Foreign, ...] = (
    Foreign("an answer of GetMediaProducingJob", (has("MediaProducingJob"), has("MediaProducingJobList"))),
    Foreign("an answer of QueryJobList", (has(JobList=object_with("Job")),)),
    Foreign("an answer of GetPlayInfo", (has(PlayInfoList=container),)),
    Foreign("an answer of GetVideoInfo", (has(Video=object_with("VideoId")), has(VideoList=container))),
    Foreign("an answer of GetMezzanineInfo", (has(Mezzanine=container),)),
    Foreign("an answer of ListMediaBasicInfos or BatchGetMediaInfos", (has("MediaInfos", RequestId=text),)),
    Foreign("an answer of GetEditingProject", (has(Project=object_with("ProjectId")),)),
    Foreign("an answer of Amazon Rekognition", (has("VideoMetadata", JobStatus=text),)),
    Foreign("a transcript of Amazon Transcribe", (has(results=object_with("transcripts", "items")),)),
    Foreign("a job of Amazon Transcribe", (has("TranscriptionJob"), has("TranscriptionJobSummaries"))),
    Foreign("a transcript of Whisper", (has("segments", "text"), has(segments=_rows("start", "end", "text")))),
    Foreign("a transcript of Azure Speech", (has("recognizedPhrases"), has("combinedPhrases"), has("NBest"))),
    Foreign("a transcript of Google Speech-to-Text", (has(results=_rows("alternatives")),)),
    Foreign("a result of Google Video Intelligence", (has("annotationResults"),)),
    Foreign("a transcript of Deepgram", (has(results=object_with("channels")),)),
    Foreign("a transcript of AssemblyAI", (has("audio_url", "utterances"), has("audio_url", "words"))),
    Foreign("an answer of Tencent Cloud", (has(Response=object_with("RequestId")),)),
    Foreign("a transcript of Volcengine", (has(utterances=_rows("start_time")), has(result=object_with("utterances")))),
    Foreign("a transcript of Baidu AI Cloud", (has("tasks_result"), has("tasks_info"))),
    Foreign("a transcript of iFlytek", (has("orderResult"), has("lattice"), has("lattice2"))),
    Foreign("captions of YouTube", (has(events=_rows("tStartMs")),)),
    Foreign("what ffprobe prints", (has("streams", format=container), has(streams=_rows("codec_type")))),
    Foreign("what MediaInfo prints", (has(media=object_with("track")),)),
    Foreign(
        "an event of real-time speech recognition of Model Studio",
        (has("payload", header=object_with_all("task_id", "event")),),
    ),
    Foreign("an answer of a chat model", (has(choices=_rows("message")), has(choices=_rows("delta")))),
)
