"""The registry of actors: its tables are whole, and what is derived by rule has the right name."""

from __future__ import annotations

import pytest

from asof.vocabulary.actors import fold, nouns, registry, rows


def test_every_row_has_its_cells() -> None:
    for table in ("states", "organisations", "armed_groups", "office_holders", "nouns"):
        listed = list(rows(table))
        assert listed and all(cells[0] for cells in listed)


def test_at_least_three_hundred_armed_groups_once_each() -> None:
    names = [cells[0] for cells in rows("armed_groups")]
    assert len(names) >= 300
    assert len(names) == len(set(names))


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
