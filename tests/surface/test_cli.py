"""The command line: formats, folders, failures, exit codes, going on after an interruption.

Reports are read by a stand-in for the pipeline, so that these tests need no language model; that the
whole flow works from a shell is tested where the installed command is run.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from asof import acquire, pipeline
from asof.errors import RefusedReport, UnreadableReport
from asof.model import Document, Record, Report
from asof.surface import cli, schema


def _document(content: bytes, file: str | None = None, **given: str | None) -> Document:
    import hashlib

    if not content.strip():
        raise UnreadableReport("The report is empty.")
    if content.startswith(b"Bonjour"):
        raise RefusedReport("The report is in French; asof reads English.")
    given.pop("fetched", None)
    return Document(Report(hashlib.sha256(content).hexdigest(), len(content), file=file, **given), content.decode())


def _records(documents: Iterable[Document], components: object = None) -> Iterator[Record]:
    for document in documents:
        if "crash" in document.text:
            raise KeyError("crash")
        if "stop" in document.text:
            raise KeyboardInterrupt
        yield Record(document.report, document.text, producer="asof@test")


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acquire, "acquire", _document, raising=False)
    monkeypatch.setattr(
        acquire, "load", lambda path, **given: _document(Path(path).read_bytes(), str(path), **given), raising=False
    )
    monkeypatch.setattr(pipeline, "read_documents", _records)


def run(*arguments: object, piped: str | None = None) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments], input=piped)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "b.txt": "Beta", "a.html": "Alpha", "c/d.md": "Delta", "c/e.json": "Epsilon", "f.TXT": "Phi",
        ".hidden.txt": "No", ".git/x.txt": "No", "picture.png": "No",
    }.items():  # fmt: skip
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "reports"


def test_one_file_as_json(folder: Path) -> None:
    result = run("read", folder / "b.txt", "--format", "json")
    assert result.exit_code == 0
    assert [(r["text"], r["report"]["file"]) for r in lines(result)] == [("Beta", str(folder / "b.txt"))]
    assert result.stderr == ""


def test_what_the_user_knows_is_passed_on(folder: Path) -> None:
    facts = {"published": "2026-04-28", "publisher": "Sahel Courier", "url": "https://x.example/1"}
    options = [part for name, value in facts.items() for part in (f"--{name}", value)]
    (record,) = lines(run("read", folder / "b.txt", "--format", "json", *options))
    assert {name: record["report"][name] for name in facts} == facts


@pytest.mark.parametrize("published", ["yesterday", "2026-13-01", "04/05/2026", "2026-W17"])
def test_a_published_date_that_is_none_is_wrong_use(folder: Path, published: str) -> None:
    result = run("read", folder / "b.txt", "--published", published)
    assert result.exit_code == 2
    assert "2026-04-28T20:55:00+02:00" in result.stderr


@pytest.mark.parametrize("arguments", [["-"], []])
def test_standard_input(arguments: list[str]) -> None:
    result = run("read", *arguments, "--format", "json", piped="Shells hit Bani.")
    assert [(r["text"], r["report"]["file"]) for r in lines(result)] == [("Shells hit Bani.", None)]


def test_a_folder_in_order_of_names_hidden_ones_left_out(folder: Path) -> None:
    result = run("read", folder, "--format", "json")
    assert [r["text"] for r in lines(result)] == ["Alpha", "Beta", "Delta", "Epsilon", "Phi"]
    assert "5 read" in result.stderr


def test_files_keep_the_order_in_which_they_are_given(folder: Path) -> None:
    result = run("read", folder / "f.TXT", folder / "c", folder / "a.html", "--format", "json", "--quiet")
    assert [r["text"] for r in lines(result)] == ["Phi", "Delta", "Epsilon", "Alpha"]
    assert result.stderr == ""


def test_more_files_than_a_chunk_holds(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Report {number}")
    assert [r["text"] for r in lines(run("read", tmp_path, "--format", "json"))] == [f"Report {n}" for n in range(40)]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ({"bad.txt": ""}, 3),
        ({"bad.txt": "Bonjour"}, 4),
        ({"bad.txt": "crash"}, 1),
        ({"bad.txt": "Bonjour", "z.txt": ""}, 3),
    ],
)
def test_one_bad_file_stops_nothing(folder: Path, bad: dict[str, str], code: int) -> None:
    for name, text in bad.items():
        (folder / name).write_text(text)
    result = run("read", folder, "--format", "json")
    assert result.exit_code == code
    failed = [record for record in lines(result) if record["skipped"]]
    assert [Path(record["report"]["file"]).name for record in failed] == list(bad)
    assert len(lines(result)) == 5 + len(bad)
    assert all(record["skipped"][0]["what"] == "report" and record["report"]["sha256"] for record in failed)
    assert f"{folder / 'bad.txt'}: " in result.stderr


def test_a_file_that_is_not_there(folder: Path) -> None:
    result = run("read", folder / "none.txt", folder / "a.html", "--format", "json")
    assert result.exit_code == 3
    assert [(r["text"], r["report"]["sha256"] is None) for r in lines(result)] == [("", True), ("Alpha", False)]


def test_text_and_html(folder: Path) -> None:
    text, html = run("read", folder / "a.html"), run("read", folder, "--format", "html")
    assert text.stdout.startswith(str(folder / "a.html"))
    assert "\x1b" not in text.stdout
    assert "\x1b" in run("read", folder / "a.html", "--color").stdout
    assert html.stdout.startswith("<!DOCTYPE html>") and html.stdout.count('class="report"') == 5


def test_html_into_a_folder(folder: Path, tmp_path: Path) -> None:
    (folder / "c" / "b.txt").write_text("Another b")
    out = tmp_path / "pages"
    assert run("read", folder, "--format", "html", "--out", f"{out}/").exit_code == 0
    names = sorted(path.name for path in out.iterdir())
    assert {"a.html", "b.html", "d.html", "index.html"} <= set(names) and len(names) == 7
    index = (out / "index.html").read_text()
    assert all(f'href="./{name}"' in index for name in names if name != "index.html")


def test_the_file_written_to_is_not_read(folder: Path) -> None:
    out = folder / "all.json"
    for _ in range(2):
        assert run("read", folder, "--format", "json", "--out", out).exit_code == 0
        assert len(out.read_text().splitlines()) == 5


def test_going_on_gives_what_one_run_gives(folder: Path, tmp_path: Path) -> None:
    (folder / "copy.txt").write_text("Beta")
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    run("read", folder, "--format", "json", "--out", whole)
    assert len(whole.read_text().splitlines()) == 6
    for kept in (0, 1, 150, 700, len(whole.read_bytes()) - 1, len(whole.read_bytes())):
        out.write_bytes(whole.read_bytes()[:kept])
        assert run("read", folder, "--format", "json", "--out", out, "--resume").exit_code == 0
        assert out.read_bytes() == whole.read_bytes()


def test_going_on_refuses_a_file_of_something_else(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"a": 1}\n')
    result = run("read", folder, "--format", "json", "--out", out, "--resume")
    assert result.exit_code == 2 and "line 1" in result.stderr
    assert out.read_text() == '{"a": 1}\n'


def test_going_on_needs_a_file_of_json(folder: Path) -> None:
    assert run("read", folder, "--resume").exit_code == 2


def test_ctrl_c_leaves_whole_lines(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text("stop" if number == 18 else f"Report {number}")
    result = run("read", tmp_path, "--format", "json")
    assert result.exit_code == 130
    assert len(lines(result)) == 16
    assert "stopped" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["read", "--format", "xml"], ["read", "--processes", "0"], ["write"], ["read", "--x"]]
)
def test_wrong_use(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_schema_is_printed() -> None:
    assert json.loads(run("schema").stdout) == schema.load()


def test_version_is_printed() -> None:
    assert run("version").stdout.startswith("asof 0.")


def test_help_names_the_exit_codes() -> None:
    for arguments in (["--help"], ["read", "--help"]):
        assert "some report could not be read" in run(*arguments).stdout


# ── the installed command ────────────────────────────────────────────────────────────────────────


def shell(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "asof.surface.cli", *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["schema"], ["version"]])
def test_what_reads_nothing_answers_at_once(arguments: list[str]) -> None:
    """Measured in processor time of the child, so that a busy machine does not fail it; the wall is 0.4 s."""
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert shell(*arguments).returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) < 0.4


def test_importing_asof_imports_nothing_else() -> None:
    code = (
        "import sys, asof; print([m for m in sys.modules if m.startswith(('asof.', 'spacy', 'click', 'dataclasses'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_no_model_and_no_vocabulary() -> None:
    code = (
        "import sys; from asof.surface import cli; cli.main(['read', '--help'], standalone_mode=False); "
        "print([m for m in sys.modules if m.startswith(('spacy', 'numpy', 'trafilatura', 'asof.model', 'asof.voc'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m asof.surface.cli schema | head -c 10 >/dev/null"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_wrong_use_from_a_shell() -> None:
    begun = time.monotonic()
    done = shell("read", "--format", "xml")
    assert done.returncode == 2 and "xml" in done.stderr and done.stdout == ""
    assert time.monotonic() - begun < 10
