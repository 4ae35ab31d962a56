"""Records → standard output, a file, or a folder, one by one as they come.

JSON is one record a line and can be gone on with (`--resume`); text is pages under one another; HTML
is one page with a section a report, or a folder with a page each.
"""

from __future__ import annotations

import hashlib
import json as standard_json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from ..batch import Source, describe
from ..errors import WrongUse
from ..model import Record
from . import json


class Writer(Protocol):
    """Takes records in their order; `close` writes what comes after the last."""

    def write(self, record: Record) -> None: ...

    def close(self) -> None: ...


class JsonLines:
    """One record a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, record: Record) -> None:
        self.stream.write(json.dumps(record).encode() + b"\n")
        self.stream.flush()

    def close(self) -> None:
        pass


class TextPages:
    """Pages of text, with a line between two."""

    def __init__(self, stream: BinaryIO, width: int, colour: bool, offsets: bool) -> None:
        from .terminal import Ink

        self.stream, self.width, self.ink, self.offsets = stream, width, Ink(colour), offsets
        self.first = True

    def write(self, record: Record) -> None:
        from . import text

        between = "" if self.first else f"\n{'═' * self.width}\n\n"
        self.first = False
        self.stream.write((between + text.page(record, self.width, self.ink, self.offsets)).encode())
        self.stream.flush()

    def close(self) -> None:
        pass


class HtmlPage:
    """One page with a section a report; written at the end, because its head lists them."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.records: list[Record] = []

    def write(self, record: Record) -> None:
        self.records.append(record)

    def close(self) -> None:
        from . import html

        self.stream.write(html.page(self.records).encode())
        self.stream.flush()


class HtmlFolder:
    """A page a report in a folder, and `index.html` that lists them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.listed: list[tuple[str, str, str]] = []
        self.used: set[str] = {"index"}

    def write(self, record: Record) -> None:
        from . import html

        report = record.report
        name = stem = Path(report.file).stem if report.file else "report"
        if name in self.used:
            name = f"{stem}-{hashlib.sha256(f'{report.file}{report.sha256}'.encode()).hexdigest()[:8]}"
        while name in self.used:
            name += "-again"
        self.used.add(name)
        (self.folder / f"{name}.html").write_text(html.page([record]), "utf-8")
        self.listed.append((f"{name}.html", html.title(record), html.byline(record)))

    def close(self) -> None:
        from . import html

        (self.folder / "index.html").write_text(html.index(self.listed), "utf-8")


# ── going on with an interrupted run ─────────────────────────────────────────────────────────────


def mend(path: Path) -> Counter[str]:
    """How often each report stands in a file of JSON lines; a last line cut short is removed."""
    done: Counter[str] = Counter()
    if not path.exists():
        return done
    good = 0
    with path.open("rb+") as stream:
        for number, line in enumerate(stream, start=1):
            if not line.endswith(b"\n"):
                break
            try:
                report = standard_json.loads(line)["report"]
                done[report["sha256"] or report["file"]] += 1
            except (ValueError, KeyError, TypeError):
                raise WrongUse(
                    f"{path}, line {number}, is no record of asof, so the run cannot go on with this file. "
                    "Give the file that `asof read --format json --out` wrote, or leave --resume out."
                ) from None
            good += len(line)
        stream.truncate(good)
    return done


def not_done(sources: Iterable[Source], done: Counter[str]) -> Iterator[Source]:
    """Sources of which there is no record yet. Bytes found twice are left out only as often as recorded."""
    left = done.copy()
    for source in sources:
        report = describe(source)
        key = report.sha256 or report.file or ""
        if left[key]:
            left[key] -= 1
        else:
            yield source
