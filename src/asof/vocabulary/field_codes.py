"""Codes of the field's data sets: of states, of actors' sectors, of ACLED's events; Goldstein's scale.

Tables beside this file, with their sources and what was decided in their heads. What a table does not have is null.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# ACLED's actor types: the number of the older layout, and today's words.
INTERS = {
    1: "State forces", 2: "Rebel group", 3: "Political militia", 4: "Identity militia", 5: "Rioters", 6: "Protesters",
    7: "Civilians", 8: "External/Other forces",
}  # fmt: skip
# UCDP's regions are ranges of Gleditsch and Ward's numbers.
UCDP_REGIONS = ((2, 199, "Americas"), (200, 399, "Europe"), (400, 626, "Africa"), (630, 698, "Middle East"),
                (700, 999, "Asia"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """What data sets call a state or territory."""

    iso3: str
    iso2: str
    iso_numeric: int | None
    fips: str | None
    gw: int | None
    cow: int | None
    cameo: str
    acled_region: str | None
    acled_name: str | None
    ucdp_name: str | None

    @property
    def ucdp_region(self) -> str | None:
        """UCDP's region of a state; null for what is no state to it."""
        return next((name for low, high, name in UCDP_REGIONS if self.gw is not None and low <= self.gw <= high), None)


@dataclass(frozen=True, slots=True)
class SectorCodes:
    """What data sets make of a sector. `home`, `abroad`: ACLED's type; `side`: state, group, civilians, or null."""

    cameo: str | None
    home: int
    abroad: int
    side: str | None


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


@lru_cache(maxsize=1)
def countries() -> dict[str, CountryCodes]:
    """States and territories by ISO 3166 alpha-3."""
    return {
        row["iso3"]: CountryCodes(
            row["iso3"],
            row["iso2"],
            int(row["iso_numeric"]) if row["iso_numeric"] else None,
            row["fips"] or None,
            int(row["gw"]) if row["gw"] else None,
            int(row["cow"]) if row["cow"] else None,
            row["cameo"],
            row["acled_region"] or None,
            row["acled_name"] or None,
            row["ucdp_name"] or None,
        )
        for row in _rows("country_codes.tsv")
    }


@lru_cache(maxsize=1)
def sectors() -> dict[str, SectorCodes]:
    """PLOVER's sectors."""
    return {
        row["sector"]: SectorCodes(
            row["cameo"] or None, int(row["acled_home"]), int(row["acled_abroad"]), row["side"] or None
        )
        for row in _rows("sector_codes.tsv")
    }


@lru_cache(maxsize=1)
def disorder_types() -> dict[str, str]:
    """ACLED's disorder type by sub-event type."""
    return {row["sub_event_type"]: row["disorder_type"] for row in _rows("acled_events.tsv")}


@lru_cache(maxsize=1)
def _scale() -> dict[str, float]:
    return {row["cameo"]: float(row["scale"]) for row in _rows("goldstein.tsv")}


def goldstein(cameo: str) -> float | None:
    """Goldstein's value of a CAMEO code: its own, or that of the code above it."""
    found = _scale()
    return next((found[cameo[:k]] for k in range(len(cameo), 1, -1) if cameo[:k] in found), None)
