"""Distances on the globe and containment among the places of one report."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Place
from ..vocabulary import earth

NEAR_KM = 30.0  # a site or quarter no farther than this from a town may be the place of one happening with it
SAME_TOWN_KM = 5.0  # two names of towns no farther apart are two names of one
WIDE = ("country", "admin1", "admin2")


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance in kilometres; null without coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return earth.kilometres(one.lat, one.lon, other.lat, other.lon)


def containment(known: dict[str, Place]) -> Callable[[Place, Place], bool]:
    """Whether the first place lies within the second, by `within`, first-level division and country."""

    def inside(one: Place, other: Place) -> bool:
        above, steps = one.within, 0
        while above is not None and steps < 5:
            if above == other.id:
                return True
            above, steps = known[above].within if above in known else None, steps + 1
        if other.level == "country":
            return one.country is not None and one.country == other.country
        if other.level == "admin1" and one.level != "country":
            return one.admin1 is not None and one.admin1 in (other.admin1, other.name) and one.country == other.country
        return False

    return inside


def together(one: Place, other: Place, within: Callable[[Place, Place], bool]) -> bool:
    """Whether something that happened at the one may have happened at the other."""
    if one.id == other.id or within(one, other) or within(other, one):
        return True
    if one.level in WIDE or other.level in WIDE:
        return one.country is None or other.country is None  # a village that no gazetteer knows may lie there
    distance = kilometres(one, other)
    if one.level == other.level == "city":
        return distance is not None and distance <= SAME_TOWN_KM  # two towns are two, known to a gazetteer or not
    return distance is None or distance <= NEAR_KM  # a quarter without coordinates may lie anywhere near
