"""However an answer is wrapped, it is the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import product
from typing import Any

import pytest

import ice_results
from ice_results.records import Activity, Job, Page

from ..mutations import CASES, DOCUMENTS, bare, closed, opened, quoted, recased, text_of
from .wrapped import JOB, LINES_READ, NOTICE, OTHER, callback, content, sdk, without_place

Wrap = Callable[[Any], dict[str, Any]]
BODIES: Mapping[str, Any] = {
    name: closed(tree)
    for name, tree in DOCUMENTS.items()
    if isinstance(tree, dict) and "MessageBody" not in tree and "body" not in tree
}
"""Every bare answer of the samples and pages; what FunASR returns is a list, and no service wraps it."""


def web(body: Any) -> dict[str, Any]:
    """What the web demo saves."""
    return {"status": 200, "data": body}


def as_text(wrap: Wrap, *levels: Callable[[str], str]) -> Wrap:
    """The same envelope with its content as JSON text, escaped once more for each level."""

    def wrapped(body: Any) -> dict[str, Any]:
        text = text_of(body)
        for level in levels:
            text = level(text)
        return wrap(text)

    return wrapped


ENVELOPES: Mapping[str, Wrap] = {
    "SDK": sdk,
    "SDK, body as text": as_text(sdk),
    "web": web,
    "web, data as text": as_text(web),
    "web, status as text": lambda body: {"status": "200", "data": body},
    "callback": callback,
    "callback, text": as_text(callback),
    "callback, text escaped twice": as_text(callback, quoted),
    "callback, text escaped without quotes": as_text(callback, bare),
    "callback, text ending in white space": lambda body: callback(f"{text_of(body)}\t\n"),
}
EVERY_ENVELOPE = pytest.mark.parametrize("wrap", [pytest.param(wrap, id=name) for name, wrap in ENVELOPES.items()])


def in_case(wrap: Wrap, case: str) -> Wrap:
    """The envelope with its own keys in another case."""

    def wrapped(body: Any) -> dict[str, Any]:
        return {CASES[case](key): value for key, value in wrap(body).items()}

    return wrapped


def same_in(wrap: Wrap, body: Any) -> bool:
    """Whether an answer is read alike in an envelope, its problems further down, and all else about it kept."""
    alone, wrapped = ice_results.parse(body), without_place(ice_results.parse(wrap(body)))
    problems = [(each.message, each.severity, each.found) for each in alone.problems]
    paths = zip(wrapped.problems, alone.problems, strict=True)
    return (
        content(wrapped) == content(alone)
        and [(each.message, each.severity, each.found) for each in wrapped.problems] == problems
        and all(ours.path.endswith(theirs.path) for ours, theirs in paths)
        and dict(wrapped.extra).items() >= dict(alone.extra).items()
    )


@pytest.mark.slow
@EVERY_ENVELOPE
@pytest.mark.parametrize("case", ["as it is", *CASES])
def test_an_answer_in_an_envelope_is_that_answer(wrap: Wrap, case: str) -> None:
    """Every answer is read alike in every envelope, whatever the case of the envelope's keys."""
    wrap = wrap if case == "as it is" else in_case(wrap, case)
    assert [name for name, body in BODIES.items() if not same_in(wrap, body)] == []


@pytest.mark.slow
@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("body", [JOB, OTHER, NOTICE], ids=["smart job", "tagging job", "notice"])
def test_envelopes_may_be_in_each_other(body: Any, count: int) -> None:
    """Two or three envelopes around each other, in any order and each in any of its forms, change nothing."""
    names = product(ENVELOPES, repeat=count)
    assert [each for each in names if not same_in(partial(nested, each), body)] == []


def nested(names: tuple[str, ...], body: Any) -> Any:
    """An answer in these envelopes, the first one innermost."""
    for name in names:
        body = ENVELOPES[name](body)
    return body


@pytest.mark.parametrize("case", CASES)
def test_a_dump_of_attributes_is_the_answer(case: str) -> None:
    """An SDK object dumped with all its attributes, nulls kept and keys in any case, is the answer without them."""
    tree = opened(sdk({**JOB, "Output": None, "ErrorCode": None, "JobResult": {**JOB["JobResult"], "Usage": None}}))
    dump = ice_results.parse(closed(recased(tree, CASES[case])))
    assert content(dump) == content(ice_results.parse(JOB))
    assert dump.transcripts == (LINES_READ,)
    assert [str(each) for each in dump.problems] == [f"GetSmartHandleJob under `{CASES[case]('body')}`"]


def test_what_is_in_an_envelope_is_kept() -> None:
    """The envelope's own keys are in `extra` of the document."""
    assert ice_results.parse(sdk(OTHER)).extra == {"headers": {"etag": None}, "statusCode": 200}
    assert ice_results.parse(web(OTHER)).extra == {"status": 200}
    assert ice_results.parse(callback(OTHER)).extra == {
        "EventType": "Complete",
        "UserId": 77,
        "EventTime": "2031-01-01T00:00:00Z",
    }


def test_what_is_in_two_envelopes_under_one_key_is_kept() -> None:
    """A key that several envelopes have, or the envelope and the answer, is lost in none of them."""
    inner = {**web({"SmartJobList": [], "RequestId": "of the answer"}), "RequestId": "of the inner envelope"}
    document = ice_results.parse({**web(inner), "status": 201, "RequestId": "of the outer envelope"})
    kept = list(document.extra.values())
    assert [
        each for each in ("of the answer", "of the inner envelope", "of the outer envelope") if each not in kept
    ] == []
    assert {200, 201} <= {each for each in kept if isinstance(each, int)}


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"status": 200, "data": {"Results": []}}, id="status and data"),
        pytest.param({"body": {"Results": []}}, id="body without a status code"),
        pytest.param({"MessageBody": "over and out"}, id="message in words"),
        pytest.param({"statusCode": 200, "body": [1]}, id="body that is a list"),
    ],
)
def test_what_only_looks_like_an_envelope_is_none(more: dict[str, Any]) -> None:
    """A job with keys like those of an envelope stays that job, and keeps them."""
    answer = {"JobId": "J", "State": "Finished", "SmartJobInfo": {"JobType": "DynamicChart"}, **more}
    (job,) = ice_results.parse(answer).jobs
    assert (job.operation, job.id, job.state) == ("GetSmartHandleJob", "J", "succeeded")
    assert job.extra == more


@pytest.mark.parametrize("wrap", [callback, as_text(callback), lambda body: body], ids=["object", "text", "alone"])
@pytest.mark.parametrize("case", CASES)
def test_the_message_that_a_workflow_is_complete_is_its_task(wrap: Callable[[Any], Any], case: str) -> None:
    """The callback of a workflow holds the task itself, its nodes as an object and not as text."""
    node = {"ActivityId": "start", "Status": "Succeed", "Result": {"Media": "m-1"}}
    tree = {"TaskId": "T", "Status": "Succeed", "ActivityResults": {"Begin": node}, "MediaId": "m-1"}
    document = ice_results.parse(wrap(closed(recased(tree, CASES[case]))))
    assert document.jobs == (
        Job(operation="GetJobDetail", id="T", type="workflow", state="succeeded", raw_state="Succeed", media_id="m-1"),
    )
    assert document.activities == (
        Activity(node="Begin", activity="start", state="succeeded", raw_state="Succeed", result={"Media": "m-1"}),
    )


@pytest.mark.parametrize("case", CASES)
def test_the_message_that_tags_are_complete_holds_them(case: str) -> None:
    """The callback of a tag job of the older service has the tags in `Data`, as text or as an object."""
    tags = {"Keyword": [{"Tag": "quay", "Times": ["3260", "4100"]}]}
    for data in (tags, text_of(tags)):
        tree = opened(callback({"MediaId": "m", "Status": "success", "Code": "Success", "Data": data}))
        document = ice_results.parse(closed(recased(tree, CASES[case])))
        assert [(tag.kind, tag.name, [each.start_ms for each in tag.occurrences]) for tag in document.tags] == [
            ("keyword", "quay", [3260, 4100])
        ]
        assert [(job.media_id, job.state) for job in document.jobs] == [("m", "succeeded")]
        assert [each.message for each in without_place(document).problems] == [
            "no type is given, read as video_tag by its shape"
        ]


@pytest.mark.parametrize("case", CASES)
def test_a_status_notice_of_a_tagging_job_is_recognised_by_its_type(case: str) -> None:
    """`Type` with the word smarttag makes a notice, also where keys come in two cases at once."""
    notice = {**recased(NOTICE, CASES[case]), "jobId": "J-3"}
    document = ice_results.parse(notice)
    assert document.jobs == (
        Job(operation="QuerySmarttagJob", id="J-3", type="smarttag", state="failed", raw_state="Fail"),
    )
    assert document.jobs[0].extra == {}
    assert "a status message holds no results: query the job" in [problem.message for problem in document.problems]


def test_a_page_of_jobs_has_its_counts_as_text() -> None:
    """ListSmartJobs: the jobs, the page with its counts, and a note that the results have to be queried."""
    page = {"SmartJobList": [{"JobId": "a"}, {"JobId": "b"}], "NextToken": "n", "MaxResults": "2", "TotalCount": "9"}
    document = ice_results.parse(page)
    assert [job.id for job in document.jobs] == ["a", "b"]
    assert document.page == Page(next_token="n", total_count=9, max_results=2)
    assert document.extra == {}
    assert [(each.severity, each.message) for each in document.problems] == [
        ("note", "a list of jobs holds no results: query each job")
    ]
