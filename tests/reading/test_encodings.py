"""The text in the bytes of a file is read right or refused with the position: never a replaced letter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import DecodeError, Document, InvalidOption
from ice_results.findings import Problem
from ice_results.reading import encodings
from ice_results.reading.encodings import checked_text, implausible
from ice_results.records.as_json import document_to_json

from ..answers import smart_job
from ..conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.json*"))
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
NOTE = Problem(path="", message="read as GB18030: the file is not UTF-8", severity="note")
ADVICE = 'name its encoding, as in --encoding big5 or parse(..., encoding="gb18030")'
FEW = 20
"""With so few ideographs nobody can tell whether it is Chinese that they make, or chance."""

SIMPLIFIED = "今天下午我们去河边看了新修好的水车，老师傅说它停了二十年，现在每天都可以转。"
SENTENCES: Mapping[str, str] = {
    "big5": "今天下午我們去河邊看新修好的水車，老師傅說它停了二十年，現在每天都可以轉。",
    "shift_jis": "今日の午後、川のそばの新しい水車を見に行きました。二十年も止まっていたそうです。",
    "euc_jp": "今日の午後、川のそばの新しい水車を見に行きました。二十年も止まっていたそうです。",
    "euc_kr": "오늘 오후에 우리는 강가에 새로 고친 물레방아를 보러 갔습니다. 이십 년 동안 멈춰 있었습니다.",
    "cp949": "오늘 오후에 우리는 강가에 새로 고친 물레방아를 보러 갔습니다. 이십 년 동안 멈춰 있었습니다.",
    "cp874": "บ่ายวันนี้เราไปดูกังหันน้ำที่ซ่อมใหม่ริมแม่น้ำ มันหยุดหมุนมายี่สิบปีแล้ว",
    "cp1251": "Сегодня днём мы ходили смотреть водяную мельницу у реки: она стояла двадцать лет.",
    "koi8_r": "Сегодня днём мы ходили смотреть водяную мельницу у реки: она стояла двадцать лет.",
    "cp1252": "Cet après-midi, nous sommes allés voir le moulin réparé près de la rivière.",
    "cp1250": "Dziś po południu poszliśmy obejrzeć naprawiony młyn wodny nad rzeką, który stał bezczynnie.",
}
"""A sentence in each encoding that takes more than ASCII, and is neither Unicode nor GB18030."""


def answer(sentence: str) -> str:
    """An answer with one line of speech."""
    lines = [{"content": sentence, "from": 0.0, "to": 9.5}]
    return json.dumps(smart_job(json.dumps(lines, ensure_ascii=False)), ensure_ascii=False)


def spoken(document: Document) -> str:
    """The one line of speech in a document."""
    ((segment,),) = (transcript.segments for transcript in document.transcripts)
    return segment.text


def refusal(data: bytes, encoding: str | None = None) -> str:
    """What is said of bytes that are refused."""
    with pytest.raises(DecodeError) as caught:
        ice_results.parse(data, encoding=encoding)
    return str(caught.value)


# Unicode


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_in_every_encoding_of_unicode_is_the_sample(sample: Path, encoding: str) -> None:
    """With a byte order mark and without, whatever the text: equal documents, no note more."""
    data = sample.read_text(encoding="utf-8").encode(encoding)
    found, expected = list(ice_results.parse_all(data)), list(ice_results.parse_all(sample.read_bytes()))
    assert found == expected
    assert list(map(document_to_json, found)) == list(map(document_to_json, expected))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_behind_chinese_too(encoding: str) -> None:
    """Where the text does not begin with ASCII, the zero bytes further on show how it is written."""
    data = f"识别结果 {answer(SIMPLIFIED)}".encode(encoding)
    assert spoken(ice_results.parse(data)) == SIMPLIFIED


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'\xff\xfe{\x00"\x00\x00\xd8{\x00', f"no valid UTF-16 text: byte 6 is 0x00; {ADVICE}"),
        (b'{\x00"\x00a', f"no valid UTF-16-LE text: byte 4 is 0x61; {ADVICE}"),
        (b"\x00\x00\x00{\xff\xff\xff\xff", f"no valid UTF-32-BE text: byte 4 is 0xff; {ADVICE}"),
        (b'\xef\xbb\xbf{"a": "\xff"}', f"no valid UTF-8 text: byte 10 is 0xff; {ADVICE}"),
    ],
    ids=["UTF-16", "UTF-16-LE cut off", "UTF-32-BE", "UTF-8 with a mark"],
)
def test_broken_unicode_is_refused_with_the_byte(data: bytes, message: str) -> None:
    """The message names the encoding that the file begins with, and the first byte that is none of it."""
    assert refusal(data) == message


# GB18030


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_in_gb18030_is_the_sample_or_refused(sample: Path, encoding: str) -> None:
    """Chinese is read with a note that says so; where there is hardly any, it may be refused with the advice."""
    data = sample.read_text(encoding="utf-8").encode(encoding, "xmlcharrefreplace")
    text = data.decode(encoding)
    expected = list(ice_results.parse_all(text))
    assert list(ice_results.parse_all(data, encoding=encoding)) == expected
    found = read_or_refused(data)
    if any(problem.message.endswith(f"; {ADVICE}") for each in found for problem in each.problems):
        assert sum("\u4e00" <= sign <= "\u9fff" for sign in text) <= FEW
    elif data.isascii():
        assert found == expected
    else:
        assert found[0].problems[0] == NOTE
        assert [attrs.evolve(found[0], problems=found[0].problems[1:]), *found[1:]] == expected


def read_or_refused(data: bytes) -> list[Document]:
    """The documents in a file; why it is refused as the problem of one."""
    try:
        return list(ice_results.parse_all(data))
    except DecodeError as error:
        return [Document(problems=(Problem(path="", message=str(error)),))]


def test_chinese_of_windows_is_read_with_a_note() -> None:
    """A file in the default encoding of Chinese Windows gives its text, and `strict` lets the note pass."""
    document = ice_results.parse(answer(SIMPLIFIED).encode("gbk"), strict=True)
    assert spoken(document) == SIMPLIFIED
    assert document.problems == (NOTE,)


def test_json_lines_in_gb18030_are_read() -> None:
    """The encoding is that of the whole file, not of a line: one without Chinese is no other encoding."""
    lines = "\n".join([answer(SIMPLIFIED), answer("One line of English."), answer(SIMPLIFIED)])
    documents = list(ice_results.parse_all(lines.encode("gb18030")))
    assert list(map(spoken, documents)) == [SIMPLIFIED, "One line of English.", SIMPLIFIED]
    assert [each.problems for each in documents] == [(NOTE,), (), ()]


@pytest.mark.parametrize("encoding", SENTENCES)
def test_another_encoding_is_refused_and_read_when_it_is_named(encoding: str) -> None:
    """Big5, Shift-JIS, EUC-KR and the like never become Chinese by chance; with `encoding` they are themselves."""
    sentence = SENTENCES[encoding]
    data = answer(sentence).encode(encoding)
    assert refusal(data).endswith(f"; {ADVICE}")
    document = ice_results.parse(data, encoding=encoding)
    assert (spoken(document), document.problems) == (sentence, ())


@pytest.mark.parametrize("encoding", SENTENCES)
@given(st.data())
def test_no_part_of_another_encoding_becomes_chinese(encoding: str, data: st.DataObject) -> None:
    """However little of a text is in the file, it is refused, or was nothing but ASCII."""
    sentence = SENTENCES[encoding]
    first = data.draw(st.integers(0, len(sentence)))
    part = sentence[first : data.draw(st.integers(first, len(sentence)))]
    found = answer(part).encode(encoding)
    try:
        document = ice_results.parse(found)
    except DecodeError:
        return
    assert found.isascii() or found.decode() == answer(spoken(document))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("一个\ue5e5字", "U+E5E5 is for private use"),
        ("あいうえおかきくけこ" + SIMPLIFIED[:4], "10 of 14 characters are uncommon"),
        (SIMPLIFIED * 2 + "偀偁", 'a byte is missing near "偀偁"'),
        ("爸跋罢霸把坝岸" * 5, "only 5 of 35 ideographs are frequent in Chinese"),
        ("的不大发本部但到得地" * 3, "only 0 of 30 ideographs are of the second half of GB2312, as in Korean"),
    ],
    ids=["private use", "kana", "two strange ones", "none of the frequent ones", "first half of the table"],
)
def test_what_is_implausible_is_said(text: str, reason: str) -> None:
    """Each rule that a text in GB18030 has to keep, and how it is said that it does not."""
    assert implausible(text) == reason


def test_the_frequent_ideographs_are_in_the_first_table() -> None:
    """The list holds each ideograph once, and none that the rule on common characters would refuse."""
    assert len(encodings._FREQUENT) == 378
    assert encodings._common() >= encodings._FREQUENT


# Damage


def test_a_damaged_byte_is_refused_with_its_position() -> None:
    """UTF-8 in which one byte is another is no other encoding: the message says where, and nothing is replaced."""
    data = bytearray(answer(SIMPLIFIED).encode())
    place = data.index("河".encode())
    data[place] = 0xB0
    message = f"damaged UTF-8 text: byte {place} is 0xb0; save or fetch the file again"
    assert refusal(bytes(data)) == message


def test_a_damaged_byte_of_gb18030_is_refused_with_its_position() -> None:
    """The same in a file that is Chinese in GB18030 but for one byte."""
    data = bytearray(answer(SIMPLIFIED * 3).encode("gbk"))
    place = data.index("河".encode("gbk"))
    data[place + 1] = 0x20
    assert refusal(bytes(data)) == f"damaged GB18030 text: byte {place} is 0xba; save or fetch the file again"


@given(st.data())
def test_damage_never_becomes_other_text(data: st.DataObject) -> None:
    """A file in UTF-8 that lost a byte or got one is refused, or is the text that its bytes are in UTF-8."""
    whole = answer(SIMPLIFIED).encode()
    place = data.draw(st.integers(0, len(whole) - 1))
    between = data.draw(st.binary(max_size=2))
    damaged = whole[:place] + between + whole[place + data.draw(st.integers(0, 3)) :]
    try:
        documents = list(ice_results.parse_all(damaged))
    except (DecodeError, ice_results.UnrecognisedDocument):
        return
    kept = json.dumps(list(map(document_to_json, documents)), ensure_ascii=False)
    assert "�" not in kept
    assert all(sign < "\x80" or sign in damaged.decode() for sign in kept if sign not in "…→")


def test_a_damaged_line_costs_only_itself() -> None:
    """In JSON Lines a line with a byte that is no UTF-8 is one problem; the others are read."""
    lines = [answer(SIMPLIFIED).encode(), answer("Second.").encode(), answer(SIMPLIFIED).encode()]
    lines[1] = lines[1].replace(b"Second", b"Sec\xffnd")
    place = lines[1].index(b"\xff")
    first, broken, last = ice_results.parse_all(b"\n".join(lines))
    assert (spoken(first), spoken(last)) == (SIMPLIFIED, SIMPLIFIED)
    message = f"no valid UTF-8 text: byte {place} is 0xff; {ADVICE}"
    assert broken == Document(problems=(Problem(path="line 2", message=message),))


def test_a_hole_in_a_file_is_refused() -> None:
    """Zero bytes, as a full disk leaves them, are in no text: not inside a string either."""
    data = answer("One line of English.").replace("line", "\0\0\0\0")
    place = data.index("\0")
    message = f"damaged text: character {place} is zero; save or fetch the file again"
    assert refusal(data.encode()) == message


# The caller's word


def test_iso_2022_is_refused_by_its_escapes() -> None:
    """What is ASCII by its bytes, and Japanese by its escapes, is not taken for ASCII."""
    data = answer("川のそば").encode("iso2022_jp")
    assert refusal(data) == f"not UTF-8: at byte {data.index(27)} ISO-2022 begins; {ADVICE}"
    assert spoken(ice_results.parse(data, encoding="ISO-2022-JP")) == "川のそば"


def test_a_wrong_encoding_is_refused_with_the_byte() -> None:
    """An encoding that is named and that the file is not in is an error with the position."""
    data = answer(SENTENCES["euc_kr"]).encode("euc_kr")
    assert refusal(data, "ascii") == f"no valid ASCII text: byte {data.index(0xBF)} is 0xbf; {ADVICE}"
    assert refusal(b"abc", "undefined").startswith("no valid UNDEFINED text: ")


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "", "a\0b"])
def test_an_encoding_that_does_not_exist_is_an_invalid_option(name: str) -> None:
    """So is one that makes something else than text of bytes."""
    with pytest.raises(InvalidOption) as caught:
        ice_results.parse(b"{}", encoding=name)
    expected = f"option encoding: expected the name of an encoding, such as big5 or gb18030, found {name!r}"
    assert str(caught.value) == expected


@pytest.mark.parametrize("source", ["{}", {}, []])
def test_an_encoding_of_what_is_no_bytes_is_an_invalid_option(source: object) -> None:
    """Text is decoded already: an encoding would do nothing."""
    with pytest.raises(InvalidOption, match=r"^option encoding: expected nothing where the source is no bytes, found"):
        ice_results.parse(source, encoding="big5")


def test_a_file_in_utf_8_that_is_read_as_something_else_is_doubted() -> None:
    """The caller's word counts, with a warning where the bytes say otherwise."""
    (problem,) = ice_results.parse(answer("Prés de la rivière").encode(), encoding="cp1252").problems
    assert str(problem) == "read as CP1252, as asked, though the file is valid UTF-8"
    assert problem.severity == "warning"
    assert ice_results.parse(answer("Plain.").encode(), encoding="cp1252").problems == ()
    assert ice_results.parse(answer("Prés").encode("utf-8-sig"), encoding="utf8").problems == ()


def test_load_takes_an_encoding_too(tmp_path: Path) -> None:
    """`load` and `load_all` read a file in the encoding that is named."""
    path = tmp_path / "talk.json"
    path.write_text(answer(SENTENCES["big5"]), encoding="big5")
    assert spoken(ice_results.load(path, encoding="big5")) == SENTENCES["big5"]
    assert [spoken(each) for each in ice_results.load_all(path, encoding="big5")] == [SENTENCES["big5"]]


def test_bytes_that_begin_like_utf_8_are_checked() -> None:
    """What `text_of` leaves as bytes is looked at byte by byte before any of it counts as text."""
    assert checked_text(SIMPLIFIED.encode()) == (SIMPLIFIED, ())
    assert checked_text(SIMPLIFIED.encode("gbk")) == (SIMPLIFIED, (NOTE,))
