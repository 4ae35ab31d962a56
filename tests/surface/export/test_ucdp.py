"""UCDP GED's layout: what is counted, for whom, and that best is the sum of its parts."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asof.surface.export import ucdp
from asof.surface.export.form import Job
from asof.surface.export.losses import Losses
from asof.surface.export.options import Options
from asof.surface.export.source import Case
from asof.vocabulary.field_codes import countries

from .cases import GAO, case, toll
from .conftest import Run

ARMY, FRONT, OTHER, PEOPLE = "Malian army", "Liptako Front", "Azawar Front", "people"


def row(of: Case) -> dict[str, Any] | str:
    return ucdp._row(Job(None, None, Losses(), Options(), "asof@test"), of)  # type: ignore[arg-type]


def coded(of: Case) -> dict[str, Any]:
    found = row(of)
    assert isinstance(found, dict), found
    return found


DEAD = (toll("killed", 9, 9, 12),)


@pytest.mark.parametrize(
    ("actors", "recipients", "violence", "a", "b", "gwnoa"),
    [
        ((FRONT,), (ARMY,), 1, "Government of Mali", FRONT, 432),
        ((ARMY,), (FRONT,), 1, "Government of Mali", FRONT, 432),
        ((FRONT,), (OTHER,), 2, FRONT, OTHER, None),
        ((FRONT,), (PEOPLE,), 3, FRONT, "Civilians", None),
        (("Russia",), (PEOPLE,), 3, "Government of Russia (Soviet Union)", "Civilians", 365),
    ],
)
def test_the_type_of_violence_and_its_sides(
    actors: tuple[str, ...], recipients: tuple[str, ...], violence: int, a: str, b: str, gwnoa: int | None
) -> None:
    found = coded(case(actors=actors, recipients=recipients, tolls=DEAD))
    assert [found[name] for name in ("type_of_violence", "side_a", "side_b", "gwnoa")] == [violence, a, b, gwnoa]
    assert found["dyad_name"] == f"{a} - {b}"
    assert not {"conflict_new_id", "dyad_new_id", "side_a_new_id", "active_year", "code_status"} & found.keys()


def test_the_dead_by_side() -> None:
    dead = (*DEAD, toll("killed", 4, 4, 4, group="soldiers"), toll("killed", 2, 2, 2, group="rebels"),
            toll("killed", 1, 1, 1, group="children"))  # fmt: skip
    found = coded(case(actors=(FRONT,), recipients=(ARMY,), tolls=dead))
    assert [found[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")] == [4, 2, 1, 2]
    assert (found["best"], found["high"], found["low"]) == (9, 12, 9)


numbers = st.integers(0, 60) | st.none()


@given(
    st.tuples(numbers, numbers, numbers),
    st.lists(st.tuples(st.sampled_from(["soldiers", "rebels", "civilians", "women", "drivers"]), st.integers(0, 60))),
    st.sampled_from([((FRONT,), (ARMY,)), ((FRONT,), (OTHER,)), ((ARMY,), (PEOPLE,))]),
)
def test_best_is_the_sum_and_lies_between(
    bounds: tuple[int | None, int | None, int | None],
    groups: list[tuple[str, int]],
    sides: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    low, best, high = sorted(bounds, key=lambda one: -1 if one is None else one)
    dead = (toll("killed", low, best, high), *(toll("killed", n, n, n, group=group) for group, n in groups))
    found = row(case(actors=sides[0], recipients=sides[1], tolls=dead))
    if isinstance(found, str):
        assert found == "no death is told" and not any(one for one in (low, best, high))
    elif found["best"] is not None:
        parts = [found[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")]
        assert sum(parts) == found["best"] and min(parts) >= 0
        assert found["low"] <= found["best"] <= found["high"]


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (case(actors=(FRONT,), recipients=(ARMY,)), "no death is told"),
        (case(actors=("gunmen",), recipients=(PEOPLE,), tolls=DEAD), "no organised party"),
        (case(recipients=(PEOPLE,), tolls=DEAD), "no organised party"),
        (case("AGREE", None, (FRONT,), (ARMY,), DEAD), "no violence"),
        (case(actors=(FRONT,), recipients=(ARMY,), tolls=DEAD, status="planned"), "planned"),
        (case(actors=(FRONT,), recipients=(ARMY,), tolls=DEAD, start=None, precision=None), "time"),
        (case(actors=(FRONT,), recipients=(ARMY,), tolls=DEAD, place=None), "no country"),
    ],
)
def test_what_ucdp_does_not_count(of: Case, why: str) -> None:
    found = row(of)
    assert isinstance(found, str) and why in found


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [("2026-05-04", None, 1), ("2026-05-04", "2026-05-06", 2), ("2026-05-04", "2026-05-10", 3), ("2026-05", None, 4),
     ("2026", None, 5)],
)  # fmt: skip
def test_how_well_the_date_is_known(start: str, end: str | None, precision: int) -> None:
    assert coded(case(actors=(FRONT,), recipients=(ARMY,), tolls=DEAD, start=start, end=end))["date_prec"] == precision


def test_where() -> None:
    found = coded(case(actors=(FRONT,), recipients=(ARMY,), tolls=DEAD))
    assert [found[name] for name in ("where_prec", "country", "country_id", "region")] == [1, "Mali", 432, "Africa"]
    assert found["geom_wkt"] == "POINT (-0.0447 16.2717)"
    region = coded(case(actors=(FRONT,), recipients=(ARMY,), tolls=DEAD, place=replace(GAO, level="admin1")))
    assert region["where_prec"] == 4


def test_cells_of_prio_grid() -> None:
    assert ucdp.priogrid(-90, -180) == 1 and ucdp.priogrid(90, 180) == 360 * 720
    assert ucdp.priogrid(0.25, 0.25) == 180 * 720 + 361  # a worked cell: the first north-east of zero
    assert {ucdp.priogrid(0.0, 0.0), ucdp.priogrid(0.49, 0.49)} == {180 * 720 + 361}


def test_regions_follow_from_the_numbers_of_states() -> None:
    found = {code: countries()[code].ucdp_region for code in ("MLI", "EGY", "UKR", "AFG", "COL", "SDN", "PSE")}
    assert list(found.values()) == ["Africa", "Middle East", "Europe", "Asia", "Americas", "Africa", None]


def test_a_file_of_the_bundled_reports(run: Run) -> None:
    path = run("ucdp", "ucdp.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        (found,) = csv.DictReader(lines)
    assert tuple(found) == ucdp.COLUMNS
    assert (found["best"], found["high"], found["low"], found["type_of_violence"]) == ("8", "15", "8", "3")
    assert found["source_original"].split(";")[0] == "Barouéli hospital" and found["conflict_new_id"] == ""
