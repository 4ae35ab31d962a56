"""A person's decisions outrank the rules, can be undone, and both stay on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from asof import ask, deciding
from asof.errors import NotFound, WrongUse
from asof.store import IncidentFilter, Store

from .ledger_store import filled

AT = "2026-05-06T08:00:00Z"


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deciding") / "asof.db"
    filled(path).close()
    return path


@pytest.fixture
def store(backup: Path, tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "asof.db").write_bytes(backup.read_bytes())
    with Store.open(tmp_path / "asof.db") as found:
        yield found


def members(store: Store) -> list[int]:
    with store.reading() as shelf:
        return sorted(len(one.tellings) for one in ask.incidents(shelf, IncidentFilter()))


def strike(store: Store) -> tuple[str, tuple[str, ...]]:
    with store.reading() as shelf:
        found = max(ask.incidents(shelf, IncidentFilter(type="ASSAULT")), key=lambda one: len(one.tellings))
    return found.id, found.tellings


def test_split_and_undo(store: Store) -> None:
    before = members(store)
    incident, tellings = strike(store)
    deciding.split(store, incident, tellings[-1], "Awa", AT)
    assert members(store) == sorted([*before[:-1], 1, before[-1] - 1])
    with store.reading() as shelf:
        taken = [one for one in shelf.rulings(tellings) if one.by == "Awa"]
    assert {one.verdict for one in taken} == {"different"}
    for one in taken:
        deciding.undo(store, one.id, "Awa", "2026-05-06T09:00:00Z", "a mistake")
    assert members(store) == before
    with store.reading() as shelf:
        assert len(shelf.rulings(tellings)) == 2 * len(taken)


def test_same_joins_what_no_rule_would(store: Store) -> None:
    before = members(store)
    incident, _ = strike(store)
    with store.reading() as shelf:
        (march,) = ask.incidents(shelf, IncidentFilter(type="PROTEST"))
    deciding.decide(store, incident, march.id, "same", "Awa", AT, "for the test")
    assert max(members(store)) == before[-1] + len(march.tellings)


def test_wrong_use_is_refused(store: Store) -> None:
    incident, tellings = strike(store)
    with pytest.raises(WrongUse, match="same telling"):
        deciding.decide(store, incident, tellings[0], "same", "Awa", AT)
    with pytest.raises(WrongUse, match="--by"):
        deciding.decide(store, incident, tellings[1], "same", "rule:mine", AT)
    with pytest.raises(NotFound, match="i-000000000000"):
        deciding.decide(store, incident, "i-000000000000", "same", "Awa", AT)
    with pytest.raises(NotFound, match="d-000000000000"):
        deciding.undo(store, "d-000000000000", "Awa", AT)
