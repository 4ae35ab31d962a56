"""One answer to when something was published: for the ledger, for the store's columns, for the bounds of a question."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof.moments import utc
from asof.reconcile.telling import tell
from asof.store import Entry, Store
from asof.store.moments import earliest, latest
from tests.store.made import entry

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2026-03-10T16:50:00+02:00", "2026-03-10T14:50:00Z"),
        ("2026-03-10T16:50:00.75Z", "2026-03-10T16:50:00Z"),
        ("2026-03-10T16:50:00", "2026-03-10T16:50:00Z"),
        ("2026-03-10T16:50", "2026-03-10T16:50:00Z"),
        ("2026-03-10", "2026-03-10T00:00:00Z"),
        ("2026-03", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
        (None, None),
    ],
)
def test_utc(words: str | None, found: str | None) -> None:
    assert utc(words) == found


@given(st.datetimes(min_value=datetime(1000, 1, 1), timezones=st.none() | ZONES))
def test_a_whole_moment_is_its_own_bounds(moment: datetime) -> None:
    words = moment.isoformat(timespec="seconds")
    assert utc(words) == earliest(words) == latest(words)


@pytest.mark.parametrize("published", ["2026-03-10T16:50:00", "2026-03-10", "2026-03", "2026-03-10T16:50:00+02:00"])
def test_the_ledger_and_the_store_say_the_same(published: str, tmp_path: object) -> None:
    from dataclasses import replace

    made = entry(7)
    record = replace(made.record, report=replace(made.record.report, published=published))
    with Store.open(f"{tmp_path}/asof.db") as store, store.writing() as tx:
        tx.add([Entry(made.content, record)])
        (kept,) = tx.reports()
        assert kept.published == tell(record).filing.published == utc(published)
