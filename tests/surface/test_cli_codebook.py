"""`asof codebook` and `asof read --codebook`: what they print, and that a faulty codebook reads nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from asof.surface.cli import main

BOOK = """name: mine
version: 1
extends: plover
types:
  ATTACK-ON-SCHOOL:
    parent: ASSAULT
    definition: Violence against a school.
    when: {target: [school, pupil]}
    examples:
      yes: [Shells hit a school in Bara.]
      no: [Shells hit a market in Bara.]
"""
REPORT = (
    "Shells hit a school in Kharkiv on Monday. The strike killed two people. "
    "Gunmen attacked a depot in Odesa on Monday."
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(BOOK, "utf-8")
    return path


def test_list() -> None:
    assert run("codebook", "list").output.startswith("plover 2.0-asof.2: 16 types, 37 contexts, ")


def test_show_lists_the_types() -> None:
    lines = run("codebook", "show", "plover").output.splitlines()
    assert len(lines) == 16 + 37
    assert any(line.startswith("election ") and " context " in line for line in lines)
    assert any(line.startswith("AID ") and "material cooperation" in line and "+10.0" in line for line in lines)


def test_show_one_type_with_its_modes_words_and_examples() -> None:
    output = run("codebook", "show", "plover", "sanction").output
    assert "quad       material conflict, score -6.0" in output
    assert "recipient  whom (required)" in output
    assert "convict (-6.0, CAMEO 116): Found guilty or liable" in output
    assert "The European Union imposed sanctions on three generals." in output


def test_show_one_context_with_its_words_and_examples() -> None:
    output = run("codebook", "show", "plover", "diplomatic").output
    assert "not        Meetings and words within one country." in output
    assert "within     the event's sentence" in output
    assert "ambassador · embassy" in output
    assert "abroad" in output
    assert "no       The mayor of Cali met taxi drivers." in output
    assert "modes      COERCE/cyber" in run("codebook", "show", "plover", "cyber").output


@pytest.mark.parametrize(("asked", "nearest"), [("ASSALT", "ASSAULT"), ("electon", "election"), ("Assalt", "ASSAULT")])
def test_show_names_the_nearest_type_or_context(asked: str, nearest: str) -> None:
    result = run("codebook", "show", "plover", asked)
    assert result.exit_code == 2
    assert nearest in result.output


def test_check_and_read_by_contexts_of_ones_own(book: Path, tmp_path: Path) -> None:
    own = "contexts:\n  school: {definition: Schools., words: [school], examples: {yes: [%s]}}\n"
    book.write_text(BOOK + own % "Shells hit a school in Bara.", "utf-8")
    assert run("codebook", "check", str(book)).output == f"{book}: 17 types, 3 examples, all coded as they say.\n"
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    record = json.loads(run("read", "--format", "json", "--quiet", "--codebook", str(book), str(report)).output)
    assert [[c["name"] for c in event["contexts"]] for event in record["events"]] == [["school"], ["school"]]
    book.write_text(BOOK + own % "Shells hit a market in Bara.", "utf-8")
    failed = run("codebook", "check", str(book)).output
    assert f"{book}:13: " in failed
    assert "expected an event with the context school, found ASSAULT with no context." in failed


def test_check_says_that_all_is_right(book: Path) -> None:
    result = run("codebook", "check", str(book))
    assert result.exit_code == 0, result.output
    assert result.output == f"{book}: 17 types, 2 examples, all coded as they say.\n"


def test_new_never_writes_over_a_file(book: Path, tmp_path: Path) -> None:
    assert run("codebook", "new", str(book)).exit_code == 2
    assert book.read_text("utf-8") == BOOK
    assert run("codebook", "new", str(tmp_path / "other.txt")).exit_code == 2
    assert run("codebook", "new", str(tmp_path / "no-folder" / "other.yaml")).exit_code == 2


def test_read_by_a_codebook(book: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    result = run("read", "--format", "json", "--quiet", "--codebook", str(book), str(report))
    assert result.exit_code == 0, result.output
    record = json.loads(result.output)
    assert [(event["type"], event["mode"]) for event in record["events"]] == [
        ("ATTACK-ON-SCHOOL", "heavy-weapons"),
        ("ASSAULT", "firearms"),
    ]
    assert {incident["type"] for incident in record["incidents"]} == {"ATTACK-ON-SCHOOL", "ASSAULT"}
    killed = next(figure for figure in record["figures"] if figure["measure"] == "killed")
    assert killed["incident"] == record["events"][0]["incident"]


def test_a_codebook_with_a_fault_reads_nothing(book: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    book.write_text(BOOK.replace("Shells hit a market in Bara", "Shells hit a pupil in Bara"), "utf-8")
    result = run("read", "--codebook", str(book), str(report))
    assert result.exit_code == 2
    assert f"{book}:11: 'Shells hit a pupil in Bara.': expected anything but ATTACK-ON-SCHOOL" in result.output
    assert "Kharkiv" not in result.output
