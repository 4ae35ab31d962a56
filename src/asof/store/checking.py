"""Is the store what it says it is? Hashes against bytes, spans against texts, what follows against what it came from.

Reads everything and changes nothing. What it finds is said in words; an empty list means that all is well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from ..errors import DamagedStore
from ..ledger import ConsolidatedIncident, Correction, Decision
from . import schema
from .checking_reports import Problem, loaded, reports
from .encoding import loads, number, unsqueeze_value
from .looking import portions
from .rows import incident_names, incident_row

ROWS = 200  # incidents at a time


def check(connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong, as it is found."""
    yield from _engine(connection)
    yield from reports(connection)
    yield from _decisions(connection)
    yield from _corrections(connection)
    yield from _incidents(connection)


# ── the engine ───────────────────────────────────────────────────────────────────────────────────


def _engine(connection: Connection) -> Iterator[Problem]:
    lite = connection.dialect.name == "sqlite"
    if lite:
        for (said,) in connection.execute(text("PRAGMA integrity_check")):
            if said != "ok":
                yield Problem("store", "", f"SQLite: {said}")
        for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield Problem(table, str(row), f"points to a row of {parent} that is not there")
    guards = (
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
        if lite
        else "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal"
    )
    guarded = {name for (name,) in connection.execute(text(guards))}
    for table in schema.APPEND_ONLY:
        if table.name not in guarded:
            yield Problem(table.name, "", "lacks the trigger that keeps its rows from being changed")
    indexed = {no for (no,) in connection.execute(text(f"SELECT {'rowid' if lite else 'report'} FROM words"))}
    known = dict(connection.execute(select(schema.reports.c.no, schema.reports.c.sha256)).all())
    yield from (Problem("words", known[no], "is not in the full text") for no in sorted(known.keys() - indexed))
    yield from (Problem("words", str(no), "full text of no report") for no in sorted(indexed - known.keys()))


# ── decisions and what follows ───────────────────────────────────────────────────────────────────


def _decisions(connection: Connection) -> Iterator[Problem]:
    table = schema.decisions
    ids = {id for (id,) in connection.execute(select(table.c.id))}
    pairs: set[tuple[str, str]] = set()
    for row in connection.execute(select(table).execution_options(yield_per=1000)):
        decision, said = loaded(lambda row=row: loads(Decision, row.body))  # type: ignore[misc]
        if decision is None:
            yield Problem("decisions", row.id, said)
            continue
        if (decision.id, decision.left, decision.right, decision.verdict) != (row.id, row.left, row.right, row.verdict):
            yield Problem("decisions", row.id, "its columns are not those of its body")
        if decision.undoes is not None and decision.undoes not in ids:
            yield Problem("decisions", row.id, f"undoes {decision.undoes}, which is not there")
        if decision.verdict == "same" and decision.left != decision.right:
            pairs |= {(decision.left, decision.right), (decision.right, decision.left)}
    joins = {(one, other) for one, other in connection.execute(select(schema.joins.c.telling, schema.joins.c.other))}
    yield from (Problem("joins", one, f"is not joined to {other}") for one, other in sorted(pairs - joins))
    yield from (Problem("joins", one, f"no decision joins it to {other}") for one, other in sorted(joins - pairs))


def _corrections(connection: Connection) -> Iterator[Problem]:
    table, claims = schema.corrections, schema.claims
    ids = {id for (id,) in connection.execute(select(table.c.id))}
    for row in connection.execute(select(table).order_by(table.c.no)).all():
        correction, said = loaded(lambda row=row: loads(Correction, row.body, report=""))  # type: ignore[misc]
        if correction is None:
            yield Problem("corrections", row.id, said)
            continue
        if (correction.id, correction.claim) != (row.id, row.claim):
            yield Problem("corrections", row.id, "its columns are not those of its body")
        if correction.undoes is not None and correction.undoes not in ids:
            yield Problem("corrections", row.id, f"undoes {correction.undoes}, which is not there")
        there = select(claims.c.claim).where(claims.c.claim == number(row.claim), claims.c.report == row.report)
        if connection.execute(select(there.exists())).scalar() in (False, 0):
            yield Problem("corrections", row.id, f"is of {row.claim}, which its report does not hold")


def _incidents(connection: Connection) -> Iterator[Problem]:
    table, names, bodies = schema.incidents, schema.names, schema.incident_bodies
    known = {sha for (sha,) in connection.execute(select(schema.reports.c.sha256))}
    ids = [id for (id,) in connection.execute(select(table.c.id).order_by(table.c.id))]
    for portion in portions(ids, ROWS):
        members, named = defaultdict(set), defaultdict(set)
        held, called = schema.members, schema.incident_names
        for id, telling in connection.execute(
            select(held.c.incident, held.c.telling).where(held.c.incident.in_(portion))
        ):
            members[id].add(telling)
        question = select(called.c.incident, called.c.role, names.c.name).join(names, names.c.no == called.c.name)
        for id, role, name in connection.execute(question.where(called.c.incident.in_(portion))):
            named[id].add((role, name))
        whole = select(table, bodies.c.body).join(bodies, bodies.c.incident == table.c.id, isouter=True)
        for row in connection.execute(whole.where(table.c.id.in_(portion)).order_by(table.c.id)):
            yield from _incident(row, members[row.id], named[row.id], known)


def _incident(row: Any, members: set[str], named: set[tuple[str, str]], known: set[str]) -> Iterator[Problem]:
    try:
        incident = unsqueeze_value(ConsolidatedIncident, row.body or b"")
    except DamagedStore as error:
        yield Problem("incident_bodies", row.id, str(error))
        return
    expected = incident_row(incident)
    for column, value in expected.items():
        if row._mapping[column] != value:
            yield Problem("incidents", row.id, f"{column} is {row._mapping[column]!r} instead of {value!r}")
    if members != set(incident.tellings):
        yield Problem("members", row.id, "its members are not the tellings that it is made of")
    if named != set(incident_names(incident)):
        yield Problem("incident_names", row.id, "its names are not those in it")
    for sha in sorted(set(incident.reports) - known):
        yield Problem("incidents", row.id, f"rests on the report {sha}, which is not there")
