"""Who may import whom, read from the sources: stages speak through the model alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "asof"
STAGES = ("acquire", "annotate", "claim", "reconcile", "store")
SHARED = {"model", "errors", "vocabulary"}
READING = SHARED | {"reading", "grammar", "issuing"}
# What each folder or module of the package may import besides itself.
MAY = {
    "model": set(),
    "errors": set(),
    "vocabulary": {"model", "errors"},
    "reading": {"model"},
    "grammar": {"model", "reading"},
    "issuing": {"model", "reading", "vocabulary"},
    "ledger": {"model"},
    "moments": set(),
    "registry": {"errors", "model", "reading"},
    "acquire": SHARED,
    "annotate": READING,
    "claim": READING,
    "reconcile": SHARED | {"ledger", "moments"},
    "store": SHARED | {"ledger", "moments"},
    "pipeline": {"annotate", "errors", "model", "reading", "registry"},
    "batch": {"acquire", "errors", "model", "pipeline"},
    "cluster": {"batch", "errors", "pipeline"},
    # What connects many reports: sources to the store and its incidents; questions to answers.
    "intake": {"acquire", "batch", "errors", "ledger", "model", "pipeline", "reconcile", "store"},
    "ask": {"errors", "ledger", "model", "moments", "reconcile", "store"},
    "explain": {"ask", "errors", "ledger", "model", "reconcile", "store"},
    "correcting": {"errors", "model", "reconcile", "store", "vocabulary"},
    "deciding": {"correcting", "errors", "model", "ledger", "reconcile", "store"},
    "saying": {"ledger", "model", "reconcile", "store"},
    "doubts": {"model"},
    "agreement": set(),
    "notifying": {"acquire", "errors", "ledger", "store"},
    "reviewing": {"agreement", "deciding", "doubts", "errors", "ledger", "model", "reconcile", "store"},
    "desk": {"acquire", "ask", "batch", "deciding", "explain", "intake", "ledger", "store"},
    "surface": {
        "acquire",
        "agreement",
        "doubts",
        "reviewing",
        "saying",
        "ask",
        "batch",
        "cluster",
        "deciding",
        "errors",
        "evaluate",
        "explain",
        "intake",
        "ledger",
        "model",
        "moments",
        "notifying",
        "pipeline",
        "registry",
        "store",
        "vocabulary",
    },
    "__main__": {"surface"},
    "evaluate": {
        "acquire",
        "annotate",
        "errors",
        "grammar",
        "ledger",
        "model",
        "moments",
        "pipeline",
        "reading",
        "reconcile",
        "registry",
        "vocabulary",
    },
}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """Every module that a source imports, wherever in it; asof's own without the package's name."""
    here = ("asof", *path.relative_to(PACKAGE).with_suffix("").parts)
    package = here[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            base += tuple(node.module.split(".")) if node.module else ()
            yield from ((*base, alias.name) for alias in node.names)


def part(path: Path) -> str:
    """The folder of the package that a source belongs to, or its own name."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_place_in_the_flow_allows(path: Path) -> None:
    own = part(path)
    assert own in MAY, f"{own} is new: give it its place in MAY, and say why in docs/ARCHITECTURE.md"
    for name in imported(path):
        if name[0] == "asof" and len(name) > 1 and name[1] not in (own, "__version__", "_notebook"):
            assert name[1] in MAY[own], f"{path.name} may not import {'.'.join(name)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_spacy_stays_behind_the_parser(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() not in ("annotate/parse.py", "evaluate/cache.py"):
        assert not [name for name in imported(path) if name[0] in ("spacy", "thinc")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_ray_stays_behind_the_cluster(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() != "cluster.py":
        assert not [name for name in imported(path) if name[0] == "ray"]


NETWORK = {"socket", "ssl", "httpcore", "httpx", "requests", "urllib3", "aiohttp", "ftplib", "smtplib", "asyncio"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_network_stays_behind_the_fetcher(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() not in ("acquire/connect.py", "acquire/fetch.py", "acquire/post.py"):
        names = list(imported(path))
        assert not [
            name for name in names if name[0] in NETWORK or name[:2] in (("urllib", "request"), ("http", "client"))
        ]


def finder(path: Path) -> str:
    """The finder that a module of `annotate` belongs to: `quotes` for `quotes_said.py`."""
    return path.stem.partition("_")[0]


@pytest.mark.parametrize("path", sorted((PACKAGE / "annotate").glob("*.py")), ids=lambda path: path.stem)
def test_finders_do_not_import_each_other(path: Path) -> None:
    others = {finder(other) for other in (PACKAGE / "annotate").glob("*.py")} - {finder(path), ""}
    for name in imported(path):
        if name[:2] == ("asof", "annotate") and len(name) > 2:
            assert name[2].partition("_")[0] not in others, f"{path.name} imports {'.'.join(name)}"


def test_stages_stand_in_the_order_of_the_flow() -> None:
    stages = [folder.name for folder in sorted(PACKAGE.iterdir()) if folder.name in STAGES]
    assert stages == [stage for stage in STAGES if stage in stages]
