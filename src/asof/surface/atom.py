"""Incidents as an Atom feed (RFC 4287), those that were told of last first.

An entry is an incident; its id stays the same, and it is updated when a report of it is published. Incidents of which
no report has a date cannot say when they were updated, and are in no feed.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from xml.etree import ElementTree

from ..ledger import ConsolidatedIncident
from . import ledger_phrase, phrase
from .visible import visible

ATOM = "http://www.w3.org/2005/Atom"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/asof/asof/incident")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EMPTY = "1970-01-01T00:00:00Z"  # when a feed without entries was updated: a feed must say something


def feed(found: Sequence[ConsolidatedIncident], title: str, here: str, page: str, root: str) -> bytes:
    """The feed. `here` is its own address, `page` that of the list that it is of, `root` that of the desk."""
    ElementTree.register_namespace("", ATOM)
    made = ElementTree.Element(f"{{{ATOM}}}feed")
    entries = [one for one in found if one.last_published]
    _add(made, "id", uuid.uuid5(_SPACE, here).urn)
    _add(made, "title", title)
    _add(made, "updated", max((one.last_published or EMPTY for one in entries), default=EMPTY))
    _add(made, "generator", "asof")
    _add(made, "link", rel="self", type="application/atom+xml", href=here)
    _add(made, "link", rel="alternate", type="text/html", href=page)
    for one in entries:
        _entry(made, one, root)
    content: bytes = ElementTree.tostring(made, encoding="utf-8", xml_declaration=True)
    return content


def _entry(feed: ElementTree.Element, one: ConsolidatedIncident, root: str) -> None:
    made = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
    _add(made, "id", uuid.uuid5(_SPACE, one.id).urn)
    _add(made, "title", f"{phrase.kind(one)} · {ledger_phrase.where(one)}")
    _add(made, "updated", one.last_published or EMPTY)
    if one.first_published:
        _add(made, "published", one.first_published)
    author = ElementTree.SubElement(made, f"{{{ATOM}}}author")
    _add(author, "name", "asof")
    _add(made, "link", rel="alternate", type="text/html", href=f"{root}/incidents/{one.id}")
    _add(made, "category", term=one.type)
    _add(made, "summary", summary(one), type="text")


def summary(one: ConsolidatedIncident) -> str:
    """What is known of an incident, in a sentence or two."""
    tolls = [f"{toll.measure.replace('_', ' ')}: {ledger_phrase.toll(toll)}" for toll in ledger_phrase.whole(one)]
    facts = [phrase.when(one), *tolls, ledger_phrase.sources(one), *(said.text for said in one.disagreements)]
    return ". ".join(fact.rstrip(".") for fact in facts if fact) + "."


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> None:
    made = ElementTree.SubElement(
        parent, f"{{{ATOM}}}{name}", {key: _clean(value) for key, value in attributes.items()}
    )
    made.text = None if text is None else _clean(visible(text))


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
