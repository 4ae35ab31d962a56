"""What people ask of a store: reports, records, claims, incidents by filter, full text.

Lists come in portions: each takes the last one's end, so that the millionth row is found as fast as the first.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select, text

from ..ledger import ConsolidatedIncident
from ..model import Record
from . import filtering, schema, searching, settling
from .accounts import Accounts
from .encoding import number, text_of, unsqueeze, unsqueeze_value
from .entry import Held, Kept
from .filtering import IncidentFilter, IncidentRow
from .hooks import Hooks
from .looking import beyond, later_version
from .moments import earliest, latest
from .reviewed import Reviewed
from .sourcing import Sourcing

# So many finds are broad: with 20,000 reports, to sort 2,000 takes about as long as to walk to the first of them.
BROAD = 2000
# What the ids of a record name.
FIELDS = ("events", "figures", "quotes", "incidents", "places", "times", "actors")


class Asking(Sourcing, Reviewed, Hooks, Accounts):
    """Everything that can be asked, inside one transaction."""

    def state(self) -> str:
        """Other than before whenever anything was added: what is kept is only ever added to, and numbered."""
        kept = (schema.reports, schema.decisions, schema.corrections)
        return "-".join(str(self._one(select(func.coalesce(func.max(table.c.no), 0)))) for table in kept)

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

    def reports(
        self,
        after: tuple[str, str] | None = None,
        limit: int = 100,
        published_by: str | None = None,
        published_since: str | None = None,
        shas: Collection[str] | None = None,
        newest_first: bool = False,
    ) -> list[Kept]:
        """Reports by when they were published, those without a date first, or the other way round; `after` is the last
        one's `(published or "", sha256)`. `shas`: one of these, of which there are few. Without a date a report was
        published neither by nor since any moment."""
        published, sha = schema.reports.c.published, schema.reports.c.sha256
        order = (published.desc(), sha.desc()) if newest_first else (published, sha)
        question = _kept().order_by(*order).limit(limit)
        if after is not None:
            question = question.where(beyond(published, sha, after, newest_first))
        if published_by is not None:
            question = question.where(published <= (latest(published_by) or published_by), published > "")
        if published_since is not None:
            question = question.where(published >= (earliest(published_since) or published_since))
        if shas is not None:
            question = question.where(sha.in_(shas))
        return [Kept(*row) for row in self._connection.execute(question)]

    def page(self, address: str) -> list[Kept]:
        """The versions of one page, earliest first."""
        table = schema.reports
        rows = self._connection.execute(_kept().where(table.c.page == address).order_by(table.c.version))
        return [Kept(*row) for row in rows]

    def versions(self, sha256: str) -> list[Kept]:
        """The versions of the page that a report is one of, earliest first; itself where it is of no page."""
        address = self._one(select(schema.reports.c.page).where(schema.reports.c.sha256 == sha256))
        found = self.report(sha256) if address is None else None
        return self.page(address) if address is not None else [found] if found is not None else []

    def moments(self, limit: int) -> list[str]:
        """When something was published, earliest first: every moment, or where there are more than `limit`, the
        first and the last alone."""
        published = schema.reports.c.published
        dated = published > ""
        question = select(published).where(dated).distinct().order_by(published).limit(limit + 1)
        found = list(self._connection.execute(question).scalars())
        if len(found) <= limit:
            return found
        # Two questions: an index answers to the least and to the greatest at once, and to both together by all of it.
        ends = (self._one(select(end(published)).where(dated)) for end in (func.min, func.max))
        return [one for one in ends if one is not None]

    def claim(self, id: str) -> Held | None:
        """A claim, or whatever else has this id in a record, with the record that it stands in."""
        table = schema.reports
        question = select(table.c.sha256).join(schema.claims, schema.claims.c.report == table.c.no)
        for (sha,) in self._connection.execute(question.where(schema.claims.c.claim == number(id))).all():
            record, kept = self.record(sha), self.report(sha)
            assert record is not None and kept is not None  # the claim was read from it
            for field in FIELDS:
                for value in getattr(record, field):
                    if value.id == id:
                        return Held(field, value, record, kept.published)
        return None

    def _of_report(self, column: Any, sha256: str) -> Any:
        table = schema.reports
        question = select(column).join(table, table.c.no == column.table.c.report)
        return self._one(question.where(table.c.sha256 == sha256))

    # ── watches ──────────────────────────────────────────────────────────────────────────────────

    def poll_state(self, source: str) -> dict[str, Any] | None:
        """What a watch has seen of a source; null before it first looked."""
        found = self._one(select(schema.polls.c.state).where(schema.polls.c.source == source))
        return None if found is None else json.loads(found)

    # ── incidents ────────────────────────────────────────────────────────────────────────────────

    def incident(self, id: str) -> ConsolidatedIncident | None:
        """The derived incident, with all that is there."""
        table = schema.incident_bodies
        found = self._one(select(table.c.body).where(table.c.incident == id))
        return None if found is None else _incident(found)

    def bodies(self, ids: Collection[str]) -> dict[str, ConsolidatedIncident]:
        """Derived incidents by their ids, of those of these that are there."""
        table = schema.incident_bodies
        rows = self._rows(select(table.c.incident, table.c.body), table.c.incident, sorted(set(ids)))
        return {id: _incident(body) for id, body in rows}

    def settled(self, ids: Collection[str], moment: str) -> set[str]:
        """Those of these incidents of which what is known now is what was known at a moment (in UTC)."""
        return settling.settled(self._connection, ids, moment)

    def incidents(self, wanted: IncidentFilter | None = None) -> list[IncidentRow]:
        """The incidents for which the filter holds, the latest first; without one, all."""
        return filtering.incidents(self._connection, wanted or IncidentFilter())

    def told_in(self, reports: Collection[str]) -> list[str]:
        """The ids of the incidents that these reports tell of, without those that people rejected."""
        found = tuple(sorted(self.incidents_of(self.tellings_of(reports))))
        rows = self.incidents(IncidentFilter(ids=found, limit=len(found))) if found else []
        return sorted(row.id for row in rows)

    def extent(self, wanted: IncidentFilter) -> filtering.Extent:
        """Where and when the incidents are for which the filter holds, the latest so many."""
        return filtering.extent(self._connection, wanted)

    def told_last(self, wanted: IncidentFilter | None = None) -> list[IncidentRow]:
        """The incidents for which the filter holds, those that were told of last first."""
        return filtering.incidents(self._connection, wanted or IncidentFilter(), by="last_published")

    # ── full text ────────────────────────────────────────────────────────────────────────────────

    def search(
        self, query: str, limit: int = 20, published_by: str | None = None, after: tuple[str, str] | None = None
    ) -> list[searching.Found]:
        """Reports that hold the words, the latest first; `after` is the last one's `(published or "", report)`."""
        asked = searching.parse(query)
        lite = self._connection.dialect.name == "sqlite"
        condition, sought = searching.matching(lite, asked)
        number = "rowid" if lite else "report"
        matched = f"FROM words WHERE {condition}"
        some = text(f"SELECT count(*) FROM (SELECT 1 {matched} LIMIT {BROAD}) AS some").bindparams(sought=sought)
        broad = lite and self._connection.execute(some).scalar() == BROAD
        holds = (
            f"EXISTS (SELECT 1 {matched} AND rowid = reports.no)"
            if broad
            else f"reports.no IN (SELECT {number} {matched})"
        )
        table = schema.reports
        order = (table.c.published.desc(), table.c.sha256.desc())
        question = select(table.c.no).where(text(holds).bindparams(sought=sought)).order_by(*order).limit(limit)
        if published_by is not None:
            until = latest(published_by) or published_by
            question = question.where(table.c.published <= until, table.c.published > "")
        if after is not None:
            question = question.where(beyond(table.c.published, table.c.sha256, after))
        # The records after that: they would be carried along through the sorting of all that was found.
        whole = (
            select(table.c.sha256, table.c.published, table.c.title, schema.documents.c.record)
            .join(schema.documents, schema.documents.c.report == table.c.no)
            .where(table.c.no.in_(question))
            .order_by(*order)
        )
        return [_found(asked, *row) for row in self._connection.execute(whole)]


@lru_cache(maxsize=512)
def _incident(body: bytes) -> ConsolidatedIncident:
    """What these bytes are, of which the latest are asked for with every list: to make it anew each time takes a third
    of a page's time. A few kilobytes each."""
    return unsqueeze_value(ConsolidatedIncident, body)


# ── conditions ───────────────────────────────────────────────────────────────────────────────────


def _kept() -> Any:
    table = schema.reports
    names = ("sha256", "size", "file", "url", "title", "publisher")
    return select(*(table.c[name] for name in names), func.nullif(table.c.published, ""), later_version())


def _found(asked: searching.Query, sha: str, published: str, title: str | None, record: bytes) -> searching.Found:
    content = text_of(record)
    at = searching.finds(content, asked)
    start, end = searching.snippet(content, at)
    return searching.Found(sha, published or None, title, start, end, content[start:end], at)
