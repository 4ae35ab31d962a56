"""The review in a real browser: a merge decided and undone by keyboard, a value corrected, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from asof import ask, reviewing
from asof.store import IncidentFilter, Store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def own(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of these tests' own: they decide."""
    folder = tmp_path_factory.mktemp("review")
    store.backup(folder / "backup.zip")
    with Store.restore(folder / "backup.zip", folder / "own.db") as made:
        yield made


@pytest.fixture(scope="module")
def address(own: Store, serving: Any) -> Iterator[str]:
    with serving(own) as found:
        yield found


@pytest.fixture
def tab(chromium: Any, address: str) -> Iterator[Any]:
    """A page of the desk. At the end: no console error, and no request but to the desk."""
    wrong: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    page = context.new_page()
    page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(f"asked {asked.url}"))
    yield page
    context.close()
    assert wrong == []


def incidents(store: Store) -> list[str]:
    with store.reading() as shelf:
        return [one.tellings[0] for one in ask.incidents(shelf, IncidentFilter())]


def press(tab: Any, key: str) -> None:
    with tab.expect_navigation():
        tab.keyboard.press(key)


def test_a_merge_is_decided_and_undone_by_keyboard(tab: Any, own: Store) -> None:
    left, right = incidents(own)[:2]
    before = len(incidents(own))
    tab.goto(f"/review?pair={left}~{right}")
    press(tab, "s")
    assert len(incidents(own)) == before - 1 and ": same" in tab.inner_text(".done")
    press(tab, "z")
    assert len(incidents(own)) == before and "Taken back" in tab.inner_text(".done")
    press(tab, "z")
    assert len(incidents(own)) == before - 1, "undoing the undoing gives it again"
    press(tab, "z")
    assert len(incidents(own)) == before


def test_letters_that_are_typed_are_no_decisions(tab: Any, own: Store) -> None:
    left, right = incidents(own)[:2]
    tab.goto(f"/review?pair={left}~{right}")
    tab.fill(".verdict [name=note]", "")
    tab.type(".verdict [name=note]", "sdux")
    assert tab.input_value(".verdict [name=note]") == "sdux"
    tab.keyboard.press("Escape")
    press(tab, "d")
    with own.reading() as shelf:
        latest = shelf.decided(limit=1, person=True, newest_first=True)[0][1]
    assert (latest.verdict, latest.note) == ("different", "sdux")
    press(tab, "z")


def test_a_value_is_corrected_by_keyboard_and_the_next_one_shown(tab: Any, own: Store) -> None:
    with own.reading() as shelf:
        found = [one.claim.id for one in reviewing.doubtful(shelf)[0]]
        figure = next(one for one in reviewing.doubtful(shelf)[0] if one.kind == "figures")
    tab.goto("/review/values")
    assert f"/review/values/{found[0]}" in tab.get_attribute(".judge", "action")
    press(tab, "j")
    assert f"/review/values/{found[1]}" in tab.get_attribute(".judge", "action")
    press(tab, "k")
    press(tab, "a")
    with own.reading() as shelf:
        assert found[0] not in {one.claim.id for one in reviewing.doubtful(shelf)[0]}
    tab.goto(f"/review/values?claim={figure.claim.id}")
    tab.keyboard.press("c")
    assert tab.evaluate("document.activeElement.name") == "v-low"
    tab.keyboard.type("5")
    press(tab, "Enter")
    with own.reading() as shelf:
        ((_, latest),) = shelf.corrected(limit=1, newest_first=True)
    assert (latest.field, latest.value, latest.before) == ("low", 5, 4)
    press(tab, "z")
    press_back = tab.inner_text(".done")
    assert "Taken back" in press_back


def test_the_review_works_without_scripts(chromium: Any, address: str, own: Store) -> None:
    left, right = incidents(own)[:2]
    before = len(incidents(own))
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/review?pair={left}~{right}")
    page.click("button[value=same]")
    assert len(incidents(own)) == before - 1
    page.click(".done button")
    assert len(incidents(own)) == before
    context.close()


PAGES = (
    "/review", "/review/values", "/review/sample", "/review/agreement", "/review/decisions", "/people",
    "/people/said?source=Malian%20army", "/people/revisions", "/search?q=market",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Any, address: str, path: str, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = chromium.new_context(base_url=address, color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    page.goto(path)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=rules).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_no_more_than_its_width(chromium: Any, address: str, path: str, tmp_path: Path) -> None:
    context = chromium.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
