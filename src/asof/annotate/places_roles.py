"""What a place's name is used for: a location, a government, an origin, a part of another name.

"Moscow launched missiles" speaks of a government, "fighting reached Moscow" of a city: the grammar
around the name tells, and only for names that can stand for a government (states and capitals; a
province or a town is a place whatever it does).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from ..reading import Token
from ..vocabulary.places import Entry, countries, gazetteer
from ..vocabulary.places import words as W
from .places_context import Name

Role = Literal["place", "actor", "name", "origin", "dateline"]


def role(name: Name, entry: Entry | None, tokens: list[Token]) -> Role:
    """The `PlaceRef.role` of this name."""
    if name.kind == "origin":
        return (
            "name"
            if name.inside is not None and name.inside.label in ("ORG", "LAW", "EVENT", "WORK_OF_ART")
            else "origin"
        )
    head = _head(name, tokens)
    if name.kind == "inner":
        return "name"
    if _part_of_name(name, head, tokens):
        return "name"
    if head.dep == "nsubj" and head.head.lemma in SAYING:
        return "actor"  # who speaks is no land, and no building
    if name.kind == "site":
        return "place"
    if _of_body(name, head, tokens):
        return "name"
    if entry is None:
        return "place"
    after = tokens[name.last + 1] if name.last + 2 < len(tokens) else None
    if after is not None and after.lower in W.LANDS and tokens[after.i + 1].lower == "of":
        if entry.level != "site" and after.lower not in W.PORTS:
            return "place"  # "the Odesa region of Ukraine"
        return "origin"
    if entry.name in W.BLOCS:
        return "place" if name.first and tokens[name.first - 1].lower in W.IN else _bloc(name, tokens)
    if not _governs(entry):
        return "place"
    if entry.level == "country" and _label(name, tokens):
        return "name"
    if entry.level == "country" and _native(head):
        return "origin"
    if entry.level == "country" and _whose(name, head):
        return "actor"
    return "actor" if _acts(name, head, tokens) else "place"


def _bloc(name: Name, tokens: list[Token]) -> Role:
    """ "Across the European Union" is a place, "the European Union announced" is not."""
    first = name.first
    return "place" if first > 1 and tokens[first - 1].lower == "the" and tokens[first - 2].lower in W.IN else "actor"


def _head(name: Name, tokens: list[Token]) -> Token:
    """The word of the span that the rest of the sentence hangs on."""
    for i in range(name.first, name.last + 1):
        if not name.first <= tokens[i].head.i <= name.last or tokens[i].head is tokens[i]:
            return tokens[i]
    return tokens[name.last]


def _governs(entry: Entry | None) -> bool:
    """Whether the place can stand for a government: a state, its capital, a seat of power."""
    if entry is None or entry.country is None:
        return False
    if entry.level == "country" or entry.name in HOUSES:
        return True
    return entry.level == "city" and (entry.key == _capital(entry.country) or entry.name in SEATS)


HOUSES = frozenset({"Kremlin", "Pentagon", "White House", "Downing Street", "Capitol Hill", "Elysee Palace"})
SEATS = frozenset({"Port Sudan", "Pretoria", "Tel Aviv", "Benghazi", "Brussels", "The Hague"})


@cache
def _capital(country: str) -> int | None:
    """The key of the country's capital."""
    named = gazetteer().places(countries()[country].capital) if country in countries() else ()
    return next((entry.key for entry in named if entry.country == country and entry.level == "city"), None)


def _part_of_name(name: Name, head: Token, tokens: list[Token]) -> bool:
    if name.inside is not None and name.inside.label in ("ORG", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "PERSON"):
        return not _possessor(head, tokens)
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if after is None or after.sentence is not tokens[name.last].sentence:
        return False
    if after.lower in W.NAMED_AFTER and head.dep in ("compound", "amod", "nmod"):
        return True
    first = name.first - 1 if name.first > 2 and tokens[name.first - 1].lower == "the" else name.first
    return first > 1 and tokens[first - 1].lower == "of" and _institution(tokens, first)


def _whose(name: Name, head: Token) -> bool:
    """Whether initials stand as an adjective: "US jets", "UK officials", but not "the US coast"."""
    initials = name.text.replace(".", "").isupper() and len(name.text) <= 4
    return initials and head.dep in ("compound", "amod", "nmod") and head.head.lemma.lower() not in OF_COUNTRY


def _label(name: Name, tokens: list[Token]) -> bool:
    """Whether the name heads a headline: "Sudan: Flash Update No. 2"; where it happened stands behind it."""
    first, after = tokens[name.first], tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    heads = first.sentence.part.kind == "headline" and first is first.sentence.tokens[0]
    return heads and after is not None and after.text == ":"


def _native(head: Token) -> bool:
    """Whether it only says where people are from: "both from El Salvador", "a farm worker from Thailand"."""
    above = head.head
    if head.dep != "pobj" or above.lower != "from":
        return False
    who = above.head
    return who.lower in FOLK or who.lemma.lower() in FOLK


OF_COUNTRY = frozenset("border coast soil territory airspace water state city territory embassy mainland".split())
FOLK = frozenset(
    "both all one ones two three worker farmhand labourer laborer soldier officer peacekeeper mercenary volunteer "
    "student tourist national citizen nurse doctor engineer contractor guard sailor fisherman pilgrim businessman "
    "trader journalist activist expert recruit migrant national crewman crew".split()
)


def _of_body(name: Name, head: Token, tokens: list[Token]) -> bool:
    """Whether the name only says which body or office: "Zamfara police", "the Emir of Anka"."""
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if after is not None and head.dep in ("compound", "amod", "nmod", "poss", "dep") and after.lower in BODY_NOUNS:
        speaks = after.lower != "governorate" or after.dep == "nsubj"  # "in Hama governorate" is a place
        return after.sentence is head.sentence and speaks
    before = tokens[head.i - 1] if head.i else None
    if head.dep != "pobj" or head.head.lower != "of" or before is None or before.i - head.head.i > 2:
        return False
    office = head.head.head
    bare = not any(child.dep in ("det", "amod") and child.lower != "the" for child in office.children)
    return office.lower in OFFICES and bare  # "the administration of X", not "a joint administration of X"


BODY_NOUNS = frozenset(
    "police government authorities administration council assembly parliament legislature ministry governorate "
    "court prosecutor prosecutors prosecution governor mayor commissioner diocese archdiocese bishop emir".split()
)
OFFICES = frozenset(
    "bishop archbishop patriarch cardinal imam mufti emir sultan king chief governor premier commissioner "
    "administration government police senator deputy president".split()
)


def _institution(tokens: list[Token], first: int) -> bool:
    """Whether "of" joins the name to a capitalised body: "Government of Sudan", "State of Qatar"."""
    before = tokens[first - 2]
    return before.lower in DIOCESES or (before.text[0].isupper() and before.lower in BODIES)


BODIES = frozenset(
    "government ministry republic state kingdom university bank embassy parliament army president forces church "
    "council court union federation commonwealth college archdiocese diocese".split()
)


DIOCESES = frozenset({"diocese", "archdiocese"})


def _possessor(head: Token, tokens: list[Token]) -> bool:
    return head.i + 1 < len(tokens) and tokens[head.i + 1].tag == "POS"


def _acts(name: Name, head: Token, tokens: list[Token]) -> bool:
    verb = head.head
    if _possessor(head, tokens):
        return verb.lower in W.POLICY or verb.lemma in W.POLICY
    if head.dep == "conj" and head.head is not head:
        joined = head.head
        if joined.pos in ("PROPN", "NOUN") and joined.dep in ("nsubj", "pobj"):
            return _acts_as(joined)
    return _acts_as(head)


def _acts_as(head: Token) -> bool:
    above = head.head
    if head.dep in ("nsubj", "npadvmod"):
        if above.lemma in ("be", "have") and any(child.dep == "xcomp" for child in above.children):
            return True  # "Belgrade is to file a complaint"
        if above.lemma == "be" and any(c.dep == "acomp" and c.lower in OF_MIND for c in above.children):
            return True  # "Caracas would be glad to host them"
        if above.lemma == "have" and any(c.dep == "dobj" and c.lemma in OF_WILL for c in above.children):
            return True  # "Iran had no hand in it"
        return above.pos in ("VERB", "AUX") and above.lemma.lower() not in W.OF_LAND
    if head.dep in ("dobj", "dative"):
        return above.lemma.lower() in W.ADDRESSED
    if head.dep == "nsubjpass":
        if any(child.dep == "xcomp" for child in above.children):
            return True  # "Washington is expected to send an envoy"
        return above.lemma.lower() in W.ADDRESSED
    if head.dep == "pobj":
        if above.dep == "agent" or (above.lower == "by" and (above.head.tag == "VBN" or above.head.lemma in OF_WORDS)):
            return True
        if above.lower == "in":
            return above.head.lower in RULERS  # "the regime in Pristina"
        if above.lower == "from" and above.head.lemma in STEERING:
            return True  # "paid from Belgrade"
        if above.lower in ("with", "against", "toward", "towards", "on", "from", "between", "of", "to"):
            return _addressed_noun(above)
        return False
    if head.dep in ("compound", "amod", "nmod"):
        return above.lower in W.POLICY or above.lemma in W.POLICY
    return head.dep == "poss" and above.lemma in W.POLICY


OF_WILL = frozenset(
    "hand role part right plan intention interest choice reason wish obligation duty say stake policy doubt link tie "
    "knowledge evidence proof responsibility message".split()
)


def _addressed_noun(preposition: Token) -> bool:
    """ "Talks with Moscow", "pressure on Tehran": what the preposition hangs on is done to a government."""
    above = preposition.head
    if preposition.lower in ("with", "between"):
        return above.lemma.lower() in DEALINGS or (
            above.pos == "VERB" and above.lemma in ("talk", "negotiate", "meet", "sign", "agree")
        )
    if preposition.lower in ("to", "from"):
        things = [above, *(child for child in above.children if child.dep in ("dobj", "nsubjpass"))]
        given = GIVEN if preposition.lower == "to" else OBTAINED
        return any(thing.pos == "NOUN" and thing.lemma.lower() in given for thing in things)
    if preposition.lower == "against":
        return above.lemma.lower() not in ASSAULTS
    return above.lemma.lower() in TOWARDS and preposition.lower in ("on", "toward", "towards")


OF_MIND = frozenset("glad ready willing prepared happy keen eager reluctant unwilling determined able sure".split())
OF_WORDS = frozenset(
    "accusation allegation claim statement denial announcement demand decision threat promise pledge refusal offer "
    "proposal assertion charge complaint warning".split()
)
RULERS = frozenset("government regime junta leadership rulers generals".split())
STEERING = frozenset("pay direct steer control order finance fund command dictate run".split())
SAYING = frozenset("say announce tell deny confirm add declare insist warn reject condemn urge refuse".split())
ASSAULTS = frozenset(
    "attack strike assault offensive raid bombardment campaign operation airstrike invasion launch fire".split()
)
DEALINGS = frozenset(
    "talk negotiation deal agreement relation tie dialogue contact treaty accord border war conflict dispute "
    "cooperation ceasefire truce peace tension alliance partnership".split()
)
# What is given to a government, or got from one: "sold arms to Chad", "assurances from Ankara". Not aid: that goes to
# a land and its people.
GIVEN = frozenset(
    "support backing arm weapon apology invitation pledge loyalty allegiance solidarity message letter ultimatum "
    "warning note proposal guarantee assurance ammunition missile recognition request appeal".split()
)
OBTAINED = frozenset(
    "assurance guarantee pressure request demand message letter memo note apology support backing promise pledge "
    "approval permission criticism objection arm weapon proposal invitation warning reply response".split()
)
TOWARDS = frozenset(
    "pressure sanction leniency hostility policy allegation accusation embargo resolution stance tariff claim "
    "complaint condemnation".split()
)
