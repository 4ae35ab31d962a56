"""Exports over HTTP: what `asof export` writes, as one file."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path as Folder
from threading import Semaphore
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import Field
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from ...errors import LockedStore, NotFound, WrongUse
from .. import export
from ..access.masked import MaskedStore
from . import schemas
from .answers import Question, Visit, Visiting, answered, routes
from .incidents import Conditions

router = routes("exports")
_turns = Semaphore(2)  # so many at once: an export of a large store takes a core for minutes
_ANYTHING = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


class ExportQuery(Question, Conditions):
    """Which incidents, and what of the export."""

    hxl: bool = Field(False, description="A row of HXL hashtags below the header, where the format has one.")
    records: bool = Field(False, description="Also the records of the reports (jsonl).")
    legacy: bool = Field(False, description="Actors by ACLED's numeric codes (acled).")
    part: Literal["file", "report"] = Field("file", description="The file, or what was left out of it and why.")


@router.get("/export", response_model=list[schemas.Format], responses=answered())
def list_formats(asked: Annotated[Question, Query()], visit: Visiting) -> Response:
    """The formats."""
    return visit.answer(lambda _: [{"name": name, "about": about} for name, about in export.FORMATS.items()])


@router.get("/export/{format}", response_class=Response, responses={200: {"content": _ANYTHING}, **answered(404)})
def get_export(
    format: Annotated[str, Path(pattern=r"^[a-z0-9_-]{1,40}$")], asked: Annotated[ExportQuery, Query()], visit: Visiting
) -> Response:
    """Incidents in a format of the field, as they were known at `as_of`; of several files a .zip. The same store,
    filter and moment give the same bytes. Names that are masked from who asks are masked in it."""
    if format not in export.FORMATS:
        raise NotFound(f"There is no format {format!r}. Formats: {', '.join(export.FORMATS)}.")
    if visit.masked and asked.actor is not None:
        raise WrongUse("Names are masked from your role: an export cannot be narrowed by `actor`.")
    return visit.response(lambda _: _written(format, asked, visit))


def _written(format: str, asked: ExportQuery, visit: Visit) -> Response:
    form = export.format_of(format)
    suffix = ".zip" if len(form.files) > 1 else f".{format}"
    if not _turns.acquire(timeout=30):
        raise LockedStore("Other exports are being written: try again in a moment.")
    folder = tempfile.mkdtemp(prefix="asof-export-")
    try:
        options = export.Options(hxl=asked.hxl, records=asked.records, legacy=asked.legacy)
        store = visit.store
        if visit.masked:
            store = hidden = MaskedStore(visit.store)
            options = replace(options, incident=hidden.incident)
        out = Folder(folder) / f"asof-{format}{suffix}"
        done = export.export(store, format, out, asked.filter(1), asked.moment, options)
        path = done.report if asked.part == "report" else done.files[0]
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        _turns.release()
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    return FileResponse(path, media_type="application/octet-stream", filename=path.name, background=gone)
