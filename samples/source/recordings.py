"""Recorded speech as the speech services transcribe it: Model Studio, NLS and FunASR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from .speech import lines, weight, words_of
from .wire import hex_id, request_id, url

PIANO_TUNER = (
    "您好，这里是云碓镇广播站，请问您有什么事？",
    "我想请你们的调音师来听一听，教室里的那台琴。",
    "它哪里不对劲呢？",
    "每到下雨天，它就低半个音，学生都跟着低了。",
    "那您先别动它，等天晴了，我请宋师傅过去。",
)
"""The first speaker is on channel 0, the caller on channel 1, by turns."""

KITE_MAKER = (
    "风筝要看骨架，竹子不能比三年更老。",
    "我爷爷扎的那只，还挂在粮站的墙上。",
    "它飞了四十年，只断过一次线。",
)

NIGHT_BAKER = (
    "The oven at Calloway's is lit at two in the morning.",
    "By five the whole lane smells of cinnamon, and nobody complains.",
    "Well, Mr. Penhale complains, but he buys six buns.",
)

STAMP_CLUB = (
    (0, "这枚邮票，上面的邮戳是石磨村的。"),
    (1, "石磨村？那里从来没有过邮局。"),
    (0, "所以它才值钱，对不对？"),
    (1, "也可能是，有人在家里刻了一个。"),
)

STAMP_CLUB_LATER = ((1, "后来我去问了，刻邮戳的人叫葛满仓。"), (0, "那他，还给人刻吗？"))


def recordings() -> dict[str, Any]:
    """Every sample, by the name of its file."""
    return {
        "file_transcription": _file_transcription(),
        "file_transcription_task": _file_transcription_task(),
        "nls_transcription": _nls_transcription(),
        "nls_flash": _nls_flash(),
        "funasr": _funasr(),
    }


def _timed_words(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """The words of a line without their punctuation, that, and the time that each of them takes."""
    words = (
        [word.text for word in words_of(text)] if re.search(r"[\u4e00-\u9fff]", text) else re.findall(r" ?\S+", text)
    )
    total, spoken = sum(map(weight, words)), 0.0
    for word in words:
        bare = re.sub(r"[^\w]+$", "", word)
        begin = start + round((end - start) * spoken / total)
        spoken += weight(word)
        yield bare, word[len(bare) :], begin, start + round((end - start) * spoken / total)


def _sentences(texts: Iterable[str], start_ms: int) -> list[dict[str, Any]]:
    """Lines as Model Studio writes them, with their words."""
    return [
        {
            "begin_time": start,
            "end_time": end,
            "text": text,
            "sentence_id": number,
            "words": [
                {"begin_time": begin, "end_time": stop, "text": word, "punctuation": marks}
                for word, marks, begin, stop in _timed_words(text, start, end)
            ],
        }
        for number, (start, end, text) in enumerate(lines(texts, start_ms=start_ms), 1)
    ]


def _file_transcription() -> dict[str, Any]:
    """The result file of Paraformer: a telephone call with one speaker on each channel."""
    call = _sentences(PIANO_TUNER, 760)
    channels = [[each for each in call if each["sentence_id"] % 2 == side] for side in (1, 0)]
    return {
        "file_url": url("calls/piano-tuner.wav"),
        "properties": {
            "audio_format": "pcm_s16le",
            "channels": [0, 1],
            "original_sampling_rate": 8000,
            "original_duration_in_milliseconds": call[-1]["end_time"] + 840,
        },
        "transcripts": [
            {
                "channel_id": channel,
                "content_duration_in_milliseconds": sum(each["end_time"] - each["begin_time"] for each in sentences),
                "text": "".join(each["text"] for each in sentences),
                "sentences": [{**each, "sentence_id": number} for number, each in enumerate(sentences, 1)],
            }
            for channel, sentences in enumerate(channels)
        ],
    }


def _file_transcription_task() -> dict[str, Any]:
    """The task of two files, one of which could not be read."""
    return {
        "request_id": request_id("file_transcription_task").lower(),
        "output": {
            "task_id": request_id("piano tuner").lower(),
            "task_status": "SUCCEEDED",
            "submit_time": "2025-07-14 09:12:03.418",
            "scheduled_time": "2025-07-14 09:12:03.461",
            "end_time": "2025-07-14 09:12:09.207",
            "results": [
                {
                    "file_url": url("calls/piano-tuner.wav"),
                    "transcription_url": url("transcripts/piano-tuner-1.json"),
                    "subtask_status": "SUCCEEDED",
                },
                {
                    "file_url": url("calls/wrong-number.wav"),
                    "code": "InvalidFile.DownloadFailed",
                    "message": "The audio file cannot be downloaded.",
                    "subtask_status": "FAILED",
                },
            ],
            "task_metrics": {"TOTAL": 2, "SUCCEEDED": 1, "FAILED": 1},
        },
        "usage": {"duration": 27},
    }


def _nls_transcription() -> dict[str, Any]:
    """GetTaskResult of NLS: the words stand beside the sentences."""
    timed = list(lines(KITE_MAKER, start_ms=420))
    words = [each for start, end, text in timed for each in _timed_words(text, start, end)]
    return {
        "TaskId": hex_id("nls_transcription"),
        "RequestId": request_id("nls_transcription"),
        "StatusText": "SUCCESS",
        "BizDuration": timed[-1][1] + 760,
        "SolveTime": 1752484329207,
        "StatusCode": 21050000,
        "Result": {
            "Sentences": [
                {
                    "EndTime": end,
                    "SilenceDuration": 0,
                    "BeginTime": start,
                    "Text": text,
                    "ChannelId": 0,
                    "SpeechRate": round(weight(text) * 60_000 / (end - start)),
                    "EmotionValue": 5.8,
                }
                for start, end, text in timed
            ],
            "Words": [
                {"Word": word.lstrip("“"), "BeginTime": start, "EndTime": end, "ChannelId": 0}
                for word, _, start, end in words
            ],
        },
    }


def _nls_flash() -> dict[str, Any]:
    """Flash recognition of NLS: the words stand in their sentences."""
    timed = list(lines(NIGHT_BAKER, start_ms=300))
    return {
        "task_id": hex_id("nls_flash"),
        "result": "",
        "status": 20000000,
        "message": "SUCCESS",
        "flash_result": {
            "duration": timed[-1][1] + 520,
            "completed": True,
            "latency": 1252,
            "sentences": [
                {
                    "text": text,
                    "begin_time": start,
                    "end_time": end,
                    "channel_id": 0,
                    "words": [
                        {"text": word.strip(), "begin_time": begin, "end_time": stop, "punc": marks}
                        for word, marks, begin, stop in _timed_words(text, start, end)
                    ],
                }
                for start, end, text in timed
            ],
        },
    }


def _funasr() -> list[dict[str, Any]]:
    """What FunASR returns of two files with punctuation and speakers: one time for each character."""
    return [_funasr_file("stamp-club", STAMP_CLUB), _funasr_file("stamp-club-2", STAMP_CLUB_LATER)]


def _funasr_file(key: str, said: Sequence[tuple[int, str]]) -> dict[str, Any]:
    timed = lines((text for _, text in said), start_ms=580)
    sentences = [_funasr_sentence(speaker, *line) for (speaker, _), line in zip(said, timed, strict=True)]
    return {
        "key": key,
        "text": "".join(each["text"] for each in sentences),
        "timestamp": [pair for each in sentences for pair in each["timestamp"]],
        "sentence_info": sentences,
    }


def _funasr_sentence(speaker: int, start: int, end: int, text: str) -> dict[str, Any]:
    count = len(re.findall(r"[\u4e00-\u9fff]", text))
    edges = [start + round((end - start) * place / count) for place in range(count + 1)]
    pairs = [list(pair) for pair in pairwise(edges)]
    return {"text": text, "start": start, "end": end, "timestamp": pairs, "spk": speaker}
