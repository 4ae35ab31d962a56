"""A user's own actors: a table (tabs or commas) with a head, whose rows add actors or change what asof knows of one.

Columns, all but `name` optional and in any order: `name`, `aliases` (joined by |; @ before a seat of power),
`kind` (person, group, organisation, state), `country` (ISO 3166 alpha-3), `sector` (PLOVER's), `gender` (m, f),
`years` ("2012-", "1964-2016"), `regions`, `members` (both joined by |), `wikidata`, `code`, and for a term of
office `office`, `start`, `end` (ISO dates; no end: in office). A person has a row for each term. Lines that
begin with # are passed over. A row whose name asof knows changes the cells that it fills; its aliases are added.
A file with one mistake is not read at all: every mistake is told with its line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import cast

from ...errors import WrongUse
from ...model import ActorKind
from ..codebooks.notation import nearest
from .entries import SECTORS
from .folding import fold
from .tables import rows

COLUMNS = ("name", "aliases", "kind", "country", "sector", "gender", "years", "regions", "members", "wikidata", "code",
           "office", "start", "end")  # fmt: skip
KINDS = ("person", "group", "organisation", "state")
NOWHERE = frozenset({"IGO", "UNO", "NGO", "EUR"})  # what stands in the column of countries for bodies of no country
SHAPES = {
    "years": (re.compile(r"\d{4}(-(\d{4})?)?"), "years such as 2012- or 1964-2016"),
    "wikidata": (re.compile(r"Q[1-9]\d*"), "a Wikidata id such as Q38799"),
    "start": (re.compile(r"\d{4}(-\d\d(-\d\d)?)?"), "a date such as 2024, 2024-05 or 2024-05-20"),
    "end": (re.compile(r"\d{4}(-\d\d(-\d\d)?)?"), "a date such as 2024, 2024-05 or 2024-05-20"),
}
SHOWN = 20  # mistakes told of one file: more would hide the first


@dataclass(frozen=True, slots=True)
class Addition:
    """One row of a user's table, checked."""

    line: int
    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    years: str | None = None
    regions: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    wikidata: str | None = None
    code: str | None = None
    office: str | None = None
    start: str | None = None
    end: str | None = None

    @property
    def dated(self) -> bool:
        """Whether the row holds for a time only."""
        return self.start is not None or self.end is not None


def read(file: Path) -> list[Addition]:
    """The rows of a user's file, or an error that tells every mistake in it."""
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(f"{file}: the file is not UTF-8 text ({error.reason} at byte {error.start}).") from None
    except OSError as error:
        raise WrongUse(f"{file}: the file cannot be opened: {error.strerror}.") from None
    return parse(text, str(file))


def parse(text: str, file: str) -> list[Addition]:
    """The rows of a table's text."""
    lines = _lines(text)
    head_line, head = next(lines, (1, []))
    mistakes = [f"{file}:{head_line}: {problem}" for problem in _head_mistakes(head)]
    if mistakes:
        raise WrongUse("\n".join(mistakes))
    found: list[Addition] = []
    for line, cells in lines:
        if len(cells) > len(head):
            mistakes.append(f"{file}:{line}: {len(cells)} cells under a head of {len(head)}.")
            continue
        row = {column: cell.strip() for column, cell in zip(head, cells, strict=False) if cell.strip()}
        problems = list(_mistakes(row))
        mistakes += [f"{file}:{line}: {problem}" for problem in problems]
        if not problems:
            found.append(_addition(line, row))
    mistakes += [f"{file}:{line}: {problem}" for line, problem in _clashes(found)]
    if mistakes:
        more = [f"… and {len(mistakes) - SHOWN} more."] if len(mistakes) > SHOWN else []
        raise WrongUse("\n".join([*mistakes[:SHOWN], *more]))
    return found


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of their lines; blank ones and comments left out."""
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    delimiter = "\t" if "\t" in first or "," not in first else ","
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter,
                        quoting=csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL)  # fmt: skip
    for cells in reader:
        if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
            yield reader.line_num, cells


def _head_mistakes(head: Sequence[str]) -> Iterator[str]:
    for column in head:
        if column not in COLUMNS:
            yield f"there is no column {column!r}.{nearest(column, COLUMNS)}"
        elif head.count(column) > 1:
            yield f"the column {column!r} stands twice."
    if "name" not in head:
        yield f"the first line names the columns, `name` among them. Valid: {', '.join(COLUMNS)}."


def _mistakes(row: dict[str, str]) -> Iterator[str]:
    if "name" not in row:
        yield "the row has no name."
    for column, allowed in (("kind", KINDS), ("sector", sorted(SECTORS)), ("gender", ("m", "f"))):
        if column in row and row[column] not in allowed:
            near = nearest(row[column], allowed)
            valid = "" if "Valid:" in near else f" Valid: {', '.join(allowed)}."
            yield f"{row[column]!r} is no {column}.{near}{valid}"
    if "country" in row and row["country"] not in _countries() and row["country"] not in NOWHERE:
        near = _near_country(row["country"])
        yield f"{row['country']!r} is no country.{near} Expected ISO 3166 alpha-3 (or {', '.join(sorted(NOWHERE))})."
    for column, (shape, expected) in SHAPES.items():
        if column in row and not shape.fullmatch(row[column]):
            yield f"{column} is {row[column]!r}. Expected {expected}."
    if "end" in row and "start" in row and row["end"] < row["start"][: len(row["end"])]:
        yield f"the term ends ({row['end']}) before it starts ({row['start']})."
    if "office" in row and "start" not in row:
        yield "a term of office needs its start."


def _clashes(found: list[Addition]) -> Iterator[tuple[int, str]]:
    """Names that stand twice, and terms of one office that overlap."""
    first: dict[str, int] = {}
    for row in found:
        key = fold(row.name).lower()
        if not row.dated and key in first:
            yield row.line, f"{row.name!r} stands twice, first in line {first[key]}. Only terms have rows of their own."
        if not row.dated:
            first.setdefault(key, row.line)
    offices: dict[tuple[str | None, str], list[Addition]] = {}
    for row in found:
        if row.office and row.start:
            offices.setdefault((row.country, row.office), []).append(row)
    for (country, office), terms in offices.items():
        terms.sort(key=lambda term: term.start or "")
        for before, after in pairwise(terms):
            start = after.start or ""
            if before.end is None or start < before.end[: len(start)]:
                until = before.end or "no end"
                yield (
                    after.line,
                    (
                        f"{after.name!r} is {office} of {country} from {start}, while {before.name!r} is "
                        f"(line {before.line}: until {until}). Terms of one office may not overlap."
                    ),
                )


def _addition(line: int, row: dict[str, str]) -> Addition:
    several = {column: tuple(row[column].split("|")) for column in ("aliases", "regions", "members") if column in row}
    plain = {column: row[column] for column in row if column not in several and column != "kind"}
    kind = cast("ActorKind | None", row.get("kind") or ("person" if "office" in row else None))
    return Addition(line=line, kind=kind, **plain, **several)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(row[0] for row in rows("states"))


def _near_country(word: str) -> str:
    names = {name.lower(): row[0] for row in rows("states") for name in (row[1], *row[2].split("|")) if name}
    found = get_close_matches(word.lower(), names, n=1, cutoff=0.75)
    return f" Did you mean {names[found[0]]!r}?" if found else nearest(word, sorted(_countries()))
