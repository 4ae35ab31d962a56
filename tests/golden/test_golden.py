"""The records of the bundled examples are the ones that were read and approved; `make golden` writes them anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from asof import as_json
from asof.model import Record
from tests.golden import refresh

GOLDEN = Path(__file__).parent


def test_every_example_is_marked_as_invented() -> None:
    assert refresh.EXAMPLES
    for path in refresh.EXAMPLES:
        assert "\nnote: Invented" in path.read_text(encoding="utf-8").split("---")[1]


def test_records_are_the_approved_ones(example_records: list[Record]) -> None:
    for record in example_records:
        for name, content in refresh.shown(record).items():
            assert content == (GOLDEN / name).read_text(encoding="utf-8"), f"{name} changed: make golden, then git diff"


@pytest.mark.parametrize("seed", ["0", "424242"])
def test_the_command_line_gives_the_same_bytes_whatever_the_hash_seed(seed: str, example_records: list[Record]) -> None:
    path = example_records[0].report.file or ""
    done = subprocess.run(
        [sys.executable, "-m", "asof.surface.cli", "read", "--format", "json", path],
        cwd=refresh.ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout.decode("utf-8") == as_json(example_records[0]) + "\n"
