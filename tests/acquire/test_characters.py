"""Characters that cannot be read are gone, those that carry meaning stay."""

from __future__ import annotations

import pytest

from asof.acquire import characters


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("kept: “quotes” ‘and’ — dashes…", "kept: “quotes” ‘and’ — dashes…"),
        ("12\u00a0people\u202f5\tkm", "12 people 5 km"),
        ("cafe\u0301", "café"),
        ("nul\x00l, bell\x07, \x1b[31mred\x1b[0m", "null, bell, red"),
        ("\u202eright to left\u202c \u2066isolate\u2069 \u200fmark", "right to left isolate mark"),
        ("soft\u00adhyphen, zero\u200bwidth\ufeff", "softhyphen, zerowidth"),
    ],
)
def test_clean(given: str, clean: str) -> None:
    assert characters.clean(given) == (clean, ())


def test_text_encoded_twice_is_restored_and_noted() -> None:
    twice = "It’s José — “here”".encode().decode("cp1252", "ignore")
    text, notes = characters.clean(twice)
    assert text.startswith("It’s José — “here")
    assert "encoded twice" in notes[0]


def test_letters_that_merely_look_encoded_twice_stay() -> None:
    assert characters.clean("Ângela e São João, Â £5") == ("Ângela e São João, Â £5", ())


def test_lone_surrogates() -> None:
    text, notes = characters.clean("a \ud800 b")
    assert text == "a \ufffd b"
    assert "surrogate" in notes[0]


def test_runs_without_a_space_are_no_words() -> None:
    assert characters.without_runs("see " + "QUJD" * 200 + " below") == ("see   below", 1)
    assert characters.without_runs("short") == ("short", 0)
