"""People's corrections of what was read: which stand, and what a telling, a count or a statement is under them.

They hold where an incident is assembled. Which tellings are compared, and what a pair scores, is left to the words of
the reports: whoever finds two of them together that are not, or apart, decides on the pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ..ledger import REJECTED as REJECTED
from ..ledger import Correction, Count, Statement, Telling
from ..vocabulary.places import gazetteer
from .undoing import undone

_POINT = re.compile(r"(?P<name>.*?\S)[\s,(@]+(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)\)?")
Told = TypeVar("Told", Telling, Count, Statement)

# What can be corrected, by the kind of a claim: its fields, and what each holds.
FIGURE: Mapping[str, type] = {
    "low": int, "high": int, "value": int, "measure": str, "group": str, "speaker": str, "as_of": str, "status": str,
    "incident": str,
}  # fmt: skip
EVENT: Mapping[str, type] = {"type": str, "status": str, "speaker": str, "stance": str}
TELLING: Mapping[str, type] = {"type": str, "mode": str, "status": str, "place": str, "start": str, "end": str}
FIELDS: Mapping[str, Mapping[str, type]] = {"figures": FIGURE, "events": EVENT, "incidents": TELLING}


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that nobody took back, the latest of each claim's field, in the order in which they were made. Undoing can
    itself be undone."""
    latest = sorted({one.id: one for one in corrections}.values(), key=lambda one: (one.at, one.id), reverse=True)
    gone = undone(latest)
    found: dict[tuple[str, str | None], Correction] = {}
    for one in latest:
        if one.id not in gone and one.undoes is None:
            found.setdefault((one.claim, one.field), one)
    return list(reversed(found.values()))


def values_of(corrections: Iterable[Correction]) -> dict[str, dict[str, Any]]:
    """What people say, as it stands: the values of each claim that they correct, by field."""
    found: dict[str, dict[str, Any]] = {}
    for one in standing(corrections):
        if one.field is not None:
            found.setdefault(one.claim, {})[one.field] = one.value
    return found


def rejected(values: Mapping[str, Any]) -> bool:
    """Whether people say of a claim, with these values, that the report does not say so."""
    return values.get("status") == REJECTED


def under(told: Iterable[Told], corrections: Iterable[Correction]) -> list[Told]:
    """Each of these as people say that it is, without those that they reject. One whose place is corrected has its
    coordinates and its country, and none of the other's."""
    values = values_of(corrections)
    return [
        _corrected(one, values[one.id]) if one.id in values else one
        for one in told
        if not rejected(values.get(one.id, {}))
    ]


def without_rejected(
    told: Iterable[Telling], statements: Iterable[Statement], corrections: Iterable[Correction]
) -> list[Telling]:
    """Each of these without the parties and weapons of events that people reject, save those that another event of it
    has too."""
    values = values_of(corrections)
    kept: dict[str | None, list[Statement]] = {}
    gone: dict[str | None, list[Statement]] = {}
    for one in statements:
        of = gone if rejected(values.get(one.id, {})) else kept
        of.setdefault(one.telling, []).append(one)
    return [_without(one, gone[one.id], kept.get(one.id, [])) if one.id in gone else one for one in told]


def _without(told: Telling, gone: Sequence[Statement], kept: Sequence[Statement]) -> Telling:
    left: dict[str, tuple[str, ...]] = {}
    for role in ("actors", "recipients", "weapons"):
        still = {name for one in kept if one.status != "negated" for name in getattr(one, role)}
        away = {name for one in gone for name in getattr(one, role)} - still
        left[role] = tuple(name for name in getattr(told, role) if name not in away)
    return replace(told, **left)  # type: ignore[arg-type]


def moved(corrections: Iterable[Correction]) -> dict[str, str]:
    """By the id of each figure that people say is of another incident of its report, and do not reject: the telling
    that it is of."""
    said = values_of(corrections).items()
    return {claim: str(one["incident"]) for claim, one in said if one.get("incident") and not rejected(one)}


def _corrected(told: Told, values: dict[str, Any]) -> Told:
    if isinstance(told, Count) and "incident" in values:  # whatever it was read to span, it is of that one now
        telling = values["incident"]
        values = {name: held for name, held in values.items() if name != "incident"} | {"telling": telling}
        values |= {"scope": "incident"} if telling else {}
    if isinstance(told, Telling):
        if "start" in values and "end" not in values and told.start is not None and told.start == told.end:
            values = values | {"end": values["start"]}  # one day that was misread is another day, not a longer time
        if "place" in values:
            values = values | _whereabouts(values["place"], told.country)
    return replace(told, **values)


def located(place: str) -> tuple[str, tuple[float, float] | None]:
    """A place that a person gives, and its point where they give that: "Abu Zaraq 13.18,30.22"."""
    found = _POINT.fullmatch(place.strip())
    if found is None:
        return place, None
    lat, lon = float(found["lat"]), float(found["lon"])
    return (found["name"], (lat, lon)) if abs(lat) <= 90 and abs(lon) <= 180 else (place, None)


def _whereabouts(place: str | None, country: str | None) -> dict[str, Any]:
    """Where the place lies that a person gives: where they say, else by the gazetteer, in the country of the incident
    first; a point keeps that country, for nobody said that it is another."""
    nowhere = {"place": place, "lat": None, "lon": None, "country": None, "admin1": None, "level": None}
    if place is None:
        return nowhere
    name, point = located(place)
    if point is not None:
        return nowhere | {"place": name, "lat": point[0], "lon": point[1], "country": country}
    known = gazetteer().places(name)
    found = next((one for one in known if country is not None and one.country == country), known[0] if known else None)
    if found is None:
        return nowhere
    return {
        "place": name, "lat": found.lat, "lon": found.lon, "country": found.country, "admin1": found.admin1,
        "level": found.level,
    }  # fmt: skip
