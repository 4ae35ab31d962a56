"""Codes of the field: complete, apart, and right for states whose codes are known by heart."""

from __future__ import annotations

from collections import Counter

import pytest

from asof.vocabulary import places
from asof.vocabulary.actors import SECTORS
from asof.vocabulary.codebooks.crosswalks import cameo_codes
from asof.vocabulary.field_codes import INTERS, countries, disorder_types, goldstein, sectors


def test_every_state_of_the_gazetteer_has_its_codes() -> None:
    assert countries().keys() == places.countries().keys()
    assert all(one.acled_region for one in countries().values())


@pytest.mark.parametrize("name", ["iso2", "iso_numeric", "fips", "gw", "cow", "cameo"])
def test_a_code_is_of_one_state(name: str) -> None:
    held = Counter(code for one in countries().values() if (code := getattr(one, name)) is not None)
    assert [code for code, number in held.items() if number > 1] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("UKR", ("UA", 804, "UP", 369, 369, "UKR")),
        ("SDN", ("SD", 729, "SU", 625, 625, "SDN")),
        ("DEU", ("DE", 276, "GM", 260, 255, "DEU")),
        ("YEM", ("YE", 887, "YM", 678, 679, "YEM")),
        ("SRB", ("RS", 688, "RI", 340, 345, "SRB")),
        ("TLS", ("TL", 626, "TT", 860, 860, "TMP")),
        ("PSE", ("PS", 275, "WE", None, None, "PSE")),
        ("SSD", ("SS", 728, "OD", 626, 626, "SSD")),
    ],
)
def test_states_known_by_heart(code: str, expected: tuple[object, ...]) -> None:
    one = countries()[code]
    assert (one.iso2, one.iso_numeric, one.fips, one.gw, one.cow, one.cameo) == expected


def test_every_sector_has_codes() -> None:
    assert sectors().keys() == SECTORS
    assert {code for one in sectors().values() for code in (one.home, one.abroad)} <= INTERS.keys()
    assert {one.side for one in sectors().values()} == {"state", "group", "civilians", None}


def test_acled_has_25_sub_events_of_three_disorders() -> None:
    assert len(disorder_types()) == 25
    assert {part for one in disorder_types().values() for part in one.split("; ")} == {
        "Political violence", "Demonstrations", "Strategic developments",
    }  # fmt: skip


def test_every_cameo_code_has_a_value_of_its_sign() -> None:
    for code, meant in cameo_codes().items():
        value = goldstein(code)
        assert value is not None and -10 <= value <= 10
        if meant.quad in (3, 4):
            assert value < 0, code
    assert goldstein("1953") == goldstein("19") == -10 and goldstein("0841") == 7 and goldstein("x") is None
