"""What a record gives the ledger: the bundled reports, read whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asof.model import Actor, Attribution, Event, Figure, Incident, Place, Record, Report, Span
from asof.reconcile.groups import family, group_of
from asof.reconcile.keys import keys
from asof.reconcile.sources import bodies, is_person, source_of, unnamed
from asof.reconcile.telling import tell
from asof.reconcile.wording import stem

from .conftest import count

TEXT = "Shells hit Dalo market on Tuesday, killing 27 women, Ama Lul of the Dalo Medics' Union said."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


PLACE = Place("p1", "Dalo", "city", lat=10.0, lon=40.0, country="XAA", admin1="North")
UNION = Actor("a2", "Dalo Medics' Union", "organisation", sector="MED")
SPEAKER = Actor("a1", "Ama Lul", "person", of="a2")
SAID = Attribution("Ama Lul", actor="a1")
RECORD = Record(
    report=Report("f" * 64, 100, published="2026-03-10T16:50:00+02:00", publisher="Gazette"),
    text=TEXT,
    events=(
        Event("e1", "ASSAULT", "heavy-weapons", "occurred", place_id="p1", attribution=SAID, incident="i1"),
        Event("e2", "ASSAULT", None, "background", incident="i2"),
    ),
    figures=(
        Figure("f1", "killed", 27, 27, 27, None, "women", "incident", incident="i1", attribution=SAID,
               evidence=(span("killing 27 women"),)),
        Figure("f2", "killed", 900, None, None, "at least", "people", "war"),
    ),
    places=(PLACE,),
    actors=(SPEAKER, UNION),
    incidents=(
        Incident("i1", "ASSAULT", "heavy-weapons", "occurred", "Dalo", "p1", "2026-03-10", "2026-03-10",
                 events=("e1",), figures=("f1",), evidence=(span("Shells hit"),)),
        Incident("i2", "ASSAULT", None, "background", None, None, "2024", "2024"),
    ),
)  # fmt: skip


def test_a_current_incident_becomes_a_telling_a_recalled_one_does_not() -> None:
    told = tell(RECORD)
    (one,) = told.tellings
    assert (one.id, one.report, one.published) == ("i1", "f" * 64, "2026-03-10T14:50:00Z")
    assert (one.place, one.lat, one.country, one.level) == ("Dalo", 10.0, "XAA", "city")
    assert one.figures == (("killed", 27, 27),)
    assert {stem("shells"), "market", stem("medics")} <= set(one.words) and "tuesday" not in one.words
    assert told.keys == (keys(one),)
    assert [statement.id for statement in told.statements] == ["e1"]


def test_a_count_keeps_its_group_its_speaker_and_the_body_behind() -> None:
    first, war = tell(RECORD).counts
    assert (first.telling, first.group, first.quote, first.start) == ("i1", "women", "killing 27 women", 35)
    assert (first.speaker, first.speaker_of, first.speaker_sector) == ("Ama Lul", "Dalo Medics' Union", "MED")
    assert (war.telling, war.scope, war.group) == (None, "war", None)


def test_the_bundled_reports_are_told_whole(example_records: list[Record]) -> None:
    for record in example_records:
        told = tell(record)
        types = {one.id: {e.type for e in record.events if e.incident == one.id} for one in record.incidents}
        current = [one.id for one in record.incidents if one.status not in ("background", "hypothetical", "negated")]
        left_out = set(current) - {one.id for one in told.tellings}
        assert {one.id for one in told.tellings} <= set(current)
        assert all(types[one] <= {"AID", "MOBILIZE", "COERCE"} for one in left_out)
        assert {one.id for one in told.counts} == {one.id for one in record.figures}
        assert all(record.text[one.start :].startswith(one.quote) for one in told.counts)
        assert told == tell(record)


def test_a_record_without_a_date_is_told_all_the_same() -> None:
    bare = replace(RECORD, report=replace(RECORD.report, published=None))
    assert tell(bare).filing.published is None


@pytest.mark.parametrize(
    ("unit", "group", "together"),
    [
        ("people", None, None), (None, None, None), ("children", "children", "children"),
        ("minors", "children", "children"), ("women and girls", "women", "women"),
        ("citizens", "civilians", "civilians"),
        ("troops", "soldiers", "soldiers"), ("police officers", "police", "police"), ("rebels", "rebels", "fighters"),
        ("gang members", "gang members", "fighters"), ("combatants", "combatants", "combatants"),
        ("families", "families", "families"), ("medics", "health workers", "health workers"),
    ],
)  # fmt: skip
def test_groups(unit: str | None, group: str | None, together: str | None) -> None:
    assert (group_of(unit), family(group_of(unit))) == (group, together)


@pytest.mark.parametrize(
    ("name", "sector", "kind"),
    [
        ("Dalo General Hospital", None, "medical"), ("a surgeon", "MED", "medical"), ("OHCHR", None, "un"),
        ("Euphrates War Monitor", None, "monitor"), ("Dalo police", None, "authority"), ("police", None, "authority"),
        ("M23 mayor's office", "REB", "party"), ("Sudanese army", "MIL", "party"), ("al-Shabaab", "REB", "party"),
        ("two residents", "CVL", "unnamed"), ("a local official", "GOV", "unnamed"), ("Musa Danta", "GOV", "authority"),
    ],
)  # fmt: skip
def test_how_near_a_source_stands_to_the_count(name: str, sector: str | None, kind: str) -> None:
    assert source_of(count(12, name, speaker_sector=sector), {}).kind == kind


def test_names_of_people_bodies_and_nobody() -> None:
    assert is_person("Ama Lul") and is_person("Hamid al-Daw")
    assert not is_person("Dalo police") and not is_person("Red Cross")
    assert unnamed("a local official") and unnamed("residents")
    assert not unnamed("police") and not unnamed("al-Shabaab")


def test_the_armys_branches_and_a_states_ministries_are_one_source() -> None:
    def keys_of(name: str, **told: str) -> frozenset[str]:
        return source_of(count(12, name, **told), {}).keys

    assert keys_of("Sudanese army", speaker_country="SDN") & keys_of("armed forces of Sudan", speaker_country="SDN")
    ministry = keys_of("Ministry of Information of Somalia", speaker_country="SOM", speaker_sector="GOV")
    assert ministry & keys_of("Federal Government of Somalia", speaker_country="SOM", speaker_sector="GOV")
    assert not ministry & keys_of("Somali police", speaker_country="SOM", speaker_sector="COP")


def test_who_said_first_what_a_body_says_later_speaks_for_it() -> None:
    said = [count(40, "Mahmud Dan"), count(40, "State Government", report="r2", published="2026-03-12T09:00:00Z")]
    assert bodies(said) == {"mahmud dan": "State Government"}
    small = [count(3, "Mahmud Dan"), count(3, "State Government", report="r2", published="2026-03-12T09:00:00Z")]
    assert bodies(small) == {}
