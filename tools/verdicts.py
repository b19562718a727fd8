"""How good a place between two words of a subtitle is for a break, read from a dependency tree.

One table for all languages, after what published guides agree on (Netflix Timed Text Style Guides, BBC Subtitle
Guidelines): a line ends after punctuation, or before a conjunction or preposition. It parts no article, number,
adjective or possessive from its noun, no first from last name, no auxiliary, negation, reflexive or subject pronoun
from its verb, no preposition or conjunction from what it leads, no verb from its particle. Relations are those of
Universal Dependencies, version 2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import attrs

from tools.trees import Node, Sentence, ShownWord

GOOD, NEUTRAL, BAD = "good", "neutral", "bad"

_AFTER_PUNCTUATION = re.compile(r"(?:[,;:?!…—–)\]、。，；：？！）】』」](?:[\"”’»」』)\]）])*|--|\.[\"”’»)]+)$")
_BRACKETS = tuple("([{（［｛【")
_OPENING = tuple("([{«‹“‘„‚「『【《〈（［｛¿¡")
_TO_INFINITIVE = frozenset({"to", "zu", "te", "att", "at", "å"})
_LEADS = {"det", "nummod", "amod", "case", "mark", "cc", "compound", "clf", "flat", "fixed", "goeswith"}
_LEADS |= {"nmod:poss", "det:poss", "nmod:det"}
"""Relations of words that lead: nothing is broken after one whose head is still to come."""
_LEADS_CLOSELY = frozenset({"aux", "cop", "expl"})
"""The same where nothing but light words stands before the head."""
_LIGHT_PARTS = frozenset({"ADV", "PART", "PRON", "AUX"})
_FOLLOWS = {"det", "det:poss", "nummod", "clf", "compound", "compound:prt", "flat", "fixed", "goeswith", "expl"}
"""Relations of words that belong to the head right before them."""
_ENCLITIC = frozenset({"case", "mark", "aux", "discourse:sp"})
"""Relations of words that, behind their head, end its phrase wherever they are in it."""
_RELATIVE = ("PronType=Rel", "PronType=Int")
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "expl", "obl"})


@attrs.frozen
class _Place:
    """The place between two words: the nodes at its sides, and those of the word before it without punctuation."""

    nodes: Sequence[Node]
    left: ShownWord
    before: Sequence[Node]
    after: Node

    @property
    def last(self) -> Node:
        """The node right before the place."""
        return self.before[-1]

    def head(self, node: Node) -> Node | None:
        """What a node depends on."""
        return self.nodes[node.head - 1] if node.head else None

    def follows(self, number: int) -> bool:
        """Whether a node stands after the place."""
        return number > self.left.last

    def only_light(self, head: int) -> bool:
        """Whether nothing but light words stands between the place and a node after it."""
        between = self.nodes[self.left.last : head - 1]
        return all(node.part in _LIGHT_PARTS or node.base in _LEADS_CLOSELY for node in between)

    def has_right_dependent(self, node: Node) -> bool:
        """Whether something behind a node depends on it."""
        return any(other.head == node.number and other.part != "PUNCT" for other in self.nodes[node.number :])


def verdicts(sentence: Sentence) -> list[str]:
    """For each word of a sentence whether a break before it is good, neutral or bad; '' for the first."""
    words = sentence.words
    return ["", *(_verdict(sentence.nodes, *pair) for pair in pairwise(words))]


def _verdict(nodes: Sequence[Node], left: ShownWord, right: ShownWord) -> str:
    if right.torn:
        return BAD
    if _AFTER_PUNCTUATION.search(left.text):
        return GOOD
    if right.text.startswith(_OPENING):
        return GOOD if right.text.startswith(_BRACKETS) else NEUTRAL
    before = [node for node in nodes[left.first - 1 : left.last] if node.part != "PUNCT"]
    after = [node for node in nodes[right.first - 1 : right.last] if node.part != "PUNCT"]
    if not before or not after:
        return NEUTRAL
    place = _Place(nodes, left, before, after[0])
    if _ends_badly(place) or _begins_badly(place):
        return BAD
    return GOOD if _begins_well(place) else NEUTRAL


def _coordinates(node: Node) -> bool:
    return node.relation == "cc" or node.part == "CCONJ"


def _ends_badly(place: _Place) -> bool:
    """Whether the word before the place leads what follows; a coordination may be broken before its conjunction."""
    if _coordinates(place.after):
        return False
    leaders = (_leader(node, place) for node in place.before)
    return any(place.follows(node.head) and _leads(node, place) for node in leaders)


def _leader(node: Node, place: _Place) -> Node:
    """The word that a node goes with: that of a fixed expression, the first of coordinated ones."""
    while node.relation in ("fixed", "clf") or (node.relation == "conj" and node.part not in ("VERB", "AUX")):
        head = place.head(node)
        if head is None or head.number > node.number:
            break
        node = head
    return node


def _leads(node: Node, place: _Place) -> bool:
    """Whether nothing is broken after a node whose head is still to come."""
    near = place.only_light(node.head)
    if node.base == "mark" and (node.part == "PART" or node.form.lower() in _TO_INFINITIVE):
        return True
    if node.relation in ("compound:prt", "compound:svc"):
        return near
    if node.relation in _LEADS or node.base in _LEADS:
        return True
    return (near and node.base in _LEADS_CLOSELY) or any(rule(node, place) for rule in _LEADING)


def _pronoun_leads(node: Node, place: _Place) -> bool:
    """`I | see`, `who | came`, and before the auxiliary of one's verb: `they | have seen`."""
    if node.part != "PRON" or node.base not in _ARGUMENTS:
        return False
    if place.only_light(node.head) or any("PronType=Rel" in feature for feature in node.features):
        return True
    shares_verb = place.after.head == node.head and place.after.base in ("aux", "cop")
    return shares_verb and node.base in ("nsubj", "expl")


def _negation_leads(node: Node, place: _Place) -> bool:
    if node.base != "advmod" or not ("Polarity=Neg" in node.features or node.part == "PART"):
        return False
    touches = node.head in (place.after.head, place.after.number)
    return touches and place.only_light(node.head)


def _degree_leads(node: Node, place: _Place) -> bool:
    """`very | old`, `almost | all`."""
    if node.base != "advmod" or place.nodes[node.head - 1].part not in ("ADJ", "ADV", "NUM", "DET"):
        return False
    return all(other.part == "ADV" for other in place.nodes[place.left.last : node.head - 1])


def _noun_leads(node: Node, place: _Place) -> bool:
    """A noun right before the noun that it belongs to, and the first of two names."""
    if node.head != place.after.number:
        return False
    return node.base == "nmod" or node.part == place.after.part == "PROPN"


_LEADING: tuple[Callable[[Node, _Place], bool], ...] = (
    _pronoun_leads,
    _negation_leads,
    _degree_leads,
    _noun_leads,
)


def _begins_badly(place: _Place) -> bool:
    """Whether the word after the place belongs to what is before it."""
    after = place.after
    head = place.head(after)
    if head is not None and not place.follows(head.number):
        if after.relation in _ENCLITIC or after.base in _ENCLITIC:
            far_auxiliary = after.base == "aux" and head.number < place.left.first
            if not (far_auxiliary and place.last.part in ("NOUN", "PROPN")):
                return True
        if after.base in ("flat", "fixed", "goeswith") and _continues(after, head, place):
            return True
        if place.left.first <= head.number and _belongs_to(after, head, place):
            return True
    return _is_enclitic_pronoun(after, head, place)


def _continues(after: Node, head: Node, place: _Place) -> bool:
    """Whether the word before the place is part of the same name or expression."""
    last = place.last
    return place.left.first <= head.number or last.head == after.head or last.base == after.base


def _belongs_to(after: Node, head: Node, place: _Place) -> bool:
    """Whether a word is one with its head, which is right before it."""
    if after.relation in _FOLLOWS or (after.base in _FOLLOWS and after.relation != "compound:svc"):
        return after.base != "det" or not place.has_right_dependent(after)
    if after.base == "amod":
        return not place.has_right_dependent(after)
    if place.last.part == after.part == "PROPN" and after.base in ("nmod", "appos", "compound"):
        return True
    return after.base == "advmod" and "Polarity=Neg" in after.features


def _is_enclitic_pronoun(after: Node, head: Node | None, place: _Place) -> bool:
    """`wash | yourself`, `gave | it`, `has | he seen`."""
    if head is None or after.part != "PRON" or after.base not in _ARGUMENTS or place.has_right_dependent(after):
        return False
    if not after.features & {"PronType=Prs", "Reflex=Yes"}:
        return False
    if place.left.first <= head.number <= place.left.last:
        return head.part in ("VERB", "AUX")
    return after.base in ("nsubj", "expl") and place.last.base in ("aux", "cop") and place.last.head == after.head


def _begins_well(place: _Place) -> bool:
    """Whether the word after the place opens a phrase or a clause."""
    after = place.after
    if after.base == "mark" and after.form.lower() in _TO_INFINITIVE:
        return False
    if _coordinates(after) or after.part == "SCONJ" or (after.base == "mark" and after.part != "PART"):
        return True
    if any(feature.startswith(_RELATIVE) for feature in after.features):
        return True
    return place.follows(after.head) and (after.base == "case" or after.part == "ADP")


def labelled(sentences: Sequence[Sentence]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each sentence with the verdict of the place before each."""
    for sentence in sentences:
        yield sentence.texts, verdicts(sentence)
