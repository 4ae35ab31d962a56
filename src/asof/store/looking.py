"""What reconciling looks up: tellings by block key and by the decisions that join them, and what they say.

The half of `reconcile.shelf.Shelf` that reads; `writing.py` has the other. Everything is asked for in
portions, so that no statement grows with the question.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from ..ledger import Correction, Count, Decision, Filing, Statement, Telling
from . import schema
from .encoding import loads, number

T = TypeVar("T")
PORTION = 500  # values in one statement; between 100 and 2,000 the time does not change


def portions(values: Iterable[T], size: int = PORTION) -> Iterator[list[T]]:
    waiting = iter(values)
    while portion := list(islice(waiting, size)):
        yield portion


class Looking:
    """Look-ups on one connection, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # ── blocks and decisions ─────────────────────────────────────────────────────────────────────

    def sizes(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many tellings have each of these block keys."""
        column = schema.telling_keys.c.key
        numbers = {number(key): key for key in keys}
        found = self._rows(select(column, func.count()).group_by(column), column, sorted(numbers))
        return dict.fromkeys(keys, 0) | {numbers[one]: count for one, count in found}

    def block(self, keys: Collection[str], below: str | None = None) -> list[Telling]:
        """The tellings that have at least one of these keys, each once; `below`: whose id sorts before it."""
        column, telling = schema.telling_keys.c.key, schema.telling_keys.c.telling
        question = select(telling).distinct()
        if below is not None:
            question = question.where(telling < below)
        found = {one for (one,) in self._rows(question, column, sorted({number(key) for key in keys}))}
        return self.tellings(found)

    def tellings(self, ids: Collection[str]) -> list[Telling]:
        """Those of these that are there, in the order of their ids."""
        table, reports = schema.tellings, schema.reports
        question = select(table.c.body, reports.c.sha256).join(reports)
        found = self._rows(question, table.c.id, sorted(set(ids)))
        return [loads(Telling, body, report=sha) for body, sha in found]

    def component(self, tellings: Collection[str]) -> list[Telling]:
        """These and all that any decision `same` ever joined to them, over any number of steps."""
        seen: set[str] = set()
        waiting = set(tellings)
        telling, other = schema.joins.c.telling, schema.joins.c.other
        while waiting:
            seen |= waiting
            waiting = {one for (one,) in self._rows(select(other), telling, sorted(waiting))} - seen
        return self.tellings(seen)

    def joins(self, tellings: Collection[str]) -> list[tuple[str, str]]:
        """Pairs that a decision `same` ever joined, the first of them one of these."""
        table = schema.joins
        question = select(table.c.telling, table.c.other)
        return [(one, other) for one, other in self._rows(question, table.c.telling, sorted(set(tellings)))]

    def rulings(self, tellings: Collection[str]) -> list[Decision]:
        """Every decision of a person with an end among these, undone or not, and those that undo."""
        return self._decisions(tellings, schema.decisions.c.person == 1)

    def decisions(self, tellings: Collection[str]) -> list[Decision]:
        """Every decision with an end among these, whoever took it, in the order in which they were taken."""
        return self._decisions(tellings)

    def decision(self, id: str) -> Decision | None:
        body = self._one(select(schema.decisions.c.body).where(schema.decisions.c.id == id))
        return None if body is None else loads(Decision, body)

    def decided(
        self,
        after: int | None = None,
        limit: int = 100,
        verdict: str | None = None,
        person: bool | None = None,
        newest_first: bool = False,
    ) -> list[tuple[int, Decision]]:
        """Decisions in the order in which they were taken, or the latest first, each with its place in the order, from
        after that place; `person`: those of people, or those of rules."""
        table = schema.decisions
        question = _in_order(select(table.c.no, table.c.body), table.c.no, after, newest_first)
        if verdict is not None:
            question = question.where(table.c.verdict == verdict)
        if person is not None:
            question = question.where(table.c.person == int(person))
        return [(no, loads(Decision, body)) for no, body in self._connection.execute(question.limit(limit))]

    def _decisions(self, tellings: Collection[str], *conditions: ColumnElement[bool]) -> list[Decision]:
        table, ids = schema.decisions, sorted(set(tellings))
        found: dict[int, str] = {}
        for column in (table.c.left, table.c.right):
            question = select(table.c.no, table.c.body).where(*conditions)
            found.update((no, body) for no, body in self._rows(question, column, ids))
        return [loads(Decision, found[no]) for no in sorted(found)]

    def incidents_of(self, tellings: Collection[str]) -> set[str]:
        """The ids of the derived incidents that have one of these tellings as a member."""
        return set(self.memberships(tellings).values())

    def memberships(self, tellings: Collection[str]) -> dict[str, str]:
        """Of each of these tellings that is a member of a derived incident, the incident's id."""
        table = schema.members
        question = select(table.c.telling, table.c.incident)
        return dict(tuple(row) for row in self._rows(question, table.c.telling, sorted(set(tellings))))

    # ── what they say ────────────────────────────────────────────────────────────────────────────

    def filings(self, reports: Collection[str]) -> list[Filing]:
        """The filings of these reports; `superseded_by` is the next version of the same page that is there now."""
        table = schema.reports
        question = select(table.c.sha256, schema.filings.c.body, later_version()).join(
            schema.filings, schema.filings.c.report == table.c.no
        )
        found = sorted(tuple(row) for row in self._rows(question, table.c.sha256, sorted(set(reports))))
        return [dataclasses.replace(loads(Filing, body, report=sha), superseded_by=later) for sha, body, later in found]

    def counts(self, tellings: Collection[str]) -> list[Count]:
        """The counts that belong to one of these tellings."""
        return self._told(Count, schema.counts, schema.counts.c.telling, tellings)

    def counts_of(self, reports: Collection[str]) -> list[Count]:
        """Every count of these reports, whichever telling it belongs to, or none."""
        return self._told(Count, schema.counts, schema.reports.c.sha256, reports)

    def statements(self, tellings: Collection[str]) -> list[Statement]:
        """The statements that belong to one of these tellings."""
        return self._told(Statement, schema.statements, schema.statements.c.telling, tellings)

    def corrections(self, reports: Collection[str]) -> list[Correction]:
        """Every correction of a claim of these reports, undone or not, in the order in which they were made."""
        table = schema.corrections
        question = select(table.c.no, table.c.body, schema.reports.c.sha256).join(schema.reports)
        found = sorted(tuple(row) for row in self._rows(question, schema.reports.c.sha256, sorted(set(reports))))
        return [loads(Correction, body, report=sha) for _, body, sha in found]

    def correction(self, id: str) -> Correction | None:
        """One correction by its id."""
        table = schema.corrections
        question = select(table.c.body, schema.reports.c.sha256).join(schema.reports).where(table.c.id == id)
        row = self._connection.execute(question).first()
        return None if row is None else loads(Correction, row[0], report=row[1])

    def corrected(
        self, after: int | None = None, limit: int = 100, newest_first: bool = False
    ) -> list[tuple[int, Correction]]:
        """Corrections in the order in which they were made, or the latest first, each with its place in the order, from
        after that place."""
        table = schema.corrections
        question = select(table.c.no, table.c.body, schema.reports.c.sha256).join(schema.reports)
        rows = self._connection.execute(_in_order(question, table.c.no, after, newest_first).limit(limit))
        return [(no, loads(Correction, body, report=sha)) for no, body, sha in rows]

    def _told(self, kind: type[T], table: Any, column: ColumnElement[Any], values: Collection[str]) -> list[T]:
        question = select(table.c.no, table.c.body, schema.reports.c.sha256).join(schema.reports)
        found = sorted(tuple(row) for row in self._rows(question, column, sorted(set(values))))
        return [loads(kind, body, report=sha) for _, body, sha in found]

    def tellings_of(self, reports: Collection[str]) -> list[str]:
        """The ids of what these reports tell."""
        tellings, table = schema.tellings, schema.reports
        question = select(tellings.c.id).join(table, table.c.no == tellings.c.report)
        return sorted(one for (one,) in self._rows(question, table.c.sha256, sorted(set(reports))))

    # ── asking ───────────────────────────────────────────────────────────────────────────────────

    def _rows(self, question: Select[Any], column: ColumnElement[Any], values: Sequence[Any]) -> Iterator[Any]:
        """The question for each portion of the values of one column."""
        for portion in portions(values):
            yield from self._connection.execute(question.where(column.in_(portion))).all()

    def _one(self, question: Select[Any]) -> Any:
        return self._connection.execute(question).scalar()


def later_version() -> Any:
    """For a row of `reports`: the sha256 of the next version of its page."""
    report, other = schema.reports, schema.reports.alias("later")
    return (
        select(other.c.sha256)
        .where(other.c.page == report.c.page, other.c.version > report.c.version)
        .order_by(other.c.version)
        .limit(1)
        .correlate(report)
        .scalar_subquery()
    )


def _in_order(
    question: Select[Any], place: ColumnElement[int], after: int | None, newest_first: bool
) -> Select[Any]:  # fmt: skip
    """The question in the order of a table that is only ever added to, from after a place in it."""
    if after is not None:
        question = question.where(place < after if newest_first else place > after)
    return question.order_by(place.desc() if newest_first else place)


def beyond(
    first: ColumnElement[Any], second: ColumnElement[Any], after: tuple[str, str], newest_first: bool = True
) -> ColumnElement[bool]:
    """What comes after these two in the order of a list."""
    one, two = after
    if newest_first:
        return or_(first < one, and_(first == one, second < two))
    return or_(first > one, and_(first == one, second > two))
