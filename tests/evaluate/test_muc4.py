"""How templates of MUC-4's kind are read and scored. Documents and keys are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.evaluate import run
from asof.evaluate.muc4_keys import Filler, documents, keys

TEXT = """TST1-MUC3-0001

   LIMA, 4 FEB 90 (DPA) -- [EXCERPT] GUNMEN MURDERED TWO TEACHERS IN
CUSCO TODAY.

TST1-MUC3-0002

   LIMA, 5 FEB 90 (DPA) -- [TEXT] THE MINISTER SPOKE ABOUT FISH.
"""
KEY = """;;; a comment
0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  ATTACK
6.  INCIDENT: INSTRUMENT ID         -
9.  PERP: INDIVIDUAL ID             "GUNMEN" / "ARMED MEN"
10. PERP: ORGANIZATION ID           -
12. PHYS TGT: ID                    *
18. HUM TGT: NAME                   "ANA RUIZ"
19. HUM TGT: DESCRIPTION            "MAYOR": "ANA RUIZ"
                                    "TEACHERS"
                                    ? "CLERK"
21. HUM TGT: NUMBER                 1: "ANA RUIZ"
                                    2: "TEACHERS"
23. HUM TGT: EFFECT OF INCIDENT     NO INJURY: "ANA RUIZ"
                                    DEATH: "TEACHERS"

0.  MESSAGE: ID                     TST1-MUC3-0002
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASOF_CACHE", str(tmp_path / "cache"))
    (tmp_path / "tst1").mkdir()
    (tmp_path / "tst1/tst1-muc3").write_text(TEXT, encoding="latin-1")
    (tmp_path / "tst1/key-tst1.v7").write_text(KEY, encoding="latin-1")
    return tmp_path


def test_documents_without_their_dateline(folder: Path) -> None:
    first, second = documents(folder / "tst1")
    assert first.text == "GUNMEN MURDERED TWO TEACHERS IN CUSCO TODAY."
    assert (first.report.file, first.report.published) == ("TST1-MUC3-0001", "1990-02-04T12:00:00+00:00")
    assert second.text == "THE MINISTER SPOKE ABOUT FISH."


def test_keys_with_alternatives_values_and_victims_once(folder: Path) -> None:
    found = keys(folder / "tst1")
    assert found["TST1-MUC3-0002"] == []
    (template,) = found["TST1-MUC3-0001"]
    assert template.slots["perpetrator"] == [Filler(("GUNMEN", "ARMED MEN"))]
    assert template.slots["organisation"] == template.slots["target"] == template.slots["weapon"] == []
    victims = template.slots["victim"]
    assert victims == [Filler(("ANA RUIZ", "MAYOR")), Filler(("TEACHERS",)), Filler(("CLERK",), optional=True)]
    assert template.slots["number"][1] == Filler(("TEACHERS",), value="2")
    assert [filler.value for filler in template.slots["effect"]] == ["NO INJURY", "DEATH"]


def test_slots_are_scored_and_the_optional_is_not_missed(folder: Path) -> None:
    counts = run("roles", folder).counts["all"]
    assert (counts["templates"].right, counts["templates"].wanted) == (1, 1)
    assert (counts["perpetrator"].right, counts["perpetrator"].found) == (1, 1)
    assert (counts["victim"].right, counts["victim"].found, counts["victim"].wanted) == (1, 1, 2)
    assert (counts["number"].right, counts["effect"].right) == (1, 1)
    assert (counts["CEAF"].right, counts["CEAF"].found) == (2, 2)


def test_a_folder_without_keys_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no answer keys"):
        run("roles", tmp_path)
