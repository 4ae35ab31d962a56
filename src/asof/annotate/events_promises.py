"""What act the grammar makes of an event that lies ahead, is owed, refused or only recalled (PLOVER's rules).

"will meet" is a promise of it, "must withdraw" a demand, "we shall close the road" a threat, "would not sit
down with them" a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..grammar import MODALS_OF_FUTURE, auxiliaries, clause_of
from ..reading import Token
from ..vocabulary.codebooks import SPEECH, Frame
from .events_match import light_verb
from .events_scope import complements
from .events_status import ahead, obliged
from .events_told import HOSTILE

# A cooperative act that lies ahead is a promise of it.
AHEAD = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
# What a threat of it threatens, where its own mode does not say.
THREATENED = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations"}
THREATENED_BY_MODE = {"arrest": "arrest", "deport": "expel", "expel": "expel", "seize": "territory"}
# What a refusal to do it refuses, and what a demand for it demands.
REFUSED = {
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "change",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
CHARGING = frozenset({"accuse", "blame", "suspect", "charge", "allege"})
# A simple present that is denied of these states a refusal: "the state does not pay ransoms".
POLICY = frozenset({"pay", "negotiate", "talk", "deal", "bargain", "yield", "meet", "bow", "recognise", "recognize"})
FrameOf = Callable[[Token], Frame | None]


def promise(token: Token, frame: Frame, status: str, frame_of: FrameOf) -> tuple[str, str]:
    """Type and status of the act that a frame's words amount to, as they stand."""
    kind = frame.root
    if kind == "AGREE":
        return _promised(token, frame, status, frame_of)
    if kind == "THREATEN" and status in ("planned", "hypothetical"):
        return kind, "occurred"  # what is threatened lies ahead, the threat does not
    if kind == "REJECT" and status == "planned" and token.pos in ("VERB", "AUX"):
        return kind, "occurred"  # "said that it would veto the bill" refuses it now
    if kind in REFUSED and _refuses(token, status):
        return "REJECT", "occurred"
    if kind in SPEECH and token.pos not in ("VERB", "AUX") and light_verb(token) is None and kind != "REQUEST":
        return kind, "background"  # "Kyiv's refusal to …" recalls an act, it does not report one
    if kind in SPEECH and status == "ongoing":
        return kind, status if frame.mode == "investigate" else "occurred"
    if kind in SPEECH and status == "occurred" and _recalled(token):
        return kind, "background"
    if status == "planned" or (status == "hypothetical" and ahead(clause_of(token))):
        return AHEAD.get(kind, kind), status
    return kind, status


def _promised(token: Token, frame: Frame, status: str, frame_of: FrameOf) -> tuple[str, str]:
    """What is promised decides: to free captives is a concession, to strike back a threat."""
    inner = next((found for c in complements(token) if (found := frame_of(c))), None)
    if inner is not None and inner.root in ("RETREAT", "CONCEDE"):
        offered = frame.lemma == "offer"  # an offer stands when it is made, a promise when it is kept
        return "CONCEDE", "planned" if status == "occurred" and not offered else status
    if inner is not None and inner.root in HOSTILE and inner.root != "MOBILIZE":
        return "THREATEN", status
    if inner is not None and inner.root == "THREATEN":
        return "THREATEN", "occurred" if status == "planned" else status  # "vowed that the army would answer"
    return "AGREE", "planned" if status == "occurred" and complements(token) else status


def uttered(clause: Token, frame: Frame, status: str, own: bool) -> str | None:
    """What a speaker does by saying it: a demand ("must withdraw"), a threat of an `own` act ("we shall close …")."""
    if status in ("negated", "background") or frame.root in SPEECH:
        return None
    if obliged(clause) and not own and frame.root in REFUSED:
        return "REQUEST"
    if own and status in ("planned", "hypothetical") and frame.root in THREATENED and ahead(clause):
        return "THREATEN"
    return None


def mode_for(code: str, frame: Frame, found: str | None) -> str | None:
    """The mode of an act that is refused, demanded or threatened: what is concerned."""
    if code == "REJECT":
        return REFUSED.get(frame.root, found)
    if code == "REQUEST":
        return REFUSED.get(frame.root, "yield")
    if code == "THREATEN" and frame.root in THREATENED:
        return THREATENED_BY_MODE.get(frame.mode or "", THREATENED[frame.root])
    return found


def speakers(quotes: Sequence[tuple[int, int, str]], token: Token) -> tuple[str, ...]:
    """Who says the words around the token, where somebody does: spans of what is said, with the speaker."""
    return next(((actor,) for start, end, actor in quotes if start <= token.start < end), ())


def _recalled(token: Token) -> bool:
    """ "a former senator accused of arming him", "which he had threatened": said before, and known."""
    if token.pos != "VERB":
        return False
    if token.dep == "acl" and token.tag == "VBN":
        return not any(child.dep == "agent" for child in token.children)
    if token.dep != "relcl":
        return False
    aux = {child.lower for child in auxiliaries(token)}
    standing = token.tag in ("VBZ", "VBP") or (token.tag == "VBN" and bool(aux & {"is", "are"}))
    return "had" in aux or (standing and token.lemma in CHARGING)  # "whom Ecuador accuses of ordering it"


def _refuses(token: Token, status: str) -> bool:
    """ "will not sit down with them", "wants the rest before he will release another"."""
    verb = token if token.pos in ("VERB", "AUX") else clause_of(token)
    if status == "negated" and verb.tag == "VB" and verb.lemma in POLICY:
        aux = {child.lower for child in auxiliaries(verb)}
        if aux & {"do", "does"} and not aux & {"did", "to"}:
            return True
    if not any(aux.lower in MODALS_OF_FUTURE or aux.lower == "would" for aux in auxiliaries(verb)):
        return False
    return status == "negated" or any(c.dep == "mark" and c.lower == "before" for c in verb.children)
