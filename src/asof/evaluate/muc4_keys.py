"""MUC-4's documents and answer keys: templates of incidents, with alternatives and optional fillers as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..model import Document, Part, Report

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
SLOTS = {"9": "perpetrator", "10": "organisation", "12": "target", "6": "weapon"}


@dataclass(frozen=True, slots=True)
class Filler:
    """One filler: any of its wordings is right. `value` is what is said of them ("DEATH", "3")."""

    wordings: tuple[str, ...]
    optional: bool = False
    value: str | None = None


@dataclass(slots=True)
class Template:
    """One incident: its type, and fillers by slot."""

    type: str
    optional: bool = False
    slots: dict[str, list[Filler]] = field(default_factory=dict)


def documents(folder: Path) -> list[Document]:
    """The documents of a folder; the dateline gives the date and is no part of the text."""
    found = []
    for file in sorted(folder.iterdir()):
        if re.fullmatch(r"(dev|tst\d)-muc\d(-\d+)*", file.name):
            text = file.read_text("latin-1")
            for piece in re.split(r"^(?=(?:DEV|TST\d)-MUC\d-\d+)", text, flags=re.MULTILINE)[1:]:
                found.append(_document(piece))
    return found


def _document(piece: str) -> Document:
    name = re.match(r"\S+", piece)
    body = piece[name.end() if name else 0 :]
    opening = re.search(r"--\s*((\[[^\]]*\]\s*)+)", body[:400])
    date = re.search(r"(\d{1,2}) ([A-Z]{3}) (\d\d)\b", body[:200])
    published = None
    if date and date.group(2) in MONTHS:
        month = MONTHS.index(date.group(2)) + 1
        published = f"19{date.group(3)}-{month:02}-{int(date.group(1)):02}T12:00:00+00:00"
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", body[opening.end() if opening else 0 :])]
    parts, at = [], 0
    paragraphs = [p for p in paragraphs if p]
    for paragraph in paragraphs:
        parts.append(Part("body", at, at + len(paragraph)))
        at += len(paragraph) + 2
    label = name.group() if name else ""
    return Document(Report(label, len(piece), label, published=published), "\n\n".join(paragraphs), tuple(parts))


def keys(folder: Path) -> dict[str, list[Template]]:
    """The templates of every document of a folder; none where no incident is relevant."""
    found: dict[str, list[Template]] = {}
    for file in sorted(folder.glob("key-*")):
        text = re.sub(r"^;.*\n", "", file.read_text("latin-1"), flags=re.MULTILINE)
        for block in re.split(r"^(?=0\. )", text, flags=re.MULTILINE)[1:]:
            fields = _fields(block)
            name = fields["0"][0].split()[0]
            listed = found.setdefault(name, [])
            kind = fields.get("4", ["*"])[0].split("/")[0].strip()
            if kind != "*":
                listed.append(_template(kind, fields))
    return found


def _fields(block: str) -> dict[str, list[str]]:
    """The lines of each numbered field; further lines are further fillers."""
    found: dict[str, list[str]] = {}
    number = "0"
    for line in block.splitlines():
        opened = re.match(r"(\d+)\.\s+[A-Z ]+:[A-Z ]*?\s{2,}(.*)", line)
        if opened:
            number = opened.group(1)
            found[number] = [opened.group(2).strip()]
        elif line.strip() and number in found:
            found[number].append(line.strip())
    return found


def _template(kind: str, fields: dict[str, list[str]]) -> Template:
    made = Template(kind, "OPTIONAL" in fields.get("1", [""])[0])
    for number, slot in SLOTS.items():
        made.slots[slot] = [filler for line in fields.get(number, ()) if (filler := _filler(line))]
    made.slots["victim"] = _victims(fields)
    for number, slot in (("21", "number"), ("23", "effect")):
        made.slots[slot] = [f for line in fields.get(number, ()) if (f := _filler(line)) and f.value is not None]
    return made


def _victims(fields: dict[str, list[str]]) -> list[Filler]:
    """Names with what they are described as, and the descriptions that stand alone, each one victim."""
    names = [filler for line in fields.get("18", ()) if (filler := _filler(line))]
    described = [(line, filler) for line in fields.get("19", ()) if (filler := _filler(line))]
    found = []
    for name in names:
        more = [w for line, _ in described for w in _before_tag(line) if set(name.wordings) & set(_tags(line))]
        found.append(Filler((*name.wordings, *more), name.optional))
    known = {wording for name in names for wording in name.wordings}
    found += [f for line, f in described if not known & set(_tags(line))]
    return found


def _filler(line: str) -> Filler | None:
    """A filler of a line; null for `-` and `*`. `DEATH: "FARMERS"`: the value, and the words that it is said of."""
    optional = line.startswith("?")
    plain = line.lstrip("? ").strip()
    if not plain or plain[0] in "-*":
        return None
    value = None
    head = re.match(r'([^":]+):\s*"', plain)
    if head:
        value = head.group(1).strip()
    elif not plain.startswith('"'):
        value = plain
    return Filler(tuple(_quoted(plain)), optional, value)


def _quoted(text: str) -> Iterator[str]:
    for found in re.findall(r'"((?:\\"|[^"])*)"', text):
        yield found.replace('\\"', "").strip()


def _tags(line: str) -> list[str]:
    """What a description is said of: after the colon that follows its last wording."""
    cut = re.search(r'":\s*(?=")', line)
    return list(_quoted(line[cut.end() :])) if cut else []


def _before_tag(line: str) -> list[str]:
    cut = re.search(r'":\s*(?=")', line)
    return list(_quoted(line[: cut.start() + 1])) if cut else []
