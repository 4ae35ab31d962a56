"""ECB+: which mentions, across documents, are of one event. A check that the scorer's wording generalises.

The gold gives the mentions; there are no records, so that of the scorer only the wording applies, among mentions of
one lemma. They are clustered by average linkage within a topic, both of its subtopics together (the harder task), as
tellings are. Beside it stands the lemma baseline: one cluster for each lemma of a topic. Nothing is trained.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from ..errors import WrongUse
from ..ledger import Telling
from ..reconcile.partition import cluster
from ..reconcile.score import SURE, wording
from ..reconcile.wording import content_words
from .clusters import b_cubed, ceaf_e, conll, f1, muc
from .result import Result, Score

# What the same lemma leaves to the wording. CoNLL on the training part, with all words of the context: -0.4: 0.738,
# -0.2: 0.735, 0: 0.724, 0.2: 0.715 (the lemma alone: 0.719); with 25 words on either side 0.724, 0.734, 0.730, 0.714.
# Joining lemmas of which the codebook gives the same type, at -0.6 and -1.0, was lower in every case.
LEMMA = SURE - 0.4


@dataclass(frozen=True, slots=True)
class Mention:
    """One gold mention: its topic (both subtopics), lemma, the words around it, and the gold's chain."""

    id: str
    topic: str
    lemma: str
    telling: Telling
    chain: str


def evaluate(path: Path) -> Result:
    """CoNLL F1 and its parts on the development part, ours and the lemma's."""
    file = path / "dev" / "Event_gold_mentions.json.gz"
    if not file.exists():
        raise WrongUse(f"{file} does not exist: give the folder of ECB+, with dev/Event_gold_mentions.json.gz in it.")
    return score(list(mentions(json.loads(gzip.decompress(file.read_bytes())))))


def score(known: list[Mention]) -> Result:
    """CoNLL F1 and its parts on these mentions. `right` is F1 times the number of mentions."""
    result = Result("coreference")
    gold = {one.id: one.chain for one in known}
    number = len(gold)
    for name, found in (("", ours(known)), ("lemma ", by_lemma(known))):
        result.add(f"{name}CoNLL", Score(conll(gold, found) * number, number, number))
        for measure in (muc, b_cubed, ceaf_e):
            result.add(f"{name}{measure.__name__}", Score(f1(measure(gold, found)) * number, number, number))
    return result


def mentions(raw: list[dict[str, Any]]) -> Iterator[Mention]:
    """The corpus's mentions, with what they are compared by."""
    for one in raw:
        number = one["topic_id"].removesuffix("ecbplus").removesuffix("ecb")
        words = tuple(sorted(content_words(" ".join(one["mention_context"]))))
        telling = Telling(id=one["mention_id"], report=one["doc_id"], published=None, type="", words=words)
        yield Mention(one["mention_id"], number, one["mention_head_lemma"].lower(), telling, one["coref_chain"])


def by_lemma(known: list[Mention]) -> dict[str, str]:
    """The baseline: one cluster for each lemma of a topic."""
    return {one.id: f"{one.topic} {one.lemma}" for one in known}


def ours(known: list[Mention]) -> dict[str, str]:
    """Clusters of one lemma by wording, on the scorer's own scale."""
    alike: dict[str, list[Mention]] = defaultdict(list)
    for one in sorted(known, key=lambda one: one.id):
        alike[f"{one.topic} {one.lemma}"].append(one)
    found: dict[str, str] = {}
    for inside in alike.values():
        links = {(left.id, right.id): _likeness(left, right) for left, right in combinations(inside, 2)}
        found.update(cluster([one.id for one in inside], links))
    return found


def _likeness(left: Mention, right: Mention) -> float:
    return LEMMA + sum(reason.weight for reason in wording(left.telling, right.telling))
