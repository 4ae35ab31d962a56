"""What the words of a phrase tell of an actor's sector: the noun that denotes people, and the words before it.

"Rebel commander" is told by "rebel", "chairman of the company" by "company", "a group of thieves" by "thieves".
Looks at words alone; names are looked up in `find.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import nouns

# Words after which a phrase tells where or whose, and no longer who.
AFTER = frozenset("of in at from near across inside outside around by who that which with for against to on".split())
# What stands before a noun and tells more than it: "rebel commander", "army accountant".
TELLING: dict[str, str] = {
    word: sector
    for sector, words in {
        "REB": "rebel insurgent guerrilla jihadist jihadi militant separatist islamist",
        "MIL": "military army navy naval defence defense soldier warplane marine",
        "COP": "police customs prison",
        "PRM": "paramilitary vigilante",
        "SPY": "intelligence spy secret",
        "GOV": "government ministry state federal presidential diplomatic consular ministerial",
        "OPP": "opposition protest anti-government dissident",
        "CRM": "criminal gang drug smuggling",
        "AGR": "agricultural farm farming",
        "MED": "medical health hospital",
        "LEG": "parliamentary congressional legislative",
        "JUD": "judicial",
        "REL": "religious muslim christian jewish buddhist hindu catholic",
        "REF": "displaced refugee",
        "PRE": "breakaway unrecognised unrecognized",
        "LAB": "trade labour labor",
        "CVL": "tribal community village",
    }.items()
    for word in words.split()
}
WEAPONS = frozenset("""warplane warship destroyer frigate submarine jet helicopter gunship tank drone missile rocket
    artillery howitzer fleet aircraft flotilla""".split())  # fmt: skip
VAGUE = frozenset({"CVL", "LAB", "UNK", "NGO", "EDU", "BUS", "OPP"})  # overridden by a word before the noun
# Nouns that tell little of what somebody belongs to: what stands before or after them tells it.
GENERIC = frozenset(
    """official leader member chief commander spokesman spokeswoman spokesperson head officer director chairman
    chairwoman chairperson president agent agency secretary figure representative unit owner adviser deputy supporter
    organisation organization body""".split()
)
COLLECTIVE = frozenset("group team gang crowd number dozen hundred thousand squad band party mob cell pair".split())
IRREGULAR = {"children": "child", "people": "person", "thieves": "thief", "police": "police", "wives": "wife"}


@dataclass(frozen=True, slots=True)
class Described:
    """The sector that the words tell, why, and the noun that denotes people (null without one)."""

    sector: str | None
    why: str | None
    head: str | None


def describe(words: list[str]) -> Described:
    """What the words (lower case, without possessives) tell."""
    stop = next((k for k, word in enumerate(words) if k and word in AFTER), len(words))
    head, at = _head(words, stop)
    if head is None and words[stop : stop + 1] == ["of"] and stop == 1:
        return describe(words[stop + 1 :])  # "several of the unions"
    if head is None:
        told = telling(words[:stop])
        return Described(told, f"{told} by its words" if told else None, None)
    noun = nouns()[head]
    inner = describe(words[stop + 1 :]) if stop < len(words) and words[stop] == "of" else None
    if inner is not None and inner.sector is not None and (head in COLLECTIVE or head in GENERIC):
        return Described(inner.sector, f"{head!r} of {inner.head or 'these'}: {inner.sector}", head)
    told = telling(words[:at]) or _body_before(words, at)
    if told is not None and told != noun.sector and (noun.sector in VAGUE or head in GENERIC):
        return Described(told, f"{told} by the words before {head!r}", head)
    return Described(noun.sector, f"{head!r} is {noun.sector}", head)


def _head(words: list[str], stop: int) -> tuple[str | None, int]:
    """The last noun before the stop that denotes people, and where it begins."""
    known = nouns()
    for k in range(stop - 1, -1, -1):
        for first in range(max(0, k - 2), k + 1):
            for last in singulars(words[k]):
                lemma = " ".join([*words[first:k], last])
                if lemma in known:
                    return lemma, first
    return None, 0


def _body_before(words: list[str], at: int) -> str | None:
    """The sector of the body right before the noun: "company board", "party official"."""
    noun = nouns().get(words[at - 1]) if at else None
    return noun.sector if noun is not None and noun.kind == "group" and noun.sector not in VAGUE - {"BUS"} else None


def telling(words: Iterable[str]) -> str | None:
    """The sector that an adjective or attribute tells, the last that does."""
    for word in reversed(list(words)):
        for form in singulars(word):
            if form in TELLING:
                return TELLING[form]
            if form in WEAPONS:
                return "MIL"
    return None


def singulars(word: str) -> list[str]:
    """The word, and what it may be the plural of."""
    found = [word]
    if word in IRREGULAR:
        return [IRREGULAR[word]]
    if word.endswith("men"):
        found.append(f"{word[:-3]}man")
    if word.endswith("ies"):
        found.append(f"{word[:-3]}y")
    if word.endswith("s") and len(word) > 3:
        found += [word[:-1], word[:-2]] if word.endswith("es") else [word[:-1]]
    return found
