"""An HTML page → content: trafilatura says where the article is, the page's own tree what is in it.

trafilatura finds the main text of pages of any make, and drops here and there a list, a short
paragraph or the correction below. So navigation, promotion and the like are cut out of the tree,
and what stands between the first and the last paragraph that trafilatura kept is taken from there.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import Any

from lxml import etree, html

from ..errors import UnreadableReport
from . import phrases
from .characters import clean, line
from .content import Content
from .metadata import Metadata, metadata

# Elements that hold no words of an article, and those that a paragraph's text stops at.
_NEVER = frozenset(
    "script style noscript template iframe svg canvas form button input select textarea nav aside footer figure "
    "picture video audio object embed dialog menu map".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 "
    "h6 header hr html li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
# Words of class and id attributes for what surrounds an article. Whole words only: "ad" is not in "read".
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|site-header|page-header|masthead|topbar|related|more-stories|read-?more"
    r"|also-read|promos?|promoted|newsletters?|sign-?up|subscri(?:be|ption)|share|sharing|social|cookies?|consent|gdpr|ticker|sidebar"
    r"|adverts?|advertisement|ads?|sponsor(?:ed)?|comments?|recommend(?:ed|ations)?|most-?(?:read|viewed|popular)|trending|popular"
    r"|outbrain|taboola|captions?|gallery|slideshow|tags|topics|tag-list|author-(?:bio|box|card)|skip|skip-link|modal|popup|pop-up|banner"
    r"|paywall|widgets?|player|toolbar|pagination|teasers?|cards?|donate|donation|follow|app-download|weather|stocks?|hidden|sr-only|visually-hidden)"
    r"(?:$|[\s_-])",
    re.I,
)
_CORRECTION = re.compile(r"correct|clarif|amend|editor-?s?-?note|update-note", re.I)
# Both log what they cannot make of a page as errors; whether there is an article is ours to say.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
LONGEST_CELL = 80
_MAIN = frozenset({"html", "body", "article", "main"})


def read_page(markup: str) -> Content:
    """The content of a page; raises `UnreadableReport` when there is no article in it."""
    tree = _parsed(markup)
    if tree is None:
        raise UnreadableReport("The page holds no markup that can be read. Save it again as a whole page or as text.")
    facts = metadata(tree, markup)
    _prune(tree)
    _join_rows(tree)
    found = _article(tree, facts)
    if not found:
        title = f" ({facts.title!r})" if facts.title else ""
        raise UnreadableReport(
            f"The page{title} holds no article: no running text was found in it. A front page or a page that "
            "builds itself by script has none; save the article's own page, or its text."
        )
    return Content(
        tuple(found), "text/html", facts.title, facts.publisher, facts.byline, facts.url, facts.published,
        facts.modified, None, facts.language, facts.notes,
    )  # fmt: skip


def text_of_fragment(markup: str) -> str:
    """The words of a piece of markup, a paragraph a line."""
    tree = _parsed(markup)
    return "" if tree is None else "\n\n".join(text for _, text in _blocks(tree))


def _parsed(markup: str) -> Any:
    markup = re.sub(r"^\s*<\?xml[^>]{0,300}>", "", markup)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _prune(tree: Any) -> None:
    """Cut out what surrounds an article, by element, by attributes, and by what a block says."""
    whole = _length(tree)
    doomed = []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _MAIN:
            continue
        attributes = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
        if _CORRECTION.search(attributes):
            continue
        if (
            element.tag in _NEVER
            or (element.tag == "header" and not _within(element, "article"))
            or _is_hidden(element)
            or (_AROUND.search(attributes) and _length(element) < 0.4 * whole)
        ):
            doomed.append(element)
    for element in doomed:
        if element.getparent() is not None and not (
            element.tag in ("aside", "header", "figure") and _length(element) > 0.5 * whole
        ):
            element.drop_tree()


def _join_rows(tree: Any) -> None:
    """Each row of a table of short cells as one line: `Bara | 2 | 9` (tables of layout have long cells)."""
    for row in list(tree.iter("tr")):
        cells = [line("".join(cell.itertext())) for cell in row if cell.tag in ("td", "th")]
        if sum(map(bool, cells)) > 1 and max(map(len, cells)) < LONGEST_CELL:
            for child in list(row):
                row.remove(child)
            row.text = " | ".join(cells)


def _length(element: Any) -> int:
    """Characters in paragraphs, which is where an article's words are."""
    return sum(len("".join(paragraph.itertext())) for paragraph in element.iter("p", "li"))


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or element.get("aria-hidden") == "true"


def _within(element: Any, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _article(tree: Any, facts: Metadata) -> list[str]:
    """The paragraphs of the article."""
    blocks = [(element, text) for element, text in _blocks(tree) if not _is_links(element, text)]
    kept = _kept(tree, blocks)
    if not kept:
        if facts.article and len(facts.article) > 200:
            text = text_of_fragment(facts.article) if "</p>" in facts.article else facts.article
            return [line(part) for part in clean(text)[0].split("\n") if part.strip()]
        return []
    home = _home(tree, [blocks[k][0] for k in kept])
    chosen = []
    for k, (element, text) in enumerate(blocks):
        if not _inside(element, home) or element.tag == "h1":
            continue
        if k in kept or kept[0] <= k <= kept[-1] or _belongs(text, k < kept[0]):
            chosen.append(text)
    return [text for text in chosen if not phrases.is_surrounding(text)]


def _belongs(text: str, before: bool) -> bool:
    """Whether a paragraph beside what trafilatura kept is a byline or bullet above, or a correction or credit below."""
    if before:
        return len(text.split()) < 40
    return bool(phrases.is_correction(text) or phrases.is_credit(text) or len(text.split()) > 20)


def _kept(tree: Any, blocks: list[tuple[Any, str]]) -> list[int]:
    """Indices of the blocks that trafilatura takes for the main text."""
    try:
        import trafilatura

        main = trafilatura.extract(
            deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
        )
    except Exception:  # whatever a broken page makes it raise: then paragraphs alone decide
        main = None
    if not main:
        sentences = [
            k for k, (_, text) in enumerate(blocks) if len(text.split()) > 12 and text.rstrip("”\"’')")[-1:] in ".!?"
        ]
        return sentences if len(sentences) > 1 else []
    running = [
        (k, _bare(text)) for k, (element, text) in enumerate(blocks) if element.tag != "h1" and len(text.split()) > 3
    ]
    lines = {_bare(text) for text in main.split("\n")}
    kept = [k for k, text in running if text in lines]
    if not kept and len(main) < 100_000:  # a page of line breaks comes back as one paragraph
        whole = _bare(main)
        kept = [k for k, text in running if text in whole]
    return kept


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _home(tree: Any, elements: list[Any]) -> Any:
    """The smallest element that holds nearly all of these (one stray block elsewhere does not widen it)."""
    counts: dict[Any, int] = {}
    for element in elements:
        for ancestor in (element, *element.iterancestors()):
            counts[ancestor] = counts.get(ancestor, 0) + 1
    needed = max(1, round(0.9 * len(elements)))
    holding = [element for element, count in counts.items() if count >= needed]
    return min(holding, key=lambda element: -sum(1 for _ in element.iterancestors()), default=tree)


def _inside(element: Any, home: Any) -> bool:
    return element is home or any(ancestor is home for ancestor in element.iterancestors())


def _is_links(element: Any, text: str) -> bool:
    """A block that is nothing but links: a menu, a related story."""
    if text.startswith("By "):
        return False
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked > 0.7 * len(text) and len(text.split()) < 40


def _blocks(tree: Any) -> list[tuple[Any, str]]:
    """Stretches of text between starts and ends of blocks and at `br`, each with the block it stands in."""
    found: list[tuple[Any, str]] = []
    pending: list[str] = []
    home: list[Any] = [tree]

    def flush() -> None:
        for text in clean("".join(pending))[0].split("\n"):
            if tidy := line(text):
                found.append((home[-1], f"• {tidy}" if home[-1].tag == "li" and not tidy.startswith("•") else tidy))
        pending.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        block = element.tag in _BLOCKS
        if block:
            flush()
        if event == "start":
            if block:
                home.append(element)
            if element.tag == "br":
                pending.append("\n")
            elif element.tag not in ("head", "title", "script", "style"):
                pending.append(_words(element.text))
            continue
        if block:
            home.pop()
        pending.append(_words(element.tail) if element.getparent() is not None else "")
    flush()
    return found


def _words(text: str | None) -> str:
    return " ".join(re.split(r"[\n\r]+", text)) if text else ""
