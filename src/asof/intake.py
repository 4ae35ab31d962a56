"""Reports into a store: what is new is read, kept and reconciled, a few reports in one transaction.

Idempotent: the bytes decide, so the same report twice changes nothing, and what was stopped is gone on with by
running it again. Several processes may read; one writes. What cannot be read stops nothing and is told.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Literal

from . import batch
from .acquire import polling
from .acquire.item import Item
from .acquire.polling import FeedState, FolderState
from .acquire.sources import Options
from .batch import Facts, Outcome
from .reconcile.telling import tell
from .reconcile.update import update
from .store import Entry, Store

# Reports in one transaction. More make bulk faster and lose more work to an interruption; measured with 8, 32
# and 128 on 400 reports: within what one run differs from the next, for reading takes almost all of the time.
PORTION = 32

NO_FACTS = Facts()

Fate = Literal["new", "known", "unread"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one item: `new`, `known` (its bytes were there) or `unread`, with the reason and exit code.

    `supersedes` is the earlier version of the same page that it takes the place of.
    """

    name: str
    fate: Fate
    report: str | None = None
    message: str | None = None
    exit_code: int = 0
    supersedes: str | None = None


def add(
    store: Store,
    items: Iterable[Item],
    facts: Facts = NO_FACTS,
    processes: int = 1,
    read: Callable[[Iterable[Item]], Iterator[Outcome]] | None = None,
) -> Iterator[Taken]:
    """Read what the store does not have yet, keep it, reconcile it; one `Taken` an item, in their order.

    When it is stopped between two of them, all that was told as taken is kept. `read` is who reads, in order, in
    place of so many processes of this machine.
    """
    store.refuse_read_only()
    queue: list[Item | Taken] = []
    fresh = _fresh(store, items, queue)
    outcomes = batch.read_all(fresh, facts, processes) if read is None else read(fresh)
    while portion := list(islice(outcomes, PORTION)):
        yield from _settled(store, queue, portion)
    yield from _waiting(queue)


def _fresh(store: Store, items: Iterable[Item], queue: list[Item | Taken]) -> Iterator[Item]:
    """The items that the store does not have; `queue` holds, in order, them and what became of the others."""
    seen: set[str] = set()
    waiting = iter(items)
    while portion := list(islice(waiting, PORTION)):
        digests = [hashlib.sha256(item.content).hexdigest() if item.problem is None else "" for item in portion]
        with store.reading() as shelf:
            seen_before = shelf.known([digest for digest in digests if digest])
        for item, digest in zip(portion, digests, strict=True):
            if digest and (digest in seen or digest in seen_before):
                queue.append(Taken(item.name, "known", digest))
                continue
            seen.add(digest)
            queue.append(item)
            yield item


def _settled(store: Store, queue: list[Item | Taken], outcomes: list[Outcome]) -> Iterator[Taken]:
    """Keep what was read, and tell of it and of all that stood before it in the queue."""
    paired: list[tuple[Item, Outcome]] = []
    told: list[Taken | int] = []
    for outcome in outcomes:
        yield_before = _waiting(queue)
        told += yield_before
        item = queue.pop(0)
        assert isinstance(item, Item)
        if outcome.message is None:
            told.append(len(paired))
            paired.append((item, outcome))
        else:
            told.append(Taken(item.name, "unread", None, outcome.message, outcome.exit_code))
    kept = _kept(store, paired) if paired else []
    for one in told:
        yield one if isinstance(one, Taken) else kept[one]


def _waiting(queue: list[Item | Taken]) -> list[Taken]:
    """Take from the head of the queue what is settled already."""
    found = []
    while queue and isinstance(queue[0], Taken):
        head = queue.pop(0)
        assert isinstance(head, Taken)
        found.append(head)
    return found


def _kept(store: Store, paired: list[tuple[Item, Outcome]]) -> list[Taken]:
    """One transaction: the reports, what they tell, the decisions on it, the incidents that follow."""
    with store.writing() as tx:
        added = tx.add([Entry(item.content, outcome.record) for item, outcome in paired])
        new = [outcome.record for one, (_, outcome) in zip(added, paired, strict=True) if one.outcome == "new"]
        replaced = tx.tellings_of([one.supersedes for one in added if one.supersedes])
        update(tx, [tell(record) for record in new], replaced)
    return [
        Taken(item.name, one.outcome, one.sha256, supersedes=one.supersedes)
        for one, (item, _) in zip(added, paired, strict=True)
    ]


# ── watching ─────────────────────────────────────────────────────────────────────────────────────


def watch(
    store: Store, given: Sequence[str], options: Options, every: float, rounds: int | None = None
) -> Iterator[Taken]:
    """Look at addresses and folders again and again; what was seen is kept with the store.

    The state of a source is kept after its reports are: who is killed in between reads some again, and the store
    knows them by their bytes.
    """
    for number in count(1):
        for source in given:
            yield from _look(store, source, options)
        if number == rounds:
            return
        time.sleep(every)


def _look(store: Store, source: str, options: Options) -> Iterator[Taken]:
    with store.reading() as shelf:
        kept = shelf.poll_state(source)
    found: Iterable[Item]
    state: FeedState | FolderState
    if "://" in source:
        found, state = polling.poll(source, FeedState.from_json(kept) if kept else FeedState(), options)
    else:
        before = FolderState.from_json(kept) if kept else FolderState()
        found, state = polling.poll_folder(Path(source), before, options)
    yield from add(store, found)
    if (after := state.to_json()) != kept:
        with store.writing() as tx:
            tx.keep_poll_state(source, after)
