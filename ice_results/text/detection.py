"""Which language a text is in: by its script, and among languages of one script by their small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from .function_words import languages_by_word
from .languages import caption_group, closest_tag
from .scripts import language_of_text, scripts_in

_SAMPLED = 4000
"""As many characters as tell the language of most texts."""
_OUTER_MARKS = ".,;:!?…\"'«»“”„‘’()[]—–-¿¡"
_LEAST_SURE = 1.5
"""The least weight of small words that tells a language; one that no other language has weighs 1."""
_MARGIN, _MARGIN_OF_MANY, _MANY = 1.5, 1.1, 20.0
"""How much more they must weigh than those of the next language: less where there are many."""
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "ru uk bg be mk sr kk ky mn tg"),
    ("\u0590", "\u05ff", "he yi"),
    ("\u0600", "\u06ff", "ar fa ur ps ug"),
    ("\u0900", "\u097f", "hi mr ne sa"),
    ("\u0e00", "\u0e7f", "th"),
)
"""Scripts beside Latin and those of East Asia, and the languages that are written in each, the usual one first."""
_LATIN = ""
"""The languages of the Latin script: all others."""
_UNKNOWN = "und"
_ASCII = re.compile("[!-~]+")
"""What counts as one letter among ideographs: a name or a URL in a Chinese sentence is no sentence in English."""


class TextLanguage(NamedTuple):
    """A language as layout wants it: the group that profiles have limits for, and the code, `und` if not known.

    `named` says that somebody named it, so that words need not be asked.
    """

    group: str
    code: str
    named: bool = False


def usual_language(named: str | None, texts: Iterable[str]) -> TextLanguage:
    """The language of most texts of a track: the named one where the name is known, else that of the first texts."""
    tag = closest_tag(named) if named else None
    group = caption_group(tag) if tag else None
    if tag and group:
        return TextLanguage(group, _code_in(group, tag), named=True)
    sample = ""
    for text in texts:
        sample += text + "\n"
        if len(sample) >= _SAMPLED:
            break
    return language_beside(sample, TextLanguage("latin", _UNKNOWN))


def _code_in(group: str, tag: str) -> str:
    """The code of a named language: Chinese for Cantonese, none for Chinese that is written in Latin letters."""
    code = tag.partition("-")[0]
    if group != "latin":
        return group
    return code if caption_group(code) == group else _UNKNOWN


def language_beside(text: str, usual: TextLanguage) -> TextLanguage:
    """The language of a text among texts that are usually in another one.

    The script decides where it can. What says nothing, as numbers and single words do, is as usual.
    """
    group = language_of_text(text if usual.group == "latin" else _ASCII.sub("a", text))
    if group != "latin":
        is_usual = group in (usual.group, "zh" if usual.group == "ja" else "")
        return usual if is_usual else TextLanguage(group, group)
    if not scripts_in(text).strip():
        return usual
    languages = _languages_of_script(text)
    is_usual = usual.group == "latin" and _is_written(usual.code, languages)
    code = None if is_usual and usual.named else _by_words(text)
    if code is not None and _is_written(code, languages):
        return TextLanguage("latin", code)
    return usual if is_usual else TextLanguage("latin", languages.partition(" ")[0] or _UNKNOWN)


def _languages_of_script(text: str) -> str:
    """The languages of the script that most letters of a text are of."""
    if text.isascii():
        return _LATIN
    counts = Counter(
        next((all_of for first, last, all_of in _SCRIPTS if first <= sign <= last), _LATIN)
        for sign in text
        if sign.isalpha()
    )
    return counts.most_common(1)[0][0]


def _is_written(code: str, languages: str) -> bool:
    """Whether a language is one of a script's."""
    if languages:
        return code in languages.split()
    return not any(code in all_of.split() for _, _, all_of in _SCRIPTS)


def _by_words(text: str) -> str | None:
    """The language that the small words of a text are in, `None` where they do not tell."""
    weights: dict[str, float] = {}
    known = languages_by_word()
    for word in text.lower().split():
        languages = known.get(word.strip(_OUTER_MARKS), ())
        for language in languages:
            weights[language] = weights.get(language, 0.0) + 1 / len(languages)
    (most, first), (second, _) = sorted([*((weight, code) for code, weight in weights.items()), (0.0, ""), (0.0, "")])[
        :-3:-1
    ]
    margin = _MARGIN_OF_MANY if most >= _MANY else _MARGIN
    return first if most >= _LEAST_SURE and most >= margin * second else None
