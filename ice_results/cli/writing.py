"""Options of the command line that say how formats are written; each help text begins with what it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from .parameters import PROFILE, REGION, SPEAKER_NAME, TEXT, with_options

F = TypeVar("F", bound=Callable[..., Any])


def format_options(command: F) -> F:
    """The options of formats that `convert` takes, in the order of its help."""
    return with_options(command, _OPTIONS)


_OPTIONS = (
    click.option(
        "--profile",
        type=PROFILE,
        metavar="NAME|FILE",
        help="Captions: name of a profile, or a TOML file with your own.",
    ),
    click.option(
        "--language",
        type=TEXT,
        metavar="CODE",
        help="Captions, chapters.xml: language of the speech or titles, where the text does not show it.",
    ),
    click.option(
        "--translation-language",
        type=TEXT,
        metavar="CODE",
        help="Captions: language of the translation, where the text does not show it.",
    ),
    click.option(
        "--speakers",
        type=click.Choice(["change", "always", "never"]),
        help="Captions: when to put the speaker's name before the text; by default never, or on change with --speaker.",
    ),
    click.option(
        "--speaker",
        "speaker_names",
        multiple=True,
        type=SPEAKER_NAME,
        metavar="ID=NAME",
        help="Captions, transcripts: name of a speaker; repeatable.",
    ),
    click.option(
        "--drop-trailing-punctuation", is_flag=True, help="Captions: leave out ， and 。 at the end of a line."
    ),
    click.option(
        "--bilingual", is_flag=True, help="Captions: add a track with transcript and translation in each cue."
    ),
    click.option(
        "--first",
        type=click.Choice(["original", "translation"]),
        help="Captions: language on top in a bilingual track.",
    ),
    click.option(
        "--region",
        type=REGION,
        metavar="L,T,R,B",
        help="Captions: area of the picture that shows the dialogue, in pixels.",
    ),
    click.option("--words", is_flag=True, help="Captions: mark when each word is spoken, where the format can."),
    click.option("--bom", is_flag=True, help="Text files: start with a byte order mark, as some Windows players need."),
    click.option("--crlf", is_flag=True, help="Text files: use Windows line endings."),
    click.option("--times", is_flag=True, help="txt: put the time before each sentence."),
    click.option(
        "--front-matter", is_flag=True, help="transcript.md: start with title, source, language and speakers as YAML."
    ),
    click.option(
        "--translation",
        type=click.Choice(["none", "below", "beside"]),
        help="transcript.md: where to put the translation.",
    ),
    click.option("--chunk-size", type=int, metavar="N", help="chunks.jsonl: maximum number of characters in a chunk."),
    click.option(
        "--overlap",
        type=int,
        metavar="N",
        help="chunks.jsonl: number of characters that a chunk repeats of the previous one.",
    ),
    click.option("--one-speaker", is_flag=True, help="chunks.jsonl: start a new chunk when the speaker changes."),
    click.option(
        "--no-formula-guard", is_flag=True, help="Tables: put no apostrophe before text that looks like a formula."
    ),
    click.option(
        "--excel", is_flag=True, help="Tables: start CSV with a byte order mark, without which Excel garbles Chinese."
    ),
    click.option(
        "--fill-gaps", is_flag=True, help="Chapters: cover everything from 0 to the end without gaps, as MP4 requires."
    ),
    click.option(
        "--markers",
        type=TEXT,
        metavar="KINDS",
        help="Markers: what to mark, of chapters, key-sentences, actions and tags, with commas.",
    ),
    click.option(
        "--fps",
        type=TEXT,
        metavar="RATE",
        help="Markers and boxes: frame rate, such as 25, 29.97 or 30000/1001.",
    ),
    click.option(
        "--start-timecode",
        type=TEXT,
        metavar="TIMECODE",
        help="Markers: timecode of the first frame; HH:MM:SS;FF for drop-frame.",
    ),
    click.option(
        "--frame-size",
        type=TEXT,
        metavar="WxH",
        help="Boxes, markers.fcpxml: size of the picture, such as 1920x1080.",
    ),
)
