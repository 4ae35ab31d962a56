"""Feeds and site maps: what they list, which articles they hold, and that nothing in them is expanded or fetched."""

from __future__ import annotations

import gzip
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asof import acquire
from asof.acquire import feeds
from asof.errors import AsofError, UnreadableReport

STORY = " ".join(["Two people were killed in Bani on Tuesday, the governor said."] * 10)
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def rss(*items: str, before: str = '<?xml version="1.0"?>') -> bytes:
    listed = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'{before}<rss version="2.0" {CONTENT}><channel><title>Sahel Courier</title><language>en</language>'
        f"{listed}</channel></rss>"
    ).encode()


def one(content: bytes, base: str | None = "https://courier.example/rss") -> feeds.Entry:
    listing = feeds.read(content, base)
    assert listing is not None and len(listing.entries) == 1
    return listing.entries[0]


def test_rss() -> None:
    entry = one(rss("<title>Bani &amp; Gao</title><link>/a?x=1&amp;y=2</link><guid>g1</guid>"
                    "<pubDate>Tue, 10 Mar 2026 13:05:00 +0200</pubDate><description>Two.</description>"))  # fmt: skip
    assert (entry.key, entry.url, entry.title) == ("g1", "https://courier.example/a?x=1&y=2", "Bani & Gao")
    assert (entry.published, entry.publisher, entry.language) == ("2026-03-10T13:05:00+02:00", "Sahel Courier", "en")
    assert entry.article is None  # a description is no article where there is a page


def test_an_article_in_the_feed_is_read_as_one() -> None:
    told = "<title>Bani</title><link>https://courier.example/a</link><pubDate>Tue, 10 Mar 2026 13:05:00 GMT</pubDate>"
    words = f"<content:encoded><![CDATA[<p>{STORY}</p><p>More &lt;b&gt;.</p>]]></content:encoded>"
    entry = one(rss(told + words))
    item = entry.item("x")
    assert item is not None and json.loads(item.content)["url"] == "https://courier.example/a"
    document = acquire.acquire(item.content, around=item)
    assert document.report.published == "2026-03-10T13:05:00+00:00"
    assert document.report.publisher == "Sahel Courier"
    assert document.text.startswith("Bani\n\nTwo people were killed")


@pytest.mark.parametrize("end", ["…", "...", "[…]", " Read more", " Continue reading Bani &raquo;", " more »"])
def test_an_excerpt_is_no_article(end: str) -> None:
    entry = one(rss(f"<link>https://courier.example/a</link><content:encoded>{STORY[:-1]}{end}</content:encoded>"))
    assert entry.article is None
    assert entry.url == "https://courier.example/a"


def test_an_entry_without_a_page_is_what_it_holds() -> None:
    entry = one(rss("<title>Bani</title><description>Two people were killed in Bani.</description>"))
    assert entry.article is not None and "Two people were killed" in entry.article.decode()
    assert one(rss("<title>Bani</title>")).article is None


def test_atom_and_rdf() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><id>urn:1</id><title>Bani</title>'
        '<link rel="alternate" href="https://courier.example/a"/><updated>2026-03-10T13:05:00+02:00</updated>'
        "</entry></feed>"
    )
    entry = one(atom.encode())
    assert (entry.key, entry.url) == ("urn:1", "https://courier.example/a")
    assert entry.published == "2026-03-10T13:05:00+02:00"
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<item><title>Bani</title><link>https://courier.example/a</link></item></rdf:RDF>"
    )
    assert one(rdf.encode()).url == "https://courier.example/a"


def test_the_mark_changes_with_the_entry() -> None:
    entries = [
        one(rss(f"<guid>1</guid><title>{title}</title>")) for title in ("Two killed", "Two killed", "Four killed")
    ]
    assert entries[0] == entries[1] != entries[2]
    assert entries[0].key == entries[2].key


def test_dates_that_cannot_be_read_with_certainty_are_left_out() -> None:
    assert one(rss("<title>a</title><pubDate>03/04/2026</pubDate>")).published is None
    assert one(rss("<title>a</title><pubDate>yesterday</pubDate>")).published is None


def test_links_are_addresses_of_pages_or_none() -> None:
    assert one(rss("<guid>x</guid><link>javascript:alert(1)</link>")).url is None
    assert one(rss("<guid>x</guid><link>file:///etc/passwd</link>")).url is None
    assert one(rss("<guid>x</guid><link>/a</link>"), base=None).url is None


LAUGHS = "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10 if k else "ha"}">' for k in range(10))


@pytest.mark.parametrize(
    "before",
    [
        f'<?xml version="1.0"?><!DOCTYPE rss [{LAUGHS}]>',
        '<!DOCTYPE rss [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss.dtd">',
    ],
)
def test_entities_and_document_types_are_not_read(before: str) -> None:
    entry = one(rss("<title>a &a9; b</title><link>https://courier.example/a</link>", before=before))
    assert entry.title is not None and "root:" not in entry.title and len(entry.title) < 30


def test_encodings() -> None:
    text = rss("<title>Córdoba</title>").decode().replace('"1.0"', '"1.0" encoding="ISO-8859-1"')
    assert one(text.encode("latin-1")).title == "Córdoba"
    assert one(rss("<title>Córdoba</title>").decode().replace("?>", "?>\n").encode("utf-16")).title == "Córdoba"


def test_a_broken_feed_gives_what_can_be_read() -> None:
    listing = feeds.read(rss("<title>a</title><link>https://x.example/a</link>", "<title>b & <b>c</title>")[:-20])
    assert listing is not None and listing.entries[0].url == "https://x.example/a"


def test_ampersands_that_xml_does_not_know() -> None:
    entry = one(rss("<title>AT&T &ndash; Gao&nbsp;&eacute; &a; &#233; &</title><link>/a?x=1&y=2</link>"))
    assert entry.title == "AT&T – Gao é &a; é &"
    assert entry.url == "https://courier.example/a?x=1&y=2"
    entry = one(rss("<title><![CDATA[AT&T &amp; Gao]]></title><description><![CDATA[<p>a & b</p>]]></description>"))
    assert entry.title == "AT&T &amp; Gao"  # as it is written; the article's reader knows what is meant
    assert entry.article is not None and json.loads(entry.article)["body_html"] == "<p>a & b</p>"


@pytest.mark.parametrize("junk", ["<", "<a>", "&a", "<![CDATA[", "<![CDATA[x]]>", "<a b='c' ", "<!--", "&#0;", "]]>"])
def test_broken_feeds_take_no_long_time(junk: str) -> None:
    """Under a second and in proportion to their size; feedparser alone takes a minute for 2 MB of open tags."""
    began = time.monotonic()
    feeds.read(f"<rss><channel><item><title>{junk * (200_000 // len(junk))}".encode())
    assert time.monotonic() - began < 5


def test_what_is_no_feed() -> None:
    for content in (
        b"",
        b"<html><body>rss</body></html>",
        b"{}",
        b"Two killed <rss>",
        b"\x89PNG",
        b"<?xml version='1.0'?><x/>",
    ):
        assert feeds.read(content) is None


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://courier.example/a?x=1&amp;y=2 </loc><n:news><n:publication><n:name>Sahel Courier</n:name>
<n:language>en</n:language></n:publication><n:publication_date>2026-03-10T13:05:00+02:00</n:publication_date>
<n:title>Bani</n:title></n:news></url><url><loc>/relative</loc></url><url/></urlset>"""


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_news_site_map(pack: object) -> None:
    entry = one(pack(SITEMAP.encode()))  # type: ignore[operator]
    assert (entry.url, entry.published) == ("https://courier.example/a?x=1&y=2", "2026-03-10T13:05:00+02:00")
    assert (entry.publisher, entry.title, entry.language) == ("Sahel Courier", "Bani", "en")


def test_an_index() -> None:
    index = "<sitemapindex xmlns='x'><sitemap><loc>https://c.example/1.xml</loc><lastmod>2026</lastmod></sitemap></sitemapindex>"
    listing = feeds.read(index.encode())
    assert listing is not None and listing.kind == "index"
    assert [entry.url for entry in listing.entries] == ["https://c.example/1.xml"]


def test_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "LARGEST", 10_000)
    for content in (rss("<title>a</title>" * 1000), gzip.compress(rss("<title>a</title>" * 1000))):
        with pytest.raises(UnreadableReport, match="more than"):
            feeds.read(content)
    monkeypatch.setattr(feeds, "MOST", 3)
    urls = "".join(f"<url><loc>https://a.example/{k}</loc></url>" for k in range(9))
    listing = feeds.read(f"<urlset>{urls}</urlset>".encode())
    assert listing is not None and len(listing.entries) == 3


_TAGS = [
    "rss",
    "channel",
    "item",
    "title",
    "link",
    "content:encoded",
    "feed",
    "entry",
    "urlset",
    "url",
    "loc",
    "p",
    "guid",
]
_PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
    st.sampled_from(
        ["<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE rss [", "<!ENTITY a 'b'>", "]>", "&a;", "&#0;", "<?x?>"]
    ),
    st.text(max_size=8),
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from(["<rss>", "<feed>", "<urlset>", "<sitemapindex>", "<rdf:RDF>", ""]), st.lists(_PIECES, max_size=12)
)
def test_any_feed_gives_entries_or_an_error_of_ours(start: str, pieces: list[str]) -> None:
    try:
        listing = feeds.read((start + "".join(pieces)).encode("utf-8", "replace"), "https://a.example/")
    except AsofError as error:
        assert "breaks its parser" not in str(error)
        return
    for entry in listing.entries if listing is not None else ():
        assert entry.url is None or entry.url.startswith(("http://", "https://"))
        assert entry.article is None or isinstance(json.loads(entry.article), dict)
