"""Commands that fill and keep a store: add, watch, backup, restore, check."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import WrongUse
from . import cli_hooks
from .cli_ask import STORE

if TYPE_CHECKING:
    from ..acquire.fetch import Fetcher
    from ..acquire.item import Item
    from ..batch import Facts, Outcome
    from ..intake import Taken

CONTACT = click.option("--contact", metavar="ADDRESS", help="A page or address that the user agent names, for those "
                       "whose pages you fetch.")  # fmt: skip
ALLOW = click.option("--allow-host", "allow", multiple=True, metavar="HOST[:PORT]",
                     help="A host that may have a private address (an intranet's).")  # fmt: skip
PACE = click.option("--pace", type=click.FloatRange(min=0), default=1.0, show_default=True, metavar="SECONDS",
                    help="The least time between two requests to one host.")  # fmt: skip
MAP = click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN",
                   help="Which column of a table holds text, title, published, url or publisher.")  # fmt: skip
PROCESSES = click.option("--processes", type=click.IntRange(min=1), metavar="N",
                         help="Read with so many processes of this machine (default: 1).")  # fmt: skip
ENGINE = click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True,
                      help="Who reads: this machine, or a Ray cluster (needs asof[ray] on every node).")  # fmt: skip
ADDRESS = click.option("--address", metavar="HOST:PORT",
                       help="The head of the Ray cluster; else $RAY_ADDRESS, else one is started here.")  # fmt: skip
QUIET = click.option("--quiet", is_flag=True, help="No progress on standard error; what cannot be read is still told.")


@click.command()
@click.argument("given", nargs=-1, required=True, metavar="SOURCE...")
@STORE
@MAP
@click.option("--published", metavar="TIME", help="When they were published, where they do not say it themselves.")
@click.option("--publisher", metavar="NAME", help="Who published them.")
@CONTACT
@ALLOW
@PACE
@PROCESSES
@ENGINE
@ADDRESS
@QUIET
@click.pass_context
def add(
    ctx: click.Context,
    given: tuple[str, ...],
    url: str | None,
    columns: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    contact: str | None,
    allow: tuple[str, ...],
    pace: float,
    processes: int | None,
    engine: str,
    address: str | None,
    quiet: bool,
) -> None:
    """Add reports to a store and join them to incidents.

    SOURCE is a file, a folder, a pattern ("news/*.html"), JSON lines, a table (CSV, TSV), a web archive (WARC,
    gzipped or not), a folder of news-please, standard input (`-`), or the address of a page, an RSS or Atom feed, or
    a news sitemap. The same report twice changes nothing; what was stopped is gone on with by running it again.
    """
    from .. import intake
    from ..acquire import sources
    from ..acquire.columns import parsed
    from ..batch import Facts
    from ..store import Store

    fetcher = _fetcher(contact, allow, pace) if any("://" in one for one in given) else None
    options = sources.Options(columns=parsed(columns), fetcher=fetcher)
    facts = Facts(published, publisher)
    read = _reader(engine, address, processes, facts)
    with Store.open(url) as store:
        taken = intake.add(store, sources.items(given, options), facts, processes or 1, read)
        code = run(taken, quiet, store.where)
        cli_hooks.tell(store)
        ctx.exit(code)


@click.command()
@click.argument("given", nargs=-1, required=True, metavar="SOURCE...")
@STORE
@click.option("--every", type=click.FloatRange(min=0), default=300.0, show_default=True, metavar="SECONDS",
              help="How long to wait between two looks.")  # fmt: skip
@click.option("--rounds", type=click.IntRange(min=1), metavar="N", help="Look so many times, then stop.")
@CONTACT
@ALLOW
@PACE
@QUIET
@click.pass_context
def watch(
    ctx: click.Context,
    given: tuple[str, ...],
    url: str | None,
    every: float,
    rounds: int | None,
    contact: str | None,
    allow: tuple[str, ...],
    pace: float,
    quiet: bool,
) -> None:
    """Look at feeds, pages and folders again and again, and add what is new, until stopped with Ctrl-C.

    What was seen is kept in the store, so that a watch that was stopped goes on where it was.
    """
    from .. import intake
    from ..acquire import sources
    from ..store import Store

    fetcher = _fetcher(contact, allow, pace) if any("://" in one for one in given) else None
    with Store.open(url) as store:
        taken = intake.watch(store, given, sources.Options(fetcher=fetcher), every, rounds)
        with cli_hooks.telling(store):
            code = run(taken, quiet, store.where)
        cli_hooks.tell(store)
        ctx.exit(code)


def run(taken: Iterator[Taken], quiet: bool, where: str) -> int:
    """Count what is taken, with progress on standard error and a summary at the end; the exit code of the run."""
    from .progress import Progress

    progress = Progress(sys.stderr, quiet=quiet, live=sys.stderr.isatty())
    fates = {"new": 0, "known": 0, "unread": 0}
    replaced, codes = 0, set()
    stopped = False
    try:
        for one in taken:
            fates[one.fate] += 1
            replaced += one.supersedes is not None
            codes.add(one.exit_code)
            progress.step(one.message)
    except KeyboardInterrupt:
        stopped = True
    progress.close()
    words = f"{fates['new']} new, {fates['known']} known before, {fates['unread']} not read"
    if replaced:
        words += f"; {replaced} in place of an earlier version of the same page"
    click.echo(f"{where}: {words}.", err=True)
    if stopped:
        click.echo("asof: stopped. What was taken so far is kept; run the same again to go on.", err=True)
        return 130
    return next((code for code in (1, 3, 4) if code in codes), 0)


def _reader(
    engine: str, address: str | None, processes: int | None, facts: Facts
) -> Callable[[Iterable[Item]], Iterator[Outcome]] | None:
    """Who reads in place of this machine."""
    if engine == "local":
        if address is not None:
            raise WrongUse("--address is that of a Ray cluster: add --engine ray.")
        return None
    if processes is not None:
        raise WrongUse("With --engine ray the cluster has as many workers as it has processors: leave --processes out.")
    from ..cluster import read_all

    return lambda items: read_all(items, facts, address)


def _fetcher(contact: str | None, allow: tuple[str, ...], pace: float) -> Fetcher:
    from ..acquire.fetch import Fetcher, Manners

    return Fetcher(Manners(contact=contact, allow=frozenset(allow), pace=pace))


# ── keeping ──────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@STORE
def backup(path: Path, url: str | None) -> None:
    """Write the whole store to one file, while it is in use; `asof restore` reads it into SQLite or PostgreSQL."""
    from ..store import Store

    with Store.open(url, create=False) as store:
        store.backup(path)
        click.echo(f"{path} written from {store.where}.", err=True)


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@STORE
def restore(path: Path, url: str | None) -> None:
    """Read a backup into a place without a store: all of it, or nothing."""
    from ..store import Store

    with Store.restore(path, url) as store:
        click.echo(f"{store.where} restored from {path}.", err=True)


@click.command()
@STORE
@click.pass_context
def check(ctx: click.Context, url: str | None) -> None:
    """Check a store: every digest, every quoted word against its text, every reference. Exit code 6 on a problem."""
    from ..store import Store

    with Store.open(url, create=False) as store:
        found = store.check()
        for problem in found:
            click.echo(str(problem))
        click.echo(f"{store.where}: {len(found) or 'no'} problem{'' if len(found) == 1 else 's'}.", err=True)
        ctx.exit(6 if found else 0)


COMMANDS = (add, watch, backup, restore, check)
