"""The step chart: a step where it was published, the band between the bounds, nothing lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from asof.ask import Step
from asof.surface.chart import BAND, BEST, steps

NUMBER = st.none() | st.integers(0, 5000)


def test_a_toll_that_rises() -> None:
    found = list(
        steps([Step("2026-05-04T11:00:00Z", 1, 1, None), Step("2026-05-04T16:00:00Z", 2, 3, 4)], width=26, rows=4)
    )
    assert found == [
        "4 ┤                     ░░",
        "3 ┤                     ██",
        "2 ┤                     ░░",
        "1 ┤█████████████████████",
        "  └───────────────────────",
        "   2026-05-04 11:00",
    ]


def test_no_numbers_no_chart() -> None:
    assert list(steps([Step("2026-05-04T11:00:00Z", None, None, None)], width=40)) == []


@given(st.lists(st.tuples(NUMBER, NUMBER, NUMBER), min_size=1, max_size=12), st.integers(10, 120))
def test_any_steps_fit_their_width(numbers: list[tuple[int | None, int | None, int | None]], width: int) -> None:
    found = [Step(f"2026-05-{day:02}T00:00:00Z", *three) for day, three in enumerate(numbers, start=1)]
    lines = list(steps(found, width))
    assert all(len(line) <= max(width, 30) for line in lines)
    if any(best for _, best, _ in numbers):
        assert any(BEST in line or BAND in line for line in lines)
