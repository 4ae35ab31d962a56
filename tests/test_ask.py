"""Questions to a store: as of then, from whom, what changed, and the chain of a value."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof import ask
from asof.errors import NotFound, WrongUse
from asof.explain import explain
from asof.ledger import ConsolidatedIncident
from asof.reconcile.update import as_of as known_as_of
from asof.store import IncidentFilter, Store

from .ledger_store import filled

NOON, EVENING = "2026-05-04T12:00:00Z", "2026-05-04T20:00:00Z"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return filled(tmp_path_factory.mktemp("ask") / "asof.db")


@pytest.fixture(scope="module")
def strike(store: Store) -> ConsolidatedIncident:
    with store.reading() as shelf:
        return max(ask.incidents(shelf, IncidentFilter(type="ASSAULT")), key=lambda one: len(one.reports))


def bounds(found: ConsolidatedIncident, measure: str) -> tuple[int | None, int | None, int | None]:
    return next((t.low, t.best, t.high) for t in found.tolls if t.measure == measure and t.group is None)


def test_as_of_noon_only_the_flash_is_known(store: Store, strike: ConsolidatedIncident) -> None:
    with store.reading() as shelf:
        then = ask.incident(shelf, strike.id, NOON)
    assert then.id == strike.id and then.as_of == NOON
    assert len(then.reports) == 1
    assert bounds(then, "killed") == (5, 5, None)
    assert bounds(strike, "killed")[1] in (8, 9)


def test_before_the_first_report_nothing_was_known(store: Store, strike: ConsolidatedIncident) -> None:
    with store.reading() as shelf:
        with pytest.raises(NotFound, match="2026-05-04T11:00:00Z"):
            ask.incident(shelf, strike.id, "2026-05-04T10:00:00Z")
        assert ask.incidents(shelf, IncidentFilter(), "2026-05-04T10:00:00Z") == []
        assert [one.id for one in ask.incidents(shelf, IncidentFilter(), EVENING)] == [strike.id]


def test_a_filter_is_held_against_what_was_known_then(store: Store, strike: ConsolidatedIncident) -> None:
    wanted = IncidentFilter(min_killed=8)
    with store.reading() as shelf:
        assert [one.id for one in ask.incidents(shelf, wanted)] == [strike.id]
        assert ask.incidents(shelf, wanted, NOON) == []


def test_the_history_has_a_step_where_the_toll_changed(store: Store, strike: ConsolidatedIncident) -> None:
    with store.reading() as shelf:
        found = ask.history(shelf, strike.id)
    killed = next(series for series in found.series if (series.measure, series.group) == ("killed", None))
    assert [(step.at, step.best) for step in killed.steps[:2]] == [
        ("2026-05-04T11:00:00Z", 5), ("2026-05-04T16:00:00Z", 9),
    ]  # fmt: skip


def test_a_difference_names_the_source_and_the_claims(store: Store, strike: ConsolidatedIncident) -> None:
    with store.reading() as shelf:
        before = ask.incident(shelf, strike.id, NOON)
        (killed,) = [one for one in ask.differences(before, strike) if one.what == "killed"]
        assert killed.before == "5 (low 5, high ?)" and (killed.after or "").endswith(", high 15)")
        assert "hospital" in killed.why
        assert all(shelf.claim(claim) is not None for claim in killed.claims)
    assert ask.differences(strike, strike) == []


def test_the_chain_of_a_toll_ends_in_checked_bytes(store: Store, strike: ConsolidatedIncident) -> None:
    with store.reading() as shelf:
        found = explain(shelf, f"{strike.id}:killed")
    kinds = [link.kind for link in found]
    assert kinds[:2] == ["value", "rule"]
    assert {"claim", "words", "report", "bytes"} <= set(kinds)
    assert all("digest checked" in link.text for link in found if link.kind == "bytes")
    assert not any("NOT" in link.text for link in found if link.kind == "words")


def test_what_is_not_there_is_said(store: Store, strike: ConsolidatedIncident) -> None:
    with store.reading() as shelf:
        with pytest.raises(NotFound, match="no toll 'missing'"):
            explain(shelf, f"{strike.id}:missing")
        with pytest.raises(NotFound, match="f-000000000000"):
            explain(shelf, "f-000000000000")
        with pytest.raises(NotFound, match="asof incidents"):
            ask.incident(shelf, "h-000000000000")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2026-05-04", "2026-05-04T23:59:59Z"),
        ("2026-05-04T14:50", "2026-05-04T14:50:59Z"),
        ("2026-05-04T14:50:00+02:00", "2026-05-04T12:50:00Z"),
    ],
)
def test_a_moment_means_its_end(words: str, found: str) -> None:
    assert ask.moment(words) == found


def test_no_moment_is_refused() -> None:
    with pytest.raises(WrongUse, match="--as-of 'yesterday'"):
        ask.moment("yesterday")


def test_the_copy_counts_once(strike: ConsolidatedIncident, tmp_path: Path) -> None:
    assert len(strike.reports) - len(strike.originators) == 1


def test_a_country_is_found_by_its_name_its_long_name_and_its_code(store: Store) -> None:
    with store.reading() as shelf:
        everywhere = {one.id for one in ask.incidents(shelf, IncidentFilter())}
        for name in ("Mali", "mali", "Republic of Mali", "MLI"):
            assert {one.id for one in ask.incidents(shelf, IncidentFilter(place=name))} == everywhere
            assert {one.id for one in ask.incidents(shelf, IncidentFilter(place=name), "2026-12-31")} == everywhere
        assert ask.incidents(shelf, IncidentFilter(place="Niger")) == []


@pytest.mark.parametrize("at", [NOON, "2026-05-04T16:00:00Z", EVENING, "2026-05-05T09:15:00Z", "2026-05-09T00:00:00Z"])
def test_what_is_looked_up_together_is_what_each_was_alone(store: Store, at: str) -> None:
    with store.reading() as shelf:
        now = ask.incidents(shelf, IncidentFilter())
        then = ask.earlier(shelf, now, at)
        assert then == [known_as_of(shelf, one.tellings[0], at) for one in now]
        assert [one.id for one in then if one is not None] == [
            one.id for one in ask.incidents(shelf, IncidentFilter(), at)
        ]
