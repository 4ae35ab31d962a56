"""The half of `checking.py` that looks at reports: bytes, records, and what they tell, some reports at a time."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select

from ..errors import DamagedStore
from ..ledger import Count, Filing, Statement, Telling
from ..model import Record, Span
from . import schema
from .encoding import loads, unsqueeze, unsqueeze_value
from .looking import portions
from .sourcing_rows import said
from .writing import claims_of

T = TypeVar("T")
ROWS = 200  # reports at a time
BY_REPORT = (
    schema.contents,
    schema.documents,
    schema.filings,
    schema.tellings,
    schema.counts,
    schema.statements,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: the table, and what its row is known by outside."""

    table: str
    id: str
    text: str


def loaded(load: Callable[[], T]) -> tuple[T | None, str]:
    """A value, or what is wrong with it."""
    try:
        return load(), ""
    except DamagedStore as error:
        return None, str(error)


def reports(connection: Connection) -> Iterator[Problem]:
    """All that is wrong with reports and with what belongs to one."""
    table, expected = schema.reports, 0
    every = connection.execute(select(table.c.no, table.c.sha256, table.c.size).order_by(table.c.no)).all()
    said_in = _said_in(connection)
    for portion in portions(every, ROWS):
        held = {one.name: _by_report(connection, one, [no for no, _, _ in portion]) for one in BY_REPORT}
        claims: dict[tuple[int, int], str] = {}
        for no, sha, size in portion:
            rows = {name: found.get(no, []) for name, found in held.items()}
            yield from _content(sha, size, rows["contents"])
            record, wrong = _record(rows["documents"])
            if record is None:
                yield Problem("documents", sha, wrong)
                continue
            yield from _document(sha, record)
            yield from _told(sha, record, rows)
            amounts = [(quotes, claims) for _, _, quotes, claims in said(record)]
            if said_in.get(no, (0, 0)) != (sum(q for q, _ in amounts), sum(c for _, c in amounts)):
                yield Problem("sayings", sha, "holds not what its record has people say")
            claims |= dict.fromkeys(((number, no) for number in claims_of(record)), sha)
        yield from _claims(connection, claims)
        expected += len(claims)
    found = connection.execute(select(func.count()).select_from(schema.claims)).scalar_one()
    if found > expected:
        yield Problem("claims", "", f"the index has {found} claims, the records have {expected}")


def _said_in(connection: Connection) -> dict[int, tuple[int, int]]:
    """How many quotes and claims of people the sayings of each report count."""
    table = schema.sayings.c
    question = select(table.report, func.sum(table.quotes), func.sum(table.claims)).group_by(table.report)
    return {no: (int(quotes), int(claims)) for no, quotes, claims in connection.execute(question)}


def _by_report(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.report.in_(numbers))):
        found[row.report].append(row)
    return found


def _content(sha: str, size: int, rows: Sequence[Any]) -> Iterator[Problem]:
    if not rows:
        yield Problem("contents", sha, "has no bytes")
        return
    content, said = loaded(lambda: unsqueeze(rows[0].content))
    if content is None:
        yield Problem("contents", sha, said)
        return
    if hashlib.sha256(content).hexdigest() != sha:
        yield Problem("contents", sha, "its bytes have another sha256")
    if len(content) != size:
        yield Problem("reports", sha, f"has {len(content)} bytes instead of {size}")


def _record(rows: Sequence[Any]) -> tuple[Record | None, str]:
    return loaded(lambda: unsqueeze_value(Record, rows[0].record)) if rows else (None, "has no record")


def _document(sha: str, record: Record) -> Iterator[Problem]:
    if record.report.sha256 != sha:
        yield Problem("documents", sha, f"its record is of {record.report.sha256}")
    for span in _spans(record):
        if record.text[span.start : span.end] != span.text:
            yield Problem("documents", sha, f"the text from {span.start} to {span.end} is not {span.text!r}")


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))


def _told(sha: str, record: Record, rows: dict[str, list[Any]]) -> Iterator[Problem]:
    tables: tuple[tuple[str, type[Any], Iterable[Any]], ...] = (
        ("tellings", Telling, record.incidents),
        ("counts", Count, record.figures),
        ("statements", Statement, record.events),
    )
    for name, kind, claims in tables:
        known = {claim.id for claim in claims}
        for row in rows[name]:
            value, said = loaded(lambda row=row, kind=kind: loads(kind, row.body, report=sha))  # type: ignore[misc]
            if value is None:
                yield Problem(name, sha, said)
            elif value.id not in known:
                yield Problem(name, value.id, f"is not in the record of {sha}")
            elif row.id != value.id if name == "tellings" else row.telling != value.telling:
                yield Problem(name, value.id, "its columns are not those of its body")
            elif name == "counts" and not record.text.startswith(value.quote, value.start):
                yield Problem(name, value.id, f"its words are not in the text: {value.quote!r}")
    for row in rows["filings"]:
        filing, said = loaded(lambda row=row: loads(Filing, row.body, report=sha))  # type: ignore[misc]
        if filing is None:
            yield Problem("filings", sha, said)


def _claims(connection: Connection, claims: dict[tuple[int, int], str]) -> Iterator[Problem]:
    """Those that are not in the index of claims; it has no order by report, so that each is looked up."""
    table = schema.claims
    there: set[tuple[int, int]] = set()
    for portion in portions(sorted({number for number, _ in claims})):
        there |= {(number, no) for number, no in connection.execute(select(table).where(table.c.claim.in_(portion)))}
    for sha in sorted({sha for claim, sha in claims.items() if claim not in there}):
        yield Problem("claims", sha, "claims of its record are not in the index")
