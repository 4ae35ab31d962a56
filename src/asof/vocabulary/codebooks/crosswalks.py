"""PLOVER to and from CAMEO, and to ACLED's event and sub-event types: tables, with what was decided in their heads."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from . import FOLDER


@dataclass(frozen=True, slots=True)
class Cameo:
    """A CAMEO code: its quad class (1-4), and the PLOVER type and mode that it means (null where none does)."""

    code: str
    label: str
    quad: int
    type: str | None
    mode: str | None


@dataclass(frozen=True, slots=True)
class Acled:
    """ACLED's event and sub-event type."""

    event_type: str
    sub_event_type: str


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / "plover" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


@lru_cache(maxsize=1)
def cameo_codes() -> dict[str, Cameo]:
    """Every code of the table."""
    return {
        row["cameo"]: Cameo(row["cameo"], row["label"], int(row["quad"]), row["plover"] or None, row["mode"] or None)
        for row in _rows("from_cameo.tsv")
    }


def from_cameo(code: str) -> Cameo | None:
    """What a CAMEO code means; a finer one than the table's is what its first digits are. Null for no CAMEO code."""
    codes = cameo_codes()
    return next((codes[code[:k]] for k in range(len(code), 1, -1) if code[:k] in codes), None)


@lru_cache(maxsize=1)
def _to_cameo() -> dict[tuple[str, str], str]:
    return {(row["plover"], row["mode"]): row["cameo"] for row in _rows("to_cameo.tsv")}


def to_cameo(type_: str, mode: str | None = None) -> str | None:
    """The CAMEO code for a PLOVER type and mode, the leading zero kept; null for a type that is not PLOVER's."""
    table = _to_cameo()
    return table.get((type_, mode or "")) or table.get((type_, ""))


@lru_cache(maxsize=1)
def _to_acled() -> tuple[tuple[str, str, frozenset[str], Acled], ...]:
    return tuple(
        (row["plover"], row["mode"], frozenset(row["facts"].split()), Acled(row["event_type"], row["sub_event_type"]))
        for row in _rows("to_acled.tsv")
    )


@lru_cache(maxsize=1)
def acled_facts() -> frozenset[str]:
    """The facts that the table of ACLED asks for."""
    return frozenset(fact for _, _, facts, _ in _to_acled() for fact in facts)


def to_acled(type_: str, mode: str | None = None, facts: Collection[str] = ()) -> Acled | None:
    """ACLED's type for a PLOVER type and mode and what else is known; null where ACLED would have no row."""
    unknown = sorted(set(facts) - acled_facts())
    if unknown:
        raise ValueError(f"unknown facts: {', '.join(unknown)}. Known: {', '.join(sorted(acled_facts()))}.")
    given = set(facts)
    return next(
        (
            found
            for plover, by, needed, found in _to_acled()
            if plover == type_ and by in ("*", mode) and needed <= given
        ),
        None,
    )
