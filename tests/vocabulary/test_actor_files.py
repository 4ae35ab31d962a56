"""A user's own actors: what a table may say, every mistake with its line, and PETRARCH's dictionaries. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.vocabulary.actors import additions, petrarch, registry
from asof.vocabulary.actors.loading import load

TABLE = """# invented
name\taliases\tcountry\tsector\tyears\toffice\tstart\tend
Free River Army\tFRA-P|River Army\tPER\tREB\t2019-
Hezbollah\tParty of the Cedar
Ana Ruiz\t\tPER\t\t\tpresident\t2031-07-28
"""


def written(tmp_path: Path, text: str, name: str = "mine.tsv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_rows_add_actors_change_known_ones_and_end_open_terms(tmp_path: Path) -> None:
    mine = load((written(tmp_path, TABLE),))
    by_name = {alias.text: alias.entry for alias in mine.aliases}
    assert by_name["River Army"].sector == "REB" and by_name["FRA-P"].country == "PER"
    assert by_name["Party of the Cedar"].id == registry().entries["group:hezbollah"].id
    assert by_name["Hezbollah"].sector == "REB"
    held = mine.incumbents("PER", ("president",), "2032-01-01")
    assert [term.person.name for term in held] == ["Ana Ruiz"]


def test_a_table_may_have_commas(tmp_path: Path) -> None:
    file = written(tmp_path, 'name,aliases,country\n"Ruiz, Paz and Sons",RPS,PER\n', "mine.csv")
    assert [row.name for row in additions.read(file)] == ["Ruiz, Paz and Sons"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\tsectr\nA\tREB\n", "mine.tsv:1: there is no column 'sectr'. Did you mean 'sector'?"),
        ("aliases\nA\n", "mine.tsv:1: the first line names the columns, `name` among them."),
        ("name\tsector\nA\tREBB\n", "mine.tsv:2: 'REBB' is no sector. Did you mean 'REB'?"),
        ("name\tcountry\nA\tPeru\n", "mine.tsv:2: 'Peru' is no country. Did you mean 'PER'?"),
        ("name\tyears\nA\tsince 2012\n", "mine.tsv:2: years is 'since 2012'. Expected years such as"),
        ("name\tcountry\nA\tPER\nA\tPER\n", "mine.tsv:3: 'A' stands twice, first in line 2."),
        ("name\toffice\nA\tmayor\n", "mine.tsv:2: a term of office needs its start."),
        ("name\toffice\tstart\tend\nA\tmayor\t2020\t2010\n", "the term ends (2010) before it starts (2020)."),
        ("name\tcountry\toffice\tstart\tend\nA\tPER\tpremier\t2020\t2024\nB\tPER\tpremier\t2022\t\n",
         "mine.tsv:3: 'B' is premier of PER from 2022, while 'A' is (line 2: until 2024)."),
        ("name\nA\tPER\n", "mine.tsv:2: 2 cells under a head of 1."),
        ("name\twikidata\nA\t38799\n", "Expected a Wikidata id such as Q38799."),
    ],
)  # fmt: skip
def test_every_mistake_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(WrongUse) as raised:
        load((written(tmp_path, text),))
    assert told in str(raised.value)


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as raised:
        additions.read(written(tmp_path, "name\tsector\nA\tXXX\nB\tYYY\n"))
    assert [line.split(":")[1] for line in str(raised.value).splitlines()] == ["2", "3"]


def test_a_file_that_is_absent_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="cannot be opened"):
        additions.read(tmp_path / "absent.tsv")
    (tmp_path / "mine.tsv").write_bytes(b"name\n\xff\n")
    with pytest.raises(WrongUse, match="not UTF-8"):
        additions.read(tmp_path / "mine.tsv")


DICTIONARY = """# invented
FREE_RIVER_ARMY_(FRAP)_ [PERREB] # a comment
+ARMY_OF_THE_RIVER_
ANA_RUIZ_
\t[PERGOV 160728-210727]
\t[PERELI >210728]
\t[PEROPP]
"""


def test_a_dictionary_becomes_a_table() -> None:
    found = additions.parse(petrarch.convert(DICTIONARY, "d.txt"), "d.txt")
    army, ruiz, *terms = found
    assert (army.name, army.aliases) == ("Free River Army", ("FRAP", "Army of the River"))
    assert (army.country, army.sector, army.code) == ("PER", "REB", "PERREB")
    assert (ruiz.name, ruiz.kind, ruiz.sector) == ("Ana Ruiz", "person", "OPP")
    assert [(t.sector, t.start, t.end) for t in terms] == [
        ("GOV", "2016-07-28", "2021-07-27"),
        ("ELI", "2021-07-28", None),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("FARMER_ [~AGR]\n", "d.txt:1: 'FARMER_ [~AGR]' is an agent"),
        ("+OTHER_NAME_\n", "d.txt:1: another name (+) before any actor."),
        ("A_ [PER]\n\tPERGOV\n", "d.txt:2: expected a code in brackets below an actor"),
        ("A_ [PER\n", "d.txt:1: expected a code in brackets"),
    ],
)
def test_what_is_no_dictionary_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(WrongUse) as raised:
        petrarch.convert(text, "d.txt")
    assert told in str(raised.value)


def test_the_article_is_no_part_of_an_imported_name() -> None:
    assert list(petrarch.forms("THE_RIVER_LEAGUE_")) == ["River League"]
