"""Commands for a review by several people, and for web hooks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asof import deciding, reviewing
from asof.evaluate import reports
from asof.store import Store
from asof.surface.cli import main
from tests.acquire.server import serving
from tests.ledger_store import FILES

AT = "2026-05-06T08:00:00Z"


@pytest.fixture
def where(stream_copy: Path) -> str:
    return str(stream_copy)


def run(where: str, *given: str) -> Result:
    return CliRunner().invoke(main, [*given, "--store", where])


def accept(where: str, *coders: str, reports: int = 5) -> None:
    """Have coders say that all of the first so many reports is right."""
    with Store.open(where) as store:
        with store.reading() as shelf:
            records = [shelf.record(kept.sha256) for kept in shelf.reports(limit=reports)]
        for coder in coders:
            for record in records:
                assert record is not None
                for _, claim in reviewing.claims_of(record):
                    deciding.correct(store, claim.id, None, None, coder, AT)


def test_a_sample_has_a_name_that_agreement_takes(where: str) -> None:
    name = run(where, "sample", "--size", "5").stdout.strip()
    assert name.startswith("5-1-")
    accept(where, "ada", "ben")
    found = run(where, "agreement", "ada", "ben", "--sample", name)
    assert found.exit_code == 0 and "the same in 100%" in found.stdout


def test_agreement_tells_what_two_coders_said(where: str) -> None:
    accept(where, "ada", "ben")
    assert run(where, "agreement").stdout.split() == ["ada", "ben"]
    lines = [json.loads(line) for line in run(where, "agreement", "ada", "ben", "--format", "json").stdout.splitlines()]
    assert {"about": "figures value", "alpha": 1.0, "level": "interval"}.items() <= next(
        one for one in lines if one["about"] == "figures value"
    ).items()
    assert run(where, "agreement", "ada").exit_code == 2
    assert "nothing that both" in run(where, "agreement", "ada", "cleo").stderr


def test_reviewed_reports_are_gold_that_is_scored_against(where: str, tmp_path: Path) -> None:
    accept(where, "ada", reports=3)
    out = tmp_path / "gold"
    assert "3 reviewed reports" in run(where, "gold", "--out", str(out)).stderr
    made = json.loads((out / "gold.json").read_text(encoding="utf-8"))
    assert made["reviewed"] == ["figures", "events"] and len(made["reports"]) == 3
    assert {(out / one["file"]).read_bytes() for one in made["reports"]} <= {path.read_bytes() for path in FILES}
    result = reports.evaluate(out)
    assert {result.counts["all"][layer].f1 for layer in ("figures", "events", "incident links")} == {1.0}
    assert run(where, "gold", "--out", str(out)).exit_code == 2, "a folder that is in use is left alone"


# ── hooks ────────────────────────────────────────────────────────────────────────────────────────


def test_what_asof_add_adds_is_told(tmp_path: Path) -> None:
    where = str(tmp_path / "new.db")
    Store.open(where).close()
    with serving() as site:
        site.put("/hook", "taken")
        added = run(where, "hooks", "add", site.url("/hook"), "--type", "assault", "--allow-private")
        assert added.stdout.startswith("whsec_") and "hook 1" in added.stderr
        assert CliRunner().invoke(main, ["add", str(FILES[0]), "--store", where, "--quiet"]).exit_code == 0
        assert site.paths() == ["/hook"]
        assert "told" in run(where, "hooks", "list").stdout
    shown = json.loads(run(where, "hooks", "list", "--format", "json").stdout)
    assert shown["wanted"] == {"type": "ASSAULT"} and shown["queued"] == 0 and "secret" not in shown
    assert run(where, "hooks", "remove", "1").exit_code == 0 and run(where, "hooks", "remove", "1").exit_code == 7


def test_who_is_not_there_is_told_later(tmp_path: Path) -> None:
    where = str(tmp_path / "new.db")
    Store.open(where).close()
    with serving() as site:
        run(where, "hooks", "add", site.url("/hook"), "--allow-private")
        added = CliRunner().invoke(main, ["add", str(FILES[0]), "--store", where, "--quiet"])
        assert added.exit_code == 0 and "404" in added.stderr and "tried again later" in added.stderr
        assert "not taken 1 time" in run(where, "hooks", "list").stdout
        assert run(where, "hooks", "deliver").exit_code == 3
        site.put("/hook", "taken")
        assert run(where, "hooks", "deliver").exit_code == 0
    assert "to tell" not in run(where, "hooks", "list").stdout
