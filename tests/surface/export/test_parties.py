"""Who took part: looked up once for a case, however many claims name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from asof.surface.export import format_of
from asof.surface.export import parties as of_parties
from asof.surface.export.form import Job
from asof.surface.export.losses import Losses
from asof.surface.export.options import Options
from asof.surface.export.sink import Sink
from asof.surface.export.source import Case, Told

from .cases import case, with_event

REPORTS = 12
MARCH = with_event(case("PROTEST", "riot", ("people",)), type="COERCE", mode="restrict", actors=("Malian police",))


def told_often(of: Case) -> Case:
    """The same incident, told by so many reports."""
    (told,), (filing,) = of.told, of.filings
    shas = [f"{k:064x}" for k in range(REPORTS)]
    reports = [replace(told.record, report=replace(told.record.report, sha256=sha)) for sha in shas]
    return replace(
        of,
        told=tuple(replace(told, record=record) for record in reports),
        filings=tuple(replace(filing, report=sha) for sha in shas),
    )


@pytest.mark.parametrize("name", ["plover", "acled", "gdelt"])
def test_each_report_is_gone_through_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    class Source:
        def cases(self) -> tuple[Case, ...]:
            return (told_often(MARCH),)

    walked: list[Told] = []
    names = of_parties._names

    def counted(told: Told) -> Iterator[tuple[str, str]]:
        walked.append(told)
        return names(told)

    monkeypatch.setattr(of_parties, "_names", counted)
    form, losses = format_of(name), Losses()
    with Sink(tmp_path / "out.zip", form.files, form.beside) as sink:
        form.write(Job(Source(), sink, losses, Options(), "asof@test"))  # type: ignore[arg-type]
    assert sum(losses.rows.values()) > 0 and len(walked) == REPORTS
