"""`python -m asof.evaluate` checks every floor; `python -m asof.evaluate reports FOLDER --misses all` shows misses."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import KINDS, floors, run
from .result import Result


def main(argv: Sequence[str] | None = None) -> int:
    """Check the scores against their floors, or print those of one evaluation."""
    parser = argparse.ArgumentParser(prog="python -m asof.evaluate", description=main.__doc__)
    parser.add_argument("kind", choices=list(KINDS), nargs="?", help="nothing: all that have floors")
    parser.add_argument("path", nargs="?", type=Path, help="the folder with the gold")
    parser.add_argument("--misses", metavar="LAYER", help="also print every miss of this layer ('all' for all layers)")
    parser.add_argument("--scope", metavar="PREFIX", help="only misses of streams or reports whose name begins so")
    parser.add_argument("--by", choices=("all", "report"), default="all", help="scores over the whole, or of each part")
    parser.add_argument("--gold-records", action="store_true", help="streams: reconcile the gold's records, not ours")
    parser.add_argument("--write", action="store_true", help="pin the scores reached as the new floors")
    options = parser.parse_args(argv)
    if options.kind is None:
        return check(options.write)
    if options.path is None:
        parser.error("give the folder with the gold too")
    if options.gold_records and options.kind != "streams":
        parser.error("--gold-records goes with the kind streams")
    result = run(f"{options.kind}-gold" if options.gold_records else options.kind, options.path)
    print(result.table(["all"] if options.by == "all" else None))
    if options.misses:
        print(result.misses(None if options.misses == "all" else options.misses, options.scope))
    return 0


def check(write: bool) -> int:
    """Measure everything that has floors and whose gold is there; 1 when a score fell below its floor."""
    results, fallen = dict[str, Result](), list[str]()
    for measured in floors.MEASURED:
        if not measured.path.exists():
            print(f"── {measured.name}: skipped, {measured.path} is absent\n")
            continue
        result = results[measured.name] = run(measured.kind, measured.path)
        fallen += floors.below(measured.name, result)
        print(f"── {measured.name}: {measured.path}\n{result.table(['all'])}\n", flush=True)
    if write:
        floors.FILE.write_text(floors.written(results), encoding="utf-8")
        print(f"{floors.FILE.name} written. `make golden` brings it to the README.")
        return 0
    print("\n".join(fallen) if fallen else "no score is below its floor")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
