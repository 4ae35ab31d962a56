"""What is put into a store comes out of it, the same on both engines."""

from __future__ import annotations

import dataclasses
import inspect
import itertools
from collections.abc import Callable, Collection
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from asof.errors import StoreError
from asof.ledger import Decision
from asof.reconcile.memory import MemoryShelf
from asof.reconcile.shelf import Shelf
from asof.store import Entry, Store, schema
from asof.store.writing import Writing
from tests.store.made import consolidated, correction, decision, entry, told

METHODS = [name for name, held in vars(Shelf).items() if inspect.isfunction(held) and not name.startswith("_")]


def sha(one: Entry) -> str:
    return one.record.report.sha256


def telling(one: Entry) -> str:
    return one.record.incidents[0].id


def fill(store: Store, *entries: Entry) -> None:
    with store.writing() as tx:
        tx.add(entries)
        tx.keep([told(one) for one in entries])


# ── reports ──────────────────────────────────────────────────────────────────────────────────────


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    one = entry(5)
    with store.writing() as tx:
        assert [added.outcome for added in tx.add([one, entry(6), one])] == ["new", "new", "known"]
    with store.reading() as shelf:
        assert shelf.content(sha(one)) == one.content
        assert shelf.record(sha(one)) == one.record
        assert shelf.known([sha(one), "0" * 64]) == {sha(one)}
        assert shelf.content("0" * 64) is None and shelf.record("0" * 64) is None
        assert (kept := shelf.report(sha(one)[:12])) is not None and kept.file == "5.txt"
        assert kept.size == len(one.content) and kept.published == one.record.report.published
        assert shelf.report("") is None, "more than one begins so"


def test_the_same_again_changes_nothing(store: Store) -> None:
    entries = [entry(number) for number in range(4)]
    for expected in ("new", "known", "known"):
        with store.writing() as tx:
            assert {added.outcome for added in tx.add(entries)} == {expected}
            tx.keep([told(one) for one in entries])
            tx.decide([decision(telling(entries[0]), telling(entries[1]))])
            tx.replace([], [consolidated("I-1", *entries[:2])])
    with store.reading() as shelf:
        assert len(shelf.reports()) == 4
        assert len(shelf.counts([telling(one) for one in entries])) == 4
        assert len(shelf.decisions([telling(entries[0])])) == 1
    assert store.check() == []


def test_words_that_no_database_holds_as_text_come_back(store: Store) -> None:
    """Lone surrogates, NUL, and a line end that JSON lines split at."""
    one = entry(1)
    facts = dataclasses.replace(one.record.report, title="a\x00b\ud800", file="f\udcff.txt")
    odd = dataclasses.replace(one.record, text=one.record.text + "\x00\ud800\u2028", report=facts)
    with store.writing() as tx:
        tx.add([Entry(one.content, odd)])
    with store.reading() as shelf:
        assert shelf.record(sha(one)) == odd
        assert (kept := shelf.report(sha(one))) is not None and kept.title == "a\ufffdb\ufffd"


def test_a_record_of_other_bytes_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="came with the bytes"), store.writing() as tx:
        tx.add([Entry(b"other", entry(1).record)])


def test_what_an_unknown_report_tells_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="add its bytes"), store.writing() as tx:
        tx.keep([told(entry(1))])


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_changed_page_supersedes_the_older_in_any_order_of_arrival(store: Store, order: tuple[int, ...]) -> None:
    page = "https://example.org/market"
    versions = [entry(n, url=f"{page}#top{n}", modified=f"2026-03-11T1{n}:00:00Z") for n in (1, 2, 3)]
    for index in order:
        fill(store, versions[index], entry(50 + index))
    with store.reading() as shelf:
        assert [kept.sha256 for kept in shelf.page(page)] == [sha(one) for one in versions]
        assert [kept.superseded_by for kept in shelf.page(page)] == [sha(versions[1]), sha(versions[2]), None]
        later = {filing.report: filing.superseded_by for filing in shelf.filings([sha(one) for one in versions])}
        assert later == {sha(versions[0]): sha(versions[1]), sha(versions[1]): sha(versions[2]), sha(versions[2]): None}
    with store.writing() as tx:
        (added,) = tx.add([versions[1]])
        assert (added.supersedes, added.superseded_by) == (sha(versions[0]), sha(versions[2]))


# ── transactions ─────────────────────────────────────────────────────────────────────────────────


def test_nothing_of_a_failed_transaction_is_kept(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing() as tx:
        tx.add([entry(1)])
        raise RuntimeError("half way")
    with store.reading() as shelf:
        assert shelf.reports() == []
        assert shelf.search("market") == []
    fill(store, entry(1))
    assert store.check() == []


def test_a_reader_sees_one_moment_while_another_writes(store: Store) -> None:
    fill(store, entry(1))
    with store.reading() as shelf:
        before = shelf.reports()
        fill(store, entry(2))
        assert shelf.reports() == before
        assert shelf.search("shells") and len(shelf.search("shells")) == 1
    with store.reading() as shelf:
        assert len(shelf.reports()) == 2


@pytest.mark.parametrize("table", [table.name for table in schema.APPEND_ONLY])
@pytest.mark.parametrize("act", ["DELETE FROM {}", 'UPDATE {} SET "{column}" = "{column}"'])
def test_what_is_append_only_refuses_to_be_changed(store: Store, table: str, act: str) -> None:
    one, other = entry(1), entry(2)
    fill(store, one, other)
    with store.writing() as tx:
        tx.decide([decision(telling(one), telling(other))])
        tx.correct([correction(one)])
    column = next(iter(schema.metadata.tables[table].columns)).name
    with pytest.raises(DBAPIError, match="append-only"), store._changing() as connection:
        connection.execute(text(act.format(table, column=column).replace("{}", table)))
    assert store.check() == []


# ── the shelf ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", METHODS)
def test_a_store_can_be_reconciled_on(name: str) -> None:
    """Every method of the protocol, with its parameters."""
    wanted = inspect.signature(getattr(Shelf, name)).parameters
    given = inspect.signature(getattr(Writing, name)).parameters
    assert list(given) == list(wanted)
    assert [one.default for one in given.values()] == [one.default for one in wanted.values()]


def plain(found: Any) -> Any:
    """What a look-up gives, without its order."""
    if isinstance(found, dict):
        return {key: count for key, count in found.items() if count}
    return sorted(map(repr, found))


def looked_up(shelf: Any, ids: Collection[str], shas: Collection[str]) -> list[Any]:
    keys = [f"k{n}" for n in range(5)]
    return [
        plain(shelf.sizes(keys)),
        *(plain(shelf.block([key, keys[0]])) for key in keys),
        plain(shelf.block(keys, below=sorted(ids)[len(ids) // 2])),
        *(plain(shelf.component([id])) for id in ids),
        plain(shelf.rulings(ids)),
        plain(shelf.incidents_of(ids)),
        plain(shelf.filings([*shas, "f" * 64])),
        plain(shelf.counts(ids)),
        plain(shelf.statements(ids)),
    ]


ENTRIES = [entry(number) for number in range(8)]
KEYS = [[f"k{(number + step) % 5}" for step in range(1 + number % 3)] for number in range(8)]
PAIRS = st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])
DECIDED = st.tuples(PAIRS, st.sampled_from(["same", "different", "unsure"]), st.sampled_from(["rule:made@1", "ada"]))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.lists(DECIDED, max_size=6), min_size=1, max_size=4), order=st.permutations(range(8)))
def test_a_store_looks_up_what_a_shelf_in_memory_does(
    new_url: Callable[..., str], steps: list[list[Any]], order: list[int]
) -> None:
    memory = MemoryShelf()
    ids, shas = [telling(one) for one in ENTRIES], [sha(one) for one in ENTRIES]
    with Store.open(new_url()) as store:
        parts = [order[at::4] for at in range(4)]
        with store.writing() as tx:
            for part in parts:
                tx.add([ENTRIES[at] for at in part])
                for shelf in (tx, memory):
                    shelf.keep([told(ENTRIES[at], *KEYS[at]) for at in part])
        for number, step in enumerate(steps):
            taken: list[Decision] = [decision(ids[a], ids[b], verdict, by) for (a, b), verdict, by in step]
            groups = [consolidated(f"I-{n}", *ENTRIES[n::3]) for n in range(3)]
            with store.writing() as tx:
                for shelf in (tx, memory):
                    shelf.decide(taken)
                    shelf.replace([] if number == 0 else ["I-1"], groups if number == 0 else groups[1:2])
                assert looked_up(tx, ids, shas) == looked_up(memory, ids, shas)
        assert store.check() == []


def test_incidents_that_are_gone_leave_nothing(store: Store) -> None:
    entries = [entry(n) for n in range(6)]
    fill(store, *entries)
    with store.writing() as tx:
        tx.replace([], [consolidated("I-1", *entries[:3]), consolidated("I-2", *entries[3:])])
    with store.writing() as tx:
        tx.replace(["I-1", "I-2", "I-none"], [consolidated("I-2", *entries)])
    with store.reading() as shelf:
        assert [row.id for row in shelf.incidents()] == ["I-2"]
        assert shelf.incident("I-1") is None
        assert shelf.incident("I-2") == consolidated("I-2", *entries)
        assert shelf.incidents_of([telling(one) for one in entries]) == {"I-2"}
    assert store.check() == []


def test_decisions_come_in_the_order_in_which_they_were_taken(store: Store) -> None:
    entries = [entry(n) for n in range(4)]
    fill(store, *entries)
    first = decision(telling(entries[0]), telling(entries[1]), "unsure")
    second = decision(telling(entries[1]), telling(entries[2]), "unsure")
    third = decision(telling(entries[0]), telling(entries[1]), "same", "ada")
    undone = decision(telling(entries[0]), telling(entries[1]), "same", "ada", undoes=third.id)
    for one in (first, second, third, undone):
        with store.writing() as tx:
            tx.decide([one])
    with store.reading() as shelf:
        assert shelf.decisions([telling(entries[1])]) == [first, second, third, undone]
        assert shelf.rulings([telling(entries[0])]) == [third, undone]
        assert shelf.decision(second.id) == second and shelf.decision("d-none") is None
        ((place, found),) = shelf.decided(limit=1, verdict="unsure")
        assert found == first
        assert [one for _, one in shelf.decided(place, verdict="unsure")] == [second]
