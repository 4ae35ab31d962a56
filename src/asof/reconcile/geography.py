"""Where two tellings are of: how far apart, and whether the wider of the two may hold the other."""

from __future__ import annotations

from functools import lru_cache

from ..ledger import Telling
from ..vocabulary import earth

WIDE = ("country", "admin1", "admin2")
_KINDS = frozenset(
    "city town village district province state region governorate county department of the barangay quarter camp area "
    "north south east west northern southern eastern western central near".split()
)


def kilometres(one: Telling, other: Telling) -> float | None:
    """Great-circle distance between the two places; null without coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return earth.kilometres(one.lat, one.lon, other.lat, other.lon)


def wide(telling: Telling) -> bool:
    return telling.level in WIDE


@lru_cache(maxsize=16384)
def plain(name: str) -> str:
    """A place's name without words for its kind, to compare it by: "Midsayap town" is Midsayap."""
    words = name.replace("’", "'").casefold().replace("-", " ").split()
    return " ".join(word for word in words if word not in _KINDS) or " ".join(words)


def names(telling: Telling) -> frozenset[str]:
    """The plain names of a telling's own place and of those that its events give."""
    return _names((*telling.places, telling.place) if telling.place else telling.places)


@lru_cache(maxsize=65536)
def _names(places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(plain(name) for name in places)


def holds(wider: Telling, other: Telling) -> bool:
    """Whether the wider place has the other in it, as far as country, division and names tell."""
    if wider.country is not None and other.country is not None and wider.country != other.country:
        return False
    if wider.level == "country":
        return wider.country is not None and wider.country == other.country
    if wider.place is not None and plain(wider.place) in names(other):
        return True
    division = {plain(one) for one in (wider.admin1, wider.place) if one}
    return other.admin1 is not None and plain(other.admin1) in division
