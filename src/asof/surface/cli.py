"""The command line. Nothing heavy is imported before a report is read, so that `--help` answers at once.

Machine output goes to standard output, talk to standard error.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from ..errors import AsofError, WrongUse
from . import cli_accounts, cli_actors, cli_agreement, cli_ask, cli_export, cli_hooks, cli_review, cli_serve, cli_store
from .cli_codebook import checked, codebook

if TYPE_CHECKING:
    from ..batch import Facts, Source
    from .writers import Writer

EXIT_CODES = """\b
Exit codes:
  0    every report was read
  1    something unexpected went wrong (a fault of asof)
  2    wrong use: an option or argument is not allowed
  3    some report could not be read (absent, empty, binary, broken)
  4    some report was refused (another language); none was unreadable
  5    a part of the installation is missing (the language model, the gazetteer)
  6    the store cannot be used (absent, read-only, full, locked, damaged), or `asof check` found a problem
  7    what was asked for is not in the store, or was not known at that moment
  130  stopped with Ctrl-C
  141  the reader of the output went away (a closed pipe)
"""


class Commands(click.Group):
    """Turns asof's errors into a line on standard error and their exit code, and a closed pipe into silence."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AsofError as error:
            click.echo(f"asof: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            # Python flushes standard output once more on its way out: give it somewhere to flush to.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(141)


@click.group(
    cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
def main() -> None:
    """Turns news reports of conflict and diplomacy into a sourced record: what happened, according to whom, as of
    when. Works offline; every value is tied to the words that carry it."""


main.add_command(codebook)


@main.command(epilog=EXIT_CODES)
@click.argument("reports", nargs=-1, metavar="[REPORTS]...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True,
    help="text: a page to read; json: one record a line (see `asof schema`); html: the record beside the report.",
)  # fmt: skip
@click.option("--published", metavar="TIME", help="When the reports were published, ISO 8601 (2026-04-28T20:55+00:00).")
@click.option("--publisher", metavar="NAME", help="Who published them.")
@click.option("--url", metavar="URL", help="Where they were published.")
@click.option("--out", metavar="PATH",
    help="Write to this file instead of standard output; html also to a folder (existing, or ending in /).",
)  # fmt: skip
@click.option(
    "--resume", is_flag=True, help="With --format json --out FILE: go on; reports already in FILE are left out."
)
@click.option("--processes", type=click.IntRange(min=1), default=1, show_default=True, metavar="N",
    help="Read with so many processes; each loads the language model (about 300 MB).",
)  # fmt: skip
@click.option("--codebook", "by", default="plover", show_default=True, metavar="NAME|FILE",
    help="Code events by this codebook: a name (see `asof codebook list`) or a file of your own, checked first.",
)  # fmt: skip
@click.option("--offsets", is_flag=True, help="In text: where in the report the quoted words stand.")
@click.option(
    "--color/--no-color", "colour", default=None, help="Colours in text; by default on a terminal without NO_COLOR."
)
@click.option("--quiet", is_flag=True, help="No progress on standard error; what cannot be read is still told.")
@cli_actors.FILE
@click.pass_context
def read(
    ctx: click.Context,
    reports: tuple[str, ...],
    form: str,
    published: str | None,
    publisher: str | None,
    url: str | None,
    out: str | None,
    resume: bool,
    processes: int,
    by: str,
    offsets: bool,
    colour: bool | None,
    quiet: bool,
    files: tuple[str, ...],
) -> None:
    """Read reports: files, folders with all below them (.txt .html .htm .json .md; hidden ones left out), or
    standard input (`-`, or nothing given and something piped). Plain text may begin with front matter between
    `---` lines: title, publisher, published, url, byline.

    What cannot be read stops nothing: its record says why under `skipped`, with the file's name.
    """
    from ..batch import Facts

    facts = Facts(published, publisher, url)
    cli_actors.use(files)
    if by != "plover":
        checked(by)
    if resume and not (form == "json" and out is not None):
        raise WrongUse("--resume goes on with a file of JSON lines: give --format json and --out FILE too.")
    sources = _sources(reports, out)
    if resume and out is not None:
        from .writers import mend, not_done

        sources = not_done(sources, mend(Path(out)))
    with _stream(out, resume) as stream:
        writer = _writer(form, out, stream, offsets, colour)
        ctx.exit(_run(sources, facts, processes, by, writer, quiet, live=sys.stderr.isatty() and not _to_terminal(out)))


def _run(
    sources: Iterator[Source], facts: Facts, processes: int, by: str, writer: Writer, quiet: bool, live: bool
) -> int:
    """Read, write and count; the exit code of the whole run."""
    from ..batch import read_all
    from .progress import Progress

    progress = Progress(sys.stderr, quiet=quiet, live=live)
    codes = set()
    try:
        for outcome in read_all(sources, facts, processes, by):
            writer.write(outcome.record)
            progress.step(outcome.message)
            codes.add(outcome.exit_code)
        writer.close()
    except KeyboardInterrupt:
        progress.close()
        click.echo("asof: stopped. What was written so far is whole.", err=True)
        return 130
    progress.close()
    return next((code for code in (1, 3, 4) if code in codes), 0)


def _sources(reports: tuple[str, ...], out: str | None) -> Iterator[Source]:
    """What to read, in the order given; never the file that is written to."""
    from ..batch import Received, discover

    if not reports:
        if sys.stdin.isatty():
            raise WrongUse("Nothing to read. Give files or folders, or pipe a report in. See: asof read --help")
        reports = ("-",)
    written = Path(out).resolve() if out is not None else None

    def found() -> Iterator[Source]:
        for report in reports:
            if report == "-":
                yield Received(sys.stdin.buffer.read())
            else:
                yield from (path for path in discover(report) if written is None or path.resolve() != written)

    return found()


def _to_terminal(out: str | None) -> bool:
    return out is None and sys.stdout.isatty()


def _is_folder(out: str) -> bool:
    return Path(out).is_dir() or out.endswith(("/", os.sep))


def _stream(out: str | None, resume: bool) -> Any:
    from contextlib import nullcontext

    if out is None or _is_folder(out):
        return nullcontext(sys.stdout.buffer)
    return Path(out).open("ab" if resume else "wb")


def _writer(form: str, out: str | None, stream: BinaryIO, offsets: bool, colour: bool | None) -> Writer:
    from . import writers

    if form == "json":
        return writers.JsonLines(stream)
    if form == "html":
        return writers.HtmlFolder(Path(out)) if out is not None and _is_folder(out) else writers.HtmlPage(stream)
    width = min(shutil.get_terminal_size((88, 24)).columns, 110) if _to_terminal(out) else 88
    if colour is None:
        colour = _to_terminal(out) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return writers.TextPages(stream, width, colour, offsets)


@main.command()
@click.argument(
    "kind",
    type=click.Choice(
        [
            "reports",
            "streams",
            "quotes",
            "places",
            "times",
            "pronouns",
            "types",
            "contexts",
            "coreference",
            "actors",
            "events",
            "event-places",
            "roles",
        ]
    ),
)
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--misses", is_flag=True, help="Also what was not found, found wrongly, or found too much.")
@click.option("--gold-records", is_flag=True, help="Streams: reconcile the gold's records instead of asof's own.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def evaluate(kind: str, path: Path, misses: bool, gold_records: bool, form: str) -> None:
    """Measure asof against gold: reports one by one, streams of them reconciled, or a corpus of one kind of thing."""
    from .. import evaluate

    if gold_records and kind != "streams":
        raise WrongUse("--gold-records goes with the kind streams: only there is something made of records.")
    result = evaluate.run(f"{kind}-gold" if gold_records else kind, path)
    if form == "json":
        import json

        scores = {"kind": kind, "scores": result.scores(), **({"misses": result.misses()} if misses else {})}
        click.echo(json.dumps(scores, ensure_ascii=False, indent=2))
    else:
        click.echo(result.table())
        if misses:
            click.echo("\n" + result.misses())


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record (draft 2020-12)."""
    from . import schema

    click.echo(schema.text(), nl=False)


@main.command()
def version() -> None:
    """Print the version."""
    from .. import __version__

    click.echo(f"asof {__version__}")


@main.command()
def components() -> None:
    """List the components that make a record, in their order: version, what each requires and provides."""
    from .. import registry

    for name in registry.names():
        item = registry.component(name)
        requires = f" from {', '.join(item.requires)}" if item.requires else ""
        click.echo(f"{item.name}@{item.version}: {', '.join(item.provides)}{requires}")


main.add_command(cli_actors.actors)
main.add_command(cli_export.export)
for command in (
    *cli_store.COMMANDS,
    *cli_ask.COMMANDS,
    *cli_review.COMMANDS,
    *cli_agreement.COMMANDS,
    *cli_hooks.COMMANDS,
    *cli_serve.COMMANDS,
    *cli_accounts.COMMANDS,
):
    main.add_command(command)


if __name__ == "__main__":
    main()
