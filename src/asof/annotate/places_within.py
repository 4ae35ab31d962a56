"""What an unknown place lies in or near, where the text says so: "a village in the municipality of Argelia".

Reads only the words between the two names; a place of which nothing is said stays without a point.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..reading import Token
from ..vocabulary.places import words as W
from .places_context import Name

REACH = 12  # tokens between the two names
LINKS = frozenset("in near of outside from inside within at to off".split())
BESIDE = frozenset(
    "located situated part edge outskirts north south east west northern southern eastern western northeast northwest "
    "southeast southwest kilometers kilometres miles km some about called".split()
)


def container(tokens: Sequence[Token], names: Sequence[Name], k: int) -> int | None:
    """The index of the name that the words after the k-th say it lies in or near."""
    for j in range(k + 1, len(names)):
        other = names[j]
        if other.kind != "place":
            continue
        if other.last + 1 < len(tokens) and tokens[other.last + 1].tag == "POS" and j + 1 < len(names):
            continue  # "in Mali's Mopti region": the next says it closer
        between = [t for t in tokens[names[k].last + 1 : other.first] if not _owner(t, names[k + 1 : j])]
        if len(between) > REACH or (between and between[0].sentence is not tokens[other.first].sentence):
            return None
        return j if _linked(between) else None
    return None


def _owner(token: Token, names: Sequence[Name]) -> bool:
    return any(name.first <= token.i <= name.last for name in names)


def _linked(between: Sequence[Token]) -> bool:
    """Whether nothing but what, how far and where stands between, and a word of place does."""
    words = [token.lower for token in between]
    if not words or not all(_describes(token) for token in between):
        return False
    if words[-1] in (",", "(") and all(word in W.TOWN_NOUNS for word in words[:-1]):
        return True  # "Kibirizi village, Rutshuru territory"
    return words[-1] != "and" and any(word in LINKS for word in words)


def _describes(token: Token) -> bool:
    if token.lower in W.TOWN_NOUNS or token.lower in W.DISTRICTS or token.lower in BESIDE or token.lower in LINKS:
        return True
    return token.pos in ("DET", "ADJ", "NUM") or token.text in (",", "(", "-", "–", "'s", "’s")
