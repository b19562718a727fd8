"""Names of files that say which language is in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results as ice
from ice_results import Document, Segment, Transcript, UnknownName
from ice_results.records.track_languages import names_by_language, track_in_name
from ice_results.records.tracks import tracks

from ..answers import smarttag_job, text
from ..cli.command import files_in, run


def speech(kind: str, language: str | None, *texts: str) -> Transcript:
    """A track with these sentences."""
    return Transcript(kind=kind, language=language, segments=tuple(Segment(start_ms=0, text=each) for each in texts))


CHINESE = speech("transcription", None, "大家好，欢迎来到云岭小学。")
ENGLISH = speech("translation", None, "Good morning, and welcome to the school. It is good to see all of you here.")
FRENCH = speech("translation", "fr", "Bonjour.")
DOCUMENT = Document(transcripts=(CHINESE, ENGLISH, FRENCH))


def test_tracks_are_called_by_their_languages() -> None:
    """The language is the one that the service named, else that of the text; two languages are in a bilingual track."""
    assert names_by_language(DOCUMENT) == {
        None: "zh",
        "translation": "en",
        "translation.fr": "fr",
        "bilingual": "zh-en",
    }
    assert names_by_language(Document(transcripts=(speech("asr", "zh-Hant", "早"),))) == {None: "zh-Hant"}
    assert names_by_language(Document(transcripts=(speech("asr", None, "123"),))) == {None: "und"}


def test_where_two_tracks_would_meet_the_name_joins() -> None:
    """A second track in a language has its own name before it."""
    twice = Document(transcripts=(CHINESE, speech("asr", "zh", "大家好。")))
    assert names_by_language(twice) == {None: "zh", "asr": "asr.zh"}


@given(st.lists(st.sampled_from([CHINESE, ENGLISH, FRENCH, speech("asr", "zh", "早"), speech("tts", None, "1")])))
def test_no_two_tracks_have_one_name(transcripts: list[Transcript]) -> None:
    """Whatever tracks there are, each has a file of its own."""
    names = list(names_by_language(Document(transcripts=tuple(transcripts))).values())
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("stem", "track"),
    [
        ("talk", None),
        ("talk.translation", "translation"),
        ("talk.en", "translation"),
        ("talk.EN", "translation"),
        ("talk.fr", "translation.fr"),
        ("talk.zh-Hans", "main"),
        ("talk.v2", None),
        ("talk.final cut", None),
        ("en", None),
    ],
)
def test_the_last_part_of_a_name_may_be_a_language(stem: str, track: str | None) -> None:
    """A known tag behind a dot means the track in that language; anything else is part of the name."""
    found = track_in_name(tracks(DOCUMENT), stem)
    assert (found and (found.name or "main")) == track


def test_save_takes_the_track_in_the_language_of_the_name(tmp_path: Path) -> None:
    """talk.en.srt is the English track, and a language that is not there is an error that names those that are."""
    ice.save(DOCUMENT, tmp_path / "talk.en.srt")
    ice.save(DOCUMENT, tmp_path / "talk.zh.txt")
    ice.save(DOCUMENT, tmp_path / "talk.v2.srt")
    assert "Good morning" in (tmp_path / "talk.en.srt").read_text()
    assert "大家好" in (tmp_path / "talk.zh.txt").read_text()
    assert "大家好" in (tmp_path / "talk.v2.srt").read_text()
    with pytest.raises(UnknownName, match=r"^unknown language of a track 'ja'; known: zh, en, fr$"):
        ice.save(DOCUMENT, tmp_path / "talk.ja.srt")
    assert files_in(tmp_path) == ["talk.en.srt", "talk.v2.srt", "talk.zh.txt"]


def test_files_are_named_by_language_on_request(here: Path) -> None:
    """`--name-by language` names each track; formats without tracks stay as they are. -o FILE knows languages too."""
    words = [{"id": 1, "sentenceId": 1, "start": 0, "end": 900, "text": "早上好。"}]
    sentences = [{"sentenceId": 1, "start": 0, "end": 900, "text": "Good morning, and welcome to all of you."}]
    nlp = {
        "transcription": {"paragraphs": [{"paragraphId": "p", "speakerId": "1", "words": words}]},
        "translation": {"paragraphs": [{"paragraphId": "p", "sentences": sentences}]},
    }
    (here / "two.json").write_text(text(smarttag_job(NLP=nlp)))
    options = ("-t", "srt,segments.csv", "--bilingual", "--name-by", "language")
    assert run("convert", "two.json", "-o", "out", *options).exit_code == 0
    assert files_in(here / "out") == ["two.en.srt", "two.segments.csv", "two.zh-en.srt", "two.zh.srt"]
    assert run("convert", "two.json", "-o", "mine.en.srt").exit_code == 0
    assert "Good morning" in (here / "mine.en.srt").read_text()
    wrong = run("convert", "talk.json", "-o", "mine.fr.srt")
    assert (wrong.exit_code, wrong.stderr.splitlines()[0]) == (
        1,
        "talk.json: srt: unknown language of a track 'fr'; known: zh",
    )
