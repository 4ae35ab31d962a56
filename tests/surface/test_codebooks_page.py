"""docs/CODEBOOKS.md is run: its files are written, its commands give what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from asof.surface.cli import main

PAGE = (Path(__file__).parents[2] / "docs" / "CODEBOOKS.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# file: (\S+)\n")
CHANGE = re.compile(r"# in (\S+), instead of: (.*)\n")


def blocks() -> Iterator[tuple[str, str]]:
    yield from BLOCK.findall(PAGE)


def commands(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each command of a console block with the lines that it shows."""
    for part in re.split(r"^\$ asof ", text, flags=re.MULTILINE)[1:]:
        first, _, shown = part.partition("\n")
        yield first.split(), shown.splitlines()


def test_the_page_says_what_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    slip = next(text for _, text in blocks() if text.startswith("# file: slip.yaml\n"))
    (tmp_path / "slip.yaml").write_text(FILE.sub("", slip), "utf-8")  # the page shows the fault first, as one meets it
    ran = 0
    for language, text in blocks():
        named, changed = FILE.match(text), CHANGE.match(text)
        if named:
            (tmp_path / named[1]).write_text(text[named.end() :], "utf-8")
        elif changed:
            path = tmp_path / changed[1]
            before, line = path.read_text("utf-8"), text[changed.end() :]
            assert before.count(f"      - {changed[2]}\n") == 1
            path.write_text(before.replace(f"      - {changed[2]}\n", line), "utf-8")
        elif language == "console":
            for arguments, shown in commands(text):
                output = CliRunner().invoke(main, arguments).output
                expect(output.splitlines(), shown)
                ran += 1
    assert ran >= 6


def expect(output: list[str], shown: list[str]) -> None:
    """Every line shown is there, in order; where the page has "…", lines are left out."""
    at, gap = 0, False
    for line in shown:
        if line == "…":
            gap = True
            continue
        found = next((k for k in range(at, len(output)) if output[k] == line), None)
        assert found is not None, f"{line!r} is not in:\n" + "\n".join(output[at:])
        assert gap or found == at, f"{output[at]!r} stands before {line!r}"
        at, gap = found + 1, False


def test_every_key_of_the_page_is_one_that_a_codebook_has() -> None:
    from asof.vocabulary.codebooks.contexts import CONTEXT
    from asof.vocabulary.codebooks.entries import MODE, TYPE
    from asof.vocabulary.codebooks.loading import HEAD

    rows = {
        what: set(re.findall(r"`(\w+)`", keys))
        for what, keys in re.findall(r"^\| of (.+?) \| (.+) \|$", PAGE, re.MULTILINE)
    }
    assert rows == {
        "the file": set(HEAD),
        "a type": set(TYPE) - {"code4"},
        "a mode": set(MODE),
        "a context": set(CONTEXT),
    }
