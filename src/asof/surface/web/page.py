"""What pages share: the store, the templates, and how values are written in them.

Whatever a template shows is escaped, and hidden characters in it are made visible, without the template saying so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ... import __version__
from ...ledger import ConsolidatedIncident, Toll
from ...store import Store
from ...store.asking import Asking
from ...vocabulary.places import countries
from .. import ledger_phrase, phrase
from ..access import privacy
from ..access.masking import Mask
from ..access.viewer import asking
from ..highlight import anchor
from ..visible import visible

# Name and path, in the order shown.
NAV = (("Incidents", "/"), ("People", "/people"), ("Review", "/review"), ("Search", "/search"))


@contextmanager
def reading(request: Request) -> Iterator[Asking]:
    """The store, as it is at one moment."""
    store: Store = request.app.state.store
    with store.reading() as shelf:
        yield shelf


def environment() -> Environment:
    """The templates, and what they write values with."""
    from . import assets

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        auto_reload=False,  # they come with the code
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        nav=NAV, version=__version__, asset=lambda name: f"/static/{name}?{assets.assets()[name].version}",
        address=address, phrase=phrase, asking=asking, ledger=ledger_phrase, sources=sources, anchor=anchor,
    )  # fmt: skip
    made.filters.update(
        moment=lambda iso: phrase.moment(iso) or "", clock=clock,
        number=ledger_phrase.cell, words=words, country=country, counted=phrase.so_many,
        headline=lambda toll: ledger_phrase.headline(toll.low, toll.best, toll.high),
        spread=lambda toll: ledger_phrase.spread(toll.low, toll.best, toll.high),
        json=json.dumps, killed_words=killed_words,
    )  # fmt: skip
    return made


def shown(value: Any) -> Any:
    """A value as a template shows it: text with its hidden characters made visible."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else visible(value)


def marked(text: str, kind: str | None) -> Markup:
    """Words of a report, escaped, with a mark of this kind or none."""
    words = Markup(escape(visible(text)))
    return Markup('<mark class="%s">%s</mark>') % (kind, words) if kind else words


def outward(url: str | None) -> str | None:
    """An address that a link may lead to; null for what is none of the web (`javascript:` and its like)."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def clock(iso: str | None) -> str:
    """A moment in UTC to the minute, for columns whose head says that it is UTC."""
    return re.sub(r"(\d\d:\d\d):\d\d", r"\1", phrase.moment(iso) or "").removesuffix(" UTC")


def words(name: str) -> str:
    """A code as words: `physical_damage` → `physical damage`."""
    return name.replace("_", " ").replace("-", " ")


def country(code: str | None) -> str:
    """A country's name by its three letters."""
    found = countries().get(code or "")
    return found.name if found else code or ""


def sources(toll: Toll) -> str:
    """Whose figures stand in a toll, the nearest to the count first."""
    standing = sorted((one for one in toll.figures if one.current), key=lambda one: one.rank)
    return ", ".join(dict.fromkeys(one.source for one in standing))


def killed_words(found: ConsolidatedIncident) -> str:
    """The toll of the killed in a few words, for those who hear the page."""
    dead = next((toll for toll in ledger_phrase.whole(found) if toll.measure == "killed"), None)
    return f"Killed: {ledger_phrase.toll(dead)}" if dead else "No number of killed"


def address(path: str, **asked: Any) -> str:
    """A path with its questions; what is null, empty or false is left out."""
    given = [
        (name, one) for name, value in asked.items() for one in (value if isinstance(value, (list, tuple)) else [value])
    ]
    kept = [f"{name}={quoted(str(one))}" for name, one in given if one not in (None, "", False)]
    return f"{path}?{'&'.join(kept)}" if kept else path


# A page has hundreds of addresses, of the same few values.
quoted = lru_cache(maxsize=10_000)(quote_plus)


def render(request: Request, template: str, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page from its template, as who asks may see it."""
    return HTMLResponse(written(request, template, _hiding(request, shown), **shown), status)


def written(request: Request, template: str, hiding: Mask | None, **shown: Any) -> str:
    """A page from its template, without the names that are to be hidden."""
    environment: Environment = request.app.state.templates
    theme = request.cookies.get("theme")
    # Besides the page as a whole what cannot be masked in it any more: an address that a link leads to, words cut off.
    body = environment.get_template(template).render(
        request=request, theme=theme if theme in ("light", "dark") else None,
        outward=lambda url: None if hiding is not None and url and hiding.holds(url) else outward(url),
        masked=lambda words: words if hiding is None else hiding.even(words), **shown,
    )  # fmt: skip
    return body if hiding is None else hiding.even(body)


def _hiding(request: Request, shown: dict[str, Any]) -> Mask | None:
    """What masks the names of private people in what a page shows; null where who asks may see them."""
    who = asking(request)
    if who is not None and not who.masked:
        return None
    with reading(request) as shelf:
        return privacy.mask(request, shelf, shown)
