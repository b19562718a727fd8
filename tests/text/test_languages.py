"""The language of a text by its script, and languages by name."""

from __future__ import annotations

import pytest

from ice_results.text.scripts import language_of


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
    assert language_of(None, [text]) == language


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ("zh", "zh"),
        ("zh-Hans-CN", "zh"),
        ("zh_TW", "zh"),
        ("cn", "zh"),
        ("yue", "zh"),
        ("Chinese", "zh"),
        ("ja-JP", "ja"),
        ("Japanese", "ja"),
        ("ko", "ko"),
        ("Korean", "ko"),
        ("en", "latin"),
        ("fr-FR", "latin"),
    ],
)
def test_a_name_of_a_language_decides(named: str, language: str) -> None:
    """Names and codes are understood, and the text is not asked then."""
    assert language_of(named, ["これはテストです 안녕하세요"]) == language
