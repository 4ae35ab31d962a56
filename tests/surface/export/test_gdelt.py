"""GDELT's two tables: their shape, codes, and that mentions belong to events."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from asof.surface.export import gdelt
from asof.surface.export.form import Job
from asof.surface.export.losses import Losses
from asof.surface.export.options import Options
from asof.surface.export.source import Case

from .cases import GAO, case
from .conftest import Run


class Cases:
    """A source of these incidents."""

    def __init__(self, *cases: Case) -> None:
        self._cases = cases

    def cases(self) -> tuple[Case, ...]:
        return self._cases


def events(*cases: Case) -> list[dict[str, object]]:
    job = Job(Cases(*cases), None, Losses(), Options(), "asof@test")  # type: ignore[arg-type]
    return [dict(zip(gdelt.COLUMNS, gdelt.event(row), strict=True)) for row in gdelt.rows(job)]


def table(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def test_an_event() -> None:
    (found,) = events(case("ASSAULT", "drone", ("Malian army",), ("people", "nine people")))
    assert [found[name] for name in ("SQLDATE", "MonthYear", "Year")] == [20260504, 202605, 2026]
    assert [found[name] for name in ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass")] == [
        "1952",
        "195",
        "19",
        4,
    ]
    assert [found[f"Actor1{part}"] for part in ("Code", "Name", "CountryCode", "Type1Code")] == [
        "MLIMIL", "MALIAN ARMY", "MLI", "MIL",
    ]  # fmt: skip
    assert found["Actor2Code"] == "CVL" and found["GoldsteinScale"] == -10.0 and found["AvgTone"] is None
    assert [found[f"ActionGeo_{part}"] for part in ("Type", "FullName", "CountryCode", "Lat")] == [
        4, "Gao, Gao region, Mali", "ML", 16.2717,
    ]  # fmt: skip


def test_the_fraction_of_a_year_is_that_of_gdelt() -> None:
    (found,) = events(case(start="2021-03-18"))
    assert found["FractionDate"] == 2021.2137  # as in a row of GDELT's of that day
    assert [events(case(start=day))[0]["FractionDate"] for day in ("2020-01-01", "2026-12-31")] == [2020.0027, 2026.989]


@pytest.mark.parametrize(
    ("country", "fips"), [("UKR", "UP"), ("SDN", "SU"), ("RUS", "RS"), ("ISR", "IS"), ("IRQ", "IZ")]
)
def test_countries_have_their_fips_codes(country: str, fips: str) -> None:
    (found,) = events(case(place=replace(GAO, country=country)))
    assert found["ActionGeo_CountryCode"] == found["ActionGeo_ADM1Code"] == fips


def test_leading_zeros_and_pairs() -> None:
    found = events(case("CONSULT", "phone", ("Malian army", "United Nations"), ("Russia", "Malian army")))
    assert {one["EventCode"] for one in found} == {"041"} and {one["EventRootCode"] for one in found} == {"04"}
    pairs = [(one["Actor1Code"], one["Actor2Code"]) for one in found]
    assert pairs == [("MLIMIL", "RUSGOV"), ("UNOIGO", "RUSGOV"), ("UNOIGO", "MLIMIL")]
    assert len({one["GLOBALEVENTID"] for one in found}) == 3
    assert all(0 < int(str(one["GLOBALEVENTID"])) < 2**53 for one in found)


def test_a_report_without_an_address_is_cited() -> None:
    of = case()
    (told,) = of.told
    record = replace(told.record, report=replace(told.record.report, url=None))
    of = replace(of, told=(replace(told, record=record),), filings=(replace(of.filings[0], url=None),))
    assert events(of)[0]["SOURCEURL"] == "Example Wire, Gao, 2026-05-04"


def test_what_did_not_happen_has_no_row() -> None:
    assert events(case(status="planned"), case(start=None, precision=None)) == []


def test_files_of_the_bundled_reports(run: Run) -> None:
    path = run("gdelt", "week.export.CSV")
    assert path.with_name("week.mentions.CSV").is_file()
    rows = table(path, gdelt.COLUMNS)
    mentions = table(path.with_name("week.mentions.CSV"), gdelt.MENTIONS)
    assert len(rows) == 2 and len(mentions) == 5
    assert {one["GLOBALEVENTID"] for one in mentions} == {one["GLOBALEVENTID"] for one in rows}
    assert list(gdelt.ids(path)) == [one["GLOBALEVENTID"] for one in rows]
    strike = next(one for one in mentions if one["Actor2CharOffset"] == "98")
    assert strike["MentionTimeDate"] == "20260504110000" and strike["MentionDocTone"] == ""
    assert all(int(one["Confidence"]) in range(10, 101) for one in mentions)
