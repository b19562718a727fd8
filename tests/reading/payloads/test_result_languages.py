"""The languages that results name: as tags where they are known, else as given."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results

WORDS = [{"id": 1, "sentenceId": 1, "start": 0, "end": 900, "text": "潮水今天很低。"}]


def transcript_in(language: Any) -> ice_results.Transcript:
    """The transcript of a result that names a language beside its paragraphs."""
    part = {"AudioInfo": {"Language": language}, "paragraphs": [{"paragraphId": "p1", "words": WORDS}]}
    (transcript,) = ice_results.parse({"transcription": part}).transcripts
    return transcript


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("cn", "zh"),
        ("zh_CN", "zh-CN"),
        ("chi", "zh"),
        ("中文", "zh"),
        ("yue", "yue"),
        ("EN", "en"),
        ("fspk", "fspk"),
        ("auto", "auto"),
        ("zh-mandarin", "zh-mandarin"),
        ("", None),
        (None, None),
        (12, None),
    ],
)
def test_the_language_of_a_transcript_is_a_tag(language: Any, tag: str | None) -> None:
    """Codes and names become tags of BCP 47; what is in no registry stays, and what is no text is none."""
    assert transcript_in(language).language == tag


def test_what_the_service_wrote_is_kept() -> None:
    """The language as it was given stays in what is kept beside the transcript."""
    assert transcript_in("cn").extra == {"AudioInfo": {"Language": "cn"}}


def test_links_name_their_language_as_transcripts_do() -> None:
    """Translated videos are listed by language: a code of a country counts as its language, too."""
    results = {code: {"MediaURL": f"https://v.invalid/{code}.mp4"} for code in ("jp", "en", "fr_CA", "tongue")}
    document = ice_results.parse({"VideoTranslationAiResultMap": results}, kind="video_translation")
    assert [link.language for link in document.links] == ["ja", "en", "fr-CA", "tongue"]
