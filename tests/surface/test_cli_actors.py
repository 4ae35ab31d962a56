"""`asof actors`: what each command prints, and that a user's table is used or refused as a whole. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asof.surface import cli
from asof.vocabulary.actors import registry


@pytest.fixture(autouse=True)
def own_registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ASOF_ACTORS", "")
    registry.cache_clear()
    yield
    registry.cache_clear()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, ["actors", *(str(argument) for argument in arguments)])


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "mine.tsv"
    file.write_text("name\taliases\tcountry\tsector\nFree River Army\tRiver Army\tPER\tREB\n", encoding="utf-8")
    return file


def test_list_keeps_to_what_is_asked_for() -> None:
    found = run("list", "--country", "HTI", "--sector", "CRM").stdout.splitlines()
    assert "group:gran-grif\tGran Grif\tHTI\tCRM\t2016-" in found
    assert all("\tHTI\tCRM" in line for line in found)


def test_show_tells_names_and_dated_terms() -> None:
    assert "March 23 Movement" in run("show", "M23").stdout
    assert "2019-05-20 to now: president of UKR" in run("show", "Zelenskyy").stdout


def test_find_gives_candidates_and_reasons() -> None:
    found = run("find", "rebels in North Kivu", "--limit", "50").stdout
    assert found.startswith("country COD, sector REB\n")
    assert "M23  [group:m23]  REB of COD; active in North Kivu" in found


def test_a_table_of_ones_own_is_used(table: Path) -> None:
    assert "user:free-river-army" in run("show", "River Army", "--actors", table).stdout
    assert run("check", table).stdout == f"{table}: 1 rows\n"


def test_a_table_with_a_mistake_is_refused_before_anything_is_read(table: Path) -> None:
    table.write_text("name\tsector\nFree River Army\tREBB\n", encoding="utf-8")
    report = table.with_name("report.txt")
    report.write_text("The army left.", encoding="utf-8")
    for arguments in (["actors", "check", table], ["read", "--actors", table, report]):
        result = CliRunner().invoke(cli.main, [str(argument) for argument in arguments])
        assert result.exit_code == 2
        assert f"{table}:2: 'REBB' is no sector. Did you mean 'REB'?" in result.stderr
        assert result.stdout == ""


def test_a_dictionary_is_imported_to_a_table_that_is_valid(tmp_path: Path) -> None:
    dictionary = tmp_path / "actors.txt"
    dictionary.write_text("FREE_RIVER_ARMY_ [PERREB]\n+RIVER_ARMY_\n", encoding="utf-8")
    out = tmp_path / "mine.tsv"
    assert run("import", dictionary, "--out", out).exit_code == 0
    assert run("check", out).stdout == f"{out}: 1 rows\n"
    assert "user:free-river-army" in run("show", "River Army", "--actors", out).stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["list", "--country", "HAI"], "There is no country 'HAI'. Did you mean"),
        (["list", "--sector", "REBB"], "There is no sector 'REBB'."),
        (["show", "Zelenski"], "No actor is called 'Zelenski'. Did you mean 'zelenskiy'?"),
    ],
)
def test_what_is_not_known_is_told_with_what_is_near(arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and told in result.stderr
