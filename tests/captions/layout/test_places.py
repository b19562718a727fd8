"""Where characters allow a break: the sets of the W3C, of JIS X 4051 and of Unicode, straight quotes, Thai."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results.captions.layout.places import places
from ice_results.text.kinsoku import NO_END, NO_START

from ...judges.installed import judge

W3C_CHINESE = {
    "centred punctuation": "・：；･‼⁇⁈⁉！？",
    "hyphens": "‐–〜゠",
    "inseparable": "․‥…⋯︙\U00010af6",
    "iteration marks": "々〻ゝゞヽヾ",
    "behind numbers": "°‰′″‵℃℉﹪％￠",
    "small kana": "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
}
"""Characters that begin no line by `line-break: strict` in Chinese: those of web-platform-tests, css/css-text/i18n."""

JIS_NO_START = "’”）〕］｝〉》」』】｠〙〗»〟‐〜゠–！？‼⁇⁈⁉・：；。．、，ヽヾゝゞ々〻ー" + W3C_CHINESE["small kana"]
JIS_NO_END = "‘“（〔［｛〈《「『【｟〘〖«〝"
"""The characters of classes 1 to 7, 9 to 11 of JIS X 4051."""

BEGIN_NO_LINE = sorted({*"".join(W3C_CHINESE.values()), *JIS_NO_START, *"，。？！、；：”’》」』】）｡､﹐〞｣"})

UNICODE_ALLOWS_NOT = {
    "QU": "of quotation marks it is known which ones open and which ones close",
    "SA": "words of Thai, which Unicode leaves to a dictionary",
    "PR": "C++ and a price are words of their own beside ideographs",
    "IS": "behind a space a word may begin with a full stop: .NET",
    "BA": "the ideographic space is a space",
    "PO": "a bracket may be broken off what stands behind a number",
}
"""Classes of line breaking at whose characters we break where UAX 14 does not, and why."""


def parts(text: str, language: str = "zh") -> list[str]:
    """A text cut at all of its places."""
    edges = [0, *places(text, language), len(text)]
    return [text[first:last] for first, last in pairwise(edges)]


@pytest.mark.parametrize("space", ["", " ", "\u3000"], ids=["no space", "a space", "a wide space"])
@pytest.mark.parametrize("language", ["zh", "ja"])
@pytest.mark.parametrize("sign", BEGIN_NO_LINE)
def test_what_begins_no_line(sign: str, language: str, space: str) -> None:
    """Closing punctuation and what Chinese and Japanese keep from the start of a line, also across a space."""
    text = f"文文文{space}{sign}字字"
    assert not [part for part in parts(text, language)[1:] if part.startswith(sign)]
    assert sign in NO_START


@pytest.mark.parametrize("space", ["", " ", "\u3000"], ids=["no space", "a space", "a wide space"])
@pytest.mark.parametrize("sign", JIS_NO_END)
def test_what_ends_no_line(sign: str, space: str) -> None:
    """Opening punctuation stays with what it opens, also across a space."""
    assert not [part for part in parts(f"文文{sign}{space}字字")[:-1] if part.rstrip().endswith(sign)]
    assert sign in NO_END


@pytest.mark.parametrize("sign", "的了吗嗎")
def test_particles_begin_no_line_of_chinese(sign: str) -> None:
    """What ends a phrase in Chinese stays with it; in Japanese the character is one like others."""
    assert not [part for part in parts(f"文文{sign}字字")[1:] if part.startswith(sign)]
    assert f"{sign}" in parts(f"文文{sign}字字", "ja")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('他说"你好"然后走', '他|说|"你|好"|然|后|走'),
        ('他说 "你好" 然后', '他|说 |"你|好" |然|后'),
        ("他说'你好'然后", "他|说|'你|好'|然|后"),
        ('he said "hello there" and left', 'he |said |"hello |there" |and |left'),
        ("the dogs' bones weren't 'found' by 5\" pipes", "the |dogs' |bones |weren't |'found' |by |5\" |pipes"),
        ('甲"乙"丙"丁"戊', '甲|"乙"|丙|"丁"|戊'),
    ],
)
def test_straight_quotes_open_and_close_in_turns(text: str, shown: str) -> None:
    """A straight quotation mark belongs to what it encloses: the first opens, the next closes."""
    assert "|".join(parts(text)) == shown


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("« Bonjour » dit-il", "fr", "« Bonjour » |dit-il"),
        ("„Hallo“ sagte er »ja« dann", "de", "„Hallo“ |sagte |er |»ja« |dann"),
        ("”Hej” sa han", "sv", "”Hej” |sa |han"),
        ("Bonjour ! Ça va ? Oui : bien.", "fr", "Bonjour ! |Ça |va ? |Oui : |bien."),
        ("– Bonjour. – Salut.", "fr", "– Bonjour. |– Salut."),
        ("one – two — three", "en", "one – |two — |three"),
        ("We use .NET and ...well, C++ or C#, too", "en", "We |use |.NET |and |...well, |C++ |or |C#, |too"),
        ("It is 20 % of $ 5 ( or so )", "en", "It |is |20 % |of |$ |5 |( or |so )"),
        ("我们用C++写，再说 3 个", "zh", "我|们|用|C++|写，|再|说 |3 |个"),
        ("ＨＥＬＬＯ世界２０２４年", "zh", "ＨＥＬＬＯ|世|界|２０２４|年"),
        ("👨‍👩‍👧👍🏽🇨🇳中é́国", "zh", "👨‍👩‍👧|👍🏽🇨🇳|中|é́|国"),
        ("안녕하세요 여러분", "ko", "안녕하세요 |여러분"),
        ("ที่นี่เป็นเมืองใหญ่ๆ นะ", "th", "ที่|นี่|เป็|น|เมื|อ|ง|ให|ญ่ๆ |นะ"),
    ],
)
def test_examples_of_places(text: str, language: str, shown: str) -> None:
    """Spaces, ideographs and Thai characters, with the punctuation of each language."""
    assert "|".join(parts(text, language)) == shown


SIGNS = "中文字今，。！？：“”‘’《》「」（）【】…—·ーっ々〜％℃￥＄#$%°.,;:!?()[]{}\"'-–/+&@*aBé9０Ａ가다กาเ้"
SIGNS += " 　👍👨‍👩🇨🇳‼№€﹐｡､｣｢«»„¿¡"
PIECES = [*SIGNS, *["ict", "said", "3.14", "e\u0301", "\u200b", "\u00a0", "👍🏽", "C++"]]


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12), st.sampled_from(["en", "zh", "ja", "ko"]))
def test_no_break_that_unicode_forbids(pieces: list[str], language: str) -> None:
    """Every place is one that UAX 14 allows, as uniseg has it, but for those with a reason."""
    linebreak = judge("uniseg.linebreak")
    text = "".join(pieces)
    allowed = set(linebreak.line_break_boundaries(text))
    classes = [str(linebreak.line_break(sign)).rpartition(".")[2] for sign in text]
    forbidden = [index for index in places(text, language) if index not in allowed]
    assert not [index for index in forbidden if {classes[index - 1], classes[index]}.isdisjoint(UNICODE_ALLOWS_NOT)]
