"""The command line: arguments in, messages and an exit status out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn, TypeVar

import click

from ._version import __version__

T = TypeVar("T")

_ALL_DONE, _SOMETHING_LEFT_OUT = 0, 1


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ice-results")
def main() -> None:
    """Saved results of Alibaba Cloud's media-AI services as subtitles, tags, chapters and tables.

    \b
    ice-results convert saved/ -o out/            a folder of saved JSON, every usual format
    ice-results convert talk.json -o out --to srt,vtt
    ice-results show talk.json                    what is in it
    ice-results check saved/                      what is odd in it
    ice-results unwrap talk.json | less           every escaped level decoded
    ice-results formats                           what can be written
    """


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", required=True, metavar="DIR", help="Folder for the files, or - for standard output.")
@click.option("--to", "formats", multiple=True, metavar="FORMAT", help="A format, or several with commas; repeatable.")
@click.option("--kind", metavar="KIND", help="What a payload is that was saved on its own, such as asr or nlp.")
@click.option("--overwrite", is_flag=True, help="Replace files that exist.")
@click.option("-v", "--verbose", is_flag=True, help="List every change that was made for a format.")
@click.option("--strict", is_flag=True, help="Take no document that has problems.")
@click.option("--profile", metavar="NAME|FILE", help="Captions: a profile by name, or a TOML file with your own.")
@click.option("--language", metavar="CODE", help="Captions: the language, where the script does not tell it.")
@click.option(
    "--speakers", type=click.Choice(["change", "always", "never"]), help="Captions: when names stand before the text."
)
@click.option(
    "--speaker", "speaker_names", multiple=True, metavar="ID=NAME", help="Captions: a speaker's name; repeatable."
)
@click.option("--drop-trailing-punctuation", is_flag=True, help="Captions: no ， or 。 at the end of a line.")
@click.option("--bilingual", is_flag=True, help="Captions: one track more, transcript and translation in each cue.")
@click.option("--first", type=click.Choice(["original", "translation"]), help="Captions: which language stands above.")
@click.option("--region", metavar="L,T,R,B", help="Captions: where in the picture the dialogue is, in pixels.")
@click.option("--words", is_flag=True, help="Captions: mark each word by its time, where the format can.")
@click.option("--bom", is_flag=True, help="Captions: begin with a byte order mark, for players on Windows.")
@click.option("--crlf", is_flag=True, help="Captions: end lines as Windows does.")
@click.option("--no-formula-guard", is_flag=True, help="Tables: no apostrophe before text that begins like a formula.")
@click.option("--excel", is_flag=True, help="Tables: begin CSV with a byte order mark, as Excel wants it.")
@click.option("--fill-gaps", is_flag=True, help="Chapters: from 0 to the end without a gap, as MP4 wants them.")
@click.option("--markers", metavar="KINDS", help="Markers: some of chapters, key-sentences, actions, tags.")
@click.option("--fps", metavar="RATE", help="Markers and boxes: frames a second, such as 25, 29.97 or 30000/1001.")
@click.option("--start-timecode", metavar="TIMECODE", help="Markers: of the first frame; HH:MM:SS;FF for drop-frame.")
@click.option("--frame-size", metavar="WxH", help="Boxes: the size of the picture, as in 1920x1080.")
def convert(inputs: tuple[str, ...], output: str, formats: tuple[str, ...], **flags: Any) -> None:
    """Convert saved results: files, folders, globs, or - for standard input.

    \b
    ice-results convert talk.json -o out
    ice-results convert saved/ -o out --to srt --to tags.csv
    ice-results convert 'saved/**/*.json' -o out --to srt --bom
    ice-results convert talk.json -o out --to srt --profile netflix --speaker 1=Anna
    cat talk.json | ice-results convert - -o - --to srt

    Without --to: srt, vtt, tags.csv, chapters.vtt, chapters.ffmeta, notes.md and activities.csv, as far
    as a document has material for them. Exit status: 0 all converted, 1 something was left out or
    failed and the rest was done, 2 wrong usage.
    """
    from pathlib import Path

    from .batch.run import Plan, Run
    from .batch.sources import find_sources

    kind, strict, overwrite, verbose = map(flags.pop, ("kind", "strict", "overwrite", "verbose"))
    names = _usage(lambda: _format_names(formats))
    if not output.strip() or (formats and not names):
        raise click.UsageError("-o and --to want a name")
    options = _usage(lambda: _options(names, _asked(flags)))
    if kind:
        _usage(lambda: _known_kind(kind))
    plan = Plan(Path(output), names, options, kind, strict, overwrite, verbose)
    if output == "-":
        _to_standard_output(inputs, plan)
    run = Run(plan)
    for source in _with_progress(list(find_sources(inputs, plan.folder))):
        for event in run.convert(source):
            _tell(str(event))
    counts = f"{run.written} written, {run.left_alone} left alone, {run.failed} with errors"
    _tell(f"{_count(run.sources, 'input')}: {counts}")
    sys.exit(_SOMETHING_LEFT_OUT if run.failed else _ALL_DONE)


def _to_standard_output(inputs: Iterable[str], plan: Any) -> NoReturn:
    """One format of one document, straight to the next program."""
    from .batch.sources import Missing, find_sources
    from .documents import parse
    from .errors import IceResultsError
    from .writers import convert as converted

    sources = list(find_sources(inputs))
    if len(sources) != 1 or len(plan.formats) != 1:
        raise click.UsageError("-o - takes one input and one format with --to")
    source, (name,) = sources[0], plan.formats
    try:
        if isinstance(source, Missing):
            raise FileNotFoundError(None, source.reason)
        document = parse(source.read(), kind=plan.kind, strict=plan.strict, name=source.label)
        content = converted(document, name, **plan.options[name])
    except (OSError, IceResultsError) as error:
        _tell(f"{source.label}: {getattr(error, 'strerror', None) or error}")
        sys.exit(_SOMETHING_LEFT_OUT)
    for problem in document.problems:
        _tell(f"{source.label}: {problem}")
    click.echo(content, nl=False)
    sys.exit(_SOMETHING_LEFT_OUT if any(each.severity == "error" for each in document.problems) else _ALL_DONE)


@main.command()
@click.argument("source", metavar="INPUT")
def unwrap(source: str) -> None:
    """Print INPUT with every escaped level decoded, as pretty JSON.

    \b
    ice-results unwrap talk.json
    ice-results unwrap - < talk.json
    """
    import orjson

    from .documents import decoded_at, values_in
    from .peel import peel_deep

    def show(found: Any) -> None:
        for value, place in values_in(found.read()):
            opened = peel_deep(decoded_at(value, place))
            click.echo(orjson.dumps(opened, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE), nl=False)

    sys.exit(_for_each([source], show))


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--kind", metavar="KIND", help="What a payload is that was saved on its own, such as asr or nlp.")
@click.option("--plain", is_flag=True, help="Aligned text without colour, as in a pipe.")
def show(inputs: tuple[str, ...], kind: str | None, plain: bool) -> None:
    """Show what is in INPUT: jobs, tracks, tags by share, chapters, notes, problems.

    \b
    ice-results show talk.json
    ice-results show saved/ | less

    In colour on a terminal where rich is installed (pip install 'ice-results[terminal]').
    """
    from importlib.util import find_spec

    from .documents import parse_all
    from .report import as_plain_text, print_rich, summary

    in_colour = not plain and sys.stdout.isatty() and find_spec("rich") is not None

    def describe(found: Any) -> None:
        for document in parse_all(found.read(), kind=kind, name=found.label):
            click.echo(found.label)
            sections = summary(document)
            print_rich(sections) if in_colour else click.echo(as_plain_text(sections))

    if kind:
        _usage(lambda: _known_kind(kind))
    sys.exit(_for_each(inputs, describe))


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--kind", metavar="KIND", help="What a payload is that was saved on its own, such as asr or nlp.")
@click.option("--profile", metavar="NAME|FILE", help="Check the captions too, by the rules of a profile.")
@click.option("--format", "shape", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="error",
    show_default=True,
    help="The least that gives exit status 1.",
)
def check(inputs: tuple[str, ...], kind: str | None, profile: str | None, shape: str, fail_on: str) -> None:
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
    from . import report
    from .batch.problems import problems_in
    from .batch.sources import find_sources

    if kind:
        _usage(lambda: _known_kind(kind))
    options = _usage(lambda: _options(["srt"], {"profile": _profile(profile)})["srt"]) if profile else None
    sources = list(find_sources(inputs))
    findings = [each for source in _with_progress(sources) for each in problems_in(source, kind, options)]
    writers = {"text": report.findings_as_text, "json": report.findings_as_json, "csv": report.findings_as_csv}
    click.echo(writers[shape](findings), nl=False)
    counts = report.totals(findings)
    _tell(f"{_count(len(sources), 'file')}: " + ", ".join(_count(counts[name], name) for name in counts))
    failing = counts["error"] + (counts["warning"] if fail_on == "warning" else 0)
    sys.exit(_SOMETHING_LEFT_OUT if failing else _ALL_DONE)


@main.command()
def formats() -> None:
    """List what can be written, from what, with which extra to install and which options."""
    from attrs import fields

    from .writers import WRITERS

    width = max(len(writer.name) for writer in WRITERS)
    needs = max(len(writer.needs) for writer in WRITERS)
    for writer in WRITERS:
        everyday = " *" if writer.everyday else ""
        click.echo(f"{writer.name:{width}}  {writer.needs:{needs}}  {writer.title}{everyday}")
        if writer.extra:
            click.echo(f"{'':{width}}    extra: pip install 'ice-results[{writer.extra}]'")
        if options := ", ".join(field.name for field in fields(writer.options)):
            click.echo(f"{'':{width}}    options: {options}")
    click.echo("* written where no format is asked for")


def _for_each(inputs: Iterable[str], action: Callable[[Any], None]) -> int:
    """Do something with every source, tell of those that cannot be read, and give the exit status."""
    from .batch.sources import Missing, find_sources
    from .errors import IceResultsError

    status = _ALL_DONE
    for source in find_sources(inputs):
        try:
            if isinstance(source, Missing):
                raise FileNotFoundError(None, source.reason)
            action(source)
        except BrokenPipeError:
            raise
        except (OSError, IceResultsError) as error:
            _tell(f"{source.label}: {getattr(error, 'strerror', None) or error}")
            status = _SOMETHING_LEFT_OUT
    return status


def _format_names(given: Iterable[str]) -> tuple[str, ...]:
    from .writers import writer_named

    names = (name.strip() for each in given for name in each.split(","))
    return tuple(dict.fromkeys(writer_named(name).name for name in names if name))


def _asked(flags: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, by the names that formats know them by."""
    asked = {name: value for name, value in flags.items() if value}
    if asked.pop("no_formula_guard", False):
        asked["formula_guard"] = False
    if "speaker_names" in asked:
        pairs = [pair.partition("=") for pair in asked["speaker_names"]]
        if wrong := [pair[0] for pair in pairs if not (pair[0] and pair[2])]:
            raise click.UsageError(f"--speaker takes ID=NAME, as in --speaker 1=Anna, not {wrong[0]!r}")
        asked["speaker_names"] = {speaker: name for speaker, _, name in pairs}
    if "profile" in asked:
        asked["profile"] = _profile(asked["profile"])
    if "region" in asked:
        asked["region"] = _box(asked["region"])
    return asked


def _box(text: str) -> Any:
    """A box from its edges: left, top, right, bottom."""
    from .records import Box

    try:
        left, top, right, bottom = map(float, text.split(","))
    except ValueError:
        raise click.UsageError(f"--region takes left,top,right,bottom in pixels, not {text!r}") from None
    return Box(left, top, right, bottom)


def _profile(name: str) -> Any:
    """A profile of ours by its name, or that of a TOML file."""
    return _own_profile(name) if name.endswith(".toml") else name


def _own_profile(name: str) -> Any:
    from pathlib import Path

    from .captions.profiles import profile_from_toml

    path = Path(name)
    try:
        return profile_from_toml(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _options(names: Iterable[str], asked: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The options of each format that has them; one that no format takes is an error."""
    from attrs import fields

    from .writers import EVERYDAY, options_for, writer_named

    chosen = {name: writer_named(name) for name in names or EVERYDAY}
    taken = {name: {field.name for field in fields(writer.options)} for name, writer in chosen.items()}
    for option in asked:
        if not any(option in known for known in taken.values()):
            flag = {"formula_guard": "no-formula-guard", "speaker_names": "speaker"}.get(
                option, option.replace("_", "-")
            )
            raise click.UsageError(f"--{flag}: none of the formats that are written has this option")
    options = {name: {key: asked[key] for key in known & asked.keys()} for name, known in taken.items()}
    for name, writer in chosen.items():
        options_for(writer, options[name])
    return options


def _known_kind(kind: str) -> object:
    from .readers import reader_of_kind

    return reader_of_kind(kind)


def _usage(action: Callable[[], T]) -> T:
    """The result of an action whose errors are wrong usage."""
    from .errors import InvalidOption, UnknownName

    try:
        return action()
    except (InvalidOption, UnknownName) as error:
        raise click.UsageError(str(error)) from None


def _with_progress(items: list[T]) -> Iterator[T]:
    """The items, with a progress bar on a terminal."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    with click.progressbar(items, file=sys.stderr) as bar:
        yield from bar


def _tell(message: str) -> None:
    """One line on standard error, over the progress bar where there is one."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in message).split())
    click.echo(f"\r\x1b[2K{line}" if sys.stderr.isatty() else line, err=True)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
