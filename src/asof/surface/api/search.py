"""Reports that hold words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import Query
from pydantic import Field
from starlette.responses import Response

from ...store.asking import Asking
from ..access import privacy
from . import cursors, schemas
from .answers import Listing, Portion, Visiting, listed, routes

router = routes("search")


class SearchQuery(Listing):
    """What to look for."""

    q: str = Field(min_length=1, max_length=500, description='Words that must all be there, "words in a row", begin*, '
                   "-without, one OR other; without regard to case and accents.")  # fmt: skip


@router.get("/search", response_model=schemas.Portion[schemas.Found], responses=listed(schemas.Found))
def search_reports(asked: Annotated[SearchQuery, Query()], visit: Visiting) -> Response:
    """Reports that hold the words, the latest first, with the piece of text around the first of them."""

    def portion(shelf: Asking, limit: int, cursor: str | None) -> Portion:
        place = cursors.read(cursor, "text", "text")
        after = None if place is None else (str(place[0]), str(place[1]))
        found = privacy.search(visit.request, shelf, asked.q, limit, asked.moment, after)
        behind = (found[-1].published or "", found[-1].report) if len(found) == limit else None
        return [asdict(one) for one in found], behind

    return visit.listing(asked, portion, masked=True)
