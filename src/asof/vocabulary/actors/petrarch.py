"""Actor dictionaries in PETRARCH's format, read and turned into the rows of a user's table.

`NAME_ [CODE]` opens an actor, `+NAME` gives it another name, and lines that begin with a tab give codes
with dates (`[USAGOV 010120-051231]`, `<YYMMDD` until, `>YYMMDD` since). The names are all capitals there;
they become names as news writes them. Dictionaries of agents (`[~GOV]`) are of another kind and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ...errors import WrongUse
from .additions import COLUMNS
from .folding import fold
from .tables import rows

CODE = re.compile(r"\[([^\]\s]*)\s*([^\]]*)\]")
# CAMEO's roles as PLOVER's sectors. CAMEO's MED is the media, HLH is medicine.
ROLES = {
    **{code: code for code in
       "COP GOV JUD LEG MIL PTY REB SPY UAF AGR BUS CRM CVL EDU ELI LAB REF OPP PRE REL".split()},
    "INS": "REB", "SEP": "REB", "RAD": "REB", "IMG": "REB", "MED": "JRN", "HLH": "MED", "DEV": "SOC", "ENV": "SOC",
    "HRI": "SOC", "MNC": "BUS", "NGO": "NGO", "NGM": "NGO", "IGO": "IGO", "SET": "CVL", "MOD": "OPP", "UNO": "UNO",
}  # fmt: skip
SMALL = frozenset("of the and for in on to de la le du des el al da do dos von van der bin ibn".split())
TURN = 30  # years of two digits from here on are of the last century


@dataclass(slots=True)
class Block:
    """One actor of a dictionary: its names, and its codes with the dates that they hold for."""

    line: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[str, str]] = field(default_factory=list)


def convert(text: str, file: str) -> str:
    """The dictionary as a table of asof's own format."""
    head = ("name", "aliases", "kind", "country", "sector", "code", "start", "end")
    assert set(head) <= set(COLUMNS)
    table = ["\t".join(head)]
    seen: set[str] = set()
    for block in blocks(text, file):
        names = list(dict.fromkeys(form for name in block.names for form in forms(name)))
        if not names or fold(names[0]).lower() in seen:
            continue
        seen.add(fold(names[0]).lower())
        table += ["\t".join(cells).rstrip("\t") for cells in _rows(names, block.codes)]
    return "\n".join(table) + "\n"


def blocks(text: str, file: str) -> Iterator[Block]:
    """The actors of a dictionary, in order."""
    block: Block | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#")[0].split(";")[0].rstrip()
        if not line.strip() or line.startswith(("<!--", "!")):
            continue
        codes = CODE.findall(line)
        if any(code.startswith("~") for code, _ in codes):
            raise WrongUse(f"{file}:{number}: {line.strip()!r} is an agent; expected an actor such as `NAME_ [CODE]`.")
        if line[0] in " \t":
            if block is None or not codes:
                raise WrongUse(f"{file}:{number}: expected a code in brackets below an actor, found {line.strip()!r}.")
            block.codes += codes
        elif line.startswith("+"):
            if block is None:
                raise WrongUse(f"{file}:{number}: another name (+) before any actor.")
            block.names.append(CODE.sub("", line[1:]).strip())
            block.codes += codes
        else:
            if block is not None:
                yield block
            if "[" in line and not codes:
                raise WrongUse(f"{file}:{number}: expected a code in brackets, found {line.strip()!r}.")
            block = Block(number, [CODE.sub("", line).strip()], list(codes))
    if block is not None:
        yield block


def forms(written: str) -> Iterator[str]:
    """A name as news writes it: "ADEN_ISLAMIC_ARMY_(AIA)_" is "Aden Islamic Army" and "AIA"."""
    short = re.findall(r"\(([^)]*)\)", written)
    plain = " ".join(re.sub(r"\([^)]*\)", " ", written).replace("_", " ").split())
    plain = re.sub(r"^THE (?=\S)", "", plain)  # news writes "the Shire", and a name is found without its article
    if plain:
        yield " ".join(_cased(word, k) for k, word in enumerate(plain.split()))
        if len(plain) <= 6 and " " not in plain:
            yield plain
    yield from (word.replace("_", " ").strip() for word in short if word.strip("_ "))


def _cased(word: str, place: int) -> str:
    if place and word.lower() in SMALL:
        return word.lower()
    if "." in word or not re.search("[AEIOUY]", word):
        return word  # "U.S.", "MLF"
    return re.sub(r"[A-Za-z]+('[A-Za-z]+)?", lambda m: m.group()[0].upper() + m.group()[1:].lower(), word)


def _rows(names: Sequence[str], codes: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    dated = [(code, when) for code, when in codes if when.strip()]
    always = [code for code, when in codes if not when.strip()]
    code = always[0] if always else dated[0][0] if dated else ""
    country, sector = meaning(code)
    kind = "person" if dated and always else "organisation"
    yield names[0], "|".join(names[1:]), kind, country, sector, code, "", ""
    for code, when in dated:
        start, end = dates(when)
        country, sector = meaning(code)
        if start or end:
            yield names[0], "", kind, country, sector, code, start, end


def meaning(code: str) -> tuple[str, str]:
    """The country and the PLOVER sector that a CAMEO code tells; empty where it tells none."""
    parts = [code[k : k + 3] for k in range(0, len(code), 3)]
    country = parts[0] if parts and parts[0] in _states() else "EUR" if parts[:1] == ["EUR"] else ""
    rest = parts[1:] if country else parts
    return country, next((ROLES[part] for part in rest if part in ROLES), "")


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row[0] for row in rows("states"))


def dates(written: str) -> tuple[str, str]:
    """The first and the last day of "010120-051231", "<010120" or ">051231"."""
    found = [day for digits in re.findall(r"\d{6,8}", written) if (day := _day(digits))]
    if written.strip().startswith("<"):
        return "", found[0] if found else ""
    if written.strip().startswith(">") or len(found) == 1:
        return found[0] if found else "", ""
    return (found[0], found[1]) if found and found[0] <= found[1] else ("", "")


def _day(digits: str) -> str | None:
    """The ISO date of YYMMDD or YYYYMMDD; null where it is none."""
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= TURN else "20") + digits
    if len(digits) != 8 or not "0001" <= digits[:4] <= "2100":
        return None
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}".replace("-00", "")
