"""What people's review of a store rests on: their decisions and corrections, the latest first, and claims by number."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from sqlalchemy import func, select

from ..ledger import Correction, Count, Decision, Statement
from . import schema
from .encoding import loads
from .looking import Looking

Kind = Literal["figures", "events"]


class Reviewed(Looking):
    """Questions about what was reviewed and what can be."""

    def ruled(self, before: int | None = None, limit: int = 100) -> list[tuple[int, Decision]]:
        """People's decisions, the latest first, each with its place in the order, from before that place."""
        table = schema.decisions
        question = select(table.c.no, table.c.body).where(table.c.person == 1)
        if before is not None:
            question = question.where(table.c.no < before)
        rows = self._connection.execute(question.order_by(table.c.no.desc()).limit(limit))
        return [(no, loads(Decision, body)) for no, body in rows]

    def unsure(self, before: int | None = None, limit: int = 100) -> list[tuple[int, Decision]]:
        """Decisions that nobody is sure of, the latest first, each with its place, from before that place."""
        table = schema.decisions
        question = select(table.c.no, table.c.body).where(table.c.verdict == "unsure")
        if before is not None:
            question = question.where(table.c.no < before)
        rows = self._connection.execute(question.order_by(table.c.no.desc()).limit(limit))
        return [(no, loads(Decision, body)) for no, body in rows]

    def membership(self, tellings: Collection[str]) -> dict[str, str]:
        """Of each of these tellings, the derived incident that it is in."""
        table = schema.members
        question = select(table.c.telling, table.c.incident)
        return dict(self._rows(question, table.c.telling, sorted(set(tellings))))

    def amended(self, before: int | None = None, limit: int = 100) -> list[tuple[int, Correction]]:
        """Corrections, the latest first, each with its place in the order, from before that place."""
        table = schema.corrections
        question = select(table.c.no, table.c.body, schema.reports.c.sha256).join(schema.reports)
        if before is not None:
            question = question.where(table.c.no < before)
        rows = self._connection.execute(question.order_by(table.c.no.desc()).limit(limit))
        return [(no, loads(Correction, body, report=sha)) for no, body, sha in rows]

    def numbered(self, kind: Kind) -> int:
        """How many figures, or events with a part in an incident, there are. They are numbered from 1 in the order in
        which they were kept, and never again: a number stays the same claim's."""
        table = schema.counts if kind == "figures" else schema.statements
        return int(self._one(select(func.coalesce(func.max(table.c.no), 0))))

    def claim_numbered(self, kind: Kind, no: int) -> tuple[str, str] | None:
        """The id and the report of the claim with this number."""
        table = schema.counts if kind == "figures" else schema.statements
        question = select(table.c.body, schema.reports.c.sha256).join(schema.reports).where(table.c.no == no)
        row = self._connection.execute(question).first()
        if row is None:
            return None
        kept = loads(Count, row[0], report=row[1]) if kind == "figures" else loads(Statement, row[0], report=row[1])
        return kept.id, row[1]
