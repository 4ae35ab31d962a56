"""An export by the API is the file that the command writes."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from asof import ask
from asof.store import IncidentFilter, Store
from asof.surface import export

from .conftest import V1, got


def test_an_export_is_what_asof_export_writes(client: TestClient, store: Store, tmp_path: Path) -> None:
    names = [one["name"] for one in got(client, "/export")]
    assert names == list(export.FORMATS)
    for name in names:
        several = len(export.format_of(name).files) > 1
        out = tmp_path / (f"asof-{name}.zip" if several else f"asof-{name}.{name}")
        done = export.export(store, name, out, IncidentFilter(place="Kayes"), ask.moment("2026-05-06"))
        query = {"place": "Kayes", "as_of": "2026-05-06"}
        answer = client.get(f"{V1}/export/{name}", params=query)
        assert answer.status_code == 200, answer.text
        assert answer.content == out.read_bytes()
        assert answer.headers["content-disposition"] == f'attachment; filename="{out.name}"'
        report = client.get(f"{V1}/export/{name}", params=query | {"part": "report"})
        assert report.content == done.report.read_bytes()
    assert client.get(f"{V1}/export/none").status_code == 404
