"""ACLED's layout: 31 columns, comma-separated, one row an incident and day. The codes follow its codebook of 2023.

What ACLED does not record (diplomacy, plans, a country without a place, a time coarser than a month) has no row, and
stands in the report with its reason. `crosswalks.to_acled` decides the event type, from facts that are looked up here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from ...vocabulary.field_codes import INTERS, disorder_types
from .. import ledger_phrase
from . import deaths, earlier, places
from .acled_coding import CIVILIANS, NOBODY, Coded, acled_country, coded
from .cells import Cell
from .days import Days, days
from .form import Format, Job
from .source import Case
from .tables import total

COLUMNS = tuple(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location
    latitude longitude geo_precision source source_scale notes fatalities tags timestamp""".split()
)
TAGS = {
    "event_id_cnty": "#event+code", "event_date": "#date+occurred", "year": "#date+year", "event_type": "#event+type",
    "sub_event_type": "#event+subtype", "actor1": "#group+name+first", "assoc_actor_1": "#group+name+first+assoc",
    "actor2": "#group+name+second", "assoc_actor_2": "#group+name+second+assoc", "region": "#region+name",
    "country": "#country+name", "admin1": "#adm1+name", "admin2": "#adm2+name", "admin3": "#adm3+name",
    "location": "#loc+name", "latitude": "#geo+lat", "longitude": "#geo+lon", "geo_precision": "#geo+precision",
    "time_precision": "#date+precision", "source": "#meta+source", "notes": "#description",
    "fatalities": "#affected+killed",
}  # fmt: skip
MONTH = 31  # days: ACLED codes nothing coarser than a month
WEEK = 7


def write(job: Job) -> None:
    """One table."""
    with closing(job.table(NAME, COLUMNS, TAGS)) as table:
        for row in rows(job):
            table.write([row[name] for name in COLUMNS])
            job.losses.row(NAME)


def rows(job: Job) -> Iterator[dict[str, Cell]]:
    """The rows of all incidents that ACLED would record."""
    for case in job.source.cases():
        why, found = coded(case)
        when = days(case)
        where = places.where(case)
        if found is None:
            job.losses.left_out(why, case.incident.id)
        elif when is None:
            job.losses.left_out("no day, week or month is known", case.incident.id)
        elif when.number > MONTH:
            job.losses.left_out("the time is not known to a month, or it goes on for longer", case.incident.id)
        elif where.acled is None or case.incident.lat is None or case.incident.country is None:
            job.losses.left_out("no place within a country is known", case.incident.id)
        else:
            yield from _rows(job, case, found, when, where)


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────


def _rows(job: Job, case: Case, found: Coded, when: Days, where: places.Where) -> Iterator[dict[str, Cell]]:
    dead = deaths.fatalities(case.incident)
    if dead is None:
        job.losses.by_convention("fatalities 0: no number of dead is told", case.incident.id)
    if not case.incident.actors and (found.one.actor or "").startswith(NOBODY):
        job.losses.by_convention("actor1 Unidentified Armed Group: nobody is said to have done it", case.incident.id)
    job.losses.disputed(case.incident)
    if found.who.rivals:
        job.losses.by_convention(
            "actor1 is whom most reports name: others are said to have done it too", case.incident.id
        )
    each = when.each if when.stretch else (when.middle,)
    if when.stretch and dead:
        job.losses.by_convention("fatalities of several days are split evenly among them", case.incident.id)
    share, rest = divmod(dead or 0, len(each))
    for number, day in enumerate(each):
        row = _row(case, found, when, where, day)
        row["event_id_cnty"] = event_id(case.incident.country, case.incident.id, number)
        row["fatalities"] = share + (rest if number == 0 else 0)
        if len(each) > 1 and dead:
            row["notes"] = f"{row['notes']} {dead} killed over {len(each)} days, split evenly."
        if job.options.legacy:
            row |= {
                "inter1": found.one.inter or 0, "inter2": found.two.inter or 0,
                "interaction": _legacy(found.one.inter, found.two.inter),
            }  # fmt: skip
        yield row


def _row(case: Case, found: Coded, when: Days, where: places.Where, day: date) -> dict[str, Cell]:
    incident, codes = case.incident, places.codes(case.incident.country)
    exact = 1 if when.stretch or when.number == 1 else 2 if when.number <= WEEK else 3
    return {
        "country_code": incident.country,  # for sums by country; no column of this layout
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": exact,
        "disorder_type": disorder_types()[found.kind.sub_event_type],
        "event_type": found.kind.event_type,
        "sub_event_type": found.kind.sub_event_type,
        "actor1": found.one.actor,
        "assoc_actor_1": found.one.with_it,
        "inter1": INTERS.get(found.one.inter or 0),
        "actor2": found.two.actor,
        "assoc_actor_2": found.two.with_it,
        "inter2": INTERS.get(found.two.inter or 0),
        "interaction": _interaction(found.one.inter, found.two.inter),
        "civilian_targeting": _targeting(found),
        "iso": codes.iso_numeric if codes else None,
        "region": codes.acled_region if codes else None,
        "country": acled_country(incident.country),
        "admin1": incident.admin1,
        "admin2": where.admin2,
        "admin3": None,
        "location": where.town or incident.place,
        "latitude": round(incident.lat, 4) if incident.lat is not None else None,
        "longitude": round(incident.lon, 4) if incident.lon is not None else None,
        "geo_precision": where.acled,
        "source": list(dict.fromkeys(one.publisher for one in case.filings if one.publisher)),
        "source_scale": None,
        "notes": deaths.account(case),
        "tags": _tags(case, found),
        "timestamp": _unix(incident.last_published),
    }


def _targeting(found: Coded) -> str | None:
    targeted = found.kind.event_type in ("Violence against civilians", "Explosions/Remote violence")
    if (targeted and found.two.inter == CIVILIANS) or found.kind.sub_event_type == "Excessive force against protesters":
        return "Civilians targeted"
    return None


def _interaction(one: int | None, two: int | None) -> str | None:
    """The pair in words, the lower code first, but civilians last; one alone is "only"."""
    if one is None:
        return None
    if two is None:
        return f"{INTERS[one]} only"
    low, high = sorted((one, two), key=lambda code: (code == CIVILIANS, code))
    return f"{INTERS[low]}-{INTERS[high]}"


def _legacy(one: int | None, two: int | None) -> int | None:
    if one is None:
        return None
    low, high = sorted((one, two)) if two is not None else (one, 0)
    return low * 10 + high


def _tags(case: Case, found: Coded) -> str | None:
    """The size of a crowd, as ACLED notes it: the only tag that is known."""
    if found.kind.event_type not in ("Protests", "Riots"):
        return None
    toll = total(case.incident, "protesters")
    return f"crowd size={'no report' if toll is None else ledger_phrase.toll(toll)}"


def _unix(moment: str | None) -> int | None:
    if moment is None or len(moment) <= 10:
        return None
    found = datetime.fromisoformat(moment)
    return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())


def event_id(country: str | None, incident: str, number: int = 0) -> str:
    """The id of an incident's row: the state's letters and a number that follows from the incident's id alone, so that
    it stays while the incident's values change; that of a later day from its number."""
    content = incident if number == 0 else f"{incident}/{number}"
    return f"{country or 'XXX'}{int(hashlib.sha256(content.encode()).hexdigest()[:12], 16)}"


def ids(path: Path) -> Iterator[str]:
    """The ids of an earlier export."""
    return earlier.of_column(path, "event_id_cnty")


NAME = "acled.csv"
FORMAT = Format(
    name="acled",
    files=(NAME,),
    write=write,
    columns={NAME: COLUMNS},
    silent=(
        "admin3, source_scale and all tags but the size of a crowd: not known, blank.",
        "actor1, actor2: names as reported, not from ACLED's list; governments without the years of a regime.",
        "fatalities: the lowest number that stands, as ACLED's codebook asks; low, best and high are in notes.",
        "event_id_cnty: ISO 3166 letters and a number of ours, not an id of ACLED's.",
        "timestamp: when the last report of the incident was published.",
        "Identity militias, changes of control, and what was looted are not told apart from other events.",
    ),
    ids=ids,
    deleted=("event_id_cnty", "deleted_timestamp"),
    takes=frozenset({"hxl", "legacy"}),
)
