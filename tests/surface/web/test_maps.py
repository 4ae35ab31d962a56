"""Marks on a map: incidents that would lie on each other share one, the first that is near enough."""

from __future__ import annotations

from math import hypot
from random import Random

import pytest

from asof.store import IncidentRow
from asof.surface.web import maps


def rows(number: int, seed: int) -> list[IncidentRow]:
    draw = Random(seed)
    return [
        IncidentRow(f"h-{k:012}", "", "ASSAULT", None, "occurred", draw.choice(("SDN", "MLI", None)),
                    draw.uniform(-55, 80), draw.uniform(-180, 180), None, None, None)
        for k in range(number)
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_an_incident_joins_the_first_mark_that_is_near(seed: int) -> None:
    """As a search through all of them finds it."""
    found = rows(400, seed)
    view = maps.view([(row.lon or 0.0, row.lat or 0.0) for row in found])
    cells: dict[tuple[int, int], list[tuple[maps.Point, IncidentRow]]] = {}
    for row in found:
        x, y = view.at(row.lon or 0.0, row.lat or 0.0)
        if 0 <= x <= maps.WIDTH and 0 <= y <= maps.HEIGHT:
            cells.setdefault((int(x / 6), int(y / 6)), []).append(((x, y), row))
    groups: list[tuple[maps.Point, list[str]]] = []
    for cell in sorted(cells.values(), key=lambda cell: -len(cell)):
        (x, y), ids = cell[0][0], [row.id for _, row in cell]
        near = next((ids for at, ids in groups if hypot(at[0] - x, at[1] - y) < maps.NEAR), None)
        if near is None:
            groups.append(((x, y), ids))
        else:
            near += ids
    drawn = maps.draw(found, view).marks
    assert sorted([row.id for row in mark.rows] for mark in drawn) == sorted(ids for _, ids in groups)
    assert all(mark.countries == list(dict.fromkeys(one.country for one in mark.rows if one.country)) for mark in drawn)
