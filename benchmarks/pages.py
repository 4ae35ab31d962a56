"""How fast the desk answers on a large store: `python benchmarks/pages.py`. A load test of `asof serve`.

The store is a copy of the generated one of `generated.py` (100,000 reports, a million claims: made once, and kept),
with its incidents spread over the earth, so that maps have something to draw; `--store` asks another one, and adds
nothing to it. The server is a process of its own, asked through sockets as browsers ask it (compressed answers):

1. each kind of page and of operation alone, one question after another: the clock, and beside it the time of the
   server's processors, because the clock of a machine that does other work as well tells of that, too;
2. 50 readers at once, each with a pause between its questions, while `asof add` reads and writes new reports;
3. the same without a pause, which tells how much the server can do, and whether any answer fails.

With `--check` it fails where a bar is missed: a list in 150 ms and an incident in 200 ms in 95 of 100 cases, alone;
500 MB of memory; no error in 1 to 3.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent))

import generated

from asof.store import IncidentFilter, Store

BARS = {"list": 150, "incident": 200}  # milliseconds, in 95 of 100 cases; by how the names of questions begin
MEMORY = 500  # MB
READERS = 50
IDLE = 4.0  # seconds after which a connection is not used again: the server closes it after five
REGIONS = ((13.0, 30.0, "SDN"), (-1.5, 29.0, "COD"), (48.5, 37.0, "UKR"), (14.0, -5.0, "MLI"), (3.0, -76.5, "COL"),
           (33.5, 36.0, "SYR"), (21.0, 96.0, "MMR"), (9.0, 39.0, "ETH"))  # fmt: skip
Questions = dict[str, list[str]]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100_000, help="of the generated store")
    parser.add_argument("--store", help="ask this store; nothing is added")
    parser.add_argument("--rounds", type=int, default=40, help="times each kind is asked alone")
    parser.add_argument("--seconds", type=float, default=40, help="that the readers read, with and without a pause")
    parser.add_argument("--pause", type=float, default=10, help="seconds between two questions of a reader, on average")
    parser.add_argument("--added", type=int, default=200, help="new reports that are read and written meanwhile")
    parser.add_argument("--only", default="", help="kinds whose names hold this, alone, and no readers")
    parser.add_argument("--check", action="store_true", help="fail when a bar is missed")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or copied(options.reports, Path(folder))
        questions = {name: asked for name, asked in asking(store, options.rounds).items() if options.only in name}
        with serving(store) as server:
            missed = alone(server, questions)
            print(f"{'memory, after these':44} {server.memory():7.0f} MB", flush=True)
            if not options.only:
                texts = [] if options.store else reports(Path(folder) / "new", options.added)
                missed += together(server, questions, options.seconds, options.pause, store, texts)
                missed += together(server, questions, options.seconds, 0, store, [])
            peak = server.memory("VmHWM")
            print(f"{'memory, at most':44} {peak:7.0f} MB", flush=True)
            missed += ["memory"] * (peak > MEMORY)
    print(f"missed: {', '.join(missed)}" if missed else "every bar is held")
    return 1 if options.check and missed else 0


# ── the store and the questions ──────────────────────────────────────────────────────────────────


def copied(reports: int, folder: Path) -> str:
    """A copy of the generated store to write to, its incidents spread over eight regions."""
    path = folder / "pages.db"
    shutil.copyfile(generated.kept(reports)[0], path)
    draw = random.Random(3)
    with sqlite3.connect(path) as there:
        ids = [id for (id,) in there.execute("SELECT id FROM incidents ORDER BY id")]
        places = [draw.choice(REGIONS) for _ in ids]
        rows = [
            (round(draw.gauss(lat, 2), 3), round(draw.gauss(lon, 2.5), 3), country, id)
            for (lat, lon, country), id in zip(places, ids, strict=True)
        ]
        there.executemany("UPDATE incidents SET lat = ?, lon = ?, country = ? WHERE id = ?", rows)
    return str(path)


def asking(url: str, rounds: int) -> Questions:
    """Addresses of each kind, drawn from what the store holds."""
    with Store.open(url, create=False) as store, store.reading() as shelf:
        rows = shelf.incidents(IncidentFilter(limit=10_000_000))
        print(f"{shelf.state().split('-')[0]} reports, {len(rows):,} incidents", flush=True)
        last = shelf.moments(1)[-1]
        some = random.Random(5).sample(rows, min(400, len(rows)))
        long = max(shelf.bodies([row.id for row in some]).values(), key=lambda found: len(found.reports))
        source = next(iter(shelf.sources(False, "", None, 1)), None)
    draw = random.Random(7)
    dated = [row for row in rows if row.first_published]
    recent = sorted(row.last_published or "" for row in rows)[-60]

    def each(make: Callable[[int], str]) -> list[str]:
        return [make(k) for k in range(rounds)]

    def one() -> str:
        return draw.choice(rows).id

    def moment() -> str:
        return draw.choice(dated).first_published or last

    def to(path: str, **asked: object) -> str:
        return f"{path}?{urlencode(asked)}"

    return {
        "list": each(lambda k: "/"),
        "list, a later portion": each(lambda k: to("/", after=f"{(row := draw.choice(rows)).sorts}~{row.id}~0")),
        "list by toll": each(lambda k: to("/", killed=5 + k % 20)),
        "list by place": each(lambda k: to("/", place=f"Town {k % 30}")),
        "list by actor": each(lambda k: to("/", actor=("army", "police", "rebels", "government")[k % 4])),
        "list by type and status": each(lambda k: to("/", type="ASSAULT", status="occurred")),
        "list by time": each(lambda k: to("/", start=(at := draw.choice(rows).sorts[:7]), end=at)),
        "list by area": each(lambda k: to("/", west=10 + k % 9, south=-10, east=45, north=20)),
        "list as of a moment": each(lambda k: to("/", as_of=moment())),
        "list as of a moment, by place": each(lambda k: to("/", as_of=moment(), place=f"Town {k % 30}")),
        "list as of a moment, by toll": each(lambda k: to("/", as_of=moment(), killed=10)),
        "list of what changed since": each(lambda k: to("/", since=recent)),
        "incident": each(lambda k: f"/incidents/{one()}"),
        f"incident of {len(long.reports)} reports": each(lambda k: f"/incidents/{long.id}"),
        "incident as of a moment": each(
            lambda k: to(f"/incidents/{(row := draw.choice(dated)).id}", as_of=row.first_published)
        ),
        "incident, compared": each(
            lambda k: to(f"/incidents/{(row := draw.choice(dated)).id}", since=row.first_published)
        ),
        f"its tolls over time, {len(long.reports)} reports": each(lambda k: f"/incidents/{long.id}/tolls"),
        "why a toll": each(lambda k: f"/explain/{long.id}:killed"),
        "report": each(lambda k: f"/reports/{long.reports[k % len(long.reports)]}"),
        "people": each(lambda k: "/people"),
        "one source": each(lambda k: to("/people/said", source=source.name if source else "")),
        "revisions": each(lambda k: "/people/revisions"),
        "search": each(lambda k: to("/search", q=f"plain{k}")),
        "review": each(lambda k: "/review"),
        "decisions": each(lambda k: "/review/decisions"),
        "feed": each(lambda k: to("/feed.atom", killed=k % 5)),
        "land": each(lambda k: to("/land.svg", west=20 + k, south=5, east=40 + k, north=18)),
        "style": each(lambda k: "/static/desk.css"),
        "api: incidents": each(lambda k: to("/api/v1/incidents", min_killed=k % 5)),
        "api: incidents as of a moment": each(lambda k: to("/api/v1/incidents", as_of=moment())),
        "api: an incident": each(lambda k: f"/api/v1/incidents/{one()}"),
        "api: reports": each(lambda k: to("/api/v1/reports", as_of=moment())),
        "api: quotes": each(lambda k: to("/api/v1/quotes", as_of=moment())),
        "api: claims of an incident": each(lambda k: to("/api/v1/claims", incident=one())),
        "api: decisions as of a moment": each(lambda k: to("/api/v1/decisions", as_of=last)),
    }


def reports(folder: Path, number: int) -> list[str]:
    """New reports as files: invented."""
    folder.mkdir()
    draw = random.Random(11)
    made = []
    for k in range(number):
        town, dead = draw.choice(("El Obeid", "Goma", "Kharkiv", "Mopti")), draw.randint(2, 60)
        path = folder / f"{k}.txt"
        path.write_text(
            f"Strike in {town} kills {dead}\n\nTown Wire, {1 + k % 28} March 2026\n\nAt least {dead} people were "
            f"killed and {draw.randint(2, 90)} injured on Monday when a drone struck a market in {town}, hospital "
            f"officials said. The army denied that it was responsible. Invented for a benchmark, number {k}.\n"
        )
        made.append(str(path))
    return made


# ── the server ───────────────────────────────────────────────────────────────────────────────────


@dataclass
class Server:
    """A running server: where it is, and what it takes of the machine."""

    pid: int
    port: int

    def memory(self, name: str = "VmRSS") -> float:
        """MB that it holds, or held at most (`VmHWM`)."""
        found = re.search(rf"{name}:\s+(\d+) kB", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) * 1024 / 1e6 if found else 0.0

    def processors(self) -> float:
        """Seconds of processor time that it has used, also in threads that have ended."""
        return time.clock_gettime(~self.pid << 3 | 2)  # the processes' own clock, as `clock_getcpuclockid` names it


@contextmanager
def serving(store: str) -> Iterator[Server]:
    command = [sys.executable, "-m", "asof", "serve", "--port", "0", "--store", store]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r":(\d+)/", said)
        assert found is not None, said + process.stderr.read()
        server = Server(process.pid, int(found[1]))
        try:
            wait(server)
            yield server
        finally:
            process.terminate()


def wait(server: Server) -> None:
    """Until it answers: its address is told before that."""
    for _ in range(100):
        try:
            Reader(server.port).ask("/healthz")
            return
        except ConnectionRefusedError:
            time.sleep(0.1)


@dataclass
class Reader:
    """One connection that is kept, as a browser keeps its own."""

    port: int
    connection: http.client.HTTPConnection = field(init=False)
    used: float = field(init=False)

    def __post_init__(self) -> None:
        self.connection, self.used = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120), 0.0

    def ask(self, path: str) -> tuple[float, int, int]:
        """Milliseconds until all of the answer is there, its status and its size."""
        began = time.perf_counter()
        if began - self.used > IDLE:
            self.connection.close()  # the next question opens it again
        self.connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Accept": "*/*"})
        answer = self.connection.getresponse()
        content = answer.read()
        self.used = time.perf_counter()
        return 1000 * (time.perf_counter() - began), answer.status, len(content)


# ── measuring ────────────────────────────────────────────────────────────────────────────────────


def alone(server: Server, questions: Questions) -> list[str]:
    """One question after another; the names of those that miss their bar or fail."""
    print(f"{'alone':44} {'median':>7} {'p95':>7}   {'processors: median':>18} {'p95':>7}   size", flush=True)
    reader, missed = Reader(server.port), []
    for name, paths in questions.items():
        clock, used = [], []
        reader.ask(paths[-1])
        for path in paths:
            before = server.processors()
            taken, status, size = reader.ask(path)
            clock.append(taken)
            used.append(1000 * (server.processors() - before))
            if status != 200:
                missed.append(f"{path} ({status})")
        print(
            f"{name:44} {middle(clock):7.1f} {late(clock):7.1f}   {middle(used):18.1f} {late(used):7.1f}"
            f"   {size / 1024:.1f} KiB",
            flush=True,
        )
        if late(clock) > bar(name):
            missed.append(name)
    return missed


def together(
    server: Server, questions: Questions, seconds: float, pause: float, store: str, texts: Sequence[str]
) -> list[str]:
    """Many readers at once, and a writer where there are texts; the names of what fails."""
    taken: dict[str, list[float]] = defaultdict(list)
    failed: list[str] = []
    ends = time.perf_counter() + seconds

    def read(number: int) -> None:
        draw, reader = random.Random(number), Reader(server.port)
        time.sleep(draw.uniform(0, pause))
        while time.perf_counter() < ends:
            name = draw.choice(list(questions))
            path = draw.choice(questions[name])
            try:
                clock, status, _ = reader.ask(path)
            except OSError as error:
                failed.append(f"{path} ({error})")
                reader = Reader(server.port)
                continue
            taken[name].append(clock)
            if status != 200:
                failed.append(f"{path} ({status})")
            time.sleep(draw.uniform(0, 2 * pause))

    began, used = time.perf_counter(), server.processors()
    threads = [threading.Thread(target=read, args=(k,)) for k in range(READERS)]
    for thread in threads:
        thread.start()
    if texts:
        command = [sys.executable, "-m", "asof", "add", "--store", store, str(Path(texts[0]).parent)]
        added = subprocess.run(command, capture_output=True, text=True, check=False)
        failed += [f"asof add ({added.returncode}): {added.stderr[-300:]}"] * (added.returncode != 0)
        print(f"asof add wrote {len(texts)} reports in {time.perf_counter() - began:.0f} s, beside the readers")
    for thread in threads:
        thread.join()
    every = [one for some in taken.values() for one in some]
    wall = time.perf_counter() - began
    resting = f"a pause of {pause:g} s" if pause else "no pause"
    busy = (server.processors() - used) / wall
    print(
        f"{READERS} readers, {resting}: {len(every):,} answers in {wall:.0f} s, {len(failed)} errors, {busy:.0%} of a "
        f"processor; {middle(every):.0f} ms median, {late(every):.0f} ms p95; memory {server.memory():.0f} MB",
        flush=True,
    )
    for name, times in taken.items() if pause else ():
        print(f"  {name:42} {middle(times):7.1f} {late(times):7.1f}   {len(times)}")
    for one in failed[:5]:
        print(f"  {one}")
    return failed[:1]


def bar(name: str) -> float:
    """What a kind of page is held to, in milliseconds."""
    return next((most for begins, most in BARS.items() if name.split(",")[0].split()[0] == begins), float("inf"))


def middle(times: Sequence[float]) -> float:
    return sorted(times)[len(times) // 2] if times else 0.0


def late(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)] if times else 0.0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(generated.ROOT / "src"))
    sys.exit(main())
