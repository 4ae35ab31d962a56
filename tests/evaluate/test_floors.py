from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from asof.evaluate import __main__ as command
from asof.evaluate import floors, run
from asof.evaluate.result import Result, Score


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.toml"
    path.write_text('[examples]\n"quotes" = { precision = 0.9, recall = 0.8, f1 = 0.847, gold = 10 }\n', "utf-8")
    monkeypatch.setattr(floors, "FILE", path)
    return path


def reached(right: int) -> Result:
    result = Result("reports")
    result.add("quotes", Score(right, 9, 10))
    return result


def test_a_score_below_its_floor_is_told(pinned: Path) -> None:
    assert list(floors.below("examples", reached(9))) == []
    (line,) = floors.below("examples", reached(7))
    assert line == "examples, quotes: F1 0.737 is below its floor 0.847"
    assert list(floors.below("reports", reached(0))) == []


def test_what_was_measured_is_pinned_and_the_rest_kept(pinned: Path) -> None:
    pinned.write_text(floors.written({"reports": reached(9)}), encoding="utf-8")
    kept = tomllib.loads(pinned.read_text(encoding="utf-8"))
    assert kept["examples"]["quotes"]["f1"] == 0.847
    assert kept["reports"]["quotes"] == {"precision": 1.0, "recall": 0.9, "f1": 0.947, "gold": 10}
    assert "| 17 reports of 3 streams | quote: speaker and content | 10 | 1.00 | 0.90 | 0.95 |" in floors.table()


def test_absent_gold_is_skipped_by_name(
    pinned: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = (floors.Measured("elsewhere", "reports", Path("no/such/folder"), "gold", {}),)
    monkeypatch.setattr(floors, "MEASURED", measured)
    assert command.main([]) == 0
    assert "elsewhere: skipped, no/such/folder is absent" in capsys.readouterr().out


def test_the_bundled_gold_is_scored_and_every_quote_of_it_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASOF_CACHE", str(tmp_path))
    result = run("reports", Path(__file__).parents[2] / "examples")
    assert result.notes == []
    assert "words of the gold are not in the text" not in result.misses()
    assert result.counts["all"]["figures"].wanted == 25


def test_the_page_on_quality_tells_how_its_scores_are_measured() -> None:
    page = (Path(__file__).parents[2] / "docs/QUALITY.md").read_text(encoding="utf-8")
    for kind in ("events", "roles", "event-places"):
        assert f"asof evaluate {kind} " in page
