"""Is the store what it says it is? Hashes against bytes, spans against texts, what follows against what it came from.

Reads everything and changes nothing. What it finds is said in words; an empty list means that all is well.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select, text

from ..errors import DamagedStore
from ..ledger import ConsolidatedIncident, Count, Decision, Filing, Statement, Telling
from ..model import Record, Span
from . import schema
from .encoding import loads, unsqueeze, unsqueeze_value
from .looking import portions
from .rows import incident_names, incident_row
from .writing import claims_of

T = TypeVar("T")
ROWS = 200  # reports at a time


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the table, and what its row is known by outside."""

    table: str
    id: str
    text: str


def check(connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong, as it is found."""
    yield from _engine(connection)
    yield from _reports(connection)
    yield from _decisions(connection)
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


# ── reports and what they tell ───────────────────────────────────────────────────────────────────


def _reports(connection: Connection) -> Iterator[Problem]:
    table = schema.reports
    every = connection.execute(select(table.c.no, table.c.sha256, table.c.size).order_by(table.c.no)).all()
    for portion in portions(every, ROWS):
        numbers = [no for no, _, _ in portion]
        held = {one: _by_report(connection, one, numbers) for one in schema.APPEND_ONLY if "report" in one.c}
        for no, sha, size in portion:
            rows = {one.name: found.get(no, []) for one, found in held.items()}
            yield from _content(sha, size, rows["contents"])
            yield from _document(sha, rows)


def _by_report(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.report.in_(numbers))):
        found[row.report].append(row)
    return found


def _content(sha: str, size: int, rows: Sequence[Any]) -> Iterator[Problem]:
    if not rows:
        yield Problem("contents", sha, "has no bytes")
        return
    try:
        content = unsqueeze(rows[0].content)
    except DamagedStore as error:
        yield Problem("contents", sha, str(error))
        return
    if hashlib.sha256(content).hexdigest() != sha:
        yield Problem("contents", sha, "its bytes have another sha256")
    if len(content) != size:
        yield Problem("reports", sha, f"has {len(content)} bytes instead of {size}")


def _document(sha: str, rows: dict[str, list[Any]]) -> Iterator[Problem]:
    if not rows["documents"]:
        yield Problem("documents", sha, "has no record")
        return
    try:
        record = unsqueeze_value(Record, rows["documents"][0].record)
    except DamagedStore as error:
        yield Problem("documents", sha, str(error))
        return
    if record.report.sha256 != sha:
        yield Problem("documents", sha, f"its record is of {record.report.sha256}")
    for span in _spans(record):
        if record.text[span.start : span.end] != span.text:
            yield Problem("documents", sha, f"the text from {span.start} to {span.end} is not {span.text!r}")
    if claims_of(record) != {row.claim for row in rows["claims"]}:
        yield Problem("claims", sha, "the index of its claims is not that of its record")
    yield from _told(sha, record, rows)


def _told(sha: str, record: Record, rows: dict[str, list[Any]]) -> Iterator[Problem]:
    tables: tuple[tuple[str, type[Any], Iterable[Any]], ...] = (
        ("tellings", Telling, record.incidents),
        ("counts", Count, record.figures),
        ("statements", Statement, record.events),
    )
    for name, kind, claims in tables:
        known = {claim.id for claim in claims}
        for row in rows[name]:
            value, said = _loaded(lambda row=row, kind=kind: loads(kind, row.body, report=sha))  # type: ignore[misc]
            if value is None:
                yield Problem(name, sha, said)
            elif value.id not in known:
                yield Problem(name, value.id, f"is not in the record of {sha}")
            elif row.id != value.id if name == "tellings" else row.telling != value.telling:
                yield Problem(name, value.id, "its columns are not those of its body")
            elif name == "counts" and not record.text.startswith(value.quote, value.start):
                yield Problem(name, value.id, f"its words are not in the text: {value.quote!r}")
    for row in rows["filings"]:
        filing, said = _loaded(lambda row=row: loads(Filing, row.body, report=sha))  # type: ignore[misc]
        if filing is None:
            yield Problem("filings", sha, said)


def _loaded(load: Callable[[], T]) -> tuple[T | None, str]:
    try:
        return load(), ""
    except DamagedStore as error:
        return None, str(error)


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))


# ── decisions and what follows ───────────────────────────────────────────────────────────────────


def _decisions(connection: Connection) -> Iterator[Problem]:
    table = schema.decisions
    ids = {id for (id,) in connection.execute(select(table.c.id))}
    pairs: set[tuple[str, str]] = set()
    for row in connection.execute(select(table).execution_options(yield_per=1000)):
        decision, said = _loaded(lambda row=row: loads(Decision, row.body))  # type: ignore[misc]
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
