"""A group of tellings → one consolidated incident, as of a moment. Every value is one that a telling has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ..ledger import ConsolidatedIncident, Count, Filing, Statement, Telling
from ..model import Status
from ..moments import known_by
from .disagreements import disagreements
from .geography import plain, wide
from .originators import originators
from .responsibility import Account, account
from .sources import bodies, named
from .tolls import tolls

Value = TypeVar("Value", bound=Hashable)


def incident_id(first: Telling) -> str:
    """The incident's id: that of its first telling, so that it stays while reports are added."""
    return f"h-{first.id.partition('-')[2] or first.id}"


def assemble(
    group: Sequence[Telling],
    filings: Iterable[Filing],
    counts: Iterable[Count],
    statements: Iterable[Statement],
    as_of: str | None = None,
) -> ConsolidatedIncident:
    """The incident that these tellings, in the order of publication, tell together. Each text counts once, however
    many outlets carry it. `filings` are those of the tellings' reports, and of later versions of their pages."""
    known = sorted(filings, key=lambda one: one.report)
    reports = {telling.report for telling in group}
    origins = originators((one for one in known if one.report in reports), as_of)
    first = {origins.get(telling.report, telling.report): telling for telling in reversed(group)}
    texts = [telling for telling in group if first[origins.get(telling.report, telling.report)] is telling]
    counted = sorted(counts, key=lambda one: one.id)
    said = _voiced(counted, statements)
    who = account(one for one in said if known_by(one.published, as_of))
    ledger = tolls(counted, known, origins, as_of)
    place = _place(texts)
    start, end = _commonest(((one.start, one.end) for one in texts if one.start or one.end), (None, None))
    kind = _commonest((one.type for one in texts), group[0].type)
    return ConsolidatedIncident(
        id=incident_id(group[0]),
        type=kind,
        mode=_commonest((one.mode for one in texts if one.mode and one.type == kind), None),
        status=_status(texts),
        place=place.place if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        level=place.level if place else None,
        start=start,
        end=end,
        actors=_ranked(name for one in texts for name in one.actors),
        recipients=_ranked(name for one in texts for name in one.recipients),
        weapons=_ranked(name for one in texts for name in one.weapons),
        reports=tuple(dict.fromkeys(one.report for one in group)),
        originators=tuple(dict.fromkeys(origins.get(one.report, one.report) for one in group)),
        tolls=ledger,
        claimed_by=tuple(who.claimed),
        attributed_to=tuple(name for name in who.accused if name not in who.claimed),
        denied_by=tuple(who.denied),
        disagreements=disagreements(ledger, said, as_of),
        tellings=tuple(one.id for one in group),
        first_published=next((one.published for one in group if one.published), None),
        last_published=max((one.published for one in group if one.published), default=None),
        as_of=as_of,
    )


def responsible(counts: Iterable[Count], statements: Iterable[Statement], as_of: str | None = None) -> Account:
    """Who claims, is named for, and denies an incident, with whose words each rests on: as `assemble` has it."""
    return account(one for one in _voiced(counts, statements) if known_by(one.published, as_of))


def _voiced(counts: Iterable[Count], statements: Iterable[Statement]) -> list[Statement]:
    """Statements in the order of publication, each with the body that its speaker speaks for, by all that is told."""
    said = sorted(statements, key=lambda one: (one.published is None, one.published or "", one.id))
    of = bodies(sorted(counts, key=lambda one: one.id), said)
    return [replace(one, speaker_of=of.get(named(one.speaker or ""), one.speaker_of)) for one in said]


def _place(texts: Sequence[Telling]) -> Telling | None:
    """The telling whose place most tell, of the exact ones if there are any; the first of equals."""
    told = [one for one in texts if one.place is not None]
    told = [one for one in told if not wide(one)] or told
    number = Counter(plain(one.place or "") for one in told)
    return max(told, key=lambda one: (number[plain(one.place or "")], one.lat is not None), default=None)


def _status(texts: Sequence[Telling]) -> Status:
    """Planned only as long as nobody tells that it has happened."""
    found = [one.status for one in texts]
    return next((status for status in found if status in ("occurred", "ongoing")), found[0])


def _commonest(values: Iterable[Value], otherwise: Value) -> Value:
    """The value that most give; the first told of equals."""
    counted = Counter(values)
    return counted.most_common(1)[0][0] if counted else otherwise


def _ranked(names: Iterable[str]) -> tuple[str, ...]:
    """Names by how many texts give them, the first told of equals; of two spellings the first."""
    spelt: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for name in names:
        key = name.replace("’", "'").casefold()
        spelt.setdefault(key, name)
        counted[key] += 1
    return tuple(spelt[key] for key, _ in counted.most_common())
