"""What is put into a store comes out of it, the same on both engines."""

from __future__ import annotations

from asof.store import Store
from tests.store.made import entry, told


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    one = entry(5)
    sha = one.record.report.sha256
    with store.writing() as tx:
        assert [added.outcome for added in tx.add([one, entry(6), one])] == ["new", "new", "known"]
    with store.reading() as shelf:
        assert shelf.content(sha) == one.content
        assert shelf.record(sha) == one.record
        assert shelf.known([sha, "0" * 64]) == {sha}
        assert shelf.content("0" * 64) is None and shelf.record("0" * 64) is None
        assert (kept := shelf.report(sha[:12])) is not None and kept.file == "5.txt" and kept.size == len(one.content)
        assert shelf.report("") is None, "more than one begins so"


def test_the_same_again_changes_nothing(store: Store) -> None:
    entries = [entry(number) for number in range(4)]
    for expected in ("new", "known", "known"):
        with store.writing() as tx:
            assert {added.outcome for added in tx.add(entries)} == {expected}
            tx.keep([told(one) for one in entries])
    with store.reading() as shelf:
        assert len(shelf.reports()) == 4
        assert len(shelf.counts(shelf.tellings_of(shelf.known([e.record.report.sha256 for e in entries])))) == 4
