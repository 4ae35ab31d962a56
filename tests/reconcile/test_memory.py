"""The shelf in memory keeps what it is given once, and finds it again by key, by decision and by incident."""

from __future__ import annotations

from asof.ledger import Decision, Filing, Telling, Told
from asof.reconcile.memory import MemoryShelf


def told(report: str, *tellings: str) -> Told:
    made = tuple(Telling(id=one, report=report, published=None, type="ASSAULT") for one in tellings)
    return Told(Filing(report), made, tuple(("k", one[-1]) for one in tellings))


def ids(found) -> list[str]:
    return sorted(one.id for one in found)


def test_a_report_is_kept_once():
    shelf = MemoryShelf()
    shelf.keep([told("r1", "i-a1", "i-b2")])
    shelf.keep([told("r1", "i-a1", "i-b2"), told("r2", "i-c1")])
    assert shelf.sizes({"k", "1", "absent"}) == {"k": 3, "1": 2, "absent": 0}
    assert ids(shelf.block({"k", "1"})) == ["i-a1", "i-b2", "i-c1"]
    assert ids(shelf.block({"k"}, below="i-b2")) == ["i-a1"]


def test_a_component_is_closed_over_what_was_ever_taken_for_the_same():
    shelf = MemoryShelf()
    shelf.keep([told("r1", "i-a"), told("r2", "i-b"), told("r3", "i-c"), told("r4", "i-d")])
    shelf.decide([Decision("1", "i-a", "i-b", "same"), Decision("2", "i-b", "i-c", "same", by="Ada")])
    shelf.decide([Decision("3", "i-c", "i-d", "unsure"), Decision("4", "i-a", "i-d", "different", by="Ada")])
    assert ids(shelf.component({"i-c"})) == ["i-a", "i-b", "i-c"]
    assert ids(shelf.rulings({"i-b", "i-d"})) == ["2", "4"]
