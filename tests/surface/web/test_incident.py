"""The page of one incident, and why a value is what it is."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from asof import ask
from asof.ledger import ConsolidatedIncident
from asof.store import IncidentFilter, Store
from asof.surface.web import charts

NOON = "2026-05-04T12:00:00Z"


@pytest.fixture(scope="module")
def strike(store: Store) -> ConsolidatedIncident:
    with store.reading() as shelf:
        return max(ask.incidents(shelf, IncidentFilter(type="ASSAULT")), key=lambda one: len(one.reports))


def section(page: str, title: str) -> str:
    start = page.index(title)
    return page[start : page.find("</section>", start)]


def test_the_headline_has_low_best_high_and_whose_they_are(client: TestClient, strike: ConsolidatedIncident) -> None:
    page = client.get(f"/incidents/{strike.id}").text
    assert "Barouéli, Ségou region, Mali" in page and "4 reports, 3 independent" in page
    killed = page[page.index('<li class="killed">') :]
    assert re.search(r">8</a></b>.*8 to 15.*low</dt><dd>8<.*high</dt><dd>15<.*Barouéli hospital", killed, re.S)


def test_claims_stand_beside_denials(client: TestClient, strike: ConsolidatedIncident) -> None:
    said = section(client.get(f"/incidents/{strike.id}").text, "Claims and denials")
    claims, denials = said.split("Denies it")
    assert re.search(r"<b>Liptako Front</b>.*accuses.*Malian army.*carrying out the strike", claims, re.S)
    assert "<b>Malian army</b>" in denials and "<b>Malian army</b>" not in claims


def test_a_copy_stands_under_the_report_whose_text_it_has(client: TestClient, strike: ConsolidatedIncident) -> None:
    reports = section(client.get(f"/incidents/{strike.id}").text, "Reports <span")
    copy = reports[reports.index('class="copy"') :]
    assert "Niger Courier" in copy and reports.count('class="copy"') == 1
    assert reports.index("UPDATE 1-Drone strike") < reports.index('class="copy"')


def test_every_figure_opens_its_sentence_and_its_place_in_the_report(
    client: TestClient, strike: ConsolidatedIncident
) -> None:
    page = client.get(f"/incidents/{strike.id}").text
    figures = re.findall(r'href="(/explain/f-[^"]+)"', page)
    told = {one.count.id for toll in strike.tolls for one in toll.figures}
    assert {one.removeprefix("/explain/") for one in figures} == told
    places = re.findall(r'class="quoted" href="(/reports/\w+)#([^"]+)"', page)
    assert len(places) == sum(len(toll.figures) for toll in strike.tolls)
    for path, place in places:
        assert f'id="{place}"' in client.get(path).text
    sentence = client.get(figures[0]).text
    assert "<blockquote>" in sentence and '<mark class="figure">' in sentence and "digest checked" in sentence


def test_a_toll_is_explained_by_the_words_of_the_figures_that_stand(
    client: TestClient, strike: ConsolidatedIncident
) -> None:
    page = client.get(f"/explain/{strike.id}:killed").text
    assert "Why killed: low 8, best 8, high 15" in page and "nearest@1" in page
    quoted = page[: page.index("The whole chain")]
    assert quoted.index(">eight</mark>") < quoted.index(">put the number of dead at 15</mark>")
    assert client.get("/explain/f-000000000000").status_code == 404


def test_it_turns_back_and_says_when_nothing_was_known(client: TestClient, strike: ConsolidatedIncident) -> None:
    then = client.get(f"/incidents/{strike.id}?as_of={NOON}").text
    assert ">5</a></b>" in then and "1 report" in then and "Liptako" not in then
    assert "as_of=2026-05-04T12%3A00%3A00Z" in then
    before = client.get(f"/incidents/{strike.id}?as_of=2026-05-03").text
    assert "Nothing of it was known" in before and "2026-05-04 11:00 UTC" in before
    moved = client.get(f"/incidents/{strike.id}?turn=0&turned=3&as_of=", follow_redirects=False)
    assert moved.headers["location"] == f"/incidents/{strike.id}?as_of=2026-05-04T11%3A00%3A00Z"


def test_what_changed_between_two_moments(client: TestClient, strike: ConsolidatedIncident) -> None:
    page = client.get(f"/incidents/{strike.id}?since={NOON}").text
    changes = section(page, "What changed")
    assert re.search(r"killed</th><td>5 .*</td><td>8 ", changes) and "disagreement" in changes


def test_what_was_believed_when_comes_with_the_tolls(client: TestClient, strike: ConsolidatedIncident) -> None:
    page = client.get(f"/incidents/{strike.id}/tolls").text
    believed = page[page.index('id="toll-1"') : page.index('id="toll-2"')]
    rows = re.findall(r'<td class="n">(\S+)</td><td class="n">(\S+)</td><td class="n">(\S+)</td><td>', believed)
    assert rows == [("5", "5", "–"), ("9", "9", "15"), ("8", "8", "15")]
    assert 'class="best"' in believed and 'class="band"' in believed


def test_an_incident_that_was_joined_to_another_is_found_by_its_old_address(
    client: TestClient, strike: ConsolidatedIncident
) -> None:
    old = f"/incidents/h-{strike.tellings[1].removeprefix('i-')}"
    answer = client.get(old, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == f"/incidents/{strike.id}"
    assert client.get("/incidents/h-000000000000").status_code == 404


def test_the_chart_has_a_line_for_each_source_and_marks_what_was_lowered(strike: ConsolidatedIncident) -> None:
    killed = next(toll for toll in strike.tolls if toll.measure == "killed" and toll.group is None)
    chart = charts.steps(killed)
    assert chart is not None
    lines = {line.source: line for line in chart.lines}
    assert list(lines) == ["Barouéli hospital", "Oumar Kassogué"]  # the nearest to the count first
    hospital = lines["Barouéli hospital"]
    assert [dot.kind for dot in hospital.dots] == ["past", "past", "past", "lowered"]
    heights = [dot.y for dot in hospital.dots]
    assert heights[1] == heights[2] < heights[3] < heights[0]
    assert hospital.path.startswith("M") and hospital.path.count("V") == 3
    assert chart.levels[-1][1] == "20"


def test_one_figure_is_no_chart(strike: ConsolidatedIncident) -> None:
    from dataclasses import replace

    killed = next(toll for toll in strike.tolls if toll.measure == "killed" and toll.group is None)
    assert charts.steps(replace(killed, figures=killed.figures[:1])) is None
