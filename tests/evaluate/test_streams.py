"""Scoring of whole streams: an invented one of two reports, from its gold records and as asof reads it."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from asof.errors import WrongUse
from asof.evaluate import floors, run
from asof.evaluate.streams_score import b_cubed, shared
from asof.ledger import Disagreement

HEAD = "---\ntitle: {title}\npublisher: {publisher}\npublished: {published}\n---\n"
FIRST = HEAD.format(title="Five killed in Goma shelling", publisher="Gazette", published="2026-03-10T12:00:00Z") + (
    "GOMA, March 10 - Shells hit a market in Goma on Tuesday, killing five people, the Goma police said.\n"
)
SECOND = HEAD.format(title="Goma toll rises to nine", publisher="Courier", published="2026-03-10T18:00:00Z") + (
    "GOMA, March 10 - The Goma police said nine people had been killed when shells hit a market in Goma on Tuesday.\n"
)


BETWEEN = ("Sudanese army", "Dalo Hospital")


def figure(number: int, quote: str) -> dict[str, Any]:
    return {
        "measure": "killed", "low": number, "high": number, "value": number, "qualifier": None, "unit": "people",
        "part_of": None, "place": "Goma", "as_of": "2026-03-10", "source": "Goma police", "incident": "I1",
        "quote": quote,
    }  # fmt: skip


def report(file: str, number: int, killed: str, hit: str) -> dict[str, Any]:
    event = {
        "type": "ASSAULT", "mode": "heavy-weapons", "status": "occurred", "actors": [], "recipients": [],
        "place": "Goma", "start": "2026-03-10", "end": "2026-03-10", "source": "Goma police",
        "incident": "I1", "quote": hit,
    }  # fmt: skip
    places = [{"name": "Goma", "lat": -1.67, "lon": 29.22, "level": "city"}]
    figures = [figure(number, killed)]
    return {"file": file, "figures": figures, "quotes": [], "events": [event], "places": places, "not_places": []}


@pytest.fixture
def stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASOF_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "goma-shelling"
    folder.mkdir()
    (folder / "01-gazette.txt").write_text(FIRST, encoding="utf-8")
    (folder / "02-courier.txt").write_text(SECOND, encoding="utf-8")
    hit = "hit a market in Goma"
    tolls = [
        {"measure": "killed", "known_at": f"2026-03-10T{hour}:00:00Z", "low": n, "best": n, "high": n}
        for hour, n in (("12", 5), ("18", 9))
    ]
    incident = {
        "id": "I1", "type": "ASSAULT", "place": "Goma", "start": "2026-03-10", "end": "2026-03-10", "actors": [],
        "reports": ["01-gazette.txt", "02-courier.txt"], "claimed_by": [], "denied_by": [], "tolls": tolls,
        "disagreements": [],
    }  # fmt: skip
    reports = [
        report("01-gazette.txt", 5, "killing five people", hit),
        report("02-courier.txt", 9, "nine people had been killed", hit),
    ]
    gold = {
        "stream": folder.name,
        "about": "Invented.",
        "reports": reports,
        "incidents": [incident],
        "not_incidents": [],
    }
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", ["streams", "streams-gold"])
def test_a_stream_that_is_right_scores_full(stream: Path, kind: str) -> None:
    for path in (stream, stream.parent):
        counts = run(kind, path).counts["all"]
        for layer in ("incidents", "links", "links B-cubed", "tolls"):
            assert (layer, counts[layer].f1) == (layer, 1.0)
        assert counts["tolls"].wanted == 2


def test_a_wrong_gold_is_told_with_its_figures(stream: Path) -> None:
    path = stream / "gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    gold["incidents"][0]["tolls"][1]["best"] = 14
    gold["incidents"][0]["disagreements"] = ["Killed: the police say nine, the army 14."]
    path.write_text(json.dumps(gold), encoding="utf-8")
    result = run("streams-gold", stream)
    assert result.counts["all"]["tolls"].right == 1
    assert "I1 killed 2026-03-10T18:00:00Z (9, 14, 9)" in result.misses("tolls")
    assert "(9, 9, 9) by nearest@1" in result.misses("tolls")
    assert result.counts["all"]["disagreements"].wanted == 1


def test_a_folder_without_streams_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"no gold\.json"):
        run("streams", tmp_path)


def test_b_cubed_counts_what_we_do_not_have() -> None:
    wanted = {("a", "I"): "I", ("b", "I"): "I"}
    assert b_cubed(wanted, {("a", "I"): "x", ("b", "I"): "x"}, Counter(x=2)).f1 == 1
    missed = b_cubed(wanted, {("a", "I"): "x"}, Counter(x=1))
    assert missed.f1 == pytest.approx(2 * 0.5 * 0.25 / 0.75)


def test_what_two_lines_have_in_common() -> None:
    ours = Disagreement("Killed: Sudanese army says 34; Dalo Hospital says nine.", BETWEEN, None, "killed")
    assert shared("Death toll: the army says 34, the hospital 9.", ours) == 4  # army, 34, hospital, 9
    assert shared("Death toll: M23 says 31.", ours) == 0


def test_with_the_gold_records_the_tolls_beside_the_checkout_come_out_right(monkeypatch: pytest.MonkeyPatch) -> None:
    if not (floors.SHARED / "reports").exists():
        pytest.skip(f"{floors.SHARED / 'reports'} is absent: its gold is measured only where it lies")
    if "ASOF_CACHE" not in os.environ:
        monkeypatch.setenv("ASOF_CACHE", ".cache/parse")
    counts = run("streams-gold", floors.SHARED / "reports").counts["all"]
    # Whom a spokeswoman speaks for is read by us, so this is looser than the floor that `make eval` holds.
    assert counts["tolls"].f1 > 0.9 and counts["links"].precision > 0.95
