"""The command line: arguments in, messages and an exit status out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from .._version import __version__
from .edits import edit_options, edits_of
from .parameters import ENCODING, FORMAT_NAMES, JOBS, KIND, REGION, SPEAKER_NAME, TEXT
from .streams import ALL_DONE, SOMETHING_FAILED, is_terminal, print_out, tell, with_progress
from .values import asked, checked, format_names, options_of

_KIND = click.option(
    "--kind",
    type=KIND,
    metavar="KIND",
    help="Kind of a payload that was saved on its own, such as asr or nlp.",
)
_ENCODING = click.option(
    "--encoding",
    type=ENCODING,
    metavar="NAME",
    help="Encoding of the input, such as big5; UTF-8, UTF-16, UTF-32 and GB18030 are detected.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ice-results")
def main() -> None:
    """Turn saved results of Alibaba Cloud's media-AI services into subtitles, tags, chapters and tables.

    \b
    ice-results convert saved/ -o out/       convert a folder to the default formats
    ice-results convert talk.json -o out --to srt,vtt
    ice-results show talk.json               show what is in a file
    ice-results check saved/                 list what is wrong
    ice-results unwrap talk.json | less      print it with every escaped level decoded
    ice-results formats                      list the formats
    """


@main.command(short_help="Convert files, folders, globs or standard input.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=TEXT,
    metavar="DIR",
    help="Folder for the output, or - for standard output.",
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=FORMAT_NAMES,
    metavar="FORMAT",
    help="Format to write; separate several with commas, or repeat the option.",
)
@_KIND
@_ENCODING
@click.option("--overwrite", is_flag=True, help="Replace existing files.")
@click.option(
    "-j",
    "--jobs",
    type=JOBS,
    default="1",
    show_default=True,
    metavar="N",
    help="How many processes work at once; auto for one on each processor.",
)
@click.option(
    "--log",
    type=TEXT,
    metavar="FILE",
    help="A line of JSON for each input; the next run with the same file skips what is done.",
)
@click.option("-v", "--verbose", is_flag=True, help="List every change that a format required.")
@click.option("--strict", is_flag=True, help="Refuse documents that have problems.")
@click.option(
    "--profile",
    type=TEXT,
    metavar="NAME|FILE",
    help="Captions: name of a profile, or a TOML file with your own.",
)
@click.option(
    "--language",
    type=TEXT,
    metavar="CODE",
    help="Captions, chapters.xml: language of the text, where its script does not show it.",
)
@click.option(
    "--speakers",
    type=click.Choice(["change", "always", "never"]),
    help="Captions: when to put the speaker's name before the text.",
)
@click.option(
    "--speaker",
    "speaker_names",
    multiple=True,
    type=SPEAKER_NAME,
    metavar="ID=NAME",
    help="Captions, transcripts: name of a speaker; repeatable.",
)
@click.option("--drop-trailing-punctuation", is_flag=True, help="Captions: leave out ， and 。 at the end of a line.")
@click.option("--bilingual", is_flag=True, help="Captions: add a track with transcript and translation in each cue.")
@click.option(
    "--first", type=click.Choice(["original", "translation"]), help="Captions: language on top in a bilingual track."
)
@click.option(
    "--region", type=REGION, metavar="L,T,R,B", help="Captions: area of the picture that shows the dialogue, in pixels."
)
@click.option("--words", is_flag=True, help="Captions: mark when each word is spoken, where the format can.")
@click.option("--bom", is_flag=True, help="Text files: start with a byte order mark, as some Windows players need.")
@click.option("--crlf", is_flag=True, help="Text files: use Windows line endings.")
@click.option("--times", is_flag=True, help="txt: put the time before each sentence.")
@click.option(
    "--front-matter", is_flag=True, help="transcript.md: start with title, source, language and speakers as YAML."
)
@click.option(
    "--translation", type=click.Choice(["none", "below", "beside"]), help="transcript.md: where to put the translation."
)
@click.option("--chunk-size", type=int, metavar="N", help="chunks.jsonl: maximum number of characters in a chunk.")
@click.option(
    "--overlap",
    type=int,
    metavar="N",
    help="chunks.jsonl: number of characters that a chunk repeats of the previous one.",
)
@click.option("--one-speaker", is_flag=True, help="chunks.jsonl: start a new chunk when the speaker changes.")
@click.option(
    "--no-formula-guard", is_flag=True, help="Tables: put no apostrophe before text that looks like a formula."
)
@click.option(
    "--excel", is_flag=True, help="Tables: start CSV with a byte order mark, without which Excel garbles Chinese."
)
@click.option(
    "--fill-gaps", is_flag=True, help="Chapters: cover everything from 0 to the end without gaps, as MP4 requires."
)
@click.option(
    "--markers",
    type=TEXT,
    metavar="KINDS",
    help="Markers: what to mark, of chapters, key-sentences, actions and tags, with commas.",
)
@click.option(
    "--fps",
    type=TEXT,
    metavar="RATE",
    help="Markers and boxes: frame rate, such as 25, 29.97 or 30000/1001.",
)
@click.option(
    "--start-timecode",
    type=TEXT,
    metavar="TIMECODE",
    help="Markers: timecode of the first frame; HH:MM:SS;FF for drop-frame.",
)
@click.option(
    "--frame-size",
    type=TEXT,
    metavar="WxH",
    help="Boxes, markers.fcpxml: size of the picture, such as 1920x1080.",
)
@edit_options
def convert(inputs: tuple[str, ...], output: str, formats: tuple[tuple[str, ...], ...], **flags: Any) -> None:
    """Convert saved results: files, folders, archives, globs, or - for standard input.

    \b
    ice-results convert talk.json -o out
    ice-results convert saved/ -o out --to srt --to tags.csv
    ice-results convert 'saved/**/*.json' -o out --to srt --bom
    ice-results convert talk.json -o out --to srt --profile netflix --speaker 1=Anna
    ice-results convert saved/ -o out --jobs auto --log run.jsonl
    cat talk.json | ice-results convert - -o - --to srt

    Without --to, the default formats are written for which a document has material: srt, vtt, tags.csv,
    chapters.vtt, chapters.ffmeta, notes.md and activities.csv.

    With -o -, a track may be named before the format, as in --to translation.srt.

    Exit status: 0 if nothing failed (a format for which a document has no material is reported but is no
    failure, nor is an existing file that was left alone), 1 if something failed (the rest is converted),
    2 for wrong usage.
    """
    from pathlib import Path

    from ..batch.plan import Plan

    kind, encoding, strict = map(flags.pop, ("kind", "encoding", "strict"))
    overwrite, verbose = map(flags.pop, ("overwrite", "verbose"))
    jobs, log = map(flags.pop, ("jobs", "log"))
    edits = edits_of(flags)
    names = checked(lambda: format_names(formats, with_track=output == "-"))
    options = checked(lambda: options_of(names, asked(flags)))
    plan = Plan(Path(output), names, options, kind, strict, overwrite, verbose, encoding, edits)
    if output == "-":
        from .printed import print_converted

        if log or jobs != 1:
            raise click.UsageError("--jobs and --log are for a folder of outputs, not for -o -")
        sys.exit(print_converted(inputs, plan))
    if os.path.exists(output) and not os.path.isdir(output):
        raise click.UsageError(f"-o {output} is a file: name a folder")
    from .runs import convert_all

    sys.exit(convert_all(inputs, plan, jobs, log))


@main.command(short_help="Print INPUT with every escaped level decoded.")
@click.argument("source", metavar="INPUT")
@_ENCODING
def unwrap(source: str, encoding: str | None) -> None:
    """Print INPUT with every escaped level decoded, as pretty JSON.

    \b
    ice-results unwrap talk.json
    ice-results unwrap - < talk.json
    """
    import orjson

    from ..reading.documents import values_in
    from ..reading.escaping import peel_deep

    def show(found: Any) -> None:
        for value in values_in(found.read(), encoding):
            opened = peel_deep(value.decoded())
            print_out(orjson.dumps(opened, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))

    sys.exit(_for_each([source], show))


@main.command(short_help="Show what is in INPUT.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_KIND
@_ENCODING
@click.option("--plain", is_flag=True, help="Print aligned text without colour, as in a pipe.")
def show(inputs: tuple[str, ...], kind: str | None, encoding: str | None, plain: bool) -> None:
    """Show what is in INPUT: jobs, tracks, tags with their shares, chapters, notes, problems.

    \b
    ice-results show talk.json
    ice-results show saved/ | less

    On a terminal it is in colour if rich is installed: pip install 'ice-results[terminal]'
    """
    from importlib.util import find_spec

    from ..reading.documents import parse_all
    from ..views.summary import summary
    from ..views.terminal import as_plain_text, print_rich

    in_colour = not plain and is_terminal(sys.stdout) and find_spec("rich") is not None

    def describe(found: Any) -> None:
        for document in parse_all(found.read(), kind=kind, name=found.label, encoding=encoding):
            print_out(f"{found.label}\n")
            sections = summary(document)
            print_rich(sections) if in_colour else print_out(f"{as_plain_text(sections)}\n")

    sys.exit(_for_each(inputs, describe))


@main.command(short_help="List what is wrong with INPUT and its captions.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_KIND
@_ENCODING
@click.option(
    "--profile", type=TEXT, metavar="NAME|FILE", help="Also check the captions against the rules of a profile."
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Format of the list.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="Lowest severity that makes the exit status 1.",
)
def check(
    inputs: tuple[str, ...],
    kind: str | None,
    encoding: str | None,
    profile: str | None,
    shape: str,
    fail_on: str,
) -> None:
    """List every problem in INPUT, and with --profile those of the captions made from it.

    \b
    ice-results check saved/
    ice-results check saved/ --format csv > problems.csv
    ice-results check saved/ --profile netflix
    ice-results check talk.json --fail-on warning && publish talk.json

    A caption that was repaired gives a note, one that still breaks a rule of the profile a warning.

    Exit status: 0 if there are no errors, 1 if there are errors (or warnings, with --fail-on warning) or
    files that cannot be read, 2 for wrong usage. Notes, such as a job that is still running, never fail.
    """
    from ..batch.problems import problems_in
    from ..batch.sources import find_sources
    from ..text.values import counted
    from ..views import problems

    options = checked(lambda: options_of(["srt"], {"profile": profile})["srt"]) if profile else None
    sources = list(find_sources(inputs))
    findings = [
        each for source in with_progress(sources, len(sources)) for each in problems_in(source, kind, options, encoding)
    ]
    writers = {"text": problems.problems_as_text, "json": problems.problems_as_json, "csv": problems.problems_as_csv}
    counts = problems.totals(findings)
    failing = counts["error"] + (counts["warning"] if fail_on == "warning" else 0)
    status = SOMETHING_FAILED if failing else ALL_DONE
    print_out(writers[shape](findings), status)
    tell(f"{counted(len(sources), 'file')}: " + ", ".join(counted(counts[name], name) for name in counts))
    sys.exit(status)


@main.command(short_help="List the formats that can be written.")
def formats() -> None:
    """List the formats that can be written, with what each needs, the extra to install and its options."""
    from attrs import fields

    from ..writing.formats import WRITERS

    width = max(len(writer.name) for writer in WRITERS)
    needs = max(len(writer.needs) for writer in WRITERS)
    lines = []
    for writer in WRITERS:
        default = " *" if writer.default else ""
        lines.append(f"{writer.name:{width}}  {writer.needs:{needs}}  {writer.title}{default}")
        if writer.extra:
            lines.append(f"{'':{width}}    extra: pip install 'ice-results[{writer.extra}]'")
        if options := ", ".join(field.name for field in fields(writer.options)):
            lines.append(f"{'':{width}}    options: {options}")
    print_out("\n".join([*lines, "* written by default", ""]))


def _for_each(inputs: Iterable[str], action: Callable[[Any], None]) -> int:
    """Do something with every source, tell of those that cannot be read, and give the exit status."""
    from ..batch.results import reason_of
    from ..batch.sources import Missing, find_sources
    from ..errors import IceResultsError

    status = ALL_DONE
    for source in find_sources(inputs):
        try:
            if isinstance(source, Missing):
                raise FileNotFoundError(None, source.reason)
            action(source)
        except (OSError, IceResultsError) as error:
            tell(f"{source.label}: {reason_of(error)}")
            status = SOMETHING_FAILED
    return status
