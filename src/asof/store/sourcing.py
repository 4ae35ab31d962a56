"""Who said what, and whose figures were revised: derived rows by which both are found without opening a record.

A *source* is a name as reports give it: "Oumar Kassogué", "Malian army", "a hospital official". Two spellings that fold
to one are one source; the shown one is the first that came. A saying is all that one report has one source say through
one channel; the words themselves are in the record. `sourcing_rows.py` makes the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Integer, cast, func, select

from . import schema
from .looking import Looking, beyond
from .moments import latest
from .names import fold

Role = Literal["cited", "outlet"]


@dataclass(frozen=True, slots=True)
class Source:
    """One who is cited. `described`: the report gives no name ("a local official"), so that it may be anybody.
    `sayings` is how many quotes and claims reports have of them, over all channels."""

    key: str
    name: str
    described: bool
    sayings: int


@dataclass(frozen=True, slots=True)
class Saying:
    """That one report has one source say so much through one channel (null: it does not tell which)."""

    source: str
    report: str
    published: str | None
    channel: str | None
    quotes: int
    claims: int


@dataclass(frozen=True, slots=True)
class Revisions:
    """How one source's figures fared, over all incidents. A number that it gives again counts once.

    `given`: different figures; `raised`, `lowered`: those that it later replaced by a higher or a lower one;
    `withdrawn`; `contradicted`: those that stand against another source's. For an outlet, the same of all figures that
    it published, whoever gave them.
    """

    no: int
    key: str
    name: str
    incidents: int
    given: int
    raised: int
    lowered: int
    withdrawn: int
    contradicted: int


FATES = ("given", "raised", "lowered", "withdrawn", "contradicted")


class Sourcing(Looking):
    """Questions about sources, inside one transaction. Lists come in portions: `after` is the last one's end."""

    def source(self, name: str) -> Source | None:
        """The source that this name, or its key, is of."""
        row = self._connection.execute(_source().where(schema.sources.c.name == fold(name))).first()
        return None if row is None else _as_source(row)

    def sources(
        self, described: bool = False, holding: str = "", after: tuple[int, str] | None = None, limit: int = 50
    ) -> list[Source]:
        """Named sources, or described ones, those who said most first; `holding` words of the name; `after` is the last
        one's `(sayings, key)`."""
        table = schema.sources.c
        question = _source().where(table.described == int(described), table.said > 0)
        if holding.strip():
            question = question.where(table.name.like(f"%{fold(holding).rstrip()}%"))
        if after is not None:
            question = question.where(beyond(table.said, table.name, after))  # type: ignore[arg-type]
        rows = self._connection.execute(question.order_by(table.said.desc(), table.name.desc()).limit(limit))
        return [_as_source(row) for row in rows]

    def channels(self, source: str | None = None) -> list[tuple[str, int]]:
        """The channels through which was spoken, by all or by one source, with how many sayings, most used first."""
        table = schema.sayings.c
        question = select(table.channel, func.count()).where(table.channel > "").group_by(table.channel)
        if source is not None:
            question = question.join(schema.sources).where(schema.sources.c.name == fold(source))
        rows = self._connection.execute(question.order_by(func.count().desc(), table.channel))
        return [(channel, count) for channel, count in rows]

    def sayings(
        self,
        source: str | None = None,
        channel: str | None = None,
        published_by: str | None = None,
        after: tuple[str, str, str] | None = None,
        limit: int = 20,
    ) -> list[Saying]:
        """What was said, by a source, through a channel, the latest first; `after` is the last one's `(published or "",
        report, channel or "")`: all of one report of one source through several channels comes together."""
        table, report = schema.sayings.c, schema.reports.c
        columns = (schema.sources.c.shown, report.sha256, table.published, table.channel, table.quotes, table.claims)
        question = select(*columns).select_from(schema.sayings).join(schema.sources).join(schema.reports)
        if source is not None:
            question = question.where(schema.sources.c.name == fold(source))
        if channel is not None:
            question = question.where(table.channel == channel)
        if published_by is not None:
            question = question.where(table.published <= (latest(published_by) or published_by), table.published > "")
        order = (table.published, report.sha256, table.channel)
        if after is not None:
            published, sha, through = after
            same = (table.published == published) & (report.sha256 == sha) & (table.channel < through)
            question = question.where(beyond(table.published, report.sha256, (published, sha)) | same)
        rows = self._connection.execute(question.order_by(*(one.desc() for one in order)).limit(limit))
        return [Saying(name, sha, at or None, through or None, q, c) for name, sha, at, through, q, c in rows]

    def revisions(
        self, role: Role, source: str | None = None, after: tuple[int, int] | None = None, limit: int = 50
    ) -> list[Revisions]:
        """How the figures of cited sources, or of outlets, fared, those who gave most first; `after` is the last one's
        `(given, no)`."""
        table, sources = schema.revisions.c, schema.sources.c
        sums = [cast(func.sum(table[name]), Integer).label(name) for name in FATES]
        # Names are looked up for the portion alone: summed and sorted with them, it takes five times as long.
        question = select(table.source, func.count().label("incidents"), *sums).where(table.role == role)
        if source is not None:
            known = select(sources.no).where(sources.name == fold(source)).scalar_subquery()
            question = question.where(table.source == known)
        question = question.group_by(table.source)
        if after is not None:
            given, no = after
            question = question.having((sums[0] < given) | ((sums[0] == given) & (table.source < no)))
        portion = question.order_by(sums[0].desc(), table.source.desc()).limit(limit).subquery()
        columns = (portion.c.incidents, *(portion.c[name] for name in FATES))
        named = select(sources.no, sources.name, sources.shown, *columns).join(portion, portion.c.source == sources.no)
        rows = self._connection.execute(named.order_by(portion.c.given.desc(), sources.no.desc()))
        return [Revisions(*row) for row in rows]


def _source() -> Any:
    table = schema.sources.c
    return select(table.name, table.shown, table.described, table.said)


def _as_source(row: Any) -> Source:
    return Source(row[0], row[1], bool(row[2]), row[3])
