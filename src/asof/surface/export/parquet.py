"""Tidy tables as Parquet: the columns of the CSV, with kinds; several values are lists; no clock goes in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from .cells import Cell
from .form import Format, Job
from .tables import TABLES, Table
from .tidy import COLUMNS, SILENT, fill

GROUP = 20_000  # rows in memory of each table; a row group of the file
KINDS: dict[str, Any] = {
    "text": pa.string(), "number": pa.int64(), "real": pa.float64(), "yes": pa.bool_(), "texts": pa.list_(pa.string()),
}  # fmt: skip


class _File:
    """One table, written a group of rows at a time."""

    def __init__(self, path: Path, table: Table, producer: str) -> None:
        fields = [pa.field(column.name, KINDS[column.kind]) for column in table.columns]
        self.schema = pa.schema(fields, metadata={"producer": producer})
        self.writer = pq.ParquetWriter(path, self.schema, compression="zstd")
        self.rows: list[list[Any]] = []

    def write(self, row: list[Cell]) -> None:
        self.rows.append([_encodable(value) for value in row])
        if len(self.rows) >= GROUP:
            self.flush()

    def flush(self) -> None:
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.schema)
        arrays = [pa.array(held, type=field.type) for held, field in zip(columns, self.schema, strict=True)]
        self.writer.write_table(pa.Table.from_arrays(arrays, schema=self.schema))
        self.rows.clear()

    def close(self) -> None:
        self.flush()
        self.writer.close()


def _encodable(value: Cell) -> Any:
    """A lone surrogate has no UTF-8: it becomes the replacement character."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if not value.isascii() else value
    return [_encodable(one) for one in value] if isinstance(value, (tuple, list)) else value


def write(job: Job) -> None:
    """All tables side by side."""
    fill(job, lambda table: _File(job.sink.path(f"{table.name}.parquet"), table, job.producer))


def ids(path: Path) -> Iterator[str]:
    """The ids of the incidents in an earlier export."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(columns=["incident_id"]):
            yield from batch.column("incident_id").to_pylist()


FORMAT = Format(
    name="parquet",
    files=tuple(f"{name}.parquet" for name in TABLES),
    write=write,
    columns={f"{name}.parquet": columns for name, columns in COLUMNS.items()},
    silent=SILENT,
    ids=ids,
)
