"""A filter held against an incident finds what the same filter finds in the table."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from asof import ask
from asof.store import IncidentFilter, Store
from asof.store.filtering import holds

from ..ledger_store import filled

FILTERS = [
    IncidentFilter(),
    IncidentFilter(since="2026-05-05"),
    IncidentFilter(until="2026-05-04"),
    IncidentFilter(place="barouéli"),
    IncidentFilter(place="MLI"),
    IncidentFilter(place="Gao"),
    IncidentFilter(actor="army"),
    IncidentFilter(type="PROTEST"),
    IncidentFilter(mode="drone"),
    IncidentFilter(status=("planned",)),
    IncidentFilter(status=("occurred", "ongoing")),
    IncidentFilter(min_killed=8),
    IncidentFilter(min_killed=9),
    IncidentFilter(near=(13.0, -6.8, 20.0)),
    IncidentFilter(near=(14.4, -11.4, 20.0), type="PROTEST"),
    IncidentFilter(box=(-12.0, 14.0, -11.0, 15.0)),
    IncidentFilter(box=(170.0, 10.0, -8.0, 15.0)),
    IncidentFilter(box=(-8.0, 10.0, 170.0, 15.0)),
    IncidentFilter(ids=("h-1d0402ba7eaa", "h-000000000000")),
    IncidentFilter(published_by="2026-05-04"),
    IncidentFilter(published_since="2026-05-05T10:00Z"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("holds") / "asof.db")


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_it_holds_for_what_the_table_finds(store: Store, wanted: IncidentFilter) -> None:
    with store.reading() as shelf:
        found = {row.id for row in shelf.incidents(wanted)}
        assert {one.id for one in ask.every(shelf, IncidentFilter()) if holds(one, wanted)} == found
        assert {one.id for one in ask.every(shelf, wanted)} == found


def test_no_condition_is_forgotten() -> None:
    """A new field of the filter needs a line in `holds`, and one above."""
    tried = {name for one in FILTERS for name, held in asdict(one).items() if held != getattr(IncidentFilter(), name)}
    assert tried == {field.name for field in fields(IncidentFilter)} - {"after", "limit"}


def test_as_of_a_moment_only_what_was_known_then_counts(tmp_path: Path, store: Store) -> None:
    noon = "2026-05-04T12:00:00Z"
    with store.reading() as shelf:
        assert [one.as_of for one in ask.every(shelf, IncidentFilter(place="Barouéli"), noon)] == [noon]
        assert list(ask.every(shelf, IncidentFilter(actor="Malian army"), noon)) == []
