"""The options of the formats: frozen records, every value checked, in a module for each family.

A family is imported when one of its records is first asked for: most runs write a format or two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...later import names_of

if TYPE_CHECKING:
    from .boxes import BoxOptions, VideoBoxOptions
    from .captions import CaptionOptions
    from .chapters import ChapterOptions, MatroskaOptions
    from .files import FileOptions
    from .markers import MARKER_KINDS, MarkerOptions, PictureOptions, TimelineOptions
    from .none import NoOptions
    from .tables import TableOptions
    from .words import WordOptions

__all__ = [
    "MARKER_KINDS",
    "BoxOptions",
    "CaptionOptions",
    "ChapterOptions",
    "FileOptions",
    "MarkerOptions",
    "MatroskaOptions",
    "NoOptions",
    "PictureOptions",
    "TableOptions",
    "TimelineOptions",
    "VideoBoxOptions",
    "WordOptions",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = names_of(
        __name__,
        {
            "boxes": ("BoxOptions", "VideoBoxOptions"),
            "captions": ("CaptionOptions",),
            "chapters": ("ChapterOptions", "MatroskaOptions"),
            "files": ("FileOptions",),
            "markers": ("MARKER_KINDS", "MarkerOptions", "PictureOptions", "TimelineOptions"),
            "none": ("NoOptions",),
            "tables": ("TableOptions",),
            "words": ("WordOptions",),
        },
    )
