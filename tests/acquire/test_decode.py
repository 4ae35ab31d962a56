"""Bytes → characters: encodings, mixed encodings, and bytes that are no text."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from asof.acquire.decode import decode
from asof.errors import UnreadableReport

WORDS = "“We ran,” said José, a fisherman from Bara. Nobody else was hurt in the town."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_reads_what_editors_write(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS


def test_windows_1252_is_said_to_be_a_reading() -> None:
    assert decode(WORDS.encode("cp1252")).notes == ("The text is not UTF-8 and was read as Windows-1252.",)


def test_declared_charset_is_believed_when_the_bytes_allow_it() -> None:
    page = '<meta charset="iso-8859-2"><p>Příliš žluťoučký.</p>'
    assert decode(page.encode("iso-8859-2")).text == page


def test_latin_1_is_read_as_browsers_do() -> None:
    page = f'<meta charset="iso-8859-1"><p>{WORDS}</p>'
    assert decode(page.encode("cp1252")).text == page


def test_a_declared_charset_that_is_wrong_is_not_believed() -> None:
    page = f'<meta charset="iso-8859-1"><p>{WORDS}</p>'
    decoded = decode(page.encode("utf-8"))
    assert (decoded.text, decoded.encoding) == (page, "utf-8")


def test_stray_bytes_in_utf_8_are_mended_and_counted() -> None:
    decoded = decode(WORDS.encode() + " It’s over.".encode("cp1252"))
    assert decoded.text == WORDS + " It’s over."
    assert "1 stray byte" in decoded.notes[0]


def test_lone_surrogates_read_as_the_replacement_character() -> None:
    decoded = decode(("\ud800" + WORDS).encode("utf-8", "surrogatepass"))
    assert decoded.text == "\ufffd" + WORDS
    assert "surrogate" in decoded.notes[0]


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("report.txt", WORDS)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("source", "named"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (_zip(), "zip"),
        (gzip.compress(WORDS.encode()), "gzip"),
        (b"{\\rtf1\\ansi hello}", "RTF"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(range(256)) * 4, "unknown kind"),
    ],
)
def test_binary_files_are_named(source: bytes, named: str) -> None:
    with pytest.raises(UnreadableReport, match=named) as caught:
        decode(source)
    assert "plain text, HTML pages and JSON articles" in str(caught.value)


@pytest.mark.parametrize(
    ("source", "said"), [(b"", "0 bytes"), (b" \r\n\t ", "white space"), (b"\0" * 9, "white space")]
)
def test_nothing_to_read(source: bytes, said: str) -> None:
    with pytest.raises(UnreadableReport, match=said):
        decode(source)
