"""The documentation is built as pages without a warning, loads nothing from elsewhere, and its tutorial runs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(made)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return made


class Loads(HTMLParser):
    """The addresses that a page loads by itself, and those that it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.linked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "iframe") and "src" in given:
            self.loaded.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "preconnect", "icon", "preload"):
            self.loaded.append(given.get("href", ""))
        if tag == "a" and "href" in given:
            self.linked.append(given["href"])


def pages(site: Path) -> Iterator[tuple[Path, Loads]]:
    for path in sorted(site.rglob("*.html")):
        found = Loads()
        found.feed(path.read_text(encoding="utf-8"))
        yield path, found


def test_every_document_is_a_page_in_the_navigation(site: Path) -> None:
    listed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:")[2]
    for path in DOCS.glob("*.md"):
        assert path.name in listed, f"mkdocs.yml: {path.name} is not in nav"
        assert (site / f"{path.stem}.html").exists()


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    loaded = [address for _, page in pages(site) for address in page.loaded]
    assert loaded, "the pages load nothing at all"
    assert [address for address in loaded if re.match(r"(https?:)?//", address)] == []


def test_links_between_pages_lead_somewhere(site: Path) -> None:
    for path, page in pages(site):
        for link in page.linked:
            target = link.partition("#")[0]
            if target and not re.match(r"[a-z]+:|//|/", target):
                assert (path.parent / target).exists(), f"{path.name}: {link} is not there"


def test_the_tutorial_runs_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    commands = SHELL.findall((DOCS / "TUTORIAL.md").read_text(encoding="utf-8"))
    assert len(commands) >= 4
    found = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    script = "asof() { " + f'"{sys.executable}" -m asof "$@"' + "; }\n" + "\n".join(commands)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": found},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    assert "Barouéli" in done.stdout
    assert (tmp_path / "first-csv.zip").exists() and (tmp_path / "first.geojson").exists()


def test_units_and_images_name_what_there_is() -> None:
    for name in ("asof.service", "asof-watch.service"):
        unit = (ROOT / "deploy" / name).read_text(encoding="utf-8")
        assert re.search(r"^ExecStart=/opt/asof/bin/asof (serve|watch) ", unit, re.M)
    image = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.lock" in image
