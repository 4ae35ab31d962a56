"""Packed bytes of an answer → plain bytes, never more than a limit. Knows gzip and zlib's deflate, and no other."""

from __future__ import annotations

import zlib

from ..errors import UnreadableReport

# The encoding that is asked for.
ACCEPTED = "gzip"


class TooLarge(UnreadableReport):
    """There are more bytes than the limit, packed or not."""


class Unpacker:
    """Takes chunks as they come; `content` is what they hold."""

    def __init__(self, encoding: str, largest: int) -> None:
        named = encoding.strip().lower()
        if named not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise UnreadableReport(f"The answer is packed as {encoding[:40]!r}, which was not asked for.")
        self._packed = named not in ("", "identity")
        self._largest = largest
        self._inflater = zlib.decompressobj(47)  # the header tells gzip from zlib
        self._begun = False
        self.content = bytearray()

    @property
    def whole(self) -> bool:
        """Whether the packed stream came to its end."""
        return not self._packed or self._inflater.eof or not self._begun

    def feed(self, chunk: bytes) -> None:
        """Add a chunk; raises `TooLarge` beyond the limit."""
        if not self._packed:
            self.content += chunk
        else:
            self._inflate(chunk)
        if len(self.content) > self._largest:
            raise TooLarge(
                f"It has more than {self._largest // 1_000_000} MB"
                f"{' unpacked' if self._packed else ''}, which is the limit."
            )

    def _inflate(self, chunk: bytes) -> None:
        while chunk and len(self.content) <= self._largest:
            if self._inflater.eof:  # a further member of a gzip file, or padding
                if not chunk.startswith(b"\x1f\x8b"):
                    return
                self._inflater = zlib.decompressobj(47)
            room = self._largest + 1 - len(self.content)
            try:
                self.content += self._inflater.decompress(chunk, room)
            except zlib.error as error:
                raise UnreadableReport(f"The packed answer is broken ({error}).") from None
            self._begun = True
            chunk = self._inflater.unconsumed_tail or self._inflater.unused_data


def gunzip(content: bytes, largest: int) -> bytes:
    """A gzip file's content; raises `TooLarge` beyond the limit."""
    unpacker = Unpacker("gzip", largest)
    unpacker.feed(content)
    if not unpacker.whole:
        raise UnreadableReport("The gzip file is cut short.")
    return bytes(unpacker.content)
