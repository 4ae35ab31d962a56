"""Addresses of pages as a request needs them, and whether a host's address is on the public internet.

Resolves nothing.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, quote, urlsplit

from ..errors import NotFetched

_STANDARD = {"http": 80, "https": 443}
# What an address may be written with besides letters and digits (RFC 3986), and the mark of what is quoted already.
_UNQUOTED = "%/:?#[]@!$&'()*+,;=-._~"

_UNICAST = ipaddress.ip_network("2000::/3")  # all that is routed publicly in IPv6
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # NAT64 (RFC 6052): an IPv4 address in the last 32 bits


def checked(url: str) -> SplitResult:
    """An address in the parts that a request needs; raises `NotFetched` for one that is not http(s) to a host."""
    try:
        parts = urlsplit(quote(url.strip(), safe=_UNQUOTED, errors="replace") if url.isascii() else _in_ascii(url))
        host, port = parts.hostname, parts.port
    except (ValueError, UnicodeError):
        raise NotFetched(f"{url[:200]!r} is not an address that can be read.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise NotFetched(f"{url[:200]!r} is no http or https address, and nothing else is fetched.")
    if parts.username is not None or parts.password is not None:
        raise NotFetched(f"{parts.scheme}://{host}: addresses with a user's name in them are not fetched.")
    name = f"[{host}]" if ":" in host else host
    at = f":{port}" if port is not None and port != _STANDARD[parts.scheme] else ""
    return parts._replace(netloc=name + at, path=parts.path or "/", fragment="")


def port(parts: SplitResult) -> int:
    """The port of a checked address, stated or the scheme's own."""
    return parts.port or _STANDARD[parts.scheme]


def _in_ascii(url: str) -> str:
    """An address with letters outside ASCII: its host by IDNA, the rest quoted."""
    parts = urlsplit(url.strip())
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return quote(parts._replace(netloc=host).geturl(), safe=_UNQUOTED, errors="replace")


def is_public(address: str) -> bool:
    """Whether packets to it can only go to the public internet: nothing private, local, shared, reserved, or a group.

    An IPv6 address that carries an IPv4 address (mapped, translated, 6to4, Teredo) is judged by that one.
    """
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        carried = _carried(parsed)
        if carried is None:
            return parsed in _UNICAST and parsed.is_global and not parsed.is_multicast
        if parsed.teredo is not None:
            return False  # a tunnel to wherever its server says
        parsed = carried
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
