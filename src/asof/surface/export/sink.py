"""Where an export goes: one file, several in a folder, or a zip of them. It is there whole, or not at all.

Files are written beside their place and moved to it when all are done. A zip carries no clock: its entries have the
earliest date that the format knows, so that the same rows are the same bytes.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from ...errors import WrongUse

EARLIEST = (1980, 1, 1, 0, 0, 0)


class Sink:
    """The files of one export, open for writing until `finish`."""

    def __init__(self, out: Path, files: tuple[str, ...], beside: bool) -> None:
        self.out, self.files = out, files
        self.zipped = out.suffix.lower() == ".zip"
        self.single = len(files) == 1 and not self.zipped
        self.apart = beside and not self.zipped and bool(out.suffix) and not out.is_dir()
        if self.single and out.is_dir():
            raise WrongUse(f"{out} is a folder, and this format is one file: give the file's name.")
        if not (self.single or self.apart or self.zipped) and (out.suffix or out.is_file()):
            raise WrongUse(f"This format makes {', '.join(files)}: give a folder, or a name that ends in .zip.")
        out.parent.mkdir(parents=True, exist_ok=True)
        self._stage = Path(tempfile.mkdtemp(prefix=".export-", dir=out.parent))

    def __enter__(self) -> Sink:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        shutil.rmtree(self._stage, ignore_errors=True)

    def path(self, name: str) -> Path:
        """Where a file is written until all are done."""
        return self._stage / name

    def open(self, name: str) -> BinaryIO:
        """A file of the format, new and empty."""
        return self.path(name).open("wb")

    def finish(self) -> list[Path]:
        """Move what was written to its place; the files that are there now."""
        if self.zipped:
            packed = self._stage / "packed.zip"
            self._pack(packed)
            return [packed.replace(self.out)]
        if self.single:
            return [self.path(self.files[0]).replace(self.out)]
        if self.apart:
            return [self.path(name).replace(place) for name, place in zip(self.files, self.places(), strict=True)]
        self.out.mkdir(exist_ok=True)
        return [self.path(name).replace(self.out / name) for name in self.files]

    def places(self) -> list[Path]:
        """Where the files of a format go whose first one has a name of its own."""
        return [self.out, *(self.out.with_name(f"{_stem(self.out)}.{name}") for name in self.files[1:])]

    def _pack(self, packed: Path) -> None:
        with zipfile.ZipFile(packed, "w") as archive:
            for name in self.files:
                entry = zipfile.ZipInfo(name, EARLIEST)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system, entry.external_attr = 3, 0o644 << 16
                with self.path(name).open("rb") as found, archive.open(entry, "w", force_zip64=True) as place:
                    shutil.copyfileobj(found, place, 1 << 20)


def _stem(out: Path) -> str:
    """`week` for `week.export.CSV` and for `week.csv`."""
    return out.name.partition(".")[0]
