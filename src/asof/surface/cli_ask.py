"""Commands that ask a store: incidents, show, tolls, diff, explain, search. They write nothing."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..store import IncidentFilter
    from ..store.asking import Asking
    from .lines import Lines

F = TypeVar("F", bound=Callable[..., Any])

STORE = click.option("--store", "url", metavar="URL", help="The store: a file, or a PostgreSQL URL. [default: "
                     "ASOF_STORE, else ./asof.db]")  # fmt: skip
FORM = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
AS_OF = click.option("--as-of", "as_of", metavar="TIME",
                     help="As known then: only what was published by then (such as 2026-03-10T14:50Z).")  # fmt: skip


def asking(command: F) -> F:
    """The options that every question has."""
    found: F = STORE(FORM(command))
    return found


@contextmanager
def shelf(url: str | None) -> Iterator[Asking]:
    """The store at this address, open for questions."""
    from ..store import Store

    with Store.open(url, create=False) as store, store.reading() as found:
        yield found


def lines() -> Lines:
    """Lines as wide as the terminal, in colours where there is one."""
    from .lines import Lines
    from .terminal import Ink

    live = sys.stdout.isatty()
    width = min(shutil.get_terminal_size((88, 24)).columns, 110) if live else 88
    return Lines(width, Ink(live and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"))


def show_lines(found: Iterable[str]) -> None:
    """Lines on standard output."""
    for line in found:
        click.echo(line.rstrip())


def show_json(value: Any) -> None:
    """One value as one line of JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, allow_nan=False))


def moment(words: str | None, option: str = "--as-of") -> str | None:
    """A moment given as an option, or nothing."""
    from .. import ask

    return None if words is None else ask.moment(words, option)


_FILTERS = (
    click.option("--since", metavar="TIME", help="What may have happened then or later."),
    click.option("--until", metavar="TIME", help="What may have happened then or earlier."),
    click.option("--place", metavar="NAME", help="At this place, or in this country (name or three letters)."),
    click.option("--within", metavar="KM", type=click.FloatRange(min=0), help="Within so many km of --place."),
    click.option("--actor", metavar="NAME", help="In which this actor has a part."),
    click.option("--type", "type_", metavar="TYPE", help="Of this type (ASSAULT, PROTEST, AGREE, …)."),
    click.option("--mode", metavar="MODE", help="Of this mode (drone, abduct, …)."),
    click.option("--status", multiple=True, type=click.Choice(["occurred", "ongoing", "planned"]),
                 help="With this status; may be given several times. [default: all]"),
    click.option("--min-killed", type=click.IntRange(min=0), metavar="N", help="With at least so many killed."),
)  # fmt: skip


def filters(command: F) -> F:
    """The options that say which incidents: `wanted_of` takes them."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


def wanted_of(
    since: str | None,
    until: str | None,
    place: str | None,
    within: float | None,
    actor: str | None,
    type_: str | None,
    mode: str | None,
    status: tuple[str, ...],
    min_killed: int | None,
) -> IncidentFilter:
    """The filter that the options of `filters` mean."""
    from ..store import IncidentFilter
    from .wanted import in_order, moment_given, near

    circle = near(place, within)
    in_order(since, until)
    return IncidentFilter(
        since=since and moment_given(since, "--since"),
        until=until and moment_given(until, "--until"),
        place=None if circle else place,
        near=circle,
        actor=actor,
        type=type_.upper() if type_ else None,
        mode=mode,
        status=status,
        min_killed=min_killed,
    )


@click.command()
@asking
@AS_OF
@filters
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N")
def incidents(url: str | None, form: str, as_of: str | None, limit: int, **asked: Any) -> None:
    """List incidents, the latest first. As JSON: one a line."""
    from dataclasses import replace

    from .. import ask
    from . import ledger_json, ledger_text
    from .wanted import refuse_nonsense

    wanted = replace(wanted_of(**asked), limit=limit)
    with shelf(url) as asking:
        found = ask.incidents(asking, wanted, moment(as_of))
        if not found:
            refuse_nonsense(asking, wanted)
    if form == "json":
        for one in found:
            show_json(ledger_json.incident(one, _producer()))
        return
    show_lines(ledger_text.incidents(found, lines()))
    if not found:
        click.echo("No incident fits.", err=True)


def _producer() -> str:
    from ..pipeline import producer

    return producer()


@click.command()
@click.argument("id")
@asking
@AS_OF
@click.option("--history", is_flag=True, help="In text: also the figures that no longer stand, and why.")
def show(id: str, url: str | None, form: str, as_of: str | None, history: bool) -> None:
    """Show one incident: its toll by source, who is said to have done it, disagreements, reports."""
    from .. import ask
    from ..explain import responsibility
    from . import ledger_json, ledger_text

    with shelf(url) as asked:
        found = ask.incident(asked, id, moment(as_of))
        filings = ask.filings(asked, found)
        who = responsibility(asked, found)
    if form == "json":
        show_json(ledger_json.incident(found, _producer()))
    else:
        show_lines(ledger_text.incident(found, filings, who, lines(), history))


@click.command()
@click.argument("id")
@asking
@AS_OF
def tolls(id: str, url: str | None, form: str, as_of: str | None) -> None:
    """Show how the tolls of an incident changed: a table, and a step chart of each that moved."""
    from .. import ask
    from . import ledger_json, ledger_text

    with shelf(url) as asked:
        found = ask.history(asked, id, moment(as_of))
    if form == "json":
        show_json(ledger_json.history(found, _producer()))
    else:
        show_lines(ledger_text.tolls(found, lines()))


@click.command()
@click.argument("id")
@asking
@click.option("--from", "start", metavar="TIME", required=True, help="The earlier moment.")
@click.option("--to", "end", metavar="TIME", help="The later moment. [default: now]")
def diff(id: str, url: str | None, form: str, start: str, end: str | None) -> None:
    """Show what changed about an incident between two moments, and why."""
    from .. import ask
    from . import ledger_json, ledger_text

    earlier, later = ask.moment(start, "--from"), moment(end, "--to")
    with shelf(url) as asked:
        before, after, found = ask.changes(asked, id, earlier, later)
    if form == "json":
        show_json(ledger_json.differences(after, earlier, later, found, _producer()))
    else:
        show_lines(ledger_text.differences(after, before is not None, found, lines()))


@click.command()
@click.argument("value")
@asking
@AS_OF
def explain(value: str, url: str | None, form: str, as_of: str | None) -> None:
    """Explain a value down to the bytes: a claim (f-…, e-…, q-…), an incident (h-…), one toll of an incident
    (h-…:killed or h-…:killed,children), who is said to have done it (h-…:claimed, h-…:attributed, h-…:denied) or a
    decision (d-…)."""
    from dataclasses import asdict

    from ..explain import explain as chain

    with shelf(url) as asked:
        found = chain(asked, value, moment(as_of))
    if form == "json":
        show_json([asdict(link) for link in found])
        return
    page = lines()
    for link in found:
        # The ids that `asof correct`, `undo` and `explain` take; a report's digest stands in its own words.
        named = link.kind in ("claim", "decision") and link.ref is not None and link.ref not in link.text
        show_lines(page.block(f"{link.kind}{f' {link.ref}' if named else ''}: {link.text}", 2 * link.depth, hang=True))


@click.command()
@click.argument("words")
@asking
@AS_OF
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
def search(words: str, url: str | None, form: str, as_of: str | None, limit: int) -> None:
    """Find reports that hold these words, the latest first ("quoted words" stand together)."""
    from dataclasses import asdict

    with shelf(url) as asked:
        found = asked.search(words, limit, moment(as_of))
    if form == "json":
        for one in found:
            show_json(asdict(one))
        return
    page = lines()
    for one in found:
        head = " · ".join(part for part in (one.published or "not dated", one.title) if part)
        show_lines(page.block(head, 0, page.ink.strong))
        show_lines(page.block(f"… {one.snippet} … [{one.start}–{one.end}]", 3))
        show_lines(page.block(one.report, 3, page.ink.faint))
    if not found:
        click.echo("No report holds these words.", err=True)


COMMANDS = (incidents, show, tolls, diff, explain, search)
