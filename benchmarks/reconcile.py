"""How reconciling grows with the reports: `python benchmarks/reconcile.py`, part of `make bench`.

Generated reports (`tests/reconcile/generator.py`), in memory, in portions as intake takes them: the store's own time
is measured elsewhere. Times are the process's own, so that what else the machine does is left out. With `--check` it
fails where time grows faster than reports to the power of 1.15.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from asof.reconcile.memory import MemoryShelf  # noqa: E402
from asof.reconcile.update import update  # noqa: E402
from tests.reconcile.generator import world  # noqa: E402

PORTION = 50  # reports in one transaction
GROWTH = 1.15


def seconds(reports: int, seed: int = 1) -> tuple[float, float, MemoryShelf]:
    """Seconds for all, and for the median single report added to them at the end."""
    made = world(seed, reports + 20)
    first, last = made.told[:reports], made.told[reports:]
    shelf = MemoryShelf()
    gc.collect()
    gc.disable()  # what is collected is this benchmark's own world
    began = time.process_time()
    for k in range(0, len(first), PORTION):
        update(shelf, first[k : k + PORTION])
    taken = time.process_time() - began
    singles = []
    for told in last:
        began = time.process_time()
        update(shelf, [told])
        singles.append(time.process_time() - began)
    gc.enable()
    return taken, sorted(singles)[len(singles) // 2], shelf


def growth(points: Sequence[tuple[int, float]]) -> float:
    """The exponent of time over reports, from the smallest to the largest."""
    (few, fast), (many, slow) = points[0], points[-1]
    return math.log(slow / fast) / math.log(many / few)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--check", action="store_true", help="fail when the bar is missed")
    options = parser.parse_args(argv)
    points = []
    for reports in options.sizes:
        taken, single, shelf = seconds(reports)
        points.append((reports, taken))
        made = (
            f"{len(shelf.tellings):,} tellings, {len(shelf.decisions):,} decisions, {len(shelf.incidents):,} incidents"
        )
        each = f"{1000 * taken / reports:6.2f} ms each, {1000 * single:6.1f} ms alone"
        print(f"{reports:8,} reports  {taken:8.1f} s  {each}  {made}", flush=True)
    if len(points) < 2:
        return 0
    exponent = growth(points)
    good = exponent <= GROWTH
    print(f"time grows with reports to the power of {exponent:.3f}  {'ok' if good else 'MISSED'} (at most {GROWTH})")
    return 1 if options.check and not good else 0


if __name__ == "__main__":
    sys.exit(main())
