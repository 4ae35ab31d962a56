"""What an export could not say: rows left out and why, cells that follow a convention; the report beside the file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...ledger import ConsolidatedIncident

FORMAT = "asof-export-report-1"


class Losses:
    """Counts with reasons and ids, in the order in which a reason was first met."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self._left_out: dict[str, list[str]] = {}
        self._by_convention: dict[str, list[str]] = {}

    def row(self, file: str) -> None:
        """One more row, line or feature of this file."""
        self.rows[file] = self.rows.get(file, 0) + 1

    def left_out(self, reason: str, id: str) -> None:
        """This incident or claim has no row, and why."""
        self._left_out.setdefault(reason, []).append(id)

    def by_convention(self, what: str, id: str) -> None:
        """A cell of this row holds what the format asks for, more than what is known."""
        self._by_convention.setdefault(what, []).append(id)

    def disputed(self, found: ConsolidatedIncident) -> None:
        """Where a row names who did it, and that is an accusation, or is denied by the accused: the format has no
        column for this."""
        said = {*found.attributed_to, *found.denied_by} - set(found.claimed_by)
        if said & set(found.actors):
            self.by_convention("who did it stands as a fact: others say so, or the accused deny it", found.id)

    @property
    def missing(self) -> int:
        """How many incidents or claims were left out, for whatever reason."""
        return len({id for ids in self._left_out.values() for id in ids})

    def plain(self) -> dict[str, Any]:
        """The two lists, as JSON has them."""
        return {"left_out": _listed(self._left_out), "by_convention": _listed(self._by_convention)}


def _listed(found: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    made = []
    for reason, ids in found.items():
        once = list(dict.fromkeys(ids))
        made.append({"reason": reason, "count": len(once), "ids": once})
    return made


def digest(path: Path) -> str:
    """The sha256 of a file, read in portions."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(path: Path, head: Mapping[str, Any], silent: Iterable[str], losses: Losses, files: Sequence[Path]) -> None:
    """The report: what was asked for, what was written, what was left out and why, what the format cannot say."""
    report = {
        "format": FORMAT,
        **head,
        "files": [{"name": one.name, "size": one.stat().st_size, "sha256": digest(one)} for one in files],
        "rows": losses.rows,
        **losses.plain(),
        "cannot_say": list(silent),
    }
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="replace")
