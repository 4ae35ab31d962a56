"""A map of incidents as a picture made on the server: land, marks, names, and a scale.

Degrees are drawn as they are, narrowed by the cosine of the middle latitude: so a box on the map is a box of degrees,
which is what the filter asks for. Incidents that would lie on each other share a mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sqrt

from ...store import IncidentRow
from ...vocabulary.earth import EARTH_KM
from . import outlines
from .tones import tone

WIDTH, HEIGHT = 640, 420
LEAST = 5.0  # degrees across: a single incident is shown with its country around it
MARGIN = 0.12  # of the width and the height, around what is shown
NEAR = 17.0  # units: marks nearer than this are one
NORTH, SOUTH = 84.0, -60.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """The part of the world that a map shows."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> Point:
        """Units to a degree of longitude and of latitude."""
        return WIDTH / (self.east - self.west), HEIGHT / (self.north - self.south)

    def at(self, lon: float, lat: float) -> Point:
        across, down = self.scale
        return (lon - self.west) * across, (self.north - lat) * down


@dataclass(frozen=True, slots=True)
class Mark:
    """One place on the map with the incidents there. `box` are the degrees around it that it stands for."""

    x: float
    y: float
    radius: float
    tone: str
    rows: tuple[IncidentRow, ...]
    box: tuple[float, float, float, float]

    @property
    def countries(self) -> list[str]:
        """The countries of its incidents, by their three letters."""
        return [code for code in dict.fromkeys(row.country for row in self.rows) if code]


@dataclass(frozen=True, slots=True)
class Name:
    """A name on the map."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Map:
    """What the template draws over the land of its view, which is a picture of its own (`/land.svg`)."""

    view: View
    marks: tuple[Mark, ...]
    names: tuple[Name, ...]
    scale: tuple[int, float]  # kilometres, and how long they are


def view(points: Iterable[Point], box: tuple[float, float, float, float] | None = None) -> View:
    """The view that holds all points, longitude first; or a box; or the world."""
    if box is not None and box[0] < box[2]:
        west, south, east, north = box
    else:
        found = list(points)
        if not found:
            return _shaped(-180.0, -56.0, 180.0, 78.0)
        west, east = min(x for x, _ in found), max(x for x, _ in found)
        south, north = min(y for _, y in found), max(y for _, y in found)
    wide, high = max(east - west, LEAST), max(north - south, LEAST / 2)
    middle, centre = (west + east) / 2, (south + north) / 2
    wide, high = wide * (1 + 2 * MARGIN), high * (1 + 2 * MARGIN)
    return _shaped(middle - wide / 2, centre - high / 2, middle + wide / 2, centre + high / 2)


def _shaped(west: float, south: float, east: float, north: float) -> View:
    """Widened to the shape of the picture, and moved to lie within the world where it can."""
    south, north = max(south, -89.0), min(north, 89.0)
    narrow = max(cos(radians((south + north) / 2)), 0.15)
    wide, high = east - west, north - south
    wide = max(wide, high * WIDTH / HEIGHT / narrow)
    high = max(high, wide * narrow * HEIGHT / WIDTH)
    wide, high = min(wide, 360.0), min(high, NORTH - SOUTH)
    middle, centre = (west + east) / 2, (south + north) / 2
    centre = min(max(centre, SOUTH + high / 2), NORTH - high / 2)
    middle = min(max(middle, -180 + wide / 2), 180 - wide / 2)
    shape = (middle - wide / 2, centre - high / 2, middle + wide / 2, centre + high / 2)
    return View(*(round(edge, 3) for edge in shape))


def draw(rows: Sequence[IncidentRow], shown: View) -> Map:
    """The map of these incidents; those without a point are not on it."""
    return Map(shown, tuple(_marks(rows, shown)), names(shown), _scale(shown))


# ── land ─────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=32)
def land(shown: View) -> str:
    """The outlines in view as one path."""
    across, down = shown.scale
    edge = 4.0  # units beyond the picture, so that cut edges are not seen
    parts: list[str] = []
    for polygon in outlines.rings(shown.west, shown.south, shown.east, shown.north):
        for ring in polygon:
            path = [((lon - shown.west) * across, (shown.north - lat) * down) for lon, lat in ring]
            xs, ys = [x for x, _ in path], [y for _, y in path]
            if max(max(xs) - min(xs), max(ys) - min(ys)) < 1.5:
                continue  # an island smaller than a dot
            path = _cut(path, -edge, -edge, WIDTH + edge, HEIGHT + edge)
            if (steps := _thinned(path)) and len(steps) > 2:
                parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in steps) + "Z")
    return "".join(parts)


def _thinned(path: Sequence[Point]) -> list[Point]:
    """Points that can be told apart in the picture."""
    found: list[Point] = []
    for x, y in path:
        if not found or abs(x - found[-1][0]) + abs(y - found[-1][1]) > 1.1:
            found.append((round(x, 1), round(y, 1)))
    return found


def _cut(path: list[Point], left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The part of a ring within a rectangle (Sutherland and Hodgman)."""
    xs, ys = [x for x, _ in path], [y for _, y in path]
    sides = ((0, left, 1.0, min(xs)), (0, right, -1.0, max(xs)), (1, top, 1.0, min(ys)), (1, bottom, -1.0, max(ys)))
    for axis, limit, sign, extreme in sides:
        if (extreme - limit) * sign >= 0 or not path:
            continue
        kept: list[Point] = []
        before = path[-1]
        for point in path:
            inside, was = (point[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0
            if inside != was:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if inside:
                kept.append(point)
            before = point
        path = kept
    return path


# ── marks ────────────────────────────────────────────────────────────────────────────────────────


def _marks(rows: Sequence[IncidentRow], shown: View) -> list[Mark]:
    """Incidents by where they lie, the largest marks first, so that small ones stand on top."""
    cells: dict[tuple[int, int], list[tuple[Point, IncidentRow]]] = {}
    across, down = shown.scale
    for row in rows:
        if row.lat is None or row.lon is None:
            continue
        x, y = (row.lon - shown.west) * across, (shown.north - row.lat) * down
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            cells.setdefault((int(x / 6), int(y / 6)), []).append(((x, y), row))
    groups: list[list[tuple[Point, IncidentRow]]] = []
    squares: dict[tuple[int, int], list[tuple[int, Point]]] = {}  # the groups, and where they began, by where that is
    for cell in sorted(cells.values(), key=lambda cell: -len(cell)):
        at = cell[0][0]
        near = _near(squares, at)
        if near is None:
            squares.setdefault((int(at[0] / NEAR), int(at[1] / NEAR)), []).append((len(groups), at))
            groups.append(list(cell))
        else:
            groups[near] += cell
    made = [_mark(group, shown) for group in groups]
    return sorted(made, key=lambda mark: (-mark.radius, mark.x, mark.y))


def _near(squares: Mapping[tuple[int, int], Sequence[tuple[int, Point]]], at: Point) -> int | None:
    """The first of the groups that began nearer than marks may be; those can only lie in the squares around."""
    x, y = at
    column, row, found = int(x / NEAR), int(y / NEAR), None
    for across in (column - 1, column, column + 1):
        for down in (row - 1, row, row + 1):
            for number, (left, top) in squares.get((across, down), ()):
                if (found is None or number < found) and hypot(left - x, top - y) < NEAR:
                    found = number
    return found


def _mark(group: Sequence[tuple[Point, IncidentRow]], shown: View) -> Mark:
    rows = tuple(row for _, row in group)
    x = sum(at[0] for at, _ in group) / len(group)
    y = sum(at[1] for at, _ in group) / len(group)
    tones = Counter(tone(row.type) for row in rows)
    lons, lats = [row.lon or 0.0 for row in rows], [row.lat or 0.0 for row in rows]
    pad = 3 / shown.scale[0]
    box = (min(lons) - pad, min(lats) - pad, max(lons) + pad, max(lats) + pad)
    west, south, east, north = (round(edge, 3) for edge in box)
    radius = min(4.5 + 1.7 * (sqrt(len(rows)) - 1), 22.0)
    return Mark(
        round(x, 1), round(y, 1), round(radius, 1), tones.most_common(1)[0][0], rows, (west, south, east, north)
    )


# ── names and the scale ──────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=32)
def names(shown: View) -> tuple[Name, ...]:
    """Names of countries that have room, the largest first."""
    across, _ = shown.scale
    taken: list[tuple[float, float, float]] = []
    found = []
    for country in outlines.countries():
        x, y = shown.at(country.lon, country.lat)
        half = 3.1 * len(country.name)
        if country.size * across < 1.4 * half or not (half < x < WIDTH - half and 10 < y < HEIGHT - 6):
            continue
        if all(abs(y - other) > 13 or abs(x - at) > half + wide for at, other, wide in taken):
            taken.append((x, y, half))
            found.append(Name(round(x, 1), round(y, 1), country.name))
    return tuple(found)


def _scale(shown: View) -> tuple[int, float]:
    middle = radians((shown.north + shown.south) / 2)
    unit = radians(1) * EARTH_KM * max(cos(middle), 0.05) / shown.scale[0]  # kilometres
    round_numbers = [step * 10**power for power in range(5) for step in (1, 2, 5)]
    length = max((one for one in round_numbers if one / unit <= 130), default=1)
    return length, round(length / unit, 1)
