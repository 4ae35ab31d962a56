"""The command that serves the desk: `asof serve`."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import click

from ..errors import WrongUse
from .cli_ask import STORE
from .cli_hooks import telling

if TYPE_CHECKING:
    from ..store import Store
    from .access.settings import Masked

RARELY = (50_000, 20, 20)  # a page makes 20,000 values, all of them gone with it: Python looks for cycles every 700
AT_ONCE = (6, 1)  # `socket.IPPROTO_TCP` and `TCP_NODELAY`, on every system; what opens sockets is imported elsewhere


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="The address to listen at; others than this machine's own are for a team.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8470, show_default=True, metavar="N",
              help="The port; 0 takes a free one.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST",
              help="A name by which browsers may ask for the desk, besides localhost.")  # fmt: skip
@click.option("--mask", type=click.Choice(["nobody", "readers", "coders"]), default="readers", show_default=True,
              help="With accounts: from whom the names of private people are masked.")  # fmt: skip
@click.option("--fetch", is_flag=True, help="Also take reports by their address, which the server then fetches.")
@click.option("--https", is_flag=True, help="Browsers reach it through TLS: cookies are sent no other way.")
@STORE
def serve(
    host: str, port: int, names: tuple[str, ...], mask: Masked, fetch: bool, https: bool, url: str | None
) -> None:
    """Serve the desk: the pages and the API on a store. Stop it with Ctrl-C.

    Without accounts it is for this machine alone, and whoever uses the machine may do everything. For a team, make
    accounts first: asof accounts add NAME --role admin.
    """
    import uvicorn

    from ..store import Store
    from .access import Settings
    from .access.hosts import is_loopback
    from .web.app import create, prepare

    with Store.open(url, create=False) as store:
        _refuse_open(store, host, is_loopback(host))
        app = create(store, Settings(host, frozenset(names), mask, fetch, https))
        config = uvicorn.Config(
            app, host=host, port=port, log_config=None, log_level="critical", server_header=False, date_header=False
        )
        try:
            bound = config.bind_socket()
        except SystemExit as error:  # how uvicorn says that it could not
            raise WrongUse(
                f"Nothing can be served at {host}, port {port}: {error.__context__}. Is a desk running there already? "
                "Give another --port, or 0 for a free one."
            ) from None
        # Connections inherit it. Without it the last part of an answer waits until the first was acknowledged: 40 ms.
        bound.setsockopt(*AT_ONCE, 1)
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"{store.where}: http://{shown}:{bound.getsockname()[1]}/ (Ctrl-C to stop)", err=True)
        prepare(app)
        # What is there now stays: to look through all of it for garbage takes 80 ms, in the middle of a page.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*RARELY)
        with bound, telling(store):
            uvicorn.Server(config).run(sockets=[bound])


def _refuse_open(store: Store, host: str, alone: bool) -> None:
    """A server that other machines reach is for those who have an account."""
    with store.reading() as shelf:
        if not alone and not shelf.has_accounts():
            raise WrongUse(
                f"Other machines reach {host}, and this store has no accounts: everybody there could change it. Make "
                "one first: asof accounts add NAME --role admin. Or leave --host out, to serve this machine alone."
            )


COMMANDS = (serve,)
