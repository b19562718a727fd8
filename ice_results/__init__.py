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
    from .documents import parse, parse_all
    from .errors import (
        DecodeError,
        IceResultsError,
        InvalidOption,
        MissingExtra,
        NoMaterial,
        ProblemsFound,
        UnknownName,
        UnrecognisedDocument,
    )
    from .records import (
        Activity,
        Box,
        Chapter,
        Document,
        Highlight,
        Job,
        Link,
        Notes,
        Occurrence,
        Problem,
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
    from .writers import convert, formats

__all__ = [
    "Activity",
    "Box",
    "Chapter",
    "DecodeError",
    "Document",
    "Highlight",
    "IceResultsError",
    "InvalidOption",
    "Job",
    "Link",
    "MissingExtra",
    "NoMaterial",
    "Notes",
    "Occurrence",
    "Problem",
    "ProblemsFound",
    "Question",
    "Segment",
    "SpeakerSummary",
    "Tag",
    "TextFrame",
    "TextLine",
    "Topic",
    "TrackBox",
    "Transcript",
    "UnknownName",
    "UnrecognisedDocument",
    "Word",
    "convert",
    "formats",
    "load",
    "load_all",
    "parse",
    "parse_all",
    "save",
]

_HOMES = {
    "batch.files": ("load", "load_all", "save"),
    "documents": ("parse", "parse_all"),
    "errors": (
        "DecodeError",
        "IceResultsError",
        "InvalidOption",
        "MissingExtra",
        "NoMaterial",
        "ProblemsFound",
        "UnknownName",
        "UnrecognisedDocument",
    ),
    "writers": ("convert", "formats"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import what is asked for when it is asked for: `import ice_results` alone costs nothing."""
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f".{_HOME_OF.get(name, 'records')}", __name__), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
