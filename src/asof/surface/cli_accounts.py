"""Commands for the accounts of a store: who may use a server on it, and as what."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..errors import NotFound
from .cli_ask import STORE

if TYPE_CHECKING:
    from ..store import Store

ROLES = click.Choice(["reader", "coder", "admin"])


@click.group()
def accounts() -> None:
    """Accounts of people and programs that use a server on a store (asof serve).

    A reader reads. A coder also adds reports and decides. An admin also sees the names that are masked from others.
    The first account closes the store's servers to everybody without one.
    """


def _store(url: str | None) -> Store:
    from ..store import Store

    return Store.open(url, create=False)


def _password() -> str:
    """Asked for on a terminal, twice; else the first line of standard input. Never an argument, which others see."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


@accounts.command()
@click.argument("name")
@click.option("--role", type=ROLES, default="reader", show_default=True)
@click.option("--no-password", is_flag=True, help="For a program: it gets a token (asof accounts token).")
@STORE
def add(name: str, role: str, no_password: bool, url: str | None) -> None:
    """Add an account. The password is asked for, or read from standard input."""
    from .access import accounts

    with _store(url) as store:
        accounts.add(store, name, role, None if no_password else _password())
        click.echo(f"{name}: {role} of {store.where}.", err=True)


@accounts.command("list")
@STORE
def list_(url: str | None) -> None:
    """List the accounts: name, role, since when, and what tokens they have."""
    with _store(url) as store, store.reading() as shelf:
        for one in shelf.accounts():
            state = f", disabled {one.disabled}" if one.disabled else "" if one.secret else ", no password"
            click.echo(f"{one.name}: {one.role}, since {one.created}{state}")
            for token in shelf.tokens(one.name):
                if token.kind == "api":
                    until = f", until {token.expires}" if token.expires else ""
                    click.echo(f"  token {token.digest[:8]}: {token.label or 'no label'}, since {token.created}{until}")


@accounts.command()
@click.argument("name")
@click.argument("role", type=ROLES)
@STORE
def role(name: str, role: str, url: str | None) -> None:
    """Give an account another role. It holds from its next request on."""
    from .access import accounts

    with _store(url) as store:
        accounts.change(store, name, role=role)
        click.echo(f"{name}: {role} of {store.where}.", err=True)


@accounts.command()
@click.argument("name")
@STORE
def password(name: str, url: str | None) -> None:
    """Give an account another password. Its sessions end; its tokens stay."""
    from .access import accounts

    with _store(url) as store:
        accounts.change(store, name, password=_password())
        click.echo(f"{name} has another password.", err=True)


@accounts.command()
@click.argument("name")
@click.option("--again", is_flag=True, help="Enable it again. Its tokens do not come back.")
@STORE
def disable(name: str, again: bool, url: str | None) -> None:
    """Disable an account, with its sessions and tokens. What it decided stays."""
    from .access import accounts

    with _store(url) as store:
        accounts.change(store, name, disabled=not again)
        click.echo(f"{name} is {'enabled again' if again else 'disabled'}.", err=True)


@accounts.command()
@click.argument("name")
@click.option("--label", metavar="WORDS", help="What it is for.")
@click.option(
    "--days", type=click.IntRange(min=1, max=36_500), metavar="N", help="Valid for so long. [default: always]"
)
@click.option("--revoke", metavar="DIGEST", help="Instead, take away the token whose digest begins so (see the list).")
@STORE
def token(name: str, label: str | None, days: int | None, revoke: str | None, url: str | None) -> None:
    """Make a token for a program of an account, and show it this once: `Authorization: Bearer TOKEN`."""
    from .access import accounts

    with _store(url) as store:
        if revoke is not None:
            with store.writing() as tx:
                found = [one for one in tx.tokens(name) if one.kind == "api" and one.digest.startswith(revoke)]
                if len(found) != 1:
                    raise NotFound(f"{name} has {len(found)} tokens whose digest begins with {revoke!r}.")
                tx.drop_token(found[0].digest)
            click.echo(f"The token {found[0].digest[:8]} of {name} is no longer valid.", err=True)
            return
        click.echo(accounts.give_token(store, name, label, days))


COMMANDS = (accounts,)
