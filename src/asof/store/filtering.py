"""Which incidents: a filter, and its conditions on the derived rows.

A place on the earth is a box of degrees for the engine, and then a distance here.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, false, func, or_, select

from ..ledger import REJECTED, ConsolidatedIncident
from ..vocabulary.countries import code_of
from ..vocabulary.earth import EARTH_KM, kilometres
from . import schema
from .looking import beyond
from .moments import earliest, latest
from .names import fold
from .rows import incident_names, incident_row

# So many finds are broad: with 20,000 incidents, to sort 2,000 takes about as long as to walk to the first hundred.
BROAD = 2000


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents: every condition that is given must hold, and what is not known holds for none. What people
    rejected whole is none of them, whatever is asked for.

    `since`, `until`: it may have happened within them (moments may be partial). `place`: a name, or a country
    by its three letters. `near`: (lat, lon, km). `box`: (west, south, east, north), from east of the date line to
    west of it where west is the greater. `published_by`, `published_since`: first told until then, last
    told from then on. `ids`: one of these. `after`: the last row of the portion before, `(sorts, id)`.
    """

    since: str | None = None
    until: str | None = None
    place: str | None = None
    near: tuple[float, float, float] | None = None
    box: tuple[float, float, float, float] | None = None
    actor: str | None = None
    type: str | None = None
    mode: str | None = None
    status: tuple[str, ...] = ()
    min_killed: int | None = None
    published_by: str | None = None
    published_since: str | None = None
    ids: tuple[str, ...] = ()
    after: tuple[str, str] | None = None
    limit: int = 100


class IncidentRow(NamedTuple):
    """An incident in a list. `sorts` and `id` together say where the next portion begins. A tuple, because a map draws
    two thousand: to make as many frozen dataclasses takes longer than the engine takes to find the rows."""

    id: str
    sorts: str
    type: str
    mode: str | None
    status: str
    country: str | None
    lat: float | None
    lon: float | None
    first_published: str | None
    last_published: str | None
    killed: int | None


@dataclass(frozen=True, slots=True)
class Extent:
    """How many incidents there are, where and when: null where none of them has a point, or a moment."""

    number: int
    west: float | None
    south: float | None
    east: float | None
    north: float | None
    first: str | None
    last: str | None

    @property
    def corners(self) -> tuple[tuple[float | None, float | None], ...]:
        """Its south-west and its north-east, longitude first."""
        return (self.west, self.south), (self.east, self.north)


# Beside the conditions of a filter, which say how the rows are walked along: nearly every row is listed.
_LISTED = schema.incidents.c.status != REJECTED


def extent(connection: Connection, wanted: IncidentFilter) -> Extent:
    """Of the incidents for which the filter holds, the latest so many: without making them. `near` is not asked for."""
    table = schema.incidents.c
    rows = (
        select(table.lat, table.lon, table.sorts)
        .where(_LISTED, *_conditions(connection, wanted))
        .order_by(table.sorts.desc(), table.id.desc())
        .limit(wanted.limit)
        .subquery()
        .c
    )
    lon = case((rows.lat.is_not(None), rows.lon))
    lat = case((rows.lon.is_not(None), rows.lat))
    moment = func.nullif(rows.sorts, "")
    found = (func.min(lon), func.min(lat), func.max(lon), func.max(lat), func.min(moment), func.max(moment))
    return Extent(*connection.execute(select(func.count(), *found).select_from(rows.sorts.table)).one())


def incidents(
    connection: Connection, wanted: IncidentFilter, by: Literal["sorts", "last_published"] = "sorts"
) -> list[IncidentRow]:
    """The incidents for which the filter holds, the latest first: by when they began, or by when they were last told
    of, where those whose reports have no date are left out (and the `after` of the filter is of that order)."""
    table = schema.incidents
    found: list[IncidentRow] = []
    after, order = wanted.after, table.c[by]
    columns = [table.c[name] for name in IncidentRow._fields]
    conditions = _conditions(connection, wanted)
    question = select(*columns).where(_LISTED, *conditions)
    if by == "sorts":
        question = question.order_by(order.desc(), table.c.id.desc())
    else:
        # To walk along this index and look up each row takes, where few rows are wanted, ten times as long as to walk
        # along the table and to sort what is found: an expression is in no index.
        latest_first = func.coalesce(order, "") if conditions else order
        question = question.where(latest_first > "").order_by(latest_first.desc(), table.c.id.desc())
    while len(found) < wanted.limit:
        portion = question if after is None else question.where(beyond(order, table.c.id, after))
        rows = list(map(IncidentRow._make, connection.execute(portion.limit(wanted.limit)).all()))
        found += [row for row in rows if wanted.near is None or _near(row.lat, row.lon, *wanted.near)]
        if len(rows) < wanted.limit:
            break
        after = (getattr(rows[-1], by), rows[-1].id)
    return found[: wanted.limit]


def holds(found: ConsolidatedIncident, wanted: IncidentFilter) -> bool:
    """Whether the filter holds for an incident that is not, or not so, in the table: as it was known earlier, say."""
    row = incident_row(found)
    at_least = (
        ("ends", wanted.since and (earliest(wanted.since) or wanted.since)),
        ("last_published", wanted.published_since and (earliest(wanted.published_since) or wanted.published_since)),
        ("killed", wanted.min_killed),
    )
    at_most = (
        ("starts", wanted.until and (latest(wanted.until) or wanted.until)),
        ("first_published", wanted.published_by and (latest(wanted.published_by) or wanted.published_by)),
    )
    same = (("type", wanted.type), ("mode", wanted.mode))
    if row["status"] == REJECTED:
        return False
    if any(bound is not None and (row[name] is None or row[name] < bound) for name, bound in at_least):
        return False
    if any(bound is not None and (row[name] is None or row[name] > bound) for name, bound in at_most):
        return False
    if any(asked is not None and row[name] != asked for name, asked in same):
        return False
    if wanted.status and row["status"] not in wanted.status:
        return False
    names = list(incident_names(found))
    for role, name in (("place", wanted.place), ("actor", wanted.actor)):
        if name is not None and not any(
            one == role and words in held for words in _sought(role, name) for one, held in names
        ):
            return False
    if wanted.ids and found.id not in wanted.ids:
        return False
    if wanted.box is not None and not _inside(row["lat"], row["lon"], *wanted.box):
        return False
    return wanted.near is None or _near(row["lat"], row["lon"], *wanted.near)


def _inside(lat: float | None, lon: float | None, west: float, south: float, east: float, north: float) -> bool:
    if lat is None or lon is None or not south <= lat <= north:
        return False
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def _conditions(connection: Connection, wanted: IncidentFilter) -> list[ColumnElement[bool]]:
    table = schema.incidents.c
    made: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        made.append(table.ends >= (earliest(wanted.since) or wanted.since))
    if wanted.until is not None:
        made.append(table.starts <= (latest(wanted.until) or wanted.until))
    if wanted.published_by is not None:
        made.append(table.first_published <= (latest(wanted.published_by) or wanted.published_by))
    if wanted.published_since is not None:
        made.append(table.last_published >= (earliest(wanted.published_since) or wanted.published_since))
    made += [table[name] == held for name in ("type", "mode") if (held := getattr(wanted, name)) is not None]
    if wanted.status:
        made.append(table.status.in_(wanted.status))
    if wanted.ids:
        made.append(table.id.in_(wanted.ids))
    if wanted.min_killed is not None:
        made.append(table.killed >= wanted.min_killed)
    made += [
        _named(connection, role, name) for role in ("place", "actor") if (name := getattr(wanted, role)) is not None
    ]
    if wanted.near is not None:
        made.append(_around(*wanted.near))
    if wanted.box is not None:
        west, south, east, north = wanted.box
        across = table.lon.between(west, east) if west <= east else or_(table.lon >= west, table.lon <= east)
        made.append(and_(table.lat.between(south, north), across))
    return made


def _named(connection: Connection, role: str, name: str) -> ColumnElement[bool]:
    """Incidents in which a name of this role holds these words: looked up when few have it, else looked for
    while walking along all, of which the first hundred are then soon found."""
    names, table = schema.names, schema.incident_names
    # A folded name holds letters, digits and spaces alone: nothing in it means anything to LIKE.
    like = or_(*(names.c.name.like(f"%{words}%") for words in _sought(role, name)))
    numbers = connection.execute(select(names.c.no).where(like)).scalars().all()
    if not numbers:
        return false()
    held = and_(table.c.role == role, table.c.name.in_(numbers))
    some = select(table.c.incident).where(held).limit(BROAD).subquery()
    if connection.execute(select(func.count()).select_from(some)).scalar_one() < BROAD:
        return schema.incidents.c.id.in_(select(table.c.incident).where(held))
    return exists().where(table.c.incident == schema.incidents.c.id, held).correlate(schema.incidents)


def _sought(role: str, name: str) -> tuple[str, ...]:
    """The words to look for: a country is kept by its code."""
    code = code_of(name) if role == "place" else None
    return (fold(name),) if code is None else (fold(name), fold(code))


def _around(lat: float, lon: float, km: float) -> ColumnElement[bool]:
    """The degrees within which everything lies that is so near; around a pole, every longitude."""
    table = schema.incidents.c
    reach = km / EARTH_KM
    up = degrees(reach)
    made = table.lat.between(lat - up, lat + up)
    if reach >= radians(90) - abs(radians(lat)):
        return made
    wide = degrees(asin(min(1.0, sin(reach) / cos(radians(lat)))))
    spans = [(lon - wide, lon + wide), (lon - wide + 360, lon + wide + 360), (lon - wide - 360, lon + wide - 360)]
    return and_(made, or_(*(table.lon.between(west, east) for west, east in spans if east >= -180 and west <= 180)))


def _near(own_lat: float | None, own_lon: float | None, lat: float, lon: float, km: float) -> bool:
    return own_lat is not None and own_lon is not None and kilometres(own_lat, own_lon, lat, lon) <= km
