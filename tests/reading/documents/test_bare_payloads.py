"""A payload that was saved on its own is recognised, or read as the kind that the caller names."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import ice_results
from ice_results.reading.payloads import READERS, readers_for
from ice_results.reading.payloads.shapes import SHAPES_OF_OTHERS
from ice_results.records import Document

from ...answers import LINES, smarttag_job
from ..mutations import CASES, bare, closed, opened, quoted, recased, text_of
from .wrapped import LINES_READ, content


def _row(**more: Any) -> dict[str, Any]:
    return {"id": 1, "start": 0, "end": 900, "text": "Close the gates.", **more}


TRANSCRIPTION = {"paragraphs": [{"paragraphId": "p", "words": [_row(sentenceId=1)]}]}
TRANSLATION = {
    "paragraphs": [{"paragraphId": "p", "sentences": [{"sentenceId": 1, "start": 0, "end": 9, "text": "x"}]}]
}
CHAPTERS = [{"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Pumps."}]
SUMMARY = {"paragraphSummary": "Locks are repaired.", "paragraphTitle": "Locks"}
MEETING = {"keywords": ["seal"], "keySentences": [_row()], "actions": []}
CORNERS = {"leftTop": [1, 2], "rightBottom": [3, 4]}
SEEN = {"score": 0.5, "from": 0, "to": 1}
MILLISECOND_LINE = {"text": "Good evening.", "begin_time": 0, "end_time": 846}
LABELS = [{"labelLevel1": "A", "labelLevel2": "B", "label": "C", "detailInfo": [{"startTime": 0, "endTime": 1}]}]
BARE: tuple[tuple[str, Any], ...] = (
    ("asr", {"details": LINES}),
    ("asr", LINES),
    ("asr", [MILLISECOND_LINE]),
    ("avatar", {"outputVideoUrl": "https://v.invalid/a.mp4", "subtitleClips": text_of(LINES)}),
    ("texts", ["A quiet street.", "A loud one."]),
    ("video_translation", {"DetextVideoURL": "https://v.invalid/c.mp4"}),
    ("video_translation", {"VideoTranslationAiResultMap": {"fr": {"MediaURL": "https://v.invalid/fr.mp4"}}}),
    ("nlp", {"transcription": TRANSCRIPTION, "autoChapters": CHAPTERS}),
    ("nlp", {"transcription": {"transcription": TRANSCRIPTION}}),
    ("nlp", {"translation": text_of(TRANSLATION), "summarization": SUMMARY, "meetingAssistance": "null"}),
    ("nlp", {"TaskId": "t", "Transcription": TRANSCRIPTION}),
    ("nlp", {"TaskId": "t", "Translation": TRANSLATION}),
    ("nlp", {"TaskId": "t", "AutoChapters": CHAPTERS}),
    ("nlp", {"TaskId": "t", "Summarization": SUMMARY}),
    ("nlp", {"TaskId": "t", "MeetingAssistance": MEETING}),
    ("transcription", TRANSCRIPTION),
    ("translation", TRANSLATION),
    ("chapters", CHAPTERS),
    ("summary", SUMMARY),
    ("summary", {"mindMapSummary": [{"title": "Canal", "topic": []}]}),
    ("meeting", MEETING),
    ("ocr", {"details": [{"timestamp": 1, "info": [{"content": "EXIT", "position": CORNERS, "score": 0.5}]}]}),
    ("ocr", [{"timestamp": 1, "info": [{"content": "EXIT"}]}]),
    ("video_label", {"persons": [{"name": "Ottilie", "category": "celebrity", "ratio": 0.5, "occurrences": [SEEN]}]}),
    ("video_label", {"tags": [{"mainTagName": "A", "subTagName": "B", "occurrences": [SEEN]}]}),
    ("video_label", {"classifications": [{"score": 0.5, "category1": "A", "category2": "B"}]}),
    ("image_label", {"persons": [{"name": "Caspar", "score": 0.5, "position": CORNERS}], "tags": []}),
    ("image_label", {"tags": [{"mainTagName": "A", "subTagName": "B", "score": 0.5}]}),
    ("text_label", {"tags": [{"name": "Region", "value": "Fen,Marsh"}]}),
    *(("cpv_label", {name: LABELS}) for name in ("cates", "entities", "hotwords", "freeTags")),
    ("meta", {"title": "Low tide"}),
    ("subtitle", {"details": {"chResultUrl": "https://s.invalid/zh.txt"}}),
    ("subtitle", {"details": [{"allResultUrl": "https://s.invalid/all.txt"}]}),
    ("file_transcription", {"transcripts": [{"channel_id": 0, "sentences": [MILLISECOND_LINE]}]}),
    ("file_transcription", {"transcripts": [{"channel_id": 0, "text": "x", "sentences": [MILLISECOND_LINE]}]}),
    ("nls", {"Sentences": [{"Text": "x", "BeginTime": 0, "EndTime": 9, "ChannelId": 0}]}),
    ("nls", [{"Text": "x", "BeginTime": 0, "EndTime": 9, "ChannelId": 0}]),
    ("funasr", [{"key": "a", "text": "x", "sentence_info": [{"text": "x", "start": 0, "end": 9, "spk": 0}]}]),
    ("funasr", {"sentence_info": [{"text": "x", "start": 0, "end": 9, "timestamp": [[0, 9]]}]}),
    ("funasr", [{"key": "a", "text": "x", "timestamp": [[0, 9]]}]),
    ("funasr", [{"text": "x", "start": 0, "end": 9, "timestamp": [[0, 9]]}]),
    ("funasr", [{"sentence": "x", "start": 0, "end": 9, "spk": 0}]),
    ("original_asr", {"OrigASRData": {"AsrTextList": [{"StartTime": 0, "EndTime": 9, "Text": "x"}]}}),
    ("original_asr", [{"StartTime": 0, "EndTime": 9, "Text": "x"}]),
    *(("video_tag", {name: [{"Tag": "quay", "Times": ["1"]}]}) for name in ("Keyword", "Person", "Time")),
    ("media_chapters", [{"chapterId": 1, "chapterTitle": "Pumps", "startTime": 0, "endTime": 9, "summary": "x"}]),
    ("search_index", {"AsrInfo": [{"From": 0, "To": 1, "Content": "x"}]}),
    ("search_index", {"OcrInfo": [{"From": 0, "To": 1, "Timestamp": 0, "Content": "x"}]}),
    ("original_asr", {"AsrResult": {"AsrTextList": {"AsrText": [{"StartTime": 0, "EndTime": 9, "Text": "x"}]}}}),
    ("text_polish", [{"FormalParagraphText": "x", "ParagraphId": "p", "Start": 0, "End": 9}]),
    ("slides", {"KeyFrameList": [{"Id": 1, "Start": 0, "End": 9, "Summary": "x"}]}),
    ("custom_prompt", [{"Name": "a", "Result": "x"}]),
    ("nlp", {"TaskId": "t", "TextPolish": [{"FormalParagraphText": "x", "Start": 0, "End": 9}]}),
    ("nlp", {"TaskId": "t", "PptExtraction": {"KeyFrameList": [{"Id": 1, "Start": 0, "End": 9}]}}),
    ("nlp", {"TaskId": "t", "CustomPrompt": [{"Name": "a", "Result": "x"}]}),
    ("moderation", {"VideoResult": {"AdResult": {"Label": "qrcode", "MaxScore": "99"}}, "TextResult": []}),
    ("moderation", {"List": [{"Timestamp": "9", "AdLabel": "qrcode", "AdScore": "99"}]}),
    ("moderation", {"Ad": [{"Label": "qrcode", "Score": "99", "Timestamp": "9"}]}),
    ("censorship", {"TitleCensorResult": {"Label": "ad", "Rate": "9"}, "AudioCensorResult": {"Label": "ad"}}),
    ("face_clips", [{"LabelName": "Ottilie", "OccurrencesInfos": [{"StartTime": 0, "EndTime": 1}]}]),
    ("media_marks", [{"MarkId": "m", "MarkStartTime": "1.5", "MarkTag": "x", "MarkContent": "y"}]),
    ("avatar", {"MediaURL": "https://v.invalid/a.mp4", "SubtitleClips": [{"Text": "x", "Start": 0, "End": 1}]}),
    ("process", [{"name": "asr", "result": [{"content": {"data": [{"startTime": 0, "endTime": 1, "text": "x"}]}}]}]),
    ("activities", {"Begin": {"ActivityId": "start", "Status": "Succeed", "Result": "{}"}}),
)
EVERY_PAYLOAD = pytest.mark.parametrize(
    ("kind", "payload"), [pytest.param(kind, value, id=f"{kind} {text_of(value)[:30]}") for kind, value in BARE]
)


def test_there_is_a_bare_payload_of_every_kind() -> None:
    """No kind of payload is left out below, but for lines of text-to-speech, which are read as speech recognition."""
    assert {kind for kind, _ in BARE} == {reader.kind for reader in READERS} - {"tts"}


@EVERY_PAYLOAD
def test_no_kind_is_missed_for_its_keys(kind: str, payload: Any) -> None:
    """Only kinds whose keys are there are asked whether they fit, and that leaves none out that does."""
    assert readers_for(payload) == tuple(reader for reader in READERS if reader.detect(payload))
    assert kind in [reader.kind for reader in readers_for(payload)]


@EVERY_PAYLOAD
def test_a_payload_that_was_saved_on_its_own_is_recognised(kind: str, payload: Any) -> None:
    """A payload is read as what it looks like, without a job, the same as where the kind is given."""
    document = ice_results.parse(payload)
    assert content(document) != Document()
    assert content(document) == ice_results.parse(payload, kind=kind)
    assert [str(each) for each in document.problems] == notes_on(kind, payload)


def notes_on(kind: str, payload: Any) -> list[str]:
    """What is said of a bare payload: nothing where its shape is that of one kind only."""
    if kind == "asr" and isinstance(payload, list):
        return ["fits asr and tts, read as asr: say --kind tts if it is that"]
    titles = {reader.kind: reader.title for reader in READERS}
    return [f"read as {kind} ({titles[kind]}) by its shape alone"] if kind in SHAPES_OF_OTHERS else []


@pytest.mark.parametrize("case", CASES)
@EVERY_PAYLOAD
def test_a_bare_payload_is_recognised_in_every_key_case(kind: str, payload: Any, case: str) -> None:
    """The case of its keys does not decide which kind a payload is."""
    document = ice_results.parse(closed(recased(opened(payload), CASES[case])))
    assert [type(each) for each in values_of(document)] == [
        type(each) for each in values_of(ice_results.parse(payload))
    ]
    assert [str(each) for each in document.problems] == notes_on(kind, payload)


def values_of(document: Document) -> list[Any]:
    """The records of a document, the title and the notes among them."""
    joined = [document.transcripts, document.tags, document.frames, document.chapters, document.activities]
    return [
        *(each for items in joined for each in items),
        *document.links,
        *document.texts,
        document.notes,
        document.title,
    ]


@EVERY_PAYLOAD
def test_a_bare_payload_is_the_same_escaped_and_encoded(kind: str, payload: Any) -> None:
    """As text, escaped once or twice more, with a mark, or in UTF-16: a payload is what it is."""
    text = text_of(payload)
    expected = content(ice_results.parse(payload))
    for source in (
        text,
        quoted(text),
        quoted(quoted(text)),
        bare(quoted(text)),
        "\ufeff" + text,
        text.encode("utf-16"),
    ):
        assert content(ice_results.parse(source)) == expected


@EVERY_PAYLOAD
def test_a_payload_in_an_answer_is_read_like_the_payload_alone(kind: str, payload: Any) -> None:
    """Under an unknown type, or none, what is in `Data` is known by its shape, as when it was saved on its own."""
    alone = ice_results.parse(payload)
    for result in ({"Type": "BrandNew", "Data": text_of(payload)}, {"Data": payload}):
        document = ice_results.parse({"JobStatus": "Success", "Results": {"Result": [result]}})
        assert values_of(document) == values_of(alone)


@pytest.mark.parametrize("given", ["asr", "ASR", "Asr"])
def test_a_kind_is_given_in_any_case(given: str) -> None:
    """A kind may be spelt as ours or as the service's word."""
    assert ice_results.parse(LINES, kind=given).transcripts == (LINES_READ,)


def test_a_kind_decides_between_two() -> None:
    """Lines are speech recognition, and text-to-speech where the caller says so."""
    spoken = attrs.evolve(LINES_READ, kind="tts", source="TextToSpeech")
    for kind in ("tts", "TextToSpeech", "text_to_speech"):
        assert ice_results.parse(LINES, kind=kind) == Document(transcripts=(spoken,))
    assert [each.transcripts for each in ice_results.parse_all(text_of(LINES), kind="tts")] == [(spoken,)]


@pytest.mark.parametrize(
    ("payload", "starts"),
    [
        pytest.param([{"content": "早。", "from": 1.5, "to": 2}], [1500], id="from, in seconds"),
        pytest.param(
            [{"text": "早。", "begin_time": 1500, "end_time": 2000}], [1500], id="begin_time, in milliseconds"
        ),
    ],
)
def test_bare_lines_are_read_in_the_units_of_their_keys(payload: Any, starts: list[int]) -> None:
    """`from` is in seconds and `begin_time` in milliseconds, whichever kind the lines are; a note says which."""
    document = ice_results.parse(text_of(payload))
    (transcript,) = document.transcripts
    assert (transcript.kind, [each.start_ms for each in transcript.segments]) == ("asr", starts)
    assert [f"{each.severity}: {each}" for each in document.problems] == [
        "note: fits asr and tts, read as asr: say --kind tts if it is that"
    ]


def test_tags_of_two_kinds_are_read_as_the_first() -> None:
    """Tags that say neither when nor how surely they were seen are those of a video or an image alike."""
    tags = {"tags": [{"mainTagName": "Garden", "subTagName": "Rain barrel"}]}
    document = ice_results.parse(tags)
    assert [str(each) for each in document.problems] == [
        "fits video_label and image_label, read as video_label: say --kind image_label if it is that"
    ]
    assert [tag.name for tag in document.tags] == ["Rain barrel"]
    assert ice_results.parse(tags, kind="image_label").problems == ()


def test_a_kind_that_does_not_exist_is_refused_with_those_that_do() -> None:
    """An unknown kind is an error that names every kind."""
    with pytest.raises(ice_results.UnknownName) as caught:
        ice_results.parse(LINES, kind="speech")
    known = ", ".join(reader.kind for reader in READERS)
    assert str(caught.value) == f"unknown kind 'speech'; known: {known}"


OF_NO_KIND = [{"colour": 5, "shade": {"of": "blue"}}]
EVERY_KIND = pytest.mark.parametrize("kind", [reader.kind for reader in READERS])


@EVERY_KIND
def test_what_is_of_no_kind_is_refused_whatever_kind_is_given(kind: str) -> None:
    """A value that has nothing of the kind that the caller names is refused, and the error names the kind."""
    titles = {reader.kind: reader.title for reader in READERS}
    with pytest.raises(ice_results.UnrecognisedDocument) as caught:
        ice_results.parse(OF_NO_KIND, kind=kind)
    assert f"a list of 1; without the shape of {kind} ({titles[kind]})" in str(caught.value)


def test_a_kind_is_ignored_where_its_shape_does_not_fit() -> None:
    """A kind for a folder of several kinds breaks none of the others: a note says that it was ignored."""
    frames = {"details": [{"timestamp": 1, "info": [{"content": "EXIT"}]}]}
    alone = ice_results.parse(frames)
    document = ice_results.parse(frames, kind="asr")
    assert content(document) == content(alone)
    assert [f"{each.severity}: {each}" for each in document.problems] == ["note: kind asr was ignored: this is ocr"]
    answer = ice_results.parse(smarttag_job(OCR=frames, Meta={"title": "Fen"}), kind="asr")
    assert [str(each) for each in answer.problems] == [
        "Results.Result[0].Data: kind asr was ignored: this is ocr",
        "Results.Result[1].Data: kind asr was ignored: this is meta",
    ]
    assert (answer.frames, answer.title) == (alone.frames, "Fen")


def test_a_kind_reads_what_has_only_some_of_its_keys() -> None:
    """Lines that do not say where they end are of no kind alone, and speech where the caller says so."""
    lines = [{"content": "Fen", "from": 0}, {"content": "Marsh", "from": 1}]
    with pytest.raises(ice_results.UnrecognisedDocument):
        ice_results.parse(lines)
    assert [each.text for each in ice_results.parse(lines, kind="asr").transcripts[0].segments] == ["Fen", "Marsh"]
