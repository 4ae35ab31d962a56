"""Events as dyads in CAMEO's codes: source, target and event code, as the coders of the PETRARCH family write them.

An event with several actors and recipients is one dyad for each pair; of parties that stand side by side (a
meeting, a clash) each is the other's source and target. An actor's code is that of the imported dictionary at the
date, or its country and sector (`USAGOV`); `---` stands for a country that nobody names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations, product

from ..model import Actor, Event, Mention
from ..reading import Reading, Token
from ..vocabulary.actors import Entry, nouns, registry
from ..vocabulary.actors.find import find
from ..vocabulary.actors.petrarch import ROLES
from ..vocabulary.codebooks.crosswalks import to_cameo
from ..vocabulary.field_codes import sectors

NOWHERE = "---"


@dataclass(frozen=True, slots=True)
class Dyad:
    """Who, whom and what, in codes; null where the sentence tells none."""

    source: str | None
    target: str | None
    code: str
    type: str | None = None
    ahead: bool = False


def dyads(reading: Reading) -> list[Dyad]:
    """The dyads of a reading's events, each once, in order of the text: not of what is denied or long past.

    Where an event has no recipient, the country in which it happens is the target, as CAMEO codes a town. Those who
    meet are each the other's source; whoever is visited is the source of a host's code.
    """
    countries = {place.id: place.country for place in reading.places}
    codes = Codes(reading)
    found: dict[Dyad, None] = {}
    for event in reading.events:
        code = to_cameo(event.type, event.mode)
        if event.status in ("negated", "background") or code is None:
            continue
        where = countries.get(event.place_id or "")
        ahead = event.status in ("planned", "hypothetical")
        for one, other in _pairs(event):
            source = codes.of(one, event) if one else None
            target = codes.of(other, event) if other else codes.country(where) if where else None
            for by, to in product(_each(source), _each(target)):
                found[Dyad(by, to, code, event.type, ahead)] = None
                if event.type == "CONSULT":
                    found[Dyad(to, by, "043" if code == "042" else code, event.type, ahead)] = None
    return list(found)


def _pairs(event: Event) -> list[tuple[str | None, str | None]]:
    if len(event.actor_ids) > 1 and not event.recipient_ids:
        return list(permutations(event.actor_ids, 2))
    return [(a, r) for a in event.actor_ids or (None,) for r in event.recipient_ids or (None,)]


class Codes:
    """The codes of a reading's actors."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.registry = reading, registry()
        self.actors = {actor.id: actor for actor in reading.actors}
        self.moment = reading.document.report.published

    def of(self, actor: str, event: Event) -> str:
        """The code of a party of an event, with the role that the words give it ("officials of", "the minister")."""
        code = self.actor(self.actors[actor])
        if len(parts(code)) > 1:
            return code
        mention = self._mention(actor, event)
        if mention is None:
            return code
        acting = self.actors[mention.actor]
        said = _role_in_words(self.reading.tokens_in(mention.span.start, mention.span.end))
        role = acting.sector if acting.of == actor and acting.sector else said
        return _with_role(code, role)

    def _mention(self, actor: str, event: Event) -> Mention | None:
        """The first words for the party, or for those who stand for it, in the event's sentences, the longest."""
        sentences = [self.reading.tokens_in(span.start, span.end)[0].sentence for span in event.evidence]
        fitting = [
            mention
            for mention in self.reading.mentions
            if (mention.actor == actor or self.actors[mention.actor].of == actor)
            and mention.form != "pronoun"
            and any(sentence.start <= mention.span.start < sentence.end for sentence in sentences)
        ]
        fitting.sort(key=lambda mention: (mention.span.start, -mention.span.end))
        return fitting[0] if fitting else None

    def actor(self, one: Actor) -> str:
        """The dictionary's own code, else that of whom it belongs to or its country, with its role."""
        own = self._listed(one)
        if own:
            return _with_role(own, one.sector) if one.kind == "person" and len(parts(own)) == 1 else own
        above = self.actors.get(one.of or "")
        if above is not None:
            base = self.actor(above)
        else:
            told = one.country or (find(one.name, self.moment).country if one.kind in ("person", "group") else None)
            base = self.country(told)
        return base if one.kind == "state" else _with_role(base, one.sector)

    def country(self, code: str | None) -> str:
        """A country as the dictionary calls it, which need not be by ISO's code."""
        state = self.registry.states.get(code or "")
        return (self._entry(state.entry) if state is not None else None) or code or NOWHERE

    def _listed(self, one: Actor) -> str | None:
        entry = self.registry.entries.get(one.registry_id or "")
        return self._entry(entry) if entry is not None else None

    def _entry(self, entry: Entry) -> str | None:
        """The code of the dictionary at the time of the report: of several the one that ends, and began last."""
        moment = self.moment
        dated = [t for t in self.registry.terms if t.person.id == entry.id and t.code and moment and t.covers(moment)]
        best = max(dated, key=lambda term: (term.end is not None, term.start), default=None)
        return best.code if best is not None else entry.code


def _each(code: str | None) -> list[str | None]:
    """A code that stands for several parties, apart: `FRO/BIL` and its role."""
    return [*code.split("/")] if code is not None else [None]


def _with_role(base: str, sector: str | None) -> str:
    codes = sectors().get(sector or "")
    role = codes.cameo if codes is not None else sector
    return base if role is None or role in parts(base) else base + role


def _role_in_words(words: Iterable[Token]) -> str | None:
    """The sector that a noun in the words tells: "soldiers from …", "Prime Minister …"."""
    known = nouns()
    found = [known[word.lemma.lower()].sector for word in words if word.lemma.lower() in known]
    return next((sector for sector in found if sector not in ("CVL", "UNK")), None)


def parts(code: str) -> list[str]:
    """A code in its pieces of three letters."""
    return [code[k : k + 3] for k in range(0, len(code), 3)]


def same_party(gold: str | None, ours: str | None) -> bool:
    """Whether two codes name the same party: the same first piece, and the same PLOVER sector if either has one.

    What a dictionary tells beyond these (`ARNGOVFRM`, `PSEREBHMS`) is its own and is compared by `==` alone.
    """
    if gold is None or ours is None:
        return gold is ours
    return parts(gold)[0] == parts(ours)[0] and _role(gold) == _role(ours)


def _role(code: str) -> str | None:
    return next((ROLES[part] for part in parts(code)[1:] if part in ROLES), None)
