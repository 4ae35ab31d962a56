"""Reports into a store: the same twice changes nothing, what cannot be read stops nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from asof import ask, intake
from asof.acquire.item import Item
from asof.acquire.sources import Options
from asof.store import IncidentFilter, Store
from asof.store.rows import killed

from .ledger_store import FILES, filled, items

FLASH, UPDATE = (path.read_text(encoding="utf-8") for path in FILES[:2])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("intake") / "asof.db")


def incidents(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    with store.reading() as shelf:
        return [(one.id, one.reports) for one in ask.incidents(shelf, IncidentFilter())]


def test_reports_of_one_strike_are_one_incident(store: Store) -> None:
    assert max(len(reports) for _, reports in incidents(store)) >= 3


def test_the_same_again_changes_nothing(store: Store) -> None:
    before = incidents(store)
    taken = list(intake.add(store, items()))
    assert [one.fate for one in taken] == ["known"] * len(FILES)
    assert incidents(store) == before


def test_any_order_gives_the_same_incidents(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "asof.db") as other:
        for item in reversed(items()):
            list(intake.add(other, [item]))
        assert incidents(other) == incidents(store)


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    given = [
        Item("broken.bin", b"\x00\x01\x02" * 50),
        Item("flash.txt", FLASH.encode()),
        Item("again.txt", FLASH.encode()),
        Item("gone.txt", problem="There is no such file."),
    ]
    with Store.open(tmp_path / "asof.db") as store:
        taken = list(intake.add(store, given))
    assert [(one.name, one.fate) for one in taken] == [
        ("broken.bin", "unread"), ("flash.txt", "new"), ("again.txt", "known"), ("gone.txt", "unread"),
    ]  # fmt: skip
    assert taken[0].exit_code == 3 and taken[0].message
    assert taken[3].message and "There is no such file." in taken[3].message


def test_a_changed_page_takes_the_place_of_its_earlier_version(tmp_path: Path) -> None:
    later = FLASH.replace("five", "seven").replace("T11:00:00", "T12:00:00")
    with Store.open(tmp_path / "asof.db") as store:
        (first,) = intake.add(store, [Item("a.txt", FLASH.encode())])
        (second,) = intake.add(store, [Item("a.txt", later.encode())])
        assert second.supersedes == first.report
        with store.reading() as shelf:
            (found,) = ask.incidents(shelf, IncidentFilter())
            assert killed(found) == 7


def test_a_watched_folder_is_read_once_and_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(FLASH, encoding="utf-8")
    old = 1_700_000_000
    os.utime(folder / "a.txt", (old, old))
    with Store.open(tmp_path / "asof.db") as store:
        assert [one.fate for one in intake.watch(store, [str(folder)], Options(), 0.0, rounds=2)] == ["new"]
        (folder / "b.txt").write_text(UPDATE, encoding="utf-8")
        os.utime(folder / "b.txt", (old, old))
        assert [one.fate for one in intake.watch(store, [str(folder)], Options(), 0.0, rounds=1)] == ["new"]
