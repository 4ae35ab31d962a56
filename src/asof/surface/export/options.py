"""What may be chosen about an export besides format, filter and moment. Light: the command's help reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...ledger import ConsolidatedIncident


def _unchanged(found: ConsolidatedIncident) -> ConsolidatedIncident:
    return found


def _silent(_done: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen besides format, filter and moment.

    `hxl`: a row of HXL hashtags under the header of comma-separated tables. `records`: JSON lines also hold the
    records of the reports. `legacy`: ACLED's numeric actor codes. `since`: an earlier export of the same format, to
    which the deletions are told. `incident` is what is done to each of them before anything is made of it (masking of
    personal data). `progress` is called with the number of incidents so far.
    """

    hxl: bool = False
    records: bool = False
    legacy: bool = False
    since: Path | None = None
    incident: Callable[[ConsolidatedIncident], ConsolidatedIncident] = _unchanged
    progress: Callable[[int], None] = _silent

    @property
    def chosen(self) -> list[str]:
        """Which of those are chosen that a format may take or not."""
        return [name for name in ("hxl", "records", "legacy") if getattr(self, name)]
