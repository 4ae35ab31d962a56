"""What records hold, in portions without gap or overlap, and what tells that something was added."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asof.store import Held, Store, Walk, walk
from tests.store.made import decision, entry, told


@pytest.fixture
def kept(store: Store) -> Store:
    with store.writing() as tx:
        tx.add([entry(number) for number in range(7)])
    return store


def everything(store: Store, wanted: Walk) -> list[Held]:
    found: list[Held] = []
    with store.reading() as shelf:
        while True:
            portion, after = walk(shelf, wanted)
            assert len(portion) <= wanted.limit
            found += portion
            if after is None:
                return found
            wanted = replace(wanted, after=after)


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_portions_are_all_in_the_order_of_publication(kept: Store, limit: int) -> None:
    found = everything(kept, Walk(("figures", "events"), limit=limit))
    assert len(found) == 14
    assert [one.published for one in found] == sorted(one.published or "" for one in found)
    assert [one.field for one in found[:4]] == ["figures", "events"] * 2


def test_of_some_reports_known_by_then(kept: Store) -> None:
    all_ = everything(kept, Walk(("figures",)))
    shas = tuple(one.record.report.sha256 for one in all_[2:5])
    assert everything(kept, Walk(("figures",), reports=shas)) == all_[2:5]
    assert everything(kept, Walk(("figures",), reports=())) == []
    assert everything(kept, Walk(("figures",), published_by=all_[3].published)) == all_[:4]
    assert everything(kept, Walk(("figures",), name="GOVERNOR")) == all_
    assert everything(kept, Walk(("figures",), name="mayor")) == []
    assert everything(kept, Walk(("figures",), tellings=frozenset({"i-000000000000"}))) == []


def test_the_state_is_another_whenever_something_was_added(store: Store) -> None:
    states = []
    for number in range(2):
        with store.writing() as tx:
            tx.add([entry(number)])
            tx.keep([told(entry(number))])
        with store.reading() as shelf:
            states.append(shelf.state())
    with store.writing() as tx:
        tx.decide([decision(*(one.id for number in range(2) for one in told(entry(number)).tellings))])
        states.append(tx.state())
        assert [one.verdict for _, one in tx.decided()] == ["same"]
        assert tx.decided(verdict="different") == [] and tx.decided(after=1) == []
    assert len(set(states)) == 3
