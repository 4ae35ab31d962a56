"""Compiles what the pages show and what we do not write ourselves, when the package is built.

- `outlines.db`: outlines of the countries (Natural Earth, public domain, as PyCristoforo's wheel carries them) in
  three levels of detail, each polygon with its box, so that a map looks up only what it shows.
- `static/htmx.min.js`: htmx 2, out of django-htmx's wheel.

Boundaries follow the members of the United Nations where the data draws another line on the ground: Crimea is
Ukraine's (resolution 68/262 of the General Assembly; checked below), the north of Cyprus is Cyprus's, Somaliland
Somalia's. `hatch_build.py` runs this; in a checkout, `python src/asof/surface/web/compile.py`.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
OUTLINES, SCRIPT = HERE / "outlines.db", HERE / "static" / "htmx.min.js"
# Degrees for `coverage_simplify`, and the least degrees that a polygon measures across: for the world, a continent, a
# country. At 1,000 pixels for 360, 60 and 10 degrees a pixel is 0.36, 0.06 and 0.01 degrees.
LEVELS = ((0.2, 0.3), (0.04, 0.05), (0.012, 0.005))
UNIT = 10_000  # coordinates are kept as whole numbers of so many to the degree: 11 metres
JOINED = {
    "Somaliland": "Somalia",
    "Northern Cyprus": "Cyprus",
    "Cyprus No Mans Area": "Cyprus",
    "Baykonur Cosmodrome": "Kazakhstan",
}
SIMFEROPOL = (34.1, 44.95)

SCHEMA = """
CREATE TABLE countries (no INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT, lon REAL NOT NULL, lat REAL NOT NULL,
    size REAL NOT NULL);
CREATE TABLE outlines (level INTEGER NOT NULL, west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL,
    north REAL NOT NULL, country INTEGER NOT NULL REFERENCES countries, rings BLOB NOT NULL);
CREATE INDEX outlines_by_level ON outlines (level, west, east);
"""


def compile_outlines(out: Path = OUTLINES) -> Path:
    """The outlines' database, made whole or not at all."""
    import shapely

    names, codes, shapes = _countries()
    part = out.with_suffix(".part")
    part.unlink(missing_ok=True)
    with sqlite3.connect(part) as database:
        database.executescript(SCHEMA)
        for no, (name, code, shape) in enumerate(zip(names, codes, shapes, strict=True)):
            largest = max(shapely.get_parts(shape), key=lambda polygon: polygon.area)
            label = shapely.maximum_inscribed_circle(largest, tolerance=0.1).coords[0]
            size = largest.bounds[2] - largest.bounds[0]
            row = (no, name, code, round(label[0], 3), round(label[1], 3), round(size, 3))
            database.execute("INSERT INTO countries VALUES (?, ?, ?, ?, ?, ?)", row)
        for level, (tolerance, least) in enumerate(LEVELS):
            for no, shape in enumerate(shapely.coverage_simplify(shapes, tolerance)):
                database.executemany(
                    "INSERT INTO outlines VALUES (?, ?, ?, ?, ?, ?, ?)", _rows(level, no, shape, least)
                )
    database.execute("VACUUM")
    database.close()
    part.replace(out)
    return out


def _countries() -> tuple[list[str], list[str | None], list[Any]]:
    """Names, codes and shapes, by name."""
    import shapely
    from shapely.geometry import shape

    file = Path(str(distribution("PyCristoforo").locate_file("pycristoforo/resources/countries.geojson")))
    found: dict[str, list[Any]] = {}
    codes: dict[str, str | None] = {}
    for feature in json.loads(file.read_text(encoding="utf-8"))["features"]:
        name, code = feature["properties"]["ADMIN"], feature["properties"]["ISO_A3"]
        found.setdefault(JOINED.get(name, name), []).append(shape(feature["geometry"]))
        codes.setdefault(name, code if code.isalpha() else None)
    names = sorted(name for name in found if name != "Antarctica")
    shapes = [
        shapely.union_all(found[name], grid_size=1e-6) if len(found[name]) > 1 else found[name][0] for name in names
    ]
    if not shapes[names.index("Ukraine")].contains(shapely.Point(*SIMFEROPOL)):
        raise ValueError("In these outlines Crimea is not Ukraine's: join its polygon to Ukraine before they are used.")
    return names, [codes[name] for name in names], shapes


def _rows(level: int, no: int, shape: Any, least: float) -> Iterator[tuple[Any, ...]]:
    import shapely

    for number, polygon in enumerate(sorted(shapely.get_parts(shape), key=lambda one: -one.area)):
        west, south, east, north = polygon.bounds
        if number and max(east - west, north - south) < least:  # the largest stays, however small: Malta, Nauru
            continue
        rings = [polygon.exterior, *polygon.interiors]
        yield level, west, south, east, north, no, _packed([list(ring.coords) for ring in rings])


def _packed(rings: list[list[tuple[float, float]]]) -> bytes:
    """Rings as one blob: their number, the points of each, then longitude and latitude of every point."""
    numbers = array("i", [len(rings), *map(len, rings)])
    numbers.extend(round(part * UNIT) for ring in rings for point in ring for part in point[:2])
    return zlib.compress(numbers.tobytes(), 9)


def copy_script(out: Path = SCRIPT) -> Path:
    """htmx, as it is in the wheel."""
    wheel = distribution("django-htmx").locate_file("django_htmx/static/django_htmx/htmx-2.min.js")
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(Path(str(wheel)).read_bytes())
    return out


def compile_all() -> list[Path]:
    """Everything that the pages need and that is not in the repository."""
    return [compile_outlines(), copy_script()]


if __name__ == "__main__":
    for made in compile_all():
        print(made)
