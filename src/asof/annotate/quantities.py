"""Counts in words: "more than 30", "a dozen", "between 38,000 and 45,000", "dozens", "no", "a third civilian".

Gives the bounds that the words give, no others: "at least 12" has no upper one. Does not decide what a count
is about; `claim/figures.py` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Quantity
from ..reading import Reading, Token
from ..vocabulary import numbers as words
from ..vocabulary import people
from ..vocabulary.measures import STATES, TOLLS
from .quantities_numbers import STARTS, Number, number_at
from .quantities_other import counts_nothing

_BOUNDS = {
    phrase: kind
    for kind, phrases in (
        ("least", words.AT_LEAST), ("more", words.MORE_THAN), ("most", words.AT_MOST), ("fewer", words.FEWER_THAN),
        ("about", words.ABOUT), ("between", words.BETWEEN), ("additive", words.ADDITIVE),
    )
    for phrase in phrases
}  # fmt: skip
_MOVING = frozenset({"go", "climb", "move", "creep", "rise", "jump", "shoot"})


class QuantityFinder:
    """Every count in the text with its bounds, its qualifier and the noun it counts."""

    name, version = "quantities", "1"
    requires: tuple[str, ...] = ()
    provides = ("quantities",)

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        found: list[Quantity] = []
        timed = {t.i for ref in reading.times for t in reading.tokens_in(ref.span.start, ref.span.end)}
        tokens, k = reading.tokens, 0
        while k < len(tokens):
            token = tokens[k]
            if token.lower not in STARTS and not token.text[0].isdigit():
                k += 1
                continue
            number = number_at(tokens, k)
            if number is None:
                k += 1
                continue
            k = number.last + 1
            if number.first in timed or counts_nothing(tokens, number):
                continue
            found.append(self._quantity(reading, number))
        return {"quantities": tuple(found)}

    def _quantity(self, reading: Reading, number: Number) -> Quantity:
        tokens = reading.tokens
        first, last, bound, phrase = _qualifier(tokens, number)
        head = _head(tokens, number)
        low, high, value, qualifier = _bounds(number, bound, phrase)
        if number.value == 0 and not tokens[number.first].text[0].isdigit():
            qualifier = "no"
        if number.ordinal:
            qualifier = f"{tokens[number.last].lower} (running count)"
        return Quantity(
            span=reading.span(tokens[first : last + 1]),
            head=head.i,
            low=low,
            high=high,
            value=value,
            qualifier=qualifier,
            noun=_noun(tokens, number, head),
            ordinal=number.ordinal,
            producer=f"{self.name}@{self.version}",
        )


def _qualifier(tokens: list[Token], number: Number) -> tuple[int, int, str | None, str | None]:
    """First and last token of the whole wording, what the qualifier does, and the qualifier itself."""
    first, last = number.first, number.last
    floor = tokens[first].sentence.tokens[0].i
    bound = phrase = None
    while bound is None:
        width, kind, text = _qualifier_before(tokens, first, floor)
        if kind is None:
            break
        first -= width
        if kind != "additive":
            bound, phrase = kind, text
    after = [token.lower for token in tokens[last + 1 : last + 3]]
    if after in (["at", "most"], ["at", "least"]) and bound is None:
        return first, last + 2, "most" if after[1] == "most" else "least", " ".join(after)
    if after in (["or", "more"], ["or", "so"]):
        return first, last + 2, "least" if after[1] == "more" else "about", " ".join(after)
    if number.plus:
        bound, phrase = "least", "+"
    return first, last, bound, phrase


def _qualifier_before(tokens: list[Token], first: int, floor: int) -> tuple[int, str | None, str]:
    """The longest qualifier that ends right before this token: how many tokens, what it does, its words."""
    if first > floor and (
        tokens[first - 1].dep == "prt" or (first - 1 > floor and tokens[first - 2].lemma in ("hand", "turn"))
    ):
        return 0, None, ""  # "handed over 40 soldiers"
    for width in (4, 3, 2, 1):
        if first - width >= floor:
            text = " ".join(token.lower for token in tokens[first - width : first])
            if text == "up to" and tokens[first - 3].lemma in _MOVING and first - 3 >= floor:
                return 0, None, ""  # "the toll has gone up to 16"
            if text in _BOUNDS:
                return width, _BOUNDS[text], text
    return 0, None, ""


def _bounds(
    number: Number, bound: str | None, phrase: str | None
) -> tuple[int | None, int | None, int | None, str | None]:
    """Low, high, value and qualifier."""
    value = number.value
    if value is None:
        vague = number.vague if bound in (None, "between") else f"{phrase} {number.vague}"
        return None, None, None, vague
    if number.top is not None:
        return value, number.top, None, "between" if bound == "between" else phrase or "to"
    if bound == "least":
        return value, None, None, phrase
    if bound == "more":
        return value + 1, None, None, phrase
    if bound == "most":
        return None, value, None, phrase
    if bound == "fewer":
        return None, value - 1, None, phrase
    if bound == "about":
        return None, None, value, phrase
    return value, value, value, None


def _head(tokens: list[Token], number: Number) -> Token:
    """The token by which the number hangs in the tree: the one whose head lies outside it."""
    inside = range(number.first, number.last + 1)
    for token in tokens[number.first : number.last + 1][::-1]:
        if token.dep != "punct" and (token.head.i not in inside or token.head is token):
            return token
    return tokens[number.last]


def _noun(tokens: list[Token], number: Number, head: Token) -> int | None:
    """The noun that is counted: what the number modifies, or what stands after "of"."""
    if tokens[number.first].lower in ("nobody", "none") and head.dep != "det":
        return _of(head)
    above = head.head
    if above.dep in ("nummod", "compound") and above.text[-1].isdigit() and above.head.i > above.i:
        above = above.head  # "three AK-47 rifles"
    if above.lemma in TOLLS and number.last + 1 < len(tokens) and tokens[number.last + 1].tag in ("PRP$", "DT"):
        return None  # "lowered to six its count of those killed"
    after = tokens[number.last + 1].text if number.last + 1 < len(tokens) else ""
    if after in (";", "(", ")") or (after == "," and head.dep in ("nummod", "quantmod") and _set_off(tokens, number)):
        return _of(head)  # "stands at nine, eight of them soldiers": nothing beyond the comma is counted
    if (
        head.dep in ("nummod", "amod", "det", "quantmod", "compound", "nmod", "neg")
        and above.i > number.last
        and above.pos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PRON")
    ):
        return above.i if above.pos != "NUM" and above.i - number.last <= 8 else _following(tokens, number)
    return _of(head) or (None if _has_verb(tokens, number, head) else _following(tokens, number))


def _set_off(tokens: list[Token], number: Number) -> bool:
    """Whether a count of its own follows the comma after this number."""
    follows = tokens[number.last + 2] if number.last + 2 < len(tokens) else None
    return follows is not None and (follows.tag == "CD" or follows.lower in ("including", "among", "most", "mostly"))


def _has_verb(tokens: list[Token], number: Number, head: Token) -> bool:
    """Whether the number by itself is the subject of the verb after it: "Five lost limbs"."""
    verb = head.head
    return head.dep == "nsubj" and verb.i == number.last + 1 and verb.pos == "VERB" and verb.lower not in STATES


def _of(head: Token) -> int | None:
    for child in head.children:
        if child.dep == "prep" and child.lower == "of":
            inner = child.child("pobj")
            if inner is not None and inner.lower in ("alight", "ablaze", "afire"):
                inner = inner.child("compound") or inner  # "dozens of homes alight"
            return inner.i if inner is not None else None
    return None


def _following(tokens: list[Token], number: Number) -> int | None:
    """The noun right after the number where the tree has lost it: "12 more government soldiers"."""
    k = number.last + 1
    partitive = k < len(tokens) and tokens[k].lower == "of"
    if partitive:
        k += 1
    elif k < len(tokens) and tokens[k].pos == "DET":
        return None  # "bringing to 101 the number of dead"
    for token in tokens[k : k + 6]:
        if token.sentence is not tokens[number.first].sentence or token.lower in STATES:
            return None  # "12 wounded": a state, not what is counted
        if token.tag in ("NNS", "NNPS") or token.lower in people.PLURAL:
            return token.i
        if token.tag == "NN" and (token.dep != "compound" or token.head.i < token.i):
            return token.i
        if token.pos not in ("ADJ", "DET", "PROPN", "NOUN", "PRON") and token.tag not in ("VBN", "VBG", "POS", "JJR"):
            return None
    return None
