"""Commands for web hooks: who is told of new and changed incidents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from .cli_ask import STORE, asking, lines, shelf, show_json, show_lines
from .clock import written

if TYPE_CHECKING:
    from ..ledger import ConsolidatedIncident
    from ..store import Store


@click.group()
def hooks() -> None:
    """Tell other programs of new and changed incidents: an address is sent them as JSON after each `asof add`, and
    while `asof watch` or `asof serve` runs."""


@hooks.command()
@click.argument("address")
@STORE
@click.option("--place", metavar="NAME", help="Only at this place, or in this country (name or three letters).")
@click.option("--actor", metavar="NAME", help="Only those in which this actor has a part.")
@click.option("--type", "type_", metavar="TYPE", help="Only of this type (ASSAULT, PROTEST, AGREE, …).")
@click.option("--mode", metavar="MODE", help="Only of this mode (drone, abduct, …).")
@click.option("--status", multiple=True, type=click.Choice(["occurred", "ongoing", "planned"]), help="Only so.")
@click.option("--min-killed", type=click.IntRange(min=0), metavar="N", help="Only with at least so many killed.")
@click.option("--allow-private", is_flag=True, help="The address may be on a private network.")
def add(
    address: str,
    url: str | None,
    place: str | None,
    actor: str | None,
    type_: str | None,
    mode: str | None,
    status: tuple[str, ...],
    min_killed: int | None,
    allow_private: bool,
) -> None:
    """Add ADDRESS. Prints the secret that signs what it is sent (docs/REVIEW.md); it is not shown again."""
    from .. import notifying
    from ..store import Store

    wanted = {"place": place, "actor": actor, "type": type_ and type_.upper(), "mode": mode,
              "status": list(status), "min_killed": min_killed}  # fmt: skip
    with Store.open(url, create=False) as store:
        no, secret = notifying.add(store, address, wanted, allow_private)
    click.echo(f"hook {no}: {address} is told of what changes from now on.", err=True)
    click.echo(secret)


@hooks.command("list")
@asking
def list_(url: str | None, form: str) -> None:
    """List the hooks, and how telling them goes."""
    with shelf(url) as asked:
        found = [(one, asked.queued(one.no)) for one in asked.hooks()]
    if form == "json":
        for one, queued in found:
            shown = {"no": one.no, "url": one.url, "wanted": one.wanted, "private": one.private, "queued": queued}
            show_json(shown | {"state": one.state})
        return
    page = lines()
    for one, queued in found:
        narrowed = ", ".join(f"{name} {value}" for name, value in one.wanted.items())
        facts = [f"{one.no}: {one.url}", narrowed, f"{queued} to tell" if queued else "", _state(one.state)]
        show_lines(page.block(" · ".join(fact for fact in facts if fact), 0, hang=True))
    if not found:
        click.echo("No hook: asof hooks add ADDRESS.", err=True)


def _state(state: dict[str, Any]) -> str:
    if state.get("failed"):
        tries = state["failed"]
        again = written(datetime.fromtimestamp(state["next"], UTC))
        return f"not taken {tries} time{'' if tries == 1 else 's'}: {state['why']} Again after {again}"
    return f"told {written(datetime.fromtimestamp(state['at'], UTC))}" if "at" in state else ""


@hooks.command()
@click.argument("no", type=int, metavar="NUMBER")
@STORE
def remove(no: int, url: str | None) -> None:
    """Remove a hook, with all that it was still to be told."""
    from .. import notifying
    from ..store import Store

    with Store.open(url, create=False) as store:
        notifying.remove(store, no)


@hooks.command()
@STORE
@click.pass_context
def deliver(ctx: click.Context, url: str | None) -> None:
    """Tell all hooks now what they are still to be told, also those whose turn it is not. Exit code 3 where one did not
    take it."""
    from ..store import Store

    with Store.open(url, create=False) as store:
        ctx.exit(3 if tell(store, due=False) else 0)


def tell(store: Store, due: bool = True) -> int:
    """Tell the hooks, and say on standard error who did not take it; how many those are."""
    from .. import notifying

    failed = 0
    for sent in notifying.deliver(store, shown, due=due):
        if sent.failed:
            failed += 1
            click.echo(f"asof: hook {sent.hook}, {sent.url}: {sent.failed} It is tried again later.", err=True)
    return failed


@contextmanager
def telling(store: Store) -> Iterator[None]:
    """Tell the hooks while a watch or a server runs."""
    from .. import notifying

    with notifying.telling(store, shown):
        yield


def shown(incident: ConsolidatedIncident) -> dict[str, Any]:
    """An incident as a hook is told it: as `asof show --format json` has it."""
    from ..pipeline import producer
    from . import ledger_json

    return ledger_json.incident(incident, producer())


COMMANDS = (hooks,)
