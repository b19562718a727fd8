"""The language of a text by its script, and which characters are written without spaces between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Document, Segment, Transcript
from ice_results.captions.layout.places import places
from ice_results.text.cleaning import joined
from ice_results.text.kinsoku import NO_END, NO_START
from ice_results.text.scripts import is_ideographic, language_of_text


@given(st.characters(exclude_categories=["Zs", "Zl", "Zp", "Cc", "Cs"]), st.characters(categories=["L", "N", "So"]))
def test_what_is_broken_without_a_space_is_joined_without_one(before: str, after: str) -> None:
    """Two characters that a line may be broken between are themselves again when the lines are joined."""
    if places(before + after, "und"):
        assert joined([before, after]) == before + after


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ＨＥＬＬＯ\nＷＯＲＬＤ", "ＨＥＬＬＯ ＷＯＲＬＤ"),
        ("２０\n３０", "２０ ３０"),
        ("ＡＢＣ\n放送", "ＡＢＣ放送"),
        ("今天\n晴", "今天晴"),
        ("今日は\nはれ", "今日ははれ"),
        ("ﾃｽﾄ\nﾃﾞｽ", "ﾃｽﾄﾃﾞｽ"),
        ("안녕\n여러분", "안녕 여러분"),
        ("Hello\nworld", "Hello world"),
        ("ﻣﺮﺣﺒﺎ\nﺑﻜﻢ", "ﻣﺮﺣﺒﺎ ﺑﻜﻢ"),
        ("𝐎𝐧𝐞\n𝐭𝐰𝐨", "𝐎𝐧𝐞 𝐭𝐰𝐨"),
        ("他说“好”\n走了", "他说“好”走了"),
        ("he said “yes”\nand left", "he said “yes” and left"),
    ],
)
def test_lines_of_one_segment_are_joined_as_their_script_is_written(text: str, line: str) -> None:
    """Words keep a space between them, full-width words too; ideographs and kana have none."""
    said = Transcript(kind="asr", segments=(Segment(start_ms=0, end_ms=2000, text=text),))
    assert ice_results.convert(Document(transcripts=(said,)), "txt") == f"{line}\n"


@pytest.mark.parametrize("sign", ["あ", "ア", "ｱ", "ﾞ", "漢", "𠮷", "。", "｡", "（", "々", "😀", "\u3000"])
def test_what_is_written_without_spaces(sign: str) -> None:
    """Ideographs, kana and their punctuation, whether full or half the width."""
    assert is_ideographic(sign)


@pytest.mark.parametrize("sign", ["a", "é", "Я", "ع", "Ａ", "ｚ", "０", "가", "ᄀ", "\u3099", "⚡", "\ufe0f", "ﬁ", " "])
def test_what_is_written_in_words(sign: str) -> None:
    """Letters and digits of any width, Korean, and marks that belong to what is before them."""
    assert not is_ideographic(sign)


@pytest.mark.parametrize("half", "｡､･｣ｧｨｩｪｫｬｭｮｯｰ")
def test_half_width_signs_begin_no_line_where_full_width_ones_do_not(half: str) -> None:
    """Half-width punctuation and small kana are kept from the start of a line, opening brackets from its end."""
    assert half in NO_START
    assert "｢" in NO_END
    assert places(f"ｱ{half}ｲ", "ja") == [2]
    assert places("ｱ｢ｲ", "ja") == [1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "latin"),
        ("1, 2, 3", "latin"),
        ("Hello there", "latin"),
        ("Здравствуйте, друзья", "latin"),
        ("Он сказал 你好 и ушёл домой", "latin"),
        ("今天天气很好", "zh"),
        ("我们用 iPhone 15 和 TensorFlow 拍片", "zh"),
        ("これはテストです", "ja"),
        ("東京特許許可局の会議", "ja"),
        ("ﾃｽﾄ", "ja"),
        ("안녕하세요 여러분", "ko"),
        ("안녕하세요 漢字", "ko"),
        ("𠮷𠮷", "zh"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    """The group of languages is found by the script that most of a text is in."""
    assert language_of_text(text) == language
