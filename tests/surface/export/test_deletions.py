"""What an earlier export had and the new one has not."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
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


WRONG = {
    "no header": b"nothing of the kind\n",
    "a list": b"[]\n",
    "a list of lists": b"[[1, 2]]\n",
    "other objects": b'{"type": "FeatureCollection", "features": [{"type": "Feature"}], "items": [{}]}\n',
    "no text": b"\xff\xfe\x00",
}


def fail(_done: int) -> None:
    raise AssertionError("the export was begun")


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("name", WITH_IDS)
def test_what_is_no_earlier_export_is_told_before_anything_is_written(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    other = tmp_path / "other"
    other.write_bytes(content)
    with pytest.raises(WrongUse, match=f"no export in the format {name}"):
        run(name, "new.zip", since=other, progress=fail)
    assert list(tmp_path.iterdir()) == [other]


def test_a_table_without_the_ids_is_no_earlier_export(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.parquet"
    pq.write_table(pa.table({"something": ["else"]}), other)
    with pytest.raises(WrongUse, match="no export in the format parquet"):
        run("parquet", "new.zip", since=other)
    folder = run("csv", "tables")
    with pytest.raises(WrongUse, match="it has no column incident_id"):
        run("csv", "new", since=folder / "quotes.csv")
    (folder / "incidents.csv").write_text("type,incident_id\nASSAULT\n")
    with pytest.raises(WrongUse, match="a row ends before incident_id"):
        run("csv", "new", since=folder)


@pytest.mark.parametrize(("name", "indent"), [("geojson", None), ("geojson", 2), ("webannotations", 1)])
def test_what_another_tool_saved_has_its_ids(run: Run, tmp_path: Path, name: str, indent: int | None) -> None:
    old = run(name, "old")
    run(name, "new", IncidentFilter(mode="drone"), since=old)
    assert run.done is not None and run.done.gone > 0
    gone = deleted(run.done.deleted)
    old.write_text(json.dumps(json.loads(old.read_text(encoding="utf-8")), indent=indent, separators=(" ,", " : ")))
    run(name, "new", IncidentFilter(mode="drone"), since=old)
    assert deleted(run.done.deleted) == gone


def test_half_a_file_is_no_earlier_export(run: Run) -> None:
    old = run("geojson", "old")
    old.write_text("".join(old.read_text(encoding="utf-8").splitlines(keepends=True)[:2]))
    with pytest.raises(WrongUse, match="it breaks off"):
        run("geojson", "new", since=old)
