"""Findings of moderation as the exact records that they become."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document, Job, Occurrence, Page, Tag


def finding(part: str, level1: str | None, name: str | None, *at: Occurrence, score: float | None = None) -> Tag:
    """A tag of moderation."""
    return Tag(kind="moderation", level1=level1, name=name, score=score, occurrences=at, source=part)


FRAMES = [
    {"Label": "qrcode", "Score": "99.21", "Timestamp": "3005", "Url": "https://a.invalid/1.jpg"},
    {"Label": "npx", "Score": 88.5, "Timestamp": 4005},
    {"Label": "qrcode", "Score": "57.1", "Timestamp": "5005"},
]
VIDEO = {
    "Label": "ad",
    "Suggestion": "block",
    "AdResult": {"Label": "qrcode", "MaxScore": "99.21", "Suggestion": "block", "TopList": FRAMES},
    "PornResult": {"Label": "normal", "MaxScore": "100", "TopList": []},
}


def test_a_label_of_the_worst_frames_is_a_tag_with_instants() -> None:
    """Frames with one label are one tag with their instants; the score of the scene is that of its tag, 0 to 1."""
    document = ice_results.parse({"VideoResult": VIDEO, "AbnormalModules": "video"})
    assert document.tags == (
        finding("VideoResult", "porn", "normal", score=1.0),
        finding(
            "VideoResult",
            "ad",
            "qrcode",
            Occurrence(start_ms=3005, score=0.9921),
            Occurrence(start_ms=5005, score=0.571),
            score=0.9921,
        ),
        finding("VideoResult", "ad", "npx", Occurrence(start_ms=4005, score=0.885)),
    )
    assert document.tags[1].extra == {"Suggestion": "block"}
    assert document.tags[1].occurrences[0].extra == {"Url": "https://a.invalid/1.jpg"}
    assert document.extra == {
        "VideoResult": {"Label": "ad", "Suggestion": "block"},
        "moderation": {"AbnormalModules": "video"},
    }
    assert document.problems == ()


def test_texts_speech_and_pictures_have_findings_of_the_whole() -> None:
    """A finding about a text, the speech or a picture has no instant; what it is about is kept with it."""
    title = {"Type": "title", "Content": "Low tide", "Label": "ad", "Scene": "antispam", "Score": "50"}
    picture = {
        "Type": "cover",
        "Url": "https://a.invalid/c.jpg",
        "Result": [{"Label": "sexy", "Scene": "porn", "Score": "75"}],
    }
    document = ice_results.parse(
        {
            "TextResult": [title, {**title, "Type": "description"}],
            "AudioResult": [],
            "ImageResult": [picture, {"Url": "u"}],
        }
    )
    assert document.tags == (
        finding("TextResult", "antispam", "ad", score=0.5),
        finding("TextResult", "antispam", "ad", score=0.5),
        finding("ImageResult", "porn", "sexy", score=0.75),
    )
    assert [each.extra.get("Type") for each in document.tags] == ["title", "description", "cover"]
    assert document.extra == {"ImageResult": {"ImageResult": [{"Url": "u"}]}}


def test_a_timeline_has_instants_by_scene() -> None:
    """GetMediaAuditResultTimeline has a list of instants for each scene."""
    timeline = {"Ad": FRAMES[:1], "Porn": [], "Logo": [{"Label": "TV", "Score": "90", "Timestamp": "7"}]}
    document = ice_results.parse({"RequestId": "r", "MediaAuditResultTimeline": timeline})
    assert document.tags == (
        finding("ad", "ad", "qrcode", Occurrence(start_ms=3005, score=0.9921)),
        finding("logo", "logo", "TV", Occurrence(start_ms=7, score=0.9)),
    )
    assert document.jobs == (Job(operation="GetMediaAuditResultTimeline"),)


def test_a_frame_has_a_label_for_each_scene() -> None:
    """GetMediaAuditResultDetail has frames with a label and a score for each scene: a tag for each of them."""
    rows = [
        {"Timestamp": "1000", "Url": "u", "AdLabel": "qrcode", "AdScore": "90", "PornLabel": "normal", "PornScore": 80},
        {"Timestamp": "2000", "AdLabel": "qrcode", "AdScore": "70"},
    ]
    document = ice_results.parse({"MediaAuditResultDetail": {"List": rows, "Total": "2"}})
    assert document.tags == (
        finding("List", "porn", "normal", Occurrence(start_ms=1000, score=0.8)),
        finding("List", "ad", "qrcode", Occurrence(start_ms=1000, score=0.9), Occurrence(start_ms=2000, score=0.7)),
    )
    assert document.page == Page(total_count=2)
    assert document.problems == ()


def test_words_have_seconds() -> None:
    """GetMediaAuditAudioResultDetail has stretches in seconds, and the words that were heard."""
    rows = [{"StartTime": 1, "EndTime": 2, "Label": "ad", "Text": "Buy now."}]
    document = ice_results.parse({"MediaAuditAudioResultDetail": {"List": rows, "PageTotal": 1, "Total": 1}})
    assert document.tags == (finding("List", None, "ad", Occurrence(start_ms=1000, end_ms=2000)),)
    assert document.tags[0].occurrences[0].extra == {"Text": "Buy now."}


def test_an_audit_job_has_its_findings_in_data() -> None:
    """GetAIMediaAuditJob is the job, and its findings are those of the media."""
    job = {"JobId": "j", "MediaId": "m", "Type": "AIMediaAudit", "Status": "success", "Data": {"VideoResult": VIDEO}}
    document = ice_results.parse({"RequestId": "r", "MediaAuditJob": job})
    assert document.tags == ice_results.parse({"VideoResult": VIDEO, "TextResult": []}).tags
    assert document.jobs == (
        Job(
            operation="GetAIMediaAuditJob",
            id="j",
            type="AIMediaAudit",
            state="succeeded",
            raw_state="success",
            media_id="m",
        ),
    )


def censored(**parts: Any) -> Document:
    """The document of an answer of QueryMediaCensorJobDetail."""
    return ice_results.parse(
        {"MediaCensorJobDetail": {"JobId": "j", "State": "Success", "Suggestion": "block", **parts}}
    )


FOUND = {"Label": "qrcode", "Scene": "ad", "Rate": "99.21", "Suggestion": "block"}


@pytest.mark.parametrize(
    ("instant", "at_ms"), [("00:00:03.005", 3005), ("01:02:03", 3_723_000), ("0:0:0.5", 500), ("3005", 3005), (7, 7)]
)
def test_an_instant_of_a_frame_is_a_time_of_the_clock(instant: Any, at_ms: int) -> None:
    """The frames of QueryMediaCensorJobDetail have hh:mm:ss.SSS; milliseconds are read, too."""
    frame = {"Timestamp": instant, "Object": "1.jpg", "CensorResults": {"CensorResult": [FOUND]}}
    document = censored(VensorCensorResult={"VideoTimelines": {"VideoTimeline": [frame]}, "NextPageToken": "n"})
    assert document.tags == (finding("VensorCensorResult", "ad", "qrcode", Occurrence(start_ms=at_ms, score=0.9921)),)
    assert document.tags[0].occurrences[0].extra == {"Object": "1.jpg", "Suggestion": "block"}
    assert document.page == Page(next_token="n")
    assert [(job.operation, job.state) for job in document.jobs] == [("QueryMediaCensorJobDetail", "succeeded")]
    assert document.problems == ()


def test_the_whole_video_gives_its_score_to_the_tag_of_its_frames() -> None:
    """The results of the whole video are the score of the tags; a frame in which nothing was found is kept."""
    frames = [
        {"Timestamp": "00:00:01", "CensorResults": {"CensorResult": [FOUND]}},
        {"Timestamp": "00:00:02", "Object": "2.jpg", "CensorResults": {"CensorResult": []}},
    ]
    others = [{**FOUND, "Rate": "99.5"}, {"Label": "normal", "Scene": "porn", "Rate": "100"}]
    document = censored(
        VensorCensorResult={"CensorResults": {"CensorResult": others}, "VideoTimelines": {"VideoTimeline": frames}}
    )
    assert document.tags == (
        finding("VensorCensorResult", "ad", "qrcode", Occurrence(start_ms=1000, score=0.9921), score=0.995),
        finding("VensorCensorResult", "porn", "normal", score=1.0),
    )
    assert document.extra == {"VensorCensorResult": {"VideoTimelines": [{"Timestamp": 2000, "Object": "2.jpg"}]}}


def test_titles_speech_and_covers_of_a_censor_job() -> None:
    """Each part of the media is a part of its own; the words of speech have seconds."""
    words = [{"StartTime": 1, "EndTime": 2, "Label": "ad", "Text": "Buy now."}]
    cover = {"Object": "c.jpg", "Results": {"Result": [{"Label": "normal", "Scene": "porn", "Rate": "100"}]}}
    document = censored(
        TitleCensorResult=FOUND,
        AudioCensorResult={
            "Label": "ad",
            "Suggestion": "review",
            "AudioDetailResultList": {"AudioDetailResult": words},
        },
        CoverImageCensorResults={"CoverImageCensorResult": [cover]},
    )
    assert document.tags == (
        finding("AudioCensorResult", None, "ad", Occurrence(start_ms=1000, end_ms=2000)),
        finding("CoverImageCensorResults", "porn", "normal", score=1.0),
        finding("TitleCensorResult", "ad", "qrcode", score=0.9921),
    )
    assert document.tags[0].extra == {"Suggestion": "review"}
    assert document.tags[1].extra == {"Object": "c.jpg"}
    assert document.problems == ()


def test_a_wrong_value_in_a_finding_costs_only_its_field() -> None:
    """An instant and a score that are none are listed with their paths and kept; everything else is there."""
    frame = {"Timestamp": "noon", "CensorResults": {"CensorResult": [{**FOUND, "Rate": "high"}]}}
    document = censored(VensorCensorResult={"VideoTimelines": {"VideoTimeline": [frame]}})
    assert document.tags == (finding("VensorCensorResult", "ad", "qrcode"),)
    assert document.tags[0].extra == {"Timestamp": "noon", "Rate": "high", "Suggestion": "block"}
    place = "MediaCensorJobDetail.VensorCensorResult.VideoTimelines.VideoTimeline[0]"
    assert document.problems == (
        Problem(path=f"{place}.Timestamp", message="expected milliseconds or hh:mm:ss.SSS", found='"noon"'),
        Problem(
            path=f"{place}.CensorResults.CensorResult[0].Rate",
            message="expected a number from 0 to 100",
            found='"high"',
        ),
    )


@pytest.mark.parametrize(
    "part", ["VensorCensorResult", "AudioCensorResult", "CoverImageCensorResults", "TitleCensorResult"]
)
def test_a_part_that_is_no_object_is_kept_and_listed(part: str) -> None:
    """Where a part of the findings is a number, it is kept under its name and listed."""
    document = censored(**{part: 5})
    assert document.tags == ()
    assert 5 in document.extra[part].values()
    assert [each.found for each in document.problems] == ["5"]


@pytest.mark.parametrize("case", [str.lower, lambda key: key[0].lower() + key[1:]], ids=["lower", "camel"])
def test_the_case_of_keys_does_not_matter_in_findings(case: Any) -> None:
    """Findings are recognised and read alike whatever the case of their keys."""
    spelt = {case(key): each for key, each in {"VideoResult": VIDEO, "AbnormalModules": "video"}.items()}
    assert ice_results.parse(spelt).tags == ice_results.parse({"VideoResult": VIDEO, "AbnormalModules": "video"}).tags
