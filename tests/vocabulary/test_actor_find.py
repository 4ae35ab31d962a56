"""Who may be meant by words. The phrases are ours."""

from __future__ import annotations

import pytest

from asof.vocabulary.actors.find import find


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("rebels in North Kivu", "COD", "REB"),
        ("Lagos police", "NGA", "COP"),
        ("a group of fishermen from Mindanao", "PHL", "AGR"),
        ("former Colombian senators", "COL", "ELI"),
        ("several of the dockers' unions in Chile", "CHL", "LAB"),
        ("spokesman for the Rapid Support Forces", "SDN", "REB"),
        ("Hezbollah fighters", "LBN", "REB"),
        ("Norwegian envoy to the African Union", "NOR", "GOV"),
        ("the Storting", "NOR", "LEG"),
        ("two Swedish journalists", "SWE", "JRN"),
        ("the Kremlin", "RUS", "GOV"),
        ("masked gunmen", None, "UAF"),
        ("the Senate", None, "LEG"),
        ("intelligence officers", None, "SPY"),
        ("a rusty bicycle", None, None),
        ("Jonas Whitlock", None, None),
    ],
)
def test_words_tell_country_and_sector(phrase: str, country: str | None, sector: str | None) -> None:
    found = find(phrase)
    assert (found.country, found.sector) == (country, sector), found.why


@pytest.mark.parametrize(
    ("phrase", "moment", "name", "sector"),
    [
        ("the Ukrainian president", "2018-03-01", "Petro Poroshenko", "GOV"),
        ("the Ukrainian president", "2022-03-01", "Volodymyr Zelensky", "GOV"),
        ("Jacinda Ardern", "2019-03-01", "Jacinda Ardern", "GOV"),
        ("Jacinda Ardern", "2024-03-01", "Jacinda Ardern", "ELI"),
        ("Hay'at Tahrir al-Sham", "2020-01-01", "Hay'at Tahrir al-Sham", "REB"),
        ("Hay'at Tahrir al-Sham", "2024-12-20", "Hay'at Tahrir al-Sham", "GOV"),
        ("Hemedti", None, "Mohamed Hamdan Dagalo", "REB"),
    ],
)
def test_roles_are_dated(phrase: str, moment: str | None, name: str, sector: str) -> None:
    found = find(phrase, moment)
    assert found.guesses[0].entry.name == name
    assert found.sector == sector


def test_groups_active_where_the_words_say_come_first_with_the_reason() -> None:
    found = find("rebels in North Kivu", "2025-02-01", limit=50)
    names = [guess.entry.name for guess in found.guesses]
    assert "M23" in names and names.index("M23") < names.index("CODECO")
    m23 = next(guess for guess in found.guesses if guess.entry.name == "M23")
    assert "active in North Kivu" in m23.why


def test_a_country_that_the_text_is_about_helps_words_that_name_none() -> None:
    assert find("the rebels", country="MMR").country == "MMR"


def test_the_same_words_give_the_same_answer() -> None:
    assert find("militants in Borno") == find("militants in Borno")
