"""Files and items → records on a Ray cluster: what `batch.read_all` does, for archives that outgrow one machine.

The same pure stages on the same chunks; the reports' bytes travel, so the nodes need nothing but asof. Each of Ray's
worker processes loads the model once, with its first chunk, and is given chunk after chunk. Chunks are tasks, not calls
of actors, because a task has no home: when a node is lost, Ray hands what it was reading to whoever is left, and a node
that joins is given work. The only part of asof that imports Ray.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from . import batch, pipeline
from .batch import CODEBOOK, Facts, Outcome, Source
from .errors import AsofError, MissingPart

# Chunks under way for each processor of the cluster: one that is read, one that waits. Results wait in order, so this
# bounds the memory of the process that writes, however fast the cluster reads.
AHEAD = 2
# A chunk whose worker was lost is read again so many times. More would let a report that kills its worker kill many.
TRIES = 4
# Seconds in which a cluster without any processor may get one, for a new node takes minutes to come.
PATIENCE = 600.0
LOOK = 5.0  # seconds between two looks
# What decides how a report is read besides the report: a user's own table of actors, by its path on every node.
SETTINGS = ("ASOF_ACTORS",)


def read_all(
    sources: Iterable[Source], facts: Facts, address: str | None = None, codebook: str = CODEBOOK
) -> Iterator[Outcome]:
    """Outcomes of all sources in their order. `address` is that of a cluster's head; without one, Ray's own default:
    `$RAY_ADDRESS`, else a cluster of this machine alone, for as long as it is read."""
    ray = _ray()
    with _connected(ray, address):
        read = ray.remote(num_cpus=1, max_retries=TRIES - 1)(_read)
        settings = {name: os.environ[name] for name in SETTINGS if name in os.environ}
        chunks = batch.chunks(sources)
        under_way: deque[Any] = deque()
        try:
            while True:
                for chunk in islice(chunks, max(0, _room(ray) - len(under_way))):
                    under_way.append(read.remote(chunk, facts, codebook, settings))
                if not under_way:
                    return
                yield from _received(ray, under_way.popleft())
        finally:
            for one in under_way:
                ray.cancel(one)


def _read(chunk: Sequence[Source], facts: Facts, codebook: str, settings: dict[str, str]) -> list[Outcome]:
    """In a worker."""
    os.environ.update(settings)
    return batch.read_chunk(chunk, facts, codebook)


def _room(ray: Any) -> int:
    """How many chunks may be under way, with the processors that the cluster has at this moment."""
    return AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))


def _wait(ray: Any, one: Any) -> None:
    """Wait until this is there, as long as there is anybody who may bring it."""
    idle = 0.0
    while not ray.wait([one], timeout=min(LOOK, PATIENCE))[0]:
        idle = 0.0 if ray.cluster_resources().get("CPU") else idle + LOOK
        if idle >= PATIENCE:
            raise AsofError(
                "The cluster has no node left that could read. What was taken so far is kept: "
                "run the same again to go on."
            )


def _received(ray: Any, one: Any) -> list[Outcome]:
    """What was read, or what went wrong, as an error that says what to do."""
    _wait(ray, one)
    try:
        outcomes: list[Outcome] = ray.get(one)
    except ray.exceptions.RayTaskError as error:
        cause = error.cause
        if isinstance(cause, AsofError):
            raise cause from None
        raise AsofError(f"A worker of the cluster failed: {type(cause).__name__}: {cause}.") from error
    except ray.exceptions.RayError as error:
        raise AsofError(
            f"The workers that read a portion of the reports ended before their time, {TRIES} times (out of memory?). "
            "What was taken so far is kept: run the same again to go on."
        ) from error
    made = {outcome.record.producer for outcome in outcomes} - {pipeline.producer()}
    if made:
        raise MissingPart(
            f"A node of the cluster reads with {', '.join(sorted(made))}, and this machine has {pipeline.producer()}: "
            "install the same version on all of them."
        )
    return outcomes


# ── the cluster ──────────────────────────────────────────────────────────────────────────────────


def _ray() -> Any:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # asof tells nobody that it is used
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # what Ray warns of not to have set
    try:
        import ray
    except ModuleNotFoundError as error:
        raise MissingPart('Reading on a cluster needs Ray: pip install "asof[ray]", here and on every node.') from error
    return ray


@contextmanager
def _connected(ray: Any, address: str | None) -> Iterator[None]:
    """A connection to the cluster; that of a program which has one already is used and left open."""
    if ray.is_initialized():
        yield
        return
    try:
        ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, ValueError, RuntimeError) as error:
        where = address or os.environ.get("RAY_ADDRESS") or "this machine"
        said = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise MissingPart(f"No Ray cluster can be used at {where}: {said}") from error
    try:
        yield
    finally:
        ray.shutdown()
