"""What was known at a moment, found the fast way, is what is derived anew from the tellings."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asof import ask
from asof.errors import NotFound
from asof.ledger import ConsolidatedIncident, Decision, decision_id
from asof.reconcile.update import as_of, rule, update
from asof.store import IncidentFilter, Store
from asof.store.asking import Asking
from asof.store.rows import killed
from benchmarks.generated import put
from tests.reconcile.generator import world

pytestmark = pytest.mark.slow

MADE = world(11, 120, per_day=8.0)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Generated reports, some of them versions of one page, some undated, and decisions of people on some."""
    draw = Random(3)
    written = []
    for k, told in enumerate(MADE.told):
        written.append(put(told, page=f"https://a.example/{k % 40}" if k % 3 == 0 else None, dated=k % 17 != 5))
    draw.shuffle(written)
    with Store.open(tmp_path_factory.mktemp("then") / "asof.db") as store:
        for k in range(0, len(written), 15):
            portion = written[k : k + 15]
            with store.writing() as tx:
                added = tx.add([entry for entry, _ in portion])
                replaced = tx.tellings_of([one.supersedes for one in added if one.supersedes])
                update(tx, [told for _, told in portion], replaced)
        ids = [telling.id for _, told in written for telling in told.tellings]
        with store.writing() as tx:
            rule(tx, [ruling(*sorted(draw.sample(ids, 2)), verdict) for verdict in ("same", "different") * 6])
        yield store


def ruling(left: str, right: str, verdict: str) -> Decision:
    at = "2026-05-01T00:00:00Z"
    return Decision(decision_id(left, right, verdict, "Ada", at), left, right, verdict, by="Ada", at=at)  # type: ignore[arg-type]


def slowly(shelf: Asking, current: ConsolidatedIncident, moment: str) -> list[ConsolidatedIncident]:
    """What is now one incident as it was known then, each derived by itself."""
    found: list[ConsolidatedIncident] = []
    for telling in current.tellings:
        if not any(telling in one.tellings for one in found):
            state = as_of(shelf, telling, moment)
            if state is not None:
                found.append(state)
    return found


MOMENTS = sorted({told.filing.published or "" for told in MADE.told})


@settings(max_examples=6, deadline=None)  # each derives a whole list anew: seconds
@given(moment=st.sampled_from(MOMENTS), least=st.none() | st.integers(1, 20), limit=st.sampled_from((7, 1000)))
def test_a_list_then_is_what_is_derived_anew(store: Store, moment: str, least: int | None, limit: int) -> None:
    with store.reading() as shelf:
        rows = shelf.incidents(IncidentFilter(limit=10_000, published_by=moment))
        expected: dict[str, ConsolidatedIncident] = {}
        for row in rows:
            current = shelf.incident(row.id)
            assert current is not None
            for one in slowly(shelf, current, moment):
                dead = killed(one)
                if least is None or (dead is not None and dead >= least):
                    expected.setdefault(one.id, one)
        found = ask.incidents(shelf, IncidentFilter(limit=limit, min_killed=least), moment)
        assert found == list(expected.values())[:limit]


@settings(max_examples=6, deadline=None)  # each derives a whole list anew: seconds
@given(moment=st.sampled_from(MOMENTS))
def test_settled_is_what_has_not_changed(store: Store, moment: str) -> None:
    with store.reading() as shelf:
        ids = [row.id for row in shelf.incidents(IncidentFilter(limit=10_000))]
        settled = shelf.settled(ids, moment)
        for id, body in shelf.bodies(ids).items():
            states = slowly(shelf, body, moment)
            if id in settled:
                assert [(one.tellings, one.tolls, one.disagreements) for one in states] == [
                    (body.tellings, body.tolls, body.disagreements)
                ]
            if states:
                assert ask.incident(shelf, id, moment) == states[0]
            else:
                with pytest.raises(NotFound):
                    ask.incident(shelf, id, moment)


def test_in_the_end_all_is_settled_but_the_undated(store: Store) -> None:
    with store.reading() as shelf:
        ids = [row.id for row in shelf.incidents(IncidentFilter(limit=10_000))]
        assert 0 < len(ids) / 2 < len(shelf.settled(ids, MOMENTS[-1])) < len(ids)
        assert shelf.settled(ids, MOMENTS[0]) == set()


def test_the_history_is_that_of_each_moment(store: Store) -> None:
    with store.reading() as shelf:
        for row in shelf.incidents(IncidentFilter(limit=30)):
            found = ask.history(shelf, row.id)
            for series in found.series:
                for step in series.steps:
                    state = ask.incident(shelf, row.id, step.at)
                    (toll,) = [t for t in state.tolls if (t.measure, t.group) == (series.measure, series.group)]
                    assert (toll.low, toll.best, toll.high) == (step.low, step.best, step.high)
