"""The derived rows about sources: what each report has them say, and how their figures of each incident fared.

Made when a report is kept and when an incident is derived, inside that transaction; `sourcing.py` asks for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from ..ledger import ConsolidatedIncident, Count, TollFigure
from ..model import Record
from . import schema
from .encoding import column
from .looking import portions
from .names import fold
from .sourcing import FATES, Role

_ONE_OF_SEVERAL = re.compile(
    r"(?:an?|one|two|three|several|some|many|another|other|both|the other)\s", re.IGNORECASE
)  # "an M23 mayor" is whoever the report means


# ── what reports have people say ───────────────────────────────────────────────────────────


def described(name: str) -> bool:
    """Whether a name only describes somebody: "a local official", "residents", but not "al-Shabaab"."""
    return _ONE_OF_SEVERAL.match(name) is not None or not any(char.isupper() for char in name)


def said(record: Record) -> Iterator[tuple[str, str, int, int]]:
    """Each source of a record with the channel, and how many quotes and claims it has of them."""
    quotes: Counter[tuple[str, str]] = Counter()
    claims: Counter[tuple[str, str]] = Counter()
    for quote in record.quotes:
        if quote.speaker:
            quotes[quote.speaker, quote.channel or ""] += 1
    attributions = [one.attribution for one in record.figures] + [one.attribution for one in record.events]
    for by in attributions:
        if by is not None and by.speaker:
            claims[by.speaker, by.channel or ""] += 1
    for speaker, channel in dict.fromkeys([*quotes, *claims]):
        yield speaker, channel, quotes[speaker, channel], claims[speaker, channel]


def index_sayings(connection: Connection, filed: Iterable[tuple[int, str, Record]]) -> None:
    """Put the sayings of new reports there: the number of each, when it was published in UTC, and its record."""
    amounts: Counter[tuple[str, str, int, str, str]] = Counter()
    shown: dict[str, str] = {}
    for no, published, record in filed:
        for name, channel, quotes, claims in said(record):
            key = fold(name)
            shown.setdefault(key, name)
            amounts[key, published, no, column(channel) or "", "quotes"] += quotes
            amounts[key, published, no, column(channel) or "", "claims"] += claims
    numbers = _numbers(connection, shown)
    found = dict.fromkeys(key[:4] for key in amounts)
    rows: list[dict[str, Any]] = [
        {"source": numbers[key], "published": published, "report": no, "channel": channel}
        | {kind: amounts[key, published, no, channel, kind] for kind in ("quotes", "claims")}
        for key, published, no, channel in found
    ]
    if rows:
        connection.execute(insert(schema.sayings), rows)
    more: Counter[int] = Counter()
    for row in rows:
        more[row["source"]] += row["quotes"] + row["claims"]
    if more:
        table = schema.sources
        change = update(table).where(table.c.no == bindparam("which"))
        connection.execute(
            change.values(said=table.c.said + bindparam("more")),
            [{"which": no, "more": count} for no, count in sorted(more.items())],
        )


def _numbers(connection: Connection, shown: Mapping[str, str]) -> dict[str, int]:
    """The number of each source; those that have none get one."""
    table = schema.sources
    found: dict[str, int] = {}
    for portion in portions(sorted(shown)):
        rows = connection.execute(select(table.c.name, table.c.no).where(table.c.name.in_(portion)))
        found.update((name, no) for name, no in rows)
    new = sorted(shown.keys() - found.keys())
    first = connection.execute(select(func.coalesce(func.max(table.c.no), 0) + 1)).scalar_one()
    made = [
        {"no": no, "name": key, "shown": column(shown[key]), "described": int(described(shown[key])), "said": 0}
        for no, key in enumerate(new, first)
    ]
    if made:
        connection.execute(insert(table), made)
    return found | {key: no for no, key in enumerate(new, first)}


# ── how figures fared ──────────────────────────────────────────────────────────────────────


def index_revisions(connection: Connection, incidents: Sequence[ConsolidatedIncident]) -> None:
    """Put there how the figures of these incidents fared; what was there of them before is taken away elsewhere."""
    reports = {figure.count.report for one in incidents for toll in one.tolls for figure in toll.figures}
    outlets: dict[str, str] = {}
    table = schema.reports.c
    for portion in portions(sorted(reports)):
        known = select(table.sha256, table.publisher).where(table.sha256.in_(portion), table.publisher.is_not(None))
        outlets.update((sha, publisher) for sha, publisher in connection.execute(known))
    shown: dict[str, str] = {}
    rows: list[dict[str, Any]] = []
    for incident in incidents:
        for (role, key), (name, fates) in _fared(incident, outlets).items():
            shown.setdefault(key, name)
            rows.append({"role": role, "source": key, "incident": incident.id, **{f: fates[f] for f in FATES}})
    numbers = _numbers(connection, shown)
    if rows:
        connection.execute(insert(schema.revisions), [row | {"source": numbers[row["source"]]} for row in rows])


def _fared(
    incident: ConsolidatedIncident, outlets: Mapping[str, str]
) -> dict[tuple[Role, str], tuple[str, Counter[str]]]:
    """Of each source and each outlet, how many of its figures of this incident fared how."""
    figures = {figure.count.id: (figure, toll.group) for toll in incident.tolls for figure in toll.figures}
    against = {claim for one in incident.disagreements for claim in one.claims}
    numbers: dict[tuple[Role, str], dict[tuple[object, ...], set[str]]] = {}
    names: dict[str, str] = {}
    for id, (figure, group) in sorted(figures.items()):
        number = number_of(figure.count)
        if number is None:
            continue
        fate = {"contradicted"} if id in against else set()
        fate |= _fate(figure, [one for one, _ in figures.values()])
        sources: list[tuple[Role, str]] = [("cited", figure.source)] if figure.count.speaker is not None else []
        if outlet := outlets.get(figure.count.report):
            sources.append(("outlet", outlet))
        for role, name in sources:
            names.setdefault(fold(name), name)
            told = numbers.setdefault((role, fold(name)), {})
            of = (figure.source if role == "outlet" else "", figure.count.measure, group, number)
            told.setdefault(of, set()).update(fate)
    return {
        key: (names[key[1]], Counter({"given": len(told)}) + Counter(fate for fates in told.values() for fate in fates))
        for key, told in numbers.items()
    }


def number_of(count: Count) -> int | None:
    """A figure by one number: its value, else a bound of it."""
    return next((one for one in (count.value, count.low, count.high) if one is not None), None)


def _fate(figure: TollFigure, others: Sequence[TollFigure]) -> set[str]:
    """What became of a figure at the hand of its own source."""
    if figure.count.status == "withdrawn":
        return {"withdrawn"}
    if figure.count.status == "earlier":  # the report itself says that the source has another one now
        after = next((one for one in others if one.current and _same_topic(one, figure)), None)
    else:
        after = next((one for one in others if one.count.id == figure.superseded_by), None)
    if after is None or after.source != figure.source:
        return set()
    before, now = number_of(figure.count), number_of(after.count)
    if before is None or now is None or before == now:
        return set()
    return {"raised" if now > before else "lowered"}


def _same_topic(one: TollFigure, other: TollFigure) -> bool:
    return (one.source, one.count.measure, one.count.group) == (other.source, other.count.measure, other.count.group)
