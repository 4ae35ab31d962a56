"""POLECAT's table and PLOVER's records."""

from __future__ import annotations

import json
from pathlib import Path

from asof.store import Store
from asof.surface.export import plover, polecat

from .conftest import Run


def test_polecat(run: Run) -> None:
    path = run("polecat", "polecat.txt")
    header, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    assert tuple(header.split("\t")) == polecat.COLUMNS
    rows = [dict(zip(polecat.COLUMNS, line.split("\t"), strict=True)) for line in lines]
    strike = rows[-1]
    assert strike["Event ID"].startswith("20260504-1100-") and strike["Event ID"].endswith("_ASSAULT_drone")
    assert (strike["Quad Code"], strike["Intensity"]) == ("MATERIAL CONFLICT", "-9.5")
    assert (strike["Actor Name"], strike["Actor COW"], strike["Primary Recipient Sector"]) == (
        "Malian army",
        "432",
        "CVL",
    )
    assert (strike["City"], strike["GeoNames ID"], strike["Feature Type"]) == ("Barouéli", "2460278", "")
    assert strike["Story Organizations"] == "Barouéli hospital" and strike["Version"].startswith("asof@")
    assert list(polecat.ids(path)) == [row["Event ID"] for row in rows]


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_plover(run: Run, bundled: Store) -> None:
    found = records(run("plover", "plover.jsonl"))
    assert found and all(
        {"id", "date", "actor", "recipient", "event"} <= one.keys() <= set(plover.FIELDS) for one in found
    )
    strike = next(one for one in found if one.get("mode") == ["drone"])
    assert strike["event"] == ["ASSAULT"] and strike["quad_code"] == 4 and strike["event_scale"] == -9.5
    assert strike["recipient"] == [{"code": "CVL", "sector": "CVL", "entity_text": "people"}]
    assert strike["size"] == {"dead": 8, "injured": 21}
    location = strike["event_loc"]
    assert isinstance(location, dict) and location["geonameid"] == 2460278 and location["resolution"] == 4
    with bundled.reading() as shelf:
        for one in found:
            where = one["text_info"]
            assert isinstance(where, dict) and isinstance(one["event_text"], list)
            record = shelf.record(str(where["text_story"]))
            assert (
                record is not None and record.text[where["start"] : where["end"]] == one["text"] == one["event_text"][0]
            )


def test_what_was_denied_is_no_record(run: Run) -> None:
    path = run("plover", "plover.jsonl")
    report = json.loads(path.with_name("plover.jsonl.report.json").read_text())
    assert sum(one["count"] for one in report["left_out"] if one["reason"].startswith("negated")) == 2
