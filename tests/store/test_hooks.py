"""Web hooks in a store: what is put into their queues, once each, in the transaction that changes it."""

from __future__ import annotations

import pytest

from asof.ledger import ConsolidatedIncident
from asof.store import Entry, Store
from tests.store.made import consolidated, entry


def incident(id: str, of: Entry, **changed: object) -> ConsolidatedIncident:
    return consolidated(id, of, tellings=(), **changed)


def queue(store: Store, hook: int = 1) -> dict[str, str]:
    with store.reading() as shelf:
        return {one.incident: one.what for one in shelf.waiting(hook)}


@pytest.fixture
def hooked(store: Store) -> Store:
    with store.writing() as tx:
        tx.add([entry(1), entry(2)])
        tx.replace([], [incident("I-0", entry(1))])
        assert tx.add_hook("https://example.org/", "secret", {"type": "ASSAULT"}) == 1
    return store


def test_a_hook_is_told_of_what_changes_from_then_on(hooked: Store) -> None:
    assert queue(hooked) == {}
    with hooked.writing() as tx:
        tx.replace([], [incident("I-0", entry(1), place="Kadugli market"), incident("I-1", entry(2))])
    assert queue(hooked) == {"I-0": "changed", "I-1": "new"}


def test_what_is_derived_again_and_stays_the_same_is_no_change(hooked: Store) -> None:
    with hooked.writing() as tx:
        tx.replace([], [incident("I-0", entry(1))])
    assert queue(hooked) == {}


def test_many_changes_of_one_incident_are_one_to_tell(hooked: Store) -> None:
    with hooked.writing() as tx:
        tx.replace([], [incident("I-1", entry(2))])
        tx.replace([], [incident("I-1", entry(2), place="Nyala market")])
    assert queue(hooked) == {"I-1": "new"}
    with hooked.writing() as tx:
        tx.replace(["I-1", "I-0"], [])
    assert queue(hooked) == {"I-0": "gone"}, "who never heard of one need not hear that it is gone"
    with hooked.writing() as tx:
        tx.replace([], [incident("I-0", entry(1))])
    assert queue(hooked) == {"I-0": "changed"}


def test_what_changes_while_it_is_told_is_told_again(hooked: Store) -> None:
    for place in ("Kadugli", "El Obeid", "Nyala"):
        with hooked.writing() as tx:
            tx.replace([], [incident("I-0", entry(1), place=place)])
            (first,) = tx.waiting(1)
        with hooked.writing() as tx:
            tx.replace([], [incident("I-0", entry(1), place=f"{place} market")])
        for _ in range(2):  # two who told it at once
            with hooked.writing() as tx:
                tx.told(1, [first], {"failed": 0})
        assert queue(hooked) == {"I-0": "changed"}
        with hooked.writing() as tx:
            tx.told(1, tx.waiting(1), {"failed": 0})
        assert queue(hooked) == {}


def test_a_hook_that_is_taken_away_leaves_nothing(hooked: Store) -> None:
    with hooked.writing() as tx:
        tx.replace([], [incident("I-1", entry(2))])
        assert tx.queued(1) == 1
        assert tx.remove_hook(1) and not tx.remove_hook(1)
        assert tx.hooks() == [] and tx.queued(1) == 0


def test_the_secret_is_not_shown(hooked: Store) -> None:
    with hooked.reading() as shelf:
        (hook,) = shelf.hooks()
    assert (hook.secret, hook.wanted, hook.private) == ("secret", {"type": "ASSAULT"}, False)
    assert "secret" not in repr(hook)
