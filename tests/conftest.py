"""What many tests share: the bundled examples, parsed once a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from asof import acquire, pipeline
from asof.annotate import parse
from asof.model import Document, Record, Span
from asof.reading import Reading
from asof.store import Store

from .ledger_store import filled

ROOT = Path(__file__).parents[1]
# A busy machine is no fault of an example: how long one takes says nothing here.
settings.register_profile("asof", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("asof")
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


class Examples:
    """The bundled reports as if read from the repository's root; a fresh reading of one costs no second parse."""

    def __init__(self) -> None:
        documents = [acquire.acquire(p.read_bytes(), file=p.relative_to(ROOT).as_posix()) for p in EXAMPLES]
        self._analysed = list(parse.analyse(documents))

    def readings(self) -> list[Reading]:
        return [parse.reading(doc, document) for doc, document in self._analysed]

    def records(self) -> list[Record]:
        components = pipeline.default_components()
        return [pipeline.record(pipeline.annotate(reading, components), components) for reading in self.readings()]


@pytest.fixture(scope="session")
def examples() -> Examples:
    return Examples()


@pytest.fixture(scope="session")
def example_records(examples: Examples) -> list[Record]:
    return examples.records()


@pytest.fixture(scope="session")
def stream_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled stream of a market strike and a march in a store, read once. Not to be written to."""
    path = tmp_path_factory.mktemp("stream") / "asof.db"
    filled(path).close()
    return path


@pytest.fixture
def stream_copy(stream_file: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(stream_file, tmp_path / "asof.db"))


@pytest.fixture
def stream_store(stream_copy: Path) -> Iterator[Store]:
    with Store.open(stream_copy) as found:
        yield found


def spans_in(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a value of the model."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value) and not isinstance(value, (type, Document)):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from spans_in(item)
