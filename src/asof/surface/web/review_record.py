"""What was decided and corrected, the latest first; and how far two coders agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from ... import reviewing
from ...ledger import Correction, Decision
from ...store.asking import Asking
from . import acting, page

router = APIRouter(prefix="/review")
PORTION = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision or correction; `undone`: somebody took it back."""

    one: Decision | Correction
    undone: bool


@router.get("/decisions")
def decisions(
    request: Request, decided: acting.Place = None, corrected: acting.Place = None, done: str = ""
) -> HTMLResponse:
    """People's decisions and corrections. Each list goes on by itself."""
    with page.reading(request) as shelf:
        ruled = shelf.decided(decided, PORTION, person=True, newest_first=True)
        amended = shelf.corrected(corrected, PORTION, newest_first=True)
        shown: dict[str, Any] = {
            "decisions": _decisions(shelf, [one for _, one in ruled]),
            "corrections": _corrections(shelf, [one for _, one in amended]),
            "more_decisions": ruled[-1][0] if len(ruled) == PORTION else None,
            "more_corrections": amended[-1][0] if len(amended) == PORTION else None,
            "decided": decided,
            "corrected": corrected,
        } | acting.shared(request, shelf, done)
        return page.render(request, "review_decisions.html", **shown)


def _decisions(shelf: Asking, found: list[Decision]) -> list[Entry]:
    gone = reviewing.undone(shelf.rulings({end for one in found for end in (one.left, one.right)}))
    return [Entry(one, one.id in gone) for one in found]


def _corrections(shelf: Asking, found: list[Correction]) -> list[Entry]:
    gone = reviewing.undone(shelf.corrections({one.report for one in found}))
    return [Entry(one, one.id in gone) for one in found]


@router.get("/agreement")
def agreement(request: Request, one: str = "", other: str = "", sample: str = "") -> HTMLResponse:
    """Krippendorff's alpha between two coders, for everything that both said something of."""
    with page.reading(request) as shelf:
        found = None
        if one and other:
            of = reviewing.named(sample.strip()) if sample.strip() else None
            found = reviewing.agreement(shelf, one, other, of)
        shown: dict[str, Any] = {
            "coders": reviewing.coders(shelf),
            "one": one,
            "other": other,
            "sample": sample,
            "found": found,
        }
        return page.render(request, "review_agreement.html", **shown, **acting.shared(request, shelf))
