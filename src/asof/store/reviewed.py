"""What people's review of a store rests on besides their decisions and corrections: claims by number."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import func, select

from ..ledger import Count, Statement
from . import schema
from .encoding import loads
from .looking import Looking

Kind = Literal["figures", "events"]


class Reviewed(Looking):
    """Questions about what was reviewed and what can be."""

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
