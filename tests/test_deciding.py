"""A person's decisions outrank the rules, can be undone, and both stay on record."""

from __future__ import annotations

import pytest

from asof import ask, deciding, intake
from asof.acquire.item import Item
from asof.errors import NotFound, WrongUse
from asof.explain import explain
from asof.ledger import Correction, Statement, Telling
from asof.reconcile.corrections import without_rejected
from asof.store import IncidentFilter, Store

AT = "2026-05-06T08:00:00Z"


@pytest.fixture
def store(stream_store: Store) -> Store:
    return stream_store


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


# ── corrections ──────────────────────────────────────────────────────────────────────────────────


def dead(store: Store) -> tuple[int | None, int | None, int | None]:
    with store.reading() as shelf:
        found = ask.incident(shelf, strike(store)[0])
        return next((t.low, t.best, t.high) for t in found.tolls if (t.measure, t.group) == ("killed", None))


def standing_figure(store: Store) -> str:
    with store.reading() as shelf:
        tolls = ask.incident(shelf, strike(store)[0]).tolls
        toll = next(t for t in tolls if (t.measure, t.group) == ("killed", None))
        return min((f for f in toll.figures if f.current), key=lambda one: one.rank).count.id


def test_a_corrected_figure_changes_the_toll_and_undoing_brings_it_back(store: Store) -> None:
    before, figure = dead(store), standing_figure(store)
    made, change = deciding.correct(store, figure, "value", "47", "Awa", AT, "misread")
    assert [one.id for one in change.incidents][:1] == [strike(store)[0]]
    deciding.correct(store, figure, "low", 47, "Awa", AT)
    deciding.correct(store, figure, "high", 47, "Awa", AT)
    assert dead(store)[1] == 47 and made.value == 47 and made.before != 47
    with store.reading() as shelf:
        assert any("value is 47 instead of" in link.text and "Awa" in link.text for link in explain(shelf, figure))
        for one in shelf.corrected():
            assert one[1].claim == figure
        ids = [one.id for _, one in shelf.corrected()]
    for id in ids:
        deciding.undo(store, id, "Awa", "2026-05-06T09:00:00Z")
    assert dead(store) == before
    assert store.check() == []


def test_a_rejected_figure_is_in_no_toll_at_any_moment(store: Store) -> None:
    figure = standing_figure(store)
    deciding.correct(store, figure, "status", "rejected", "Awa", AT)
    incident = strike(store)[0]
    with store.reading() as shelf:
        for when in [None, *(one.published for one in shelf.filings(ask.incident(shelf, incident).reports))]:
            tolls = ask.incident(shelf, incident, when).tolls
            assert figure not in {one.count.id for toll in tolls for one in toll.figures}


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Bamako", ("Bamako", 12.61, -7.98, "MLI")),
        ("Khartoum", ("Khartoum", 15.55, 32.53, "SDN")),  # of no town in Mali
        ("Elsewhere 13.1,-6.2", ("Elsewhere", 13.1, -6.2, "MLI")),
        (None, (None, None, None, None)),
    ],
)
def test_a_corrected_place_has_its_own_point_and_country(
    store: Store, place: str | None, found: tuple[object, ...]
) -> None:
    incident, tellings = strike(store)
    for telling in tellings:
        deciding.correct(store, telling, "place", place, "Awa", AT)
    with store.reading() as shelf:
        one = ask.incident(shelf, incident)
    point = (round(at, 2) if (at := one.lat) else at, round(at, 2) if (at := one.lon) else at)
    assert (one.place, *point, one.country) == found
    assert store.check() == []


def test_a_corrected_day_is_one_day_unless_its_end_is_corrected_too(store: Store) -> None:
    incident, tellings = strike(store)
    deciding.correct_all(store, [(one, "start", "2026-05-03") for one in tellings], "Awa", AT)
    with store.reading() as shelf:
        found = ask.incident(shelf, incident)
    assert (found.start, found.end) == ("2026-05-03", "2026-05-03")
    deciding.correct_all(store, [(one, "end", "2026-05-04") for one in tellings], "Awa", AT)
    with store.reading() as shelf:
        found = ask.incident(shelf, incident)
    assert (found.start, found.end) == ("2026-05-03", "2026-05-04")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("type", "BANANA", "no type 'BANANA'"),
        ("type", "ASAULT", "Did you mean 'ASSAULT'"),
        ("mode", "dron", "Did you mean 'drone'"),
        ("start", "banana", "is no moment"),
        ("end", "2026-02-31", "is no moment"),
        ("start", "2026-13", "is no moment"),
        ("place", "Xyzzyville", "Give its coordinates"),
        ("place", "Xyzzyville 131.2,30.1", "Give its coordinates"),
    ],
)
def test_an_incidents_value_is_one_of_its_field(store: Store, field: str, value: str, said: str) -> None:
    _, tellings = strike(store)
    with pytest.raises(WrongUse, match=said):
        deciding.correct(store, tellings[0], field, value, "Awa", AT)


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [("measure", "Injured", "injured"), ("measure", "votes for", "votes_for"),
     ("group", "policemen", "police"), ("group", "people", None),
     ("as_of", "2026-05", "2026-05"), ("as_of", "2026-05-04T11:00Z", "2026-05-04T11:00Z")],
)  # fmt: skip
def test_a_value_is_kept_as_its_field_holds_it(store: Store, field: str, value: str, kept: str | None) -> None:
    made, _ = deciding.correct(store, standing_figure(store), field, value, "Awa", AT)
    assert made.value == kept


def test_accepting_a_claim_changes_nothing_but_is_on_record(store: Store) -> None:
    before, figure = dead(store), standing_figure(store)
    deciding.correct(store, figure, None, None, "Awa", AT)
    assert dead(store) == before
    with store.reading() as shelf:
        assert any("right as it was read" in link.text for link in explain(shelf, figure))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("colour", "red", "no 'colour' to correct"),
        ("value", "many", "is no number"),
        ("value", "-3", "is no number"),
        ("status", "maybe", "is none of"),
        (None, "5", "Which value"),
        ("incident", "i-000000000000", "no incident of that report"),
        ("measure", "eaten", "no measure 'eaten'"),
        ("measure", "kiled", "Did you mean 'killed'"),
        ("group", "martians", "no group 'martians'"),
        ("as_of", "banana", "is no moment"),
    ],
)
def test_what_cannot_be_corrected_says_why(store: Store, field: str | None, value: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said):
        deciding.correct(store, standing_figure(store), field, value, "Awa", AT)


def test_what_is_not_there_cannot_be_corrected(store: Store) -> None:
    with pytest.raises(NotFound):
        deciding.correct(store, "f-000000000000", "value", 3, "Awa", AT)
    with pytest.raises(NotFound):
        deciding.undo(store, "k-000000000000", "Awa", AT)


def test_several_are_corrected_and_taken_back_together_or_not_at_all(store: Store) -> None:
    before, figure, (_, tellings) = dead(store), standing_figure(store), strike(store)
    with pytest.raises(WrongUse, match="is no number"):
        deciding.correct_all(store, [(figure, "low", 47), (figure, "high", "many")], "Awa", AT)
    with store.reading() as shelf:
        assert shelf.corrected() == []
    values: list[tuple[str, str | None, str | int | None]] = [(figure, name, 47) for name in ("low", "high", "value")]
    made, change = deciding.correct_all(store, values, "Awa", AT)
    assert [one.value for one in made] == [47] * 3 and dead(store)[1] == 47
    assert [one.id for one in change.incidents][:1] == [strike(store)[0]]
    split, _ = deciding.decide(store, tellings[0], tellings[-1], "different", "Awa", AT)
    ids = [*(one.id for one in made), split.id]
    with pytest.raises(NotFound):
        deciding.undo_all(store, [*ids, "d-000000000000"], "Awa", "2026-05-06T09:00:00Z")
    taken, _ = deciding.undo_all(store, ids, "Awa", "2026-05-06T09:00:00Z")
    assert [one.undoes for one in taken] == ids
    assert dead(store) == before and strike(store)[1] == tellings
    assert store.check() == []


def arrested(store: Store, kind: str, as_of: str | None = None) -> list[str]:
    """The figures in the toll of those arrested, of the incident of this type in Kayes: one question and a list's."""
    with store.reading() as shelf:
        (one,) = ask.incidents(shelf, IncidentFilter(type=kind))
        found = ask.incident(shelf, one.id, as_of)
        if as_of is not None:
            assert [found] == ask.incidents(shelf, IncidentFilter(type=kind), as_of)
        history = ask.history(shelf, one.id, as_of)
        assert history.incident == found
        figures = [figure for toll in found.tolls if toll.measure == "arrested" for figure in toll.figures]
        steps = [id for one in history.series if one.measure == "arrested" for id in one.steps[-1].figures]
    assert steps == [figure.count.id for figure in figures]
    return steps


@pytest.mark.parametrize("as_of", [None, "2026-05-05T12:00:00Z", "2026-05-06T00:00:00Z"])
def test_a_figure_is_moved_to_another_incident_of_its_report_and_back(store: Store, as_of: str | None) -> None:
    with store.reading() as shelf:
        (march,) = ask.incidents(shelf, IncidentFilter(type="PROTEST"))
        (told,) = march.tellings
    (figure,) = arrested(store, "COERCE", as_of)
    assert arrested(store, "PROTEST", as_of) == []
    made, change = deciding.correct(store, figure, "incident", told, "Awa", AT, "the march's")
    assert made.before not in (None, told) and {march.id} < {one.id for one in change.incidents}
    assert (arrested(store, "COERCE", as_of), arrested(store, "PROTEST", as_of)) == ([], [figure])
    with store.reading() as shelf:
        assert any(f"incident is {told} instead of" in link.text for link in explain(shelf, figure))
    none, _ = deciding.correct(store, figure, "incident", None, "Awa", "2026-05-06T09:00:00Z")
    assert (arrested(store, "COERCE", as_of), arrested(store, "PROTEST", as_of)) == ([], [])
    deciding.undo(store, none.id, "Awa", "2026-05-06T10:00:00Z")
    deciding.undo(store, made.id, "Awa", "2026-05-06T11:00:00Z")
    assert (arrested(store, "COERCE", as_of), arrested(store, "PROTEST", as_of)) == ([figure], [])
    assert store.check() == []


def test_what_was_moved_stays_where_it_is_when_reports_are_added(store: Store) -> None:
    with store.reading() as shelf:
        (told,) = ask.incidents(shelf, IncidentFilter(type="PROTEST"))[0].tellings
    (figure,) = arrested(store, "COERCE")
    deciding.correct(store, figure, "incident", told, "Awa", AT)
    facts = b"---\npublished: 2026-05-05T20:00Z\n---\n"
    words = b"Teachers march in Kayes\n\nTeachers marched in Kayes, Mali, on Tuesday.\n"
    list(intake.add(store, [Item("later.txt", facts + words)]))
    assert (arrested(store, "COERCE"), arrested(store, "PROTEST")) == ([], [figure])


RELIEF = (
    b"---\npublished: 2026-05-05T20:00Z\n---\nAttack in Segou\n\nGunmen killed 30 people in Segou, Mali, on Tuesday. "
    b"The Red Cross distributed food to families in Mopti on Tuesday.\n"
)


def test_a_figure_is_moved_to_no_incident_that_counts_nowhere(store: Store) -> None:
    (taken,) = intake.add(store, [Item("relief.txt", RELIEF)])
    with store.reading() as shelf:
        record = shelf.record(taken.report or "")
        assert record is not None
        (figure,) = record.figures
        attack, relief = ((one.id, one.type) for one in record.incidents)
        held = shelf.claim(figure.id)
        assert held is not None and deciding.choices(shelf, held, "incident") == (attack[0],)
    assert (figure.incident, relief[1]) == (attack[0], "AID")
    with pytest.raises(WrongUse, match=f"'{relief[0]}' is counted nowhere: .* is counted: {attack[0]}[.] "):
        deciding.correct(store, figure.id, "incident", relief[0], "Awa", AT)
    with store.reading() as shelf:
        (found,) = (one for one in ask.incidents(shelf, IncidentFilter()) if one.tellings == (attack[0],))
        assert [one.count.id for toll in ask.incident(shelf, found.id).tolls for one in toll.figures] == [figure.id]
        assert shelf.corrected() == []


# ── what is rejected whole ───────────────────────────────────────────────────────────────────────


def listed(store: Store, as_of: str | None = None) -> set[str]:
    """The incidents of every kind of list: the latest first, those told of last, all of an export, and their number."""
    wanted = IncidentFilter()
    with store.reading() as shelf:
        found = {one.id for one in ask.incidents(shelf, wanted, as_of)}
        assert {one.id for one in ask.every(shelf, wanted, as_of)} == found
        if as_of is None:
            assert {one.id for one in shelf.told_last(wanted)} == {one.id for one in shelf.incidents()} == found
            assert shelf.extent(wanted).number == len(found)
            assert set(shelf.told_in([one.sha256 for one in shelf.reports()])) == found
    return found


def test_an_incident_that_is_rejected_whole_is_in_no_list_until_that_is_undone(store: Store) -> None:
    moment = "2027-01-01"
    before = listed(store)
    incident, tellings = strike(store)
    with store.reading() as shelf:
        given = [(one.name, one.given) for one in shelf.revisions("cited")]
    made, _ = deciding.correct_all(store, [(one, "status", "rejected") for one in tellings], "Awa", AT)
    assert listed(store) == listed(store, moment) == before - {incident}
    with store.reading() as shelf:
        assert ask.incident(shelf, incident).status == ask.incident(shelf, incident, moment).status == "rejected"
        assert ask.incidents(shelf, IncidentFilter(ids=(incident,))) == []
        assert [(one.name, one.given) for one in shelf.revisions("cited")] != given
    deciding.undo_all(store, [one.id for one in made], "Awa", "2026-05-06T09:00:00Z")
    assert listed(store) == listed(store, moment) == before
    with store.reading() as shelf:
        assert ask.incident(shelf, incident).status == "occurred"
        assert [(one.name, one.given) for one in shelf.revisions("cited")] == given


def test_an_incident_was_in_no_list_while_only_what_is_rejected_told_of_it(store: Store) -> None:
    incident, tellings = strike(store)
    with store.reading() as shelf:
        early = ask.incident(shelf, incident).first_published
    assert early is not None
    assert incident in listed(store, early)
    deciding.correct(store, tellings[0], "status", "rejected", "Awa", AT)
    assert len(listed(store, early)) == 0
    assert len(listed(store, "2027-01-01")) == len(listed(store))


def test_a_rejected_event_takes_its_parties_weapons_and_responsibility_along(store: Store) -> None:
    incident, _ = strike(store)
    with store.reading() as shelf:
        found = ask.incident(shelf, incident)
        events = [one.id for one in shelf.statements(found.tellings)]
    assert found.weapons
    assert found.actors or found.recipients
    made, _ = deciding.correct_all(store, [(one, "status", "rejected") for one in events], "Awa", AT)
    with store.reading() as shelf:
        bare = ask.incident(shelf, incident)
    assert (bare.weapons, bare.claimed_by, bare.attributed_to, bare.denied_by) == ((), (), (), ())
    assert not set(bare.actors) & set(found.actors)
    deciding.undo_all(store, [one.id for one in made], "Awa", "2026-05-06T09:00:00Z")
    with store.reading() as shelf:
        assert ask.incident(shelf, incident) == found


def test_what_another_event_of_the_telling_has_too_stays_when_one_is_rejected() -> None:
    told = Telling("i-1", "r", None, "ASSAULT", actors=("RSF", "SAF"), weapons=("drone", "mortar"))
    first = Statement("e-1", "r", "i-1", "ASSAULT", "occurred", actors=("RSF", "SAF"), weapons=("drone", "mortar"))
    second = Statement("e-2", "r", "i-1", "ASSAULT", "occurred", actors=("RSF",), weapons=("drone",))
    denied = Statement("e-3", "r", "i-1", "ASSAULT", "negated", actors=("SAF",))
    said = Correction("k-1", "e-1", "r", "status", "rejected", by="Awa", at=AT)
    (found,) = without_rejected([told], [first, second, denied], [said])
    assert (found.actors, found.weapons) == (("RSF",), ("drone",))
