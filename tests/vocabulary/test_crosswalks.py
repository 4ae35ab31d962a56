"""Tables to and from CAMEO and ACLED: complete, known codes only, and the decisions that their heads name."""

from __future__ import annotations

import pytest

from asof.vocabulary import codebooks
from asof.vocabulary.codebooks import crosswalks
from asof.vocabulary.codebooks.crosswalks import Acled, cameo_codes, from_cameo, to_acled, to_cameo

PLOVER = codebooks.load()


def test_every_root_of_cameo_is_there_and_means_a_known_type_and_mode() -> None:
    codes = cameo_codes()
    assert [code for code in codes if len(code) == 2] == [f"{root:02}" for root in range(1, 21)]
    for code, entry in codes.items():
        assert entry.type is None or entry.type in PLOVER.types, code
        assert entry.mode is None or entry.mode in PLOVER.types[entry.type or ""].modes, code
        assert entry.quad == {True: 1, int(code[:2]) > 5: 2, int(code[:2]) > 8: 3, int(code[:2]) > 13: 4}[True], code


def test_every_type_and_mode_has_a_code_of_cameo_that_exists() -> None:
    for code, entry in PLOVER.types.items():
        for mode in (None, *entry.modes):
            assert to_cameo(code, mode) in cameo_codes(), (code, mode)


def test_there_and_back_is_the_same_type_except_where_the_tables_say() -> None:
    strays = set()
    for code, entry in PLOVER.types.items():
        for mode in (None, *entry.modes):
            back = from_cameo(to_cameo(code, mode) or "")
            if back is None or back.type != code:
                strays.add((code, mode))
    assert strays == {("RETREAT", "resign")}


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("010", None, None),
        ("0231", "REQUEST", "assist"),
        ("035", "CONCEDE", None),
        ("0811", "CONCEDE", None),
        ("1123", "ACCUSE", "allege"),
        ("116", "SANCTION", "convict"),
        ("1712", "ASSAULT", "destroy"),
        ("191", "COERCE", "restrict"),
        ("20", "ASSAULT", None),
    ],
)
def test_from_cameo(code: str, type_: str | None, mode: str | None) -> None:
    found = from_cameo(code)
    assert found is not None
    assert (found.type, found.mode) == (type_, mode)


def test_what_is_no_code_of_cameo_means_nothing() -> None:
    assert from_cameo("99") is None
    assert from_cameo("") is None
    assert to_cameo("ATTACK-ON-HEALTH") is None


@pytest.mark.parametrize(
    ("type_", "mode", "facts", "expected"),
    [
        ("ASSAULT", "drone", (), Acled("Explosions/Remote violence", "Air/drone strike")),
        ("ASSAULT", "heavy-weapons", ("mutual",), Acled("Battles", "Armed clash")),
        ("ASSAULT", "firearms", ("civilians",), Acled("Violence against civilians", "Attack")),
        ("ASSAULT", "firearms", ("both_armed",), Acled("Battles", "Armed clash")),
        ("ASSAULT", "firearms", ("control", "state"), Acled("Battles", "Government regains territory")),
        ("ASSAULT", "firearms", (), None),
        ("COERCE", "seize", ("control",), Acled("Strategic developments", "Non-violent transfer of territory")),
        ("PROTEST", "demo", (), Acled("Protests", "Peaceful protest")),
        ("PROTEST", "demo", ("harmed",), Acled("Protests", "Excessive force against protesters")),
        ("ACCUSE", "allege", (), None),
    ],
)
def test_to_acled(type_: str, mode: str, facts: tuple[str, ...], expected: Acled | None) -> None:
    assert to_acled(type_, mode, facts) == expected


def test_the_table_of_acled_names_known_types_and_modes() -> None:
    for type_, mode, _, _ in crosswalks._to_acled():
        assert mode == "*" or mode in PLOVER.types[type_].modes


def test_a_fact_that_no_row_asks_for_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown facts: armed"):
        to_acled("ASSAULT", None, ("armed",))
