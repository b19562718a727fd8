"""The command line: arguments in, messages and an exit status out."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from .._version import __version__
from .edits import Name, edit_options, edits_of
from .looking import formats, show, unwrap
from .parameters import FORMAT_NAMES, JOBS, PROFILE, TEXT, encoding_option, kind_option
from .streams import ALL_DONE, SOMETHING_FAILED, print_out, tell, with_progress
from .values import asked, checked, options_of, target_file
from .writing import format_options


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
    default=".",
    type=TEXT,
    metavar="DIR|FILE",
    help="Folder for the output, a file such as talk.srt, or - for standard output; the current folder by default.",
)
@click.option(
    "-t",
    "--to",
    "formats",
    multiple=True,
    type=FORMAT_NAMES,
    metavar="FORMAT",
    help="Format to write; separate several with commas, or repeat the option.",
)
@kind_option
@encoding_option
@click.option(
    "--as-one",
    type=Name(),
    metavar="NAME",
    help="Put all inputs together as one document; parts of a recording with offsets, as in part2.json@00:10:00.",
)
@click.option(
    "--name-by",
    type=click.Choice(["track", "language"]),
    default="track",
    show_default=True,
    help="What names of files have for each track: talk.translation.srt or talk.en.srt.",
)
@click.option("--overwrite", is_flag=True, help="Replace existing files.")
@click.option("--dry-run", is_flag=True, help="Only print the names of the files that would be written.")
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
@click.option("-q", "--quiet", is_flag=True, help="Report errors only.")
@click.option("-v", "--verbose", is_flag=True, help="List every notice, and every change that a format required.")
@click.option("--strict", is_flag=True, help="Refuse documents that have problems.")
@format_options
@edit_options
def convert(inputs: tuple[str, ...], output: str, formats: tuple[tuple[str, ...], ...], **flags: Any) -> None:
    """Convert saved results: files, folders, archives, globs, or - for standard input.

    \b
    ice-results convert talk.json -o out
    ice-results convert talk.json -o talk.chapters.vtt
    ice-results convert part1.json@0s part2.json@00:10:00 --as-one talk
    ice-results convert saved/ -o out --to srt --to tags.csv
    ice-results convert 'saved/**/*.json' -o out --to srt --bom
    ice-results convert talk.json -o out --to srt --profile netflix --speaker 1=Anna
    ice-results convert saved/ -o out --jobs auto --log run.jsonl
    cat talk.json | ice-results convert - -o - --to srt

    Without --to, the default formats are written for which a document has material: srt, vtt, tags.csv,
    chapters.vtt, chapters.ffmeta, notes.md and activities.csv.

    A track may be named before the format, as in --to translation.srt or --to main.srt, to write that track only.

    Exit status: 0 if nothing failed (a format for which a document has no material is reported but is no
    failure, nor is an existing file that was left alone), 1 if something failed (the rest is converted),
    2 for wrong usage, 130 if it was interrupted, 143 if it was terminated.
    """
    from pathlib import Path

    from ..batch.plan import Plan

    given = {
        name: flags.pop(name) for name in ("kind", "encoding", "strict", "overwrite", "verbose", "dry_run", "name_by")
    }
    jobs, log, quiet, as_one = map(flags.pop, ("jobs", "log", "quiet", "as_one"))
    edits = edits_of(flags)
    names = tuple(dict.fromkeys(name for each in formats for name in each))
    file, suffix = target_file(output)
    names = names or (suffix,) if suffix else names
    options = checked(lambda: options_of(names, asked(flags)))
    folder = file.parent if file else Path(output)
    plan = Plan(folder=folder, formats=names, options=options, edits=edits, file=file, **given)
    if log and plan.dry_run:
        raise click.UsageError("--log is for a run that writes, not for --dry-run")
    if output == "-":
        from .printed import print_converted

        if log or jobs != 1 or as_one:
            raise click.UsageError("--jobs, --log and --as-one are for a folder of outputs, not for -o -")
        sys.exit(print_converted(inputs, plan, quiet))
    if file is None and os.path.exists(output) and not os.path.isdir(output):
        raise click.UsageError(f"-o {output} is a file without the suffix of a format: name a folder")
    from .runs import convert_all, convert_parts

    if as_one:
        if log or jobs != 1:
            raise click.UsageError("--jobs and --log are for many documents, not for --as-one")
        sys.exit(convert_parts(inputs, as_one, plan, quiet))
    sys.exit(convert_all(inputs, plan, jobs, log, quiet))


@main.command(short_help="Put many results into one data set of Parquet files.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", required=True, type=TEXT, metavar="LAKE", help="New folder for the data set.")
@click.option("--only", "names", multiple=True, type=TEXT, metavar="TABLE", help="Write this table; repeatable.")
@kind_option
@encoding_option
@click.option("--strict", is_flag=True, help="Refuse documents that have problems.")
def tables(
    inputs: tuple[str, ...],
    output: str,
    names: tuple[str, ...],
    kind: str | None,
    encoding: str | None,
    strict: bool,
) -> None:
    """Put results into one data set: a folder for each table, each of few large Parquet files.

    \b
    ice-results tables saved/ -o lake
    ice-results tables saved/ -o lake --only segments,tags

    Each row has the file, the place of its document in the file and the id of the job. A file that cannot be
    read is a row of the table documents and one of the table problems.

    Needs pyarrow (pip install 'ice-results[parquet]').

    Exit status: 0 if everything was read, 1 if there are errors, 2 for wrong usage.
    """
    from pathlib import Path

    from ..batch.plan import Plan
    from .tables import write_tables

    plan = Plan(Path(output), kind=kind, strict=strict, encoding=encoding)
    named = (name.strip().lower() for each in names for name in each.split(","))
    sys.exit(write_tables(inputs, plan, tuple(dict.fromkeys(filter(None, named)))))


@main.command(short_help="List what is wrong with INPUT and its captions.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@kind_option
@encoding_option
@click.option(
    "--profile", type=PROFILE, metavar="NAME|FILE", help="Also check the captions against the rules of a profile."
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


for command in (unwrap, show, formats):
    main.add_command(command)
