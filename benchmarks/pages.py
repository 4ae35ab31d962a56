"""How fast the desk's pages are: `python benchmarks/pages.py --reports 10000`.

Fills a store with generated reports (`tests/reconcile/generator.py`: invented, and spread over the earth here), or
takes the one at `--store` if it is there, and asks for each kind of page again and again, in one process and without a
network. Times are the process's own, so that what else the machine does is left out.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
warnings.simplefilter("ignore")

from asof.ledger import Told  # noqa: E402
from asof.model import Record, Report  # noqa: E402
from asof.reconcile.update import update  # noqa: E402
from asof.store import Entry, Store  # noqa: E402
from tests.reconcile.generator import world  # noqa: E402

PORTION = 50
REGIONS = ((13.0, 30.0, "SDN"), (-1.5, 29.0, "COD"), (48.5, 37.0, "UKR"), (14.0, -5.0, "MLI"), (3.0, -76.5, "COL"),
           (33.5, 36.0, "SYR"), (21.0, 96.0, "MMR"), (9.0, 39.0, "ETH"))  # fmt: skip


def fill(store: Store, reports: int, per_region: int) -> None:
    """Worlds of generated reports, one in each region, until there are so many."""
    for number in range(0, reports, per_region):
        lat, lon, country = REGIONS[number // per_region % len(REGIONS)]
        made = [_moved(one, lat, lon, country) for one in world(number, min(per_region, reports - number)).told]
        for k in range(0, len(made), PORTION):
            with store.writing() as tx:
                tx.add([entry for entry, _ in made[k : k + PORTION]])
                update(tx, [told for _, told in made[k : k + PORTION]])


def _moved(told: Told, lat: float, lon: float, country: str) -> tuple[Entry, Told]:
    """A generated report in this region, with bytes of its own."""
    text = f"{told.filing.title} of {told.filing.report}\n\nGenerated for a benchmark."
    content = text.encode()
    sha = hashlib.sha256(content).hexdigest()
    filing = replace(told.filing, report=sha)
    tellings = tuple(
        replace(one, report=sha, country=country if one.country else None,
                lat=None if one.lat is None else one.lat - 10 + lat,
                lon=None if one.lon is None else one.lon - 40 + lon)
        for one in told.tellings
    )  # fmt: skip
    moved = replace(
        told, filing=filing, tellings=tellings, counts=tuple(replace(one, report=sha) for one in told.counts),
        statements=tuple(replace(one, report=sha) for one in told.statements),
    )  # fmt: skip
    facts = Report(sha, len(content), title=filing.title, publisher=filing.publisher, published=filing.published)
    return Entry(content, Record(facts, text)), moved


def measure(store: Store, rounds: int) -> None:
    """Milliseconds for each kind of page: median and 95th percentile."""
    from starlette.testclient import TestClient

    from asof.store import IncidentFilter
    from asof.surface.web.app import create

    with store.reading() as shelf:
        rows = shelf.incidents(IncidentFilter(limit=400))
        first, last = shelf.moments(1)[0], shelf.moments(1)[-1]
        long = max((shelf.incident(row.id) for row in rows), key=lambda one: len(one.reports) if one else 0)
    assert long is not None
    middle = rows[len(rows) // 2].first_published or last
    desk = TestClient(create(store), base_url="http://127.0.0.1")
    pages = {
        "list": [f"/?killed={k % 7}" if k % 2 else "/" for k in range(rounds)],
        "list as of a moment": [f"/?as_of={rows[k * 7 % len(rows)].first_published}" for k in range(rounds)],
        "list of one place": [f"/?place=Town+{k % 30}" for k in range(rounds)],
        "what changed since": [f"/?since={middle}" for _ in range(rounds)],
        "incident": [f"/incidents/{rows[k * 5 % len(rows)].id}" for k in range(rounds)],
        f"incident of {len(long.reports)} reports": [f"/incidents/{long.id}" for _ in range(rounds)],
        "its tolls over time": [f"/incidents/{long.id}/tolls" for _ in range(max(rounds // 4, 1))],
        "why a toll": [f"/explain/{long.id}:killed" for _ in range(rounds)],
        "report": [f"/reports/{long.reports[0]}" for _ in range(rounds)],
    }
    print(f"{len(store_size(store)):,} incidents, published from {first} to {last}")
    for name, asked in pages.items():
        times = []
        desk.get(asked[0])
        for path in asked:
            began = time.process_time()
            answer = desk.get(path)
            times.append(1000 * (time.process_time() - began))
            assert answer.status_code == 200, (path, answer.text[:300])
        times.sort()
        median, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(f"{name:28} {median:7.1f} ms  p95 {late:7.1f} ms  {len(answer.content) / 1024:6.1f} KiB")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def store_size(store: Store) -> Sequence[object]:
    """All incidents, as rows."""
    from asof.store import IncidentFilter

    with store.reading() as shelf:
        return shelf.incidents(IncidentFilter(limit=10_000_000))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--per-region", type=int, default=1_250)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--store", help="kept there, and used again where it is there already")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(options.store or f"{folder}/pages.db")
        there = path.exists()
        with Store.open(path) as store:
            if not there:
                began = time.process_time()
                fill(store, options.reports, options.per_region)
                print(f"{options.reports:,} reports filled in {time.process_time() - began:.0f} s", flush=True)
            measure(store, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
