"""What is invalid in a result is reported: where, what was expected, what was found, and what to do."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results

from ..answers import LINES, smart_job, smarttag_job, text


def problems_of(document: Any, **options: Any) -> list[str]:
    """Every problem of a document as a line, with its severity."""
    return [f"{each.severity}: {each}" for each in ice_results.parse(document, **options).problems]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({"from": "soon"}, 'from: expected seconds as a number, found "soon"'),
        ({"from": True}, "from: expected seconds as a number, found true"),
        ({"to": [3]}, "to: expected seconds as a number, found a list of 1"),
        ({"content": 42}, "content: expected text, found 42"),
        ({"content": {"zh": "早"}}, "content: expected text, found an object with the keys zh"),
        ({"sentenceId": 1.5}, "sentenceId: expected text or a whole number, found 1.5"),
        ({"words": "prose"}, 'words: expected a list, found "prose"'),
        ({"words": "[{]"}, "words: expected a list (no valid JSON ("),
        ({"words": [7]}, "words[0]: expected an object, found 7"),
        ({"words": [{"text": "早", "begin_time": 1.5}]}, "words[0].begin_time: expected whole milliseconds, found 1.5"),
    ],
)
def test_a_wrong_type_is_said_with_its_path_through_the_escaping(line: dict[str, Any], problem: str) -> None:
    """One wrong value is one problem, and costs that field only."""
    lines = [LINES[0], {**LINES[1], **line}]
    document = ice_results.parse(smart_job(lines))
    (found,) = document.problems
    assert f"{found.severity}: {found}".startswith(f"error: JobResult.AiResult → [1].{problem}")
    good, bad = document.transcripts[0].segments
    assert (good.start_ms, good.end_ms, good.text) == (0, 2500, LINES[0]["content"])
    assert {"from": bad.start_ms, "to": bad.end_ms, "content": bad.text}.items() >= {
        key: value
        for key, value in {"from": 2500, "to": 5125, "content": LINES[1]["content"]}.items()
        if key not in line
    }.items()


def test_a_row_that_is_no_object_is_said() -> None:
    """Of an item in which nothing can be used, the problem says so, and the item is kept."""
    document = ice_results.parse(smart_job([LINES[0], "just text", None]))
    assert [str(each) for each in document.problems] == [
        'JobResult.AiResult → [1]: expected an object, found "just text"'
    ]
    assert len(document.transcripts[0].segments) == 1
    assert document.transcripts[0].extra == {"details": ["just text"]}


@pytest.mark.parametrize(
    ("entity", "problem"),
    [
        (
            {"detailInfo": [{"startTime": 1}, {"startTime": "?"}]},
            'entities[0].detailInfo[1].startTime: expected seconds as a number, found "?"',
        ),
        ({"appearanceProbability": "much"}, 'entities[0].appearanceProbability: expected a number, found "much"'),
        (
            {"detailInfo": [{"trackData": [{"bbox": [1, 2, 3]}]}]},
            "entities[0].detailInfo[0].trackData[0].bbox: expected a box [x1, y1, x2, y2], found a list of 3",
        ),
    ],
)
def test_paths_lead_to_any_depth(entity: dict[str, Any], problem: str) -> None:
    """A path names every level between the answer and the value."""
    answer = smarttag_job(Meta={"title": "t"}, CPVLabel={"entities": [entity]})
    assert problems_of(answer) == [f"error: Results.Result[1].Data → {problem}"]


def test_a_box_of_another_form_is_said() -> None:
    """A position that is no pair of corners is one problem of one line of text."""
    frame = {"timestamp": 1.0, "info": [{"content": "出口", "position": {"leftTop": [1], "rightBottom": [3, 4]}}]}
    assert problems_of(smarttag_job(OCR={"details": [frame]})) == [
        "error: Results.Result[0].Data → details[0].info[0].position: expected a box {leftTop: [x, y], "
        "rightBottom: [x, y]}, found an object with the keys leftTop, rightBottom"
    ]


def test_prose_where_json_is_due_is_kept_and_said() -> None:
    """A sentence instead of a payload is a warning; broken JSON is an error."""
    assert problems_of(smart_job("No speech was found.")) == [
        'warning: JobResult.AiResult: expected JSON, kept as text, found "No speech was found."'
    ]
    (broken,) = problems_of(smart_job('[{"content": "早", "from": 0.0, "to"'))
    assert broken.startswith("error: JobResult.AiResult: expected JSON, kept as text (no valid JSON (")


def test_an_unknown_type_is_kept_and_said() -> None:
    """A result of a type that is new is a warning, and what it holds is kept."""
    document = ice_results.parse(smarttag_job(Mood={"joy": 0.4}))
    assert [f"{each.severity}: {each}" for each in document.problems] == [
        "warning: Results.Result[0].Data: unknown type Mood, kept as it is, found an object with the keys joy"
    ]
    assert document.extra["Mood"] == {"joy": 0.4}


def test_a_payload_under_the_wrong_name_is_read_by_its_shape_and_said() -> None:
    """A result that is not what it is called is read as what it is."""
    document = ice_results.parse(smarttag_job(ASR={"details": [{"timestamp": 1.0, "info": [{"content": "出口"}]}]}))
    assert [str(each) for each in document.problems] == [
        "Results.Result[0].Data: called asr, but has the shape of ocr: read as that"
    ]
    assert len(document.frames) == 1


def test_a_python_repr_is_recognised() -> None:
    """`str(response)` instead of JSON gets the advice what to save."""
    with pytest.raises(ice_results.DecodeError) as caught:
        ice_results.parse(
            "{'headers': {}, 'statusCode': 200, 'body': <ice20201109_models.GetSmartHandleJobResponseBody>}"
        )
    assert str(caught.value).endswith("; save json.dumps(response.body.to_map()) instead of str(response)")


def test_a_result_of_urls_names_them() -> None:
    """URLs are links, and a note says that nothing is fetched."""
    answer = smart_job({"DetextVideoURL": "https://media.example.com/v.mp4"}, "VideoTranslation")
    assert problems_of(answer) == ["note: the result holds only URLs, which are not fetched: DetextVideoURL"]


def test_output_beside_ai_result_is_said_where_they_differ() -> None:
    """`AiResult` counts; another payload in `Output` is a warning and is kept, the same one is nothing."""
    other = [{**LINES[0], "content": "不同"}]
    document = ice_results.parse(smart_job(LINES, Output=json.dumps(other)))
    assert [f"{each.severity}: {each}" for each in document.problems] == [
        "warning: Output: holds other values than JobResult.AiResult, which was used; these were kept in extra"
    ]
    assert document.transcripts[0].segments[0].text == LINES[0]["content"]
    assert problems_of(smart_job(LINES, Output=json.dumps(LINES))) == []
    assert problems_of(smart_job(LINES, Output="{}")) == []


def test_a_running_job_is_a_note() -> None:
    """A job without a result yet is a note that names the state in the service's word."""
    assert problems_of({"JobId": "J", "State": "Executing"}) == [
        "note: the job is still running (Executing): no result yet"
    ]


def test_seconds_where_milliseconds_are_due_are_doubted() -> None:
    """An hour of talk within four seconds is a warning; the times are left as they are."""
    words = [
        {"id": place, "sentenceId": place, "start": place, "end": place + 1, "text": "这一句话大约有十来个字。"}
        for place in range(0, 3600, 3)
    ]
    answer = smarttag_job(NLP={"transcription": {"paragraphs": [{"speakerId": "1", "words": words}]}})
    assert problems_of(answer) == [
        "warning: Results.Result[0].Data → transcription: 2400 characters in 200 ms of speech: these look like "
        "seconds where milliseconds are due; the times were taken as they are"
    ]
    assert ice_results.parse(answer).transcripts[0].segments[1].start_ms == 3


def test_milliseconds_where_seconds_are_due_are_doubted() -> None:
    """Lines of half an hour each are a warning."""
    lines = [
        {"content": "这一句话大约有十来个字。", "from": place * 2000, "to": place * 2000 + 1900} for place in range(10)
    ]
    assert problems_of(smart_job(lines)) == [
        "warning: JobResult.AiResult: 120 characters in 316 minutes of speech: these look like milliseconds "
        "where seconds are due; the times were taken as they are"
    ]


def test_ordinary_paces_are_not_doubted() -> None:
    """Neither fast nor slow speech, nor one long line of noise, is doubted."""
    fast = [{"content": "快" * 12, "from": place, "to": place + 1.0} for place in range(20)]
    slow = [{"content": "慢慢说" * 5, "from": place * 30, "to": place * 30 + 29.0} for place in range(20)]
    noise = [{"content": "嗯", "from": 0.0, "to": 4000.0}]
    assert [problems_of(smart_job(lines)) for lines in (fast, slow, noise)] == [[], [], []]


def test_a_forgotten_level_is_found() -> None:
    """`Results` without `Result`, and a result saved without its answer, are read without a word."""
    answer = smarttag_job(Meta={"title": "晨雾"})
    direct = {**answer, "Results": answer["Results"]["Result"]}
    bare = answer["Results"]["Result"][0]
    assert [ice_results.parse(each).title for each in (answer, direct, bare)] == ["晨雾"] * 3


def test_strict_raises_what_would_be_listed() -> None:
    """With `strict=True` the problems are raised together; notes alone are not."""
    answer = smart_job([{**LINES[0], "from": "soon", "to": "later"}])
    lenient = ice_results.parse(answer)
    with pytest.raises(ice_results.ProblemsFound) as caught:
        ice_results.parse(answer, strict=True)
    assert caught.value.problems == lenient.problems
    assert str(caught.value) == (
        'JobResult.AiResult → [0].from: expected seconds as a number, found "soon" (and 1 more)'
    )
    assert ice_results.parse({"JobId": "J", "State": "Executing"}, strict=True).problems[0].severity == "note"


def test_numbers_as_text_and_exact_floats_are_no_problem() -> None:
    """Numbers written as text, and whole floats where integers are due, are read exactly."""
    lines = [{"content": "a", "from": "0.5", "to": " 1.25 "}, {"text": "b", "begin_time": "1250", "end_time": 2000.0}]
    document = ice_results.parse(text(smart_job(lines)))
    assert document.problems == ()
    assert [(each.start_ms, each.end_ms) for each in document.transcripts[0].segments] == [(500, 1250), (1250, 2000)]


@pytest.mark.parametrize(("second", "ms"), [(0.0005, 1), (1.0005, 1001), (2.675, 2675), (59.9996, 60000), (0.29, 290)])
def test_seconds_are_rounded_half_up(second: float, ms: int) -> None:
    """Seconds become the nearest millisecond, a half upwards, on both ways of reading."""
    for more in ({}, {"unlisted": 1}):
        document = ice_results.parse(smart_job([{"content": "a", "from": second, "to": second, **more}]))
        assert document.transcripts[0].segments[0].start_ms == ms


def test_errors_pickle_and_share_a_base() -> None:
    """Every error is an IceResultsError, keeps its facts as attributes, and survives a process boundary."""
    import pickle

    errors = [
        ice_results.DecodeError("Data", "no valid JSON", "save it again"),
        ice_results.UnrecognisedDocument("an empty object", "save it again"),
        ice_results.UnknownName("format", "sub", ("srt",)),
        ice_results.NoMaterial("srt", "transcripts"),
        ice_results.InvalidOption("bom", "bool", "'yes'"),
        ice_results.ProblemsFound((ice_results.Problem(path="a", message="wrong"),)),
    ]
    for error in errors:
        assert isinstance(error, ice_results.IceResultsError)
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))


@pytest.mark.parametrize(
    ("info", "reason"), [({"JobType": "Dictation"}, "unknown type Dictation"), ({"Title": "Fen"}, "no type is given")]
)
def test_a_job_of_no_known_type_is_read_by_the_shape_of_its_result(info: dict[str, Any], reason: str) -> None:
    """Lines of a job that does not say what it is, or says something new, are read, with a note that says how."""
    answer = smart_job(LINES, SmartJobInfo=info)
    assert problems_of(answer) == [
        f"note: JobResult.AiResult: {reason}, fits asr and tts, read as asr: say --kind tts if it is that"
    ]
    assert problems_of(answer, kind="tts") == []
    for kind in ("asr", "tts"):
        (transcript,) = ice_results.parse(answer, kind=kind).transcripts
        assert (transcript.kind, [each.text for each in transcript.segments]) == (
            kind,
            [LINES[0]["content"], LINES[1]["content"]],
        )


@pytest.mark.parametrize(
    "value", [10**400, -(10**400), 10**5000, {1: 2}, {(1,): [2]}, "\ud800", float("nan")], ids=range(7)
)
def test_what_only_python_can_hold_raises_nothing_and_can_be_written(value: object) -> None:
    """Numbers without end, keys that are no text and halves of characters in a decoded object spoil no output."""
    answers: list[Any] = [
        smart_job(LINES, Unlisted=value),
        smart_job(LINES, JobResult={"AiResult": [{**LINES[0], "from": value}]}),
    ]
    box = {"leftTop": [value, 1], "rightBottom": [2, 3]}
    frame = {"timestamp": 1.0, "info": [{"content": "出口", "score": value, "position": box}]}
    answers.append({"JobStatus": "Success", "Results": {"Result": [{"Type": "OCR", "Data": {"details": [frame]}}]}})
    for answer in answers:
        document = ice_results.parse(answer)
        for writer in ice_results.formats():
            try:
                content = ice_results.convert(document, writer.name)
            except (ice_results.MissingExtra, ice_results.NoMaterial):
                continue
            assert content if isinstance(content, bytes) else content.encode()


@pytest.mark.parametrize(("extra", "found"), [(True, "true"), ([None], "a list of 1"), ("text", '"text"')])
def test_records_that_were_edited_wrongly_are_said(extra: object, found: str) -> None:
    """A value of another type in `records.json` is left out with its place, and the rest is read."""
    edited = {"format": "ice_results.records/1", "jobs": [{"id": "J-1", "extra": extra}]}
    document = ice_results.parse(edited)
    assert [job.id for job in document.jobs] == ["J-1"]
    assert list(map(str, document.problems)) == [f"jobs[0].extra: expected an object, left out, found {found}"]
