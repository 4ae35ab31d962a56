"""What holds for every format: hostile text stays text, later reports change no earlier moment, all or nothing."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from asof import intake
from asof.acquire.item import Item
from asof.deciding import correct
from asof.ledger import ConsolidatedIncident
from asof.store import Store
from asof.surface import progress
from asof.surface.cli import main
from asof.surface.export import FORMATS, Options, export, format_of

from ...ledger_store import filled, items
from .conftest import NOON, Run

TABLES = ("csv", "acled", "ucdp", "gdelt", "polecat", "hapi")
HOSTILE = """---
title: =HYPERLINK("http://evil.example","Strike on Gao kills nine")
publisher: "@SUM(1+1)*cmd|' /C calc'!A0"
published: 2026-05-04T11:00:00+00:00
url: https://evil.example/?a=<script>alert(1)</script>
byline: -2+3
---
GAO, Mali, May 4 - A drone strike by the Malian army killed nine people in Gao on Monday, the mayor of \u202eGao\u202c
said.

"=1+1 people died, <script>alert(1)</script>," the mayor said.
"""


# ── hostile text ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("hostile") / "asof.db")
    (taken,) = intake.add(store, [Item("=cmd.txt", HOSTILE.encode())])
    assert taken.fate == "new"
    return store


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_runs_in_a_spreadsheet(hostile: Store, tmp_path: Path, name: str) -> None:
    form = format_of(name)
    out = tmp_path / (f"{name}.csv" if len(form.files) == 1 else name)
    done = export(hostile, name, out)
    wide = "," if form.files[0].endswith(".csv") else "\t"
    quoting = csv.QUOTE_MINIMAL if wide == "," else csv.QUOTE_NONE
    seen = 0
    places = dict(zip(form.files, [out / file for file in form.files] if out.is_dir() else done.files, strict=True))
    for file, path in places.items():
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines, delimiter=wide, quoting=quoting):
                assert len(row) == len(form.columns[file])
                for cell in row:
                    assert "\u202e" not in cell
                    if cell[:1] in {*"=+-@\t\r\n"}:
                        float(cell)  # only a number may begin so
                seen += 1
    assert seen > 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_hostile_text(hostile: Store, tmp_path: Path, name: str) -> None:
    done = export(hostile, name, tmp_path / "out.zip")
    assert sum(done.rows.values()) > 0
    report = json.loads(done.report.read_text(encoding="utf-8"))
    assert report["rows"] == done.rows and report["cannot_say"] == list(format_of(name).silent)


# ── moments ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store in which only the first report has arrived."""
    store = Store.open(tmp_path_factory.mktemp("early") / "asof.db")
    list(intake.add(store, items()[:1]))
    return store


@pytest.mark.parametrize("name", FORMATS)
def test_later_reports_change_nothing_of_an_earlier_moment(run: Run, early: Store, tmp_path: Path, name: str) -> None:
    now = run(name, "now.zip", as_of=NOON)
    export(early, name, tmp_path / "then.zip", None, NOON)
    assert now.read_bytes() == (tmp_path / "then.zip").read_bytes()


def test_incidents_of_a_moment_come_in_the_order_of_what_was_known_then(run: Run) -> None:
    path = run("csv", "tables", as_of="2026-05-05T23:59:59Z")
    with (path / "incidents.csv").open(encoding="utf-8", newline="") as lines:
        found = [(row["start"] or row["first_published"], row["incident_id"]) for row in csv.DictReader(lines)]
    assert len(found) == 3 and found == sorted(found, reverse=True)


# ── masking ──────────────────────────────────────────────────────────────────────────────────────


def test_what_is_masked_is_in_no_format(bundled: Store, tmp_path: Path) -> None:
    from dataclasses import replace

    def nobody(found: ConsolidatedIncident) -> ConsolidatedIncident:
        return replace(found, actors=("masked",), attributed_to=(), denied_by=(), disagreements=(), tolls=())

    for name in ("geojson", "jsonl"):
        out = tmp_path / name
        export(bundled, name, out, options=Options(incident=nobody))
        assert "Malian army" not in out.read_text(encoding="utf-8") and "masked" in out.read_text(encoding="utf-8")


# ── corrections ──────────────────────────────────────────────────────────────────────────────────


def test_what_a_person_corrects_holds_in_every_layout(tmp_path: Path) -> None:
    with filled(tmp_path / "asof.db") as store:
        export(store, "plover", tmp_path / "before.jsonl")
        before = [json.loads(line) for line in (tmp_path / "before.jsonl").read_text(encoding="utf-8").splitlines()]
        (arrest,) = [one for one in _rows(store, tmp_path, "claims") if one["mode"] == "arrest"]
        march, other = [one for one in before if one["event"] == ["PROTEST"]][:2]
        correct(store, march["id"], "status", "rejected", by="Ana", at="2026-06-01T10:00:00Z")
        correct(store, other["id"], "type", "CONSULT", by="Ana", at="2026-06-01T10:00:00Z", note="they met")
        assert {one["claim_id"]: one["value"] for one in _rows(store, tmp_path, "corrections")} == {
            march["id"]: "rejected", other["id"]: "CONSULT",
        }  # fmt: skip
        assert arrest["claim_id"] in {one["claim_id"] for one in _rows(store, tmp_path, "claims")}
        export(store, "plover", tmp_path / "after.jsonl")
        after = [json.loads(line) for line in (tmp_path / "after.jsonl").read_text(encoding="utf-8").splitlines()]
        assert {one["id"] for one in before} - {one["id"] for one in after} == {march["id"]}
        assert next(one["event"] for one in after if one["id"] == other["id"]) == ["CONSULT"]
        done = export(store, "webannotations", tmp_path / "page.jsonld")
        assert march["id"] not in (tmp_path / "page.jsonld").read_text(encoding="utf-8") and done.left_out == 1


def _rows(store: Store, folder: Path, table: str) -> list[dict[str, str]]:
    export(store, "csv", folder / "tables")
    with (folder / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


# ── whole or not at all ──────────────────────────────────────────────────────────────────────────


def test_an_export_that_fails_leaves_what_was_there(bundled: Store, tmp_path: Path) -> None:
    out = tmp_path / "map.geojson"
    out.write_text("what was there before")

    def fail(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(bundled, "geojson", out, options=Options(progress=fail))
    assert out.read_text() == "what was there before" and list(tmp_path.iterdir()) == [out]


def test_the_command(bundled: Store, tmp_path: Path) -> None:
    out = tmp_path / "acled.csv"
    arguments = ["export", "acled", "--store", bundled.where, "--out", str(out)]
    done = CliRunner().invoke(main, [*arguments, "--place", "MLI", "--min-killed", "5"], catch_exceptions=False)
    assert done.exit_code == 0 and done.stdout == ""
    assert "1 in acled.csv" in done.stderr and out.is_file()
    again = CliRunner().invoke(main, [*arguments, "--quiet", "--as-of", NOON, "--since-export", str(out)])
    assert again.exit_code == 0 and again.output == ""
    assert (tmp_path / "acled.csv.deleted.csv").read_text() == "event_id_cnty,deleted_timestamp\n"


def test_a_log_is_told_how_far_it_is(bundled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SPARSE", 0.0)  # seconds between two lines
    out = tmp_path / "map.geojson"
    done = CliRunner().invoke(main, ["export", "geojson", "--store", bundled.where, "--out", str(out)])
    assert done.stderr.splitlines()[:2] == ["1 incidents", "2 incidents"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["excel", "--out", "x"], 2, "excel"),
        (["csv", "--out", "x.csv"], 2, "give a folder"),
        (["geojson", "--out", "x", "--hxl"], 2, "takes no --hxl"),
        (["hapi", "--out", "y.csv", "--since-export", "."], 2, "no ids to compare"),
        (["geojson", "--out", "x", "--as-of", "yesterday"], 2, "no moment"),
    ],
)
def test_wrong_use_is_told(
    bundled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", *arguments, "--store", bundled.where])
    assert done.exit_code == code and words in done.stderr
    assert list(tmp_path.iterdir()) == []
