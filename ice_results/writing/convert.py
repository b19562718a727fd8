"""A document in one format: every track of it, or the content of one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Unpack, overload

import attrs

from ..collector import paused_collector
from ..errors import InvalidOption, NoMaterial, UnknownName
from ..findings import Change
from ..records import Document
from ..records.document import check_document
from ..text.values import described
from .formats import DEFAULT_FORMATS, MAIN, split_format, writer_named
from .outputs import Output, Writer

if TYPE_CHECKING:
    from .options import keywords as types

Changes = list[Change] | None
_HALF_A_PAIR = "half of a surrogate pair became ?, which a file can hold"


def options_for(writer: Writer[Any], given: Mapping[str, Any]) -> Any:
    """The writer's options; raises `UnknownName` for one that it does not have, `InvalidOption` for a wrong value."""
    known = tuple(field.name for field in attrs.fields(writer.options))
    for name in given:
        if name not in known:
            raise UnknownName(f"option of {writer.name}", name, known)
    return writer.options(**given)


def options_by_format(names: Iterable[str], given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What each format takes of the options that are given for all of them, the default ones without any name.

    A name may have a track before it. Raises `UnknownName` for an option that none takes, `InvalidOption` for a value.
    """
    chosen = {name: writer_named(name) for _, name in map(split_format, names or DEFAULT_FORMATS)}
    taken = {name: {field.name for field in attrs.fields(writer.options)} for name, writer in chosen.items()}
    known = tuple(sorted(set().union(*taken.values())))
    for option in given:
        if option not in known:
            raise UnknownName(f"option of {', '.join(chosen)}", option, known)
    options = {name: {key: given[key] for key in own & given.keys()} for name, own in taken.items()}
    for name, writer in chosen.items():
        options_for(writer, options[name])
    return options


def write(document: Document, name: str, **options: Any) -> tuple[Output, ...]:
    """Every track of a document in one format; raises `NoMaterial` where it holds nothing for it."""
    writer = writer_named(name)
    with paused_collector():
        outputs = tuple(_outputs(document, writer, options))
    if not outputs:
        raise NoMaterial(writer.name, writer.needs)
    return outputs


def _outputs(document: Document, writer: Writer[Any], options: Mapping[str, Any]) -> Iterator[Output]:
    """The outputs one by one: no track is made that nobody asks for."""
    return map(_writable, writer.write(document, options_for(writer, options)))


def _writable(output: Output) -> Output:
    """The output without halves of surrogate pairs, which only a decoded object can bring and no file can hold."""
    if isinstance(output.content, bytes):
        return output
    try:
        output.content.encode()
    except UnicodeEncodeError:
        whole = output.content.encode("utf-8", "replace").decode()
        return attrs.evolve(output, content=whole, changes=(*output.changes, Change(None, _HALF_A_PAIR)))
    return output


@overload
def convert(
    document: Document,
    format: types.CaptionFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.CaptionKeywords],
) -> str: ...
@overload
def convert(
    document: Document, format: types.WordFormat, *, changes: Changes = None, **options: Unpack[types.WordKeywords]
) -> str: ...
@overload
def convert(
    document: Document, format: types.FileFormat, *, changes: Changes = None, **options: Unpack[types.FileKeywords]
) -> str: ...
@overload
def convert(
    document: Document, format: types.TextFormat, *, changes: Changes = None, **options: Unpack[types.TextKeywords]
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.TranscriptFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.TranscriptKeywords],
) -> str: ...
@overload
def convert(
    document: Document, format: types.ChunkFormat, *, changes: Changes = None, **options: Unpack[types.ChunkKeywords]
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.NamedSpeakerFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.NamedSpeakerKeywords],
) -> bytes: ...
@overload
def convert(
    document: Document, format: types.TableFormat, *, changes: Changes = None, **options: Unpack[types.TableKeywords]
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.ChapterFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.ChapterKeywords],
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.MatroskaFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.MatroskaKeywords],
) -> str: ...
@overload
def convert(
    document: Document, format: types.MarkerFormat, *, changes: Changes = None, **options: Unpack[types.MarkerKeywords]
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.TimelineFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.TimelineKeywords],
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.PictureFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.PictureKeywords],
) -> str: ...
@overload
def convert(
    document: Document, format: types.BoxFormat, *, changes: Changes = None, **options: Unpack[types.BoxKeywords]
) -> str: ...
@overload
def convert(
    document: Document,
    format: types.VideoBoxFormat,
    *,
    changes: Changes = None,
    **options: Unpack[types.VideoBoxKeywords],
) -> str: ...
@overload
def convert(
    document: Document, format: types.PlainFormat, *, changes: Changes = None, **options: Unpack[types.NoKeywords]
) -> str: ...
@overload
def convert(
    document: Document, format: types.BinaryFormat, *, changes: Changes = None, **options: Unpack[types.NoKeywords]
) -> bytes: ...
@overload
def convert(
    document: Document, format: str, *, changes: Changes = None, **options: Unpack[types.AnyKeywords]
) -> str | bytes: ...
def convert(document: Document, format: str, *, changes: Changes = None, **options: Any) -> str | bytes:
    """A document as the content of one file: text, or bytes where the format is binary.

    `format` is the name of a format (`ice_results.formats()` lists them), with the name of a track
    before it where that is not the main one: `"srt"`, `"translation.srt"`, `"tags.csv"`. The options
    are those of the format; a type checker knows them, and the type of the result, by the name of the format.
    What is written otherwise than the service gave it is appended to a list of `changes`, where one is given.
    The garbage collector pauses meanwhile, unless the environment has `ICE_RESULTS_PAUSE_GC=0`.

    Raises `UnknownName` for a format, track or option that does not exist, and `NoMaterial` where the
    document holds nothing for the format.
    """
    check_document(document)
    _check_changes(changes)
    track, name = split_format(format)
    track = None if track == MAIN else track
    others: list[str | None] = []
    with paused_collector():
        # Outputs come one by one: the tracks behind the one that is asked for are never made.
        for output in _outputs(document, writer_named(name), options):
            if output.track == track:
                if changes is not None:
                    changes += output.changes
                return output.content
            others.append(output.track)
    if not others:
        raise NoMaterial(name, writer_named(name).needs)
    named = tuple(filter(None, others))
    if track is None:
        there = ", ".join(f"{each}.{name}" for each in named)
        raise NoMaterial(name, "transcripts", f"the main track has no text to show; try {there}")
    raise UnknownName(f"track of {name}", track, named)


def _check_changes(changes: object) -> None:
    """Raises `InvalidOption` for what changes cannot be appended to."""
    if changes is not None and not isinstance(changes, list):
        raise InvalidOption("changes", "a list that changes are appended to", described(changes))
