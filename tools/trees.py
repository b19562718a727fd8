"""Sentences with their dependency trees, as CoNLL-U has them, and the words that a subtitle shows of them.

A word of a subtitle is what stands between two spaces: a token with the punctuation at it, `l'amico` and `dámelo`
whole. Where a language is written without spaces, it is a token with its punctuation.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

UNSPACED = ("zh", "ja", "th")
"""Languages that are written without spaces between words."""

HELD_OUT = 5
"""Every fifth sentence is for measuring only."""

_OPENING = frozenset("([{«‹“‘„‚「『【《〈（［｛¿¡<")
_MISSING_SPACE = "SpaceAfter=No"


@attrs.frozen
class Node:
    """A syntactic word: its number counts from 1, its head is 0 at the root."""

    number: int
    form: str
    part: str
    features: frozenset[str]
    head: int
    relation: str

    @property
    def base(self) -> str:
        """The relation without its subtype."""
        return self.relation.partition(":")[0]


@attrs.frozen
class Token:
    """What is written: one node or, where several are written as one, all of them."""

    text: str
    first: int
    last: int
    is_spaced: bool
    is_mark: bool


@attrs.frozen
class ShownWord:
    """A word as a subtitle shows it: the numbers of its first and last node; `torn` where it goes on a token."""

    text: str
    first: int
    last: int
    torn: bool = False


@attrs.frozen
class Sentence:
    """The nodes of a sentence and the words that are shown of it."""

    nodes: tuple[Node, ...]
    words: tuple[ShownWord, ...]

    @property
    def texts(self) -> list[str]:
        """The words as they are written."""
        return [word.text for word in self.words]


def sentences(lines: Iterable[str], spaced: bool = True) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in its order."""
    rows: list[list[str]] = []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#"):
            continue
        if line:
            rows.append(line.split("\t"))
        elif rows:
            yield _sentence(rows, spaced)
            rows = []
    if rows:
        yield _sentence(rows, spaced)


def read_sentences(path: Path, language: str) -> Iterator[Sentence]:
    """The sentences of a file, which may be compressed with gzip."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from sentences(lines, language not in UNSPACED)


def is_held_out(number: int) -> bool:
    """Whether the sentence of a number, counted from 0, is for measuring only."""
    return number % HELD_OUT == HELD_OUT - 1


def _sentence(rows: list[list[str]], spaced: bool) -> Sentence:
    nodes = tuple(_node(row) for row in rows if row[0].isdigit())
    return Sentence(nodes, tuple(_words(list(_tokens(rows, nodes)), spaced)))


def _node(row: list[str]) -> Node:
    head = int(row[6]) if row[6].isdigit() else 0
    return Node(int(row[0]), row[1], row[3], frozenset(row[5].split("|")), head, row[7])


def _tokens(rows: list[list[str]], nodes: tuple[Node, ...]) -> Iterator[Token]:
    """What is written, one after the other: ranges such as `3-4` stand for their nodes."""
    covered = 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if not first.isdigit() or int(first) <= covered:
            continue
        covered = int(last or first)
        own = nodes[int(first) - 1 : covered]
        mark = all(node.part == "PUNCT" for node in own) and not any(map(str.isalnum, row[1]))
        yield Token(row[1], int(first), covered, _MISSING_SPACE not in row[9], mark)


def _words(tokens: list[Token], spaced: bool) -> Iterator[ShownWord]:
    """Tokens grouped into what a subtitle never parts: marks stay with the word that they open or close."""
    word: ShownWord | None = None
    joins = False
    for token in tokens:
        opens = _opens(token, word is None, joins)
        closes = token.is_mark and not opens
        pieces = token.text.split(" ") if spaced else [token.text]
        if word is not None and (joins or closes):
            gap = " " if spaced and not joins else ""
            word = attrs.evolve(word, text=f"{word.text}{gap}{pieces[0]}", last=token.last)
        else:
            if word:
                yield word
            word = ShownWord(pieces[0], token.first, token.last)
        for piece in pieces[1:]:
            yield word
            word = ShownWord(piece, token.first, token.last, torn=True)
        joins = opens or (spaced and not token.is_spaced)
    if word:
        yield word


def _opens(token: Token, first: bool, joins: bool) -> bool:
    """Whether a token is a mark that what follows belongs to; of straight quotation marks the spaces tell."""
    if not token.is_mark:
        return False
    if re.fullmatch("[\"']", token.text) and not first:
        return not token.is_spaced and not joins
    return first or token.text[0] in _OPENING
