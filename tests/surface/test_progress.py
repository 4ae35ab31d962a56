"""Progress: rare lines in a log, one live line on a terminal, silence when asked for."""

from __future__ import annotations

import io

from asof.surface.progress import Progress


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def told(*, quiet: bool = False, live: bool = False, steps: int = 30, failure: str | None = None) -> str:
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, quiet=quiet, live=live, clock=clock)
    for _ in range(steps):
        clock.now += 1
        progress.step(failure)
    progress.close()
    return stream.getvalue()


def test_a_log_gets_a_line_every_ten_seconds_and_the_sum() -> None:
    assert told().splitlines() == [f"{n} read, 1.0 a second" for n in (10, 20, 30, 30)]


def test_a_terminal_gets_one_line_drawn_over_itself() -> None:
    assert told(live=True).count("\n") == 1


def test_quiet_tells_only_what_failed() -> None:
    assert told(quiet=True) == ""
    assert told(quiet=True, steps=1, failure="a.txt: It is empty.") == "asof: a.txt: It is empty.\n"


def test_one_report_needs_no_sum() -> None:
    assert told(steps=1) == ""
