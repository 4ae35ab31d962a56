"""A store of generated reports for benchmarks: made once, kept in the temporary folder, and copied for those who write.

The reports of `tests/reconcile/generator.py` with ten claims each, reconciled in memory in portions as intake takes
them, and then kept in the store's own transactions: what is in it is what adding them one by one would have left.
"""

from __future__ import annotations

import gc
import hashlib
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from asof.ledger import Told  # noqa: E402
from asof.model import Attribution, Event, Figure, Incident, Quote, Record, Report, Span, identify  # noqa: E402
from asof.reconcile.keys import keys  # noqa: E402
from asof.reconcile.memory import MemoryShelf  # noqa: E402
from asof.reconcile.update import update  # noqa: E402
from asof.store import Entry, Store  # noqa: E402
from asof.store.schema import REVISION  # noqa: E402
from tests.reconcile.generator import world  # noqa: E402

PORTION = 50  # reports reconciled together
KEPT = 2000  # reports in one transaction
CLAIMS = 10  # of a report, at least
LATER = 200  # reports that are held back, from everywhere in the stream, to be added by a benchmark
WORDS = tuple(f"plain{k}" for k in range(3000))


def kept(reports: int, seed: int = 1) -> tuple[Path, list[Told]]:
    """The store, made where it is not there yet, and reports that are to be added to it."""
    told = world(seed, reports + LATER).told[: reports + LATER]
    held = set(Random(seed).sample(range(len(told)), LATER))
    folder = Path(tempfile.gettempdir()) / "asof-benchmarks"
    folder.mkdir(exist_ok=True)
    made_by = b"".join(path.read_bytes() for path in (Path(__file__), ROOT / "tests/reconcile/generator.py"))
    path = folder / f"{reports}-{seed}-{REVISION}-{hashlib.sha256(made_by).hexdigest()[:8]}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        for left in folder.glob(f"{part.name}*"):
            left.unlink()
        fill(part, [one for k, one in enumerate(told) if k not in held])
        part.rename(path)
    return path, [told[k] for k in sorted(held)]


def fill(path: Path, told: Sequence[Told]) -> None:
    """Make the store: reports and what they tell as they are reconciled, then decisions, then incidents."""
    shelf = MemoryShelf()
    gc.disable()  # everything that is made stays: there is nothing to collect
    with Store.open(path) as store:
        for begin in range(0, len(told), KEPT):
            written = [put(one) for one in told[begin : begin + KEPT]]
            for k in range(0, len(written), PORTION):
                update(shelf, [one for _, one in written[k : k + PORTION]])
            with store.writing() as tx:
                tx.add([entry for entry, _ in written])
                tx.keep([one for _, one in written])
            print(f"\r{begin + len(written):,} of {len(told):,} reports generated", end="", file=sys.stderr, flush=True)
        with store.writing() as tx:
            tx.decide(shelf.decisions.values())
        with store.writing() as tx:
            tx.replace((), shelf.incidents.values())
    gc.enable()
    print(file=sys.stderr)


def put(told: Told, page: str | None = None, dated: bool = True) -> tuple[Entry, Told]:
    """Such a report's bytes and the record of them, and what it tells under their hash: a story, and a line for each
    claim. `page` is the address that its versions share."""
    draw = Random(told.tellings[0].id)
    lines = [told.filing.title or "", *(" ".join(draw.choices(WORDS, k=14)) + "." for _ in range(8))]
    at = sum(len(line) + 1 for line in lines)

    def evidence(words: str) -> tuple[Span, ...]:
        nonlocal at
        lines.append(words)
        at += len(words) + 1
        return (Span(at - len(words) - 1, at - 1, words),)

    figures = tuple(
        Figure(
            one.id, one.measure, one.low, one.high, one.value, None, one.unit, "incident", as_of=one.as_of,
            incident=one.telling, attribution=Attribution(one.speaker), evidence=evidence(one.quote),
        )
        for one in told.counts
    )  # fmt: skip
    events = tuple(
        Event(one.id, one.type, None, "occurred", one.actors, incident=one.telling, evidence=evidence(one.quote))
        for one in told.statements
    )
    incidents = tuple(
        Incident(one.id, one.type, one.mode, one.status, one.place, None, one.start, one.end, one.actors)
        for one in told.tellings
    )
    wanting = max(0, CLAIMS - len(figures) - len(events) - len(incidents))
    quotes = tuple(
        Quote(identify("q", told.tellings[0].id, k), evidence(" ".join(draw.choices(WORDS, k=9))), "indirect", None)
        for k in range(wanting)
    )
    text = "\n".join([*lines, told.tellings[0].id])
    content = text.encode()
    sha = hashlib.sha256(content).hexdigest()
    filing = told.filing
    if not dated:
        told = _undated(told)
    report = Report(
        sha, len(content), file=f"{sha[:8]}.txt", title=filing.title, publisher=filing.publisher,
        published=told.filing.published, url=page,
    )  # fmt: skip
    record = Record(report, text, events, figures, quotes, incidents=incidents, producer="generated@1")
    return Entry(content, record, page), _under(told, sha)


def _under(told: Told, sha: str) -> Told:
    filing = replace(told.filing, report=sha)
    moved = [tuple(replace(one, report=sha) for one in part) for part in (told.tellings, told.counts, told.statements)]
    return Told(filing, moved[0], told.keys, moved[1], moved[2])  # type: ignore[arg-type]


def _undated(told: Told) -> Told:
    moved = [
        tuple(replace(one, published=None) for one in part) for part in (told.tellings, told.counts, told.statements)
    ]
    filing = replace(told.filing, published=None)
    return Told(filing, moved[0], tuple(map(keys, moved[0])), moved[1], moved[2])  # type: ignore[arg-type]
