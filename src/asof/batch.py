"""Files and items → records, many at a time: order kept, memory bounded, one bad file stops nothing.

Does not know how a record is shown (`surface`) nor what a report looks like (`acquire`). A file that
cannot be read becomes a record without text whose `skipped` says why, so that every file given has
its line in the output.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from .acquire import folders
from .acquire.item import Item
from .errors import AsofError, MissingPart, UnreadableReport, WrongUse
from .model import Document, Record, Report, Skipped

# Reports parsed together. Measured on 51 reports with 4, 8, 16 and 32: the differences stay within what one
# run differs from the next. 8 shares a small folder evenly among processes, and an interruption loses little.
CHUNK = 8
# The codebook that events are coded by unless another is named.
CODEBOOK = "plover"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the user knows about a report; each stands before what the report says of itself."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Refuse a date that is none before the first report is opened."""
        if self.published is not None:
            from .acquire import dates

            if dates.moment(self.published) is None:
                raise WrongUse(
                    f"The published date {self.published!r} cannot be read with certainty. "
                    "Give ISO 8601: 2026-04-28, 2026-04-28T20:55:00+02:00, 2026-04-28T18:55:00Z."
                )


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes that are no file (standard input)."""

    content: bytes


Source = Path | Received | Item


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record, and what went wrong with it: `exit_code` is the error's, `message` says it to a person."""

    record: Record
    message: str | None = None
    exit_code: int = 0


# ── one report ───────────────────────────────────────────────────────────────────────────────────


def read(source: str | bytes | os.PathLike[str], facts: Facts = Facts(), codebook: str = CODEBOOK) -> Record:
    """The record of one report; raises what is wrong with it."""
    from . import pipeline

    document = open_source(named(source), facts)
    return next(iter(pipeline.read_documents([document], pipeline.default_components(codebook))))


def named(source: str | bytes | os.PathLike[str]) -> Source:
    """Whether this is a path, bytes, or the text itself."""
    if isinstance(source, bytes):
        return Received(source)
    if not isinstance(source, str):
        return Path(source)
    if source.startswith(("http://", "https://")) and not source.strip().count(" "):
        raise WrongUse(f"asof reads offline and fetches nothing. Save the page of {source} and give the file.")
    with suppress(OSError, ValueError):  # a text is too long, or holds a null character, for a file's name
        if Path(source).exists():
            return Path(source)
    if not any(character.isspace() for character in source):
        raise UnreadableReport(f"There is no file {source!r}, and one word is no report.")
    return Received(source.encode("utf-8", "surrogatepass"))


def open_source(source: Source, facts: Facts) -> Document:
    """The document of a file, of bytes, or of an item with its facts."""
    from . import acquire

    published, publisher, url = facts.published, facts.publisher, facts.url
    if isinstance(source, Path):
        return acquire.load(source, published=published, publisher=publisher, url=url)
    if isinstance(source, Received):
        return acquire.acquire(source.content, published=published, publisher=publisher, url=url)
    if source.problem is not None:
        raise UnreadableReport(source.problem)
    return acquire.acquire(
        source.content, file=source.name, published=published, publisher=publisher, url=url, around=source
    )


# ── which files ──────────────────────────────────────────────────────────────────────────────────


def discover(paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str]) -> Iterator[Path]:
    """Files as given; of a folder all files below it with a known suffix, in order of their names.

    Hidden files and folders are left out, links to folders are not followed.
    """
    listed = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    for path in map(Path, listed):
        if path.is_dir():
            yield from folders.below(path)
        else:
            yield path


# ── many reports ─────────────────────────────────────────────────────────────────────────────────


def read_all(
    sources: Iterable[Source], facts: Facts = Facts(), processes: int = 1, codebook: str = CODEBOOK
) -> Iterator[Outcome]:
    """Outcomes of all sources in their order, by this process or by several; events coded by this codebook."""
    if processes < 1:
        raise WrongUse(f"The number of processes must be 1 or more, not {processes}.")
    waiting = chunks(sources)
    if processes == 1:
        for chunk in waiting:
            yield from read_chunk(chunk, facts, codebook)
    else:
        yield from _read_parallel(waiting, facts, processes, codebook)


def read_chunk(sources: Sequence[Source], facts: Facts, codebook: str = CODEBOOK) -> list[Outcome]:
    """Outcomes of a few sources, parsed together."""
    outcomes: list[Outcome | None] = []
    documents: list[Document] = []
    for source in sources:
        opened = _opened(source, facts)
        if isinstance(opened, Document):
            documents.append(opened)
            outcomes.append(None)
        else:
            outcomes.append(opened)
    read_ones = iter(_records(documents, codebook))
    return [next(read_ones) if outcome is None else outcome for outcome in outcomes]


def chunks(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """The sources, a few at a time, as they are parsed together."""
    pending = iter(sources)
    while chunk := list(islice(pending, CHUNK)):
        yield chunk


def _opened(source: Source, facts: Facts) -> Document | Outcome:
    try:
        return open_source(source, facts)
    except (MissingPart, WrongUse):  # no file is to blame, and no other file would fare better
        raise
    except AsofError as error:
        return _failed(describe(source), str(error), error.exit_code)
    except OSError as error:
        return _failed(describe(source), f"The file cannot be opened: {error.strerror or error}.", 3)
    except Exception as error:
        return _failed(describe(source), _unexpected(error), 1)


def _records(documents: Sequence[Document], codebook: str) -> list[Outcome]:
    """Records of documents; when one of several fails, each is read alone, so that only that one is lost."""
    from . import pipeline

    if not documents:
        return []
    try:
        components = pipeline.default_components(codebook)
        return [Outcome(record) for record in pipeline.read_documents(documents, components)]
    except AsofError:
        raise
    except Exception as error:
        if len(documents) > 1:
            return [outcome for document in documents for outcome in _records([document], codebook)]
        (document,) = documents
        return [_failed(document.report, _unexpected(error), 1)]


def _failed(report: Report, reason: str, exit_code: int) -> Outcome:
    from . import pipeline

    record = Record(report, "", skipped=(Skipped("report", reason),), producer=pipeline.producer())
    return Outcome(record, f"{report.file or 'standard input'}: {reason}", exit_code)


def _unexpected(error: Exception) -> str:
    return f"Unexpected {type(error).__name__}: {error}. This is a fault of asof: please report it with the file."


def describe(source: Source) -> Report:
    """What can be said of a source without reading what it says; no sha256 when it cannot be opened."""
    file = None if isinstance(source, Received) else source.name if isinstance(source, Item) else str(source)
    if isinstance(source, Item) and source.problem is not None:
        return Report(sha256="", size=0, file=file, url=source.url, fetched=source.fetched)
    try:
        content = source.read_bytes() if isinstance(source, Path) else source.content
    except OSError:
        return Report(sha256="", size=0, file=file)
    return Report(sha256=hashlib.sha256(content).hexdigest(), size=len(content), file=file)


# ── several processes ────────────────────────────────────────────────────────────────────────────


def _read_parallel(chunks: Iterator[list[Source]], facts: Facts, processes: int, codebook: str) -> Iterator[Outcome]:
    """Chunks read by worker processes; at most two a worker are under way, so that memory stays bounded."""
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_start_worker)
    under_way: deque[Future[list[Outcome]]] = deque()
    try:
        for chunk in islice(chunks, 2 * processes):
            under_way.append(pool.submit(read_chunk, chunk, facts, codebook))
        while under_way:
            outcomes = under_way.popleft().result()
            for chunk in islice(chunks, 1):
                under_way.append(pool.submit(read_chunk, chunk, facts, codebook))
            yield from outcomes
    except BrokenProcessPool:
        raise AsofError(
            "A worker process ended before its time (out of memory?). What was written so far is whole: "
            "go on with --resume and fewer --processes."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start_worker() -> None:
    """One thread a worker, and Ctrl-C left to the process that the user sees."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
