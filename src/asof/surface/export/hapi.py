"""HDX HAPI's conflict events: sums by month, division and kind, 19 columns, made of the rows of ACLED's layout."""

from __future__ import annotations

import calendar
from contextlib import closing

from . import acled
from .form import Format, Job

COLUMNS = (
    "location_code", "has_hrp", "in_gho", "provider_admin1_name", "provider_admin2_name", "admin1_code", "admin1_name",
    "admin2_code", "admin2_name", "admin_level", "event_type", "events", "fatalities", "reference_period_start",
    "reference_period_end", "dataset_hdx_id", "resource_hdx_id", "warning", "error",
)  # fmt: skip
TAGS = {
    "location_code": "#country+code", "provider_admin1_name": "#adm1+name+provider",
    "provider_admin2_name": "#adm2+name+provider", "admin1_code": "#adm1+code", "admin1_name": "#adm1+name",
    "admin2_code": "#adm2+code", "admin2_name": "#adm2+name", "event_type": "#event+type", "events": "#event+num",
    "fatalities": "#affected+killed", "reference_period_start": "#date+start", "reference_period_end": "#date+end",
}  # fmt: skip
Cell = tuple[str, str, str, str, str]  # country, first- and second-order division, month, kind


def write(job: Job) -> None:
    """One table, in the order of country, division, month and kind. Only the sums are held."""
    sums: dict[Cell, list[int]] = {}
    for row in acled.rows(job):
        country = str(row["country_code"])
        month, dead = str(row["event_date"])[:7], row["fatalities"]
        assert isinstance(dead, int)
        for kind in _kinds(str(row["disorder_type"]), row["civilian_targeting"] is not None):
            key = (country, str(row["admin1"] or ""), str(row["admin2"] or ""), month, kind)
            held = sums.setdefault(key, [0, 0])
            held[0] += 1
            held[1] += dead
    with closing(job.table(NAME, COLUMNS, TAGS)) as table:
        for (country, admin1, admin2, month, kind), (events, dead) in sorted(sums.items()):
            year, number = map(int, month.split("-"))
            level = 2 if admin2 else 1 if admin1 else 0
            last = calendar.monthrange(year, number)[1]
            known: dict[str, str | int | None] = {
                "location_code": country, "provider_admin1_name": admin1 or None,
                "provider_admin2_name": admin2 or None, "admin_level": level, "event_type": kind, "events": events,
                "fatalities": dead, "reference_period_start": f"{month}-01",
                "reference_period_end": f"{month}-{last:02}",
            }  # fmt: skip
            table.write([known.get(name) for name in COLUMNS])
            job.losses.row(NAME)


def _kinds(disorder: str, targeted: bool) -> list[str]:
    """The kinds that an event is counted under: one that targets civilians is political violence too."""
    found = []
    if targeted:
        found.append("civilian_targeting")
    if "Demonstrations" in disorder:
        found.append("demonstration")
    if "Political violence" in disorder:
        found.append("political_violence")
    return found


NAME = "hapi.csv"
FORMAT = Format(
    name="hapi",
    files=(NAME,),
    write=write,
    columns={NAME: COLUMNS},
    silent=(
        "admin1_code, admin2_code and the names that go with them: no P-codes are known, blank; ours are provider_*.",
        "has_hrp, in_gho, dataset_hdx_id, resource_hdx_id, warning, error: HDX gives them, blank.",
        "Strategic developments have no kind in HAPI.",
        "An event that targets civilians counts as civilian_targeting and as political_violence: the kinds overlap.",
    ),
    takes=frozenset({"hxl"}),
)
