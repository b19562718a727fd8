"""Matroska chapters: their elements, and the codes of their language."""

from __future__ import annotations

import itertools
import string
from pathlib import Path

import pytest

import ice_results
from ice_results import Document, InvalidOption, Segment, Transcript
from ice_results.text.languages import iso639_2b, language_with

from ...judges.chapters import in_order, matroska_languages, matroska_marks, run
from ...judges.installed import tool
from ..titles import document, in_a_row

ISO_639_2 = ("fil", "grc", "gsw", "haw", "nds", "und", "mul", "zxx")
PARTS_OF_LANGUAGES = (
    "cmn",
    "yue",
    "wuu",
    "nan",
    "hak",
    "arb",
    "arz",
    "zsm",
    "swh",
    "ase",
    "jsl",
    "pes",
    "prs",
    "ckb",
    "npi",
)


def test_matroska_chapters_are_written_element_by_element() -> None:
    """One edition, its chapters in the order of the document type, nanoseconds, both codes of the language."""
    given = document((0, 1_500, "开场 & <b>"))
    assert ice_results.convert(given, "chapters.xml") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!-- <!DOCTYPE Chapters SYSTEM "matroskachapters.dtd"> -->\n'
        "<Chapters>\n"
        "  <EditionEntry>\n"
        "    <EditionUID>1</EditionUID>\n"
        "    <ChapterAtom>\n"
        "      <ChapterTimeStart>00:00:00.000000000</ChapterTimeStart>\n"
        "      <ChapterTimeEnd>00:00:01.500000000</ChapterTimeEnd>\n"
        "      <ChapterUID>1</ChapterUID>\n"
        "      <ChapterDisplay>\n"
        "        <ChapterString>开场 &amp; &lt;b&gt;</ChapterString>\n"
        "        <ChapterLanguage>chi</ChapterLanguage>\n"
        "        <ChapLanguageIETF>zh</ChapLanguageIETF>\n"
        "      </ChapterDisplay>\n"
        "    </ChapterAtom>\n"
        "  </EditionEntry>\n"
        "</Chapters>\n"
    )


def test_mkvtoolnix_writes_the_same_chapters_in_the_same_way(tmp_path: Path) -> None:
    """mkvextract gives our file back: the same head but for its encoding, the same ids, the same titles."""
    content = ice_results.convert(in_a_row(["开场", "讨论"]), "chapters.xml")
    assert isinstance(content, str)
    path = tmp_path / "talk.chapters.xml"
    path.write_text(content, encoding="utf-8")
    (tmp_path / "one.srt").write_text("1\n00:00:00,000 --> 00:00:01,000\nx\n")
    video = str(tmp_path / "talk.mkv")
    run(tool("mkvmerge"), "-q", "-o", video, "--chapters", str(path), str(tmp_path / "one.srt"))
    back = run(tool("mkvextract"), video, "chapters", "-")
    assert back == content.replace(' encoding="UTF-8"', "")
    assert matroska_marks(back) == in_order("开场", "讨论")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("titles", "spoken", "option", "codes"),
    [
        pytest.param(["开场"], None, None, ("chi", "zh"), id="Chinese by its script"),
        pytest.param(["はじめに"], None, None, ("jpn", "ja"), id="Japanese by its script"),
        pytest.param(["시작"], None, None, ("kor", "ko"), id="Korean by its script"),
        pytest.param(["Opening"], None, None, ("und", "und"), id="Latin script says nothing"),
        pytest.param(["Opening"], "en", None, ("eng", "en"), id="the speech says it"),
        pytest.param(["Ouverture"], "FR_ca", None, ("fre", "fr-CA"), id="a code in another way"),
        pytest.param(["Opening"], "eng", None, ("eng", "en"), id="a code of three letters"),
        pytest.param(["開場"], "zh-Hant", None, ("chi", "zh-Hant"), id="the speech says it better"),
        pytest.param(["開場"], "yue", None, ("chi", "yue"), id="Cantonese"),
        pytest.param(["开场"], "cn", None, ("chi", "zh"), id="not a code of any list"),
        pytest.param(["开场"], "en", None, ("chi", "zh"), id="titles in another script than the speech"),
        pytest.param(["Opening"], "zh", None, ("und", "und"), id="titles that are not in the Chinese of the speech"),
        pytest.param(["开场"], "汉语", None, ("chi", "zh"), id="a name for people"),
        pytest.param(["开场"], "zh-mandarin", None, ("chi", "zh"), id="a code that is made up"),
        pytest.param(["Opening"], "en-UK", None, ("eng", "en-GB"), id="a region that is written otherwise"),
        pytest.param(["Opening"], "en-QQQ", None, ("eng", "en"), id="a region that there is not"),
        pytest.param(["开场"], "zh-Abcd-TW", None, ("chi", "zh-TW"), id="a script that there is not"),
        pytest.param(["Opening"], "xx", None, ("und", "und"), id="a code that nobody knows"),
        pytest.param(["开场"], "en", "zh-hANT-tw", ("chi", "zh-Hant-TW"), id="the option rules"),
        pytest.param(["开场"], None, "de", ("ger", "de"), id="the option rules over the script"),
        pytest.param(["开场"], None, "chi", ("chi", "zh"), id="a long code as option"),
        pytest.param(["Başlangıç"], None, "Azerbaijani", ("aze", "az"), id="a name as option"),
        pytest.param(["Atayal"], None, "tay", ("und", "tay"), id="a language without a code in ISO 639-2"),
    ],
)
def test_titles_say_their_language(
    titles: list[str], spoken: str | None, option: str | None, codes: tuple[str, str], tmp_path: Path
) -> None:
    """The option says it, else the script of the titles, and more exactly the speech; MKVToolNix agrees."""
    speech = Transcript(kind="asr", language=spoken, segments=(Segment(start_ms=0, end_ms=1, text="x"),))
    given = Document(chapters=in_a_row(titles).chapters, transcripts=(speech,))
    content = ice_results.convert(given, "chapters.xml", language=option)
    assert isinstance(content, str)
    assert f"<ChapterLanguage>{codes[0]}</ChapterLanguage>" in content
    assert f"<ChapLanguageIETF>{codes[1]}</ChapLanguageIETF>" in content
    path = tmp_path / "talk.chapters.xml"
    path.write_text(content, encoding="utf-8")
    assert matroska_languages(path) == {codes}


def test_the_long_codes_are_those_of_mkvtoolnix(tmp_path: Path) -> None:
    """MKVToolNix knows every tag of ours, and has the same code of ISO 639-2 for it, or none.

    It has none for some languages that are parts of one with a code, as Iranian Persian is of Persian.
    """
    two = map("".join, itertools.product(string.ascii_lowercase, repeat=2))
    tags = [*filter(language_with, two), *ISO_639_2, *PARTS_OF_LANGUAGES]
    content = ice_results.convert(in_a_row(["x"]), "chapters.xml", language="zh")
    assert isinstance(content, str)
    display = content[content.index("        <ChapterString>") : content.index("      </ChapterDisplay>")]
    displays = [display.replace(">chi<", ">und<").replace(">zh<", f">{tag}<") for tag in tags]
    path = tmp_path / "talk.chapters.xml"
    path.write_text(content.replace(display, "</ChapterDisplay><ChapterDisplay>".join(displays)))
    found = {tag: code for code, tag in matroska_languages(path)}
    assert found.keys() == {*tags}
    differing = {tag: found[tag] for tag in tags if found[tag] != iso639_2b(tag)}
    assert differing == dict.fromkeys(PARTS_OF_LANGUAGES[-4:], "und")


@pytest.mark.parametrize("name", ["srt", "chapters.xml"])
@pytest.mark.parametrize("language", ["Chinese (Taiwan)", "zh-mandarin", "xx", ""])
def test_a_language_that_nobody_knows_is_refused(name: str, language: str) -> None:
    """The option takes what is in a registry, wherever it is an option, and says what it takes."""
    with pytest.raises(InvalidOption) as error:
        ice_results.convert(in_a_row(["a"]), name, language=language)
    assert str(error.value) == (
        f"option language: expected a code or name of a language, such as zh-Hant or French, found {language!r}"
    )
