"""Killed at any instant, and again: nothing lost, nothing doubled. Four at once: nobody's work is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from asof.store import IncidentFilter, Store

pytestmark = pytest.mark.slow

WRITER = Path(__file__).parent / "writer.py"
TOTAL = 60  # reports that a writer has to add; it stops when all are there


def start(url: str, first: int = 0, total: int = TOTAL) -> subprocess.Popen[str]:
    """A process that adds reports `first` to `first + total`, some at a time, as long as any is missing."""
    command = [sys.executable, str(WRITER), url, str(first), str(total)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": ":".join(sys.path)})


def is_whole(url: str) -> int:
    """Everything of a transaction is there or nothing; how many reports are."""
    with Store.open(url) as store:
        assert store.check() == []
        with store.reading() as shelf:
            reports = [kept.sha256 for kept in shelf.reports(limit=10_000)]
            ids = shelf.tellings_of(reports)
            assert len(ids) == len(set(reports)) == len(reports)
            assert len(shelf.counts(ids)) == len(shelf.statements(ids)) == len(ids)
            members = [
                one for row in shelf.incidents(IncidentFilter(limit=10_000)) for one in shelf.incident(row.id).tellings
            ]
            assert sorted(members) == ids, "each telling is in one incident"
            assert len(shelf.search("shells", limit=10_000)) == len(reports)
        return len(reports)


def kill_and_look(url: str, kills: int, draw: random.Random) -> None:
    """Kill a writer so many times, each at an instant that the seed draws from the writing of one round."""
    first = 0
    done = 0
    while done < kills:
        process = start(url, first)
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
        time.sleep(draw.random() * 0.4)
        process.send_signal(signal.SIGKILL)
        done += process.wait() == -signal.SIGKILL
        process.stdout.close()
        there = is_whole(url)
        assert there >= first
        first = there if there >= first + TOTAL else first
    process = start(url, 0, first + TOTAL)
    assert process.communicate(timeout=120)[0].endswith("done\n")
    assert is_whole(url) == first + TOTAL


def test_killed_at_any_instant_nothing_is_lost_or_doubled(url: str) -> None:
    kill_and_look(url, 4, random.Random(4))


@pytest.mark.soak
def test_killed_a_hundred_times(url: str) -> None:
    """With both engines, two hundred."""
    kill_and_look(url, 100, random.Random(200))


def test_killed_while_it_is_made(new_url: Callable[..., str]) -> None:
    """A store is there with all its tables, or it is not there."""
    draw = random.Random(7)
    for _ in range(4):
        url = new_url(empty=True)
        process = start(url)
        time.sleep(0.6 + draw.random() * 0.8)
        process.kill()
        process.wait()
        process.stdout.close()  # type: ignore[union-attr]
        with Store.open(url) as store:
            assert store.check() == []


def test_four_writers_at_once_lose_nothing(new_url: Callable[..., str]) -> None:
    """They make the store, too; what two of them add is there once."""
    url = new_url(empty=True)
    processes = [start(url, first, 60) for first in (0, 30, 60, 90)]
    for process in processes:
        assert process.communicate(timeout=240)[0].endswith("done\n")
    assert is_whole(url) == 150
