"""Phrases that denote actors against their expected country and sector (a table of NGEC's tests).

A row is right when every cell that it checks is right: blank is not checked, `-` must be empty, `!X` must
not be X, `A|B` is either. Rows that must resolve to nothing are apart, as a rate of false answers; the
table's own marks of what its source could not pass are counted like any other row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import WrongUse
from ..vocabulary.actors.find import Found, find
from .result import Miss, Result, Score

# The table's codes for what asof calls otherwise.
SAME = {"XKX": "KOS", "HLH": "MED", "BUD": "REL", "SOC": "NGO"}
WRITTEN = "2022-07-01"  # "today" in the table: the time at which it was written


def evaluate(path: Path) -> Result:
    """The scores of the registry on the phrases of a table."""
    if path.is_dir():
        path = path / "ngec_actor_expectations.tsv"
    if not path.exists():
        raise WrongUse(f"{path} is absent: an evaluation of actors needs the table of phrases.")
    result = Result("actors")
    for row in _rows(path):
        found = find(row["phrase"], _moment(row["query_date"]), _country(row["known_country"] or row["context"]))
        if row["outcome"] == "unresolved":
            _nothing(result, row, found)
        else:
            _checked(result, row, found)
    return result


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {key: (value or "").strip() for key, value in row.items() if key}


def _nothing(result: Result, row: dict[str, str], found: Found) -> None:
    empty = found.country is None and found.sector in (None, "CVL", "UNK") and not _named(found)
    result.share("unresolved rows left empty", empty)
    if not empty:
        _miss(result, row, "unresolved", "nothing", found)


def _checked(result: Result, row: dict[str, str], found: Found) -> None:
    verdicts = []
    if row["country"]:
        verdicts.append(("country", row["country"], _holds(row["country"], found.country)))
    expected = [cell for cell in (row["code_1"], row["code_2"]) if cell]
    if expected:
        verdicts.append(("sector", "|".join(expected), any(_holds(cell, found.sector) for cell in expected)))
    for layer, cell, right in verdicts:
        if cell == "-":
            result.share(f"{layer} left empty where it must be", right)
        else:
            result.add(layer, Score(int(right), 1, 1))
        if not right:
            _miss(result, row, layer, cell, found)
    if verdicts:
        result.add("whole row", Score(int(all(right for _, _, right in verdicts)), 1, 1))


def _holds(cell: str, ours: str | None) -> bool:
    if cell == "-":
        return ours is None
    if cell == "UNK" and ours is None:
        return True
    if cell.startswith("!"):
        return ours != SAME.get(cell[1:], cell[1:])
    return any(SAME.get(choice, choice) == ours for choice in cell.split("|"))


def _named(found: Found) -> bool:
    return any(guess.score >= 1 for guess in found.guesses)


def _miss(result: Result, row: dict[str, str], layer: str, gold: str, found: Found) -> None:
    ours = f"{found.country} {found.sector} ({'; '.join(found.why)})"
    result.missing.append(Miss(row["case"], layer, "differs", gold, ours, row["phrase"]))


def _moment(written: str) -> str | None:
    """The day of the table's loose dates ("12 April 2022", "today") as an ISO date; null without one."""
    if not written:
        return None
    if written.lower() == "today":
        return WRITTEN
    if re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return written
    months = "january february march april may june july august september october november december".split()
    words = re.findall(r"[a-z]+|\d+", written.lower())
    month = next((k + 1 for k, name in enumerate(months) if name in words), None)
    year = next((word for word in words if len(word) == 4 and word.isdigit()), None)
    day = next((int(word) for word in words if word.isdigit() and len(word) < 3), 1)
    return f"{year}-{month:02}-{day:02}" if month and year else WRITTEN


def _country(words: str) -> str | None:
    return find(words, WRITTEN).country if words else None
