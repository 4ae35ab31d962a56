"""The desk in a real browser: every page, slider, area, dark, phone, keyboard; and nothing asked from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from asof import ask
from asof.store import IncidentFilter, Store

pytestmark = pytest.mark.slow

NOON = "2026-05-04T12:00:00Z"


@pytest.fixture
def tab(chromium: Any, desk: str) -> Iterator[Callable[..., Any]]:
    """Opens a page of the desk. At the end: no console error, and no request but to the desk."""
    wrong: list[str] = []
    opened = []

    def open_(path: str, **how: Any) -> Any:
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, base_url=desk, **how)
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(desk) else wrong.append(f"asked {asked.url}"))
        page.goto(path)
        return page

    yield open_
    for context in opened:
        context.close()
    # A question that is refused is told to the reader; the browser tells it to the console, too.
    assert [one for one in wrong if "400" not in one] == []


@pytest.fixture(scope="session")
def paths(store: Store) -> dict[str, str]:
    """One page of every kind."""
    with store.reading() as shelf:
        strike = max(ask.incidents(shelf, IncidentFilter(type="ASSAULT")), key=lambda one: len(one.reports))
    return {
        "incidents": "/",
        "incidents since": f"/?since={NOON}&as_of=2026-05-05T10:00:00Z",
        "incident": f"/incidents/{strike.id}",
        "incident changed": f"/incidents/{strike.id}?since={NOON}&as_of=2026-05-05T10:00:00Z",
        "tolls": f"/incidents/{strike.id}/tolls",
        "why": f"/explain/{strike.id}:killed",
        "report": f"/reports/{strike.reports[1]}",
    }


KINDS = ("incidents", "incidents since", "incident", "incident changed", "tolls", "why", "report")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def wrong(page: Any, rules: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """What axe finds on a page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=rules).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_free_of_what_axe_finds_and_fits_a_phone(
    tab: Callable[..., Any], paths: dict[str, str], kind: str
) -> None:
    page = tab(paths[kind], color_scheme="light", reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert wrong(page, {"runOnly": RULES}) == []
    page.emulate_media(color_scheme="dark")
    assert wrong(page, {"runOnly": ["color-contrast"]}) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_slider_turns_the_page_back_and_says_so(tab: Callable[..., Any]) -> None:
    from playwright.sync_api import expect

    page = tab("/")
    assert page.locator("[data-incident]").count() == 3
    page.locator("#turn").focus()
    page.keyboard.press("Home")
    expect(page.locator("[data-incident]")).to_have_count(1)
    assert page.locator(".killed b").inner_text() == "5"
    assert page.url.endswith("/?as_of=2026-05-04T11%3A00%3A00Z")
    assert page.locator("#told").inner_text() == "1 incident as known at 2026-05-04 11:00 UTC"
    assert page.evaluate("document.activeElement.id") == "turn"  # the keyboard stays where it was
    assert page.locator("#turn").get_attribute("aria-valuetext") == "2026-05-04 11:00 UTC"
    page.keyboard.press("ArrowRight")
    expect(page.locator(".killed b")).to_have_text("9")
    page.keyboard.press("End")
    expect(page.locator("[data-incident]")).to_have_count(3)
    expect(page).to_have_url(re.compile(r":\d+/$"))


def test_the_slider_of_an_incident_swaps_its_tolls(tab: Callable[..., Any], paths: dict[str, str]) -> None:
    from playwright.sync_api import expect

    page = tab(paths["incident"])
    page.wait_for_selector("path.best", state="attached")
    page.locator("#turn").focus()
    page.keyboard.press("Home")
    expect(page.locator(".headline-tolls .killed b")).to_have_text("5")
    assert "as_of=2026-05-04T11" in page.url


def test_an_area_is_drawn_or_typed(tab: Callable[..., Any]) -> None:
    from playwright.sync_api import expect

    page = tab("/")
    page.get_by_role("button", name="Draw an area").click()
    frame = page.locator("[data-map]").bounding_box()
    mark = page.locator(".marks a[data-of]").first.bounding_box()
    x, y = mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2
    page.mouse.move(max(x - 40, frame["x"] + 2), max(y - 40, frame["y"] + 2))
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"west=.*south=.*east=.*north="))
    page.wait_for_selector("rect.box", state="attached")
    drawn = page.locator("[data-incident]").count()
    assert drawn == int(page.locator("#list-title").inner_text().split()[0]) >= 1
    page.locator("[name=south]").fill("40")
    page.locator("[name=north]").fill("50")
    page.locator("[name=north]").press("Enter")
    expect(page.locator("[data-incident]")).to_have_count(0)
    page.locator("[name=west]").fill("200")
    page.locator("[name=west]").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("A box lies between 180 degrees")


def test_a_number_opens_the_sentence_that_carries_it(tab: Callable[..., Any], paths: dict[str, str]) -> None:
    page = tab(paths["incident"])
    page.locator(".headline-tolls .killed a").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] blockquote mark")
    assert "Barouéli hospital on Tuesday lowered its toll" in page.locator("dialog[open]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.locator(".quoted").first.click()
    page.wait_for_url(re.compile(r"/reports/\w+#w-f-"))
    assert page.locator("a:target + mark").count() or page.locator("a:target").count()


def test_words_of_a_report_light_their_value(tab: Callable[..., Any], paths: dict[str, str]) -> None:
    page = tab(paths["report"])
    page.locator("article mark.figure").first.hover()
    page.wait_for_selector(".card.lit")
    page.locator("article mark[tabindex]").first.focus()
    assert page.locator("mark.lit").count() >= 1


def test_dark_and_light_are_remembered(tab: Callable[..., Any]) -> None:
    page = tab("/", color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.reload()
    assert page.evaluate(ground) == dark
    page.get_by_role("button", name="Light").click()
    assert page.evaluate(ground) == light


def test_the_last_look_is_kept(tab: Callable[..., Any]) -> None:
    page = tab("/")
    page.get_by_role("button", name="Mark as seen").click()
    page.reload()
    assert "Nothing new since your last look" in page.locator(".looking").inner_text()


def test_the_keyboard_comes_to_the_content_at_once(tab: Callable[..., Any]) -> None:
    page = tab("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_pages_work_without_a_script(tab: Callable[..., Any]) -> None:
    page = tab("/", java_script_enabled=False)
    page.locator("[name=place]").fill("Barouéli")
    page.locator("button.go").click()
    assert page.url.endswith("/?place=Barou%C3%A9li") and page.locator("[data-incident]").count() == 1
    page.locator(".what a").first.click()
    page.get_by_role("link", name="with what was believed when").click()
    assert page.locator("path.best").count() >= 1


def test_it_prints_without_its_forms(tab: Callable[..., Any]) -> None:
    page = tab("/")
    page.emulate_media(media="print")
    assert not page.locator(".fields").is_visible() and page.locator("table.incidents").is_visible()
