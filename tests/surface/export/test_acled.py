"""ACLED's layout: who is coded as what, which day, how many dead, and what has no row."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof.surface.export.acled import COLUMNS, _rows, event_id, ids
from asof.surface.export.acled_coding import coded
from asof.surface.export.days import days
from asof.surface.export.form import Job
from asof.surface.export.losses import Losses
from asof.surface.export.options import Options
from asof.surface.export.places import where
from asof.surface.export.source import Case

from .cases import ACTORS, GAO, case, toll, with_event
from .conftest import Run


def rows(of: Case, **options: Any) -> list[dict[str, Any]]:
    job = Job(None, None, Losses(), Options(**options), "asof@test")  # type: ignore[arg-type]
    why, found = coded(of)
    when = days(of)
    assert found is not None and when is not None, why
    return list(_rows(job, of, found, when, where(of)))


@pytest.mark.parametrize(
    ("of", "sub_event", "actor1", "inter1", "actor2", "interaction", "targeting"),
    [
        (case("ASSAULT", "drone", ("Malian army",), ("people", "nine people")), "Air/drone strike",
         "Military Forces of Mali", "State forces", "Civilians (Mali)", "State forces-Civilians", "Civilians targeted"),
        (case("ASSAULT", "heavy-weapons", ("Russia",), ("people",)), "Shelling/artillery/missile attack",
         "Military Forces of Russia", "External/Other forces", "Civilians (Mali)", "External/Other forces-Civilians",
         "Civilians targeted"),
        (case("ASSAULT", "firearms", ("Liptako Front",), ("Malian army",)), "Armed clash", "Liptako Front",
         "Rebel group", "Military Forces of Mali", "State forces-Rebel group", None),
        (case("ASSAULT", "firearms", ("gunmen",), ("teachers",)), "Attack", "Unidentified Armed Group (Mali)",
         "Political militia", "Civilians (Mali)", "Political militia-Civilians", "Civilians targeted"),
        (case("ASSAULT", "abduct", (), ("people",)), "Abduction/forced disappearance",
         "Unidentified Armed Group (Mali)", "Political militia", "Civilians (Mali)", "Political militia-Civilians",
         "Civilians targeted"),
        (case("PROTEST", "demo", ("teachers",)), "Peaceful protest", "Protesters (Mali)", "Protesters", None,
         "Protesters only", None),
        (case("PROTEST", "riot", ("people",)), "Violent demonstration", "Rioters (Mali)", "Rioters", None,
         "Rioters only", None),
        (with_event(case("PROTEST", "demo", ("teachers",)), type="COERCE", mode="arrest", actors=("Malian police",),
                    actor_ids=(ACTORS["Malian police"].id,)),
         "Protest with intervention", "Protesters (Mali)", "Protesters", "Police Forces of Mali",
         "State forces-Protesters", None),
        (case("ASSAULT", "firearms", ("Malian army", "Liptako Front"), ("Liptako Front", "Malian army")), "Armed clash",
         "Military Forces of Mali", "State forces", "Liptako Front", "State forces-Rebel group", None),
    ],
)  # fmt: skip
def test_coding(
    of: Case, sub_event: str, actor1: str, inter1: str, actor2: str | None, interaction: str, targeting: str | None
) -> None:
    (row,) = rows(of)
    found = [
        row[name] for name in ("sub_event_type", "actor1", "inter1", "actor2", "interaction", "civilian_targeting")
    ]
    assert found == [sub_event, actor1, inter1, actor2, interaction, targeting]


def test_rival_claims_of_who_did_it_are_no_alliance() -> None:
    of = with_event(
        case("ASSAULT", "explosives", ("Liptako Front",), ("people",)),
        actors=("Azawar Front",), actor_ids=(ACTORS["Azawar Front"].id,),
    )  # fmt: skip
    of = replace(of, incident=replace(of.incident, actors=("Liptako Front", "Azawar Front")))
    (row,) = rows(of)
    assert (row["actor1"], row["assoc_actor_1"]) == ("Liptako Front", ())
    together = case("ASSAULT", "explosives", ("Liptako Front", "Azawar Front"), ("people",))
    assert rows(together)[0]["assoc_actor_1"] == ("Azawar Front",)


def test_legacy_codes() -> None:
    (row,) = rows(case("ASSAULT", "drone", ("Russia",), ("people",)), legacy=True)
    assert (row["inter1"], row["inter2"], row["interaction"]) == (8, 7, 78)
    (row,) = rows(case("PROTEST", "demo", ("teachers",)), legacy=True)
    assert (row["inter1"], row["inter2"], row["interaction"]) == (6, 0, 60)


@pytest.mark.parametrize(
    ("dead", "number"),
    [
        ((), 0),
        ((toll("killed", 9, 9, None),), 9),
        ((toll("killed", None, 30, None, qualifier="about"),), 30),
        ((toll("killed", 8, 12, 15),), 8),
        ((toll("killed", None, None, None, qualifier="dozens"),), 12),
        ((toll("killed", None, None, None, qualifier="several"),), 3),
        ((toll("killed", None, None, None, qualifier="hundreds of"),), 100),
        ((toll("killed", 2, 2, 2, group="children"),), 0),
    ],
)
def test_the_dead(dead: tuple[Any, ...], number: int) -> None:
    (row,) = rows(case("ASSAULT", "drone", ("Russia",), ("people",), dead))
    assert row["fatalities"] == number


@pytest.mark.parametrize(
    ("start", "end", "precision", "day", "exact"),
    [
        ("2026-05-04", None, "day", "2026-05-04", 1),
        ("2026-05-04T22:00:00-05:00", None, "hour", "2026-05-04", 1),
        ("2026-05-04", "2026-05-10", "week", "2026-05-07", 2),
        ("2026-05", "2026-05", "month", "2026-05-16", 3),
    ],
)
def test_the_day(start: str, end: str | None, precision: str, day: str, exact: int) -> None:
    (row,) = rows(case("ASSAULT", "drone", ("Russia",), ("people",), (), start, end, precision))
    assert (row["event_date"], row["time_precision"]) == (day, exact)


@given(st.integers(0, 400), st.integers(2, 31))
def test_several_days_are_as_many_rows_and_as_many_dead(dead: int, number: int) -> None:
    last = f"2026-05-{number:02}"
    found = rows(case("ASSAULT", "firearms", ("Liptako Front",), ("Malian army",), (toll("killed", dead, dead, dead),),
                      "2026-05-01", last, "range"))  # fmt: skip
    assert [row["event_date"] for row in found] == [f"2026-05-{day:02}" for day in range(1, number + 1)]
    assert sum(row["fatalities"] for row in found) == dead
    assert found[0]["fatalities"] == max(row["fatalities"] for row in found)
    assert len({row["event_id_cnty"] for row in found}) == number
    assert dead == 0 or all(f"{dead} killed over {number} days" in row["notes"] for row in found)


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (case(status="planned"), "planned"),
        (case("ACCUSE", "allege", ("Liptako Front",), ("Malian army",)), "no event type for ACCUSE/allege"),
        (case("ASSAULT", "firearms"), "who is armed"),
        (case("MOBILIZE", "troops"), "nobody is said"),
    ],
)
def test_what_acled_does_not_record(of: Case, why: str) -> None:
    told, found = coded(of)
    assert found is None and why in told


def test_a_country_alone_is_no_place() -> None:
    country = replace(GAO, name="Mali", level="country")
    assert where(case(place=country)).acled is None
    assert where(case(place=replace(GAO, level="admin1"))).acled == 3


def test_the_id_follows_from_the_incident_alone() -> None:
    assert event_id("MLI", "h-1") == event_id("MLI", "h-1") != event_id("MLI", "h-1", 1)
    assert event_id("MLI", "h-1").startswith("MLI") and event_id("MLI", "h-1")[3:].isdigit()


def test_a_file_of_the_bundled_reports(run: Run) -> None:
    path = run("acled", "acled.csv", hxl=True)
    with path.open(encoding="utf-8", newline="") as lines:
        tags, *found = list(csv.DictReader(lines))
    assert tuple(tags) == COLUMNS and tags["fatalities"] == "#affected+killed"
    assert [row["fatalities"] for row in found] == ["0", "8"] and len(list(ids(path))) == 2
    assert found[1]["source"] == "Segou Wire;Niger Courier" and found[1]["iso"] == "466"
    report = json.loads(path.with_name("acled.csv.report.json").read_text())
    assert [one["reason"] for one in report["left_out"]] == ["ACLED has no event type for COERCE/arrest"]
    assert any("stands as a fact" in one["reason"] for one in report["by_convention"])


def test_legacy_is_for_acled_alone(run: Run, tmp_path: Path) -> None:
    from asof.errors import WrongUse

    with pytest.raises(WrongUse, match="takes no --legacy"):
        run("ucdp", "ucdp.csv", legacy=True)
