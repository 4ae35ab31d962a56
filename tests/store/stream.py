"""Invented reports of invented incidents in real towns, as text, for runs of the real commands.

Each incident is told by several outlets, with figures that grow, a page that is changed, and one outlet's text under
another's name. `numbered` is how they are named, so that a folder's order may be that of publication or its reverse:
then each report comes before those that its incident is named by, and incidents are renamed as they merge.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

TOWNS = (
    ("Kadugli", "Sudan"), ("Nyala", "Sudan"), ("Gao", "Mali"), ("Mopti", "Mali"), ("Dori", "Burkina Faso"),
    ("Djibo", "Burkina Faso"), ("Kharkiv", "Ukraine"), ("Izium", "Ukraine"), ("Goma", "Democratic Republic of Congo"),
    ("Beni", "Democratic Republic of Congo"), ("Maiduguri", "Nigeria"), ("Bentiu", "South Sudan"),
)  # fmt: skip
BEGAN = datetime(2026, 3, 2, 6, tzinfo=UTC)
_BESIDE = (  # what each report of an incident tells besides
    "Smoke stood over the stalls in the early hours, and shops along the main road stayed closed.",
    "Relatives waited at the gate of the ward until noon while nurses carried water up from the river.",
    "A teacher who lives beside the square spoke of two loud blasts, then a third one further off.",
    "The mayor visited the ward in the evening and asked for blood donors, blankets and a second generator.",
    "",  # the text of the one before it
)
REPORTS = 5 * len(_BESIDE)
_OLD = 1_700_000_000  # a file that was changed long ago is not being written to


@dataclass(frozen=True, slots=True)
class Page:
    """One report: what a folder, a line of JSON, or a web server has of it."""

    outlet: str
    published: datetime
    url: str
    title: str
    body: str

    def text(self) -> str:
        facts = (
            f"title: {self.title}\npublisher: {self.outlet}\npublished: {self.published.isoformat()}\nurl: {self.url}"
        )
        return f"---\n{facts}\n---\n{self.body}\n"

    def line(self) -> str:
        named = {"title": self.title, "publisher": self.outlet, "published": self.published.isoformat()}
        return json.dumps({**named, "url": self.url, "text": self.body})


def pages(reports: int = REPORTS) -> list[Page]:
    """So many reports, in the order of publication."""
    found = [page for number in range(reports // len(_BESIDE)) for page in _told(number)]
    return sorted(found, key=lambda page: (page.published, page.url))


def folder(path: Path, told: Sequence[Page]) -> str:
    """A folder of them, named in this order."""
    path.mkdir()
    for k, page in enumerate(told):
        file = path / f"{k:04}.txt"
        file.write_text(page.text(), encoding="utf-8")
        os.utime(file, (_OLD, _OLD))
    return str(path)


def _told(number: int) -> Iterator[Page]:
    town, country = TOWNS[number % len(TOWNS)]
    struck = BEGAN + timedelta(hours=7 * number)
    day, dead, hurt = struck.strftime("%A"), 3 + number % 5, 9 + number % 7
    last = ("", "")
    for turn in range(len(_BESIDE)):
        outlet = f"{town} Post" if turn in (0, 3) else f"Outlet {(number + turn) % 9}"
        known, wounded = dead + 2 * turn, hurt + 3 * turn
        lead = (
            f"Shells hit a market in {town}, {country}, on {day}, killing {known} people and wounding {wounded}, "
            f"the {town} hospital said."
        )
        more = f"{_BESIDE[turn]} Nobody claimed the attack by hour {2 + 5 * turn}."
        if turn == 4:  # the same words as the report before it
            known, (lead, more) = dead + 6, last
        last = lead, more
        # A page that is changed later keeps its address: turns 0 and 3.
        url = f"https://{outlet.lower().replace(' ', '')}.example/{number}" + ("" if turn in (0, 3) else f"/{turn}")
        yield Page(
            outlet, struck + timedelta(hours=1 + 5 * turn), url, f"Shells kill {known} in {town}", f"{lead}\n\n{more}"
        )
