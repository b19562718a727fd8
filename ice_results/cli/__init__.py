"""The command line: arguments in, messages and an exit status out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Any

import click

from .._version import __version__
from .edits import edit_options, edits_of
from .parameters import ENCODING, FORMAT_NAMES, KIND, REGION, SPEAKER_NAME, TEXT
from .streams import ALL_DONE, SOMETHING_FAILED, count, is_terminal, print_out, reason_of, tell, with_progress
from .values import asked, checked, format_names, options_of

_KIND = click.option(
    "--kind",
    type=KIND,
    metavar="KIND",
    help="What a payload is that was saved on its own, such as asr or nlp.",
)
_ENCODING = click.option(
    "--encoding",
    type=ENCODING,
    metavar="NAME",
    help="The encoding of the files, such as big5; UTF-8, UTF-16 and GB18030 are recognised.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ice-results")
def main() -> None:
    """Saved results of Alibaba Cloud's media-AI services as subtitles, tags, chapters and tables.

    \b
    ice-results convert saved/ -o out/       a folder of saved JSON, every usual format
    ice-results convert talk.json -o out --to srt,vtt
    ice-results show talk.json               what is in it
    ice-results check saved/                 what is wrong in it
    ice-results unwrap talk.json | less      every escaped level decoded
    ice-results formats                      what can be written
    """


@main.command(short_help="Convert files, folders, globs or standard input.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=TEXT,
    metavar="DIR",
    help="Folder for the files, or - for standard output.",
)
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=FORMAT_NAMES,
    metavar="FORMAT",
    help="A format, or several with commas; repeatable.",
)
@_KIND
@_ENCODING
@click.option("--overwrite", is_flag=True, help="Replace files that exist.")
@click.option("-v", "--verbose", is_flag=True, help="List every change that was made for a format.")
@click.option("--strict", is_flag=True, help="Take no document that has problems.")
@click.option(
    "--profile",
    type=TEXT,
    metavar="NAME|FILE",
    help="Captions: a profile by name, or a TOML file with your own.",
)
@click.option(
    "--language",
    type=TEXT,
    metavar="CODE",
    help="Captions, chapters.xml: the language, where the script does not tell it.",
)
@click.option(
    "--speakers", type=click.Choice(["change", "always", "never"]), help="Captions: when names are put before the text."
)
@click.option(
    "--speaker",
    "speaker_names",
    multiple=True,
    type=SPEAKER_NAME,
    metavar="ID=NAME",
    help="Captions, transcripts: a speaker's name; repeatable.",
)
@click.option("--drop-trailing-punctuation", is_flag=True, help="Captions: no ， or 。 at the end of a line.")
@click.option("--bilingual", is_flag=True, help="Captions: one track more, transcript and translation in each cue.")
@click.option("--first", type=click.Choice(["original", "translation"]), help="Captions: which language is above.")
@click.option(
    "--region", type=REGION, metavar="L,T,R,B", help="Captions: where in the picture the dialogue is, in pixels."
)
@click.option("--words", is_flag=True, help="Captions: mark each word by its time, where the format can.")
@click.option("--bom", is_flag=True, help="Text files: begin with a byte order mark, for players on Windows.")
@click.option("--crlf", is_flag=True, help="Text files: end lines as Windows does.")
@click.option("--times", is_flag=True, help="txt: the clock of each sentence before it.")
@click.option("--front-matter", is_flag=True, help="transcript.md: title, source and speakers as YAML first.")
@click.option(
    "--translation", type=click.Choice(["none", "below", "beside"]), help="transcript.md: where the translation is."
)
@click.option("--chunk-size", type=int, metavar="N", help="chunks.jsonl: the most characters of a chunk.")
@click.option("--overlap", type=int, metavar="N", help="chunks.jsonl: how many characters chunks have in common.")
@click.option("--one-speaker", is_flag=True, help="chunks.jsonl: another chunk with each speaker.")
@click.option("--no-formula-guard", is_flag=True, help="Tables: no apostrophe before text that begins like a formula.")
@click.option("--excel", is_flag=True, help="Tables: begin CSV with a byte order mark, as Excel wants it.")
@click.option("--fill-gaps", is_flag=True, help="Chapters: from 0 to the end without a gap, as MP4 wants them.")
@click.option("--markers", type=TEXT, metavar="KINDS", help="Markers: some of chapters, key-sentences, actions, tags.")
@click.option(
    "--fps",
    type=TEXT,
    metavar="RATE",
    help="Markers and boxes: frames a second, such as 25, 29.97 or 30000/1001.",
)
@click.option(
    "--start-timecode",
    type=TEXT,
    metavar="TIMECODE",
    help="Markers: of the first frame; HH:MM:SS;FF for drop-frame.",
)
@click.option(
    "--frame-size",
    type=TEXT,
    metavar="WxH",
    help="Boxes, markers.fcpxml: the size of the picture, as in 1920x1080.",
)
@edit_options
def convert(inputs: tuple[str, ...], output: str, formats: tuple[tuple[str, ...], ...], **flags: Any) -> None:
    """Convert saved results: files, folders, globs, or - for standard input.

    \b
    ice-results convert talk.json -o out
    ice-results convert saved/ -o out --to srt --to tags.csv
    ice-results convert 'saved/**/*.json' -o out --to srt --bom
    ice-results convert talk.json -o out --to srt --profile netflix --speaker 1=Anna
    cat talk.json | ice-results convert - -o - --to srt

    Without --to: srt, vtt, tags.csv, chapters.vtt, chapters.ffmeta, notes.md and activities.csv, as far
    as a document has material for them.

    With -o - a track may be named before the format, as in --to translation.srt.

    Exit status: 0 nothing failed (a format for which a document has nothing is reported and is no failure,
    nor is a file that was left alone), 1 something failed and the rest was done, 2 wrong usage.
    """
    from pathlib import Path

    from ..batch.run import Plan

    kind, encoding, strict = map(flags.pop, ("kind", "encoding", "strict"))
    overwrite, verbose = map(flags.pop, ("overwrite", "verbose"))
    edits = edits_of(flags)
    names = checked(lambda: format_names(formats, with_track=output == "-"))
    options = checked(lambda: options_of(names, asked(flags)))
    plan = Plan(Path(output), names, options, kind, strict, overwrite, verbose, encoding, edits)
    if output == "-":
        from .printed import print_converted

        sys.exit(print_converted(inputs, plan))
    if os.path.exists(output) and not os.path.isdir(output):
        raise click.UsageError(f"-o {output} is a file: name a folder")
    sys.exit(_convert_all(inputs, plan))


def _convert_all(inputs: Iterable[str], plan: Any) -> int:
    """Convert every input, tell what there is to tell, and give the exit status."""
    from ..batch.folders import UnusableFolder
    from ..batch.run import Run
    from ..batch.sources import find_sources

    run = Run(plan)
    try:
        for source in with_progress(list(find_sources(inputs, plan.folder))):
            for event in run.convert(source):
                tell(str(event))
    except UnusableFolder as error:
        tell(str(error))
        return SOMETHING_FAILED
    counts = f"{run.written} written, {run.left_alone} left alone, {run.failed} with errors"
    tell(f"{count(run.sources, 'input')}: {counts}")
    return SOMETHING_FAILED if run.failed else ALL_DONE


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
@click.option("--plain", is_flag=True, help="Aligned text without colour, as in a pipe.")
def show(inputs: tuple[str, ...], kind: str | None, encoding: str | None, plain: bool) -> None:
    """Show what is in INPUT: jobs, tracks, tags by share, chapters, notes, problems.

    \b
    ice-results show talk.json
    ice-results show saved/ | less

    In colour on a terminal where rich is installed (pip install 'ice-results[terminal]').
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


@main.command(short_help="List what is wrong in INPUT and its captions.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_KIND
@_ENCODING
@click.option("--profile", type=TEXT, metavar="NAME|FILE", help="Check the captions too, by the rules of a profile.")
@click.option("--format", "shape", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="The least that gives exit status 1.",
)
def check(
    inputs: tuple[str, ...],
    kind: str | None,
    encoding: str | None,
    profile: str | None,
    shape: str,
    fail_on: str,
) -> None:
    """List every problem of the data in INPUT, and with --profile of the captions made of it.

    \b
    ice-results check saved/
    ice-results check saved/ --format csv > problems.csv
    ice-results check saved/ --profile netflix
    ice-results check talk.json --fail-on warning && publish talk.json

    What shaping a caption repaired is a note, what still breaks a rule of the profile a warning.

    Exit status: 0 nothing to complain of, 1 there are errors (or warnings, where --fail-on says so) or
    files that cannot be read, 2 wrong usage. Notes, such as a job that is still running, never fail.
    """
    from ..batch.problems import problems_in
    from ..batch.sources import find_sources
    from ..views import problems

    options = checked(lambda: options_of(["srt"], {"profile": profile})["srt"]) if profile else None
    sources = list(find_sources(inputs))
    findings = [each for source in with_progress(sources) for each in problems_in(source, kind, options, encoding)]
    writers = {"text": problems.problems_as_text, "json": problems.problems_as_json, "csv": problems.problems_as_csv}
    counts = problems.totals(findings)
    failing = counts["error"] + (counts["warning"] if fail_on == "warning" else 0)
    status = SOMETHING_FAILED if failing else ALL_DONE
    print_out(writers[shape](findings), status)
    tell(f"{count(len(sources), 'file')}: " + ", ".join(count(counts[name], name) for name in counts))
    sys.exit(status)


@main.command(short_help="List what can be written, and from what.")
def formats() -> None:
    """List what can be written, from what, with which extra to install and which options."""
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
    print_out("\n".join([*lines, "* written where no format is asked for", ""]))


def _for_each(inputs: Iterable[str], action: Callable[[Any], None]) -> int:
    """Do something with every source, tell of those that cannot be read, and give the exit status."""
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
