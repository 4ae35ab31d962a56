"""UCDP GED's layout: 49 columns, comma-separated, one row an incident; best, high and low in this order.

Only what UCDP would count: violence that happened, by an organised party, with at least one death in best, high or low.
Its conflicts, dyads and parties have numbers that UCDP gives: they are blank here, and never made up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from math import floor
from pathlib import Path

from . import deaths, earlier, places
from .cells import Cell
from .days import Days, days
from .form import Format, Job
from .parties import Party, parties
from .source import Case

COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id
    region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high
    low gwnoa gwnob""".split()
)
TAGS = {
    "year": "#date+year", "side_a": "#group+name+first", "side_b": "#group+name+second",
    "source_article": "#meta+source",
    "source_headline": "#description", "where_coordinates": "#loc+name", "adm_1": "#adm1+name", "adm_2": "#adm2+name",
    "latitude": "#geo+lat", "longitude": "#geo+lon", "country": "#country+name", "region": "#region+name",
    "date_start": "#date+start", "date_end": "#date+end", "best": "#affected+killed", "high": "#affected+killed+max",
    "low": "#affected+killed+min",
}  # fmt: skip
VIOLENT = frozenset({"ASSAULT", "COERCE", "PROTEST"})
# The days that date_prec 1 to 4 reach; 5 is anything up to a year, and coarser is left out.
DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
CIVILIANS = "Civilians"


def write(job: Job) -> None:
    """One table."""
    with closing(job.table(NAME, COLUMNS, TAGS)) as table:
        for row in rows(job):
            table.write([row.get(name) for name in COLUMNS])
            job.losses.row(NAME)


def rows(job: Job) -> Iterator[dict[str, Cell]]:
    """The rows of all incidents that UCDP would count."""
    for case in job.source.cases():
        found = _row(job, case)
        if isinstance(found, str):
            job.losses.left_out(found, case.incident.id)
        else:
            yield found


def _row(job: Job, case: Case) -> dict[str, Cell] | str:
    """The row of an incident, or why it has none."""
    found, when, where = case.incident, days(case), places.where(case)
    if found.status == "planned":
        return "planned: it has not happened"
    if found.type not in VIOLENT:
        return "no violence"
    conflict = _conflict(case)
    if conflict is None:
        return "no organised party is known, or not against whom"
    violence, one, two = conflict
    dead = deaths.deaths(found, _side(one), _side(two))
    if dead is None:
        return "no death is told"
    if when is None or (precision := _date_prec(when)) is None:
        return "the time is not known to a year"
    if found.country is None or where.ucdp is None:
        return "no country is known"
    job.losses.disputed(found)
    if dead.best is None:
        job.losses.by_convention("best and its parts blank: only bounds are told", found.id)
    elif (dead.high or 0) == dead.best and _open(case):
        job.losses.by_convention("high is best: no upper bound is told", found.id)
    return {
        **_sources(case),
        **_place(case, where),
        "id": int(hashlib.sha256(found.id.encode()).hexdigest()[:12], 16),
        "year": when.first.year,
        "type_of_violence": violence,
        "dyad_name": f"{_name(one)} - {_name(two)}",
        "side_a": _name(one),
        "side_b": _name(two),
        "event_clarity": 1 if precision == 1 else 2,
        "date_prec": precision,
        "date_start": when.first.isoformat(),
        "date_end": when.last.isoformat(),
        "deaths_a": dead.a,
        "deaths_b": dead.b,
        "deaths_civilians": dead.civilians,
        "deaths_unknown": dead.unknown,
        "best": dead.best,
        "high": dead.high,
        "low": dead.low,
        "gwnoa": _gw(one),
        "gwnob": _gw(two),
    }


# ── who against whom ─────────────────────────────────────────────────────────────────────────────


def _conflict(case: Case) -> tuple[int, Party, Party | None] | None:
    """UCDP's type of violence and its two sides; null for the second are civilians. A state is the first side."""
    first, second = parties(case).sides
    ours = next((one for one in first if one.side in ("state", "group")), None)
    theirs = next((one for one in second if one.side in ("state", "group")), None)
    if ours is not None and theirs is not None:
        if theirs.side == "state" and ours.side != "state":
            ours, theirs = theirs, ours
        return (1 if ours.side == "state" else 2), ours, theirs
    if ours is not None and deaths.victims_are_civilians(case.incident, second):
        return 3, ours, None
    return None


def _side(party: Party | None) -> str | None:
    return "civilians" if party is None else party.side


def _name(party: Party | None) -> str:
    """A side's name; a state's forces are its government to UCDP."""
    if party is None:
        return CIVILIANS
    if party.side == "state" and party.country is not None:
        return f"Government of {ucdp_country(party.country)}"
    return party.name


def _gw(party: Party | None) -> int | None:
    codes = places.codes(party.country) if party is not None and party.side == "state" else None
    return codes.gw if codes is not None else None


def ucdp_country(iso3: str | None) -> str | None:
    """What UCDP calls a state."""
    codes = places.codes(iso3)
    return (codes.ucdp_name if codes is not None else None) or places.country_name(iso3)


# ── where, when, from whom ───────────────────────────────────────────────────────────────────────


def _place(case: Case, where: places.Where) -> dict[str, Cell]:
    found, codes = case.incident, places.codes(case.incident.country)
    made: dict[str, Cell] = {
        "where_prec": where.ucdp,
        "where_coordinates": where.town or found.place,
        "where_description": ", ".join(part for part in (found.place, found.admin1) if part) or None,
        "adm_1": found.admin1,
        "adm_2": where.admin2,
        "latitude": found.lat,
        "longitude": found.lon,
        "country": ucdp_country(found.country),
        "country_id": codes.gw if codes else None,
        "region": codes.ucdp_region if codes else None,
    }
    if found.lat is not None and found.lon is not None:
        made["geom_wkt"] = f"POINT ({found.lon} {found.lat})"
        made["priogrid_gid"] = priogrid(found.lat, found.lon)
    return made


def priogrid(lat: float, lon: float) -> int:
    """The cell of PRIO-GRID: half degrees, numbered from the south-west corner eastwards, 720 a row."""
    row, column = min(floor((lat + 90) * 2), 359), min(floor((lon + 180) * 2), 719)
    return row * 720 + column + 1


def _sources(case: Case) -> dict[str, Cell]:
    """The reports, the outlets, and who gave the number: UCDP's three layers of a source."""
    articles = [
        ",".join(
            f'"{part}"'.replace(";", ",")
            for part in (one.publisher or "", (one.published or "")[:10], " ".join((one.title or "").split()))
        )
        for one in case.filings
    ]
    told = [one for toll in case.incident.tolls if toll.measure == "killed" for one in toll.figures if one.current]
    return {
        "number_of_sources": len(case.filings),
        "source_article": articles,
        "source_office": _each(one.publisher for one in case.filings),
        "source_date": [(one.published or "")[:10] for one in case.filings],
        "source_headline": _each(one.title for one in case.filings),
        "source_original": _each(one.count.speaker for one in sorted(told, key=lambda one: one.rank)),
    }


def _each(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(" ".join(value.split()) for value in values if value))


def _date_prec(when: Days) -> int | None:
    return next((precision for reach, precision in DATE_PREC if when.number <= reach), None)


def _open(case: Case) -> bool:
    return any(toll.high is None for toll in case.incident.tolls if toll.measure == "killed" and toll.group is None)


def ids(path: Path) -> Iterator[str]:
    """The ids of an earlier export."""
    return earlier.of_column(path, "id")


NAME = "ucdp.csv"
FORMAT = Format(
    name="ucdp",
    files=(NAME,),
    write=write,
    columns={NAME: COLUMNS},
    silent=(
        "relid and the ids of conflicts, dyads and sides: UCDP gives them, blank. conflict_name: blank.",
        "active_year, code_status: they say what UCDP has decided and checked, blank.",
        "id: a number of ours, not an id of UCDP's.",
        "country_id, gwnoa, gwnob, region: blank for what Gleditsch and Ward's list does not have.",
        "deaths_*: by the groups that reports count; whom nobody counts to a side is in deaths_unknown.",
        "event_clarity: 1 where the day is known, else 2.",
    ),
    ids=ids,
    takes=frozenset({"hxl"}),
)
