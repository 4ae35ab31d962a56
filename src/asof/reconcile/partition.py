"""A component of tellings → groups, one for each happening.

Clusters grow by average linkage: the two whose pairs score highest on average are joined, as long as that
is sure. People's decisions stand above it: what they hold together ends in one group, what they hold apart in
two, and what follows from both. Pairs are taken in a fixed order, so the result is one of the set, not of its order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from ..ledger import Decision, Telling
from .blocks import WHOLE, met
from .rulings import Ties, standing
from .score import SURE, likeness


def order(telling: Telling) -> tuple[bool, str, str]:
    """Tellings in the order of publication, the undated last."""
    return (telling.published is None, telling.published or "", telling.id)


def partition(
    tellings: Iterable[Telling],
    decisions: Iterable[Decision] = (),
    sizes: Mapping[str, int] | None = None,
    whole: int = WHOLE,
) -> list[tuple[Telling, ...]]:
    """The groups, each in the order of publication, in the order of their first members.

    `sizes` are those of the tellings' blocks, where more is on the shelf than these.
    """
    known = sorted({one.id: one for one in tellings}.values(), key=lambda one: one.id)
    ids = {one.id for one in known}
    ruled = [one for one in standing(decisions) if one.left in ids and one.right in ids]
    ties = Ties(ruled)
    decided = {(min(one.left, one.right), max(one.left, one.right)) for one in ruled}
    links = {
        (left.id, right.id): likeness(left, right)
        for left, right in met(known, sizes or {}, whole)
        if (left.id, right.id) not in decided
    }
    _cluster(links, ties)
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in known:
        groups[ties.root(telling.id)].append(telling)
    ordered = (tuple(sorted(group, key=order)) for group in groups.values())
    return sorted(ordered, key=lambda group: order(group[0]))


def cluster(items: Iterable[str], links: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Items by the cluster that they fall into, given the scores of pairs, each pair in order."""
    ties = Ties(())
    _cluster(links, ties)
    return {item: ties.root(item) for item in items}


def _cluster(links: Mapping[tuple[str, str], float], ties: Ties) -> None:
    """Join clusters, best first, noting each in `ties`, which also says what must not be joined."""
    sums: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
    for (left, right), value in links.items():
        sums[left][right] = sums[right][left] = (value, 1)
    waiting = [(-value, left, right) for (left, right), value in links.items() if value >= SURE]
    heapify(waiting)
    while waiting:
        value, left, right = heappop(waiting)
        total = sums.get(left, {}).get(right)
        if total is None or _average(total) != -value:
            continue  # one of them is part of another cluster by now
        if not ties.join(left, right):
            del sums[left][right], sums[right][left]
            continue
        for other in _absorb(sums, left, right):
            average = _average(sums[left][other])
            if average >= SURE:
                heappush(waiting, (-average, min(left, other), max(left, other)))


def _average(total: tuple[float, int]) -> float:
    return round(total[0] / total[1], 6)


def _absorb(sums: dict[str, dict[str, tuple[float, int]]], left: str, right: str) -> Sequence[str]:
    """Let one cluster take another's links over; the clusters that it is linked with now, in order."""
    del sums[left][right]
    for other, (value, number) in sums.pop(right).items():
        if other == left:
            continue
        del sums[other][right]
        before = sums[left].get(other, (0.0, 0))
        sums[left][other] = sums[other][left] = (before[0] + value, before[1] + number)
    return sorted(sums[left])
