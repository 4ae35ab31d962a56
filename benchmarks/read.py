"""How fast asof reads, beside the parser alone: `make bench`, or `python benchmarks/read.py --quick`.

Everything is measured in turns (ours, the parser's, ours …) and told as the median, because a
machine that does other things too slows both alike. With `--check` it fails when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from asof import acquire, batch, pipeline
from asof.annotate import parse
from asof.model import Document

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
LOAD = f"import warnings; warnings.simplefilter('ignore'); import spacy; spacy.load({str(parse.model_folder())!r})"
ASOF = [sys.executable, "-m", "asof.surface.cli"]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the outcome, and its bar where there is one."""

    name: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def good(self) -> bool:
        under = self.at_most is None or self.value <= self.at_most
        return under and (self.at_least is None or self.value >= self.at_least)

    def __str__(self) -> str:
        bar = f"at most {self.at_most}" if self.at_most is not None else ""
        bar = f"at least {self.at_least}" if self.at_least is not None else bar
        verdict = f"  {'ok' if self.good else 'MISSED'} ({bar})" if bar else ""
        return f"{self.name:48} {self.value:10,.2f} {self.unit}{verdict}"


def documents(count: int) -> list[Document]:
    """So many documents: the bundled reports, and those beside the checkout where they are, over and over."""
    shared = sorted((ROOT.parent / "shared" / "reports").glob("*/0*"))
    read = [acquire.load(path) for path in (*EXAMPLES, *shared)]
    repeated = [read[k % len(read)] for k in range(count)]
    return [replace(d, report=replace(d.report, sha256=f"{k:064x}")) for k, d in enumerate(repeated)]


def in_turns(rounds: int, *runs: Callable[[], None]) -> list[list[float]]:
    """Seconds of every run, round by round."""
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for run, seconds in zip(runs, taken, strict=True):
            start = time.perf_counter()
            run()
            seconds.append(time.perf_counter() - start)
    return taken


def throughput(count: int, rounds: int) -> Iterator[Line]:
    """Reports and tokens a second, the parser alone, and what each component costs."""
    chosen = documents(count)
    nlp = parse.load()
    texts = [document.text for document in chosen]
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=16))

    def ours() -> None:
        for _ in pipeline.read_documents(chosen):
            pass

    def parser() -> None:
        for _ in nlp.pipe(texts, batch_size=16):
            pass

    ours()
    read, parsed = in_turns(rounds, ours, parser)
    yield Line("reports a second", len(chosen) / statistics.median(read), "")
    yield Line("tokens a second", tokens / statistics.median(read), "")
    yield Line("tokens a second, parser alone", tokens / statistics.median(parsed), "")
    ratios = [mine / theirs for mine, theirs in zip(read, parsed, strict=True)]
    yield Line("time beside the parser alone", statistics.median(ratios), "×", at_most=1.4)
    yield from _components(chosen, tokens, rounds)


def _components(chosen: Sequence[Document], tokens: int, rounds: int) -> Iterator[Line]:
    analysed = list(parse.analyse(chosen))
    components = pipeline.default_components()
    taken: dict[str, list[float]] = {"plain objects": [], **{item.name: [] for item in components}}
    for _ in range(rounds):
        start = time.perf_counter()
        readings = [parse.reading(doc, document) for doc, document in analysed]
        taken["plain objects"].append(time.perf_counter() - start)
        for item in components:
            start = time.perf_counter()
            for reading in readings:
                pipeline.annotate(reading, [item])
            taken[item.name].append(time.perf_counter() - start)
    for name, seconds in taken.items():
        yield Line(f"  {name}", statistics.median(seconds) / tokens * 1e6, "µs a token")
    total = sum(statistics.median(seconds) for seconds in taken.values())
    yield Line("  all of these", total / tokens * 1e6, "µs a token")


def started(command: Sequence[str]) -> Callable[[], None]:
    """A run of a fresh process, which may keep compiled modules as an installation does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet)

    return run


def cold_start(rounds: int) -> Iterator[Line]:
    """One report from nothing, beside importing spaCy and loading the model; and the commands that read nothing."""
    runs = (
        started([*ASOF, "read", str(EXAMPLES[0])]),
        started([sys.executable, "-c", LOAD]),
        started([*ASOF, "--help"]),
        started([*ASOF, "components"]),
    )
    in_turns(1, *runs)  # compiles what has changed
    read, load, helped, listed = in_turns(rounds, *runs)
    yield Line("asof read, one report, cold", statistics.median(read), "s")
    yield Line("importing spaCy and loading the model", statistics.median(load), "s")
    ratios = [mine / theirs for mine, theirs in zip(read, load, strict=True)]
    yield Line("cold start beside loading the model", statistics.median(ratios), "×", at_most=1.3)
    yield Line("asof --help", statistics.median(helped), "s", at_most=0.4)
    yield Line("asof components", statistics.median(listed), "s", at_most=0.4)


def folder_of(count: int, folder: Path) -> None:
    """Write so many different reports."""
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES]
    for k in range(count):
        (folder / f"{k:05}.txt").write_text(f"{texts[k % len(texts)]}\nReport number {k}.\n", encoding="utf-8")


def memory(count: int) -> Iterator[Line]:
    """The most memory that reading a folder took."""
    with tempfile.TemporaryDirectory() as name:
        folder_of(count, Path(name))
        command = [*ASOF, "read", "--quiet", "--format", "json", "--out", os.devnull, name]
        process = subprocess.Popen(command, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, f"{command} ended with {process.returncode}"
    yield Line(f"peak memory, {count} reports", usage.ru_maxrss / 1e6, "GB", at_most=1.3)


def parallel(count: int) -> Iterator[Line]:
    """Two processes beside one, once both have started (the first third of the records is not timed)."""
    rates = []
    with tempfile.TemporaryDirectory() as name:
        folder_of(count, Path(name))
        for processes in (1, 2):
            moments = [time.perf_counter() for _ in batch.read_all(batch.discover(name), processes=processes)]
            timed = moments[len(moments) // 3 :]
            rates.append((len(timed) - 1) / (timed[-1] - timed[0]))
    yield Line("two processes beside one", rates[1] / rates[0], "×", at_least=1.6)


def main(argv: Sequence[str] | None = None) -> int:
    """Print every figure; 1 with --check when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer reports and rounds")
    parser.add_argument("--check", action="store_true", help="fail when a bar is missed")
    options = parser.parse_args(argv)
    size, rounds = (40, 3) if options.quick else (160, 5)
    missed = 0
    for lines in (throughput(size, rounds), cold_start(rounds), memory(2 * size), parallel(4 * size)):
        for line in lines:
            print(line, flush=True)
            missed += not line.good
    return int(options.check and missed > 0)


if __name__ == "__main__":
    sys.exit(main())
