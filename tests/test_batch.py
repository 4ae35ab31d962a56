"""Many files: what a source is, which files a folder has, order and errors over several processes."""

from __future__ import annotations

from pathlib import Path

import pytest

import asof
from asof import batch
from asof.errors import UnreadableReport, WrongUse


def test_bytes_paths_and_text_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "a report.txt"
    file.write_text("Shells hit Bani.")
    assert batch.named(b"Shells") == batch.Received(b"Shells")
    assert batch.named(file) == file
    assert batch.named(str(file)) == file
    assert batch.named("Shells hit Bani.\n\n" + "Nobody was hurt. " * 500).content.startswith(b"Shells")  # type: ignore[union-attr]
    assert batch.named("a\x00b c") == batch.Received(b"a\x00b c")


def test_a_name_of_no_file_is_not_read_as_news() -> None:
    with pytest.raises(UnreadableReport, match=r"no file 'report\.txt'"):
        batch.named("report.txt")


def test_nothing_is_fetched() -> None:
    with pytest.raises(WrongUse, match="offline"):
        batch.named("https://sahelcourier.example/bani-market")


def test_folders_are_read_in_order_and_links_to_folders_not_followed(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a.txt", ".x.txt", "n.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [str(path.relative_to(tmp_path)) for path in batch.discover([tmp_path])]
    assert found == ["a/z.html", "a.txt", "b.txt"]
    assert list(batch.discover(tmp_path / "n.pdf")) == [tmp_path / "n.pdf"]  # named by hand: read whatever it is


def test_processes_are_one_or_more() -> None:
    with pytest.raises(WrongUse):
        list(batch.read_all([], processes=0))


def test_reading_starts_before_all_is_found() -> None:
    """A folder of any size streams: only the chunks under way are taken from the source."""
    taken = 0

    def endless() -> batch.Iterator[batch.Source]:
        nonlocal taken
        while True:
            taken += 1
            yield Path("/nowhere/at-all.txt")

    outcomes = batch.read_all(endless())
    assert next(outcomes).exit_code == 3
    assert taken == batch.CHUNK


@pytest.mark.slow
def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    for number in range(batch.CHUNK + 2):
        (tmp_path / f"{number:02}.txt").write_text(
            "" if number == 3 else f"Shells killed {number + 2} people in Bani on Tuesday, medics said.\n"
        )
    one = list(batch.read_all(batch.discover(tmp_path)))
    two = list(batch.read_all(batch.discover(tmp_path), processes=2))
    assert one == two
    assert [outcome.exit_code for outcome in two] == [3 if number == 3 else 0 for number in range(batch.CHUNK + 2)]


@pytest.mark.slow
def test_reading_a_string_bytes_and_a_file_gives_the_same_words(tmp_path: Path) -> None:
    text = "Shells killed 12 people in Bani on Tuesday, medics said.\n"
    file = tmp_path / "report.txt"
    file.write_text(text)
    records = [asof.read(source, published="2026-04-28") for source in (text, text.encode(), file, str(file))]
    assert len({record.report.sha256 for record in records}) == 1
    assert len({record.text for record in records}) == 1
    assert [record.report.file for record in records] == [None, None, str(file), str(file)]
    assert all(record.report.published == "2026-04-28" for record in records)
