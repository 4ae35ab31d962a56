"""A process for tests: adds made reports to a store, a few in each transaction. See `test_killing.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise

from asof.store import Store
from tests.store.made import consolidated, decision, entry, told


def add(store: Store, numbers: list[int]) -> None:
    """Reports, what they tell, a decision between neighbours, and one incident of all that tell of the same place."""
    entries = [entry(number) for number in numbers]
    with store.writing() as tx:
        tx.add(entries)
        tx.keep([told(one) for one in entries])
        ids = [one.record.incidents[0].id for one in entries]
        tx.decide([decision(left, right) for left, right in pairwise(ids)])
        held = tx.component(ids)
        gone = tx.incidents_of([telling.id for telling in held])
        whole = [consolidated(f"I-{min(t.id for t in held)}", *entries, tellings=tuple(sorted(t.id for t in held)))]
        tx.replace(gone, whole)


def portions(first: int, total: int) -> Iterator[list[int]]:
    """Overlapping by one, so that portions join and each is partly known."""
    for start in range(first, first + total, 3):
        yield list(range(start, min(start + 4, first + total)))


def main(url: str, first: int, total: int) -> None:
    with Store.open(url) as store:
        print("ready", flush=True)
        for numbers in portions(first, total):
            add(store, numbers)
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
