"""Jobs whose results are files: their URLs, their pages, and what tells them from each other."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Job, Link, Page

ROW = {"JobId": "j", "Status": "Success", "CreateTime": "2033-01-02T01:00:00Z", "TemplateId": "t"}
PLACE = {"Type": "OSS", "Media": "oss://b/shot-{Count}.jpg"}
INPUT = {"Type": "OSS", "Media": "oss://b/in.mp4"}
URL = "https://a.invalid/out.mp4"


def test_a_job_of_an_algorithm_has_the_urls_of_what_it_made() -> None:
    """QueryIProductionJob: the algorithm is the type of the job, paths that are no URLs stay with it."""
    document = ice_results.parse(
        {
            "RequestId": "r",
            "JobId": "j",
            "FunctionName": "VideoDetext",
            "Status": "Success",
            "Input": INPUT,
            "Output": {"Type": "Media", "Media": "m-1", "OutputUrl": URL},
            "OutputFiles": ["out.mp4"],
            "OutputUrls": [URL, "https://a.invalid/mask.png"],
            "JobParams": '{"Boxes":[1]}',
            "Result": r'{"Code":"Success","Data":"{\"Frames\":7}"}',
        }
    )
    assert document.links == (
        Link("OutputUrl", URL),
        Link("OutputUrls", URL),
        Link("OutputUrls", "https://a.invalid/mask.png"),
    )
    assert document.jobs == (
        Job(
            operation="QueryIProductionJob",
            id="j",
            type="VideoDetext",
            state="succeeded",
            raw_state="Success",
            parameters={"Boxes": [1]},
        ),
    )
    assert document.jobs[0].extra == {
        "RequestId": "r",
        "Input": INPUT,
        "Output": {"Type": "Media", "Media": "m-1"},
        "OutputFiles": ["out.mp4"],
        "Result": {"Code": "Success", "Data": {"Frames": 7}},
    }
    assert [str(each) for each in document.problems] == [
        "the result holds only URLs, which are not fetched: OutputUrl, OutputUrls"
    ]


def test_a_job_of_an_algorithm_of_mps_has_its_output_as_text() -> None:
    """In MPS the output of QueryIProductionJob is a URL itself."""
    body = {"JobId": "j", "FunctionName": "Cover", "State": "Success", "Input": "oss://b/i", "Output": "oss://b/o.jpg"}
    document = ice_results.parse(body)
    assert document.links == (Link("Output", "oss://b/o.jpg"),)
    assert document.jobs[0].extra == {"Input": "oss://b/i"}


@pytest.mark.parametrize(
    "body",
    [
        {"FunctionName": "Cover", "JobId": "j", "Output": "oss://b/o.jpg"},
        {"FunctionName": "Cover", "OutputFiles": ["o.jpg"]},
        {"JobParams": "{}", "OutputUrls": [URL]},
        {"JobParams": "{}", "OutputFiles": ["o.jpg"], "JobId": "j"},
    ],
)
def test_two_of_its_keys_tell_a_job_of_an_algorithm(body: dict[str, Any]) -> None:
    """A job is recognised by its algorithm or its parameters beside what it made, whichever of them is missing."""
    assert [job.operation for job in ice_results.parse(body).jobs] == ["QueryIProductionJob"]


@pytest.mark.parametrize(
    "body", [{"FunctionName": "f", "JobId": "j"}, {"OutputUrls": [URL], "OutputFiles": ["o"]}, {"JobParams": "{}"}]
)
def test_one_of_them_tells_nothing(body: dict[str, Any]) -> None:
    """The name of a function, or files, may be anybody's."""
    with pytest.raises(ice_results.UnrecognisedDocument):
        ice_results.parse(body)


ANSWERS: tuple[tuple[str, dict[str, Any], list[Link]], ...] = (
    ("GetSnapshotJob", {"SnapshotJob": {**ROW, "Input": INPUT, "Output": PLACE}}, [Link("Media", PLACE["Media"])]),
    ("GetDynamicImageJob", {"DynamicImageJob": {**ROW, "Input": INPUT, "OutputUrl": URL}}, [Link("OutputUrl", URL)]),
    (
        "GetTranscodeJob",
        {
            "TranscodeParentJob": {
                **ROW,
                "JobId": None,
                "ParentJobId": "j",
                "OutputGroup": [{"Output": {"OutputUrl": URL}}],
            }
        },
        [Link("OutputUrl", URL)],
    ),
    (
        "GetTranscodeTask",
        {
            "TranscodeTask": {
                "TranscodeTaskId": "j",
                "TaskStatus": "CompleteAllSucc",
                "CreationTime": ROW["CreateTime"],
                "TranscodeJobInfoList": [{"InputFileUrl": "oss://b/in.mp4", "OutputFile": {"OutputFileUrl": URL}}],
            }
        },
        [Link("OutputFileUrl", URL)],
    ),
    (
        "ListSnapshots",
        {"MediaSnapshot": {"JobId": "j", "CreationTime": ROW["CreateTime"], "Snapshots": {"Snapshot": [{"Url": URL}]}}},
        [Link("Url", URL)],
    ),
    (
        "ListTranscodeJobs",
        {"Jobs": [{"ParentJobId": "j", "OutputGroup": [{"Output": {"OutputUrl": URL}}]}]},
        [Link("OutputUrl", URL)],
    ),
    (
        "ListSnapshotJobs",
        {"Jobs": [{**ROW, "Async": True, "Count": 3, "Output": PLACE}]},
        [Link("Media", PLACE["Media"])],
    ),
    ("ListDynamicImageJobs", {"Jobs": [{**ROW, "Input": INPUT, "Output": {"Media": "m-1"}}]}, []),
    ("ListDynamicImage", {"DynamicImageList": [{"JobId": "j", "FileURL": URL}]}, [Link("FileURL", URL)]),
    ("ListTranscodeTask", {"TranscodeTaskList": [{"TranscodeTaskId": "j", "TaskStatus": "Processing"}]}, []),
    ("QuerySnapshotJobList", {"SnapshotJobList": {"SnapshotJob": [{"Id": "j", "SnapshotConfig": {}}]}}, []),
)


@pytest.mark.parametrize(("operation", "body", "links"), ANSWERS, ids=[each[0] for each in ANSWERS])
def test_an_answer_about_files_is_jobs_and_links(operation: str, body: dict[str, Any], links: list[Link]) -> None:
    """Each answer is told by the keys of its jobs, and gives them with the URLs of their files, not of their input."""
    document = ice_results.parse({"RequestId": "r", **body})
    assert [(job.operation, job.id) for job in document.jobs] == [(operation, "j")]
    assert list(document.links) == links
    assert [each.severity for each in document.problems] == ["note"]


def test_urls_of_snapshots_are_links() -> None:
    """GetSnapshotUrls has the URLs of the pictures, and of the file that says when they were taken."""
    document = ice_results.parse({"SnapshotUrls": [URL, "https://a.invalid/2"], "Total": 2, "WebVTTUrl": URL})
    assert [link.name for link in document.links] == ["SnapshotUrls", "SnapshotUrls", "WebVTTUrl"]
    assert document.page == Page(total_count=2)
    assert [str(each) for each in document.problems] == [
        "the result holds only URLs, which are not fetched: SnapshotUrls, WebVTTUrl"
    ]


def test_a_list_of_jobs_has_its_page_and_says_what_it_holds() -> None:
    """A list has the token of the next page; a note says whether there are URLs in it."""
    jobs = [{"ParentJobId": "j", "OutputGroup": [{"Output": {"OutputUrl": URL}}]}]
    document = ice_results.parse({"Jobs": jobs, "NextPageToken": "n"})
    assert document.page == Page(next_token="n")
    assert [str(each) for each in document.problems] == [
        "the results of these jobs are only URLs, which are not fetched"
    ]


def test_what_is_no_url_is_listed_and_kept() -> None:
    """A number where a URL is due is a problem with its path, and stays with the job."""
    document = ice_results.parse({"DynamicImageJob": {**ROW, "OutputUrl": 5}})
    assert document.links == ()
    assert document.jobs[0].extra == {"TemplateId": "t", "OutputUrl": 5}
    assert document.problems[0] == Problem(path="DynamicImageJob.OutputUrl", message="expected a URL", found="5")


@pytest.mark.parametrize("name", ["Jobs", "JobList", "TaskList", "MediaList", "Data", "output", "SnapshotJob"])
def test_a_common_name_alone_is_no_answer(name: str) -> None:
    """What other services have under such a name is not taken for an answer of ours."""
    for value in ([{"colour": 5}], {"colour": 5}, [], {}, "x", 5):
        with pytest.raises(ice_results.UnrecognisedDocument):
            ice_results.parse({name: value, "shade": 1})
