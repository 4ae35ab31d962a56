"""Nominals and pronouns that denote people: "the army", "two residents", "his envoy", "they".

Finds them and what agreement needs (number, gender, definiteness, country); whom they mean is linked
in `actors_coreference.py`. A noun denotes people when the vocabulary has it; nouns that mostly mean
something else ("source", "body", "office") count only where they act.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import Reading, Token
from ..vocabulary.actors import Noun, nouns
from ..vocabulary.actors.words import SPEECH_VERBS, TITLE_MODIFIERS, TITLES
from .actors_candidates import Candidate, Gender, Number
from .actors_names import Names
from .actors_phrases import gender, left_edge, words_of

PRONOUNS: dict[str, tuple[Number | None, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("one", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("one", "f")),
    **dict.fromkeys(("it", "its", "itself"), ("one", "n")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "'em"), ("many", None)),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), (None, None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("one", None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("many", None)),
}
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
INDEFINITE = frozenset(
    """someone somebody anyone anybody everyone everybody others another some many most
    several all both those few one each either dozens hundreds thousands scores""".split()
)
SUBSTANTIVES = frozenset(
    """wounded injured dead missing displaced elderly detained accused faithful unemployed
    homeless poor sick killed captured kidnapped""".split()
)
# Nouns that denote people only where they do what people do.
DOUBTFUL = frozenset(
    """body figure source head star channel side front cell party state unit force house school college
    hospital clinic office department bureau division command contingent convoy network radio television press media
    daily weekly website magazine society industry pair generation majority minority campaign resistance movement
    guide general patient minor native major chair board panel house nation church university institute bank company
    firm business airline operator court village neighbourhood neighborhood mission community population household
    club industry manufacturer utility rebellion insurgency artillery pact star player subject case rank ranks wing
    exile local elder captive chief justice deputy guard patrol agent independent liberal conservative moderate
    progressive republican democrat professional corps team crew squad human individual recruit expert guards
    faculty order parish congregation principal conductor supplier pro amateur adult juror federal drone missile
    railway resistance association organization institution agency commission committee council""".split()
)
# Bodies that act whenever they are the subject of a verb, but for what happens to a building.
DECIDING = frozenset(
    """court commission committee council agency organisation organization association department office bureau board
    mission party movement university union command state panel assembly jury bank airline company firm hospital clinic
    church parish institute institution network tribunal federation chamber corps contingent""".split()
)
UNWILLED = frozenset(
    """be have become remain stand lie sit burn collapse close open reopen include comprise consist contain need face
    suffer lack seem appear fall house overlook belong hold date go come get see""".split()
)
AGENTIVE = frozenset({"nsubj", "nsubjpass", "agent", "appos"})


def find(reading: Reading, names: Names, taken: dict[int, Candidate]) -> list[Candidate]:
    """Nominals and pronouns outside the names, in order of the text."""
    found: list[Candidate] = []
    country_at = names.country_at
    known = nouns()
    for token in reading.tokens:
        if token.i in taken or names.roles.get(token.i) in ("place", "name", "dateline"):
            continue
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            noun = known.get(token.lemma) or known.get(token.lower)
            if noun is None and token.pos == "PROPN":
                noun = known.get(singular(token.lower))
            if noun is not None and _denotes_people(token, noun, taken, country_at):
                found.append(nominal(reading, token, noun, country_at))
            elif token.lower in SUBSTANTIVES and _substantive(token):
                found.append(_people(reading, token))
        elif token.lower in PRONOUNS:
            if token.tag in PRONOUN_TAGS:
                found.append(pronoun(reading, token))
        elif token.pos in ("NUM", "PRON", "DET") and _stands_alone(token):
            found.append(_people(reading, token))
    return found


def singular(word: str) -> str:
    """The singular of a plural that the parser took for a name: "Gunmen", "Police officers", "SOLDIERS"."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


def _denotes_people(token: Token, noun: Noun, taken: dict[int, Candidate], country_at: dict[int, str]) -> bool:
    head = token.head
    if any(c.lower == "no" and c.dep == "det" for c in token.children):
        return False
    if token.dep in ("compound", "amod", "nmod") and head is not token:
        if head.i in taken:
            return False  # a title before a name
        return noun.kind == "group" and noun.lemma in INSTITUTIONS and token.pos != "ADJ"
    if token.pos == "ADJ" and token.tag == "JJ":
        return False
    if noun.lemma in ("side", "party") and any(c.lower in BOTH for c in token.children):
        return True
    if noun.lemma in DOUBTFUL and not _longer(token, noun):
        return (
            (
                token.dep in AGENTIVE
                and (head.lemma in SPEECH_VERBS or head.lemma in HUMAN_VERBS or token.dep in ("agent", "appos"))
            )
            or (token.dep == "nsubj" and noun.lemma in DECIDING and head.pos == "VERB" and head.lemma not in UNWILLED)
            or token.dep == "poss"
            or any(c.dep == "appos" and c.i in taken and taken[c.i].kind == "person" for c in token.children)
            or _agent_of_by(token)
            or (token.dep == "pobj" and head.lower == "to" and head.head.lower == "according")
            or any(c.i in country_at for c in token.children if c.i < token.i)
        )
    return True


BOTH = frozenset({"both", "two", "warring", "opposing"})
INSTITUTIONS = frozenset({"army", "military", "government", "police", "navy", "opposition", "junta", "militia", "union",
                          "ministry", "parliament", "party"})  # fmt: skip
HUMAN_VERBS = frozenset(
    """attack kill shoot arrest launch meet negotiate sign withdraw advance retreat seize capture
    release free impose send deploy open carry reject refuse deny accept agree hold fire shell bomb ambush storm raid
    abduct kidnap detain enter leave join form fight clash surrender protest march demonstrate vote elect appoint
    dismiss ask try want seek plan begin start publish air broadcast treat receive provide deliver lead win lose
    sentence convict acquit jail find uphold overturn summon fine search distribute rescue evacuate invite host
    mediate propose hand drop boycott suspend ban order rule block control try hit strike target destroy""".split()
)


def _agent_of_by(token: Token) -> bool:
    return token.dep == "pobj" and token.head.dep == "agent"


def _substantive(token: Token) -> bool:
    """Whether an adjective stands for people: "the wounded"."""
    if token.dep in ("amod", "acomp", "compound"):
        return False
    return any(c.dep in ("det", "nummod", "poss") for c in token.children)


def _stands_alone(token: Token) -> bool:
    """A number or quantifier that counts people by itself: "two of the dead", "others said"."""
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"):
        return False
    if token.lower == "one" and token.dep == "nsubj" and token.head.lemma in SPEECH_VERBS:
        return any(c.lower == "of" for c in token.children)  # "one of them said"
    if token.lower in INDEFINITE and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj"):
        verb = token.head
        human = verb.lemma in SPEECH_VERBS or verb.lemma in HURT or token.lower.endswith(("one", "body"))
        return human and token.pos != "NUM"
    return False


HURT = frozenset({"kill", "injure", "wound", "die", "arrest", "flee", "detain", "rescue", "evacuate", "live", "work"})


def nominal(reading: Reading, head: Token, noun: Noun, country_at: dict[int, str]) -> Candidate:
    """The candidate of a noun phrase."""
    first = left_edge(head)
    lead = reading.tokens[first]
    plural = head.tag in ("NNS", "NNPS") or noun.lemma in ("police", "people") or head.lower == noun.lemma + "s"
    collective = noun.kind == "group"
    return Candidate(
        first, head.i, head, "nominal", "group" if plural and noun.kind == "person" else noun.kind,
        phrase(reading, first, head), None, country_of(head, country_at), sector_of(head, noun),
        number="many" if plural else "one", gender="n" if collective else gender(noun.gender),
        definite=lead.lower in DEFINITE or (lead is head and head.dep == "poss") or any(
            c.dep == "poss" and _definite(c) for c in head.children),
        lemma=noun.lemma,
    )  # fmt: skip


def _definite(owner: Token) -> bool:
    """Whether an owner makes definite what is his: "the army's men", "Kano's market"; not "a doctors' group"."""
    indefinite = any(c.lower in ("a", "an", "some") for c in owner.children)
    return not indefinite and (owner.pos in ("PRON", "PROPN") or owner.tag != "NNS" or bool(owner.child("det", "poss")))


DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "both"})


MADE_OF = frozenset({"group", "team", "crowd", "squad", "mob", "gang", "delegation", "coalition", "pair"})


def _longer(head: Token, noun: Noun) -> Noun | None:
    """The vocabulary's noun of two words that this one ends: "armed force", "health ministry"."""
    for child in head.children:
        if child.dep in ("compound", "amod") and child.i < head.i:
            longer = nouns().get(f"{child.lower} {noun.lemma}")
            if longer is not None:
                return longer
    return None


def sector_of(head: Token, noun: Noun) -> str | None:
    """The noun's sector, or that of the noun with the word before it ("health ministry") or of whom a group is made."""
    if noun.lemma in MADE_OF:
        for child in head.children:
            inner = child.child("pobj") if child.lower == "of" else None
            if inner is not None and inner.lemma in nouns():
                return nouns()[inner.lemma].sector
    return (_longer(head, noun) or noun).sector


def phrase(reading: Reading, first: int, head: Token) -> str:
    """The words of the phrase, with a short complement that tells who or where: "three residents of Masisi"."""
    last = head.i
    for child in head.children:
        if child.dep == "prep" and child.i == head.i + 1 and child.lower in ("of", "in", "from", "at"):
            for inner in child.children:
                if inner.dep == "pobj" and inner.pos == "PROPN" and inner.i - child.i <= 4:
                    last = inner.i
    first = _after_count(reading, first, head)
    tokens = reading.tokens
    if tokens[first].lower == "the" and first < head.i and any(t.pos == "PROPN" for t in tokens[first + 1 : head.i]):
        first += 1  # "the M23 mayor's office" is named so; "the union" is not
    while first < head.i and not tokens[first].text[0].isalnum():
        first += 1  # a quotation mark: 13 "martyrs"
    return _uncapped(tokens[first], words_of(reading, first, last))


def _uncapped(token: Token, words: str) -> str:
    """The words without the capital that only the start of a sentence gives."""
    common = token.pos in ("DET", "NOUN", "ADJ", "NUM") and token.ent not in ("NORP", "ORG", "GPE", "PERSON")
    starts = token is token.sentence.tokens[0] and not token.text.isupper()
    return words[0].lower() + words[1:] if (common and starts) or token.text in ("A", "An", "The") else words


def _after_count(reading: Reading, first: int, head: Token) -> int:
    """The token after a count that is no part of what people are called: "at least 12", "several hundred"."""
    for child in head.children:
        if child.dep == "nummod" and child.i < head.i:
            count = child.subtree()
            if len(count) > 1 or not child.text.isalpha() or child.lower in ("hundred", "thousand", "million"):
                return min(max(t.i for t in count) + 1, head.i)
        counted = child.dep == "amod" and child.i < head.i and child.lower in ("several", "many", "more")
        if counted and child.children:  # not "it frightens people more than the drones do"
            return child.i + 1
    return first


def country_of(head: Token, country_at: dict[int, str]) -> str | None:
    """The country that the phrase itself names: "Sudanese army", "Sudan's army", "army of Sudan"."""
    for child in head.children:
        if child.dep in ("amod", "compound", "nmod", "poss"):
            inside = child.children if child.dep == "compound" else ()  # "the | Peruvian Interior | Ministry"
            for named in (child, *(c for c in inside if c.dep in ("compound", "amod"))):
                if named.i in country_at:
                    return country_at[named.i]
        elif child.dep == "prep" and child.lower == "of":
            for inner in child.children:
                if inner.dep == "pobj" and inner.i in country_at:
                    return country_at[inner.i]
    return None


def pronoun(reading: Reading, token: Token) -> Candidate:
    """The candidate of a pronoun."""
    number, gender = PRONOUNS[token.lower]
    return Candidate(
        token.i, token.i, token, "pronoun", "person" if gender in ("m", "f") else "group", token.text,
        number=number, gender=gender, lemma=token.lower,
    )  # fmt: skip


def _people(reading: Reading, head: Token) -> Candidate:
    """People told by a number or an adjective alone: "two of the dead", "the wounded"."""
    first = left_edge(head)
    single = head.lower in ("one", "someone", "somebody", "another", "anyone", "anybody", "everyone", "everybody")
    return Candidate(
        first, head.i, head, "nominal", "person" if single else "group", words_of(reading, first, head.i), None, None,
        "CVL", number="one" if single else "many", lemma=head.lower,
    )  # fmt: skip


def titles_before(name: Candidate) -> Iterator[Token]:
    """Lower-case role words directly before a name: "spokesman", "lead mediator"."""
    for child in name.head.children:
        if (
            child.i < name.first
            and child.dep in ("compound", "amod", "appos", "nmod")
            and (child.lower in TITLES or child.lemma in nouns())
        ):
            yield child


def title_before(name: Candidate, reading: Reading) -> str:
    """The words of the title directly before a name, as the text has them: "Prime Minister"."""
    first = name.first
    while first > 0:
        token = reading.tokens[first - 1]
        titular = token.lower in TITLES or token.lower in TITLE_MODIFIERS
        if not titular or token.sentence is not name.head.sentence:
            break
        first -= 1
    while first < name.first and reading.tokens[first].lower not in TITLES and reading.tokens[first].pos == "DET":
        first += 1
    return words_of(reading, first, name.first - 1) if first < name.first else ""
