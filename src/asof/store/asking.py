"""What people ask of a store: reports, records, claims, incidents by filter, full text.

Lists come in portions: each takes the last one's end, so that the millionth row is found as fast as the first.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, text

from ..ledger import ConsolidatedIncident
from ..model import Record, plain
from . import schema, searching
from .encoding import number, unsqueeze, unsqueeze_value
from .entry import FoundClaim, Kept
from .looking import Looking, later_version
from .moments import earliest, latest
from .names import fold

EARTH = 6371.0088  # km, the mean radius
# What the ids of a record name.
FIELDS = ("events", "figures", "quotes", "incidents", "places", "times", "actors")


@dataclass(frozen=True, slots=True)
class IncidentFilter:
    """Which incidents: every condition that is given must hold, and what is not known holds for none.

    `since`, `until`: it may have happened within them (moments may be partial). `place`: a name, or a country
    by its three letters. `near`: (lat, lon, km). `published_by`, `published_since`: first told until then, last
    told from then on. `after`: the last row of the portion before, `(sorts, id)`.
    """

    since: str | None = None
    until: str | None = None
    place: str | None = None
    near: tuple[float, float, float] | None = None
    actor: str | None = None
    type: str | None = None
    mode: str | None = None
    status: tuple[str, ...] = ()
    min_killed: int | None = None
    published_by: str | None = None
    published_since: str | None = None
    after: tuple[str, str] | None = None
    limit: int = 100


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident in a list. `sorts` and `id` together say where the next portion begins."""

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


class Asking(Looking):
    """Everything that can be asked, inside one transaction."""

    # ── reports ──────────────────────────────────────────────────────────────────────────────────

    def known(self, shas: Collection[str]) -> set[str]:
        """Which of these reports are there."""
        column = schema.reports.c.sha256
        return {sha for (sha,) in self._rows(select(column), column, sorted(set(shas)))}

    def content(self, sha256: str) -> bytes | None:
        """The bytes as received."""
        found = self._of_report(schema.contents.c.content, sha256)
        return None if found is None else unsqueeze(found)

    def record(self, sha256: str) -> Record | None:
        """The record that was read from the report."""
        found = self._of_report(schema.documents.c.record, sha256)
        return None if found is None else unsqueeze_value(Record, found)

    def report(self, sha256: str) -> Kept | None:
        """What is known of a report, by its digest or by how no other's begins."""
        table = schema.reports
        question = _kept().where(table.c.sha256 >= sha256, table.c.sha256 < sha256 + "g").limit(2)
        rows = self._connection.execute(question).all()
        return Kept(*rows[0]) if len(rows) == 1 else None

    def reports(self, after: tuple[str, str] | None = None, limit: int = 100) -> list[Kept]:
        """Reports by when they were published, those without a date first; `after` is the last one's
        `(published or "", sha256)`."""
        published, sha = _published(), schema.reports.c.sha256
        question = _kept().order_by(published, sha).limit(limit)
        if after is not None:
            question = question.where(_beyond(published, sha, after, newest_first=False))
        return [Kept(*row) for row in self._connection.execute(question)]

    def page(self, address: str) -> list[Kept]:
        """The versions of one page, earliest first."""
        table = schema.reports
        rows = self._connection.execute(_kept().where(table.c.page == address).order_by(table.c.version))
        return [Kept(*row) for row in rows]

    def claim(self, id: str) -> FoundClaim | None:
        """A claim, or whatever else has this id in a record, with the report that it stands in."""
        table = schema.reports
        question = select(table.c.sha256).join(schema.claims, schema.claims.c.report == table.c.no)
        for (sha,) in self._connection.execute(question.where(schema.claims.c.claim == number(id))).all():
            record = self.record(sha)
            for field in FIELDS:
                for claim in getattr(record, field):
                    if claim.id == id:
                        return FoundClaim(field, plain(claim), sha)
        return None

    def _of_report(self, column: Any, sha256: str) -> Any:
        table = schema.reports
        question = select(column).join(table, table.c.no == column.table.c.report)
        return self._one(question.where(table.c.sha256 == sha256))

    # ── incidents ────────────────────────────────────────────────────────────────────────────────

    def incident(self, id: str) -> ConsolidatedIncident | None:
        """The derived incident, with all that is there."""
        found = self._one(select(schema.incidents.c.body).where(schema.incidents.c.id == id))
        return None if found is None else unsqueeze_value(ConsolidatedIncident, found)

    def incidents(self, wanted: IncidentFilter = IncidentFilter()) -> list[IncidentRow]:
        """The incidents for which the filter holds, the latest first."""
        table = schema.incidents
        found: list[IncidentRow] = []
        after = wanted.after
        columns = [table.c[name] for name in IncidentRow.__slots__]
        question = select(*columns).where(*_conditions(wanted)).order_by(table.c.sorts.desc(), table.c.id.desc())
        while len(found) < wanted.limit:
            portion = question if after is None else question.where(_beyond(table.c.sorts, table.c.id, after))
            rows = [IncidentRow(*row) for row in self._connection.execute(portion.limit(wanted.limit))]
            found += [row for row in rows if wanted.near is None or _within(row, *wanted.near)]
            if len(rows) < wanted.limit:
                break
            after = (rows[-1].sorts, rows[-1].id)
        return found[: wanted.limit]

    # ── full text ────────────────────────────────────────────────────────────────────────────────

    def search(
        self, query: str, limit: int = 20, published_by: str | None = None, after: tuple[str, str] | None = None
    ) -> list[searching.Found]:
        """Reports that hold the words, the latest first; `after` is the last one's `(published or "", report)`."""
        asked = searching.parse(query)
        lite = self._connection.dialect.name == "sqlite"
        condition, sought = searching.matching(lite, asked)
        table = schema.reports
        matched = f"reports.no IN (SELECT {'rowid' if lite else 'report'} FROM words WHERE {condition})"
        question = (
            select(table.c.sha256, table.c.published, table.c.title, schema.documents.c.record)
            .join(schema.documents, schema.documents.c.report == table.c.no)
            .where(text(matched).bindparams(sought=sought))
            .order_by(_published().desc(), table.c.sha256.desc())
            .limit(limit)
        )
        if published_by is not None:
            question = question.where(table.c.published <= (latest(published_by) or published_by))
        if after is not None:
            question = question.where(_beyond(_published(), table.c.sha256, after))
        return [_found(asked, *row) for row in self._connection.execute(question)]


# ── conditions ───────────────────────────────────────────────────────────────────────────────────


def _published() -> ColumnElement[str]:
    return func.coalesce(schema.reports.c.published, "")


def _kept() -> Any:
    table = schema.reports
    names = ("sha256", "size", "file", "url", "title", "publisher", "published")
    return select(*(table.c[name] for name in names), later_version())


def _beyond(
    first: ColumnElement[Any], second: ColumnElement[Any], after: tuple[str, str], newest_first: bool = True
) -> ColumnElement[bool]:
    """What comes after these two in the order of a list."""
    one, two = after
    if newest_first:
        return or_(first < one, and_(first == one, second < two))
    return or_(first > one, and_(first == one, second > two))


def _conditions(wanted: IncidentFilter) -> list[ColumnElement[bool]]:
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
    if wanted.min_killed is not None:
        made.append(table.killed >= wanted.min_killed)
    if wanted.place is not None:
        made.append(or_(_named("place", wanted.place), table.country == wanted.place.upper()))
    if wanted.actor is not None:
        made.append(_named("actor", wanted.actor))
    if wanted.near is not None:
        made.append(_box(*wanted.near))
    return made


def _named(role: str, name: str) -> ColumnElement[bool]:
    """Incidents in which a name of this role holds these words."""
    names, table = schema.names, schema.incident_names
    # A folded name holds letters, digits and spaces alone: nothing in it means anything to LIKE.
    found = select(names.c.no).where(names.c.name.like(f"%{fold(name)}%"))
    return schema.incidents.c.id.in_(select(table.c.incident).where(table.c.role == role, table.c.name.in_(found)))


def _box(lat: float, lon: float, km: float) -> ColumnElement[bool]:
    """The degrees within which everything lies that is so near; around a pole, every longitude."""
    table = schema.incidents.c
    reach = km / EARTH
    up = degrees(reach)
    made = table.lat.between(lat - up, lat + up)
    if reach >= radians(90) - abs(radians(lat)):
        return made
    wide = degrees(asin(min(1.0, sin(reach) / cos(radians(lat)))))
    spans = [(lon - wide, lon + wide), (lon - wide + 360, lon + wide + 360), (lon - wide - 360, lon + wide - 360)]
    return and_(made, or_(*(table.lon.between(west, east) for west, east in spans if east >= -180 and west <= 180)))


def _within(row: IncidentRow, lat: float, lon: float, km: float) -> bool:
    return row.lat is not None and row.lon is not None and distance(row.lat, row.lon, lat, lon) <= km


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points on a sphere (haversine)."""
    up, along = radians(lat2 - lat1), radians(lon2 - lon1)
    part = sin(up / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(along / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(part)))


def _found(
    asked: searching.Query, sha: str, published: str | None, title: str | None, record: bytes
) -> searching.Found:
    content = unsqueeze_value(Record, record).text
    at = searching.finds(content, asked)
    start, end = searching.snippet(content, at)
    return searching.Found(sha, published, title, start, end, content[start:end], at)
