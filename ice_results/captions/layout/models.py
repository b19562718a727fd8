"""How probable it is that a break is bad: one small model for each language, read when it is first needed.

A model is a sum of whole numbers, one for each feature of a place (see `features`). The files in `weights` are made
by `tools/train_breaks.py` from the treebanks named in `weights/CREDITS.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import exp
from pkgutil import get_data

import attrs

from .features import FEATURES

SCALE = 4
"""So many points of a sum are one unit of the logistic function."""

_USUAL_PRICE = 1.0
"""What one more cue costs where no model says it."""

_MOST = 12 * SCALE
"""Sums beyond this are as good as sure."""

_RISKS = tuple(1 / (1 + exp(-points / SCALE)) for points in range(-_MOST, _MOST + 1))

_LANGUAGES = "cs da de en es fr id it ja ko nl no pl pt ru sv th tr vi zh"
LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages that there is a model for."""

_SAME = {"nb": "no", "nn": "no", "ms": "id"}
"""Languages that share the model of another one."""


@attrs.frozen(eq=False)
class BreakModel:
    """Weights of features for one language.

    `openers` are features of words, or characters, that open a phrase or a clause: a break before them is good unless
    the weights say that it is bad. `cue_price` is what one more cue costs in bad breaks.
    """

    weights: Mapping[str, int]
    openers: frozenset[str]
    bias: int
    cue_price: float
    features: Callable[[str, int], list[str]]

    def risk(self, text: str, index: int) -> tuple[float, bool]:
        """The probability that a break before a character of a text is bad, and whether it opens a phrase."""
        found = self.features(text, index)
        weights = self.weights
        points = self.bias + sum([weights[each] for each in found if each in weights])
        return _RISKS[min(max(points, -_MOST), _MOST) + _MOST], not self.openers.isdisjoint(found)


def model_for(language: str) -> BreakModel | None:
    """The model for a language by the first part of its BCP 47 tag, `None` where there is none."""
    language = _SAME.get(language, language)
    return _read(language) if language in LANGUAGES else None


@lru_cache(None)
def _read(language: str) -> BreakModel:
    data = get_data(__package__ or "", f"weights/{language}.txt")
    return parsed((data or b"").decode())


def cue_price(language: str) -> float:
    """What one more cue costs in a language, in bad breaks."""
    model = model_for(language)
    return model.cue_price if model else _USUAL_PRICE


def parsed(text: str) -> BreakModel:
    """A model as its file has it: lines of a name and its value, an empty line, lines of a weight and its features."""
    head, _, body = text.partition("\n\n")
    fields = dict(line.split("\t", 1) for line in head.split("\n") if not line.startswith("#"))
    rows = (line.split("\t") for line in body.split("\n") if line)
    return BreakModel(
        weights={feature: int(weight) for weight, *features in rows for feature in features},
        openers=frozenset(fields["openers"].split("\t")),
        bias=int(fields["bias"]),
        cue_price=float(fields["cue_price"]),
        features=FEATURES[fields["features"]],
    )
