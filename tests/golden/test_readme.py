"""The README shows what the commands print today and the scores that the floors hold."""

from __future__ import annotations

import re
import tomllib

from tests.golden import readme

TEXT = (readme.ROOT / "README.md").read_text(encoding="utf-8")


def test_commands_print_what_the_readme_shows_and_the_table_is_that_of_the_floors() -> None:
    assert readme.CONSOLE.search(TEXT)
    assert readme.refreshed(TEXT) == TEXT, "the README drifted: make golden, then git diff"


def test_all_scores_are_those_of_the_floors() -> None:
    whole = (readme.ROOT / "docs" / "SCORES.md").read_text(encoding="utf-8")
    assert readme.refreshed(whole, short=False) == whole, "docs/SCORES.md drifted: make golden, then git diff"


def test_make_targets_that_documents_name_exist() -> None:
    makefile = (readme.ROOT / "Makefile").read_text(encoding="utf-8")
    for path in (readme.ROOT / "README.md", *(readme.ROOT / "docs").glob("*.md")):
        for target in re.findall(r"`make (\w+)", path.read_text(encoding="utf-8")):
            assert re.search(rf"^{target}:", makefile, re.M), f"{path.name}: there is no `make {target}`"


def test_links_between_documents_lead_somewhere() -> None:
    for path in (readme.ROOT / "README.md", *(readme.ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link} is not there"


def test_the_change_log_has_the_version() -> None:
    version = tomllib.loads((readme.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## {version}" in (readme.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
