"""`python -m asof.evaluate reports FOLDER --misses figures`: the scores of one evaluation, and what explains them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from . import KINDS, run


def main(argv: Sequence[str] | None = None) -> int:
    """Print the scores of one evaluation."""
    parser = argparse.ArgumentParser(prog="python -m asof.evaluate", description=main.__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("path", help="the folder (or file) with the gold")
    parser.add_argument("--misses", metavar="LAYER", help="also print every miss of this layer ('all' for all layers)")
    parser.add_argument("--scope", metavar="PREFIX", help="only misses of streams or reports whose name begins so")
    parser.add_argument("--by", choices=("all", "report"), default="all", help="scores over the whole, or of each part")
    options = parser.parse_args(argv)
    result = run(options.kind, options.path)
    print(result.table(["all"] if options.by == "all" else None))
    if options.misses:
        print(result.misses(None if options.misses == "all" else options.misses, options.scope))
    return 0


if __name__ == "__main__":
    sys.exit(main())
