"""Models of breaks: how well they judge sentences that no model was trained on, and what their files hold."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
import pytest

from ice_results.captions.layout import models
from ice_results.captions.layout.costs import end_cost
from ice_results.captions.layout.models import LANGUAGES, cue_price, model_for, parsed
from ice_results.captions.layout.places import places
from tools.train_breaks import written

UNSPACED = ("zh", "ja", "th")
WEIGHTS = Path(models.__file__).parent / "weights"
LEAST_PRECISION, LEAST_RECALL = 0.9, 0.7


@attrs.frozen
class Parted:
    """A sentence and whether a break is good (/), bad or a matter of taste (~), by the index of what begins a line."""

    text: str
    verdicts: Mapping[int, str]


def sentences_of(text: str) -> dict[str, list[Parted]]:
    """The sentences of each language in a file of them."""
    found: dict[str, list[Parted]] = {}
    own: list[Parted] = []
    for line in text.splitlines():
        if line.startswith("["):
            language = line.strip("[]")
            own = found.setdefault(language, [])
        elif line and not line.startswith("#"):
            own.append(parted(line, "" if language in UNSPACED else " "))
    return found


def parted(line: str, space: str) -> Parted:
    """A sentence by its line: words, and the marks between them."""
    text, verdicts, verdict = "", {}, "bad"
    for token in re.findall(r"[^\s/~]+|[/~]", line):
        if token in "/~":
            verdict = token
            continue
        if text:
            text += space
            verdicts[len(text)] = verdict
        text, verdict = text + token, "bad"
    return Parted(text, verdicts)


SENTENCES = sentences_of((Path(__file__).parent / "parted_sentences.txt").read_text(encoding="utf-8"))
by_language = pytest.mark.parametrize("language", sorted(SENTENCES))


def judged(language: str) -> Sequence[tuple[bool, bool]]:
    """For each place that is no matter of taste whether a break is bad and whether the model says so."""
    model = model_for(language)
    assert model is not None
    return [
        (verdict == "bad", model.risk(sentence.text, index)[0] > 0.5)
        for sentence in SENTENCES[language]
        for index in places(sentence.text, language)
        if end_cost(sentence.text, index) is None and (verdict := sentence.verdicts.get(index, "bad")) != "~"
    ]


def test_there_are_sentences_for_every_model() -> None:
    """Every model is judged, by four sentences at least."""
    assert SENTENCES.keys() == LANGUAGES
    assert min(map(len, SENTENCES.values())) >= 4


@by_language
def test_bad_breaks_are_found(language: str) -> None:
    """Of the breaks that are bad the model finds most, and hardly one that it finds is good."""
    found = judged(language)
    right = sum(is_bad and says_so for is_bad, says_so in found)
    assert right >= LEAST_PRECISION * sum(says_so for _, says_so in found)
    assert right >= LEAST_RECALL * sum(is_bad for is_bad, _ in found)


@by_language
def test_words_in_small_letters_without_punctuation_are_judged_too(language: str) -> None:
    """Speech recognition may give neither: most of what is bad is found all the same."""
    model = model_for(language)
    assert model is not None
    right = every = 0
    for sentence in SENTENCES[language]:
        text = re.sub(r"[^\w\s\u0e00-\u0e7f]", "\x00", sentence.text.lower())
        for index, verdict in sentence.verdicts.items():
            if verdict == "bad" and "\x00" not in text[index - 2 : index]:
                bare = text[:index].replace("\x00", "")
                every += 1
                right += model.risk(bare + text[index:].replace("\x00", ""), len(bare))[0] > 0.5
    assert right >= LEAST_RECALL * every


@by_language
def test_a_file_of_weights_is_written_as_it_is_read(language: str) -> None:
    """Training writes the very file that layout reads, and says whose the data is."""
    text = (WEIGHTS / f"{language}.txt").read_text(encoding="utf-8")
    assert written(parsed(text)) == text
    assert text.startswith("# Weights of break features, made from Universal Dependencies treebanks: CC BY-SA 4.0")
    assert f"| {language}.txt |" in (WEIGHTS / "CREDITS.md").read_text(encoding="utf-8")


def test_all_models_together_are_small() -> None:
    """The files of weights take less than 200 KB, compressed one by one."""
    files = sorted(WEIGHTS.glob("*.txt"))
    assert {each.stem for each in files} == LANGUAGES
    assert sum(len(gzip.compress(each.read_bytes())) for each in files) < 200_000


@pytest.mark.parametrize(("language", "other"), [("nb", "no"), ("nn", "no"), ("ms", "id")])
def test_a_close_language_shares_a_model(language: str, other: str) -> None:
    """Languages that are written nearly alike have one model."""
    assert model_for(language) is model_for(other)


def test_a_language_without_a_model_has_a_price_for_cues() -> None:
    """Where no model is, punctuation and what belongs together decide."""
    assert model_for("sw") is None
    assert cue_price("sw") > 0
