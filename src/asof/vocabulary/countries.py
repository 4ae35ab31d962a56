"""The codes of states by their names, for filters: "Mali", "Republic of Mali" and "MLI" are one country.

Does not take a capital or a people for its state, as the registry of actors does.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from .actors.folding import slug

TABLE = Path(__file__).parent / "actors" / "states.tsv"


def code_of(name: str) -> str | None:
    """The ISO 3166 alpha-3 code of the state with this name or alias; null where none has it."""
    return _codes().get(slug(name))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    found = {slug(alias): row["iso3"] for row in rows for alias in (row["aliases"] or "").split("|") if alias}
    return found | {slug(row["name"]): row["iso3"] for row in rows}
