"""Reading on a Ray cluster of two nodes: the same store as without, and nothing is lost with a node that is killed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from asof import batch, cluster, intake
from asof.acquire.item import Item
from asof.annotate import parse
from asof.batch import Facts
from asof.errors import AsofError, WrongUse
from asof.store import Store
from asof.surface.cli import main
from tests.store.commands import Held, held
from tests.store.stream import Page, folder

pytestmark = pytest.mark.slow

ROOM = 80 << 20  # bytes of each node's object store: a little more than the least that Ray takes
NODES = 2  # with one processor each


@pytest.fixture(scope="module")
def nodes() -> Iterator[Any]:
    """A head that reads nothing, and two nodes that do."""
    ray = cluster._ray()
    from ray.cluster_utils import Cluster

    noticed = {"health_check_period_ms": 1000, "health_check_failure_threshold": 3}  # a node that is gone
    head = {"num_cpus": 0, "include_dashboard": False, "object_store_memory": ROOM, "_system_config": noticed}
    made = Cluster(initialize_head=True, head_node_args=head)
    for _ in range(NODES):
        made.add_node(num_cpus=1, object_store_memory=ROOM)
    made.wait_for_nodes()
    yield made
    ray.shutdown()
    made.shutdown()


@pytest.fixture(scope="module")
def news(told: list[Page], tmp_path_factory: pytest.TempPathFactory) -> str:
    return folder(tmp_path_factory.mktemp("cluster") / "news", told)


@pytest.fixture(scope="module")
def items(news: str) -> list[Item]:
    return [Item(str(path), path.read_bytes()) for path in sorted(Path(news).iterdir())]


@pytest.fixture(scope="module")
def alone(items: list[Item], tmp_path_factory: pytest.TempPathFactory) -> Held:
    """What a store holds that this machine filled without a cluster."""
    path = str(tmp_path_factory.mktemp("alone") / "asof.db")
    with Store.open(path) as store:
        list(intake.add(store, items))
    return held(path)


def loaded() -> tuple[int, int]:
    """In a worker: which process it is, and how often it loaded the model."""
    return os.getpid(), parse.load.cache_info().misses


def test_the_command_fills_the_same_store_and_each_worker_loads_the_model_once(
    nodes: Any, news: str, alone: Held, tmp_path: Path
) -> None:
    url = str(tmp_path / "asof.db")
    command = ["add", news, "--store", url, "--engine", "ray", "--address", nodes.address]
    ray = cluster._ray()
    ray.init(address=nodes.address, log_to_driver=False)  # the command uses a connection that is there
    try:
        done = CliRunner().invoke(main, command, catch_exceptions=False)
        assert done.exit_code == 0 and done.stdout == "", done.output
        asked = ray.get([ray.remote(loaded).remote() for _ in range(4 * NODES)])
    finally:
        ray.shutdown()
    assert held(url) == alone
    assert len({process for process, _ in asked}) <= NODES, "workers are used again"
    assert {times for _, times in asked} == {1}


def test_no_more_is_read_ahead_than_the_cluster_has_room_for(nodes: Any, items: list[Item]) -> None:
    taken = []
    outcomes = cluster.read_all((taken.append(one) or one for one in items * 20), Facts(), nodes.address)
    assert next(outcomes).record.report.file == items[0].name
    outcomes.close()
    assert len(taken) == cluster.AHEAD * NODES * batch.CHUNK


def test_what_is_wrong_in_a_worker_is_told_as_it_is_here(nodes: Any, items: list[Item]) -> None:
    with pytest.raises(WrongUse, match="nowhere") as there:
        list(cluster.read_all(items, Facts(), nodes.address, codebook="nowhere"))
    with pytest.raises(WrongUse, match="nowhere") as here:
        list(batch.read_all(items, codebook="nowhere"))
    assert str(here.value) in str(there.value)


class Deadly(Item):
    """A report that ends whoever unpacks it."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_a_report_that_ends_its_worker_is_not_tried_for_ever(
    nodes: Any, items: list[Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "TRIES", 2)
    with pytest.raises(AsofError, match="2 times"):
        list(cluster.read_all([Deadly("deadly.txt")], Facts(), nodes.address))
    assert len(list(cluster.read_all(items[:2], Facts(), nodes.address))) == 2, "and the cluster goes on"


def test_a_node_killed_half_way_loses_nothing(
    nodes: Any, items: list[Item], alone: Held, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And when no node is left, it is told, and gone on with without them. The last of these tests."""
    monkeypatch.setattr(batch, "CHUNK", 2)
    monkeypatch.setattr(intake, "PORTION", 4)
    read = partial(cluster.read_all, facts=Facts(), address=nodes.address)
    taken = []
    with Store.open(tmp_path / "one.db") as store:
        for one in intake.add(store, items, read=read):
            taken.append(one)
            if len(taken) == 8:
                nodes.remove_node(next(iter(nodes.worker_nodes)), allow_graceful=False)
    assert [(one.name, one.fate) for one in taken] == [(item.name, "new") for item in items]
    assert held(str(tmp_path / "one.db")) == alone

    monkeypatch.setattr(cluster, "PATIENCE", 1.0)
    with Store.open(tmp_path / "none.db") as store:
        with pytest.raises(AsofError, match="no node left"):
            for number, _ in enumerate(intake.add(store, items, read=read), 1):
                if number == 8:
                    nodes.remove_node(next(iter(nodes.worker_nodes)), allow_graceful=False)
        assert 8 <= held(str(tmp_path / "none.db")).rows["reports"] < len(items)
        assert {one.fate for one in intake.add(store, items)} == {"known", "new"}
    assert held(str(tmp_path / "none.db")) == alone


def test_without_ray_it_says_what_to_install(news: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    done = CliRunner().invoke(main, ["add", news, "--store", str(tmp_path / "asof.db"), "--engine", "ray"])
    assert done.exit_code == 5 and 'pip install "asof[ray]"' in done.stderr


@pytest.mark.parametrize("options", [["--address", "127.0.0.1:1"], ["--engine", "ray", "--processes", "2"]])
def test_what_does_not_go_together_is_wrong_use(news: str, tmp_path: Path, options: list[str]) -> None:
    assert CliRunner().invoke(main, ["add", news, "--store", str(tmp_path / "asof.db"), *options]).exit_code == 2
