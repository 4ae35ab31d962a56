"""Whether what changes something was sent from a page of this server: by where it comes from, and by what it carries.

A browser says where a request comes from (`Sec-Fetch-Site`, `Origin`); programs say nothing, and need not. A request
that a session's cookie vouches for carries, besides, a value that only this server's pages have.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers
from starlette.types import Message, Receive

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD, HEADER = "csrf", "x-csrf-token"
FORM = "application/x-www-form-urlencoded"
_SALT = 32  # hexadecimal digits
LARGEST = 1_000_000  # bytes of a form that are kept while its field is looked for


def value(session: str) -> str:
    """What a form of a session carries. It tells nothing of the session, and is another one each time: what stands in
    a compressed page beside words that somebody else may choose could otherwise be guessed from the page's size."""
    return _value(session, secrets.token_hex(_SALT // 2))


def _value(session: str, salt: str) -> str:
    return (
        salt + hmac.new(session.encode(), f"asof forms {salt}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()
    )


def elsewhere(headers: Headers) -> bool:
    """Whether a browser says that the request comes from a page of another server."""
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()


def carried(given: str | None, session: str) -> bool:
    """Whether this is what the forms of the session carry."""
    said = given or ""
    return hmac.compare_digest(
        said.encode("utf-8", "replace"), _value(session, said[:_SALT]).encode("utf-8", "replace")
    )


async def field(receive: Receive) -> tuple[str | None, Receive]:
    """The field of a form's body, and the body to be received once more; too large a form has none."""
    kept: list[Message] = []
    body = bytearray()
    while True:
        message = await receive()
        kept.append(message)
        body += message.get("body", b"")
        if not message.get("more_body") or len(body) > LARGEST:
            break
    try:
        found = parse_qs(body.decode("latin-1"), max_num_fields=1000).get(FIELD, [None])[0]
    except ValueError:
        found = None

    async def again() -> Message:
        return kept.pop(0) if kept else await receive()

    return found, again
