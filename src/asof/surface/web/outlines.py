"""Outlines of countries, looked up by the part of the world that a map shows. `compile.py` makes the database."""

from __future__ import annotations

import sqlite3
import sys
import threading
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .assets import OUTLINES

UNIT = 10_000  # as in `compile.py`
# Degrees across from which a map is drawn with the outlines of a continent, and of the world.
FINE, MIDDLE = 14.0, 90.0
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Country:
    """Where a country's name stands on a map: within its largest part, which is so many degrees wide."""

    name: str
    lon: float
    lat: float
    size: float


_lock = threading.Lock()


@lru_cache(maxsize=1)
def _database() -> sqlite3.Connection:
    return sqlite3.connect(f"{OUTLINES.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def rings(west: float, south: float, east: float, north: float) -> Iterator[tuple[Ring, ...]]:
    """The polygons that reach into a box of degrees, as detailed as its width asks for; of each all rings."""
    width = east - west
    level = 2 if width < FINE else 1 if width < MIDDLE else 0
    question = "SELECT rowid FROM outlines WHERE level = ? AND west <= ? AND east >= ? AND south <= ? AND north >= ?"
    with _lock:
        found = [no for (no,) in _database().execute(question, (level, east, west, north, south))]
    return map(_polygon, found)


@lru_cache(maxsize=1500)
def _polygon(number: int) -> tuple[Ring, ...]:
    with _lock:
        (packed,) = _database().execute("SELECT rings FROM outlines WHERE rowid = ?", (number,)).fetchone()
    numbers = array("i")
    numbers.frombytes(zlib.decompress(packed))
    if sys.byteorder == "big":
        numbers.byteswap()
    many, at = numbers[0], 1 + numbers[0]
    found = []
    for points in numbers[1 : 1 + many]:
        degrees = [one / UNIT for one in numbers[at : at + 2 * points]]
        found.append(tuple(zip(degrees[::2], degrees[1::2], strict=True)))
        at += 2 * points
    return tuple(found)


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All countries, the largest first."""
    with _lock:
        rows = _database().execute("SELECT name, lon, lat, size FROM countries ORDER BY size DESC").fetchall()
    return tuple(Country(*row) for row in rows)
