"""What an earlier export had and the new one has not: ids by which a consumer deletes its own rows.

The ids of both are read and compared, those of the earlier one before anything is written. When an incident went is
not known: a rule that joins it to another does so in every run, and has no time of its own. So the second cell, which
ACLED's deletions have too, is empty.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from ...errors import WrongUse
from .cells import CommaSeparated
from .form import Format


def gone(form: Format, old: Iterable[str], new: Path) -> list[str]:
    """The ids that the earlier export has and the new one has not, in the earlier one's order."""
    kept = set(ids(form, new))
    return list(dict.fromkeys(id for id in old if id not in kept))


def write(path: Path, form: Format, ids: list[str]) -> None:
    """The file of deletions, as ACLED's has it: the id, and when it went."""
    table = CommaSeparated(path.open("wb"), form.deleted)
    for id in ids:
        table.write((id, None))
    table.close()


def ids(form: Format, place: Path) -> list[str]:
    """The ids of an export, wherever its first file lies: in a folder, in a zip, or by itself."""
    assert form.ids is not None  # refused before anything was read
    read, first = form.ids, form.files[0]
    try:
        if place.is_dir():
            return list(read(place / first))
        if place.suffix.lower() == ".zip":
            with TemporaryDirectory() as folder, zipfile.ZipFile(place) as archive:
                return list(read(Path(archive.extract(first, folder))))
        return list(read(place))
    except (LookupError, TypeError, ValueError, OSError, csv.Error, zipfile.BadZipFile) as error:
        raise WrongUse(f"{place} is no export in the format {form.name}: {error}.") from error
