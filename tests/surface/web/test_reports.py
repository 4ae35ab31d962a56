"""The page of one report; and that what a stranger writes is shown as text, wherever it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from asof import intake
from asof.acquire.item import Item
from asof.store import Store
from asof.surface.web.app import create
from asof.surface.web.page import environment

HOSTILE = """---
title: Strike kills 7 <script>alert(1)</script> <img src=x onerror=alert(1)>
publisher: Wire\u202egnp.exe <b onmouseover=alert(1)>
published: 2026-05-06T10:00:00+00:00
url: javascript:alert(document.domain)
---
Seven people were killed on Wednesday when a drone hit a market in Ségou, Mali, a <script>alert(2)</script> doctor said.

"<svg onload=alert(3)>We counted seven,\u202e" the mayor, Oumar "<u>" Kassogué, said. {{ 7 * 7 }} </textarea></script>
"""
URL = "https://segouwire.example/2026/05/07/page"
PAGE = """---
title: Shelling near Kayes
publisher: Segou Wire
published: 2026-05-07T{clock}:00+00:00
url: {url}
---
Shells hit a depot near Kayes, Mali, on Thursday. {count} soldiers were killed, the Malian army said.
"""


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    given = [
        Item("hostile.txt", HOSTILE.encode()),
        Item("first.txt", PAGE.format(clock="08:00", count="Two", url=URL).encode()),
        Item("second.txt", PAGE.format(clock="09:00", count="Three", url=URL).encode()),
    ]
    with Store.open(tmp_path_factory.mktemp("strange") / "asof.db") as store:
        list(intake.add(store, given))
        yield TestClient(create(store), base_url="http://127.0.0.1")


def everywhere(client: TestClient) -> dict[str, str]:
    """Every page that links lead to from the list."""
    waiting, found = ["/"], dict[str, str]()
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        found[path] = answer.text
        waiting += [one.replace("&amp;", "&") for one in re.findall(r'href="(/(?!static|land)[^"#]*)', answer.text)]
    return found


def test_every_link_leads_somewhere(client: TestClient) -> None:
    assert len(everywhere(client)) > 30


def test_what_strangers_write_is_text_on_every_page(strange: TestClient) -> None:
    pages = everywhere(strange)
    assert len(pages) > 10
    for path, page in pages.items():
        assert not re.search(r"<(script(?! src=\"/static)|img|b on|svg on|u>)", page), path
        assert "\u202e" not in page, path
        assert not re.search(r'href="(?!/|#|https://|http://127\.0\.0\.1/)', page), path
        assert ">49<" not in page and "{{" not in page.replace("{{ 7 * 7 }}", ""), path
    assert "&lt;script&gt;alert(1)" in "".join(pages.values())


def test_hidden_characters_are_shown_by_their_names() -> None:
    written = environment().from_string("{{ words }}").render(words="a\u202eb<c>")
    assert written == "a⟨U+202E⟩b&lt;c&gt;"


def test_a_report_shows_its_words_beside_its_record(client: TestClient, store: Store) -> None:
    with store.reading() as shelf:
        report = next(one for one in shelf.reports() if one.publisher == "Niger Courier")
    page = client.get(f"/reports/{report.sha256}").text
    assert re.search(r'<mark class="[^"]*figure[^"]*" data-v="[^"]+"[^>]*>Nine people', page)
    assert 'rel="noopener noreferrer nofollow"' in page and report.sha256 in page
    assert "Tells of" in page and "/incidents/h-" in page
    assert client.get(f"/reports/{report.sha256[:12]}").status_code == 200
    assert client.get("/reports/ffff").status_code == 404


def test_versions_of_a_page_and_what_changed_between_them(strange: TestClient) -> None:
    pages = {path: page for path, page in everywhere(strange).items() if path.startswith("/reports/")}
    later = next(
        page for page in pages.values() if ": this one</b>" in page and "<ins>" in page and "later version" not in page
    )
    assert "<del>Two </del><ins>Three </ins>" in later
    assert any("A later version of this page is there" in page for page in pages.values())
