"""What is undone is a matter of what undoes what, whatever the time and the order."""

from __future__ import annotations

from itertools import permutations

import pytest

from asof.ledger import Correction, Decision
from asof.reconcile import corrections, rulings
from asof.reconcile.undoing import undone

AT = "2026-05-06T08:00:00Z"


def decision(id: str, undoes: str | None = None) -> Decision:
    return Decision(id, "i-1", "i-2", "different", by="Awa", at=AT, undoes=undoes)


@pytest.mark.parametrize(
    ("chain", "gone"),
    [
        ([("a", None)], set()),
        ([("a", None), ("b", "a")], {"a"}),
        ([("a", None), ("b", "a"), ("c", "b")], {"b"}),
        ([("a", None), ("b", "a"), ("c", "b"), ("d", "c")], {"a", "c"}),
        ([("a", None), ("b", "a"), ("c", "a"), ("d", "b")], {"a", "b"}),
        ([("b", "a")], {"a"}),
    ],
)
def test_undone(chain: list[tuple[str, str | None]], gone: set[str]) -> None:
    for order in permutations(chain):
        assert undone([decision(*one) for one in order]) == gone


def test_an_undoing_of_the_same_second_counts() -> None:
    for taken, taker in (("d-0", "d-1"), ("d-1", "d-0")):
        assert rulings.standing([decision(taken), decision(taker, taken)]) == []
        both = [Correction(taken, "f-1", "r", "value", 3, by="Awa", at=AT),
                Correction(taker, "f-1", "r", "value", 3, by="Awa", at=AT, undoes=taken)]  # fmt: skip
        assert corrections.standing(both) == []


def test_a_long_chain_is_no_deep_one() -> None:
    chain = [decision("0"), *(decision(str(n), str(n - 1)) for n in range(1, 5001))]
    assert len(undone(chain)) == 2500
