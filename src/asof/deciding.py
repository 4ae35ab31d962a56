"""A person's decisions about what belongs together: taken, undone, listed. They outrank every rule's.

Each is appended with author, moment and reason; undoing is another decision. What follows from it is derived at
once, in the same transaction, so that a reader never sees the one without the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from .correcting import checked
from .errors import NotFound, WrongUse
from .ledger import RULE, Change, Correction, Decision, Telling, Verdict, correction_id, decision_id
from .model import Event, Figure, Incident, Stance, Status
from .reconcile.corrections import FIELDS, REJECTED
from .reconcile.rulings import standing
from .reconcile.update import correct as correct_shelf
from .reconcile.update import rule
from .store import Held, Store
from .store.asking import Asking


@dataclass(frozen=True, slots=True)
class Open:
    """A pair that no rule is sure of, or that a person put off, with what each report tells."""

    decision: Decision
    left: Telling
    right: Telling


def queue(shelf: Asking, limit: int) -> list[Open]:
    """Pairs that wait for a person, those nearest to being the same first."""
    found: list[Open] = []
    place: int | None = None
    while portion := shelf.decided(place, LOOKED_AT, "unsure"):
        place = portion[-1][0]
        found += [one for _, one in _open(shelf, portion)]
    return _nearest(found)[:limit]


LOOKED_AT = 200  # decisions in one portion of the queue


def waiting(shelf: Asking, before: int | None = None, limit: int = 40) -> tuple[list[Open], int | None]:
    """Some of the pairs that wait for a person, of those that came up last, nearest to being the same first; and from
    where the next portion is (null: there is none). As `queue`, for who cannot wait for all of it to be looked at."""
    found: list[Open] = []
    while len(found) < limit:
        portion = shelf.decided(before, LOOKED_AT, "unsure", newest_first=True)
        if not portion:
            return _nearest(found), None
        before = portion[-1][0]
        seen: set[tuple[str, str]] = set()
        for no, one in _open(shelf, portion):
            pair = (one.left.id, one.right.id)
            if pair in seen:
                continue
            seen.add(pair)
            found.append(one)
            if len(found) == limit:
                before = no
                break
    return _nearest(found), before


def _open(shelf: Asking, portion: Sequence[tuple[int, Decision]]) -> Iterator[tuple[int, Open]]:
    """Those of these decisions, each with its place, on whose pair no person has decided and which what else was
    decided has not put into one incident."""
    ends = {end for _, one in portion for end in (one.left, one.right)}
    settled = {(one.left, one.right) for one in standing(shelf.rulings(ends))}
    incident = shelf.memberships(ends)
    told = {one.id: one for one in shelf.tellings(ends)}
    for no, one in portion:
        if (one.left, one.right) not in settled and not together(incident, one.left, one.right):
            yield no, Open(one, told[one.left], told[one.right])


def together(incident: Mapping[str, str], left: str, right: str) -> bool:
    """Whether two tellings are in one incident, given that of each which is in one: too little may be told of both."""
    return incident.get(left) is not None and incident.get(left) == incident.get(right)


def _nearest(found: list[Open]) -> list[Open]:
    return sorted(found, key=lambda one: (-(one.decision.score or 0.0), one.decision.left, one.decision.right))


def decide(
    store: Store, left: str, right: str, verdict: Verdict, by: str, at: str, note: str | None = None
) -> tuple[Decision, Change]:
    """Decide on two tellings or incidents. An incident stands for the first of its tellings."""
    _named(by)
    with store.writing() as tx:
        one, other = sorted((_telling(tx, left), _telling(tx, right)))
        if one == other:
            raise WrongUse(f"{left} and {right} are the same telling: there is nothing to decide.")
        decision = Decision(
            decision_id(one, other, verdict, by, at), one, other, verdict, by=by, at=at, note=note
        )  # fmt: skip
        return decision, rule(tx, [decision])


def split(store: Store, incident: str, telling: str, by: str, at: str, note: str | None = None) -> Change:
    """Take one telling out of an incident: it is another happening than each of the others."""
    with store.writing() as tx:
        found = tx.incident(incident)
        if found is None:
            raise NotFound(f"There is no incident {incident!r} in this store.")
        if telling not in found.tellings or len(found.tellings) < 2:
            raise WrongUse(f"{telling} is not one of several tellings of {incident}: {', '.join(found.tellings)}.")
        apart = [tuple(sorted((telling, other))) for other in found.tellings if other != telling]
        return rule(
            tx,
            [
                Decision(
                    decision_id(left, right, "different", by, at), left, right, "different", by=by, at=at, note=note
                )
                for left, right in apart
            ],
        )


def correct(
    store: Store, claim: str, field: str | None, value: str | int | None, by: str, at: str, note: str | None = None
) -> tuple[Correction, Change]:
    """Say that a value of a figure, an event or a within-report incident is another one (null: not known), or, with
    `field` null, that the claim is right as it was read. `status` `rejected` leaves it out of what is counted."""
    made, change = correct_all(store, [(claim, field, value)], by, at, note)
    return made[0], change


def correct_all(
    store: Store,
    given: Iterable[tuple[str, str | None, str | int | None]],
    by: str,
    at: str,
    note: str | None = None,
) -> tuple[list[Correction], Change]:
    """Correct several values, each given as claim, field and value: all of them, or where one cannot be, none."""
    _named(by)
    with store.writing() as tx:
        made = [_correction(tx, claim, field, value, by, at, note) for claim, field, value in given]
        return made, correct_shelf(tx, made)


def _correction(
    shelf: Asking, claim: str, field: str | None, value: str | int | None, by: str, at: str, note: str | None
) -> Correction:
    found = shelf.claim(claim)
    if found is None:
        raise NotFound(f"There is no claim {claim!r} in this store. `asof explain INCIDENT` names those of one.")
    allowed = fields(found.field)
    if not allowed:
        raise WrongUse(f"{claim} is one of the report's {found.field}. Figures, events and incidents are corrected.")
    before: object = None
    if field is not None:
        if field not in allowed:
            raise WrongUse(f"{claim} has no {field!r} to correct. It may be: {', '.join(allowed)}.")
        offered = choices(shelf, found, field)
        if field == "incident" and value is not None and value not in offered:
            raise _uncounted(found, value, offered)
        value = _of_kind(field, value, allowed[field], offered)
        if isinstance(value, str) and not offered:
            value = checked(found.record, field, value)
        before = read_of(found.value, field)
    elif value is not None:
        raise WrongUse(f"Which value of {claim} is {value!r}? It may be: {', '.join(allowed)}.")
    return Correction(
        correction_id(claim, field, value, by, at),
        claim,
        found.report,
        field,
        value,
        before if isinstance(before, str | int) else None,
        by,
        at,
        note,
    )


def read_of(claim: Figure | Event | Incident, field: str) -> Any:
    """What was read of a claim's field: the speaker is in its attribution, and the group is what its unit names."""
    if field in ("speaker", "stance"):
        by = getattr(claim, "attribution", None)
        return None if by is None else getattr(by, field)
    return getattr(claim, "unit" if field == "group" else field)


# The values of those fields that have a list of them.
_ALLOWED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("figures", "status"): ("current", "earlier", "withdrawn", REJECTED),
    ("events", "status"): (*get_args(Status), REJECTED),
    ("incidents", "status"): (*get_args(Status), REJECTED),
    ("events", "stance"): get_args(Stance),
}


def fields(kind: str) -> Mapping[str, type]:
    """The fields of a kind of claim that can be corrected, and what each holds; empty where none can."""
    return FIELDS.get(kind, {})


def choices(shelf: Asking, claim: Held, field: str) -> tuple[str, ...]:
    """The values of a claim's field that has a list of them; empty for all others. A figure may be of any incident of
    its report that the ledger counts: what is past, imagined or denied, or only goes on around others, has no toll."""
    if field == "incident":
        counted = set(shelf.tellings_of({claim.report}))
        return tuple(incident.id for incident in claim.record.incidents if incident.id in counted)
    return _ALLOWED.get((claim.field, field), ())


def _uncounted(claim: Held, incident: str | int, offered: Sequence[str]) -> WrongUse:
    """Why a figure cannot be of this incident: its report has none such, or no toll could have the figure."""
    if incident not in {one.id for one in claim.record.incidents}:
        return WrongUse(f"{incident!r} is no incident of that report. It has {', '.join(offered) or 'none'}.")
    return WrongUse(
        f"{incident!r} is counted nowhere: that report tells of it as past, imagined or denied, or only as what goes "
        f"on around others. What it has that is counted: {', '.join(offered) or 'none'}. Without a value, the figure "
        "is of no incident."
    )


def _of_kind(field: str, value: str | int | None, wanted: type, allowed: Sequence[str]) -> str | int | None:
    """The value as the field holds it."""
    if field != "incident" and allowed and value not in allowed:
        raise WrongUse(f"{field} {value!r} is none of {', '.join(allowed)}.")
    if value is None or isinstance(value, wanted):
        return value
    try:
        number = int(str(value).replace(",", ""))
    except ValueError:
        number = -1
    if number < 0:
        raise WrongUse(f"{field} {value!r} is no number. Give one, 0 or more, or leave it empty for not known.")
    return number


def _named(by: str) -> None:
    if not by.strip() or by.startswith(RULE):
        raise WrongUse(f"--by {by!r} is no name of a person. Give who decides.")


def undo(
    store: Store, id: str, by: str, at: str, note: str | None = None
) -> tuple[Decision | Correction, Change]:  # fmt: skip
    """Take a person's decision, or a correction, back."""
    made, changes = undo_all(store, [id], by, at, note)
    return made[0], changes[0]


def undo_all(
    store: Store, ids: Iterable[str], by: str, at: str, note: str | None = None
) -> tuple[list[Decision | Correction], list[Change]]:
    """Take several back: all of them, or where one cannot be, none. What follows from decisions and what follows from
    corrections are two changes."""
    _named(by)
    with store.writing() as tx:
        made = [_undoing(tx, id, by, at, note) for id in ids]
        decisions = [one for one in made if isinstance(one, Decision)]
        corrections = [one for one in made if isinstance(one, Correction)]
        changes = [rule(tx, decisions)] if decisions else []
        return made, changes + ([correct_shelf(tx, corrections)] if corrections else [])


def _undoing(shelf: Asking, id: str, by: str, at: str, note: str | None) -> Decision | Correction:
    if id.startswith("k-"):
        said = shelf.correction(id)
        if said is None:
            raise NotFound(f"There is no correction {id!r} in this store.")
        made = correction_id(said.claim, said.field, said.value, by, at, undoes=id)
        return replace(said, id=made, by=by, at=at, note=note, undoes=id)
    earlier = shelf.decision(id)
    if earlier is None:
        raise NotFound(f"There is no decision {id!r} in this store. `asof explain INCIDENT` lists them.")
    if earlier.by.startswith(RULE):
        raise WrongUse(f"{id} is a rule's decision. Decide yourself: asof decide {earlier.left} {earlier.right} …")
    made = decision_id(earlier.left, earlier.right, earlier.verdict, by, at, undoes=id)
    return Decision(made, earlier.left, earlier.right, earlier.verdict, by=by, at=at, note=note, undoes=id)


def _telling(shelf: Asking, id: str) -> str:
    if any(one.id == id for one in shelf.tellings((id,))):
        return id
    found = shelf.incident(id)
    if found is None:
        raise NotFound(
            f"There is no incident or telling {id!r} in this store. `asof show ID --format json` lists them."
        )
    return found.tellings[0]
