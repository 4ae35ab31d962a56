"""Places: what names of places a report holds, which place of the world each means, and what it is named for.

`place_refs` are all names with their role; `places` are only those where something is or happens, one
per location, with every such mention as evidence. Does not say which event happened where.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from ..model import Level, Place, PlaceRef, Span, identify
from ..reading import Reading, Token
from ..vocabulary.places import Entry, demonyms, fold, gazetteer, read_table
from ..vocabulary.places import words as W
from . import places_names, places_resolve, places_roles, places_sites, places_within
from .places_context import Name
from .places_resolve import Surface
from .places_roles import Role
from .places_trust import KNOWN, WELL_KNOWN

WORLD_CITY = 6.6  # the rank above which a name in a list of states may still be the city: New York, Washington
REACH = 0.7  # degrees: what is said to be near a town lies no farther from it
SURE_ENOUGH = 0.12  # below, the namesakes are too even: the place stays unresolved


@dataclass(frozen=True, slots=True)
class _Found:
    """A name, or words of a dateline, with the place that it means and its role."""

    span: Span
    key: str
    entry: Entry | None
    role: Role
    score: float
    level: Level
    town: Entry | None = None  # what a site, or a place without a point of its own, lies in
    country: str | None = None  # that the report is about, where the place itself is unknown
    land: bool = False  # called a local government area, an urban district, and so on

    @property
    def group(self) -> str:
        """What mentions of one place have in common; a town and the district of its name are two."""
        return f"#{self.entry.key}{' land' * self.land}" if self.entry else self.key


class PlaceFinder:
    """Provides `places` and `place_refs`."""

    name, version = "places", "1"
    requires: tuple[str, ...] = ()
    provides = ("places", "place_refs")

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        names = places_names.find(reading)
        names = sorted([*names, *places_sites.bare(reading, names)], key=lambda n: (n.first, n.last))
        datelines = [span for line in reading.document.datelines for span in line.places]
        meant = self._resolve(reading, names, datelines)
        lines = [self._dateline(span, meant) for span in datelines]
        found = self._located(reading, names, [self._found(reading, name, meant) for name in names], lines)
        found = [one for one in found if one.entry or one.role != "name"]  # nothing can be said of a part of a name
        found += lines
        found.sort(key=lambda f: (f.span.start, f.span.end))
        return self._attach(reading, found)

    def _resolve(
        self, reading: Reading, names: Sequence[Name], datelines: Sequence[Span]
    ) -> dict[str, tuple[Entry, float]]:
        surfaces: dict[str, Surface] = {}
        home, masthead = _publisher(reading), _masthead(reading)

        def surface_of(name: Name) -> Surface:
            key, division = _sought(reading.tokens, name)
            if key not in surfaces:
                local = _named_in(name.key, masthead)
                surfaces[key] = Surface(key, name.entries, 0, local=local, division=division)
            return surfaces[key]

        for k, name in enumerate(names):
            if name.kind == "origin":
                home += [(e.country, 0.3) for e in name.entries if e.country]
                continue
            surface = surface_of(name)
            surface.count += 1
            after = names[k + 1] if k + 1 < len(names) else None
            if after is not None and after.kind == "place" and _appended(reading.tokens, name, after):
                surface.containers.append(after.entries)
                if _holds(after.entries, name.entries):
                    surface_of(after).division = True
        for listed in places_names.lists(reading.tokens, names):
            _of_states([surfaces[_sought(reading.tokens, name)[0]] for name in listed], surfaces)
        self._lined_up(surfaces, datelines)
        return places_resolve.resolve(list(surfaces.values()), places_resolve.home_countries(home))

    def _lined_up(self, surfaces: dict[str, Surface], datelines: Sequence[Span]) -> None:
        """Names in datelines: the first may lie in the next ("EL OBEID, Sudan")."""
        known = gazetteer().look_up([span.text for span in datelines])
        for k, span in enumerate(datelines):
            key = fold(span.text)
            surface = surfaces.setdefault(key, Surface(key, known[span.text], 0))
            surface.count += 1
            if k + 1 < len(datelines) and datelines[k + 1].start - span.end <= 3:
                surface.containers.append(known[datelines[k + 1].text])
            if k and span.start - datelines[k - 1].end <= 3 and _holds(surface.entries, known[datelines[k - 1].text]):
                surface.division = True

    def _found(self, reading: Reading, name: Name, meant: Mapping[str, tuple[Entry, float]]) -> _Found:
        tokens = reading.tokens
        span = reading.document.span(tokens[name.first].start, tokens[name.last].end)
        if name.kind == "origin":
            entry = name.entries[0] if name.entries else None
            return _Found(span, fold(name.text), entry, places_roles.role(name, entry, tokens), 1.0, "country")
        entry, score = meant.get(_sought(tokens, name)[0], (None, 0.0))
        if score < SURE_ENOUGH and not (entry and entry.rank >= 5):
            entry = None
        role = places_roles.role(name, entry, tokens)
        land = entry is not None and places_names.of_land(name)
        return _Found(span, name.key, entry, role, min(name.score, score or 0.3), _level(name, entry), land=land)

    def _located(
        self, reading: Reading, names: Sequence[Name], found: Sequence[_Found], lines: Sequence[_Found]
    ) -> list[_Found]:
        """The same with every site that has no point of its own put at its town, other places at what they lie in."""
        # "San José Hospital" in a report on Colombia lies in no San José of Costa Rica.
        home = _about([one for name, one in zip(names, found, strict=True) if name.kind == "place"])
        towns = [
            (name, one.group)
            for name, one in zip(names, found, strict=True)
            if one.entry
            and one.entry.level in places_sites.LEVELS
            and one.role in ("place", "name")
            and not (name.kind == "inner" and home is not None and one.entry.country != home)
        ]
        entries = {one.group: one.entry for one in (*found, *lines) if one.entry}
        filed = [(one.span.end, one.group) for one in lines if one.entry and one.entry.level in places_sites.LEVELS]
        sites = [name for name in names if name.kind == "site"]
        placed = []
        for name, one in zip(names, found, strict=True):
            if name.kind == "site" and one.entry is None:
                key = places_sites.town(reading, name, towns, filed)
                same = places_sites.same_site(name, sites)
                one = replace(one, key=fold(same), town=entries.get(key) if key else None)
            placed.append(one)
        return _contained(reading.tokens, names, placed)

    def _dateline(self, span: Span, meant: Mapping[str, tuple[Entry, float]]) -> _Found:
        entry, score = meant.get(fold(span.text), (None, 0.0))
        return _Found(span, fold(span.text), entry, "dateline", score, entry.level if entry else "city")

    def _attach(self, reading: Reading, found: Sequence[_Found]) -> dict[str, tuple[Any, ...]]:
        groups: dict[str, list[_Found]] = defaultdict(list)
        for one in found:
            groups[one.group].append(one)
        producer = f"{self.name}@{self.version}"
        places: list[Place] = []
        ids: dict[str, str] = {}
        for key, group in groups.items():
            located = [one for one in group if one.role in ("place", "dateline")]
            if located:
                town = located[0].town
                within = (
                    identify("p", reading.document.id, f"#{town.key}") if town and f"#{town.key}" in groups else None
                )
                place = _place(reading, key, located, within, producer)
                ids[key] = place.id
                places.append(place)
        refs = tuple(
            PlaceRef(
                one.span, ids.get(one.group), one.role, one.score, producer,
                at.country if at else one.country, at.lat if at else None, at.lon if at else None,
            )
            for one in found
            for at in (one.entry or one.town,)
        )  # fmt: skip
        return {"places": tuple(places), "place_refs": refs}


def _contained(tokens: Sequence[Token], names: Sequence[Name], found: Sequence[_Found]) -> list[_Found]:
    """The same with unknown places put at the place that some mention of them says they lie in or near."""
    around: dict[str, Entry] = {}
    for k in range(len(names) - 1, -1, -1):
        entry = found[k].entry
        if names[k].kind != "place" or (entry is not None and entry.level != "city"):
            continue
        said = places_within.container(tokens, names, k)
        if said is None or (entry is not None and entry.rank >= KNOWN and (entry.primary or said.km is None)):
            continue  # a well-known place lies where it lies, unless its way from there says that a namesake is meant
        place = found[said.index].entry or around.get(found[said.index].key)
        if place is not None and place.level != "country" and not (entry and _in_reach(entry, place)):
            lat, lon = said.moved(place.lat, place.lon)
            around[found[k].key] = replace(place, lat=lat, lon=lon)
    home = _about(found)
    placed = []
    for name, one in zip(names, found, strict=True):
        at = around.get(one.key)
        if name.kind == "place" and (at or one.entry is None):
            one = replace(one, entry=None, town=at, country=at.country if at else home)
        placed.append(one)
    return placed


def _in_reach(entry: Entry, place: Entry) -> bool:
    """Whether the entry can be what lies in or near the place; else it is a namesake."""
    if place.level == "admin1":
        return entry.country == place.country and entry.admin1 in (place.admin1, place.name)
    return abs(entry.lat - place.lat) < REACH and abs(entry.lon - place.lon) < REACH


def _about(found: Sequence[_Found]) -> str | None:
    """The one country that most of the report's places lie in."""
    codes = [one.entry.country for one in found if one.entry and one.entry.country]
    best = max(dict.fromkeys(codes), key=codes.count, default=None)
    return best if best and codes.count(best) > len(codes) / 2 else None


def _of_states(listed: Sequence[Surface], surfaces: Mapping[str, Surface]) -> None:
    """ "Sagaing, Magway and Mandalay" are states if all can be and one must: names of lists are of one kind."""
    states = [[e for e in surface.entries if e.level == "admin1"] for surface in listed]
    countries = {e.country for e in states[0]}
    for entries in states[1:]:
        countries &= {e.country for e in entries}
    if not countries or any(surface.entries[0].rank >= WORLD_CITY for surface in listed):
        return
    sure = {s.entries[0].key for s in surfaces.values() if s.entries and (s.division or s.entries[0].level == "admin1")}
    if any(e.key in sure and e.country in countries for entries in states for e in entries):
        for surface in listed:
            surface.division = True


def _level(name: Name, entry: Entry | None) -> Level:
    if entry is not None:
        land = entry.level == "city" and name.noun in W.ADMIN2 and entry.rank < WELL_KNOWN
        return "admin2" if land else entry.level
    if name.kind == "site":
        return "district" if name.noun in W.DISTRICTS else "site"
    if name.noun in W.ADMIN2 or name.text.rpartition(" ")[2].lower() in W.ADMIN2:
        return "admin2"
    return "admin1" if name.noun in W.DIVISIONS else "district" if name.noun in W.QUARTERS else "city"


def _place(reading: Reading, key: str, located: Sequence[_Found], within: str | None, producer: str) -> Place:
    text = [one for one in located if one.role == "place"] or list(located)
    name = max((one.span.text for one in text), key=lambda t: (len(t), not t.isupper()))
    if name.isupper() and len(name) > 4:
        name = name.title()
    entry, town = located[0].entry, located[0].town
    at = entry or town
    return Place(
        id=identify("p", reading.document.id, key), name=name, level=_agreed([one.level for one in located]),
        geonames_id=entry.geonames_id if entry else None, lat=at.lat if at else None, lon=at.lon if at else None,
        country=at.country if at else located[0].country, admin1=at.admin1 if at else None,
        within=within, timezone=at.timezone if at else None,
        score=max(one.score for one in located), evidence=tuple(one.span for one in located), producer=producer,
    )  # fmt: skip


def _agreed(levels: Sequence[Level]) -> Level:
    """The level of a group: a town that is once called a district is that all through the report."""
    return "admin2" if "admin2" in levels and levels[0] == "city" else levels[0]


def _appended(tokens: Sequence[Token], name: Name, after: Name) -> bool:
    """Whether the second name follows the first after a comma only, or in brackets ("Paris, Texas")."""
    between = tokens[name.last + 1 : after.first]
    return 1 <= len(between) <= 1 and between[0].text in (",", "(")


def _holds(around: Sequence[Entry], inside: Sequence[Entry]) -> bool:
    """Whether a division of the one name holds a place of the other: "Midsayap, Cotabato" means the province."""
    divisions = [one for one in around if one.level in ("admin1", "admin2")]
    return any(
        division.country == entry.country
        and entry.level not in ("country", "admin1")
        and (division.level == "admin2" or division.admin1 == entry.admin1)
        and abs(division.lat - entry.lat) < REACH
        and abs(division.lon - entry.lon) < REACH
        for division in divisions
        for entry in inside[:8]
    )


def _sought(tokens: Sequence[Token], name: Name) -> tuple[str, bool]:
    """The key under which a name is resolved, and whether a division is meant: "Kharkiv", "Kharkiv region" are two."""
    following = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
    if following in W.DIVISIONS:
        return f"{name.key} +", True
    before = [token.lower for token in tokens[max(0, name.first - 2) : name.first]]
    of_land = len(before) == 2 and before[1] == "of" and before[0] in W.DIVISIONS
    return (f"{name.key} +", True) if of_land and tokens[name.first - 2].text.islower() else (name.key, False)


def _masthead(reading: Reading) -> str:
    """The publisher's name and address as one string of letters."""
    report = reading.document.report
    host = (urlsplit(report.url).hostname or "") if report.url else ""
    return f"{host} {report.publisher or ''}".casefold().replace(" ", "")


def _named_in(key: str, masthead: str) -> bool:
    return len(key) > 3 and key.replace(" ", "") in masthead


def _publisher(reading: Reading) -> list[tuple[str, float]]:
    """Countries that the publisher's address or name speaks for."""
    report = reading.document.report
    found: list[tuple[str, float]] = []
    host = (urlsplit(report.url).hostname or "") if report.url else ""
    ending = host.rpartition(".")[2]
    code = _endings().get(ending)
    if code:
        found.append((code, 1.0))
    for word in (report.publisher or "").split():
        if word.lower() in demonyms():
            found.append((demonyms()[word.lower()], 1.0))
    return found


_ENDINGS: dict[str, str] = {}


def _endings() -> dict[str, str]:
    """Endings of addresses that belong to one country → its alpha-3 code."""
    if not _ENDINGS:
        general = {"co", "tv", "me", "io", "ai", "fm", "am", "cc", "ws", "nu", "to", "ly", "gg"}
        for row in read_table("countries.tsv"):
            if row[0].lower() not in general:
                _ENDINGS[row[0].lower()] = row[1]
        _ENDINGS["uk"] = "GBR"
    return _ENDINGS
