"""Krippendorff's alpha against the worked examples of his paper of 2011, and what must hold of any data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof.agreement import alpha


def rows(*coders: str) -> list[tuple[str | None, ...]]:
    """Units from one line a coder; `.` where a value is missing."""
    return [tuple(None if one == "." else one for one in unit) for unit in zip(*map(str.split, coders), strict=True)]


# Section A: two observers, two categories. Section B: two observers, five. Section C: four observers, some missing.
BINARY = rows("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
FIVE = rows("a a b b d c c c e d d a", "b a b b b c c c e d d d")
MISSING = rows(
    "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."
)


@pytest.mark.parametrize(
    ("units", "published"), [(BINARY, 0.095), (FIVE, 0.692), (MISSING, 0.743)], ids=["binary", "five", "missing"]
)
def test_nominal_alpha_is_the_published_one(units: list[tuple[str | None, ...]], published: float) -> None:
    assert alpha(units).value == pytest.approx(published, abs=0.0005)


def test_interval_alpha_is_the_published_one() -> None:
    numbers = [tuple(None if one is None else int(one) for one in unit) for unit in MISSING]
    found = alpha(numbers, "interval")
    assert found.value == pytest.approx(0.849, abs=0.0005)
    assert (found.units, found.pairs) == (11, 40)  # the twelfth unit has one value alone


def test_nothing_can_be_said_of_one_value_or_of_no_pairs() -> None:
    assert alpha([]).value is None and alpha([("a", None), (None, "b")]).value is None
    assert alpha([("a", "a"), ("a", "a")]).value is None and alpha([("a", "a")]).same == 1.0


def test_zero_is_a_value() -> None:
    assert alpha([(0, 0), (1, 1)], "interval").value == 1.0


VALUES = st.one_of(st.none(), st.integers(0, 4))


@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), max_size=12), st.permutations([0, 1, 2]))
def test_neither_the_order_of_coders_nor_of_units_matters(units: list[list[int | None]], order: list[int]) -> None:
    turned = [[unit[at] for at in order] for unit in reversed(units)]
    for level in ("nominal", "interval"):
        one, other = alpha(units, level), alpha(turned, level)  # type: ignore[arg-type]
        assert (one.value is None) == (other.value is None)
        assert one.value is None or one.value == pytest.approx(other.value)
        assert one.value is None or one.value <= 1
