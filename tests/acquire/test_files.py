"""Files and standard input, with their limits."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from asof import acquire
from asof.acquire import files
from asof.errors import UnreadableReport

STORY = b"Two people were killed on Tuesday when shells hit the town, a local official said."


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(STORY)
    document = acquire.load(path, publisher="NileWire")
    assert (document.report.file, document.report.publisher) == (str(path), "NileWire")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(STORY)))
    assert acquire.load("-").report.file is None


def test_absent_file_folder_address(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="cannot be opened: no such file"):
        files.read_bytes(tmp_path / "absent.txt")
    with pytest.raises(UnreadableReport, match="is a folder"):
        files.read_bytes(tmp_path)
    with pytest.raises(UnreadableReport, match="offline"):
        files.read_bytes("https://x.example/a")
    with pytest.raises(UnreadableReport, match=r"cannot be opened|not a name"):
        files.read_bytes("a\0b")


def test_the_limit_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1_000_000)
    path = tmp_path / "large.txt"
    path.write_bytes(b"a " * 500_001)
    with pytest.raises(UnreadableReport, match="more than 1 MB"):
        files.read_bytes(path)
