"""Saved results of Alibaba Cloud's media-AI services as subtitles, tags, chapters and tables.

import ice_results

document = ice_results.load("saved/talk.json")
text = ice_results.convert(document, "srt")
ice_results.save(document, "out/talk.tags.csv")
"""

from ._version import __version__ as __version__

TYPE_CHECKING = False

if TYPE_CHECKING:
    from .batch.files import load, load_all, save
    from .batch.many import convert_many
    from .batch.results import Result
    from .captions.profiles import Profile
    from .editing.cutting import cut
    from .editing.joining import join, merge
    from .editing.scores import above
    from .editing.texts import chinese, rename_speakers, replace_text
    from .editing.times import scale, shift
    from .errors import (
        DecodeError,
        IceResultsError,
        InvalidOption,
        MissingExtra,
        NoMaterial,
        NothingLeft,
        ProblemsFound,
        UnknownName,
        UnrecognisedDocument,
        UnusableFolder,
        WorkerDied,
    )
    from .findings import Change, Problem
    from .reading.documents import parse, parse_all
    from .records import (
        Activity,
        Box,
        Chapter,
        Document,
        Film,
        Highlight,
        Job,
        Landmark,
        Link,
        Music,
        Notes,
        Occurrence,
        Page,
        Person,
        Question,
        Segment,
        SpeakerSummary,
        Tag,
        TextFrame,
        TextLine,
        Thing,
        Topic,
        TrackBox,
        Transcript,
        Word,
    )
    from .writing.convert import convert
    from .writing.formats import formats
    from .writing.tables.rows import arrow, rows, tables

__all__ = [
    "Activity",
    "Box",
    "Change",
    "Chapter",
    "DecodeError",
    "Document",
    "Film",
    "Highlight",
    "IceResultsError",
    "InvalidOption",
    "Job",
    "Landmark",
    "Link",
    "MissingExtra",
    "Music",
    "NoMaterial",
    "Notes",
    "NothingLeft",
    "Occurrence",
    "Page",
    "Person",
    "Problem",
    "ProblemsFound",
    "Profile",
    "Question",
    "Result",
    "Segment",
    "SpeakerSummary",
    "Tag",
    "TextFrame",
    "TextLine",
    "Thing",
    "Topic",
    "TrackBox",
    "Transcript",
    "UnknownName",
    "UnrecognisedDocument",
    "UnusableFolder",
    "Word",
    "WorkerDied",
    "above",
    "arrow",
    "chinese",
    "convert",
    "convert_many",
    "cut",
    "formats",
    "join",
    "load",
    "load_all",
    "merge",
    "parse",
    "parse_all",
    "rename_speakers",
    "replace_text",
    "rows",
    "save",
    "scale",
    "shift",
    "tables",
]

_HOMES = {
    ".batch.files": ("load", "load_all", "save"),
    ".batch.many": ("convert_many",),
    ".batch.results": ("Result",),
    ".captions.profiles": ("Profile",),
    ".editing.cutting": ("cut",),
    ".editing.joining": ("join", "merge"),
    ".editing.scores": ("above",),
    ".editing.texts": ("chinese", "rename_speakers", "replace_text"),
    ".editing.times": ("scale", "shift"),
    ".errors": (
        "DecodeError",
        "IceResultsError",
        "InvalidOption",
        "MissingExtra",
        "NoMaterial",
        "NothingLeft",
        "ProblemsFound",
        "UnknownName",
        "UnrecognisedDocument",
        "UnusableFolder",
        "WorkerDied",
    ),
    ".findings": ("Change", "Problem"),
    ".reading.documents": ("parse", "parse_all"),
    ".records": (
        "Activity",
        "Box",
        "Chapter",
        "Document",
        "Film",
        "Highlight",
        "Job",
        "Landmark",
        "Link",
        "Music",
        "Notes",
        "Occurrence",
        "Page",
        "Person",
        "Question",
        "Segment",
        "SpeakerSummary",
        "Tag",
        "TextFrame",
        "TextLine",
        "Thing",
        "Topic",
        "TrackBox",
        "Transcript",
        "Word",
    ),
    ".writing.convert": ("convert",),
    ".writing.formats": ("formats",),
    ".writing.tables.rows": ("arrow", "rows", "tables"),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import what is asked for when it is asked for: `import ice_results` alone costs nothing."""
        from .lazy import exports  # here, as `ice-results --version` needs none of what it imports

        return exports(__name__, _HOMES)(name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
