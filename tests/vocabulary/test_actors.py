"""The registry of actors: its tables are whole, and what is derived by rule has the right name."""

from __future__ import annotations

from itertools import pairwise

import pytest

from asof.vocabulary.actors import SECTORS, fold, nouns, registry, rows


def test_every_row_has_its_cells() -> None:
    for table in ("states", "organisations", "bodies", "armed_groups", "office_holders", "nouns", "people", "ruling"):
        listed = list(rows(table))
        assert listed and all(cells[0] for cells in listed)


def test_at_least_three_hundred_armed_groups_once_each() -> None:
    names = [cells[0] for cells in rows("armed_groups")]
    assert len(names) >= 300
    assert len(names) == len(set(names))


def test_nearly_every_armed_group_has_years_and_no_name_stands_in_two_tables() -> None:
    groups = {cells[0]: cells[4] for cells in rows("armed_groups")}
    assert all(years for years in groups.values())
    assert not groups.keys() & {cells[0] for cells in rows("organisations")}


def test_every_state_has_a_wikidata_id_of_its_own() -> None:
    ids = [cells[5] for cells in rows("states")]
    assert all(ids) and len(set(ids)) == len(ids)


def test_members_of_coalitions_are_known() -> None:
    names = {cells[0] for table in ("organisations", "armed_groups") for cells in rows(table)}
    codes = {cells[0] for cells in rows("states")} | {"EUR"}
    for name, members in rows("coalitions"):
        assert name in names, name
        assert [m for m in members.split("|") if m not in names | codes] == [], name


def test_terms_of_one_office_do_not_overlap() -> None:
    offices: dict[tuple[str, str], list[list[str]]] = {}
    for row in rows("office_holders"):
        offices.setdefault((row[0], row[1]), []).append(row)
    for terms in offices.values():
        for before, after in pairwise(terms):
            assert before[5] and before[5][:7] <= after[4][:7], (before, after)


def test_sectors_and_countries_are_valid() -> None:
    codes = {cells[0] for cells in rows("states")} | {""}
    for table in ("organisations", "armed_groups"):
        for cells in rows(table):
            assert cells[2] in codes and cells[3] in SECTORS, cells


def test_bodies_of_a_state() -> None:
    sudan = registry().states["SDN"]
    assert sudan.body("army", "MIL").name == "Sudanese army"
    assert sudan.government.name == "Government of Sudan"
    assert sudan.ministry("foreign affairs").name == "Ministry of Foreign Affairs of Sudan"
    assert registry().states["USA"].government.name == "Government of the United States"


@pytest.mark.parametrize(
    ("moment", "expected"), [("2019-05-19", "Petro Poroshenko"), ("2019-06-01", "Volodymyr Zelensky")]
)
def test_terms_are_dated(moment: str, expected: str) -> None:
    assert [t.person.name for t in registry().incumbents("UKR", ("president",), moment)] == [expected]


def test_no_two_hold_one_office_at_once() -> None:
    for term in registry().terms:
        others = registry().incumbents(term.country, (term.office,), f"{term.start[:7]}-28")
        assert len({t.person.id for t in others}) <= 2, term


def test_folding_keeps_the_length() -> None:
    assert fold("Félix’s – Élysée") == "Felix's - Elysee"


def test_nouns_tell_sector_and_gender() -> None:
    assert nouns()["soldier"].sector == "MIL"
    assert nouns()["spokeswoman"].gender == "f"


def test_a_given_name_tells_one_gender() -> None:
    seen: dict[str, str] = {}
    for _culture, gender, names in rows("first_names"):
        assert names.split() == sorted(names.split())
        for name in names.split():
            assert seen.setdefault(name, gender) == gender
    assert len(seen) > 1500
