"""How sets of the PETRARCH family are read and scored. Sentences, actors and codes are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.evaluate import run
from asof.evaluate.cameo import same_root
from asof.evaluate.dyads import same_party
from asof.evaluate.petrarch import imported, sentences
from asof.vocabulary.actors import registry

SET = """<Validation>
<!-- <Sentence id="no"> a comment </Sentence> -->
<Environment><Actorfile>invented.actors.txt</Actorfile></Environment>
<Sentence date="20100304" id="a" category="X"/>
<EventCoding sourcecode="KEN" targetcode="QQQ" eventcode="111"></EventCoding>
<Text>
Kenya condemned
Quenland on Thursday.
</Text></Sentence>
<Sentence date="20100304" id="b">
<EventCoding sourcecode="QQQ" targetcode="KEN" eventcode="163"></EventCoding>
<Text>Kenya banned imports from Quenland.</Text></Sentence>
<Sentence date="20100304" id="c"><EventCoding noevents="True"/><Text>Rain fell.</Text></Sentence>
<Sentence date="20100304" id="d"><EventCoding error="date"/><Text>Rain fell.</Text></Sentence>
</Validation>"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASOF_CACHE", str(tmp_path / "cache"))
    (tmp_path / "PETR2_GSR_validation.xml").write_text(SET, encoding="utf-8")
    (tmp_path / "invented.actors.txt").write_text("QUENLAND_ [QQQ]\n", encoding="utf-8")
    return tmp_path


def test_a_set_is_read_though_it_is_not_well_formed(folder: Path) -> None:
    found = sentences(folder / "PETR2_GSR_validation.xml")
    assert [sentence.id for sentence in found] == ["a", "b", "c", "d"]
    assert found[0].text == "Kenya condemned Quenland on Thursday."
    assert found[0].published.startswith("2010-03-04")
    assert (found[0].expected[0].source, found[0].expected[0].code) == ("KEN", "111")
    assert [sentence.error for sentence in found] == [False, False, False, True]


def test_points_triples_and_direction(folder: Path) -> None:
    counts = run("events", folder).counts["all"]
    assert counts["GSR points, full"].right == 4  # all of the first; of the second the parties stand the wrong way
    assert counts["GSR points, full"].wanted == 6
    assert (counts["GSR triples, root"].right, counts["GSR triples, root"].wanted) == (1, 2)
    assert (counts["GSR direction"].right, counts["GSR direction"].wanted) == (1, 2)


def test_the_imported_actors_are_gone_afterwards(folder: Path) -> None:
    with imported([folder / "invented.actors.txt"]):
        assert registry().entries["user:quenland"].code == "QQQ"
    assert "user:quenland" not in registry().entries


def test_a_dictionary_that_is_absent_is_told(folder: Path) -> None:
    (folder / "invented.actors.txt").unlink()
    with pytest.raises(WrongUse, match=r"invented\.actors\.txt"):
        run("events", folder)


def test_codes_agree_at_the_root() -> None:
    assert same_root("112", "1121")
    assert same_root("183", "190"), "one type to PLOVER"
    assert not same_root("112", "130")
    assert same_root("032", "042", weis=True), "a visit, in the scheme before CAMEO"
    assert not same_root("904", "042", weis=True)
    assert same_root("031", "030", weis=True, ahead=True)


def test_parties_agree_by_country_and_sector() -> None:
    assert same_party("KENGOVFRM", "KENGOV")
    assert not same_party("KEN", "KENGOV")
    assert not same_party("KENGOV", "TZAGOV")
    assert same_party(None, None)
