"""The language of a text by its script and small words, beside a language that a track is usually in."""

from __future__ import annotations

import pytest

from ice_results.text.detection import TextLanguage, language_beside, usual_language
from ice_results.text.function_words import FUNCTION_WORDS
from ice_results.text.languages import caption_group, language_tag

SENTENCES = {
    "en": "We wanted to take the last ferry, but it had already left the harbour.",
    "de": "Wir wollten die letzte Fähre nehmen, aber sie war schon ausgelaufen.",
    "fr": "Nous voulions prendre le dernier bateau, mais il avait déjà quitté le port.",
    "es": "Queríamos tomar el último barco, pero ya había salido del puerto.",
    "pt": "Queríamos apanhar o último barco, mas ele já tinha saído do porto.",
    "it": "Volevamo prendere l'ultimo traghetto, ma aveva già lasciato il porto con la posta.",
    "nl": "We wilden de laatste boot nemen, maar die was al uit de haven vertrokken.",
    "sv": "Vi ville ta den sista färjan, men den hade redan lämnat hamnen och ön.",
    "da": "Vi ville tage den sidste færge, men den havde allerede forladt havnen af sig selv.",
    "no": "Vi ville ta den siste fergen, men den hadde allerede forlatt havnen etter oss.",
    "cs": "Chtěli jsme jet posledním přívozem, ale ten už opustil přístav a město.",
    "pl": "Chcieliśmy popłynąć ostatnim promem, ale on już opuścił port i nie czeka.",
    "id": "Kami ingin naik kapal terakhir, tetapi kapal itu sudah meninggalkan pelabuhan.",
    "vi": "Chúng tôi muốn đi chuyến phà cuối cùng nhưng nó đã rời bến rồi.",
    "tr": "Son vapura yetişmek istedik ama vapur çoktan ayrılmıştı ve biz kaldık.",
    "ru": "Мы хотели успеть на последний паром, но он уже вышел из порта.",
    "uk": "Ми хотіли встигнути на останній пором, але він уже вийшов із порту.",
    "th": "เราอยากขึ้นเรือเที่ยวสุดท้าย",
    "zh": "我们想坐最后一班船，但是它已经离开了港口。",
    "ja": "私たちは最後の船に乗りたかったが、船はもう港を出ていた。",
    "ko": "우리는 마지막 배를 타고 싶었지만 배는 이미 항구를 떠났다.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_tells_its_language(language: str) -> None:
    """One sentence is enough where its script or its small words tell."""
    assert usual_language(None, [SENTENCES[language]]).code == language


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("usual", ["zh", "en"])
def test_a_sentence_in_another_script_has_its_own_language(language: str, usual: str) -> None:
    """A track that turns to another script turns to its language; a named language decides within its script."""
    named = usual_language(usual, [])
    found = language_beside(SENTENCES[language], named)
    shares_script = usual == "en" and language not in ("ru", "uk", "th", "zh", "ja", "ko")
    assert found.code == (usual if shares_script else language)
    assert found.group == (caption_group(language) if not shares_script else "latin")


@pytest.mark.parametrize(
    ("text", "usual", "code"),
    [
        ("12:30", "zh", "zh"),
        ("…", "ja", "ja"),
        ("OK", "zh", "und"),
        ("我们用 iPhone 15 和 TensorFlow 拍片", "zh", "zh"),
        ("请打开https://example.com/a?b=1查看", "zh", "zh"),
        ("東京特許許可局", "ja", "ja"),
        ("東京特許許可局", "zh", "zh"),
        ("これはテスト", "zh", "ja"),
        ("Он сказал 你好 и ушёл домой", "ru", "ru"),
        ("Er sagte ja und ging dann nach Hause, weil es spät war", "fr", "fr"),
    ],
)
def test_what_a_text_does_not_tell_is_as_usual(text: str, usual: str, code: str) -> None:
    """Numbers, Han characters alone, and names in another script are no other language."""
    assert language_beside(text, usual_language(usual, [])).code == code


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("zho", ("zh", "zh")),
        ("chi", ("zh", "zh")),
        ("cmn", ("zh", "zh")),
        ("yue", ("zh", "zh")),
        ("中文", ("zh", "zh")),
        ("zh-Hant-TW", ("zh", "zh")),
        ("zh-Latn", ("latin", "und")),
        ("jpn", ("ja", "ja")),
        ("kor", ("ko", "ko")),
        ("French", ("latin", "fr")),
        ("pt_br", ("latin", "pt")),
    ],
)
def test_a_language_is_known_by_its_names(name: str, found: tuple[str, str]) -> None:
    """Codes of ISO 639, tags of BCP 47 and names say the group of limits and the model."""
    assert usual_language(name, ["Hello"]) == TextLanguage(*found, named=True)


def test_small_words_are_of_languages_that_are_known() -> None:
    """Every list of small words is that of a language, each word in small letters."""
    for language, words in FUNCTION_WORDS.items():
        assert language_tag(language) == language
        assert words == words.lower()
