"""Krippendorff's alpha: how far coders agree beyond what chance would have them agree on.

Any number of coders, any values missing. 1 is perfect agreement, 0 what chance gives, below it is worse than chance;
null where nothing can be said: no unit has two values, or all values are one and the same, so that there was nothing
to tell apart. K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); the tests hold its worked examples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Level = Literal["nominal", "interval"]
Value = Hashable


@dataclass(frozen=True, slots=True)
class Alpha:
    """`value` is alpha; `units` are those with at least two values, `pairs` how many values stand in them, and `same`
    the share of units in which all values are the same."""

    value: float | None
    level: Level
    units: int
    pairs: int
    same: float | None


def alpha(units: Iterable[Sequence[Value | None]], level: Level = "nominal") -> Alpha:
    """Alpha of units, each with one value a coder (null: this one gave none).

    Nominal: values are the same or not. Interval: numbers, of which the square of the difference counts.
    """
    pairable = [found for unit in units if len(found := [value for value in unit if value is not None]) > 1]
    apart = _DISTANCE[level]
    observed = sum(_disagreement(Counter(values), Counter(values), apart) / (len(values) - 1) for values in pairable)
    totals = Counter(value for values in pairable for value in values)
    n = sum(totals.values())
    expected = _disagreement(totals, totals, apart) / (n - 1) if n > 1 else 0.0
    alike = sum(len(set(values)) == 1 for values in pairable)
    return Alpha(
        value=1 - observed / expected if expected else None,
        level=level,
        units=len(pairable),
        pairs=n,
        same=alike / len(pairable) if pairable else None,
    )


def _disagreement(one: Counter[Value], other: Counter[Value], apart: Callable[[Value, Value], float]) -> float:
    """The distance of each value of one to each of the other, summed; a value is no distance from itself."""
    return sum(n * m * apart(a, b) for a, n in one.items() for b, m in other.items() if a != b)


def _squared(one: Value, other: Value) -> float:
    assert isinstance(one, int | float) and isinstance(other, int | float)
    return float((one - other) ** 2)


_DISTANCE: dict[Level, Callable[[Value, Value], float]] = {"nominal": lambda one, other: 1.0, "interval": _squared}
