"""A real HTTP server on loopback, with a page for each way in which servers behave."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """What the server has: `pages` by path (an answer, or what makes one), and the requests that came (`asked`)."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Answer | Callable[[Request], Answer | None]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.stopping = threading.Event()

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def put(self, path: str, body: str | bytes, media: str = "text/html", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (200, {"Content-Type": media, **named}, content)


class Request(BaseHTTPRequestHandler):
    site: Site
    content: bytes = b""  # what was posted

    def do_GET(self) -> None:
        self.site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        found = self.site.pages.get(self.path, (404, {}, b"absent"))
        with suppress(OSError):  # a client that has had enough
            answer = found(self) if callable(found) else found
            if answer is not None:
                self.answer(*answer)

    def do_POST(self) -> None:
        self.content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, start: bytes, drop: bytes) -> None:
        """An answer that never ends, a little at a time: no single wait is long."""
        self.wfile.write(start)
        while not self.site.stopping.is_set():
            self.wfile.write(drop)
            self.wfile.flush()
            time.sleep(0.02)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of loopback."""
    handler = type("Handler", (Request,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        site = handler.site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        site.stopping.set()
        server.shutdown()
        thread.join()
