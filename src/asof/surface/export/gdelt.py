"""GDELT 2.0's event table and mentions: 61 and 16 columns, tabs between them, no header, nothing quoted.

One row for each pair of actors of an incident; one mention for each report and row. CAMEO's codes, FIPS country
codes. There is no tone, and no score of ours in its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ...ledger import Filing
from ...vocabulary.codebooks.crosswalks import from_cameo, to_cameo
from ...vocabulary.field_codes import goldstein
from . import places
from .cells import Cell, TabSeparated
from .days import Days, days
from .form import Format, Job
from .parties import Party, apart, parties
from .source import Case, Told

ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
         "Type2Code", "Type3Code")  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{part}" for part in ACTOR), *(f"Actor2{part}" for part in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
WEB, CITATION = 1, 2
COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE = 1, 2, 3, 4, 5
LEAD = 2  # paragraphs of a report that are its lead: the headline and the first below it
NOWHERE: list[Cell] = [None] * len(GEO)  # where an actor itself is: not known; where it acts is
EVENTS, MENTIONED = "export.CSV", "mentions.CSV"


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of actors of an incident, with what it is the row of."""

    id: int
    case: Case
    code: str
    when: Days
    one: Party | None
    two: Party | None
    filings: Mapping[str, Filing]  # of the case, by report


def write(job: Job) -> None:
    """Both tables side by side."""
    with (
        closing(TabSeparated(job.sink.open(EVENTS))) as events,
        closing(TabSeparated(job.sink.open(MENTIONED))) as mentions,
    ):
        for row in rows(job):
            events.write(event(row))
            job.losses.row(EVENTS)
            for told in row.case.told:
                mentions.write(mention(row, told))
                job.losses.row(MENTIONED)


def rows(job: Job) -> Iterator[Row]:
    """One row for each pair of actors, code, date and place."""
    for case in job.source.cases():
        found, when = case.incident, days(case)
        code = to_cameo(found.type, found.mode)
        if found.status == "planned":
            job.losses.left_out("planned: it has not happened", found.id)
        elif code is None:
            job.losses.left_out(f"CAMEO has no code for {found.type}", found.id)
        elif when is None:
            job.losses.left_out("no date is known", found.id)
        else:
            if when.number > 1:
                job.losses.by_convention("SQLDATE is the first of several days", found.id)
            job.losses.disputed(found)
            who, filings = parties(case), {filing.report: filing for filing in case.filings}
            for one in apart(who.actors) or (None,):
                for two in apart(who.recipients) or (None,):
                    if one is None or two is None or one.name != two.name:
                        yield Row(_id(case, one, two), case, code, when, one, two, filings)


def _id(case: Case, one: Party | None, two: Party | None) -> int:
    """From the incident and the names of the pair: 48 bits, so that every reader keeps it whole."""
    pair = "\x1f".join((case.incident.id, one.name if one else "", two.name if two else ""))
    return int(hashlib.sha256(pair.encode("utf-8", "surrogatepass")).hexdigest()[:12], 16)


# ── events ───────────────────────────────────────────────────────────────────────────────────────


def event(row: Row) -> list[Cell]:
    """The 61 cells of a row."""
    found, meant = row.case.incident, from_cameo(row.code)
    mentions = sum(len(told.events) or 1 for told in row.case.told)
    return [
        row.id,
        *_dates(row.when.first),
        *_actor(row.one),
        *_actor(row.two),
        int(any(_in_lead(told) for told in row.case.told)),
        row.code,
        row.code[:3],
        row.code[:2],
        meant.quad if meant is not None else None,
        goldstein(row.code),
        mentions,
        len({one.publisher for one in row.case.filings}),
        len(row.case.filings),
        None,
        *NOWHERE,
        *NOWHERE,
        *_place(row.case),
        _stamp(found.first_published),
        next((one.url for one in row.case.filings if one.url), _citation(row.case.filings[0])),
    ]


def _citation(filing: Filing) -> str | None:
    """What a report is cited by that has no address: publisher, title and day."""
    return ", ".join(part for part in (filing.publisher, filing.title, (filing.published or "")[:10]) if part) or None


def _dates(day: date) -> list[Cell]:
    # GDELT's rows have (month - 1) × 30 + day of 365 (18 March 2021 is 2021.2137); its documentation forgets the 1.
    fraction = ((day.month - 1) * 30 + day.day) / 365
    return [int(day.strftime("%Y%m%d")), int(day.strftime("%Y%m")), day.year, round(day.year + fraction, 4)]


def _actor(party: Party | None) -> list[Cell]:
    if party is None:
        return [None] * len(ACTOR)
    codes = places.codes(party.country)
    country = codes.cameo if codes is not None else None
    role = party.codes.cameo if party.codes is not None else None
    group = party.sector if party.sector == "UNO" else None
    code = "".join(part for part in (country or group, role if role != group else None) if part)
    return [code or None, party.name.upper(), country, group, None, None, None, role, None, None]


def _place(case: Case) -> list[Cell]:
    found, codes = case.incident, places.codes(case.incident.country)
    fips = codes.fips if codes is not None else None
    if found.place is None or found.lat is None:
        return NOWHERE
    us = found.country == "USA"
    if found.level == "country":
        kind, parts = COUNTRY, [found.place]
    elif found.level in ("admin1", "admin2"):
        kind, parts = (US_STATE if us else WORLD_STATE), [found.place]
    else:
        kind, parts = (US_CITY if us else WORLD_CITY), [found.place, found.admin1 or ""]
    country = places.country_name(found.country)
    name = ", ".join(dict.fromkeys(part for part in (*parts, country or "") if part))
    # Without its division, a place's ADM1 code is that of the country, as GDELT has it.
    return [kind, name, fips, fips, None, found.lat, found.lon, None]


def _in_lead(told: Told) -> bool:
    """Whether the event stands in the lead of the report: above the end of its first paragraph."""
    text, end = told.record.text, 0
    for _ in range(LEAD):
        end = text.find("\n\n", end)
        if end < 0:
            return True
        end += 2
    return any(span.start < end for event in told.events for span in event.evidence)


def _stamp(moment: str | None) -> int | None:
    """A moment in UTC as YYYYMMDDHHMMSS."""
    digits = "".join(c for c in (moment or "") if c.isdigit())
    return int(digits[:14].ljust(14, "0")) if len(digits) >= 8 else None


# ── mentions ─────────────────────────────────────────────────────────────────────────────────────


def mention(row: Row, told: Told) -> list[Cell]:
    """The 16 cells of a mention: where in which report the event stands."""
    report = told.record.report
    source = report.publisher or (urlsplit(report.url).hostname if report.url else None)
    filing = row.filings[report.sha256]
    scores = [event.score for event in told.events]
    spans = [span.start for event in told.events for span in event.evidence]
    return [
        row.id,
        _stamp(row.when.first.isoformat()),
        _stamp(filing.published),
        WEB if report.url else CITATION,
        source,
        report.url or _citation(filing),
        None,
        _offset(told, row.one),
        _offset(told, row.two),
        min(spans, default=-1),
        1,
        min(100, max(10, round(100 * max(scores)))) if scores else None,
        len(told.record.text),
        None,
        None,
        None,
    ]


def _offset(told: Told, party: Party | None) -> int:
    """Where the actor is first named in the report; -1, as GDELT has it, where it is not."""
    if party is None:
        return -1
    spans = [span.start for one in told.record.actors if one.name == party.name for span in one.evidence]
    return min(spans, default=-1)


def ids(path: Path) -> Iterator[str]:
    """The ids of the events in an earlier export."""
    with path.open(encoding="utf-8") as lines:
        yield from (str(int(line.partition("\t")[0])) for line in lines)


FORMAT = Format(
    name="gdelt",
    files=(EVENTS, MENTIONED),
    write=write,
    columns={EVENTS: COLUMNS, MENTIONED: MENTIONS},
    beside=True,
    silent=(
        "AvgTone, MentionDocTone: no tone is measured, blank; a reader that insists on one has to be told.",
        "EthnicCode, Religion1Code, Religion2Code, second and third types of actors: not known, blank.",
        "Actor1Geo_*, Actor2Geo_*: where the actors themselves are is not known, blank.",
        "ADM1Code: that of the country; ADM2Code, FeatureID (GNS): not known, blank.",
        "Killed, injured and all other tolls, who says so, and who denies: there are no columns for them.",
        "SentenceID: not known, blank. Offsets count the characters of the text that asof reads.",
        "GLOBALEVENTID: a number of ours, not one of GDELT's.",
    ),
    ids=ids,
    deleted=("GLOBALEVENTID", "deleted_timestamp"),
)
