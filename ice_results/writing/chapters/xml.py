"""Chapter lists in XML: Matroska's, as MKVToolNix reads it, and Podlove Simple Chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from ...findings import Change
from ...records import Document
from ...records.tracks import main_track
from ...text.cleaning import one_line
from ...text.languages import caption_group, closest_tag, iso639_2b
from ...text.scripts import language_of_text
from ..options import ChapterOptions, MatroskaOptions
from ..outputs import Output
from ..timestamps import clock
from ..xml import xml_fragment, xml_text
from .model import Marked, chapters_for, unwritten_ends

_MATROSKA_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- <!DOCTYPE Chapters SYSTEM "matroskachapters.dtd"> -->\n'
"""As MKVToolNix writes it: in a comment, so that nothing looks for the DTD."""

_PODLOVE = "http://podlove.org/simple-chapters"


def write_matroska(document: Document, options: MatroskaOptions) -> Iterable[Output]:
    """One edition of chapters, for `mkvmerge --chapters`; each says which language its title is in."""
    chapters, changes = chapters_for("chapters.xml", document, options)
    if chapters:
        titles = [_title(number, each) for number, each in enumerate(chapters, 1)]
        language = options.language or _language_of_titles(document, titles)
        root = Element("Chapters")
        edition = SubElement(root, "EditionEntry")
        _field(edition, "EditionUID", "1")
        for number, (each, title) in enumerate(zip(chapters, titles, strict=True), 1):
            edition.append(_atom(number, each, title, language))
        yield Output(_MATROSKA_HEAD + xml_fragment(root), None, (*changes, *_not_xml(chapters)))


def _language_of_titles(document: Document, titles: Sequence[str]) -> str:
    """The tag of the language that titles are in: that of the speech where both are in the same script.

    Without speech the script alone tells Chinese, Japanese and Korean.
    """
    script = language_of_text("".join(titles))
    main = main_track(document)
    spoken = closest_tag(main.language) if main is not None and main.language else None
    if spoken and caption_group(spoken) == script:
        return spoken
    return "und" if script == "latin" else script


def _atom(number: int, chapter: Marked, title: str, language: str) -> Element:
    """A chapter, its parts in the order of the DTD; the number is its unique id in every run."""
    atom = Element("ChapterAtom")
    _field(atom, "ChapterTimeStart", _nanoseconds(chapter.start_ms))
    _field(atom, "ChapterTimeEnd", _nanoseconds(chapter.end_ms))
    _field(atom, "ChapterUID", str(number))
    display = SubElement(atom, "ChapterDisplay")
    _field(display, "ChapterString", title)
    _field(display, "ChapterLanguage", iso639_2b(language))
    _field(display, "ChapLanguageIETF", language)
    return atom


def _nanoseconds(ms: int) -> str:
    return f"{clock(ms, '.')}000000"


def write_podlove(document: Document, options: ChapterOptions) -> Iterable[Output]:
    """Podlove Simple Chapters 1.2, without an XML declaration: they may go into the item of a feed."""
    chapters, changes = chapters_for("chapters.psc", document, options)
    if chapters:
        root = Element("psc:chapters", {"version": "1.2", "xmlns:psc": _PODLOVE})
        for number, each in enumerate(chapters, 1):
            SubElement(root, "psc:chapter", {"start": clock(each.start_ms, "."), "title": _title(number, each)})
        yield Output(xml_fragment(root), None, (*changes, *_not_xml(chapters), *unwritten_ends(chapters)))


def _title(number: int, chapter: Marked) -> str:
    """The title in characters that XML has, which may be none of it."""
    return one_line(xml_text(chapter.title)) or f"Chapter {number}"


def _not_xml(chapters: Iterable[Marked]) -> Iterator[Change]:
    """A word on every title that lost characters."""
    for number, each in enumerate(chapters, 1):
        title = _title(number, each)
        if title != each.title:
            yield Change(each.start_ms, f"characters that XML cannot hold were left out of a title: {title}")


def _field(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
