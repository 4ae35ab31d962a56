"""Which addresses are public, and which are addresses of pages at all."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asof.acquire.addresses import checked, is_public
from asof.errors import NotFetched

PRIVATE = """127.0.0.1 127.8.8.8 10.0.0.1 172.16.5.4 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1
255.255.255.255 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1
::ffff:10.0.0.1 64:ff9b::10.0.0.1 64:ff9b::127.0.0.1 2002:7f00:1::1 2002:a00:1::1 2001:0:4136:e378:8000:63bf:3fff:fdd2
64:ff9b:1::1 100::1 name 1.2.3"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", "8.8.8.8 93.184.216.34 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::8.8.8.8".split())
def test_public(address: str) -> None:
    assert is_public(address)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.ip_addresses(v=4))
def test_an_address_is_no_more_public_for_being_written_as_ipv6(address: ipaddress.IPv4Address) -> None:
    public = is_public(str(address))
    assert is_public(f"::ffff:{address}") == public
    assert is_public(f"64:ff9b::{address}") == public


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("HTTP://A.example", "http://a.example/"),
        ("https://a.example:443/x?q=a b#top", "https://a.example/x?q=a%20b"),
        ("http://a.example:8080/%C3%A9", "http://a.example:8080/%C3%A9"),
        ("http://bücher.example/é", "http://xn--bcher-kva.example/%C3%A9"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)
def test_addresses_as_they_are_asked_for(given: str, asked: str) -> None:
    assert checked(given).geturl() == asked


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "file:///etc/passwd", "http://", "http:///x", "http://a:b@a.example/", "http://a.example:x/",
     "http://[::1/", "javascript:alert(1)", "", "http://a.example\r\nHost: b/", "http://" + "ü" * 100 + ".example/"],
)  # fmt: skip
def test_what_is_not_asked_for(address: str) -> None:
    try:
        found = checked(address).geturl()
    except NotFetched:
        return
    assert "\r" not in found and "\n" not in found and found.startswith("http://a.example")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=30))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for address in (text, f"http://{text}", f"http://a.example/{text}"):
        try:
            parts = checked(address)
        except NotFetched:
            continue
        assert parts.scheme in ("http", "https") and parts.hostname
        assert parts.geturl().isascii() and parts.geturl().isprintable()
