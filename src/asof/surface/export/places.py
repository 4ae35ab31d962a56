"""Where an incident happened, and how exactly: its place in the records, with the precision scales of the field."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Place
from ...vocabulary.field_codes import CountryCodes, countries
from ...vocabulary.places import countries as named
from .source import Case


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an incident. `ucdp`: UCDP's where_prec, 1 to 6; `acled`: ACLED's geo_precision, 1 to 3, null for
    what it does not record; `town`: the town of a site, else the place itself."""

    place: Place | None
    town: str | None
    admin2: str | None
    ucdp: int | None
    acled: int | None

    @property
    def geonames_id(self) -> int | None:
        return self.place.geonames_id if self.place is not None else None


# UCDP's scale by the level of the place: an exact point, a second- and a first-order division, a country.
UCDP = {"site": 1, "district": 1, "city": 1, "admin2": 3, "admin1": 4, "country": 6}
# ACLED's: a town; a part of a region with a town for it; a region. It records no event of a country alone.
ACLED = {1: 1, 2: 2, 3: 2, 4: 3}


def where(case: Case) -> Where:
    """The place of an incident in the first record that has it."""
    found = case.incident
    for told in case.told:
        for place in told.record.places:
            if place.name == found.place and place.lat == found.lat and place.lon == found.lon:
                return _where(place, {one.id: one for one in told.record.places})
    precision = UCDP.get(found.level or "")
    return Where(None, found.place, None, precision, ACLED.get(precision or 0))


def _where(place: Place, known: dict[str, Place]) -> Where:
    around = list(_around(place, known))
    precision = UCDP[place.level]
    if place.geonames_id is None and around and (place.lat, place.lon) == (around[0].lat, around[0].lon):
        # The point is that of what it lies in or near: a site in a town is the town's; a village near one is near it.
        outer = UCDP[around[0].level]
        precision = max(outer, 2 if place.level == "city" else precision)
    town = next((one.name for one in (place, *around) if one.level != "site"), place.name)
    admin2 = next((one.name for one in (place, *around) if one.level == "admin2"), None)
    return Where(place, town, admin2, precision, ACLED.get(precision))


def _around(place: Place, known: dict[str, Place]) -> list[Place]:
    """The places that it lies in or near, from the nearest."""
    found: list[Place] = []
    while place.within in known and known[place.within] not in found:
        place = known[place.within]
        found.append(place)
    return found


def codes(iso3: str | None) -> CountryCodes | None:
    """What data sets call a state."""
    return countries().get(iso3 or "")


def country_name(iso3: str | None) -> str | None:
    """What we call a state."""
    found = named().get(iso3 or "")
    return found.name if found is not None else None
