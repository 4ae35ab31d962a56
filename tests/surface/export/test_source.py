"""What an export asks of the store: no more than it writes, and that of many incidents and reports at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from asof.store import IncidentFilter, Kept, Store
from asof.store.asking import Asking
from asof.surface.export.form import Job
from asof.surface.export.losses import Losses
from asof.surface.export.options import Options
from asof.surface.export.source import Source
from asof.surface.export.tables import TABLES
from asof.surface.export.tidy import fill

from .conftest import NOON


class Held(list[list[Any]]):
    """The rows of a table."""

    write = list[list[Any]].append

    def close(self) -> None:
        pass


def source(shelf: Asking, wanted: IncidentFilter, as_of: str | None = None) -> Source:
    return Source(shelf, wanted, as_of, Options())


def spied(shelf: Asking, monkeypatch: pytest.MonkeyPatch, *names: str) -> list[Any]:
    """What these questions answered, one after another."""
    answers: list[Any] = []

    def spy(question: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*given: Any, **named: Any) -> Any:
            answers.append(question(*given, **named))
            return answers[-1]

        return asked

    for name in names:
        monkeypatch.setattr(shelf, name, spy(getattr(shelf, name)))
    return answers


def test_with_a_filter_only_its_reports_are_looked_at(bundled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with bundled.reading() as shelf:
        drawn = source(shelf, IncidentFilter(type="PROTEST"))
        wanted = {sha for found in drawn.incidents() for sha in found.reports}
        every = shelf.reports()
        answers = spied(shelf, monkeypatch, "reports")
        assert list(drawn.reports(wanted)) == [kept for kept in every if kept.sha256 in wanted]
        assert 0 < len(wanted) < len(every) and {kept.sha256 for some in answers for kept in some} == wanted


def test_without_one_they_are_those_that_were_published_by_the_moment(
    bundled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bundled.reading() as shelf:
        every = shelf.reports()
        assert list(source(shelf, IncidentFilter()).reports(set())) == every
        answers = spied(shelf, monkeypatch, "reports")
        then = list(source(shelf, IncidentFilter(), NOON).reports(set()))
        assert then == [kept for kept in every if (kept.published or "Z") <= NOON] and 0 < len(then) < len(every)
        assert [kept for some in answers for kept in some] == then


def test_filings_and_corrections_are_asked_for_together(bundled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with bundled.reading() as shelf:
        answers = spied(shelf, monkeypatch, "filings", "corrections")
        cases = list(source(shelf, IncidentFilter()).cases())
        assert len(cases) > 1 and len(answers) == 2
        job = Job(source(shelf, IncidentFilter()), None, Losses(), Options(), "asof@test")  # type: ignore[arg-type]
        fill(job, lambda _: Held())
        assert job.losses.rows["reports"] > 1 and len(answers) == 3


def test_of_now_a_later_version_of_a_page_is_not_looked_up(bundled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with bundled.reading() as shelf:
        first, second = shelf.reports(limit=2)
        versions = [replace(first, superseded_by=second.sha256), second]

        def reports(after: object = None, *_: object, **__: object) -> list[Kept]:
            return versions if after is None else []

        monkeypatch.setattr(shelf, "reports", reports)
        answers = spied(shelf, monkeypatch, "report")
        held = {name: Held() for name in TABLES}
        job = Job(source(shelf, IncidentFilter()), None, Losses(), Options(), "asof@test")  # type: ignore[arg-type]
        fill(job, lambda table: held[table.name])
        assert [row[-2] for row in held["reports"]] == [second.sha256, None] and not answers
