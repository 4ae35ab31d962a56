"""Whom a nominal means: "the union", "the rebels", "the attackers", "a former minister".

The surest sign first: apposition and copula, a group's name beside it, a body or office of a state,
then what was called so before. What nothing explains is a new, unnamed actor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..reading import Token
from ..vocabulary.actors.words import SPEECH_VERBS
from . import actors_belonging, actors_bodies, actors_issuer, actors_local
from .actors_bodies import PLAIN
from .actors_candidates import Candidate
from .actors_likeness import fits
from .actors_name_kinds import names_somebody
from .actors_phrases import words_of
from .actors_pronouns import tells
from .actors_referents import Referent
from .actors_trades import of_trade, stems

if TYPE_CHECKING:
    from .actors_coreference import Linker

HYPERNYMS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("rebel", "militia", "insurgent", "movement", "paramilitary", "militant", "fighter", "rebellion",
                     "guerrilla", "jihadist", "separatist", "insurgency"),
                    frozenset({"REB", "PRE", "CRM"})),
    **dict.fromkeys(("group", "faction", "outfit"), frozenset({"REB", "NGO", "OPP", "PRE", "CRM", "PTY", "UNK"})),
    **dict.fromkeys(("charity", "ngo"), frozenset({"NGO", "MED", "REL"})),
    **dict.fromkeys(("organisation", "organization", "agency", "body", "network", "committee"),
                    frozenset({"NGO", "IGO", "UNO", "MED", "GOV", "LAB"})),
    **dict.fromkeys(("bloc", "alliance"), frozenset({"IGO"})),
    **dict.fromkeys(("company", "firm", "bank", "airline"), frozenset({"BUS"})),
    **dict.fromkeys(("newspaper", "broadcaster", "channel", "agency", "outlet"), frozenset({"JRN"})),
    **dict.fromkeys(("party",), frozenset({"PTY"})),
    **dict.fromkeys(("gang", "cartel"), frozenset({"CRM"})),
    **dict.fromkeys(("council", "peacekeeper", "peacekeeping force", "mission"), frozenset({"UNO", "IGO"})),
}  # fmt: skip
PERPETRATORS = frozenset({"gunman", "attacker", "assailant", "militant", "raider", "bandit", "kidnapper", "abductor",
                          "killer", "shooter", "robber", "fighter", "bomber", "perpetrator", "militiaman"})  # fmt: skip
COUNTED = frozenset({"a", "an", "another", "some", "several", "many", "other"})
MEN = frozenset({"fighter", "force", "combatant", "gunman", "jihadist", "troop", "forces", "gunmen", "separatist",
                 "guerrilla", "terrorist", "mercenary"})  # fmt: skip


def resolve(linker: Linker, candidate: Candidate) -> None:
    found = (
        _by_apposition(linker, candidate)
        or actors_issuer.own_part(linker, candidate)
        or _describing(linker, candidate)
        or actors_bodies.of_group(linker, candidate)
        or _of_group(linker, candidate)
        or of_trade(linker, candidate)
        or _part_of_body(linker, candidate)
        or _of_person(linker, candidate)
        or _troops(linker, candidate)
        or _members(linker, candidate)
        or actors_local.local(linker, candidate)
        or actors_bodies.body(linker, candidate)
        or actors_bodies.generals(linker, candidate)
        or actors_bodies.servants(linker, candidate)
        or actors_bodies.holder(linker, candidate)
    )
    if found is None and candidate.lemma == "rebel" and candidate.first == candidate.head.i:
        groups = [r for r in linker.referents if r.named and r.sector == "REB" and not r.person]
        found = groups[0] if len(groups) == 1 else None
    if found is None and candidate.definite:
        found = (
            _by_role(linker, candidate)
            or _by_hypernym(linker, candidate)
            or _perpetrators(linker, candidate)
            or actors_bodies.holder(linker, candidate, linker.country)
        )
    if found is None:
        found = _same_words(linker, candidate) or _named_later(linker, candidate) or _occupation(linker, candidate)
    if found is not None:
        linker.assign(candidate, found)
    else:
        linker.new(candidate)


def _by_apposition(linker: Linker, candidate: Candidate) -> Referent | None:
    head = candidate.head
    partner = head.head if head.dep == "appos" else None
    if head.dep == "attr" and head.head.lemma == "be" and not _negated(head.head):
        partner = head.head.child("nsubj")
    for child in head.children:
        if child.dep in ("acl", "relcl"):
            verbs = [v for v in (child, *child.children) if v is child or v.dep == "conj"]
            naming = next((v for v in verbs if names_somebody(v)), None)
            partner = _given(linker, naming) or partner if naming is not None else partner
    other = linker.by_head.get(partner.i) if partner is not None else _after_comma(linker, candidate)
    if other is not None and (found := linker.of(other)) is not None and fits(candidate, found):
        return found
    return None


def _given(linker: Linker, verb: Token) -> Token | None:
    """The name that the verb gives, with only small words between: "gave her name only as Umm Khalil"."""
    tokens = linker.reading.tokens
    for k in range(verb.i + 1, min(verb.i + 9, len(tokens))):
        if tokens[k].sentence is not verb.sentence:
            break
        if names := linker.starts.get(k):
            return names[0].head
        if tokens[k].pos in ("VERB", "NOUN", "NUM") and tokens[k].lemma not in ("name", "alias", "nickname"):
            break
    return None


def _after_comma(linker: Linker, candidate: Candidate) -> Candidate | None:
    """ "its director, Ana Ruiz, said": the name between commas, however the parser hangs it."""
    if candidate.number != "one" or candidate.kind != "person" or not candidate.definite:
        return None
    tokens = linker.reading.tokens
    k = candidate.last + 1
    if k + 1 >= len(tokens) or tokens[k].text != "," or tokens[k].sentence is not candidate.head.sentence:
        return None
    for name in linker.starts.get(k + 1, ()):
        after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
        if name.kind == "person" and (after is None or after.text in CLOSING):
            return name
    return None


CLOSING = frozenset({",", ".", ";", ")", "—", "–", '"', "”"})


def _describing(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "a man who described himself as a commander": the commander is the man."""
    head = candidate.head
    while head.dep == "pobj" and head.head.lower == "of" and head.head.head.lower == "one":
        head = head.head.head
    verb = head.head.head if head.dep == "pobj" and head.head.lower == "as" else head.head
    if verb.lemma not in DESCRIBING or not any(c.tag == "PRP" and c.lower in REFLEXIVES for c in verb.children):
        return None
    described = verb.head if verb.dep in ("relcl", "acl") else verb.child("nsubj")
    other = linker.by_head.get(described.i) if described is not None else None
    found = linker.of(other) if other is not None else None
    if found is None or not found.person:
        return None
    found.title = found.title or candidate.name
    if not found.named and verb.dep in ("relcl", "acl"):
        last = max(t.i for t in head.subtree() if t.dep != "punct")
        described_as = words_of(linker.reading, verb.i + 1, last)
        owner = actors_belonging.owner(linker, candidate)
        if owner is not None and owner.named and head is not candidate.head:  # "one of the brigade's commanders"
            described_as = f"{linker.reading.tokens[verb.i + 1].text} as a {candidate.lemma} of {owner.name}"
        found.name += f" {DESCRIBING[verb.lemma]} {described_as}"
    return found


DESCRIBING = {"describe": "describing", "identify": "identifying", "introduce": "introducing", "call": "calling"}
REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself"})


def _of_person(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "his movement", "her forces": those that the person speaks for or belongs to."""
    if candidate.lemma not in FOLLOWING:
        return None
    for child in candidate.head.children:
        if child.dep == "poss" and child.tag == "PRP$" and child.i in linker.by_head:
            owner = linker.of(linker.by_head[child.i])
            found = actors_belonging.principal(linker, owner) if owner is not None and owner.person else None
            if found is not None and not found.person:
                return found
    return None


FOLLOWING = frozenset({"fighter", "man", "militant", "gunman", "movement", "force", "forces", "group",
                       "organisation", "organization", "side", "faction",
                       "militia", "army", "brigade", "rebel", "party", "agency", "ministry", "union"})  # fmt: skip


def _troops(linker: Linker, candidate: Candidate) -> Referent | None:
    """Some soldiers or fighters are their force, except where they speak as men: "killed 14 rebels"."""
    if candidate.number != "many" or tells(candidate.head) or candidate.head.dep == "appos":
        return None
    if candidate.lemma in actors_belonging.REBELS:
        return _of_group(linker, candidate, counted=True) or actors_belonging.rebels(linker, candidate)
    if candidate.lemma in actors_belonging.SOLDIERS:
        return actors_belonging.soldiers(linker, candidate)
    return None


def _members(linker: Linker, candidate: Candidate) -> Referent | None:
    """What a body's men do is its own doing: "its five officers withdrew", "an attack by members of the gang"."""
    head = candidate.head
    doing = head.dep == "nsubj" and head.head.pos == "VERB" and head.head.lemma not in SPEECH_VERBS
    by = head.dep == "pobj" and head.head.lower == "by" and head.head.head.lemma not in SPEECH_VERBS
    if candidate.lemma not in MEMBERS or candidate.number != "many" or not (doing or by):
        return None
    if head.head.lemma in ("die", "be", "fall", "perish", "live", "flee"):
        return None
    found = actors_belonging.owner(linker, candidate)
    return found if found is not None and found.named and found.kind == "organisation" else None


MEMBERS = frozenset(
    """member fighter man officer soldier troop agent operative force unit commando gunman cell personnel guard
    militant militiaman policeman serviceman partisan element contingent patrol crew investigator inspector engineer
    bomber drone jet warplane warship vehicle gunner sniper ranger marine peacekeeper detachment battalion""".split()
)


def _named_later(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "a lawyer said … Esther Moyo, the lawyer": one whom the report names afterwards with "the"."""
    if candidate.number != "one" or candidate.kind != "person":
        return None
    words = {c.lower for c in candidate.head.children} | {candidate.lemma}
    found = [
        referent for other, referent in linker.introduced
        if other.lemma == candidate.lemma and other.first > candidate.first and other.definite
        and fits(candidate, referent) and referent.members[0].first > candidate.first
        and {c.lower for c in other.head.children if c.dep in ("amod", "compound")} <= words
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _occupation(linker: Linker, candidate: Candidate) -> Referent | None:
    """Bare "medics" who say: the report's one organisation whose name has them, "Nuba Medics' Union"."""
    if candidate.first != candidate.head.i or candidate.number != "many" or not tells(candidate.head):
        return None
    called = CALLED.get(candidate.lemma, frozenset({candidate.lemma}))
    found = [
        r for r in linker.referents
        if r.named and r.kind == "organisation" and not called.isdisjoint(stems(r))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _part_of_body(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "field teams of the IOM", "the mission's office in Gao": what a part tells, the whole does."""
    if candidate.lemma not in PARTS or candidate.head.pos != "NOUN" or not tells(candidate.head):
        return None
    found = actors_belonging.owner(linker, candidate)
    if found is None or not found.named or found.kind != "organisation":
        return None
    return None if found.entry is not None and found.entry.id.endswith("/government") else found  # "Peru's flood unit"


PARTS = frozenset(
    """team office branch staff mission unit desk bureau section division department delegation chapter cluster arm
    wing headquarters secretariat directorate""".split()
)
CALLED = dict.fromkeys(("medic", "doctor", "paramedic"), frozenset({"medic", "doctor"}))


def _negated(verb: Token) -> bool:
    return any(c.dep == "neg" for c in verb.children)


def _of_group(linker: Linker, candidate: Candidate, counted: bool = False) -> Referent | None:
    """ "M23 rebels", "the rebels of M23", "the militia of the RSF": the group itself, unless counted."""
    ours = candidate.lemma == "man" and any(c.tag == "PRP$" for c in candidate.head.children)  # "its men"
    if candidate.lemma not in HYPERNYMS and candidate.lemma not in MEN and not ours:
        return None
    if not counted and any(c.dep == "nummod" or c.lower in COUNTED for c in candidate.head.children):
        return None
    for child in candidate.head.children:
        partners = [child] if child.dep in ("compound", "nmod", "amod", "poss") else []
        if child.dep == "prep" and child.lower == "of":
            partners = [c for c in child.children if c.dep == "pobj"]
        for partner in partners:
            other = linker.by_head.get(partner.i)
            found = linker.of(other) if other is not None else None
            if found is not None and found.named and found.sector in ("REB", "PRE", "CRM"):
                return found
    return None


def _by_role(linker: Linker, candidate: Candidate) -> Referent | None:
    """The latest referent that was called so before."""
    owned = candidate.head.child("poss") is not None
    sectors = HYPERNYMS.get(candidate.lemma, frozenset()) if candidate.lemma in ARMED else frozenset()
    for referent in linker.recent():
        armed = referent.named and referent.sector in sectors and not referent.person
        if armed and candidate.lemma not in referent.roles and _here(referent, candidate):
            return None  # another armed group was named just now: "the group" is rather that one
        called = candidate.lemma in referent.roles and fits(candidate, referent)
        if owned and referent.sector in ("IGO", "UNO"):
            continue  # "their union" is theirs, not the European Union
        if not referent.named and referent.number == "many" and candidate.number == "one":
            continue  # "the group" is not "two groups"
        if called and _modifiers_fit(linker, candidate, referent):
            return referent
    return None


def _modifiers_fit(linker: Linker, candidate: Candidate, referent: Referent) -> bool:
    own = {c.lower for c in candidate.head.children if c.dep in ("amod", "compound", "nummod")} - PLAIN
    if not own:
        return True
    said = {w for names in referent.names for w in names} | referent.roles
    for member in referent.members:
        said.update(t.lower for t in linker.reading.tokens[member.first : member.last + 1])
        said.update(c.lower for c in member.head.children)
    if referent.title:
        said.update(referent.title.lower().split())
    return own <= {w.removesuffix("'") for w in said} | said


def _by_hypernym(linker: Linker, candidate: Candidate) -> Referent | None:
    sectors = HYPERNYMS.get(candidate.lemma)
    if sectors is None or any(c.dep == "poss" and c.tag == "NNS" for c in candidate.head.children):
        return None  # "the families' committee", "the teachers' union" are bodies of their own
    for referent in linker.recent():
        likely = referent.sector in sectors or (referent.sector is None and "REB" not in sectors)
        fits_in = likely and not referent.person and referent.kind != "state"
        if fits_in and (referent.named or _introduced(referent, candidate)):
            return referent
    if candidate.lemma in ARMED and candidate.number == "one":  # "the group", before the report names it
        groups = [r for r in linker.referents if r.named and r.sector in ("REB", "CRM") and not r.person]
        return groups[0] if len(groups) == 1 else None
    return None


def _here(referent: Referent, candidate: Candidate) -> bool:
    """Whether the referent was mentioned in this sentence or the one before."""
    return candidate.head.sentence.index - max(m.head.sentence.index for m in referent.members) <= 1


ARMED = frozenset({"group", "gang", "militia", "movement", "outfit", "cartel", "faction"})


def _introduced(referent: Referent, candidate: Candidate) -> bool:
    """Whether the group was brought up without a name just before: "an Iraqi militia … the group"."""
    first = referent.members[0]
    near = candidate.head.sentence.index - referent.members[-1].head.sentence.index <= 2
    return near and first.lemma in ARMED and first.number == "one" and candidate.number == "one" and not first.definite


def _perpetrators(linker: Linker, candidate: Candidate) -> Referent | None:
    """ "the attackers" who were "gunmen" before."""
    if candidate.lemma not in PERPETRATORS:
        return None
    for referent in linker.recent():
        if not referent.named and referent.number == candidate.number and referent.roles & PERPETRATORS:
            return referent
    return None


def _same_words(linker: Linker, candidate: Candidate) -> Referent | None:
    """An unnamed one that was there before: "a witness" … "the witness"; "medics" … "medics"."""
    bare = candidate.first == candidate.head.i
    if not candidate.definite and not bare:
        return None
    for referent in linker.recent():
        if referent.named or candidate.lemma not in referent.roles:
            continue
        if referent.number == candidate.number and _modifiers_fit(linker, candidate, referent):
            return referent
    return None
