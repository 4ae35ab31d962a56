"""Commands by which a person decides what belongs together: review, decide, split, correct, undo."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from .cli_ask import STORE, asking, lines, shelf, show_json, show_lines
from .clock import decided

if TYPE_CHECKING:
    from ..deciding import Open
    from ..ledger import Change, Telling, Verdict
    from ..store import Store

BY = click.option("--by", metavar="NAME", envvar="ASOF_BY", help="Who decides. [default: ASOF_BY, else your user name]")
NOTE = click.option("--note", metavar="WORDS", help="Why; kept with the decision.")


def _told(change: Change) -> None:
    for incident in change.incidents:
        click.echo(f"{incident.id}: {len(incident.tellings)} tellings from {len(incident.reports)} reports")
    for gone in change.gone:
        click.echo(f"{gone}: no more")


@click.command()
@asking
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N")
@click.option("--ask/--list", "asks", default=False, help="Ask about each pair in turn, or only list them.")
@BY
def review(url: str | None, form: str, limit: int, asks: bool, by: str | None) -> None:
    """Go through the pairs that no rule is sure of: are two reports' tellings of one incident?"""
    from .. import deciding
    from ..store import Store

    with shelf(url) as asked:
        waiting = deciding.queue(asked, limit)
    if form == "json":
        for one in waiting:
            show_json(asdict(one))
        return
    if not waiting:
        click.echo("No pair waits for a decision.", err=True)
        return
    for number, one in enumerate(waiting, start=1):
        show_lines([f"{number} of {len(waiting)}", *_pair(one)])
        if asks and not _asked(url, one, by, Store):
            return


def _asked(url: str | None, one: Open, by: str | None, store: type[Store]) -> bool:
    """Ask about one pair and decide; whether to go on."""
    from .. import deciding

    answers: dict[str, Verdict] = {"s": "same", "d": "different", "u": "unsure"}
    answer = click.prompt("[s]ame, [d]ifferent, [u]nsure, [k]eep for later, [q]uit",
                          type=click.Choice([*answers, "k", "q"]), show_choices=False)  # fmt: skip
    if answer in answers:
        with store.open(url, create=False) as opened:
            pair = one.decision.left, one.decision.right
            _told(deciding.decide(opened, *pair, answers[answer], by or getpass.getuser(), decided())[1])
    return bool(answer != "q")


def _pair(one: Open) -> list[str]:
    page = lines()
    shown = []
    for telling in (one.left, one.right):
        shown += list(page.block(_telling(telling), 2, hang=True))
    for reason in one.decision.reasons:
        detail = f" ({reason.detail})" if reason.detail else ""
        shown += list(page.block(f"{reason.weight:+.2f} {reason.name}{detail}", 4, page.ink.faint))
    return shown


def _telling(told: Telling) -> str:
    figures = ", ".join(f"{measure} {low if low is not None else '?'}–{high if high is not None else '?'}"
                        for measure, low, high in told.figures[:4])  # fmt: skip
    facts = [told.id, f"{told.type}{f', {told.mode}' if told.mode else ''}", told.place, told.start, figures,
             " and ".join(told.actors), f"published {told.published}" if told.published else None]  # fmt: skip
    return " · ".join(fact for fact in facts if fact)


@click.command()
@click.argument("left")
@click.argument("right")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@STORE
@BY
@NOTE
def decide(left: str, right: str, verdict: Verdict, url: str | None, by: str | None, note: str | None) -> None:
    """Decide whether two tellings, or two incidents, are the same. It outranks every rule, and can be undone."""
    from .. import deciding
    from ..store import Store

    with Store.open(url, create=False) as store:
        decision, change = deciding.decide(store, left, right, verdict, by or getpass.getuser(), decided(), note)
    click.echo(f"{decision.id}: {decision.left} and {decision.right} are {verdict}")
    _told(change)


@click.command()
@click.argument("incident")
@click.argument("telling")
@STORE
@BY
@NOTE
def split(incident: str, telling: str, url: str | None, by: str | None, note: str | None) -> None:
    """Take one telling out of an incident: it tells of another happening."""
    from .. import deciding
    from ..store import Store

    with Store.open(url, create=False) as store:
        _told(deciding.split(store, incident, telling, by or getpass.getuser(), decided(), note))


@click.command()
@click.argument("claim")
@click.argument("field", required=False)
@click.argument("value", required=False)
@STORE
@BY
@NOTE
def correct(
    claim: str, field: str | None, value: str | None, url: str | None, by: str | None, note: str | None
) -> None:  # fmt: skip
    """Correct a value of a claim; without FIELD, say that the claim is right; without VALUE, that it is not known.

    FIELD `status` with the VALUE `rejected` leaves the claim out of every count; FIELD `incident` moves a figure to the
    incident VALUE (i-…) of its report, one that is counted. What was read stays on record.
    """
    from .. import deciding
    from ..store import Store

    with Store.open(url, create=False) as store:
        made, change = deciding.correct(store, claim, field, value, by or getpass.getuser(), decided(), note)
    what = "is right as it was read" if made.field is None else f"{made.field} is {made.value}, was {made.before}"
    click.echo(f"{made.id}: {made.claim} {what}")
    _told(change)


@click.command()
@click.argument("decision")
@STORE
@BY
@NOTE
def undo(decision: str, url: str | None, by: str | None, note: str | None) -> None:
    """Take a person's decision, or a correction, back. It and its undoing both stay on record."""
    from .. import deciding
    from ..store import Store

    with Store.open(url, create=False) as store:
        made, change = deciding.undo(store, decision, by or getpass.getuser(), decided(), note)
    click.echo(f"{made.id}: {decision} undone")
    _told(change)


COMMANDS = (review, decide, split, correct, undo)
