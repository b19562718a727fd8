"""OPML 2.0: the mind map of a summary, for outliners and mind mapping programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from ...records import Document, Topic
from ...text.cleaning import one_line
from ..options import NoOptions
from ..outputs import Output
from ..xml import xml_text


def write_opml(document: Document, options: NoOptions) -> Iterable[Output]:
    """An outline for each topic, its sub-topics inside it, below the title of the media."""
    topics = document.notes.mind_map if document.notes else ()
    if not topics:
        return
    title = (document.notes.title if document.notes else None) or document.title or "Mind map"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head>\n    <title>{escape(xml_text(one_line(title)))}</title>\n  </head>",
        "  <body>",
        *_outlines(topics),
        "  </body>\n</opml>",
    ]
    yield Output("\n".join(lines) + "\n")


def _outlines(topics: Iterable[Topic], depth: int = 2) -> Iterator[str]:
    """A line where an outline begins, and one where it ends; records allow no mind map that is deeper than calls."""
    indent = "  " * depth
    for topic in topics:
        text = quoteattr(xml_text(one_line(topic.title or "")))
        if topic.topics:
            yield f"{indent}<outline text={text}>"
            yield from _outlines(topic.topics, depth + 1)
            yield f"{indent}</outline>"
        else:
            yield f"{indent}<outline text={text}/>"
