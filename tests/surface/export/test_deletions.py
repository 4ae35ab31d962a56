"""What an earlier export had and the new one has not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.store import IncidentFilter
from asof.surface.export import FORMATS, format_of

from .conftest import Run

WITH_IDS = [name for name in FORMATS if format_of(name).ids is not None]


def deleted(path: Path | None) -> list[list[str]]:
    assert path is not None
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


@pytest.mark.parametrize("name", WITH_IDS)
def test_what_is_gone_is_told_by_its_id(run: Run, name: str) -> None:
    old = run(name, "old.zip", IncidentFilter(mode="drone"))
    new = run(name, "new.zip", IncidentFilter(type="PROTEST"), since=old)
    assert run.done is not None and run.done.deleted == new.with_name("new.zip.deleted.csv")
    header, *gone = deleted(run.done.deleted)
    assert tuple(header) == format_of(name).deleted and gone and len(gone) == run.done.gone
    again = run(name, "again.zip", IncidentFilter(mode="drone"), since=old)
    assert again.is_file() and run.done.gone == 0


def test_a_folder_and_a_file_can_be_compared_with(run: Run) -> None:
    folder = run("csv", "old")
    run("csv", "new", IncidentFilter(mode="drone"), since=folder)
    assert run.done is not None and run.done.gone == 2
    file = run("geojson", "old.geojson")
    run("geojson", "new.geojson", IncidentFilter(mode="drone"), since=file)
    assert run.done is not None and run.done.gone == 2


def test_something_else_is_no_earlier_export(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text("nothing of the kind\n")
    with pytest.raises(WrongUse, match="no export in the format jsonl"):
        run("jsonl", "new.jsonl", since=other)
    assert not (tmp_path / "new.jsonl").exists()
