"""A person's decisions about what belongs together: taken, undone, listed. They outrank every rule's.

Each is appended with author, moment and reason; undoing is another decision. What follows from it is derived at
once, in the same transaction, so that a reader never sees the one without the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from .errors import NotFound, WrongUse
from .ledger import RULE, Change, Decision, Telling, Verdict, decision_id
from .reconcile.rulings import standing
from .reconcile.update import rule
from .store import Store
from .store.asking import Asking


@dataclass(frozen=True, slots=True)
class Open:
    """A pair that no rule is sure of, or that a person put off, with what each report tells."""

    decision: Decision
    left: Telling
    right: Telling


def queue(shelf: Asking, limit: int) -> list[Open]:
    """Pairs that wait for a person, those nearest to being the same first."""
    waiting: list[Decision] = []
    place = 0
    while portion := shelf.verdicts("unsure", after=place):
        place = portion[-1][0]
        waiting += [one for _, one in portion if not _settled(shelf, one)]
    waiting.sort(key=lambda one: (-(one.score or 0.0), one.left, one.right))
    found = []
    for decision in waiting[:limit]:
        told = {one.id: one for one in shelf.tellings((decision.left, decision.right))}
        if len(told) == 2:
            found.append(Open(decision, told[decision.left], told[decision.right]))
    return found


def _settled(shelf: Asking, waiting: Decision) -> bool:
    """Whether a person has decided on the pair, or both are of one incident by what else was decided."""
    pair = {waiting.left, waiting.right}
    ruled = [one for one in standing(shelf.rulings(pair)) if {one.left, one.right} == pair]
    return any(one.verdict != "unsure" for one in ruled) or len(shelf.incidents_of(pair)) == 1


def decide(
    store: Store, left: str, right: str, verdict: Verdict, by: str, at: str, note: str | None = None
) -> tuple[Decision, Change]:
    """Decide on two tellings or incidents. An incident stands for the first of its tellings."""
    if not by.strip() or by.startswith(RULE):
        raise WrongUse(f"--by {by!r} is no name of a person. Give who decides.")
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


def undo(store: Store, id: str, by: str, at: str, note: str | None = None) -> tuple[Decision, Change]:
    """Take a person's decision back."""
    with store.writing() as tx:
        earlier = tx.decision(id)
        if earlier is None:
            raise NotFound(f"There is no decision {id!r} in this store. `asof explain INCIDENT` lists them.")
        if earlier.by.startswith(RULE):
            raise WrongUse(f"{id} is a rule's decision. Decide yourself: asof decide {earlier.left} {earlier.right} …")
        made = decision_id(earlier.left, earlier.right, earlier.verdict, by, at, undoes=id)
        decision = Decision(
            made, earlier.left, earlier.right, earlier.verdict, by=by, at=at, note=note, undoes=id
        )  # fmt: skip
        return decision, rule(tx, [decision])


def _telling(shelf: Asking, id: str) -> str:
    if any(one.id == id for one in shelf.tellings((id,))):
        return id
    found = shelf.incident(id)
    if found is None:
        raise NotFound(
            f"There is no incident or telling {id!r} in this store. `asof show ID --format json` lists them."
        )
    return found.tellings[0]
