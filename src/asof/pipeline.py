"""The flow on one screen: bytes → document → grammar → annotations → claims → record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from . import registry
from .annotate import parse
from .model import Document, Record
from .reading import Reading
from .registry import Component


@lru_cache(maxsize=1)
def producer() -> str:
    """Name and version of what makes the records."""
    try:
        return f"asof@{version('asof')}"
    except PackageNotFoundError:  # run from a tree that was never installed
        return "asof@0"


@lru_cache(maxsize=4)
def default_components(codebook: str = "plover") -> tuple[Component, ...]:
    """All of asof's own components and those of installed plug-ins, checked, made once per process and codebook."""
    made = tuple(registry.component(name, codebook) for name in registry.names())
    registry.check(made)
    return made


def annotate(reading: Reading, components: Sequence[Component]) -> Reading:
    """Run the components over one reading, attaching what each provides. Only here are readings changed."""
    for item in components:
        for field, values in item(reading).items():
            if field != "skipped" and field not in item.provides:
                raise TypeError(f"component {item.name!r} returned {field!r}, which it does not declare")
            setattr(reading, field, reading.skipped + values if field == "skipped" else values)
    return reading


def record(reading: Reading, components: Sequence[Component]) -> Record:
    """The record of a finished reading."""
    return Record(
        report=reading.document.report,
        text=reading.document.text,
        events=reading.events,
        figures=reading.figures,
        quotes=tuple(quote for quote in reading.quotes if quote.level == "statement"),
        places=reading.places,
        times=reading.times,
        actors=reading.actors,
        incidents=reading.incidents,
        skipped=reading.document.skipped + reading.skipped,
        producer=producer(),
        components=(f"{parse.NAME}@{parse.VERSION} ({parse.MODEL})", *(f"{c.name}@{c.version}" for c in components)),
    )


def read_documents(documents: Iterable[Document], components: Sequence[Component] | None = None) -> Iterator[Record]:
    """Records of documents, in order; parsed in batches."""
    chosen = default_components() if components is None else components
    for reading in parse.parse_all(documents):
        yield record(annotate(reading, chosen), chosen)
