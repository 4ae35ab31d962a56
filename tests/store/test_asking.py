"""Questions and their answers, the same on both engines."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asof import ask
from asof.ledger import ConsolidatedIncident
from asof.store import IncidentFilter, Store, filtering
from asof.store.moments import earliest, latest
from asof.store.names import fold
from asof.vocabulary.earth import kilometres
from tests.store.made import consolidated, entry

TYPES = ("ASSAULT", "AID", "COERCE")
STARTS = (None, "2026", "2026-03", "2026-03-10", "2026-03-10T08:00:00Z", "2026-04-01")
POINTS = ((None, None), (11.01, 29.72), (-16.5, 179.9), (-16.5, -179.9), (89.9, 10.0), (0.0, 0.0))


def varied(number: int) -> ConsolidatedIncident:
    """Incidents that differ in everything that can be asked for; none has tellings, so that each stands alone."""
    lat, lon = POINTS[number % len(POINTS)]
    start = STARTS[number // 2 % len(STARTS)]
    made = consolidated(
        f"I-{number:02}",
        entry(number),
        type=TYPES[number % 3],
        mode=("artillery", None)[number % 2],
        status=("occurred", "planned")[number % 5 == 0],
        place=("Kadugli", "Al-Shifa Hospital, Gaza City", None)[number % 3],
        country=("SDN", "PSE", None)[number % 3],
        admin1=("South Kordofan", None)[number % 2],
        lat=lat,
        lon=lon,
        start=start,
        actors=(("Rapid Support Forces",), ("Sudanese army", "Rapid Support Forces"), ())[number % 3],
        denied_by=(("Israel",), ())[number % 2],
        tellings=(),
        reports=(),
    )
    return made if number % 4 else dataclasses.replace(made, tolls=())


INCIDENTS = [varied(number) for number in range(36)]


@pytest.fixture
def asked(store: Store) -> Store:
    with store.writing() as tx:
        tx.replace([], INCIDENTS)
    return store


def names(one: ConsolidatedIncident, role: str) -> list[str]:
    actors = (*one.actors, *one.recipients, *one.claimed_by, *one.attributed_to, *one.denied_by)
    return [fold(name) for name in (actors if role == "actor" else (one.place, one.admin1, one.country)) if name]


def killed(one: ConsolidatedIncident) -> int | None:
    return one.tolls[0].best if one.tolls else None


def holds(wanted: IncidentFilter, one: ConsolidatedIncident) -> bool:
    """The filter in plain words of Python."""
    first, last = earliest(one.start), latest(one.end or one.start)
    checks: dict[str, Any] = {
        "since": lambda v: last is not None and last >= (earliest(v) or ""),
        "until": lambda v: first is not None and first <= (latest(v) or ""),
        "place": lambda v: any(fold(v) in name for name in names(one, "place")),
        "actor": lambda v: any(fold(v) in name for name in names(one, "actor")),
        "near": lambda v: one.lat is not None and one.lon is not None and kilometres(one.lat, one.lon, *v[:2]) <= v[2],
        "box": lambda v: one.lat is not None and one.lon is not None and within(one.lat, one.lon, v),
        "type": lambda v: one.type == v,
        "mode": lambda v: one.mode == v,
        "status": lambda v: not v or one.status in v,
        "min_killed": lambda v: (found := killed(one)) is not None and found >= v,
        "published_by": lambda v: (one.first_published or "~") <= (latest(v) or ""),
        "published_since": lambda v: (one.last_published or "") >= (earliest(v) or ""),
    }
    return all((value := getattr(wanted, name)) is None or check(value) for name, check in checks.items())


def within(lat: float, lon: float, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return south <= lat <= north and (west <= lon <= east if west <= east else lon >= west or lon <= east)


def maybe(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, None, None, *values])


FILTERS = st.builds(
    IncidentFilter,
    since=maybe("2026-03", "2026-03-10T09:00:00Z"),
    until=maybe("2026-03-10", "2026-02"),
    place=maybe("kadugli", "Gaza City", "gaz", "sdn", "South Kordofan", "Al Shifa hospital"),
    near=maybe((11.0, 29.7, 5.0), (-16.5, 180.0, 30.0), (90.0, 0.0, 50.0), (0.0, 0.0, 25000.0)),
    box=maybe((29.0, 10.0, 30.0, 12.0), (179.0, -20.0, -179.0, -10.0), (-180.0, -90.0, 180.0, 90.0)),
    actor=maybe("rapid support forces", "ISRAEL", "army", "rapid"),
    type=maybe("AID"),
    mode=maybe("artillery"),
    status=st.sampled_from([(), ("occurred",), ("occurred", "planned")]),
    min_killed=maybe(0, 20),
    published_by=maybe("2026-03-01T00:20:00Z", "2026"),
    published_since=maybe("2026-03-01T00:20:00Z"),
    limit=st.integers(1, 40),
)


@pytest.fixture(params=[filtering.BROAD, 2], ids=["looked up", "walked along"])
def broad(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtering, "BROAD", request.param)


@pytest.mark.usefixtures("broad")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS)
def test_the_filter_gives_what_holds_in_portions_without_gap_or_overlap(asked: Store, wanted: IncidentFilter) -> None:
    found, after = [], None
    with asked.reading() as shelf:
        while rows := shelf.incidents(dataclasses.replace(wanted, after=after)):
            assert len(rows) <= wanted.limit
            found += rows
            after = (rows[-1].sorts, rows[-1].id)
    expected = {one.id for one in INCIDENTS if holds(wanted, one)}
    assert len(found) == len(expected) and {row.id for row in found} == expected
    assert [(row.sorts, row.id) for row in found] == sorted(((row.sorts, row.id) for row in found), reverse=True)


def test_a_row_tells_what_the_incident_holds(asked: Store) -> None:
    with asked.reading() as shelf:
        for row in shelf.incidents():
            one = shelf.incident(row.id)
            assert one == INCIDENTS[int(row.id[2:])]
            assert (row.type, row.mode, row.status, row.country) == (one.type, one.mode, one.status, one.country)
            assert (row.lat, row.lon, row.killed) == (one.lat, one.lon, killed(one))
            assert (row.first_published, row.last_published) == (one.first_published, one.last_published)


@pytest.mark.parametrize(
    ("points", "km"),
    [
        ((0, 0, 0, 1), 111.19),
        ((51.5074, -0.1278, 48.8566, 2.3522), 343.56),
        ((-16.5, 179.9, -16.5, -179.9), 21.32),
        ((90, 0, -90, 0), 20015.11),
    ],
)
def test_distances(points: tuple[float, float, float, float], km: float) -> None:
    assert kilometres(*points) == pytest.approx(km, abs=0.01)


def test_reports_come_in_portions_by_publication(store: Store) -> None:
    entries = [entry(number) for number in range(7)]
    undated = entry(90)
    undated = dataclasses.replace(
        undated,
        record=dataclasses.replace(undated.record, report=dataclasses.replace(undated.record.report, published=None)),
    )
    with store.writing() as tx:
        tx.add([*reversed(entries), undated])
    found, after = [], None
    with store.reading() as shelf:
        while rows := shelf.reports(after, 3):
            found += rows
            after = (rows[-1].published or "", rows[-1].sha256)
    assert [row.file for row in found] == ["90.txt", *(f"{number}.txt" for number in range(7))]


def test_a_claim_is_found_by_its_id(store: Store) -> None:
    entries = [entry(number) for number in range(3)]
    with store.writing() as tx:
        tx.add(entries)
    with store.reading() as shelf:
        for one in entries:
            figure = one.record.figures[0]
            found = shelf.claim(figure.id)
            assert found is not None and (found.field, found.report) == ("figures", one.record.report.sha256)
            assert (found.value, found.record, found.published) == (figure, one.record, one.record.report.published)
            assert (quoted := shelf.claim(one.record.events[0].id)) is not None and quoted.field == "events"
        assert shelf.claim("f-000000000000") is None


def test_moments_are_all_that_there_are_or_the_first_and_the_last(store: Store) -> None:
    with store.writing() as tx:
        tx.add([entry(number) for number in range(4)])
    with store.reading() as shelf:
        every = shelf.moments(4)
        assert every == [f"2026-03-01T00:0{number}:00Z" for number in range(4)]
        assert shelf.moments(3) == [every[0], every[-1]]


def test_versions_are_those_of_one_page_and_a_report_of_no_page_is_its_own(store: Store) -> None:
    first, second, alone = entry(1, "https://a.example/x"), entry(2, "https://a.example/x"), entry(3)
    with store.writing() as tx:
        tx.add([dataclasses.replace(one, page="https://a.example/x") for one in (second, first)] + [alone])
    with store.reading() as shelf:
        versions = [one.sha256 for one in shelf.versions(second.record.report.sha256)]
        assert versions == [one.record.report.sha256 for one in (first, second)]
        assert [one.sha256 for one in shelf.versions(alone.record.report.sha256)] == [alone.record.report.sha256]
        assert shelf.versions("0" * 64) == []


@pytest.mark.parametrize("limit", [1, 7, 1000])
@pytest.mark.parametrize("given", [{}, {"type": "ASSAULT"}, {"country": "none"}, {"since": "2026-03-10"}])
def test_the_extent_is_that_of_the_incidents(asked: Store, given: dict[str, str], limit: int) -> None:
    given = {"place": "nowhere"} if "country" in given else given
    wanted = IncidentFilter(limit=limit, **given)  # type: ignore[arg-type]
    with asked.reading() as shelf:
        rows, extent = shelf.incidents(wanted), shelf.extent(wanted)
    points = [(row.lon, row.lat) for row in rows if row.lon is not None and row.lat is not None]
    moments = [row.sorts for row in rows if row.sorts]
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    assert extent.number == len(rows)
    assert (extent.first, extent.last) == (min(moments, default=None), max(moments, default=None))
    assert extent.corners == ((min(lons, default=None), min(lats, default=None)),
                              (max(lons, default=None), max(lats, default=None)))  # fmt: skip


def test_an_incident_that_was_read_is_made_once(asked: Store) -> None:
    with asked.reading() as shelf, asked.reading() as other:
        first = shelf.incident("I-01")
        assert first is not None and first is other.bodies(["I-01"])["I-01"]


def test_each_incident_of_a_portion_has_the_mark_behind_it(asked: Store) -> None:
    with asked.reading() as shelf:
        every = ask.marked(shelf, IncidentFilter(limit=10))
        for k, (_, mark) in enumerate(every[:-1]):
            assert ask.marked(shelf, IncidentFilter(limit=9 - k), mark=mark) == every[k + 1 :]
