"""Reports in any order and any portions, with people's decisions between them, give the same incidents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asof.ledger import ConsolidatedIncident, Correction, Decision, Filing, Told, correction_id, decision_id
from asof.reconcile.keys import keys
from asof.reconcile.memory import MemoryShelf
from asof.reconcile.update import as_of, correct, rule, update

from .conftest import EVENING, NOON, count, telling
from .generator import World, world

SMALL = world(7, 60, per_day=9.0)
CROWDED = 12  # a small block, so that hubs come into play


def rulings(made: World, seed: int) -> list[Decision]:
    """Some decisions of people, right and wrong, later ones against earlier ones."""
    draw = Random(seed)
    ids = sorted(made.meant)
    found = []
    for k in range(6):
        left, right = sorted(draw.sample(ids, 2))
        verdict = draw.choice(("same", "different", "unsure"))
        at = f"2026-05-0{k + 1}T00:00:00Z"
        undone = draw.choice(found) if found and draw.random() < 0.3 else None
        if undone is not None:
            left, right = undone.left, undone.right
        undoes = undone.id if undone is not None else None
        key = decision_id(left, right, verdict, "Ada", at, undoes)
        found.append(Decision(key, left, right, verdict, by="Ada", at=at, undoes=undoes))
    return found


def reconciled(
    told: list[Told], decisions: list[Decision], portions: list[int], whole: int
) -> dict[str, ConsolidatedIncident]:
    """The incidents after these reports in this order and these portions, each decision as soon as both are there."""
    shelf, waiting, k = MemoryShelf(), list(decisions), 0
    for size in [*portions, len(told)]:
        change = update(shelf, told[k : k + size], whole=whole)
        assert set(change.gone).isdisjoint(shelf.incidents)
        k += size
        ready = [one for one in waiting if {one.left, one.right} <= shelf.tellings.keys()]
        waiting = [one for one in waiting if one not in ready]
        if ready:
            rule(shelf, ready, whole)
    assert sorted(key for one in shelf.incidents.values() for key in one.tellings) == sorted(shelf.tellings)
    return shelf.incidents


@settings(max_examples=12, deadline=None)
@given(
    order=st.permutations(range(len(SMALL.told))),
    portions=st.lists(st.integers(1, 25), max_size=8),
    seed=st.integers(0, 30),
    whole=st.sampled_from((CROWDED, 64)),
)
def test_any_order_and_any_portions_give_what_one_batch_gives(
    order: list[int], portions: list[int], seed: int, whole: int
) -> None:
    decisions = rulings(SMALL, seed)
    batch = reconciled(SMALL.told, decisions, [len(SMALL.told)], whole)
    assert reconciled([SMALL.told[k] for k in order], decisions, portions, whole) == batch


def test_the_same_report_twice_changes_nothing() -> None:
    shelf = MemoryShelf()
    update(shelf, SMALL.told)
    before, decisions = dict(shelf.incidents), dict(shelf.decisions)
    update(shelf, SMALL.told[:20])
    assert (shelf.incidents, shelf.decisions) == (before, decisions)


def pairs(names: Counter) -> int:
    return sum(number * (number - 1) // 2 for number in names.values())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_incidents_near_in_place_and_time_are_told_apart(seed: int) -> None:
    made = world(seed, 400)
    shelf = MemoryShelf()
    for k in range(0, len(made.told), 40):
        update(shelf, made.told[k : k + 40])
    member = {key: one.id for one in shelf.incidents.values() for key in one.tellings}
    right = pairs(Counter((member[key], meaning) for key, meaning in made.meant.items()))
    f1 = 2 * right / (pairs(Counter(member.values())) + pairs(Counter(made.meant.values())))
    assert f1 >= 0.95


def test_no_toll_is_ever_added_up() -> None:
    """Every bound of every toll is a figure that somebody gave for that measure of that incident."""
    made = world(4, 400)
    shelf = MemoryShelf()
    update(shelf, made.told)
    checked = 0
    for incident in shelf.incidents.values():
        counts = list(shelf.counts(incident.tellings))
        for toll in incident.tolls:
            given_ = {c.value for c in counts if (c.measure, c.group) == (toll.measure, toll.group)}
            assert {toll.low, toll.best, toll.high} <= given_, toll
            checked += 1
    assert checked > 200


def test_copies_are_counted_with_their_originals() -> None:
    made = world(5, 300)
    shelf = MemoryShelf()
    update(shelf, made.told)
    together = 0
    for incident in shelf.incidents.values():
        texts = {made.copies.get(one, one) for one in incident.reports}
        assert len(incident.originators) == len(texts)
        together += len(incident.reports) - len(texts)
    assert together > 20


def test_as_of_a_moment_is_what_a_shelf_knew_that_was_filled_up_to_then() -> None:
    made = world(6, 150)
    full, partial = MemoryShelf(), MemoryShelf()
    update(full, made.told)
    moment = made.told[90].filing.published or ""
    update(partial, [told for told in made.told if (told.filing.published or "") <= moment])
    assert partial.incidents
    for incident in partial.incidents.values():
        then = as_of(full, incident.tellings[0], moment)
        assert then is not None and then.id == incident.id
        assert (then.tellings, then.tolls, then.originators) == (
            incident.tellings,
            incident.tolls,
            incident.originators,
        )
    late = made.told[-1]
    assert as_of(full, late.tellings[0].id, moment) is None


class Corrected(MemoryShelf):
    """A shelf that learns of a later version of a page, as a store does."""

    later: str | None = None

    def filings(self, reports: Collection[str]) -> Iterator[Filing]:
        for one in super().filings(reports):
            yield replace(one, superseded_by=self.later) if one.report == "old" else one


def test_an_incident_that_the_later_version_of_a_page_leaves_out_loses_its_figures() -> None:
    shelf = Corrected()
    first = telling("old", published=NOON)
    second = telling("old", 1, published=NOON, place="Hela", places=("Hela",), lat=12.0)
    counts = tuple(
        count(number, "Dalo police", report="old", telling=one.id) for number, one in ((12, first), (40, second))
    )
    update(shelf, [Told(Filing("old", NOON), (first, second), (keys(first), keys(second)), counts)])
    assert {toll.best for one in shelf.incidents.values() for toll in one.tolls} == {12, 40}
    shelf.later = "new"
    again = telling("new", published=EVENING)
    still = count(12, "Dalo police", report="new", telling=again.id)
    update(shelf, [Told(Filing("new", EVENING), (again,), (keys(again),), (still,))], replaced=[first.id, second.id])
    tolls = {one.place: [toll.best for toll in one.tolls] for one in shelf.incidents.values()}
    assert tolls == {"Dalo": [12], "Hela": []}


# ── what people say a figure is of ───────────────────────────────────────────────────────────────


def moving(claim: str, to: str | None, at: str = "2026-05-01T00:00:00Z") -> Correction:
    return Correction(correction_id(claim, "incident", to, "Ada", at), claim, "r1", "incident", to, by="Ada", at=at)


def killed(shelf: MemoryShelf) -> dict[str, int | None]:
    """The best number of killed of each incident's first telling; null: it has no such toll."""
    return {
        one.tellings[0]: next((toll.best for toll in one.tolls if toll.measure == "killed"), None)
        for one in shelf.incidents.values()
    }


def test_a_figure_of_a_place_or_of_no_incident_is_of_the_one_that_people_say() -> None:
    """Whatever it was read to span, and also where too little was told of the incident before."""
    one, bare = telling("r1"), telling("r1", 1, place=None, places=(), start=None, end=None, actors=())
    figure = count(7, telling=None, scope="place")
    told = Told(Filing("r1", NOON), (one, bare), (keys(one), keys(bare)), (figure,), ())
    shelf = MemoryShelf()
    update(shelf, [told])
    assert killed(shelf) == {one.id: None}
    correct(shelf, [moving(figure.id, one.id)])
    assert killed(shelf) == {one.id: 7}
    correct(shelf, [moving(figure.id, bare.id, "2026-05-02T00:00:00Z")])
    assert killed(shelf) == {one.id: None, bare.id: 7}
    assert (then := as_of(shelf, bare.id, NOON)) is not None and [toll.best for toll in then.tolls] == [7]
    assert as_of(shelf, bare.id, "2026-03-10T07:00:00Z") is None
    correct(shelf, [moving(figure.id, None, "2026-05-03T00:00:00Z")])
    assert killed(shelf) == {one.id: None}
