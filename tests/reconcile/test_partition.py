"""People's decisions, what follows from them, and that order does not matter."""

from __future__ import annotations

from itertools import permutations

from asof.ledger import Decision, decision_id
from asof.reconcile.partition import partition

from .conftest import telling

A, B, C = (telling(name, words=()) for name in "abc")
ELSEWHERE = {"place": "Um Rawaba", "places": ("Um Rawaba",), "lat": 11.0}
D, E = (telling(name, **ELSEWHERE) for name in "de")


def ruled(left, right, verdict: str, at: str = "2026-04-01T00:00:00Z", undoes: str | None = None) -> Decision:
    one, other = sorted((left.id, right.id))
    key = decision_id(one, other, verdict, "Ada", at, undoes)
    return Decision(key, one, other, verdict, by="Ada", at=at, undoes=undoes)  # type: ignore[arg-type]


def groups(*decisions: Decision, of=(A, B, C, D, E)) -> set[frozenset[str]]:
    made = {frozenset(one.report for one in group) for group in partition(of, decisions)}
    for order in list(permutations(of))[::17]:
        again = partition(order, tuple(reversed(decisions)))
        assert {frozenset(one.report for one in group) for group in again} == made
    return made


def test_by_rule_alone_each_happening_is_a_group() -> None:
    assert groups() == {frozenset("abc"), frozenset("de")}


def test_a_person_joins_what_the_rule_tells_apart_and_all_that_goes_with_it() -> None:
    assert groups(ruled(A, D, "same")) == {frozenset("abcde")}


def test_a_person_parts_what_the_rule_joins() -> None:
    made = groups(ruled(D, E, "different"))
    assert made == {frozenset("abc"), frozenset("d"), frozenset("e")}


def test_a_split_is_transitive() -> None:
    made = groups(ruled(A, B, "same"), ruled(B, C, "different"))
    assert made == {frozenset("ab"), frozenset("c"), frozenset("de")}
    made = groups(ruled(A, D, "same"), ruled(D, B, "different"), ruled(B, C, "same"))
    assert made == {frozenset("ade"), frozenset("bc")}


def test_the_later_decision_wins_and_undoing_can_be_undone() -> None:
    first = ruled(A, D, "same", "2026-04-01T00:00:00Z")
    second = ruled(A, D, "different", "2026-04-02T00:00:00Z")
    assert groups(first, second) == {frozenset("abc"), frozenset("de")}
    undo = ruled(A, D, "unsure", "2026-04-03T00:00:00Z", undoes=second.id)
    assert groups(first, second, undo) == {frozenset("abcde")}
    redo = ruled(A, D, "unsure", "2026-04-04T00:00:00Z", undoes=undo.id)
    assert groups(first, second, undo, redo) == {frozenset("abc"), frozenset("de")}


def test_a_decision_that_contradicts_later_ones_has_no_effect() -> None:
    made = groups(
        ruled(A, D, "same", "2026-04-01T00:00:00Z"),
        ruled(A, B, "same", "2026-04-02T00:00:00Z"),
        ruled(B, D, "different", "2026-04-03T00:00:00Z"),
    )
    assert made == {frozenset("abc"), frozenset("de")}
