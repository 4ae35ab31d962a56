"""A file, a pipe or bytes → a stream of bytes that can be read piece by piece: unpacked, marked, in lines.

Does not know what the bytes mean. Memory stays bounded whatever comes: a packed file is unpacked as it is read, a
line longer than a report can be is passed over, and one that unpacks without end is given up.
"""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import shutil
import stat
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import UnreadableReport
from .files import LARGEST, STANDARD_INPUT

HEAD = 65_536
# What reading a broken packed stream raises, whichever library unpacks it.
BROKEN = (OSError, EOFError, zlib.error, lzma.LZMAError)
# A packed file may unpack to anything up to this size; beyond it, only at a ratio that text can have. News in JSON
# packs to a fifth, the same line over and over to a two-hundredth; zeros, as bombs have them, to a thousandth.
UNSUSPICIOUS = 200_000_000
RATIO = 250
_Unpacker = gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
_UNPACKERS: tuple[tuple[bytes, Callable[[BinaryIO], _Unpacker]], ...] = (
    (b"\x1f\x8b", lambda raw: gzip.GzipFile(fileobj=raw, mode="rb")),
    (b"BZh", lambda raw: bz2.BZ2File(raw)),
    (b"\xfd7zXZ\x00", lambda raw: lzma.LZMAFile(raw)),  # noqa: SIM115
)
WIDE = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
         (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream at its beginning, thrice: as received (`packed`), unpacked (`stream`), and in an encoding that has
    ASCII in it (`text`: UTF-16 becomes UTF-8). `head` are the first bytes of `text`."""

    name: str
    head: bytes
    packed: BinaryIO
    stream: BinaryIO
    text: BinaryIO


@contextmanager
def opened(path: str | Path) -> Iterator[Opened]:
    """A file, or standard input (`-`), ready to be read; raises `UnreadableReport` for what cannot be."""
    if path == STANDARD_INPUT:
        with _seekable(sys.stdin.buffer) as raw:
            yield unpacked(raw, "standard input")
        return
    try:
        mode = Path(path).stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
            raise UnreadableReport(f"{path} is a device or a socket, not a file. Give a file, a folder or an address.")
        raw = Path(path).open("rb")  # noqa: SIM115 (closed below, outside this try)
    except ValueError as error:  # a null character in the name
        raise UnreadableReport(f"{str(path)!r} is not a name that a file can have: {error}.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableReport(f"The file cannot be opened: {reason}. Check the path and the rights to it.") from None
    with raw, _seekable(raw) as seekable:
        yield unpacked(seekable, str(path))


def unpacked(raw: BinaryIO, name: str) -> Opened:
    """The stream as it is to be read, from what was received."""
    magic = raw.read(8)
    raw.seek(0)
    stream = raw
    for start, unpacker in _UNPACKERS:
        if magic.startswith(start):
            stream = _buffered(_Unpacked(unpacker(raw), raw))
    head = _head(stream)
    for mark, encoding in WIDE:
        if head.startswith(mark):
            recoded = _buffered(_Recoded(stream, encoding))
            return Opened(name, _head(recoded), raw, stream, recoded)
    return Opened(name, head.removeprefix(codecs.BOM_UTF8), raw, stream, stream)


def lines(stream: BinaryIO, longest: int = LARGEST) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers, from 1; None for a line that is longer than a report can be."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            continue
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def limited(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream that holds one report."""
    from .files import check_size

    content = stream.read(LARGEST + 1)
    check_size(len(content), name)
    return content


@contextmanager
def _seekable(raw: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or its copy on disk where it is a pipe, of which nothing can be looked at twice."""
    if raw.seekable():
        yield raw
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(raw, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def _head(stream: BinaryIO) -> bytes:
    """The first bytes; of a broken packed stream as many as there are."""
    head = b""
    try:
        while len(head) < HEAD and (more := cast(io.BufferedReader, stream).read1(HEAD - len(head))):
            head += more
    except BROKEN:
        if not head:
            raise
    stream.seek(0)
    return head


def _buffered(raw: io.RawIOBase) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(raw, HEAD))


class _Filtered(io.RawIOBase):
    """A readable stream made of another, which can only go back to its beginning."""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if offset or whence != io.SEEK_SET:
            raise io.UnsupportedOperation("this stream goes back to its beginning only")
        self._rewind()
        return 0

    def _rewind(self) -> None:
        raise NotImplementedError


class _Unpacked(_Filtered):
    """What a packed stream holds, given up when it grows as only a bomb does."""

    def __init__(self, stream: _Unpacker, packed: BinaryIO) -> None:
        self._stream, self._packed, self._made = stream, packed, 0

    def _rewind(self) -> None:
        self._stream.seek(0)
        self._made = 0

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        chunk = self._stream.read1(len(buffer))  # what there is before the stream breaks, before it raises
        self._made += len(chunk)
        if self._made > UNSUSPICIOUS and self._made > RATIO * self._packed.tell():
            raise OSError(f"it unpacks to more than {RATIO} times its size, as no text does")
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Recoded(_Filtered):
    """UTF-16 or UTF-32, as spreadsheets and Windows write them, as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream, self._encoding = stream, encoding
        self._rewind()

    def _rewind(self) -> None:
        self._stream.seek(0)
        self._decoder = codecs.getincrementaldecoder(self._encoding)("replace")
        self._rest = b""

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            chunk = self._stream.read(HEAD)
            self._rest = self._decoder.decode(chunk, final=not chunk).encode("utf-8", "replace")
            if not chunk:
                break
        given = self._rest[: len(buffer)]
        self._rest = self._rest[len(given) :]
        buffer[: len(given)] = given
        return len(given)
