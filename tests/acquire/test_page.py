"""Pages of many makes (invented): the article is kept whole, what surrounds it is not."""

from __future__ import annotations

import pytest

from asof.acquire.page import read_page, text_of_fragment
from asof.errors import UnreadableReport

FIRST = (
    "Shells hit a market in Bara on Tuesday, killing two people and wounding nine others, medics at the hospital said."
)
SECOND = "The army said that the shells had come from the west. It did not say who it thought had fired them."
QUOTE = "“We ran to the river,” said Halima Adam, who sells tea there. “Nobody came back for the pots.”"
SHORT = "He left."
LAST = "No group had claimed the attack by nightfall, and the governor did not answer calls from reporters."
STORY = (FIRST, SECOND, QUOTE, SHORT, LAST)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in STORY)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def test_blog_theme_with_sidebar_comments_and_related_posts() -> None:
    content = read_page(
        page(
            "<header class='site-header'><nav><a href='/'>Home</a></nav></header><main><article class='post'>"
            "<header class='entry-header'><h1>Two killed in Bara</h1>"
            "<div>Posted on <time datetime='2026-03-10T14:00:00+00:00'>March 10, 2026</time> by Amna Idris</div>"
            "</header>"
            f"<ul class='key-points'><li>Two killed, nine wounded</li><li>Army blames militia</li></ul>{PARAGRAPHS}"
            "<p><em>Correction: This story has been corrected to show that nine were wounded.</em></p>"
            "<div class='sharedaddy'><h3>Share this:</h3><ul><li><a>Twitter</a></li></ul></div>"
            "<div class='related'><h3>Related</h3><p>Boat sinks on the lake with fourteen people on board.</p></div>"
            "</article>"
            "<div id='comments'><ol><li><p>What a terrible thing, I was there last week and saw it all.</p></li></ol>"
            "</div></main>"
            "<aside><section class='widget'><h2>Recent posts</h2><ul><li><a>Boat sinks</a></li></ul></section></aside>",
            "<title>Two killed in Bara – Kordofan Post</title><meta name='author' content='Amna Idris'>",
        )
    )
    assert content.paragraphs == (
        "Posted on March 10, 2026 by Amna Idris",
        "• Two killed, nine wounded",
        "• Army blames militia",
        *STORY,
        "Correction: This story has been corrected to show that nine were wounded.",
    )
    assert (content.title, content.publisher, content.byline) == ("Two killed in Bara", "Kordofan Post", "Amna Idris")
    assert content.published == "2026-03-10T14:00:00+00:00"


def test_public_broadcaster_with_blocks_and_json_ld() -> None:
    blocks = "".join(f"<div data-component='text-block'><p>{text}</p></div>" for text in STORY)
    content = read_page(
        page(
            "<main><article><header><h1>Bara: Two killed</h1><div class='byline'>Ann Roe in Nairobi</div></header>"
            f"<figure><img src='a.jpg'><figcaption>Smoke over the market</figcaption></figure>{blocks}"
            "<ul><li><a href='/x'>How the war began</a></li><li><a href='/y'>Who are the fighters?</a></li></ul>"
            "</article></main>"
            "<footer>Copyright © 2026. Not responsible for the content of external sites.</footer>",
            '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"'
            ',"name":"Not this"},'
            '{"@type":["ReportageNewsArticle"],"headline":"Bara: Two killed"'
            ',"datePublished":"2026-03-10T12:01:02.000Z",'
            '"dateModified":"2026-03-10T15:01:02.000Z","author":[{"@type":"Person","name":"Ann Roe"},{"@id":"#jon"}],'
            '"publisher":{"@id":"#bn"},"mainEntityOfPage":{"@id":"https://x.example/news/1"}},'
            '{"@type":"Person","@id":"#jon","name":"Jon Doe"},{"@type":"NewsMediaOrganization","@id":"#bn"'
            ',"name":"Broadcast News"}]}'
            "</script>",
        )
    )
    assert content.paragraphs == ("Ann Roe in Nairobi", *STORY)
    assert (content.publisher, content.byline) == ("Broadcast News", "Ann Roe, Jon Doe")
    assert (content.published, content.modified) == ("2026-03-10T12:01:02.000Z", "2026-03-10T15:01:02.000Z")
    assert content.url == "https://x.example/news/1"


def test_paragraphs_made_of_divs() -> None:
    divs = "".join(f"<div class='body__text'>{text}</div>" for text in STORY)
    content = read_page(
        page(
            f"<div class='top-menu'>Menu</div><div class='story'>{divs}</div>", "<meta property='og:title' content='T'>"
        )
    )
    assert content.paragraphs == STORY


def test_old_page_of_line_breaks_in_a_table_of_layout() -> None:
    content = read_page(
        page(
            "<table><tr><td><a href='/'>Home</a> | <a href='/s'>Statements</a></td></tr>"
            f"<tr><td><b>Statement on Bara</b><br><br>{'<br><br>'.join(STORY)}</td></tr></table>"
        )
    )
    assert content.paragraphs[-5:] == STORY
    assert not any("Home" in text for text in content.paragraphs)


def test_links_emphasis_and_quotations_inside_the_text() -> None:
    content = read_page(
        page(
            "<article><p>By <a href='/a'>Amna Idris</a></p>"
            f"<p>{FIRST} <a href='/z'>It did so before</a>, in <i>January</i>.</p>"
            f"<blockquote><p>{QUOTE}</p></blockquote><p><strong>Read more: <a href='/q'>Why Bara matters</a></strong>"
            "</p>"
            f"<div class='newsletter-signup'><p>One email, five stories.</p></div><p>{LAST}</p></article>"
        )
    )
    assert content.paragraphs == ("By Amna Idris", f"{FIRST} It did so before, in January.", QUOTE, LAST)


def test_rows_of_a_table_stay_together() -> None:
    table = "<table><tr><th>Locality</th><th>Killed</th></tr><tr><td>Bara</td><td>2</td></tr></table>"
    content = read_page(page(f"<article><p>{FIRST}</p>{table}<p>{SECOND} {LAST}</p></article>"))
    assert "Bara | 2" in content.paragraphs


def test_dates_of_pages_that_state_none_are_noted_as_found() -> None:
    content = read_page(page(f"<article><p>10 March 2026, 14:05 GMT</p>{PARAGRAPHS}</article>"))
    assert content.published == "2026-03-10T14:05:00+00:00"
    assert "No markup dates the page" in content.notes[0]
    assert read_page(page(f"<article>{PARAGRAPHS}</article>")).published is None


def test_cut_off_and_unclosed_markup_is_read_as_far_as_it_goes() -> None:
    whole = page(f"<article><h1>Two killed</h1>{PARAGRAPHS}</article>")
    content = read_page(whole[: whole.index("Nobody came")])
    assert content.paragraphs[:2] == (FIRST, SECOND)


@pytest.mark.parametrize(
    "body",
    [
        (
            "<nav><a href='/'>Home</a></nav><ul><li><a href='/1'>Boat sinks</a></li><li><a href='/2'>Talks reopen</a>"
            "</li></ul>"
        ),
        "<div id='root'></div><script>window.state={}</script>",
        "",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(UnreadableReport, match="no article"):
        read_page(page(body, "<title>Home</title>"))


def test_fragment() -> None:
    assert text_of_fragment(f"<p>{FIRST}</p><p>{SHORT}<br/>{LAST}</p>") == f"{FIRST}\n\n{SHORT}\n\n{LAST}"
