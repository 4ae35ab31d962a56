"""`asof export`: the incidents of a store in a format of the field. Reads the store, writes files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from .cli_ask import AS_OF, STORE, filters, moment, wanted_of
from .export import FORMATS


class Formats(click.Choice[str]):
    """The formats, listed below the command's help and not in the line of its use."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return "FORMAT"


def _epilog() -> str:
    wide = max(map(len, FORMATS))
    return "\n".join(["\b", "Formats:", *(f"  {name:<{wide}}  {about}" for name, about in FORMATS.items())])


@click.command(epilog=_epilog())
@click.argument("format_", type=Formats(list(FORMATS)), metavar="FORMAT")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE",
              help="The file; for a format of several, a folder or a name that ends in .zip.")  # fmt: skip
@STORE
@AS_OF
@filters
@click.option("--hxl", is_flag=True, help="A row of HXL hashtags below the header (csv, acled, ucdp, hapi).")
@click.option("--records", is_flag=True, help="Also the records of the reports (jsonl).")
@click.option("--legacy", is_flag=True, help="Actors by ACLED's numeric codes (acled).")
@click.option("--since-export", "since_export", type=click.Path(path_type=Path, exists=True), metavar="OLD",
              help="An earlier export in this format: what is gone since is told in FILE.deleted.csv.")  # fmt: skip
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def export(
    format_: str,
    out: Path,
    url: str | None,
    as_of: str | None,
    hxl: bool,
    records: bool,
    legacy: bool,
    since_export: Path | None,
    quiet: bool,
    **asked: Any,
) -> None:
    """Write incidents for other tools: as they are known now, or were known at a moment.

    Beside the file stands FILE.report.json: what was left out and why, and what the format cannot say. The same store,
    moment and filter give the same bytes.
    """
    from ..store import Store
    from . import export as exports
    from .progress import Progress

    progress = Progress(sys.stderr, quiet=quiet, live=sys.stderr.isatty())

    def tell(done: int) -> None:
        progress.tell(f"{done:,} incidents")

    options = exports.Options(hxl=hxl, records=records, legacy=legacy, since=since_export, progress=tell)
    wanted, at = wanted_of(**asked), moment(as_of)
    with Store.open(url, create=False) as store:
        done = exports.export(store, format_, out, wanted, at, options)
    if quiet:
        return
    progress.close()
    click.echo(
        f"{out}: {', '.join(f'{number:,} in {name}' for name, number in done.rows.items()) or 'nothing'}.", err=True
    )
    if done.left_out:
        click.echo(f"{done.left_out:,} left out: {done.report} says why.", err=True)
    if done.deleted is not None:
        click.echo(f"{done.gone:,} gone since {since_export}: {done.deleted}.", err=True)
