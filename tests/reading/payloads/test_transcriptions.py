"""Transcriptions of Model Studio, NLS and FunASR as the exact records that they become."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document, Job, Link, Segment, Transcript, Word

WORDS = [
    {"begin_time": 100, "end_time": 400, "text": "Mind", "punctuation": ""},
    {"begin_time": 400, "end_time": 600, "text": " the", "punctuation": ""},
    {"begin_time": 600, "end_time": 900, "text": " step", "punctuation": "."},
]
SENTENCE = {"begin_time": 100, "end_time": 900, "text": "Mind the step.", "sentence_id": 1, "speaker_id": 0}
FILE: dict[str, Any] = {
    "file_url": "https://a.invalid/door.wav",
    "properties": {"channels": [0, 1], "original_sampling_rate": 8000},
    "transcripts": [
        {"channel_id": 0, "text": "Mind the step.", "sentences": [{**SENTENCE, "words": WORDS}]},
        {
            "channel_id": 1,
            "text": "Which one?",
            "sentences": [{"begin_time": 950, "end_time": 1500, "text": "Which one?", "sentence_id": 1}],
        },
    ],
}
SAID = (
    Word(start_ms=100, end_ms=400, text="Mind"),
    Word(start_ms=400, end_ms=600, text=" the"),
    Word(start_ms=600, end_ms=900, text=" step."),
)


def track(*segments: Segment, source: str, **more: Any) -> Transcript:
    """A track of recognised speech."""
    return Transcript(kind="asr", segments=segments, source=source, **more)


def changed(value: Any, case: str) -> Any:
    """A value with its keys in another case."""
    if isinstance(value, list):
        return [changed(item, case) for item in value]
    if not isinstance(value, dict):
        return value
    return {in_case(key, case): changed(item, case) for key, item in value.items()}


def in_case(key: str, case: str) -> str:
    """A key in Pascal, camel or snake case."""
    parts = [part for part in "".join(f"_{sign}" if sign.isupper() else sign for sign in key).split("_") if part]
    if case == "snake":
        return "_".join(parts).lower()
    pascal = "".join(part[0].upper() + part[1:].lower() for part in parts)
    return pascal if case == "pascal" else pascal[0].lower() + pascal[1:]


# Model Studio


def test_a_file_transcription_has_a_track_for_each_channel() -> None:
    """Times are milliseconds, the punctuation of a word belongs to its text, and the channel is kept with its track."""
    document = ice_results.parse(FILE)
    assert document.transcripts == (
        track(
            Segment(start_ms=100, end_ms=900, text="Mind the step.", id="1", speaker="0", words=SAID),
            source="Transcription",
        ),
        track(Segment(start_ms=950, end_ms=1500, text="Which one?", id="1"), source="Transcription"),
    )
    assert [each.extra for each in document.transcripts] == [
        {"channel_id": 0, "text": "Mind the step."},
        {"channel_id": 1, "text": "Which one?"},
    ]
    assert document.extra == {"Transcription": {"file_url": FILE["file_url"], "properties": FILE["properties"]}}
    assert document.problems == ()


@pytest.mark.parametrize("case", ["pascal", "camel", "snake"])
def test_the_case_of_keys_does_not_matter_in_a_file_transcription(case: str) -> None:
    """A file transcription is recognised and read alike in Pascal, camel and snake case."""
    assert ice_results.parse(changed(FILE, case)) == ice_results.parse(FILE)


def test_a_track_whose_sentences_name_one_language_is_in_that_language() -> None:
    """Qwen-ASR names the language of each sentence: the track has it where all of them agree."""
    sentences = [{**SENTENCE, "language": "en", "emotion": "neutral"}, {**SENTENCE, "language": "en"}]
    others = [*sentences, {**SENTENCE, "language": "fr"}]
    named, mixed = (
        ice_results.parse({"audio_info": {"format": "ogg"}, "transcripts": [{"channel_id": 0, "sentences": each}]})
        for each in (sentences, others)
    )
    assert [each.language for each in (*named.transcripts, *mixed.transcripts)] == ["en", None]
    assert named.transcripts[0].segments[0].extra == {"language": "en", "emotion": "neutral"}


def test_tags_of_sense_voice_are_no_text() -> None:
    """SenseVoice writes emotions and events into the text: they are taken out of it, and the text as given is kept."""
    tagged = "<|Speech|> Mind the step. <|/Speech|><|HAPPY|>"
    document = ice_results.parse({"transcripts": [{"channel_id": 0, "sentences": [{**SENTENCE, "text": tagged}]}]})
    (segment,) = document.transcripts[0].segments
    assert segment.text == "Mind the step."
    assert segment.extra == {"text": tagged}


def test_a_channel_without_sentences_is_one_segment_without_times() -> None:
    """Where there is only the text of a channel, it is kept as a segment, and that it has no times is a problem."""
    document = ice_results.parse({"transcripts": [{"channel_id": 0, "text": "Mind the step."}]})
    assert document.transcripts == (track(Segment(text="Mind the step."), source="Transcription"),)
    assert document.problems == (
        Problem(path="transcripts", message="no start in 1 of 1 segments", severity="warning"),
    )


def test_a_silent_channel_is_no_track() -> None:
    """A channel in which nothing was said is kept, but is no track."""
    silent = {"channel_id": 1, "content_duration_in_milliseconds": 0, "text": "", "sentences": []}
    document = ice_results.parse({"transcripts": [FILE["transcripts"][0], silent]})
    assert len(document.transcripts) == 1
    assert document.extra == {
        "Transcription": {"transcripts": [{"channel_id": 1, "content_duration_in_milliseconds": 0}]}
    }
    assert document.problems == ()


def test_a_wrong_value_in_a_transcription_costs_only_its_field() -> None:
    """A time that is none is listed with its path and kept; numbers as text are numbers; unknown keys are kept."""
    sentence = {**SENTENCE, "begin_time": "soon", "end_time": "900", "confidence": 0.5}
    document = ice_results.parse({"transcripts": [{"channel_id": 0, "sentences": [sentence]}]})
    (segment,) = document.transcripts[0].segments
    assert segment == Segment(end_ms=900, text="Mind the step.", id="1", speaker="0")
    assert segment.extra == {"begin_time": "soon", "confidence": 0.5}
    assert document.problems == (
        Problem(path="transcripts[0].sentences[0].begin_time", message="expected whole milliseconds", found='"soon"'),
    )


TASK: dict[str, Any] = {
    "request_id": "r-1",
    "output": {
        "task_id": "t-1",
        "task_status": "SUCCEEDED",
        "submit_time": "2031-02-03 04:05:06.789",
        "end_time": "2031-02-03 04:05:09.789",
        "results": [
            {
                "file_url": "https://a.invalid/1.wav",
                "transcription_url": "https://r.invalid/1.json",
                "subtask_status": "SUCCEEDED",
            }
        ],
        "task_metrics": {"TOTAL": 1},
    },
    "usage": {"duration": 9},
}


def test_a_task_of_model_studio_is_a_job_with_urls() -> None:
    """The task has its state and its times, each file the URL of its result; what else there is is kept."""
    document = ice_results.parse(TASK)
    job = Job(
        operation="DashScope task",
        id="t-1",
        state="succeeded",
        raw_state="SUCCEEDED",
        created="2031-02-03 04:05:06.789",
        modified="2031-02-03 04:05:09.789",
        usage={"duration": 9},
    )
    assert document.jobs == (job,)
    assert document.jobs[0].extra == {
        "request_id": "r-1",
        "task_metrics": {"TOTAL": 1},
        "results": [{"file_url": "https://a.invalid/1.wav", "subtask_status": "SUCCEEDED"}],
    }
    assert document.links == (Link("transcription_url", "https://r.invalid/1.json"),)
    assert [str(each) for each in document.problems] == [
        "the result holds only addresses, which are not fetched: transcription_url"
    ]


def test_a_task_with_a_failed_file_is_partial() -> None:
    """A task that succeeded though a file failed is partial, and why the file failed is a note."""
    failed = {
        "file_url": "https://a.invalid/2.wav",
        "code": "InvalidFile",
        "message": "not found",
        "subtask_status": "FAILED",
    }
    results = [*TASK["output"]["results"], failed]
    document = ice_results.parse({**TASK, "output": {**TASK["output"], "results": results}})
    assert document.jobs[0].state == "partial"
    assert document.problems[0] == Problem(
        path="output.results[1]", message="the file was not transcribed: InvalidFile: not found", severity="note"
    )


def test_a_task_that_failed_says_why() -> None:
    """The code and the message of a failed task are those of the job."""
    output = {"task_id": "t-1", "task_status": "FAILED", "code": "Throttled", "message": "slow down"}
    document = ice_results.parse({"request_id": "r-1", "output": output})
    assert (document.jobs[0].error_code, document.jobs[0].error_message) == ("Throttled", "slow down")
    assert [str(each) for each in document.problems] == ["the job failed: Throttled: slow down"]


@pytest.mark.parametrize("result", [{"transcription_url": "https://r.invalid/1.json"}, FILE])
def test_the_result_of_a_single_file_is_a_url_or_the_transcription(result: dict[str, Any]) -> None:
    """Qwen-ASR has one `result`; where the transcription itself stands in it, that is read."""
    output = {"task_id": "t-1", "task_status": "SUCCEEDED", "result": result}
    document = ice_results.parse({"request_id": "r-1", "output": output})
    assert document.transcripts == (ice_results.parse(FILE).transcripts if result is FILE else ())
    assert [link.url for link in document.links] == ([] if result is FILE else ["https://r.invalid/1.json"])


def test_a_url_that_is_none_is_listed() -> None:
    """What stands where a URL is due and is not even text is a problem with its path, and is kept."""
    output = {"task_id": "t-1", "task_status": "RUNNING", "results": [{"transcription_url": 5}]}
    document = ice_results.parse({"output": output})
    assert document.links == ()
    assert document.jobs[0].extra == {"results": [{"transcription_url": 5}]}
    assert [str(each) for each in document.problems] == [
        "output.results[0].transcription_url: expected a URL, found 5",
        "the job is still running (RUNNING): no result yet",
    ]


# NLS


NLS: dict[str, Any] = {
    "TaskId": "t-1",
    "RequestId": "r-1",
    "StatusText": "SUCCESS",
    "BizDuration": 2956,
    "StatusCode": 21050000,
    "Result": {
        "Sentences": [
            {
                "BeginTime": 100,
                "EndTime": 900,
                "Text": "Mind the step.",
                "ChannelId": 0,
                "SpeakerId": "2",
                "SpeechRate": 177,
            },
            {"BeginTime": 950, "EndTime": 1500, "Text": "Which one?", "ChannelId": 1},
        ],
        "Words": [
            {"Word": "mind", "BeginTime": 100, "EndTime": 400, "ChannelId": 0},
            {"Word": "the", "BeginTime": 400, "EndTime": 600, "ChannelId": 0},
            {"Word": "step", "BeginTime": 600, "EndTime": 900, "ChannelId": 0},
            {"Word": "which", "BeginTime": 950, "EndTime": 1200, "ChannelId": 1},
            {"Word": "one", "BeginTime": 1200, "EndTime": 1500, "ChannelId": 1},
        ],
    },
}
NLS_TRACKS = (
    track(
        Segment(start_ms=100, end_ms=900, text="Mind the step.", speaker="2", words=SAID),
        source="Sentences",
    ),
    track(
        Segment(
            start_ms=950,
            end_ms=1500,
            text="Which one?",
            words=(
                Word(start_ms=950, end_ms=1200, text="Which"),
                Word(start_ms=1200, end_ms=1500, text=" one?"),
            ),
        ),
        source="Sentences",
    ),
)


def test_words_of_nls_belong_to_the_sentence_of_their_channel_and_time() -> None:
    """The words beside the sentences are put into them, spelt as there; each channel is a track."""
    document = ice_results.parse(NLS)
    assert document.transcripts == NLS_TRACKS
    assert [each.extra for each in document.transcripts] == [{"ChannelId": "0"}, {"ChannelId": "1"}]
    assert document.transcripts[0].segments[0].extra == {"SpeechRate": 177}
    assert document.jobs == (Job(operation="GetTaskResult", id="t-1", state="succeeded", raw_state="SUCCESS"),)
    assert document.jobs[0].extra == {"RequestId": "r-1", "BizDuration": 2956, "StatusCode": 21050000}
    assert document.problems == ()


@pytest.mark.parametrize("case", ["pascal", "camel", "snake"])
def test_the_case_of_keys_does_not_matter_in_nls(case: str) -> None:
    """An answer of NLS is recognised and read alike in Pascal, camel and snake case."""
    assert ice_results.parse(changed(NLS, case)) == ice_results.parse(NLS)


def test_sentences_of_nls_may_be_the_result_themselves() -> None:
    """Callbacks of version 2.0 have the list of sentences as `result`; bare sentences are recognised, too."""
    sentences = changed(NLS["Result"]["Sentences"], "snake")
    answer = {"result": sentences, "task_id": "t-1", "status_code": 21050000, "status_text": "SUCCESS"}
    texts = [["Mind the step."], ["Which one?"]]
    for source in (answer, sentences, NLS["Result"]):
        document = ice_results.parse(source)
        assert [[each.text for each in track.segments] for track in document.transcripts] == texts


def test_a_word_outside_of_every_sentence_is_kept_and_listed() -> None:
    """A word whose time is in no sentence of its channel is kept beside them, with a warning."""
    late = {"Word": "then", "BeginTime": 9000, "EndTime": 9100, "ChannelId": 0, "Confidence": 1}
    document = ice_results.parse({**NLS, "Result": {"Sentences": NLS["Result"]["Sentences"], "Words": [late]}})
    assert document.extra == {"Sentences": {"Words": [{**late, "ChannelId": "0"}]}}
    assert document.problems == (
        Problem(
            path="Result.Words",
            message="words outside of every sentence of their channel: 1, kept beside the sentences",
            found='"then"',
            severity="warning",
        ),
    )


def test_words_that_are_not_those_of_the_text_stay_as_they_are() -> None:
    """Where the text writes a word otherwise, as with numbers, the words keep their own spelling."""
    sentence = {"BeginTime": 0, "EndTime": 900, "Text": "At 4 o'clock.", "ChannelId": 0}
    words = [
        {"Word": word, "BeginTime": 100 * place, "EndTime": 100 * place + 90, "ChannelId": 0}
        for place, word in enumerate(["at", "four", "o'clock"])
    ]
    document = ice_results.parse({**NLS, "Result": {"Sentences": [sentence], "Words": words}})
    assert [word.text for word in document.transcripts[0].segments[0].words] == ["at", "four", "o'clock"]


@pytest.mark.parametrize(
    ("code", "text", "state", "note"),
    [
        (21050001, "RUNNING", "running", "the job is still running (RUNNING): no result yet"),
        (21050002, "QUEUEING", "queued", "the job is still queued (QUEUEING): no result yet"),
        (
            21050003,
            "SUCCESS_WITH_NO_VALID_FRAGMENT",
            "succeeded",
            "the job succeeded (SUCCESS_WITH_NO_VALID_FRAGMENT), and its result is empty",
        ),
        (41050002, "FILE_DOWNLOAD_FAILED", "failed", "the job failed: 41050002: FILE_DOWNLOAD_FAILED"),
    ],
)
def test_the_code_of_nls_is_the_state(code: int, text: str, state: str, note: str) -> None:
    """A task without a result says by its code of eight digits how far it is; codes of errors say why it failed."""
    document = ice_results.parse({"TaskId": "t-1", "StatusText": text, "StatusCode": code})
    assert (document.jobs[0].state, document.jobs[0].raw_state) == (state, text)
    assert [str(each) for each in document.problems] == [note]


def test_flash_recognition_has_words_in_its_sentences() -> None:
    """Flash recognition of NLS has the same sentences in `flash_result`, each with its words and their punctuation."""
    words = [
        {"text": "Mind", "begin_time": 100, "end_time": 400, "punc": ""},
        {"text": "the", "begin_time": 400, "end_time": 600, "punc": ""},
        {"text": "step", "begin_time": 600, "end_time": 900, "punc": "."},
    ]
    sentence = {"text": "Mind the step.", "begin_time": 100, "end_time": 900, "channel_id": 0, "words": words}
    result = {"duration": 1500, "completed": True, "sentences": [sentence]}
    document = ice_results.parse({"task_id": "t-1", "status": 20000000, "message": "SUCCESS", "flash_result": result})
    assert document.transcripts == (
        track(Segment(start_ms=100, end_ms=900, text="Mind the step.", words=SAID), source="Sentences"),
    )
    assert document.jobs == (Job(operation="FlashRecognizer", id="t-1", state="succeeded", raw_state="20000000"),)
    assert document.extra == {"Sentences": {"duration": 1500, "completed": True}}
    assert document.problems == ()


def test_flash_recognition_that_failed_says_why() -> None:
    """A code of an error is the state of the job, with the message beside it."""
    document = ice_results.parse({"task_id": "t-1", "status": "40270002", "message": "SILENT_SPEECH", "result": ""})
    assert document.jobs[0].state == "failed"
    assert [str(each) for each in document.problems] == ["the job failed: 40270002: SILENT_SPEECH"]


# FunASR


FUNASR_SENTENCE = {
    "text": "您好，Ada。",
    "start": 100,
    "end": 900,
    "timestamp": [[100, 300], [300, 500], [500, 900]],
    "spk": 0,
}
FUNASR_SEGMENT = Segment(
    start_ms=100,
    end_ms=900,
    text="您好，Ada。",
    speaker="0",
    words=(
        Word(start_ms=100, end_ms=300, text="您"),
        Word(start_ms=300, end_ms=500, text="好，"),
        Word(start_ms=500, end_ms=900, text="Ada。"),
    ),
)


def test_funasr_has_a_track_for_each_file_and_a_time_for_each_character() -> None:
    """Each file is a track of its sentences; the times belong to the characters and words of the text in order."""
    files = [
        {"key": name, "text": "您好，Ada。", "timestamp": [[100, 300]], "sentence_info": [FUNASR_SENTENCE]}
        for name in ("a", "b")
    ]
    document = ice_results.parse(files)
    assert document.transcripts == (track(FUNASR_SEGMENT, source="sentence_info"),) * 2
    assert document.transcripts[1].extra == {"key": "b", "text": "您好，Ada。", "timestamp": [[100, 300]]}
    assert document.problems == ()


@pytest.mark.parametrize("source", [{"sentence_info": [FUNASR_SENTENCE]}, [FUNASR_SENTENCE]])
def test_one_file_of_funasr_and_its_sentences_are_recognised(source: Any) -> None:
    """The object of one file, and its sentences alone, are read like the list of files."""
    assert ice_results.parse(source).transcripts == (track(FUNASR_SEGMENT, source="sentence_info"),)


def test_a_file_of_funasr_without_sentences_is_one_segment() -> None:
    """Without punctuation there are no sentences: the file is one segment from its first to its last word."""
    document = ice_results.parse([{"key": "a", "text": "mind the step", "timestamp": [[0, 9], [9, 20], [20, 31]]}])
    words = (
        Word(start_ms=0, end_ms=9, text="mind"),
        Word(start_ms=9, end_ms=20, text=" the"),
        Word(start_ms=20, end_ms=31, text=" step"),
    )
    assert document.transcripts == (
        track(Segment(start_ms=0, end_ms=31, text="mind the step", words=words), source="sentence_info"),
    )


def test_times_that_are_not_as_many_as_the_words_are_kept() -> None:
    """Where numbers are written as digits, there are more times than words: the segment has no words then."""
    sentence = {"text": "1988年。", "start": 0, "end": 500, "timestamp": [[0, 100]] * 5, "spk": 1}
    (segment,) = ice_results.parse([sentence]).transcripts[0].segments
    assert segment.words == ()
    assert segment.extra == {"timestamp": [[0, 100]] * 5}


def test_raw_text_says_what_the_words_are() -> None:
    """`raw_text` has the words with spaces between them, whatever their script."""
    sentence = {
        "text": "A-B 二十。",
        "raw_text": "a-b 二十",
        "spk": 0,
        "start": 0,
        "end": 9,
        "timestamp": [[0, 4], [4, 9]],
    }
    (segment,) = ice_results.parse([sentence]).transcripts[0].segments
    assert [word.text for word in segment.words] == ["A-B", " 二十。"]
    assert segment.extra == {"raw_text": "a-b 二十"}


def test_a_word_that_funasr_could_not_place_has_no_times() -> None:
    """A null among the times is a word without them."""
    (segment,) = (
        ice_results.parse([{**FUNASR_SENTENCE, "timestamp": [[100, 300], None, [500, 900]]}]).transcripts[0].segments
    )
    assert segment.words[1] == Word(text="好，")


def test_times_of_funasr_that_are_none_are_listed() -> None:
    """What is no list of pairs costs only the words, with a problem that says where."""
    document = ice_results.parse({"sentence_info": [{**FUNASR_SENTENCE, "timestamp": [[100, "soon"]]}]})
    (segment,) = document.transcripts[0].segments
    assert segment == Segment(start_ms=100, end_ms=900, text="您好，Ada。", speaker="0")
    assert segment.extra == {"timestamp": [[100, "soon"]]}
    assert [str(each) for each in document.problems] == [
        "[0].sentence_info[0].timestamp: expected a list of [start, end] in milliseconds, found a list of 1"
    ]


def test_sentences_of_voice_activity_have_their_text_in_another_key() -> None:
    """Sentences that were cut by pauses have `sentence` in place of `text`."""
    document = ice_results.parse([{"sentence": "您好", "start": 0, "end": 500, "spk": 3}])
    assert document.transcripts == (
        track(Segment(start_ms=0, end_ms=500, text="您好", speaker="3"), source="sentence_info"),
    )


# Times that nobody understood


def test_texts_without_a_start_are_a_problem() -> None:
    """Lines whose start stands under a key that is unknown are listed with that key, once for the track."""
    lines = [{"content": "Mind the step.", "startTime": 1, "endTime": 2}, {"content": "Which one?", "startTime": 3}]
    document = ice_results.parse(lines, kind="asr")
    assert document.problems == (
        Problem(
            path="",
            message="no start in 2 of 2 segments; keys that were not understood: startTime",
            severity="warning",
        ),
    )


def test_times_that_are_listed_already_are_listed_once() -> None:
    """A line whose times are wrong has a problem for each of them, and none for having no times."""
    document: Document = ice_results.parse([{"content": "Mind the step.", "from": "soon", "to": "later"}], kind="asr")
    assert [each.path for each in document.problems] == ["[0].from", "[0].to"]
