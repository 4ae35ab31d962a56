"""A path, or standard input, → bytes, with a limit on their number.

Does not look into the bytes. Nothing is fetched: an address is not a path.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from ..errors import UnreadableReport

# A report is a page or two. The largest news pages saved with all their scripts have some 10 MB.
LARGEST = 20_000_000
STANDARD_INPUT = "-"


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file, or of standard input when the path is `-`."""
    if os.fspath(path) == STANDARD_INPUT:
        return _limited(sys.stdin.buffer, "Standard input")
    name = str(path)
    if name.startswith(("http://", "https://")):
        raise UnreadableReport(f"asof reads offline and fetches nothing. Save the page of {name} and give the file.")
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableReport(
                f"{name} is a folder. Give the files in it, or the folder to a command that takes one."
            )
        if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
            raise UnreadableReport(f"{name} is a device or a socket, not a file. Give a text, HTML or JSON file.")
        with Path(path).open("rb") as opened:
            return _limited(opened, name)
    except ValueError as error:  # a null character in the name
        raise UnreadableReport(f"{name!r} is not a name that a file can have: {error}.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableReport(f"{name} cannot be opened: {reason}. Check the path and the rights to it.") from None


def check_size(size: int, name: str = "The report") -> None:
    """Raise `UnreadableReport` when there are more bytes than a report can have."""
    if size > LARGEST:
        raise UnreadableReport(
            f"{name} has more than {LARGEST // 1_000_000} MB, which is the limit for one report. "
            "If it holds many reports, save each as a file of its own."
        )


def _limited(opened: BinaryIO, name: str) -> bytes:
    content = opened.read(LARGEST + 1)
    check_size(len(content), name)
    return content
