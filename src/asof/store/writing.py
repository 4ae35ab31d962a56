"""What one transaction writes: reports and what they tell, decisions, and the incidents that follow.

All of it is idempotent: what is there by its bytes or its id stays as it is. Does not decide anything:
what is told, joined and derived comes from `reconcile`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete, func, insert, select

from ..errors import StoreError
from ..ledger import REJECTED, RULE, ConsolidatedIncident, Correction, Decision, Told
from ..model import Record
from ..moments import utc
from . import moments, schema, searching, sourcing_rows
from .accounts import AccountKeeping
from .asking import FIELDS, Asking
from .encoding import column, dumps, number, squeeze, squeeze_value
from .entry import Added, Entry
from .hooks import HookKeeping
from .looking import later_version
from .rows import incident_names, incident_row

# What holds a part of an incident, in the order in which it can be taken away.
_KEYS = (
    schema.revisions.c.incident,
    schema.incident_names.c.incident,
    schema.members.c.incident,
    schema.incident_bodies.c.incident,
    schema.incidents.c.id,
)


class Writing(HookKeeping, AccountKeeping, Asking):
    """Everything that can be asked, and what changes the store: see `Store.writing`."""

    # ── reports ──────────────────────────────────────────────────────────────────────────────────

    def add(self, entries: Iterable[Entry]) -> list[Added]:
        """Keep reports, and say of each whether it is new or was known. The bytes decide."""
        given = [(hashlib.sha256(entry.content).hexdigest(), entry) for entry in entries]
        known = self._numbers([sha for sha, _ in given])
        first = self._next(schema.reports)
        new: dict[str, Entry] = {}
        for sha, entry in given:
            if sha not in known and sha not in new:
                _refuse_other_bytes(sha, entry.record)
                new[sha] = entry
        numbered = [(no, sha, entry) for no, (sha, entry) in enumerate(new.items(), first)]
        self._insert(schema.reports, [_report(no, sha, entry) for no, sha, entry in numbered])
        self._insert(schema.contents, [{"report": no, "content": squeeze(e.content)} for no, _, e in numbered])
        self._insert(schema.documents, [_document(no, entry.record) for no, _, entry in numbered])
        claims = sorted({(claim, no) for no, _, entry in numbered for claim in claims_of(entry.record)})
        self._insert(schema.claims, [{"claim": claim, "report": no} for claim, no in claims])
        searching.index(self._connection, [(no, entry.record.text) for no, _, entry in numbered])
        filed = [(no, utc(entry.record.report.published) or "", entry.record) for no, _, entry in numbered]
        sourcing_rows.index_sayings(self._connection, filed)
        return self._outcomes([sha for sha, _ in given], set(new))

    def _outcomes(self, shas: Sequence[str], new: set[str]) -> list[Added]:
        table = schema.reports
        later = dict(self._rows(select(table.c.sha256, later_version()), table.c.sha256, shas))
        earlier = self._earlier(shas)
        made = []
        for sha in shas:
            made.append(Added(sha, "new" if sha in new else "known", earlier.get(sha), later.get(sha)))
            new.discard(sha)  # the same bytes twice among the entries: the second time they are known
        return made

    def _earlier(self, shas: Sequence[str]) -> dict[str, str]:
        """Of each report that has one, the version of its page before it."""
        table, other = schema.reports, schema.reports.alias("earlier")
        before = (
            select(other.c.sha256)
            .where(other.c.page == table.c.page, other.c.version < table.c.version)
            .order_by(other.c.version.desc())
            .limit(1)
            .correlate(table)
            .scalar_subquery()
        )
        return {sha: found for sha, found in self._rows(select(table.c.sha256, before), table.c.sha256, shas) if found}

    # ── what they tell ───────────────────────────────────────────────────────────────────────────

    def keep(self, told: Sequence[Told]) -> None:
        """Put there what reports tell; one whose filing is there already stays as it is. `add` the report first."""
        numbers = self._numbers([one.filing.report for one in told])
        filed = {
            no for (no,) in self._rows(select(schema.filings.c.report), schema.filings.c.report, [*numbers.values()])
        }
        new: dict[int, Told] = {}
        for one in told:
            if one.filing.report not in numbers:
                raise StoreError(f"The report {one.filing.report} is not in the store: add its bytes and record first.")
            if numbers[one.filing.report] not in filed:
                new.setdefault(numbers[one.filing.report], one)
        self._insert(schema.filings, [{"report": no, "body": dumps(one.filing, "report")} for no, one in new.items()])
        tellings = [(no, telling) for no, one in new.items() for telling in one.tellings]
        self._number(schema.tellings, [{"id": t.id, "report": no, "body": dumps(t, "report")} for no, t in tellings])
        keyed = {
            (number(key), telling.id)
            for one in new.values()
            for telling, keys in zip(one.tellings, one.keys, strict=True)
            for key in keys
        }
        self._insert(schema.telling_keys, [{"key": key, "telling": telling} for key, telling in sorted(keyed)])
        for table, field in ((schema.counts, "counts"), (schema.statements, "statements")):
            values = [(no, value) for no, one in new.items() for value in getattr(one, field)]
            self._number(table, [{"report": no, "telling": v.telling, "body": dumps(v, "report")} for no, v in values])

    # ── decisions and what follows ───────────────────────────────────────────────────────────────

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Append decisions. One whose id is there already stays as it is."""
        given = {decision.id: decision for decision in decisions}
        table = schema.decisions
        known = {one for (one,) in self._rows(select(table.c.id), table.c.id, list(given))}
        new = [decision for id, decision in given.items() if id not in known]
        self._number(table, [_decision(decision) for decision in new])
        same = {(d.left, d.right) for d in new if d.verdict == "same" and d.left != d.right}
        self._join(sorted(same | {(right, left) for left, right in same}))

    def _join(self, pairs: Sequence[tuple[str, str]]) -> None:
        telling, other = schema.joins.c.telling, schema.joins.c.other
        lefts = sorted({left for left, _ in pairs})
        there = {(left, right) for left, right in self._rows(select(telling, other), telling, lefts)}
        self._insert(schema.joins, [{"telling": a, "other": b} for a, b in pairs if (a, b) not in there])

    def correct(self, corrections: Iterable[Correction]) -> None:
        """Append corrections. One whose id is there already stays as it is."""
        given = {correction.id: correction for correction in corrections}
        table = schema.corrections
        known = {one for (one,) in self._rows(select(table.c.id), table.c.id, list(given))}
        new = [correction for id, correction in given.items() if id not in known]
        numbers = self._numbers(one.report for one in new)
        for one in new:
            if one.report not in numbers:
                raise StoreError(f"The report {one.report} of the correction {one.id} is not in the store.")
        self._number(
            table,
            [
                {"id": one.id, "report": numbers[one.report], "claim": one.claim, "body": dumps(one, "report")}
                for one in new
            ],
        )

    def replace(self, gone: Collection[str], incidents: Iterable[ConsolidatedIncident]) -> None:
        """Take away the derived incidents with the ids in `gone`; put these there, in place of those with their ids."""
        new = {incident.id: incident for incident in incidents}
        self._queue(gone, new.values())
        old = sorted({*gone, *new})
        for key in _KEYS:
            for begin in range(0, len(old), 500):
                self._connection.execute(delete(key.table).where(key.in_(old[begin : begin + 500])))
        self._insert(schema.incidents, [incident_row(incident) for incident in new.values()])
        bodies = [{"incident": id, "body": squeeze_value(incident)} for id, incident in new.items()]
        self._insert(schema.incident_bodies, bodies)
        members = [(telling, incident.id) for incident in new.values() for telling in incident.tellings]
        self._insert(schema.members, [{"telling": telling, "incident": id} for telling, id in members])
        named = {(i.id, role, name) for i in new.values() for role, name in incident_names(i)}
        numbers = self._name({name for _, _, name in named})
        self._insert(
            schema.incident_names,
            [{"incident": id, "role": role, "name": numbers[name]} for id, role, name in sorted(named)],
        )
        listed = [incident for incident in new.values() if incident.status != REJECTED]
        sourcing_rows.index_revisions(self._connection, listed)

    def _name(self, wanted: set[str]) -> Mapping[str, int]:
        """The number of each name; those that have none get one."""
        table = schema.names
        question = select(table.c.name, table.c.no)
        known: dict[str, int] = dict(self._rows(question, table.c.name, sorted(wanted)))
        new = {name: no for no, name in enumerate(sorted(wanted - known.keys()), self._next(table))}
        self._insert(table, [{"no": no, "name": name} for name, no in new.items()])
        return known | new

    def keep_poll_state(self, source: str, state: Mapping[str, Any]) -> None:
        """Keep what a watch has seen of a source, once the reports that it found are kept."""
        self._connection.execute(delete(schema.polls).where(schema.polls.c.source == source))
        self._insert(schema.polls, [{"source": source, "state": json.dumps(state, ensure_ascii=False)}])

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────

    def _numbers(self, shas: Iterable[str]) -> dict[str, int]:
        """The numbers of those of these reports that are there."""
        table = schema.reports
        return dict(self._rows(select(table.c.sha256, table.c.no), table.c.sha256, sorted(set(shas))))

    def _next(self, table: Table) -> int:
        """The next number. Writers take turns, so nobody else takes it."""
        return int(self._one(select(func.coalesce(func.max(table.c.no), 0) + 1)))

    def _number(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            first = self._next(table)
            self._insert(table, [{"no": no, **row} for no, row in enumerate(rows, first)])

    def _insert(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def _refuse_other_bytes(sha: str, record: Record) -> None:
    if record.report.sha256 != sha:
        raise StoreError(f"A record of {record.report.sha256 or 'no report'} came with the bytes of {sha}.")


def _report(no: int, sha: str, entry: Entry) -> dict[str, Any]:
    report = entry.record.report
    page = entry.page or (report.url or "").partition("#")[0] or None
    return {
        "no": no,
        "sha256": sha,
        "size": len(entry.content),
        "file": column(report.file),
        "url": column(report.url),
        "title": column(report.title),
        "publisher": column(report.publisher),
        "published": utc(report.published) or "",
        "page": column(page),
        "version": column(moments.version(report)),
    }


def _document(no: int, record: Record) -> dict[str, Any]:
    return {"report": no, "producer": record.producer, "record": squeeze_value(record)}


def claims_of(record: Record) -> set[int]:
    """The numbers of all ids in a record."""
    return {number(claim.id) for field in FIELDS for claim in getattr(record, field)}


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "left": decision.left,
        "right": decision.right,
        "verdict": decision.verdict,
        "person": int(not decision.by.startswith(RULE)),
        "body": dumps(decision),
    }
