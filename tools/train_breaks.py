"""Trains the models of breaks and writes their weights into the package.

    python tools/train_breaks.py TREEBANKS/en.conllu.gz TREEBANKS/zh.conllu.gz ...

A file holds sentences with their dependency trees as CoNLL-U, compressed with gzip or not; its name begins with the
code of the language, and there may be several of one. Every fifth sentence of a file is left out:
`tools/measure_breaks.py` measures on these. A place between two words is an
example: what is seen of it (`ice_results.captions.layout.features`), and whether `tools.verdicts` finds that a break
there is bad. Each sentence counts twice, as it is written and as speech recognition gives it at its worst: in small
letters, without punctuation.

Logistic regression with a penalty on the sum of the weights (L1) makes most of them 0; the rest are rounded to whole
numbers. What one more cue costs is chosen last, so that the training sentences get few cues more than they need.

Needs scikit-learn, the dependency group `train`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import inf
from pathlib import Path
from random import Random
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent))

from ice_results.captions.cues import Cue
from ice_results.captions.layout import features, models
from ice_results.captions.layout.costs import costs_in, end_cost
from ice_results.captions.layout.models import SCALE, BreakModel
from ice_results.captions.layout.places import places
from ice_results.captions.layout.search import Passage, best_cues
from ice_results.captions.layout.spoken import spoken_of
from ice_results.captions.limits import Limits
from ice_results.captions.profiles import PROFILES
from ice_results.text.languages import caption_group
from tools.trees import UNSPACED, Sentence, is_held_out, read_sentences
from tools.verdicts import BAD, GOOD, verdicts

WEIGHTS = Path(models.__file__).parent / "weights"
CREDIT = "Weights of break features, made from Universal Dependencies treebanks: CC BY-SA 4.0, see CREDITS.md"
MOST_SENTENCES = 6000
SEED = 12
STRENGTHS = ((60_000, 0.8), (100_000, 0.4), (10_000_000, 0.25))
"""How little the penalty counts, up to a number of examples: what many examples have taught need not be so short."""
LEAST_SEEN = 3
MORE_CUES = 1.025
"""How many cues there may be for the fewest that are possible."""
PRICED_SENTENCES = 800
SPOKEN_PER_SECOND = {"zh": 5, "ja": 7, "ko": 7, "latin": 15}
"""How many characters are spoken in a second."""
LEAST_OPENED, OPENED_SHARE = 5, 0.7
"""A word opens phrases that is seen so often, and of the breaks before it that are not bad so large a share is good."""


@attrs.frozen
class Example:
    """The place before a character of a text: what is seen of it, whether a break is bad, and good."""

    index: int
    features: Sequence[str]
    is_bad: bool
    is_good: bool


def examples(sentence: Sequence[str], found: Sequence[str], language: str) -> Iterator[Example]:
    """The places of a sentence by its words and the verdicts before them; none behind punctuation."""
    space = "" if language in UNSPACED else " "
    text = space.join(sentence)
    starts, reached = {}, 0
    for word, verdict in zip(sentence, found, strict=True):
        starts[reached] = verdict
        reached += len(word) + len(space)
    seen = features.FEATURES[kind_of(language)]
    for index in places(text, language):
        if end_cost(text, index) is None:
            verdict = starts.get(index, BAD)
            yield Example(index, seen(text, index), verdict == BAD, verdict == GOOD)


def kind_of(language: str) -> str:
    """The kind of features that a language has."""
    return "characters" if language in UNSPACED else "words"


def without_marks(words: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """A sentence in small letters without punctuation; words that were nothing else are gone."""
    bare = [re.sub(r"^[\W_]+|[\W_]+$", "", word).lower() for word in words]
    kept = [place for place, word in enumerate(bare) if word]
    before = [found[last + 1] for last in kept[:-1]]
    return [bare[place] for place in kept], ["", *before]


def training_sentences(paths: Iterable[Path], language: str) -> list[Sentence]:
    """The sentences of files that are not held out, in an order of their own, so many as are used."""
    every = (numbered for path in paths for numbered in enumerate(read_sentences(path, language)))
    kept = [sentence for number, sentence in every if not is_held_out(number) and len(sentence.words) > 1]
    Random(SEED).shuffle(kept)
    return kept[:MOST_SENTENCES]


def examples_of(sentences: Iterable[Sentence], language: str) -> Iterator[Example]:
    """The places of sentences as they are written and without punctuation."""
    for sentence in sentences:
        words, found = sentence.texts, verdicts(sentence)
        yield from examples(words, found, language)
        bare = without_marks(words, found)
        if bare[0]:
            yield from examples(*bare, language)


def fitted(found: Sequence[Example]) -> tuple[dict[str, int], int]:
    """The weights of features and the bias, in points."""
    import numpy
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    strength = next(strength for most, strength in STRENGTHS if len(found) <= most)
    counts = Counter(feature for example in found for feature in example.features)
    columns = {feature: place for place, feature in enumerate(sorted(counts)) if counts[feature] >= LEAST_SEEN}
    columns = {feature: place for place, feature in enumerate(columns)}
    cells = [columns[each] for example in found for each in example.features if each in columns]
    ends = numpy.cumsum([0, *(sum(each in columns for each in example.features) for example in found)])
    matrix = csr_matrix((numpy.ones(len(cells)), cells, ends), shape=(len(found), len(columns)))
    matrix.data[:] = 1.0
    regression: Any = LogisticRegression(
        C=strength, l1_ratio=1, solver="liblinear", max_iter=100, tol=0.01, random_state=SEED
    )
    regression.fit(matrix, [example.is_bad for example in found])
    points = numpy.rint(regression.coef_[0] * SCALE).astype(int)
    return {each: int(points[place]) for each, place in columns.items() if points[place]}, round(
        regression.intercept_[0] * SCALE
    )


def openers_in(found: Iterable[Example], language: str) -> frozenset[str]:
    """The features of what begins phrases: the word after a place, or the first one to three characters."""
    first = "3" if kind_of(language) == "characters" else "f"
    good: Counter[str] = Counter()
    fair: Counter[str] = Counter()
    for example in found:
        if not example.is_bad:
            own = [each for each in example.features if each.startswith(first)]
            fair.update(own)
            good.update(own if example.is_good else ())
    opens = {each for each, count in fair.items() if count >= LEAST_OPENED and good[each] >= OPENED_SHARE * count}
    return frozenset(
        each for each in opens if not any(each[:end] in opens for end in range(2, len(each))) or first == "f"
    )


def trained(sentences: Sequence[Sentence], language: str) -> BreakModel:
    """The model of a language, without its price of a cue."""
    found = list(examples_of(sentences, language))
    weights, bias = fitted(found)
    return BreakModel(weights, openers_in(found, language), bias, inf, features.FEATURES[kind_of(language)])


def priced(sentences: Iterable[Sentence], language: str) -> float:
    """The least price of a cue at which there are few more cues than at any price, by the weights in the package."""
    models._read.cache_clear()
    costs_in.cache_clear()
    limits = PROFILES["standard"].limits_for(caption_group(language) or "latin", language)
    passages = [passage_of(sentence, limits) for sentence in sentences]
    fewest = cues_at(inf, passages, limits)
    prices = (round(0.3 * 1.1**step, 2) for step in range(30))
    return next((price for price in prices if cues_at(price, passages, limits) <= MORE_CUES * fewest), 5.0)


def passage_of(sentence: Sentence, limits: Limits) -> Passage:
    """A sentence at its places, spoken evenly."""
    text = ("" if limits.language in UNSPACED else " ").join(sentence.texts)
    end_ms = len(text) * 1000 // SPOKEN_PER_SECOND[limits.group]
    return spoken_of(Cue(start_ms=0, end_ms=end_ms, lines=(text,)), text, (), 0, limits).passage


def cues_at(price: float, passages: Iterable[Passage], limits: Limits) -> int:
    """How many cues texts take at a price of each."""
    return sum(len(best_cues(passage, limits, min(price, 1000.0))) for passage in passages)


def language_of(path: Path) -> str:
    """The language that a file is named after."""
    return re.split("[._-]", path.name)[0]


def written(model: BreakModel) -> str:
    """A model as `models.parsed` reads it: the features of one weight on one line."""
    rows: dict[int, list[str]] = {}
    for feature, weight in sorted(model.weights.items()):
        rows.setdefault(weight, []).append(feature)
    name = next(name for name, seen in features.FEATURES.items() if seen is model.features)
    head = [f"# {CREDIT}", f"features\t{name}", f"bias\t{model.bias}", f"cue_price\t{model.cue_price:g}"]
    head.append("\t".join(["openers", *sorted(model.openers)]))
    return "\n".join([*head, "", *("\t".join([str(weight), *rows[weight]]) for weight in sorted(rows)), ""])


def main() -> None:
    """Trains the model of each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("treebanks", nargs="+", type=Path, metavar="FILE")
    by_language = groupby(sorted(parser.parse_args().treebanks, key=language_of), key=language_of)
    for language, paths in by_language:
        sentences = training_sentences(paths, language)
        model = attrs.evolve(trained(sentences, language), cue_price=1.0)
        path = WEIGHTS / f"{language}.txt"
        path.write_text(written(model), encoding="utf-8")
        model = attrs.evolve(model, cue_price=priced(sentences[:PRICED_SENTENCES], language))
        path.write_text(written(model), encoding="utf-8")
        print(f"{language}: {len(model.weights)} weights, {len(model.openers)} openers, {model.cue_price:g} for a cue")


if __name__ == "__main__":
    main()
