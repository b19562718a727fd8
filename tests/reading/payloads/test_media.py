"""Generated texts, titles and links as the exact records that they become."""

from __future__ import annotations

import pytest

import ice_results
from ice_results.records import Job, Link

from ...answers import smart_job, text
from ..parsing import complaints, smart, tagged


def test_generated_texts_are_a_list() -> None:
    """AiResult of a TextGenerate job is a list of texts, `Usage` is decoded."""
    answer = smart_job(["A quiet street.", "A loud one."], "TextGenerate")
    answer["JobResult"]["Usage"] = '{"total_tokens":42}'
    document = ice_results.parse(text(answer))
    assert document.texts == ("A quiet street.", "A loud one.")
    assert document.jobs[0].usage == {"total_tokens": 42}


def test_prose_where_json_is_due_is_kept() -> None:
    """AiResult of an ASR job that is prose is kept as text, with a warning and without failing."""
    document = smart("No speech was found in this file\n")
    assert document.transcripts == ()
    assert document.extra == {"ASR": "No speech was found in this file\n"}
    assert [(problem.path, problem.severity) for problem in complaints(document)] == [("JobResult.AiResult", "warning")]


def test_a_result_without_analysis_is_the_media() -> None:
    """A DynamicChart job has only the id and the URL of the media that it made."""
    answer = {
        "JobId": "J-9",
        "State": "Finished",
        "SmartJobInfo": {"JobType": "DynamicChart"},
        "JobResult": {"MediaId": "chart-1", "MediaUrl": "https://v.invalid/chart.mp4"},
    }
    document = ice_results.parse(text(answer))
    assert document.jobs == (
        Job(
            operation="GetSmartHandleJob",
            id="J-9",
            type="DynamicChart",
            state="succeeded",
            raw_state="Finished",
            media_id="chart-1",
            media_url="https://v.invalid/chart.mp4",
        ),
    )
    assert complaints(document) == []


def test_meta_is_the_title_of_the_media() -> None:
    """The title of a Meta result is the document's; other keys are kept under `Meta`."""
    document = tagged(Meta={"title": "The long bridge", "width": 640})
    assert document.title == "The long bridge"
    assert document.extra == {"Meta": {"width": 640}}


@pytest.mark.parametrize("as_array", [False, True])
def test_subtitle_links_are_in_an_object_or_an_array(as_array: bool) -> None:
    """The URLs of subtitle files are links with their language, in an object as in an array."""
    details = {
        "allResultUrl": "https://s.invalid/all.txt",
        "chResultUrl": "https://s.invalid/zh.txt",
        "engResultUrl": "https://s.invalid/en.txt",
    }
    document = tagged(Subtitle={"details": [details] if as_array else details})
    assert sorted(document.links, key=lambda link: link.name) == [
        Link("allResultUrl", "https://s.invalid/all.txt"),
        Link("chResultUrl", "https://s.invalid/zh.txt", "zh"),
        Link("engResultUrl", "https://s.invalid/en.txt", "en"),
    ]
    assert document.extra == {}


def test_video_translation_is_links_by_language() -> None:
    """VideoTranslation gives URLs, each with its language; what is no URL is kept."""
    payload = {
        "DetextVideoURL": "https://v.invalid/clean.mp4",
        "DetextVideoMediaId": "clean-1",
        "VideoTranslationAiResultMap": {
            "fr": {"MediaURL": "https://v.invalid/fr.mp4", "MediaId": "fr-1"},
            "de": {"SpeechTranslatedSubtitleURL": "https://v.invalid/de.srt"},
        },
    }
    document = smart(payload, "VideoTranslation")
    assert document.links == (
        Link("DetextVideoURL", "https://v.invalid/clean.mp4"),
        Link("MediaURL", "https://v.invalid/fr.mp4", "fr"),
        Link("SpeechTranslatedSubtitleURL", "https://v.invalid/de.srt", "de"),
    )
    assert document.extra == {
        "VideoTranslation": {
            "DetextVideoMediaId": "clean-1",
            "VideoTranslationAiResultMap": {"fr": {"MediaId": "fr-1"}},
        }
    }


def test_video_translation_into_one_language_has_the_same_keys_on_top() -> None:
    """For a single language the URLs are on the object itself."""
    payload = {
        "MediaURL": "https://v.invalid/en.mp4",
        "SpeechBilingualSubtitleURL": "https://v.invalid/two.srt",
    }
    assert smart(payload, "VideoTranslation").links == (
        Link("MediaURL", "https://v.invalid/en.mp4"),
        Link("SpeechBilingualSubtitleURL", "https://v.invalid/two.srt"),
    )
