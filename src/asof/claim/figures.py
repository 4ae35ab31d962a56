"""Quantities → figures: what is counted, of whom, where, as of when, and who says so.

One figure per count that somebody gives; said twice in one report by one source, it is one figure with two
pieces of evidence. A headline that repeats the body adds evidence, one that differs is a figure of its own.
Numbers that look like counts and are none go to `skipped` with the reason. Adds nothing up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..model import Figure, Skipped, Span, identify
from ..reading import Reading, Token
from ..vocabulary.things import VEHICLES
from .attribution import Attributions
from .figures_context import asked, by_context
from .figures_counted import Counted, Measured, Passed, counted, giver, reckoner
from .figures_draft import Draft
from .figures_measure import measure
from .figures_merging import merge
from .figures_parts import at_a_place, belongs, part
from .figures_toll import toll
from .figures_units import unit_of
from .figures_when import Whens
from .figures_where import Wheres

# A single person ("a man was detained") or nobody ("no one was hurt") is a figure for these only.
_SINGLE = frozenset({"killed", "injured", "arrested", "abducted", "rescued", "missing", "released", "captured"})
_NIL_BARE = frozenset({"killed", "injured", "casualties", "missing"})
_NIL = _NIL_BARE | {"deployed", "attacks"}
# Words of a report about people who are carried off: in it, those who "were taken" were abducted.
_CAPTURE = frozenset(
    """
    kidnap kidnapping kidnapper abduct abduction abductor gunpoint hostage captive captor captivity ransom herd
    """.split()
)
_UNTRUE = frozenset({"false", "untrue", "fake", "fabricated", "baseless", "unfounded"})
# What "a third victim" counts up; of the rest it is one more.
_RUNNING = frozenset({"killed", "injured", "casualties"})
# What a bare "the number" or "its figure" can refer back to.
_TOLLED = frozenset(
    "killed injured missing casualties arrested abducted held displaced released rescued trapped evacuated".split()
)
_HOUSES = {"homes": "houses", "dwellings": "houses", "home": "houses", "house": "houses"}
_DOWNED = frozenset({"neutralised", "neutralized", "eliminated", "destroyed", "suppressed", "jammed"})
_OF_THE_LIVING = frozenset("abducted arrested rescued evacuated released displaced sheltered".split())
_BARE_VAGUE = frozenset({"few", "a number"})
_WITHDRAWING = (
    "earlier version", "previous version", "misstated", "incorrectly", "erroneously", "wrongly", "mistakenly",
)  # fmt: skip


class FigureClaimer:
    """Every figure of the report, with its source."""

    name, version = "figures", "1"
    requires: tuple[str, ...] = ("quantities", "quotes", "times", "places", "events")
    provides = ("figures",)

    def __call__(self, reading: Reading) -> Mapping[str, tuple[Any, ...]]:
        drafts, skipped = _drafts(reading)
        around = _Around(Attributions(reading), Wheres(reading), Whens(reading))
        for draft in drafts:
            _place_in_context(draft, drafts, reading, around)
        merge(drafts)
        return {"figures": self._figures(reading, drafts, around.wheres), "skipped": tuple(skipped)}

    def _figures(self, reading: Reading, drafts: list[Draft], wheres: Wheres) -> tuple[Figure, ...]:
        ids = [
            identify("f", reading.document.id, draft.measure, draft.bounds, draft.evidence[0].start) for draft in drafts
        ]
        figures = []
        for k, draft in enumerate(drafts):
            if draft.same_as is not None:
                continue
            whole = draft.whole
            while whole is not None and (onward := drafts[whole].same_as) is not None:
                whole = onward
            event = wheres.event(draft.anchor)
            figures.append(
                Figure(
                    id=ids[k],
                    measure=draft.measure,
                    low=draft.low,
                    high=draft.high,
                    value=draft.value,
                    qualifier=draft.qualifier,
                    unit=draft.unit,
                    scope=draft.scope,
                    part_of=ids[whole] if whole is not None and whole != k else None,
                    place=draft.where.name,
                    place_id=draft.where.id,
                    as_of=draft.as_of,
                    event=event.id if event is not None else None,
                    attribution=draft.attribution,
                    status=draft.status,
                    evidence=draft.evidence,
                    producer=f"{self.name}@{self.version}",
                )
            )
        return tuple(figures)


# ── measures ─────────────────────────────────────────────────────────────────────────────────────


def _drafts(reading: Reading) -> tuple[list[Draft], list[Skipped]]:
    """A draft for every quantity that counts something, in order of the text, and what was passed over."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    last: Measured | None = None
    taken = any(token.lemma in _CAPTURE for token in reading.tokens)
    for quantity in reading.quantities:
        item = counted(quantity, reading.tokens)
        found = _measured(item, asked(item, reading) or _same_number(item, drafts) or last) or by_context(
            item, reading, drafts
        )
        if isinstance(found, Measured):
            found = _in_view_of(found, item, drafts, taken)
        if isinstance(found, Passed):
            skipped.append(Skipped("figure", found.reason, (quantity.span,)))
            continue
        if found is None:
            withdrawn = _not_so(item, drafts)
            if withdrawn is not None:
                drafts.append(withdrawn)
                continue
            sub = part(item, drafts)
            if sub is not None:
                drafts.append(_as_part(item, sub.measure, sub.unit, sub.whole, drafts))
            continue
        if found.measure == "killed" or (last is None and found.measure in _TOLLED):
            last = found
        drafts.append(_as_draft(item, found, drafts))
        if item.is_whole:
            _bind(drafts)
    return drafts, skipped


def _in_view_of(found: Measured, item: Counted, drafts: list[Draft], taken: bool) -> Measured | None:
    """The measure in view of what the report has told: "Of these, 94 were neutralised", "44 were taken"."""
    if found.measure == "taken":
        return replace(found, measure="abducted") if taken else None
    if item.word == "whom" and found.measure in _OF_THE_LIVING and drafts and _of_the_dead(item, drafts[-1]):
        return replace(found, measure="killed")  # "28 died, three of whom were carried away and buried"
    if found.anchor.lower in _DOWNED and item.noun is None and drafts and drafts[-1].measure == "launched":
        return replace(found, measure="intercepted")
    return found


def _of_the_dead(item: Counted, last: Draft) -> bool:
    """Whether "three of whom" are of the dead counted before: nobody else is named between, and there were as many."""
    number, dead = item.number, last.item.head
    if last.measure != "killed" or dead.sentence is not number.sentence or dead.i > number.i:
        return False
    first = number.sentence.tokens[0].i
    between = number.sentence.tokens[dead.i + 1 - first : number.i - first]
    few = item.quantity.value is not None and last.value is not None and item.quantity.value <= last.value
    return few and not any(token.pos in ("NOUN", "PRON") for token in between)


def _same_number(item: Counted, drafts: list[Draft]) -> Measured | None:
    """The figure that had this number before: what "his figure of 68" is of."""
    value = item.quantity.value
    for draft in drafts if value is not None and value > 1 and item.noun is None else ():
        if draft.value == value and draft.measure in _TOLLED and draft.whole is None:
            return Measured(draft.measure, draft.anchor)
    return None


def _not_so(item: Counted, drafts: list[Draft]) -> Draft | None:
    """The value that is taken back in "Five soldiers, not four, are dead"."""
    last = drafts[-1] if drafts else None
    tokens = item.number.sentence.tokens
    at = item.number.i - tokens[0].i
    if last is None or item.noun is not None or last.item.number.sentence is not item.number.sentence:
        return None
    if item.number.i - last.item.number.i > 8:
        return None
    if at < 2 or tokens[at - 1].lower != "not" or tokens[at - 2].text not in (",", "—", "–", "-", "("):
        return None
    if item.quantity.value is None or (tokens[at + 1 : at + 2] and tokens[at + 1].lower in ("more", "only", "just")):
        return None
    quantity = item.quantity
    return Draft(
        item, last.measure, last.unit, last.anchor, quantity.low, quantity.high, quantity.value, "corrected",
        status="withdrawn", owner=last.owner,
    )  # fmt: skip


def _bind(drafts: list[Draft]) -> None:
    """Make the number before a whole its part: "six of seven drones", "four of the six women whom they took"."""
    whole, part_ = drafts[-1], drafts[-2] if len(drafts) > 1 else None
    if part_ is not None and 0 < whole.item.number.i - part_.item.number.i <= 4 and part_.whole is None:
        part_.whole = len(drafts) - 1


def _measured(item: Counted, last: Measured | None) -> Measured | Passed | None:
    quantity = item.quantity
    if item.nth is not None or (item.noun is None and quantity.qualifier in _BARE_VAGUE):
        return None
    bare = item.noun is None or item.head is item.number or item.number.dep == "pobj"
    found = toll(item, last) if bare else None
    if found is None:
        found = measure(item)
    if found is None or isinstance(found, Passed):
        return found
    if found.measure == "harmed":  # "no civilian was harmed"; "forty were affected" says too little
        return replace(found, measure="casualties") if quantity.value == 0 else None
    if found.measure == "trapped" and item.word in VEHICLES:
        return replace(found, measure="stranded")
    single = quantity.span.text.lower() in ("a", "an", "another")
    if single and (found.measure not in _SINGLE or not _main_role(item) or _timeless(found.anchor, item)):
        return None
    if _all_but(item):
        return Passed("all but so many: the others are told of")
    if quantity.value == 0 and quantity.qualifier == "no" and found.measure not in (_NIL if item.noun else _NIL_BARE):
        return None
    if _disowned(found.anchor):
        return Passed("called false")
    if _listed(item):
        return Passed("one of a list of those already counted")
    return found


def _all_but(item: Counted) -> bool:
    """Such as "all but six were released", which tells of those who were not."""
    words = [t.lower for t in item.number.sentence.tokens if t.end <= item.quantity.span.start][-2:]
    return words in (["all", "but"], ["all", "except"])


def _disowned(anchor: Token) -> bool:
    """Whether the clause is told only to be called untrue: "Reports that a guard was killed are false"."""
    for above in anchor.ancestors():
        if above.lemma == "be" and any(c.dep in ("acomp", "attr") and c.lower in _UNTRUE for c in above.children):
            return True
    return False


def _timeless(anchor: Token, item: Counted) -> bool:
    """Whether the verb is in the present, which in a running text tells of no happening: "brothers who kill a man"."""
    if anchor.dep == "relcl" and anchor.head.i < anchor.i and item.head.i <= anchor.head.i:
        return True  # "mourned an officer who died in clashes"
    return anchor.tag in ("VB", "VBP", "VBZ") and anchor.sentence.part.kind != "headline"


def _main_role(item: Counted) -> bool:
    if item.noun is not item.head:
        return False
    token = item.head
    while token.dep == "conj" and token.head.pos in ("NOUN", "PROPN"):  # "two women and a child were killed"
        token = token.head
        if not any(child.dep == "nummod" for child in token.children):
            return False
    if token.dep == "appos" and (token.head.pos == "PROPN" or token.head.tag == "NNS"):
        token = token.head  # "The victims, three men and a girl, were killed"
    return token.dep in ("nsubjpass", "dobj", "nsubj")


def _listed(item: Counted) -> bool:
    """Such as "The two nurses, a midwife and a driver were taken": those named are not a count of their own."""
    if item.noun is None or not any(c.lower in ("the", "these", "those") for c in item.noun.children):
        return False
    others = [c for c in item.noun.children if c.dep in ("conj", "appos")]
    return any(any(d.lower in ("a", "an") for d in other.children) for other in others)


def _as_draft(item: Counted, found: Measured, drafts: list[Draft]) -> Draft:
    quantity = item.quantity
    low, high, value = quantity.low, quantity.high, quantity.value
    qualifier = quantity.qualifier
    if quantity.ordinal and found.measure not in _RUNNING:
        low = high = value = 1  # "a third suspect got away": one more
        qualifier = None
    if found.raise_low and value is not None and low == high == value:
        low, high, value = value + 1, None, None
    draft = Draft(
        item, found.measure, found.unit, found.anchor, low, high, value,
        _qualifier(qualifier, found.qualifier), status=found.status, owner=found.owner,
    )  # fmt: skip
    draft.unit = _HOUSES.get(draft.unit or "", draft.unit)
    draft.whole = belongs(item, found.measure, drafts)
    if draft.unit is None:
        draft.unit = unit_of(draft, drafts)
    return draft


def _as_part(item: Counted, measured: str, unit: str | None, whole: int | None, drafts: list[Draft]) -> Draft:
    quantity = item.quantity
    draft = Draft(
        item, measured, unit, item.head, quantity.low, quantity.high, quantity.value, quantity.qualifier, whole=whole
    )
    if draft.unit is None:
        draft.unit = unit_of(draft, drafts)
    return draft


def _qualifier(number: str | None, verb: str | None) -> str | None:
    return " ".join(filter(None, (verb, number))) or None


# ── source, place, time ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Around:
    """What is looked up for every figure of one reading."""

    attributions: Attributions
    wheres: Wheres
    whens: Whens


def _place_in_context(draft: Draft, drafts: list[Draft], reading: Reading, around: _Around) -> None:
    """Give the draft its evidence, source, scope, place and as-of; a part has those of its whole but the source."""
    number = draft.item.number
    draft.evidence = _evidence(draft, reading)
    _attribute(draft, around.attributions)
    draft.scope = around.whens.scope(draft.anchor, number)
    whole = drafts[draft.whole] if draft.whole is not None else None
    if whole is not None and draft.attribution is None and whole.item.number.sentence is number.sentence:
        draft.attribution = whole.attribution if whole.owner is not None else None
    if whole is not None and whole.evidence and at_a_place(draft.item.number):  # "41 in Tbilisi and five in Kutaisi"
        draft.scope, draft.as_of = whole.scope, whole.as_of
        draft.where = around.wheres.beside(draft.item.number) or whole.where
        return
    if whole is not None and whole.evidence:
        draft.where, draft.scope, draft.as_of = whole.where, whole.scope, whole.as_of
        return
    draft.where = around.wheres.where(draft.anchor, number, draft.scope, draft.measure)
    draft.as_of = _as_of(draft, drafts, around.whens)


def _attribute(draft: Draft, attributions: Attributions) -> None:
    number = draft.item.number
    given = attributions.of_mention(draft.owner) if draft.owner is not None else None
    draft.attribution = given or attributions.at(number.start, number.end)
    if draft.attribution is None and (source := giver(draft.item.head)) is not None:
        draft.attribution = attributions.of_mention(source)  # "Doctors counted 17 dead"
    if draft.attribution is None and (counting := reckoner(draft.item.head)) is not None:
        draft.attribution = attributions.of_mention(counting)
    if draft.attribution is None and draft.anchor.tag == "VBG" and draft.anchor.head.pos == "VERB":
        draft.attribution = attributions.said_by(draft.anchor.head)  # "…, police said, bringing the toll to four"
    if number.sentence.part.kind == "correction":
        draft.attribution = draft.attribution or attributions.in_part(number.sentence)
        if any(phrase in _text(number) for phrase in _WITHDRAWING):
            draft.status, draft.qualifier = "withdrawn", "withdrawn by correction"


def _as_of(draft: Draft, drafts: list[Draft], whens: Whens) -> str | None:
    number = draft.item.number
    if draft.measure == "killed" and draft.scope == "incident" and draft.status == "current":
        stated = whens.stated_for_count(number)
        if stated is not None:
            return stated
    own_voice = draft.attribution is None
    if own_voice and number.sentence.part.kind == "body" and not whens.dated(number):
        for other in reversed(drafts[: drafts.index(draft)]):  # "More than 100 others were injured there."
            if other.item.number.sentence.part is not number.sentence.part:
                break
            if other.attribution is None:
                return other.as_of
    return whens.as_of(draft.anchor, number, draft.scope, own_voice, draft.status == "earlier")


def _text(token: Token) -> str:
    return " ".join(t.lower for t in token.sentence.tokens)


def _evidence(draft: Draft, reading: Reading) -> tuple[Span, ...]:
    """The words of the number, its noun and its measure: one stretch where they stand together, else two."""
    quantity = draft.item.quantity
    tokens = reading.tokens_in(quantity.span.start, quantity.span.end)
    noun, number = draft.item.noun, draft.item.number
    if noun is not None and noun.sentence is number.sentence and abs(noun.i - number.i) <= 8:
        tokens = [*tokens, noun]
    if abs(draft.anchor.i - draft.item.number.i) <= 12 and not _parted(draft, reading):
        return (reading.span([*tokens, draft.anchor]),)
    return (reading.span(tokens), reading.span([draft.anchor]))


def _parted(draft: Draft, reading: Reading) -> bool:
    """Whether a count of something else stands between the noun and what measures it: "nine carts and two vans …"."""
    noun = draft.item.noun
    if noun is None or noun.i >= draft.anchor.i:
        return False
    return any(noun.end <= q.span.start < draft.anchor.start for q in reading.quantities)
