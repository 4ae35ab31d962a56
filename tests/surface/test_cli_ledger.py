"""The commands of a store, as a user calls them: text, JSON, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from asof.surface.cli import main

from ..ledger_store import FILES, FOLDER


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "asof.db")
    done = run("add", "--store", path, str(FOLDER))
    assert done.exit_code == 0
    assert f"{len(FILES)} new, 0 known before, 0 not read" in done.stderr
    return path


@pytest.fixture(scope="module")
def strike(store: str) -> dict[str, Any]:
    lines = run("incidents", "--store", store, "--type", "assault", "--format", "json").stdout.splitlines()
    found: dict[str, Any] = max(map(json.loads, lines), key=lambda one: len(one["reports"]))
    return found


def test_an_incident_has_what_it_promises(strike: dict[str, Any]) -> None:
    promised = (
        "id type mode place start end actors reports originators tolls responsibility disagreements as_of producer"
    )
    assert set(promised.split()) <= strike.keys()
    assert set(strike["responsibility"]) == {"claimed_by", "attributed_to", "denied_by"}
    (killed,) = [toll for toll in strike["tolls"] if toll["measure"] == "killed" and toll["group"] is None]
    assert set("measure group low best high as_of rule figures".split()) <= killed.keys()
    assert strike["originators"] == len(strike["reports"]) - 1  # one is a copy
    assert {"text", "between", "since"} <= strike["disagreements"][0].keys()


def test_as_of_noon(store: str, strike: dict[str, Any]) -> None:
    then = json.loads(
        run("show", strike["id"], "--store", store, "--as-of", "2026-05-04T12:00Z", "--format", "json").stdout
    )
    assert len(then["reports"]) == 1 and then["as_of"] == "2026-05-04T12:00:00Z"


@pytest.mark.parametrize("command", ["show", "tolls", "explain"])
def test_pages_are_plain_in_a_pipe(store: str, strike: dict[str, Any], command: str) -> None:
    done = run(command, strike["id"], "--store", store)
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "Barouéli" in done.stdout
    assert all(len(line) <= 88 for line in done.stdout.splitlines())


def test_diff_search_and_the_chain_of_a_toll(store: str, strike: dict[str, Any]) -> None:
    changed = json.loads(
        run("diff", strike["id"], "--from", "2026-05-04T12:00Z", "--store", store, "--format", "json").stdout
    )
    assert any(one["what"] == "killed" and one["claims"] for one in changed["changes"])
    assert "cattle" in run("search", '"cattle market"', "--store", store).stdout
    chain = json.loads(run("explain", f"{strike['id']}:killed", "--store", store, "--format", "json").stdout)
    assert chain[0]["kind"] == "value" and any(link["kind"] == "bytes" for link in chain)


def test_explaining_prints_the_ids_that_are_corrected_and_names_the_reports_of_a_pair(
    store: str, strike: dict[str, Any]
) -> None:
    whole = " ".join(run("explain", strike["id"], "--store", store).stdout.split())
    toll = " ".join(run("explain", f"{strike['id']}:killed", "--store", store).stdout.split())
    assert set(strike["tellings"]) <= set(re.findall(r"claim (i-[0-9a-f]{12}):", whole))
    assert re.search(r"claim (e-[0-9a-f]{12}): event: ", whole) and re.search(
        r"claim (f-[0-9a-f]{12}): figure: ", whole
    )
    assert re.search(r"claim (f-[0-9a-f]{12}): ", toll)
    assert re.search(r"decision d-[0-9a-f]{12}: i-[0-9a-f]{12} \(Segou Wire · ", whole)


def test_who_is_said_to_have_done_it_stands_with_the_words_that_say_so(store: str, strike: dict[str, Any]) -> None:
    (denier,) = strike["responsibility"]["denied_by"]
    shown = run("show", strike["id"], "--store", store).stdout
    denied = shown[shown.index("Denied by") : shown.index("TOLL")]
    assert re.search(r"● .+ · .*2026.*\n +“it had struck a market”", denied)
    chain = run("explain", f"{strike['id']}:denied", "--store", store)
    assert chain.exit_code == 0 and f"denied by {denier}" in chain.stdout
    assert re.search(r"claim e-[0-9a-f]{12}: ", chain.stdout) and "digest" in chain.stdout
    nobody = run("explain", f"{strike['id']}:claimed", "--store", store)
    assert nobody.exit_code == 7 and "claimed by nobody" in nobody.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--type", "ASAULT"), "Did you mean 'ASSAULT'"),
        (("--mode", "dron"), "Did you mean 'drone'"),
        (("--since", "2026-05-09", "--until", "2026-05-01"), "is later than --until"),
        (("--place", "Atlantis"), "No incident of this store has the place 'Atlantis'"),
        (("--actor", "Martians"), "No incident of this store has the actor 'Martians'"),
    ],
)
def test_a_question_that_nothing_can_answer_is_refused(store: str, asked: tuple[str, ...], said: str) -> None:
    done = run("incidents", "--store", store, *asked)
    assert done.exit_code == 2 and said in done.stderr


def test_a_place_within_a_circle(store: str) -> None:
    inside = run("incidents", "--store", store, "--place", "13.1,-6.4", "--within", "120", "--format", "json")
    assert inside.exit_code == 0
    assert run("incidents", "--store", store, "--within", "9").exit_code == 2


def test_what_is_not_there_and_what_is_wrong(store: str, tmp_path: Path) -> None:
    missing = run("show", "h-000000000000", "--store", store)
    assert missing.exit_code == 7 and "asof incidents" in missing.stderr
    nowhere = run("incidents", "--store", str(tmp_path / "none.db"))
    assert nowhere.exit_code == 6 and "asof add" in nowhere.stderr
    assert not (tmp_path / "none.db").exists()
    assert run("show", "h-0", "--store", store, "--as-of", "yesterday").exit_code == 2


def test_a_decision_and_its_undoing(store: str, strike: dict[str, Any]) -> None:
    last = strike["tellings"][-1]
    assert run("split", strike["id"], last, "--store", store, "--by", "Awa", "--note", "another strike").exit_code == 0
    apart = json.loads(run("show", strike["id"], "--store", store, "--format", "json").stdout)
    assert last not in apart["tellings"]
    explained = run("decide", strike["tellings"][0], last, "same", "--store", store, "--by", "Awa")
    assert explained.exit_code == 0
    decision = explained.stdout.split(":")[0]
    assert run("undo", decision, "--store", store, "--by", "Awa").exit_code == 0
    assert run("undo", "d-000000000000", "--store", store).exit_code == 7


def test_backup_restore_and_check(store: str, tmp_path: Path) -> None:
    assert run("check", "--store", store).exit_code == 0
    assert run("backup", str(tmp_path / "all.zip"), "--store", store).exit_code == 0
    again = str(tmp_path / "again.db")
    assert run("restore", str(tmp_path / "all.zip"), "--store", again).exit_code == 0
    ask = ("incidents", "--format", "json", "--store")
    assert run(*ask, again).stdout == run(*ask, store).stdout


def test_review_lists_what_waits(store: str) -> None:
    done = run("review", "--store", store, "--format", "json")
    assert done.exit_code == 0
    assert all(json.loads(line)["decision"]["verdict"] == "unsure" for line in done.stdout.splitlines())
