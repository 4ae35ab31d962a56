"""Exports: the incidents of a store in the formats that the field's tools read.

    with Store.open("asof.db") as store:
        export(store, "geojson", Path("incidents.geojson"), IncidentFilter(place="Mali"), as_of="2026-05-04T23:59:59Z")

`FORMATS` names them. Each is one module here with a constant `FORMAT` (`form.py` says what that is), read only when
it is asked for. What a format cannot say, and what was left out and why, stands in a report beside the file.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import WrongUse
from .options import Options

if TYPE_CHECKING:
    from ...store import IncidentFilter, Store
    from .form import Format

__all__ = ["FORMATS", "Exported", "Options", "export", "format_of"]

# The formats: each is the module of this folder that is called so.
FORMATS: dict[str, str] = {
    "csv": "tidy tables, comma-separated: a folder or a .zip",
    "parquet": "tidy tables as Parquet: a folder or a .zip",
    "jsonl": "JSON lines, nothing lost",
    "geojson": "GeoJSON (RFC 7946), for maps",
    "acled": "ACLED's layout, 31 columns",
    "ucdp": "UCDP GED's layout, 49 columns",
    "gdelt": "GDELT 2.0: events, 61 columns, and mentions, 16: a .zip, a folder, or two files",
    "polecat": "POLECAT's layout, 40 columns",
    "plover": "PLOVER's exchange records, as JSON lines",
    "hapi": "HDX HAPI's sums by month and division",
    "webannotations": "W3C Web Annotations (JSON-LD)",
    "ftm": "FollowTheMoney entities, as JSON lines",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the files of the format, the report beside them, and the deletions where they were asked for.

    `rows` by file; `left_out` counts incidents and claims without a row, `gone` the ids in `deleted`.
    """

    files: tuple[Path, ...]
    report: Path
    rows: dict[str, int]
    left_out: int = 0
    deleted: Path | None = None
    gone: int = 0


def format_of(name: str) -> Format:
    """A format by its name."""
    if name not in FORMATS:
        raise WrongUse(f"There is no format {name!r}. Formats: {', '.join(FORMATS)}.")
    found: Format = import_module(f".{name}", __name__).FORMAT
    return found


def export(
    store: Store,
    name: str,
    out: Path,
    wanted: IncidentFilter | None = None,
    as_of: str | None = None,
    options: Options | None = None,
) -> Exported:
    """Write the incidents for which the filter holds, as they were known at a moment, in a format.

    `out` is a file; for a format of several files a folder, or a name that ends in `.zip`. It is there whole or not at
    all. `as_of` is an instant in UTC, `2026-05-04T12:00:00Z` (`ask.moment` makes one of what people write); the
    filter is held against what was known then, and its `limit` and `after` do not count. The same store, filter and
    moment give the same bytes.
    """
    from ...pipeline import producer
    from ...store import IncidentFilter
    from . import gone, losses
    from .form import Job
    from .sink import Sink
    from .source import Source

    form, wanted, options = format_of(name), wanted or IncidentFilter(), options or Options()
    _refuse_idle(form, options)
    found, deleted = losses.Losses(), beside(out, "deleted.csv")
    before = gone.ids(form, options.since) if options.since is not None else None
    with Sink(out, form.files, form.beside) as sink:
        with store.reading() as shelf:
            source = Source(shelf, wanted, as_of, options)
            form.write(Job(source, sink, found, options, producer()))
        lost = gone.gone(form, before, sink.path(form.files[0])) if before is not None else None
        files = sink.finish()
    if lost is not None:
        gone.write(deleted, form, lost)
    report = beside(out, "report.json")
    losses.write(report, _head(name, wanted, as_of, options), form.silent, found, files)
    return Exported(tuple(files), report, found.rows, found.missing, None if lost is None else deleted, len(lost or ()))


def beside(out: Path, what: str) -> Path:
    """The name of a file that goes with an export: `week.csv.report.json`."""
    return out.with_name(f"{out.name}.{what}")


def _refuse_idle(form: Format, options: Options) -> None:
    """An option that makes no difference to a format is a mistake of whoever gives it."""
    idle = [name for name in options.chosen if name not in form.takes]
    if idle:
        raise WrongUse(f"The format {form.name} takes no --{idle[0]}.")
    if options.since is not None and form.ids is None:
        raise WrongUse(f"The format {form.name} has no ids to compare: its rows are sums of events.")


def _head(name: str, wanted: IncidentFilter, as_of: str | None, options: Options) -> dict[str, Any]:
    """What was asked for, and what made it."""
    from ...pipeline import producer

    asked = {
        key: held for key, held in asdict(wanted).items() if key not in ("limit", "after") and held not in (None, ())
    }
    return {"export": name, "producer": producer(), "as_of": as_of, "filter": asked, "options": options.chosen}
