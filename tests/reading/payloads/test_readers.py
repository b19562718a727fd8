"""Every kind of payload as the exact records that it becomes, on small inputs written by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import (
    Activity,
    Box,
    Chapter,
    Document,
    Highlight,
    Job,
    Link,
    Notes,
    Occurrence,
    Question,
    Segment,
    SpeakerSummary,
    Tag,
    TextFrame,
    TextLine,
    Topic,
    TrackBox,
    Transcript,
    Word,
)

from ...answers import smart_job, smarttag_job, text


def smart(payload: Any, job_type: str = "ASR", **more: Any) -> Document:
    """The document of an answer of GetSmartHandleJob."""
    return ice_results.parse(text(smart_job(payload, job_type, **more)))


def tagged(**payloads: Any) -> Document:
    """The document of an answer of QuerySmarttagJob."""
    return ice_results.parse(text(smarttag_job(**payloads)))


def complaints(document: Document) -> list[Problem]:
    """The problems that are more than notes."""
    return [problem for problem in document.problems if problem.severity != "note"]


# Speech


def test_asr_of_a_smart_job_has_seconds() -> None:
    """AiResult of an ASR job is a list of lines, their seconds rounded half up to milliseconds."""
    document = smart(
        [
            {"content": "The mill is old.", "from": 0.0, "to": 1.2345},
            {"content": "It still turns.", "from": 1.2344, "to": 3},
        ]
    )
    assert document.transcripts == (
        Transcript(
            kind="asr",
            source="ASR",
            segments=(
                Segment(start_ms=0, end_ms=1235, text="The mill is old."),
                Segment(start_ms=1234, end_ms=3000, text="It still turns."),
            ),
        ),
    )
    assert document.problems == ()


def test_asr_of_a_smart_tag_job_stands_in_details() -> None:
    """The ASR result of a tagging job is the same list under `details`; what stands beside it is kept."""
    document = tagged(ASR={"details": [{"from": 2.5, "to": 4, "content": "Mind the step."}], "engine": "b"})
    (transcript,) = document.transcripts
    assert transcript == Transcript(
        kind="asr", source="ASR", segments=(Segment(start_ms=2500, end_ms=4000, text="Mind the step."),)
    )
    assert transcript.extra == {"engine": "b"}


def test_text_to_speech_is_read_in_both_its_forms() -> None:
    """Lines with `from` are in seconds, lines with `begin_time` in milliseconds; both give the same records."""
    expected = (
        Transcript(
            kind="tts",
            source="TextToSpeech",
            segments=(
                Segment(start_ms=0, end_ms=846, text="Good evening."),
                Segment(start_ms=846, end_ms=2010, text="Sit down."),
            ),
        ),
    )
    in_seconds = [
        {"content": "Good evening.", "from": 0.0, "to": 0.846},
        {"content": "Sit down.", "from": 0.846, "to": 2.01},
    ]
    in_milliseconds = [
        {"text": "Good evening.", "begin_time": 0, "end_time": 846},
        {"text": "Sit down.", "begin_time": 846, "end_time": 2010},
    ]
    assert smart(in_seconds, "TextToSpeech").transcripts == expected
    assert smart(in_milliseconds, "TextToSpeech").transcripts == expected


def test_words_of_a_line_are_in_milliseconds_and_carry_their_punctuation() -> None:
    """`words` of a line have times in milliseconds, also as text; `punc` belongs to the word's text."""
    words = [
        {"text": "Sit", "begin_time": "846", "end_time": "1100", "punc": ""},
        {"text": " down", "begin_time": 1100, "end_time": 2010, "punc": "."},
    ]
    document = smart([{"content": "Sit down.", "from": 0.846, "to": 2.01, "words": words}])
    (segment,) = document.transcripts[0].segments
    assert segment.words == (
        Word(start_ms=846, end_ms=1100, text="Sit"),
        Word(start_ms=1100, end_ms=2010, text=" down."),
    )


def test_an_avatar_video_has_lines_and_an_address() -> None:
    """AvatarVideo gives the address of the video, and in `subtitleClips` its lines as JSON text once more."""
    clips = json.dumps([{"from": 0.0, "to": 1.5, "content": "Welcome aboard."}])
    document = smart({"outputVideoUrl": "https://v.invalid/a.mp4", "subtitleClips": clips, "mask": 7}, "AvatarVideo")
    assert document.links == (Link("outputVideoUrl", "https://v.invalid/a.mp4"),)
    assert document.transcripts == (
        Transcript(
            kind="avatar",
            source="AvatarVideo",
            segments=(Segment(start_ms=0, end_ms=1500, text="Welcome aboard."),),
        ),
    )
    assert document.extra == {"AvatarVideo": {"mask": 7}}


@pytest.mark.parametrize(
    ("job_type", "payload"),
    [
        ("AvatarVideo", {"outputVideoUrl": "https://v.invalid/a.mp4\n", "subtitleClips": "[]"}),
        ("VideoTranslation", {"DetextVideoURL": "https://v.invalid/a.mp4\n"}),
    ],
)
def test_an_address_has_no_white_space_around_it(job_type: str, payload: dict[str, Any]) -> None:
    """An address that ends in a line break is the address without it."""
    assert [link.url for link in smart(payload, job_type).links] == ["https://v.invalid/a.mp4"]


def test_output_is_read_where_there_is_no_ai_result() -> None:
    """Older clients have the lines in `Output`: it is read only where AiResult is missing, and kept otherwise."""
    lines, others = (json.dumps([{"content": each, "from": 1, "to": 2}]) for each in ("Anchor up.", "Anchor down."))
    answer = smart_job(lines, Output=others)
    with_both = ice_results.parse(text(answer))
    assert [segment.text for segment in with_both.transcripts[0].segments] == ["Anchor up."]
    assert with_both.jobs[0].extra["Output"] == json.loads(others)
    for result in ({}, {"AiResult": ""}, {"AiResult": None}):
        without = ice_results.parse(text({**answer, "JobResult": result}))
        assert without.transcripts == (
            Transcript(kind="asr", source="ASR", segments=(Segment(start_ms=1000, end_ms=2000, text="Anchor down."),)),
        )


@pytest.mark.parametrize(("output", "decoded"), [("{}", {}), ("7f3a-media", "7f3a-media")])
def test_an_output_without_lines_is_no_result(output: str, decoded: object) -> None:
    """`Output` may be an empty object or a bare id: that is kept, and is neither a transcript nor an error."""
    document = ice_results.parse(text({**smart_job(""), "JobResult": {}, "Output": output}))
    assert document.transcripts == ()
    assert document.jobs[0].extra["Output"] == decoded
    assert complaints(document) == []


@pytest.mark.parametrize("spoken", ["null", " ", " null "])
@pytest.mark.parametrize("beside", [{}, {"channel": 1}])
def test_spoken_text_is_kept_as_given(spoken: str, beside: dict[str, Any]) -> None:
    """The spoken word "null" and a lone space are text, whatever other keys the rows around them have."""
    document = smart([{"content": spoken, "from": 0, "to": 1}, {"content": "and on", "from": 1, "to": 2, **beside}])
    assert [segment.text for segment in document.transcripts[0].segments] == [spoken, "and on"]


def test_a_second_time_in_a_line_is_kept() -> None:
    """A line that has both `from` and `begin_time` is timed by the first; the second stays in `extra`."""
    document = smart([{"content": "Twice.", "from": 1.0, "to": 2.0, "begin_time": 1500, "end_time": 2500}])
    (segment,) = document.transcripts[0].segments
    assert (segment.start_ms, segment.end_ms) == (1000, 2000)
    assert segment.extra == {"begin_time": 1500, "end_time": 2500}


# Texts, titles, addresses


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
    """A DynamicChart job has only the id and the address of the media that it made."""
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
def test_subtitle_links_stand_in_an_object_or_an_array(as_array: bool) -> None:
    """The addresses of subtitle files are links with their language, in an object as in an array."""
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
    """VideoTranslation gives addresses, each with its language; what is no address is kept."""
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
    """For a single language the addresses stand on the object itself."""
    payload = {
        "MediaURL": "https://v.invalid/en.mp4",
        "SpeechBilingualSubtitleURL": "https://v.invalid/two.srt",
    }
    assert smart(payload, "VideoTranslation").links == (
        Link("MediaURL", "https://v.invalid/en.mp4"),
        Link("SpeechBilingualSubtitleURL", "https://v.invalid/two.srt"),
    )


# Tags


def test_a_person_of_a_video_has_a_box_at_an_instant() -> None:
    """A person's occurrence has seconds, a score, the shot type, and its box at the instant of `timestamp`."""
    occurrence = {
        "score": 0.91,
        "from": 4.02,
        "to": 9.64,
        "position": {"leftTop": [211, 97], "rightBottom": [388, 305]},
        "timestamp": 5.48,
        "scene": "closeUp",
    }
    person = {"name": "Ottilie Brandt", "category": "celebrity", "ratio": 0.31, "occurrences": [occurrence]}
    document = tagged(VideoLabel={"persons": [person]})
    assert document.tags == (
        Tag(
            kind="person",
            level1="celebrity",
            name="Ottilie Brandt",
            share=0.31,
            source="VideoLabel",
            occurrences=(
                Occurrence(
                    start_ms=4020,
                    end_ms=9640,
                    score=0.91,
                    boxes=(TrackBox(at_ms=5480, box=Box(211, 97, 388, 305)),),
                    scene="closeUp",
                ),
            ),
        ),
    )
    assert document.problems == ()


def test_a_score_of_minus_one_is_none() -> None:
    """Unknown faces have a score of −1, which means that there is none; 0 is a score."""
    occurrences = [{"score": -1.0, "from": 0, "to": 1}, {"score": 0.0, "from": 1, "to": 2}]
    document = tagged(VideoLabel={"persons": [{"name": "", "category": "unknown", "occurrences": occurrences}]})
    (tag,) = document.tags
    assert (tag.name, tag.level1) == (None, "unknown")
    assert [each.score for each in tag.occurrences] == [None, 0.0]


def test_object_tags_and_classes_of_a_video() -> None:
    """A tag's main name stands above its sub-name, a class's first category above the second."""
    payload = {
        "tags": [
            {
                "mainTagName": "Vehicles",
                "subTagName": "Cargo bicycle",
                "ratio": 0.5,
                "occurrences": [{"score": 0.7, "from": 12, "to": 15.5}],
            }
        ],
        "classifications": [{"score": 0.8, "category1": "Crafts", "category2": "Bookbinding"}],
        "message": "fine",
        "success": True,
    }
    document = tagged(VideoLabel=payload)
    assert document.tags == (
        Tag(
            kind="object tag",
            level1="Vehicles",
            name="Cargo bicycle",
            share=0.5,
            source="VideoLabel",
            occurrences=(Occurrence(start_ms=12000, end_ms=15500, score=0.7),),
        ),
        Tag(kind="classification", level1="Crafts", name="Bookbinding", score=0.8, source="VideoLabel"),
    )
    assert document.extra == {"VideoLabel": {"message": "fine", "success": True}}


def test_persons_and_tags_of_an_image_have_no_times() -> None:
    """A person of an image has its score itself, and its box and shot type in an occurrence without times."""
    payload = {
        "persons": [
            {
                "name": "Caspar",
                "category": "sensitive",
                "score": 0.6,
                "position": {"leftTop": [17, 29], "rightBottom": [151, 263]},
                "scene": "medium",
            }
        ],
        "tags": [{"mainTagName": "Garden", "subTagName": "Rain barrel", "score": 0.5}],
    }
    assert tagged(ImageLabel=payload).tags == (
        Tag(
            kind="person",
            level1="sensitive",
            name="Caspar",
            score=0.6,
            source="ImageLabel",
            occurrences=(Occurrence(boxes=(TrackBox(box=Box(17, 29, 151, 263)),), scene="medium"),),
        ),
        Tag(kind="object tag", level1="Garden", name="Rain barrel", score=0.5, source="ImageLabel"),
    )


def test_values_of_a_text_label_are_separated_by_commas() -> None:
    """Every value of a text label is a tag of its own under the label's name."""
    document = tagged(TextLabel={"tags": [{"name": "Region", "value": "Fen, Marsh,Heath"}, {"name": "Brand"}]})
    assert document.tags == (
        Tag(kind="text tag", level1="Region", name="Fen", source="TextLabel"),
        Tag(kind="text tag", level1="Region", name="Marsh", source="TextLabel"),
        Tag(kind="text tag", level1="Region", name="Heath", source="TextLabel"),
        Tag(kind="text tag", level1="Brand", source="TextLabel"),
    )


def test_the_four_lists_of_a_cpv_label() -> None:
    """Each list is a kind of tag; an empty label is no name, and the level above it is the tag's label."""
    times = [{"score": 0.9, "startTime": 0.021, "endTime": 29.021}]
    track = {"score": 0.4, "bbox": [31, 59, 173, 211], "timestamp": 7.9}
    payload = {
        "type": "auto",
        "cates": [
            {
                "labelLevel1": "Travel",
                "labelLevel2": "Rivers",
                "label": "",
                "appearanceProbability": 0.96,
                "detailInfo": times,
            }
        ],
        "entities": [
            {
                "labelLevel1": "Place",
                "labelLevel2": "Weir",
                "label": "Old Weir",
                "appearanceProbability": 0.07,
                "knowledgeInfo": '{"name": "Old Weir", "alias": ["The Step"]}',
                "detailInfo": [{"score": 0.3, "startTime": 6, "endTime": 8, "trackData": [track]}],
            }
        ],
        "hotwords": [{"labelLevel1": "Keyword", "labelLevel2": "", "label": "flood"}],
        "freeTags": [{"labelLevel1": "Keyword", "labelLevel2": "", "label": "eel"}],
    }
    document = tagged(CPVLabel=payload)
    assert document.tags == (
        Tag(
            kind="category",
            level1="Travel",
            level2="Rivers",
            name=None,
            share=0.96,
            source="CPVLabel",
            occurrences=(Occurrence(start_ms=21, end_ms=29021, score=0.9),),
        ),
        Tag(
            kind="entity",
            level1="Place",
            level2="Weir",
            name="Old Weir",
            share=0.07,
            source="CPVLabel",
            knowledge={"name": "Old Weir", "alias": ["The Step"]},
            occurrences=(
                Occurrence(
                    start_ms=6000,
                    end_ms=8000,
                    score=0.3,
                    boxes=(TrackBox(at_ms=7900, box=Box(31, 59, 173, 211), score=0.4),),
                ),
            ),
        ),
        Tag(kind="hotword", level1="Keyword", level2=None, name="flood", source="CPVLabel"),
        Tag(kind="free tag", level1="Keyword", level2=None, name="eel", source="CPVLabel"),
    )
    assert [tag.label for tag in document.tags] == ["Rivers", "Old Weir", "flood", "eel"]
    assert document.extra == {"CPVLabel": {"type": "auto"}}


# Text in frames


def test_recognised_text_has_a_box_and_a_style() -> None:
    """A frame has an instant and lines; the codes of `textType` are words, one that is new stays as text."""
    info = [
        {
            "content": "PLATFORM 4",
            "score": 0.96,
            "textType": 0,
            "position": {"leftTop": [43, 601], "rightBottom": [557, 663]},
        },
        {"content": "late by an hour", "score": -1, "textType": "1"},
        {"content": "CHANNEL", "textType": 2},
        {"content": "?", "textType": 7},
        {"content": "plain"},
    ]
    document = tagged(OCR={"details": [{"timestamp": 7.36, "info": info}]})
    assert document.frames == (
        TextFrame(
            at_ms=7360,
            lines=(
                TextLine(text="PLATFORM 4", box=Box(43, 601, 557, 663), score=0.96, style="normal"),
                TextLine(text="late by an hour", style="scrolling"),
                TextLine(text="CHANNEL", style="fixed"),
                TextLine(text="?", style="7"),
                TextLine(text="plain"),
            ),
        ),
    )
    assert document.problems == ()


# Language


def test_a_sentence_is_the_words_of_one_id_in_time_order() -> None:
    """Words of one sentence may stand in several paragraphs and in any order; sentences come in time order."""
    paragraphs = [
        {
            "paragraphId": "p2",
            "speakerId": "2",
            "words": [{"id": 4, "sentenceId": 8, "start": 3000, "end": 3400, "text": "Agreed."}],
        },
        {
            "paragraphId": "p3",
            "speakerId": "1",
            "words": [{"id": 3, "sentenceId": 7, "start": 1900, "end": 2500, "text": " gates."}],
        },
        {
            "paragraphId": "p1",
            "speakerId": "1",
            "words": [
                {"id": 2, "sentenceId": 7, "start": 1400, "end": 1900, "text": " the"},
                {"id": 1, "sentenceId": 7, "start": 1000, "end": 1400, "text": "Close"},
            ],
        },
    ]
    document = tagged(NLP={"transcription": {"paragraphs": paragraphs}})
    (transcript,) = document.transcripts
    assert transcript == Transcript(
        kind="transcription",
        source="NLP",
        segments=(
            Segment(
                start_ms=1000,
                end_ms=2500,
                text="Close the gates.",
                id="7",
                speaker="1",
                words=(
                    Word(start_ms=1000, end_ms=1400, text="Close", id="1"),
                    Word(start_ms=1400, end_ms=1900, text=" the", id="2"),
                    Word(start_ms=1900, end_ms=2500, text=" gates.", id="3"),
                ),
            ),
            Segment(
                start_ms=3000,
                end_ms=3400,
                text="Agreed.",
                id="8",
                speaker="2",
                words=(Word(start_ms=3000, end_ms=3400, text="Agreed.", id="4"),),
            ),
        ),
    )
    assert [segment.extra for segment in transcript.segments] == [
        {"paragraphId": ["p3", "p1"]},
        {"paragraphId": "p2"},
    ]
    assert document.problems == ()


def test_ids_are_texts_or_numbers_and_one_key_is_sometimes_misspelt() -> None:
    """`sentenceId` may be spelt `sentenctId`; ids and speakers are text in the records, however they came."""
    words = [
        {"id": "1", "sentenctId": "5", "start": 0, "end": 400, "text": "Half"},
        {"id": 2, "sentenceId": 5, "start": 400, "end": 900, "text": " way"},
    ]
    document = tagged(NLP={"transcription": {"paragraphs": [{"paragraphId": 12, "speakerId": 3, "words": words}]}})
    (segment,) = document.transcripts[0].segments
    assert (segment.text, segment.id, segment.speaker) == ("Half way", "5", "3")
    assert segment.extra == {"paragraphId": "12"}


def test_a_lone_space_among_words_is_kept() -> None:
    """The words carry the spaces: a word that is only a space stays, also beside a word with unknown keys."""
    words = [
        {"id": 1, "sentenceId": 1, "start": 0, "end": 10, "text": "up"},
        {"id": 2, "sentenceId": 1, "start": 10, "end": 20, "text": " "},
        {"id": 3, "sentenceId": 1, "start": 20, "end": 30, "text": "stream", "volume": 3},
    ]
    document = tagged(NLP={"transcription": {"paragraphs": [{"paragraphId": "p", "words": words}]}})
    assert document.transcripts[0].segments[0].text == "up stream"


def test_a_translation_has_sentences() -> None:
    """Translated sentences have milliseconds and their text as given, a space at its end included."""
    sentences = [
        {"sentenceId": 8, "start": 3000, "end": 3400, "text": "D'accord."},
        {"sentenceId": 7, "start": 1000, "end": 2500, "text": "Fermez les portes. "},
    ]
    document = tagged(NLP={"translation": {"paragraphs": [{"paragraphId": "p1", "sentences": sentences}]}})
    (transcript,) = document.transcripts
    assert transcript == Transcript(
        kind="translation",
        source="NLP",
        segments=(
            Segment(start_ms=1000, end_ms=2500, text="Fermez les portes. ", id="7"),
            Segment(start_ms=3000, end_ms=3400, text="D'accord.", id="8"),
        ),
    )
    assert [segment.extra for segment in transcript.segments] == [{"paragraphId": "p1"}] * 2


def test_chapters_have_milliseconds_a_title_and_a_summary() -> None:
    """A chapter's headline is its title."""
    chapter = {"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Two days of pumping."}
    assert tagged(NLP={"autoChapters": [chapter]}).chapters == (
        Chapter(start_ms=0, end_ms=61000, title="Draining", summary="Two days of pumping.", id="1"),
    )


def test_summaries_and_meeting_notes_are_one_record() -> None:
    """Both parts make one record of notes; an action from 0 to 0 has no time."""
    summarization = {
        "paragraphTitle": "Winter works",
        "paragraphSummary": "Locks are repaired in winter.",
        "conversationalSummary": [{"speakerId": 1, "speakerName": "Wilhelmina", "summary": "She plans."}],
        "questionsAnsweringSummary": [
            {
                "question": "When is the lock dry?",
                "sentenceIdsOfQuestion": [3, "4"],
                "answer": "In the second week.",
                "sentenceIdsOfAnswer": [5],
            }
        ],
        "mindMapSummary": [
            {"title": "Canal", "topic": [{"title": "Repairs", "topic": [{"title": "Seals", "topic": []}]}]}
        ],
    }
    meeting = {
        "keywords": ["stop log", "seal"],
        "keySentences": [{"id": 1, "sentenceId": 3, "start": 7000, "end": 7800, "text": "Seals come first."}],
        "actions": [{"id": 2, "sentenceId": 4, "start": 0, "end": 0, "text": "Order two seals."}],
        "classifications": {"interview": 0.1, "lecture": 0.2, "meeting": 0.7},
    }
    document = tagged(NLP={"summarization": summarization, "meetingAssistance": meeting})
    assert document.notes == Notes(
        title="Winter works",
        summary="Locks are repaired in winter.",
        speakers=(SpeakerSummary(speaker="1", name="Wilhelmina", summary="She plans."),),
        questions=(
            Question(
                question="When is the lock dry?",
                answer="In the second week.",
                question_sentence_ids=("3", "4"),
                answer_sentence_ids=("5",),
            ),
        ),
        mind_map=(Topic(title="Canal", topics=(Topic(title="Repairs", topics=(Topic(title="Seals"),)),)),),
        keywords=("stop log", "seal"),
        key_sentences=(Highlight(id="1", sentence_id="3", start_ms=7000, end_ms=7800, text="Seals come first."),),
        actions=(Highlight(id="2", sentence_id="4", text="Order two seals."),),
        scenes={"interview": 0.1, "lecture": 0.2, "meeting": 0.7},
    )
    assert document.problems == ()


def test_keywords_may_be_objects() -> None:
    """A keyword that is an object gives its text; the object is kept beside it."""
    keyword = {"word": "seal", "weight": 3}
    notes = tagged(NLP={"meetingAssistance": {"keywords": ["stop log", keyword]}}).notes
    assert notes is not None
    assert notes.keywords == ("stop log", "seal")
    assert notes.extra == {"keywords": [keyword]}


WORDS = [{"id": 1, "sentenceId": 1, "start": 0, "end": 900, "text": "Close the gates."}]
TRANSCRIPTION = {"paragraphs": [{"paragraphId": "p1", "speakerId": "1", "words": WORDS}]}
CHAPTERS = [{"id": 1, "start": 0, "end": 61000, "headline": "Draining", "summary": "Two days of pumping."}]
PASCAL = {
    "TaskId": "t-1",
    "Transcription": {
        "AudioInfo": {"Size": 12},
        "Paragraphs": [
            {
                "ParagraphId": "p1",
                "SpeakerId": "1",
                "Words": [{"Id": 1, "SentenceId": 1, "Start": 0, "End": 900, "Text": "Close the gates."}],
            }
        ],
    },
    "AutoChapters": [{"Id": 1, "Start": 0, "End": 61000, "Headline": "Draining", "Summary": "Two days of pumping."}],
}


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param(
            {"transcription": {"transcription": TRANSCRIPTION}, "autoChapters": {"autoChapters": CHAPTERS}},
            id="double wrapped",
        ),
        pytest.param(
            {
                "transcription": {"TaskId": "t-1", "transcription": TRANSCRIPTION},
                "autoChapters": {"TaskId": "t-1", "autoChapters": CHAPTERS},
            },
            id="double wrapped with a TaskId",
        ),
        pytest.param(
            {"transcription": json.dumps(TRANSCRIPTION), "autoChapters": json.dumps(CHAPTERS)}, id="parts as JSON text"
        ),
        pytest.param(
            {"transcription": TRANSCRIPTION, "autoChapters": CHAPTERS, "summarization": None, "translation": "null"},
            id="empty parts",
        ),
        pytest.param(PASCAL, id="other case"),
    ],
)
def test_every_wrapping_of_the_language_parts_is_read_alike(payload: dict[str, Any]) -> None:
    """Double wrapped parts, parts as JSON text, empty parts and keys of another case make no difference."""
    document = tagged(NLP=payload)
    plain = tagged(NLP={"transcription": TRANSCRIPTION, "autoChapters": CHAPTERS})
    assert [segment.text for segment in plain.transcripts[0].segments] == ["Close the gates."]
    assert (document.transcripts, document.chapters, document.notes) == (plain.transcripts, plain.chapters, None)
    assert document.problems == ()


# Jobs and workflows


def test_a_smart_job_has_its_settings_decoded() -> None:
    """Configurations and user data that are JSON text are decoded; user data that is plain text stays text."""
    info = {
        "JobType": "TextToSpeech",
        "Title": "Evening",
        "Description": "",
        "UserId": 77,
        "InputConfig": {"InputFile": "Good evening.", "JobParameters": '{"speed":"1"}'},
        "EditingConfig": '{"voice":"Marlow"}',
        "OutputConfig": {"Bucket": "quay", "Object": "a"},
        "CreateTime": "2031-02-03T04:05:06Z",
        "ModifiedTime": "2031-02-03T05:06:07Z\n",
    }
    answer = {"RequestId": "R", "JobId": "J", "State": "Executing", "UserData": "shelf B", "SmartJobInfo": info}
    (job,) = ice_results.parse(text(answer)).jobs
    assert job == Job(
        operation="GetSmartHandleJob",
        id="J",
        type="TextToSpeech",
        state="running",
        raw_state="Executing",
        title="Evening",
        created="2031-02-03T04:05:06Z",
        modified="2031-02-03T05:06:07Z",
        user_id="77",
        user_data="shelf B",
        input={"InputFile": "Good evening.", "JobParameters": {"speed": "1"}},
        output={"Bucket": "quay", "Object": "a"},
        parameters={"voice": "Marlow"},
    )
    assert job.extra == {"RequestId": "R"}


@pytest.mark.parametrize(
    ("raw_state", "state"),
    [
        *((word, "queued") for word in ("Created", "Submitted", "reserved")),
        *((word, "running") for word in ("Executing", "Processing", "Transcoding", "init", "Init", "analyzing")),
        *((word, "running") for word in ("analysing", "running")),
        *((word, "succeeded") for word in ("Finished", "Success", "success", "Succeed", "TranscodeSuccess")),
        ("partial-succeeded", "partial"),
        *((word, "failed") for word in ("Failed", "Fail", "fail", "TranscodeFail")),
        *((word, "canceled") for word in ("Canceled", "TranscodeCancelled")),
        ("Hibernating", "unknown"),
    ],
)
def test_states_have_one_vocabulary(raw_state: str, state: str) -> None:
    """Every word for a state stands beside one of ours; a word that is new is unknown, never an error."""
    document = ice_results.parse(text({"TranscodeJobDetail": {"JobId": "J", "Status": raw_state}}))
    assert [(job.state, job.raw_state) for job in document.jobs] == [(state, raw_state)]
    assert complaints(document) == []


NODES = {
    "Dub it, please": {
        "ActivityId": "VideoTranslation",
        "ActivityInstanceId": "i-2",
        "Status": "Failed",
        "StartTime": "2033-01-05T01:10:00Z",
        "EndTime": "2033-01-05T01:20:00Z",
        "Result": json.dumps({"Success": False, "MessageBody": {"TriggerSource": json.dumps({"BizType": "flow"})}}),
    },
    "Begin": {
        "ActivityId": "start",
        "ActivityInstanceId": "i-1",
        "Status": "Succeed",
        "StartTime": "2033-01-05T01:00:00Z",
        "Result": json.dumps({"bizType": 8, "taskInput": json.dumps({"Media": "m-1"})}),
    },
}


def workflow(nodes: Any) -> Document:
    """The document of a workflow task that reports success."""
    detail = {"TaskId": "T-1", "Status": "Succeed", "ActivityResults": nodes}
    return ice_results.parse(text({"RequestId": "R", "JobType": "workflow", "WorkflowTaskDetail": detail}))


def test_the_nodes_of_a_workflow_are_activities() -> None:
    """One activity for each node, its result decoded to the last level; the start node has no end."""
    assert workflow(json.dumps(NODES)).activities == (
        Activity(
            node="Dub it, please",
            activity="VideoTranslation",
            instance_id="i-2",
            state="failed",
            raw_state="Failed",
            started="2033-01-05T01:10:00Z",
            ended="2033-01-05T01:20:00Z",
            result={"Success": False, "MessageBody": {"TriggerSource": {"BizType": "flow"}}},
        ),
        Activity(
            node="Begin",
            activity="start",
            instance_id="i-1",
            state="succeeded",
            raw_state="Succeed",
            started="2033-01-05T01:00:00Z",
            result={"bizType": 8, "taskInput": {"Media": "m-1"}},
        ),
    )


def test_a_task_with_a_failed_node_is_partial() -> None:
    """A task that succeeded while one of its nodes failed is partial; without such a node it succeeded."""
    (partial,) = workflow(json.dumps(NODES)).jobs
    assert (partial.id, partial.type, partial.state, partial.raw_state) == ("T-1", "workflow", "partial", "Succeed")
    (whole,) = workflow(json.dumps({"Begin": NODES["Begin"]})).jobs
    assert whole.state == "succeeded"


def test_both_escaping_forms_of_activity_results_are_equal() -> None:
    """Nodes escaped one level more than documented, or decoded already, are read like the documented form."""
    once = json.dumps(NODES)
    documented = workflow(once)
    assert len(documented.activities) == 2
    assert workflow(json.dumps(once)[1:-1]) == documented
    assert workflow(json.dumps(once)) == documented
    assert workflow(NODES) == documented


def test_activity_results_in_prose_are_kept() -> None:
    """Nodes that are described in words are kept as text, with a warning."""
    document = workflow("Two nodes ran, one of them failed.")
    assert document.activities == ()
    assert "Two nodes ran, one of them failed." in document.extra.values()
    assert [problem.severity for problem in complaints(document)] == ["warning"]


def test_the_details_of_jobs_have_their_settings_by_name() -> None:
    """Templates and configurations of a job are its parameters, decoded; the detail asked for comes first."""
    answer = {
        "JobType": "snapshot",
        "TranscodeJobDetail": {
            "JobId": "t",
            "UserId": 5,
            "VideoId": "v",
            "Status": "Transcoding",
            "TemplateId": "tpl",
            "Definition": "SD",
            "CreateTime": "2033-01-02T01:00:00Z",
            "CompleteTime": "2033-01-02T02:00:00Z",
        },
        "SnapshotJobDetail": {"JobId": "s", "Status": "Success", "Trigger": "Auto", "NormalConfig": '{"num":3}'},
    }
    snapshot, transcode = ice_results.parse(text(answer)).jobs
    assert snapshot == Job(
        operation="GetJobDetail",
        id="s",
        type="snapshot",
        state="succeeded",
        raw_state="Success",
        parameters={"NormalConfig": {"num": 3}},
    )
    assert snapshot.extra["Trigger"] == "Auto"
    assert transcode == Job(
        operation="GetJobDetail",
        id="t",
        type="transcode",
        state="running",
        raw_state="Transcoding",
        created="2033-01-02T01:00:00Z",
        modified="2033-01-02T02:00:00Z",
        user_id="5",
        media_id="v",
        parameters={"TemplateId": "tpl", "Definition": "SD"},
    )


def test_a_list_of_jobs_has_no_results() -> None:
    """ListSmartJobs gives one job for each row, and a note that the results have to be queried."""
    rows = [
        {"JobId": "a", "JobType": "ASR", "JobState": "Finished", "UserId": 5},
        {"JobId": "b", "JobState": "Created", "UserData": '{"farm":"north"}'},
    ]
    document = ice_results.parse(text({"SmartJobList": rows, "NextToken": "n", "MaxResults": "2"}))
    assert document.jobs == (
        Job(operation="ListSmartJobs", id="a", type="ASR", state="succeeded", raw_state="Finished", user_id="5"),
        Job(operation="ListSmartJobs", id="b", state="queued", raw_state="Created", user_data={"farm": "north"}),
    )
    assert document.extra == {"NextToken": "n", "MaxResults": "2"}
    assert [problem.severity for problem in document.problems] == ["note"]


def test_a_message_about_a_tagging_job_is_its_state() -> None:
    """The message of a state change gives the job and a note that it holds no results."""
    document = ice_results.parse(text({"Type": "smarttag", "JobId": "J", "State": "Fail", "UserData": '{"q":1}'}))
    assert document.jobs == (
        Job(
            operation="QuerySmarttagJob", id="J", type="smarttag", state="failed", raw_state="Fail", user_data={"q": 1}
        ),
    )
    assert [problem.severity for problem in document.problems] == ["note"]


@pytest.mark.parametrize("nested", ["doc", "lower", "direct", "single"])
def test_results_are_found_in_every_nesting(nested: str) -> None:
    """Results stand in `Results.Result[]`, in `Results.result[]`, directly in `Results`, or as a single object."""
    result = {"Type": "Meta", "Data": '{"title":"The long bridge"}\t\n'}
    results: Any = {
        "doc": {"Result": [result]},
        "lower": {"result": [result]},
        "direct": [result],
        "single": {"Result": result},
    }[nested]
    document = ice_results.parse(text({"JobStatus": "Success", "Results": results}))
    assert document == Document(
        jobs=(Job(operation="QuerySmarttagJob", state="succeeded", raw_state="Success"),), title="The long bridge"
    )


def test_keys_in_snake_case_are_the_same_keys() -> None:
    """An attribute dump of an SDK, with keys in snake case and nulls kept, gives the records of the response."""
    lines = json.dumps([{"content": "Anchor up.", "from": 1, "to": 2}])
    info = {"Title": "Evening", "JobType": "ASR", "UserId": "77", "CreateTime": "2031-02-03T04:05:06Z"}
    dump = {
        "job_id": "J",
        "state": "Finished",
        "output": None,
        "error_code": None,
        "job_result": {"ai_result": lines, "media_id": "m", "usage": None},
        "smart_job_info": {
            "title": "Evening",
            "job_type": "ASR",
            "user_id": "77",
            "create_time": "2031-02-03T04:05:06Z",
            "input_config": None,
        },
    }
    response = {
        "JobId": "J",
        "State": "Finished",
        "SmartJobInfo": info,
        "JobResult": {"AiResult": lines, "MediaId": "m"},
    }
    document = ice_results.parse(text(dump))
    assert document == ice_results.parse(text(response))
    assert document.jobs[0].title == "Evening"
    assert len(document.transcripts[0].segments) == 1


def test_what_a_second_object_says_otherwise_is_kept() -> None:
    """Where the answer and its SmartJobInfo say different things, the answer counts and the other is kept."""
    answer = smart_job([{"content": "Anchor up.", "from": 1, "to": 2}], UserData="of the answer")
    answer["SmartJobInfo"]["UserData"] = "of the job"
    (job,) = ice_results.parse(text(answer)).jobs
    assert job.user_data == "of the answer"
    assert "of the job" in str(job.extra)


def test_a_second_title_is_kept() -> None:
    """Of two Meta results the first gives the title of the document, and the second is kept."""
    results = [{"Type": "Meta", "Data": json.dumps({"title": title})} for title in ("The long bridge", "The ferry")]
    document = ice_results.parse(text({"JobStatus": "Success", "Results": {"Result": results}}))
    assert document.title == "The long bridge"
    assert "The ferry" in str(document.extra)


WORKFLOW = {
    "TaskId": "T-1",
    "Status": "Succeed",
    "ActivityResults": json.dumps({"n": {"ActivityId": "start", "Status": "Failed"}}),
}


@pytest.mark.parametrize(
    ("half", "expected"),
    [
        (
            {"MediaId": "M-1", "AiResult": json.dumps([{"content": "早。", "from": 0, "to": 1}])},
            ("GetSmartHandleJob", None, "M-1"),
        ),
        (WORKFLOW, ("GetJobDetail", "workflow", None)),
        ({"TaskId": "T-2", "Status": "Processing"}, ("GetJobDetail", "workflow", None)),
        ({"JobId": "J", "Status": "Success", "VideoId": "V", "NormalConfig": "{}"}, ("GetJobDetail", "snapshot", "V")),
        ({"JobId": "J", "Status": "success", "MediaId": "M", "TemplateConfig": "{}"}, ("GetJobDetail", "ai", "M")),
        (
            {"JobId": "J", "Status": "TranscodeFail", "VideoId": "V", "Definition": "HD"},
            ("GetJobDetail", "transcode", "V"),
        ),
        ({"JobId": "J", "Status": "running"}, (None, None, None)),
    ],
    ids=["JobResult", "task", "running task", "snapshot", "ai", "transcode", "a job"],
)
def test_half_an_answer_is_read(half: dict[str, Any], expected: tuple[str | None, ...]) -> None:
    """A part of an answer that was saved on its own gives the job that it is about."""
    document = ice_results.parse(text(half))
    assert document.job is not None
    assert (document.job.operation, document.job.type, document.job.media_id) == expected


def test_half_a_task_is_partial_where_a_node_failed() -> None:
    """A task saved without its answer has its activities, and is partial."""
    document = ice_results.parse(text(WORKFLOW))
    assert [(each.node, each.state) for each in document.activities] == [("n", "failed")]
    assert document.job is not None
    assert document.job.state == "partial"


@pytest.mark.parametrize(
    "results",
    [{"Result": [{"Type": "Meta", "Data": '{"title": "晨雾"}'}]}, [{"Type": "Meta", "Data": '{"title": "晨雾"}'}]],
    ids=["Results", "list"],
)
def test_results_without_their_answer_are_read(results: Any) -> None:
    """The results of a tagging job, saved without the job, have the same records."""
    assert ice_results.parse(json.dumps(results)).title == "晨雾"
