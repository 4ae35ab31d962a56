"""Who said what and whose figures were revised: the same on both engines, and from older stores too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from asof.ledger import ConsolidatedIncident, Count, Disagreement, Toll, TollFigure
from asof.model import Quote, Span
from asof.store import Entry, Store, schema
from asof.store.sourcing_rows import described
from tests.store.freeze import RELEASED
from tests.store.made import consolidated, entry


def quoting(number: int, speaker: str, channel: str | None = None) -> Entry:
    """A made report in which somebody says something more."""
    made = entry(number)
    said = Quote(f"q-{number}", (Span(0, 6, made.record.text[:6]),), "direct", speaker, channel=channel)
    return Entry(made.content, replace(made.record, quotes=(said,)))


def test_sources_are_those_who_are_cited_most_first(store: Store) -> None:
    with store.writing() as tx:
        tx.add([quoting(1, "Ada Obi"), quoting(2, "ADA OBI", "radio"), quoting(3, "Ben Udo", "radio")])
    with store.reading() as shelf:
        assert [(one.name, one.sayings) for one in shelf.sources()] == [("Ada Obi", 2), ("Ben Udo", 1)]
        assert [(one.name, one.sayings) for one in shelf.sources(described=True)] == [("governor", 6)]
        assert [one.name for one in shelf.sources(holding="udo")] == ["Ben Udo"]
        first = shelf.sources(limit=1)[0]
        assert [one.name for one in shelf.sources(after=(first.sayings, first.key))] == ["Ben Udo"]
        assert shelf.source("ada  obi!") == first and shelf.source("Nobody") is None


def test_what_one_said_comes_the_latest_first_and_in_portions(store: Store) -> None:
    with store.writing() as tx:
        tx.add([quoting(n, "Ada Obi", ("radio", None)[n % 2]) for n in range(5)])
    with store.reading() as shelf:
        found = shelf.sayings("ada obi")
        assert [one.published for one in found] == sorted((one.published for one in found), reverse=True)
        assert [(one.quotes, one.claims) for one in found] == [(1, 0)] * 5
        last = found[1]
        rest = shelf.sayings("ada obi", after=(last.published or "", last.report, last.channel or ""))
        assert rest == found[2:]
        assert [one.channel for one in shelf.sayings(channel="radio")] == ["radio"] * 3
        assert shelf.channels() == [("said", 5), ("radio", 3)] and shelf.channels("Ada Obi") == [("radio", 3)]
        until = found[2].published
        assert shelf.sayings("Ada Obi", published_by=until) == found[2:]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a local official", True), ("residents", True), ("an M23 mayor", True), ("al-Shabaab", False), ("UN", False)],
)
def test_a_description_is_no_name(name: str, is_one: bool) -> None:
    assert described(name) is is_one


# ── revisions ────────────────────────────────────────────────────────────────────────────────────


def figure(
    of: Entry, id: str, number: int, source: str = "Hospital", after: str | None = None, status: str = "current"
) -> TollFigure:
    count = Count(id, of.record.report.sha256, None, "killed", low=number, high=number, value=number, speaker=source,
                  status=status)  # type: ignore[arg-type]  # fmt: skip
    return TollFigure(count, source, 0, after is None, after)


def revised(*entries: Entry) -> ConsolidatedIncident:
    first, second = entries
    figures = (
        figure(first, "f-1", 5, after="f-3"),
        figure(first, "f-2", 5, after="f-3"),  # the same number again
        figure(second, "f-3", 9),
        figure(second, "f-4", 12, after="f-3"),
        figure(second, "f-5", 3, "Army"),
        figure(second, "f-6", 40, "Army", status="withdrawn"),
        figure(second, "f-7", 8, "Ministry", after="f-3"),  # another's figure took its place: no revision of its own
    )
    against = Disagreement("", (), None, "killed", ("f-3", "f-5"))
    return consolidated("I-1", *entries, tolls=(Toll("killed", None, 3, 9, 9, None, "made@1", figures),),
                        disagreements=(against,), tellings=())  # fmt: skip


def test_how_often_a_source_was_revised(store: Store) -> None:
    made = [entry(1), entry(2)]
    records = [replace(one.record, report=replace(one.record.report, publisher="The Post")) for one in made]
    published = [Entry(one.content, record) for one, record in zip(made, records, strict=True)]
    with store.writing() as tx:
        tx.add(published)
        tx.replace([], [revised(*published)])
    with store.reading() as shelf:
        found = {one.name: one for one in shelf.revisions("cited")}
        hospital, army, ministry = found["Hospital"], found["Army"], found["Ministry"]
        assert (hospital.given, hospital.raised, hospital.lowered, hospital.contradicted) == (3, 1, 1, 1)
        assert (army.given, army.withdrawn, army.contradicted) == (2, 1, 1)
        assert (ministry.given, ministry.raised, ministry.lowered) == (1, 0, 0)
        (outlet,) = shelf.revisions("outlet")
        assert (outlet.name, outlet.given, outlet.raised, outlet.lowered) == ("The Post", 6, 1, 1)
        assert [one.name for one in shelf.revisions("cited", after=(hospital.given, hospital.no))] == [
            "Army",
            "Ministry",
        ]
    with store.writing() as tx:
        tx.replace(["I-1"], [])
    with store.reading() as shelf:
        assert shelf.revisions("cited") == []


def test_what_an_older_store_held_is_there(new_url: Callable[..., str]) -> None:
    with Store.restore(Path(RELEASED) / "0003.zip", new_url(empty=True)) as store, store.reading() as shelf:
        assert [(one.name, one.sayings) for one in shelf.sources(described=True)] == [("governor", 12)]
        assert len(shelf.sayings("governor")) == 6


def test_a_check_finds_sayings_that_are_not_those_of_the_records(store: Store) -> None:
    with store.writing() as tx:
        tx.add([quoting(1, "Ada Obi"), quoting(2, "Ben Udo")])
    assert store.check() == []
    with store.writing() as tx:
        tx._connection.execute(update(schema.sayings).where(schema.sayings.c.quotes == 1).values(quotes=2))
    assert [problem.table for problem in store.check()] == ["sayings", "sayings"]
