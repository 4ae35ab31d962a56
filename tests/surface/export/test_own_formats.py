"""Tidy tables, JSON lines and GeoJSON: read back, complete, the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import json
import zipfile
from pathlib import Path

import pyogrio
import pytest

from asof import ask
from asof.errors import WrongUse
from asof.ledger import ConsolidatedIncident
from asof.model import Record
from asof.store import IncidentFilter, Store
from asof.surface.export import FORMATS, format_of
from asof.surface.export.jsonl import read
from asof.surface.export.tables import TABLES

from .conftest import NOON, Run


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_format_is_a_module_that_says_what_it_is() -> None:
    for name in FORMATS:
        form = format_of(name)
        assert form.name == name and form.files
    with pytest.raises(WrongUse, match="Formats: csv"):
        format_of("excel")


# ── tidy tables ──────────────────────────────────────────────────────────────────────────────────


def test_tables_fit_together(run: Run) -> None:
    folder = run("csv", "tables")
    found = {name: rows(folder / f"{name}.csv") for name in TABLES}
    incidents = {row["incident_id"] for row in found["incidents"]}
    reports = {row["report_id"] for row in found["reports"]}
    claims = {row["claim_id"]: row for row in found["claims"]}
    assert len(incidents) == 3 and len(reports) == 5
    assert {row["incident_id"] for row in found["tolls"]} <= incidents
    assert {row["claim_id"] for row in found["toll_figures"]} <= claims.keys()
    assert {row["incident_id"] for row in claims.values()} <= incidents | {""}
    assert {row["report_id"] for row in (*claims.values(), *found["quotes"])} <= reports
    strike = next(row for row in found["incidents"] if row["mode"] == "drone")
    assert (strike["killed_low"], strike["killed_best"], strike["killed_high"]) == ("8", "8", "15")
    assert strike["longitude"] == "-6.8312" and strike["missing_best"] == ""


def test_words_of_a_claim_stand_where_it_says(run: Run, bundled: Store) -> None:
    folder = run("csv", "tables")
    with bundled.reading() as shelf:
        for row in rows(folder / "claims.csv"):
            record = shelf.record(row["report_id"])
            assert record is not None
            assert record.text[int(row["quote_start"]) : int(row["quote_end"])] == row["quote"]


def test_a_filter_keeps_the_reports_that_tell_of_what_is_left(run: Run) -> None:
    folder = run("csv", "tables", IncidentFilter(mode="drone"))
    assert len(rows(folder / "incidents.csv")) == 1 and len(rows(folder / "reports.csv")) == 4


def test_a_row_of_hashtags(run: Run) -> None:
    folder = run("csv", "tables", hxl=True)
    first = rows(folder / "incidents.csv")[0]
    assert first["killed_best"] == "#affected+killed" and first["killed_low"] == "#affected+killed+min"
    assert all(tag == "" or tag.startswith("#") for tag in first.values())


def test_a_zip_holds_the_same_tables(run: Run) -> None:
    folder, packed = run("csv", "tables"), run("csv", "tables.zip")
    with zipfile.ZipFile(packed) as archive:
        assert archive.namelist() == [f"{name}.csv" for name in TABLES]
        for name in archive.namelist():
            assert archive.read(name) == (folder / name).read_bytes()


def test_several_tables_are_no_single_file(run: Run) -> None:
    with pytest.raises(WrongUse, match="give a folder"):
        run("csv", "tables.csv")
    assert list(run.folder.iterdir()) == []


# ── JSON lines ───────────────────────────────────────────────────────────────────────────────────


def test_json_lines_give_back_what_the_store_holds(run: Run, bundled: Store) -> None:
    with run("jsonl", "all.jsonl", records=True).open(encoding="utf-8") as lines:
        back = list(read(lines))
    with bundled.reading() as shelf:
        assert [one for one in back if isinstance(one, ConsolidatedIncident)] == list(
            ask.every(shelf, IncidentFilter())
        )
        records = [shelf.record(kept.sha256) for kept in shelf.reports()]
    assert [one for one in back if isinstance(one, Record)] == records and len(records) == 5


def test_json_lines_as_of_noon(run: Run, bundled: Store) -> None:
    with run("jsonl", "noon.jsonl", as_of=NOON).open(encoding="utf-8") as lines:
        (found,) = read(lines)
    assert isinstance(found, ConsolidatedIncident) and found.as_of == NOON
    with bundled.reading() as shelf:
        assert found == ask.incident(shelf, found.id, NOON)


# ── GeoJSON ──────────────────────────────────────────────────────────────────────────────────────


def test_a_gis_library_reads_the_points(run: Run) -> None:
    path = run("geojson", "map.geojson")
    about, _, points, fields = pyogrio.raw.read(path)
    named = dict(zip(about["fields"], fields, strict=True))
    assert about["geometry_type"] == "Point" and len(points) == 3
    assert set(named["incident_id"]) == {one["id"] for one in json.loads(path.read_text())["features"]}
    assert [best for best in named["killed_best"].tolist() if best == best] == [8.0]  # the others are not a number
    assert pyogrio.read_bounds(path)[1].min() >= -12 and pyogrio.read_bounds(path)[1].max() <= 15


# ── the same each time ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("as_of", [None, NOON])
def test_the_same_question_gives_the_same_bytes(run: Run, name: str, as_of: str | None) -> None:
    first, second = run(name, "a.zip", as_of=as_of), run(name, "b.zip", as_of=as_of)
    assert first.read_bytes() == second.read_bytes()
    reports = [json.loads(path.with_name(f"{path.name}.report.json").read_text()) for path in (first, second)]
    digest = hashlib.sha256(first.read_bytes()).hexdigest()
    assert [one.pop("files")[0]["sha256"] for one in reports] == [digest, digest]
    assert reports[0] == reports[1] and reports[0]["producer"].startswith("asof@")
