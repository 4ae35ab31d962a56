"""The command that serves the desk: `asof serve`."""

from __future__ import annotations

import click

from ..errors import WrongUse
from .cli_ask import STORE


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="The address to listen at; others than this machine's own are for a team.")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8470, show_default=True, metavar="N",
              help="The port; 0 takes a free one.")  # fmt: skip
@click.option("--name", "names", multiple=True, metavar="HOST",
              help="A name by which browsers may ask for the desk, besides localhost.")  # fmt: skip
@STORE
def serve(host: str, port: int, names: tuple[str, ...], url: str | None) -> None:
    """Serve the desk: a page of the incidents in a store, for a browser on this machine. Stop it with Ctrl-C."""
    import uvicorn

    from ..store import Store
    from .access import Settings
    from .web.app import create

    with Store.open(url, create=False) as store:
        app = create(store, Settings(host, port, frozenset(names)))
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
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"{store.where}: http://{shown}:{bound.getsockname()[1]}/ (Ctrl-C to stop)", err=True)
        with bound:
            uvicorn.Server(config).run(sockets=[bound])


COMMANDS = (serve,)
