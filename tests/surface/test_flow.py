"""The installed command on real files: bytes in, records out, with the language model."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from asof.surface import schema

pytestmark = pytest.mark.slow
REPORT = """---
title: Shells kill 12 at Bani market
publisher: Sahel Courier
published: 2026-04-28T20:55:00+00:00
---
BANI, Burkina Faso, April 28 (Courier) - Shells struck a market in Bani on Tuesday and killed at least 12 people, \
including three children, the Northern Doctors' Network said.

The Azawar Front denied that it had fired on the town. "We do not shell markets," said its spokesman, Moussa Diallo.
"""


def shell(*arguments: str, piped: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "asof", *arguments], capture_output=True, input=piped)


def spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value] if set(value) == {"start", "end", "text"} else [s for v in value.values() for s in spans(v)]
    return [s for v in value for s in spans(v)] if isinstance(value, list) else []


def test_a_report_from_a_pipe_and_bad_files_beside_a_good_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 400)
    (tmp_path / "c.txt").write_text("")
    done = shell("read", str(tmp_path), "-", "--format", "json", piped=REPORT.encode())
    assert done.returncode == 3
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(r["report"]["file"] or "-").name for r in records] == ["a.txt", "b.txt", "c.txt", "-"]
    for record in records:
        jsonschema.Draft202012Validator(schema.load()).validate(record)
        assert all(record["text"][s["start"] : s["end"]] == s["text"] for s in spans(record))
    first, *bad, last = records
    assert all(record["skipped"] and not record["text"] for record in bad)
    assert {**first, "report": None} == {**last, "report": None}
    assert 12 in [figure["low"] for figure in first["figures"] if figure["measure"] == "killed"]


def test_same_input_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    for form in ("json", "text", "html"):
        runs = {shell("read", str(tmp_path / "a.txt"), "--format", form).stdout for _ in range(2)}
        assert len(runs) == 1 and runs != {b""}
