"""What one report mentions in passing is no incident of its own; what several tell, or one tells in full, is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asof.ledger import Correction, Count, Filing, Telling, Told
from asof.reconcile.keys import keys
from asof.reconcile.memory import MemoryShelf
from asof.reconcile.substance import enough
from asof.reconcile.update import as_of, correct, update

ATTACK = Telling("i-1", "r1", "2026-03-10T10:00:00Z", "ASSAULT")
TALKS = Telling("i-2", "r1", "2026-03-10T10:00:00Z", "AGREE", status="planned")


@pytest.mark.parametrize(
    ("telling", "is_one"),
    [
        (ATTACK, False),
        (replace(ATTACK, place="Nyala"), True),
        (replace(ATTACK, figures=(("killed", 3, None),)), True),
        (replace(ATTACK, start="2026-03-09"), False),
        (replace(ATTACK, start="2026-03-09", actors=("Fano",)), True),
        (replace(ATTACK, start="2026-03", actors=("Fano",)), False),
        (replace(ATTACK, figures=(("killed", None, None),)), False),
        (replace(TALKS, place="Doha"), False),
        (replace(TALKS, place="Doha", start="2026-03-20"), True),
        (replace(TALKS, start="2026-03-20", actors=("Qatar",)), False),
        (replace(ATTACK, place="Nyala", status="planned"), False),
    ],
)
def test_what_one_report_must_tell(telling: Telling, is_one: bool) -> None:
    assert enough((telling,)) is is_one


def test_what_two_reports_tell_is_one_from_the_second_on() -> None:
    shelf = MemoryShelf()
    first = replace(TALKS, place="Doha", actors=("Qatar", "M23"), words=tuple("abcdefghijklmnopq"))
    second = replace(first, id="i-3", report="r2", published="2026-03-10T12:00:00Z")
    for telling in (first, second):
        update(shelf, [Told(Filing(telling.report, telling.published), (telling,), (keys(telling),))])
        if telling is first:
            assert shelf.incidents == {}
    assert [one.tellings for one in shelf.incidents.values()] == [("i-2", "i-3")]
    assert as_of(shelf, "i-2", "2026-03-10T11:00:00Z") is None
    assert as_of(shelf, "i-2", "2026-03-10T12:00:00Z") is not None


def test_what_stands_by_a_figure_alone_that_was_moved_there_falls_with_it() -> None:
    shelf, placed = MemoryShelf(), replace(ATTACK, id="i-3", place="Nyala", figures=(("killed", 30, 30),))
    figure = Count("f-1", "r1", placed.id, "killed", None, 30, 30, 30, "exact", scope="incident")
    told = (ATTACK, placed)
    update(shelf, [Told(Filing("r1", ATTACK.published), told, tuple(keys(one) for one in told), (figure,))])
    assert [one.tellings for one in shelf.incidents.values()] == [("i-3",)]
    moved = Correction("k-1", "f-1", "r1", "incident", "i-1", "i-3", "Awa", "2026-03-11T08:00:00Z")
    correct(shelf, [moved])
    assert sorted(one.tellings for one in shelf.incidents.values()) == [("i-1",), ("i-3",)]
    correct(shelf, [replace(moved, id="k-2", field="status", value="rejected", at="2026-03-11T09:00:00Z")])
    assert [one.tellings for one in shelf.incidents.values()] == [("i-3",)]
    assert as_of(shelf, "i-1", None) is None
    correct(shelf, [replace(moved, id="k-3", field="status", value="current", at="2026-03-11T10:00:00Z")])
    assert sorted(one.tellings for one in shelf.incidents.values()) == [("i-1",), ("i-3",)]
