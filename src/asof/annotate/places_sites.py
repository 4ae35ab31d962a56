"""Sites and the towns that they lie in: "Abu Jahal market in El Obeid", "the airport", "the airport of Goma".

A site that the gazetteer knows has its own point; any other is put at its town: the one in its name,
the one named beside it or before it in the paragraph, else the one the report speaks of most. A bare
"the airport" is a site only because a town has one; where the report names such a site, the bare words mean that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..reading import Reading, Token
from ..vocabulary.places import words as W
from .places_context import Name

LEVELS = frozenset({"city", "district"})
DATELINE = 60  # characters from the town of a dateline to the sentence that it stands over
POSTS = frozenset(
    "head manager owner doctor surgeon nurse official staff administrator worker employee student".split()
)
REACH = 6  # tokens between a site and the town named beside it


def bare(reading: Reading, names: Sequence[Name]) -> list[Name]:
    """Sites told only by their noun: "the airport", "the teaching hospital", "the airport of Goma"."""
    taken = {i for name in names if name.kind == "site" for i in range(name.first, name.last + 1)}
    starts = {name.first: name for name in names if name.kind == "place"}
    found: list[Name] = []
    for token in reading.tokens:
        if token.i in taken or token.pos not in ("NOUN", "PROPN") or token.lower not in W.SITES:
            continue
        found.extend(_bare(reading, token, starts))
    return found


def _bare(reading: Reading, noun: Token, starts: dict[int, Name]) -> Iterator[Name]:
    tokens, text = reading.tokens, reading.document.text
    if noun.i == 0 or tokens[noun.i - 1].sentence is not noun.sentence:
        return
    before = tokens[noun.i - 1]
    if _someones(noun):
        return
    of = starts.get(noun.i + 2) if noun.i + 1 < len(tokens) and tokens[noun.i + 1].lower == "of" else None
    if noun.lower in W.UNIQUE and of is not None and before.lower == "the":
        yield Name(noun.i, of.last, text[noun.start : tokens[of.last].end], (), "site", "", None, noun.lower, 0.7)
    elif noun.lower in W.UNIQUE and before.lower == "the":
        yield Name(noun.i, noun.i, noun.text, (), "site", "", None, noun.lower, 0.6)
    elif noun.lower in W.INSTITUTIONS and before.lower in W.KINDS and noun.i > 1 and tokens[noun.i - 2].lower == "the":
        yield Name(before.i, noun.i, text[before.start : noun.end], (), "site", "", None, noun.lower, 0.6)


def _someones(noun: Token) -> bool:
    """Whether the site only says whose somebody is: "the director of the teaching hospital"."""
    above = noun.head
    return above.lower == "of" and (above.head.lemma in POSTS or above.head.lower in W.TITLES)


def same_site(name: Name, sites: Sequence[Name]) -> str:
    """The text of the named site that bare words mean, else their own."""
    if name.label or not (name.text.islower()):
        return name.text
    words = name.text.lower().split()
    for other in sites:
        longer = other.text.lower().split()
        if len(longer) > len(words) and (longer[-len(words) :] == words or longer[: len(words)] == words):
            return other.text
    return name.text


def town(
    reading: Reading, site: Name, towns: Sequence[tuple[Name, str]], datelines: Sequence[tuple[int, str]]
) -> str | None:
    """The key of the town that the site lies in.

    `towns` are the report's towns by span and key, `datelines` those of its datelines by end and key, in order.
    """
    inner = [key for name, key in towns if site.first <= name.first and name.last <= site.last]
    if inner:
        return inner[0]
    sentence = reading.tokens[site.first].sentence
    beside = [
        (name.first - site.last if name.first > site.last else site.first - name.last, key)
        for name, key in towns
        if reading.tokens[name.first].sentence is sentence
    ]
    after = [key for name, key in towns if 0 < name.first - site.last <= REACH and _same(reading, name, site)]
    if after:
        return after[0]
    if beside:
        return min(beside)[1]
    part = sentence.part
    earlier = [
        key
        for name, key in towns
        if name.kind == "place" and name.first < site.first and reading.tokens[name.first].sentence.part is part
    ]
    if earlier:
        return earlier[-1]
    over = [key for end, key in datelines if 0 <= part.start - end <= DATELINE]
    if over:
        return over[0]
    keys = [key for name, key in towns if name.kind == "place"]
    return max(dict.fromkeys(keys), key=keys.count) if keys else None


def _same(reading: Reading, name: Name, site: Name) -> bool:
    return reading.tokens[name.first].sentence is reading.tokens[site.first].sentence
