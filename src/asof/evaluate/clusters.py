"""How two clusterings of the same items agree: MUC, B-cubed, CEAF-e, and their mean, CoNLL F1."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Rates = tuple[float, float]  # precision, recall


def f1(rates: Rates) -> float:
    """The harmonic mean of precision and recall."""
    precision, recall = rates
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def conll(gold: Mapping[Item, Hashable], ours: Mapping[Item, Hashable]) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e. Both name a cluster for every item."""
    return sum(f1(measure(gold, ours)) for measure in (muc, b_cubed, ceaf_e)) / 3


def muc(gold: Mapping[Item, Hashable], ours: Mapping[Item, Hashable]) -> Rates:
    """Links: how many of those that hold a cluster together the other clustering has, too."""

    def held(one: Mapping[Item, Hashable], other: Mapping[Item, Hashable]) -> float:
        found = _members(one).values()
        kept = sum(len(members) - len({other[item] for item in members}) for members in found)
        links = sum(len(members) - 1 for members in found)
        return kept / links if links else 0.0

    return held(ours, gold), held(gold, ours)


def b_cubed(gold: Mapping[Item, Hashable], ours: Mapping[Item, Hashable]) -> Rates:
    """Items: what share of each one's cluster is rightly there."""
    both = Counter((gold[item], ours[item]) for item in gold)
    golds, found = Counter(gold.values()), Counter(ours.values())
    precision = sum(number * number / found[mine] for (_, mine), number in both.items())
    recall = sum(number * number / golds[theirs] for (theirs, _), number in both.items())
    return precision / len(gold), recall / len(gold)


def ceaf_e(gold: Mapping[Item, Hashable], ours: Mapping[Item, Hashable]) -> Rates:
    """Clusters: each matched with at most one of the other side, so that they agree best on the whole."""
    golds, found = Counter(gold.values()), Counter(ours.values())
    both = Counter((gold[item], ours[item]) for item in gold)
    total = 0.0
    for rows, columns in _overlapping(list(both)):
        total += best_match([[2 * both[a, b] / (golds[a] + found[b]) for b in columns] for a in rows])
    return total / len(found), total / len(golds)


def _overlapping(pairs: list[tuple[Hashable, Hashable]]) -> Iterator[tuple[list[Hashable], list[Hashable]]]:
    """Clusters of both sides, parted so that none overlaps with one of another part: small matrices match quickly."""
    rows, columns = defaultdict(list), defaultdict(list)
    for row, column in pairs:
        rows[row].append(column)
        columns[column].append(row)
    seen: set[Hashable] = set()
    for first in rows:
        if first in seen:
            continue
        mine, theirs, waiting = dict.fromkeys([first]), dict[Hashable, None](), [first]
        while waiting:
            for column in rows[waiting.pop()]:
                theirs[column] = None
                for row in columns[column]:
                    if row not in mine:
                        mine[row] = None
                        waiting.append(row)
        seen.update(mine)
        yield list(mine), list(theirs)


def _members(clusters: Mapping[Item, Hashable]) -> dict[Hashable, list[Item]]:
    found: dict[Hashable, list[Item]] = defaultdict(list)
    for item, cluster in clusters.items():
        found[cluster].append(item)
    return found


def best_match(alike: Sequence[Sequence[float]]) -> float:
    """The greatest sum of entries with no two in one row or column (the Hungarian method, with potentials)."""
    if not alike or not alike[0]:
        return 0.0
    if len(alike) > len(alike[0]):
        alike = list(zip(*alike, strict=True))
    width = len(alike[0])
    of_row, of_column = [0.0] * (len(alike) + 1), [0.0] * (width + 1)
    row_of, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, len(alike) + 1):
        row_of[0], column = row, 0
        least, used = [float("inf")] * (width + 1), [False] * (width + 1)
        while row_of[column]:
            used[column] = True
            here, step, following = row_of[column], float("inf"), 0
            for k in range(1, width + 1):
                if used[k]:
                    continue
                cost = -alike[here - 1][k - 1] - of_row[here] - of_column[k]
                if cost < least[k]:
                    least[k], way[k] = cost, column
                if least[k] < step:
                    step, following = least[k], k
            for k in range(width + 1):
                if used[k]:
                    of_row[row_of[k]] += step
                    of_column[k] -= step
                else:
                    least[k] -= step
            column = following
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    return sum(alike[row - 1][k - 1] for k, row in enumerate(row_of) if k and row)
