"""`asof add` and `asof watch` killed at any instant, and run again: what is there in the end is what a run leaves that
nobody disturbed. Four at once leave what one leaves."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.acquire.server import serving
from tests.store.commands import Held, finish, held, run
from tests.store.stream import REPORTS, Page, folder

pytestmark = pytest.mark.slow

KINDS = ("folder", "lines", "merging", "watch")


@pytest.fixture(params=KINDS)
def given(request: pytest.FixtureRequest, told: list[Page], tmp_path: Path) -> Iterator[list[str]]:
    """The arguments of a command that leads to all reports."""
    if request.param == "watch":
        with serving() as site:
            half = len(told) // 2
            listed = "".join(
                f"<item><title>{page.title}</title><link>{site.url(f'/{k}')}</link><guid>{k}</guid></item>"
                for k, page in enumerate(told[:half])
            )
            for k, page in enumerate(told[:half]):
                site.put(f"/{k}", page.text(), "text/plain")
            feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{listed}</channel></rss>'
            site.put("/feed", feed, "application/rss+xml")
            polite = ["--rounds", "1", "--pace", "0", "--allow-host", f"127.0.0.1:{site.port}"]
            yield ["watch", site.url("/feed"), folder(tmp_path / "news", told[half:]), *polite]
    elif request.param == "lines":
        (tmp_path / "news.jsonl").write_text("".join(page.line() + "\n" for page in told), encoding="utf-8")
        yield ["add", str(tmp_path / "news.jsonl")]
    else:  # the latest first: each report is earlier than what is there, and renames the incident that it joins
        yield ["add", folder(tmp_path / "news", told[::-1] if request.param == "merging" else told)]


def undisturbed(given: list[str], url: str, records: Path) -> tuple[Held, float]:
    """What a run leaves that nobody disturbs, and the seconds that it takes."""
    began = time.monotonic()
    assert finish([*given, "--store", url], records) == 0
    taken = time.monotonic() - began
    left = held(url)
    assert left.rows["reports"] == REPORTS and len(left.incidents) < left.rows["tellings"] / 2
    return left, taken


def kill_and_run_again(
    given: list[str], new_url: Callable[[], str], records: Path, kills: int, draw: random.Random
) -> None:
    """So many kills, on as many stores as it takes: one is finished when a run came to its end."""
    left, taken = undisturbed(given, new_url(), records)
    while kills:
        url, there = new_url(), 0
        while kills:
            process = run([*given, "--store", url], records)
            process.join(draw.random() * taken)
            process.kill()
            process.join()
            if process.exitcode == 0:
                break
            kills -= 1
            after = held(url).rows["reports"]
            assert after >= there, "what was there is there"
            there = after
        assert finish([*given, "--store", url], records) == 0
        assert held(url) == left


def test_killed_and_run_again(given: list[str], new_url: Callable[[], str], records: Path) -> None:
    kill_and_run_again(given, new_url, records, 1, random.Random(11))


@pytest.mark.soak
def test_killed_fifty_times_each(given: list[str], new_url: Callable[[], str], records: Path) -> None:
    """Of four kinds: two hundred on each engine."""
    kill_and_run_again(given, new_url, records, 50, random.Random(200))


@pytest.mark.soak
def test_killed_with_the_real_reader(told: list[Page], new_url: Callable[[], str], tmp_path: Path) -> None:
    """Nothing faked: `python -m asof`, with the language model."""
    draw = random.Random(5)
    source = folder(tmp_path / "news", told)
    url, other = new_url(), new_url()
    command = [sys.executable, "-m", "asof", "add", "--quiet", source, "--store"]
    began = time.monotonic()
    subprocess.run([*command, other], check=True)
    taken = time.monotonic() - began
    for _ in range(8):
        process = subprocess.Popen([*command, url])
        time.sleep(draw.uniform(0.3, 1) * taken)
        process.kill()
        process.wait()
        held(url)
    subprocess.run([*command, url], check=True)
    assert held(url) == held(other)


def test_four_at_once_leave_what_one_leaves(
    told: list[Page], new_url: Callable[..., str], records: Path, tmp_path: Path
) -> None:
    """Each is given all reports, from another one on; they make the store, too."""
    quarter = len(told) // 4
    turned = [folder(tmp_path / f"news{k}", told[k * quarter :] + told[: k * quarter]) for k in range(4)]
    alone, shared = new_url(), new_url(empty=True)
    assert finish(["add", turned[0], "--store", alone], records) == 0
    processes = [run(["add", source, "--store", shared], records) for source in turned]
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    assert held(shared) == held(alone)
