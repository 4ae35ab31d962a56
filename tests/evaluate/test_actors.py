"""How phrases of actors are scored: what each cell of the table asks for. The rows are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from asof.errors import WrongUse
from asof.evaluate import run

HEAD = "case\tphrase\tcontext\tknown_country\tquery_date\tcountry\tcode_1\tcode_2\twiki_title\toutcome\tnote"
ROWS = [
    ("a", "Peruvian fishermen", "", "", "", "PER", "AGR", "", "", "", ""),
    ("b", "Peruvian fishermen", "", "", "", "CHL", "MIL|AGR", "", "", "", ""),
    ("c", "fishermen", "", "", "", "-", "!MIL", "", "", "", ""),
    ("d", "the fishermen", "", "Peru", "12 April 2022", "PER", "", "", "", "", ""),
    ("e", "Jonas Whitlock", "", "", "", "", "", "", "", "unresolved", ""),
    ("f", "the Ukrainian president", "", "", "2018-03-01", "UKR", "GOV", "", "", "", "xfail"),
]


def test_each_cell_is_scored_and_an_empty_one_is_not(tmp_path: Path) -> None:
    table = tmp_path / "phrases.tsv"
    table.write_text("\n".join([HEAD, *map("\t".join, ROWS)]) + "\n", encoding="utf-8")
    result = run("actors", table)
    counts = result.counts["all"]
    assert (counts["country"].right, counts["country"].wanted) == (3, 4)
    assert (counts["sector"].right, counts["sector"].wanted) == (4, 4)
    assert result.shares["unresolved rows left empty"].recall == 1
    assert result.shares["country left empty where it must be"].wanted == 1
    assert [miss.scope for miss in result.missing] == ["b"]


def test_a_folder_without_the_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="needs the table of phrases"):
        run("actors", tmp_path)
