"""Bytes → characters: what kind of bytes, in which encoding, and what had to be mended.

Order: byte order mark, UTF-8, UTF-16 without a mark, declared charset, UTF-8 with stray bytes of
Windows-1252 (two sources pasted together), a guess from the bytes. Does not clean characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from ..errors import UnreadableReport

ALLOWED = "asof reads plain text, HTML pages and JSON articles"
# First bytes → what a person calls such a file. From the formats' own specifications.
KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a zip archive (or a DOCX, XLSX, ODT or EPUB file, which are zip archives)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"(\xb5/\xfd", "a zstandard archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"RIFF", "a RIFF recording or image"),
    (b"WARC/", "a WARC web archive"),
)
ARCHIVES = ("zip", "archive")

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.I)
_DECLARED_XML = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.\-]{2,40})""", re.I)
_HIGH = re.compile(rb"[\x80-\xff]")
# Control bytes that no text has; \x1b (escape) and \x1a (end of file under DOS) do occur.
_CONTROL = re.compile(rb"[\x00-\x06\x0e-\x19\x1c-\x1f]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3}"
)
# More than this share of control bytes is no text. Text files have none; the binary files tried had 8 % and more.
CONTROL_SHARE = 0.02
# Above this share of bytes outside ASCII, a text is hardly English in Windows-1252: look for another encoding.
FOREIGN_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding by its Python name, and what was mended on the way."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(source: bytes) -> Decoded:
    """The characters of a report; raises `UnreadableReport` for bytes that are no text, and names them."""
    if not source.strip(b"\x00 \t\r\n\x0b\x0c"):
        what = "is empty (0 bytes)" if not source else "holds nothing but white space or null characters"
        raise UnreadableReport(f"The report {what}. Give a file with the text of a report in it.")
    marked = _marked(source)
    if marked is not None:
        return marked
    _refuse_binary(source)
    try:
        return Decoded(source.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    wide = _wide(source)
    return wide or _declared(source) or _mixed(source) or _guessed(source)


def _marked(source: bytes) -> Decoded | None:
    """Text that begins with a byte order mark."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if source.startswith(mark):
            try:
                return Decoded(source[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError:
                if encoding == "utf-8":
                    return None
                text = source[len(mark) :].decode(encoding, "replace")
                return Decoded(text, encoding, (f"Some bytes are not valid {encoding.upper()}; each reads as U+FFFD.",))
    return None


def _refuse_binary(source: bytes) -> None:
    head = source[:64].lstrip()
    kind = next((name for magic, name in KINDS if source.startswith(magic) or head.startswith(magic)), None)
    if kind is None and source[4:8] == b"ftyp":
        kind = "an MP4 video or HEIC image"
    if kind is not None:
        act = "Unpack it" if any(word in kind for word in ARCHIVES) else "Save the report's text"
        raise UnreadableReport(f"The bytes are {kind}, not text. {ALLOWED}. {act} and give the text file.")
    sample = source[:65536]
    if len(_CONTROL.findall(sample)) > CONTROL_SHARE * len(sample) and _wide(source) is None:
        raise UnreadableReport(
            f"The bytes are binary data of an unknown kind: many are control characters. {ALLOWED}. "
            "Save the report's text as UTF-8 and give that file."
        )


def _wide(source: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of mostly Latin text is null."""
    sample = source[:4096]
    pairs = len(sample) // 2
    if pairs < 2 or b"\x00" not in sample:
        return None
    for encoding, nulls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        others = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
        if nulls.count(0) > 0.7 * pairs and others.count(0) < 0.05 * pairs:
            try:
                return Decoded(source[: len(source) // 2 * 2].decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _declared(source: bytes) -> Decoded | None:
    """Text in the encoding that it says it is in, when its bytes can be that."""
    found = _DECLARED_XML.search(source, 0, 1024) or _DECLARED.search(source, 0, 8192)
    if found is None:
        return None
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name
        if encoding in ("utf-8", "ascii"):  # was tried, and is not what the bytes are
            return None
        # Browsers read both of these as Windows-1252, and pages are written for browsers.
        encoding = "cp1252" if encoding in ("iso8859-1", "latin-1") else encoding
        decoded = source.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return Decoded(decoded, encoding) if isinstance(decoded, str) else None


def _mixed(source: bytes) -> Decoded | None:
    """UTF-8 with stray bytes of another encoding; None when most of what is not ASCII is stray."""
    surrogates = len(_SURROGATE.findall(source))
    proper = sum(len(found) for found in _MULTIBYTE.findall(source))
    stray = len(_HIGH.findall(source)) - 3 * surrogates - proper
    if stray > proper:
        return None
    notes = []
    if stray:
        notes.append(f"The text is UTF-8 with {stray} stray byte(s), read as Windows-1252 or else U+FFFD.")
    if surrogates:
        notes.append(f"{surrogates} lone surrogate(s), which are no characters, read as U+FFFD.")
    return Decoded(source.decode("utf-8", _STRAY), "utf-8", tuple(notes))


def _guessed(source: bytes) -> Decoded:
    high = len(_HIGH.findall(source))
    if high > FOREIGN_SHARE * len(source):
        from charset_normalizer import from_bytes

        best = from_bytes(source[:65536]).best()
        if best is not None:
            text = source.decode(best.encoding, "replace")
            return Decoded(text, best.encoding, (f"No encoding is declared; the bytes look like {best.encoding}.",))
    return Decoded(source.decode("cp1252", _STRAY), "cp1252", ("The text is not UTF-8 and was read as Windows-1252.",))


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Stray bytes as Windows-1252; lone surrogates, and bytes that it leaves undefined, as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    if error.object[error.start : error.start + 1] == b"\xed" and _SURROGATE.match(error.object, error.start):
        return "�", error.start + 3
    return stray.decode("cp1252", "replace"), error.end


_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_STRAY = "asof.windows"
codecs.register_error(_STRAY, _as_windows)
