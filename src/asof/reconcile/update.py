"""What new reports, or new decisions of people, change on a shelf.

Which pairs are compared, what they score and how a component falls into groups depend on the tellings alone.
So the order of reports, and how many come at once, make no difference in the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ..ledger import Change, ConsolidatedIncident, Correction, Count, Decision, Telling, Told
from ..moments import known_by
from .assemble import assemble, responsible
from .blocks import WHOLE, grown, neighbours
from .corrections import REJECTED, moved, standing, under, without_rejected
from .keys import keys
from .partition import partition
from .responsibility import Account
from .score import UNSURE, likeness, score
from .shelf import Lookup, Shelf
from .substance import enough


def update(shelf: Shelf, told: Sequence[Told], replaced: Collection[str] = (), whole: int = WHOLE) -> Change:
    """Put reports on the shelf, decide what they may be the same as, and rebuild the incidents that they touch.

    `replaced` are the tellings of reports of which a later version is among these: what no longer counts in a toll
    may be of an incident that the later version does not tell of.
    """
    shelf.keep(told)
    added = [telling for one in told for telling in one.tellings]
    decisions: dict[str, Decision] = {}
    for telling in added:
        for other in neighbours(shelf, telling, whole):
            if likeness(telling, other) >= UNSURE:
                decision = score(telling, other)
                decisions[decision.id] = decision
    shelf.decide(decisions.values())
    touched = {telling.id for telling in (*added, *grown(shelf, added, whole))} | set(replaced)
    incidents, gone = rebuild(shelf, touched, whole)
    return Change(tuple(decisions.values()), incidents, gone)


def rule(shelf: Shelf, decisions: Sequence[Decision], whole: int = WHOLE) -> Change:
    """Put people's decisions on the shelf and rebuild the incidents that they touch."""
    shelf.decide(decisions)
    touched = {one for decision in decisions for one in (decision.left, decision.right)}
    incidents, gone = rebuild(shelf, touched, whole)
    return Change(tuple(decisions), incidents, gone)


def correct(shelf: Shelf, corrections: Sequence[Correction], whole: int = WHOLE) -> Change:
    """Put people's corrections on the shelf and rebuild the incidents that the reports in question tell of."""
    shelf.correct(corrections)
    incidents, gone = rebuild(shelf, shelf.tellings_of({one.report for one in corrections}), whole)
    return Change((), incidents, gone)


def rebuild(
    shelf: Shelf, touched: Collection[str], whole: int = WHOLE
) -> tuple[tuple[ConsolidatedIncident, ...], tuple[str, ...]]:
    """Derive anew the incidents of all that is joined to these tellings; those that are no more, by id."""
    if not touched:
        return (), ()
    members = list(shelf.component(touched))
    before = shelf.memberships({telling.id for telling in members})
    said = _said(shelf, members)
    groups = [group for group in _groups(shelf, members, whole) if _enough(group, said)]
    same = _unchanged(groups, before, touched)
    incidents = tuple(_assembled(shelf, group, said, None) for k, group in enumerate(groups) if k not in same)
    gone = tuple(sorted({*before.values()} - {*same.values()} - {incident.id for incident in incidents}))
    shelf.replace(gone, incidents)
    return incidents, gone


def _unchanged(
    groups: Sequence[tuple[Telling, ...]], before: Mapping[str, str], touched: Collection[str]
) -> dict[int, str]:
    """The places of the groups that are an incident already, and nothing of which was touched; with its id. What is
    derived from the same tellings, and from the same of their reports, is the same."""
    size = Counter(before.values())
    found = {}
    for k, group in enumerate(groups):
        ids = {before.get(telling.id) for telling in group}
        (id,) = ids if len(ids) == 1 else (None,)
        if id is not None and size[id] == len(group) and not any(telling.id in touched for telling in group):
            found[k] = id
    return found


def as_of(shelf: Lookup, telling: str, moment: str | None, whole: int = WHOLE) -> ConsolidatedIncident | None:
    """The incident that a telling belongs to, from what was published up to a moment; null before it was told, or
    while too little was told of it."""
    members = [one for one in shelf.component({telling}) if known_by(one.published, moment)]
    group = next((g for g in _groups(shelf, members, whole) if any(one.id == telling for one in g)), None)
    said = _said(shelf, group or ())
    return _assembled(shelf, group, said, moment) if group is not None and _enough(group, said) else None


def accounted(shelf: Lookup, found: ConsolidatedIncident) -> Account:
    """Whose words an incident's responsibility rests on, at its moment."""
    ids = set(found.tellings)
    group = [one for one in shelf.component(ids) if one.id in ids]
    said = _said(shelf, group)
    return responsible(_counts(shelf, group, said), under(shelf.statements(ids), said), found.as_of)


def _groups(shelf: Lookup, members: Iterable[Telling], whole: int) -> list[tuple[Telling, ...]]:
    known = list(members)
    sizes = shelf.sizes({key for telling in known for key in keys(telling)})
    return partition(known, shelf.rulings({telling.id for telling in known}), sizes, whole)


def _said(shelf: Lookup, tellings: Iterable[Telling]) -> list[Correction]:
    """What people say of the claims of these tellings' reports, as it stands."""
    return standing(shelf.corrections({telling.report for telling in tellings}))


def _enough(group: Sequence[Telling], said: Iterable[Correction]) -> bool:
    """Whether these tellings make an incident: by what was read, or because people say that a figure is of it."""
    return enough(group) or not {telling.id for telling in group}.isdisjoint(moved(said).values())


def _assembled(
    shelf: Lookup, group: Sequence[Telling], said: Sequence[Correction], moment: str | None
) -> ConsolidatedIncident:
    ids = {telling.id for telling in group}
    filings = list(shelf.filings({telling.report for telling in group}))
    later = {one.superseded_by for one in filings if one.superseded_by} - {one.report for one in filings}
    statements = list(shelf.statements(ids))
    told = under(without_rejected(group, statements, said), said)
    incident = assemble(
        told or group,
        filings=[*filings, *(shelf.filings(later) if later else ())],
        counts=_counts(shelf, group, said),
        statements=under(statements, said),
        as_of=moment,
    )
    # What people reject whole is still there to be looked at, by its id.
    return incident if told else replace(incident, status=REJECTED)


def _counts(shelf: Lookup, group: Sequence[Telling], said: Sequence[Correction]) -> list[Count]:
    """The counts of these tellings as people say that they are: with those that they say are of one of these, without
    those that they say are of another one or of none."""
    ids, here = {telling.id for telling in group}, moved(said)
    found = {count.id: count for count in shelf.counts(ids)}
    if reports := {one.report for one in said if here.get(one.claim) in ids}:
        found |= {count.id: count for count in shelf.counts_of(reports)}
    return [count for count in under(found.values(), said) if count.telling in ids]
