"""Names that the registry knows, and when a state's name or capital stands for those who rule it."""

from __future__ import annotations

from ..reading import Reading, Token
from ..vocabulary.actors import Alias, first_word, fold, nouns, registry
from ..vocabulary.actors.words import NAME_PARTICLES, ORGANISATION_WORDS, SPEECH_VERBS
from .actors_candidates import Candidate
from .actors_phrases import gender, head_of, left_edge, words_of


def registry_names(reading: Reading, refs: dict[int, str], country_at: dict[int, str]) -> list[Candidate]:
    """Names that the registry knows, longest first; states only where they act."""
    text = fold(reading.document.text)
    index = registry().index
    found: list[Candidate] = []
    until = -1
    for token in reading.tokens:
        if token.start < until or (token.text[0].islower() and token.lower not in LOWER_STARTS):
            continue
        aliases = index.get(fold(first_word(token.text)))
        if aliases is None:
            continue
        for alias in aliases:
            last = _ends(reading, text, token, alias.text)
            if last is None:
                continue
            if alias.entry.kind == "organisation" and alias.use == "name" and " " in alias.text:
                national = alias.text in SOCIETIES
                made = (_society if national else _branch)(reading, alias, token.i, last, refs)
                if made is not None:
                    found.append(made)
                    until = last.end
                    break
            if alias.entry.kind == "state" and alias.entry.country and alias.use != "metonym":
                country_at.update(dict.fromkeys(range(token.i, last.i + 1), alias.entry.country))
            made = _known(reading, alias, token.i, last, refs)
            if made is not None:
                found.append(made)
            if made is not None or alias.use == "name":
                until = last.end
            break
    return found


SOCIETIES = frozenset({"Red Cross", "Red Crescent"})


def _branch(reading: Reading, alias: Alias, first: int, last: Token, refs: dict[int, str]) -> Candidate | None:
    """A town's own branch of a body that many towns have: "Monywa People's Defence Force"."""
    before = reading.tokens[first - 1] if first else None
    if before is None or last.lower not in LOCAL or before.pos != "PROPN" or before.i not in refs:
        return None
    if before.sentence is not last.sentence or before.head.i < first or before.head.i > last.i:
        return None
    return _longer(reading, alias, before, last, alias.entry.country)


LOCAL = frozenset({"force", "forces", "police", "brigade", "guard", "militia", "committee", "union"})


def _longer(reading: Reading, alias: Alias, before: Token, last: Token, country: str | None) -> Candidate:
    """The candidate of a known name with one more word before it."""
    return Candidate(
        before.i, last.i, head_of(reading.tokens[before.i : last.i + 1]), "name", "organisation",
        words_of(reading, before.i, last.i), None, country, alias.entry.sector, number="one", gender="n",
        words=(before.lower, *alias.text.lower().split()),
    )  # fmt: skip


def _society(reading: Reading, alias: Alias, first: int, last: Token, _refs: dict[int, str]) -> Candidate | None:
    """A national society under its whole name: "Kenya Red Cross", "the Turkish Red Crescent"."""
    tokens = reading.tokens
    before = tokens[first - 1] if first else None
    if before is None or before.sentence is not last.sentence:
        return None
    country = registry().demonyms.get(fold(before.text).lower())
    if country is None and before.text[0].isupper():
        own = (a.entry for a in registry().index.get(fold(before.text), ()) if a.text == fold(before.text))
        country = next((entry.country for entry in own if entry.kind == "state"), None)
    if country is None:
        return None
    return _longer(reading, alias, before, last, country)


LOWER_STARTS = frozenset({"al", "so", "el"})


def _ends(reading: Reading, text: str, token: Token, alias: str) -> Token | None:
    """The token that the alias ends with when it begins at this one."""
    end = token.start + len(alias)
    if not text.startswith(alias, token.start):
        return None
    i = token.i
    tokens = reading.tokens
    while i < len(tokens) and tokens[i].end < end:
        i += 1
    return tokens[i] if i < len(tokens) and tokens[i].end == end and tokens[i].sentence is token.sentence else None


def _known(reading: Reading, alias: Alias, first: int, last: Token, refs: dict[int, str]) -> Candidate | None:
    entry = alias.entry
    head = head_of(reading.tokens[first : last.i + 1])
    if entry.kind == "state":
        if alias.use == "origin":
            return _doer(alias, first, last, head) or _people_of(reading, alias, first, head)
        role = refs.get(head.i)
        if not acts(head, role):
            return None
    elif alias.use == "metonym":
        if not acts(head, refs.get(head.i) if refs.get(head.i) != "place" else None):
            return None
    elif refs.get(head.i) in ("place", "dateline") and not acts(head, None):
        return None  # a breakaway region, a town's name: where something is
    elif len(alias.text) <= 3 and alias.text.isupper() and head.pos not in ("PROPN", "NOUN", "ADJ", "X"):
        return None  # "IS", "WHO" in a line of capitals
    elif part_of_name(reading, first, last.i):
        return None
    plural = entry.kind == "organisation" and " " not in alias.text and head.tag in ("NNS", "NNPS")
    return Candidate(
        first, last.i, head, "name", entry.kind, entry.name, entry, entry.country, entry.sector,
        number="many" if plural else "one", gender="n" if entry.kind != "person" else gender(entry.gender),
        use=alias.use, words=tuple(alias.text.lower().split()),
    )  # fmt: skip


def _people_of(reading: Reading, alias: Alias, first: int, head: Token) -> Candidate | None:
    """ "Ukrainians", "a Russian": the people of a state, where the word is a noun of its own."""
    if head.tag not in ("NNPS", "NNS") and not (head.tag in ("NNP", "NN", "JJ") and head.dep in ARGUMENTS):
        return None
    if head.dep in ("compound", "amod", "nmod") or (first != head.i and len(alias.text.split()) == 1):
        return None
    if alias.text in ("US", "U.S.") or reading.tokens[first].text.isupper():
        return None
    return Candidate(
        left_edge(head), head.i, head, "nominal", "group", words_of(reading, left_edge(head), head.i), None,
        alias.entry.country, "CVL", number="one" if head.tag == "NN" else "many", lemma=head.lower,
    )  # fmt: skip


def _doer(alias: Alias, first: int, last: Token, head: Token) -> Candidate | None:
    """The state whose doing or servants a noun tells: "Russian airstrikes", "Pakistani shells", "Irish officials"."""
    if head.dep not in ("amod", "compound", "nmod") or head.head.i < head.i:
        return None
    if head.head.lemma not in DOINGS and head.head.lemma not in OFFICIALS:
        return None
    entry = alias.entry
    return Candidate(
        first, last.i, head, "name", "state", entry.name, entry, entry.country, entry.sector, number="one", gender="n",
        use="deed", words=tuple(alias.text.lower().split()),
    )  # fmt: skip


DOINGS = frozenset(
    """airstrike strike air-strike attack shelling shell raid bombardment bombing offensive invasion
    rocket missile drone artillery mortar incursion assault aggression occupation siege blockade fire gunfire bomb
    airpower counteroffensive counterattack advance warplane jet aircraft warship tank sanction threat demand proposal
    offer veto ultimatum salvo barrage cross-border intervention""".split()
)
OFFICIALS = frozenset({"official", "officials", "envoy", "diplomat", "negotiator", "delegation", "spokesman",
                       "spokeswoman", "spokesperson", "representative"})  # fmt: skip
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "ROOT", "attr", "agent", "dative"})


def acts(head: Token, role: str | None) -> bool:
    """Whether a state's name or capital stands for those who rule it: by the place finder's role, else by syntax."""
    if role == "actor":
        return True
    if head.dep in ("compound", "amod", "nmod"):
        return False
    while head.dep == "conj" and head.head is not head:
        head = head.head
    if role in ("name", "origin", "dateline"):
        return False
    if head.dep in ("nsubj", "agent"):
        return head.head.pos in ("VERB", "AUX") and head.head.lemma not in ("be", "lie", "sit", "have")
    if head.dep in ("dobj", "dative"):
        return head.head.lemma in ACTED_UPON
    if head.dep == "poss":
        return head.head.lower in POSSESSED or head.head.lemma in nouns()
    if head.dep == "pobj":
        preposition = head.head
        if preposition.lower in ("by", "against", "with"):
            return True
        return preposition.lower in ("on", "from", "to", "of", "for", "at") and (
            preposition.head.lemma.lower() in ADDRESSED or preposition.head.lemma in SPEECH_VERBS
        )
    return False


ACTED_UPON = frozenset(
    """accuse blame condemn criticise criticize warn urge tell ask sanction thank praise threaten
    rebuke denounce support back recognise recognize arm help assist fund supply join invite press pressure force
    persuade convince punish isolate deter provoke attack counter oppose defy allow demand target""".split()
)
POSSESSED = frozenset(
    """refusal claim aggression demand decision offer proposal plan invasion annexation attack
    response statement position stance willingness government side move war campaign offensive strike strikes forces
    rejection acceptance support commitment allies criticism accusation denial attempt efforts effort policy
    negotiators leadership claims demands""".split()
)
ADDRESSED = frozenset(
    """pressure sanction sanctions demand call appeal talk talks aid assistance ally allies threat
    war attack toward hostility leniency support accusation rejection request aggression impose put ceasefire deal
    agreement peace relation relations ties tie negotiation negotiations pact treaty truce embassy ambassador envoy
    government army military president minister leader behalf fault delegation representative""".split()
)


def part_of_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a known name is only a piece of a longer one: "Islamic State University"."""
    tokens = reading.tokens
    if first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        return tokens[first - 2].lower in NAME_PARTICLES  # "Saraya al-Wafa" is not WAFA
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if after is not None and after.tag == "NNP" and after.lower in ORGANISATION_WORDS:
        return reading.tokens[last].head is after or after.head is reading.tokens[last]
    return False
