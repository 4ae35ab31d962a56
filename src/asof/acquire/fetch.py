"""An address → bytes; with `connect` the only module that reaches the network.

Safe: http and https only, public hosts only, checked again after each redirect; time and size are limited as a whole.
Polite: robots.txt, a pace for each host, conditional requests, retries that wait as asked, a name to complain to.

Proxies of the environment are not used: behind one, no address could be checked. Knows nothing of what it fetches.
"""

from __future__ import annotations

import email.utils
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import SplitResult, urljoin

import httpcore

from .. import __version__
from ..errors import AsofError, NotFetched
from . import robots, unpack
from .addresses import checked, port
from .connect import Budget, Checked
from .files import LARGEST

MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 500, 502, 503, 504})
# A server that asks to wait longer than this is left alone until the next run.
LONGEST_WAIT = 60.0
# How long a site's rules are kept: RFC 9309 allows a day; and how soon a site without an answer is asked again.
_RULES_KEPT, _REFUSAL_KEPT, _MOST_SITES = 3600.0, 300.0, 2000
_NO_PAGES = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip")


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave towards servers, and how much to take from them.

    `contact` is an address or page that the user agent names. `allow` lists hosts (`host` or `host:port`) that may
    have private addresses: a desk's intranet, a test's own server; no other host can redirect or link there.
    `pace` is the least time between two requests to one host; `silence` the longest wait for the next bytes, `total`
    for a page with all its redirects and tries, `largest` the most bytes of it, `tries` how often a server is asked.
    """

    contact: str | None = None
    allow: frozenset[str] = frozenset()
    pace: float = 1.0
    silence: float = 10.0
    total: float = 60.0
    largest: int = LARGEST
    tries: int = 3

    @property
    def user_agent(self) -> str:
        contact = f" (+{self.contact})" if self.contact else ""
        return f"{robots.PRODUCT}/{__version__}{contact}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `url` is where it was found in the end; `unchanged`: what the caller has is still so."""

    url: str
    content: bytes
    at: str
    unchanged: bool = False
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    content: bytes


@dataclass
class Fetcher:
    """Fetches, one request at a time to each host. May be shared by threads."""

    manners: Manners = Manners()
    sleep: Callable[[float], None] = time.sleep
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _turns: dict[str, float] = field(default_factory=dict, repr=False)
    _rules: dict[str, tuple[float, robots.Rules]] = field(default_factory=dict, repr=False)
    _tls: ssl.SSLContext = field(default_factory=httpcore.default_ssl_context, repr=False)

    def fetch(
        self, url: str, *, etag: str | None = None, modified: str | None = None, via: str | None = None
    ) -> Fetched:
        """What is at this address; raises `NotFetched`. `etag` and `modified` are of what the caller has; `via` is
        the feed or page that named the address."""
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        budget = Budget(self.manners.total)
        for _ in range(MOST_REDIRECTS + 1):
            parts = self._allowed(url, via)
            rules = self._rules_of(parts)
            if not rules.allow(parts.geturl()):
                raise NotFetched(rules.refusal or "The site's robots.txt asks not to fetch it.",
                                 later=rules.refusal is not None)  # fmt: skip
            answer = self._asked(parts, headers, budget, rules.delay)
            if answer.status not in _REDIRECTS:
                return self._fetched(parts.geturl(), answer)
            url, via = _next(parts.geturl(), answer), parts.geturl()
        raise NotFetched(f"It redirects more than {MOST_REDIRECTS} times.")

    # ── what may be asked ────────────────────────────────────────────────────────────────────────

    def _allowed(self, url: str, via: str | None) -> SplitResult:
        parts = checked(url)
        if self._is_listed(parts) and via is not None and not self._is_listed(checked(via)):
            raise NotFetched(
                f"{via} leads to {parts.netloc}: only you, or another host on your list, can lead to a host on it."
            )
        return parts

    def _is_listed(self, parts: SplitResult) -> bool:
        return parts.hostname in self.manners.allow or f"{parts.hostname}:{port(parts)}" in self.manners.allow

    def _rules_of(self, parts: SplitResult) -> robots.Rules:
        """The site's rules: everything is allowed where it has none, nothing where they cannot be had."""
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            kept = self._rules.get(site)
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        rules = self._rules_from(f"{site}/robots.txt")
        until = time.monotonic() + (_REFUSAL_KEPT if rules.refusal else _RULES_KEPT)
        with self._lock:
            if len(self._rules) >= _MOST_SITES:
                self._rules.pop(next(iter(self._rules)))
            self._rules[site] = (until, rules)
        return rules

    def _rules_from(self, url: str) -> robots.Rules:
        budget, via = Budget(self.manners.total), None
        try:
            for _ in range(MOST_REDIRECTS + 1):
                parts = self._allowed(url, via)
                answer = self._asked(parts, {}, budget, 0.0, robots.LARGEST)
                if answer.status not in _REDIRECTS:
                    break
                url, via = _next(parts.geturl(), answer), parts.geturl()
            else:
                return robots.Rules()
        except NotFetched as error:
            if not error.later:
                raise
            return robots.Rules(refusal=f"The site's robots.txt cannot be had, so nothing is fetched there: {error}")
        return robots.read(answer.content) if answer.status == 200 else robots.Rules()

    # ── asking ───────────────────────────────────────────────────────────────────────────────────

    def _asked(
        self, parts: SplitResult, headers: dict[str, str | None], budget: Budget, delay: float, cut: int | None = None
    ) -> _Answer:
        """The answer, when the host's turn has come; a busy server is asked again after a while."""
        for attempt in range(1, self.manners.tries + 1):
            self._wait(parts.netloc, delay)
            try:
                answer = self._request(parts, headers, budget, cut)
            except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError) as error:
                reason, pause, unsafe = _why(error), 0.0, _is_unsafe(error)
            else:
                if answer.status not in _BUSY:
                    return answer
                reason = f"The server answered {_phrase(answer.status)}."
                pause = _retry_after(answer.headers.get("retry-after"))
                unsafe = False
            if attempt == self.manners.tries or pause > LONGEST_WAIT or budget.left <= 0 or unsafe:
                break
            self._postpone(parts.netloc, max(pause, 2.0 ** (attempt - 1)))
        raise NotFetched(reason, later=True)

    def _request(self, parts: SplitResult, headers: dict[str, str | None], budget: Budget, cut: int | None) -> _Answer:
        sent = {"User-Agent": self.manners.user_agent, "Accept-Encoding": unpack.ACCEPTED, "Accept": "*/*"}
        sent |= {name: value for name, value in headers.items() if value and value.isascii() and value.isprintable()}
        wait = dict.fromkeys(("connect", "read", "write", "pool"), self.manners.silence)
        backend = Checked(budget, any_address=self._is_listed(parts))
        with (
            budget,
            httpcore.ConnectionPool(ssl_context=self._tls, network_backend=backend, max_connections=1) as pool,
            pool.stream("GET", parts.geturl(), headers=list(sent.items()), extensions={"timeout": wait}) as response,
        ):
            told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            body = self._body(response.status, told, response.iter_stream(), cut)
        return _Answer(response.status, told, body)

    def _body(self, status: int, headers: dict[str, str], chunks: Iterable[bytes], cut: int | None) -> bytes:
        """The body where it is wanted, within the limit; with `cut`, only its beginning is wanted."""
        media = headers.get("content-type", "").strip().lower()
        if status not in (200, 203):
            return b""
        if cut is None and media.startswith(_NO_PAGES):
            raise NotFetched(f"It is {media.split(';')[0]}, not a page.")
        largest = self.manners.largest if cut is None else cut
        stated = headers.get("content-length", "")
        if cut is None and stated.isdecimal() and int(stated) > largest:
            raise NotFetched(f"It has more than {largest / 1e6:g} MB, which is the limit.")
        try:
            unpacker = unpack.Unpacker(headers.get("content-encoding", ""), largest)
            for chunk in chunks:
                unpacker.feed(chunk)
            if not unpacker.whole:
                raise httpcore.RemoteProtocolError("the packed answer is cut short")
        except unpack.TooLarge as error:
            if cut is None:
                raise NotFetched(str(error)) from None
        except AsofError as error:
            raise NotFetched(str(error)) from None
        return bytes(unpacker.content[:largest])

    def _fetched(self, url: str, answer: _Answer) -> Fetched:
        if answer.status not in (200, 203, 304):
            raise NotFetched(f"The server answered {_phrase(answer.status)}.")
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told = answer.headers
        return Fetched(url, answer.content, at, answer.status == 304, told.get("etag"), told.get("last-modified"))

    # ── turns ────────────────────────────────────────────────────────────────────────────────────

    def _wait(self, host: str, delay: float) -> None:
        """Sleep until this host's next turn, and take it."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._turns.get(host, now))
            if len(self._turns) >= _MOST_SITES:
                self._turns = {name: at for name, at in self._turns.items() if at > now}
            self._turns[host] = turn + max(self.manners.pace, delay)
        if turn > now:
            self.sleep(turn - now)

    def _postpone(self, host: str, seconds: float) -> None:
        with self._lock:
            self._turns[host] = max(self._turns.get(host, 0.0), time.monotonic() + seconds)


# ── answers ───────────────────────────────────────────────────────────────────────────────────────


def _next(url: str, answer: _Answer) -> str:
    location = answer.headers.get("location")
    if not location:
        raise NotFetched("It redirects without saying where.")
    try:
        return urljoin(url, location.encode("latin-1").decode("utf-8", "replace"))
    except ValueError:
        raise NotFetched(f"It redirects to {location[:200]!r}, which is no address.") from None


def _phrase(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _retry_after(words: str | None) -> float:
    """Seconds to wait, from a number or a date; 0 when nothing is said that can be read."""
    if words is None:
        return 0.0
    if words.strip().isdecimal():
        return float(words.strip()[:9])
    try:
        when = email.utils.parsedate_to_datetime(words)
        return max(0.0, (when - datetime.now(when.tzinfo)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def _why(error: Exception) -> str:
    told = f" ({error})" if str(error) else ""
    if isinstance(error, httpcore.TimeoutException):
        return f"The server took too long{told}."
    if _is_unsafe(error):
        return f"The connection to the server is not safe{told}."
    return f"The server cannot be reached or broke off{told or f' ({type(error).__name__})'}."


def _is_unsafe(error: Exception) -> bool:
    return isinstance(error, ssl.SSLError) or "CERTIFICATE_VERIFY_FAILED" in str(error)
