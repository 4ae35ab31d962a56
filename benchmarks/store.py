"""Questions to a large store, as of a moment, and one more report for it: part of `make bench`.

The store is generated (`generated.py`): 100,000 reports with a million claims, in SQLite, made once (a quarter of an
hour) and kept in the temporary folder. With `--check` it fails where a bar is missed: 50 ms in 95 of 100 cases, for a
question, and for one more report beyond reading it. `--store` asks another store, and adds nothing to it. Times are the
process's own, so that what else the machine does is left out; those of the clock stand beside them.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

import generated
from sqlalchemy import func, select

from asof import ask
from asof.ledger import Told
from asof.reconcile.update import update
from asof.store import IncidentFilter, IncidentRow, Store, schema

BAR = 0.050  # seconds, in 95 of 100 cases
ASKED = 100  # times each question is asked
LISTED = 50  # incidents in a list
Taken = tuple[float, float]  # seconds: the process's own, and by the clock


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--store", help="ask this store; nothing is added")
    parser.add_argument("--check", action="store_true", help="fail when a bar is missed")
    options = parser.parse_args(argv)
    path, later = (options.store, []) if options.store else generated.kept(options.reports)
    gc.collect()
    gc.freeze()  # what is collected later is not this benchmark's own world
    with Store.open(path, create=False) as store:
        print(sizes(store), flush=True)
        measured = [said(name, times(once)) for name, once in questions(store)]
    if later:
        copy = Path(path).with_suffix(".copy")
        shutil.copyfile(path, copy)
        with Store.open(copy) as store:
            measured.append(said("one more report, beyond reading", adding(store, later)))
        for left in copy.parent.glob(f"{copy.name}*"):
            left.unlink()
    return 1 if options.check and not all(measured) else 0


def sizes(store: Store) -> str:
    with store.reading() as shelf:
        rows = {
            table.name: shelf._one(select(func.count()).select_from(table))
            for table in (schema.reports, schema.claims, schema.tellings, schema.decisions, schema.incidents)
        }
    file = f", {Path(store.where).stat().st_size / 1e6:,.0f} MB" if store.engine == "sqlite" else ""
    return ", ".join(f"{number:,} {name}" for name, number in rows.items()) + file


def questions(store: Store) -> Iterator[tuple[str, Callable[[Random], object]]]:
    """Each question, about an incident and a moment that are drawn from all there are."""
    with store.reading() as shelf:
        rows = shelf.incidents(IncidentFilter(limit=1_000_000))
    several = [row for row in rows if row.first_published and row.first_published != row.last_published]
    moments = sorted(row.last_published for row in rows if row.last_published)

    def between(draw: Random) -> tuple[IncidentRow, str]:
        """An incident, and a moment in the middle of its reports."""
        row = draw.choice(several)
        return row, ask.moment((row.first_published or "")[:13])

    def incident(draw: Random) -> object:
        row, at = between(draw)
        with store.reading() as shelf:
            return ask.incident(shelf, row.id, at)

    def tolls(draw: Random) -> object:
        with store.reading() as shelf:
            return ask.history(shelf, draw.choice(several).id)

    def changes(draw: Random) -> object:
        row, at = between(draw)
        with store.reading() as shelf:
            return ask.changes(shelf, row.id, at)

    def listed(**wanted: object) -> Callable[[Random], object]:
        def once(draw: Random) -> object:
            with store.reading() as shelf:
                return ask.incidents(shelf, IncidentFilter(limit=LISTED, **wanted), draw.choice(moments))  # type: ignore[arg-type]

        return once

    yield "an incident as of a moment", incident
    yield "the tolls of an incident, each step", tolls
    yield "what changed since a moment", changes
    yield f"{LISTED} incidents as of a moment", listed()
    yield f"{LISTED} incidents of a town as of a moment", listed(place="Town 7")
    yield f"{LISTED} incidents with ten killed as of a moment", listed(min_killed=10)


def times(once: Callable[[Random], object]) -> list[Taken]:
    draw = Random(7)
    once(Random(1))  # what is imported and compiled with the first
    found: list[Taken] = []
    for _ in range(ASKED):
        with taking(found):
            once(draw)
    return found


@contextmanager
def taking(found: list[Taken]) -> Iterator[None]:
    """Note how long this takes: the process's own time, and that of the clock."""
    own, clock = time.process_time(), time.perf_counter()
    yield
    found.append((time.process_time() - own, time.perf_counter() - clock))


def adding(store: Store, later: Sequence[Told]) -> list[Taken]:
    """What intake does with one report once it is read: one transaction."""
    found: list[Taken] = []
    for one in later:
        entry, told = generated.put(one)
        with taking(found), store.writing() as tx:
            added = tx.add([entry])
            update(tx, [told], tx.tellings_of([one.supersedes for one in added if one.supersedes]))
    return found


def said(name: str, taken: list[Taken]) -> bool:
    """Say how long it took; whether the bar is held, by the process's own time."""
    own, clock = (sorted(one[which] for one in taken) for which in (0, 1))
    middle, high = own[len(own) // 2], own[int(len(own) * 0.95)]
    beside = f"(by the clock {1000 * clock[int(len(clock) * 0.95)]:.1f} ms p95)"
    verdict = "ok" if high <= BAR else "MISSED"
    print(f"{name:42} {1000 * middle:6.1f} ms median {1000 * high:6.1f} ms p95  {verdict}  {beside}", flush=True)
    return high <= BAR


if __name__ == "__main__":
    sys.exit(main())
