"""By which names a server may be asked for, and whether an address is the loopback's.

A page of another site can give its own name the address 127.0.0.1 and so have a browser read a local server (DNS
rebinding). Its requests still carry its name as their host: names that are not this server's are refused.
"""

from __future__ import annotations

from ipaddress import ip_address

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server bound to it."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def named(header: str) -> str:
    """The name in a Host header, without the port, in lower case."""
    name, colon, port = header.strip().lower().rpartition(":")
    bare = name if colon and port.isdigit() else header.strip().lower()
    return bare.removesuffix(".")


def allowed(header: str, host: str, hosts: frozenset[str]) -> bool:
    """Whether a request for this Host header is for a server bound to `host`, known also by `hosts`."""
    name = named(header)
    if name in LOOPBACK:
        return is_loopback(host)
    own = f"[{host.strip('[]')}]" if ":" in host else host
    return name in {one.lower() for one in hosts} or (name == own.lower() and name not in ("0.0.0.0", "[::]"))
