"""How places of event verbs are scored. The sentences are invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from asof.evaluate import run
from asof.evaluate.event_places import FILE, cases


def row(text: str, verb: str, place: str | None, by_token: bool = False) -> dict[str, Any]:
    tokens, at = [], 0
    for k, word in enumerate(text.split()):
        at = text.index(word, at)
        tokens.append({"text": word, "start": at, "end": at + len(word), "id": k})
        at += len(word)
    spans = []
    for label, word in (("VERB", verb), ("LOCATION", place)):
        if word is None:
            continue
        k = text.split().index(word)
        start, end = (k, k) if by_token and label == "LOCATION" else (tokens[k]["start"], tokens[k]["end"])
        spans.append({"label": label, "start": start, "end": end, "token_start": k, "token_end": k})
    return {"text": text, "tokens": tokens, "spans": spans}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASOF_CACHE", str(tmp_path / "cache"))
    rows = [
        row("Gunmen shot two traders in Maiduguri on Monday .", "shot", "Maiduguri", by_token=True),
        row("The army shelled Sumy on Monday .", "shelled", "Sumy"),
        row("The two men quarrelled for hours .", "quarrelled", None),
        row("They fought in Bakhmut and met in Vienna later .", "fought", "Vienna"),
    ]
    with gzip.open(tmp_path / FILE, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one) + "\n" for one in rows)
    return tmp_path


def test_numbers_of_tokens_are_not_taken_for_offsets(folder: Path) -> None:
    first = next(iter(cases(folder / FILE)))
    assert [first.text[slice(*place)] for place in first.places] == ["Maiduguri"]


def test_a_place_is_right_wrong_or_rightly_absent(folder: Path) -> None:
    result = run("event-places", folder)
    overlap = result.counts["all"]["overlap"]
    assert (overlap.right, overlap.found, overlap.wanted) == (2, 3, 3)
    assert result.counts["all"]["right answer"].right == 3
    assert result.shares["no place where there is none"].recall == 1
    assert [(miss.gold, miss.ours) for miss in result.missing] == [("fought: Vienna", "Bakhmut")]
