"""The columns of each layout, their order and their number, against the reference where it is beside the checkout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from asof.surface.export import acled, gdelt, hapi, plover, polecat, ucdp

ROOT = Path(__file__).parents[3]
REFERENCE = next(
    (found for up in (ROOT, *ROOT.parents) if (found := up / "shared" / "reference" / "formats.md").is_file()), None
)
needs_reference = pytest.mark.skipif(REFERENCE is None, reason="needs shared/reference/formats.md beside the checkout")


def section(name: str) -> str:
    assert REFERENCE is not None
    text = REFERENCE.read_text(encoding="utf-8")
    start = text.index(f"## {name}")
    return text[start : text.index("\n## ", start + 3)]


@pytest.mark.parametrize(
    ("columns", "number"),
    [
        (gdelt.COLUMNS, 61),
        (gdelt.MENTIONS, 16),
        (polecat.COLUMNS, 40),
        (acled.COLUMNS, 31),
        (ucdp.COLUMNS, 49),
        (hapi.COLUMNS, 19),
    ],
)
def test_there_are_as_many_as_the_layout_has(columns: tuple[str, ...], number: int) -> None:
    assert len(columns) == len(set(columns)) == number


@needs_reference
def test_acled() -> None:
    named = re.findall(r"(?:^|· |\n)(\d+) (\w+)", section("A3."))
    assert [name for _, name in named] == list(acled.COLUMNS)
    assert [int(number) for number, _ in named] == list(range(1, 32))


@needs_reference
def test_ucdp() -> None:
    body = section("A4.").split("\n", 1)[1].split("\n- ", 1)[0]
    assert [name.strip() for name in body.replace("\n", " ").split("·")] == list(ucdp.COLUMNS)


@needs_reference
def test_polecat() -> None:
    named = re.findall(r"(\d+) `([^`]+)`", section("A2."))
    assert [name for _, name in named] == list(polecat.COLUMNS)


@needs_reference
def test_gdelt() -> None:
    found: dict[int, str] = {}
    for first, names in re.findall(r"^\| (\d+)(?:-\d+)? \| ([^|]+) \|", section("A1."), re.MULTILINE):
        for at, name in enumerate(
            names.replace("Actor2Geo_* (same 8)", "").replace("ActionGeo_* (same 8)", "").split(",")
        ):
            if name.strip():
                found[int(first) + at] = name.strip()
    assert all(gdelt.COLUMNS[at] == name for at, name in found.items()) and len(found) == 45
    assert [name.replace("Actor1Geo", "Actor2Geo") for name in gdelt.COLUMNS[35:43]] == list(gdelt.COLUMNS[43:51])
    assert [name.replace("Actor1Geo", "ActionGeo") for name in gdelt.COLUMNS[35:43]] == list(gdelt.COLUMNS[51:59])


@needs_reference
def test_gdelt_mentions() -> None:
    body = section("A1.").split("**Mentions table - 16 columns** [V]: ")[1].split(". ->")[0]
    named = [part.strip() for part in re.sub(r"\([^)]*\)", "", body.replace("\n", " ")).split(",")]
    assert named == list(gdelt.MENTIONS)


@needs_reference
def test_hapi() -> None:
    body = (
        section("A5.").split("**HAPI conflict-event columns** [V, hdx-scraper-acled fixture]: ")[1].split(" - i.e.")[0]
    )
    named = [part.strip() for part in re.sub(r"\([^)]*\)", "", body.replace("\n", " ")).split(",")]
    assert named == list(hapi.COLUMNS)


@needs_reference
def test_plover() -> None:
    body = section("A7.").split("\n")[1].split(". (*")[0] + ", " + section("A7.").split("\n")[2]
    known = set(re.findall(r"[a-z_]+", body.split("(* required)")[0])) | {"size", "cite_info"}
    assert set(plover.FIELDS) <= known


@needs_reference
def test_hxl() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", section("A5."), re.MULTILINE)
    for acled_names, acled_tags, ucdp_names, ucdp_tags in rows:
        for names, tags, own in ((acled_names, acled_tags, acled.TAGS), (ucdp_names, ucdp_tags, ucdp.TAGS)):
            for name, tag in zip(names.split(" / "), tags.split(" / "), strict=False):
                if name.strip() in own:
                    assert own[name.strip()] == tag.strip(), name
