"""The store of the bundled stream, read once for all exports, and how a test runs one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from asof.store import IncidentFilter, Store
from asof.surface.export import Exported, Options, export

from ...ledger_store import filled

NOON = "2026-05-04T12:00:00Z"
Write = Callable[..., Path]


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of the five reports of examples/baroueli."""
    with filled(tmp_path_factory.mktemp("export") / "asof.db") as store:
        yield store


class Run:
    """Exports of one store into one folder; the last one's result stays at hand."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.done: Exported | None = None

    def __call__(
        self, name: str, out: str, wanted: IncidentFilter | None = None, as_of: str | None = None, **options: Any
    ) -> Path:
        place = self.folder / out
        self.done = export(self.store, name, place, wanted, as_of, Options(**options))
        return place


@pytest.fixture
def run(bundled: Store, tmp_path: Path) -> Run:
    return Run(bundled, tmp_path)
