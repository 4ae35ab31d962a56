"""CAMEO classes: sentences sorted by the event of their main clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.evaluate import run


def test_a_sentence_has_the_class_of_its_main_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASOF_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "cameo_class" / "train.tsv"
    file.parent.mkdir()
    file.write_text(
        "The army shelled the town of Bara on Monday.\t4\n"
        "The minister condemned the shelling of Bara.\t3\n"
        "The harvest was good this year.\t0\n"
        "Norway sent tents to Chad.\t1\n",  # wrong on purpose: aid is material cooperation
        encoding="utf-8",
    )
    result = run("types", tmp_path)
    assert result.scores()["material conflict.f1"] == 1.0
    assert result.scores()["verbal conflict.f1"] == 1.0
    assert result.scores()["statement.f1"] == 1.0
    assert [(miss.gold, miss.ours.partition(" (")[0]) for miss in result.missing] == [
        ("verbal cooperation", "material cooperation")
    ]
    assert "4 sentences" in result.notes[-1]


def test_a_file_of_another_shape_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "train.tsv"
    file.write_text("The army shelled the town.\tfour\n", encoding="utf-8")
    with pytest.raises(WrongUse, match=r"line 1"):
        run("types", tmp_path)
