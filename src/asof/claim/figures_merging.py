"""One figure, said twice: repetitions point to the first telling and give it their evidence.

Same are measure, bounds, status, source, place and time; of a headline only measure and bounds are asked for.
"""

from __future__ import annotations

from .figures_draft import Draft


def merge(drafts: list[Draft]) -> None:
    """Point every repetition to the draft that it repeats, and give that one its evidence."""
    body = [k for k, d in enumerate(drafts) if d.item.number.sentence.part.kind not in ("headline", "summary")]
    for k, draft in enumerate(drafts):
        heading = draft.item.number.sentence.part.kind in ("headline", "summary")
        for j in body:
            other = drafts[j]
            if j == k or other.same_as is not None or (not heading and j > k) or not _same(draft, other, heading):
                continue
            draft.same_as = j
            other.evidence += draft.evidence
            break
        else:
            if heading:
                _merge_heading(k, drafts)


def _merge_heading(k: int, drafts: list[Draft]) -> None:
    for j in range(k):
        if drafts[j].same_as is None and _same(drafts[k], drafts[j], True):
            drafts[k].same_as = j
            drafts[j].evidence += drafts[k].evidence
            return


def _same(one: Draft, other: Draft, heading: bool) -> bool:
    if one.measure != other.measure or one.bounds != other.bounds or one.status != other.status:
        return False
    if heading:
        return True
    if (one.whole is None) != (other.whole is None) or one.unit != other.unit or one.scope != other.scope:
        return False
    return _speaker(one) == _speaker(other) and one.where == other.where and one.as_of == other.as_of


def _speaker(draft: Draft) -> str | None:
    return (draft.attribution.actor or draft.attribution.speaker) if draft.attribution is not None else None
