import sqlite3
from pathlib import Path

import pytest

from asof.errors import MissingPart
from asof.vocabulary.places import FILE, Gazetteer, countries, demonyms, fold, gazetteer, timezone
from asof.vocabulary.places import compile as compiling

needs_file = pytest.mark.skipif(not FILE.exists(), reason="the gazetteer is not compiled")


@pytest.mark.parametrize(
    ("name", "key"),
    [("El-Obeid", "el obeid"), ("St. Paul", "st paul"), ("Saint Paul", "st paul"), ("Côte d’Ivoire", "cote divoire")],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key == compiling.fold(name)


def test_absent_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(MissingPart, match=r"asof\.vocabulary\.places\.compile"):
        Gazetteer(tmp_path / "none.db")


def test_tables_are_well_formed() -> None:
    for name, columns in (("countries.tsv", 9), ("divisions.tsv", 8), ("regions.tsv", 6)):
        for row in compiling.rows(name):
            assert len(row) == columns, row
    for row in compiling.rows("regions.tsv"):
        assert row[1] in compiling.RANKS or row[1] == "city"
        assert -90 <= float(row[3]) <= 90 and -180 <= float(row[4]) <= 180, row


def test_write_is_deterministic(tmp_path: Path) -> None:
    drafts = [
        compiling.Draft("Aville", "city", 1.0, 2.0, "SDN", "1", 7, 1000, "Africa/Khartoum", ["Avilla"]),
        compiling.Draft("A State", "admin1", 1.0, 2.0, "SDN", "1"),
    ]
    for name in ("one.db", "two.db"):
        compiling.write(drafts, tmp_path / name)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()
    (town,) = Gazetteer(tmp_path / "one.db").places("avilla")
    assert (town.name, town.admin1, town.primary) == ("Aville", "A State", 0)


@needs_file
@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("El Obeid", "SDN", "city"), ("Darfur", "SDN", "admin1"), ("Crimea", "UKR", "admin1"),
        ("Donbas", "UKR", "admin1"),
        ("Khan Younis", "PSE", "city"), ("Hodeidah", "YEM", "city"), ("Pokrovsk", "UKR", "city"),
        ("UK", "GBR", "country"),
        ("Laurel County", "USA", "admin2"), ("Ga.", "USA", "admin1"), ("Cote d'Ivoire", "CIV", "country"),
    ],
)  # fmt: skip
def test_best_known_place_of_a_name(name: str, country: str, level: str) -> None:
    best = gazetteer().places(name)[0]
    assert (best.country, best.level) == (country, level)


@needs_file
def test_crimea_is_nowhere_in_russia() -> None:
    assert {entry.country for entry in gazetteer().places("Crimea") if entry.level == "admin1"} == {"UKR"}


@needs_file
def test_names_without_bearers_are_empty() -> None:
    assert gazetteer().look_up(["Zzqxville"]) == {"Zzqxville": ()}


@needs_file
def test_timezone() -> None:
    assert timezone("Goma") == "Africa/Lubumbashi"
    assert timezone("Sudan") == "Africa/Khartoum"
    assert timezone("Zzqxville") is None


@needs_file
def test_file_is_read_only() -> None:
    with pytest.raises(sqlite3.OperationalError):
        gazetteer()._db.execute("DELETE FROM name")


def test_demonyms_and_countries() -> None:
    assert demonyms()["sudanese"] == "SDN" and demonyms()["south sudanese"] == "SSD" and demonyms()["russians"] == "RUS"
    assert countries()["UKR"].capital == "Kyiv"


@needs_file
@pytest.mark.parametrize(
    ("name", "town"),
    [("White House", "Casablanca"), ("Old Town", "Las Vegas"), ("Garden City", "Singapore"), ("White Hall", "Atlanta"),
     ("Queen City", "Cincinnati"), ("Federal City", "Washington")],
)  # fmt: skip
def test_everyday_words_are_no_other_name_of_a_town(name: str, town: str) -> None:
    assert gazetteer().places(town)
    assert town not in {entry.name for entry in gazetteer().places(name)}


@needs_file
@pytest.mark.parametrize(
    ("name", "country"),
    [("White House", "USA"), ("Broken Hill", "AUS"), ("Union Town", "USA"), ("Gold Coast", "AUS"),
     ("Port Elizabeth", "ZAF"), ("East London", "ZAF"), ("Western Province", "RWA")],
)  # fmt: skip
def test_names_of_everyday_words_that_are_a_places_own_stay(name: str, country: str) -> None:
    assert gazetteer().places(name)[0].country == country
