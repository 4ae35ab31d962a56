"""POLECAT's layout: 40 columns, tabs between them, a header. One row an incident; its story is the first report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from ...model import FINE
from ...vocabulary import codebooks
from . import places
from .cells import Cell, TabSeparated
from .days import days
from .form import Format, Job
from .parties import Party, parties
from .source import Case

ACTOR = ("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors", "{} Title", "{} Name Raw",
         "Wikipedia {} ID")  # fmt: skip
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in ACTOR), *(name.format("Recipient") for name in ACTOR),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
# GeoNames' feature codes that follow from a level: a town may be any of several.
FEATURES = {"country": "PCLI", "admin1": "ADM1", "admin2": "ADM2"}


def write(job: Job) -> None:
    """One table."""
    with closing(TabSeparated(job.sink.open(NAME), COLUMNS)) as table:
        for case in job.source.cases():
            found = case.incident
            if found.status == "planned":
                job.losses.left_out("planned: it has not happened", found.id)
            elif (when := days(case)) is None:
                job.losses.left_out("no date is known", found.id)
            elif not case.told:
                job.losses.left_out("no record of it is in the store", found.id)
            else:
                if when.number > 1:
                    job.losses.by_convention("Event Date is the first of several days", found.id)
                table.write(row(case, when.first.isoformat(), job.producer))
                job.losses.row(NAME)


def row(case: Case, day: str, producer: str) -> list[Cell]:
    """The 40 cells of an incident."""
    found, who, where = case.incident, parties(case), places.where(case)
    book = codebooks.load().types.get(found.type)
    mode = book.modes.get(found.mode or "") if book is not None else None
    record = case.told[0].record
    place = where.place
    return [
        _id(case),
        day,
        found.type,
        found.mode,
        mode.score if mode is not None and mode.score is not None else (book.score if book is not None else None),
        book.quad.upper() if book is not None else None,
        sorted({context.name for told in case.told for event in told.events for context in event.contexts}),
        *_actor(who.actors),
        *_actor(who.recipients),
        found.place,
        where.town if found.level in FINE else None,
        where.admin2,
        found.admin1,
        found.country,
        found.lat,
        found.lon,
        where.geonames_id,
        place.evidence[0].text if place is not None and place.evidence else None,
        FEATURES.get(found.level or ""),
        record.report.publisher,
        (record.report.published or "")[:10] or None,
        _names(case, lambda kind: kind == "person"),
        _names(case, lambda kind: kind in ("organisation", "group")),
        list(dict.fromkeys(one.name for one in record.places)),
        record.report.language,
        producer,
    ]


def _id(case: Case) -> str:
    """`20260504-1100-<hash>_ASSAULT_drone`: when it was first published, a hash of the incident's id, the code."""
    found = case.incident
    stamp = "".join(c for c in found.first_published or "" if c.isdigit())
    head = [stamp[:8], stamp[8:12].ljust(4, "0")] if len(stamp) >= 8 else []
    digest = hashlib.sha256(found.id.encode()).hexdigest()[:12]
    return "_".join(part for part in ("-".join([*head, digest]), found.type, found.mode) if part)


def _actor(found: Sequence[Party]) -> list[Cell]:
    """The eight cells of a side; several are joined, in the same order in each cell but for those that are unknown."""
    codes = [places.codes(one.country) for one in found]
    sectors = list(dict.fromkeys(one.sector for one in found if one.sector))
    return [
        [one.name for one in found if one.named],
        list(dict.fromkeys(one.country for one in found if one.country)),
        list(dict.fromkeys(str(one.cow) for one in codes if one is not None and one.cow is not None)),
        sectors[0] if sectors else None,
        sectors,
        [one.title for one in found if one.title],
        [one.name for one in found],
        None,
    ]


def _names(case: Case, wanted: Callable[[str], bool]) -> list[str]:
    actors = case.told[0].record.actors
    return list(dict.fromkeys(one.name for one in actors if wanted(one.kind) and one.name[:1].isupper()))


def ids(path: Path) -> Iterator[str]:
    """The ids of an earlier export."""
    with path.open(encoding="utf-8") as lines:
        if next(lines, "").partition("\t")[0] != COLUMNS[0]:
            raise ValueError(f"it has no column {COLUMNS[0]}")
        yield from (line.partition("\t")[0] for line in lines)


NAME = "polecat.txt"
FORMAT = Format(
    name="polecat",
    files=(NAME,),
    write=write,
    columns={NAME: COLUMNS},
    silent=(
        "Wikipedia Actor ID, Wikipedia Recipient ID: not known, blank.",
        "Contexts: those of the incident's own events; what else a story is about is not coded.",
        "Feature Type: of divisions and countries alone.",
        "Tolls, who says so, who denies, addresses of pages: there are no columns for them.",
        "Nothing known is an empty cell; POLECAT's own files have None in places.",
    ),
    ids=ids,
    deleted=("Event ID", "deleted_timestamp"),
)
