"""Where a list goes on comes back as it was given, and what is none of it is refused."""

from __future__ import annotations

import pytest

from asof.errors import WrongUse
from asof.surface.web import portions


def test_a_place_comes_back_as_it_was() -> None:
    assert portions.place(portions.behind(12, "a~b"), int, str) == (12, "a~b")
    assert portions.place(portions.behind("", "x", 0), str, str, int) == ("", "x", 0)
    assert portions.place("", int, str) is None


@pytest.mark.parametrize("given", ["x", "9", "~x", "-1~x", "٣~x", "1.5~x", "9999999999999~x"])
def test_what_is_no_place_is_refused(given: str) -> None:
    with pytest.raises(WrongUse, match="No portion begins behind"):
        portions.place(given, int, str)
