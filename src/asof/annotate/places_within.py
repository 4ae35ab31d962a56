"""What an unknown place lies in or near, where the text says so: "a village in the municipality of Argelia".

Reads only the words between the two names; a place of which nothing is said stays without a point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin

from ..reading import Token
from ..vocabulary.numbers import UNITS
from ..vocabulary.places import words as W
from .places_context import Name

REACH = 14  # tokens between the two names
FAR_KM = 30.0  # farther from a town, with no direction said, a place is nowhere near it
DEGREES = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
           "west": 270.0, "northwest": 315.0}  # fmt: skip
LINKS = frozenset("in near of outside from inside within at to off".split())
BESIDE = frozenset(
    "located situated part edge outskirts north south east west northern southern eastern western northeast northwest "
    "southeast southwest kilometers kilometres miles km kms mile some about around roughly nearly almost just "
    "more less than over under approximately called away drive walk short minutes hour hours "
    "stone throw which that is lies sits lying lie".split()
)


@dataclass(frozen=True, slots=True)
class Inside:
    """The index of the name of what a place lies in or near, with how far from it and in which direction (degrees)."""

    index: int
    km: float | None = None
    bearing: float | None = None

    def moved(self, lat: float, lon: float) -> tuple[float, float]:
        """The point that lies so far from this one."""
        if self.km is None or self.bearing is None:
            return lat, lon
        turn = radians(self.bearing)
        north, east = self.km * cos(turn), self.km * sin(turn)
        return round(lat + north / 111.2, 3), round(lon + east / (111.2 * max(cos(radians(lat)), 0.05)), 3)


def container(tokens: Sequence[Token], names: Sequence[Name], k: int) -> Inside | None:
    """What the words after the k-th name say that it lies in or near."""
    for j in range(k + 1, len(names)):
        other = names[j]
        if other.kind != "place":
            continue
        if other.last + 1 < len(tokens) and tokens[other.last + 1].tag == "POS" and j + 1 < len(names):
            continue  # "in Mali's Mopti region": the next says it closer
        between = [t for t in tokens[names[k].last + 1 : other.first] if not _owner(t, names[k + 1 : j])]
        if len(between) > REACH or (between and between[0].sentence is not tokens[other.first].sentence):
            return None
        return _inside(between, j) if _linked(between) else None
    return None


def _inside(between: Sequence[Token], j: int) -> Inside | None:
    """The container with what is said of the way to it: "some 20 km south of"."""
    km: float | None = None
    direction = ""
    for number, unit in pairwise([t for t in between if t.text not in ("-", "–")]):
        if unit.lower in W.LENGTHS and km is None:
            km = _number(number) * W.LENGTHS[unit.lower] if _number(number) else None
    for token in between:
        if token.lower in DEGREES or token.lower.replace("-", "") in DEGREES:
            direction += token.lower.replace("-", "")
    bearing = DEGREES.get(direction)
    if km is None:
        return Inside(j)
    if km > FAR_KM and bearing is None:
        return None
    return Inside(j, km, bearing)


def _number(token: Token) -> float:
    """The number that the token writes in digits or as a small word; 0 where it is neither."""
    plain = token.text.replace(",", "")
    if plain.replace(".", "", 1).isdigit():
        return float(plain)
    return float(UNITS.get(token.lower, 0))


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
    modifies = token.dep in ("compound", "amod", "npadvmod") and token.head.i > token.i
    if modifies and token.pos in ("NOUN", "VERB", "ADV"):
        return True  # "a gold-mining village", "a besieged town"
    return token.pos in ("DET", "ADJ", "NUM") or token.text in (",", "(", ")", "-", "–", "'s", "’s")
