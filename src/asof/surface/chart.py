"""A step chart in characters: what was believed at which moment, with the band between low and high.

One row a level, one column a stretch of time. A full block is the best figure (a line at the foot: none), a
light one lies between the bounds; a step is drawn where it was published, and stays until the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ..ask import Step

BEST, NONE, BAND, EMPTY = "█", "▁", "░", " "
ROWS = 8


def steps(found: Sequence[Step], width: int, rows: int = ROWS) -> Iterator[str]:
    """Lines of the chart, at most `width` columns; nothing where no step has a number."""
    numbers = [n for step in found for n in (step.low, step.best, step.high) if n is not None]
    if not numbers or max(numbers) == 0:
        return
    top = max(numbers)
    rows = min(rows, top)
    label = len(f"{top:,}")
    columns = max(width - label - 2, 10)
    across = [_at(found, column, columns) for column in range(columns)]
    for row in range(rows, 0, -1):
        least, most = top * (row - 1) / rows, top * row / rows
        name = f"{round(most):,}" if row in (rows, 1) or rows <= 4 else ""
        yield f"{name:>{label}} ┤" + "".join(_cell(step, least, most) for step in across).rstrip()
    yield f"{'':>{label}} └" + "─" * columns
    first, last = _short(found[0].at), _short(found[-1].at)
    gap = columns - len(first) - len(last)
    yield f"{'':>{label + 2}}" + (f"{first}{'':{gap}}{last}" if len(found) > 1 and gap > 1 else first)


def _at(found: Sequence[Step], column: int, columns: int) -> Step:
    """The step that stands at this column; a step has at least one column, so that none is lost."""
    start, end = _seconds(found[0].at), _seconds(found[-1].at)
    span = (end - start) or 1.0
    begins = [min(int((_seconds(step.at) - start) / span * (columns - 2)), columns - 1) for step in found]
    for k in range(1, len(begins)):
        begins[k] = min(max(begins[k], begins[k - 1] + 1), columns - 1)
    return [step for step, begin in zip(found, begins, strict=True) if begin <= column][-1]


def _cell(step: Step, least: float, most: float) -> str:
    if step.best is not None and least < step.best <= most:
        return BEST
    if step.best == 0 and least == 0 and not step.high:
        return NONE
    low = step.low if step.low is not None else step.best
    high = step.high if step.high is not None else step.best
    if low is not None and high is not None and low <= most and high > least:
        return BAND
    return EMPTY


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


def _short(moment: str) -> str:
    return moment[:16].replace("T", " ")
